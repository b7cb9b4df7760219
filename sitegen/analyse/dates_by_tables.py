"""Words that name a time in a language that is described by tables, and the value they have."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache

from sitegen.languages import DateTable
from sitegen.reasons import worded

from .date_reasons import NEAR_DAYS, WRITTEN, distance, period
from .date_values import Anchor, Reading, day_of_month, full_date, month_alone, shifted, weekday

Read = Callable[[re.Match[str], Anchor, DateTable], Reading | None]
Rule = tuple[re.Pattern[str], Read]

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_AHEAD_REACH = 70  # characters in which a word makes a day one to come
_WORD_BEFORE = re.compile(r"([^\W\d]+\.?) $")
_CAPITAL_AFTER = re.compile(r" [^\W\d_]")
_UNCLEAR = Reading(None, worded("it may lie before the publication or after it"))


def find_dates_by_tables(text: str, anchor: Anchor, table: DateTable) -> list[tuple[int, int, Reading]]:
    """Spans of the expressions in a sentence that name a time, with their readings, in order.

    Numbers and months in the order of the Continent: day, month, year.

    Method: own grammar over the tables, most explicit form first; days of the week as `dates` has them in English.

    Known failures: seasons, quarters, spans of time; numbers in words for days; a year that counts things.
    """
    taken: list[tuple[int, int, Reading]] = []
    for pattern, read in _rules(table):
        for match in pattern.finditer(text):
            start, end = match.span()
            place = bisect_right(taken, start, key=lambda found: found[1])
            is_taken = place < len(taken) and taken[place][0] < end
            if not is_taken and (reading := read(match, anchor, table)):
                taken.insert(place, (start, end, reading))
    return taken


def _any(entries: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(entries, key=lambda word: (-len(word), word))) + ")"


@cache
def _rules(table: DateTable) -> tuple[Rule, ...]:
    """The patterns of a table, compiled; none for an empty one."""
    if not table.months:
        return ()
    stop = r"\." if table.has_ordinals else ""
    month = rf"(?P<month>{_any(table.months)})(?!\w)(?:\.(?= [\da-zäöü]))?"
    between = rf"(?:{_any(table.between)} )?" if table.between else ""
    day_before = rf"(?:{_any(table.weekdays)},? {between})?"
    part = rf"(?:{_any(table.parts)} )?" if table.parts else ""
    unit = rf"(?P<unit>{_any(table.units)})(?!\w)"
    period = rf"(?P<unit>{_any(table.periods)})(?!\w)"
    direction = rf"(?P<direction>{_any(table.directions)})"
    no_other_year = rf"(?! \d| {_any(table.directions)} )"  # `1. Januar 49 v. Chr.`, `24. Oktober letzten Jahres`
    count = rf"(?P<count>\d{{1,3}}|{_any(table.counts)})"
    rules: list[tuple[str, Read]] = [
        (r"(?<![\w-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])", _numbers),
        (
            rf"(?<![\w.])(?P<day>{_DAY})\. ?(?P<number>1[0-2]|0?[1-9])\.(?: ?(?P<year>{_YEAR}))?(?!\w|[.,]\d)",
            _numbers,
        ),
        (rf"(?<![\w.,:]){day_before}(?P<day>{_DAY}){stop} {month}(?: (?P<year>{_YEAR}))?{no_other_year}", _day),
        (rf"(?<!\w){part}{month} (?P<year>{_YEAR})(?!\w)", _month_and_year),
        (rf"(?<!\w){direction} (?P<weekday>{_any(table.weekdays)})(?!\w)", _weekday),
        (rf"(?<!\w){direction} {month}", _month),
        (rf"(?<!\w){direction} {period}", _period),
        (rf"(?<!\w)(?P<direction>)(?P<weekday>{_any(table.weekdays)})(?!\w)", _weekday),
        (rf"(?<!\w){part}(?P<direction>){month}{no_other_year}", _month),
        (rf"(?<![\w-])(?P<near>{_any(_with_capitals(table.near_days))})(?!\w)", _near_day),
        (rf"(?<![\w.,:/-])(?P<year>{_YEAR})(?![\w%-]|[.,:]\d)", _year),
    ]
    if table.ago_before:
        rules.insert(4, (rf"(?<!\w){_any(table.ago_before)} {count} {unit}", _ago))
    if table.ago_after:
        rules.insert(4, (rf"(?<!\w){count} {unit} {_any(table.ago_after)}(?!\w)", _ago))
    return tuple((re.compile(pattern), read) for pattern, read in rules)


def _with_capitals(entries: Iterable[str]) -> list[str]:
    return [form for word in entries for form in (word, word.capitalize())]


def _numbers(match: re.Match[str], anchor: Anchor, _: DateTable) -> Reading | None:
    day, month = int(match["day"]), int(match["number"])
    if match["year"]:
        return full_date(int(match["year"]), month, day)
    # `24.12.` is a day; `1. 2.` may count things
    return day_of_month(anchor, month, day)


def _day(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading:
    month, day = table.months[match["month"]], int(match["day"])
    return full_date(int(match["year"]), month, day) if match["year"] else day_of_month(anchor, month, day)


def _month_and_year(match: re.Match[str], _: Anchor, table: DateTable) -> Reading:
    return Reading(f"{match['year']}-{table.months[match['month']]:02}", WRITTEN)


def _month(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading | None:
    """A month without a year, if its name is not cut short: `Mai`, but not `Jan`, which is a name as well."""
    if len(match["month"]) < 4 and match["month"] != _longest(table, match["month"]):
        return None
    direction, ahead = _direction(match, table), _looks_ahead(match, table)
    if ahead is None and direction is None:
        return _UNCLEAR
    return month_alone(anchor, table.months[match["month"]], direction, ahead=bool(ahead))


def _longest(table: DateTable, name: str) -> str:
    """The fullest form of a month's name."""
    number = table.months[name]
    return max((word for word, other in table.months.items() if other == number), key=lambda word: (len(word), word))


