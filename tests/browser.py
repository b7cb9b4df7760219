"""A real browser for the page tests: Debian's chromium or an installed Chrome, headless. Nothing is downloaded."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.demands import give_up

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def require_browser() -> str:
    """The browser's program; skips the test, or fails it where a browser is demanded, if there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if not found:
        reason = "no chromium on this machine: pages were not tested in a browser (Debian: apt install chromium)"
        give_up(reason, "SITEGEN_REQUIRE_BROWSER")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=require_browser(), args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()
