"""Figures of a sentence: the number, how exact it is, what it counts, and what is said of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.model import NumberExpression

from .clauses import clause_around, said_of
from .corpus import Line
from .words import REPORTING_STEMS, VERB_FORMS, stem

_ROUGH = 0.2  # how far from a rough figure the exact one may lie
_HALF = 0.5
_VAGUE = (0.5, 150.0)
"""What a vague number spans, of the least that its word means. Wide on purpose: only what no count satisfies
disagrees."""
MINUTES = {"minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}
SUMS = frozenset({"$", "EUR", "£", "USD", "%", "pp"})
_BEFORE_PARTS = frozenset(
    """another other more additional further first last next past previous remaining rest each every per both extra
    half including include includes included among number article chapter no final top bottom another's""".split()
)
_BEHIND_PARTS = frozenset(
    """more other others ago later earlier before after old younger older apart away per each a an fewer less high
    low""".split()
)
_OF_TIME = frozenset("in within every after aged age".split())
_PART_STEMS = frozenset(map(stem, "additional remaining extra old new different percent".split())) | {"other", "more"}
_UNCOUNTED = frozenset(map(stem, "times ways others sides thirds quarters halves".split())) - {""}
_FATES = frozenset("dead killed injured wounded hurt".split())
_PEOPLE = stem("people")
_COUNTING = frozenset({"count", "measure", "money", "percent"})
_INSIDE = re.compile(r"(?:\d ?[,/:]|\b[A-Z]{1,4} -) ?$")
"""Before a number, which is then the end of one, or of a name: `41 / 2`, `2, 117`, `AK - 47`."""
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")
_MEASURE = r"(?P<measure>magnitude|toll|price|rate|temperature|depth|height|length|width|weight|speed|score|level)"
_MEASURE_BEFORE = re.compile(rf"\b{_MEASURE}(?: (?:of|at|to|was|is|stood at|rose to|fell to))? ?-? ?$", re.IGNORECASE)
_MEASURE_BEHIND = re.compile(rf" ?- ?{_MEASURE}\b| (?P<plain>magnitude)\b", re.IGNORECASE)
_MEASURE_REACH = 24
"""Characters."""


class Counted(NamedTuple):
    """What a number is a number of."""

    unit: str
    """A measure, a currency, `%`, or the stem of the noun counted; empty: unclear."""
    start: int
    """In the sentence's text, as is `end`: of the number with these words."""
    end: int
    modifiers: frozenset[str]
    """Stems of the words between number and noun: `12 young people` are not all the people."""


@dataclass(frozen=True, slots=True)
class Figure:
    unit: str
    """As `Counted.unit`; empty for a vague magnitude alone (`thousands remain`)."""
    modifiers: frozenset[str]
    value: float
    low: float
    high: float
    start: int
    end: int
    """Of the words, in the sentence's text."""
    said: frozenset[str]
    """Stems of the verbs of its clause, or of the nearest one; the killed, and the hurt, under one name each."""
    around: frozenset[str]
    """Stems of the content words of its clause, besides the unit."""
    is_vague: bool
    is_part: bool
    """Whether it counts some of a whole, an age, a rate or a distance in time: it is compared with no other figure."""


def agree(x: Figure, y: Figure) -> bool:
    """Whether some exact count satisfies both, in each other's unit of time if they have one; 8 % is 7.8 %, rounded."""
    of, by = MINUTES.get(x.unit, 1.0), MINUTES.get(y.unit, 1.0)
    if x.unit == y.unit and x.value.is_integer() != y.value.is_integer() and abs(x.value - y.value) <= _HALF:
        return True
    return x.low * by <= y.high * of and y.low * of <= x.high * by


def counted(line: Line, number: NumberExpression) -> Counted:
    """What `number`, of the sentence `line`, is a number of."""
    text, start, end = line.sentence.text, number.start, number.end
    nothing: frozenset[str] = frozenset()
    if number.unit:
        return Counted(number.unit, start, end, nothing)
    if behind := _MEASURE_BEHIND.match(text, end):
        return Counted(stem((behind["measure"] or behind["plain"]).lower()), start, behind.end(), nothing)
    if number.counted:
        at = text.index(number.counted, end)
        words = [word for word in line.tokens if at <= word.start < at + len(number.counted)]
        is_verb = len(words) > 1 and words[-1].lower in VERB_FORMS  # `a 6.8 quake strikes`
        if words and not (is_verb and number.exactness != "vague"):
            modifiers = frozenset(word.stem for word in words[:-1] if word.stem)
            return Counted(words[-1].stem, start, at + len(number.counted), modifiers)
    if before := _MEASURE_BEFORE.search(text, max(0, start - _MEASURE_REACH), start):
        return Counted(stem(before["measure"].lower()), before.start(), end, nothing)
    return Counted("", start, end, nothing)


