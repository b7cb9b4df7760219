"""Words that name a time, and the value they have."""

import re
from bisect import bisect_right

from .date_values import Anchor, Reading
from .relative_dates import RELATIVE
from .written_dates import MONTH, WEEKDAY, WRITTEN_DATES

# A sentence without any of these names no time; most have none, so this is what keeps the stage fast.
_HINT = re.compile(
    r"(?=[\dJFMASONDTWtywamdq])(?:"  # a quick look first
    rf"\d{{4}}|\d[/.]\d|{WEEKDAY}|{MONTH}|\d0s\b"
    r"|\b(?:to(?:day|night|morrow)|yesterday|ago|weekend|week|month|year|decade|quarter)\b)"
)
# `two days before yesterday`: the value of `yesterday` is not that of the whole.
_COUNTED_FROM = re.compile(r"\b(?:day|week|month|year|decade)s? (?:before|after|from) $")


def find_dates(text: str, anchor: Anchor) -> list[tuple[int, int, Reading]]:
    """Spans of the expressions in a sentence that name a time, with their readings, in order.

    Durations (`five hours`, `90-minute`), counted times (`fourth winter`) and vague ones (`recently`) are none.

    Method: own grammar, most explicit form first. A day of the week after `will`, `expected` and the like is
    the next one, else the latest, as in SUTime (Chang & Manning, 2012).

    Known failures: `today` in the sense of nowadays; holidays by name; `later that day`; ranges of relative
    days (`from Monday to Friday`) come out as two.
    """
    taken: list[tuple[int, int, Reading]] = []
    if not _HINT.search(text):
        return taken
    for pattern, read in (*WRITTEN_DATES, *RELATIVE):
        for match in pattern.finditer(text):
            start, end = match.span()
            place = bisect_right(taken, start, key=lambda found: found[1])
            if place < len(taken) and taken[place][0] < end:
                continue
            reading = read(match, anchor)
            if reading and _COUNTED_FROM.search(text, max(0, start - 20), start):
                reading = Reading(None, "it is counted from another time")
            if reading:
                taken.insert(place, (start, end, reading))
    return taken
