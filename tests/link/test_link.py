"""The stage as a whole: what must hold of every briefing."""

import random

import pytest

from sitegen.link import LinkOptions, link
from sitegen.link.topics import title_key
from sitegen.model import Briefing
from tests.link.world import TUNNEL, World, analyses, briefing, texts


@pytest.fixture(scope="module")
def tunnel() -> Briefing:
    return briefing(TUNNEL)


def test_subjects_that_articles_share_become_topics(tunnel: Briefing) -> None:
    assert {"Tunnel plan", "Ferry crews", "Flood barriers"} <= {topic.title for topic in tunnel.topics}


def test_what_fits_nowhere_is_left_out_with_a_reason(tunnel: Briefing) -> None:
    words = texts(tunnel)
    (fate,) = [fate for fate in tunnel.fates if "rye bread" in words[fate.sentence]]
    assert fate.kind == "left-out"
    assert fate.reason


def test_titles_are_words_of_a_source_and_stand_once(tunnel: Briefing) -> None:
    everything = " ".join(texts(tunnel).values()).casefold()
    titles = [topic.title.casefold() for topic in tunnel.topics]
    assert all(title in everything for title in titles)
    assert len(set(titles)) == len(titles)


def test_every_sentence_has_one_fate_that_agrees_with_the_statements(tunnel: Briefing) -> None:
    assert sorted(fate.sentence for fate in tunnel.fates) == sorted(texts(tunnel))
    printed = {statement.sentence for statement in tunnel.statements}
    companions = [companion.sentence for statement in tunnel.statements for companion in statement.also]
    assert {fate.sentence for fate in tunnel.fates if fate.kind == "used"} == printed
    assert sorted(fate.sentence for fate in tunnel.fates if fate.kind == "said-by-another") == sorted(companions)
    assert printed.isdisjoint(companions)
    assert all((fate.statement is None) == (fate.kind == "left-out") for fate in tunnel.fates)
    assert all(bool(fate.reason) == (fate.kind != "used") for fate in tunnel.fates)


def test_every_member_exists_and_every_statement_is_a_member_or_in_the_summary(tunnel: Briefing) -> None:
    members = {member.statement for topic in tunnel.topics for member in topic.members}
    elsewhere = {statement.sentence for statement in tunnel.statements if statement.id not in members}
    assert members <= {statement.id for statement in tunnel.statements}
    assert elsewhere <= set(tunnel.summary)
    assert all(member.reason for topic in tunnel.topics for member in topic.members)


def test_members_come_most_corroborated_first(tunnel: Briefing) -> None:
    sources = {statement.id: len(statement.sources) for statement in tunnel.statements}
    for topic in tunnel.topics:
        counts = [sources[member.statement] for member in topic.members]
        assert counts == sorted(counts, reverse=True)


def test_a_topic_has_two_articles(tunnel: Briefing) -> None:
    sources = {statement.id: statement.sources for statement in tunnel.statements}
    for topic in tunnel.topics:
        assert len({article for member in topic.members for article in sources[member.statement]}) >= 2


def test_summaries_are_printed_sentences_of_members(tunnel: Briefing) -> None:
    printed = {statement.id: statement.sentence for statement in tunnel.statements}
    for topic in tunnel.topics:
        assert set(topic.summary) <= {printed[member.statement] for member in topic.members}
    assert set(tunnel.summary) <= set(printed.values())
    assert len(set(tunnel.summary)) == len(tunnel.summary)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_does_not_matter(tunnel: Briefing, seed: int) -> None:
    shuffled = list(analyses(TUNNEL))
    random.Random(seed).shuffle(shuffled)
    assert link(tuple(shuffled), LinkOptions()).value == tunnel


def test_an_unrelated_article_leaves_other_topics_their_ids(tunnel: Briefing) -> None:
    world = {
        **TUNNEL,
        "chess": [
            "Grandmaster Ada Brandt drew the last game of the match in Oslo.",
            "The trophy is kept in a museum of clocks.",
        ],
    }
    assert {topic.id for topic in tunnel.topics} <= {topic.id for topic in briefing(world).topics}


_WALLS: World = {
    "wall-a": [
        "# Cracks in the stone dam of Lund",
        "Masons found cracks in the stone dam of Lund after the storm.",
        "The stone dam is older than the chapel of Lund.",
        "Ferry crews were sent to carry sandbags to the dam at Lund.",
        "A quarry in Holm gave the county a hundred blocks.",
        "Fishermen of Lund lost their nets.",
    ],
    "wall-b": [
        "# Stone dam of Lund cracked",
        "Cracks in the stone dam of Lund were found by masons after the storm.",
        "Sandbags from Holm were laid along the stone dam by night.",
        "Without the ferry crews the sandbags would still lie in Holm.",
        "Bakers brought rye bread for the ferry crews.",
        "The chapel bells of Lund rang at dawn.",
    ],
}


