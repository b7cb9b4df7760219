"""Blocks to Markdown and back: the same kinds, the same levels, the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Block, BlockKind
from sitegen.parse.as_markdown import as_markdown
from sitegen.parse.markdown import read_markdown
from sitegen.text import fold, project

KINDS: list[tuple[BlockKind, int]] = [
    ("heading", 1),
    ("heading", 2),
    ("heading", 3),
    ("paragraph", 0),
    ("list_item", 0),
    ("quotation", 0),
]
HARD = [
    *(
        "# x",
        "#",
        "x #",
        "####### x",
        "1. x",
        "1)",
        "1986. A year",
        "- x",
        "-",
        "+ x",
        "+",
        "* x",
        "***",
        "* * *",
        "---",
    ),
    *(
        "- - -",
        "___",
        "> x",
        ">",
        "[a]: b",
        "[a]: <b> 'c'",
        "[a](b)",
        "![a](b)",
        "[a]",
        "[ ] x",
        "~~~",
        "```",
        "`x`",
        "``",
    ),
    *(
        "&amp;",
        "&#35;",
        "&",
        "<b>",
        "<b",
        "<!-- x -->",
        "<a@b.example>",
        "<https://a.example>",
        "|",
        "| a | b |",
        "|-|-|",
    ),
    *(
        "===",
        "=",
        "a\\",
        "\\",
        "\\*",
        "*a*",
        "**a",
        "_a_",
        "a_b_c",
        "~a~",
        "!",
        "![",
        "a  b",
        "1.",
        "0) y",
        "1.\u00a0x",
    ),
    *(
        "a *b* c",
        "\u200d",
        "\u2028",
        "a\u200bb",
        "\x00",
        "\tx",
        "    x",
        "x\n# y",
        "https://a.example/_b_",
        "“x” — y",
        "- [x] y",
    ),
]
WORDS = (
    st.sampled_from(HARD)
    | st.lists(st.sampled_from([*HARD, " ", "a", "b", ".", ")"]), max_size=6).map("".join)
    | st.text(max_size=30)
)


def block(kind: BlockKind, level: int, text: str) -> Block:
    return Block("", kind, "other", 0, 0, text, level)


def read_back(markdown: str) -> list[tuple[BlockKind, int, str]]:
    raw, edits = read_markdown(markdown)
    return [(found.kind, found.level, project(markdown, found.start, found.end, edits)) for found in raw]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), WORDS.map(fold).filter(bool)), max_size=6))
def test_any_words_read_back_as_the_same_blocks(wanted: list[tuple[tuple[BlockKind, int], str]]) -> None:
    blocks = [block(kind, level, words) for (kind, level), words in wanted]
    assert read_back(as_markdown(blocks)) == [(kind, level, words) for (kind, level), words in wanted]


@pytest.mark.parametrize(("kind", "level"), KINDS)
def test_words_that_look_like_markup_read_back_as_words(kind: BlockKind, level: int) -> None:
    for words in filter(None, map(fold, HARD)):
        wanted: list[tuple[BlockKind, int, str]] = [("paragraph", 0, "Before."), (kind, level, words)]
        assert read_back(as_markdown([block(*item) for item in wanted])) == wanted


LINE = st.sampled_from(
    ["a\tb", "```", "````x", "~~~", "    indented", "- x", "# x", "|", "&amp;", "*a*", "\\", "Day\tTrams"]
) | (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1, max_size=20)
    .map(str.rstrip)
    .filter(bool)
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["table", "code"]), st.lists(LINE, min_size=1, max_size=4)), max_size=4))
def test_tables_and_code_read_back_in_their_lines(wanted: list[tuple[BlockKind, list[str]]]) -> None:
    blocks = [block("paragraph", 0, "Before.")]
    blocks += [block(kind, 0, "\n".join(lines)) for kind, lines in wanted]
    markdown = as_markdown([*blocks, block("paragraph", 0, "After.")])
    raw, _ = read_markdown(markdown)
    assert [found.kind for found in raw] == ["paragraph", *(kind for kind, _ in wanted), "paragraph"]
    for found, (_, lines) in zip(raw[1:], wanted, strict=False):
        assert markdown[found.start : found.end].removesuffix("\n").split("\n") == lines


def test_plain_words_stand_as_they_are() -> None:
    blocks = [
        block("heading", 1, "Tram 9 & ferry"),
        block("paragraph", 0, "It cost $5 (or 3 * 4), snake_case said; see [sic]."),
        block("list_item", 0, "One"),
        block("list_item", 0, "1. Two"),
        block("quotation", 0, "Three"),
    ]
    assert as_markdown(blocks) == (
        "# Tram 9 & ferry\n\nIt cost $5 (or 3 * 4), snake_case said; see [sic].\n\n- One\n- 1\\. Two\n\n> Three\n"
    )
