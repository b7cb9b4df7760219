"""Which articles are taken to report one event."""

from dataclasses import replace

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.stories import StoryOptions, affairs_of, find_stories
from sitegen.model import Analysis, Story
from tests.link.world import World, analyses

_TUNNEL: World = {
    "tunnel-a": [
        "# Council backs Skarne tunnel",
        "The Harbour Council approved the Skarne tunnel on Tuesday after a debate of nine hours.",
        "Ferry crews marched through Marstad against it.",
    ],
    "tunnel-b": [
        "# Skarne tunnel approved",
        "After nine hours the Harbour Council voted for a tunnel under the Skarne strait.",
        "Ferry crews in Marstad fear for their jobs.",
    ],
}
_CHESS: World = {
    "chess-a": [
        "# Brandt draws last game",
        "Grandmaster Ada Brandt drew the last game of the match in Oslo and keeps her title.",
        "The trophy is kept in a museum of clocks.",
    ],
    "chess-b": [
        "# Brandt keeps chess title",
        "With a draw in Oslo, Ada Brandt defended her title as grandmaster of the north.",
        "Her opponent left the museum of clocks without a word.",
    ],
}


def _found(made: tuple[Analysis, ...]) -> tuple[Story, ...]:
    return find_stories(make_corpus(made), StoryOptions())


def _dated(made: tuple[Analysis, ...], days: dict[str, str]) -> tuple[Analysis, ...]:
    return tuple(
        replace(
            analysis,
            article=replace(
                analysis.article,
                metadata=replace(analysis.article.metadata, published=days.get(analysis.article.id)),
            ),
        )
        for analysis in made
    )


def test_reports_of_one_event_are_one_story() -> None:
    stories = _found(analyses({**_TUNNEL, **_CHESS}))
    assert [story.articles for story in stories] == [("chess-a", "chess-b"), ("tunnel-a", "tunnel-b")]


def test_every_article_is_in_one_story() -> None:
    world = {**_TUNNEL, "empty": [], "bread": ["A bakery in Lund won the county prize for rye bread."]}
    stories = _found(analyses(world))
    assert sorted(article for story in stories for article in story.articles) == sorted(world)


def test_unrelated_events_are_no_rounds() -> None:
    assert all(not story.rounds for story in _found(analyses({**_TUNNEL, **_CHESS})))


def test_reports_weeks_apart_are_rounds_of_one_affair() -> None:
    early, late = _found(_dated(analyses(_TUNNEL), {"tunnel-a": "2025-03-04", "tunnel-b": "2025-05-20"}))
    assert (early.rounds, late.rounds) == ((late.id,), (early.id,))
    assert affairs_of((early, late)) == (("tunnel-a", "tunnel-b"),)


def test_a_date_of_a_month_keeps_nothing_apart() -> None:
    stories = _found(_dated(analyses(_TUNNEL), {"tunnel-a": "2025-03-04", "tunnel-b": "2025-05"}))
    assert len(stories) == 1


def test_a_newer_article_renames_no_story() -> None:
    world = {**_TUNNEL, "a-late-one": _TUNNEL["tunnel-a"]}
    days = {"tunnel-a": "2025-03-04", "tunnel-b": "2025-03-04", "a-late-one": "2025-03-05"}
    before = _found(_dated(analyses(_TUNNEL), days))
    after = _found(_dated(analyses(world), days))
    assert [story.id for story in before] == [story.id for story in after] == ["story.tunnel-a"]


@pytest.mark.parametrize("world", [{}, {"a": []}, {"a": ["# Only a title"], "b": ["…"]}])
def test_next_to_nothing_is_alone(world: World) -> None:
    assert [story.articles for story in _found(analyses(world))] == [(article,) for article in sorted(world)]
