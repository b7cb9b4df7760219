"""Topics as the desk decides on them: above what is found, above what is pinned, in one order."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.errors import Outcome
from sitegen.link import LinkOptions, link
from sitegen.model import (
    Because,
    Briefing,
    Decisions,
    SentenceRef,
    StatementDecision,
    TopicDecision,
    TopicLock,
    TopicPart,
)
from tests.link.world import World, analyses

WORLD: World = {
    "a": [
        "# Marstad",
        "The harbour bridge of Marstad closed after rust was found.",
        "Engineers said the harbour bridge needs new cables.",
        "The ferry strike left commuters on the quay.",
        "A ferry strike cost the island its tourists.",
        "Gulls stole a sandwich from the mayor.",
        "Bakers sold out of rye before noon.",
        "A lighthouse keeper retired to Spain.",
    ],
    "b": [
        "# Island",
        "Rust closed the harbour bridge of Marstad to lorries.",
        "Cables of the harbour bridge date from the war.",
        "Pilots joined the ferry strike over wages.",
        "The ferry strike may end with a vote.",
        "Schoolchildren painted a mural of whales.",
        "Rain is forecast for the harvest festival.",
    ],
    "c": [
        "# Vote",
        "Wages stand behind the ferry strike, the union wrote.",
        "Lorries avoid the harbour bridge by the coastal road.",
        "The library lends telescopes to beginners.",
        "Orchards near Tolm were sprayed against moths.",
    ],
}
LONE: World = {"z": ["# Stars", "Astronomers photographed a comet above Chile."]}
BRIDGE, STRIKE = "harbour-bridge", "ferry-strike"


def made(*topics: TopicDecision, lock: TopicLock | None = None, world: World = WORLD) -> Outcome[Briefing]:
    return link(analyses(world), LinkOptions(), lock, Decisions(topics=topics))


def titles(found: Outcome[Briefing]) -> dict[str, str]:
    return {topic.id: topic.title for topic in found.value.topics}


def members(found: Outcome[Briefing]) -> dict[str, set[str]]:
    """Topic id → first words of its printed sentences."""
    words = {s.id: " ".join(s.text.split()[:2]) for a in found.value.analyses for s in a.sentences}
    printed = {statement.id: words[statement.sentence] for statement in found.value.statements}
    return {topic.id: {printed[member.statement] for member in topic.members} for topic in found.value.topics}


def ref(begins: str, world: World = WORLD) -> SentenceRef:
    (id_,) = (s.id for a in analyses(world) for s in a.sentences if s.text.startswith(begins))
    return SentenceRef(id_)


def said(found: Outcome[Briefing]) -> list[str]:
    return [f"{problem.code}: {problem.message} ({problem.remedy})" for problem in found.problems]


def test_the_world_has_the_topics_that_the_tests_take_it_to_have() -> None:
    found = made()
    assert titles(found) == {BRIDGE: "Harbour bridge", STRIKE: "Ferry strike"}
    assert (found.value.rulings, found.value.redirects, said(found)) == ((), (), [])


def test_a_title_changes_no_address_and_the_old_one_stays_as_a_wording() -> None:
    found = made(TopicDecision("Harbour bridge", title="The rusty bridge", because=Because("clearer")))
    (topic,) = (topic for topic in found.value.topics if topic.id == BRIDGE)
    assert (topic.title, topic.is_desks, topic.aliases[0]) == ("The rusty bridge", True, "Harbour bridge")
    (ruling,) = found.value.rulings
    assert (ruling.about, ruling.id, ruling.words) == ("topic", BRIDGE, "Harbour bridge")
    assert (str(ruling.decided), ruling.value) == ("called “The rusty bridge”", "The rusty bridge")
    assert found.value.redirects == ()


def test_another_address_leaves_the_old_one_leading_on() -> None:
    found = made(TopicDecision(BRIDGE, id="the-bridge"))
    assert titles(found) == {"the-bridge": "Harbour bridge", STRIKE: "Ferry strike"}
    assert found.value.redirects == ((BRIDGE, "the-bridge"),)


def test_a_merged_topic_leaves_its_statements_its_wordings_and_its_address() -> None:
    found = made(TopicDecision(STRIKE, merge_into=BRIDGE))
    assert titles(found) == {BRIDGE: "Harbour bridge"}
    assert found.value.redirects == ((STRIKE, BRIDGE),)
    (topic,) = found.value.topics
    assert "Ferry strike" in topic.aliases
    assert members(found)[BRIDGE] == set().union(*members(made()).values())
    assert any(
        str(member.reason).startswith("merged here by the desk, from “Ferry strike”: ") for member in topic.members
    )


def test_what_merges_into_what_merges_goes_all_the_way() -> None:
    chain = (
        TopicDecision("third", pin=True, title="Gulls", terms=("gulls",)),
        TopicDecision(STRIKE, merge_into=BRIDGE),
    )
    found = made(*chain, TopicDecision(BRIDGE, merge_into="third"))
    assert set(titles(found)) == {"third"}
    assert found.value.redirects == ((STRIKE, "third"), (BRIDGE, "third"))


def test_a_topic_splits_by_terms_and_by_sentences() -> None:
    parts = (TopicPart("Wages", terms=("wages",)), TopicPart("The vote", sentences=(ref("The ferry strike may"),)))
    found = made(TopicDecision(STRIKE, split=parts))
    before, after = members(made()), members(found)
    assert after["wages"] == {"Wages stand"}  # of two articles
    assert after["the-vote"] == {"The ferry"}
    assert after[STRIKE] == before[STRIKE] - {"Wages stand"}  # two sentences there begin with "The ferry"
    assert {str(ruling.decided) for ruling in found.value.rulings} == {
        "split off “Ferry strike”",
        "“Wages” split off; “The vote” split off",
    }


def test_a_topic_of_the_desks_may_have_one_sentence() -> None:
    found = made(TopicDecision("gulls", pin=True, title="Gulls and mayors", terms=("sandwich",)))
    assert titles(found)["gulls"] == "Gulls and mayors"
    assert members(found)["gulls"] == {"Gulls stole"}
    (fate,) = (fate for fate in found.value.fates if fate.sentence == ref("Gulls").id)
    assert fate.kind == "used"


def test_a_topic_of_the_desks_reaches_an_article_that_shares_no_affair() -> None:
    world: World = {**WORLD, **LONE}
    found = made(TopicDecision("sky", pin=True, title="The sky", terms=("comet", "sandwich")), world=world)
    assert members(found)["sky"] == {"Gulls stole", "Astronomers photographed"}
    by_id = made(TopicDecision(BRIDGE, add=(ref("Astronomers", world),)), world=world)
    assert "Astronomers photographed" in members(by_id)[BRIDGE]


def test_terms_bring_in_what_they_name() -> None:
    assert "Gulls stole" in members(made(TopicDecision(BRIDGE, terms=("sandwich",))))[BRIDGE]


def test_an_excluded_topic_is_none_and_its_sentences_say_why() -> None:
    found = made(TopicDecision(STRIKE, exclude=True, because=Because("old news")))
    assert titles(found) == {BRIDGE: "Harbour bridge"}
    (fate,) = (fate for fate in found.value.fates if fate.sentence == ref("A ferry").id)
    assert (fate.kind, str(fate.reason)) == ("left-out", "the desk took out its topic “Ferry strike”: old news")


def test_sentences_are_moved_added_and_removed() -> None:
    moved = made(TopicDecision(BRIDGE, move=(ref("A ferry"),)))
    assert "A ferry" in members(moved)[BRIDGE]
    assert "A ferry" not in members(moved)[STRIKE]
    added = made(TopicDecision(BRIDGE, add=(ref("A ferry"),)))
    assert "A ferry" in members(added)[BRIDGE] & members(added)[STRIKE]
    removed = made(TopicDecision(STRIKE, remove=(ref("A ferry"),)))
    assert "A ferry" not in members(removed)[STRIKE]
    (fate,) = (fate for fate in removed.value.fates if fate.sentence == ref("A ferry").id)
    assert str(fate.reason) == "the desk took it out of the topic “Ferry strike”"
    assert [str(ruling.decided) for ruling in moved.value.rulings] == ["moved to the topic “Harbour bridge”"]


def test_topics_with_a_place_come_first() -> None:
    first = next(iter(titles(made())))
    (other,) = {BRIDGE, STRIKE} - {first}
    assert next(iter(titles(made(TopicDecision(other, order=1))))) == other


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (
            TopicDecision("harbor-bridge", order=1),
            "decision-stale: there is no topic “harbor-bridge” (did you mean har",
        ),
        (TopicDecision(STRIKE, merge_into="bridge"), "decision-stale: there is no topic “bridge” ("),
        (TopicDecision(BRIDGE, terms=("zebra",)), "decision-stale: no sentence that may stand in “Harbour bridge” has"),
        (
            TopicDecision(BRIDGE, title="Ferry Strikes"),
            "decision-unmet: another topic, ferry-strike, has the title “Fer",
        ),
        (TopicDecision(BRIDGE, id=STRIKE), "decision-unmet: another topic has the id “ferry-strike”"),
        (
            TopicDecision(BRIDGE, split=(TopicPart("Zebras", ("zebra",)),)),
            "decision-stale: no sentence of “Harbour bridge” leaves for “Zebras”",
        ),
        (
            TopicDecision(BRIDGE, remove=(ref("A ferry"),)),
            f"decision-stale: {ref('A ferry').id} does not stand in “Harb",
        ),
    ],
)
def test_what_can_not_be_done_is_told_and_changes_nothing(decision: TopicDecision, words: str) -> None:
    found = made(replace(decision, line=7))
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.level) == ("editorial.yml", 7, "warning")
    assert said(found)[0].startswith(words)
    assert titles(found) == titles(made())


def test_the_desk_stands_above_the_lock_which_keeps_what_was_found() -> None:
    decisions = (TopicDecision(BRIDGE, title="The rusty bridge", id="rust"), TopicDecision(STRIKE, exclude=True))
    lock = made(*decisions).value.lock
    assert {pin.id: pin.title for pin in lock.topics} == {BRIDGE: "Harbour bridge", STRIKE: "Ferry strike"}
    pinned = made(*decisions, lock=replace(lock, path="topics.lock.yml"))
    assert (titles(pinned), said(pinned)) == ({"rust": "The rusty bridge"}, [])
    assert titles(made(lock=lock)) == titles(made())


def test_one_article_more_leaves_a_decided_topic_as_it_is_under_a_lock() -> None:
    decision = TopicDecision(BRIDGE, title="The rusty bridge", remove=(ref("Engineers"),))
    lock = made().value.lock
    fewer: Mapping[str, list[str]] = {id_: list(lines) for id_, lines in WORLD.items() if id_ != "c"}
    assert titles(made(decision, lock=lock, world=fewer))[BRIDGE] == "The rusty bridge"


def test_the_order_of_the_file_does_not_matter() -> None:
    decisions = (
        TopicDecision(BRIDGE, title="Rust", move=(ref("A ferry"),)),
        TopicDecision("gulls", pin=True, title="Gulls", terms=("gulls",), order=1),
        TopicDecision(STRIKE, split=(TopicPart("Wages", terms=("wages",)),)),
        TopicDecision("wages", title="Pay"),
    )
    one, other = made(*decisions), made(*reversed(decisions))
    assert (one.value.topics, said(one)) == (other.value.topics, said(other))
    assert titles(one)["wages"] == "Pay"


def test_a_pinned_statement_heads_the_index_and_its_topic() -> None:
    pinned = StatementDecision("pin", (ref("Lorries"),))
    found = link(analyses(WORLD), LinkOptions(), decisions=Decisions(statements=(pinned,))).value
    assert found.summary[0] == ref("Lorries").id
    assert found.pinned == (ref("Lorries").id,)
    (topic,) = (topic for topic in found.topics if topic.id == BRIDGE)
    assert topic.summary == (ref("Lorries").id,)