def figures(line: Line) -> Iterator[Figure]:
    """The figures of `line` that count something; no dates, years, scores and bare numbers.

    Known failures: those of the finder of numbers; a clause is told by its marks and conjunctions alone.
    """
    words, text = line.tokens, line.sentence.text
    starts, lower = [word.start for word in words], [word.lower for word in words]
    for number in line.numbers:
        # What a sum comes to in another currency: `(158 million dollars)`.
        if number.kind not in _COUNTING or text[: number.start].rstrip().endswith("("):
            continue
        if _INSIDE.search(text, max(0, number.start - 8), number.start):
            continue
        unit, start, end, modifiers = counted(line, number)
        first, follow = bisect_left(starts, start), bisect_left(starts, end)
        if not unit and number.exactness != "vague" and follow < len(words) and lower[follow] in _FATES:
            unit, end = _PEOPLE, words[follow].end  # `12 dead`, `30 injured`
        is_vague = number.exactness == "vague" and number.low is not None
        if not (unit or is_vague) or (number.low is None and number.high is None) or unit in _UNCOUNTED:
            continue
        if first == len(words):
            continue
        around = {w.stem for w in clause_around(line, first, follow) if w.stem and not w.text[0].isdigit()}
        low, high = _bounds(number)
        yield Figure(
            unit=unit,
            modifiers=modifiers,
            value=float(number.low if number.low is not None else number.high or 0),
            low=low,
            high=high,
            start=start,
            end=end,
            said=said_of(line, first, follow),
            around=frozenset(around - REPORTING_STEMS - {unit}),
            is_vague=is_vague,
            is_part=_is_of_more(text, number) or _is_part(lower, first, follow, modifiers, unit),
        )


def _bounds(number: NumberExpression) -> tuple[float, float]:
    """Between which the exact count may lie: what the words allow, and half of the last place that is given."""
    low, high = number.low, number.high
    if number.exactness == "vague":
        return _VAGUE[0] * (low or 0), _VAGUE[1] * (low or 0)
    least, most = (None if end is None else _half_step(float(end), number.text) for end in (low, high))
    lower = 0.0 if low is None else low - (least or 0)
    upper = float("inf") if high is None else high + (most or 0)
    if number.exactness == "about":
        return lower * (1 - _ROUGH), upper * (1 + _ROUGH)
    return lower, upper


def _half_step(value: float, text: str) -> float:
    """Just under half of the last place that a figure gives: 120 may be 118, 12 is 12; 3 million may be 3.2."""
    if text.lower().endswith("dozen"):
        return _ROUGH * value
    step = 1.0
    while value >= 100 and value % (step * 10) == 0:
        step *= 10
    if decimals := _DECIMALS.search(text):
        shown = 10.0 ** -len(decimals[1])
        return 0.499 * (step if value >= 1000 else shown)
    return 0.499 * step if step > 1 else 0.0


def _is_of_more(text: str, number: NumberExpression) -> bool:
    """Whether it is some of what is counted, `34 of the men`; neither `dozens of men` nor `12 tonnes of oil` is."""
    if number.exactness == "vague" or number.kind == "measure" or number.text.lower().endswith("dozen"):
        return False
    return text.startswith(" of ", number.end)


def _is_part(lower: list[str], first: int, follow: int, modifiers: frozenset[str], unit: str) -> bool:
    """Whether it counts some of a whole, an age, a rate or a distance in time."""
    before, behind = lower[max(0, first - 2) : first], lower[follow : follow + 2]
    if before[-1:] and before[-1] in _BEFORE_PARTS:
        return True
    if behind and behind[0] in _BEHIND_PARTS:
        return True
    if unit in MINUTES and _OF_TIME & {*before}:
        return True
    return bool(modifiers & _PART_STEMS)
