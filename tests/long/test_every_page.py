"""What `tests/test_pages.py` asks of some pages of the example, asked of all."""

import pytest

from tests.test_pages import (
    chromium,
    every_page,
    seen,
    test_no_page_says_anything_on_the_console_or_asks_for_anything_off_the_site,
    test_no_page_scrolls_sideways,
    test_pages_say_the_same_without_script,
)

__all__ = [
    "chromium",
    "seen",
    "test_no_page_says_anything_on_the_console_or_asks_for_anything_off_the_site",
    "test_no_page_scrolls_sideways",
    "test_pages_say_the_same_without_script",
]


@pytest.fixture(scope="module")
def paths() -> list[str]:
    return every_page()
