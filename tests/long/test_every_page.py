"""What `tests/test_pages.py` asks of some pages of the example, asked of all."""

import pytest

from tests import test_pages
from tests.test_pages import (
    chromium,
    test_no_page_says_anything_on_the_console_or_asks_for_anything_off_the_site,
    test_no_page_scrolls_sideways,
    test_pages_say_the_same_without_script,
)

__all__ = [
    "chromium",
    "test_no_page_says_anything_on_the_console_or_asks_for_anything_off_the_site",
    "test_no_page_scrolls_sideways",
    "test_pages_say_the_same_without_script",
]


@pytest.fixture(autouse=True)
def _every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_pages, "PAGES", test_pages.every_page())
