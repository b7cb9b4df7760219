"""Where words stand in quotation marks: pairs of marks, told from apostrophes, inches and feet."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sitegen.languages import ENGLISH, MarkTable

_ANY = re.compile("[\"“”„«»`'‘’‚‹›]")
_BEFORE_OPENING = frozenset("([{-–—/‘'‚›")
_STRAIGHT = frozenset(('"', "``"))

LONGEST_SINGLE = 300
"""Characters between single marks, at most: beyond, the second is an apostrophe (`the workers' …`)."""


class _Marks(NamedTuple):
    """A table of marks, compiled."""

    double: re.Pattern[str]
    closing: Mapping[str, str]
    """What may close what an opening mark opened."""
    both_ways: frozenset[str]
    """Opening marks that close as well: the space beside them tells (`»…«` and `«…»`)."""
    single_open: re.Pattern[str]
    single_close: Mapping[str, re.Pattern[str]]


@cache
def _compiled(table: MarkTable) -> _Marks:
    closing = dict(table.double)
    singles = "".join(closing for _, closing in table.double) + "".join(closing)
    double = "|".join(sorted({"``", "''"} | {re.escape(mark) for mark in singles if mark not in "`'"}))
    opening = "".join(mark for mark, _ in table.single)
    return _Marks(
        re.compile(double),
        closing,
        frozenset("«»") if {"«", "»"} <= closing.keys() else frozenset(),
        re.compile(rf"(?<![\w.,!?…)])[{opening}](?=\w)"),
        {mark: re.compile(rf"(?<=[\w.,!?…)])[{closing}](?!\w)") for mark, closing in table.single},
    )


def quotations(text: str, table: MarkTable = ENGLISH.marks, *, runs_on: bool = False) -> list[tuple[int, int]]:
    """Spans of the words between quotation marks, without the marks, outermost only, in order.

    Double marks of any shape; single ones outside of those. A double mark that is never closed counts only
    when `runs_on` says that the next paragraph opens with a mark: then it quotes to the end of this one.

    Known failures: a plural possessive inside single marks (`'the workers' rights'`) closes them early;
    inches inside straight marks close those.
    """
    if not _ANY.search(text):
        return []
    marks = _compiled(table)
    spans, left_open = _double(text, marks)
    if runs_on and left_open is not None and left_open < len(text):
        spans.append((left_open, len(text)))
    return sorted(spans + _single(text, spans, marks))


def opens_with_mark(text: str, table: MarkTable = ENGLISH.marks) -> bool:
    """Whether a paragraph begins with a double quotation mark: so does each one of a long quotation."""
    return text.startswith(tuple(mark for mark, _ in table.double))


def _double(text: str, marks: _Marks) -> tuple[list[tuple[int, int]], int | None]:
    """Spans between double marks, and where the words of one begin that is still open at the end."""
    spans: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in marks.double.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        looks_opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        closes = opened is not None and mark in marks.closing[opened[0]]
        if mark in _STRAIGHT:
            opens = looks_opening
        else:
            opens = mark in marks.closing and not closes and (looks_opening or mark not in marks.both_ways)
        if opens:
            opened = mark, end  # what is open already was never closed
        elif opened and closes:
            if start > opened[1]:
                spans.append((opened[1], start))
            opened = None
    return spans, opened[1] if opened else None


def _single(text: str, taken: list[tuple[int, int]], marks: _Marks) -> list[tuple[int, int]]:
    """Spans between single marks that lie outside of `taken`."""
    spans: list[tuple[int, int]] = []
    outer = iter([*taken, (len(text) + 1, len(text) + 1)])
    start, end = next(outer)
    position = 0
    for match in marks.single_open.finditer(text):
        while end < match.start():
            start, end = next(outer)
        if match.start() < position or match.start() >= start - 1:
            continue
        limit = min(start - 1, match.end() + LONGEST_SINGLE)
        closing = marks.single_close[match.group()].search(text, match.end(), limit + 1)
        if closing and closing.start() < limit:
            spans.append((match.end(), closing.start()))
            position = closing.end()
    return spans
