"""Where sources differ, and what only looks so."""

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.differences import DifferenceOptions, find_differences
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.model import Difference
from tests.link.world import World, analyses


def _found(world: World) -> tuple[Difference, ...]:
    return find_differences(Similarity(make_corpus(analyses(world)), SimilarOptions()), DifferenceOptions())


def _between(one: str, other: str) -> list[tuple[str, list[str]]]:
    found = _found({"a": [one, "A choir sang in the chapel."], "b": [other, "Nets were repaired on the coast."]})
    return [(difference.kind, [side.says for side in difference.sides]) for difference in found]


@pytest.mark.parametrize(
    ("one", "other", "kind", "says"),
    [
        (
            "The storm killed 12 fishermen off Skarne harbour.",
            "The storm off Skarne harbour killed 15 fishermen.",
            "number",
            ["12 fishermen", "15 fishermen"],
        ),
        (
            "The harbour talks at Skarne lasted five hours behind closed doors.",
            "The harbour talks at Skarne lasted 90 minutes behind closed doors.",
            "duration",
            ["five hours", "90 minutes"],
        ),
        (
            "The council approved the Skarne tunnel on Tuesday evening.",
            "The council approved the Skarne tunnel on Wednesday evening.",
            "date",
            ["Tuesday", "Wednesday"],
        ),
        (
            "Negotiations over the Skarne tunnel concluded on Monday.",
            "Negotiations over the Skarne tunnel continued on Monday.",
            "status",
            ["concluded", "continued"],
        ),
        (
            "Minister Berit Lund is expected to join the Skarne harbour talks.",
            "Minister Berit Lund joined the Skarne harbour talks.",
            "attendance",
            ["expected to join", "joined"],
        ),
        (
            "The mayor Olav Zelensky opened the Skarne tunnel.",
            "The mayor Olav Zelenskyy opened the Skarne tunnel.",
            "spelling",
            ["Zelensky", "Zelenskyy"],
        ),
    ],
    ids=["number", "duration", "date", "status", "attendance", "spelling"],
)
def test_what_two_articles_give_otherwise_is_a_difference(one: str, other: str, kind: str, says: list[str]) -> None:
    assert _between(one, other) == [(kind, says)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The storm killed more than 100 fishermen off Skarne harbour.",
            "The storm off Skarne harbour killed 120 fishermen.",
        ),
        ("The storm killed 12 fishermen off Skarne harbour.", "The storm killed twelve fishermen off Skarne harbour."),
        ("The fire killed 12 fishermen in Skarne.", "The fire killed 15 fishermen in Marstad."),
        ("The storm killed 12 fishermen off Skarne harbour.", "The storm sank 15 boats off Skarne harbour."),
        ("Ships from Russia left the Skarne harbour.", "Ships from Russian left the Skarne harbour."),
    ],
    ids=["contained", "same number in words", "other place", "other noun", "adjective"],
)
def test_what_only_looks_so_is_none(one: str, other: str) -> None:
    assert _between(one, other) == []


def test_two_claims_in_one_article_are_none() -> None:
    both = ["The navy shot down 12 drones over Skarne.", "The enemy said it shot down 15 drones over Skarne."]
    assert _found({"a": both, "b": ["The navy shot down 15 drones over Skarne."]}) == ()


def test_all_sentences_of_a_side_are_given() -> None:
    (difference,) = _found(
        {
            "a": ["The storm killed 12 fishermen off Skarne harbour."],
            "b": ["The storm off Skarne harbour killed 12 fishermen."],
            "c": ["The storm killed 15 fishermen off Skarne harbour."],
        }
    )
    assert [len(side.sentences) for side in difference.sides] == [2, 1]
