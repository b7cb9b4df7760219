"""The page of differences: every side in its sentences, its words marked, none called wrong."""

from dataclasses import replace

from sitegen.compose.pages import DifferencesPage, TopicPage
from sitegen.model import Difference, DifferenceSide
from sitegen.reasons import worded
from tests.world import World, bridge_world, links, pages

NUMBER = worded("Number: %(words)s", words="fishermen")
SPELLING = worded("Spelling of a name")
WORLD = World(
    {
        "a.md": "# A\n\nThe storm killed 12 fishermen off Skarne harbour. A choir sang.\n",
        "b.md": "# B\n\nThe storm off Skarne harbour killed 15 fishermen. Nets were mended.\n",
    }
)


def test_each_side_has_its_sentence_with_its_words_marked_and_a_note() -> None:
    briefing = WORLD.briefing()
    a, b = (analysis.sentences[0].id for analysis in briefing.analyses)
    sides = (DifferenceSide("12 fishermen", (a,)), DifferenceSide("15 fishermen", (b,)))
    made = replace(briefing, differences=(Difference("k.1", "number", NUMBER, sides),))
    page = pages(made)["differences.html"]
    assert isinstance(page, DifferencesPage)
    (found,) = page.differences
    lines = [line for side in found.sides for line in side.lines]
    assert [[p.text for p in line.pieces if p.is_marked] for line in lines] == [["12 fishermen"], ["15 fishermen"]]
    assert [[mark.number for mark in line.notes] for line in lines] == [["1.1"], ["2.1"]]
    assert [(side.says, side.carried) for side in found.sides] == [
        ("12 fishermen", "1 article"),
        ("15 fishermen", "1 article"),
    ]
    assert page.counts == "1 open difference."


def test_what_happened_comes_before_how_it_is_spelt() -> None:
    briefing = WORLD.briefing()
    a, b = (analysis.sentences[0].id for analysis in briefing.analyses)
    sides = (DifferenceSide("12", (a,)), DifferenceSide("15", (b,)))
    spelt = Difference("k.1", "spelling", SPELLING, sides)
    counted = Difference("k.2", "number", NUMBER, sides)
    page = pages(replace(briefing, differences=(spelt, counted)))["differences.html"]
    assert isinstance(page, DifferencesPage)
    assert [item.id for item in page.differences] == ["k.2", "k.1"]
    assert page.counts == "1 open difference, 1 of spelling."


def test_without_differences_there_is_no_page_and_no_way_to_it() -> None:
    made = pages(World({"a.md": "# A\n\nThe storm killed 12 fishermen off Skarne harbour.\n"}).briefing())
    assert "differences.html" not in made
    assert "Differences" not in [link.text for link in links(made["index.html"])]


def test_a_statement_says_in_words_that_reports_differ_and_leads_there() -> None:
    briefing = bridge_world().briefing()
    topic = briefing.topics[0]
    printed = {statement.id: statement.sentence for statement in briefing.statements}[topic.members[0].statement]
    other = next(s.id for a in briefing.analyses for s in a.sentences if s.article != printed.rpartition(".")[0])
    difference = Difference(
        "k.1",
        "number",
        NUMBER,
        (DifferenceSide("a", (printed,)), DifferenceSide("b", (other,))),
    )
    page = pages(replace(briefing, differences=(difference,)))[f"topics/{topic.id}.html"]
    assert isinstance(page, TopicPage)
    found = [link for item in page.statements for link in item.differs]
    assert found[0].href == "#k.1"
    assert found[0].text == "a or b"


def test_how_a_name_is_spelt_is_not_said_at_a_statement() -> None:
    briefing = bridge_world().briefing()
    one, other = briefing.statements[0].sentence, briefing.statements[1].sentence
    sides = (DifferenceSide("Lind", (one,)), DifferenceSide("Lindh", (other,)))
    briefing = replace(briefing, differences=(Difference("k.1", "spelling", SPELLING, sides),))
    topics = [page for page in pages(briefing).values() if isinstance(page, TopicPage)]
    assert not any(item.differs for page in topics for item in page.statements)
