"""What a date's words are worth: ISO 8601 values worked out from the calendar and the day of publication."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sitegen.reasons import Reason, worded

from .date_reasons import (
    COUNTED_ELSEWHERE,
    NO_SUCH_DAY,
    OUTSIDE,
    THAT_DAY,
    WRITTEN,
    day_name,
    distance,
    distance_from_own,
    how_long,
    month_name,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, ISO 8601 with the precision of the words, and how it was found or why it can't be."""

    value: str | None
    basis: Reason
    year_is_open: bool = False
    """The words state no year; the value has the likeliest one, which the other end of a span can change."""
    is_end: bool = False
    """Names a time only as an end of a span (`until now`)."""


_COUNTED_ELSEWHERE = Reading(None, COUNTED_ELSEWHERE)
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6}
_NO_SUCH_DAY = Reading(None, NO_SUCH_DAY)
_OUTSIDE = Reading(None, OUTSIDE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, from which relative words are worked out."""

    day: date | None
    why: Reason
    """The beginning of a basis; without a day, why there is none."""

    def reading(self, value: str, how: Reason, *, year_is_open: bool = False) -> Reading:
        return Reading(value, self.with_how(how), year_is_open)

    def with_how(self, how: Reason) -> Reason:
        return worded("%(anchor)s: %(reason)s", anchor=self.why, reason=how)

    @property
    def unknown(self) -> Reading:
        return Reading(None, self.why)

    @property
    def without_year(self) -> Reading:
        """Of what could have one, but states none."""
        return Reading(None, worded("the year is not stated, and %(reason)s", reason=self.why), year_is_open=True)


def anchor_of(published: str | None) -> Anchor:
    """The anchor for the `published` of an article's metadata: an ISO date, or date and time, or unknown."""
    if published is None:
        return Anchor(None, worded("the article has no publication date"))
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        why = worded("the article's publication date, %(day)s, is not a full date", day=published)
        return Anchor(None, why)
    weekday_of_it = day_name(day.weekday())
    why = worded("from the publication date, %(day)s, a %(weekday)s", day=day.isoformat(), weekday=weekday_of_it)
    return Anchor(day, why)


def full_date(year: int, month: int, day: int, last_day: int | None = None) -> Reading:
    """A day, or the days from `day` to `last_day` of one month."""
    try:
        first, last = date(year, month, day), date(year, month, last_day or day)
    except ValueError:
        return _NO_SUCH_DAY
    if last < first:
        return _NO_SUCH_DAY
    return Reading(first.isoformat() + (f"/{last.isoformat()}" if last > first else ""), WRITTEN)


def day_of_month(
    anchor: Anchor, month: int, day: int, last_day: int | None = None, direction: int | None = None
) -> Reading:
    """A day without its year: the nearest one to the publication; after it for `direction` 1, before it for -1."""
    if anchor.day is None:
        return anchor.without_year
    published = anchor.day
    found = [
        (abs((date(year, month, day) - published).days), year)
        for year in (published.year, published.year - 1, published.year + 1)
        if MINYEAR <= year <= MAXYEAR
        and day <= calendar.monthrange(year, month)[1]
        and (not direction or (date(year, month, day) - published).days * direction > 0)
    ]
    if not found:
        return _NO_SUCH_DAY
    value = full_date(min(found)[1], month, day, last_day).value
    if not value:
        return _NO_SUCH_DAY
    number, name = str(day), month_name(month)
    if direction == 1:
        how = worded("the next %(number)s %(month)s", number=number, month=name)
    elif direction == -1:
        how = worded("the last %(number)s %(month)s", number=number, month=name)
    else:
        how = worded("the nearest %(number)s %(month)s", number=number, month=name)
    return anchor.reading(value, how, year_is_open=True)


def day_with_weekday(anchor: Anchor, number: int, day: int) -> Reading:
    """`Friday 13th`: the nearest day of that number in a month that is that day of the week (0 is Monday)."""
    if anchor.day is None:
        return anchor.unknown
    for days in range(800):
        for side in (-1, 1):
            try:
                found = anchor.day + timedelta(days=side * days)
            except OverflowError:
                continue
            if found.day == day and found.weekday() == number:
                how = worded(
                    "the nearest %(weekday)s that is day %(number)s of a month",
                    weekday=day_name(number),
                    number=str(day),
                )
                return anchor.reading(found.isoformat(), how)
    return _NO_SUCH_DAY


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm, as in Meeus, Astronomical Algorithms (1991).
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


_FEAST = {1: worded("the next one"), -1: worded("the last one"), 0: worded("the nearest one")}


def feast(anchor: Anchor, month: int, day: int, year: int | None, direction: int | None) -> Reading:
    """A feast by month and day, or in month 0 by days from Easter Sunday; its year as a day's."""
    if year is not None:
        return Reading(_feast_in(year, month, day).isoformat(), WRITTEN)
    if anchor.day is None:
        return anchor.without_year
    published = anchor.day
    years = [year for year in (published.year, published.year - 1, published.year + 1) if MINYEAR <= year <= MAXYEAR]
    days = [_feast_in(year, month, day) for year in years]
    found = [
        (abs((day - published).days), day) for day in days if not direction or (day - published).days * direction > 0
    ]
    if not found:
        return _OUTSIDE
    how = _FEAST[direction or 0]
    return anchor.reading(min(found)[1].isoformat(), how, year_is_open=True)


def _feast_in(year: int, month: int, day: int) -> date:
    return date(year, month, day) if month else easter(year) + timedelta(days=day)


def month_alone(anchor: Anchor, month: int, direction: int | None, *, ahead: bool) -> Reading:
    """A month without its year: the latest that has begun, or the next when the sentence looks ahead.

    `direction`: -1 for `last`, 0 for `this`, 1 for `next`.
    """
    if anchor.day is None:
        return anchor.without_year
    year = anchor.day.year
    has_begun = month <= anchor.day.month
    if direction == 1 or (direction is None and ahead):
        year += 0 if month > anchor.day.month or (ahead and month == anchor.day.month) else 1
        how = worded("the next %(unit)s", unit=month_name(month))
    elif direction == 0:
        how = worded("%(month)s of that year", month=month_name(month))
    else:
        year -= 0 if has_begun and not (direction == -1 and month == anchor.day.month) else 1
        how = worded("the latest %(unit)s", unit=month_name(month))
    return anchor.reading(f"{year:04}-{month:02}", how, year_is_open=True)


def weekday(anchor: Anchor, number: int, direction: int | None, *, ahead: bool, is_clear: bool = True) -> Reading:
    """A day of the week (0 is Monday): the latest up to the publication, or the next if the sentence looks ahead.

    The day of publication itself counts both ways: `met on Monday` and `will meet on Monday`, out on a Monday.
    `last Wednesday` on a Thursday is the day before to some and in the week before to others: unless `is_clear`, it
    has no value, as `next Friday` on a Tuesday.
    """
    if anchor.day is None:
        return anchor.unknown
    name = day_name(number)
    back = (anchor.day.weekday() - number) % 7
    forward = -back % 7
    try:
        if direction == 0:
            day = other = anchor.day + timedelta(
                days=number - anchor.day.weekday() + (7 if ahead and forward > 6 - anchor.day.weekday() else 0)
            )
            how = (
                worded("the %(unit)s of that week", unit=name)
                if day - anchor.day <= timedelta(days=6 - anchor.day.weekday())
                else worded("the next %(unit)s", unit=name)
            )
        elif direction == 1 or (direction is None and ahead):
            day = anchor.day + timedelta(days=forward or (7 if direction else 0))
            other = anchor.day + timedelta(days=7 - anchor.day.weekday() + number)
            how = worded("the next %(unit)s", unit=name)
        else:
            day = anchor.day - timedelta(days=back or (7 if direction == -1 else 0))
            other = anchor.day - timedelta(days=7 + anchor.day.weekday() - number)
            how = worded("the latest %(unit)s", unit=name)
    except OverflowError:
        return _OUTSIDE
    if direction and not is_clear and day != other:
        why = worded(
            "could be %(weekday)s, %(day)s or %(other_day)s",
            weekday=name,
            day=day.isoformat(),
            other_day=other.isoformat(),
        )
        return Reading(None, why)
    if day == anchor.day:
        how = THAT_DAY
    return anchor.reading(day.isoformat(), how)


def day_of_week(anchor: Anchor, number: int, weeks: int) -> Reading:
    """A day of the week (0 is Monday) in the week before that of the publication (-1), in it or after it."""
    if anchor.day is None:
        return anchor.unknown
    day = anchor.day + timedelta(days=number - anchor.day.weekday(), weeks=weeks)
    name = day_name(number)
    if weeks < 0:
        how = worded("the %(unit)s of the week before", unit=name)
    elif weeks:
        how = worded("the %(unit)s of the week after", unit=name)
    else:
        how = worded("the %(unit)s of that week", unit=name)
    return anchor.reading(day.isoformat(), how)


def week_with(reading: Reading) -> Reading:
    """The week that a day lies in."""
    if reading.value is None:
        return reading
    year, week, _ = date.fromisoformat(reading.value).isocalendar()
    return Reading(f"{year:04}-W{week:02}", reading.basis)


def weekend_with(reading: Reading) -> Reading:
    """The Saturday and Sunday of the week that a day lies in."""
    if reading.value is None:
        return reading
    day = date.fromisoformat(reading.value)
    saturday = day - timedelta(days=day.weekday() - 5)
    return Reading(f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}", reading.basis)


def week_of(year: int, month: int | None, number: int) -> str:
    """A week of a month or a year by its number, -1 for the last. A week lies where its Thursday does."""
    days = [date(year, month or 1, day) for day in range(1, 8)]
    first = next(day for day in days if day.weekday() == 3)
    if number < 0:
        end = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        thursday = end - timedelta(days=(end.weekday() - 3) % 7)
    else:
        thursday = first + timedelta(weeks=number - 1)
    return f"{year:04}-W{thursday.isocalendar().week:02}"


def stretch(anchor: Anchor, unit: str, count: int, direction: int) -> Reading:
    """So many units up to the publication (`direction` -1), or after it; its own day in neither."""
    if anchor.day is None:
        return anchor.unknown
    try:
        if unit == "quarter":
            ends = (-count, -1) if direction < 0 else (1, count)
            first_months, last_months = (_period(anchor.day, unit, end) for end in ends)
            value = f"{first_months.partition('/')[0]}/{last_months.partition('/')[2]}"
            how = worded("the %(distance)s", distance=distance_from_own(unit, direction * count))
            return anchor.reading(value, how)
        if direction < 0:
            first, last = _days_on(anchor.day, unit, -count), _days_on(anchor.day, "day", -1)
        else:
            first = _days_on(anchor.day, "day", 1)
            last = _days_on(first, unit, count) - timedelta(days=1)
    except (ValueError, OverflowError):
        return _OUTSIDE
    length = how_long(unit, count)
    if direction < 0:
        how = worded("the %(amount)s up to it", amount=length)
    else:
        how = worded("the %(amount)s after it", amount=length)
    return anchor.reading(f"{first.isoformat()}/{last.isoformat()}", how)


def _days_on(day: date, unit: str, amount: int) -> date:
    """The same day so many units on; the last of its month where that has none."""
    if unit in ("day", "week"):
        return day + timedelta(days=amount * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + amount * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def counted_from(reading: Reading, unit: str, shift: int) -> Reading:
    """The day so many units before (`shift` below 0) or after a day; nothing of a month, a year or an unknown."""
    try:
        day = _days_on(date.fromisoformat(reading.value or ""), unit, shift)
    except (ValueError, OverflowError):
        return _COUNTED_ELSEWHERE
    basis = worded(
        "%(distance)s %(day)s: %(reason)s",
        distance=distance(unit, shift),
        day=reading.value or "",
        reason=reading.basis,
    )
    return Reading(day.isoformat(), basis)


def joined(first: Reading, last: Reading) -> Reading | None:
    """The span from one time to another (`from May to October 2020`); None if they make none.

    A beginning without a year of its own is the latest one before the end; such an end, the first one after the
    beginning; without both, the two less than a year apart.
    """
    if not first.value or not last.value:
        return None
    start, end = first.value.partition("/")[0], last.value.rpartition("/")[2]
    have_months = re.match(r"\d{4}-\d\d", start) and re.match(r"\d{4}-\d\d", end)
    is_too_long = have_months and int(end[:4]) - int(start[:4]) > (end[4:] < start[4:])
    if have_months and last.year_is_open and (not first.year_is_open or is_too_long):
        end = f"{int(start[:4]) + (start[4:] >= end[4:]):04}{end[4:]}"
    elif have_months and first.year_is_open:
        start = f"{int(end[:4]) - (start[4:] > end[4:]):04}{start[4:]}"
    if "W" in start + end or start >= end:
        return None
    return Reading(f"{start}/{end}", last.basis, first.year_is_open and last.year_is_open)


def within(whole: Reading, unit: str, number: int, count: int = 1) -> Reading:
    """So many units (`count`) from the `number`th on in a year or month, or to its end for -1.

    `the first ten days of May`, `the last quarter of 2020`; a week lies where its Thursday does.
    """
    value = whole.value
    if not value:
        return whole
    if not re.fullmatch(r"\d{4}(?:-\d\d)?", value):
        return _COUNTED_ELSEWHERE
    year, month = int(value[:4]), int(value[5:] or 0)
    if unit == "week" and count == 1:
        return Reading(week_of(year, month or None, number), whole.basis)
    if unit == "day":
        begin = date(year, month or 1, 1)
        end = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        first = begin + timedelta(days=number - 1) if number > 0 else end - timedelta(days=count - 1)
        last = first + timedelta(days=count - 1)
        if first < begin or last > end:
            return _NO_SUCH_DAY
        ends = [first.isoformat(), last.isoformat()]
    elif unit in _MONTHS_OF and not month:
        months = _MONTHS_OF[unit]
        start = (number - 1) * months + 1 if number > 0 else 13 - months * count
        stop = start + months * count - 1
        if start < 1 or stop > 12:
            return _NO_SUCH_DAY
        ends = [f"{year:04}-{start:02}", f"{year:04}-{stop:02}"]
    else:
        return _COUNTED_ELSEWHERE
    return Reading("/".join(dict.fromkeys(ends)), whole.basis)


def shifted(anchor: Anchor, unit: str, shift: int, how: Reason) -> Reading:
    """The `day`, `week`, `weekend`, `month`, `year`, `decade` or `quarter` that lies `shift` of them ahead."""
    if anchor.day is None:
        return anchor.unknown
    try:
        return anchor.reading(_period(anchor.day, unit, shift), how)
    except (ValueError, OverflowError):
        return _OUTSIDE


def _period(day: date, unit: str, amount: int) -> str:
    if unit == "day":
        return (day + timedelta(days=amount)).isoformat()
    if unit == "week":
        year, week, _ = (day + timedelta(weeks=amount)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday() - 5) + timedelta(weeks=amount)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + amount
        return f"{date(months // 12, months % 12 + 1, 1).isoformat()[:7]}"
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + amount
        return quarter(quarters // 4, quarters % 4 + 1)
    year = date(day.year + amount * (10 if unit == "decade" else 1), 1, 1).year
    return f"{year:04}" if unit == "year" else f"{year // 10 * 10:04}/{year // 10 * 10 + 9:04}"


def quarter(year: int, number: int) -> str:
    """A quarter of a year, as its months."""
    return f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}"
