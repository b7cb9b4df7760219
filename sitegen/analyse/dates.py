"""Words that name a time, and the value they have."""

import re
from bisect import bisect_right
from typing import NamedTuple

from .date_forms import ENGLISH_FORMS, Forms, Found, Kind, Rule, count_number, one_of
from .date_values import Anchor, Reading, counted_from, joined
from .date_words import ENGLISH, DateWords
from .relative_dates import relative_rules
from .written_dates import written_rules

_WORD = re.compile(r"\w+")


class Grammar(NamedTuple):
    """All that finding dates in one language needs."""

    words: DateWords
    kinds: dict[str, frozenset[Kind]]
    """What each word makes possible; most sentences have none of them, which is what keeps the stage fast."""
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
    return Grammar(
        words,
        _kinds(words),
        (*written_rules(words, forms), *relative_rules(words, forms)),
        re.compile(rf"(?<!\w){before} (?P<side>{sides}) {forms.the}$", re.IGNORECASE),
        re.compile(rf"(?<!\w){opening} {edge}$", re.IGNORECASE),
        re.compile(to),
    )


def _kinds(words: DateWords) -> dict[str, frozenset[Kind]]:
    kinds: dict[str, set[Kind]] = {}

    def add(kind: Kind, phrases: list[str], *, first: bool = False) -> None:
        for phrase in phrases:
            parts = _WORD.findall(phrase)
            if parts:
                kinds.setdefault(parts[0] if first else parts[-1], set()).add(kind)

    add("month", [*words.months, *words.short_months])
    add("weekday", [*words.weekdays])
    add("unit", [*words.units, *words.halves])
    add("direction", [*words.directions])
    add("ago", [*words.ago])
    add("near", [*words.near_days, *words.now])
    add("season", [*words.seasons])
    add("feast", [*words.feasts], first=True)
    add("century", [*words.centuries])
    add("spelled", ["thousand", "nineteen", "twenty"])
    return {word: frozenset(found) for word, found in kinds.items()}


ENGLISH_GRAMMAR = grammar_of(ENGLISH, ENGLISH_FORMS)
_NOTHING: frozenset[Kind] = frozenset()
_DIGIT: frozenset[Kind] = frozenset({"digit"})


def find_dates(text: str, anchor: Anchor, grammar: Grammar = ENGLISH_GRAMMAR) -> list[Found]:
    """Spans of the expressions in a sentence that name a time, with their readings, in order.

    Durations (`five hours`, `90-minute`), counted times (`fourth winter`) and vague ones (`recently`) are none.

    Method: own grammar, most explicit form first. A day of the week after `will`, `expected` and the like is
    the next one, else the latest, as in SUTime (Chang & Manning, 2012).

    Known failures: `today` in the sense of nowadays; feasts that countries keep on days of their own; `later that day`.
    """
    kinds = _kinds_in(text, grammar)
    taken: list[Found] = []
    if not kinds:
        return taken
    for needs, pattern, read in grammar.rules:
        if not needs <= kinds:
            continue
        for match in pattern.finditer(text):
            if _is_taken(taken, *match.span()):
                continue
            read_as = read(match, anchor, grammar.words)
            if read_as is None:
                continue
            for start, end, reading in (
                read_as
                if isinstance(read_as, tuple) and not isinstance(read_as, Reading)
                else ((*match.span(), read_as),)
            ):
                first, counted = _counted(text, start, reading, grammar)
                taken.insert(bisect_right(taken, start, key=lambda found: found[1]), (first, end, counted))
    return _joined(text, taken, grammar) if taken else taken


def _kinds_in(text: str, grammar: Grammar) -> frozenset[Kind]:
    kinds = _NOTHING
    for word in _WORD.findall(text.lower()):
        if word in grammar.kinds:
            kinds |= grammar.kinds[word]
        elif word[0].isdigit():
            kinds |= _DIGIT
        elif word[-1].isdigit():
            kinds |= _DIGIT | grammar.kinds.get(word.rstrip("0123456789"), _NOTHING)
    return kinds


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
            return match.start(), Reading(None, "it is counted from another time")
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
                if span and (is_sure or _is_now(text[start:end], reading, grammar) or span.year_is_open):
                    whole[-1] = first, end, span
                    continue
        whole.append((start, end, reading))
    return [one for one in whole if not one[2].is_end]


def _is_now(words: str, reading: Reading, grammar: Grammar) -> bool:
    return reading.is_end or grammar.words.near_days.get(words.lower()) == 0
