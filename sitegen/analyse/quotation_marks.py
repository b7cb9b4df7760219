"""Where words stand in quotation marks: pairs of marks, told from apostrophes, inches and feet."""

import re

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_ANY = re.compile("[\"“”„«»`'‘’]")
# What may close what an opening mark opened. A straight mark closes all: writers and converters mix them.
_CLOSING = {"“": '”"', "„": '“”"', "«": '»"', "``": "''\"", '"': '"”'}
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?…)])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)])['’](?!\w)")
_BEFORE_OPENING = frozenset("([{-–—/‘'")

LONGEST_SINGLE = 300
"""Characters between single marks, at most: beyond, the second is an apostrophe (`the workers' …`)."""


def quotations(text: str, *, runs_on: bool = False) -> list[tuple[int, int]]:
    """Spans of the words between quotation marks, without the marks, outermost only, in order.

    Double marks of any shape; single ones outside of those. A double mark that is never closed counts only
    when `runs_on` says that the next paragraph opens with a mark: then it quotes to the end of this one.

    Known failures: a plural possessive inside single marks (`'the workers' rights'`) closes them early;
    inches inside straight marks close those.
    """
    if not _ANY.search(text):
        return []
    spans, left_open = _double(text)
    if runs_on and left_open is not None and left_open < len(text):
        spans.append((left_open, len(text)))
    return sorted(spans + _single(text, spans))


def opens_with_mark(text: str) -> bool:
    """Whether a paragraph begins with a double quotation mark: so does each one of a long quotation."""
    return text.startswith(tuple(_CLOSING))


def _double(text: str) -> tuple[list[tuple[int, int]], int | None]:
    """Spans between double marks, and where the words of one begin that is still open at the end."""
    spans: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _DOUBLE.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        looks_opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        closes = opened is not None and mark in _CLOSING[opened[0]]
        opens = looks_opening if mark in ('"', "``") else mark in "“„«" and not closes
        if opens:
            opened = mark, end  # what is open already was never closed
        elif opened and closes:
            if start > opened[1]:
                spans.append((opened[1], start))
            opened = None
    return spans, opened[1] if opened else None


def _single(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans between single marks that lie outside of `taken`."""
    spans: list[tuple[int, int]] = []
    outer = iter([*taken, (len(text) + 1, len(text) + 1)])
    start, end = next(outer)
    position = 0
    for match in _SINGLE_OPEN.finditer(text):
        while end < match.start():
            start, end = next(outer)
        if match.start() < position or match.start() >= start - 1:
            continue
        limit = min(start - 1, match.end() + LONGEST_SINGLE)
        closing = _SINGLE_CLOSE.search(text, match.end(), limit + 1)
        if closing and closing.start() < limit:
            spans.append((match.end(), closing.start()))
            position = closing.end()
    return spans
