"""Which topics are related, and what that is told from."""

from sitegen.link.crosslinks import CrosslinkOptions, relate_topics
from sitegen.model import Entity, Mention, Statement

NAMES = ("Ada Lind", "Bo Falk", "Cy Holm")


def _statement(sentence: str) -> Statement:
    return Statement(f"st.{sentence}", sentence, (), (sentence.partition(".")[0],), 1, 1)


def _related(members: dict[str, list[str]], named: list[str]) -> dict[str, list[tuple[str, str]]]:
    """`members`: topic → sentences; `named`: those in which all the `NAMES` stand."""
    statements = {f"st.{s}": _statement(s) for sentences in members.values() for s in sentences}
    entities = [
        Entity(name, name, "person", (name,), tuple(Mention(s, 0, 1, name, "person") for s in named)) for name in NAMES
    ]
    sets = {topic: frozenset(f"st.{s}" for s in sentences) for topic, sentences in members.items()}
    found = relate_topics(sets, entities, statements, CrosslinkOptions())
    return {topic: [(tie.topic, str(tie.reason)) for tie in ties] for topic, ties in found.items()}


def test_topics_that_share_statements_or_of_which_an_article_names_the_same_are_related() -> None:
    found = _related({"x": ["a.1", "a.2", "a.3"], "y": ["a.1", "a.2"], "z": ["a.4"]}, ["a.3", "a.4"])
    assert found == {
        "x": [("y", "2 statements stand in both"), ("z", "both name Ada Lind, Bo Falk and Cy Holm")],
        "y": [("x", "2 statements stand in both")],
        "z": [("x", "both name Ada Lind, Bo Falk and Cy Holm")],
    }


def test_an_article_leaves_topics_of_which_it_says_nothing_as_they_are() -> None:
    before = {"x": ["a.1", "a.2"], "y": ["a.3", "b.1"], "z": ["b.2"]}
    after = {"x": ["a.1", "a.2"], "y": ["a.3", "b.1", "c.1", "c.2"], "z": ["b.2", "c.1", "c.2"]}
    named = ["a.1", "c.1"]
    assert _related(before, named)["x"] == _related(after, named)["x"] == []
    assert _related(after, named)["y"] == [("z", "2 statements stand in both")]


def test_the_four_closest_are_named() -> None:
    sentences = [f"a.{number}" for number in range(7)]
    members = {"all": sentences, **{f"first-{n}": sentences[:n] for n in range(2, 7)}}
    assert [topic for topic, _ in _related(members, [])["all"]] == ["first-6", "first-5", "first-4", "first-3"]
