"""Figures of a sentence: the number, how exact it is, what it counts, and what is said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .amounts import value_of
from .clauses import clause_around, said_of
from .corpus import Line
from .opposites import MULTIPLIERS
from .vocabulary import MONTHS, PAST_FORMS
from .words import REPORTING_STEMS, VERB_FORMS, Token, stem

_AT_LEAST = ("more than", "at least", "over", "no fewer than", "no less than", "above", "a minimum of")
_AT_MOST = ("up to", "as many as", "as much as", "less than", "fewer than", "under", "at most", "below", "no more than")
_ROUGHLY = ("about", "around", "nearly", "almost", "some", "roughly", "approximately", "close to", "an estimated")
_ROUGH = 0.2  # how far from a rough figure the exact one may lie
_VAGUE = {
    "dozens": (24.0, 300.0),
    "hundreds": (200.0, 5_000.0),
    "thousands": (2_000.0, 300_000.0),
    "millions": (1_000_000.0, float("inf")),
}
"""Wide on purpose: `tens of thousands` is read as `thousands`, and only what no count satisfies disagrees."""
MINUTES = {"minut": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "month": 43200.0, "year": 525600.0}
_BEFORE_PARTS = frozenset(
    """another other more additional further first last next past previous remaining rest each every per both extra
    half including include includes included among number article chapter no final top another's""".split()
)
_BEHIND_PARTS = frozenset(
    """of more other others ago later earlier before after old younger older apart away per each a an fewer less high
    low""".split()
)
_PART_STEMS = frozenset(map(stem, "additional remaining extra old new different percent".split())) | {"other", "more"}
_MEASURE = "magnitude"  # of an earthquake: in front of its figure or behind
_FATES = frozenset("dead killed injured wounded hurt".split())
_PEOPLE = stem("people")
_JOINING = frozenset("- – . , / :".split())
_PLURALS = frozenset("people men women children police troops personnel percent".split())
_UNCOUNTED = frozenset("times ways others sides thirds quarters halves dozens hundreds".split())


@dataclass(frozen=True, slots=True)
class Figure:
    unit: str
    """Stem of the noun counted, `%` or a currency sign; empty for a vague magnitude alone (`thousands remain`)."""
    modifiers: frozenset[str]
    """Stems of the words between number and noun: `12 young people` are not all the people."""
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


class _Number(NamedTuple):
    value: float
    low: float
    high: float
    sign: str
    follow: int
    """Index of the word behind."""


def agree(x: Figure, y: Figure) -> bool:
    """Whether one exact value would satisfy both: `more than 100` and 120."""
    by, of = MINUTES.get(x.unit, 1.0), MINUTES.get(y.unit, 1.0)
    return x.low * by <= y.high * of and y.low * of <= x.high * by


def figures(line: Line) -> Iterator[Figure]:
    """The figures of `line` that count something; no dates, years, ages, rates, parts of a whole and bare numbers.

    Known failures: sums ("six men and two women"), "one"; a noun without an `s` (`12 sheep`); a clause is told by
    its marks and conjunctions alone.
    """
    words, text = line.tokens, line.sentence.text
    lower = [word.text.lower() for word in words]
    for i in range(len(words)):
        read = _number(words, lower, i, text)
        if read is None:
            continue
        first, unit, follow, modifiers = i, read.sign, read.follow, words[:0]
        is_fate = follow < len(words) and lower[follow] in _FATES
        if _MEASURE in lower[i - 1 : i] + lower[follow : follow + 1]:
            unit, first = _MEASURE, i - (_MEASURE in lower[i - 1 : i])
            follow += first == i
        elif not unit and is_fate:
            unit = _PEOPLE  # `12 dead`, `30 injured`
        elif not unit and (head := _head(words, lower, read.follow, text)) is not None:
            unit, follow = words[head].stem, head + 1
            modifiers = tuple(word for word in words[read.follow : head] if word.stem)
        is_vague = lower[i] in _VAGUE
        if not (unit or is_vague) or _is_part(lower, i, follow, modifiers, unit):
            continue
        clause = clause_around(line, i, follow)
        around = {w.stem for w in clause if w.stem and not w.text[0].isdigit()} - REPORTING_STEMS
        low, high = _bounds(text[: words[i].start].lower().rstrip(), read)
        yield Figure(
            unit=unit,
            modifiers=frozenset(word.stem for word in modifiers),
            value=read.value,
            low=low,
            high=high,
            start=words[first].start,
            end=words[follow - (not is_fate)].end,
            said=said_of(line, i, follow),
            around=frozenset(around - {unit}),
            is_vague=is_vague,
        )


