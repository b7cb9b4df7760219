"""Values are stored and come back equal; a digest tells values apart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

import pytest

from sitegen.stored_values import decode, digest_of, encode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int = 0
    share: float | None = None
    kind: Literal["noun", "verb"] = "noun"
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Passage(Generic[T]):
    of: Word
    words: tuple[Word, ...]
    inside: T
    pairs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    titles: Mapping[str, str]


WORD = Word("cr\ud800ane", 3, 0.1)
PASSAGE = Passage(WORD, (WORD, Word("é", is_known=True)), Word("late", kind="verb"), (("a", 1), ("b", 2)))


def test_what_is_stored_comes_back() -> None:
    assert decode(encode(PASSAGE, None), Passage[Word], None) == PASSAGE
    assert decode(encode((None, 1, 1.5), None), tuple[str | None, int, float], None) == (None, 1, 1.5)
    titles = Options({"b": "one", "a": "two"})
    assert decode(encode(titles, None), Options, None) == titles
    assert decode(encode(frozenset({3, 1}), None), frozenset[int], None) == {1, 3}
    assert decode(encode({2: WORD}, None), Mapping[int, Word], None) == {2: WORD}


def test_what_a_result_was_made_of_is_not_stored_with_it() -> None:
    data = encode(PASSAGE, WORD)
    assert b"ane" not in data
    again = decode(data, Passage[Word], WORD)
    assert again == PASSAGE
    assert again.of is WORD


@pytest.mark.parametrize("value", [object(), [1], {1}, b"a", ({"b"},)])
def test_what_would_not_come_back_is_not_stored(value: Any) -> None:
    with pytest.raises(TypeError):
        encode(value, None)


def test_values_that_differ_have_other_digests() -> None:
    others = (
        PASSAGE,
        Options({"a": "b"}),
        Options({"a": "c"}),
        Options({}),
        replace(PASSAGE, words=()),
        replace(PASSAGE, of=replace(WORD, start=4)),
        WORD,
        ("a", "b"),
        ("a,b",),
        ("a", ("b",)),
        (1,),
        (1.0,),
        ("1",),
        (b"1",),
        (None,),
        (True,),
        frozenset({1, 2}),
        {"a": 1},
    )
    assert len({digest_of(value) for value in others}) == len(others)


def test_the_order_of_mappings_and_sets_does_not_count() -> None:
    assert digest_of({"a": 1, "b": 2}) == digest_of(MappingProxyType({"b": 2, "a": 1}))
    assert digest_of(frozenset("abcdef")) == digest_of(frozenset("fedcba"))


def test_what_has_no_digest_is_refused() -> None:
    with pytest.raises(TypeError):
        digest_of(object())
