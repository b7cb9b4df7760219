"""Topics as the pages show them: from subjects and placed sentences to members in order, ids, summaries, links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Entity, Member, Statement, Topic
from sitegen.text import digest, slug

from .corpus import Corpus
from .crosslinks import CrosslinkOptions, relate_topics
from .members import Place
from .similar import Similarity
from .statements import Grouping
from .subjects import Subject, TopicOptions
from .summary import SummaryOptions, choose_leads, choose_summary, rank_for_summary


@dataclass(frozen=True, slots=True)
class Entry:
    """A group of sentences in a topic."""

    grouping: Grouping
    place: Place


def fill_topics(
    subjects: Sequence[Subject],
    groupings: Sequence[Grouping],
    places: Sequence[tuple[Place, ...]],
    corpus: Corpus,
    options: TopicOptions,
) -> dict[int, tuple[Entry, ...]]:
    """Number of the subject → its groups; without the subjects that came to hold too little.

    A topic needs two articles (one, if there is only one), or a heading and three sentences.
    """
    filled: dict[int, list[Entry]] = {}
    for grouping, where in zip(groupings, places, strict=True):
        for place in where:
            filled.setdefault(place.subject, []).append(Entry(grouping, place))
    kept: dict[int, tuple[Entry, ...]] = {}
    for number, entries in sorted(filled.items()):
        sentences = [index for entry in entries for index in entry.grouping.members]
        articles = {corpus.lines[index].article for index in sentences}
        has_heading = bool(subjects[number].phrase.in_headings)
        if len(sentences) >= options.smallest and (len(articles) >= min(2, corpus.articles) or has_heading):
            kept[number] = tuple(entries)
    return kept


def make_topics(
    filled: Mapping[int, tuple[Entry, ...]],
    subjects: Sequence[Subject],
    statements: Sequence[Statement],
    similarity: Similarity,
    entities: Sequence[Entity],
    summary_options: SummaryOptions,
    crosslink_options: CrosslinkOptions,
) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """The topics, most carried first, and the sentences of the index page."""
    lines = similarity.corpus.lines
    index_of = {line.sentence.id: line.index for line in lines}
    by_sentence = {statement.sentence: statement for statement in statements}
    ids = _ids({number: subjects[number].phrase.title for number in filled})
    members: dict[int, list[tuple[Statement, str]]] = {}
    for number, entries in filled.items():
        found = [(by_sentence[lines[e.grouping.printed].sentence.id], e.place.reason) for e in entries]
        members[number] = sorted(
            found, key=lambda item: (-len(item[0].sources), -lines[index_of[item[0].sentence]].prominence, item[0].id)
        )
    naming = {
        number: {lines[e.grouping.printed].sentence.id for e in entries if e.place.names_it}
        for number, entries in filled.items()
    }
    ranked = {
        number: rank_for_summary([s for s, _ in found], naming[number], index_of, similarity, summary_options)
        for number, found in members.items()
    }
    related = relate_topics(
        {ids[number]: frozenset(s.id for s, _ in found) for number, found in members.items()},
        entities,
        {statement.id: statement for statement in statements},
        crosslink_options,
    )

    def weight(number: int) -> tuple[int, int, str]:
        """By articles that carry it, then by how often it is said."""
        articles = {article for statement, _ in members[number] for article in statement.sources}
        said = sum(len(statement.sources) for statement, _ in members[number])
        return (-len(articles), -said, ids[number])

    order = sorted(members, key=weight)
    leads = choose_leads([ranked[number] for number in order])
    topics = tuple(
        Topic(
            id=ids[number],
            title=subjects[number].phrase.title,
            aliases=subjects[number].other_wordings,
            terms=subjects[number].phrase.stems,
            summary=(lead,),
            members=tuple(Member(statement.id, reason) for statement, reason in members[number]),
            related=related[ids[number]],
        )
        for number, lead in zip(order, leads, strict=True)
    )
    fit = [[s for s in ranked[number] if s.sentence in naming[number]] or ranked[number] for number in order]
    summary = choose_summary(fit, index_of, similarity, summary_options)
    return topics, summary


def _ids(titles: Mapping[int, str]) -> dict[int, str]:
    """Slugs of the titles; all that clash take a digest of theirs."""
    slugs = {number: slug(title, "topic") for number, title in titles.items()}
    taken = list(slugs.values())
    return {
        number: made if taken.count(made) == 1 else f"{made}-{digest(titles[number])}" for number, made in slugs.items()
    }
