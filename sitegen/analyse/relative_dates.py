"""Dates that need the day of publication: `Monday`, `in March`, `last week`, `two days ago`, `at Christmas`."""

import re
from dataclasses import replace
from functools import lru_cache

from sitegen.reasons import worded

from .date_forms import (
    YEAR,
    Forms,
    Rule,
    count_number,
    day_number,
    month_number,
    one_of,
    part,
    rule,
    words_around,
    year_number,
)
from .date_reasons import (
    COUNTED_ELSEWHERE,
    NEAR_DAYS,
    THAT_DAY,
    WEEKEND_BEFORE,
    WEEKEND_OF_THAT_WEEK,
    distance,
    distance_from_own,
    period,
)
from .date_values import (
    Anchor,
    Reading,
    day_of_week,
    day_with_weekday,
    feast,
    month_alone,
    shifted,
    stretch,
    weekday,
    weekend_with,
)
from .date_words import DateWords
from .written_dates import is_other_word

_AHEAD_REACH = 70


@lru_cache(maxsize=4)
def _opening(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a time that opens its sentence (`In May`, `Early in May`); what behind it is to come then, up
    to the first form of the past: `the council will vote`, not `the council was due to vote`."""
    times = one_of(words.before_time)
    past = rf"(?:{one_of(words.past)}|[a-z]{{2,}}(?:{'|'.join(words.past_endings)}))\b"
    return (
        re.compile(rf"(?:^|[.!?…][\"'”’]?\s)[\"'“‘]?(?:(?i:{times})\s+){{0,2}}$"),
        re.compile(rf"(?:\s*,)?(?:\s+(?!{past})[^\s.,;:!?]+){{0,6}}?\s+(?:{one_of(words.promising)})\b"),
    )


@lru_cache(maxsize=4)
def _outlook(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What shortly before a day makes it one to come; the past tense that takes that back (`agreed to meet, but left
    on Monday`); and what is not taken back."""
    behind_no_rank = "".join(rf"(?<!\b{rank} )" for rank in words.ranks)
    endings = "".join(rf"|(?<!be )[a-z]{{2,}}{ending}" for ending in words.past_endings)
    return (
        re.compile(
            rf"\b(?:(?i:{one_of(words.ahead)})\b[^.;]*"
            rf"|{behind_no_rank}{one_of(words.infinitive)} (?!{one_of(words.articles)}\b)[a-z][^.;]*"
            rf"|(?i:{one_of(words.deadline)}) (?:[a-z]+ ){{0,3}})$"
        ),
        re.compile(rf"\b(?:{one_of(words.past)}{endings})\b[^.;]{{0,25}}$"),
        re.compile(rf"\b{one_of(words.expecting)}\b[^.;]*$"),
    )


def _looks_ahead(match: re.Match[str], words: DateWords) -> bool:
    """Whether the words shortly before speak of something to come, or those behind a time that opens its sentence."""
    ahead, past, expecting = _outlook(words)
    before = match.string[max(0, match.start() - _AHEAD_REACH) : match.start()]
    opening, promise = _opening(words)
    if opening.search(before) and promise.match(match.string, match.end(), match.end() + _AHEAD_REACH):
        return True
    return bool(ahead.search(before)) and (not past.search(before) or expecting.search(before) is not None)


def _is_promised(match: re.Match[str], words: DateWords) -> bool:
    before = match.string[max(0, match.start() - _AHEAD_REACH) : match.start()].lower().split()
    return not words.promising.isdisjoint(before)


def _direction(match: re.Match[str], words: DateWords) -> int | None:
    return words.directions.get(part(match, "direction").lower())


def _month(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """A month alone; `May`, `March`, `April` and the like only where no verb and no name can stand."""
    before, after = words_around(match)
    name = match["month"].lower()
    stands_in_time = before.lower() in words.before_time or match["direction"] or match["part"]
    is_end = after in words.to and match.string.startswith(f" {after} ", match.end())
    if is_other_word(match["month"], words):
        if not stands_in_time or after not in {"", *words.to, *words.and_, *words.or_}:
            return None
    elif not stands_in_time and ((name in words.names and match["month"][0].isupper()) or after[:1].isupper()):
        other_end = re.match(rf" {after} (\w+)", match.string[match.end() : match.end() + 30]) if is_end else None
        if not other_end or other_end[1].lower() not in words.months:
            return None
    return month_alone(
        anchor, month_number(match["month"], words), _direction(match, words), ahead=_looks_ahead(match, words)
    )


def _weekday(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """A day of the week; none in names such as Black Friday."""
    before, after = words_around(match)
    is_name = before[:1].isupper() and not match.string.startswith(before) and not match["direction"]
    if is_name and before.lower() not in words.before_time:
        return None
    behind = match.string[max(0, match.start() - _AHEAD_REACH) : match.start()].rstrip().lower()
    if behind.endswith(words.elsewhere) or after in words.of:
        return Reading(None, COUNTED_ELSEWHERE)
    number, direction = words.weekdays[match["weekday"].lower()], part(match, "direction").lower()
    is_clear = direction not in words.counted_in_weeks
    ahead = _looks_ahead(match, words)
    return weekday(anchor, number, words.directions.get(direction), ahead=ahead, is_clear=is_clear)


def _weekday_and_day(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`Friday the 13th`."""
    name = match["weekday"].lower()
    number = words.weekdays[name] if name in words.weekdays else words.short_weekdays[name]
    return day_with_weekday(anchor, number, day_number(match["day"], words))


def _near_day(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    if " " in match.group() and match.group().istitle():  # a programme
        return None
    amount = words.near_days[match.group().lower()]
    return shifted(anchor, "day", amount, NEAR_DAYS[amount])


def _now(_: re.Match[str], anchor: Anchor, __: DateWords) -> Reading | None:
    return replace(shifted(anchor, "day", 0, THAT_DAY), is_end=True) if anchor.day else None


def _period(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    unit = words.units[match["unit"].lower()]
    amount = words.directions[match["direction"].lower()]
    return shifted(anchor, unit, amount, period(unit, amount))


def _working_week(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    amount = words.directions[match["direction"].lower()]
    monday, friday = (day_of_week(anchor, day, amount) for day in (0, 4))
    if not monday.value:
        return monday
    return anchor.reading(f"{monday.value}/{friday.value}", worded("Monday to Friday of that week"))


def _next_but_one(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`the week after next`."""
    unit, amount = words.units[match["unit"].lower()], words.next_but_one[match["but"].lower()]
    return shifted(anchor, unit, amount, distance_from_own(unit, amount))


def _weekend(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`the weekend`: the one before, unless it has begun or the sentence looks ahead."""
    has_begun = anchor.day is not None and anchor.day.weekday() >= 5
    amount = 0 if has_begun or _looks_ahead(match, words) else -1
    return shifted(anchor, "weekend", amount, WEEKEND_BEFORE if amount else WEEKEND_OF_THAT_WEEK)


def _season(_: re.Match[str], anchor: Anchor, __: DateWords) -> Reading:
    """`this summer`, by its year; a season has no fixed days."""
    return shifted(anchor, "year", 0, worded("the year it lies in; a season has no fixed days"))


def _month_of_year(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`October of next year`."""
    how = worded("%(words)s of the year", words=match["month"])
    year = shifted(anchor, "year", words.directions[match["direction"].lower()], how)
    return Reading(f"{year.value}-{month_number(match['month'], words):02}", year.basis) if year.value else year


def _day_of_week(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`Tuesday of last week`, `next week on Tuesday`."""
    amount = words.directions[match["direction"].lower()]
    return day_of_week(anchor, words.weekdays[match["weekday"].lower()], amount)


def _last_or_next(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """`the past three years`, `over the next ten days`: from so long before the publication, or to so long after."""
    direction = words.directions[match["direction"].lower()]
    count = count_number(part(match, "count") or "1", words)
    if not direction or not count:
        return None
    return stretch(anchor, words.units[match["unit"].lower()], count, direction)


def _year_to_date(_: re.Match[str], anchor: Anchor, __: DateWords) -> Reading:
    if anchor.day is None:
        return anchor.unknown
    return anchor.reading(f"{anchor.day.year:04}-01-01/{anchor.day.isoformat()}", worded("its year up to it"))


def _ago(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    amount, unit = count_number(match["count"], words), words.units[match["unit"].lower()]
    return shifted(anchor, unit, -amount, distance(unit, -amount))


def _hence(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """`three weeks from now`; `in three weeks` only of what is to come: `rebuilt in three weeks` is a length."""
    amount, unit = count_number(match["count"], words), words.units[match["unit"].lower()]
    if not part(match, "hence") and (amount < 2 or not _looks_ahead(match, words) or not _is_promised(match, words)):
        return None
    return shifted(anchor, unit, amount, distance(unit, amount))


def _feast(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """`Christmas Day`, `last Easter`; a bare name only where a time can stand, for `Christmas tree` is none."""
    before, after = words_around(match)
    direction, name = _direction(match, words), match["feast"].lower()
    is_day = name.endswith(tuple(word for word, unit in words.units.items() if unit == "day")) or " " in name
    stands_in_time = (
        before.lower() in words.before_time or direction is not None or part(match, "year") or part(match, "weekend")
    )
    if not stands_in_time and not is_day:
        return None
    if not part(match, "year") and after and after[0].isalpha() and after.lower() not in _AFTER_TIME:
        return None
    month, day = words.feasts[name]
    if part(match, "weekend"):
        found = feast(anchor, month, day, None, direction)
        return weekend_with(found)
    year = year_number(match["year"], words) if part(match, "year") else None
    if year is None and direction is None and _looks_ahead(match, words):
        direction = 1
    return feast(anchor, month, day, year, direction)


_AFTER_TIME = frozenset(
    "and or in of at to as for the a an on but when with that which this last next after before by was is were will"
    " has had he she it they we because while since until until".split()
)


def relative_rules(words: DateWords, forms: Forms) -> tuple[Rule, ...]:
    """The rules for what the day of publication decides; those of `written_rules` come first."""
    month, the, of = forms.month, forms.the, forms.of
    day_of_the_week = rf"(?P<weekday>{one_of(words.weekdays)})"
    only_the = one_of(words.the)
    weeks = one_of(word for word, unit in words.units.items() if unit == "week")
    years = one_of(word for word, unit in words.units.items() if unit == "year")
    lengths = one_of(word for word, unit in words.units.items() if unit not in ("weekend",))
    count, unit, direction = forms.number, rf"(?P<unit>{lengths})(?!\w)", forms.direction
    return (
        rule("unit ago", "digit count", rf"(?<!\w){count} {unit} {one_of(words.ago)}\b", _ago),
        rule("unit", "digit count", rf"(?<!\w){count} {unit} (?P<hence>{one_of(words.hence)})\b", _hence),
        rule("unit", "in", rf"(?<!\w){one_of(words.in_)} {count} {unit}(?!-|{of}|’|')", _hence),
        rule(
            "month direction unit", "month", rf"(?<!\w)(?P<month>{month})(?:{of}| ){direction}{years}\b", _month_of_year
        ),
        rule(
            "weekday direction unit",
            "weekday direction",
            rf"(?<!\w){day_of_the_week},?(?:{of}| in | ){direction}{weeks}\b",
            _day_of_week,
        ),
        rule(
            "weekday direction unit",
            "weekday direction",
            rf"(?<!\w){direction}{weeks}(?:,| on| -)? {day_of_the_week}\b",
            _day_of_week,
        ),
        rule(
            "weekday",
            "weekday short_weekday",
            # Not `on Monday 21 people` nor `on Tuesday the first ones`.
            rf"(?<!\w){day_of_the_week},? (?:{only_the} )?(?P<day>{forms.ordinal_day})(?![\w%]|[:/.-]\d| \w|, \d)",
            _weekday_and_day,
        ),
        rule(
            "digit",
            "weekday short_weekday",
            rf"(?<!\w)(?P<weekday>(?-i:{one_of(map(str.title, words.short_weekdays))}))\.?,? "
            rf"(?P<day>\d\d?(?:st|nd|rd|th))(?!\w| {month})",
            _weekday_and_day,
        ),
        rule(
            "unit direction",
            "the direction",
            rf"(?<!\w){the}(?P<direction>{one_of(words.directions)}) {count} {unit}(?!-|{of})",
            _last_or_next,
        ),
        rule(
            "unit direction",
            "the direction",
            rf"(?<!\w){only_the} {count} (?P<direction>{one_of(words.directions)}) {unit}(?!-|{of})",
            _last_or_next,
        ),
        rule("unit direction", "the direction", rf"(?<!\w){only_the} (?P<direction>past) {unit}(?!-)", _last_or_next),
        rule("unit direction", "direction", rf"(?<!\w){direction}{one_of(words.working)} {weeks}\b", _working_week),
        rule(
            "unit",
            "the",
            rf"(?<!\w){only_the} {unit} (?P<but>{one_of(words.next_but_one)})\b(?! \w+ing\b)",
            _next_but_one,
        ),
        rule("unit", "unit", rf"(?<!\w){years} {one_of(words.to_date)}\b", _year_to_date),
        rule(
            "feast",
            "the direction first",
            rf"(?<!\w)(?:(?P<weekend>{only_the} weekend{of})|{direction})?(?P<feast>{one_of(words.feasts)})"
            rf"(?:(?:,| {one_of((*words.of, *words.in_))})? (?P<year>{YEAR}))?(?![\w-]|[’']\w)",
            _feast,
        ),
        rule(
            "month",
            "direction part month",
            rf"(?<![\w-])(?:{direction})?(?P<part>(?:{one_of(words.parts)}[ -](?:in )?)?)(?P<month>{month})(?![\w-])",
            _month,
        ),
        rule("weekday", "direction weekday", rf"(?<!\w)(?:(?:this )?{direction})?{day_of_the_week}(?!\w)", _weekday),
        # With an article it may be counted from another time: `the next year`.
        rule(
            "unit direction",
            "the direction",
            rf"(?<!the )(?<!\w){direction}(?P<unit>{one_of(words.periods)})(?![\w-])",
            _period,
        ),
        rule("unit direction", "the direction", rf"(?<!\w){only_the} {direction}(?P<unit>quarter)\b(?!-)", _period),
        rule("unit", "unit", r"(?<=the )weekend\b", _weekend),
        rule(
            "season direction",
            "direction",
            rf"(?<!\w){one_of(word for word, shift in words.directions.items() if not shift)} "
            rf"{one_of(words.seasons_of_one_year)}(?!\w|-| (?:{one_of(words.in_)}|{one_of(words.of)})\b)",
            _season,
        ),
        rule("near", "first", rf"(?<!\w){one_of(words.near_days)}\b", _near_day),
        rule("end", "the first", rf"(?<!\w){the}{one_of(words.now)}\b", _now),
    )
