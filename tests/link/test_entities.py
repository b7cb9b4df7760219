"""Which mentions name the same."""

from dataclasses import replace

from sitegen.link.corpus import make_corpus
from sitegen.link.entities import EntityOptions, merge_mentions, share_out
from sitegen.link.name_forms import edit_distance
from sitegen.link.outlets import with_outlets
from sitegen.model import Entity, EntityKind, Story
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


def test_another_bearer_of_a_name_or_another_spelling_moves_no_address() -> None:
    kinds: dict[str, EntityKind] = {"Harbour Post": "organisation", "HARBOUR POST": "place", "Harbour-Post": "place"}
    first = {"a": ["The Harbour Post said so."]}
    second = {**first, "b": ["At HARBOUR POST they waited."]}
    third = {**second, "c": ["They left Harbour-Post."]}
    found = [
        {entity.name: entity.id for entity in merge_mentions(make_corpus(analyses(world, kinds)), EntityOptions())}
        for world in (first, second, third)
    ]
    assert found[0] == {"Harbour Post": "harbour-post"}
    assert found[1].items() > found[0].items()
    assert found[1]["HARBOUR POST"].startswith("harbour-post-")
    assert found[2]["Harbour Post"] == "harbour-post"
    assert set(found[2].values()) >= set(found[1].values())


def test_edit_distance_stops_at_its_limit() -> None:
    assert edit_distance("lindqvist", "lindquist", 2) == 1
    assert edit_distance("berg", "dahl", 2) == 3
    assert edit_distance("a", "abcdef", 2) == 3


def _forms(world: dict[str, list[str]], names: dict[str, EntityKind]) -> list[tuple[str, ...]]:
    return [entity.forms for entity in merge_mentions(make_corpus(analyses(world, names)), EntityOptions())]


def _in_stories(world: dict[str, list[str]], names: dict[str, EntityKind]) -> list[tuple[str, ...]]:
    """As `_forms`, where each article is a story of its own."""
    stories = [Story(f"story.{id_}", (id_,)) for id_ in world]
    return [e.forms for e in merge_mentions(make_corpus(analyses(world, names)), EntityOptions(), stories)]


def test_every_other_form_says_why_it_is_one() -> None:
    found = _entities(
        ["Mayor Asta Lindqvist resigned.", "Lindqvist had no comment.", "Asta J. Lindqvist left."],
        {"Asta Lindqvist": "person", "Lindqvist": "person", "Asta J. Lindqvist": "person"},
    )["asta-j-lindqvist"]
    assert dict(zip(found.forms, map(str, found.reasons), strict=True)) == {
        "Asta J. Lindqvist": "",
        "Asta Lindqvist": "Asta J. Lindqvist, with or without a middle name",
        "Lindqvist": "the last name of Asta J. Lindqvist, the only one in the article",
    }


def test_a_last_name_is_looked_for_in_its_own_article_first() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Bo Lindqvist": "person", "Lindqvist": "person"}
    found = _forms(
        {"a": ["Asta Lindqvist spoke.", "Lindqvist left."], "b": ["Bo Lindqvist sang.", "Lindqvist ate."]}, names
    )
    assert found == [("Asta Lindqvist", "Lindqvist"), ("Bo Lindqvist", "Lindqvist")]


def test_a_last_name_that_stands_before_the_full_name_may_be_of_somebody_else() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Bo Lindqvist": "person", "Lindqvist": "person"}
    found = _forms({"a": ["Lindqvist spoke.", "His daughter Asta Lindqvist sang."], "b": ["Bo Lindqvist left."]}, names)
    assert found == [("Asta Lindqvist",), ("Bo Lindqvist",), ("Lindqvist",)]


def test_articles_on_another_matter_do_not_explain_a_last_name() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Lindqvist": "person"}
    world = {"a": ["Asta Lindqvist spoke."], "b": ["Lindqvist left."]}
    assert _forms(world, names) == [("Asta Lindqvist", "Lindqvist")]
    assert _in_stories(world, names) == [("Asta Lindqvist",), ("Lindqvist",)]


def test_who_is_known_on_several_matters_is_known_on_others() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Lindqvist": "person"}
    world = {"a": ["Asta Lindqvist spoke."], "b": ["Lindqvist left."], "c": ["Asta Lindqvist sang."]}
    assert _in_stories(world, names) == [("Asta Lindqvist", "Lindqvist")]


def test_another_spelling_in_another_article_is_one_name_and_in_the_same_article_two() -> None:
    names: dict[str, EntityKind] = {"Omar Barton": "person", "Omar Burton": "person"}
    assert _forms({"a": ["Omar Barton spoke."], "b": ["Omar Burton left."]}, names) == [("Omar Barton", "Omar Burton")]
    assert _forms({"a": ["Omar Barton met Omar Burton."]}, names) == [("Omar Barton",), ("Omar Burton",)]


