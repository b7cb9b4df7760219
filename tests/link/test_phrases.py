"""Which phrases could head a page."""

from pathlib import Path
from typing import get_args

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.phrases import Phrase, PhraseFinder
from sitegen.model import EntityKind
from tests.link.world import World, analyses
from tests.prose import Case, read_cases


def _phrases(world: World, names: dict[str, EntityKind] | None = None) -> dict[str, Phrase]:
    found = PhraseFinder(make_corpus(analyses(world, names))).find()
    return {phrase.title: phrase for phrase in found if len(phrase.lines) > 1}


def test_a_phrase_ends_in_a_noun_and_does_not_begin_with_a_verb() -> None:
    world = {
        "a": ["They repaired the sea walls in haste.", "The sea walls are high."],
        "b": ["Masons repaired the sea walls.", "Old sea walls crumble quickly."],
    }
    assert set(_phrases(world)) == {"Sea walls"}


def test_words_of_one_family_name_one_subject() -> None:
    world = {
        "a": ["A territorial dispute broke out.", "The territorial dispute goes on."],
        "b": ["They quarrel over territory."],
    }
    found = _phrases(world)
    assert len(found["Territorial dispute"].lines) in (2, 3)
    assert any(len(phrase.lines) == 3 for phrase in PhraseFinder(make_corpus(analyses(world))).find())


def test_a_vague_word_alone_is_no_title() -> None:
    world = {"a": ["The situation is bad.", "The situation grows worse."], "b": ["It is the situation of the year."]}
    assert not _phrases(world)


def test_an_organisation_may_be_a_subject_but_neither_person_nor_place() -> None:
    world = {
        "a": ["We met Asta Lindqvist at the Skarne Trust in Marstad.", "We like the Skarne Trust and Marstad."],
        "b": ["So the Skarne Trust wrote to Asta Lindqvist in Marstad."],
    }
    names: dict[str, EntityKind] = {"Asta Lindqvist": "person", "Skarne Trust": "organisation", "Marstad": "place"}
    assert set(_phrases(world, names)) == {"Skarne Trust"}


def test_an_outlet_that_is_only_quoted_is_no_subject() -> None:
    world = {
        "a": ["The dam broke, Harbour Radio said.", "A clerk told Harbour Radio about it."],
        "b": ["Nobody drowned, Harbour Radio reported."],
    }
    assert "Harbour Radio" not in _phrases(world, {"Harbour Radio": "organisation"})


def test_the_wording_of_a_sentence_is_preferred_to_that_of_a_heading() -> None:
    world = {"a": ["## Oyster Beds", "They dredge the oyster beds."], "b": ["Most oyster beds are dead."]}
    assert "Oyster beds" in _phrases(world)


def test_half_of_a_hyphenated_word_is_no_end() -> None:
    world = {"a": ["The night co-host sang.", "A night co-host left."], "b": ["Each night co-host is paid."]}
    assert "Night co" not in _phrases(world)


def _titles(*lines: str, names: dict[str, EntityKind] | None = None) -> set[str]:
    """The titles of what two articles, each with all the lines, could be about."""
    return set(_phrases({"a": lines, "b": lines}, names))


def test_a_judgement_names_no_subject() -> None:
    assert not _titles("It was a raw murderous act.", "They won a comfortable majority.")


def test_a_number_word_names_no_subject() -> None:
    assert "Tunnel billions" not in _titles("The tunnel billions are spent.", "Nobody saw the tunnel billions.")


def test_a_place_and_its_quarter_are_no_subject() -> None:
    names: dict[str, EntityKind] = {"Marstad": "place"}
    lines = ("They live in central Marstad.", "The bells of central Marstad rang.", "The Marstad ferries are late.")
    assert "Central Marstad" not in _titles(*lines, names=names)
    assert "Marstad ferries" in _titles(*lines, names=names)


def test_a_past_form_behind_its_subject_begins_no_phrase() -> None:
    lines = ("Youths hurled cobble stones.", "The cobble stones were heavy.", "Crews hurled cobble stones.")
    assert _titles(*lines) == {"Cobble stones"}


def test_a_verb_between_nouns_makes_no_phrase() -> None:
    assert "Ropes guarding boats" not in _titles("The ropes guarding boats are old.", "He saw ropes guarding boats.")


def test_half_of_a_word_is_no_subject() -> None:
    lines = ("The anti-hunters met.", "An anti-slavery march began.")
    found = PhraseFinder(make_corpus(analyses({"a": lines, "b": lines}))).find()
    assert ("anti",) not in {phrase.stems for phrase in found}


def test_a_general_noun_needs_another_word_to_be_a_title() -> None:
    lines = ("The overhaul was long.", "They want an overhaul of it.", "The ferry overhaul began in May.")
    assert "Overhaul" not in _titles(*lines)


_CASES = read_cases(Path(__file__).parents[1] / "cases/link/titles.md")
_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    lines = [line for line in case.given.split("\n") if " | " not in line]
    named = dict(line.split(" | ") for line in case.given.split("\n") if " | " in line)
    names = {name: kind for name in named for kind in _KINDS if kind == named[name]}
    found = PhraseFinder(make_corpus(analyses({"a": lines, "b": lines}, names))).find()
    assert sorted({phrase.title for phrase in found}) == [line for line in case.expected.split("\n") if line]
