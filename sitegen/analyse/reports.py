"""Reports: who says something in a sentence, outside of its quotation marks, and what."""

import re
from typing import NamedTuple

from sitegen.model import Modality

from .reporting_rules import CONVINCED_THAT, RULES_OF, rule_of
from .reporting_verbs import BELIEVING, CONVINCED, NOUN_OR_VERB, PLURAL_ONLY, PROGRESSIVE, SAYING
from .source_words import DOCUMENTS, NOBODY, OUTLET_NOUNS, UNNAMED
from .speakers import ACCORDING, FINITE, NAME, any_of, clean_speaker, first_subject, subject_of
from .tags import Tag, headline_tag, inverted_tag, tag_behind
from .voices import is_unnamed


class Report(NamedTuple):
    """That somebody says something."""

    source: str | None
    """None: nobody is stated."""
    cue: str
    claim: str
    """The words that say what is claimed."""
    modality: Modality = "said"
    told: str | None = None
    """Whom it was told to, as printed."""
    is_relayed: bool = False
    """Some medium is said to quote it, with its name or without."""


_VERBS = frozenset(RULES_OF)
_WORD = re.compile(r"[\w’'-]+")
_CUE = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
# A verb in a clause below the main one does not say whose claim the sentence is.
_BELOW = re.compile(
    r"(?:(?:^|[\s,])(?:who|which|that|after|when|while|because|before|although|though|if|since|what|than|whether)"
    r"|, as(?! well))\b[^,;]*$",
    re.IGNORECASE,
)
# `may say`, `to say`, `did not say`: nobody has said it. The last, of what somebody thinks, is a claim as well.
_NOT_YET = re.compile(r"\b(?:may|might|could|would|should|must|can|(?<!went on )(?<!goes on )to)(?: [a-z]+ly)? $")
_NOT = re.compile(r"(?:\b(?:cannot|not|never)|n[’']t)(?: [a-z]+ly)? $")
# a mistake he (said he made)
_OF_NOUN = re.compile(r"\b(?!(?:and|but|or|so|then|yet)\b)[\w’'-]+ (?:he|she|they) $")
# the alleged thief; his claim
_NO_VERB = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|no|of|in|for|with|by|over|about|against|from|other|new|any|each"
    r"|own)|[’']s) $",
    re.IGNORECASE,
)
# is saying
_IS = re.compile(r"\b(?:is|are|was|were|been)(?: [a-z]+ly| now| also)? $")
# auditors (state); police (report); the council and the mayor (claim)
_PLURAL = re.compile(
    r"(?:[^\W\d_]s|\b(?:they|we|I|you|who|that|which|many|some|others|people|police|men|women|media|staff|also|still|now"
    r"|[a-z]+ly)) $|\band [^,;]{1,60} $",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she they it we i you".split())
_THAT = re.compile(r"(?:[\w’'-]+ ){0,6}that ")
# people close to the family; a study by the university
_MORE_OF_SOURCE = re.compile(
    r"(?:(?:(?<=close)|(?<=familiar)|(?<=briefed)|(?<=involved)|(?<=privy)) (?:to|with|on|in)| by)"
    r"(?: (?!(?:and|but|who|that|as|when|while|after|before)\b)[\w’'-]+){1,7}(?=[,.;]|$)"
)
# as Ada Reed put it; as Ada Reed noted,; in Ada Reed’s view; in the words of Ada Reed
_VIEW_NOUN = r"(?:view|opinion|words|telling|account|estimate|reckoning|assessment|judge?ment)"
_VIEW = re.compile(
    rf"\b(?:[Aa]s (?P<a>{NAME}) (?:(?:puts?|sees|saw|tells|told) it\b|(?:{any_of(SAYING)})(?=,))"
    rf"|(?:[Ii]n|[Bb]y) (?P<b>{NAME}?)[’']s? {_VIEW_NOUN}\b|[Ii]n (?P<d>his|her|their) (?:view|opinion|telling)\b"
    rf"|(?:[Ii]n|[Bb]y) the {_VIEW_NOUN} of (?P<c>{NAME}))"
)
_VIEW_WORDS = frozenset(
    "view opinion words telling account estimate reckoning assessment judgement judgment it As as".split()
)
_UNTRUE = (
    r"(?:not true|untrue|false|baseless|groundless|unfounded|fabricated|invented|a lie|lies|a hoax|nonsense|absurd"
    r"|without foundation|without merit)\b"
)
_DISOWNED = re.compile(
    r"(?:that )?(?:(?:it|this|that|(?:[\w’'-]+ ){0,4}?(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?"
    r"|suggestions?|stor(?:y|ies))(?: (?:that|of) [^,;]{1,60}?)?)(?: [a-z’']+)?"
    rf" (?:is|are|was|were) (?:[a-z]+ly )?{_UNTRUE}|[Tt]here (?:is|was) (?:no truth|nothing) )"
)
_BELIEVED = r"(?:believed|thought|said|understood|reported|alleged|rumou?red|feared|suspected|presumed|claimed)"
_HEARSAY = re.compile(
    r"\b(?P<cue>reportedly|allegedly|purportedly|supposedly"
    rf"|(?:is|are|was|were) (?:widely |also |still |now )?(?:{_BELIEVED} (?:to|dead)\b|(?:accused|suspected) of\b)"
    r"|(?:court|jury|inquiry|inquest|hearing|trial|tribunal|committee) (?:was|were) told that\b"
    rf"|[Ii]t (?:is|was|has been) (?:widely )?{_BELIEVED}(?! (?:to|by|in|on|of)\b)"
    r"|[Tt]here (?:is|was|are|were|have been|has been) (?:[a-z]+ )?(?:reports|rumou?rs|claims|allegations|suggestions"
    r"|talk) (?:that|of)\b)"
)
_HEARSAY_WORDS = frozenset(
    """reportedly allegedly purportedly supposedly believed thought said understood reported alleged rumoured rumored
    feared suspected presumed claimed accused told reports rumours rumors claims allegations suggestions talk""".split()
)
_MEDIUM = (
    r"(?P<who>(?:the |an? )?(?:[A-Z][\w.&’'-]*(?: (?:(?:of|de|del|della|dello|du|der|la|le) )?[A-Z0-9][\w.&’'-]*){0,4}"
    rf"|(?:[\w’'-]+ ){{0,3}}?(?:{any_of(OUTLET_NOUNS)})\b(?: station| channel| programme| show)?))"
)
_TOLD = re.compile(f" {_MEDIUM}")
_TOLD_IN = re.compile(
    r"\b(?:interview (?:with|on)|[Ss]peaking (?:to|on)|spoke to|comments to|remarks to|appear(?:ance|ing) on"
    rf"|[Ww]riting in|article in) {_MEDIUM}"
)
_TOLD_WORDS = frozenset(
    "interview Speaking speaking spoke comments remarks appearance appearing Writing writing".split()
)
_REPORTED_BY = re.compile(rf"\breported (?:first )?by {_MEDIUM}")
_QUOTED_AS = re.compile(
    r"\b(?:was|were|is|are|been) (?:also )?(?:quoted|cited)"
    r" (?:(?:by|in) (?P<by>[^,]{1,40}?) )?as saying\b"
)


_KINDS = UNNAMED | DOCUMENTS | OUTLET_NOUNS


def find_report(masked: str, text: str) -> Report | None:
    """Who says what, outside of quotation marks; None when nobody but the article does.

    `masked` is the sentence with a mask for quoted words, `text` the same with the words.

    Method: decision 0012, patterns in the order of their precision: `according to`; a headline's tag; a tag with its
    verb first; the first reporting verb of the main clause, in a tag or with its subject; a view; hearsay.
    """
    words = set(_WORD.findall(masked))
    report = _find(masked, text, words)
    if report is None or report.told or words.isdisjoint(_TOLD_WORDS):
        return report
    told = _TOLD_IN.search(masked)
    return report._replace(told=told["who"].rstrip(".")) if told else report


def _find(masked: str, text: str, words: set[str]) -> Report | None:
    if "ccording" in masked and (report := _according(masked, text, words)):
        return report
    if tag := headline_tag(masked):
        return _of_tag(tag, masked, text)
    if not words.isdisjoint(_VERBS) and (report := _with_verb(masked, text)):
        return report
    if not words.isdisjoint(CONVINCED) and (match := CONVINCED_THAT.search(masked)):
        source = None if _BELOW.search(masked, 0, match.start()) else subject_of(masked, match)
        if source:
            return Report(source, match.group(), text[match.end() :])
    if words & _VIEW_WORDS and (match := _VIEW.search(masked)):
        source = match["d"] or clean_speaker(match["a"] or match["b"] or match["c"])
        if source and (source[0].isupper() or match["d"]):
            return Report(source, match.group().replace(source, "…"), text[match.end() :].lstrip(" ,"))
    return None if words.isdisjoint(_HEARSAY_WORDS) else _hearsay(masked, text)


def _according(masked: str, text: str, words: set[str]) -> Report | None:
    match = ACCORDING.search(masked)
    if not match:
        return None
    source = clean_speaker(match["who"]) or (match["who"] if words & _KINDS else None)
    if source and (more := _MORE_OF_SOURCE.match(masked, match.end("who"))):
        source += more.group()
    if not source or _BELOW.search(masked, 0, match.start()):
        return None
    return Report(source, "according to", text[: match.start()] or text[match.end() :])


def _with_verb(masked: str, text: str) -> Report | None:
    if tag := inverted_tag(masked):
        return _of_tag(tag, masked, text)
    if "as saying" in masked and (match := _QUOTED_AS.search(masked)):
        source = clean_speaker(masked[: match.start()].rpartition(", ")[2])
        return Report(source, "quoted as saying", text[match.end() :], told=match["by"], is_relayed=True)
    for match in _CUE.finditer(masked):
        verb = match.group()
        if verb not in _VERBS or _is_no_claim(masked, match):
            continue
        below = _BELOW.search(masked, 0, match.start())
        described = below and _described(masked, below, match.start())
        if below and not described:
            continue
        if tag := tag_behind(masked, match):
            return _of_tag(tag, masked, text)
        rule = rule_of(verb, masked, match.end())
        source = (described or subject_of(masked, match)) if rule else None
        if rule and source and _is_somebody(source):
            return _of_clause(masked, text, match, source, rule.modality)
    if "reported" in masked and (match := _REPORTED_BY.search(masked)):
        return Report(match["who"].rstrip("."), "reported by", text[: match.start()])
    return None


def _described(masked: str, below: re.Match[str], verb: int) -> str | None:
    """The subject of a verb behind a clause that describes it: `People who had seen the plan said`."""
    clause = masked[below.start() : verb].lstrip(" ")
    if not clause.startswith(("who ", "that ", "which ")) or not FINITE.search(clause):
        return None
    if FINITE.search(masked, 0, below.start()) or not _VERBS.isdisjoint(_WORD.findall(clause)):
        return None
    return clean_speaker(masked[: below.start()])


def _is_somebody(source: str) -> bool:
    """Whether it can say something: not `nobody`, and not a noun with a clause behind it, `a mistake he (said)`."""
    words = source.lower().split()
    return words[0] not in NOBODY and (len(words) == 1 or words[-1] not in _PRONOUNS)


def _is_no_claim(masked: str, verb: re.Match[str]) -> bool:
    start = verb.start()
    if _NO_VERB.search(masked, 0, start):
        return True
    if _NOT_YET.search(masked, 0, start):
        would_only = masked.endswith("would only ", 0, start)
        return not (would_only or (masked.endswith("would ", 0, start) and masked.startswith(" only ", verb.end())))
    if verb.group() in PLURAL_ONLY and not _PLURAL.search(masked, 0, start):
        return True
    if _NOT.search(masked, 0, start):
        return verb.group() not in BELIEVING
    if verb.group() in PROGRESSIVE and not _IS.search(masked, 0, start):
        return True
    clause = re.split("[,;:]", masked[:start])[-1]
    if verb.group() in NOUN_OR_VERB or _OF_NOUN.search(clause):
        return FINITE.search(f" {clause}") is not None
    return False


def _of_tag(tag: Tag, masked: str, text: str) -> Report:
    claim = text[: tag.start] or text[tag.end :]
    source = tag.source
    if source.lower() in ("it is", "it was", "it has been"):
        return Report(None, f"{source} {tag.verb}", claim)
    if source == "they" and is_unnamed(subject := first_subject(claim) or claim.partition(" ")[0]):
        source = subject  # Residents fled, they said.
    modality: Modality = "denied" if _DISOWNED.match(claim) else "said"
    return Report(source, tag.verb, claim, modality, _told(masked, tag.verb, tag.end))


def _of_clause(masked: str, text: str, match: re.Match[str], source: str, modality: Modality) -> Report:
    verb, claim = match.group(), text[match.end() :]
    if not claim.strip(" .") or claim.startswith((".", ",")):
        claim = text[: match.start()]
    if _DISOWNED.match(claim.strip()):
        modality = "denied"
    return Report(source, verb, _THAT.sub("", claim.strip()), modality, _told(masked, verb, match.end()))


def _told(masked: str, verb: str, end: int) -> str | None:
    """Whom it was told to, if that has a name."""
    match = _TOLD.match(masked, end) if verb in ("told", "tells", "tell") else None
    return match["who"].rstrip(".") if match else None


def _hearsay(masked: str, text: str) -> Report | None:
    match = _HEARSAY.search(masked)
    if not match or _BELOW.search(masked, 0, match.start()):
        return None
    return Report(None, match["cue"], text[match.end() :])
