"""Noun phrases in a sentence, without a part-of-speech tagger."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .nouns import NounStatistics
from .vocabulary import MONTHS, WEEKDAYS
from .words import ROLE_STEMS, Token, is_common, is_empty

_LONGEST = 3  # words, a name counting as one; four in a row recur too seldom to be a subject of several articles
_LONGEST_NAME = 5
_OF_OPINION = re.compile(r"(?:ous|ive|ful|able|ible|less)$")
_HYPHENS = ("-", "‑")
_JOINT = re.compile(r"[ \-–‑]$")
_MANY = frozenset(
    "tens dozens hundreds thousands millions billions trillions".split()
    + "hundred thousand million billion trillion m bn k".split()
)
_BREAKING = WEEKDAYS | MONTHS | _MANY | {"a.m.", "p.m.", "am", "pm"}


def noun_phrases(
    words: tuple[Token, ...], text: str, people: Sequence[tuple[int, int]], statistics: NounStatistics
) -> Iterator[list[Token]]:
    """Runs of content words that end in a noun and could be the name of a subject, longer ones and their parts.

    `people`: where persons are named; no phrase reaches into them.
    """
    for run in _runs(words, text, people, statistics):
        for phrase in _parts(run, statistics):
            if not (_is_cut(phrase, text) or _is_a_clause(phrase) or _is_a_judgement(phrase)):
                yield phrase


def _runs(
    words: tuple[Token, ...], text: str, people: Sequence[tuple[int, int]], statistics: NounStatistics
) -> Iterator[list[Token]]:
    """Stretches of content words that no stop word, mark, person, title or verb breaks."""
    run: list[Token] = []
    for i, token in enumerate(words):
        breaks = (
            not token.stem
            or not token.text[0].isalpha()
            or token.stem in ROLE_STEMS
            or token.text.lower() in _BREAKING
            or any(start <= token.start < end for start, end in people)
            or statistics.is_verb_here(words, i)
        )
        if run and (breaks or not _are_joined(run[-1], token, text)):
            yield run
            run = []
        if not breaks:
            run.append(token)
            if token.is_possessive:
                yield run
                run = []
    if run:
        yield run


def _parts(run: list[Token], statistics: NounStatistics) -> Iterator[list[Token]]:
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
                yield phrase


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


def _is_cut(phrase: list[Token], text: str) -> bool:
    """Whether a hyphen or a digit ties it to a word that is not in it ("co-host", "49ers")."""
    before = text[phrase[0].start - 1 : phrase[0].start]
    behind = text[phrase[-1].end : phrase[-1].end + 1]
    return before.isdigit() or before in _HYPHENS or behind.isdigit() or behind in _HYPHENS


def _are_joined(one: Token, other: Token, text: str) -> bool:
    between = text[one.end : other.start]
    return bool(_JOINT.match(between)) or (between == ". " and one.text in ("St", "Mt", "Ft"))


def _is_a_clause(phrase: list[Token]) -> bool:
    """Whether a verb stands next to a name ("Marstad defeated Lund", "discounted rumours of Lund") or between nouns
    ("ropes guarding boats")."""
    return any(word.text.endswith("ing") for word in phrase[1:-1]) or any(
        (one.is_name and other.text.endswith("ed")) or (one.text.endswith("ed") and other.is_name)
        for one, other in pairwise(phrase)
    )


def _is_a_judgement(phrase: list[Token]) -> bool:
    """Whether it says what somebody thinks of something that has no name in it: "a murderous act"."""
    *before, last = phrase
    return (
        bool(before)
        and is_common(last.text)
        and not any(token.is_name for token in phrase)
        and any(_OF_OPINION.search(token.text.lower()) for token in before)
        and all(_OF_OPINION.search(token.text.lower()) or is_common(token.text) for token in before)
    )
