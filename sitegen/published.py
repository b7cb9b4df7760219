"""What a `briefing.json` says, as values that can be held against another's."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.json_values import JsonValue


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    id: str
    file: str
    sha256: str
    title: str
    """Its id where it has no title."""
    facts: tuple[tuple[str, str | None], ...]
    """Outlet, dates, author, address and rights, as stated."""
    sentences: tuple[str, ...]
    """Ids, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the facts that were found in it."""

    id: str
    article: str
    text: str
    """Empty where its words are withheld."""
    modality: str
    numbers: Mapping[str, str]
    """What each number comes to → its words."""
    dates: Mapping[str, str]
    """Value → words."""
    names: Mapping[str, str]
    """Entity id → words."""


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    id: str
    sentence: str
    sources: tuple[str, ...]
    origins: int
    members: tuple[str, ...]
    """Ids of all its sentences, the printed one first."""
    topics: tuple[str, ...]
    """Ids."""
    is_printed: bool
    """It stands on a topic page or the index page."""
    partial: frozenset[str] = frozenset()
    """Those of its sentences that say a part of it alone; of a record that does not tell, none."""

    @property
    def sayers(self) -> tuple[str, ...]:
        """Those of its sentences that say it, or all of whose words it says, the printed one first."""
        return tuple(member for member in self.members if member not in self.partial)


@dataclass(frozen=True, slots=True)
class PublishedTopic:
    id: str
    title: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedDifference:
    id: str
    kind: str
    note: str
    says: tuple[str, ...]
    """Of each side."""
    sentences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Published:
    """A briefing as it was published. All by id, in the order of the file."""

    articles: Mapping[str, PublishedArticle]
    sentences: Mapping[str, Said]
    statements: Mapping[str, PublishedStatement]
    topics: Mapping[str, PublishedTopic]
    differences: Mapping[str, PublishedDifference]
    decisions: Mapping[str, str]
    """What the desk decided, as JSON → in words."""
    settings: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    """Those that have a page; older files say of none."""
    program: str = field(default="", compare=False)
    """Who wrote it, and its version; older files don't say. Nothing that is printed."""


STATED = ("publisher", "published", "updated", "author", "url", "rights")


def read_published(data: bytes) -> Published:
    """What `data` holds.

    Raises: ValueError or RecursionError if it is no briefing of the published form.
    """
    briefing = JsonValue(json.loads(data))
    numbers, dates, names = _by_sentence(briefing)
    articles: dict[str, PublishedArticle] = {}
    sentences: dict[str, Said] = {}
    for article in briefing.items("articles"):
        id_ = article.text("id")
        said = list(article.items("sentences"))
        for one in said:
            claim = one.optional_value("attribution")
            sentences[one.text("id")] = Said(
                id=one.text("id"),
                article=id_,
                text=one.optional("text") or "",
                modality=(claim.optional("modality") or "") if claim else "",
                numbers=numbers[one.text("id")],
                dates=dates[one.text("id")],
                names=names[one.text("id")],
            )
        articles[id_] = PublishedArticle(
            id=id_,
            file=article.text("file"),
            sha256=article.text("sha256"),
            title=article.optional("title") or id_,
            facts=tuple((name, article.optional(name)) for name in STATED),
            sentences=tuple(one.text("id") for one in said),
        )
    settings = briefing.optional_value("settings")
    topics = {
        topic.text("id"): PublishedTopic(topic.text("id"), topic.text("title"), topic.texts("statements"))
        for topic in briefing.items("topics")
    }
    return Published(
        articles=articles,
        sentences=sentences,
        statements=_statements(briefing, topics),
        topics=topics,
        differences={found.text("id"): _difference(found) for found in briefing.items("conflicts")},
        decisions={
            decision.written(): _decided(decision, sentences) for decision in briefing.optional_items("decisions")
        },
        settings={name: settings.written(name) for name in settings.names()} if settings else {},
        names={entity.text("id"): entity.text("name") for entity in briefing.items("entities") if _has_page(entity)},
        program=briefing.optional("program") or "",
    )


def _has_page(entity: JsonValue) -> bool:
    said = entity.optional_value("has_page")
    return said is not None and said.expect(bool)


def _by_sentence(briefing: JsonValue) -> tuple[Mapping[str, Mapping[str, str]], ...]:
    """Numbers, dates and names of each sentence."""
    numbers: dict[str, dict[str, str]] = defaultdict(dict)
    dates: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    texts = {
        sentence.text("id"): sentence.optional("text") or ""
        for article in briefing.items("articles")
        for sentence in article.items("sentences")
    }
    for number in briefing.optional_items("numbers"):
        comes_to = [number.written(name) for name in ("low", "high", "unit", "counted", "exactness")]
        numbers[number.text("sentence")][" ".join(comes_to)] = number.text("text")
    for date in briefing.items("dates"):
        dates[date.text("sentence")][date.optional("value") or date.text("text").lower()] = date.text("text")
    for entity in briefing.items("entities"):
        for mention in entity.items("mentions"):
            sentence = mention.text("sentence")
            words = texts.get(sentence, "")[mention.number("start") : mention.number("end")]
            names[sentence][entity.text("id")] = words
    return numbers, dates, names


def _statements(briefing: JsonValue, topics: Mapping[str, PublishedTopic]) -> dict[str, PublishedStatement]:
    standing: dict[str, list[str]] = defaultdict(list)
    for topic in topics.values():
        for statement in topic.statements:
            standing[statement].append(topic.id)
    summary = set(briefing.texts("summary"))
    statements: dict[str, PublishedStatement] = {}
    for found in briefing.items("statements"):
        id_, sentence = found.text("id"), found.text("sentence")
        also = {one.text("sentence"): one.text("relation") for one in found.items("also")}
        statements[id_] = PublishedStatement(
            id=id_,
            sentence=sentence,
            sources=found.texts("sources"),
            origins=found.number("origins"),
            members=(sentence, *also),
            topics=tuple(standing[id_]),
            is_printed=bool(standing[id_]) or sentence in summary,
            partial=frozenset(member for member, relation in also.items() if relation == "partial"),
        )
    return statements


def _difference(found: JsonValue) -> PublishedDifference:
    sides = list(found.items("sides"))
    return PublishedDifference(
        id=found.text("id"),
        kind=found.text("kind"),
        note=found.text("note"),
        says=tuple(side.text("says") for side in sides),
        sentences=frozenset(sentence for side in sides for sentence in side.texts("sentences")),
    )


def _decided(decision: JsonValue, sentences: Mapping[str, Said]) -> str:
    """In words. On a statement none are kept with the decision: those of its sentence stand for it."""
    value, decided, id_ = decision.optional("value") or "", decision.text("decided"), decision.text("id")
    about = decision.text("words") or (sentences[id_].text if id_ in sentences else "") or id_
    words = f"{decision.text('about')} “{about}”: {decided}"
    return words if value in decided else f"{words} {value}"
