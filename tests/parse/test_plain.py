"""Recovering the structure of plain text: the cases in prose, the five seeds, and what holds for any text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.blocks import RawBlock
from sitegen.parse.headings import DEFAULT_ROLES
from sitegen.parse.plain import quotation_edits, recover_blocks, recurring_lines
from sitegen.text import fold, project
from tests.prose import Case, read_cases

ROOT = Path(__file__).parents[2]
CASES = [case for path in sorted((ROOT / "tests/cases/plain").glob("*.md")) for case in read_cases(path)]
SHORT_NAMES = {"paragraph": "p", "list_item": "li", "quotation": "q"}

SEEDS = {
    "000": "h1 p h2 p h2 li li li li li h2 h3 p p h3 p p h3 p p h2 p",
    "001": "h1 p h2 p h2 li li li li li h2 h3 p h3 p h3 p h3 p h3 p h2 p",
    "002": "h1 p p h2 li li li li h2 h3 p h3 p h3 p h3 p h2 p",
    "003": "h1 p h2 p p h2 p h2 p h2 p",
    "004": "p p p p p p p p p",
}
"""What a reader sees in them: one label for each of their 84 lines that are not empty."""


def _seed_texts() -> dict[str, str]:
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")}


def _label(block: RawBlock) -> str:
    return f"h{block.level}" if block.kind == "heading" else SHORT_NAMES[block.kind]


def _shown(text: str) -> str:
    blocks = recover_blocks(text, roles=DEFAULT_ROLES)
    edits = quotation_edits(text, blocks)
    return "\n".join(f"{_label(block)} | {project(text, block.start, block.end, edits)}" for block in blocks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_comes_out_as_written(case: Case) -> None:
    assert _shown(case.given) == case.expected, case.rule


@pytest.mark.parametrize("seed", sorted(SEEDS))
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "together"])
def test_every_line_of_the_seeds_is_labelled_right(seed: str, alone: bool) -> None:
    texts = _seed_texts()
    recurring = frozenset[str]() if alone else recurring_lines(texts.values())
    blocks = recover_blocks(texts[seed], roles=DEFAULT_ROLES, recurring=recurring)
    lines = [line for line in texts[seed].split("\n") if line.strip()]
    assert " ".join(map(_label, blocks)) == SEEDS[seed]
    assert [texts[seed][block.start : block.end] for block in blocks] == [line.removeprefix("- ") for line in lines]


def test_a_heading_has_its_reasons() -> None:
    text = "Bridge reopens\nFull Report\nTrams first\n" + "The first trams crossed it before dawn. " * 5
    title, section, subsection, paragraph = recover_blocks(text, roles=DEFAULT_ROLES)
    assert "the first line" in title.reasons
    assert "a known section heading" in section.reasons
    assert {"short", "no full stop at the end", "stands above a longer line or a list"} < set(subsection.reasons)
    assert paragraph.reasons == ()


def test_a_line_that_recurs_is_a_section() -> None:
    text = "Bridge reopens\nFull Report\nTrams first\nThe first trams crossed.\nView from the pier\nNobody cheered."
    by_name = {text[block.start : block.end]: block for block in recover_blocks(text, roles=DEFAULT_ROLES)}
    assert by_name["View from the pier"].level == 3
    blocks = recover_blocks(text, roles=DEFAULT_ROLES, recurring=frozenset({"view from the pier"}))
    by_name = {text[block.start : block.end]: block for block in blocks}
    assert by_name["View from the pier"].level == 2
    assert "recurs in other documents" in by_name["View from the pier"].reasons


def test_a_banner_above_many_titles_is_the_title_of_none() -> None:
    text = "Press release\nBridge reopens on Tuesday\nThe first trams crossed it before dawn, the council said."
    blocks = recover_blocks(text, roles=DEFAULT_ROLES, recurring=frozenset({"press release"}))
    assert [_label(block) for block in blocks] == ["h2", "h1", "p"]


def test_lines_recur_in_two_documents_not_in_two_copies() -> None:
    bridge = "Bridge reopens\nFrom the pier\nThe first trams crossed it before dawn.\n"
    ferry = "Ferry stops\nFrom the Pier:\nThe last ferry sailed at noon on Tuesday.\n"
    assert recurring_lines([bridge, ferry]) == {"from the pier"}
    assert recurring_lines([bridge, bridge]) == frozenset()


def test_a_long_line_that_recurs_is_no_template() -> None:
    notice = "All words are the council's own, and may be printed freely by all who name the council.\n"
    assert recurring_lines([f"One\n{notice}{notice * 2}", f"Two\n{notice}{notice * 2}"]) == frozenset()


MARKS = ("- ", "> ", "1. ", "2) ", "a) ", "\n", "\n\n", "  ", "\u200b", "\x0c", "===", "* * *", ":", ";", ".")
WORDS = ("A word", "Words and words", "Background", "many words and more " * 8, "Why?", "港口", "🎉")
TEXTS = st.text() | st.lists(st.sampled_from(MARKS + WORDS)).map("".join)


@given(TEXTS)
def test_any_text_gives_blocks_in_order_that_hold_its_words(text: str) -> None:
    blocks = recover_blocks(text, roles=DEFAULT_ROLES)
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), len(text)]
    assert edges == sorted(edges)
    for block in blocks:
        assert fold(text[block.start]), "starts with a printed character"
        assert fold(text[block.end - 1]), "ends with a printed character"
        assert (block.level > 0) == (block.kind == "heading")
        assert bool(block.reasons) or block.kind != "heading"
    assert sum(block.level == 1 for block in blocks) <= 1


@given(TEXTS)
def test_what_lies_outside_the_blocks_is_marks_and_drawn_lines(text: str) -> None:
    for line in _outside(text, recover_blocks(text, roles=DEFAULT_ROLES)):
        assert re.fullmatch(r"[-=*_~#•–—·‣◦▪>\s]*|\(?(\d\d?|[a-z])[.)]", fold(line))


def _outside(text: str, blocks: tuple[RawBlock, ...]) -> Iterator[str]:
    position = 0
    for block in blocks:
        yield from text[position : block.start].split("\n")
        position = block.end
    yield from text[position:].split("\n")


@given(st.lists(TEXTS, max_size=4))
def test_recurring_lines_of_any_texts_are_normalised_and_in_no_order(texts: list[str]) -> None:
    recurring = recurring_lines(texts)
    assert recurring == recurring_lines(reversed(texts))
    assert "" not in recurring
