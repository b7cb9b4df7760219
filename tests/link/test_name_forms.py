"""Which two names may name the same."""

import pytest

from sitegen.link.name_forms import fold, initials, last_names, likeness, meeting_points, skeleton
from sitegen.model import EntityKind

SAME: list[tuple[EntityKind, str, str, str]] = [
    ("person", "Kateryna Melnyk", "Kateryna Melnik", "spelled otherwise"),
    ("person", "Taras Horelsky", "Taras Horelskyy", "spelled otherwise"),
    ("person", "Taras Horelsky", "Taras Horelskiy", "spelled otherwise"),
    ("person", "Тарас Горельский", "Taras Gorelsky", "spelled otherwise"),
    ("person", "Asta Lindqvist", "Asta Lindquist", "spelled otherwise"),
    ("person", "Muammar Qassem", "Moammar Kassem", "spelled otherwise"),
    ("person", "José Ibáñez", "JOSE IBANEZ", "the same but for accents, marks and capitals"),
    ("person", "Reed, Ada", "Ada Reed", "the same but for accents, marks and capitals"),
    ("person", "Dr. Ada Reed", "Ada Reed", "the same but for accents, marks and capitals"),
    ("person", "Ada J. Reed", "Ada Reed", "with or without a middle name"),
    ("person", "Will Reed", "William Reed", "with another form of the first name"),
    ("person", "A. Reed", "Ada Reed", "with another form of the first name"),
    ("person", "Ada Reed Jr.", "Ada Reed", "with or without Jr."),
    (
        "organisation",
        "The Tarka Mining Company",
        "Tarka Mining Co.",
        "the same but for its form, small words and marks",
    ),
    ("organisation", "Reed & Sons", "Reed and Sons", "the same but for its form, small words and marks"),
    ("organisation", "Skarne Labour Organisation", "Skarne Labor Organization", "the same but for its form"),
    ("organisation", "Lauterfeld", "Lautrefeld", "differs by a letter"),
]
OTHERS: list[tuple[EntityKind, str, str]] = [
    ("person", "Ada Reed", "Bo Reed"),
    ("person", "Jo Kim", "Jo Kin"),
    ("person", "Tim Lund", "Tom Lund"),
    ("person", "Daniel Lund", "Daniela Lund"),
    ("person", "Ada Marie Reed", "Ada Louise Reed"),
    ("person", "Ada Reed Jr.", "Ada Reed Sr."),
    ("person", "Li", "Lee"),
    ("person", "이재형", "이재명"),
    ("organisation", "Bank of Iran", "Bank of Iraq"),
    ("organisation", "Skarne Fund I", "Skarne Fund II"),
    ("organisation", "Skarne Council", "Skarne Councils of the Coast"),
    ("event", "Thunderbolt", "Thunderbolts"),
]


@pytest.mark.parametrize(("kind", "one", "other", "reason"), SAME)
def test_names_that_may_be_one_say_why(kind: EntityKind, one: str, other: str, reason: str) -> None:
    for alike in (likeness(one, other, kind), likeness(other, one, kind)):
        assert alike
        assert str(alike.reason).startswith(reason)
    assert meeting_points(one, kind) & meeting_points(other, kind)


@pytest.mark.parametrize(("kind", "one", "other"), OTHERS)
def test_names_of_others_are_not_alike(kind: EntityKind, one: str, other: str) -> None:
    assert likeness(one, other, kind) is None
    assert likeness(other, one, kind) is None


def test_folding_leaves_small_letters_without_accents() -> None:
    assert fold("Łódź") == "lodz"
    assert fold("Håkan O’Brien") == "hakan obrien"
    assert fold("Львов") == "lvov"


def test_a_skeleton_is_what_transliterations_share() -> None:
    assert skeleton("Horelsky") == skeleton("Horelskyy") == skeleton("Horelskiy")
    assert skeleton("Gaddari") == skeleton("Qaddari") == skeleton("Khadari")
    assert skeleton("Osama") == skeleton("Usama")


def test_initials_are_those_with_and_without_small_words() -> None:
    assert initials("Bank of Skarne") == {"BOS", "BS"}
    assert initials("the United Dock Workers Inc.") == {"UDW"}
    assert initials("Skarne Broadcasting Corp.") == {"SBC", "SB"}
    assert initials("U.S. Harbour Court") == {"USHC"}


def test_a_last_name_may_have_small_words() -> None:
    assert last_names("Ulla von der Leek") == ("von der leek", "der leek", "leek")


def test_what_is_too_long_for_a_name_is_compared_with_nothing() -> None:
    long = "Skarne" * 10_000
    assert likeness(long, f"{long}x", "organisation") is None
    assert meeting_points(long, "organisation") == frozenset()
