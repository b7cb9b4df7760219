"""Attribution in a language that is described by tables: whose claim a sentence is."""

import re
from collections.abc import Sequence

from sitegen.languages import ReportTable
from sitegen.model import Attribution, Modality, Quote, Sentence, Voice

from .quotes import FEW_WORDS
from .reports_by_tables import TableReport, find_report_by_tables
from .speakers import mask

_MARKS = " \"'“”‘’«»„‚›‹`"
_COMPOUND_FROM = 7
"""Letters of a noun that compounds may end in: `Zeugen` is in `Fahrzeugen`."""
_WORD = re.compile(r"[^\W\d_]+")


def attribute_by_tables(
    sentences: Sequence[Sentence], quotes: Sequence[Quote], publisher: str | None, table: ReportTable
) -> tuple[Attribution, ...]:
    """For each sentence of an article, whose claim it is, as far as the tables tell; no actor but the source itself.

    Method: as in English (`attribution`): the words in quotation marks first, then who reports something outside of
    them, then the article itself. A few words stand for what is expected or possible.

    Known failures: those of `reports_by_tables`; what is expected is only known by such a word, not by the tense.
    """
    quotes_in: dict[str, list[Quote]] = {}
    for quote in quotes:
        quotes_in.setdefault(quote.sentence, []).append(quote)
    found: list[Attribution] = []
    block, source = "", None  # who said something last in the paragraph
    for sentence in sentences:
        source = source if sentence.block == block else None
        block = sentence.block
        found.append(_attribution(sentence, quotes_in.get(sentence.id, []), source, publisher, table))
        source = found[-1].source_text
    return tuple(found)


def _attribution(
    sentence: Sentence, quotes: list[Quote], before: str | None, publisher: str | None, table: ReportTable
) -> Attribution:
    text = sentence.text
    if quote := _quoted(text, quotes):
        modality = _modality(quote.text, "said", table)
        who = quote.speaker_text or "speaker unclear"
        reason = f"in quotation marks, {quote.verb}: {who}" if quote.verb else f"in quotation marks, {who}"
        return Attribution(sentence.id, "quoted", quote.speaker_text, quote.verb, modality, reason, quote.speaker_text)
    masked = mask(text, [(quote.start, quote.end) for quote in quotes])
    report = find_report_by_tables(masked, table) or _going_on(masked, before, table)
    if not report:
        modality = _modality(text, "happened", table)
        return Attribution(sentence.id, "outlet", None, None, modality, "nobody else is said to say it")
    voice = _voice(report.source, publisher, table)
    modality = report.modality if report.modality == "denied" else _modality(text, "said", table)
    reason = f"“{report.cue}”: {report.source or 'nobody that is named'}"
    return Attribution(sentence.id, voice, report.source, report.cue, modality, reason, report.source)


def _going_on(masked: str, before: str | None, table: ReportTable) -> TableReport | None:
    """That the last source of the paragraph goes on: `Der Bund werde zahlen.`"""
    words = _WORD.findall(masked)
    cue = next((word for word in words if word in table.reported), None)
    return TableReport(before, cue) if cue and table.first_persons.isdisjoint(words) else None


def _quoted(text: str, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that makes the sentence its speaker's own words: it opens it, follows a colon, or is half of it."""
    long = [quote for quote in quotes if quote.speaker_text or len(quote.text.split()) > FEW_WORDS]
    if not long:
        return None
    before = text[: long[0].start].rstrip(_MARKS)
    is_long = len(long[0].text.split()) > FEW_WORDS
    words = sum(len(quote.text.split()) for quote in long)
    if (not before and (is_long or long[0].speaker_text)) or before.endswith(":") or 2 * words >= len(text.split()):
        return next((quote for quote in long if quote.speaker_text), long[0])
    return None


def _voice(source: str | None, publisher: str | None, table: ReportTable) -> Voice:
    if source is None:
        return "unnamed"
    nouns = [word for word in source.split() if word[0].isupper() and word.lower() not in table.determiners]
    bare = " ".join(nouns)
    if publisher and bare == publisher:
        return "outlet"
    if bare in table.outlets or source in table.outlets or (nouns and nouns[0] in table.outlet_nouns):
        return "other-outlet"
    is_unnamed = bool(nouns) and _is_unnamed(nouns[0], table) and "," not in source
    return "unnamed" if is_unnamed else "named"


def _is_unnamed(noun: str, table: ReportTable) -> bool:
    """Whether it is one of the nouns for people, or a compound that ends in one: `Reiseexperte`."""
    if noun in table.unnamed:
        return True
    return any(len(word) >= _COMPOUND_FROM and noun.endswith(word.lower()) for word in table.unnamed)


def _modality(claim: str, otherwise: Modality, table: ReportTable) -> Modality:
    words = set(_WORD.findall(claim))
    if words & table.possible:
        return "possible"
    return "expected" if words & table.expected else otherwise
