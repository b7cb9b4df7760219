"""The parts that patterns of dates are made of: alternatives of a language's words, and how a part is read."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .date_values import Anchor, Reading
from .date_words import ENGLISH, DateWords

Kind = str
"""What a word is good for: `digit`, `mixed` (`Q3`), `month`, `weekday`, `short_weekday`, `unit`, `direction`, `ago`,
`near`, `season`, `feast`, `century`, `end`, `spelled`, `the`, `in`, `count`, `ordinal`, `part`, `fiscal`; `first`: it
begins a phrase that a later word makes whole (`last night`)."""

Found = tuple[int, int, Reading]
Read = Callable[[re.Match[str], Anchor, DateWords], "Reading | tuple[Found, ...] | None"]


class Rule(NamedTuple):
    """What a pattern needs, where it can begin, the pattern, and how to read it."""

    needs: frozenset[Kind]
    """A sentence without a word of each of these kinds is not tried."""
    starts: frozenset[Kind]
    """The pattern is only tried where a word of one of these kinds begins: that is what keeps the stage fast."""
    pattern: re.Pattern[str]
    read: Read


def rule(needs: str, starts: str, pattern: str, read: Read) -> Rule:
    """A rule from the names of the kinds; patterns match in any case."""
    return Rule(frozenset(needs.split()), frozenset(starts.split()), re.compile(pattern, re.IGNORECASE), read)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words or phrases, the longest first; what begins alike is put together. Of none: one
    that matches nothing."""
    ends: dict[str, set[str]] = {}
    for word in words:
        head, mark, rest = word.partition("-") if "-" in word else word.partition(" ")
        ends.setdefault(head, set()).add(mark + rest)
    heads: dict[tuple[str, ...], list[str]] = {}
    for head, found in ends.items():
        heads.setdefault(tuple(sorted(found, key=lambda end: (-len(end), end))), []).append(head)
    groups = sorted(heads.items(), key=lambda group: (-len(group[0][0]), group))
    return _group(
        _group(map(re.escape, sorted(alike, key=lambda head: (-len(head), head)))) + _group(map(re.escape, rest))
        for rest, alike in groups
    )


def _group(patterns: Iterable[str]) -> str:
    found = list(patterns)
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})" if found else "(?!)"


class Forms(NamedTuple):
    """Patterns of one language, to be put into longer ones."""

    month: str
    weekday: str
    weekday_before: str
    """What may stand before a date, with the space behind it; may be empty."""
    ordinal_day: str
    """Of a month, in figures or words."""
    to: str
    """Between two days, with its spaces."""
    year_after: str
    """Groups `year` (in figures or words) and `short` (its last two figures); may be empty."""
    some_year: str
    """Group `year`."""
    number: str
    """Group `count`."""
    unit: str
    """Group `unit`."""
    direction: str
    """Group `direction`, with the space behind it."""
    part: str
    """`early `, `mid-`; may be empty."""
    the: str
    """With the space behind it; may be empty."""
    of: str
    """With its spaces."""


DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"


def forms_of(words: DateWords) -> Forms:
    """The patterns of a language."""
    month = rf"(?:{one_of(words.months)}(?!\w)|{one_of(words.short_months)}(?![^\W\d_])\.?)"
    weekday = rf"{one_of(words.weekdays)}(?!\w)"
    small = one_of(words.counts.keys() - {word for word in words.counts if " " in word and " of" in word})
    year = (
        rf"(?:{YEAR}|(?:nineteen|twenty)(?: hundred)?(?: and)? {small}(?!\w)|two thousand(?:(?: and)? {small})?(?!\w))"
    )
    short_weekdays = one_of(map(str.title, words.short_weekdays))
    of, the = f" {one_of(words.of)} ", f"(?:{one_of(words.the)} )?"
    of_or_in = one_of((*words.of, *words.in_))
    return Forms(
        month=month,
        weekday=weekday,
        weekday_before=rf"(?:{one_of(words.weekdays)}(?:, |,|-| \(| )|(?-i:{short_weekdays})\.?,? )?",
        ordinal_day=rf"(?:{DAY}|{one_of(words.ordinals)}(?!\w))",
        to=rf"(?: ?[-–—] ?| {one_of((*words.to, *words.and_, *words.or_))} )",
        year_after=rf"(?:(?: ?,)?(?: {of_or_in})? (?P<year>{year})|{of}(?P<short>3[2-9]|[4-9]\d)(?![\w%]|[.,]\d)"
        r"| ['’‘](?P<late>\d\d)(?!\w))?",
        some_year=rf"(?P<year>{year})",
        number=rf"(?P<count>\d{{1,3}}|{one_of(words.counts)})",
        unit=rf"(?P<unit>{one_of(words.units)})(?!\w)",
        direction=rf"(?P<direction>{one_of(words.directions)}) ",
        part=rf"(?:{one_of(words.parts)}[ -](?:{one_of(words.in_)} )?)?",
        the=the,
        of=of,
    )  # fmt: skip


ENGLISH_FORMS = forms_of(ENGLISH)


def month_number(text: str, words: DateWords) -> int:
    """Of a month's name or its abbreviation."""
    key = text.rstrip(".").lower()
    return words.months.get(key) or words.short_months[key]


def day_number(text: str, words: DateWords) -> int:
    """`3`, `3rd`, `third`."""
    lower = text.lower()
    return words.ordinals.get(lower) or int(lower.rstrip("stndrh"))


def count_number(text: str, words: DateWords) -> int:
    """`3`, `three`."""
    lower = text.lower()
    return words.counts.get(lower) or int(lower)


def year_number(text: str, words: DateWords) -> int | None:
    """`2014`, `two thousand and fourteen`, `nineteen ninety`; None for other numbers."""
    if text.isdigit():
        return int(text)
    first, *others = text.lower().replace(" hundred", "").replace(" and ", " ").split(" ")
    if first == "two":
        rest = " ".join(others[1:])
        return 2000 + words.counts.get(rest, 0)
    years = words.counts.get(" ".join(others), 0)
    return words.counts[first] * 100 + years if years >= 10 else None


def part(match: re.Match[str], name: str) -> str:
    """What a group holds; empty where the pattern has no such group or it is not filled."""
    return match.groupdict().get(name) or ""


_WORD_BEFORE = re.compile(r"([^\W\d]+|\()[ -]?$")
_WORD_AFTER = re.compile(r" ([^\W\d]+)")


def words_around(match: re.Match[str]) -> tuple[str, str]:
    """The word or bracket just before, and the word just after; empty where there is none."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 15), match.start())
    after = _WORD_AFTER.match(match.string, match.end())
    return (before[1] if before else "", after[1] if after else "")