def _number(words: tuple[Token, ...], lower: list[str], i: int, text: str) -> _Number | None:
    """The figure that begins at word `i`, if one does."""
    word, before = lower[i], lower[i - 1] if i else ""
    if word in _VAGUE:
        if before in ("of", "few", "several", "many") and lower[max(0, i - 2)] != "tens":
            return None
        low, high = _VAGUE[word]
        return _Number(low, low, high, "", i + 1)
    number = value_of(word)
    if number is None or before in MONTHS or value_of(before) is not None:
        return None
    if i and before != _MEASURE and text[words[i - 1].end : words[i].start].strip() in _JOINING:
        return None
    exact, sign = number
    if not sign and len(word) == 4 and word.isdigit() and 1800 <= exact <= 2100:
        return None  # a year
    by, follow = 1.0, i + 1
    while follow < len(lower) and lower[follow] in MULTIPLIERS:
        by *= MULTIPLIERS[lower[follow]]
        follow += 1
    behind = text[words[follow - 1].end : words[follow].start] if follow < len(words) else " "
    # `14th`, `4GB`, `2, 199`; what a sum comes to in another currency, `(158 million dollars)`.
    if not behind or (behind == ", " and lower[follow][0].isdigit()) or text[: words[i].start].rstrip().endswith("("):
        return None
    half = exact * _ROUGH if word == "dozen" else _half_step(exact, word, is_rounded=by > 1)
    return _Number(exact * by, (exact - half) * by, (exact + half) * by, sign, follow)


def _half_step(value: float, word: str, *, is_rounded: bool) -> float:
    """Just under half of the last place that a figure gives: 120 may be 118, 12 is 12; 3 million may be 3.2."""
    if "." in word:
        return 0.499 * 10.0 ** -len(word.rstrip("%").rpartition(".")[2])
    if value < 100 and not is_rounded:
        return 0.0
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return 0.499 * step if is_rounded or step > 1 else 0.0


def _head(words: tuple[Token, ...], lower: list[str], follow: int, text: str) -> int | None:
    """Index of the noun that is counted, up to three words on: a plural, or `hour` in `five-hour`."""
    start = follow + 1 if lower[follow : follow + 1] == ["of"] and lower[follow - 1] in (*_VAGUE, "dozen") else follow
    for at in range(start, min(start + 4, len(words))):
        between = text[words[at - 1].end : words[at].start].strip()
        if between == "-" and at == follow and words[at].stem in MINUTES:
            return at
        if between or not words[at].stem or lower[at] in PAST_FORMS or lower[at] in MONTHS:
            return None
        if _is_plural(lower[at]) and not (at > start and lower[at] in VERB_FORMS):  # `a 6.8 quake strikes`
            beside = at + 1
            is_compound = beside < len(words) and text[words[at].end : words[beside].start] == " "
            return beside if is_compound and _is_plural(lower[beside]) else at
        if words[at].stem in MINUTES:
            return at
    return None


def _is_plural(word: str) -> bool:
    if word in _PLURALS or word.endswith("men"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _UNCOUNTED


def _is_part(lower: list[str], i: int, follow: int, modifiers: Iterable[Token], unit: str) -> bool:
    """Whether it counts some of a whole, an age, a rate or a distance in time."""
    before, behind = lower[max(0, i - 2) : i], lower[follow : follow + 2]
    if before[-1:] and before[-1] in _BEFORE_PARTS:
        return True
    if behind and behind[0] in _BEHIND_PARTS and not (unit in MINUTES and behind[0] == "of"):
        return True
    if unit in MINUTES and set(before) & {"in", "within", "every", "after", "aged", "age"}:
        return True
    return any(word.stem in _PART_STEMS or word.text.lower() in _BEHIND_PARTS for word in modifiers)


def _bounds(before: str, read: _Number) -> tuple[float, float]:
    """What the words in front allow."""
    if _ends(before, _AT_LEAST):
        return read.low, float("inf")
    if _ends(before, _AT_MOST):
        return 0.0, read.high
    if _ends(before, _ROUGHLY):
        return read.low * (1 - _ROUGH), read.high * (1 + _ROUGH)
    return read.low, read.high


def _ends(before: str, phrases: tuple[str, ...]) -> bool:
    return f" {before}".endswith(tuple(f" {phrase}" for phrase in phrases))
