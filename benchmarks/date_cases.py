"""Which single-sentence date cases ask for what a date is in this project, by rules over their gold fields.

A case applies when no rule below takes one of its gold results out. `python benchmarks/date_cases.py FILE` prints how
many each rule takes out.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.scoring import Item, read_lines

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade)s?"
_COUNT = r"(?:\d+|an?|two|three|four|five|six|ten)"


class _Rule(NamedTuple):
    name: str
    reason: str
    takes_out: Callable[[Item, date], bool]
    """Of a gold result and the reference date."""


def _text(pattern: str) -> Callable[[Item, date], bool]:
    """A rule over the words of the gold expression, which the set gives in lower case."""
    found = re.compile(pattern)
    return lambda result, _: found.search(result["text"]) is not None


def _field(name: str, pattern: str) -> Callable[[Item, date], bool]:
    """A rule over a field of the gold values."""
    found = re.compile(pattern)
    return lambda result, _: any(found.search(str(value.get(name) or "")) for value in result["values"])


def _either(*tests: Callable[[Item, date], bool]) -> Callable[[Item, date], bool]:
    return lambda result, ref: any(test(result, ref) for test in tests)


def _both(*tests: Callable[[Item, date], bool]) -> Callable[[Item, date], bool]:
    return lambda result, ref: all(test(result, ref) for test in tests)


def _is_two_ways(result: Item, ref: date) -> bool:
    """`last Wednesday` on a Thursday: the day before, or the day in the week before."""
    match = re.search(rf"\b(last|previous|next) ({'|'.join(_DAYS)})\b", result["text"])
    if not match:
        return False
    number = _DAYS.index(match[2])
    shift = number - ref.weekday()
    if match[1] == "next":
        return ref + timedelta(days=shift % 7 or 7) != ref + timedelta(days=7 + shift)
    return ref - timedelta(days=-shift % 7 or 7) != ref - timedelta(days=7 - shift)


RULES: tuple[_Rule, ...] = (
    _Rule("undefined", "the set itself says that its reference is undefined", _field("Mod", "^ref_undef$")),
    _Rule(
        "part of a period",
        "a boundary day for `mid-`, `late`, `end of` that the words don't state; the whole period is what we print",
        _either(_field("Mod", "mid|start|end"), _text(r"\b(?:mid|early|late|(?:beginning|start|middle|end) of)\b")),
    ),
    _Rule(
        "bare unit",
        "`the year`, `the day before`: in a report, counted from a time that the story is telling of",
        _text(r"^(?:the )?(?:day|week|month|year)(?: before| after)?$"),
    ),
    _Rule(
        "counted from another time",
        "`following`, `later`: the same",
        _text(r"\bfollowing\b|\b(?:later|earlier)$(?<!or later)(?<!or earlier)"),
    ),
    _Rule("working days", "not the calendar's", _field("timex", r"\dBD\)?$")),
    _Rule(
        "order of day and month",
        "`11/12/2035`: the set takes the month first; that is never guessed, and printed as unclear",
        lambda result, _: any(
            0 < int(one) <= 12 and 0 < int(two) <= 12 and one != two
            for one, two in re.findall(r"(?<!\d)(?<!\d[/-])(\d\d?)[/-](\d\d?)[/-]\d", result["text"])
        ),
    ),
    _Rule(
        "figures without a year",
        "`11/20`, `2/29-3/1`: as likely a fraction, a score or a range",
        _text(r"(?<![\d/.-])\d\d?[/-]\d\d?(?![\d/])"),
    ),
    _Rule("figures without a century", "`12/12/30`", _field("timex", r"^\(?XX\d\d-")),
    _Rule("eight figures", "`20170302`: part of an address or a number of something", _text(r"^\d{8}$")),
    _Rule("day without a month", "`the 4th`", _field("timex", r"XXXX-XX-")),
    _Rule(
        "feast of a country or a calendar",
        "its day depends on where, or on the moon",
        _text(r"\b(?:independence|eid|ramadan|thanksgiving|labou?r day|memorial day)\b"),
    ),
    _Rule("last or next day of the week", "two readings that differ; printed as unclear", _is_two_ways),
    _Rule(
        "counted and named",
        "`in 3 days on Friday`: two times in one, of which the set weighs one against the other",
        _both(_text(rf"\b{_COUNT} {_UNIT} (?:from (?:now|today)|on)\b"), _text(rf"\b(?:{'|'.join(_DAYS)})\b")),
    ),
    _Rule(
        "finer than its words",
        "`in two years`, `two weeks since 2011`: the set gives a day, the words a year or a week",
        _both(
            _field("timex", r"^\d{4}-\d\d-\d\d$"),
            _text(rf"^in {_COUNT} (?:week|month|year)s?(?:$| since)|^{_COUNT} (?:week|month|year)s? ago$"),
        ),
    ),
    _Rule(
        "rounded length",
        "`the next decade`, `the next fortnight`: the set begins it on the calendar's decade or on a Monday",
        _text(r"\b(?:last|past|next)\b.*\b(?:decades?|fortnights?)\b"),
    ),
    _Rule("limit", "`within 9 months`: a length", _text(r"^within\b")),
    _Rule("no prose", "comparison signs and chat abbreviations", _text(r"[<>=]|\b(?:otd|tmrw|tmr)\b")),
    _Rule("week by number", "`week 23` without its year: as likely a season's round", _text(r"^week \d+$")),
)  # fmt: skip


def reason_against(item: Item) -> str | None:
    """The name of the first rule that takes a case out; None if it applies."""
    ref = date.fromisoformat(item["ref"][:10])
    for rule in RULES:
        if any(rule.takes_out(result, ref) for result in item["results"]):
            return rule.name
    return None


def applies(item: Item) -> bool:
    return reason_against(item) is None


def main(path: str) -> None:
    counts = Counter(reason_against(item) for item in read_lines(Path(path)))
    print(f"| {counts.pop(None)} | apply | |")
    for rule in RULES:
        print(f"| {counts[rule.name]} | {rule.name} | {rule.reason} |")


if __name__ == "__main__":
    main(sys.argv[1])
