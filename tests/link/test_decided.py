"""Names as the desk decides on them: split, joined, shown otherwise; at the same address."""

import pytest

from sitegen.link import LinkOptions, link
from sitegen.model import Because, Briefing, Decisions, Entity, EntityKind, NameDecision
from tests.link.world import analyses

PEOPLE: dict[str, EntityKind] = {
    "Asta Lindqvist": "person",
    "Asta Lindquist": "person",
    "Lindqvist": "person",
    "Lindquist": "person",
    "Bo Ek": "person",
    "The Lady": "other",
    "Skarne": "place",
}
SENTENCES = [
    "Asta Lindqvist came to Skarne.",
    "Asta Lindqvist left, and Lindqvist slept.",
    "Asta Lindquist and Lindquist met Bo Ek.",
    "The Lady of Skarne sang.",
]


def made(*decisions: NameDecision) -> Briefing:
    return link(analyses({"a": SENTENCES}, PEOPLE), LinkOptions(), decisions=Decisions(names=decisions)).value


def named(*decisions: NameDecision) -> dict[str, Entity]:
    return {entity.id: entity for entity in made(*decisions).entities}


def forms(*decisions: NameDecision) -> dict[str, set[str]]:
    return {id_: set(entity.forms) for id_, entity in named(*decisions).items()}


APART = NameDecision("Asta Lindqvist", not_same_as=("Asta Lindquist",), because=Because("cousins"))
ONE_NAME = {"Asta Lindqvist", "Asta Lindquist", "Lindqvist", "Lindquist"}


def test_without_decisions_the_evidence_stands() -> None:
    assert forms() == {
        "asta-lindqvist": ONE_NAME,
        "bo-ek": {"Bo Ek"},
        "skarne": {"Skarne"},
        "the-lady": {"The Lady"},
    }


@pytest.mark.parametrize(
    "decision", [APART, NameDecision("Asta Lindquist", not_same_as=("ASTA LINDQVIST",))], ids=["one way", "other way"]
)
def test_two_that_are_not_the_same_part_with_the_short_forms_of_each(decision: NameDecision) -> None:
    found = forms(decision)
    assert found["asta-lindqvist"] == {"Asta Lindqvist", "Lindqvist"}
    assert found["asta-lindquist"] == {"Asta Lindquist", "Lindquist"}


def test_what_the_evidence_keeps_apart_stays_so() -> None:
    assert forms(NameDecision("Bo Ek", not_same_as=("The Lady",))) == forms()


def test_an_alias_that_is_a_name_brings_all_of_it_along() -> None:
    found = forms(NameDecision("The Lady", aliases=("Asta Lindqvist",)))
    assert found["the-lady"] == {"The Lady", *ONE_NAME}
    assert "asta-lindqvist" not in found


def test_an_alias_that_is_a_spelling_of_a_name_leaves_the_others_there() -> None:
    found = forms(NameDecision("Bo Ek", aliases=("Lindquist",)))
    assert found["bo-ek"] == {"Bo Ek", "Lindquist"}
    assert found["asta-lindqvist"] == ONE_NAME - {"Lindquist"}


def test_names_part_before_others_join_whatever_the_order_of_the_file() -> None:
    join = NameDecision("The Lady", aliases=("Asta Lindqvist",))
    assert forms(APART, join) == forms(join, APART)
    assert forms(join, APART)["the-lady"] == {"The Lady", "Asta Lindqvist", "Lindqvist"}


def test_mentions_stay_in_the_order_of_the_text_and_each_stands_once() -> None:
    entity = named(NameDecision("Bo Ek", aliases=("The Lady", "Asta Lindqvist")))["bo-ek"]
    assert [mention.text for mention in entity.mentions] == [
        *("Asta Lindqvist", "Asta Lindqvist", "Lindqvist", "Asta Lindquist", "Lindquist", "Bo Ek", "The Lady")
    ]


def test_a_display_name_changes_no_address_and_is_no_spelling() -> None:
    entity = named(NameDecision("Lindqvist", display_name="Dame Asta", kind="other"))["asta-lindqvist"]
    assert (entity.name, entity.kind) == ("Dame Asta", "other")
    assert set(entity.forms) == ONE_NAME


def test_each_decision_is_stated_of_the_names_that_it_is_on() -> None:
    rulings = made(APART, NameDecision("bo ek", aliases=("The Lady",), kind="person", display_name="Bo")).rulings
    assert [(ruling.id, ruling.words, str(ruling.decided)) for ruling in rulings] == [
        ("asta-lindqvist", "Asta Lindqvist", "not the same as “Asta Lindquist”"),
        ("asta-lindquist", "Asta Lindquist", "not the same as “Asta Lindqvist”"),
        ("bo-ek", "Bo Ek", "the same as “The Lady”; of the kind person; shown as “Bo”"),
    ]
    assert (rulings[0].because, rulings[2].value) == (Because("cousins"), "Bo")


def test_a_spelling_says_why_it_is_there() -> None:
    entity = named(NameDecision("Bo Ek", aliases=("The Lady",)))["bo-ek"]
    assert dict(zip(entity.forms, map(str, entity.reasons), strict=True)) == {
        "The Lady": "the desk: the same as “Bo Ek”",
        "Bo Ek": "",
    }


@pytest.mark.parametrize(
    "decision",
    [
        NameDecision("Nobody", aliases=("Bo Ek",), display_name="X"),
        NameDecision("Bo Ek", aliases=("Nobody",)),
        NameDecision("Bo Ek", not_same_as=("Nobody",)),
        NameDecision("Bo Ek", aliases=("bo ek",)),
        NameDecision("…", aliases=("Bo Ek",)),
        NameDecision("Bo Ek", aliases=("…",)),
    ],
)
def test_a_spelling_that_nobody_has_joins_and_parts_nothing(decision: NameDecision) -> None:
    assert made(decision).entities == made().entities


def test_a_name_that_loses_its_spelling_takes_another_and_another_address() -> None:
    found = named(NameDecision("Bo Ek", aliases=("Asta Lindquist", "Lindqvist")), NameDecision("Skarne", kind="place"))
    assert set(found["bo-ek"].forms) == {"Bo Ek", "Asta Lindquist", "Lindqvist"}
    apart = named(NameDecision("Lindquist", not_same_as=("Asta Lindqvist",)))
    assert set(apart["asta-lindqvist"].forms) == {"Asta Lindqvist", "Lindqvist"}
    assert set(apart["asta-lindquist"].forms) == {"Asta Lindquist", "Lindquist"}
