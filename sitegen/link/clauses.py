"""What a sentence says of some words in it: their clause, and its verbs."""

from .corpus import Line
from .opposites import ANTONYMS
from .vocabulary import PAST_FORMS
from .words import REPORTING_STEMS, VERB_FORMS, Token, stem

_BREAKS = frozenset("and or but while which who that whose after before when where because although since as".split())
_BREAKING_MARKS = frozenset(",;:()—–“”\"'‘")
_REACH_OF_VERB = 4  # words in front
_KILLED = frozenset(map(stem, "kill die dead death fatal fatality died dies slain perish toll".split()))
_HURT = frozenset(map(stem, "injure injury injuries injured wound wounded hurt".split()))
CASUALTIES = frozenset({"killed", "hurt"})
EMPTY = REPORTING_STEMS | frozenset(
    map(stem, "leave left include included give get make made take took see saw know find found come came go".split())
)
_ALIKE = {stem(word): stem(min(side)) for pair in reversed(ANTONYMS) for side in pair for word in sorted(side)}
"""Verbs that stand for one another, `lose` and `drop`, under one name."""


def clause_around(line: Line, first: int, end: int) -> tuple[Token, ...]:
    """The words around those from `first` to `end` that no mark and no conjunction parts from them."""
    words, text = line.tokens, line.sentence.text
    start, stop = first, end
    while start and not _is_break(words[start - 1]) and not _are_parted(text, words[start - 1], words[start]):
        start -= 1
    while stop < len(words) and not _is_break(words[stop]) and not _are_parted(text, words[stop - 1], words[stop]):
        stop += 1
    return words[start:first] + words[end:stop]


def said_of(line: Line, first: int, end: int) -> frozenset[str]:
    """Stems of what is said of the words from `first` to `end`: the verb close before them, else those of their
    clause, else the nearest. The killed, and the hurt, have one name each, and are added whichever the verb is."""
    words, text = line.tokens, line.sentence.text
    clause = clause_around(line, first, end)
    starts = {word.start for word in clause}
    before = [word for word in words[max(0, first - _REACH_OF_VERB) : first] if word.start in starts]
    governing = [p for word in before for p in _predicate(word, text)][-1:]
    clausal = [p for word in clause for p in _predicate(word, text)]
    if governing or clausal:
        return frozenset(governing or clausal) | (CASUALTIES & {*clausal})
    for step in range(1, len(words)):
        beside = [words[at] for at in (first - step, end - 1 + step) if 0 <= at < len(words) and not first <= at < end]
        if found := [p for word in beside for p in _predicate(word, text)]:
            return frozenset(found)
    return frozenset()


def verb_of(token: Token, line: Line) -> tuple[str, ...]:
    """The stem under which a word of a sentence is compared as a verb; none of other words."""
    return _predicate(token, line.sentence.text)


def _predicate(word: Token, text: str) -> tuple[str, ...]:
    """The stem of a verb; none of other words."""
    lower = word.lower
    if word.stem in _KILLED:
        return ("killed",)
    if word.stem in _HURT:
        return ("hurt",)
    if not word.stem or word.stem in EMPTY or word.is_name or text[word.start - 1 : word.start] == "-":
        return ()
    is_verbal = len(lower) > 4 and lower.endswith(("ed", "ing"))
    return (_ALIKE.get(word.stem, word.stem),) if is_verbal or lower in VERB_FORMS or lower in PAST_FORMS else ()


def _is_break(word: Token) -> bool:
    return word.lower in _BREAKS


def _are_parted(text: str, one: Token, other: Token) -> bool:
    return not _BREAKING_MARKS.isdisjoint(text[one.end : other.start])
