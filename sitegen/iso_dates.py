"""Values of dates, ISO 8601 with the precision that is known: where they begin and end, and which comes first."""

import calendar
import re
from datetime import date, timedelta

VALUE = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")


def first_day(value: str) -> str:
    """The day that a value begins with, `2019-11-18`: what dates are sorted by."""
    found = VALUE.match(value.partition("/")[0])
    if not found:
        return value
    if found["week"]:
        return date.fromisocalendar(int(found["year"]), int(found["week"]), 1).isoformat()
    return f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"


def last_day(value: str) -> str:
    """The day that a value ends with."""
    value = value.rpartition("/")[2]
    found = VALUE.match(value)
    if not found or found["day"]:
        return value
    if found["week"]:
        return (date.fromisoformat(first_day(value)) + timedelta(days=6)).isoformat()
    month = int(found["month"] or 12)
    return f"{found['year']}-{month:02}-{calendar.monthrange(int(found['year']), month)[1]:02}"


def holds(value: str, other: str) -> bool:
    """Whether `other` is a more exact value for a time within `value`."""
    return value != other and first_day(value) <= first_day(other) and last_day(other) <= last_day(value)


def oldest_first(value: str) -> tuple[str, int, str]:
    """Sort key: what is less precise comes first: the year, then its months, then their days."""
    return first_day(value), len(value.partition("/")[0]), value
