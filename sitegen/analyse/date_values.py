"""What a date's words are worth: ISO 8601 values worked out from the calendar and the day of publication."""

import calendar
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
