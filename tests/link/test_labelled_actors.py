"""How often actors and sides are right: 100 sentences labelled by hand, half of which no rule was ever fitted to."""

import pytest

from benchmarks.of_actors import FILE, judge, paragraphs

PARAGRAPHS = paragraphs(FILE.read_text("utf-8"))


def test_there_are_a_hundred_sentences() -> None:
    assert sum(map(len, PARAGRAPHS)) == 100


@pytest.mark.parametrize(("half", "actors", "sides"), [("mended on", 0.98, 1.0), ("held out", 0.89, 0.85)])
def test_actors_and_sides_are_right_as_often_as_they_were(half: str, actors: float, sides: float) -> None:
    chosen = PARAGRAPHS[half == "held out" :: 2]
    verdicts = [verdict for paragraph in chosen for verdict in judge(paragraph)]
    assert sum(verdict.has_right_actor for verdict in verdicts) / len(verdicts) >= actors
    assert sum(verdict.has_right_side for verdict in verdicts) / len(verdicts) >= sides
