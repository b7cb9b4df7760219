"""Attribution: whose claim a sentence is, and whether it tells what happened."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from sitegen.model import Attribution, Mention, Modality, Quote, Sentence, Voice

from .actors import Actors
from .modality import find_outlook
from .quotes import FEW_WORDS
from .reporting_verbs import CLAIMING, CLAIMING_THAT, DENYING, PARTICIPLES, PLEDGING, SAYING
from .source_words import GROUPS, INDEFINITE, OUTLET_ENDS, OUTLET_NOUNS, OUTLETS, UNNAMED
from .speakers import ACCORDING, APPOSITION, BESIDE, MASK, NAME, PHRASE, any_of, clean_speaker, subject_of

CUES = SAYING | CLAIMING | CLAIMING_THAT | DENYING | PLEDGING
_CLAIM = r"(?:all |the |any |those |these |such |his |her |their |its |[a-z]+ ){0,2}"
_VERB = re.compile(
    rf"(?<![\w-])(?:(?P<claiming>{any_of(CLAIMING)})"
    rf"|(?P<denying>{any_of(DENYING)})(?= (?:that\b|being\b|having\b|\w+ing\b|(?:he|she|it|they|there)\b"
    rf"|{_CLAIM}(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?|wrongdoing|involvement"
    r"|responsibility)\b))"
    rf"|(?P<pledging>{any_of(PLEDGING)})(?=(?: not)? to\b)"
    rf"|(?P<that>{any_of(CLAIMING_THAT)})"
    r"(?=(?: (?!(?:the|an?|its|his|her|their|this|these|such)\b)[\w’'.-]+){0,4} that\b| (?:he|she|they|it|there)\b"
    r"| (?:the )?[A-Z][\w’'-]+ (?:[\w’'-]+ ){0,4}(?:is|are|was|were|had|has|have|will|would|could|may|[a-z]+ed)\b))"
    r"(?![\w-])"
)
# …, Ada Reed said.   …, Ada Reed said, …
_TAG = re.compile(
    rf", (?!(?:who|which|and|but|as|when|while|after|because)\b)(?P<who>{PHRASE}){APPOSITION} {BESIDE}"
    rf"(?P<verb>{any_of(CLAIMING)}"
    r"|reported|reports|is reporting|are reporting)"
    r"(?=[,.;]|$| (?:on|in|at|to|during|late|last|this|yesterday|[A-Z]\w+day)\b)"
)
# …, said Ada Reed.
_INVERTED = re.compile(rf", (?P<verb>said|says|added|adds|wrote|writes) (?P<who>{NAME})")
_HEARSAY = re.compile(
    r"\b(?P<cue>reportedly|allegedly|purportedly|(?:is|are|was|were) (?:widely |also )?"
    r"(?:believed|thought|said|understood|reported|alleged|rumou?red|feared) to)\b"
)
_HEARSAY_WORDS = frozenset(
    """reportedly allegedly purportedly believed thought said understood reported alleged rumoured rumored
    feared""".split()
)
_TOLD = re.compile(r" (?:the )?(?P<who>[A-Z][\w.&’'-]*(?: [A-Z0-9][\w.&’'-]*){0,4})")
# A verb in a clause below the main one does not say whose claim the sentence is.
_BELOW = re.compile(
    r"(?:^|[\s,])(?:who|which|that|after|when|while|because|before|although|though|if|since|what|than|whether)\b[^,;]*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:[\w’'-]+ ){0,6}that ")
# `may say`, `to say`, `did not say`: nobody has said it.
_NOT_YET = re.compile(r"\b(?:may|might|could|would|should|must|can|cannot|to|not|never)(?: [a-z]+ly)? $")
_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 2000
"""Characters of a sentence that are searched: what is longer is no prose."""
_MARKS = " \"'“”‘’«»`"


class _Report(NamedTuple):
    """That somebody says something, as a sentence outside of its quotations has it."""

    source: str | None
    """None: nobody is stated."""
    cue: str
    claim: str
    """The words that say what is claimed."""
    modality: Modality = "said"
    told: str | None = None
    """Whom it was told to."""


class _Finding(NamedTuple):
    """Whose claim a sentence is, and the words that its modality is to be read from."""

    voice: Voice
    source: str | None
    cue: str | None
    claim: str
    modality: Modality
    """Unless the claim says more."""


def attribute(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], mentions: Sequence[Mention], publisher: str | None
) -> tuple[Attribution, ...]:
    """For each sentence of an article, whose claim it is, and whether it tells what happened.

    Quotes and mentions are those of the sentences, in their order. `publisher` is the article's own outlet: what
    somebody told it is no other outlet's claim.

    Method: the words in quotation marks first; then a reporting verb of the main clause with its subject, or a
    tag at the end; the source's own words say whether it is named. The modality is that of the claim.

    Known failures: a reporting verb deep in a sentence; groups by their calling (`farmers said`) are named.
    """
    quotes_in, mentions_in = _by_sentence(quotes), _by_sentence(mentions)
    actors = Actors()
    found: list[Attribution] = []
    for sentence in sentences:
        voice, source, cue, claim, modality = _find(sentence.text, quotes_in.get(sentence.id, ()), publisher)
        outlook = find_outlook(claim) if modality != "denied" else None
        if voice == "quoted" and outlook and outlook.cue in ("if", "would"):
            outlook = None  # what somebody imagines
        if outlook:
            modality = outlook.modality
        is_told = voice in ("outlet", "other-outlet")
        actor = actors.of(sentence, mentions_in.get(sentence.id, ()), source, is_told=is_told)
        reason = _reason(voice, source, cue) + (f"; {modality}: “{outlook.cue}”" if outlook else "")
        found.append(Attribution(sentence.id, voice, source, cue, modality, reason, actor))
    return tuple(found)


_Part = TypeVar("_Part", Quote, Mention)


def _by_sentence(parts: Sequence[_Part]) -> dict[str, list[_Part]]:
    found: dict[str, list[_Part]] = {}
    for part in parts:
        found.setdefault(part.sentence, []).append(part)
    return found


def _find(text: str, quotes: Sequence[Quote], publisher: str | None) -> _Finding:
    if quotes and (quote := _quoted(text, quotes)):
        return _Finding("quoted", quote.speaker_text, quote.verb, quote.text, "said")
    report = _find_report(_mask(text, quotes)[:_LONGEST], text)
    if report:
        return _Finding(_voice_of(report, publisher), report.source, report.cue, report.claim, report.modality)
    said = next(
        (quote for quote in quotes if quote.verb and quote.verb not in PARTICIPLES and not _is_title(quote)), None
    )
    if said and said.speaker_text:
        report = _Report(said.speaker_text, said.verb or "", "")
        return _Finding(_voice_of(report, publisher), said.speaker_text, said.verb, "", "said")
    return _Finding("outlet", None, None, text, "happened")


def _quoted(text: str, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that makes the sentence its speaker's own words: it opens it, or is half of it."""
    long = [quote for quote in quotes if quote.speaker_text or len(quote.text.split()) > FEW_WORDS]
    if not long:
        return None
    first = next((quote for quote in long if quote.speaker_text), long[0])
    before = text[: long[0].start].rstrip(_MARKS)
    is_long = len(long[0].text.split()) > FEW_WORDS
    opens = (not before and (is_long or long[0].verb)) or (
        is_long and before.endswith((",", ":")) and not long[0].text[0].islower() and long[0].verb
    )
    words = sum(len(quote.text.split()) for quote in long)
    return first if opens or 2 * words >= len(text.split()) else None


