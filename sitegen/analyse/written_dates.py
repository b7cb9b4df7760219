"""Dates as written in full or in part: `5 May 2025`, `May 5`, `February 2022`, `2014`, `the 1990s`."""

import re

from sitegen.reasons import NO_REASON, Reason, worded

from .date_forms import (
    DAY,
    YEAR,
    Forms,
    Found,
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
from .date_reasons import COUNTED_ELSEWHERE, WRITTEN, month_name, period
from .date_values import (
    Anchor,
    Reading,
    day_of_month,
    full_date,
    month_alone,
    quarter,
    shifted,
    week_with,
    within,
)
from .date_words import DateWords


def _year_after(match: re.Match[str], anchor: Anchor, words: DateWords) -> tuple[int | None, Reason]:
    """The year that a date ends with, and what its last two figures rest on; None where there is none."""
    if written := part(match, "year"):
        return year_number(written, words), NO_REASON
    short = part(match, "short") or part(match, "late")
    if not short or anchor.day is None:
        return None, NO_REASON
    year = anchor.day.year // 100 * 100 + int(short)
    how = worded("the latest year that ends in %(number)s", number=short)
    return year - 100 * (year > anchor.day.year + 1), anchor.with_how(how)


def is_other_word(month: str, words: DateWords) -> bool:
    """Whether a month stands as another word may: `may` in lower case."""
    return month[0].islower() and month.rstrip(".") in words.homographs


def _days(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | tuple[Found, ...] | None:
    """A day of a month, a span of them, or two by name (`18 and 19 June`)."""
    year, why = _year_after(match, anchor, words)
    if is_other_word(match["month"], words) and year is None:
        return None
    month, day = month_number(match["month"], words), day_number(match["day"], words)

    def read(first: int, last: int | None = None) -> Reading:
        if year is None:
            return day_of_month(anchor, month, first, last)
        reading = full_date(year, month, first, last)
        return Reading(reading.value, why or reading.basis) if reading.value else reading

    if not part(match, "last"):
        return read(day)
    last = day_number(match["last"], words)
    before = match.string[max(0, match.start() - 15) : match.start()].lower().split()
    before = [word for word in before if word not in words.the]
    is_list = match["to"].strip().lower() in (*words.and_, *words.or_)
    if is_list and not (before and before[-1] in words.between):
        return (
            (match.start("day"), match.end("day"), read(day)) if match.start("month") > match.start("day") else
            (match.start(), match.end("day"), read(day)),
            (match.start("last"), match.end(), read(last)),
        )  # fmt: skip
    return read(day, last)


def _next_day(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading:
    """`next 6 April`."""
    month, day = month_number(match["month"], words), day_number(match["day"], words)
    return day_of_month(anchor, month, day, direction=words.directions[match["direction"].lower()])


def _iso(match: re.Match[str], _: Anchor, __: DateWords) -> Reading:
    return full_date(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashes(match: re.Match[str], _: Anchor, __: DateWords) -> Reading:
    """`3/5/2025` can be read in two ways; `13/5/2025` and the dotted form of the Continent cannot."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if second > 12:
        return full_date(year, first, second)
    if first > 12 or first == second or match["mark"] == ".":
        return full_date(year, second, first)
    why = worded(
        "could be %(number)s %(month)s or %(other_number)s %(other_month)s %(year)s",
        number=str(first),
        month=month_name(second),
        other_number=str(second),
        other_month=month_name(first),
        year=str(year),
    )
    return Reading(None, why)


def _three_parts(match: re.Match[str], _: Anchor, words: DateWords) -> Reading | None:
    """`05-Aug-2016`, `2016/Aug/05`: the month is a word, the year has four figures."""
    parts = [match[name] for name in ("one", "two", "three", "year", "day", "month") if match[name]]
    months = [part for part in parts if part[0].isalpha()]
    years = [part for part in parts if len(part) == 4 and part.isdigit()]
    days = [part for part in parts if len(part) <= 2]
    if not (len(months) == len(years) == len(days) == 1):
        return None
    return full_date(int(years[0]), month_number(months[0], words), int(days[0]))


def _month_and_year(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    year, why = _year_after(match, anchor, words)
    return Reading(f"{year}-{month_number(match['month'], words):02}", why or WRITTEN) if year else None


def _in_figures(match: re.Match[str], _: Anchor, __: DateWords) -> Reading | None:
    """`2015-12`, `12/2015`; not where it can be the years from 2007 to 2008."""
    year, month = int(match["year"]), int(match["month"])
    if match.start("year") < match.start("month") and month > year % 100:
        return None
    return Reading(f"{year}-{month:02}", WRITTEN)


def _quarter(match: re.Match[str], _: Anchor, __: DateWords) -> Reading:
    return Reading(quarter(int(match["year"]), int(match["digit"])), WRITTEN)


def _week_with(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """`the week of 4 February`: the week that the day lies in."""
    month, day = month_number(match["month"], words), day_number(match["date"] or match["behind"], words)
    year, _ = _year_after(match, anchor, words)
    return week_with(full_date(year, month, day) if year else day_of_month(anchor, month, day))


def _numbered_week(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    number = int(match["number"])
    if not 1 <= number <= 53:
        return None
    if match["year"]:
        return Reading(f"{match['year']}-W{number:02}", WRITTEN)
    how = worded("week %(number)s of the year", number=str(number))
    year = shifted(anchor, "year", words.directions[match["direction"].lower()], how)
    return Reading(f"{year.value}-W{number:02}" if year.value else None, year.basis)


def _part_of(match: re.Match[str], anchor: Anchor, words: DateWords) -> Reading | None:
    """`the 15th day of next month`, `the first ten days of 2020`, `the last week of last month`."""
    month = part(match, "month")
    if year := part(match, "year") or part(match, "only"):
        whole = Reading(f"{year}-{month_number(month, words):02}" if month else year, WRITTEN)
    elif month:
        whole = month_alone(anchor, month_number(month, words), None, ahead=False)
    elif not part(match, "direction") and _OTHER_YEAR.search(match.string):
        return Reading(None, COUNTED_ELSEWHERE)
    else:
        name = words.units[match["whole"].lower()]
        direction = words.directions.get(part(match, "direction").lower(), 0)
        whole = shifted(anchor, name, direction, worded("of %(period)s", period=period(name, direction)))
    count = count_number(part(match, "count") or "1", words)
    number = -1 if match["name"].lower() in words.last else day_number(match["name"], words)
    if count > 1 and number not in (1, -1):
        return None
    unit = part(match, "unit").lower()
    return within(whole, "half" if unit in words.halves else words.units.get(unit, "day"), number, count)


def _season(match: re.Match[str], _: Anchor, words: DateWords) -> Reading:
    year = year_number(match["year"], words)
    return Reading(str(year), worded("the year as written; a season has no fixed days"))


def _fiscal(_: re.Match[str], __: Anchor, ___: DateWords) -> Reading:
    return Reading(None, worded("not the calendar's year; its first day is not stated"))


def _part_of_year(match: re.Match[str], _: Anchor, __: DateWords) -> Reading:
    return Reading(match["year"], WRITTEN)


def _decade(match: re.Match[str], _: Anchor, __: DateWords) -> Reading:
    first = int(match["decade"] or f"19{match['short']}")
    return Reading(f"{first}/{first + 9}", WRITTEN)


def _century(match: re.Match[str], _: Anchor, words: DateWords) -> Reading | None:
    number = day_number(match["number"], words)
    is_in_name = match["unit"][0].isupper() and words_around(match)[1][:1].isupper()
    if is_in_name or not 10 <= number <= 22:
        return None
    return Reading(f"{number - 1}00/{number - 1}99", WRITTEN)


def _years(match: re.Match[str], _: Anchor, __: DateWords) -> Reading | None:
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    return Reading(f"{first}/{last}", WRITTEN) if first < last else None


_OTHER_YEAR = re.compile(rf"(?<![\w.,$£€]){YEAR}(?![\w%/]|[.,]\d)")


_SIZE = re.compile(r"\d ?(?:pixels by|x|×) ?$")
"""`2880 pixels by 1800` is a size; `5 metres by 2030` may be none."""
_SIZE_REACH = 30
_SIDE = re.compile(r" ?(?:pixels by|x|×) ?\d")
"""Behind the first number of a size."""


def _year(match: re.Match[str], _: Anchor, words: DateWords) -> Reading | None:
    """A year alone, if the words round it say that it is one and not a number of things."""
    before, after = words_around(match)
    is_in_brackets = before == "(" and match.string[match.end() : match.end() + 1] in (")", ",", ";", "–", "-")
    before = before.lower()
    if _SIZE.search(match.string, max(0, match.start() - _SIZE_REACH), match.start()):
        return None
    if _SIDE.match(match.string, match.end()):
        return None
    if not part(match, "later") and not is_in_brackets and before not in words.only_before_year | words.before_year:
        return None
    if before == "not" and not _OTHER_YEAR.search(match.string, 0, match.start()):
        return None
    if after in words.counted or (
        before not in words.only_before_year and after.endswith("s") and after.islower() and not part(match, "later")
    ):
        return None
    year = year_number(match["year"], words)
    if year is None or (not match["year"].isdigit() and (before not in words.only_before_year or after.endswith("s"))):
        return None
    return Reading(str(year), WRITTEN)


def _cardinal_day(match: re.Match[str], _: Anchor, words: DateWords) -> Reading | None:
    """`fifteen August nineteen ninety-three`."""
    year, day = year_number(match["year"], words), words.counts[match["day"].lower()]
    return full_date(year, month_number(match["month"], words), day) if year and day <= 31 else None


def written_rules(words: DateWords, forms: Forms) -> tuple[Rule, ...]:
    """The rules for what is written out, the most explicit first."""
    month, ordinal, the, of = forms.month, forms.ordinal_day, forms.the, forms.of
    only_the = one_of(words.the)
    to_day = rf"(?P<to>{forms.to}){the}"
    wholes = one_of(word for word, unit in words.units.items() if unit in ("year", "month"))
    shifted_whole = rf"(?:{only_the} |{forms.direction})(?P<whole>{wholes})(?!\w)"
    whole = rf"(?:(?P<month>{month})(?:(?:,|{of.rstrip()})? (?P<year>{YEAR}))?|{shifted_whole}|(?P<only>{YEAR}))(?!\w)"
    first, second = rf"(?P<name>{ordinal}|{one_of(words.last)})", r"(?:[1-9]|[12]\d|3[01])"
    number = rf"(?:{second}|0[1-9])"
    return (
        rule(
            "month unit digit",
            "the",
            rf"\b{only_the} week {one_of(words.week_of)}(?: on)? "
            rf"(?:(?P<date>{DAY}) )?(?P<month>{month})(?(date)| (?P<behind>{DAY})){forms.year_after}(?!\w)",
            _week_with,
        ),
        rule(
            "digit",
            "digit weekday short_weekday",
            rf"(?<![\w/-]){forms.weekday_before}(?P<year>\d{{4}})(?P<mark>[/-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
            r"(?![\w/-]|\.\d)",
            _iso,
        ),
        rule(
            "digit month",
            "digit month mixed",
            rf"(?<![\w/-])(?P<one>\d{{1,4}}|{month})(?P<mark>[/-])(?P<two>\d{{1,4}}|{month})(?P=mark)"
            r"(?P<three>\d{1,4})(?![\w/-])"
            rf"|(?<![\w/-])(?P<year>\d{{4}})(?P<slash>[/-])(?P<day>\d{{1,2}})(?P=slash)(?P<month>{month})(?![\w/-])",
            _three_parts,
        ),
        rule(
            "month direction",
            "direction",
            rf"(?<!\w){forms.direction}(?P<day>{DAY})(?:{of}| )(?P<month>{month})(?![\w-])",
            _next_day,
        ),
        rule(
            "month digit",
            "digit weekday short_weekday",
            rf"(?<![\w$£€])(?<![$£€] ){forms.weekday_before}(?P<day>{DAY})(?:{to_day}(?P<last>{DAY}))?"
            rf"(?: |{of})(?P<month>{month}){forms.year_after}(?!\w)",
            _days,
        ),
        rule(
            "month",
            "digit ordinal weekday short_weekday",
            rf"(?<![\w$£€]){forms.weekday_before}(?P<day>{ordinal})(?:{to_day}(?P<last>{ordinal}))?"
            rf"{of}(?P<month>{month}){forms.year_after}(?!\w)",
            _days,
        ),
        rule(
            "month digit",
            "month mixed weekday short_weekday",
            rf"(?<!\w){forms.weekday_before}(?P<month>{month})(?:[ /-]?|(?:, ?| {only_the} )(?=\d+[a-z]))(?P<day>{DAY})"
            rf"(?:{to_day}(?P<last>{ordinal})(?! {month}))?{forms.year_after}(?![\w%])",
            _days,
        ),
        rule(
            "month",
            "month",
            rf"(?<!\w)(?P<month>{month}) {only_the} (?P<day>{ordinal})(?:{to_day}(?P<last>{ordinal}))?"
            rf"{forms.year_after}(?![\w%])",
            _days,
        ),
        rule(
            "month spelled",
            "count",
            rf"(?<!\w)(?P<day>{one_of(words.counts)}) (?P<month>{month}) {forms.some_year}(?!\w)",
            _cardinal_day,
        ),
        rule(
            "unit ordinal",
            "the ordinal",
            rf"(?<!\w){the}{first}(?: {forms.number})? (?P<unit>{one_of((*words.units, *words.halves))})"
            rf"(?:{of}| {one_of(words.in_)} | (?={YEAR}|{one_of(words.directions)} )){whole}",
            _part_of,
        ),
        rule(
            "unit direction",
            "the digit",
            rf"(?<!\w){the}(?P<name>\d\d?(?:st|nd|rd|th))(?:{of}| ){forms.direction}(?P<whole>{wholes})(?!\w)",
            _part_of,
        ),
        rule(
            "month",
            "month part mixed",
            rf"(?<![\w-]){forms.part}(?P<month>{month})(?:(?:,|,?{of.rstrip()}| {one_of(words.in_)})? |/|-)"
            rf"{forms.some_year}(?!\w)",
            _month_and_year,
        ),
        rule(
            "month digit",
            "month part mixed",
            rf"(?<![\w-]){forms.part}(?P<month>{month})(?:{of}(?P<short>3[2-9]|[4-9]\d)| ['’‘](?P<late>\d\d))(?![\w%])",
            _month_and_year,
        ),
        rule(
            "digit",
            "digit",
            rf"(?<![\w./-])(?P<first>{number})(?P<mark>[/.-])(?P<second>{number})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/-])",
            _slashes,
        ),
        rule(
            "digit",
            "digit",
            r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>0?[1-9]|1[0-2])(?![\w/-]|[.,]\d)",
            _in_figures,
        ),
        rule(
            "digit",
            "digit",
            r"(?<![\w/.-])(?P<month>0?[1-9]|1[0-2])[/-](?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)",
            _in_figures,
        ),
        rule("digit", "mixed", rf"(?<!\w)Q(?P<digit>[1-4])(?:{of}| )(?P<year>{YEAR})(?!\w)", _quarter),
        rule("digit", "digit", rf"(?<![\w-])(?P<year>{YEAR})[ -]?Q(?P<digit>[1-4])(?!\w)", _quarter),
        rule(
            "unit digit",
            "unit",
            rf"(?<!\w)week (?P<number>\d\d?){of}(?:(?P<year>{YEAR})|{forms.direction}year)(?!\w)",
            _numbered_week,
        ),
        rule("season digit", "season", rf"\b{one_of(words.seasons)}(?:{of}| )(?P<year>{YEAR})(?!\w)", _season),
        rule("digit", "fiscal", rf"\b{one_of(words.fiscal)} ?(?P<year>{YEAR})(?!\w)", _fiscal),
        rule(
            "digit",
            "digit part",
            rf"(?<!\w){forms.part}(?:(?P<decade>(?:1[5-9]|20)\d0)['’ ]?|['’‘](?P<short>[2-9]0))s\b",
            _decade,
        ),
        rule(
            "century",
            "digit ordinal",
            rf"(?<!\w)(?P<number>{ordinal})[ -](?P<unit>{one_of(words.centuries)})\b",
            _century,
        ),
        rule(
            "digit",
            "digit",
            rf"(?<![\w-])(?P<first>{YEAR})(?:[-–]| {one_of(words.to)} )(?P<last>{YEAR}|\d\d)(?![\w-]|[.,]\d)",
            _years,
        ),
        rule("digit", "part", rf"(?<!\w){one_of(words.parts)}[ -](?P<year>{YEAR})(?!\w)", _part_of_year),
        rule(
            "digit",
            "digit",
            rf"(?<![\w.,$£€#/-])(?P<year>{YEAR})(?![\w%/]|[.,]\d|-\w)(?P<later> {one_of(words.or_later)}\b)?",
            _year,
        ),
        rule("spelled", "count", rf"(?<!\w){forms.some_year}", _year),
    )
