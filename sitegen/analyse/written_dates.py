"""Dates as written in full or in part: `5 May 2025`, `May 5`, `February 2022`, `2014`, `the 1990s`."""

import re
from collections.abc import Callable
from typing import Literal

from .date_values import (
    MONTHS,
    WRITTEN,
    Anchor,
    Reading,
    day_of_month,
    full_date,
    month_alone,
    quarter,
    shifted,
    week_of,
    week_with,
)

Read = Callable[[re.Match[str], Anchor], Reading | None]
Needs = Literal["digit", "month", "weekday", "unit"]
"""What kind of word a pattern can't do without: it is only tried where there is one."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_DAYS = rf"(?P<day>{DAY})(?:(?: ?[-–] ?| to | and )(?P<last>{DAY}))?"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},? )?"
_PART = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[ -](?:in )?)?"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1}

_IN_TIME = frozenset("in since during until till year circa".split())
_BEFORE_YEAR = _IN_TIME | frozenset(
    "by from of before after between through throughout early late mid and or to for the around".split()
)
_COUNTED = frozenset("people men women children troops soldiers percent miles kilometres meters metres".split())
_WORD_BEFORE = re.compile(r"([^\W\d]+|\()[ -]?$")
_WORD_AFTER = re.compile(r" ([^\W\d]+)")


def words_around(match: re.Match[str]) -> tuple[str, str]:
    """The word or bracket just before, and the word just after; empty where there is none."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 15), match.start())
    after = _WORD_AFTER.match(match.string, match.end())
    return (before[1] if before else "", after[1] if after else "")


def month_number(name: str) -> int:
    """Of a month's English name or its abbreviation."""
    return next(number for number, full in enumerate(MONTHS) if full[:3] == name[:3])


def _number(digits: str) -> int:
    return int(digits.rstrip("stndrh"))


def _day(match: re.Match[str], anchor: Anchor) -> Reading:
    month, day = month_number(match["month"]), _number(match["day"])
    last_day = _number(match["last"]) if match["last"] else None
    if match["year"]:
        return full_date(int(match["year"]), month, day, last_day)
    return day_of_month(anchor, month, day, last_day)