def test_a_father_and_a_son_in_one_article_are_two() -> None:
    names: dict[str, EntityKind] = {"Jens Holt": "person", "Jens Holt Jr.": "person"}
    assert _forms({"a": ["Jens Holt Jr. spoke.", "Jens Holt left."]}, names) == [("Jens Holt",), ("Jens Holt Jr.",)]


def test_a_first_name_is_one_only_where_the_full_name_is() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Asta": "person"}
    assert _forms({"a": ["Asta Lindqvist ran.", "Asta won."]}, names) == [("Asta Lindqvist", "Asta")]
    assert _forms({"a": ["Asta Lindqvist ran."], "b": ["Asta won."]}, names) == [("Asta",), ("Asta Lindqvist",)]


def test_an_acronym_is_what_an_article_says_it_is() -> None:
    names: dict[str, EntityKind] = {"Skarne Dock Workers": "organisation", "SKADOW": "organisation"}
    assert _forms({"a": ["The Skarne Dock Workers (SKADOW) met."]}, names) == [("Skarne Dock Workers", "SKADOW")]


def test_an_acronym_of_two_names_is_given_to_neither() -> None:
    names: dict[str, EntityKind] = {
        "Skarne Harbour Board": "organisation",
        "Sund Housing Bank": "organisation",
        "SHB": "organisation",
    }
    assert len(_forms({"a": ["The Skarne Harbour Board met the Sund Housing Bank.", "The SHB is old."]}, names)) == 3


def test_a_company_is_one_with_and_without_its_form_and_what_it_makes() -> None:
    names: dict[str, EntityKind] = dict.fromkeys(("Lauter", "Lauter Inc.", "Lauter Motor Company"), "organisation")
    found = _forms({"a": ["Lauter Motor Company fell."], "b": ["Lauter Inc. rose."], "c": ["Lauter sank."]}, names)
    assert found == [("Lauter Motor Company", "Lauter Inc.", "Lauter")]


def test_a_part_of_a_body_and_the_place_it_is_in_are_other_things() -> None:
    names: dict[str, EntityKind] = {"Skarne": "organisation", "Skarne Police Department": "organisation"}
    assert len(_forms({"a": ["The Skarne Police Department came.", "Skarne was quiet."]}, names)) == 2


def test_names_of_two_kinds_are_never_one() -> None:
    names: dict[str, EntityKind] = {"Ada Paris": "person", "Paris": "place"}
    assert len(_forms({"a": ["Ada Paris flew.", "Paris was cold."]}, names)) == 2


def test_the_order_of_articles_does_not_matter() -> None:
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Asta Lindquist": "person", "Lindqvist": "person"}
    world = {"a": ["Asta Lindqvist spoke."], "b": ["Asta Lindquist left.", "Lindqvist ate."]}
    assert _forms(world, names) == _forms(dict(reversed(world.items())), names)


def test_each_group_of_articles_has_the_names_of_its_own_articles_with_their_mentions_there() -> None:
    corpus = make_corpus(
        analyses(
            {"a": ["Asta Lindqvist met Bo Reed."], "b": ["Asta Lindqvist left."], "c": ["Bo Reed slept."]},
            {"Asta Lindqvist": "person", "Bo Reed": "person"},
        )
    )
    entities = merge_mentions(corpus, EntityOptions())
    one, other = share_out(entities, [("a", "b"), ("c",)])
    assert [(entity.id, len(entity.mentions)) for entity in one] == [("asta-lindqvist", 2), ("bo-reed", 1)]
    assert [(entity.id, len(entity.mentions)) for entity in other] == [("bo-reed", 1)]
    assert share_out(entities, [("b",)])[0][0].forms == ("Asta Lindqvist",)


def test_an_outlet_of_the_folder_is_an_organisation_whatever_the_words_around_it_suggest() -> None:
    world = {"a": ["Quay Radio said so, as did Ada Quay."], "b": ["The Quay Radio and Northport differ."]}
    names: dict[str, EntityKind] = {"Quay Radio": "person", "Ada Quay": "person", "Northport": "place"}
    said = analyses(world, names)
    stated = [
        replace(one, article=replace(one.article, metadata=replace(one.article.metadata, publisher=publisher)))
        for one, publisher in zip(said, ("The Quay Radio", "Northport"), strict=True)
    ]
    kinds = {mention.text: mention.kind for one in with_outlets(stated) for mention in one.mentions}
    assert kinds == {"Quay Radio": "organisation", "Ada Quay": "person", "Northport": "place"}
    assert with_outlets(said) == said
