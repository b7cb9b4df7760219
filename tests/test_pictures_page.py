"""Pictures in a real browser: nothing scrolls the page sideways, marks stand out, links are reached by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import browser, require_browser
from tests.compose.test_pictures import CHAIN, dated, event_briefing, pier, tied
from tests.world import World, site

MARKS = """() => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const rgb = colour => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => [r, g, b]
    .map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = luminance(rgb(getComputedStyle(document.body).backgroundColor));
  return [...document.querySelectorAll('.picture svg :is(rect, path, circle, line, text):not(.slot)')].map(mark => {
    const style = getComputedStyle(mark);
    const ink = luminance(rgb(style.fill === 'none' || mark.matches('line') ? style.stroke : style.fill));
    const [a, b] = [ink, paper].sort((x, y) => y - x);
    return [mark.tagName, (a + 0.05) / (b + 0.05)];
  });
}"""
OUTSIDE = """() => [...document.querySelectorAll('.picture svg text')].filter(text => {
  const [inner, outer] = [text, text.ownerSVGElement].map(e => e.getBoundingClientRect());
  return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
}).map(text => text.textContent)"""
"""Words that the edge of their picture cuts off."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A page with each of the pictures."""
    days = [f"2024-05-{day:02}" for day in range(1, 11)]
    quay = World(
        {
            f"{what}.md": f"# {what}\n\n" + "".join(f"{what} {number} left the quay. " for number in range(6))
            for what in ("Gulls", "Boats", "Cats")
        }
    )
    said = (quay.say(f"Gulls {n}", (f"Boats {n}", "same"), (f"Cats {n}", "partial")) for n in range(6))
    quay.gather("The quay", *said)
    worlds = {
        "index.html": [World(dated("2024-05-12", "2025-05-14", "2025-05-14")).briefing(), tied(*CHAIN).briefing()],
        "sources.html": [pier().briefing()],
        "topics/the-quay.html": [quay.briefing()],
        "timeline.html": [
            event_briefing("1931-03-01", *days, "2025-01-01"),
            event_briefing(*(f"{2000 + year}-05" for year in range(10))),
        ],
    }
    found: list[Path] = []
    for page, briefings in worlds.items():
        for briefing in briefings:
            folder = tmp_path_factory.mktemp("site")
            for path, data in site(briefing).items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
            found.append(folder / page)
    return found


@pytest.fixture(scope="module")
def windows(chromium: Browser, drawn: list[Path]) -> dict[Path, Page]:
    """Each of the pages in a window of its own."""
    context = chromium.new_context()
    found = {path: context.new_page() for path in drawn}
    for path, page in found.items():
        page.goto(path.as_uri())
    return found


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_picture_is_wider_than_the_page_or_cuts_its_words_off(windows: dict[Path, Page], width: int) -> None:
    for path, page in windows.items():
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".picture").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate(OUTSIDE) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_marks_stand_out_from_the_paper(
    windows: dict[Path, Page], scheme: Literal["light", "dark"], forced: Literal["none", "active"]
) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1 at least; with forced colours too."""
    for path, page in windows.items():
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        marks = page.evaluate(MARKS)
        assert marks
        assert [(tag, ratio) for tag, ratio in marks if ratio < (4.5 if tag == "text" else 3)] == [], path


def test_every_link_of_a_picture_is_reached_by_keyboard_has_words_and_leads_somewhere(
    windows: dict[Path, Page],
) -> None:
    for path, page in windows.items():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.reload()  # nothing has the focus
        page.bring_to_front()
        hrefs = page.locator(".picture a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
        reached: list[str] = []
        for _ in range(80):
            page.keyboard.press("Tab")
            inside = "document.activeElement.matches('.picture a') && document.activeElement.getAttribute('href')"
            if found := page.evaluate(inside):
                reached.append(found)
            if len(reached) == len(hrefs):
                break
        assert reached[: len(hrefs)] == hrefs, path
        for href in hrefs:
            target, _, anchor = href.partition("#")
            assert not target or (path.parent / target).exists()
            assert target or page.locator(f'[id="{anchor}"]').count() == 1


def test_columns_with_links_are_wide_enough_for_a_finger(windows: dict[Path, Page]) -> None:
    """WCAG 2.2, 2.5.8."""
    for page in (page for path, page in windows.items() if path.name == "timeline.html"):
        page.set_viewport_size({"width": 320, "height": 800})
        widths = page.locator(".slot").evaluate_all("slots => slots.map(s => s.getBoundingClientRect().width)")
        assert min(widths) >= 24