def _iso(match: re.Match[str], _: Anchor) -> Reading:
    return full_date(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashes(match: re.Match[str], _: Anchor) -> Reading:
    """`3/5/2025` can be read in two ways; `13/5/2025` and the dotted form of the Continent cannot."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if second > 12:
        return full_date(year, first, second)
    if first > 12 or first == second or match["mark"] == ".":
        return full_date(year, second, first)
    return Reading(None, f"could be {first} {MONTHS[second]} or {second} {MONTHS[first]} {year}")


def _month_and_year(match: re.Match[str], _: Anchor) -> Reading:
    return Reading(f"{match['year']}-{month_number(match['month']):02}", WRITTEN)


def _quarter(match: re.Match[str], anchor: Anchor) -> Reading:
    number = int(match["digit"]) if match["digit"] else _QUARTERS[match["name"].lower()] % 5
    if match["year"].isdigit():
        return Reading(quarter(int(match["year"]), number), WRITTEN)
    year = shifted(anchor, "year", SHIFTS[match["year"].split()[0]], f"a quarter of {match['year']}")
    return Reading(quarter(int(year.value), number) if year.value else None, year.basis)


def _week(match: re.Match[str], anchor: Anchor) -> Reading | None:
    """`the last week of March 2009`: weeks belong where their Thursday lies."""
    month = month_number(match["month"]) if match["month"] else None
    year = int(match["year"] or match["only"] or 0)
    if not year:
        found = month_alone(anchor, month or 1, None, ahead=False).value
        if not month or not found:
            return None
        year = int(found[:4])
    return week_of(year, month, _QUARTERS[match["name"]])


def _week_with(match: re.Match[str], anchor: Anchor) -> Reading | None:
    """`the week of 4 February`: the week that the day lies in."""
    month, day = month_number(match["month"]), _number(match["date"] or match["late"])
    reading = full_date(int(match["year"]), month, day) if match["year"] else day_of_month(anchor, month, day)
    return week_with(reading)


def _season(match: re.Match[str], _: Anchor) -> Reading:
    return Reading(match["year"], "the year as written; a season has no fixed days")


def _part_of_year(match: re.Match[str], _: Anchor) -> Reading:
    return Reading(match["year"], WRITTEN)


def _decade(match: re.Match[str], _: Anchor) -> Reading:
    first = int(match["decade"] or f"19{match['short']}")
    return Reading(f"{first}/{first + 9}", WRITTEN)


def _years(match: re.Match[str], _: Anchor) -> Reading | None:
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    return Reading(f"{first}/{last}", WRITTEN) if first < last else None


def _year(match: re.Match[str], _: Anchor) -> Reading | None:
    """A year alone, if the words round it say that it is one and not a number of things."""
    before, after = words_around(match)
    is_in_brackets = before == "(" and match.string[match.end() : match.end() + 1] in (")", ",", ";", "–", "-")
    if not is_in_brackets and before.lower() not in _BEFORE_YEAR:
        return None
    if after in _COUNTED or (before.lower() not in _IN_TIME and after.endswith("s") and after.islower()):
        return None
    return Reading(match.group(), WRITTEN)


WRITTEN_DATES: tuple[tuple[Needs, re.Pattern[str], Read], ...] = (
    (
        "month",
        re.compile(
            rf"\b[Tt]he week (?:of|beginning|commencing|starting|ending)(?: on)? "
            rf"(?:(?P<date>{DAY}) )?(?P<month>{MONTH})(?(date)| (?P<late>{DAY}))(?:,? (?P<year>{YEAR}))?(?!\w)"
        ),
        _week_with,
    ),
    ("digit", re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
    (
        "month",
        re.compile(
            rf"(?<!\w){_WEEKDAY_BEFORE}{_DAYS} (?:of )?(?P<month>{MONTH})(?:(?:,| of)? (?P<year>{YEAR}))?(?!\w)"
        ),
        _day,
    ),
    (
        "month",
        re.compile(rf"(?<!\w){_WEEKDAY_BEFORE}(?P<month>{MONTH}) {_DAYS}(?:(?:,| of)? (?P<year>{YEAR}))?(?![\w%])"),
        _day,
    ),
    (
        "unit",
        re.compile(
            r"(?<!\w)(?:the )?(?P<name>first|second|third|fourth|final|last) week (?:of|in) "
            rf"(?:(?P<month>{MONTH})(?: (?:of )?(?P<year>{YEAR}))?|(?P<only>{YEAR}))(?!\w)"
        ),
        _week,
    ),
    ("month", re.compile(rf"(?<![\w-]){_PART}(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR})(?!\w)"), _month_and_year),
    (
        "digit",
        re.compile(
            r"(?<![\w./-])(?P<first>0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?P<second>0?[1-9]|[12]\d|3[01])(?P=mark)"
            r"(?P<year>(?:19|20)\d\d)(?![\w/-])"
        ),
        _slashes,
    ),
    (
        "unit",
        re.compile(
            r"(?<!\w)(?P<digit>)(?:the )?(?P<name>first|second|third|fourth|final|last) quarter"
            rf"(?: of)? (?P<year>{YEAR}|(?:this|last|next) year)(?!\w)"
        ),
        _quarter,
    ),
    ("digit", re.compile(rf"(?<!\w)Q(?P<digit>[1-4])(?: of)? (?P<year>{YEAR})(?!\w)"), _quarter),
    ("digit", re.compile(rf"(?<![\w-])(?P<year>{YEAR})[ -]?[Qq](?P<digit>[1-4])(?!\w)"), _quarter),
    ("digit", re.compile(rf"(?i:\b(?:spring|summer|autumn|fall|winter))(?: of)? (?P<year>{YEAR})(?!\w)"), _season),
    ("digit", re.compile(rf"(?<!\w){_PART}(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?|['’‘](?P<short>[2-9]0))s\b"), _decade),
    (
        "digit",
        re.compile(rf"(?<![\w-])(?P<first>{YEAR})(?:[-–]| (?:to|until) )(?P<last>{YEAR}|\d\d)(?![\w-]|[.,]\d)"),
        _years,
    ),
    ("digit", re.compile(rf"(?<!\w)(?:[Ee]arly|[Ll]ate|[Mm]id)[ -](?P<year>{YEAR})(?!\w)"), _part_of_year),
    ("digit", re.compile(rf"(?<![\w.,$£€#/-]){YEAR}(?![\w%/]|[.,]\d|-\w)"), _year),
)
"""What a pattern needs, the pattern, and how to read it; the most explicit first."""
