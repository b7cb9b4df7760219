"""Sites of one article, of several stories, and of a page with a hundred sources: what holds of their pages."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.generate import generate
from tests.browser import browser, require_browser
from tests.project import HARBOUR, make_project, sitegen

MANY = 60
_HUNDRED = "\n".join(
    f"The harbour master of Vessel told paper number {n} that crane number {n} will be repaired. It rained in May {n}."
    for n in range(20)
)


@pytest.fixture(scope="module", params=["one", "many", "hundred"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("measures") / "project"
    if request.param == "many":
        generate(project, articles=MANY)
    else:
        texts = [HARBOUR] if request.param == "one" else [f"# Crane, part {n}\n\n{_HUNDRED}\n" for n in range(100)]
        project.mkdir()
        make_project(project, {f"content/{n}.md": text for n, text in enumerate(texts)})
    assert sitegen(project, "build").status == 0
    assert sitegen(project, "verify").status == 0
    return project / "site"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


def test_pages_are_light(site: Path) -> None:
    """A topic page with a hundred sources: at most 60 KiB, compressed; all styles at most 8."""
    heavy = {
        path.name: size
        for path in site.glob("topics/*.html")
        if (size := len(gzip.compress(path.read_bytes(), 9))) > 60 * 1024
    }
    assert heavy == {}
    assert len(gzip.compress((site / "style.css").read_bytes(), 9)) <= 8 * 1024


def test_titles_and_descriptions_are_told_apart(site: Path) -> None:
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)">'):
        found = Counter(
            f"{match[1]} {'' if path.parent == site else path.parent.name}"
            for path in sorted(site.rglob("*.html"))
            if (match := re.search(pattern, path.read_text("utf-8")))
        )
        assert [text for text, times in found.items() if times > 1] == []


def test_the_heaviest_pages_are_narrow_and_their_notes_move_nothing(site: Path, chromium: Browser) -> None:
    heaviest = sorted(site.rglob("*.html"), key=lambda path: (-path.stat().st_size, path))[:5]
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    for path in heaviest:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path.name
        mark = page.locator("[role=doc-noteref]:visible").first
        if mark.count():
            mark.scroll_into_view_if_needed()
            before = page.evaluate("scrollY")
            mark.click()
            assert page.locator(".sheet:target").is_visible(), path.name
            assert page.evaluate("scrollY") == before, path.name
    page.close()
