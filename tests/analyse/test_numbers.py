"""Numbers: the cases in prose, and what holds for any text."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse.date_values import anchor_of
from sitegen.analyse.dates import find_dates
from sitegen.analyse.numbers import FoundNumber, find_numbers
from sitegen.languages import GERMAN, NumberTable
from tests.prose import Case, read_cases

CASES_FOLDER = Path(__file__).parents[1] / "cases/analyse"
CASES = read_cases(CASES_FOLDER / "numbers.md")
GERMAN_CASES = read_cases(CASES_FOLDER / "german_numbers.md")
MONDAY = anchor_of("2025-12-15")
MARKS = {"about": "~", "more than": ">", "at least": "≥", "at most": "≤"}
PIECES = [
    "40",
    "2.5",
    "1,000",
    "two",
    "hundred",
    "and",
    "a",
    "million",
    "dozens",
    "of",
    "to",
    "-",
    "%",
    "$",
    "people",
    "more",
]
PIECES += [
    "than",
    "or",
    "so",
    "from",
    "between",
    "half",
    "third",
    "3rd",
    "aged",
    "years",
    "old",
    ":30",
    "pm",
    "one",
    "Article",
]


def line(text: str, number: FoundNumber) -> str:
    """A number as the cases write it."""
    low, high = number.low, number.high
    if number.exactness == "range":
        value = f"{low}–{high}"
    elif number.exactness == "vague":
        value = f"≥{low}" if low is not None else "?"
    else:
        value = MARKS.get(number.exactness, "") + str(
            "?" if low is None and high is None else high if low is None else low
        )
    unit = f" {number.unit}" if number.unit else ""
    counted = f" | {number.counted}" if number.counted else ""
    return f"{text[number.start : number.end]} | {number.kind} | {value}{unit}{counted}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    dates = [(start, end) for start, end, _ in find_dates(case.given, MONDAY)]
    lines = [line(case.given, number) for number in find_numbers(case.given, dates)]
    assert lines == (case.expected.split("\n") if case.expected else [])


@pytest.mark.parametrize("case", GERMAN_CASES, ids=lambda case: case.name)
def test_german_cases(case: Case) -> None:
    lines = [line(case.given, number) for number in find_numbers(case.given, (), GERMAN.numbers)]
    assert lines == case.expected.split("\n")


def test_a_language_without_a_table_has_its_figures_alone() -> None:
    text = "It cost 40 crowns and two dozen eggs."
    assert [text[number.start : number.end] for number in find_numbers(text, (), NumberTable())] == ["40"]


@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join) | st.text(alphabet="0123456789,.$%- mn")
)
def test_numbers_of_any_text_are_ordered_apart_and_what_they_claim(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for number in found:
        assert number.counted is None or number.counted in text[number.end :]
        if number.exactness in ("exact", "about"):
            assert number.low == number.high
        elif number.low is not None and number.high is not None:
            assert number.low < number.high


def test_words_that_name_a_time_are_no_numbers() -> None:
    text = "It began on 5 May 2022 with 40 people."
    dates = [(start, end) for start, end, _ in find_dates(text, MONDAY)]
    assert [text[number.start : number.end] for number in find_numbers(text, dates)] == ["40"]


@pytest.mark.parametrize("piece", ["1,000,", "two hundred and ", "40 ", "tens of ", "9" * 10, "1-", "a ", "more than "])
def test_the_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = process_time()
        find_numbers(text)
        return process_time() - began

    seconds(2_000)
    assert min(seconds(40_000) for _ in range(3)) < 40 * max(min(seconds(4_000) for _ in range(3)), 0.002)
