"""The days, months and years of English pages in words. Other languages have theirs from the CLDR."""

from functools import lru_cache

_MONTHS = tuple("January February March April May June July August September October November December".split())
"""Those of the module `calendar` are in the language of the process's locale."""


@lru_cache(10_000)
def in_words(year: int, month: int = 0, day: int = 0) -> str:
    """`18 November 2019`, `November 2019`, `2019`: with the precision that it has; 0: not known."""
    name = _MONTHS[month - 1] if month else ""
    return " ".join(part for part in (str(day) if day else "", name, f"{year:04}") if part)


def month_in_short(month: int) -> str:
    """`Nov`."""
    return _MONTHS[month - 1][:3]
