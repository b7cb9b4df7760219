"""Where sentences end: the cases in prose, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse.quotation_marks import quotations
from sitegen.analyse.sentences import split_sentences
from sitegen.languages import ENGLISH, GERMAN, Language, language_for
from tests.prose import Case, read_cases

CASES = read_cases(Path(__file__).parents[1] / "cases/analyse/sentences.md")
PIECES = [
    "A",
    "b",
    " ",
    ". ",
    "! ",
    "”",
    "“",
    '"',
    "'",
    "(",
    ")",
    "[1]",
    "Mr.",
    "U.S.",
    "no. ",
    "1. ",
    "...",
    "。",
    "\n",
    "é",
    "„",
    "»",
    "«",
    "‚",
    "‘",
    "z. B.",
    "3. Mai",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
LANGUAGES = st.sampled_from([ENGLISH, GERMAN])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    assert [case.given[start:end] for start, end in split_sentences(case.given)] == case.expected.split("\n")


@given(TEXTS, LANGUAGES)
def test_any_text_is_cut_into_spans_that_are_ordered_trimmed_and_complete(text: str, language: Language) -> None:
    spans = split_sentences(text, language)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {offset for start, end in spans for offset in range(start, end)}
    assert all(offset in covered or character.isspace() for offset, character in enumerate(text))


@given(TEXTS, LANGUAGES, st.booleans())
def test_quotations_of_any_text_are_ordered_and_apart(text: str, language: Language, runs_on: bool) -> None:
    spans = quotations(text, language.marks, runs_on=runs_on)
    assert all(0 < start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(st.integers(1, 40), st.integers(1, 12), st.sampled_from(["{}. ", "{}) ", "• {}. ", "⁃{}.) "]), st.booleans())
def test_each_item_of_a_list_in_one_paragraph_is_a_sentence(
    first: int, count: int, style: str, has_stops: bool
) -> None:
    items = [style.format(number) + "The ferry sails" + "." * has_stops for number in range(first, first + count)]
    text = " ".join(items)
    assert [text[start:end] for start, end in split_sentences(text)] == items


@given(
    st.lists(st.sampled_from(["The ferry sails.", "Why?", "Ada B. Reed left", "no", "a", "Work!"]), max_size=6),
    st.sampled_from(["“”", '""', "«»", "()", "[]"]),
)
def test_no_sentence_ends_inside_brackets_or_a_quotation_of_part_of_a_sentence(words: list[str], marks: str) -> None:
    inside = " ".join(["what", *words])[:70]  # a long quotation that ends with a stop is one of whole sentences
    text = f"They wrote {marks[0]}{inside}{marks[1]} and left."
    assert split_sentences(text) == [(0, len(text))]


def test_no_text_has_no_sentences() -> None:
    assert split_sentences("") == split_sentences(" \n") == []


def test_an_unknown_language_is_split_as_english() -> None:
    assert language_for("xx-YY") is language_for("en-GB") is ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        *(piece * 20_000 for piece in ("a.b. ", " 'a", '"a ', "(a. ", ". ", "A. B ", "1) A ")),
        " ".join(f"{number}) A" for number in range(1, 20_000)),
    ],
)
def test_a_long_line_of_one_pattern_takes_time_in_proportion(text: str) -> None:
    assert split_sentences(text)[-1][1] == len(text.rstrip())
