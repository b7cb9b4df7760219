"""The days, months and years of English pages in words. Other languages have theirs from the CLDR."""

import calendar
from functools import lru_cache


@lru_cache(10_000)
def in_words(year: int, month: int = 0, day: int = 0) -> str:
    """`18 November 2019`, `November 2019`, `2019`: with the precision that it has; 0: not known."""
    name = calendar.month_name[month] if month else ""
    return " ".join(part for part in (str(day) if day else "", name, f"{year:04}") if part)


def month_in_short(month: int) -> str:
    """`Nov`."""
    return calendar.month_name[month][:3]
