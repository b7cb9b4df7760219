"""The built example, in a real browser, from disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from sitegen.compose.text_fragment import text_fragment
from tests.browser import browser, require_browser

SITE = Path(__file__).parent.parent / "site"


def every_page() -> list[str]:
    """The first page, those of the whole, then each kind's, the largest first."""

    def largest(pattern: str) -> list[str]:
        found = sorted(SITE.glob(pattern), key=lambda path: (-path.stat().st_size, path))
        return [path.relative_to(SITE).as_posix() for path in found]

    kinds = (sorted(largest("*.html")), largest("topics/*.html"), largest("articles/*.html"), largest("names/*.html"))
    return [*dict.fromkeys(["index.html", *(path for kind in kinds for path in kind)])]


def _pages() -> list[str]:
    """Those of the whole; of each other kind the largest, and the smallest. `tests/long` takes all."""
    every = every_page()
    kinds = [[path for path in every if path.startswith(folder)] for folder in ("topics/", "articles/", "names/")]
    whole = [path for path in every if "/" not in path]
    return [*whole, *(path for kind in kinds for path in (*kind[:2], kind[-1]))]


PAGES = _pages()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


def _open(chromium: Browser, path: str, *, width: int = 1280, javascript: bool = True) -> Page:
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=javascript)
    page = context.new_page()
    page.goto((SITE / path).as_uri())
    return page


Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of pages, each of which is opened once."""

    said: list[str] = field(default_factory=list)
    """On the console, with the page."""
    asked: list[str] = field(default_factory=list)
    """Addresses that were asked for."""
    words: dict[str, str] = field(default_factory=dict)
    """Page → its visible text."""
    wide: list[tuple[str, int]] = field(default_factory=list)
    """Page, and the width at which it scrolls sideways."""
    small: list[object] = field(default_factory=list)
    """Text of less than 14 pixels."""
    faint: dict[Scheme, list[object]] = field(default_factory=lambda: {"light": [], "dark": []})
    """Text that hardly stands out from its ground."""


def see(chromium: Browser, folder: Path, paths: Sequence[str], widths: Sequence[int] = (1280, 390, 320)) -> Seen:
    """Open pages of a site. The sizes and colours of text are those of the first fourteen."""
    seen = Seen()
    page = chromium.new_context().new_page()
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: seen.asked.append(request.url))
    for number, path in enumerate(paths):
        page.set_viewport_size({"width": widths[0], "height": 800})
        page.goto((folder / path).as_uri())
        seen.words[path] = page.locator("body").inner_text()
        for scheme in get_args(Scheme) if number < 14 else ():
            page.emulate_media(color_scheme=scheme)
            seen.faint[scheme].extend(page.evaluate(_FAINT_TEXT))
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                seen.wide.append((path, width))
            if number < 14 and width in (1280, 390):
                seen.small.extend(page.evaluate(_SMALL_TEXT))
    page.context.close()
    return seen


@pytest.fixture(scope="module")
def paths() -> list[str]:
    """Pages of the example that are opened."""
    return PAGES


@pytest.fixture(scope="module")
def seen(chromium: Browser, paths: list[str]) -> Seen:
    return see(chromium, SITE, paths)


def test_no_page_says_anything_on_the_console_or_asks_for_anything_off_the_site(seen: Seen) -> None:
    assert seen.said == []
    assert seen.asked
    assert {url for url in seen.asked if not url.startswith((SITE.as_uri(), "data:"))} == set()


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    assert seen.wide == []


def test_pages_say_the_same_without_script(chromium: Browser, seen: Seen, paths: list[str]) -> None:
    without = _open(chromium, paths[0], javascript=False)
    for path in paths:
        if path == "search.html":  # tests/test_search.py
            continue
        without.goto((SITE / path).as_uri())
        assert without.locator("body").inner_text() == seen.words[path], path
    without.context.close()


def test_a_mark_leads_to_its_note_the_note_to_the_passage_and_back_to_the_mark(chromium: Browser) -> None:
    topic = next(path for path in PAGES if path.startswith("topics/"))
    page = _open(chromium, topic)
    mark = page.locator("[role=doc-noteref]").first
    sentence = page.locator("[data-s]").first
    words, sentence_id, mark_id = sentence.inner_text(), sentence.get_attribute("data-s"), mark.get_attribute("id")
    mark.click()
    assert page.evaluate("location.hash") == f"#note-{sentence_id}"
    note = page.locator(":target")
    assert note.is_visible()
    back = note.locator("[role=doc-backlink]").first
    assert back.get_attribute("href") == f"#{mark_id}"
    note.locator("a[href*='articles/']").first.click()
    assert urlsplit(page.url).path.endswith(".html")
    assert "/articles/" in page.url
    passage = page.locator(":target")
    assert passage.inner_text() == words
    assert passage.get_attribute("data-s") == sentence_id
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_note_opens_over_the_page_and_moves_nothing(chromium: Browser, width: int, javascript: bool) -> None:
    """From a mark at the head of the page, and from the list of notes itself, at the foot of it."""
    page = _open(chromium, _cited_most(), width=width, javascript=javascript)
    for opener in (page.locator("[role=doc-noteref]").first, page.locator(".passages li > a").last):
        opener.scroll_into_view_if_needed()
        before = page.evaluate(_PLACES)
        opener.click()
        note = page.locator(".sheet:target")
        assert note.is_visible()
        assert note.locator("mark").inner_text() in page.locator("main").inner_text()
        assert page.evaluate(_PLACES) == before
        box = note.bounding_box()
        assert box
        assert (box["x"] >= 0, box["x"] + box["width"] <= width, box["y"] + box["height"] <= 800) == (True, True, True)
        note.locator("mark").click()
        assert note.is_visible()
        page.mouse.click(5, 5)  # outside of it
        assert page.locator(".sheet:visible").count() == 0
        assert page.evaluate(_PLACES) == before
        opener.click()
        note.locator(".close").click()
        assert page.locator(".sheet:visible").count() == 0
    page.context.close()


def test_marks_notes_and_ways_back_are_targets_of_24_pixels(chromium: Browser) -> None:
    """WCAG 2.2, 2.5.8."""
    page = _open(chromium, _cited_most(), width=390)
    page.locator("[role=doc-noteref]").first.click()
    near = page.evaluate(
        """() => {
          const size = e => [e.getBoundingClientRect().width, e.getBoundingClientRect().height];
          return [...document.querySelectorAll('.marks a, .sheet:target a, .passages li > a')]
            .filter(e => e.checkVisibility() && Math.min(...size(e)) < 24).map(e => [e.outerHTML, ...size(e)]);
        }"""
    )
    page.context.close()
    assert near == []


def test_lines_of_links_stand_24_pixels_apart(chromium: Browser) -> None:
    """Of the facts of an article: a finger hits the one that it means."""
    page = _open(chromium, next(path for path in PAGES if path.startswith("articles/")))
    tops = page.locator(".facts-list > div").evaluate_all("found => found.map(e => e.getBoundingClientRect().top)")
    page.context.close()
    assert len(tops) > 2
    assert [after - before for before, after in pairwise(tops) if after - before < 24] == []


def test_lines_are_as_long_as_they_are_read_best(chromium: Browser) -> None:
    """Characters of full lines, on average: 60 to 70 on wide screens, 38 to 45 on phones; faces differ by 3 or so."""
    for width, least, most in ((1280, 57, 73), (390, 35, 48)):
        page = _open(chromium, next(path for path in PAGES if path.startswith("articles/")), width=width)
        lengths = page.evaluate(_LINE_LENGTHS)
        page.context.close()
        assert least <= sum(lengths) / len(lengths) <= most


def test_nothing_is_set_smaller_than_14_pixels(seen: Seen) -> None:
    assert seen.small == []


def test_all_notes_are_on_paper_with_their_words_and_no_sheet_covers_them(chromium: Browser) -> None:
    page = _open(chromium, _cited_most())
    page.locator("[role=doc-noteref]").first.click()
    page.emulate_media(media="print")
    notes = page.locator(".sheet")
    assert notes.count() > 0
    for note in notes.all():
        assert note.locator("mark").is_visible()
        assert note.evaluate("e => getComputedStyle(e).position") == "static"
    page.context.close()


def test_the_passage_of_a_note_stands_out_under_forced_colours(chromium: Browser) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((SITE / _cited_most()).as_uri())
    page.locator("[role=doc-noteref]").first.click()
    ground = "e => getComputedStyle(e).backgroundColor"
    assert page.locator(".sheet:target mark").evaluate(ground) != page.locator(".sheet:target").evaluate(ground)
    context.close()


def test_the_browser_finds_a_passage_by_its_address(chromium: Browser, tmp_path: Path) -> None:
    """Among passages that begin and end alike, across a quotation, and with the marks of the directive in them."""
    like = "The old ferry-boat, they said & swore, would run for many more years, and so it did until the end."
    first, second = f"It rained on Monday. {like}", f"It snowed on Friday. {like}"
    blocks = [first, "“Half-baked, cheap & new,” she said.", second, "Nobody – or hardly anybody – came to the quay."]
    passages = [(like, "It snowed on Friday.", 2), (blocks[1], "", 1), (blocks[3], "", 3)]
    room = "<p style='margin: 0 0 3000px'>"
    (tmp_path / "saved.html").write_text(
        "<!DOCTYPE html><meta charset=utf-8>" + "".join(f"{room}{block.replace('&', '&amp;')}</p>" for block in blocks),
        "utf-8",
    )
    for passage, before, place in passages:
        fragment = text_fragment(passage, blocks, before)
        page = chromium.new_page()
        page.goto(f"{(tmp_path / 'saved.html').as_uri()}#{fragment}")
        page.wait_for_function("scrollY > 0")
        top = page.locator("p").nth(place).evaluate("e => e.getBoundingClientRect().top")
        assert 0 <= top < 700, fragment
        page.close()


def _cited_most() -> str:
    """The topic with most notes."""
    topics = [path for path in PAGES if path.startswith("topics/")]
    return max(topics, key=lambda path: ((SITE / path).read_text("utf-8").count("doc-noteref"), path))


def test_every_page_can_be_walked_by_keyboard_from_its_skip_link_on(chromium: Browser) -> None:
    page = _open(chromium, "index.html")
    page.keyboard.press("Tab")
    first = page.evaluate("[document.activeElement.tagName, document.activeElement.getAttribute('href')]")
    assert first[0] == "A"
    assert first[1].startswith("#")
    assert page.locator(first[1]).count() == 1
    page.context.close()


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_text_stands_out_from_its_ground_in_both_schemes(seen: Seen, scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.3: body text, links and the quiet lines beside them at 4.5 to 1 at least."""
    assert seen.faint[scheme] == []


_PLACES = """() => [
  scrollY, ...[...document.querySelectorAll('h1, h2, .s, .source')].map(e => e.getBoundingClientRect().top)]"""
_LINE_LENGTHS = """() => {
  const full = [];
  for (const sentence of document.querySelectorAll('.s')) {
    const lines = new Map();
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i); range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (box) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) || 0) + 1);
      }
    }
    full.push(...[...lines.values()].slice(1, -1));
  }
  return full;
}"""
_SMALL_TEXT = """() => [...document.querySelectorAll('body *')]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility())
  .map(e => [e, getComputedStyle(e)])
  .filter(([, style]) => parseFloat(style.fontSize) < 14
    || style.fontFamily.startsWith('system-ui') && style.fontSizeAdjust !== 'none') // the text's, which would shrink it
  .map(([e]) => e)
  .map(e => [location.pathname, e.tagName, e.className, e.textContent.trim().slice(0, 40)])"""
_FAINT_TEXT = """() => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const rgb = colour => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => [r, g, b]
    .map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = rgb(getComputedStyle(element).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const [a, b] = [luminance(rgb(getComputedStyle(element).color)), luminance(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push([location.pathname, element.className, element.textContent.trim().slice(0, 40), ratio]);
  }
  return found;
}"""
