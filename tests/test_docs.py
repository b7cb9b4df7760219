"""The documentation is what the code says."""

import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli import load_command

ROOT = Path(__file__).parent.parent
REFERENCE: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(REFERENCE))
def test_reference_page_is_what_the_code_says(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert written == REFERENCE[name], "stale: run python docs/make_reference.py"


def test_every_setting_and_option_has_a_meaning() -> None:
    assert [line for line in REFERENCE["configuration.md"].splitlines() if re.search(r"\|\s*\|$", line)] == []


PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("**/*.md")
    if path.relative_to(ROOT).parts[0] in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs")
)


def _anchors(page: Path) -> set[str]:
    """The ids that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_of_the_docs_leads_somewhere(page: str) -> None:
    dead = []
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", (ROOT / page).read_text("utf-8")):
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in _anchors(target)):
            dead.append(link)
    assert dead == []


def _typed(page: str) -> Iterator[str]:
    """The lines of a page that begin with the program's name, without comment."""
    for line in re.findall(r"^(?:\$ )?sitegen (.+)$", (ROOT / page).read_text("utf-8"), re.MULTILINE):
        yield line.partition("  #")[0].strip()


@pytest.mark.parametrize("page", [page for page in PAGES if any(_typed(page))])
def test_every_command_of_the_docs_is_one(page: str) -> None:
    for line in _typed(page):
        command, *arguments = shlex.split(line)
        load_command(command).make_context(command, arguments)


@pytest.mark.parametrize(
    ("file", "name"),
    sorted({*re.findall(r"`([\w/]+\.py): (test_\w+)`", (ROOT / "docs" / "threat-model.md").read_text("utf-8"))}),
)
def test_each_test_that_the_threat_model_names_exists(file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / "tests" / file).read_text("utf-8"), re.MULTILINE)
