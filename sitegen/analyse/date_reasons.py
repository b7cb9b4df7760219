"""How the value of a date was found, as phrases; each unit has its own, as other languages bend their words by it."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.reasons import Reason, worded, worded_count

_DAYS = (
    worded("Monday"),
    worded("Tuesday"),
    worded("Wednesday"),
    worded("Thursday"),
    worded("Friday"),
    worded("Saturday"),
    worded("Sunday"),
)
"""From Monday, as `date.weekday` counts."""
_MONTHS = (
    worded("January"),
    worded("February"),
    worded("March"),
    worded("April"),
    worded("May"),
    worded("June"),
    worded("July"),
    worded("August"),
    worded("September"),
    worded("October"),
    worded("November"),
    worded("December"),
)
WRITTEN = worded("as written")
COUNTED_ELSEWHERE = worded("it is counted from another time")
NO_SUCH_DAY = worded("there is no such day in the calendar")
OUTSIDE = worded("it lies outside of the calendar")
THAT_DAY = worded("that day")
NEAR_DAYS: Mapping[int, Reason] = MappingProxyType(
    {
        -2: worded("two days before"),
        -1: worded("the day before"),
        0: THAT_DAY,
        1: worded("the day after"),
        2: worded("two days after"),
    }
)
WEEKEND_BEFORE = worded("the weekend before")
WEEKEND_OF_THAT_WEEK = worded("the weekend of that week")
_PERIODS: Mapping[tuple[str, int], Reason] = MappingProxyType(
    {
        ("week", -1): worded("the week before"),
        ("week", 0): worded("the week it lies in"),
        ("week", 1): worded("the week after"),
        ("weekend", -1): WEEKEND_BEFORE,
        ("weekend", 0): worded("the weekend it lies in"),
        ("weekend", 1): worded("the weekend after"),
        ("month", -1): worded("the month before"),
        ("month", 0): worded("the month it lies in"),
        ("month", 1): worded("the month after"),
        ("quarter", -1): worded("the quarter before"),
        ("quarter", 0): worded("the quarter it lies in"),
        ("quarter", 1): worded("the quarter after"),
        ("year", -1): worded("the year before"),
        ("year", 0): worded("the year it lies in"),
        ("year", 1): worded("the year after"),
        ("decade", -1): worded("the decade before"),
        ("decade", 0): worded("the decade it lies in"),
        ("decade", 1): worded("the decade after"),
    }
)


def day_name(number: int) -> Reason:
    """0 is Monday."""
    return _DAYS[number]


def month_name(number: int) -> Reason:
    """From 1."""
    return _MONTHS[number - 1]


def period(unit: str, amount: int) -> Reason:
    """The unit before (-1) or after (1) the publication, or that it lies in."""
    return _PERIODS[unit, amount]


def how_long(unit: str, count: int) -> Reason:
    """So many units."""
    match unit:
        case "day":
            return worded_count("%(n)s day", "%(n)s days", count)
        case "week":
            return worded_count("%(n)s week", "%(n)s weeks", count)
        case "weekend":
            return worded_count("%(n)s weekend", "%(n)s weekends", count)
        case "month":
            return worded_count("%(n)s month", "%(n)s months", count)
        case "quarter":
            return worded_count("%(n)s quarter", "%(n)s quarters", count)
        case "year":
            return worded_count("%(n)s year", "%(n)s years", count)
        case _:
            return worded_count("%(n)s decade", "%(n)s decades", count)


def distance(unit: str, shift: int) -> Reason:
    """So many units before (`shift` below 0) or after."""
    far = how_long(unit, abs(shift))
    return worded("%(amount)s before", amount=far) if shift < 0 else worded("%(amount)s after", amount=far)


def distance_from_own(unit: str, shift: int) -> Reason:
    """The same, from the unit that the publication lies in."""
    far = how_long(unit, abs(shift))
    if shift < 0:
        return worded("%(amount)s before its own", amount=far)
    return worded("%(amount)s after its own", amount=far)
