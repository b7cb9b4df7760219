"""The documentation is what the code says."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REFERENCE: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(REFERENCE))
def test_reference_page_is_what_the_code_says(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert written == REFERENCE[name], "stale: run python docs/make_reference.py"


def test_every_setting_and_option_has_a_meaning() -> None:
    assert [line for line in REFERENCE["configuration.md"].splitlines() if re.search(r"\|\s*\|$", line)] == []


@pytest.mark.parametrize(
    "page",
    sorted(
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("**/*.md")
        if path.relative_to(ROOT).parts[0] in ("README.md", "CHANGELOG.md", "docs")
    ),
)
def test_every_relative_link_of_the_docs_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", (ROOT / page).read_text("utf-8"))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
