"""Noun phrases in a sentence, without a part-of-speech tagger."""

import re
from collections.abc import Iterator, Sequence

from .nouns import NounStatistics
from .unfit import is_unfit
from .vocabulary import MONTHS, QUANTITIES, WEEKDAYS
from .words import ROLE_STEMS, Token, is_common, is_empty

_LONGEST = 3  # words, a name counting as one; four in a row recur too seldom to be a subject of several articles
_LONGEST_NAME = 5
_DATELINE = re.compile(r"[A-Z][A-Z .]{3,24}(?:, [^—–-]{1,30}| \([A-Za-z .]{1,20}\)){0,2} ?(?:—|–|--|-) ")
_JOINT = re.compile(r"[ \-–‑]$")
_MANY = frozenset(
    "tens dozens hundreds thousands millions billions trillions".split()
    + "hundred thousand million billion trillion m bn k".split()
)
_BREAKING = WEEKDAYS | MONTHS | _MANY | QUANTITIES | {"a.m.", "p.m.", "am", "pm"}


def noun_phrases(
    words: tuple[Token, ...],
    text: str,
    people: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    statistics: NounStatistics,
) -> Iterator[tuple[Token, ...]]:
    """Runs of content words that end in a noun and could be the name of a subject, longer ones and their parts.

    `people`: where persons are named. A phrase may begin with a last name ("Lind report"), it does not end in one, and
    reaches into no longer one. `names`: the other names; none is cut.
    """
    for run, goes_on in _runs(_behind_dateline(words, text), text, people, statistics):
        for phrase in _parts(run, statistics):
            *before, last = phrase
            if (goes_on and last is run[-1]) or is_inside(last, people) or is_unfit(phrase, text, names, statistics):
                continue
            if not any(is_inside(word, people) for word in before) or statistics.is_seen_as_noun(last.text):
                yield phrase


def _behind_dateline(words: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """`words` without the place in capitals from which an article is sent: "MARSTAD, Norland (Agency) — "."""
    found = _DATELINE.match(text)
    return tuple(word for word in words if word.start >= found.end()) if found else words


def _runs(
    words: tuple[Token, ...], text: str, people: Sequence[tuple[int, int]], statistics: NounStatistics
) -> Iterator[tuple[list[Token], bool]]:
    """Stretches of content words that no stop word, mark, person, title or verb breaks; and whether it goes on with a
    title or a person, of whom its last words are said: "Norland prime (minister)", "harbour pilot (Asta Lind)"."""
    run: list[Token] = []
    full_names = [(start, end) for start, end in people if " " in text[start:end]]
    for i, token in enumerate(words):
        breaks = (
            not token.stem
            or not token.text[0].isalpha()
            or token.stem in ROLE_STEMS
            or token.lower in _BREAKING
            or is_inside(token, full_names)
            or statistics.is_verb_here(words, i)
        )
        if run and (breaks or not _are_joined(run[-1], token, text)):
            goes_on = token.stem in ROLE_STEMS or is_inside(token, full_names)
            yield run, goes_on and text[run[-1].end : token.start] == " "
            run = []
        if not breaks:
            run.append(token)
            if token.is_possessive:
                yield run, False
                run = []
    if run:
        yield run, False


def _parts(run: list[Token], statistics: NounStatistics) -> Iterator[tuple[Token, ...]]:
    """The phrases in a run: up to three words, the last a noun, not all of them empty; no name is cut."""
    units = _units(run, statistics)
    for end in range(1, len(units) + 1):
        last = units[end - 1][-1]
        if last.is_possessive or not statistics.is_noun(last):
            continue
        for start in range(max(0, end - _LONGEST), end):
            phrase = [token for unit in units[start:end] for token in unit]
            stems = [token.stem for token in phrase]
            if len(set(stems)) < len(stems) or all(is_empty(token.text) for token in phrase):
                continue
            if len(phrase) == 1 and (is_common(last.text) or len(last.text) < 3):
                continue
            if len(phrase) == 1 or statistics.may_begin(phrase[0]):
                yield tuple(phrase)


def _units(run: list[Token], statistics: NounStatistics) -> list[list[Token]]:
    """A run cut into words and names: capitalised words in a row are one name."""
    units: list[list[Token]] = []
    for token in run:
        is_name = token.is_name and statistics.is_name(token.stem)
        if units and is_name and units[-1][-1].is_name and statistics.is_name(units[-1][-1].stem):
            if len(units[-1]) < _LONGEST_NAME:
                units[-1].append(token)
        else:
            units.append([token])
    return units


def is_inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word begins in one of some stretches of its sentence."""
    return bool(spans) and any(start <= token.start < end for start, end in spans)


def _are_joined(one: Token, other: Token, text: str) -> bool:
    between = text[one.end : other.start]
    return bool(_JOINT.match(between)) or (between == ". " and one.text in ("St", "Mt", "Ft"))
