"""Editions: a small record of what a site printed on a day, so that the next can say what is new.

Pure: what a `briefing.json` says in, the bytes of the record out; and back. How they are kept: `edition_files.py`.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sitegen.json_values import JsonValue
from sitegen.published import (
    STATED,
    Published,
    PublishedArticle,
    PublishedDifference,
    PublishedStatement,
    PublishedTopic,
    Said,
    read_published,
)

FORMAT = "edition/1"
AS_OF = "--as-of"
"""How the day that a site is made as of is called among its settings."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FACTS = ("numbers", "dates", "names")


class OtherFormError(ValueError):
    """A record that another version of the program reads."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing saved under a date."""

    date: str
    """ISO 8601, a day."""
    published: Published
    """What it printed. Sentences that no statement has are there by their ids only."""


def edition_bytes(published: Published, on: str) -> bytes:
    """The record of what is printed: an item a line, and the SHA-256 of all of it.

    Of an article whose rights are `cited` no word is kept but its title: the digests of its sentences prove them.
    """
    printed = [statement for statement in published.statements.values() if statement.is_printed]
    said = dict.fromkeys(member for statement in printed for member in statement.members)
    restricted = {id_ for id_, article in published.articles.items() if ("rights", "cited") in article.facts}
    record: dict[str, Any] = {
        "format": FORMAT,
        "date": on,
        **({"program": published.program} if published.program else {}),
        "articles": [
            {
                "id": article.id,
                "file": article.file,
                "sha256": article.sha256,
                "title": article.title,
                **{name: value for name, value in article.facts if value is not None},
                # Without the article's id, with which all of them begin.
                "sentences": " ".join(_own(id_) for id_ in article.sentences),
            }
            for article in published.articles.values()
        ],
        "sentences": [_said(published.sentences[id_], restricted) for id_ in sorted(said)],
        "statements": [
            {
                "id": statement.id,
                "sentence": statement.sentence,
                "also": list(statement.members[1:]),
                **({"partial": sorted(statement.partial)} if statement.partial else {}),
                "sources": list(statement.sources),
                "origins": statement.origins,
                "topics": list(statement.topics),
            }
            for statement in printed
        ],
        "topics": [{"id": topic.id, "title": topic.title} for topic in published.topics.values()],
        "differences": [
            {
                "id": found.id,
                "kind": found.kind,
                "note": found.note,
                "says": list(found.says),
                "sentences": sorted(found.sentences),
            }
            for found in published.differences.values()
            # Each side prints words of its sentences.
            if restricted.isdisjoint(_article(id_) for id_ in found.sentences)
        ],
        "names": [{"id": id_, "name": name} for id_, name in sorted(published.names.items())],
        "decisions": dict(published.decisions),
        # Until when articles were used is no setting of the method: nothing changes because of it alone.
        "settings": {name: value for name, value in published.settings.items() if name != AS_OF},
    }
    head = {"format": FORMAT, "date": on, "sha256": _digest(record)}
    return _written({**head, **record}).encode()


def read_edition(data: bytes) -> Edition:
    """What an edition holds.

    Raises: OtherFormError, another ValueError or RecursionError if it is none, or is not as it was saved: one digest is
    of all of it, one of each sentence.
    """
    raw = json.loads(data)
    found = JsonValue(raw)
    if found.text("format") != FORMAT:
        raise OtherFormError(f"it is not of the form {FORMAT}")
    kept = found.text("sha256")
    if kept != _digest({name: value for name, value in raw.items() if name != "sha256"}):
        raise ValueError("it is not as it was saved: its digest is another")
    articles = {one.text("id"): _read_article(one) for one in found.items("articles")}
    sentences = {id_: _unsaid(id_) for article in articles.values() for id_ in article.sentences}
    sentences |= {one.text("id"): _read_said(one) for one in found.items("sentences")}
    statements = {one.text("id"): _read_statement(one) for one in found.items("statements")}
    titles = {one.text("id"): one.text("title") for one in found.items("topics")}
    decisions, settings = found.get("decisions"), found.get("settings")
    published = Published(
        articles=articles,
        sentences=sentences,
        statements=statements,
        topics={
            id_: PublishedTopic(id_, title, tuple(s.id for s in statements.values() if id_ in s.topics))
            for id_, title in titles.items()
        },
        differences={
            one.text("id"): PublishedDifference(
                id=one.text("id"),
                kind=one.text("kind"),
                note=one.text("note"),
                says=one.texts("says"),
                sentences=frozenset(one.texts("sentences")),
            )
            for one in found.items("differences")
        },
        decisions={name: decisions.text(name) for name in decisions.names()},
        settings={name: settings.text(name) for name in settings.names()},
        names={one.text("id"): one.text("name") for one in found.optional_items("names")},
        program=found.optional("program") or "",
    )
    _require_whole(published)
    return Edition(day(found.text("date")), published)


