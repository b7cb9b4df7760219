"""A topic page in a real browser, with scripts off: its list of contents, and pages that go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import browser, require_browser
from tests.compose.test_topic import ferry_world
from tests.world import site


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for path, data in site(ferry_world().briefing()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / "topics/the-ferry.html"


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Page:
    return chromium.new_context(java_script_enabled=False).new_page()


@pytest.fixture
def page(window: Page, topic: Path, width: int) -> Page:
    """Opened anew."""
    window.set_viewport_size({"width": width, "height": 700})
    window.goto(topic.as_uri())
    return window


@pytest.mark.parametrize("width", [1200, 1280, 1600])
def test_beside_the_text_the_contents_are_open_and_cover_nothing(page: Page, width: int) -> None:
    rail = page.locator(".contents ol").bounding_box()
    text = page.locator("h1").bounding_box()
    assert rail is not None
    assert text is not None
    assert rail["x"] >= 0
    assert rail["x"] + rail["width"] <= text["x"]
    assert page.locator(".contents a").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".contents a").last.click()
    assert page.locator(".contents a").first.is_visible()  # it stays in sight


@pytest.mark.parametrize("width", [320, 390, 1100])
def test_without_room_the_contents_are_one_step_away(page: Page, width: int) -> None:
    assert not page.locator(".contents a").first.is_visible()
    page.locator(".contents summary").click()
    assert page.locator(".contents a").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
