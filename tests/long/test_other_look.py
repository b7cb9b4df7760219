"""What `tests/test_pages.py` asks of the example, asked of it in the look `wire`."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.project import sitegen
from tests.test_pages import PAGES, SITE, chromium, see

__all__ = ["chromium"]


def test_the_other_look_is_as_legible_and_as_narrow(chromium: Browser, wire_site: Path) -> None:
    seen = see(chromium, wire_site, PAGES[:14], widths=[320])
    assert (seen.faint, seen.wide) == ({"light": [], "dark": []}, [])


@pytest.fixture(scope="module")
def wire_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in the look `wire`."""
    project = tmp_path_factory.mktemp("wire")
    shutil.copytree(SITE.parent / "content", project / "content")
    shutil.copytree(SITE.parent / "seeds", project / "seeds")
    (project / "sitegen.yml").write_text("theme: wire\n")
    assert sitegen(project, "build").status == 0
    assert sitegen(project, "verify").status == 0
    return project / "site"
