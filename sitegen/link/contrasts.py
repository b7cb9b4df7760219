"""What keeps look-alikes apart: numbers, polarity, time and place of two sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .corpus import Line
from .figures import counted
from .opposites import ANTONYMS, ENDING, NEGATIONS, OPPOSING, RESUMING, SUPPORTING
from .vocabulary import MONTHS, WEEKDAYS
from .words import Token, stem

_DAY_OF_MONTH = re.compile(r"([^\W\d_]{3,9})\.? (\d\d?)\b(?!\d)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONTHS = frozenset(month[:3] for month in MONTHS)
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near"})
_SUPPORTING = frozenset(map(stem, SUPPORTING))
_OPPOSING = frozenset(map(stem, OPPOSING))
_ENDING = frozenset(map(stem, ENDING))
_RESUMING = frozenset(map(stem, RESUMING))
_BEFORE_ACTS = frozenset("to will would can could may might shall should must".split())
_ANTONYMS = tuple((frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in ANTONYMS)
_REACH_OF_NEGATION = 3  # content words behind `not` that it may bear on


@dataclass(frozen=True, slots=True)
class Particulars:
    """What of a sentence two tellings of one claim must not contradict."""

    amounts: frozenset[tuple[str, float]]
    """Unit (stem of the word behind, `%`, a currency sign, a month's name, or empty) and number."""
    negated: frozenset[str]
    """Stems that a negation bears on."""
    ended: frozenset[str]
    """Stems of what it says is stopped: `stopped the harvest`."""
    is_ending: bool
    acts: frozenset[str]
    """Stems of what it says is done, or will be: `may harvest`; with a word of resuming, all its stems."""
    stems: frozenset[str]
    sides: frozenset[int]
    """Of the pairs of opposites, by number from 1, those of which one side has a word here; negative for the second."""
    is_supporting: bool
    is_opposing: bool
    days: frozenset[str]
    """Weekdays."""
    years: frozenset[float]
    places: frozenset[str]
    """Stems of capitalised words behind `in`, `at`, `near`."""


def particulars(line: Line) -> Particulars:
    """What `line` says of numbers, polarity, time and place."""
    words = line.tokens
    lower = line.plain
    stems = frozenset(line.stems)
    return Particulars(
        amounts=frozenset(_amounts(line)),
        negated=_negated(words, lower),
        ended=frozenset(_behind(words, _ENDING)),
        is_ending=bool(stems & _ENDING),
        acts=stems if "again" in lower or stems & _RESUMING else frozenset(_acts(words, lower)),
        stems=stems,
        sides=frozenset(_sides(stems)),
        is_supporting=bool(stems & _SUPPORTING),
        is_opposing=bool(stems & _OPPOSING),
        days=frozenset(word for word in lower if word in WEEKDAYS),
        years=frozenset(_years(line)),
        places=frozenset(
            words[i + 1].stem
            for i, word in enumerate(lower[:-1])
            if word in _PLACE_PREPOSITIONS and words[i + 1].is_name and lower[i + 1] not in WEEKDAYS | MONTHS
        )
        - {""},
    )


def conflict(one: Particulars, other: Particulars) -> str | None:
    """Why the two can't say the same, in words; None if nothing speaks against it.

    Known failures: a number that one of them counts otherwise ("dozens" for 36), irony, double negation.
    """
    if one.amounts and other.amounts and _have_other_numbers(one, other):
        return "different numbers"
    if bool(one.negated) != bool(other.negated) and (one.negated & other.stems or other.negated & one.stems):
        return "one denies what the other says"
    if _stops(one, other) or _stops(other, one):
        return "one stops what the other does"
    if are_opposed(one, other):
        return "opposed words"
    if one.years and other.years and not one.years & other.years:
        return "different years"
    return None


def _have_other_numbers(one: Particulars, other: Particulars) -> bool:
    units = {unit for unit, _ in one.amounts} & {unit for unit, _ in other.amounts}
    return any(not _numbers(one, unit) & _numbers(other, unit) for unit in units - {""})


def _stops(one: Particulars, other: Particulars) -> bool:
    return not other.is_ending and not other.negated and bool(one.ended & other.acts)


def are_opposed(one: Particulars, other: Particulars) -> bool:
    """Whether they tell of opposites: prices rise here, and fall there."""
    return bool(one.sides and other.sides) and any(-side in other.sides for side in one.sides)


def _sides(stems: frozenset[str]) -> Iterator[int]:
    for number, (left, right) in enumerate(_ANTONYMS, 1):
        if stems.isdisjoint(left) != stems.isdisjoint(right):
            yield -number if stems.isdisjoint(left) else number


def leaning(one: Particulars, other: Particulars) -> float:
    """What numbers, stance, time and place add to the score of a pair.

    The constants for a shared number and for stance are those of decision 0006, statements. Those for other numbers,
    days and places answer its list of wrong joins (one kind of event, held at two places); they were set by judgement,
    and what each of them alone brings was not measured."""
    score = 0.0
    if one.amounts & other.amounts:
        score += 0.10
    elif _bare(one) and _bare(other):
        score -= 0.05
    opposed = one.is_opposing and not one.is_supporting and other.is_supporting and not other.is_opposing
    reverse = other.is_opposing and not other.is_supporting and one.is_supporting and not one.is_opposing
    if opposed or reverse:
        score -= 0.08
    if one.days and other.days and not one.days & other.days:
        score -= 0.05
    if one.places and other.places and not one.places & other.places:
        score -= 0.08
    return score


def _bare(one: Particulars) -> frozenset[float]:
    return frozenset(n for _, n in one.amounts)


def _numbers(one: Particulars, unit: str) -> frozenset[float]:
    return frozenset(n for u, n in one.amounts if u == unit)


def _amounts(line: Line) -> Iterator[tuple[str, float]]:
    """What it counts, and the days of its dates under the month's name."""
    for number in line.numbers:
        if number.exactness == "vague" or number.kind in ("time", "score", "ordinal", "year"):
            continue
        unit = "" if number.kind == "age" and number.text.isdigit() else counted(line, number).unit  # `Ada Reed, 46`
        yield from ((unit, float(end)) for end in (number.low, number.high) if end is not None)
    for date in line.dates:
        for month, day in _DAY_OF_MONTH.findall(date.text):
            if month[:3].lower() in _MONTHS:
                yield month[:3].lower(), float(day)


def _years(line: Line) -> Iterator[float]:
    for date in line.dates:
        yield from map(float, _YEAR.findall(date.text))
    for number in line.numbers:
        if number.kind == "year" and number.low is not None:
            yield float(number.low)


def _behind(words: tuple[Token, ...], verbs: frozenset[str]) -> Iterator[str]:
    """The stem behind each of the `verbs`."""
    stems = [word.stem for word in words if word.stem]
    return (after for verb, after in pairwise(stems) if verb in verbs)


def _acts(words: tuple[Token, ...], lower: tuple[str, ...]) -> Iterator[str]:
    return (word.stem for before, word in zip(lower, words[1:], strict=False) if before in _BEFORE_ACTS and word.stem)


def _negated(words: tuple[Token, ...], lower: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for i, word in enumerate(lower):
        if word in NEGATIONS or word.endswith("n't"):
            if lower[i + 1 : i + 2] in (("only",), ("just",)):
                continue
            behind = [w.stem for w in words[i + 1 : i + 2 + 2 * _REACH_OF_NEGATION] if w.stem]
            if not behind and words[i].equivalent:  # `stimmt dem Plan nicht zu`
                behind = [w.stem for w in reversed(words[:i]) if w.stem]
            found.update(behind[:1])
    return frozenset(found)
