"""Words that name a time, and the value they have."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .date_forms import ENGLISH_FORMS, Forms, Found, Kind, Rule, count_number, one_of
from .date_reasons import COUNTED_ELSEWHERE
from .date_values import Anchor, Reading, counted_from, joined
from .date_words import ENGLISH, DateWords
from .relative_dates import relative_rules
from .written_dates import written_rules

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_FIGURES = "0123456789"
_APOSTROPHES = ("'", "’", "‘")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that finding dates in one language needs."""

    words: DateWords
    kinds: dict[str, frozenset[Kind]]
    """What each word is good for."""
    telling: frozenset[str]
    """Words without one of which a sentence has no date, unless it has figures."""
    rules: tuple[Rule, ...]
    """The most explicit first."""
    counted_from: re.Pattern[str]
    """Before a time, that which is counted from it (`two days before`)."""
    opening: re.Pattern[str]
    """Before a time, that which makes it the beginning of a span."""
    to: re.Pattern[str]
    """Between two times, that which makes them one span: groups `to`, `and`, `dash`."""


def grammar_of(words: DateWords, forms: Forms) -> Grammar:
    """The grammar of a language, from its table."""
    edge = rf"(?:{forms.the}{one_of(words.edges)} )?{forms.the}"
    before = rf"(?P<for>for )?(?:(?P<the>{one_of(words.the)})|{forms.number}) {forms.unit}"
    sides = one_of((*words.before, *words.after))
    opening = rf"(?:(?P<from>{one_of(words.from_)})|(?P<between>{one_of(words.between)}))"
    to = rf" ?(?P<dash>[-–—]) ?|(?:,? (?P<to>{one_of(words.to)})| (?P<and>{one_of(words.and_)})) {edge}"
    kinds = _kinds(words)
    return Grammar(
        words,
        kinds,
        frozenset(word for word, found in kinds.items() if not found <= _NO_DATE),
        (*written_rules(words, forms), *relative_rules(words, forms)),
        re.compile(rf"(?<!\w){before} (?P<side>{sides}) {forms.the}$", re.IGNORECASE),
        re.compile(rf"(?<!\w){opening} {edge}$", re.IGNORECASE),
        re.compile(to),
    )


def _kinds(words: DateWords) -> dict[str, frozenset[Kind]]:
    """What each word is good for: of a phrase, its last word makes it whole, and its first one begins it."""
    kinds: dict[str, set[Kind]] = {}

    def add(kind: Kind, phrases: Iterable[str], *, first: bool = False) -> None:
        for phrase in phrases:
            kinds.setdefault(_WORD.findall(phrase)[0 if first else -1], set()).add(kind)

    add("month", (*words.months, *words.short_months))
    add("weekday", words.weekdays)
    add("short_weekday", words.short_weekdays)
    add("unit", (*words.units, *words.halves))
    add("direction", words.directions)
    add("ago", words.ago)
    add("near", words.near_days)
    add("end", words.now)
    add("first", (*words.near_days, *words.now, *words.feasts), first=True)
    add("season", words.seasons)
    add("feast", words.feasts)
    add("century", words.centuries)
    add("spelled", words.spelled_years)
    add("the", words.the)
    add("in", words.in_)
    add("count", words.counts, first=True)
    add("ordinal", (*words.ordinals, *words.last), first=True)
    add("part", words.parts)
    add("fiscal", words.fiscal, first=True)
    return {word: frozenset(found) for word, found in kinds.items()}


_DIGIT: frozenset[Kind] = frozenset({"digit"})
_NTH: frozenset[Kind] = frozenset({"digit", "ordinal"})
_MIXED: frozenset[Kind] = frozenset({"digit", "mixed"})
_NO_DATE: frozenset[Kind] = frozenset(
    ("direction", "ago", "end", "short_weekday", "the", "in", "count", "ordinal", "part", "fiscal", "first")
)
"""Kinds of words that make no date without one of another kind."""
ENGLISH_GRAMMAR = grammar_of(ENGLISH, ENGLISH_FORMS)


