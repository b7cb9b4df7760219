"""Events: dates of one statement together, and the day of saying apart from that of what is said."""

from dataclasses import replace

import pytest

from sitegen.events import find_events
from tests.compose.finds import bare, date
from tests.world import World


def test_sentences_of_one_statement_on_one_date_are_one_event() -> None:
    world = World({"a.md": "# A\n\nThe bridge reopened on Sunday.\n", "b.md": "# B\n\nOn Sunday it reopened.\n"})
    world.say("On Sunday it", ("The bridge reopened", "same"))
    briefing = date(bare(world), "Sunday", "2024-05-12", "as written")
    (event,) = find_events(briefing)
    assert (event.sentence, event.also) == (world.sentence("On Sunday").id, (world.sentence("The bridge").id,))


def test_a_wider_time_goes_to_the_only_narrower_one_of_its_statement() -> None:
    world = World({"a.md": "# A\n\nIt reopened in May.\n", "b.md": "# B\n\nIt reopened on Sunday.\n"})
    world.say("It reopened in May", ("It reopened on Sunday", "same"))
    briefing = date(date(bare(world), "May", "2024-05", "as written"), "Sunday", "2024-05-12", "as written")
    (event,) = find_events(briefing)
    assert (event.value, event.sentence) == ("2024-05-12", world.sentence("It reopened in May").id)
    other = date(date(bare(world), "May", "2024-06", "as written"), "Sunday", "2024-05-12", "as written")
    assert [event.value for event in find_events(other)] == ["2024-05-12", "2024-06"]


def test_two_dates_of_one_sentence_are_two_events() -> None:
    world = World({"a.md": "# A\n\nIn 2024 it rained; on Sunday it stopped.\n"})
    briefing = date(date(bare(world), "2024", "2024", "as written"), "Sunday", "2024-05-12", "as written")
    assert [event.value for event in find_events(briefing)] == ["2024", "2024-05-12"]


@pytest.mark.parametrize(
    ("text", "is_saying"),
    [
        ("Ada Lind said on Sunday that the bridge was shut.", True),
        ("Ada Lind said in a letter on Sunday that the bridge was shut.", True),
        ("Ada Lind told the Harbour Post on Sunday that it was shut.", True),
        ("“The bridge is shut,” Ada Lind said Sunday.", True),
        ("The bridge is shut, Ada Lind said on Sunday.", True),
        ("Ada Lind on Sunday said that the bridge was shut.", True),
        ("On Sunday, Ada Lind said that the bridge was shut.", True),
        ("At a meeting on Sunday, Ada Lind, the mayor, said that it was shut.", True),
        ("The bridge was shut on Sunday, and Ada Lind said that it was unsafe.", False),
        ("Ada Lind said that the bridge was shut on Sunday.", False),
        ("Ada Lind said the bridge was shut on Sunday.", False),
        ("Ada Lind said Sunday’s storm had shut the bridge.", False),
        ("The bridge was shut on Sunday, Ada Lind said.", False),
        ("The bridge was shut on Sunday.", False),
    ],
)
def test_a_date_beside_the_verb_of_saying_is_the_day_of_saying(text: str, is_saying: bool) -> None:
    world = World({"a.md": f"# A\n\n{text}\n"})
    found = bare(world)
    quotes = tuple(quote for analysis in world.analyses for quote in analysis.quotes)
    found = replace(found, analyses=(replace(found.analyses[0], quotes=quotes),))
    (event,) = find_events(date(found, "Sunday", "2024-05-12", "as written"))
    assert event.is_saying is is_saying


@pytest.mark.parametrize(
    ("text", "value", "outlook"),
    [
        ("Trams run from Monday.", "2024-05-13", "expected"),
        ("Trams will run again on Monday.", "2024-05-13", "expected"),
        ("Trams will run again after the storm on Monday.", "2024-05-06", ""),
        ("Trams may have run on Monday.", "2024-05-06", "possible"),
        ("Trams may run on Monday.", "2024-05-13", "possible"),
        ("Trams ran on Monday, and perhaps they should stop.", "2024-05-06", ""),
        ("Trams ran on Monday.", "2024-05-06", ""),
    ],
)
def test_what_is_dated_after_its_report_is_expected_and_what_is_dated_before_it_is_not(
    text: str, value: str, outlook: str
) -> None:
    file = f"---\npublished: 2024-05-12\n---\n# A\n\n{text}\n"
    briefing = date(bare(World({"a.md": file})), "Monday", value, "as written")
    assert [event.outlook for event in find_events(briefing)] == [outlook]
