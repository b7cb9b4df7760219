"""Attribution: whose claim a sentence is, and whether it tells what happened."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from sitegen.model import Attribution, Mention, Modality, Quote, Sentence, Voice

from .actors import Actors
from .modality import find_outlook
from .quotes import FEW_WORDS
from .reporting_verbs import PARTICIPLES
from .reports import find_report
from .speakers import mask, unmasked
from .voices import is_outlet, voice_of

_LONGEST = 2000
"""Characters of a sentence that are searched: what is longer is no prose."""
_MARKS = " \"'“”‘’«»`"


class _Finding(NamedTuple):
    """Whose claim a sentence is, and the words that its modality is to be read from."""

    voice: Voice
    source: str | None
    cue: str | None
    claim: str
    modality: Modality
    """Unless the claim says more."""
    outlet: str | None = None
    """The other outlet that reports it or was told it, as printed."""


def attribute(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], mentions: Sequence[Mention], publisher: str | None
) -> tuple[Attribution, ...]:
    """For each sentence of an article, whose claim it is, and whether it tells what happened.

    Quotes and mentions are those of the sentences, in their order. `publisher` is the article's own outlet: what
    somebody told it is no other outlet's claim.

    Method: decision 0012. The words in quotation marks first; then who reports something outside of them; the
    source's own words say whether it is named. The modality is that of the claim.

    Known failures: a reporting verb deep in a sentence; an act that is a claim as well (`pleaded not guilty`).
    """
    quotes_in, mentions_in = _by_sentence(quotes), _by_sentence(mentions)
    actors = Actors()
    found: list[Attribution] = []
    for sentence in sentences:
        voice, source, cue, claim, modality, outlet = _find(sentence.text, quotes_in.get(sentence.id, ()), publisher)
        outlook = find_outlook(claim) if modality != "denied" else None
        if voice == "quoted" and outlook and outlook.cue in ("if", "would"):
            outlook = None  # what somebody imagines
        if outlook:
            modality = outlook.modality
        is_told = voice in ("outlet", "other-outlet")
        actor = actors.of(sentence, mentions_in.get(sentence.id, ()), source, is_told=is_told)
        reason = _reason(voice, source, cue) + (f"; {modality}: “{outlook.cue}”" if outlook else "")
        found.append(Attribution(sentence.id, voice, source, cue, modality, reason, outlet, actor))
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
    masked = mask(text, [(quote.start, quote.end) for quote in quotes])[:_LONGEST]
    if report := find_report(masked, text):
        report = report._replace(source=report.source and unmasked(report.source, masked, text))
        voice = "other-outlet" if report.is_relayed else voice_of(report.source, report.told, publisher)
        outlet = report.told if is_outlet(report.told or "", publisher) else report.source
        if voice != "other-outlet" or not is_outlet(outlet or "", publisher):
            outlet = None
        return _Finding(voice, report.source, report.cue, report.claim, report.modality, outlet)
    said = next(
        (quote for quote in quotes if quote.verb and quote.verb not in PARTICIPLES and not _is_title(quote)), None
    )
    if said and said.speaker_text:
        voice = voice_of(said.speaker_text, None, publisher)
        outlet = said.speaker_text if voice == "other-outlet" else None
        return _Finding(voice, said.speaker_text, said.verb, "", "said", outlet)
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


def _reason(voice: Voice, source: str | None, cue: str | None) -> str:
    who = source or "nobody that is named"
    if voice == "quoted":
        return f"in quotation marks, {f'{cue}: {source}' if source and cue else source or 'speaker unclear'}"
    if voice == "outlet":
        return "nobody else is said to say it"
    return f"{cue}: {who}"
