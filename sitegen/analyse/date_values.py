"""What a date's words are worth: ISO 8601 values worked out from the calendar and the day of publication."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = tuple(calendar.day_name)
MONTHS = tuple(calendar.month_name)
"""From 1; the program never sets a locale, so both are English."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, ISO 8601 with the precision of the words, and how it was found or why it can't be."""

    value: str | None
    basis: str


WRITTEN = "as written"
_NO_SUCH_DAY = Reading(None, "there is no such day in the calendar")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, from which relative words are worked out."""

    day: date | None
    why: str
    """The beginning of a basis; without a day, why there is none."""

    def reading(self, value: str, how: str) -> Reading:
        return Reading(value, f"{self.why}: {how}")

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


def day_of_month(anchor: Anchor, month: int, day: int, last_day: int | None = None) -> Reading:
    """A day without its year: the nearest one to the publication."""
    if anchor.day is None:
        return Reading(None, f"the year is not stated, and {anchor.why}")
    published = anchor.day
    found = [
        (abs((date(year, month, day) - published).days), year)
        for year in (published.year, published.year - 1, published.year + 1)
        if day <= calendar.monthrange(year, month)[1]
    ]
    if not found:
        return _NO_SUCH_DAY
    value = full_date(min(found)[1], month, day, last_day).value
    return anchor.reading(value, f"the nearest {day} {MONTHS[month]}") if value else _NO_SUCH_DAY


def month_alone(anchor: Anchor, month: int, direction: str | None, *, ahead: bool) -> Reading:
    """A month without its year: the latest that has begun, or the next when the sentence looks ahead.

    `direction` is `last`, `this`, `next` or None.
    """
    if anchor.day is None:
        return Reading(None, f"the year is not stated, and {anchor.why}")
    year = anchor.day.year
    has_begun = month <= anchor.day.month
    if direction == "next" or (direction is None and ahead):
        year += 0 if month > anchor.day.month or (ahead and month == anchor.day.month) else 1
        how = f"the next {MONTHS[month]}"
    elif direction == "this":
        how = f"{MONTHS[month]} of that year"
    else:
        year -= 0 if has_begun and not (direction == "last" and month == anchor.day.month) else 1
        how = f"the latest {MONTHS[month]}"
    return anchor.reading(f"{year:04}-{month:02}", how)


def weekday(anchor: Anchor, number: int, direction: str | None, *, ahead: bool) -> Reading:
    """A day of the week (0 is Monday): the latest up to the publication, or the next if the sentence looks ahead.

    The day of publication itself counts both ways: `met on Monday` and `will meet on Monday`, out on a Monday.
    """
    if anchor.day is None:
        return anchor.unknown
    name = DAYS[number]
    back = (anchor.day.weekday() - number) % 7
    if direction == "next" or (direction is None and ahead):
        forward = -back % 7 or (7 if direction == "next" else 0)
        day = anchor.day + timedelta(days=forward)
        how = f"the next {name}"
    else:
        day = anchor.day - timedelta(days=back or (7 if direction == "last" else 0))
        how = f"the latest {name}"
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


def week_of(year: int, month: int | None, number: int) -> Reading:
    """A week of a month or a year by its number, -1 for the last. A week lies where its Thursday does."""
    days = [date(year, month or 1, day) for day in range(1, 8)]
    first = next(day for day in days if day.weekday() == 3)
    if number < 0:
        end = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        thursday = end - timedelta(days=(end.weekday() - 3) % 7)
    else:
        thursday = first + timedelta(weeks=number - 1)
    return Reading(f"{year:04}-W{thursday.isocalendar().week:02}", WRITTEN)


def stretch(anchor: Anchor, unit: str, count: int, direction: int) -> Reading:
    """So many units up to the publication (`direction` -1), or after it; its own day in neither."""
    if anchor.day is None:
        return anchor.unknown
    try:
        if direction < 0:
            first, last = _days_on(anchor.day, unit, -count), _days_on(anchor.day, "day", -1)
        else:
            first = _days_on(anchor.day, "day", 1)
            last = _days_on(first, unit, count) - timedelta(days=1)
    except (ValueError, OverflowError):
        return Reading(None, "it lies outside of the calendar")
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
        return Reading(None, "it is counted from another time")
    side = "before" if amount < 0 else "after"
    return Reading(
        day.isoformat(), f"{abs(amount)} {unit}{'s' * (abs(amount) > 1)} {side} {reading.value}: {reading.basis}"
    )


def joined(first: Reading, last: Reading) -> Reading | None:
    """The span from one time to another (`from May to October 2020`); None if they make none.

    A beginning without a year of its own is the latest one before the end.
    """
    if not first.value or not last.value:
        return None
    start, end = first.value.partition("/")[0], last.value.rpartition("/")[2]
    if first.basis != WRITTEN and re.match(r"\d{4}-\d\d", start) and re.match(r"\d{4}-\d\d", end):
        start = f"{int(end[:4]) - (start[4:] > end[4:]):04}{start[4:]}"
    if "W" in start + end or start >= end:
        return None
    return Reading(f"{start}/{end}", last.basis)


def shifted(anchor: Anchor, unit: str, amount: int, how: str) -> Reading:
    """The `day`, `week`, `weekend`, `month`, `year`, `decade` or `quarter` that lies `amount` of them ahead."""
    if anchor.day is None:
        return anchor.unknown
    try:
        return anchor.reading(_period(anchor.day, unit, amount), how)
    except (ValueError, OverflowError):
        return Reading(None, "it lies outside of the calendar")


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
