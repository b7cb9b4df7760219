"""Export: a briefing as `briefing.json`, everything the pages show in machine-readable form.

A value that holds no list of its own stands on one line, so that changes read as diffs.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any

from sitegen.each import Each, here, surely
from sitegen.model import (
    Actor,
    Analysis,
    Arrival,
    ArticleDecision,
    Attribution,
    Briefing,
    Entity,
    Event,
    Fate,
    Position,
    Quote,
    Ruling,
    Utterance,
    Withdrawn,
)
from sitegen.reasons import Reason
from sitegen.rights import withheld
from sitegen.speakers import find_speakers, names_with_page

FORMAT = "briefing/1"
_NOT_LOOKED_FOR: tuple[str, ...] = ()
"""Parts of the format that no stage fills yet: their empty lists say nothing."""

Json = dict[str, Any]
_IN_LIST = "  "
"""Before an object of a list."""
_BETWEEN = f",\n{_IN_LIST}"
"""Two of them."""
_json = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: half of the time of writing a value went into making an encoder for it."""


def briefing_json(
    briefing: Briefing,
    arrivals: Sequence[Arrival],
    settings: Mapping[str, Any],
    program: str = "",
    each: Each = here,
) -> bytes:
    """The bytes of `briefing.json`. `settings` are those that decided something, by name; `program`: who writes it, and
    its version; empty: nobody says; `each`: who writes articles."""
    fates = {fate.sentence: fate for fate in briefing.fates}
    hidden = withheld(briefing)
    speakers = find_speakers(briefing, each)
    with_page = names_with_page(briefing.entities, speakers.values())
    parts: dict[str, Any] = {
        "format": FORMAT,
        **({"program": program} if program else {}),
        "articles": surely(each, _written_article, [_shown(found, fates, hidden) for found in briefing.analyses]),
        "entities": surely(
            each, _written_entity, [_Named(found.id, found, found.id in with_page) for found in briefing.entities]
        ),
        "statements": (
            {
                "id": statement.id,
                "sentence": statement.sentence,
                "sources": list(statement.sources),
                "origins": statement.origins,
                "most_origins": statement.most_origins,
                "also": [_object(companion) for companion in statement.also],
            }
            for statement in briefing.statements
        ),
        "topics": (
            {
                "id": topic.id,
                "title": topic.title,
                "aliases": list(topic.aliases),
                "terms": list(topic.terms),
                "summary": list(topic.summary),
                "statements": [member.statement for member in topic.members],
                "reasons": {member.statement: str(member.reason) for member in topic.members},
                "related": [related.topic for related in topic.related],
                "is_desks": topic.is_desks,
                "related_reasons": {related.topic: str(related.reason) for related in topic.related},
            }
            for topic in briefing.topics
        ),
        "quotes": surely(
            each,
            _written_quotes,
            [
                _Quoting(found.article.id, found.quotes, tuple(_id_of(speakers[quote]) for quote in found.quotes))
                for found in briefing.analyses
                if found.quotes
            ],
        ),
        "utterances": map(_utterance, briefing.utterances),
        "dates": surely(
            each, _written_objects, [_Objects(f"dates {a.article.id}", a.dates) for a in briefing.analyses]
        ),
        "timeline": surely(each, _written_objects, _grouped("timeline", briefing.events, _month)),
        "positions": surely(each, _written_objects, _grouped("positions", briefing.positions, _article_of)),
        "actors": surely(each, _written_objects, _grouped("actors", briefing.actors, _article_of)),
        "numbers": surely(
            each, _written_objects, [_Objects(f"numbers {a.article.id}", a.numbers) for a in briefing.analyses]
        ),
        "conflicts": map(_object, briefing.differences),
        "origins": map(_object, briefing.origins),
        "stories": map(_object, briefing.stories),
        "files": map(_object, arrivals),
        "summary": list(briefing.summary),
        "decisions": map(_decision, briefing.rulings),
        "corrected": map(_status, briefing.corrected),
        "withdrawn": map(_withdrawn, briefing.withdrawn),
        "flags": map(_object, briefing.flags),
        "redirects": dict(briefing.redirects),
        "settings": dict(settings),
        "not_looked_for": list(_NOT_LOOKED_FOR),
    }
    written = BytesIO()
    before = "{\n"
    for key, value in parts.items():
        written.write(f"{before} {_json(key)}: ".encode())
        if isinstance(value, Iterator):
            _write_objects(value, written)
        else:
            written.write(_written(value, " ").encode())
        before = ",\n"
    written.write(b"\n}\n")
    return written.getvalue()


