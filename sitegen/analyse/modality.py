"""Whether a clause tells what happened, what is expected, or what may be."""

import re
from typing import Literal, NamedTuple

from .speakers import FINITE, OPENING_CLAUSE

_LOOK = frozenset(
    """will would may might could shall won't won’t due if unless If Unless perhaps Perhaps possibly Possibly possible
    chance risk danger possibility set maybe Maybe likely unlikely expected scheduled planned slated""".split()
)
"""A clause without any of these, and without one of `_LOOK_TO` and `to`, is not searched."""
_LOOK_TO = frozenset(
    """plan plans intend intends intended aim aims aimed hope hopes hoped expect expects vow vows vowed pledge pledges
    pledged promise promises promised threaten threatens threatened poised about going bound anticipated planning
    preparing hoping aiming forecast projected tipped certain sure""".split()
)
_BESIDE = r"(?:(?:not|now|also|still|only|soon|never|likely|widely|[a-z]+ly) ){0,2}"
# a will that was read; the aim is to close it
_NO_OUTLOOK = re.compile(
    r"(?:\b(?:the|a|his|her|their|own|free|my|of|aim|goal|job|task|idea|point|way|role|duty|purpose|hope)|[’']s) $",
    re.IGNORECASE,
)
_BE = rf"(?:\b(?:is|are|am|was|were|be)|['’](?:s|re|m)) {_BESIDE}"
_DUE = r"(?:expected|due|scheduled|planned|slated)"
_EXPECTED = re.compile(
    r"\b(?:will|won['’]t|shall|would(?! have\b))\b|['’]ll\b|\b(?:is|are|seems|remains) (?:un)?likely\b"
    rf"|{_BE}(?:expected|scheduled|set|planned|likely|unlikely|slated|poised|about|going|bound|anticipated|planning"
    r"|preparing|hoping|aiming|forecast|projected|tipped|certain|sure) to\b"
    # due to open, but not: due to the wind
    rf"|{_BE}due to (?!(?:the|an?|its|his|her|their|[a-z]+(?:s|ing|al|ed|ity|ion|ment|ness))\b)"
    rf"|{_BE}(?:set for|{_DUE} (?:for|by|in|on|at|next|this|within|later|before|soon|around))\b"
    r"|\b(?:plans?|planned|intend(?:s|ed)?|aim(?:s|ed)?|hope[sd]?|expect(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?"
    r"|threaten(?:s|ed)?) to\b"
    r"|\b(?:is|are) to (?!blame\b|the\b|an?\b|do with\b)[a-z]+\b"
)
# A habit, a refusal, what came later: past, if it is the article's own word.
_PAST_WOULD = re.compile(
    r"\bwould (?:silently|quietly|calmly|patiently|loudly|softly|gently|politely|often|sometimes|always|usually"
    r"|regularly|occasionally|frequently|routinely|repeatedly|invariably) [a-z]"
    r"|\b(?:would not|wouldn['’]t) (?:immediately |further )?(?:comment|discuss|say|confirm|elaborate|answer|name"
    r"|identify|disclose|speak|talk|speculate|specify|reveal|explain|respond|provide|give|release|describe)\b"
    r"|\bwould (?:later|eventually|soon|subsequently|afterwards|in time|one day|then|go on to|come to"
    r"|become known|be (?:called|known|named|remembered|dubbed|nicknamed))\b"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could)\b(?! (?:not|hardly|barely|only|no longer) )(?! 20)|\b(?:[Pp]ossibly|[Pp]erhaps|[Mm]aybe)\b"
    r"|\b[Ii]t (?:is|was|remains|seems) (?:quite |still )?possible\b"
    r"|\b[Tt]here (?:is|was|remains) (?:an?|some|every|the) (?:[a-z]+ )?(?:chance|risk|danger|possibility)\b"
)
# Border to reopen
_HEADLINE = re.compile(
    r"(?:[A-Z][^.?!]*? )?(?!(?i:from|between|how|ways?|fails?|tries|hopes|refuses|seeks|when|what|where|[a-z]+ed)\b)"
    r"[A-Za-z][\w’'-]* to (?P<verb>[a-z]+)\b"
)
_BECOMES = frozenset(
    """reopen open close shut cut raise scrap build launch face meet vote hold ban end start begin sell buy leave join
    quit resign stand replace move become return make pay lose stop merge create invest expand spend axe release stage
    get give host appeal review sign send receive introduce allow restore rise fall strike probe""".split()
)
"""Verbs of headlines for what will be."""
_CONDITION = re.compile(r"\b(?:(?<!even )if|unless|were to|[Ii]f it were)\b")
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
    words = clause.split()
    if _LOOK.isdisjoint(words) and "ll " not in clause and not (" to " in clause and _looks_ahead(clause, words)):
        return None
    opening = OPENING_CLAUSE.match(clause)
    main = _ASIDE.sub(" ", clause[opening.end() if opening else 0 :])
    cut = _SUBORDINATE.search(main)
    head, rest = (main[: cut.start()], main[cut.start() :]) if cut else (main, "")
    is_conditional = _CONDITION.search(rest) is not None or clause.startswith(("If ", "Unless "))
    possible = _POSSIBLE.search(head)
    expected = next(
        (match for match in _EXPECTED.finditer(head) if not _NO_OUTLOOK.search(head, 0, match.start())), None
    )
    first = min((match for match in (expected, possible) if match), key=lambda match: match.start(), default=None)
    if first is None and not is_conditional and (title := _HEADLINE.match(head)) and title["verb"] in _BECOMES:
        return None if FINITE.search(head) or clause.endswith(".") else Outlook("expected", f"to {title['verb']}")
    if first is None:
        return Outlook("possible", "if") if is_conditional and not _HAPPENED.search(head) else None
    if _HAPPENED.search(head, 0, first.start()):
        return None
    cue = first.group()
    if cue == "would" and not is_conditional and _PAST_WOULD.match(head, first.start()):
        return None
    if first is possible or (is_conditional and cue == "would"):
        return Outlook("possible", cue)
    return Outlook("expected", cue)


def _looks_ahead(clause: str, words: list[str]) -> bool:
    """Whether a clause with `to` may tell what will be; a headline may without any other word."""
    return not _LOOK_TO.isdisjoint(words) or " is to " in clause or " are to " in clause or not clause.endswith(".")
