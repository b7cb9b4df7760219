"""Whether two sentences may speak of one time."""

from collections.abc import Sequence
from itertools import product

from sitegen.iso_dates import first_day, last_day
from sitegen.model import DateExpression

from .words import stem


def share_time(one: Sequence[DateExpression], other: Sequence[DateExpression]) -> bool:
    """Whether a time of each may be the same.

    It may where their values overlap; where a value is not known, where they have a word in common. Known failure:
    `tomorrow` and `Saturday` in an article without a date.
    """
    return any(_may_be_one(x, y) for x, y in product(one, other))


def _may_be_one(one: DateExpression, other: DateExpression) -> bool:
    if one.value is None or other.value is None:
        return bool(_words(one) & _words(other))
    return first_day(one.value) <= last_day(other.value) and first_day(other.value) <= last_day(one.value)


def _words(date: DateExpression) -> set[str]:
    return {stem(word) for word in date.text.split()} - {""}
