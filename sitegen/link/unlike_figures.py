"""Where two sentences on one thing give another figure or another day."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.model import DifferenceKind
from sitegen.reasons import Value, worded

from .clauses import CASUALTIES, EMPTY, said_of
from .comparable import SHARED, Finding, Reports, are_of_other_days, is_one_of, unsaid
from .corpus import Line
from .figures import MINUTES, SUMS, Figure, agree
from .vocabulary import MONTHS, WEEKDAYS
from .words import Token, stem

_NEAR_DAYS = frozenset("today tonight yesterday tomorrow".split())
_TIME_STEMS = frozenset(map(stem, WEEKDAYS | MONTHS | frozenset("today yesterday tonight tomorrow".split())))
_PERIODS = frozenset(map(stem, "week month quarter year decade season annual annually daily day".split()))
_MARKETS = frozenset("share shares stock stocks index nasdaq dow currency futures dollar euro yen sterling".split())
"""Prices move by the minute: two of them are of two moments, not two reports of one. `Dollar`: `dollars` are sums."""
_SCOPES = frozenset("each combined total average altogether overall every per annually".split())
_OTHERS = re.compile(r"\S+ others?\b", re.IGNORECASE)
_TIMES = 3.0  # figures further apart mostly count two things: the season's and the career's


def differing_figures(a: Line, b: Line, reports: Reports, *, is_close: bool) -> Iterator[Finding]:
    mine, theirs = reports.figures[a.index], reports.figures[b.index]
    if _disagree_throughout(mine, theirs) or are_of_other_days(a, b) or (_is_of_market(a) and _is_of_market(b)):
        return
    for x in mine:
        for y in theirs:
            is_length = x.unit in MINUTES and y.unit in MINUTES
            if x.unit != y.unit and not (is_length and is_close and len(mine) == len(theirs) == 1):
                continue
            if not (_answers_alone(x, mine, theirs) and _answers_alone(y, theirs, mine)):
                continue  # which of them answers which can't be told
            if x.is_vague or y.is_vague or x.is_part or y.is_part or agree(x, y) or not _count_the_same(a, x, b, y):
                continue
            if _TIMES * min(x.value, y.value) < max(x.value, y.value) and not is_length:
                continue
            if is_length and (_has(b, x) or _has(a, y)):
                continue
            if _is_said_besides(x, b) or _is_said_besides(y, a):
                continue
            if not reports.have_one_subject(a, x.start, b, y.start):
                continue
            # An article that gives both figures gives two parties' claims, or two things.
            if _tells(b.article, x, reports) or _tells(a.article, y, reports):
                continue
            kind: DifferenceKind = "duration" if is_length else "number"
            says, said = a.sentence.text[x.start : x.end], b.sentence.text[y.start : y.end]
            note = worded("How long it lasts") if is_length else worded("Number: %(words)s", words=_counted(says))
            about = "duration" if is_length else x.unit
            yield Finding(kind, about, note, ((a.index, _value(x), says), (b.index, _value(y), said)))


def _answers_alone(figure: Figure, mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether the other figures of its unit in its sentence agree with one in the other sentence, each with its own."""
    others = [f for f in mine if f.unit == figure.unit and f is not figure]
    left = [f for f in theirs if f.unit == figure.unit]
    if others and len(left) != len(others) + 1:
        return False
    for other in others:
        answer = next((f for f in left if agree(other, f)), None)
        if answer is None:
            return False
        left.remove(answer)
    return True


def _is_of_market(line: Line) -> bool:
    return not _MARKETS.isdisjoint(word.lower for word in line.tokens)


def _has(line: Line, figure: Figure) -> bool:
    """Whether a number of a sentence is that of a figure, whatever it counts: `as little as five years or 30`."""
    return any(figure.value in (number.low, number.high) for number in line.numbers)


def _is_said_besides(figure: Figure, other: Line) -> bool:
    """Whether the other sentence has the number for some it tells apart: `seven voted no, three others abstained`."""
    text = other.sentence.text
    return any(
        figure.value in (number.low, number.high) and _OTHERS.match(text, number.start) for number in other.numbers
    )


def _count_the_same(a: Line, x: Figure, b: Line, y: Figure) -> bool:
    """Whether two figures are of one thing: the same verb, and what one clause adds the other adds none to."""
    if x.modifiers != y.modifiers or x.said & CASUALTIES != y.said & CASUALTIES:
        return False
    if x.said and y.said and not (is_one_of(x.said, y.said | y.around) or is_one_of(y.said, x.around)):
        return False
    mine, theirs = ((f.around | f.said) - _TIME_STEMS - EMPTY for f in (x, y))
    is_sum = x.unit in SUMS
    if len(mine & theirs) < (2 if is_sum or not is_one_of(x.said, y.said) else 1):
        return False
    is_fate = bool(x.said & CASUALTIES)
    if not is_fate and _scopes(a) != _scopes(b):
        return False
    if not is_fate and mine & _PERIODS != theirs & _PERIODS:
        return False
    left, over = sorted((len(unsaid(mine, b)), len(unsaid(theirs, a))))
    # A sum in one's clause with a word more may be a part of the other's: `lost to corporate tax shelters`.
    return over == 0 if is_sum else left <= (1 if is_fate else 0)


