"""Markdown: the cases in prose, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.model import Edit
from sitegen.parse.blocks import RawBlock
from sitegen.parse.markdown import read_markdown
from sitegen.text import fold, project
from tests.effort import bounded_effort
from tests.prose import Case, read_cases

CASES = [
    case for path in sorted((Path(__file__).parents[1] / "cases/markdown").glob("*.md")) for case in read_cases(path)
]
SHORT_NAMES = {"paragraph": "p", "list_item": "li", "quotation": "q"}

PIECES = [
    *("*", "**", "***", "_", "__", "`", "``", "```", "~~~", "[", "]", "(", ")", "](", "](/u)", "][", "[]", "!", "!["),
    *("<", ">", "<b>", "<https://e.example/%41>", "<a@b.example>", "https://e.example", "&amp;", "&#65;", "&fjlig;"),
    *("&", "\\", "\\\n", "  \n", "\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n# ", "\n   ", "\n\t", "\n\n    ", "\n===\n"),
    *("\n---\n", "\n[a]: /u 't'\n", "[a]", "|", "\n|-|-|\n", " ", "\t", "\xa0", "\u2028", "\x0b", "\0", "\u200b"),
    *("a", "word", "two words", "ärger", "“q”", '"t"', "'t'", "1.", ">", "#", "-", "+", "=", "~", ":", "港口", "🎉"),
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
TEXTS = MARKUP | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)
"""As `decode` leaves them."""


def _label(block: RawBlock) -> str:
    return f"h{block.level}" if block.kind == "heading" else SHORT_NAMES.get(block.kind, block.kind)


def _words(text: str) -> list[tuple[str, str]]:
    blocks, edits = read_markdown(text)
    printed = ((_label(block), project(text, block.start, block.end, edits)) for block in blocks)
    return [(label, words) for label, words in printed if words]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_comes_out_as_written(case: Case) -> None:
    shown = "\n".join(f"{label} | {words}" for label, words in _words(case.given))
    assert shown == case.expected, case.rule


def test_offsets_count_from_the_beginning_of_the_file() -> None:
    text = "---\ntitle: x\n---\nThe *ferry* sails."
    blocks, edits = read_markdown(text, 17)
    assert text[blocks[0].start : blocks[0].end] == "The *ferry* sails."
    assert edits == (Edit(21, 22, ""), Edit(27, 28, ""))


def test_a_line_of_no_break_spaces_moves_no_offset() -> None:
    text = "\xa0\nThe *ferry*\n\xa0\nsails.\n\n> \xa0\n> At *noon*."
    assert _words(text) == [("p", "The ferry sails."), ("q", "At noon.")]


def test_a_heading_is_found_behind_marks_that_look_like_it() -> None:
    text = "- # -"
    blocks, _ = read_markdown(text)
    assert (blocks[0].start, blocks[0].end) == (4, 5)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_blocks_and_edits_in_order_and_apart(text: str) -> None:
    blocks, edits = read_markdown(text)
    for spans in ([(block.start, block.end) for block in blocks], [(edit.start, edit.end) for edit in edits]):
        edges = [0, *(edge for span in spans for edge in span), len(text)]
        assert edges == sorted(edges)
        assert all(start < end for start, end in spans)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_markup_never_prints(text: str) -> None:
    text = text.replace("\0", "")  # dropped from print; markdown-it shows a mark in its place
    inlines = _inlines(text)
    printed = [words for label, words in _words(text) if label not in ("table", "code")]
    assert printed == [words for words in map(_rendered, inlines) if words]


def _inlines(text: str) -> list[Token]:
    """What markdown-it takes for running text, outside of tables."""
    found: list[Token] = []
    in_table = False
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text):
        in_table = token.type == "table_open" or (in_table and token.type != "table_close")
        if token.type == "inline" and not in_table:
            found.append(token)
    return found


def _rendered(inline: Token) -> str:
    """The words of a block, as markdown-it renders them; an address in angle brackets as it is written."""
    words: list[str] = []
    is_address = False
    for token in inline.children or []:
        if token.type in ("link_open", "link_close") and token.markup == "autolink":
            is_address = token.type == "link_open"
        elif is_address:
            words.append(token.content.replace("/A", "/%41"))
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
    return fold("".join(words))


@pytest.mark.parametrize(
    "bomb",
    [
        *("[" * 20_000, "![" * 5_000, "[a](" * 5_000, "**x* " * 5_000, "> " * 20_000, "`a``" * 5_000, "<" * 50_000),
        *("word\n" * 10_000, "&" * 50_000, "- a\n" * 3_000, "|" * 2_000 + "\n" + "|-" * 2_000),
    ],
    ids=lambda bomb: repr(bomb[:6]),
)
@pytest.mark.timeout(900)  # by the clock, which tells little of a busy machine: for what would not end
def test_rows_of_marks_are_read_in_time_that_grows_with_their_number(bomb: str) -> None:
    with bounded_effort():
        blocks, _ = read_markdown(bomb)
    assert blocks
