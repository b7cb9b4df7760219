"""Datelines and agencies of first lines; and sentences that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Metadata
from sitegen.parse.credits import find_credits
from sitegen.reasons import worded

STATED = worded("front matter")


def found(line: str) -> tuple[str | None, str | None]:
    """Dateline and agency."""
    metadata = find_credits(line, Metadata())
    return metadata.dateline, metadata.agency


@pytest.mark.parametrize(
    ("line", "dateline", "agency"),
    [
        ("KYIV (Reuters) - Trams run again.", "KYIV", "Reuters"),
        ("KYIV, Ukraine (AP) — Trams run again.", "KYIV, Ukraine", "AP"),
        ("WASHINGTON, Dec. 14 (AP) -- Trams run again.", "WASHINGTON", "AP"),
        ("Berlin, 14 December 2025 (dpa) – Bahnen fahren wieder.", "Berlin", "dpa"),
        ("New York (AFP) – Trams run again.", "New York", "AFP"),
        ("NEW YORK — Trams run again.", "NEW YORK", None),
        ("SÃO PAULO – Os bondes voltam.", "SÃO PAULO", None),
        ("ST. JOHN'S, Newfoundland — Trams run again.", "ST. JOHN'S, Newfoundland", None),
        ("LONDON/PARIS (Reuters) - Trams run again.", "LONDON/PARIS", "Reuters"),
        ("MOSCOW - Trams run again.", "MOSCOW", None),
        ("(Reuters) - Trams run again.", None, "Reuters"),
        ("(AP) — Trams run again.", None, "AP"),
    ],
)
def test_a_first_line_says_where_it_was_filed_and_by_whom(line: str, dateline: str | None, agency: str | None) -> None:
    assert found(line) == (dateline, agency)


@pytest.mark.parametrize(
    "line",
    [
        "Paris — city of light — wants trams.",
        "COVID-19 cases rose again.",
        "NATO-Beitritt bleibt offen.",
        "F-16 jets flew over the town.",
        "I — who have no car — take the tram.",
        "U.S. — Iran talks go on.",
        "BREAKING — Trams run again.",
        "UPDATE - Trams run again.",
        "NATO — the alliance — wants trams.",
        "Trams (the old ones) - run again.",
        "The mayor (Labour) - said so.",
        "KYIV Trams run again.",
        "kyiv (Reuters) - Trams run again.",
        "",
        "–",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert found(line) == (None, None)


def test_what_the_article_states_itself_stands() -> None:
    stated = Metadata(
        dateline="Lviv",
        agency="Ukrinform",
        basis=(("agency", STATED), ("dateline", STATED)),
    )
    assert find_credits("KYIV (Reuters) - Trams run again.", stated) == stated


def test_every_finding_says_where_it_was_found() -> None:
    metadata = find_credits("KYIV (Reuters) - Trams run.", Metadata(author="A", basis=(("author", STATED),)))
    assert tuple((name, str(basis)) for name, basis in metadata.basis) == (
        ("agency", "the first line of the text"),
        ("author", "front matter"),
        ("dateline", "the first line of the text"),
    )


def test_a_dateline_stands_at_the_beginning_or_not_at_all() -> None:
    assert found("Trams run. KYIV (Reuters) - Trams run again.") == (None, None)
    assert found("A" * 90 + " (Reuters) - Trams run again.") == (None, None)


@given(st.text(alphabet="ABc -–—/.,()'Reuters", max_size=120))
def test_what_is_found_stands_in_the_line(line: str) -> None:
    dateline, agency = found(line)
    assert (dateline or "") in line
    assert (agency or "") in line
