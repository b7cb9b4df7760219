"""The page of differences: every side in its sentences, its words marked, none called wrong."""

from dataclasses import replace

from sitegen.compose.pages import DifferencesPage
from sitegen.model import Difference, Side
from tests.world import World, pages

WORLD = World(
    {
        "a.md": "# A\n\nThe storm killed 12 fishermen off Skarne harbour. A choir sang.\n",
        "b.md": "# B\n\nThe storm off Skarne harbour killed 15 fishermen. Nets were mended.\n",
    }
)


def test_each_side_has_its_sentence_with_its_words_marked_and_a_note() -> None:
    briefing = WORLD.briefing()
    a, b = (analysis.sentences[0].id for analysis in briefing.analyses)
    sides = (Side("12 fishermen", (a,)), Side("15 fishermen", (b,)))
    made = replace(briefing, differences=(Difference("k.1", "number", "Number: fishermen", sides),))
    page = pages(made)["differences.html"]
    assert isinstance(page, DifferencesPage)
    (found,) = page.differences
    lines = [line for side in found.sides for line in side.lines]
    assert [[p.text for p in line.pieces if p.is_marked] for line in lines] == [["12 fishermen"], ["15 fishermen"]]
    assert [[mark.number for mark in line.notes] for line in lines] == [["1.1"], ["2.1"]]
    assert page.counts == "1 difference."


def test_without_differences_there_is_no_page_and_no_way_to_it() -> None:
    made = pages(World({"a.md": "# A\n\nThe storm killed 12 fishermen off Skarne harbour.\n"}).briefing())
    assert "differences.html" not in made
    assert "Differences" not in [link.text for link in made["index.html"].site.navigation]
