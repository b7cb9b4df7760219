"""What the date finder must know of a language: data only. Another language is another table."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade"]


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Words of one language that name times. All in lower case; matched in any case unless said otherwise."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    """Abbreviations, without the stop that may follow."""
    homographs: frozenset[str]
    """Of those two, what in lower case is another word as well (`may`)."""
    names: frozenset[str]
    """Of the months, what with a capital is another word or a name (`May`, `March`)."""
    weekdays: Mapping[str, int]
    """0 is Monday."""
    short_weekdays: Mapping[str, int]
    """Only read with a capital, before the number of a day (`Sat 14th`)."""
    units: Mapping[str, Unit]
    periods: frozenset[str]
    """Of the units, one of them (no plurals), and longer than a day: what can follow a direction."""
    halves: tuple[str, ...]
    """Of a year, after an ordinal."""
    directions: Mapping[str, int]
    """-1 for the one before, 0 for the present one, 1 for the one after."""
    counted_in_weeks: frozenset[str]
    """Directions that before a day of the week mean to some the nearest one, to others the one of another week."""
    elsewhere: tuple[str, ...]
    """Words before a day of the week that count it from another time; without `the`, `following` can mean `after`."""
    near_days: Mapping[str, int]
    """Days from the publication."""
    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    last: frozenset[str]
    """What counts from the end (`the final week of May`)."""
    spelled_years: frozenset[str]
    """Words that only a year in words has."""
    seasons: frozenset[str]
    seasons_of_one_year: frozenset[str]
    """Those that do not reach over its end."""
    parts: frozenset[str]
    """Before a month or a year (`early`): its value is that of the whole."""
    feasts: Mapping[str, tuple[int, int]]
    """Month and day; month 0: days from Easter Sunday. Only those that have one day wherever they are kept."""
    the: tuple[str, ...]
    of: tuple[str, ...]
    in_: tuple[str, ...]
    ago: tuple[str, ...]
    """After a count and a unit."""
    hence: tuple[str, ...]
    """The same for things to come."""
    to: tuple[str, ...]
    """Between the ends of a span of time."""
    from_: tuple[str, ...]
    between: tuple[str, ...]
    and_: tuple[str, ...]
    or_: tuple[str, ...]
    now: tuple[str, ...]
    """The day of publication as an end of a span, and nothing else."""
    before: tuple[str, ...]
    """Between a count and the time that it is counted from, as are the next two."""
    after: tuple[str, ...]
    since: tuple[str, ...]
    edges: tuple[str, ...]
    """Before the beginning or the end of a span: its value is that of the whole (`to the end of May`)."""
    next_but_one: Mapping[str, int]
    """After a unit (`the week after next`): units from the present one."""
    to_date: tuple[str, ...]
    """After `year`: its days up to the publication."""
    week_of: tuple[str, ...]
    """Between `the week` and a day in it."""
    working: tuple[str, ...]
    """Before a week: its first five days."""
    centuries: tuple[str, ...]
    fiscal: tuple[str, ...]
    """Before a year that is not the calendar's."""
    or_later: tuple[str, ...]
    """What shows that a number before it is a year."""
    before_time: frozenset[str]
    """Words before a month that is no name, or before a feast."""
    before_year: frozenset[str]
    """Words that can stand before a year, and before a number."""
    only_before_year: frozenset[str]
    """Words that stand before a year rather than a number."""
    counted: frozenset[str]
    """What follows a number that is no year."""
    ahead: tuple[str, ...]
    """What makes a day of the week or a month in the same clause one to come."""
    infinitive: tuple[str, ...]
    """The same before a verb, but not as a preposition (`sent to the mayor`)."""
    ranks: tuple[str, ...]
    """Behind these an infinitive is what somebody did: `the first to tell of it on Tuesday`."""
    articles: tuple[str, ...]
    """What shows that no verb follows."""
    deadline: tuple[str, ...]
    """Look ahead right before the time only (`by Monday`, but not `made public by the council on Monday`)."""
    promising: frozenset[str]
    """Of those, the surest: `will reopen in two weeks`, but `managed to repair it in two weeks`."""
    past: tuple[str, ...]
    """What takes that back, standing between them."""
    past_endings: tuple[str, ...]
    expecting: tuple[str, ...]
    """What is not taken back."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), start=first)}


_ONES = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = {
    word: 10 * number for word, number in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
_UNDER_TEN = tuple(_ONES)[:9]
_COUNTS = (
    _ONES | _TENS | {ten + mark + one: _TENS[ten] + _ONES[one] for ten in _TENS for one in _UNDER_TEN for mark in "- "}
)
_FIRST = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = (
    _FIRST
    | {"thirtieth": 30}
    | {
        f"{ten}{mark}{word}": _TENS[ten] + _FIRST[word]
        for ten in ("twenty", "thirty")
        for word in tuple(_FIRST)[:9]
        for mark in "- "
    }
)
_MONTHS = _numbered("january february march april may june july august september october november december")
_UNITS: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "year", "decade")

ENGLISH = DateWords(
    months=MappingProxyType(_MONTHS),
    short_months=MappingProxyType(
        {month[:3]: number for month, number in _MONTHS.items() if month != "may"} | {"sept": 9}
    ),
    homographs=_words("march may august mar jan dec"),
    names=_words("may march april june august mar jan dec"),
    weekdays=MappingProxyType(_numbered("monday tuesday wednesday thursday friday saturday sunday", 0)),
    short_weekdays=MappingProxyType(_numbered("mon tue wed thu fri sat sun", 0) | {"tues": 1, "thur": 3, "thurs": 3}),
    units=MappingProxyType({f"{unit}{s}": unit for unit in _UNITS for s in ("", "s")}),
    periods=frozenset(_UNITS) - {"day"},
    halves=("half",),
    directions=MappingProxyType(
        dict.fromkeys(("last", "past", "previous"), -1)
        | dict.fromkeys(("this", "current"), 0)
        | dict.fromkeys(("next", "coming", "upcoming"), 1)
    ),
    counted_in_weeks=_words("last previous next"),
    elsewhere=("the following", "the same"),
    near_days=MappingProxyType(
        {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}
        | {"this morning": 0, "this afternoon": 0, "this evening": 0}
    ),
    counts=MappingProxyType(_COUNTS | {"a": 1, "an": 1, "couple": 2, "a couple of": 2, "couple of": 2}),
    ordinals=MappingProxyType(_ORDINALS),
    last=_words("last final"),
    spelled_years=_words("thousand nineteen twenty"),
    seasons=_words("spring summer autumn fall winter"),
    seasons_of_one_year=_words("spring summer autumn fall"),
    parts=_words("early late mid"),
    feasts=MappingProxyType(
        dict.fromkeys(("new year’s day", "new year's day", "new year day", "new year"), (1, 1))
        | dict.fromkeys(("valentine’s day", "valentine's day"), (2, 14))
        | dict.fromkeys(("st. patrick’s day", "st. patrick's day", "st patrick’s day", "st patrick's day"), (3, 17))
        | {"saint patrick": (3, 17), "halloween": (10, 31), "may day": (5, 1), "boxing day": (12, 26)}
        | {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25)}
        | dict.fromkeys(("new year’s eve", "new year's eve"), (12, 31))
        | {"easter sunday": (0, 0), "easter monday": (0, 1), "easter": (0, 0), "good friday": (0, -2)}
        | {"ash wednesday": (0, -46), "palm sunday": (0, -7)}
    ),
    the=("the",),
    of=("of",),
    in_=("in",),
    ago=("ago",),
    hence=("from now",),
    to=("to", "until", "till", "through"),
    from_=("from",),
    between=("between",),
    and_=("and",),
    or_=("or",),
    now=("now", "date", "current date", "the present"),
    before=("before",),
    after=("after", "from"),
    since=("from",),
    edges=("beginning of", "start of", "middle of", "end of"),
    next_but_one=MappingProxyType({"after next": 2, "before last": -2}),
    to_date=("to date",),
    week_of=("of", "beginning", "commencing", "starting", "ending"),
    working=("working", "work"),
    centuries=("century",),
    fiscal=("fiscal", "fiscal year", "financial year", "school year", "academic year", "tax year", "fy", "sy"),
    or_later=("or later", "or earlier", "and after", "and before", "and later", "onwards"),
    before_time=_words(
        "in to since by until till from of during before after between through throughout on at around late early"
    ),
    before_year=_words(
        "by from of before after between through throughout early late mid and or to for the around than not"
    ),
    only_before_year=_words("in since during until till year circa cy"),
    counted=_words("people men women children troops soldiers percent miles kilometres meters metres homes"),
    ahead=(
        *"will would shall should expected scheduled due plan plans planned anticipated upcoming until".split(),
        *"before begins starts votes meets".split(),
        "ahead of",
    ),
    infinitive=("to",),
    ranks=("first", "last", "only", "latest", "able", "managed", "failed", "refused", "declined"),
    articles=tuple("the a an his her its their our my this that these those".split()),
    deadline=("by",),
    promising=_words("will shall should due expected scheduled planned"),
    past=tuple("was were had said told met began".split()),
    past_endings=("ed",),
    expecting=tuple("expected scheduled planned anticipated".split()),
)
