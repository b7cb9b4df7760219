"""Whether a clause tells what happened, what is expected, or what may be."""

import re
from typing import Literal, NamedTuple

from .speakers import OPENING_CLAUSE

_LOOK = frozenset(
    """will would may might could shall won't won’t to expected due scheduled planned slated if unless If Unless perhaps
    Perhaps possibly Possibly""".split()
)
_BESIDE = r"(?:(?:not|now|also|still|only|soon|never|likely|widely|[a-z]+ly) ){0,2}"
_EXPECTED = re.compile(
    rf"\b(?:will|won['’]t|shall|would(?! have\b))\b|['’]ll\b"
    rf"|(?:\b(?:is|are|am|was|were|be)|['’](?:s|re|m)) {_BESIDE}(?:(?:expected|due|scheduled|set|likely|planned|slated"
    rf"|poised|about|going|bound|anticipated|planning|preparing|hoping|aiming) to\b"
    r"|(?:expected|due|scheduled|planned|slated) (?:for|by|in|on|at|next|this|within|later|before|soon|around)\b)"
    r"|\b(?:plans?|intends?|aims?|hopes?|expects?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|threaten(?:s|ed)?|planned) to\b"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could)\b(?! (?:not|hardly|barely|only|no longer) )(?! 20)|\b(?:[Pp]ossibly|[Pp]erhaps)\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|were to|[Ii]f it were)\b")
# Where the main clause goes over into another; what is expected there is not what the sentence tells.
_SUBORDINATE = re.compile(
    r"(?<=\w)[,;:–—]? (?:which|who|whose|whom|that|while|after|because|when|where|although|though|since|so|but|as"
    r"|before|until|if|unless|whether)\b|; "
)
_ASIDE = re.compile(r", (?:who|which|whose|where|a|an|the)\b[^,]{1,120},|\([^()]{1,80}\)")
_HAPPENED = re.compile(
    r"\b(?:was|were|had|has|have|did|is|are|went|came|took|made|gave|left|met|began|said)\b"
    r"|\b[a-z]{2,}ed (?:the|an?|his|her|its|their|to|on|in|for|up|out|that|from|with|by)\b"
)


class Outlook(NamedTuple):
    """What a clause expects or holds possible, and the word that shows it."""

    modality: Literal["expected", "possible"]
    cue: str


def find_outlook(clause: str) -> Outlook | None:
    """What the main clause of some words expects or holds possible; None when it tells what is or was.

    What stands in clauses below it (`…, which will …`) does not count, nor what comes after a past tense.

    Known failures: a verb in the present for things to come (`leaves on Monday`); a relative clause without a
    comma hides what follows it.
    """
    if _LOOK.isdisjoint(clause.split()) and "ll " not in clause:
        return None
    opening = OPENING_CLAUSE.match(clause)
    main = _ASIDE.sub(" ", clause[opening.end() if opening else 0 :])
    cut = _SUBORDINATE.search(main)
    head, rest = (main[: cut.start()], main[cut.start() :]) if cut else (main, "")
    is_conditional = _CONDITION.search(rest) is not None or clause.startswith(("If ", "Unless "))
    expected, possible = _EXPECTED.search(head), _POSSIBLE.search(head)
    first = min((match for match in (expected, possible) if match), key=lambda match: match.start(), default=None)
    if first is None:
        return Outlook("possible", "if") if is_conditional and not _HAPPENED.search(head) else None
    if _HAPPENED.search(head, 0, first.start()):
        return None
    cue = first.group()
    if first is possible or (is_conditional and cue == "would"):
        return Outlook("possible", cue)
    return Outlook("expected", cue)
