"""Words that name a time, and the value they have."""

import re
from bisect import bisect_right

from .date_values import DAYS, MONTHS, Anchor, Reading, counted_from, joined
from .relative_dates import COUNTS, RELATIVE
from .written_dates import WRITTEN_DATES

_WORD = re.compile(r"\w+")
_UNITS = ("day", "week", "weekend", "month", "year", "decade", "quarter", "night", "morning", "afternoon", "evening")
_KINDS: dict[str, str] = (
    {name: "month" for month in MONTHS[1:] for name in (month, month[:3])}
    | {"Sept": "month"}
    | dict.fromkeys(DAYS, "weekday")
    | {word + s: "unit" for word in _UNITS for s in ("", "s")}
    | {
        day + word[1:]: "unit"
        for word in ("today", "tonight", "tomorrow", "yesterday")
        for day in (word[0], word[0].upper())
    }
)
"""What each word makes possible; most sentences have none of them, which is what keeps the stage fast."""
# `two days before 5 May`: the value of `5 May` is not that of the whole.
_COUNTED_FROM = re.compile(
    rf"\b(?:(?P<count>\d{{1,3}}|{'|'.join(COUNTS)}) )?(?P<unit>day|week|month|year|decade)s?"
    r" (?P<side>before|after|from) $"
)
_OPENING = re.compile(r"\b([Ff]rom|[Bb]etween)(?: the)? $")
_TO = (" to ", " until ", " till ", " through ", " - ", " – ", "-", "–")


def find_dates(text: str, anchor: Anchor) -> list[tuple[int, int, Reading]]:
    """Spans of the expressions in a sentence that name a time, with their readings, in order.

    Durations (`five hours`, `90-minute`), counted times (`fourth winter`) and vague ones (`recently`) are none.

    Method: own grammar, most explicit form first. A day of the week after `will`, `expected` and the like is
    the next one, else the latest, as in SUTime (Chang & Manning, 2012).

    Known failures: `today` in the sense of nowadays; holidays by name; `later that day`.
    """
    taken: list[tuple[int, int, Reading]] = []
    words = _WORD.findall(text)
    kinds = {_KINDS[word] for word in words if word in _KINDS} | {"digit" for word in words if word[0].isdigit()}
    if not kinds:
        return taken
    for needs, pattern, read in (*WRITTEN_DATES, *RELATIVE):
        if needs not in kinds:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            place = bisect_right(taken, start, key=lambda found: found[1])
            if place < len(taken) and taken[place][0] < end:
                continue
            reading = read(match, anchor)
            counted = _COUNTED_FROM.search(text, max(0, start - 30), start)
            if reading and counted:
                start, reading = counted.start(), _counted(counted, reading)
            if reading:
                taken.insert(place, (start, end, reading))
    return _joined(text, taken) if len(taken) > 1 else taken


def _counted(match: re.Match[str], reading: Reading) -> Reading:
    """`two days before 5 May`."""
    count = match["count"] or ""
    amount = COUNTS.get(count) or int(count or 0)
    if not amount:
        return Reading(None, "it is counted from another time")
    return counted_from(reading, match["unit"], -amount if match["side"] == "before" else amount)


def _joined(text: str, found: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """The same with both ends of a span of time as one: `from March to May 2020`."""
    whole: list[tuple[int, int, Reading]] = []
    for start, end, reading in found:
        if whole:
            first, before, begun = whole[-1]
            between = text[before:start]
            opening = _OPENING.search(text, max(0, first - 20), first)
            word = opening[1].lower() if opening else ""
            if (between in _TO and word != "between") or (between == " and " and word == "between"):
                span = joined(begun, reading)
                if span and (word or between not in (" to ", " and ")):
                    whole[-1] = first, end, span
                    continue
        whole.append((start, end, reading))
    return whole
