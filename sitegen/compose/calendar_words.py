"""Dates in words: an ISO 8601 value, with the precision that it has, as a reader expects it."""

import calendar

from sitegen.iso_dates import VALUE, first_day


def in_words(value: str) -> str:
    """`2019-11-18` → `18 November 2019`; `2019-11` → `November 2019`; `2019-W47` → `Week of 18 November 2019`.

    A span is its two ends: `2010/2019` → `2010 to 2019`.
    """
    first, _, last = value.partition("/")
    if last:
        return f"{in_words(first)} to {in_words(last)}"
    found = VALUE.match(value)
    if not found:
        return value
    if found["week"]:
        return f"Week of {in_words(first_day(value))}"
    month = calendar.month_name[int(found["month"])] if found["month"] else ""
    return " ".join(part for part in (found["day"] and str(int(found["day"])), month, found["year"]) if part)