def test_statements_and_topics_of_one_affair_hold_sentences_of_its_articles_only() -> None:
    made = briefing({**TUNNEL, **_WALLS})
    article_of = {sentence.id: sentence.article for a in made.analyses for sentence in a.sentences}
    affairs = [frozenset(TUNNEL), frozenset(_WALLS)]
    for statement in made.statements:
        assert sum(not affair.isdisjoint(statement.sources) for affair in affairs) == 1
    sentence_of = {statement.id: statement.sentence for statement in made.statements}
    for topic in made.topics:
        articles = {article_of[sentence_of[member.statement]] for member in topic.members}
        assert sum(not affair.isdisjoint(articles) for affair in affairs) == 1


def test_what_an_affair_states_does_not_depend_on_the_rest_of_the_folder(tunnel: Briefing) -> None:
    made = briefing({**TUNNEL, **_WALLS})
    told = {statement.id: statement for statement in made.statements}
    shared = [statement for statement in tunnel.statements if statement.id in told]
    assert shared
    assert all(told[statement.id] == statement for statement in shared)


def test_a_title_stands_for_one_affair() -> None:
    made = briefing({**TUNNEL, **_WALLS})
    titles = [topic.title for topic in made.topics]
    assert "Stone dam" in titles
    assert titles.count("Ferry crews") == 1


def test_the_index_page_asks_every_affair_before_it_asks_one_again() -> None:
    made = briefing({**TUNNEL, **_WALLS})
    article_of = {sentence.id: sentence.article for a in made.analyses for sentence in a.sentences}
    assert {article_of[sentence] in TUNNEL for sentence in made.summary[:2]} == {True, False}


def test_two_articles_on_two_matters_share_no_topic() -> None:
    world = {
        "chess": [
            "Ada Brandt drew the last game of the match in Oslo.",
            "A grandmaster needs strong nerves and good clocks.",
            "He was protecting himself.",
        ],
        "bread": [
            "A bakery in Lund won the county prize for rye bread.",
            "The baker pushed a burglar into the oven room.",
            "He was protecting himself.",
        ],
    }
    made = briefing(world)
    assert {statement.sentence for statement in made.statements} == set(made.summary)
    assert not made.topics
    assert {str(fate.reason) for fate in made.fates} >= {"no other article is on this affair"}


def test_a_heading_is_strong_evidence_of_a_subject() -> None:
    world = {
        "a": ["## Oyster beds", "Divers count the oyster beds each May.", "Starfish eat them by the thousand."],
        "b": ["Dredging has destroyed most oyster beds.", "The museum of clocks is shut."],
    }
    made = briefing(world)
    (topic,) = [topic for topic in made.topics if topic.title == "Oyster beds"]
    reasons = {str(member.reason) for member in topic.members}
    assert "names “oyster beds”" in reasons
    assert any("under the heading" in reason or "follows" in reason for reason in reasons)


def test_a_person_is_no_topic() -> None:
    world = {
        "a": ["Ada Brandt won in Oslo.", "Ada Brandt lost in Rome.", "Ada Brandt drew in Bern."],
        "b": ["Ada Brandt was born in Lund.", "Ada Brandt plays the lute."],
    }
    assert not briefing(world, {"Ada Brandt": "person"}).topics


@pytest.mark.parametrize("world", [{}, {"a": []}, {"a": ["# Only a title"]}, {"a": ["Hm."], "b": ["…", "漢字です。"]}])
def test_next_to_nothing_gives_an_empty_briefing(world: World) -> None:
    made = briefing(world)
    assert not made.topics
    assert not made.summary
    assert all(fate.kind == "left-out" for fate in made.fates)


def test_two_articles_of_one_id_are_a_fault_of_the_caller() -> None:
    (one,) = analyses({"a": ["It rained."]})
    with pytest.raises(ValueError, match="share an id"):
        link((one, one), LinkOptions())


def test_titles_that_a_reader_would_take_for_one_have_one_key() -> None:
    assert title_key("U.S. government") == title_key("United States governments")
    assert title_key("Ferry crews") != title_key("Ferry crew pensions")
    assert title_key("漢字")
