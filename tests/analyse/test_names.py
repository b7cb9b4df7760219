"""Names: the cases in prose, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse.names import find_names
from sitegen.analyse.sentences import split_sentences
from tests.prose import Case, read_cases

CASES = read_cases(Path(__file__).parents[1] / "cases/analyse/names.md")
PIECES = [
    "Ada",
    "Reed",
    "President",
    "of",
    "the",
    "Ministry",
    "Norway",
    "’s",
    " ",
    ", ",
    ". ",
    "van",
    "U.S.",
    "A.",
    "-",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    sentences = [case.given[start:end] for start, end in split_sentences(case.given)]
    found = zip(sentences, find_names(sentences), strict=True)
    lines = [f"{kind} | {sentence[start:end]}" for sentence, names in found for start, end, kind in names]
    assert lines == case.expected.split("\n")


def test_a_word_seen_small_elsewhere_is_no_name_at_a_beginning() -> None:
    assert find_names(["Ferry Reed sank.", "The ferry was old."]) == [[(6, 10, "other")], []]


@given(st.lists(st.text() | st.lists(st.sampled_from(PIECES), max_size=20).map("".join), max_size=3))
def test_names_of_any_sentences_are_ordered_and_apart(sentences: list[str]) -> None:
    for sentence, names in zip(sentences, find_names(sentences), strict=True):
        assert all(0 <= start < end <= len(sentence) for start, end, _ in names)
        assert all(before[1] <= after[0] for before, after in pairwise(names))
