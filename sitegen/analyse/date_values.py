"""What a date's words are worth: ISO 8601 values worked out from the calendar and the day of publication."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

DAYS = tuple(calendar.day_name)
MONTHS = tuple(calendar.month_name)
"""From 1; the program never sets a locale, so both are English."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, ISO 8601 with the precision of the words, and how it was found or why it can't be."""

    value: str | None
    basis: str
    year_is_open: bool = False
    """The words state no year; the value has the likeliest one, which the other end of a span can change."""
    is_end: bool = False
    """Names a time only as an end of a span (`until now`)."""


WRITTEN = "as written"
_COUNTED_ELSEWHERE = Reading(None, "it is counted from another time")
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6}
_NO_SUCH_DAY = Reading(None, "there is no such day in the calendar")
_OUTSIDE = Reading(None, "it lies outside of the calendar")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, from which relative words are worked out."""

    day: date | None
    why: str
    """The beginning of a basis; without a day, why there is none."""

    def reading(self, value: str, how: str, *, year_is_open: bool = False) -> Reading:
        return Reading(value, f"{self.why}: {how}", year_is_open)

    @property
    def unknown(self) -> Reading:
        return Reading(None, self.why)


def anchor_of(published: str | None) -> Anchor:
    """The anchor for the `published` of an article's metadata: an ISO date, or date and time, or unknown."""
    if published is None:
        return Anchor(None, "the article has no publication date")
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return Anchor(None, f"the article's publication date, {published}, is not a full date")
    return Anchor(day, f"from the publication date, {day.isoformat()}, a {DAYS[day.weekday()]}")


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
        return Reading(None, f"the year is not stated, and {anchor.why}", year_is_open=True)
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
    how = {1: "next", -1: "last"}.get(direction or 0, "nearest")
    return anchor.reading(value, f"the {how} {day} {MONTHS[month]}", year_is_open=True) if value else _NO_SUCH_DAY


def day_with_weekday(anchor: Anchor, number: int, day: int) -> Reading:
    """`Friday 13th`: the nearest day of that number in a month that is that day of the week (0 is Monday)."""
    if anchor.day is None:
        return anchor.unknown
    for distance in range(800):
        for side in (-1, 1):
            try:
                found = anchor.day + timedelta(days=side * distance)
            except OverflowError:
                continue
            if found.day == day and found.weekday() == number:
                return anchor.reading(found.isoformat(), f"the nearest {DAYS[number]} that is day {day} of a month")
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


def feast(anchor: Anchor, month: int, day: int, year: int | None, direction: int | None) -> Reading:
    """A feast by month and day, or in month 0 by days from Easter Sunday; its year as a day's."""
    if year is not None:
        return Reading(_feast_in(year, month, day).isoformat(), WRITTEN)
    if anchor.day is None:
        return Reading(None, f"the year is not stated, and {anchor.why}", year_is_open=True)
    published = anchor.day
    years = [year for year in (published.year, published.year - 1, published.year + 1) if MINYEAR <= year <= MAXYEAR]
    days = [_feast_in(year, month, day) for year in years]
    found = [
        (abs((day - published).days), day) for day in days if not direction or (day - published).days * direction > 0
    ]
    if not found:
        return _OUTSIDE
    how = {1: "the next one", -1: "the last one"}.get(direction or 0, "the nearest one")
    return anchor.reading(min(found)[1].isoformat(), how, year_is_open=True)


def _feast_in(year: int, month: int, day: int) -> date:
    return date(year, month, day) if month else easter(year) + timedelta(days=day)


def month_alone(anchor: Anchor, month: int, direction: int | None, *, ahead: bool) -> Reading:
    """A month without its year: the latest that has begun, or the next when the sentence looks ahead.

    `direction`: -1 for `last`, 0 for `this`, 1 for `next`.
    """
    if anchor.day is None:
        return Reading(None, f"the year is not stated, and {anchor.why}", year_is_open=True)
    year = anchor.day.year
    has_begun = month <= anchor.day.month
    if direction == 1 or (direction is None and ahead):
        year += 0 if month > anchor.day.month or (ahead and month == anchor.day.month) else 1
        how = f"the next {MONTHS[month]}"
    elif direction == 0:
        how = f"{MONTHS[month]} of that year"
    else:
        year -= 0 if has_begun and not (direction == -1 and month == anchor.day.month) else 1
        how = f"the latest {MONTHS[month]}"
    return anchor.reading(f"{year:04}-{month:02}", how, year_is_open=True)


