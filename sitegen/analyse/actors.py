"""Actors: whose act or position a sentence reports."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import Literal, NamedTuple

from sitegen.model import Mention, Sentence

from .actor_words import AUXILIARIES, BODIES, MANY, NO_VERBS, PAST, PEOPLE
from .place_names import DEMONYMS
from .reporting_verbs import DESCRIBING, SAYING
from .speakers import LONGEST_SPEAKER, OPENING_CLAUSE

_VERBS = SAYING | DESCRIBING

_PERSONAL = frozenset("he she".split())
_PRONOUNS = _PERSONAL | frozenset("it they i we you".split())
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_PARENTHESIS = re.compile(r", (?:which|who|whose|where)\b[^,]*,|\([^()]*\)")
# SOLLEVIK, Norway (Nordfly) --
_DATELINE = re.compile(r"[A-Z]{3,}[A-Z. ]*(?:, [A-Z][\w.]+)? (?:\([^()]{1,20}\) )?(?:--|[—–]) ")
_LEAD = re.compile(r"(?:(?:But|And|So|Yet|Now|Then|Later|Still|Also|Instead|Meanwhile|However|Earlier),? )+")
# It is not clear whether …
_NOBODY = re.compile(
    r"(?:is|was|will be|remains|remained|seems|seemed|became) (?:not |still |also |now )?\w+ "
    r"(?:that|to|whether|if|how|why|when)\b"
)
_PASSIVE = re.compile(
    r"(?:is|are|was|were|(?:has|have|had|will|would|to) (?:been|be)|been|be|being)(?: \w+ly| not| also)? "
    r"(?:\w+(?:ed|en|wn)|\w*(?:told|sent|shot|hit|held|found|built|made|sold|paid|put|cut|set|led|kept|brought"
    r"|bought|caught|taught|won|lost|met))\b"
)
_BY = re.compile(r"\bby (?!\d)")
_REACH = 60
"""Words from the beginning of a sentence to its main verb, at most."""
_OWNS = ("'", "’")
_DETERMINERS = frozenset("the a an its his her their our this these those some any each no every".split())
_SKIPPED = frozenset("now also then later still even just once already soon again never ever both all each not".split())


_Kind = Literal["person", "thing", "group"]
"""What `he` and `she`, `it` and `they` can stand for."""


class _Actor(NamedTuple):
    text: str
    kind: _Kind | None
    """None: no pronoun further on points to it for sure."""
    together: str | None = None
    """The words for all of them, if it is the first of several."""


class Actors:
    """The actors of an article's sentences, asked for in order: pronouns point back in their paragraph."""

    def __init__(self) -> None:
        self._block: str | None = None
        self._last: dict[str, str] = {}
        """`person`, `thing`, `group` → the words for the last one of the paragraph."""

    def of(self, sentence: Sentence, mentions: Sequence[Mention], source: str | None, *, is_told: bool) -> str | None:
        """The actor of a sentence; None: unclear, or nobody.

        `source` is whose claim it is: to claim is to act. Else, if the article itself tells it (`is_told`), the actor
        is the subject, or who stands behind `by` in a passive: the person named there, else the officials, the body
        or the people that it is, else the name; no thing. `he` and `she` are the last person that acted in the
        paragraph, `it` the last body, `they` the last group.

        Method: decision 0009. Known failures: what is done to somebody without a doer has that person; `it` may stand
        for what somebody made; a subject behind a long clause.
        """
        if sentence.block != self._block:
            self._block, self._last = sentence.block, {}
        if source is not None:
            actor = self._of_source(sentence.text, source, mentions)
        else:
            actor = self._of_subject(sentence.text, mentions) if is_told else None
        if actor and actor.kind:
            self._last[actor.kind] = actor.text
        if actor and actor.together:
            self._last["group"] = actor.together
        return actor.text if actor else None

    def _of_source(self, text: str, source: str, mentions: Sequence[Mention]) -> _Actor | None:
        if source.lower() in _PRONOUNS:
            return self._before(source.lower())
        start = text.find(source)
        end = start + len(source)
        for mention in mentions:  # an apposition: `their lawyer, Ada Reed`
            if mention.start == end + 2 and mention.kind == "person" and text[end] == "," and start >= 0:
                return _Actor(mention.text, "person")
        if start >= 0 and (named := _named(text, start, end, mentions)):
            return named
        if start < 0 and (before := next((text for text in self._last.values() if text in source), None)):
            return _Actor(before, None)  # a quotation goes on
        words = source.split()
        is_name = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and words[0] != "The"
        return _Actor(source, "person" if is_name else _kind_of(words[-1].lower()))

    def _of_subject(self, text: str, mentions: Sequence[Mention]) -> _Actor | None:
        opening = _DATELINE.match(text) or OPENING_CLAUSE.match(text)
        start = opening.end() if opening else 0
        if lead := _LEAD.match(text, start):
            start = lead.end()
        first = text[start:].split(" ", 1)[0].lower()
        verb = _verb_at(text, start, mentions)
        if verb is None:
            return None
        if _PASSIVE.match(text, verb) and (by := _BY.search(text, verb)):
            end = _end_of_phrase(text, by.end())
            if agent := _named(text, by.end(), end, mentions) or _described(text, by.end(), end):
                return agent
        if first in _PRONOUNS:
            return None if first == "it" and _NOBODY.match(text, verb) else self._before(first)
        found = _named(text, start, verb, mentions) or _described(text, start, verb)
        comma = text.find(", ", start, verb)
        if not found and comma > 0:  # an opening clause that no pattern knows
            found = _named(text, comma + 2, verb, mentions) or _described(text, comma + 2, verb)
        return found

    def _before(self, pronoun: str) -> _Actor | None:
        kind: _Kind = "person" if pronoun in _PERSONAL else "thing" if pronoun == "it" else "group"
        found = self._last.get(kind) if pronoun in _PERSONAL | {"it", "they"} else None
        return _Actor(found, kind) if found else None


