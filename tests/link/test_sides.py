"""Whom names and actors stand for."""

from dataclasses import replace

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.link.corpus import make_corpus
from sitegen.link.countries import country, owner, people, seat
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.link.sides import find_actors, with_sides
from sitegen.model import Actor, Analysis, Entity, EntityKind
from tests.link.world import analyses


def _sides(sentences: list[str], names: dict[str, EntityKind]) -> dict[str, str | None]:
    corpus = make_corpus(analyses({"a": sentences}, names))
    found = with_sides(merge_mentions(corpus, EntityOptions()), corpus)
    return {entity.name: entity.side.name if entity.side else None for entity in found}


def _acting(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    """Words for the actor, its entity, and its side, of each sentence that has one."""
    (draft,) = analyses({"a": list(paragraphs)})
    analysis = analyse(draft.article, AnalyseOptions()).value
    return [(actor.text, actor.entity, actor.side) for actor in _actors(analysis)]


def _entities(analysis: Analysis) -> tuple[Entity, ...]:
    corpus = make_corpus([analysis])
    return with_sides(merge_mentions(corpus, EntityOptions()), corpus)


def _actors(analysis: Analysis) -> tuple[Actor, ...]:
    return find_actors(_entities(analysis), [analysis])


def test_a_capital_and_a_palace_are_their_own_and_stand_for_their_country() -> None:
    found = _sides(
        ["Oslo refused.", "The Kremlin agreed.", "Norway paid."],
        {"Oslo": "place", "Kremlin": "organisation", "Norway": "place"},
    )
    assert found == {"Oslo": "Norway", "Kremlin": "Russia", "Norway": None}


def test_a_side_leads_to_the_entity_of_its_country_by_whatever_name() -> None:
    corpus = make_corpus(analyses({"a": ["Washington and the U.S. agreed."]}, {"Washington": "place", "U.S.": "place"}))
    of_country, capital = with_sides(merge_mentions(corpus, EntityOptions()), corpus)
    assert of_country.side is None
    assert capital.side
    assert (capital.side.name, capital.side.entity) == ("United States", of_country.id)
    assert str(capital.side.reason) == "the capital of the United States"


def test_a_ministry_stands_for_the_country_in_its_name_or_before_it() -> None:
    names: dict[str, EntityKind] = {
        "Norwegian Fisheries Ministry": "organisation",
        "Ministry of Trade of Peru": "organisation",
        "Coast Guard": "organisation",
        "Norwegian Bakers": "organisation",
    }
    found = _sides(
        [
            "The Norwegian Fisheries Ministry met the Ministry of Trade of Peru.",
            "Iceland’s Coast Guard came.",
            "Norwegian Bakers sang.",
        ],
        names,
    )
    assert list(found.values()) == ["Iceland", "Peru", None, "Norway"]


def test_an_official_stands_for_the_country_that_the_words_around_say() -> None:
    names: dict[str, EntityKind] = dict.fromkeys(("Ada Reed", "Bo Lund", "Cy Holt", "Di Berg", "Ed Dahl"), "person")
    found = _sides(
        [
            "Norwegian Foreign Minister Ada Reed spoke.",
            "Bo Lund, Peru’s trade envoy, left.",
            "Former Finnish President Cy Holt slept.",
            "The Danish singer Di Berg sang.",
            "The Kremlin spokesman Ed Dahl laughed.",
        ],
        names,
    )
    assert found == {"Ada Reed": "Norway", "Bo Lund": "Peru", "Cy Holt": None, "Di Berg": None, "Ed Dahl": "Russia"}


def test_sides_that_disagree_are_none() -> None:
    found = _sides(
        ["Norwegian envoy Ada Reed spoke.", "Danish envoy Ada Reed left."],
        {"Ada Reed": "person"},
    )
    assert found == {"Ada Reed": None}


def test_officials_act_for_their_country_and_a_company_for_itself() -> None:
    assert _acting("Norwegian officials left the room.", "Norwegian bakers left the room.") == [
        ("Norwegian officials", None, "Norway")
    ]


def test_a_pronoun_is_the_last_of_its_kind_in_the_paragraph() -> None:
    found = _acting(
        "Danish envoy Ada Reed met the guards. She left. Peruvian lawmakers sang. They slept. Oslo paid. It won.",
        "She returned.",
    )
    assert found == [
        ("Ada Reed", "ada-reed", "Denmark"),
        ("Ada Reed", "ada-reed", "Denmark"),
        ("Peruvian lawmakers", None, "Peru"),
        ("Peruvian lawmakers", None, "Peru"),
        ("Oslo", "oslo", "Norway"),
        ("Oslo", "oslo", "Norway"),
    ]


def test_the_ministry_is_the_one_that_the_paragraph_has_named() -> None:
    assert _acting("Chile’s trade ministry closed the port. The ministry gave no reason.")[1] == (
        "The ministry",
        None,
        "Chile",
    )


def test_in_a_passive_the_actor_stands_behind_by() -> None:
    assert _acting("The treaty was signed by Canada in 1998.") == [("Canada", "canada", "Canada")]
    assert _acting("The bridge was closed by floods.") == []


def test_names_of_countries_are_read_as_they_are_written() -> None:
    assert country("the U.S.") == country("USA") == "United States"
    assert country("us") is None
    assert people("Norwegians") == "Norway"
    assert owner(("South", "Korean", "President")) == ("South Korea", 2)
    assert owner(("Peru’s", "envoy")) == ("Peru", 1)
    assert seat("Brussels") is None


def test_nothing_depends_on_attributions_being_there() -> None:
    (draft,) = analyses({"a": ["Oslo paid."]})
    assert find_actors((), [replace(draft, attributions=())]) == ()
