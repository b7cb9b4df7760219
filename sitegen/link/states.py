"""What a sentence says of the state of an event: over or going on; and who is there, or is still to come."""

from collections.abc import Iterator
from typing import NamedTuple

from .corpus import Line
from .vocabulary import MONTHS, PAST_FORMS, WEEKDAYS
from .words import REPORTING_STEMS, VERB_FORMS, Token, stem

_EVENTS = tuple(
    frozenset(map(stem, names.split()))
    for names in (
        "talk talks negotiation negotiations discussions",
        "meeting summit conference",
        "strike walkout stoppage",
        "protest protests demonstration demonstrations rally",
        "search hunt manhunt",
        "rescue evacuation",
        "trial hearing",
        "siege standoff",
        "ceasefire truce",
        "war fighting",
        "outage blackout",
        "recount",
        "inquiry investigation probe",
    )
)
"""Names of one kind of event."""
_KIND_OF = {name: min(names) for names in _EVENTS for name in names}
MEETING = "meeting"
"""Those who meet are many, and no report names all; other gatherings are known by whom they are for."""
_GATHERINGS = dict.fromkeys(_EVENTS[0] | _EVENTS[1] | {stem("session"), "met"}, MEETING) | {
    stem(name): name for name in ("ceremony", "funeral", "wedding", "trial", "hearing", "rally")
}
_ENDED = frozenset("concluded ended finished".split())
_GOES_ON = frozenset("resumed continue continues continuing ongoing underway".split())
_TAKES_UP = frozenset("resumed resume resumes continue continues".split())
_STATING = _ENDED | _GOES_ON | _TAKES_UP
_PREPOSITIONS = frozenset("on about over for from in against during to".split())
_HOURS = frozenset(map(stem, "morning afternoon evening night noon today yesterday round latest new".split()))
_BE = frozenset("is are was were".split())
_REACH = 6  # words between an event and what is said of it
_NOT_SURE = frozenset(
    """not no never n't if whether would could may might should will refused failed declined unless until to after
    since before once when""".split()
)
_NOT_DONE = frozenset("be not never n't to if would could will may might should".split())
_AWAITED = frozenset("expected anticipated due set scheduled planned slated".split())
_ATTENDING = frozenset(map(stem, "join attend participate part".split()))
_IS_THERE = frozenset("included attended joined alongside present participated".split())
_BEFORE_THEM = frozenset("included alongside".split())  # the others come behind those who are there


class State(NamedTuple):
    kind: str
    """Of event, by one of its names."""
    of: frozenset[str]
    """Stems of the words that say which one: `the dockers' strike at the mill`."""
    is_over: bool
    start: int
    end: int
    """Of the words, in the sentence's text."""


class Act(NamedTuple):
    """An act still to come, `expected to join`, or done, `joined`."""

    verb: str
    """Stem."""
    is_done: bool
    start: int
    end: int


class Presence(NamedTuple):
    """Of people at a gathering."""

    gathering: str
    is_expected: bool
    start: int
    end: int
    """Of the words that say so."""
    comes_before: bool
    """Whether the people are named behind those words; else in front."""


def states(line: Line) -> Iterator[State]:
    """The events of `line` that are said to be over or to go on.

    Known failures: what is said at a distance; an end that is asked for in other words than `_NOT_SURE`.
    """
    words, lower = line.tokens, [word.lower for word in line.tokens]
    for i, word in enumerate(words):
        if (kind := _KIND_OF.get(word.stem)) is None or (at := _said_of(words, lower, i)) is None:
            continue
        if not _NOT_SURE & set(lower[max(0, min(i, at) - 2) : max(i, at)]):
            if _PREPOSITIONS & set(lower[max(0, i - 2) : i]) and at > i:
                continue  # `talks on a strike continue`
            start, end = min(word.start, words[at].start), max(word.end, words[at].end)
            is_over = lower[at] in _ENDED or lower[at] == "over"
            yield State(kind, _which(words, i, at), is_over, start, end)


def _which(words: tuple[Token, ...], i: int, at: int) -> frozenset[str]:
    """Stems of the words that tell event `i` from others of its kind; `at`: the word that says its state."""
    before = words[max(0, i - 2) if at > i else max(at + 1, i - 2) : i]
    behind = words[i + 1 : at] if at > i else words[i + 1 : i + 1 + _REACH]
    names = {word.stem for word in (*before, *behind) if word.lower not in WEEKDAYS | MONTHS | _STATING}
    return frozenset(names - REPORTING_STEMS - _KIND_OF.keys() - _HOURS - {""})


def _said_of(words: tuple[Token, ...], lower: list[str], i: int) -> int | None:
    """Index of the word that says the state of event `i`: behind it, or in front as its verb."""
    for at in range(i + 1, min(i + 1 + _REACH, len(words))):
        if lower[at] in _ENDED | _GOES_ON or (lower[at] == "over" and lower[at - 1] in _BE):
            return at
        if lower[at] in VERB_FORMS or lower[at] in PAST_FORMS:
            break
    # `Negotiations between the two, aimed at a treaty, are ongoing`: past all asides, the first `is`.
    for at in range(i + 1, len(words) - 1):
        if lower[at] in _BE:
            return at + 1 if lower[at + 1] in ("ongoing", "underway", "continuing", "over") else None
    return next((at for at in range(max(0, i - 3), i) if lower[at] in _ENDED | _TAKES_UP), None)


def acts(line: Line) -> Iterator[Act]:
    """What `line` expects, and what it says was done."""
    words, lower = line.tokens, [word.lower for word in line.tokens]
    for i, word in enumerate(words):
        if lower[i] in _AWAITED and lower[i + 1 : i + 2] == ["to"] and _BE & set(lower[max(0, i - 2) : i]):
            at = i + 3 if lower[i + 2 : i + 3] == ["be"] else i + 2
            if at < len(words) and words[at].stem:
                yield Act(words[at].stem, False, word.start, words[at].end)
            continue
        is_past = lower[i].endswith("ed") and lower[i] not in _AWAITED and not word.is_name and word.stem
        if is_past and not _NOT_DONE & set(lower[max(0, i - 2) : i]):
            yield Act(word.stem, True, word.start, word.end)


def presence(line: Line) -> Presence | None:
    """That people are at a gathering, or expected there; None: it is of no gathering, or of several."""
    words, lower = line.tokens, [word.lower for word in line.tokens]
    kinds = {_GATHERINGS[key] for word in words for key in (word.stem, word.text) if key in _GATHERINGS}
    if len(kinds) != 1:
        return None
    (kind,) = kinds
    for i, word in enumerate(words):
        if lower[i] in _AWAITED and lower[i + 1 : i + 2] == ["to"]:
            for act in words[i + 2 : i + 4]:
                if act.stem in _ATTENDING:
                    return Presence(kind, True, word.start, act.end, False)
    for i, word in enumerate(words):
        if lower[i] in _IS_THERE and not _NOT_SURE & set(lower[max(0, i - 3) : i]):
            return Presence(kind, False, word.start, word.end, lower[i] in _BEFORE_THEM)
    return None