def _verb_at(text: str, start: int, mentions: Sequence[Mention]) -> int | None:
    """Where the main verb begins: the first finite form behind the subject, or what follows a name or an agent."""
    ends = {mention.end for mention in mentions}
    skipped = [(mention.start, mention.end) for mention in mentions[:_REACH]]
    if "(" in text or ", wh" in text:
        skipped += [match.span() for match in islice(_PARENTHESIS.finditer(text, start), _REACH)]
    # As they are needed: the verb is mostly among the first.
    words = chain(islice(_WORD.finditer(text, start), _REACH), (None,))
    before = ""
    may_follow = False
    for index, (match, behind) in enumerate(pairwise(words)):
        assert match  # only the last is None
        word = match.group().rstrip(".,")
        lower = word.lower()
        if index and word[0].islower() and not any(left <= match.start() < right for left, right in skipped):
            is_bare = not (before in NO_VERBS or before in _DETERMINERS)
            if _is_finite(lower) and (is_bare or lower in AUXILIARIES):
                return match.start()
            following = behind.group().lower() if behind else ""
            is_noun = bool(_kind_of(lower)) or lower in NO_VERBS or lower in _SKIPPED or lower.endswith("ly")
            if may_follow and not is_noun and not _is_finite(following):
                return match.start()
        if lower in _SKIPPED or lower.endswith("ly"):
            continue
        owns = text.startswith(_OWNS, match.end()) or word.endswith(("’s", "'s", "s’", "s'"))
        kind = _kind_of(lower)
        is_agent = kind == "group" or (kind and before in _DETERMINERS)
        may_follow = not owns and (match.end() in ends or bool(is_agent) or (not index and lower in _PRONOUNS))
        before = lower
    return None


@lru_cache(20_000)
def _is_finite(word: str) -> bool:
    return word in AUXILIARIES or word in PAST or word in _VERBS or word.endswith("ed")


def _end_of_phrase(text: str, start: int) -> int:
    """Where a noun phrase that begins at `start` ends: at a mark, or a word that goes on with something else."""
    for match in _WORD.finditer(text, start):
        if match.start() > start and (match.group() in NO_VERBS or text[match.start() - 2] in ",;:"):
            return match.start() - 1
    return len(text)


def _core(text: str, start: int, end: int) -> int:
    """Where the head of a noun phrase ends, before `of …`, `, who …`, `and …`."""
    for match in _WORD.finditer(text, start, end):
        if match.start() > start and (
            match.group() in NO_VERBS or text[match.start() - 2 : match.start()] in (", ", " (")
        ):
            return match.start() - (2 if text[match.start() - 2] in ",(" else 1)
    return end


def _named(text: str, start: int, end: int, mentions: Sequence[Mention]) -> _Actor | None:
    """Who is named in a noun phrase as its head: a person, else what the words before any `of` end in."""
    stop = _core(text, start, end)
    inside = [m for m in mentions if start <= m.start and m.end <= stop and not text.startswith(_OWNS, m.end)]
    together = _together(text, start, stop, end)
    for mention in inside:
        if mention.kind == "person":
            return _Actor(mention.text, "person", together)
    apposed = [m for m in mentions if m.start == stop + 2 and m.kind == "person" and m.end <= end]
    if apposed and text[stop : stop + 2] == ", ":
        return _Actor(apposed[0].text, "person")
    if inside and not text[inside[-1].end : stop].strip(" ,.”\"'’"):
        last = inside[-1]
        is_person = last.kind == "other" and len(last.text.split()) == 2
        return _Actor(last.text, "person" if is_person else "thing", together)
    return None


def _described(text: str, start: int, end: int) -> _Actor | None:
    """The officials, the body, the people that a noun phrase is, if its head can act."""
    stop = _core(text, start, end)
    phrase = text[start:stop].strip(" ,")
    words = phrase.split()
    if not words or len(words) > LONGEST_SPEAKER:
        return None
    head = words[-1]
    kind = _kind_of(head.lower())
    if not kind and head.endswith("s") and head.removesuffix("s") in DEMONYMS:
        kind = "group"
    return _Actor(phrase, kind) if kind else None


def _together(text: str, start: int, stop: int, end: int) -> str | None:
    """`Peru and Chile`, of which the first is the actor: what `they` stands for."""
    phrase = text[start:end].strip(" ,")
    return phrase if text.startswith(" and ", stop) and len(phrase.split()) <= LONGEST_SPEAKER else None


@lru_cache(20_000)
def _kind_of(noun: str) -> _Kind | None:
    """What a noun in small letters stands for, if it can act."""
    noun = noun.rstrip(".,")
    if noun in MANY:
        return "group"
    if noun in BODIES:
        return "thing"
    if noun in PEOPLE:
        return "person"
    singular = {noun[:-1]} if noun.endswith("s") else set()
    singular |= {f"{noun[:-3]}y"} if noun.endswith("ies") else set()
    singular |= {noun.replace("men", "man")} if noun.endswith("men") else set()
    return "group" if singular & (BODIES | PEOPLE) else None
