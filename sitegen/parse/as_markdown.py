"""Blocks to Markdown: what `import` writes, and what the text of an article is whose source is not Markdown."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from sitegen.model import BlockKind
from sitegen.text import project

from .markdown import TABLE_FENCE, read_markdown

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~!+=-])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BACKTICKS = re.compile(r"`+")


class Wordy(Protocol):
    """A block, as far as it can be written down: `sitegen.model.Block`, or one that has no text to point into yet."""

    @property
    def kind(self) -> BlockKind: ...
    @property
    def text(self) -> str: ...
    @property
    def level(self) -> int: ...


def as_markdown(blocks: Sequence[Wordy]) -> str:
    """The blocks as Markdown, which reads back as the same kinds and the same words; a line each, but tables and code.

    Words stand as they are where Markdown reads them as words; only where it would not, marks are escaped.
    """
    pieces: list[str] = []
    for previous, block in pairwise((None, *blocks)):
        assert block is not None
        if previous is not None:
            tight = previous.kind == block.kind == "list_item"
            pieces.append("\n" if tight else "\n\n")
        pieces.append(_fenced(block) if block.kind in ("table", "code") else _prefix(block) + _written(block))
    return "".join(pieces) + "\n"


def _prefix(block: Wordy) -> str:
    match block.kind:
        case "heading":
            return "#" * block.level + " "
        case "list_item":
            return "- "
        case "quotation":
            return "> "
        case _:
            return ""


def _fenced(block: Wordy) -> str:
    """Lines as they are, between fences longer than any in them."""
    fence = "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(block.text)), 3)
    return f"{fence}{TABLE_FENCE if block.kind == 'table' else ''}\n{block.text}\n{fence}"


def _written(block: Wordy) -> str:
    prefix = _prefix(block)
    escaped = _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", block.text))
    return next(words for words in (block.text, escaped) if words is escaped or _reads_back(prefix + words, block))


def _reads_back(line: str, block: Wordy) -> bool:
    raw, edits = read_markdown(line)
    return (
        len(raw) == 1
        and (raw[0].kind, raw[0].level) == (block.kind, block.level)
        and project(line, raw[0].start, raw[0].end, edits) == block.text
        and not edits
    )