def _is_title(quote: Quote) -> bool:
    """Whether it names a work: `her book “The Old Bridge”`."""
    return all(word[0].isupper() or len(word) < 5 for word in quote.text.split()) and quote.text[0].isupper()


def _mask(text: str, quotes: Sequence[Quote]) -> str:
    pieces: list[str] = []
    position = 0
    for quote in quotes:
        pieces += text[position : quote.start], MASK * (quote.end - quote.start)
        position = quote.end
    return "".join([*pieces, text[position:]])


def _find_report(masked: str, text: str) -> _Report | None:
    """Who says what, outside of quotation marks; None when nobody but the article does."""
    words = set(_WORD.findall(masked))
    if "ccording" in masked and (match := ACCORDING.search(masked)):
        source = clean_speaker(match["who"]) or (match["who"] if words & UNNAMED else None)
        if source and not _BELOW.search(masked, 0, match.start()):
            return _Report(source, "according to", text[: match.start()] or text[match.end() :])
    if words & CUES:
        for match in _VERB.finditer(masked):
            if _BELOW.search(masked, 0, match.start()) or _NOT_YET.search(masked, 0, match.start()):
                continue
            if source := subject_of(masked, match):
                return _report(masked, text, match, source)
        for pattern in (_TAG, _INVERTED):
            match = pattern.search(masked)
            if match and (source := clean_speaker(match["who"])):
                return _Report(source, match["verb"], text[: match.start()])
    hearsay = None if words.isdisjoint(_HEARSAY_WORDS) else _HEARSAY.search(masked)
    if hearsay and not _BELOW.search(masked, 0, hearsay.start()):
        return _Report(None, hearsay["cue"], text[hearsay.end() :])
    return None