def _scopes(line: Line) -> set[str]:
    return {word.lower for word in line.tokens} & _SCOPES


def _disagree_throughout(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether the sentences count several things alike and none the same: two hauls, not two reports of one."""
    units = {f.unit for f in mine if not f.said & CASUALTIES} & {f.unit for f in theirs}
    return len(units) > 1 and not any(agree(x, y) for x in mine for y in theirs if x.unit == y.unit and x.unit in units)


def _tells(article: str, figure: Figure, reports: Reports) -> bool:
    return any(
        f.unit == figure.unit and not (f.is_vague or f.is_part) and agree(f, figure)
        for f in reports.figures_of[article]
    )


def _counted(words: str) -> Value:
    if "magnitude" in words:
        return worded("magnitude")
    word = words.replace("-", " ").split()[-1]
    return word if word.isalpha() else worded("the sum") if words[0] in "$€£" else worded("the share")


def _value(figure: Figure) -> str:
    return f"{figure.value:g} {figure.unit}"


def differing_magnitudes(reports: Reports) -> Iterator[Finding]:
    """Magnitudes that no count satisfies both, of what one verb alone is said of: `affecting thousands`."""
    vague = [(line, f) for line in reports.lines for f in reports.figures[line.index] if f.is_vague and not f.is_part]
    for n, (a, x) in enumerate(vague):
        for b, y in vague[n + 1 :]:
            if a.article == b.article or agree(x, y) or (x.unit and y.unit and x.unit != y.unit):
                continue
            if not x.said or x.said != y.said or reports.similarity.shared(a.index, b.index) < SHARED:
                continue
            words = a.sentence.text[x.start : x.end], b.sentence.text[y.start : y.end]
            sides = ((a.index, f"{x.low:g}", words[0]), (b.index, f"{y.low:g}", words[1]))
            yield Finding("number", "magnitude", worded("How many"), sides)


def differing_days(a: Line, b: Line, reports: Reports) -> Iterator[Finding]:
    mine, theirs = _day(a), _day(b)
    if mine is None or theirs is None or mine.value == theirs.value or mine.is_weekday != theirs.is_weekday:
        return
    if not mine.said & theirs.said:
        return
    counted = (
        (x, y)
        for x in reports.figures[a.index]
        for y in reports.figures[b.index]
        if x.unit == y.unit and not (x.is_part or y.is_part)
    )
    if any(not agree(x, y) for x, y in counted):
        return
    content, others = ({s for s in line.stems if s[0].isalpha()} - _TIME_STEMS for line in (a, b))
    if unsaid(content, b) and unsaid(others, a):
        return
    if mine.is_weekday and not reports.are_of_one_week(a, b):
        return
    sides = ((a.index, mine.value, mine.words), (b.index, theirs.value, theirs.words))
    yield Finding("date", "day", worded("When it was"), sides)


class _Day(NamedTuple):
    value: str
    words: str
    is_weekday: bool
    said: frozenset[str]
    """Stems of the verbs it goes with."""


def _day(line: Line) -> _Day | None:
    """The one day that a sentence names; None: it names none, or several."""
    days: list[_Day | None] = []
    words, text = line.tokens, line.sentence.text
    for i, word in enumerate(words):
        lower = word.lower
        if lower in _NEAR_DAYS:
            days.append(None)
        if lower not in WEEKDAYS | MONTHS or not word.is_name:
            continue
        if word.is_possessive:  # `Friday's second match` is of a Friday, whatever is said of it
            days.append(None)
        elif lower in WEEKDAYS:
            days.append(_Day(lower, word.text, True, said_of(line, i, i + 1)))
        else:
            for at in (i - 1, i + 1):
                if 0 <= at < len(words) and _is_day_of_month(words[at], text):
                    start, end = min(word.start, words[at].start), max(word.end, words[at].end)
                    said = said_of(line, min(i, at), max(i, at) + 1)
                    days.append(_Day(f"{words[at].text} {lower[:3]}", text[start:end], False, said))
                    break
    return days[0] if len(days) == 1 else None


def _is_day_of_month(word: Token, text: str) -> bool:
    return word.text.isdigit() and 0 < int(word.text) <= 31 and text[word.start - 1 : word.start] not in ("-", "–")
