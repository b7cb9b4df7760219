"""A real browser for the page tests: Debian's chromium or an installed Chrome, headless. Nothing is downloaded."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from playwright.sync_api import Browser, Error, sync_playwright

from tests.demands import give_up

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_open = ExitStack()
_browsers: list[Browser] = []
"""One at most: to start it takes longer than most tests in it."""


def require_browser() -> str:
    """The browser's program; skips the test, or fails it where a browser is demanded, if there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if not found:
        reason = "no chromium on this machine: pages were not tested in a browser (Debian: apt install chromium)"
        give_up(reason, "SITEGEN_REQUIRE_BROWSER")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of this process, which stays open for the next file of tests until `close_browser`."""
    if _browsers and not _browsers[0].is_connected():
        close_browser()  # it crashed
    if not _browsers:
        program = require_browser()
        playwright = _open.enter_context(sync_playwright())
        _browsers.append(playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]))
        _open.callback(_close, _browsers[0])
    yield _browsers[0]
    for context in _browsers[0].contexts:
        context.close()


def _close(browser: Browser) -> None:
    with suppress(Error):  # it crashed
        browser.close()


def close_browser() -> None:
    """Close what `browser` opened, if it did: beside its thread, processes are not forked."""
    _browsers.clear()
    _open.close()