def _report(masked: str, text: str, match: re.Match[str], source: str) -> _Report:
    verb = match.group()
    after = text[match.end() :]
    claim = after if after.strip(" .") and not after.startswith((".", ",")) else text[: match.start()]
    claim = _THAT.sub("", claim.strip())
    if match["denying"]:
        return _Report(source, verb, claim, "denied")
    if match["pledging"]:
        return _Report(source, verb, claim, "expected")
    told = _TOLD.match(masked, match.end()) if verb in ("told", "tells", "tell") else None
    return _Report(source, verb, claim, "said", told["who"] if told else None)


def _voice_of(report: _Report, publisher: str | None) -> Voice:
    if report.told and _is_outlet(report.told, publisher):
        return "other-outlet"
    if report.source is None:
        return "unnamed"
    if _is_outlet(report.source, publisher):
        return "other-outlet"
    return "unnamed" if _is_unnamed(report.source) else "named"


def _is_outlet(source: str, publisher: str | None) -> bool:
    """Whether a source is an outlet, and not the article's own."""
    name = source.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s")
    if publisher and name.casefold() in publisher.casefold():
        return False
    words = name.split()
    if name in OUTLETS or (len(words) > 1 and words[-1] in OUTLET_ENDS and words[0][0].isupper()):
        return True
    return words[-1] in OUTLET_NOUNS or name.endswith("news agency")


def _is_unnamed(source: str) -> bool:
    """Whether a source is people without a name: `two senior officials`, `an aide to Ada Reed`."""
    words = _WORD.findall(re.split(r" (?:at|in|of|from|with|to|who|for|on|close|familiar|briefed)\b", source)[0])
    if not words or words[-1].lower() not in UNNAMED:
        return False
    noun, first = words[-1].lower(), words[0].lower()
    if noun in GROUPS:
        return not (len(words) > 1 and words[0][0].isupper() and words[0].lower() != "the")
    return noun.endswith("s") or noun in ("people", "some", "many", "police") or first in INDEFINITE


def _reason(voice: Voice, source: str | None, cue: str | None) -> str:
    who = source or "nobody that is named"
    if voice == "quoted":
        return f"in quotation marks, {f'{cue}: {source}' if source and cue else source or 'speaker unclear'}"
    if voice == "outlet":
        return "nobody else is said to say it"
    return f"{cue}: {who}"