def read_either(data: bytes) -> Published:
    """What a `briefing.json` or an edition says.

    Raises: ValueError or RecursionError if `data` is neither.
    """
    if JsonValue(json.loads(data)).optional("format") == FORMAT:
        return read_edition(data).published
    return read_published(data)


def day(value: str) -> str:
    """`value`, if it is a day. Raises: ValueError."""
    if not _DAY.fullmatch(value):
        raise ValueError(f"“{value}” is no day, such as 2026-03-14")
    date.fromisoformat(value)
    return value


def day_of(published: Published) -> str | None:
    """The day that a site was made as of, else that of its newest article; None if neither is known."""
    if AS_OF in published.settings:
        return JsonValue(json.loads(published.settings[AS_OF])).as_text()
    stated = (dict(article.facts).get("published") or "" for article in published.articles.values())
    return max((value[:10] for value in stated if _DAY.match(value)), default=None)


def without_words(published: Published, hidden: Iterable[str]) -> Published:
    """`published` without the words of the articles `hidden`: what was decided since holds for what was saved, too.

    A name stays if a printed sentence of another article has it; of the others it is not known whose they were.
    """
    gone = frozenset(hidden)
    if not gone:
        return published
    open_names = {name for said in published.sentences.values() if said.article not in gone for name in said.names}
    return replace(
        published,
        sentences={
            id_: replace(said, text="", numbers={}, dates={}, names={}) if said.article in gone else said
            for id_, said in published.sentences.items()
        },
        differences={
            id_: found if gone.isdisjoint(_article(one) for one in found.sentences) else replace(found, says=())
            for id_, found in published.differences.items()
        },
        names={id_: name for id_, name in published.names.items() if id_ in open_names},
    )


def _article(sentence: str) -> str:
    return sentence.rpartition(".")[0]


def _own(sentence: str) -> str:
    return sentence.rpartition(".")[2]


def _said(said: Said, restricted: set[str]) -> dict[str, Any]:
    """A sentence: its words, what was read in them, and their digest."""
    record: dict[str, Any] = {"id": said.id, "sha256": hashlib.sha256(said.text.encode()).hexdigest()}
    if said.article in restricted:
        return record
    record |= {"text": said.text, "modality": said.modality}
    return record | {name: dict(found) for name in _FACTS if (found := getattr(said, name))}


def _read_said(one: JsonValue) -> Said:
    id_, text = one.text("id"), one.optional("text")
    if text is not None and hashlib.sha256(text.encode()).hexdigest() != one.text("sha256"):
        raise ValueError(f"the words of {id_} are not those that were saved")
    facts = {name: one.optional_value(name) for name in _FACTS}
    return Said(
        id=id_,
        article=_article(id_),
        text=text or "",
        modality=one.optional("modality") or "",
        **{name: {key: found.text(key) for key in found.names()} if found else {} for name, found in facts.items()},
    )


def _unsaid(id_: str) -> Said:
    return Said(id_, _article(id_), "", "", {}, {}, {})


def _read_article(one: JsonValue) -> PublishedArticle:
    id_ = one.text("id")
    return PublishedArticle(
        id=id_,
        file=one.text("file"),
        sha256=one.text("sha256"),
        title=one.text("title"),
        facts=tuple((name, one.optional(name)) for name in STATED),
        sentences=tuple(f"{id_}.{own}" for own in one.text("sentences").split()),
    )


def _read_statement(one: JsonValue) -> PublishedStatement:
    return PublishedStatement(
        id=one.text("id"),
        sentence=one.text("sentence"),
        sources=one.texts("sources"),
        origins=one.number("origins"),
        members=(one.text("sentence"), *one.texts("also")),
        topics=one.texts("topics"),
        is_printed=True,
        partial=frozenset(item.as_text() for item in one.optional_items("partial")),
    )


def _require_whole(published: Published) -> None:
    """Whatever is named is there. Raises: ValueError."""
    for statement in published.statements.values():
        missing = {*statement.members} - published.sentences.keys()
        missing |= {*statement.sources} - published.articles.keys()
        missing |= {*statement.topics} - published.topics.keys()
        if missing:
            raise ValueError(f"{statement.id} names {min(missing)}, which is not there")
    for said in published.sentences.values():
        if said.article not in published.articles:
            raise ValueError(f"{said.id} is of no article that is there")


def _digest(record: Mapping[str, Any]) -> str:
    """SHA-256 of a record, whatever its layout."""
    return hashlib.sha256(json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()


def _written(record: Mapping[str, Any]) -> str:
    """JSON with an item of a list a line."""

    def value(of: Any) -> str:
        if isinstance(of, list) and of:
            return "[\n" + ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in of) + "\n ]"
        return json.dumps(of, ensure_ascii=False)

    return "{\n" + ",\n".join(f" {json.dumps(name)}: {value(of)}" for name, of in record.items()) + "\n}\n"
