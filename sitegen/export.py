"""Export: a briefing as `briefing.json`, everything the pages show in machine-readable form.

A value that holds no list of its own stands on one line, so that changes read as diffs.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sitegen.model import Analysis, Briefing, Entity, Fate, Mention, Quote

FORMAT = "briefing/1"
_NOT_LOOKED_FOR = ("conflicts",)
"""Parts of the format that no stage fills yet: their empty lists say nothing."""

Json = dict[str, Any]


def briefing_json(briefing: Briefing, settings: Mapping[str, Any]) -> bytes:
    """The bytes of `briefing.json`. `settings` are those that decided something, by name."""
    fates = {fate.sentence: fate for fate in briefing.fates}
    mentions: defaultdict[str, list[tuple[Mention, str]]] = defaultdict(list)
    for entity in briefing.entities:
        for mention in entity.mentions:
            mentions[mention.sentence.rpartition(".")[0]].append((mention, entity.id))
    document: Json = {
        "format": FORMAT,
        "articles": [_article(analysis, fates) for analysis in briefing.analyses],
        "entities": [_entity(entity) for entity in briefing.entities],
        "statements": [
            {
                "id": statement.id,
                "sentence": statement.sentence,
                "sources": list(statement.sources),
                "origins": statement.origins,
                "also": [asdict(companion) for companion in statement.also],
            }
            for statement in briefing.statements
        ],
        "topics": [
            {
                "id": topic.id,
                "title": topic.title,
                "aliases": list(topic.aliases),
                "terms": list(topic.terms),
                "summary": list(topic.summary),
                "statements": [member.statement for member in topic.members],
                "reasons": {member.statement: member.reason for member in topic.members},
                "related": [related.topic for related in topic.related],
                "related_reasons": {related.topic: related.reason for related in topic.related},
            }
            for topic in briefing.topics
        ],
        "quotes": [
            {
                "text": quote.text,
                "sentence": quote.sentence,
                "start": quote.start,
                "end": quote.end,
                "speaker": _speaker(quote, mentions),
                "speaker_text": quote.speaker_text,
                "verb": quote.verb,
            }
            for analysis in briefing.analyses
            for quote in analysis.quotes
        ],
        "dates": [asdict(date) for analysis in briefing.analyses for date in analysis.dates],
        "conflicts": [],
        "origins": [asdict(origin) for origin in briefing.origins],
        "summary": list(briefing.summary),
        "settings": dict(settings),
        "not_looked_for": list(_NOT_LOOKED_FOR),
    }
    return (_written(document) + "\n").encode()


def _article(analysis: Analysis, fates: Mapping[str, Fate]) -> Json:
    article = analysis.article
    metadata = article.metadata
    leads = {block.id for block in article.blocks if block.role == "lead"}
    return {
        "id": article.id,
        "file": article.path,
        "sha256": article.sha256,
        "document": metadata.document,
        "document_sha256": metadata.document_sha256,
        "title": article.title,
        "lead": [sentence.id for sentence in analysis.sentences if sentence.block in leads],
        "published": metadata.published,
        "updated": metadata.updated,
        "publisher": metadata.publisher,
        "author": metadata.author,
        "url": metadata.url,
        "language": metadata.language,
        "rights": metadata.rights,
        "blocks": [
            {
                "id": block.id,
                "kind": block.kind,
                **({"level": block.level} if block.kind == "heading" else {}),
                "role": block.role,
                **({"under": block.under} if block.under else {}),
                "text": block.text,
                "start": block.start,
                "end": block.end,
            }
            for block in article.blocks
        ],
        "sentences": [
            {
                "id": sentence.id,
                "block": sentence.block,
                "text": sentence.text,
                "start": sentence.start,
                "end": sentence.end,
                "fate": fates[sentence.id].kind,
                "reason": fates[sentence.id].reason,
            }
            for sentence in analysis.sentences
        ],
        "edits": [[edit.start, edit.end, edit.replacement] for edit in article.edits],
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "forms": list(entity.forms),
        "mentions": [
            {"sentence": mention.sentence, "start": mention.start, "end": mention.end} for mention in entity.mentions
        ],
    }


def _speaker(quote: Quote, mentions: Mapping[str, Sequence[tuple[Mention, str]]]) -> str | None:
    """The entity that a quote's speaker names: the last one, since roles and outlets come first.

    `mentions`: article → its mentions with their entities; a quotation that goes on may name its speaker sentences
    before.
    """
    words = quote.speaker_text
    if words is None:
        return None
    article = quote.sentence.rpartition(".")[0]
    named = [(words.rfind(mention.text), len(mention.text), entity) for mention, entity in mentions.get(article, ())]
    position, _, entity = max(named, default=(-1, 0, ""))
    return entity if position >= 0 else None


def _written(value: Any, indent: str = "") -> str:
    """JSON in which only what holds lists of objects, or many items, is spread over lines."""
    inner = indent + " "
    if isinstance(value, dict) and (
        not indent or any(isinstance(item, list | dict) and item for item in value.values())
    ):
        lines = [
            f"{inner}{json.dumps(key, ensure_ascii=False)}: {_written(item, inner)}" for key, item in value.items()
        ]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(inner + _written(item, inner) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)
