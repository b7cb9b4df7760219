"""Markdown articles: their blocks, and the edits that take the markup out of print.

markdown-it-py (CommonMark and tables; raw HTML and linkify off) says what is markup; it does not say at which
character. Its tokens are therefore walked along the source, which they spell out completely and in order.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.model import BlockKind, Edit

from .blocks import RawBlock

_MOST_DEPTH = 20
"""Levels of quotations and lists in each other; a list counts twice. markdown-it drops what lies deeper. With more, it
takes long over rows of brackets."""
_END = "end"
"""In a token's meta: the offset in the content after what it closes."""
_BREAK = re.compile(r" *\n[ \t]*")
_INDENT = re.compile(r"[ \t]*")
_ATX = re.compile(r"#{1,6}(?:[ \t]+|$)")

_InlineRule = Callable[[StateInline, bool], bool]

TABLE_FENCE = "table"
"""Info word of fenced text that is a table, a line a row, cells parted by tabs: so tables of other formats are kept."""


class _UnalignedError(Exception):
    """The tokens do not spell out the source."""


@cache
def _engine() -> MarkdownIt:
    # Joining text would hide which characters were written as entities or behind a backslash.
    engine = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_DEPTH}).enable("table").disable("text_join")
    rules: dict[str, _InlineRule] = {"link": link, "image": image, "backticks": backtick, "autolink": autolink}
    for name, rule in rules.items():
        engine.inline.ruler.at(name, _noting_end(rule))
    # Footnotes stay where they are written; the rule that gathers them at the end drops those that nothing refers to.
    engine.use(footnote_plugin, inline=False).disable("footnote_tail")
    engine.inline.ruler.at("footnote_ref", _noting_end(_rule(engine, "footnote_ref")))
    return engine


def _rule(engine: MarkdownIt, name: str) -> _InlineRule:
    """An inline rule that a plugin added."""
    return next(rule.fn for rule in engine.inline.ruler.__rules__ if rule.name == name)


