"""The page of quotations: who says what, word for word."""

from dataclasses import replace

from sitegen.compose.notes import MANY_LINES
from sitegen.compose.pages import Line, QuotesPage
from sitegen.compose.quotes import _limits
from sitegen.model import Briefing, Quote
from tests.compose.finds import bare, name, quote
from tests.world import World, links, pages

TEXT = """# Bridge

“It held,” said Ada Lind, “and it will hold.” “No,” forecasters said. “Perhaps it will,” he said.

A so-called “gull war” broke out. “Nobody knows what it was.”
"""


def told() -> Briefing:
    briefing = name(bare(World({"a.md": TEXT})), "person", "Ada Lind")
    for words, speaker in (
        ("It held,", "Ada Lind"),
        ("and it will hold.", "Ada Lind"),
        ("No,", "forecasters"),
        ("Perhaps it will,", "he"),
        ("gull war", None),
        ("Nobody knows what it was.", None),
    ):
        briefing = quote(briefing, words, speaker)
    return briefing


def quotes(briefing: Briefing) -> QuotesPage:
    page = pages(briefing)["quotes.html"]
    assert isinstance(page, QuotesPage)
    return page


def said(line: Line) -> list[str]:
    return [piece.text for piece in line.pieces if piece.is_marked]


def test_quotations_stand_under_names_then_descriptions_then_unclear() -> None:
    page = quotes(told())
    (lind,) = page.named
    assert (lind.speaker, lind.href, lind.id) == ("Ada Lind", "names/ada-lind.html", "by-ada-lind")
    assert [said(line) for line in lind.lines] == [["It held,", "and it will hold."]]
    assert [(group.speaker, [said(line) for line in group.lines]) for group in page.described] == [
        ("forecasters", [["No,"]])
    ]
    assert page.unclear
    assert [said(line) for line in page.unclear.lines] == [["Perhaps it will,"], ["Nobody knows what it was."]]


def test_a_few_words_that_nobody_speaks_are_counted_and_left_out() -> None:
    page = quotes(told())
    assert page.left_out == 1
    assert page.counts == "5 quotations from 1 article."


def test_every_sentence_is_exact_and_has_its_note() -> None:
    page = quotes(told())
    lines = [*page.named[0].lines, *page.described[0].lines, *(page.unclear.lines if page.unclear else ())]
    assert all("".join(piece.text for piece in line.pieces) == line.text for line in lines)
    marks = sorted((mark.href, f"#{mark.id}") for line in lines for mark in line.notes)
    assert marks == sorted((f"#{p.id}", link.href) for s in page.sources for p in s.passages for link in p.back)
    assert len(set(marks)) == len(marks) == 4


def test_a_sentence_of_two_speakers_stands_under_both() -> None:
    world = World({"a.md": "# A\n\n“Yes,” said Ada Lind; “no,” said Bo Eng.\n"})
    briefing = name(name(bare(world), "person", "Ada Lind"), "person", "Bo Eng")
    page = quotes(quote(quote(briefing, "Yes,", "Ada Lind"), "no,", "Bo Eng"))
    assert [(group.speaker, said(group.lines[0])) for group in page.named] == [
        ("Ada Lind", ["Yes,"]),
        ("Bo Eng", ["no,"]),
    ]
    ids = [line.notes[0].id for group in page.named for line in group.lines]
    assert len(set(ids)) == 2


def test_where_there_are_many_each_speaker_has_a_few_and_says_how_many_more() -> None:
    words = [f"Boat {n} sank" for n in range(401)]
    world = World(
        {
            "a.md": "# A\n\n"
            + "\n\n".join(f"“{said},” said Ada Lind." for said in words)
            + "\n\n“No boat ever sank here.”\n"
        }
    )
    briefing = quote(name(bare(world), "person", "Ada Lind"), "No boat ever sank here.", None)
    quotes_of = tuple(Quote(s.id, 1, 5, "Boat", "Ada Lind", "said") for s in world.analyses[0].sentences[:401])
    analysis = replace(briefing.analyses[0], quotes=(*briefing.analyses[0].quotes, *quotes_of))
    page = quotes(replace(briefing, analyses=(analysis,)))
    assert [(len(group.lines), group.more) for group in page.named] == [(10, 391)]
    assert page.unclear
    assert (len(page.unclear.lines), page.unclear.more) == (1, 0)
    assert page.counts == "402 quotations from 1 article."


def test_where_even_one_each_is_too_many_the_most_quoted_have_one() -> None:
    sizes = {"lind": 3, **{f"eng-{n:03}": 1 for n in range(400)}}
    limits = _limits(sizes, MANY_LINES)
    assert (limits["lind"], limits["eng-000"], limits["eng-399"]) == (1, 1, 0)
    assert sum(limits.values()) == MANY_LINES


def test_without_quotations_there_is_no_page_and_no_link() -> None:
    found = pages(quote(bare(World({"a.md": TEXT})), "gull war", None))
    assert "quotes.html" not in found
    assert "Quotes" not in [link.text for link in links(found["index.html"])]
