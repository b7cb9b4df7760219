"""Figures of a sentence: the number, how exact it is, what it counts, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from .contrasts import _value
from .corpus import Line
from .opposites import MULTIPLIERS
from .vocabulary import MONTHS

_AT_LEAST = ("more than", "at least", "over", "no fewer than", "above")
_AT_MOST = ("up to", "less than", "fewer than", "under", "at most", "below")
_ROUGHLY = ("about", "around", "nearly", "almost", "some", "roughly", "approximately", "close to")
_ROUGH = 0.2  # how far from a rough figure the exact one may lie
MINUTES = {"minut": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}
_NO_LENGTH = frozenset("ago later earlier before after old".split())


@dataclass(frozen=True, slots=True)
class Figure:
    unit: str
    """Stem of the word behind, `%` or a currency sign."""
    value: float
    low: float
    high: float
    start: int
    end: int
    """Of the words, in the sentence's text."""
    around: frozenset[str]
    """Stems of the content words near it, besides the unit."""


def figures(line: Line) -> Iterator[Figure]:
    """The figures of `line` that count something; no dates, years and bare numbers.

    Known failures: "a dozen", sums ("six men and two women"), "one".
    """
    words, text = line.tokens, line.sentence.text
    lower = [word.text.lower() for word in words]
    for i, word in enumerate(lower):
        number = _value(word)
        if number is None or (i and (_value(lower[i - 1]) is not None or lower[i - 1] in MONTHS)):
            continue
        value, unit = number
        follow = i + 1
        while follow < len(lower) and lower[follow] in MULTIPLIERS:
            value *= MULTIPLIERS[lower[follow]]
            follow += 1
        end = words[follow - 1].end
        if not unit:
            if follow >= len(words) or text[end : words[follow].start].strip() not in ("", "-"):
                continue
            unit = words[follow].stem
            if not unit or unit[0].isdigit() or lower[follow] in MONTHS:
                continue
            end = words[follow].end
            if unit in MINUTES and lower[follow + 1 : follow + 2] and lower[follow + 1] in _NO_LENGTH:
                continue
        before = text[: words[i].start].lower().rstrip()
        low = high = value
        if before.endswith(_AT_LEAST):
            high = float("inf")
        elif before.endswith(_AT_MOST):
            low = 0.0
        elif any(before.endswith((f" {rough}", rough) if before == rough else f" {rough}") for rough in _ROUGHLY):
            low, high = value * (1 - _ROUGH), value * (1 + _ROUGH)
        near = words[max(0, i - 4) : i] + words[follow : follow + 5]
        around = frozenset(w.stem for w in near if w.stem) - {unit}
        yield Figure(unit, value, low, high, words[i].start, end, around)