def _noting_end(rule: _InlineRule) -> _InlineRule:
    """`rule`, made to say in the last token that it adds where the markup ends: tokens alone do not tell."""

    def noting(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        matches = rule(state, silent)
        if len(state.tokens) > before:
            state.tokens[-1].meta[_END] = state.pos
        return matches

    return noting


def read_markdown(text: str, body: int = 0) -> tuple[tuple[RawBlock, ...], tuple[Edit, ...]]:
    """The blocks of `text` (newlines `\\n`) from offset `body` on, and the edits of its markup, both by start.

    A heading of level 4 or more is one of level 3. A block whose markup can't be followed is kept as it is written,
    and so is, like code, what lies too deep in quotations and lists.
    """
    # markdown-it replaces NUL by one other character: done before, so that lengths agree.
    source = text[body:].replace("\0", "\ufffd")
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    blocks: list[RawBlock] = []
    edits: list[Edit] = []
    containers: list[str] = []
    in_table = False
    heading: Token | None = None  # that is open
    for token in _engine().parse(source):
        match token.type:
            case "blockquote_open" | "list_item_open":
                containers.append(token.type)
                if token.level + 1 >= _MOST_DEPTH:
                    blocks.append(_whole("code", token, source, starts))
            case "blockquote_close" | "list_item_close":
                containers.pop()
            case "table_open":
                in_table = True
                blocks.append(_whole("table", token, source, starts))
            case "table_close":
                in_table = False
            case "fence" | "code_block":
                kind: BlockKind = "table" if token.info.strip() == TABLE_FENCE else "code"
                blocks.append(_whole(kind, token, source, starts))
            case "heading_open":
                heading = token
            case "heading_close":
                heading = None
            case "inline" if not in_table and token.content.strip():
                block, inner = _inline(token, source, starts, containers, heading)
                blocks.append(block)
                edits += inner
    return (
        tuple(RawBlock(b.kind, b.start + body, b.end + body, b.level) for b in blocks if b.end > b.start),
        tuple(Edit(e.start + body, e.end + body, e.replacement) for e in edits),
    )


def _whole(kind: BlockKind, token: Token, source: str, starts: Sequence[int]) -> RawBlock:
    """A block that is kept as it is written: its lines, for fenced code without the fences."""
    assert token.map is not None
    first, last = token.map
    if token.type == "fence":
        first += 1
        closing = source[starts[last - 1] : starts[last]].strip(" \t\n>")
        if last > first and len(closing) >= len(token.markup) and not closing.strip(token.markup[0]):
            last -= 1
    start = starts[first]
    end = min(max(starts[last], start), len(source))
    return RawBlock(kind, start, start + len(source[start:end].rstrip()))


def _inline(
    token: Token, source: str, starts: Sequence[int], containers: Sequence[str], heading: Token | None
) -> tuple[RawBlock, list[Edit]]:
    """The block of an inline token, and the edits in it."""
    content = token.content
    at = _places(token, source, starts, is_atx=heading is not None and heading.markup.startswith("#"))
    offsets = [offset for offset, _ in at]

    def place(position: int) -> int:
        offset, begin = at[bisect_right(offsets, position) - 1]
        return begin + position - offset

    kind = _kind(containers, heading)
    level = min(int(heading.tag[1]), 3) if heading and kind == "heading" else 0
    block = RawBlock(kind, place(0), place(len(content) - 1) + 1, level)
    try:
        hidden = _hidden(token.children or [], content)
    except _UnalignedError:
        hidden = []
    edits = [Edit(place(start), place(end - 1) + 1, new) for start, end, new in hidden]
    last = 0  # offset in the source behind the edits so far
    kept: list[Edit] = []
    for edit in sorted((*edits, *_margins(content, source, at)), key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= last:  # else a margin inside of a link that goes over two lines
            kept.append(edit)
            last = edit.end
    return block, kept


def _kind(containers: Sequence[str], heading: Token | None) -> BlockKind:
    if containers:
        return "list_item" if containers[-1] == "list_item_open" else "quotation"
    return "heading" if heading else "paragraph"


def _places(token: Token, source: str, starts: Sequence[int], *, is_atx: bool) -> list[tuple[int, int]]:
    """Where the lines of an inline token's content begin: (offset in the content, offset in the source)."""
    assert token.map is not None
    places: list[tuple[int, int]] = []
    offset = 0
    number = token.map[0]
    for line in token.content.split("\n"):
        words = line.rstrip()
        stands = source[starts[number] : starts[number + 1] - 1].rstrip()
        while not offset and not is_atx and not stands.endswith(words) and number + 1 < token.map[1]:
            number += 1  # a line of no-break spaces above the first word is a line of the block, not of its content
            stands = source[starts[number] : starts[number + 1] - 1].rstrip()
        marker = _ATX.search(stands) if is_atx else None
        column = stands.find(words, marker.end()) if marker else len(stands) - len(words)
        places.append((offset, starts[number] + column))
        offset += len(line) + 1
        number += 1
    return places


def _margins(content: str, source: str, at: Sequence[tuple[int, int]]) -> list[Edit]:
    """The marks that quotations and lists repeat at the beginning of each line but the first."""
    margins: list[Edit] = []
    for (before, begins), (offset, goes_on) in pairwise(at):
        indent = _INDENT.match(content, offset)
        assert indent is not None
        start, end = begins + offset - 1 - before, goes_on + len(indent.group())
        if source[start:end].strip():
            margins.append(Edit(start, end, "\n"))
    return margins


def _hidden(tokens: Sequence[Token], content: str) -> list[tuple[int, int, str]]:
    """Follow `tokens` along `content`: the spans of it that are not printed as they stand, and what is instead."""
    hidden: list[tuple[int, int, str]] = []
    position = 0

    def take(written: str, printed: str | None = None) -> None:
        """Step over `written`; if `printed` is given, it is what prints in its place."""
        if not content.startswith(written, position):
            raise _UnalignedError
        take_to(position + len(written), printed)

    def take_to(end: int, printed: str | None = None) -> None:
        nonlocal position
        if end < position:
            raise _UnalignedError
        if printed is not None and end > position:
            hidden.append((position, end, printed))
        position = end

    address_end = 0  # of an address in angle brackets: its text is a decoded form of what is written
    for token in tokens:
        match token.type:
            case "text" if address_end:
                pass
            case "text":
                take(token.content)
            case "text_special":
                take(token.markup, token.content)
            case "softbreak" | "hardbreak":
                if content.startswith("\\", position):
                    take("\\", "")
                if not (match := _BREAK.match(content, position)):
                    raise _UnalignedError
                take_to(match.end())
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                take(token.markup, "")
            case "code_inline":
                end = token.meta[_END] - len(token.markup)
                start = position + len(token.markup)
                padding = int(len(token.content) < end - start)
                take_to(start + padding, "")
                take_to(end - padding)
                take_to(end + len(token.markup), "")
            case "link_open" if token.markup == "autolink":
                take("<", "")
                address_end = content.index(">", position)
            case "link_close" if token.markup == "autolink":
                take_to(address_end)
                take(">", "")
                address_end = 0
            case "link_open":
                take("[", "")
            case "link_close" | "image" | "footnote_ref":
                take_to(token.meta[_END], "")
            case _:
                raise _UnalignedError
    return hidden
