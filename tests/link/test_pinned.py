"""Pinned topics: what the lock holds stays, and each article alone says what belongs to it."""

from dataclasses import replace

import pytest

from sitegen.link import LinkOptions, link
from sitegen.model import Briefing, TopicLock
from tests.link.test_link import _WALLS
from tests.link.world import TUNNEL, World, analyses, briefing, texts

_ARRIVED: World = {
    "visitor": [
        "# Skarne tunnel: what the ferry crews want",
        "The ferry crews of Skarne want new work in the tunnel.",
        "They met the Harbour Council on Monday.",
        "Night trains and dining cars may use the tunnel plan, engineers said.",
        "Night trains with dining cars were last seen in Marstad in 1961.",
    ]
}

_BOTH: World = {
    "union": [
        "# What crews say",
        "Ferry crews call the tunnel plan a threat to their island.",
        "No tunnel plan has ever asked ferry crews what they know.",
    ]
}


def _linked(world: World, lock: TopicLock) -> Briefing:
    return link(analyses(world), LinkOptions(), lock).value


def _sentences(made: Briefing, articles: World) -> dict[str, set[str]]:
    """Topic id → its sentences, of some articles only."""
    article_of = {s.id: s.article for analysis in made.analyses for s in analysis.sentences}
    said = {s.id: {s.sentence, *(other.sentence for other in s.also)} for s in made.statements}
    return {
        topic.id: {s for member in topic.members for s in said[member.statement] if article_of[s] in articles}
        for topic in made.topics
    }


@pytest.fixture(scope="module")
def tunnel() -> Briefing:
    return briefing(TUNNEL)


@pytest.mark.parametrize("world", [TUNNEL, {**TUNNEL, **_WALLS}, {**TUNNEL, "bread": ["A bakery won a prize."]}])
def test_pinning_changes_nothing_at_once(world: World) -> None:
    before = briefing(world)
    assert before.topics
    after = _linked(world, before.lock)
    assert after.topics == before.topics
    assert after.lock == before.lock


def test_an_article_that_arrives_changes_no_title_and_no_id(tunnel: Briefing) -> None:
    after = _linked({**TUNNEL, **_ARRIVED}, tunnel.lock)
    named = {topic.id: (topic.title, topic.aliases, topic.terms) for topic in after.topics}
    assert all(named[topic.id] == (topic.title, topic.aliases, topic.terms) for topic in tunnel.topics)


def test_an_article_that_arrives_takes_no_sentence_out_of_a_topic(tunnel: Briefing) -> None:
    before, after = _sentences(tunnel, TUNNEL), _sentences(_linked({**TUNNEL, **_ARRIVED}, tunnel.lock), TUNNEL)
    assert all(before[topic] <= after[topic] for topic in before)


def test_an_article_that_leaves_takes_only_its_own_sentences_along(tunnel: Briefing) -> None:
    for left in TUNNEL:
        rest = {article: lines for article, lines in TUNNEL.items() if article != left}
        after = _linked(rest, tunnel.lock)
        assert {topic.id for topic in after.topics} == {t for t, s in _sentences(tunnel, rest).items() if s}


def test_what_belongs_is_told_from_one_article_alone(tunnel: Briefing) -> None:
    together = _sentences(_linked({**TUNNEL, **_ARRIVED}, tunnel.lock), _ARRIVED)
    alone = _sentences(_linked(_ARRIVED, tunnel.lock), _ARRIVED)
    assert alone
    assert all(alone[topic] <= together[topic] for topic in alone)


def test_an_article_on_another_matter_joins_no_pinned_topic(tunnel: Briefing) -> None:
    bread: World = {"bread": ["The bakers of Holm sell rye bread.", "Their plan is to bake at night."]}
    made = _linked({**TUNNEL, **bread}, tunnel.lock)
    assert not any(_sentences(made, bread).values())


def test_an_article_that_was_apart_stays_apart(tunnel: Briefing) -> None:
    lock = replace(tunnel.lock, apart=("visitor",))
    assert not any(_sentences(_linked({**TUNNEL, **_ARRIVED}, lock), _ARRIVED).values())


def test_a_pinned_topic_without_sentences_stays_in_the_lock_and_is_reported(tunnel: Briefing) -> None:
    pin = tunnel.lock.topics[0]
    lock = replace(
        tunnel.lock,
        topics=(*tunnel.lock.topics, replace(pin, id="z", title="Zinc", names=(("zinc",),), weights={}, line=9)),
        path="l.yml",
    )
    outcome = link(analyses(TUNNEL), LinkOptions(), lock)
    assert "z" in {kept.id for kept in outcome.value.lock.topics}
    assert [(p.code, p.level, p.path, p.line) for p in outcome.problems] == [("topic-empty", "warning", "l.yml", 9)]
    assert "Zinc" in outcome.problems[0].message


def test_a_new_subject_comes_beside_the_pinned_ones_and_is_reported(tunnel: Briefing) -> None:
    first = tunnel.topics[0].id
    lock = replace(tunnel.lock, topics=tuple(pin for pin in tunnel.lock.topics if pin.id == first))
    outcome = link(analyses(TUNNEL), LinkOptions(), lock)
    assert len(outcome.value.topics) > 1
    assert len(outcome.problems) == len(outcome.value.topics) - 1
    assert {problem.code for problem in outcome.problems} == {"topic-unpinned"}
    assert {pin.id for pin in outcome.value.lock.topics} == {topic.id for topic in outcome.value.topics}


def test_a_topic_that_is_not_pinned_names_pinned_ones_and_is_named_by_none_of_them() -> None:
    world = {**TUNNEL, **_BOTH}
    lock = briefing(world).lock
    less = replace(lock, topics=tuple(pin for pin in lock.topics if pin.id != "tunnel-plan"))
    all_pinned, others_pinned = (
        {topic.id: ([tie.topic for tie in topic.related], topic.is_provisional) for topic in made.topics}
        for made in (_linked(world, lock), _linked(world, less))
    )
    assert all_pinned["ferry-crews"] == (["tunnel-plan"], False)
    assert all_pinned["tunnel-plan"] == (["ferry-crews"], False)
    assert others_pinned["ferry-crews"] == ([], False)
    assert others_pinned["tunnel-plan"] == (["ferry-crews"], True)


def test_a_new_topic_does_not_take_the_address_of_a_pinned_one(tunnel: Briefing) -> None:
    pin = next(pin for pin in tunnel.lock.topics if pin.title == "Ferry crews")
    taken = replace(pin, title="Zinc", names=(("zinc",),), weights={})
    lock = replace(tunnel.lock, topics=(taken,))
    made = _linked(TUNNEL, lock)
    (found,) = [topic for topic in made.topics if topic.title == "Ferry crews"]
    assert found.id != pin.id


def test_a_title_that_the_desk_changed_is_the_title(tunnel: Briefing) -> None:
    pins = tuple(replace(pin, title="The crews") if pin.title == "Ferry crews" else pin for pin in tunnel.lock.topics)
    made = _linked(TUNNEL, replace(tunnel.lock, topics=pins))
    assert "ferry-crews" in {topic.id for topic in made.topics if topic.title == "The crews"}
    assert texts(made)


def test_a_folder_without_articles_keeps_its_lock(tunnel: Briefing) -> None:
    assert _linked({}, tunnel.lock).lock == tunnel.lock
