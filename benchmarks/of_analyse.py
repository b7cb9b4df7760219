"""Predictions of the stage `analyse`: sentences, names, quotations, dates."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.articles import analysis_of, article_of, place
from benchmarks.scoring import Item
from sitegen.analyse.quotes import FEW_WORDS
from sitegen.link.corpus import make_corpus
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.model import EntityKind

_TYPES: dict[EntityKind, str] = {"person": "PERSON", "organisation": "ORG", "place": "PLACE"}


def sentences(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, sents}`"""
    for item in items:
        analysis = analysis_of(article_of(item["id"], item["text"], whole=True))
        yield {"id": item["id"], "sents": [sentence.text for sentence in analysis.sentences]}


def entities(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, mentions}`; what each mention names is decided over the whole set, as over a folder."""
    analyses = [analysis_of(article_of(item["id"], item["text"])) for item in items]
    merged = merge_mentions(make_corpus(analyses), EntityOptions())
    entity_of = {mention: entity.id for entity in merged for mention in entity.mentions}
    for analysis in analyses:
        by_id = {sentence.id: sentence for sentence in analysis.sentences}
        mentions = []
        for mention in analysis.mentions:
            start, end = place(analysis.article, by_id[mention.sentence], mention.start, mention.end)
            kind = _TYPES.get(mention.kind, "MISC")
            mentions.append({"start": start, "end": end, "type": kind, "entity": entity_of.get(mention)})
        yield {"id": analysis.article.id, "mentions": mentions}


def quotes(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, quotes: [{start, end, speaker}]}`.

    To the set, the sentences of one speaker are one quotation, also when its speech tag stands between them; what
    another verb brings in (`…, adding that “…”`) is another. Few words that nobody is said to say are scare quotes,
    and none.
    """
    for item in items:
        analysis = analysis_of(article_of(item["id"], item["text"]))
        by_id = {sentence.id: sentence for sentence in analysis.sentences}
        found: list[Item] = []
        verb: str | None = None
        for quote in analysis.quotes:
            if quote.speaker_text is None and len(quote.text.split()) <= FEW_WORDS:
                continue
            start, end = place(analysis.article, by_id[quote.sentence], quote.start, quote.end)
            goes_on = found and quote.speaker_text and found[-1]["speaker"] == quote.speaker_text
            if goes_on and quote.verb in (None, verb):
                found[-1]["end"] = end
            else:
                found.append({"start": start, "end": end, "speaker": quote.speaker_text})
                verb = quote.verb
        yield {"id": item["id"], "quotes": found}


def dates(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, timex: [{start, end, value}]}`; the set's reference date is the day of publication."""
    for item in items:
        published = item.get("dct") or item["ref"]
        if match := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", published):  # so in one article of the set
            published = f"{match[3]}-{match[2]}-{match[1]}"
        analysis = analysis_of(article_of(item["id"], item["text"], published=published))
        by_id = {sentence.id: sentence for sentence in analysis.sentences}
        written = _as_timex if "dct" in item else _half_open
        found = []
        for found_date in analysis.dates:
            start, end = place(analysis.article, by_id[found_date.sentence], found_date.start, found_date.end)
            found.append(
                {"start": start, "end": end, "value": written(found_date.value, found_date.text, item["text"][:start])}
            )
        yield {"id": item["id"], "timex": found}


def _as_timex(value: str | None, _: str, __: str) -> str | None:
    """A quarter or a decade as TimeML writes it, which is no ISO 8601: `2009-Q1`, `199`."""
    if value and (match := re.fullmatch(r"(\d{4})-(01|04|07|10)/\1-(03|06|09|12)", value)):
        return f"{match[1]}-Q{int(match[3]) // 3}"
    if value and (match := re.fullmatch(r"(\d{3})0/(?:\1)9", value)):
        return match[1]
    return value


_JOINED = re.compile(r"^for\b|\b(?:to|and|until|till|through)\b|\d ?[-–] ?[A-PR-Z\d]|q\d ?[-–]|[-–] q\d", re.IGNORECASE)
_PART = re.compile(r"\b(?:since|before|after|earlier|later) (?:the )?$")
_SINCE = re.compile(r"\b(?:since|starting|beginning)(?: on)? $")
_BEFORE = re.compile(r"\bbefore (?:the )?$")


def _half_open(value: str | None, text: str, before: str) -> str | None:
    """A time as that set writes it.

    A week, a month and a span are their days, the one after them last; of `from A to B`, B is left out. What is
    open at one end (`since 7 January`) has no day there; what has no value is `not resolved`; a season has two letters.
    """
    if not value:
        return "not resolved"
    if match := re.search(r"\b(spring|summer|autumn|fall|winter)\b", text, re.IGNORECASE):
        return f"{value}-{match[1][:2].upper()}"
    if len(value) == 10 and "/" not in value:
        return f"{value}/None" if _SINCE.search(before) else f"None/{value}" if _BEFORE.search(before) else value
    if "/" not in value and (not re.fullmatch(r"\d{4}-W?\d\d", value) or _PART.search(before)):
        return value
    first, last = value.partition("/")[0], value.rpartition("/")[2]
    start, end = _days(first)[0], _days(last)[1]
    if "/" in value and _JOINED.search(text):
        end = _days(last)[0]
        if re.search(r"\bq[1-4]\b", text, re.IGNORECASE):
            end = date(end.year, end.month - 2, 1)
    return f"{start}/{end}"


def _days(value: str) -> tuple[date, date]:
    """The first day of a value, and the one after its last."""
    if "W" in value:
        start = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return start, start + timedelta(weeks=1)
    start = date.fromisoformat((value + "-01-01")[:10])
    if len(value) == 10:
        return start, start + timedelta(days=1)
    months = start.year * 12 + start.month - 1 + (1 if len(value) == 7 else 12)
    return start, date(months // 12, months % 12 + 1, 1)
