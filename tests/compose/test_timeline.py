"""The timeline: dates in their order, as precise as they are known, and what can't be dated."""

import pytest

from sitegen.compose.pages import TimelinePage
from sitegen.interface import ENGLISH
from sitegen.iso_dates import first_day
from sitegen.model import Briefing
from tests.compose.finds import bare, date
from tests.world import World, bridge_world, links, pages

BASIS = "from the publication date, 2024-05-13, a Monday: the latest Sunday"


def timeline(briefing: Briefing) -> TimelinePage:
    page = pages(briefing)["timeline.html"]
    assert isinstance(page, TimelinePage)
    return page


def test_dates_stand_in_order_the_less_precise_first() -> None:
    text = "# A\n\nIn May. On Sunday. In 2024. On Monday. From May to June. In 1931.\n"
    briefing = bare(World({"a.md": text}))
    for words, value in (
        ("In May", "2024-05"),
        ("Sunday", "2024-05-12"),
        ("2024", "2024"),
        ("Monday", "2024-05-01"),
        ("May to June", "2024-05/2024-06"),
        ("1931", "1931"),
    ):
        briefing = date(briefing, words, value, "as written")
    page = timeline(briefing)
    assert [(found.value, found.words) for found in page.dates] == [
        ("1931", "1931"),
        ("2024", "2024"),
        ("2024-05", "May 2024"),
        ("2024-05", "May 2024 to June 2024"),
        ("2024-05-01", "1 May 2024"),
        ("2024-05-12", "12 May 2024"),
    ]
    assert page.counts == "6 dates in 6 sentences."


def test_an_entry_has_the_words_as_written_the_working_and_the_day_of_the_report() -> None:
    page = timeline(date(bare(bridge_world()), "Sunday", "2024-05-12", BASIS))
    (found,) = page.dates
    line = found.items[0].line
    assert "".join(piece.text for piece in line.pieces) == line.text == "The bridge at Vessel reopened on Sunday."
    assert [piece.text for piece in line.pieces if piece.is_marked] == ["Sunday"]
    readings = [(reading.words, reading.basis, reading.reported) for reading in found.items[0].readings]
    assert readings == [("Sunday", BASIS, "2024-05-12"), ("Sunday", BASIS, "2024-05-13")]


def test_those_that_say_the_same_of_one_day_stand_behind_one_sentence_with_their_notes() -> None:
    page = timeline(date(bare(bridge_world()), "Sunday", "2024-05-12", BASIS))
    (item,) = page.dates[0].items
    assert [mark.number for mark in item.line.notes] == ["1.1", "2.1"]
    marks = sorted((mark.href, f"#{mark.id}") for mark in item.line.notes)
    assert marks == sorted((f"#{p.id}", link.href) for s in page.sources for p in s.passages for link in p.back)


def test_a_sentence_that_names_two_dates_stands_at_both() -> None:
    briefing = bare(World({"a.md": "# A\n\nIt began in 1931 and ended in 1945.\n"}))
    page = timeline(date(date(briefing, "1931", "1931", "as written"), "1945", "1945", "as written"))
    assert [[p.text for p in d.items[0].line.pieces if p.is_marked] for d in page.dates] == [["1931"], ["1945"]]
    assert [d.items[0].line.notes[0].id.rpartition("-")[2] for d in page.dates] == ["1931", "1945"]


def test_what_is_expected_is_never_shown_as_done() -> None:
    text = """---
date: 2024-05-13
---

# A

The bridge will reopen on 20 May 2024. Boats may pass in 2023. It closed on 2 May 2024. Tolls start on 1 June 2024.
Sam Doe said it will be painted in July 2024.
"""
    page = timeline(World({"a.md": text}).briefing())
    assert [(found.value, item.outlook) for found in page.dates for item in found.items] == [
        ("2023", "possible"),
        ("2024-05-02", ""),
        ("2024-05-20", "expected"),
        ("2024-06-01", "expected"),
        ("2024-07", "expected"),
    ]


def test_what_cannot_be_dated_is_counted_with_its_reason() -> None:
    why = "the article has no publication date"
    briefing = bare(World({"a.md": "# A\n\nMonday came. Monday went. Last week was long. In 1931 it rained.\n"}))
    briefing = date(date(briefing, "Monday", None, why), "Last week", None, why)
    (undated,) = timeline(date(briefing, "1931", "1931", "as written")).undated
    assert (undated.count, undated.example, undated.reason) == (3, "Monday", why)


def test_when_nothing_can_be_dated_there_is_no_page_and_no_link() -> None:
    found = pages(date(bare(bridge_world()), "Sunday", None, "the article has no publication date"))
    assert "timeline.html" not in found
    assert "Timeline" not in [link.text for link in links(found["index.html"])]


@pytest.mark.parametrize(
    ("value", "first", "words"),
    [
        ("2019", "2019-01-01", "2019"),
        ("2019-11", "2019-11-01", "November 2019"),
        ("2019-11-08", "2019-11-08", "8 November 2019"),
        ("2019-W47", "2019-11-18", "Week of 18 November 2019"),
        ("2019-11-16/2019-11-17", "2019-11-16", "16 November 2019 to 17 November 2019"),
        ("2010/2019", "2010-01-01", "2010 to 2019"),
        ("-0044", "-0044", "-0044"),
    ],
)
def test_a_value_is_put_in_words_with_the_precision_that_it_has(value: str, first: str, words: str) -> None:
    assert (first_day(value), ENGLISH.date(value)) == (first, words)


def test_of_dates_that_as_many_articles_carry_the_latest_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.timeline.MANY_LINES", 2)
    briefing = bare(World({"a.md": "# A\n\nIt began in 1931. It moved in 1938. It ended in 1945.\n"}))
    for year in ("1931", "1938", "1945"):
        briefing = date(briefing, year, year, "as written")
    page = timeline(briefing)
    assert [found.value for found in page.dates] == ["1938", "1945"]
    assert page.more == 1
