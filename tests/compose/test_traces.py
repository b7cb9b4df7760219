"""What a page read of one corpus, held against another."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sitegen.compose.corpus import Corpus
from sitegen.compose.lookup import Lookup
from sitegen.compose.traces import Changes, How


def touched(before: Any, now: Any, how: How, *keys: Any) -> bool:
    """Whether two look-ups answer otherwise by any of `keys`."""
    corpora = (cast(Corpus, SimpleNamespace(names=value)) for value in (before, now))
    return Changes(*corpora).touch({(("names",), how): frozenset(keys)})


@pytest.mark.parametrize(
    ("key", "is_touched"), [("same", False), ("changed", True), ("gone", True), ("new", True), ("nowhere", False)]
)
def test_a_page_is_touched_by_the_keys_that_it_read(key: str, *, is_touched: bool) -> None:
    before, now = {"same": 1, "changed": 2, "gone": 3}, {"new": 4, "changed": 5, "same": 1}
    assert touched(before, now, "at", key) is is_touched


def test_whether_a_key_is_there_counts_without_its_value() -> None:
    before, now = {"changed": 1, "gone": 2}, {"changed": 3}
    assert [touched(before, now, "has", key) for key in ("changed", "gone")] == [False, True]


def test_a_default_is_an_answer_and_comparing_leaves_none_behind() -> None:
    before, now = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    before["asked"], before["filled"] = [], [1]
    assert [touched(before, now, "at", key) for key in ("asked", "filled")] == [False, True]
    assert not now


def test_of_ids_that_were_asked_for_together_the_order_of_the_items_counts() -> None:
    before, now = (Lookup(words, str.split) for words in (("ferry", "tram"), ("tram", "ferry")))
    assert touched(before, now, "of", ("ferry", "tram"))
    assert not touched(before, now, "of", ("ferry",), ("tram",))


def test_of_what_was_read_as_a_whole_the_order_counts() -> None:
    one, other = {"a": 1, "b": 2}, {"b": 2, "a": 1}
    assert touched(one, other, "all", None)
    assert not touched(one, dict(one), "all", None)