def find_dates(text: str, anchor: Anchor, grammar: Grammar = ENGLISH_GRAMMAR) -> list[Found]:
    """Spans of the expressions in a sentence that name a time, with their readings, in order.

    Durations (`five hours`, `90-minute`), counted times (`fourth winter`) and vague ones (`recently`) are none.

    Method: own grammar, most explicit form first. A day of the week after `will`, `expected` and the like is
    the next one, else the latest, as in SUTime (Chang & Manning, 2012).

    Known failures: `today` in the sense of nowadays; feasts that countries keep on days of their own; `later that day`.
    """
    taken: list[Found] = []
    if not _FIGURE.search(text) and grammar.telling.isdisjoint(_WORD.findall(text.lower())):
        return taken
    places = _places(text, grammar)
    starting: dict[frozenset[Kind], list[int]] = {}
    for _, starts, pattern, read in _rules_for(grammar, frozenset(places)):
        if starts not in starting:
            starting[starts] = sorted({place for kind in starts if kind in places for place in places[kind]})
        for place in starting[starts]:
            match = pattern.match(text, place)
            if match is None or _is_taken(taken, *match.span()):
                continue
            read_as = read(match, anchor, grammar.words)
            if read_as is None:
                continue
            several = ((*match.span(), read_as),) if isinstance(read_as, Reading) else read_as
            for start, end, reading in several:
                first, counted = _counted(text, start, reading, grammar)
                taken.insert(bisect_right(taken, start, key=lambda found: found[1]), (first, end, counted))
    return _joined(text, taken, grammar) if taken else taken


@lru_cache(maxsize=1000)
def _rules_for(grammar: Grammar, kinds: frozenset[Kind]) -> tuple[Rule, ...]:
    """Those that can find something among words of such kinds."""
    return tuple(rule for rule in grammar.rules if rule.needs <= kinds and not rule.starts.isdisjoint(kinds))


def _places(text: str, grammar: Grammar) -> dict[Kind, list[int]]:
    """Where the words of each kind begin."""
    places: dict[Kind, list[int]] = {}
    for match in _WORD.finditer(text):
        word, start = match.group().lower(), match.start()
        if word[0].isdigit():
            # The mark of `’90s` belongs to it.
            kinds = _DIGIT if word[-1].isdigit() else _NTH
            start -= text[start - 1 : start] in _APOSTROPHES
        elif word[-1].isdigit():
            kinds = _MIXED | grammar.kinds.get(word.rstrip(_FIGURES), frozenset())
        elif word in grammar.kinds:
            kinds = grammar.kinds[word]
        else:
            continue
        for kind in kinds:
            places.setdefault(kind, []).append(start)
    return places


def _is_taken(taken: list[Found], start: int, end: int) -> bool:
    place = bisect_right(taken, start, key=lambda found: found[1])
    return place < len(taken) and taken[place][0] < end


def _counted(text: str, start: int, reading: Reading, grammar: Grammar) -> tuple[int, Reading]:
    """The same, or with what is counted from it: `two days before 5 May`."""
    match = grammar.counted_from.search(text, max(0, start - 40), start)
    if not match:
        return start, reading
    words, unit = grammar.words, grammar.words.units[match["unit"].lower()]
    side = -1 if match["side"].lower() in words.before else 1
    if match["the"]:
        if unit != "day":
            return match.start(), Reading(None, COUNTED_ELSEWHERE)
        return match.start(), counted_from(reading, unit, side)
    amount = count_number(match["count"], words)
    counted = counted_from(reading, unit, amount * side)
    if match["for"] and side > 0:
        return match.start(), joined(reading, counted) or counted
    return match.start("count"), counted


def _joined(text: str, found: list[Found], grammar: Grammar) -> list[Found]:
    """The same with both ends of a span of time as one: `from March to May 2020`."""
    whole: list[Found] = []
    for start, end, reading in found:
        if whole:
            first, before, begun = whole[-1]
            between = grammar.to.fullmatch(text, before, start)
            opened = grammar.opening.search(text, max(0, first - 30), first) if between else None
            if between and (bool(between["and"]) == bool(opened and opened["between"])):
                span = joined(begun, reading)
                # `moved 5 May to 6 May` names two times.
                is_sure = opened or between["dash"] or between["to"] != grammar.words.to[0]
                if span and (is_sure or _is_now(text[start:end], reading, grammar) or _are_months(begun, reading)):
                    whole[-1] = first, end, span
                    continue
        whole.append((start, end, reading))
    return [one for one in whole if not one[2].is_end]


def _are_months(first: Reading, last: Reading) -> bool:
    """`May to September`."""
    return all(one.year_is_open and len(one.value or "") == 7 for one in (first, last))


def _is_now(words: str, reading: Reading, grammar: Grammar) -> bool:
    return reading.is_end or grammar.words.near_days.get(words.lower()) == 0
