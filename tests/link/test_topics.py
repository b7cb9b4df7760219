"""Which subjects become topics of an affair, whatever made it one."""

from sitegen.link import LinkOptions
from sitegen.link.corpus import make_corpus
from sitegen.link.members import Placing
from sitegen.link.phrases import PhraseFinder
from sitegen.link.pins import pins_of
from sitegen.link.similar import Similarity
from sitegen.link.statements import group_sentences
from sitegen.link.subjects import Subject
from sitegen.link.topics import choose_subjects, find_candidates
from tests.link.world import World, analyses

_OPTIONS = LinkOptions()
_FILL = ["It rained.", "Nobody came.", "We slept.", "They sang.", "He left.", "You know."]


def _chosen(world: World) -> tuple[tuple[Subject, ...], Similarity]:
    similarity = Similarity(make_corpus(analyses(world)), _OPTIONS.similar)
    groupings = group_sentences(similarity, _OPTIONS.statements)
    phrases = PhraseFinder(similarity.corpus).find()
    candidates = find_candidates(phrases, groupings, similarity, _OPTIONS.topics)
    return choose_subjects(candidates, _OPTIONS.topics, wanted=9), similarity


def _reasons(world: World) -> set[str]:
    subjects, similarity = _chosen(world)
    pins = pins_of(subjects, similarity, "a")
    groupings = group_sentences(similarity, _OPTIONS.statements)
    places = Placing(pins, similarity.corpus, _OPTIONS.topics).of_groups(groupings)
    return {str(place.reason) for found in places for place in found}


def test_synonyms_name_one_subject() -> None:
    world = {
        "a": ["# Old quake", "The quake shook Lund.", "The quake broke windows.", "An earthquake is loud.", *_FILL],
        "b": [
            "# New earthquake",
            "The earthquake shook Lund.",
            "Windows broke in the earthquake.",
            "A quake is loud.",
            *_FILL,
        ],
    }
    assert len({subject.phrase.title for subject in _chosen(world)[0]} & {"Quake", "Earthquake"}) == 1
    assert _reasons(world) >= {"names “quake”", "names “earthquake”"}


_PROTESTS: World = {
    "a": [
        "# Song and protests",
        "The protests began in May.",
        "Singers joined the protests.",
        "The council feared more protests.",
        *_FILL,
    ],
    "b": ["Protests blocked the quay.", "A baker fed the protests.", *_FILL],
}


def test_a_general_noun_for_a_matter_is_a_subject_where_little_else_is_found() -> None:
    assert "Protests" in {subject.phrase.title for subject in _chosen(_PROTESTS)[0]}


def test_a_general_noun_is_none_if_one_article_names_it() -> None:
    world = {"a": _PROTESTS["a"], "b": ["The quay was blocked.", *_FILL]}
    assert "Protests" not in {subject.phrase.title for subject in _chosen(world)[0]}


def test_what_only_one_remark_says_is_no_title_however_many_quote_it() -> None:
    quoted = "The ferry crash was a grim omen for the harbour, the pilot said."
    world = {
        "a": [quoted, "An omen of rain.", "Omens fade.", *_FILL],
        "b": [quoted, "The pilot saw an omen.", *_FILL],
        "c": [quoted, *_FILL],
    }
    assert "Grim omen" not in {subject.phrase.title for subject in _chosen(world)[0]}
    another = {**world, "c": ["A grim omen hung over Lund.", *_FILL]}
    assert "Grim omen" in {subject.phrase.title for subject in _chosen(another)[0]}


def test_a_subject_that_only_a_heading_names_has_what_stands_under_it() -> None:
    world = {
        "a": [
            "## Frozen deposits",
            "The deposits hold crowns of Lund.",
            "Courts let nobody draw crowns.",
            "A judge in Lund agreed.",
            "## Quay",
            *_FILL,
        ],
        "b": ["The quay of Lund was painted.", *_FILL],
    }
    assert "Frozen deposits" in {subject.phrase.title for subject in _chosen(world)[0]}