def weekday(anchor: Anchor, number: int, direction: int | None, *, ahead: bool, is_clear: bool = True) -> Reading:
    """A day of the week (0 is Monday): the latest up to the publication, or the next if the sentence looks ahead.

    The day of publication itself counts both ways: `met on Monday` and `will meet on Monday`, out on a Monday.
    `last Wednesday` on a Thursday is the day before to some and in the week before to others: unless `is_clear`, it
    has no value, as `next Friday` on a Tuesday.
    """
    if anchor.day is None:
        return anchor.unknown
    name = DAYS[number]
    back = (anchor.day.weekday() - number) % 7
    forward = -back % 7
    try:
        if direction == 0:
            day = other = anchor.day + timedelta(
                days=number - anchor.day.weekday() + (7 if ahead and forward > 6 - anchor.day.weekday() else 0)
            )
            how = (
                f"the {name} of that week"
                if day - anchor.day <= timedelta(days=6 - anchor.day.weekday())
                else f"the next {name}"
            )
        elif direction == 1 or (direction is None and ahead):
            day = anchor.day + timedelta(days=forward or (7 if direction else 0))
            other = anchor.day + timedelta(days=7 - anchor.day.weekday() + number)
            how = f"the next {name}"
        else:
            day = anchor.day - timedelta(days=back or (7 if direction == -1 else 0))
            other = anchor.day - timedelta(days=7 + anchor.day.weekday() - number)
            how = f"the latest {name}"
    except OverflowError:
        return _OUTSIDE
    if direction and not is_clear and day != other:
        return Reading(None, f"could be {name}, {day.isoformat()} or {other.isoformat()}")
    if day == anchor.day:
        how = "that day"
    return anchor.reading(day.isoformat(), how)


def day_of_week(anchor: Anchor, number: int, weeks: int, how: str) -> Reading:
    """A day of the week (0 is Monday) in the week that lies `weeks` ahead."""
    if anchor.day is None:
        return anchor.unknown
    day = anchor.day + timedelta(days=number - anchor.day.weekday(), weeks=weeks)
    return anchor.reading(day.isoformat(), f"the {DAYS[number]} {how}")


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
            return anchor.reading(value, f"the {count} quarters {'before' if direction < 0 else 'after'} its own")
        if direction < 0:
            first, last = _days_on(anchor.day, unit, -count), _days_on(anchor.day, "day", -1)
        else:
            first = _days_on(anchor.day, "day", 1)
            last = _days_on(first, unit, count) - timedelta(days=1)
    except (ValueError, OverflowError):
        return _OUTSIDE
    side = "up to it" if direction < 0 else "after it"
    return anchor.reading(f"{first.isoformat()}/{last.isoformat()}", f"the {count} {unit}{'s' * (count > 1)} {side}")


def _days_on(day: date, unit: str, amount: int) -> date:
    """The same day so many units on; the last of its month where that has none."""
    if unit in ("day", "week"):
        return day + timedelta(days=amount * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + amount * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def counted_from(reading: Reading, unit: str, amount: int) -> Reading:
    """The day so many units before (`amount` below 0) or after a day; nothing of a month, a year or an unknown."""
    try:
        day = _days_on(date.fromisoformat(reading.value or ""), unit, amount)
    except (ValueError, OverflowError):
        return _COUNTED_ELSEWHERE
    side = "before" if amount < 0 else "after"
    return Reading(
        day.isoformat(), f"{abs(amount)} {unit}{'s' * (abs(amount) > 1)} {side} {reading.value}: {reading.basis}"
    )


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


def shifted(anchor: Anchor, unit: str, amount: int, how: str) -> Reading:
    """The `day`, `week`, `weekend`, `month`, `year`, `decade` or `quarter` that lies `amount` of them ahead."""
    if anchor.day is None:
        return anchor.unknown
    try:
        return anchor.reading(_period(anchor.day, unit, amount), how)
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
