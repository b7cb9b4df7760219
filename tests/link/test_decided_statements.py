"""What says the same, what is dropped, what differs and what is withdrawn, as the desk decides on it."""

from sitegen.errors import Outcome
from sitegen.link import LinkOptions, link
from sitegen.model import (
    ArticleDecision,
    Because,
    Briefing,
    Decisions,
    DifferenceDecision,
    SentenceRef,
    Statement,
    StatementDecision,
)
from tests.link.world import World, analyses

WORLD: World = {
    "a": [
        "# Marstad",
        "The harbour bridge of Marstad closed on Monday after 12 rusty cables were found.",
        "Engineers said the harbour bridge needs new cables.",
        "The harbour bridge carried 300 lorries a day.",
    ],
    "b": [
        "# Island",
        "The harbour bridge of Marstad closed on Monday after 15 rusty cables were found.",
        "Nobody may cross the old span until autumn.",
        "The harbour bridge is older than the town hall.",
        "Workers took the rusty cables down.",
    ],
    "c": [
        "# Vote",
        "Rusty cables closed the harbour bridge of Marstad on Monday.",
        "The council wants a new harbour bridge.",
    ],
}
IDS = {f"{s.article} {s.text.split()[1]}": s.id for a in analyses(WORLD) for s in a.sentences}
LORRIES, SPAN = IDS["a harbour"], IDS["b may"]
FIRST = {a.article.id: a.sentences[0].id for a in analyses(WORLD)}


def refs(*ids: str) -> tuple[SentenceRef, ...]:
    return tuple(map(SentenceRef, ids))


def made(*statements: StatementDecision, **others: tuple[object, ...]) -> Outcome[Briefing]:
    decisions = Decisions(statements=statements, **others)  # type: ignore[arg-type]
    return link(analyses(WORLD), LinkOptions(), decisions=decisions)


def statement_of(found: Outcome[Briefing], sentence: str) -> Statement | None:
    """The statement that prints a sentence; if none does, the first that names it."""
    naming = [
        statement
        for statement in found.value.statements
        if sentence in (statement.sentence, *(also.sentence for also in statement.also))
    ]
    return min(naming, key=lambda statement: statement.sentence != sentence, default=None)


def group(found: Outcome[Briefing], sentence: str) -> set[str]:
    statement = statement_of(found, sentence)
    return {statement.sentence, *(also.sentence for also in statement.also)} if statement else set()


def fate(found: Outcome[Briefing], sentence: str) -> tuple[str, str]:
    (state,) = (state for state in found.value.fates if state.sentence == sentence)
    return state.kind, str(state.reason)


def test_the_world_is_grouped_as_the_tests_take_it() -> None:
    found = made()
    assert group(found, FIRST["a"]) > {FIRST["a"], FIRST["c"]}
    assert group(found, LORRIES) == {LORRIES}
    assert [d.kind for d in found.value.differences] == ["number"]


def test_what_the_desk_says_is_the_same_is_one_statement_with_both_articles_in_full() -> None:
    decision = StatementDecision("same", refs(LORRIES, SPAN), because=Because("one closure"))
    found = made(decision)
    statement = statement_of(found, LORRIES)
    assert statement is not None
    assert group(found, LORRIES) == {LORRIES, SPAN}
    assert set(statement.sources) == {"a", "b"}
    assert [(also.relation, also.score < 0.3) for also in statement.also] == [("same", True)]
    (ruling,) = found.value.rulings
    assert (ruling.about, ruling.id, str(ruling.decided)) == (
        "statement",
        LORRIES,
        "says the same as a sentence of “Island”",
    )


def test_what_is_not_the_same_is_two_statements_and_no_difference() -> None:
    found = made(StatementDecision("not_same", refs(FIRST["a"], FIRST["c"])))
    assert FIRST["c"] not in group(found, FIRST["a"])
    apart = made(StatementDecision("not_same", refs(FIRST["a"], FIRST["b"])))
    assert apart.value.differences == ()


