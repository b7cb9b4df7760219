"""The lines of plain text → groups of lines that are one block: hard wrapping undone, marks of lists taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sitegen.text import fold

Mark = Literal["", "bullet", "number", "quote"]
"""What stood before the words of a line; letters count as numbers."""

_MARK = re.compile(
    r"""(?P<bullet> [-*•–·‣◦▪] ) \s+              # - words
      | \(? (?P<number> \d{1,2} | [a-z] ) [.)] \s+  # 1. words   2) words   (c) words
      | (?P<quote> > ) [>\s]*                       # > words
    """,
    re.VERBOSE,
)
_ORNAMENT = re.compile(r"[-=*_~#•–—·>\s]+")
"""A line of nothing else draws a rule, or is a mark whose words are gone."""
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")

FULL_STOPS = frozenset(".!…。！۔।")
QUESTION_MARKS = frozenset("?？؟")
COLONS = frozenset(":：")
PAUSES = frozenset(",;，；،؛")
_CLOSERS = "\"'”’»)]*_"

_WIDEST_WRAP = 110
"""Columns. Editors wrap at 65 to 100: a file with a longer line has one line a paragraph."""
_BROKEN_INSIDE = 0.3
"""Of the neighbouring lines of a wrapped file, at least so many break before a lower-case word: half to four fifths in
English prose; German capitals bring it near a third; in files with a line a paragraph it is almost none."""
_RAGGED = 0.8
"""Of the width. `fmt` and typing hands leave lines shorter than the next word demands."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are one block."""

    start: int
    """Of the words, without mark and white space; as is `end`."""
    end: int
    words: str
    """As printed."""
    mark: Mark
    underlined: bool = False
    """A drawn line stands right below."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    """Of the line's first printed character, the mark's if there is one."""
    words_start: int
    end: int
    indent: int
    """Columns before `start`."""
    mark: Mark
    words: str
    after_gap: bool
    """An empty or drawn line stands above."""
    underlined: bool = False

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def group_lines(text: str) -> tuple[Group, ...]:
    """The groups of `text`, in order. Lines without words are in none; every other printed character is in one.

    A wrapped quotation repeats its mark inside the span: see `sitegen.parse.plain.quotation_edits`.
    Known failures: a long title with no empty line below it, in wrapped text, is taken for its paragraph's first line;
    verse and addresses are wrapped text, or not, by the look of the rest of the file.
    Method: text that was wrapped was broken where the next word had no room (greedy filling, as in RFC 3676's
    generators); what was broken elsewhere is a new block.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    spaced = any(line.after_gap for line in lines[1:])
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width, spaced=spaced):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(
        Group(
            first.words_start,
            last.end,
            " ".join(line.words for line in group),
            first.mark,
            last.underlined,
        )
        for group in groups
        for first, last in [(group[0], group[-1])]
    )


def end_mark(words: str) -> str:
    """The punctuation that `words` end with, looking past closing quotation marks and brackets; or nothing."""
    last = words.rstrip(_CLOSERS)[-1:]
    return last if last in FULL_STOPS | QUESTION_MARKS | COLONS | PAUSES else ""


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    after_gap = False
    for raw in text.split("\n"):
        start, end = _trim(text, position, position + len(raw))
        words = text[start:end]
        if start == end or _ORNAMENT.fullmatch(words):
            if lines and not after_gap and _UNDERLINE.fullmatch(words):
                lines[-1] = replace(lines[-1], underlined=True)
            after_gap = True
        else:
            lines.append(_Line(start, start, end, start - position, "", fold(words), after_gap))
            after_gap = False
        position += len(raw) + 1
    return _without_marks(text, lines)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is not printed at its ends: white space, controls, zero-width spaces."""
    while start < end and not fold(text[start]):
        start += 1
    while start < end and not fold(text[end - 1]):
        end -= 1
    return start, end


def _without_marks(text: str, lines: Sequence[_Line]) -> list[_Line]:
    matches = [_MARK.match(text, line.start, line.end) for line in lines]
    counted = _counted([match["number"] if match else None for match in matches])
    marked: list[_Line] = []
    for line, match, counts in zip(lines, matches, counted, strict=True):
        if match and (counts or not match["number"]):
            mark: Mark = "number" if counts else "quote" if match["quote"] else "bullet"
            start, _ = _trim(text, match.end(), line.end)
            line = replace(line, words_start=start, mark=mark, words=fold(text[start : line.end]))
        marked.append(line)
    return marked


def _counted(numbers: Sequence[str | None]) -> list[bool]:
    """Which of the numbers and letters count, 1 2 3 or a b c, to two at least.

    Others are words of their sentence ("5. Mai", "1. FC Köln"), and must be printed.
    """
    counted = [False] * len(numbers)
    latest: dict[bool, tuple[int, int]] = {}  # letters, digits → value, index
    for index, number in enumerate(numbers):
        if number is None:
            continue
        kind = number.isdigit()
        value = int(number) if kind else ord(number) - ord("a") + 1
        before, where = latest.get(kind, (0, index))
        if value == before + 1 > 1:
            counted[where] = counted[index] = True
        if value in (1, before + 1):
            latest[kind] = value, index
    return counted


def _wrap_width(lines: Sequence[_Line]) -> int:
    """The column where the text was wrapped; 0 if it was not."""
    width = max((line.width for line in lines if " " in line.words), default=0)
    pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.after_gap and (not below.mark or above.mark == below.mark == "quote")
    ]
    broken = sum(_starts_lower(below.words) and not _is_closed(above.words) for above, below in pairs)
    return width if broken and width <= _WIDEST_WRAP and broken >= _BROKEN_INSIDE * len(pairs) else 0


def _continues(group: Sequence[_Line], line: _Line, width: int, *, spaced: bool) -> bool:
    """Whether `line` belongs to the block of the lines above it."""
    first, above = group[0], group[-1]
    if line.after_gap or (line.mark and not first.mark == line.mark == "quote"):
        return False
    if first.mark in ("bullet", "number") and line.indent > first.indent:
        return True
    if not width or line.indent > above.indent:  # a first line may be indented
        return False
    needed = above.width + 1 + len(line.words.partition(" ")[0])
    if _is_closed(above.words):
        return needed > width
    if _starts_lower(line.words):
        return needed > width / 2
    return needed > (_RAGGED * width if spaced else width)


def _is_closed(words: str) -> bool:
    return end_mark(words) in FULL_STOPS | QUESTION_MARKS | COLONS


def _starts_lower(words: str) -> bool:
    return words[:1].islower()
