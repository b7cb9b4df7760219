"""What takes long of the crashes of `tests/test_write.py`: at each operation, two in a row, and what people do between
them."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.project import tree
from tests.small_sites import NEW, NEWER, OLD, assert_each_is_whole, crashed, edited, write_pages
from tests.test_write import (
    output,
    test_crash_at_any_operation_of_a_first_build_leaves_nothing_that_the_next_does_not_mend,
    test_crash_at_any_operation_of_a_later_build_leaves_each_page_whole_and_the_next_equals_a_clean_one,
    test_fault_at_any_operation_is_reported_and_leaves_the_former_site,
)

__all__ = [
    "output",
    "test_crash_at_any_operation_of_a_first_build_leaves_nothing_that_the_next_does_not_mend",
    "test_crash_at_any_operation_of_a_later_build_leaves_each_page_whole_and_the_next_equals_a_clean_one",
    "test_fault_at_any_operation_is_reported_and_leaves_the_former_site",
]


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1)


def test_two_crashes_in_a_row_with_other_content_each_time_are_still_recognised_as_ours(
    tmp_path: Path,
) -> None:
    one, two, three = {"a": "1"}, {"a": "2", "b/c": "2"}, {"a": "3"}
    write_pages(tmp_path / "fresh", one)
    fresh = tree(tmp_path / "fresh")
    for first in count(1):
        for second in (first, 2 * first):
            output = tmp_path / f"{first}-{second}"
            write_pages(output, one)
            is_crashed = crashed(output, two, first)
            crashed(output, three, second)
            assert_each_is_whole(output, one, two, three)
            assert write_pages(output, one).problems == ()
            assert tree(output) == fresh
        if not is_crashed:
            break
    assert first > 3 * len(two)


def test_page_edited_after_a_crash_at_any_operation_is_kept(tmp_path: Path) -> None:
    output = tmp_path / "site"
    for number in count(1):
        write_pages(output, OLD)
        is_crashed = crashed(output, NEW, number)
        (output / "index.html").write_text("mine")
        for _ in range(2):
            assert edited(write_pages(output, NEWER), output) == ["index.html"]
        assert (output / "index.html").read_text() == "mine"
        shutil.rmtree(output)
        if not is_crashed:
            break
    assert number > 3 * len(NEW)
