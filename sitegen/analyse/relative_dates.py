"""Dates that need the day of publication: `Monday`, `in March`, `last week`, `two days ago`."""

import re

from .date_values import (
    Anchor,
    Reading,
    day_of_week,
    month_alone,
    shifted,
    stretch,
    weekday,
)
from .written_dates import MONTH, SHIFTS, WEEKDAY, Needs, Read, month_number, words_around

# What shortly before a day of the week makes it one to come.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|to|expected|scheduled|due|plan(?:s|ned)?|anticipated|upcoming|until|by|ahead of"
    r"|before|begins|starts|votes|meets)\b[^.;]*$"
)
_AHEAD_REACH = 70
# …unless a past tense comes between: `agreed to meet, but left on Monday`.
_PAST = re.compile(r"\b(?:was|were|had|said|told|met|began|(?<!be )[a-z]{2,}ed)\b[^.;]{0,25}$")
_EXPECTING = re.compile(r"\b(?:expected|scheduled|planned|anticipated)\b[^.;]*$")

_DIRECTIONS = {-1: "last", 0: "this", 1: "next"}
_DIRECTION = "(?:(?P<direction>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming) )"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_OTHER_WORDS = frozenset("May March April June August Mar Jan Jan. Dec Dec. Mar.".split())
_BEFORE_MONTH = frozenset("in to since by until till from of during before after between through throughout".split())
_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "this morning": 0} | {
    "this afternoon": 0, "this evening": 0
}  # fmt: skip
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12
}  # fmt: skip


def _looks_ahead(match: re.Match[str]) -> bool:
    """Whether the words shortly before speak of something to come."""
    before = match.string[max(0, match.start() - _AHEAD_REACH) : match.start()]
    if not _AHEAD.search(before):
        return False
    past = _PAST.search(before)
    return past is None or _EXPECTING.search(before) is not None


def _direction(match: re.Match[str]) -> str | None:
    found = match["direction"]
    return _DIRECTIONS[SHIFTS[found.lower()]] if found else None


def _month(match: re.Match[str], anchor: Anchor) -> Reading | None:
    """A month alone; `May`, `March`, `April` and the like only where no verb and no name can stand."""
    before, after = words_around(match)
    stands_in_time = before.lower() in _BEFORE_MONTH or match["direction"] or match["part"]
    if not stands_in_time and (match["month"] in _OTHER_WORDS or after[:1].isupper()):
        return None
    return month_alone(anchor, month_number(match["month"]), _direction(match), ahead=_looks_ahead(match))


def _weekday(match: re.Match[str], anchor: Anchor) -> Reading | None:
    """A day of the week; none in names such as Black Friday."""
    before, _ = words_around(match)
    is_name = before[:1].isupper() and not match.string.startswith(before)
    if is_name and before not in ("On", "Early", "Late"):
        return None
    return weekday(anchor, _WEEKDAYS.index(match["day"][:3]), _direction(match), ahead=_looks_ahead(match))


def _near_day(match: re.Match[str], anchor: Anchor) -> Reading:
    amount = _NEAR_DAYS[match.group().lower()]
    how = {-1: "the day before", 0: "that day", 1: "the day after"}[amount]
    return shifted(anchor, "day", amount, how)


def _period(match: re.Match[str], anchor: Anchor) -> Reading:
    amount, unit = SHIFTS[match["direction"].lower()], match["unit"]
    how = {-1: f"the {unit} before", 0: f"the {unit} it lies in", 1: f"the {unit} after"}[amount]
    return shifted(anchor, unit, amount, how)


def _weekend(match: re.Match[str], anchor: Anchor) -> Reading:
    """`the weekend`: the one before, unless it has begun or the sentence looks ahead."""
    has_begun = anchor.day is not None and anchor.day.weekday() >= 5
    amount = 0 if has_begun or _looks_ahead(match) else -1
    return shifted(anchor, "weekend", amount, "the weekend of that week" if amount == 0 else "the weekend before")


def _month_of_year(match: re.Match[str], anchor: Anchor) -> Reading:
    """`October of next year`."""
    year = shifted(anchor, "year", SHIFTS[match["direction"].lower()], f"{match['month']} of the year")
    return Reading(f"{year.value}-{month_number(match['month']):02}", year.basis) if year.value else year


def _day_of_week(match: re.Match[str], anchor: Anchor) -> Reading:
    """`Tuesday of last week`, `next week on Tuesday`."""
    amount = SHIFTS[match["direction"].lower()]
    how = {-1: "of the week before", 0: "of that week", 1: "of the week after"}[amount]
    return day_of_week(anchor, _WEEKDAYS.index(match["day"][:3]), amount, how)


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return COUNTS[count] if count in COUNTS else int(count)


def _last_or_next(match: re.Match[str], anchor: Anchor) -> Reading:
    """`the past three years`, `over the next ten days`: from so long before the publication, or to so long after."""
    return stretch(anchor, match["unit"], _count(match) if match["count"] else 1, SHIFTS[match["direction"].lower()])


def _ago(match: re.Match[str], anchor: Anchor) -> Reading:
    amount, unit = _count(match), match["unit"]
    return shifted(anchor, unit, -amount, f"{amount} {unit}{'s' if amount > 1 else ''} before")


RELATIVE: tuple[tuple[Needs, re.Pattern[str], Read], ...] = (
    (
        "unit",
        re.compile(rf"(?i:\b(?P<count>\d{{1,3}}|{'|'.join(COUNTS)}) (?P<unit>day|week|month|year|decade)s? ago\b)"),
        _ago,
    ),
    ("month", re.compile(rf"\b(?P<month>{MONTH})(?: of)? (?P<direction>last|this|next) year\b"), _month_of_year),
    ("weekday", re.compile(rf"\b(?P<day>{WEEKDAY}),?(?: of| in)? (?P<direction>last|this|next) week\b"), _day_of_week),
    (
        "weekday",
        re.compile(rf"\b(?P<direction>[Ll]ast|[Tt]his|[Nn]ext) week(?:,| on)? (?P<day>{WEEKDAY})\b"),
        _day_of_week,
    ),
    (
        "unit",
        re.compile(
            rf"\b(?:the )?(?P<direction>last|past|next|coming) (?P<count>\d{{1,3}}|{'|'.join(COUNTS)})"
            r" (?P<unit>day|week|month|year|decade)s?\b(?!-| of\b)",
            re.IGNORECASE,
        ),
        _last_or_next,
    ),
    (
        "unit",
        re.compile(r"\bthe (?P<direction>past)(?P<count>) (?P<unit>week|month|year|decade)\b(?!-)"),
        _last_or_next,
    ),
    (
        "month",
        re.compile(rf"\b{_DIRECTION}?(?P<part>(?:[Ee]arly|[Ll]ate|[Mm]id)[ -](?:in )?)?(?P<month>{MONTH})(?![\w-])"),
        _month,
    ),
    ("weekday", re.compile(rf"\b{_DIRECTION}?(?P<day>{WEEKDAY})(?!\w)"), _weekday),
    # With an article it may be counted from another time: `the next year`.
    ("unit", re.compile(rf"(?<!the )\b{_DIRECTION}(?P<unit>weekend|week|month|year|decade|quarter)\b(?!-)"), _period),
    ("unit", re.compile(r"\bthe (?P<direction>last|next|coming) (?P<unit>quarter)\b(?!-)"), _period),
    ("unit", re.compile(r"(?<=the )weekend\b"), _weekend),
    ("unit", re.compile(rf"(?i:\b(?:{'|'.join(_NEAR_DAYS)})\b)"), _near_day),
)
"""As there; those of `WRITTEN_DATES` come first."""
