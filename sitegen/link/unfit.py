"""Phrases that no editor would print as a title: cut off, clauses, judgements, counts, too vague."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .countries import country, people
from .nouns import NounStatistics
from .vocabulary import (
    CLASSIFYING,
    COMMON_NOUNS,
    KINDS_OF_PLACE,
    MERE_ADJECTIVES,
    NOT_ALONE,
    OF_NEWSROOMS,
    ONE_PERSON,
    OUTLETS,
    PAST_FORMS,
    PLURAL_MODIFIERS,
    VAGUE_NOUNS,
)
from .words import VERB_FORMS, Token, is_common, is_empty

_HYPHENS = ("-", "‑")
_SPACED_HYPHEN_BEFORE = re.compile(r"\w - $")  # as tokenised text has it; a dash is longer, or loses one occurrence
_SPACED_HYPHEN_BEHIND = re.compile(r" - \w")
_LINK_BEFORE = re.compile(r"[A-Z]\w* (?:of|for) (?:the )?$")
_LINK_BEHIND = re.compile(r" of (?:the )?[A-Z]")
_LONGEST_HEADING = 4  # words
_NOUNS = VAGUE_NOUNS | COMMON_NOUNS | NOT_ALONE
_OF_ANY_COUNTRY = frozenset("government governments police army people citizens troops forces soldiers".split())
_OF_BODIES = frozenset("republican democratic congressional presidential federal municipal".split())
_OF_CONTINENTS = frozenset("European African Asian Arab Western EU Latin".split())
_OF_OPINION = re.compile(r"(?:ous|ive|ful|able|ible|less)$")


def is_unfit(phrase: Sequence[Token], text: str, names: Sequence[tuple[int, int]], statistics: NounStatistics) -> bool:
    """Whether a run of content words that ends in a noun can't be a title. `names`: spans of what `text` names."""
    if phrase[0].is_noun is not None:  # the rules below are about English words
        return _is_cut(phrase, text)
    return (
        _is_cut(phrase, text)
        or _cuts_a_name(phrase, text, names)
        or _is_a_clause(phrase, statistics)
        or _is_a_judgement(phrase)
        or _is_of_newsrooms(phrase)
        or _is_an_apposition(phrase, statistics)
        or _is_whose_alone(phrase)
    )


def is_heading_of_a_subject(words: Sequence[Token], statistics: NounStatistics) -> bool:
    """Whether all words of a heading together name a subject: "Harbour dues", not "What we know" or "Talks fail".

    Whoever wrote it found that they say enough; so this is laxer than `is_unfit`. Known failure: a verb in the middle
    that nothing else shows to be one ("Crews battle fire").
    """
    if not 2 <= len(words) <= _LONGEST_HEADING or not all(word.stem and word.text[0].isalpha() for word in words):
        return False
    *before, last = words
    word = last.lower
    if any(w.is_possessive or w.lower in PAST_FORMS or w.text.endswith("ed") for w in words):
        return False
    if before[0].lower in MERE_ADJECTIVES or all(is_empty(w.text) for w in words):
        return False
    if any(w.lower in VERB_FORMS and not _is_known_noun(w.lower) for w in words):
        return False
    return _is_known_noun(word) or statistics.is_noun(last)


def _is_known_noun(word: str) -> bool:
    return not _NOUNS.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))


def _is_cut(phrase: Sequence[Token], text: str) -> bool:
    """Whether a hyphen or a digit ties it to a word that is not in it ("co-host", "49ers", "15 - inch")."""
    start, end = phrase[0].start, phrase[-1].end
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    return (
        before.isdigit()
        or before in _HYPHENS
        or behind.isdigit()
        or behind in _HYPHENS
        or bool(_SPACED_HYPHEN_BEFORE.search(text, max(0, start - 4), start))
        or bool(_SPACED_HYPHEN_BEHIND.match(text, end))
    )


def _cuts_a_name(phrase: Sequence[Token], text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether it holds a part of a name only: "Disease Control" of the Centers for Disease Control."""
    start, end = phrase[0].start, phrase[-1].start + len(phrase[-1].text)
    for name_start, name_end in names:
        overlaps = start < name_end and name_start < end
        if overlaps and not (start <= name_start and name_end <= end):
            return True
    before = phrase[0].is_name and _LINK_BEFORE.search(text, max(0, start - 40), start)
    return bool(before) or (phrase[-1].is_name and bool(_LINK_BEHIND.match(text, end)))


def _is_a_clause(phrase: Sequence[Token], statistics: NounStatistics) -> bool:
    """Whether a verb stands next to a name ("Marstad defeated Lund", "discounted rumours of Lund"), or between nouns
    ("ropes guarding boats", "a charter protects fishing"), or first ("lets boats")."""
    if any(word.text.endswith("ing") for word in phrase[1:-1]):
        return True
    for one, other in pairwise(phrase):
        if (one.is_name and other.text.endswith("ed")) or (one.text.endswith("ed") and other.is_name):
            return True
        if _may_be_a_plural(one) and (other.is_name or not statistics.is_seen_as_noun(one.text)):
            return True
    return False


def _may_be_a_plural(token: Token) -> bool:
    word = token.text
    return (
        not token.is_name
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ics"))
        and word not in PLURAL_MODIFIERS
    )


def _is_a_judgement(phrase: Sequence[Token]) -> bool:
    """Whether it says what somebody thinks of something that has no name in it: "a murderous act"."""
    *before, last = phrase
    return (
        bool(before)
        and is_common(last.text)
        and not any(token.is_name or token.lower in CLASSIFYING for token in phrase)
        and any(_OF_OPINION.search(token.lower) for token in before)
        and all(_OF_OPINION.search(token.lower) or is_common(token.text) for token in before)
    )


def _is_of_newsrooms(phrase: Sequence[Token]) -> bool:
    """Whether it says how something became known: "news conference", "Harbour news agency", "police source"."""
    words = [token.lower for token in phrase]
    if words[-1] in ("source", "sources") or "means" in words:
        return True
    if len(words) > 1 and words[-1] in OUTLETS and all(token.is_name for token in phrase):
        return True
    return any(one in ("news", "press") and other in OF_NEWSROOMS for one, other in pairwise(words))


def _is_an_apposition(phrase: Sequence[Token], statistics: NounStatistics) -> bool:
    """Whether a name stands behind what it is called: "rival Marstad", "agency NNA"."""
    *before, last = phrase
    return statistics.is_name(last.stem) and any(
        not statistics.is_name(token.stem) and token.is_noun is None for token in before
    )


def _is_whose_alone(phrase: Sequence[Token]) -> bool:
    """Whether it says which, or how great, and then what could stand alone ("largest retailer"), or whose, and then a
    word for anything ("European leaders"), or where ("port city"), or who ("union leader")."""
    *before, last = phrase
    if last.lower in KINDS_OF_PLACE or last.lower in ONE_PERSON:
        return True
    if not before:
        return False
    if before[0].lower in MERE_ADJECTIVES:
        return True
    word = last.lower
    if word == "police" and all(token.is_name for token in before):
        return True
    if is_empty(word) or word in _OF_ANY_COUNTRY:
        return all(_says_whose(token.text) for token in before)
    return word.removesuffix("s") in NOT_ALONE and all(token.lower in _OF_BODIES for token in before)


def _says_whose(word: str) -> bool:
    return people(word) is not None or country(word) is not None or word in _OF_CONTINENTS or word.lower() in _OF_BODIES