def _weekday(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading:
    direction, ahead = _direction(match, table), _looks_ahead(match, table)
    if ahead is None and direction is None:
        return _UNCLEAR
    return weekday(anchor, table.weekdays[match["weekday"]], direction, ahead=bool(ahead))


def _direction(match: re.Match[str], table: DateTable) -> int | None:
    return table.directions[match["direction"]] if match["direction"] else None


def _looks_ahead(match: re.Match[str], table: DateTable) -> bool | None:
    """Whether the words shortly before speak of something to come; None: they may (`bis Juli`)."""
    before = re.findall(r"[^\W\d_]+", match.string[max(0, match.start() - _AHEAD_REACH) : match.start()])
    ahead = max((place for place, word in enumerate(before) if word in table.ahead), default=-1)
    past = max((place for place, word in enumerate(before) if word in table.past), default=-1)
    if ahead < 0 and past < 0 and not table.unclear.isdisjoint(before):
        return None
    return ahead > past


def _period(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading:
    amount, unit = table.directions[match["direction"]], table.units[match["unit"]]
    return shifted(anchor, unit, amount, period(unit, amount))


def _ago(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading:
    unit, count = table.units[match["unit"]], match["count"]
    amount = table.counts[count] if count in table.counts else int(count)
    return shifted(anchor, unit, -amount, distance(unit, -amount))


def _near_day(match: re.Match[str], anchor: Anchor, table: DateTable) -> Reading | None:
    """`gestern`; with a capital only where the sentence begins and a small word follows: `der Morgen`."""
    word = match["near"]
    if word not in table.near_days and (match.start() > 1 or not _is_small_after(match)):
        return None
    before = _WORD_BEFORE.search(match.string, 0, match.start())
    if before and before[1].lower() in table.near_days:
        return None  # `heute morgen`: the day is named before
    amount = table.near_days[word.lower()]
    if not amount and before and before[1].lower() in table.unclear:
        return None  # `bis heute`: nowadays
    return shifted(anchor, "day", amount, NEAR_DAYS[amount])


def _is_small_after(match: re.Match[str]) -> bool:
    after = _CAPITAL_AFTER.match(match.string, match.end())
    return after is not None and after.group()[1].islower()


def _year(match: re.Match[str], _: Anchor, table: DateTable) -> Reading | None:
    """A year alone, unless the words round it say that it is a number of things."""
    found = _WORD_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    before = found[1] if found else ""
    if before not in table.years_after:
        if before in table.numbers_after or match.string.startswith(("$", "€", " %", " €"), match.end()):
            return None
        after = _CAPITAL_AFTER.match(match.string, match.end())
        if table.has_capital_nouns and after and after.group()[1].isupper():
            return None
    return Reading(match["year"], WRITTEN)
