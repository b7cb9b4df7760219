"""Topics as the desk decides on them, above what was found and what is pinned.

In this order, whatever theirs in the file: new topics and more terms, splits, merges, exclusions, sentences (moved,
added, removed), titles and addresses, the order on the index page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.errors import Problem
from sitegen.model import Decisions, PinnedTopic, Ruling, SentenceRef, TopicDecision
from sitegen.reasons import NO_REASON, Reason, in_a_row, listed, quoted, worded
from sitegen.text import closest, normalise, slug

from .decided_statements import sentence_ruling
from .members import Place, Placing
from .outline import Chapter, Entry, Wishes, ids_of
from .statements import Grouping
from .subjects import TopicOptions
from .topics import title_key
from .words import tokens, with_nouns

_PUT = {True: worded("moved here by the desk"), False: worded("put here by the desk")}
_ADDED = 1.0  # strength of a place that the desk gives: as under a heading that names the topic


@dataclass(frozen=True, slots=True)
class DecidedTopics:
    """The affairs with the topics that the desk wants."""

    chapters: tuple[Chapter, ...]
    wishes: Wishes
    redirects: tuple[tuple[str, str], ...] = ()
    """Id that a topic had → that of the one in its place."""
    left_out: Mapping[str, Reason] = field(default_factory=dict)
    """Sentence of no topic any more → why."""
    rulings: tuple[Ruling, ...] = ()
    problems: tuple[Problem, ...] = ()


def decide_topics(
    chapters: Sequence[Chapter], decisions: Decisions, options: TopicOptions, wishes: Wishes
) -> DecidedTopics:
    """The topics of `chapters` under the desk's decisions on them.

    Problems: `decision-stale` for a topic, a term or a sentence that is not there; `decision-unmet` for what another
    topic stands in the way of.
    Known failure: a topic of several affairs takes its first sentence from the largest of its parts.
    """
    if not decisions.topics:
        return DecidedTopics(tuple(chapters), wishes)
    desk = _Desk(chapters, decisions, options)
    desk.carry_out()
    return desk.made(wishes)


@dataclass(slots=True)
class _Topic:
    """A topic while decisions change it."""

    id: str
    title: str
    found: str
    """The title that the program gave it; empty for one of the desk's."""
    pin: PinnedTopic
    aliases: list[str]
    home: set[int]
    """Numbers of the chapters that it is of."""
    entries: dict[int, dict[int, Entry]] = field(default_factory=dict)
    """Number of a chapter → printed index → the group there."""

    def put(self, chapter: int, entry: Entry) -> None:
        self.entries.setdefault(chapter, {}).setdefault(entry.grouping.printed, entry)

    def take(self, chapter: int, grouping: Grouping) -> Entry | None:
        return self.entries.get(chapter, {}).pop(grouping.printed, None)

    @property
    def wordings(self) -> set[str]:
        return {self.found, *self.pin.aliases}


