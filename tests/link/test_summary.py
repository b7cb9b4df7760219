"""Which sentences may head a page, and which of them do."""

from dataclasses import replace

import pytest

from sitegen.link import LinkOptions, link
from sitegen.link.corpus import make_corpus
from sitegen.link.summary import SummaryOptions, is_fit
from sitegen.model import Attribution, Briefing
from tests.link.world import World, analyses, briefing, texts


def _fits(text: str) -> bool:
    return is_fit(make_corpus(analyses({"a": [text]})).lines[0], SummaryOptions())


def test_a_plain_sentence_may() -> None:
    assert _fits("Masons from Lund repaired the sea walls of Marstad on Tuesday.")


@pytest.mark.parametrize(
    "text",
    [
        "However, masons from Lund repaired the sea walls of Marstad.",
        "They repaired the sea walls of Marstad with stones from Lund.",
        "While details of this wall remain unknown, masons from Lund praised the stones.",
        "Will masons from Lund repair the sea walls of Marstad in time?",
        "“Masons from Lund will repair the sea walls of Marstad.",
        "“Masons from Lund will repair the sea walls of Marstad.”",
        "Masons repaired walls.",
        "The outcome of these efforts could change the future of the whole region.",
        "What the masons from Lund find in the sea walls of Marstad remains to be seen.",
        "Masons from Lund at the sea walls of Marstad in May",
        "Masons from Lund will bring to the sea walls of Marstad:",
    ],
    ids=[
        "connective",
        "pronoun",
        "points back",
        "question",
        "torn quotation",
        "unsigned",
        "fragment",
        "common words",
        "filler",
        "no end",
        "goes on below",
    ],
)
def test_what_may_not(text: str) -> None:
    assert not _fits(text)


def test_a_quotation_with_its_speaker_may() -> None:
    assert _fits("“Masons from Lund will repair the sea walls,” said the mayor of Marstad.")


_FERRY = [
    "# Ferry to Marstad stops in June",
    "Passengers wait in a hall of tin.",
    "The ferry to Marstad stops in June since its hull has rusted through, the county of Lund said on Tuesday.",
    "Divers found holes as wide as a hand below the water line, and two pumps have run day and night since May.",
    "The hall was built by fishermen in the winter after the war, with tin from a wreck that lay before the pier.",
    "Children swim to the island in summer, and old men with carts bring the mail when the ice is strong enough.",
    "A bridge was drawn in 1911 by an engineer from Oslo, who asked for nine arches and got a letter of thanks.",
    "Gulls take what is left of the fish that nobody has come to buy at the stalls along the harbour for years.",
    "Sheep graze on the slope behind the church, where the wind has bent every tree that was planted in rows.",
]
_WALLS = {
    "post": [
        "# Masons from Lund repair sea walls",
        "Masons from Lund have begun to repair the sea walls of Marstad, which broke in the storm of last October.",
        "A bucket of mortar costs nine crowns, and the masons have ordered four thousand of them for the winter.",
    ],
    "wire": [
        "# Sea walls repaired",
        "The sun shone on Tuesday over the fields where barley and oats have stood higher than in any year before.",
        "The sea walls of Marstad, which broke in the storm of last October, are under repair by masons from Lund.",
    ],
}
"""Told by both: only that there are masons."""


def _summary(made: Briefing) -> list[str]:
    words = texts(made)
    return [words[sentence] for sentence in made.summary]


def test_an_article_alone_is_told_by_what_it_says_early_and_in_its_title() -> None:
    lines = _summary(briefing({"ferry": _FERRY}))
    assert lines[0] == _FERRY[2]
    assert len(lines) == 2, "a third of its sentences at most"


def test_the_lines_of_an_article_alone_follow_its_text() -> None:
    options = LinkOptions(summary=SummaryOptions(share=1.0))
    made = link(analyses({"ferry": _FERRY}), options).value
    assert len(made.summary) > 2
    places = [_FERRY.index(line) for line in _summary(made)]
    assert places == sorted(places)


def test_a_sentence_from_the_middle_of_a_quotation_heads_no_page() -> None:
    (ferry,) = analyses({"ferry": _FERRY})
    claim = Attribution(ferry.sentences[1].id, "quoted", "she", None, "happened", "in quotation marks")
    lines = _summary(link((replace(ferry, attributions=(claim,)),), LinkOptions()).value)
    assert _FERRY[2] in _summary(briefing({"ferry": _FERRY}))
    assert _FERRY[2] not in lines


def test_what_several_carry_comes_first() -> None:
    made = briefing(_WALLS)
    first = next(statement for statement in made.statements if statement.sentence == made.summary[0])
    assert first.sources == ("post", "wire")


def test_what_a_line_says_no_other_line_says_again() -> None:
    assert sum("asons from Lund" in line for line in _summary(briefing(_WALLS))) == 1


def test_the_larger_story_leads_and_the_smaller_has_a_line() -> None:
    lines = _summary(briefing({**_WALLS, "ferry": _FERRY}))
    assert "asons from Lund" in lines[0]
    assert _FERRY[2] in lines


def test_of_articles_alone_the_newest_comes_first() -> None:
    world: World = {"bread": ["A bakery in Lund has won the prize of the county for the rye bread of its cellar oven."]}
    bread, ferry = analyses({**world, "ferry": _FERRY})
    dated = replace(
        ferry, article=replace(ferry.article, metadata=replace(ferry.article.metadata, published="2024-05-13"))
    )
    lines = _summary(link((bread, dated), LinkOptions()).value)
    assert lines.index(_FERRY[2]) < lines.index(world["bread"][0])


def test_a_line_in_no_topic_is_used_and_has_its_statement() -> None:
    made = briefing({"ferry": _FERRY})
    assert not any(topic.members for topic in made.topics)
    fates = {fate.sentence: fate for fate in made.fates}
    assert {fates[sentence].kind for sentence in made.summary} == {"used"}
    assert {fates[sentence].statement for sentence in made.summary} == {s.id for s in made.statements}
