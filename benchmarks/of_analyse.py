"""Predictions of the stage `analyse`: sentences, names, quotations, dates."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import analysis_of, article_of, place
from benchmarks.scoring import Item
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

    To the set, the sentences of one speaker are one quotation, also when its speech tag stands between them.
    """
    for item in items:
        analysis = analysis_of(article_of(item["id"], item["text"]))
        by_id = {sentence.id: sentence for sentence in analysis.sentences}
        found: list[Item] = []
        for quote in analysis.quotes:
            start, end = place(analysis.article, by_id[quote.sentence], quote.start, quote.end)
            if found and quote.speaker_text and found[-1]["speaker"] == quote.speaker_text:
                found[-1]["end"] = end
            else:
                found.append({"start": start, "end": end, "speaker": quote.speaker_text})
        yield {"id": item["id"], "quotes": found}


def dates(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, timex: [{start, end, value}]}`; the set's reference date is the day of publication."""
    for item in items:
        analysis = analysis_of(article_of(item["id"], item["text"], published=item.get("dct") or item.get("ref")))
        by_id = {sentence.id: sentence for sentence in analysis.sentences}
        found = []
        for date in analysis.dates:
            start, end = place(analysis.article, by_id[date.sentence], date.start, date.end)
            found.append({"start": start, "end": end, "value": date.value})
        yield {"id": item["id"], "timex": found}
