"""Tags: who says it, behind or inside of what is said: `The bridge is safe, Ada Reed said.`"""

import re
from typing import NamedTuple

from .reporting_verbs import CLAIMING, CLAIMING_THAT, SAYING
from .source_words import DOCUMENTS, HEADLINE_SOURCES, OUTLET_NOUNS, UNNAMED
from .speakers import APPOSITION, BESIDE, FINITE, NAME, OPENING_CLAUSE, PHRASE, any_of, clean_speaker


class Tag(NamedTuple):
    """A tag, and where in its sentence it stands."""

    source: str
    verb: str
    start: int
    end: int
    """Of its verb and source."""


_VERBS = SAYING | CLAIMING | CLAIMING_THAT
_AFTER = re.compile(
    r"[,.;]|$| [—–] | to (?:the|reporters|journalists|[A-Z])"
    r"| (?:on|in|at|by|during|late|last|this|yesterday|[A-Z]\w+day)\b"
)
_AFTER_TOLD = re.compile(r" (?:[a-z]+ )?(?:[A-Z]|police|reporters|journalists|staff|the\b)")
_WHO = re.compile(
    rf"(?:,| [—–]) (?!(?:who|which|and|but|as|when|while|after|because|or)\b)(?P<who>{PHRASE}){APPOSITION} {BESIDE}$"
)
_REACH = 200  # characters from the comma to the verb
_INVERTED = re.compile(
    r", (?P<verb>said|says|say|added|adds|wrote|writes|write|warned|warns|warn|explained|explains|argued|argues|argue)"
    rf" (?P<who>{NAME})"
)
# said Ada Reed (on Sunday.)
_ON_A_DAY = re.compile(r" (?:on|late|early|last|this|in|at|during) [^,;\0]{1,50}$")
_ASIDE = re.compile(r", (?:who|which|whose|where|an?|the) [^,]*$")
_TITLE = rf"(?:[\w’'-]+ ){{0,2}}?(?:{any_of(HEADLINE_SOURCES | UNNAMED | DOCUMENTS)})"
_SAYS_WHO = re.compile(rf", (?P<verb>says?) (?P<who>{_TITLE})$")
_I = re.compile(r"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?): (?=(?:I|We|My|Our)\b)")
_COLON = re.compile(rf"(?P<who>{_TITLE}): ", re.IGNORECASE)


def inverted_tag(masked: str) -> Tag | None:
    """`The road is shut, said Ada Reed.`: a whole clause before the verb, and none after it."""
    for match in _INVERTED.finditer(masked):
        before, who = masked[: match.start()], match["who"]
        ends = (
            masked[match.end() : match.end() + 1] in ("", ",", ".", ";")
            or masked.startswith(" who ", match.end())
            or _ON_A_DAY.match(masked, match.end()) is not None
        )
        goes_on = masked.startswith(",", match.end())  # The bridge, says Ada Reed, is shut.
        if not ends or FINITE.search(f" {who} ") or not (goes_on or _is_whole(before)) or _ASIDE.search(before):
            continue
        if clean_speaker(who):
            return Tag(who, match["verb"], match.start(), match.end())
    return None


def tag_behind(masked: str, verb: re.Match[str]) -> Tag | None:
    """`The road is shut, Ada Reed told the BBC.`: the tag with this verb, if a whole clause stands before it."""
    if verb.group() not in _VERBS or not _ends(masked, verb):
        return None
    match = _WHO.search(masked, max(0, verb.start() - _REACH), verb.start())
    if not match or not _is_whole(masked[: match.start()]):
        return None
    who = match["who"]
    source = clean_speaker(who) or (who if _is_headline(masked, verb, who) or _is_crowd(who) else None)
    return Tag(source, verb.group(), match.start(), verb.end()) if source else None


def headline_tag(masked: str) -> Tag | None:
    """Of a headline: `Rebels have fled, says army`, `Police: Driver was asleep`."""
    if masked.endswith((".", "!", "?")):
        return None
    if (match := _SAYS_WHO.search(masked)) or (match := _COLON.match(masked)) or (match := _I.match(masked)):
        verb = match.groupdict().get("verb") or ":"
        return Tag(match["who"], verb, match.start(), match.end())
    return None


def _ends(masked: str, verb: re.Match[str]) -> bool:
    is_told = verb.group() in ("told", "tells", "tell")
    return (_AFTER_TOLD if is_told else _AFTER).match(masked, verb.end()) is not None


def _is_whole(before: str) -> bool:
    """Whether it is a clause that can stand alone, as what was said can; no `On Monday`, no `After it fell`."""
    opening = OPENING_CLAUSE.match(f"{before}, ")
    return (opening is None or opening.end() < len(before)) and len(before.split()) > 1


def _is_headline(masked: str, verb: re.Match[str], who: str) -> bool:
    """Whether a tag without an article ends a headline: `…, minister says`."""
    is_present = verb.group() in ("says", "say", "finds", "find", "shows", "show", "warns", "warn", "reports", "report")
    return is_present and verb.end() == len(masked) and len(who.split()) < 4


def _is_crowd(who: str) -> bool:
    """Whether it is a plural that needs no article: `local media`, `police`."""
    words = who.split()
    return len(words) < 4 and (words[-1].lower() in UNNAMED or words[-1].lower() in OUTLET_NOUNS)
