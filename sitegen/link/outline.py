"""Topics as the pages show them: from subjects and placed sentences to members in order, ids, summaries, links."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sitegen.model import Difference, Entity, Member, PinnedTopic, Related, Statement, Topic
from sitegen.reasons import Reason
from sitegen.text import digest, slug

from .affairs import Affair
from .corpus import Corpus
from .crosslinks import CrosslinkOptions, relate_topics
from .members import Place
from .similar import Similarity
from .statements import Grouping
from .subjects import TopicOptions
from .summary import Merits, SummaryOptions, choose_leads


@dataclass(frozen=True, slots=True)
class Entry:
    """A group of sentences in a topic."""

    grouping: Grouping
    place: Place


Leading = tuple[tuple[int, bool], ...]
"""The printed index of each group of a topic, and whether it names the topic: what decides who heads it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one affair comes to."""

    affair: Affair
    similarity: Similarity
    pins: tuple[PinnedTopic, ...]
    """What its topics are known by: first those that were pinned, then those that were found, without ids."""
    told: tuple[Grouping, ...]
    """All its groups, in a topic or not, by printed index; without what is dropped."""
    filled: Mapping[int, tuple[Entry, ...]]
    """Number of the topic → its groups."""
    entities: tuple[Entity, ...] = ()
    """Whom and what its articles name."""
    statements: tuple[Statement, ...] = ()
    """Those of `told`, by id."""
    differences: tuple[Difference, ...] = ()
    """Where its articles disagree, by id."""
    leads: Mapping[Leading, tuple[str, ...]] = field(default_factory=dict)
    """For the groups of each topic that was found or pinned, the sentences that may head it, best first."""

    @property
    def groupings(self) -> tuple[Grouping, ...]:
        """Those that stand in a topic, once each, by printed index."""
        found = {entry.grouping.printed: entry.grouping for entries in self.filled.values() for entry in entries}
        return tuple(found[printed] for printed in sorted(found))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the desk decided on where things stand."""

    order: Mapping[str, int] = field(default_factory=dict)
    """Id of a topic → its place among all."""
    titled: frozenset[str] = frozenset()
    """Ids of the topics whose titles are the desk's words."""
    index: tuple[str, ...] = ()
    """Printed sentences that head the index page, in this order."""
    leads: frozenset[str] = frozenset()
    """Printed sentences that head their topics."""


def fill_topics(
    headed: Sequence[bool | None],
    groupings: Sequence[Grouping],
    places: Sequence[tuple[Place, ...]],
    corpus: Corpus,
    options: TopicOptions,
) -> dict[int, tuple[Entry, ...]]:
    """Number of the topic → its groups; without the topics that came to hold too little.

    A topic needs three sentences of two articles (one, if there is only one), or under a heading that names it; one
    that is pinned needs a sentence. `headed`: for each topic whether a heading names it; None: it is pinned.
    """
    filled: dict[int, list[Entry]] = {}
    for grouping, where in zip(groupings, places, strict=True):
        for place in where:
            filled.setdefault(place.subject, []).append(Entry(grouping, place))
    kept: dict[int, tuple[Entry, ...]] = {}
    for number, entries in sorted(filled.items()):
        sentences = [index for entry in entries for index in entry.grouping.members]
        articles = {corpus.lines[index].article for index in sentences}
        is_shared = len(articles) >= min(2, corpus.articles) or bool(headed[number])
        if headed[number] is None or (len(sentences) >= options.smallest and is_shared):
            kept[number] = tuple(entries)
    return kept


def leading_of(entries: Sequence[Entry]) -> Leading:
    return tuple((entry.grouping.printed, entry.place.names_it) for entry in entries)


def find_leads(
    groups: Leading, by_sentence: Mapping[str, Statement], similarity: Similarity, merits: Merits
) -> tuple[str, ...]:
    """The sentences that may head a topic of these groups, best first. `by_sentence`: the statements of the affair."""
    printed = [(similarity.corpus.lines[index].sentence.id, names_it) for index, names_it in groups]
    statements = _most_carried([by_sentence[sentence] for sentence, _ in printed], similarity)
    return merits.leads(statements, frozenset(sentence for sentence, names_it in printed if names_it))


def _most_carried(statements: Iterable[Statement], similarity: Similarity) -> list[Statement]:
    """Most corroborated first."""

    def carried(statement: Statement) -> tuple[int, float, str]:
        line = similarity.corpus.lines[similarity.index_of[statement.sentence]]
        return (-len(statement.sources), -line.prominence, statement.id)

    return sorted(statements, key=carried)


def make_topics(
    chapters: Sequence[Chapter],
    summary_options: SummaryOptions,
    crosslink_options: CrosslinkOptions,
    wishes: Wishes,
    provisional: Set[str] = frozenset(),
) -> tuple[Topic, ...]:
    """The topics, most carried first, or as the desk wishes. `provisional`: ids of those that are not pinned, beside
    others that are and that are not said to be related to them."""
    ids = ids_of(chapters)
    drafts: list[_Draft] = []
    for chapter in chapters:
        drafts += _drafts(chapter, ids, summary_options, crosslink_options, provisional)
        chapter.similarity.forget()
    drafts = [_with_leads(draft, wishes) for draft in _joined(drafts)]
    drafts.sort(key=lambda draft: (wishes.order.get(draft.id, _BEHIND), _weight(draft)))
    leads = [
        draft.leads[0] if draft.leads[0] in wishes.leads else lead
        for draft, lead in zip(drafts, choose_leads([draft.leads for draft in drafts]), strict=True)
    ]
    return tuple(
        Topic(
            id=draft.id,
            title=draft.pin.title,
            aliases=draft.pin.aliases,
            terms=draft.pin.names[0] if draft.pin.names else (),
            summary=(lead,),
            members=tuple(Member(statement.id, reason) for statement, reason in draft.members),
            related=draft.related,
            is_desks=draft.id in wishes.titled,
            is_provisional=draft.id in provisional,
        )
        for draft, lead in zip(drafts, leads, strict=True)
    )