def _bases(analysis: Analysis) -> dict[str, str]:
    """Where each fact on an article was found, by the fact's name."""
    found = dict(analysis.article.metadata.basis)
    if analysis.language:
        found["language"] = analysis.language_basis
    return {name: str(found[name]) for name in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that decides what is said of an article."""

    id: str
    analysis: Analysis
    fates: tuple[Fate, ...]
    """Of its sentences."""
    hidden: frozenset[str]
    """Of its sentences and blocks those whose words are withheld."""


@dataclass(frozen=True, slots=True)
class _Named:
    """All that decides what is said of a name."""

    id: str
    entity: Entity
    has_page: bool


@dataclass(frozen=True, slots=True)
class _Quoting:
    """The quotations of an article."""

    id: str
    quotes: tuple[Quote, ...]
    speakers: tuple[str | None, ...]
    """The id of who speaks each."""


@dataclass(frozen=True, slots=True)
class _Objects:
    """Objects that stand in a list one after the other."""

    id: str
    """Name of the list, and what these have in common."""
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """Objects, as they stand in a list one after the other; empty: none."""

    text: str


def _grouped(name: str, values: Iterable[Any], key: Callable[[Any], str]) -> list[_Objects]:
    """Values that have the same key, in a list in which such values stand side by side."""
    return [_Objects(f"{name} {common}", tuple(found)) for common, found in groupby(values, key)]


def _article_of(value: Actor | Position) -> str:
    return value.sentence.rpartition(".")[0]


def _month(event: Event) -> str:
    return event.value[:7]


def _id_of(speaker: Entity | None) -> str | None:
    return speaker.id if speaker else None


def _shown(analysis: Analysis, fates: Mapping[str, Fate], hidden: Set[str]) -> _Shown:
    its_own = (*(s.id for s in analysis.sentences), *(b.id for b in analysis.article.blocks)) if hidden else ()
    found = tuple(fates[sentence.id] for sentence in analysis.sentences)
    return _Shown(analysis.article.id, analysis, found, frozenset(its_own) & hidden)


def _written_article(shown: _Shown) -> _Written:
    fates = {fate.sentence: fate for fate in shown.fates}
    return _in_list((_article(shown.analysis, fates, shown.hidden),))


def _written_entity(named: _Named) -> _Written:
    return _in_list((_entity(named.entity, has_page=named.has_page),))


def _written_quotes(quoting: _Quoting) -> _Written:
    return _in_list(map(_quote, quoting.quotes, quoting.speakers))


def _written_objects(objects: _Objects) -> _Written:
    return _in_list(map(_object, objects.values))


def _in_list(objects: Iterable[Json]) -> _Written:
    return _Written(_BETWEEN.join(_written(item, _IN_LIST) for item in objects))


def _quote(quote: Quote, speaker: str | None) -> Json:
    return {
        "text": quote.text,
        "sentence": quote.sentence,
        "start": quote.start,
        "end": quote.end,
        "speaker": speaker,
        "speaker_text": quote.speaker_text,
        "verb": quote.verb,
    }


def _article(analysis: Analysis, fates: Mapping[str, Fate], hidden: Set[str]) -> Json:
    article = analysis.article
    metadata = article.metadata
    leads = {block.id for block in article.blocks if block.role == "lead"}
    claims = {claim.sentence: claim for claim in analysis.attributions}
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
        "language": analysis.language,
        "section": metadata.section,
        "agency": metadata.agency,
        "dateline": metadata.dateline,
        "rights": metadata.rights,
        "basis": _bases(analysis),
        "blocks": [
            {
                "id": block.id,
                "kind": block.kind,
                **({"level": block.level} if block.kind == "heading" else {}),
                "role": block.role,
                **({"under": block.under} if block.under else {}),
                **_words(block.id, block.text, hidden),
                "start": block.start,
                "end": block.end,
            }
            for block in article.blocks
        ],
        "sentences": [
            {
                "id": sentence.id,
                "block": sentence.block,
                **_words(sentence.id, sentence.text, hidden),
                "start": sentence.start,
                "end": sentence.end,
                "fate": fates[sentence.id].kind,
                "reason": str(fates[sentence.id].reason),
                "attribution": None if sentence.id in hidden else _attribution(claims.get(sentence.id)),
            }
            for sentence in analysis.sentences
        ],
        "edits": [[edit.start, edit.end, edit.replacement] for edit in article.edits],
    }


def _attribution(claim: Attribution | None) -> Json | None:
    """Whose claim a sentence is; None where it was not looked for."""
    if claim is None:
        return None
    return {
        "voice": claim.voice,
        "source": claim.source_text,
        "outlet": claim.outlet_text,
        "modality": claim.modality,
        "reason": claim.reason,
    }


def _words(id_: str, text: str, hidden: Set[str]) -> Json:
    """The words of a block or sentence; of one whose words are withheld, their SHA-256, by which they can be proven."""
    if id_ not in hidden:
        return {"text": text}
    return {"text": None, "text_sha256": hashlib.sha256(text.encode()).hexdigest()}


def _entity(entity: Entity, *, has_page: bool) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "forms": list(entity.forms),
        "reasons": {form: str(reason) for form, reason in zip(entity.forms, entity.reasons, strict=False) if reason},
        "side": _object(entity.side) if entity.side else None,
        "has_page": has_page,
        "mentions": [
            {"sentence": mention.sentence, "start": mention.start, "end": mention.end} for mention in entity.mentions
        ],
    }


def _utterance(utterance: Utterance) -> Json:
    return {
        "id": utterance.id,
        "renderings": [
            {
                "article": rendering.article,
                "is_part": rendering.is_part,
                "quotes": [{"sentence": q.sentence, "start": q.start, "end": q.end} for q in rendering.quotes],
                "variants": [
                    {
                        "here": variant.here,
                        "there": variant.there,
                        "is_marked": variant.is_marked,
                        "spans": [{"sentence": id_, "start": start, "end": end} for id_, start, end in variant.spans],
                    }
                    for variant in rendering.variants
                ],
            }
            for rendering in utterance.renderings
        ],
    }


def _decision(ruling: Ruling) -> Json:
    because = ruling.because
    return {
        "about": ruling.about,
        "id": ruling.id,
        "words": ruling.words,
        "decided": str(ruling.decided),
        "value": ruling.value,
        "why": because.why,
        "by": because.by,
        "on": because.on,
    }


def _status(decision: ArticleDecision) -> Json:
    because = decision.because
    return {
        "article": decision.article,
        "note": decision.note,
        "sentences": [reference.id for reference in decision.sentences],
        "why": because.why,
        "by": because.by,
        "on": because.on,
    }


def _withdrawn(gone: Withdrawn) -> Json:
    """What stays of an article: no words but its title."""
    article = gone.analysis.article
    return {
        **_status(gone.decision),
        "file": article.path,
        "sha256": article.sha256,
        "title": article.title,
        "publisher": article.metadata.publisher,
        "published": article.metadata.published,
        "url": article.metadata.url,
        "sentences": [
            {"id": fate.sentence, "fate": fate.kind, "reason": str(fate.reason), "statement": fate.statement}
            for fate in gone.fates
        ],
    }


def _hold_list(values: Iterable[Any]) -> bool:
    """Whether one of them spreads what holds it over lines: a list of anything, or an object with one."""
    for value in values:  # a loop: this is asked for every value of the file
        if value and (isinstance(value, list) or (isinstance(value, dict) and _hold_list(value.values()))):
            return True
    return False


def _write_objects(objects: Iterator[Json | _Written], written: BytesIO) -> None:
    """A list of objects, one after the other: all of them at once would be several times the size of the file."""
    begun = before = f"[\n{_IN_LIST}"
    for item in objects:
        if text := item.text if isinstance(item, _Written) else _written(item, _IN_LIST):
            written.write(f"{before}{text}".encode())
            before = _BETWEEN
    written.write(b"[]" if before is begun else b"\n ]")


def _object(value: Any) -> Any:
    """A dataclass as an object, and those in it; as `asdict`, which copies each word. A reason as its English words."""
    if isinstance(value, Reason):
        return str(value)
    kind: Any = type(value)
    names = _fields_of(kind)
    if names:
        return {name: _object(getattr(value, name)) for name in names}
    return tuple(map(_object, value)) if isinstance(value, tuple) else value


@cache
def _fields_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _written(value: Any, indent: str) -> str:
    """JSON in which only what holds lists of objects, or many items, is spread over lines."""
    inner = indent + " "
    if isinstance(value, dict) and _hold_list(value.values()):
        lines = [f"{inner}{_json(key)}: {_written(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(inner + _written(item, inner) for item in value) + f"\n{indent}]"
    return _json(value)
