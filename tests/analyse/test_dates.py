"""Dates: the cases in prose, what an unknown publication date means, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse.date_values import anchor_of
from sitegen.analyse.dates import find_dates
from tests.prose import Case, read_cases

CASES = read_cases(Path(__file__).parents[1] / "cases/analyse/dates.md")
MONDAY = anchor_of("2025-12-15")
PIECES = ["May", "5", " ", ", ", "2025", "-", "/", "Monday", "last", "week", "ago", "two", "the", "in", "1990s", "next"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    found = find_dates(case.given, MONDAY)
    lines = [f"{case.given[start:end]} | {reading.value or 'none'}" for start, end, reading in found]
    assert lines == (case.expected.split("\n") if case.expected else [])


def only_reading(text: str, published: str | None) -> tuple[str | None, str]:
    [(_, _, reading)] = find_dates(text, anchor_of(published))
    return reading.value, str(reading.basis)


def test_the_basis_says_how_a_day_was_found() -> None:
    assert only_reading("It began on Sunday.", "2025-12-15T08:00:00Z") == (
        "2025-12-14",
        "from the publication date, 2025-12-15, a Monday: the latest Sunday",
    )
    assert only_reading("It began in May 2022.", None) == ("2022-05", "as written")


def test_without_a_publication_date_relative_words_have_no_value() -> None:
    assert only_reading("It began on Sunday.", None) == (None, "the article has no publication date")
    assert only_reading("It began last week.", None) == (None, "the article has no publication date")
    assert only_reading("It began on 5 May.", None) == (
        None,
        "the year is not stated, and the article has no publication date",
    )


def test_a_publication_date_without_its_day_anchors_nothing() -> None:
    assert only_reading("It began on Sunday.", "2025-12") == (
        None,
        "the article's publication date, 2025-12, is not a full date",
    )


def test_an_ambiguous_date_names_both_readings() -> None:
    assert only_reading("Signed 3/4/2024.", None) == (None, "could be 3 April or 4 March 2024")


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-12-15", "They will meet next Monday.", "2025-12-22"),
        ("2025-12-15", "They met last Monday.", "2025-12-08"),
        ("2025-12-15", "They are expected to meet on Monday.", "2025-12-15"),
        ("2026-01-02", "They met on 30 December.", "2025-12-30"),
        ("2026-01-02", "They met in December.", "2025-12"),
        ("2026-01-02", "They met last month.", "2025-12"),
        ("2024-02-29", "They met a year ago.", "2023"),
        ("0001-01-01", "They met yesterday.", None),
        ("2025-12-14", "They met at the weekend.", "2025-12-13/2025-12-14"),
    ],
)
def test_the_calendar_holds_at_its_edges(published: str, text: str, value: str | None) -> None:
    assert only_reading(text, published)[0] == value


@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join),
    st.none() | st.dates().map(lambda day: day.isoformat()),
)
def test_dates_of_any_text_are_ordered_and_apart(text: str, published: str | None) -> None:
    found = find_dates(text, anchor_of(published))
    assert all(0 <= start < end <= len(text) and reading.basis for start, end, reading in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