def named_topics(chapter: Chapter, ids: Mapping[str, str]) -> dict[str, set[str]]:
    """Printed sentence → ids of the topics that it names. `ids`: those of `ids_of`."""
    lines = chapter.similarity.corpus.lines
    named: dict[str, set[str]] = {}
    for number, entries in chapter.filled.items():
        for entry in entries:
            if entry.place.names_it:
                sentence = lines[entry.grouping.printed].sentence.id
                named.setdefault(sentence, set()).add(ids[chapter.pins[number].title])
    return named


_BEHIND = 1_000_000  # place of the topics that the desk gives none


@dataclass(frozen=True, slots=True)
class _Draft:
    """A topic in the making."""

    id: str
    pin: PinnedTopic
    members: tuple[tuple[Statement, Reason], ...]
    """Statements with the reason, most corroborated first."""
    leads: tuple[str, ...]
    """Sentences that may head it, the one first that best stands for the topic."""
    related: tuple[Related, ...]


def _drafts(
    chapter: Chapter,
    ids: Mapping[str, str],
    summary_options: SummaryOptions,
    crosslink_options: CrosslinkOptions,
    provisional: Set[str],
) -> Iterator[_Draft]:
    by_sentence = {statement.sentence: statement for statement in chapter.statements}
    similarity, pins = chapter.similarity, chapter.pins
    lines = similarity.corpus.lines
    leads = _leads(chapter, by_sentence, summary_options)
    members: dict[int, tuple[tuple[Statement, Reason], ...]] = {}
    for number, entries in chapter.filled.items():
        reasons = {lines[entry.grouping.printed].sentence.id: entry.place.reason for entry in entries}
        found = _most_carried([by_sentence[sentence] for sentence in reasons], similarity)
        members[number] = tuple((statement, reasons[statement.sentence]) for statement in found)
    stated = {statement.id: statement for found in members.values() for statement, _ in found}
    held = {ids[pins[number].title]: frozenset(s.id for s, _ in found) for number, found in members.items()}
    stable = {id_: found for id_, found in held.items() if id_ not in provisional}
    related = {
        **relate_topics(held, chapter.entities, stated, crosslink_options),
        **relate_topics(stable, chapter.entities, stated, crosslink_options),
    }
    for number, carried in members.items():
        id_ = ids[pins[number].title]
        yield _Draft(id_, pins[number], carried, leads[number], related[id_])


def _leads(
    chapter: Chapter, by_sentence: Mapping[str, Statement], options: SummaryOptions
) -> dict[int, tuple[str, ...]]:
    """Number of a topic → the sentences that may head it. Only a topic that the desk changed is looked at again."""
    groups = {number: leading_of(entries) for number, entries in chapter.filled.items()}
    known = dict(chapter.leads)
    if new := {leading for leading in groups.values() if leading not in known}:
        merits = Merits(chapter.similarity, options)
        known.update((leading, find_leads(leading, by_sentence, chapter.similarity, merits)) for leading in new)
    return {number: known[leading] for number, leading in groups.items()}


def _joined(drafts: Iterable[_Draft]) -> list[_Draft]:
    """One draft a topic: of several affairs it has parts in each, if the desk wants it so."""
    parts: dict[str, list[_Draft]] = {}
    for draft in drafts:
        parts.setdefault(draft.id, []).append(draft)
    return [_whole(sorted(found, key=_weight)) for found in parts.values()]


def _whole(parts: Sequence[_Draft]) -> _Draft:
    first = parts[0]
    if len(parts) == 1:
        return first
    related = {tie.topic: tie for part in reversed(parts) for tie in part.related if tie.topic != first.id}
    members = [member for part in parts for member in part.members]
    return replace(
        first,
        members=tuple(sorted(members, key=lambda member: (-len(member[0].sources), member[0].id))),
        leads=tuple(sentence for part in parts for sentence in part.leads),
        related=tuple(related.values()),
    )


def _with_leads(draft: _Draft, wishes: Wishes) -> _Draft:
    """With the pinned statements first."""
    pinned = tuple(statement.sentence for statement, _ in draft.members if statement.sentence in wishes.leads)
    return replace(draft, leads=(*pinned, *(sentence for sentence in draft.leads if sentence not in pinned)))


def _weight(draft: _Draft) -> tuple[int, int, str]:
    """By articles that carry it, then by how often it is said."""
    articles = {article for statement, _ in draft.members for article in statement.sources}
    said = sum(len(statement.sources) for statement, _ in draft.members)
    return (-len(articles), -said, draft.id)


def ids_of(chapters: Sequence[Chapter]) -> dict[str, str]:
    """Title of a topic that is shown → its id: the pinned one, else a slug of the title; with a digest of it where
    two would be one, so that neither takes the other's place."""
    shown = [chapter.pins[number] for chapter in chapters for number in chapter.filled]
    pinned = {pin.title: pin.id for pin in shown if pin.id}
    slugs = {pin.title: slug(pin.title, "topic") for pin in shown if not pin.id}
    counts = Counter((*slugs.values(), *(pin.id for chapter in chapters for pin in chapter.pins if pin.id)))
    return pinned | {t: made if counts[made] == 1 else f"{made}-{digest(t)}" for t, made in slugs.items()}
