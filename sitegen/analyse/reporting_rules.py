"""Rules of reporting verbs: what must follow one for its sentence to be somebody's claim."""

import re
from typing import NamedTuple

from sitegen.model import Modality

from .reporting_verbs import (
    CALLING,
    CLAIMING,
    CLAIMING_STRAIGHT,
    CLAIMING_THAT,
    CLAIMING_TO,
    CLAIMING_WITH,
    CONVINCED,
    DENYING,
    DESCRIBING,
    DISPUTING,
    EXPECTING,
    FORECASTING,
    ORDERING,
    PLEDGING,
    PROGRESSIVE,
    RECALLING,
    RESPONDING,
)
from .speakers import any_of


class Rule(NamedTuple):
    """That a verb reports a claim."""

    verbs: frozenset[str]
    follows: re.Pattern[str]
    """Matches behind the verb."""
    modality: Modality = "said"


_WORD = r"[\w’'.,%€$£-]+"
_DETERMINER = r"(?:the|an?|its|his|her|their|this|these|such|all|no|some|most|many|any)"
_CLAIM_NOUN = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?|wrongdoing|involvement|responsibility"
    r"|findings?|versions?|links?|ties|knowledge|guilt|role|part|existence|murder|theft|fraud|bribery|corruption"
    r"|manslaughter|assault|negligence|treason|intent|idea|notion|criticism|criticisms)\b"
)
_UNTRUE = (
    r"(?:baseless|groundless|unfounded|false|untrue|fabricated|invented|absurd|fake|nonsense|rubbish|fantasy|fiction|lies"
    r"|a lie|a hoax|without foundation|without merit)\b"
)
_FINITE = r"(?:is|are|was|were|had|has|have|did|will|would|could|may|might|must|should|can)\b"
_NO_SUBJECT = r"(?:who|which|that|and|but|as|whose|when|where|how|what|why|whether|if|after|to)\b"
_CLAUSE = (
    # announced in a letter on Monday that …
    rf" (?:(?!{_DETERMINER}\b)[\w’'.-]+ ){{0,4}}that\b| (?:in|on|at|to) (?:[\w’'-]+ ){{1,5}}?that\b"
    # announced she had left; announced the old bridge was shut; announced Sollevik closed it
    rf"| (?:he|she|they|it|there|we|I|you)\b| (?:(?!{_NO_SUBJECT}){_WORD} ){{1,6}}?{_FINITE}"
    r"| (?:the )?[A-Z][\w’'-]+ (?:(?!to\b)[\w’'-]+ ){0,4}[a-z]+ed\b"
)
_SAID_NOTHING = (
    r"(?! (?:goodbye|farewell|thank|prayers|with|over)\b)"
    r"(?! (?:nothing|little|no more)(?:[.,;]|$| (?:as|about|of|to|on|when|for|more|in|at|while|during|after|before)\b))"
)
_AN_ORDER = r"(?! (?:(?!that\b)[\w’'-]+ ){1,4}?(?:not )?to (?!(?:the|an?|reporters|journalists|police)\b)[a-z]+)"
_OBJECT = rf" (?:(?!{_NO_SUBJECT})[\w’'-]+ ){{1,6}}?"
_CALLED = (
    r"(?! (?:for|on|off|in|up|out|a|an|the police|police|the ambulance|an ambulance)\b)"
    r" (?:(?:the|this|these|that|his|her|its|their) [\w’'-]+|it|him|them|[A-Z][\w’'-]+)(?: [\w’'-]+){0,3}? "
    r"(?:an? (?!(?:few|second|third|day|week|month|year|minute|number|moment|couple|short)\b)"
    r"|[a-z]+(?:ful|less|ous|ive|able|ible|ic|ent|ish)\b)"
)

CONVINCED_THAT = re.compile(
    rf"\b(?:is|are|was|were|remains?) (?:[a-z]+ly |not )?(?:{any_of(CONVINCED)}) (?:that|the|he|she|they|it)\b"
)
"""Is convinced that."""


def _rule(verbs: frozenset[str], follows: str, modality: Modality = "said") -> Rule:
    return Rule(verbs, re.compile(follows), modality)


RULES = (
    # denied that, denied being there, denied any part in it, denied the claims; dismissed it as false
    _rule(
        DENYING,
        r" (?:that\b|being\b|having\b|\w+ing\b|(?:he|she|it|they|there|this)\b(?! (?:an?|the)\b)|all\b|any\b"
        rf"|(?:[\w’'-]+ ){{0,3}}?{_CLAIM_NOUN})",
        "denied",
    ),
    _rule(DENYING | DESCRIBING, rf"(?: [\w’'-]+){{1,6}}? (?:as )?(?:[a-z]+ly )?{_UNTRUE}", "denied"),
    _rule(DISPUTING, rf" (?:{_DETERMINER}|that|[A-Z][\w’'-]*)\b", "denied"),
    _rule(frozenset({"maintains", "maintained", "protested", "protests"}), r" (?:his|her|their) innocence\b", "denied"),
    _rule(PLEDGING, r"(?: not)? to\b", "expected"),
    _rule(EXPECTING, r" [\w’'$€£]", "expected"),
    _rule(
        FORECASTING,
        r" (?:that|the|an?|no|its|[\d$€£]|(?:growth|profits?|losses|inflation|sales)\b|[a-z]+ (?:of|to|will|would)\b)",
        "expected",
    ),
    _rule(RECALLING, r" [a-z]+ing\b"),
    _rule(ORDERING, _AN_ORDER + _SAID_NOTHING),
    _rule(CLAIMING - ORDERING, _SAID_NOTHING),
    _rule(RESPONDING, r" (?:that|by saying(?: that)?)\b"),
    _rule((CLAIMING_THAT - RESPONDING) | PROGRESSIVE, _CLAUSE),
    *(
        _rule(verbs, rf"{_OBJECT}{word}\b" + (r" (?:\w+ ){0,3}?[\d$€£]" if word == "at" else ""))
        for word, verbs in CLAIMING_WITH.items()
    ),
    *(_rule(verbs, rf" {word}\b") for word, verbs in CLAIMING_STRAIGHT.items()),
    _rule(CLAIMING_TO, r" to [a-z]+\b"),
    _rule(CALLING, _CALLED),
    _rule(frozenset("made makes make".split()), r" (?:it )?(?:quite |very )?clear that\b"),
    _rule(frozenset({"quoted", "quotes", "cited"}), rf"{_OBJECT}as saying\b"),
)
"""In the order in which they are tried."""

RULES_OF = {verb: tuple(rule for rule in RULES if verb in rule.verbs) for rule in RULES for verb in rule.verbs}


def rule_of(verb: str, text: str, end: int) -> Rule | None:
    """The rule by which a verb that ends at `end` of a sentence reports a claim; None: it reports none."""
    return next((rule for rule in RULES_OF.get(verb, ()) if rule.follows.match(text, end)), None)
