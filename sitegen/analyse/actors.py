"""Actors: whose act or position a sentence reports."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.model import Mention, Sentence

from .place_names import DEMONYMS
from .reporting_verbs import DESCRIBING, SAYING
from .speakers import OPENING_CLAUSE, any_of

_PERSONAL = frozenset("he she".split())
_PRONOUNS = _PERSONAL | frozenset("it they i we you".split())
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|by|for|of|with|from|to|during|under|over|after|before|amid|despite|like|than|as|against|between"
    r"|among|about|into|through|via|without|within|across|near|outside|inside|per|versus|including)(?: [^ ,]+){0,3} $",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?: |^)(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|met|gave|took|made"
    r"|won|left|went|came|became|began|saw|got|held|sent|put|lost|led|rose|fell|hit|ran|sold|set|shot|spent|stood|struck|cast"
    r"|won['’]t|[a-z]{2,}n['’]t|[a-z]{2,}ed|plans|wants|hopes|aims|intends|faces|seeks|remains|continues|begins|offers?|oppose"
    rf"|uses|holds|calls|makes|takes|gives|gets|shows|{any_of(SAYING | DESCRIBING)})(?=[ .,;:!?]|$)"
)
# SOLLEVIK, Norway (Nordfly) --
_DATELINE = re.compile(r"[A-Z]{3,}[A-Z. ]*(?:, [A-Z][\w.]+)? (?:\([^()]{1,20}\) )?(?:--|[—–]) ")
_INHABITANTS = re.compile(r"(?:(?:But|And|So|Yet|Some|Many|Most) )?(?P<who>[A-Z][a-z]+s) ")
_OWNS = ("'", "’")
_REACH = 80  # characters from a preposition to the name it governs
# What goes on with a description of which the name is only the first word: `the Acme board`, `Acme chief Ada Reed`.
_GOES_ON = re.compile(
    r" (?!(?:and|or|in|on|at|of|for|with|from|to|who|which|also|then|later|now|again|[a-z]+ly)\b)[^\W\d]"
)


class _Actor(NamedTuple):
    text: str
    is_person: bool | None
    """None: no pronoun further on points to it for sure."""


class Actors:
    """The actors of an article's sentences, asked for in order: pronouns point back in their paragraph."""

    def __init__(self) -> None:
        self._block: str | None = None
        self._person: str | None = None
        self._thing: str | None = None

    def of(self, sentence: Sentence, mentions: Sequence[Mention], source: str | None, *, is_told: bool) -> str | None:
        """The actor of a sentence; None: unclear.

        `source` is whose claim it is: to claim is to act. Else, if the article itself tells it (`is_told`), the actor
        is the first name of the subject that stands after no preposition and owns nothing (`Ada Reed’s bridge`).
        `he` and `she` are the last person that acted in the paragraph, `it` the last that is none.

        Method: decision 0006, names. Known failures: what is done without a doer has its patient (`Ada Reed was
        dismissed`); `it` may stand for what somebody made; `they` is never resolved.
        """
        if sentence.block != self._block:
            self._block, self._person, self._thing = sentence.block, None, None
        if source is not None:
            actor = self._of_source(sentence.text, source, mentions)
        else:
            actor = self._of_subject(sentence.text, mentions) if is_told else None
        if actor and actor.is_person:
            self._person = actor.text
        elif actor and actor.is_person is False:
            self._thing = actor.text
        return actor.text if actor else None

    def _of_source(self, text: str, source: str, mentions: Sequence[Mention]) -> _Actor | None:
        if source.lower() in _PRONOUNS:
            return self._before(source.lower())
        start = text.find(source)
        end = start + len(source)
        for mention in mentions:  # an apposition: `their lawyer, Ada Reed`
            if mention.start == end + 2 and mention.kind == "person" and text[end] == "," and start >= 0:
                return _Actor(mention.text, is_person=True)
        named = [m for m in mentions if start <= m.start and m.end <= end and not text.startswith(_OWNS, m.end)]
        person = next((m for m in named if m.kind == "person"), None)
        if person:
            return _Actor(person.text, is_person=True)
        if named and source.endswith(named[-1].text):
            return _Actor(named[-1].text, is_person=named[-1].kind == "other" and len(named[-1].text.split()) == 2)
        words = source.split()
        is_name = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and words[0] != "The"
        return _Actor(source, is_person=True if is_name else None)

    def _of_subject(self, text: str, mentions: Sequence[Mention]) -> _Actor | None:
        opening = _DATELINE.match(text) or OPENING_CLAUSE.match(text)
        start = opening.end() if opening else 0
        first = text[start:].split(" ", 1)[0].lower()
        if first in _PRONOUNS:
            return self._before(first)
        finite = _FINITE.search(text, start)
        end = finite.start() if finite else len(text)
        inside = [m for m in mentions if start <= m.start and m.end <= end and not text.startswith(_OWNS, m.end)]
        named = [m for m in inside if not _PREPOSITION.search(text, max(start, m.start - _REACH), m.start)]
        described: Mention | None = None
        for mention in named:
            if finite is None and mention.start > start:
                return None
            if mention.end < end and _GOES_ON.match(text, mention.end):
                described = described or mention
            elif not described or mention.kind == "person":
                return _Actor(mention.text, is_person=mention.kind == "person")
        if described:
            words = text[described.start : end].partition(",")[0]
            return _Actor(words, is_person=None) if len(words.split()) < 5 else None
        inhabitants = _INHABITANTS.match(text, start)
        if inhabitants and inhabitants["who"].removesuffix("s") in DEMONYMS:
            return _Actor(inhabitants["who"], is_person=False)
        return None

    def _before(self, pronoun: str) -> _Actor | None:
        if pronoun in _PERSONAL and self._person:
            return _Actor(self._person, is_person=True)
        if pronoun == "it" and self._thing:
            return _Actor(self._thing, is_person=False)
        return None