def test_a_dropped_sentence_is_in_no_statement_and_says_why() -> None:
    found = made(StatementDecision("drop", refs(FIRST["a"]), because=Because("a rumour")))
    assert statement_of(found, FIRST["a"]) is None
    assert fate(found, FIRST["a"]) == ("left-out", "dropped by the desk: a rumour")
    assert found.value.dropped == (FIRST["a"],)
    assert found.value.differences == ()
    assert [str(ruling.decided) for ruling in found.value.rulings] == ["never printed"]


def test_a_pinned_sentence_is_the_one_that_is_printed() -> None:
    for pinned in (FIRST["a"], FIRST["c"]):
        statement = statement_of(made(StatementDecision("pin", refs(pinned))), pinned)
        assert statement is not None
        assert statement.sentence == pinned


def test_a_dismissed_difference_stays_with_the_reason() -> None:
    because = Because("a slip in print", "E. Moe")
    found = made(differences=(DifferenceDecision(refs(FIRST["a"], FIRST["b"]), because=because),))
    (difference,) = found.value.differences
    assert difference.dismissed == because
    assert [(ruling.about, ruling.id) for ruling in found.value.rulings] == [("difference", difference.id)]


def test_a_difference_that_is_none_any_more_is_told_with_what_differs_now() -> None:
    found = made(differences=(DifferenceDecision(refs(FIRST["a"], FIRST["c"]), line=3),))
    (problem,) = found.problems
    assert (problem.code, problem.line) == ("decision-stale", 3)
    assert problem.remedy.startswith(f"{FIRST['a']} and {FIRST['b']} differ (number: ")


def test_a_withdrawn_article_counts_nowhere_and_leaves_its_mark() -> None:
    before = made()
    found = made(articles=(ArticleDecision("c", "withdrawn", "taken down"),))
    assert [analysis.article.id for analysis in found.value.analyses] == ["a", "b"]
    (gone,) = found.value.withdrawn
    assert [state.kind for state in gone.fates] == ["left-out"] * 2
    assert str(gone.fates[0].reason) == "its article is withdrawn; another article says it"
    assert gone.fates[0].statement == f"st.{FIRST['a']}"
    statement = statement_of(found, FIRST["a"])
    assert statement is not None
    assert statement.sources == ("a",)
    assert ("c", "withdrawn") in {(flag.article, flag.status) for flag in found.value.flags}
    assert len(found.value.differences) == 1
    assert made(articles=(ArticleDecision("b", "withdrawn"),)).value.differences == ()
    assert {topic.id for topic in found.value.topics} == {topic.id for topic in before.value.topics}
    assert not any(state.sentence.startswith("c.") for state in found.value.fates)


def test_a_withdrawn_article_brings_no_topic() -> None:
    """While all tell of the cables in one sentence, they are no subject; one that says so alone would make them one."""
    world = {**WORLD, "b": WORLD["b"][:-1]}
    for gone in ("a", "b", "c"):
        decisions = Decisions(articles=(ArticleDecision(gone, "withdrawn"),))
        assert link(analyses(world), LinkOptions(), decisions=decisions).value.topics == ()


def test_a_corrected_article_flags_what_rests_on_it_or_on_its_sentences() -> None:
    whole = made(articles=(ArticleDecision("a", "corrected", "It was Tuesday."),))
    part = made(articles=(ArticleDecision("a", "corrected", "It was Tuesday.", refs(FIRST["a"])),))
    flagged = [{flag.statement for flag in found.value.flags} for found in (whole, part)]
    assert flagged[1] < flagged[0]
    statement = statement_of(part, FIRST["a"])
    assert statement is not None
    assert flagged[1] == {statement.id}
    assert [decision.note for decision in part.value.corrected] == ["It was Tuesday."]


def test_a_lock_does_not_miss_an_article_that_is_withdrawn() -> None:
    lock = made().value.lock
    decisions = Decisions(articles=(ArticleDecision("b", "withdrawn"),))
    found = link(analyses(WORLD), LinkOptions(), lock, decisions)
    assert [problem.code for problem in found.problems] == []
    assert found.value.lock == lock
