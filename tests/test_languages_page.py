"""Pages of several languages and directions, and pages in German: built, and in a browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import browser, require_browser
from tests.project import make_project, sitegen
from tests.test_german_project import CONTENT

SAMPLE = Path(__file__).parent / "right_to_left"
ARABIC = "أعيد فتح جسر مرسى"
HEBREW = "הגשר של מרסה נפתח"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two Arabic articles, one of which does not state its language, a Hebrew and an English one."""
    files = {f"content/{path.name}": path.read_bytes() for path in SAMPLE.glob("*.md")}
    editorial = {"editorial.yml": (SAMPLE / "editorial.yml").read_bytes()}
    project = make_project(tmp_path_factory.mktemp("mixed"), {**files, **editorial})
    assert sitegen(project, "build").status == 0
    return project / "site"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german")
    shutil.copytree(CONTENT, folder / "content")
    project = make_project(folder, {"sitegen.yml": "language: de\ntitle: Marstad\n"})
    assert sitegen(project, "build").status == 0
    return project / "site"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


def test_words_say_their_language_and_direction(mixed: Path) -> None:
    page = (mixed / "topics" / "marsa-bridge.html").read_text("utf-8")
    assert '<html lang="en">' in page
    directions = {
        re.search(rf"<p([^>]*)><span[^>]*>{words}", page)[1].strip()  # type: ignore[index]
        for words in (ARABIC, HEBREW, "The bridge at Marsa reopened")
    }
    assert directions == {'lang="und-Arab" dir="rtl"', 'lang="he" dir="rtl"', ""}


def test_an_article_of_unknown_language_has_the_direction_of_its_letters(mixed: Path) -> None:
    page = (mixed / "articles" / "abbara.html").read_text("utf-8")
    assert '<article class="text" aria-label="Text of the article" lang="und-Arab" dir="rtl">' in page
    assert '<span class="fate" lang="en" dir="ltr">' in page


def test_results_of_the_search_know_their_language(mixed: Path) -> None:
    entries = (mixed / "search" / "1.js").read_text("utf-8")
    assert '"ar"]' in entries
    assert re.search(r'"Marsa bridge reopens".*, \d+\]', entries)


def test_mixed_directions_run_over_no_edge_and_stay_in_their_order(mixed: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    for path in sorted(mixed.rglob("*.html")):
        page.goto(path.as_uri())
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not page.evaluate(wide), (path, width)
    page.goto((mixed / "index.html").as_uri())
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        outlet, day = page.locator(".articles .facts").first.locator("span").all()[:2]
        assert outlet.bounding_box()["x"] < day.bounding_box()["x"]  # type: ignore[index]
    words = page.locator(f"[data-s]:has-text('{ARABIC}')").first
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"
    page.close()


def test_a_german_site_speaks_german(german: Path) -> None:
    index = (german / "index.html").read_text("utf-8")
    assert '<html lang="de">' in index
    assert {"In Kürze", "Themen", "Quellen und Fußnoten", "Zum Inhalt springen"} <= set(_texts(index))
    assert re.search(r"3 Artikel, \d+ Sätze, \d+ Themen?\.", index)
    assert 'lang="de"' not in index.replace('<html lang="de">', "")  # what is said is in the language of the page


def _texts(page: str) -> list[str]:
    return re.findall(r">([^<>]+)<", re.sub(r"(?s)<(style|script|code)\b.*?</\1>", "", page))


_ENGLISH = re.compile(r"\b(the|this|of|with|statements?|articles?|sources?|carried|left out|printed)\b")


def test_no_page_of_a_german_site_says_anything_in_english(german: Path) -> None:
    found = {
        (path.name, text.strip())
        for path in german.rglob("*.html")
        for text in _texts(path.read_text("utf-8"))
        if _ENGLISH.search(text)
    }
    assert found == set()


def test_the_search_of_a_german_site_answers_in_german(german: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((german / "search.html").as_uri() + "#q=zzzz")
    page.get_by_text("Nichts gefunden").wait_for()
    page.close()
