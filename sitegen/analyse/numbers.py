"""Words that say how many or how much, and what they are worth."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sitegen.languages import NumberTable
from sitegen.model import Exactness, NumberKind

from .date_forms import one_of
from .number_words import ENGLISH

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_BEHIND = re.compile(r"[ -]([^\W\d_]+(?:['’.-][^\W\d_]+)*)")
_BEFORE = re.compile(r"([^\W_]+)([.,]?)[ -]?$")
_MINUTES = re.compile(r"[:.][0-5]\d(?!\d)")
_REACH = 24
"""Characters before a number in which its bound is looked for."""
_NOUN_REACH = 4
"""Words behind a number among which what it counts is looked for."""
_OLDEST = 120
_POINTS_FOR_COMMAS = str.maketrans(".,", ",.")
_LARGEST = 1e15
"""What is larger is no number that a report counts with, and not exact as a float."""
_YEARS = (1800, 2100)


class FoundNumber(NamedTuple):
    """A number in a sentence; the fields are those of `NumberExpression`."""

    start: int
    end: int
    kind: NumberKind
    exactness: Exactness
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None


class _Bare(NamedTuple):
    """A number as written, before anything around it is read."""

    start: int
    end: int
    value: float
    magnitude: float
    """The last one in it; 1: none."""
    unit: str | None
    is_plain: bool
    """In figures alone."""


@dataclass(frozen=True, slots=True, eq=False)
class _Forms:
    """The patterns of a language."""

    telling: frozenset[str]
    """Words without one of which a sentence has no number, unless it has figures."""
    starts: frozenset[str]
    """Words that a number can begin with: the pattern is only tried there and at figures, to be fast."""
    vague_starts: frozenset[str]
    signs: tuple[str, ...]
    """The longest first."""
    sign_ends: frozenset[str]
    in_figures: re.Pattern[str]
    in_words: re.Pattern[str]
    bounds: tuple[str, ...]
    """The longest first, in lower case."""
    unit: re.Pattern[str]
    bound_behind: re.Pattern[str]
    to: re.Pattern[str]
    vague: re.Pattern[str]
    clock: re.Pattern[str]
    old: re.Pattern[str]
    exactness: dict[str, Exactness]


@lru_cache(maxsize=4)
def _forms(words: NumberTable) -> _Forms:
    long = one_of(word for word in words.magnitudes if len(word) > 2)
    short = one_of(word for word in words.magnitudes if len(word) <= 2)
    tens = [word for word, number in words.digits.items() if number >= 20]
    ones = one_of(word for word, number in words.digits.items() if 0 < number < 10)
    small = rf"(?:{one_of(tens)}(?:[ -]{ones})?|{one_of(words.digits.keys() - set(tens))})(?!\w)"
    a, and_, of = one_of(words.a), one_of(words.and_), one_of(words.of)
    more = rf"(?:[ -]{long}(?!\w)(?:(?: {and_})? {small})?)*"
    halves = one_of(words.halves)
    a_many = rf"{a} (?:{halves} )?{long}(?!\w)(?:(?: {and_})? {small})?{more}"
    numerals = rf"(?:(?:{a} )?{halves} (?:{of} )?{a} {long}(?!\w)|{a_many}|{small}{more})"
    group, point = (r"\.", ",") if words.has_decimal_comma else (",", r"\.")
    # Converters part groups: `120, 000`, and, told by the sign in front, `$1, 199` if it is not `$50, 120 seats`.
    parted = rf"{group} 000(?!\d)|(?(sign){group} \d{{3}}(?!\d)(?! \w+s\b)|(?!))"
    figure = rf"(?:\d{{1,3}}(?:{group}\d{{3}}|{parted})+(?:{point}\d+)?(?!\d)|\d+(?:{point}\d+)?)"
    plurals = one_of(words.plurals)
    years = one_of(word for word, unit in words.measures.items() if unit == "year")
    exactness: dict[str, Exactness] = {
        **dict.fromkeys((*words.at_least, *words.or_more), "at least"),
        **dict.fromkeys(words.more_than, "more than"),
        **dict.fromkeys((*words.at_most, *words.or_less), "at most"),
        **dict.fromkeys((*words.about, *words.or_so), "about"),
    }
    before = (*words.at_least, *words.more_than, *words.at_most, *words.about)
    behind = one_of((*words.or_more, *words.or_less, *words.or_so))
    units = one_of((*words.currencies, *words.measures))
    alone = one_of(word for word in words.to if word.isalpha())
    return _Forms(
        frozenset((*words.digits, *words.magnitudes, *words.plurals, *words.vague))
        | {re.split("[ -]", word)[-1] for word in words.ordinals},
        frozenset((*words.digits, *words.halves, *words.a)) | {re.split("[ -]", word)[0] for word in words.ordinals},
        frozenset((*words.plurals, *words.vague, *words.a)),
        tuple(sorted(words.signs, key=lambda sign: (-len(sign), sign))),
        frozenset(sign[-1] for sign in words.signs),
        re.compile(
            rf"(?<![\w.,/:])(?:(?P<sign>{one_of(words.signs)}) ?)?(?<!\d)(?P<figure>{figure})"
            rf"(?:(?P<nth>st|nd|rd|th)(?!\w)|(?P<short>{short})(?![^\W\d_])|[ -](?P<long>{long})(?!\w))?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![\w-])(?:(?P<ordinal>{one_of(words.ordinals)})(?![\w-])|{numerals}(?!\w))", re.IGNORECASE),
        tuple(sorted(before, key=lambda bound: (-len(bound), bound))),
        re.compile(
            rf" ?(?P<percent>{one_of(words.percent)})(?!\w)(?P<points>[ -]{one_of(words.points)}(?!\w))?"
            rf"|[ -]?(?P<unit>{units})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf" ?(?P<bound>{behind})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?P<mark> ?[-–—] ?)|(?P<to> {alone} )|(?P<and> {and_} )"),
        re.compile(
            rf"(?<![\w-])(?:(?P<plural>{plurals}(?: {of} {plurals})*)|(?:{a} )?(?P<vague>{one_of(words.vague)}))(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<minutes>[:.][0-5]\d(?!\d))? ?{one_of(words.clock)}(?!\w)|:[0-5]\d(?!\d)", re.IGNORECASE),
        re.compile(
            rf"(?: ?- ?| )(?:{years}(?: ?- ?| ){one_of(words.old)}|{one_of(words.years_old)})(?!\w)", re.IGNORECASE
        ),
        exactness,
    )  # fmt: skip


def find_numbers(
    text: str, dates: Sequence[tuple[int, int]] = (), words: NumberTable = ENGLISH
) -> tuple[FoundNumber, ...]:
    """The numbers in a sentence, in order. `dates`: spans of words that name a time, which are none.

    Method: own grammar. What a number counts is the words behind it up to the first noun of several.

    Known failures: `one` as a number without a noun that shows it; sums (`six men and two women`); a noun of several
    that is not next to its number (`40 of those who were hurt`); a number without a unit that names (`Windows 10`).
    """
    forms = _forms(words)
    if not _FIGURE.search(text) and forms.telling.isdisjoint(_WORD.findall(text.lower())):
        return ()
    bare, vague = _candidates(text, forms, words)
    bare = [one for one in bare if one.value < _LARGEST and not _overlaps(dates, one.start, one.end)]
    found: list[FoundNumber] = []
    place = 0
    while place < len(bare):
        number = bare[place]
        if found and number.start < found[-1].end:
            place += 1
            continue
        after = bare[place + 1] if place + 1 < len(bare) else None
        both = _range(text, number, after, forms, words) if after else None
        one = both or _number(text, number, forms, words)
        place += 2 if both else 1
        if one is not None:
            found.append(one)
    if not vague:
        return tuple(found)
    taken = [(one.start, one.end) for one in found]
    apart = [match for match in vague if not _overlaps(taken, *match.span()) and not _overlaps(dates, *match.span())]
    return tuple(sorted((*found, *(_vague(text, match, words) for match in apart)), key=lambda one: one.start))


def _candidates(text: str, forms: _Forms, words: NumberTable) -> tuple[list[_Bare], list[re.Match[str]]]:
    """Numbers and vague numbers as written, in order and apart."""
    bare: list[_Bare] = []
    vague: list[re.Match[str]] = []
    behind = 0
    for token in _TOKEN.finditer(text):
        start, word = token.start(), token.group()
        if start < behind:
            continue
        match = None
        if word[0].isdigit():
            match = forms.in_figures.match(text, _with_sign(text, start, forms))
            if match is not None:
                bare.append(_in_figures(match, words))
        elif (word := word.lower()) in forms.starts:
            match = forms.in_words.match(text, start)
            if match is not None:
                bare.append(_in_words(match, words))
        if match is not None:
            behind = match.end()
        elif word in forms.vague_starts and (match := forms.vague.match(text, start)):
            behind = match.end()
            vague.append(match)
    return bare, vague


def _with_sign(text: str, start: int, forms: _Forms) -> int:
    """Where a number in figures begins, its currency sign included."""
    end = start - (text[start - 1 : start] == " ")
    if text[end - 1 : end] not in forms.sign_ends:
        return start
    return end - next(len(sign) for sign in forms.signs if text.startswith(sign, end - len(sign)))


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(spans, start, key=lambda span: span[1])
    return place < len(spans) and spans[place][0] < end


def _in_figures(match: re.Match[str], words: NumberTable) -> _Bare:
    start, end = match.span()
    figure = match["figure"].replace(" ", "")
    if words.has_decimal_comma:
        figure = figure.translate(_POINTS_FOR_COMMAS)
    value = float(figure.replace(",", ""))
    if match["nth"]:
        return _Bare(start, end, value, 1, "nth", is_plain=False)
    sign, magnitude = match["sign"], words.magnitudes.get((match["short"] or match["long"] or "").lower(), 1)
    unit = next((unit for mark, unit in words.signs.items() if mark.lower() == sign.lower()), None) if sign else None
    if match["short"] and match["short"].lower() == "m" and not unit and " " not in match.group():
        # `5m` is metres as likely as millions.
        return _Bare(start, match.end("figure"), value, 1, None, is_plain=True)
    is_plain = not unit and magnitude == 1 and "," not in figure
    return _Bare(start, end, value * magnitude, magnitude, unit, is_plain=is_plain)


def _in_words(match: re.Match[str], words: NumberTable) -> _Bare:
    text = match.group()
    if match["ordinal"]:
        return _Bare(*match.span(), words.ordinals[text.lower()], 1, "nth", is_plain=False)
    total = current = 0.0
    last = 1.0
    for word in re.split("[ -]", text.lower()):
        if word in words.digits:
            current += words.digits[word]
        elif word in words.halves:
            current += words.halves[word]
        elif word in words.magnitudes:
            last = float(words.magnitudes[word])
            if last < 1000:
                current = (current or 1) * last
            else:
                total, current = total + (current or 1) * last, 0.0
    return _Bare(*match.span(), total + current, last, None, is_plain=False)


def _number(text: str, bare: _Bare, forms: _Forms, words: NumberTable) -> FoundNumber | None:
    """A number with what stands around it."""
    start, end, value = bare.start, bare.end, _whole(bare.value)
    plain = FoundNumber(start, end, "count", "exact", value, value)
    if bare.unit == "nth":
        return plain._replace(kind="ordinal")
    if bare.is_plain and (time := forms.clock.match(text, end)):
        return plain._replace(kind="time", end=time.end(), low=None, high=None)
    if old := forms.old.match(text, end):
        return plain._replace(kind="age", end=old.end(), unit="year")
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    word, comma = (before[1], before[2] == ",") if before else ("", False)
    if before and word.lower() in words.of:  # `at the age of 82`
        before = _BEFORE.search(text, max(0, start - _REACH), before.start())
        word, comma = (before[1], False) if before else ("", False)
    if word.lower() in words.aged and value <= _OLDEST:
        return plain._replace(kind="age", unit="year")
    if bare.is_plain and word.lower() in words.labels and not comma:
        return plain._replace(kind="label")
    unit, behind = _unit(text, end, bare.unit, forms, words)
    is_one = value == 1 and not bare.is_plain and unit is None and bare.magnitude == 1
    if is_one and not (noun := _noun_of_one(text, end, words)):
        return None
    kind: NumberKind = _kind(unit, bare.unit, words)
    bounded = _with_bounds(text, plain._replace(end=behind, kind=kind, unit=unit), forms, words)
    if _FIGURE.match(text, start) and text[bounded.end : bounded.end + 1].isalpha():  # `4G`
        return None
    if kind != "count":
        return bounded
    if not is_one:
        noun = _counted(text, bounded.end, words)
    if noun is None and bare.is_plain and value == int(value) and bounded.exactness == "exact":
        if _YEARS[0] <= value <= _YEARS[1]:
            return plain._replace(kind="year")
        if comma and word[0].isupper() and value <= _OLDEST and text[end : end + 1] in (",", ".", ")"):
            return plain._replace(kind="age", unit="year")
        if word[:1].isupper() and before is not None and before.start() > 0 and not comma:
            return plain._replace(kind="label")
    return bounded._replace(counted=noun)


def _whole(value: float) -> float:
    """Without a fraction, an integer: `40`, not `40.0`."""
    return int(value) if value == int(value) else value


def _unit(text: str, end: int, sign: str | None, forms: _Forms, words: NumberTable) -> tuple[str | None, int]:
    if sign:
        return sign, end
    match = forms.unit.match(text, end)
    if not match:
        return None, end
    if match["percent"]:
        return ("pp" if match["points"] else "%"), match.end()
    word = match["unit"].lower()
    return words.currencies.get(word) or words.measures[word], match.end()


def _kind(unit: str | None, sign: str | None, words: NumberTable) -> NumberKind:
    if unit is None:
        return "count"
    if unit in ("%", "pp"):
        return "percent"
    return "money" if sign or unit in words.currencies.values() else "measure"


def _counted(text: str, end: int, words: NumberTable) -> str | None:
    """The words behind a number up to the first noun of several; `point` of `20-point plan`."""
    first = _BEHIND.match(text, end)
    if not first:
        return None
    if text[end] == "-":
        return first[1]
    while first and first[1].lower() in words.of | {"the"}:
        first = _BEHIND.match(text, first.end())
    word = first
    for _ in range(_NOUN_REACH):
        if not first or not word or word[1].lower() in words.function_words:
            return None
        lower = word[1].lower()
        if words.has_capital_nouns:
            if word[1][0].isupper():
                return text[first.start(1) : word.end()]
        elif lower in words.plural_nouns or (
            lower.endswith(words.plural_endings) and len(lower) > 3 and not lower.endswith(words.no_nouns)
        ):
            return text[first.start(1) : word.end()]
        word = _BEHIND.match(text, word.end())
    return None


def _noun_of_one(text: str, end: int, words: NumberTable) -> str | None:
    behind = _BEHIND.match(text, end)
    return behind[1] if behind and behind[1].lower() in words.singular_nouns else None


def _with_bounds(text: str, number: FoundNumber, forms: _Forms, words: NumberTable) -> FoundNumber:
    """The same with the words that make it a bound or a rough number."""
    start, end = number.start, number.end
    before = text[max(0, start - _REACH) : start].rstrip(" ")
    if before.lower().endswith(forms.bounds):
        bound = next(bound for bound in forms.bounds if before.lower().endswith(bound))
        is_word = not before[: -len(bound)][-1:].isalnum()
        if not is_word or (number.unit in words.lengths_of_time and bound in words.during):
            return number
        start = max(0, start - _REACH) + len(before) - len(bound)
    elif behind := forms.bound_behind.match(text, end):
        bound, end = behind["bound"].lower(), behind.end()
    else:
        return number
    exactness = forms.exactness[bound]
    low = None if exactness == "at most" else number.low
    high = None if exactness in ("at least", "more than") else number.high
    return number._replace(start=start, end=end, exactness=exactness, low=low, high=high)


def _range(text: str, first: _Bare, last: _Bare, forms: _Forms, words: NumberTable) -> FoundNumber | None:
    """`20 to 30 people`, `between two and three million`; a score where nothing is counted (`3-2`)."""
    mark = forms.to.fullmatch(text, first.end, last.start)
    if not mark or "nth" in (first.unit, last.unit):
        return None
    before = _BEFORE.search(text, max(0, first.start - _REACH), first.start)
    word = before[1].lower() if before else ""
    if word in words.from_ or bool(mark["and"]) != (word in words.between):
        return None
    unit, end = _unit(text, last.end, last.unit or first.unit, forms, words)
    low = first.value * (last.magnitude if first.magnitude == 1 and first.value < last.value / last.magnitude else 1)
    noun = None if unit else _counted(text, end, words)
    if unit is None and noun is None and last.magnitude == 1 and mark["mark"]:
        is_score = first.is_plain and last.is_plain
        return FoundNumber(first.start, last.end, "score", "exact", None, None) if is_score else None
    if low >= last.value:
        return None
    kind = _kind(unit, last.unit or first.unit, words)
    return FoundNumber(first.start, end, kind, "range", _whole(low), _whole(last.value), unit, noun)


def _vague(text: str, match: re.Match[str], words: NumberTable) -> FoundNumber:
    noun = _counted(text, match.end(), words)
    if match["vague"]:
        return FoundNumber(*match.span(), "count", "vague", None, None, counted=noun)
    first, *others = [words.plurals[word] for word in match["plural"].lower().split(" ") if word in words.plurals]
    low = float(first)
    for other in others:
        low *= other / 2  # two of them are the least of `thousands`, but one is of `tens of thousands`
    return FoundNumber(*match.span(), "count", "vague", _whole(low) if low < _LARGEST else None, None, counted=noun)