class _Desk:
    """The topics, while decisions change them."""

    def __init__(self, chapters: Sequence[Chapter], decisions: Decisions, options: TopicOptions):
        self._chapters = chapters
        self._decisions = decisions
        self._options = options
        self._topics: dict[str, _Topic] = {}
        self._became: dict[str, str] = {}
        self._excluded: set[str] = set()
        self._by_title: dict[str, str] = {}
        self._groups = {
            chapter.similarity.corpus.lines[index].sentence.id: (number, grouping)
            for number, chapter in enumerate(chapters)
            for grouping in chapter.told
            for index in grouping.members
        }
        self._taken_out: dict[str, Reason] = {}
        self._order: dict[str, int] = {}
        self._said: dict[int, tuple[str, str, list[Reason]]] = {}
        """Line of a decision → id and words of what it is about, and what was done."""
        self._rulings: list[Ruling] = []
        self._problems: list[Problem] = []
        ids = ids_of(chapters)
        for number, chapter in enumerate(chapters):
            for place, pin in enumerate(chapter.pins):
                id_ = pin.id or ids.get(pin.title)
                if id_ is None:
                    continue  # found, and too small to be shown
                topic = _Topic(id_, pin.title, pin.title, pin, [*pin.aliases], {number})
                for entry in chapter.filled.get(place, ()):
                    topic.put(number, entry)
                self._topics[id_] = topic
                self._by_title[normalise(pin.title)] = id_

    def carry_out(self) -> None:
        steps: tuple[Callable[[TopicDecision], None], ...] = (
            self._pin,
            self._name,
            self._split,
            self._merge,
            self._exclude,
            self._move,
            self._add,
            self._remove,
            self._retitle,
            self._readdress,
            self._rank,
        )
        parts = {slug(part.title, "topic") for decision in self._decisions.topics for part in decision.split}
        known: list[TopicDecision] = []
        for decision in self._decisions.topics:
            if decision.pin or slug(decision.topic, "topic") in parts or self._find(decision.topic):
                known.append(decision)
            else:
                self._stale(decision, *self._unknown(decision.topic))
        for step in steps:
            for decision in known:
                step(decision)

    def made(self, wishes: Wishes) -> DecidedTopics:
        """What came of it."""
        chapters: list[Chapter] = []
        for number, chapter in enumerate(self._chapters):
            here = [topic for topic in self._topics.values() if topic.entries.get(number)]
            pins = tuple(
                replace(topic.pin, id=topic.id, title=topic.title, aliases=tuple(topic.aliases)) for topic in here
            )
            filled = {
                place: tuple(
                    Entry(entry.grouping, replace(entry.place, subject=place))
                    for _, entry in sorted(topic.entries[number].items())
                )
                for place, topic in enumerate(here)
            }
            chapters.append(replace(chapter, pins=pins, filled=filled))
        shown = {topic.id: topic for topic in self._topics.values() if any(topic.entries.values())}
        inside = {
            index_id
            for number, chapter in enumerate(chapters)
            for grouping in chapter.groupings
            for index_id in self._sentences(number, grouping)
        }
        for decision in self._decisions.topics:
            if decision.line in self._said:
                id_, words, done = self._said[decision.line]
                title = shown[id_].title if id_ in shown and decision.title else None
                self._rulings.append(Ruling("topic", id_, words, listed(done), title, decision.because))
        return DecidedTopics(
            tuple(chapters),
            replace(
                wishes,
                order={id_: place for id_, place in self._order.items() if id_ in shown},
                titled=frozenset(id_ for id_, topic in shown.items() if topic.title not in topic.wordings),
            ),
            tuple(
                sorted((old, new) for old in self._became if (new := self._final(old)) in shown and old not in shown)
            ),
            {sentence: why for sentence, why in self._taken_out.items() if sentence not in inside},
            tuple(self._rulings),
            tuple(self._problems),
        )

    # The steps

    def _pin(self, decision: TopicDecision) -> None:
        if not decision.pin or self._find(decision.topic):
            return
        topic = self._new(decision, slug(decision.topic, "topic"), decision.title or decision.topic, decision.terms)
        if topic is not None:
            topic.home = set(range(len(self._chapters)))
            self._say(decision, topic, worded("pinned by the desk"))

    def _name(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is None:
            return
        for term in decision.terms:
            found = list(self._named(topic.home, (term,), topic.title))
            for number, entry in found:
                topic.put(number, entry)
            if not found:
                self._stale(decision, f"no sentence that may stand in “{topic.title}” has “{term}”", "correct the term")
        if decision.terms and topic.found:
            self._say(decision, topic, worded("named by %(words)s too", words=in_a_row(map(quoted, decision.terms))))

    def _split(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        for part in decision.split if topic else ():
            assert topic is not None
            made = self._new(decision, slug(part.title, "topic"), part.title, part.terms)
            if made is None:
                continue
            made.home = set(topic.home)
            reason = worded("split off “%(topic)s” by the desk", topic=topic.title)
            leaving = [*self._named(topic.home, part.terms, part.title)] if part.terms else []
            leaving += self._placed(decision, part.sentences, reason)
            for number, entry in leaving:
                if topic.take(number, entry.grouping):
                    made.put(number, entry)
            if any(made.entries.values()):
                split_off = worded("split off “%(topic)s”", topic=topic.title)
                self._rulings.append(Ruling("topic", made.id, "", split_off, None, decision.because))
                self._say(decision, topic, worded("“%(topic)s” split off", topic=part.title))
            else:
                del self._topics[made.id]
                self._stale(decision, f"no sentence of “{topic.title}” leaves for “{part.title}”", "correct its terms")

    def _merge(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is None or decision.merge_into is None:
            return
        target = self._find(decision.merge_into)
        if target is None or target is topic:
            self._stale(decision, *self._unknown(decision.merge_into))
            return
        for number, entries in topic.entries.items():
            for entry in entries.values():
                reason = worded(
                    "merged here by the desk, from “%(topic)s”: %(reason)s",
                    topic=topic.title,
                    reason=entry.place.reason,
                )
                target.put(number, Entry(entry.grouping, replace(entry.place, reason=reason)))
        target.home |= topic.home
        target.aliases += (w for w in (topic.title, *topic.aliases) if w not in (target.title, *target.aliases))
        self._replace(topic.id, target.id)
        self._say(decision, target, worded("merged into “%(topic)s”", topic=target.title), topic.found)

    def _exclude(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is None or not decision.exclude:
            return
        if decision.because.why:
            reason = worded(
                "the desk took out its topic “%(topic)s”: %(words)s", topic=topic.title, words=decision.because.why
            )
        else:
            reason = worded("the desk took out its topic “%(topic)s”", topic=topic.title)
        for number, entries in topic.entries.items():
            for entry in entries.values():
                self._leave(number, entry.grouping, reason)
        del self._topics[topic.id]
        self._excluded.add(topic.id)
        self._say(decision, topic, worded("no topic"))

    def _move(self, decision: TopicDecision) -> None:
        self._put(decision, decision.move, moves=True)

    def _add(self, decision: TopicDecision) -> None:
        self._put(decision, decision.add, moves=False)

    def _put(self, decision: TopicDecision, references: Sequence[SentenceRef], *, moves: bool) -> None:
        topic = self._find(decision.topic)
        for reference in references if topic else ():
            assert topic is not None
            for number, entry in self._placed(decision, (reference,), _PUT[moves]):
                for other in self._topics.values():
                    if moves and other is not topic:
                        other.take(number, entry.grouping)
                topic.put(number, entry)
                if moves:
                    where = worded("moved to the topic “%(topic)s”", topic=topic.title)
                else:
                    where = worded("put into the topic “%(topic)s”", topic=topic.title)
                self._rulings.append(sentence_ruling(reference, where, decision.because))

    def _remove(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        for reference in decision.remove if topic else ():
            assert topic is not None
            for number, entry in self._placed(decision, (reference,), NO_REASON):
                if topic.take(number, entry.grouping) is None:
                    message = f"{reference.id} does not stand in “{topic.title}”"
                    self._stale(decision, message, self._where(reference))
                    continue
                reason = worded("the desk took it out of the topic “%(topic)s”", topic=topic.title)
                self._leave(number, entry.grouping, reason)
                where = worded("taken out of the topic “%(topic)s”", topic=topic.title)
                self._rulings.append(sentence_ruling(reference, where, decision.because))

    def _retitle(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is None or decision.title is None or decision.title == topic.title:
            return
        if self._is_taken(decision, decision.title, topic):
            return
        topic.aliases = [w for w in dict.fromkeys((topic.title, *topic.aliases)) if w != decision.title]
        topic.title = decision.title
        self._say(decision, topic, worded("called “%(words)s”", words=decision.title))

    def _readdress(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is None or decision.id is None or decision.id == topic.id:
            return
        if decision.id in self._topics or decision.id in self._excluded:
            message = f"another topic has the id “{decision.id}”"
            self._unmet(decision, message, "give it another")
            return
        old, topic.id = topic.id, decision.id
        self._topics = {t.id: t for t in self._topics.values()}
        self._became[old] = topic.id
        self._said = {line: (topic.id if id_ == old else id_, w, d) for line, (id_, w, d) in self._said.items()}
        self._rulings = [replace(r, id=topic.id) if (r.about, r.id) == ("topic", old) else r for r in self._rulings]
        self._say(decision, topic, worded("at the address %(address)s", address=topic.id))

    def _rank(self, decision: TopicDecision) -> None:
        topic = self._find(decision.topic)
        if topic is not None and decision.order is not None:
            self._order[topic.id] = decision.order
            place = worded("in place %(number)s on the index page", number=str(decision.order))
            self._say(decision, topic, place)

    # What they need

    def _final(self, id_: str) -> str:
        while id_ in self._became:
            id_ = self._became[id_]
        return id_

    def _find(self, key: str) -> _Topic | None:
        """The topic that an address or a title of the program's means."""
        id_ = key if key in self._topics or key in self._became else self._by_title.get(normalise(key))
        return self._topics.get(self._final(id_ or slug(key, "topic")))

    def _unknown(self, key: str) -> tuple[str, str]:
        if self._final(slug(key, "topic")) in self._excluded:
            return f"the topic “{key}” is excluded", "take one of the two out"
        titles = {topic.title: topic.id for topic in self._topics.values()}
        near = closest(key, [*self._topics, *titles])
        meant = f"did you mean {titles.get(near, near)}?" if near else "`sitegen topics` lists ids and titles."
        return f"there is no topic “{key[:60]}”", f"{meant} Correct it, or take it out"

    def _new(self, decision: TopicDecision, id_: str, title: str, terms: Sequence[str]) -> _Topic | None:
        if id_ in self._topics or id_ in self._excluded:
            self._unmet(decision, f"another topic has the id “{id_}”", f"call “{title}” otherwise")
            return None
        if self._is_taken(decision, title, None):
            return None
        names = tuple(stems for term in terms if (stems := self._stems(term, 0)))
        topic = _Topic(id_, title, "", PinnedTopic(id_, title, "", (), names, {}), [], set())
        self._topics[id_] = topic
        return topic

    def _is_taken(self, decision: TopicDecision, title: str, own: _Topic | None) -> bool:
        other = next(
            (t for t in self._topics.values() if t is not own and title_key(t.title) == title_key(title)), None
        )
        if other is not None:
            message = f"another topic, {other.id}, has the title “{other.title}”"
            self._unmet(decision, message, "give one of them another, or merge them")
        return other is not None

    def _stems(self, term: str, number: int) -> tuple[str, ...]:
        corpus = self._chapters[number].similarity.corpus
        language = corpus.languages[corpus.analyses[0].article.id]
        return tuple(dict.fromkeys(t.stem for t in with_nouns(tokens(term, language), language, ()) if t.stem))

    def _named(self, home: Iterable[int], terms: Sequence[str], title: str) -> Iterator[tuple[int, Entry]]:
        """The groups that terms name, or that stand under a heading that they name."""
        for number in sorted(home):
            chapter = self._chapters[number]
            names = tuple(stems for term in terms if (stems := self._stems(term, number)))
            if not names:
                continue
            pin = PinnedTopic("", title, "", (), names, {})
            places = Placing((pin,), chapter.similarity.corpus, self._options).of_groups(chapter.told)
            for grouping, found in zip(chapter.told, places, strict=True):
                if found and found[0].strength >= 1:
                    yield number, Entry(grouping, found[0])

    def _placed(
        self, decision: TopicDecision, references: Iterable[SentenceRef], reason: Reason
    ) -> Iterator[tuple[int, Entry]]:
        """The groups of sentences that the desk names."""
        for reference in references:
            if reference.id in self._groups:
                number, grouping = self._groups[reference.id]
                yield number, Entry(grouping, Place(0, _ADDED, reason))
            else:
                self._unmet(decision, f"{reference.id} is not printed: its article is withdrawn", "take it out")

    def _sentences(self, number: int, grouping: Grouping) -> list[str]:
        lines = self._chapters[number].similarity.corpus.lines
        return [lines[index].sentence.id for index in grouping.members]

    def _leave(self, number: int, grouping: Grouping, why: Reason) -> None:
        self._taken_out.update((sentence, why) for sentence in self._sentences(number, grouping))

    def _where(self, reference: SentenceRef) -> str:
        number, grouping = self._groups[reference.id]
        where = [t.id for t in self._topics.values() if grouping.printed in t.entries.get(number, ())]
        return f"it stands in {', '.join(where)}" if where else "it stands in no topic; take it out"

    def _replace(self, old: str, new: str) -> None:
        del self._topics[old]
        self._became[old] = new

    def _say(self, decision: TopicDecision, topic: _Topic, done: Reason, words: str | None = None) -> None:
        """That something was done, for the pages."""
        said = self._said.setdefault(decision.line, (topic.id, topic.found if words is None else words, []))
        said[2].append(done)

    def _stale(self, decision: TopicDecision, message: str, remedy: str) -> None:
        self._problem("decision-stale", decision, message, remedy)

    def _unmet(self, decision: TopicDecision, message: str, remedy: str) -> None:
        self._problem("decision-unmet", decision, message, remedy)

    def _problem(self, code: str, decision: TopicDecision, message: str, remedy: str) -> None:
        problem = Problem(code, "warning", message, self._decisions.path, decision.line, 0, remedy)
        if problem not in self._problems:
            self._problems.append(problem)
