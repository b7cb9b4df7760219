"""Advice: what a published briefing shows that its desk should look at: decisions, outlets, topics of one origin."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.errors import Problem
from sitegen.json_values import JsonValue
from sitegen.model import Because, Decisions, SentenceRef, StatementDecision, TopicDecision
from sitegen.text import closest, normalise, slug

_MOST = 20
"""Articles without outlet that are each named."""


def check_briefing(data: bytes, decisions: Decisions, content: str, topics: str = "topics") -> tuple[Problem, ...]:
    """What the desk should look at. `data`: of `briefing.json`; `content`: the folder of articles, for paths below the
    project; `topics`: that of topic pages, for paths below it.

    Problems: `decision-stale` and `decision-unused`, warnings; `outlet-unstated` and `topic-one-origin`, notes.
    Raises: ValueError or RecursionError if `data` is not of the published form.
    Known failure: what a name's decision is about is looked for in the words of all sentences; where rights withhold
    some, such a decision is never called stale.
    """
    site = _read(JsonValue(json.loads(data)))
    return (
        *_on_decisions(site, decisions),
        *_without_outlet(site, content),
        *_of_one_origin(site, topics),
    )


def unstated_rights(data: bytes) -> tuple[str, ...]:
    """Files of the articles that are shown in full, though neither they nor their outlet state rights; sorted.

    `data`: of `briefing.json`. Raises: ValueError or RecursionError if it is not of the published form.
    """
    articles = JsonValue(json.loads(data)).items("articles")
    stated = ((one.text("file"), one.text("rights"), one.get("basis").names()) for one in articles)
    return tuple(sorted(file for file, rights, basis in stated if rights == "full" and "rights" not in basis))


class _Ruling(NamedTuple):
    about: str
    id: str
    words: str
    because: Because


class _Topic(NamedTuple):
    id: str
    title: str
    names: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Site:
    """What is looked at of a briefing."""

    articles: tuple[tuple[str, str, bool], ...]
    """Id, file, and whether its outlet is stated."""
    withdrawn: frozenset[str]
    sentences: frozenset[str]
    words: str
    """Of all sentences, normalised, one a line."""
    is_withheld: bool
    """Some words are not published."""
    statements: dict[str, tuple[str, ...]]
    """Id → articles that carry it."""
    topics: tuple[_Topic, ...]
    origins: tuple[frozenset[str], ...]
    """Articles that surely go back to one text."""
    differences: dict[str, frozenset[str]]
    """Id → the sentences of its sides."""
    rulings: tuple[_Ruling, ...]
    redirects: frozenset[str]
    forms: frozenset[str]
    """Spellings of names, normalised."""


def _read(found: JsonValue) -> _Site:
    articles = list(found.items("articles"))
    texts = [(s.text("id"), s.optional("text")) for article in articles for s in article.items("sentences")]
    gone = found.optional_items("withdrawn")
    return _Site(
        articles=tuple((a.text("id"), a.text("file"), a.optional("publisher") is not None) for a in articles),
        withdrawn=frozenset(article.text("article") for article in gone),
        sentences=frozenset(id_ for id_, _ in texts)
        | {sentence.text("id") for article in gone for sentence in article.items("sentences")},
        words="\n".join(f" {normalise(text)} " for _, text in texts if text),
        is_withheld=any(text is None for _, text in texts) or bool(gone),
        statements={s.text("id"): s.texts("sources") for s in found.items("statements")},
        topics=tuple(
            _Topic(t.text("id"), t.text("title"), t.texts("aliases"), t.texts("statements"))
            for t in found.items("topics")
        ),
        origins=tuple(
            frozenset(origin.texts("articles"))
            for origin in found.items("origins")
            if origin.get("is_doubtful").expect(bool) is False
        ),
        differences={
            d.text("id"): frozenset(s for side in d.items("sides") for s in side.texts("sentences"))
            for d in found.items("conflicts")
        },
        rulings=tuple(
            _Ruling(
                ruling.text("about"),
                ruling.text("id"),
                normalise(ruling.text("words")),
                Because(ruling.optional("why"), ruling.optional("by"), ruling.optional("on")),
            )
            for ruling in found.optional_items("decisions")
        ),
        redirects=frozenset(redirects.names() if (redirects := found.optional_value("redirects")) else ()),
        forms=frozenset(normalise(form) for entity in found.items("entities") for form in entity.texts("forms")),
    )


def _without_outlet(site: _Site, content: str) -> Iterator[Problem]:
    unstated = [file for _, file, is_stated in site.articles if not is_stated]
    remedy = "write `publisher:` above the article, or list the host of its address in sources.yml"
    for file in unstated[:_MOST]:
        yield Problem("outlet-unstated", "note", "its outlet is not known", f"{content}/{file}", remedy=remedy)
    if more := unstated[_MOST:]:
        what = "article" if len(more) == 1 else "articles"
        yield Problem("outlet-unstated", "note", f"nor is that of {len(more):,} more {what}", content, remedy=remedy)


def _of_one_origin(site: _Site, folder: str) -> Iterator[Problem]:
    for topic in site.topics:
        articles = {article for statement in topic.statements for article in site.statements.get(statement, ())}
        if not articles:
            continue
        if len(articles) > 1 and not any(articles <= origin for origin in site.origins):
            continue
        why = "one article" if len(articles) == 1 else f"{len(articles)} articles that go back to one text"
        message = f"all of the topic “{topic.title}” rests on {why}"
        remedy = f"look for a second source, or leave the topic out: topics: {{{topic.id}: {{exclude: true}}}}"
        yield Problem("topic-one-origin", "note", message, f"{folder}/{topic.id}.html", remedy=remedy)


def _on_decisions(site: _Site, decisions: Decisions) -> Iterator[Problem]:
    """What is not there, and of the others what the site does not carry out; by line."""
    looked_at = _Desk(site, decisions.path)
    yield from sorted(looked_at.problems(decisions), key=lambda problem: problem.line)


class _Desk:
    def __init__(self, site: _Site, path: str):
        self._site = site
        self._path = path
        self._ruled = {(ruling.about, ruling.id) for ruling in site.rulings}
        self._ruled_words = {(ruling.about, ruling.words) for ruling in site.rulings}
        self._articles = frozenset(id_ for id_, *_ in site.articles) | site.withdrawn

    def problems(self, decisions: Decisions) -> Iterator[Problem]:
        for name in decisions.names:
            spellings = (name.name, *name.aliases, *name.not_same_as)
            missing = [spelling for spelling in spellings if not self._is_named(spelling)]
            is_used = any(("name", normalise(spelling)) in self._ruled_words for spelling in spellings)
            yield from self._judge(name.line, [f"the name “{one}”" for one in missing], f"“{name.name}”", is_used)
        for about, places in (("speaker", decisions.speakers), ("date", decisions.dates)):
            for place in places:
                yield from self._judge(
                    place.line,
                    self._gone([SentenceRef(place.sentence)]),
                    f"“{place.words}” in {place.sentence}",
                    (about, place.sentence) in self._ruled,
                )
        for topic in decisions.topics:
            parts = [reference for part in topic.split for reference in part.sentences]
            missing = [] if topic.pin or self._has_topic(topic, decisions) else [f"the topic “{topic.topic}”"]
            missing += self._gone((*topic.add, *topic.move, *topic.remove, *parts))
            yield from self._judge(topic.line, missing, f"the topic “{topic.topic}”", self._topic_is_used(topic))
        for statement in decisions.statements:
            yield from self._judge(
                statement.line,
                self._gone(statement.sentences),
                f"`{statement.verb}` of {statement.sentences[0].id}",
                self._statement_is_used(statement),
            )
        for difference in decisions.differences:
            ids = {reference.id for reference in difference.sentences}
            is_used = any(
                ids <= sentences and ("difference", id_) in self._ruled
                for id_, sentences in self._site.differences.items()
            )
            yield from self._judge(
                difference.line, self._gone(difference.sentences), f"`dismiss` of {min(ids)}", is_used
            )
        for article in decisions.articles:
            missing = [] if article.article in self._articles else [f"the article {article.article}"]
            is_used = ("article", article.article) in self._ruled
            missing += self._gone(article.sentences)
            yield from self._judge(article.line, missing, f"the article {article.article}", is_used)

    def _judge(self, line: int, missing: Iterable[str], what: str, is_used: bool) -> Iterator[Problem]:
        missing = list(missing)
        for one in missing:
            message = f"the site has not {one}"
            yield Problem("decision-stale", "warning", message, self._path, line, remedy=self._meant(one))
        if not missing and not is_used:
            message = f"the site does not say that the decision on {what} was carried out"
            remedy = "build the site again; if this stays, the decision does nothing: take it out"
            yield Problem("decision-unused", "warning", message, self._path, line, remedy=remedy)

    def _gone(self, references: Iterable[SentenceRef]) -> list[str]:
        return [f"the sentence {one.id}" for one in references if one.id not in self._site.sentences]

    def _meant(self, missing: str) -> str:
        kind, _, word = missing.removeprefix("the ").partition(" ")
        word = word.strip("“”")
        known: Iterable[str] = {
            "topic": [topic.id for topic in self._site.topics],
            "article": self._articles,
            "name": self._site.forms,
        }.get(kind, ())
        meant = closest(normalise(word) if kind == "name" else word, known)
        if meant:
            return f"did you mean {meant}?"
        return "build again, and see what the build says of it; or take the decision out"

    def _is_named(self, spelling: str) -> bool:
        words = normalise(spelling)
        return self._site.is_withheld or words in self._site.forms or f" {words} " in self._site.words

    def _has_topic(self, decision: TopicDecision, decisions: Decisions) -> bool:
        """It is there, or was until the desk decided."""
        parts = {slug(part.title, "topic") for topic in decisions.topics for part in topic.split}
        known = {name for topic in self._site.topics for name in (topic.id, topic.title, *topic.names)}
        return (
            decision.topic in known
            or decision.topic in self._site.redirects
            or slug(decision.topic, "topic") in parts | known
            or self._topic_is_used(decision)
        )

    def _topic_is_used(self, decision: TopicDecision) -> bool:
        ids = {decision.topic, decision.id, slug(decision.topic, "topic"), decision.merge_into}
        references = {reference.id for reference in (*decision.add, *decision.move, *decision.remove)}
        return (
            any(("topic", id_) in self._ruled for id_ in ids if id_)
            or ("topic", normalise(decision.topic)) in self._ruled_words
            or any(("statement", id_) in self._ruled for id_ in references)
            or any(
                ruling.about == "topic" and ruling.because == decision.because != Because()
                for ruling in self._site.rulings
            )
        )

    def _statement_is_used(self, decision: StatementDecision) -> bool:
        return any(("statement", reference.id) in self._ruled for reference in decision.sentences)
