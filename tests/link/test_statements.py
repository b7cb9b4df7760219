"""Which sentences are taken to say the same."""

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.origins import Ancestry, OriginOptions
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.link.statements import Grouping, StatementOptions, group_sentences, make_statements
from sitegen.model import Origin, Statement
from sitegen.reasons import NO_REASON
from tests.link.world import World, analyses


def _statements(world: World, origins: tuple[Origin, ...] = ()) -> tuple[Statement, ...]:
    similarity = Similarity(make_corpus(analyses(world)), SimilarOptions())
    groups = group_sentences(similarity, StatementOptions())
    return make_statements(groups, similarity, Ancestry(origins, (), OriginOptions()))


def _joined(one: str, other: str) -> bool:
    """Whether two sentences of two articles become one statement."""
    world = {
        "a": [one, "Fishermen on the northern coast repaired their nets."],
        "b": [other, "A choir from Lund sang in the old chapel."],
    }
    return any(len(statement.sources) == 2 for statement in _statements(world))


def test_two_articles_saying_the_same_in_other_words_become_one_statement_with_two_sources() -> None:
    assert _joined(
        "The Harbour Council approved a tunnel under the Skarne strait on Tuesday.",
        "On Tuesday a tunnel under the Skarne strait was given approval by the Harbour Council.",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Skarne tunnel will cost 400 crowns for each resident of the island.",
            "The Skarne tunnel will cost 900 crowns for each resident of the island.",
        ),
        (
            "The Harbour Council agreed to sell the old Skarne ferry terminal.",
            "The Harbour Council did not agree to sell the old Skarne ferry terminal.",
        ),
        (
            "Ferry fares to Skarne rose sharply after the storm.",
            "Ferry fares to Skarne fell sharply after the storm.",
        ),
        (
            "The Skarne lighthouse burned down in 1911 after a lightning strike.",
            "The Skarne lighthouse burned down in 1934 after a lightning strike.",
        ),
    ],
    ids=["different numbers", "one denied", "opposed words", "different years"],
)
def test_look_alikes_that_contradict_each_other_are_not_joined(one: str, other: str) -> None:
    assert not _joined(one, other)


def test_a_name_alone_is_no_claim_in_common() -> None:
    world = {
        "a": ["Mr. Salerno died in a federal prison in 1992."],
        "b": ["Salerno: For nothing."],
        "c": ["Gulls sit."],
    }
    (carried,) = (statement for statement in _statements(world) if statement.sentence.startswith("a."))
    assert carried.sources == ("a",)


def test_a_number_as_word_equals_its_digits() -> None:
    assert _joined(
        "Twelve fishermen were rescued from the sinking trawler Solvind.",
        "Rescuers took 12 fishermen from the sinking trawler Solvind.",
    )


def test_a_fragment_is_not_joined() -> None:
    assert not _joined("Friday night.", "The tunnel was flooded on Friday night, said engineers at Skarne.")


def test_several_sentences_of_one_article_count_as_one_source() -> None:
    world = {
        "a": [
            "The Harbour Council approved the Skarne strait tunnel on Tuesday.",
            "On Tuesday the Harbour Council approved the tunnel at Skarne strait.",
        ],
        "b": ["The Skarne strait tunnel was approved by the Harbour Council on Tuesday."],
    }
    (statement,) = _statements(world)
    assert len(statement.also) == 2
    assert sorted(statement.sources) == ["a", "b"]


def test_a_sentence_that_says_more_is_entailing() -> None:
    world = {
        "a": ["The Harbour Council approved the Skarne strait tunnel."],
        "b": [
            "The Harbour Council approved the Skarne strait tunnel, which engineers from Lund have drawn and which "
            "the ferry crews of Marstad feared."
        ],
    }
    (statement,) = _statements(world)
    says_more = statement.sentence.startswith("b")
    assert statement.also[0].relation == ("entails" if says_more else "entailed")


def test_the_printed_sentence_does_not_lean_on_another() -> None:
    world = {
        "a": ["However, they approved the Skarne strait tunnel on Tuesday evening."],
        "b": ["Councillors approved the Skarne strait tunnel on Tuesday evening."],
    }
    (statement,) = _statements(world)
    assert statement.sources[0] == "b"


def test_copies_count_as_one_origin() -> None:
    sentence = "The Harbour Council approved the Skarne strait tunnel on Tuesday evening."
    world = {"a": [sentence], "b": [sentence], "c": [sentence]}
    copied = Origin("origin.x", ("a", "b"), NO_REASON)
    (statement,) = _statements(world, (copied,))
    assert len(statement.sources) == 3
    assert (statement.origins, statement.most_origins) == (2, 2)


def test_what_may_be_a_copy_counts_at_most() -> None:
    sentence = "The Harbour Council approved the Skarne strait tunnel on Tuesday evening."
    world = {"a": [sentence], "b": [sentence], "c": [sentence]}
    doubt = Origin("origin.x", ("a", "b"), NO_REASON, is_doubtful=True)
    (statement,) = _statements(world, (doubt,))
    assert (statement.origins, statement.most_origins) == (2, 3)


def test_each_sentence_is_in_one_group() -> None:
    world = {
        "a": ["The Skarne tunnel opens in spring.", "It never rains at Lund.", "The Skarne tunnel opens in spring."],
        "b": ["The tunnel at Skarne opens in spring.", "Trains stop at Marstad."],
    }
    similarity = Similarity(make_corpus(analyses(world)), SimilarOptions())
    groups: tuple[Grouping, ...] = group_sentences(similarity, StatementOptions())
    assert sorted(index for group in groups for index in group.members) == [0, 1, 2, 3, 4]


def test_candidates_of_the_index_for_large_folders_include_close_pairs() -> None:
    world = {
        "a": ["The Harbour Council approved the Skarne strait tunnel on Tuesday."],
        "b": ["On Tuesday the Harbour Council approved a tunnel at Skarne strait."],
        "c": ["A choir from Lund sang in the old chapel of Marstad."],
    }
    corpus = make_corpus(analyses(world))
    pairs = Similarity(corpus, SimilarOptions(all_pairs_up_to=0)).pairs()
    assert [(one, other) for _, one, other in pairs] == [(0, 1)]
