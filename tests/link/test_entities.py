"""Which mentions name the same."""

from sitegen.link.corpus import make_corpus
from sitegen.link.entities import EntityOptions, edit_distance, merge_mentions
from sitegen.model import Entity, EntityKind
from tests.link.world import analyses


def _entities(sentences: list[str], names: dict[str, EntityKind]) -> dict[str, Entity]:
    corpus = make_corpus(analyses({"a": sentences}, names))
    return {entity.id: entity for entity in merge_mentions(corpus, EntityOptions())}


def test_a_last_name_belongs_to_the_only_full_name_that_has_it() -> None:
    found = _entities(
        ["Mayor Asta Lindqvist resigned.", "Lindqvist had no comment."],
        {"Asta Lindqvist": "person", "Lindqvist": "person"},
    )
    assert list(found) == ["asta-lindqvist"]
    assert found["asta-lindqvist"].forms == ("Asta Lindqvist", "Lindqvist")


def test_a_last_name_of_two_people_is_given_to_neither() -> None:
    found = _entities(
        ["Asta Lindqvist met Bo Lindqvist.", "Lindqvist had no comment."],
        {"Asta Lindqvist": "person", "Bo Lindqvist": "person", "Lindqvist": "person"},
    )
    assert list(found) == ["asta-lindqvist", "bo-lindqvist", "lindqvist"]


def test_two_spellings_of_a_long_last_name_are_one_person() -> None:
    found = _entities(
        ["Asta Lindqvist spoke.", "Asta Lindqvist left.", "Asta Lindquist came back.", "Lindquist slept."],
        {"Asta Lindqvist": "person", "Asta Lindquist": "person", "Lindquist": "person"},
    )
    assert list(found) == ["asta-lindqvist"]


def test_two_short_last_names_are_two_people() -> None:
    assert len(_entities(["Jo Kim met Jo Kin."], {"Jo Kim": "person", "Jo Kin": "person"})) == 2


def test_an_acronym_belongs_to_the_name_that_spells_it() -> None:
    found = _entities(
        ["The Skarne Harbour Board met.", "The SHB is old."],
        {"Skarne Harbour Board": "organisation", "SHB": "organisation"},
    )
    assert list(found) == ["skarne-harbour-board"]


def test_a_country_and_its_short_forms_are_one() -> None:
    found = _entities(
        ["The United States agreed.", "The U.S. paid.", "The US left."],
        {"United States": "place", "U.S.": "place", "US": "place"},
    )
    assert len(found) == 1


def test_edit_distance_stops_at_its_limit() -> None:
    assert edit_distance("lindqvist", "lindquist", 2) == 1
    assert edit_distance("berg", "dahl", 2) == 3
    assert edit_distance("a", "abcdef", 2) == 3
