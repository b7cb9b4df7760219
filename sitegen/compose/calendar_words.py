"""Dates in words: an ISO 8601 value, with the precision that it has, as a reader expects it."""

import calendar
import re
from datetime import date

_VALUE = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")


def first_day(value: str) -> str:
    """The day that a value begins with, `2019-11-18`: what dates are sorted by."""
    found = _VALUE.match(value.partition("/")[0])
    if not found:
        return value
    if found["week"]:
        return date.fromisocalendar(int(found["year"]), int(found["week"]), 1).isoformat()
    return f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"


def oldest_first(value: str) -> tuple[str, int, str]:
    """Sort key: what is less precise comes first: the year, then its months, then their days."""
    return first_day(value), len(value.partition("/")[0]), value


def in_words(value: str) -> str:
    """`2019-11-18` → `18 November 2019`; `2019-11` → `November 2019`; `2019-W47` → `Week of 18 November 2019`.

    A span is its two ends: `2010/2019` → `2010 to 2019`.
    """
    first, _, last = value.partition("/")
    if last:
        return f"{in_words(first)} to {in_words(last)}"
    found = _VALUE.match(value)
    if not found:
        return value
    if found["week"]:
        return f"Week of {in_words(first_day(value))}"
    month = calendar.month_name[int(found["month"])] if found["month"] else ""
    return " ".join(part for part in (found["day"] and str(int(found["day"])), month, found["year"]) if part)
