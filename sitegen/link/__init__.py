"""Link: from what each article says to what they say together.

In: the `Analysis` of every article. Out: `Briefing`: names, statements, origins, topics, the summary, and the fate of
each sentence. Nothing depends on the order of the articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sitegen.errors import Outcome
from sitegen.model import Analysis, Briefing, Decisions, Origin, PinnedTopic, Statement, Story, TopicLock

from .affairs import Affair, divide
from .corpus import Corpus, make_corpus, split
from .crosslinks import CrosslinkOptions, state_fates
from .decided import decide_names
from .decided_articles import article_rulings, corrected_flags, groups_with, printable, tombstones, withdrawn_flags
from .decided_differences import decide_differences
from .decided_statements import (
    decided_similarity,
    dropped_sentences,
    is_dropped,
    judge_statements,
    pinned_to,
    with_measured_scores,
)
from .decided_topics import decide_topics
from .differences import DifferenceOptions, find_differences
from .entities import EntityOptions, merge_mentions, share_out
from .families import Families
from .locking import extend_lock, judge_lock
from .members import Place, Placing, naming
from .origins import Ancestry, OriginOptions, find_origins
from .outline import Chapter, Wishes, fill_topics, ids_of, make_topics, named_topics
from .own_words import find_own_words
from .phrases import PhraseFinder
from .pins import pins_of, subject_of
from .sides import decide_sides, find_actors, with_sides
from .similar import Similarity, SimilarOptions
from .statements import Grouping, StatementOptions, group_sentences, make_statements
from .stories import StoryOptions, article_vectors, find_stories
from .subjects import Subject, TopicOptions
from .summary import SummaryOptions, Telling, choose_summary
from .topics import choose_subjects, title_key, topics_for

__all__ = ["LinkOptions", "link"]


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What the stage may be told, part by part."""

    similar: SimilarOptions = field(default_factory=SimilarOptions)
    statements: StatementOptions = field(default_factory=StatementOptions)
    stories: StoryOptions = field(default_factory=StoryOptions)
    origins: OriginOptions = field(default_factory=OriginOptions)
    entities: EntityOptions = field(default_factory=EntityOptions)
    topics: TopicOptions = field(default_factory=TopicOptions)
    summary: SummaryOptions = field(default_factory=SummaryOptions)
    crosslinks: CrosslinkOptions = field(default_factory=CrosslinkOptions)
    differences: DifferenceOptions = field(default_factory=DifferenceOptions)


def link(
    analyses: tuple[Analysis, ...],
    options: LinkOptions,
    lock: TopicLock | None = None,
    decisions: Decisions | None = None,
) -> Outcome[Briefing]:
    """Everything known about a folder of articles. `lock`: the topics that are pinned.

    Statements and topics are found in each affair by itself: they are those of a folder of its articles alone, save
    that no two topics have one title. What is pinned comes first,
    and nothing that is found beside it moves a sentence of it.

    `decisions`: what the desk decides, above all evidence and above the lock (`Briefing.rulings`). An article that is
    withdrawn still counts for what the topics are, so that they stay as they are; nothing is printed of it, and nothing
    counts on it.
    Problems: `topic-empty`, `topic-unpinned`, `topic-article-gone`, of the lock; `decision-stale`, `decision-unmet`.
    What fits nowhere is left out with a reason (`Briefing.fates`).
    Raises: ValueError if two articles share an id.
    """
    lock, decisions = lock or TopicLock(), decisions or Decisions()
    if len({analysis.article.id for analysis in analyses}) < len(analyses):
        raise ValueError("two articles share an id")
    gone = frozenset(decision.article for decision in decisions.articles if decision.status == "withdrawn")
    whole = make_corpus(analyses)
    directions = article_vectors(whole)
    all_stories = find_stories(whole, options.stories, directions)
    affairs = divide(whole, all_stories, lock)
    corpus, stories = whole, all_stories
    if gone:
        corpus = make_corpus(analysis for analysis in analyses if analysis.article.id not in gone)
        stories = find_stories(corpus, options.stories, article_vectors(corpus))
    own_words = find_own_words(corpus.analyses)
    origins = find_origins(corpus.analyses, own_words, options.origins)
    ancestry = Ancestry(origins, own_words, options.origins)
    merged, rulings = decide_names(merge_mentions(corpus, options.entities, stories), decisions.names, corpus)
    entities, problems = decide_sides(with_sides(merged, corpus), decisions.names, decisions.path)
    found = _chapters(whole, affairs, options, lock, decisions, gone)
    topics_by_desk = decide_topics(found, decisions, options.topics, _wishes(decisions))
    chapters, wishes = topics_by_desk.chapters, topics_by_desk.wishes
    named = share_out(entities, [chapter.affair.articles for chapter in chapters])
    told = [with_measured_scores(make_statements(c.told, c.similarity, ancestry), c.similarity) for c in chapters]
    all_told = [statement for part in told for statement in part]
    topics = make_topics(chapters, all_told, named, options.summary, options.crosslinks, wishes)
    ids_of_topics = ids_of(chapters)
    kept = [[s for s in part if s.sentence not in topics_by_desk.left_out] for part in told]
    tellings = [
        telling
        for chapter, part in zip(chapters, kept, strict=True)
        for telling in _tellings(chapter.similarity, part, stories, origins, named_topics(chapter, ids_of_topics))
    ]
    tellings += _alone(corpus, {a for c in chapters for a in c.affair.articles}, stories, ancestry, options, decisions)
    summary = choose_summary(tellings, options.summary, wishes.index)
    statements = _shown(chapters, tellings, summary)
    dropped = dropped_sentences(decisions.statements)
    differences, on_differences, of_differences = decide_differences(
        sorted(
            (
                difference
                for chapter, there in zip(chapters, named, strict=True)
                for difference in find_differences(chapter.similarity, there, options.differences)
            ),
            key=lambda difference: difference.id,
        ),
        decisions,
        dropped.keys() | {s.id for analysis in analyses if analysis.article.id in gone for s in analysis.sentences},
    )
    titles = {analysis.article.id: analysis.article.title or analysis.article.id for analysis in analyses}
    on_statements, of_statements = judge_statements(
        decisions,
        [chapter.similarity.corpus for chapter in chapters],
        (statement.sentence for statement in statements),
        {id_: title for id_, title in titles.items() if id_ not in gone},
    )
    flags, still = withdrawn_flags(gone, _groups_with(found, gone, options, decisions), statements)
    corrected = sorted((d for d in decisions.articles if d.status == "corrected"), key=lambda d: d.article)
    briefing = Briefing(
        analyses=corpus.analyses,
        entities=entities,
        statements=statements,
        topics=topics,
        origins=origins,
        summary=summary,
        fates=state_fates(corpus, statements, _compared(affairs), {**topics_by_desk.left_out, **dropped}),
        stories=stories,
        actors=find_actors(entities, corpus.analyses),
        rulings=(
            *rulings,
            *topics_by_desk.rulings,
            *on_statements,
            *on_differences,
            *article_rulings(decisions.articles, titles),
        ),
        differences=differences,
        withdrawn=tombstones((a for a in analyses if a.article.id in gone), decisions.articles, still),
        corrected=tuple(corrected),
        flags=tuple(
            sorted((*flags, *corrected_flags(corrected, statements)), key=lambda f: (f.statement, f.article, f.status))
        ),
        dropped=tuple(sorted(dropped)),
        pinned=tuple(sentence for sentence in topics_by_desk.wishes.index if sentence in summary),
        redirects=topics_by_desk.redirects,
        lock=extend_lock(lock, found, directions),
    )
    of_lock = judge_lock(lock, set(ids_of(found).values()), topics, topics_by_desk.redirects, directions.keys())
    of_decisions = (*problems, *topics_by_desk.problems, *of_statements, *of_differences)
    return Outcome(briefing, (*of_lock, *sorted(of_decisions, key=lambda problem: problem.line)))


def _wishes(decisions: Decisions) -> Wishes:
    index, leads = (pinned_to(decisions.statements, place) for place in ("index", "topic"))
    return Wishes(index=index, leads=frozenset(leads))


def _groups_with(
    chapters: Iterable[Chapter], gone: frozenset[str], options: LinkOptions, decisions: Decisions
) -> Iterable[Sequence[str]]:
    """Ids of the sentences that say the same, of each group with some of an article that is gone: as it was with it."""
    for chapter in chapters:
        if gone.intersection(chapter.affair.articles):
            part = chapter.similarity.corpus
            similarity = decided_similarity(part, options.similar, decisions.statements)
            groupings = group_sentences(similarity, options.statements)
            yield from groups_with(gone, [line.sentence.id for line in part.lines], groupings)


def _lone(corpus: Corpus, affairs: Sequence[Affair], decisions: Decisions) -> tuple[Affair, ...]:
    """Articles of no affair that the desk wants in a topic, each as an affair of its own."""
    if not decisions.topics:
        return ()
    inside = {article for affair in affairs for article in affair.articles}
    named = {
        reference.id.rpartition(".")[0]
        for decision in decisions.topics
        for reference in (*decision.add, *decision.move, *(s for part in decision.split for s in part.sentences))
    }
    wanted = any(decision.pin and decision.terms for decision in decisions.topics)
    return tuple(
        Affair((analysis.article.id,), None)
        for analysis in corpus.analyses
        if analysis.article.id not in inside and (wanted or analysis.article.id in named)
    )


def _chapters(
    corpus: Corpus,
    affairs: tuple[Affair, ...],
    options: LinkOptions,
    lock: TopicLock,
    decisions: Decisions,
    gone: frozenset[str],
) -> list[Chapter]:
    """What each affair comes to, without the sentences of articles that are `gone`."""
    chapters: list[Chapter] = []
    taken = {title_key(pin.title) for pin in lock.topics}
    lone = _lone(corpus, affairs, decisions)
    affairs = (*affairs, *lone)
    parts = split(corpus, [affair.articles for affair in affairs])
    for affair, part in zip(affairs, parts, strict=True):
        wanted = 0 if affair in lone else topics_for(len(affair.articles), options.topics)
        similarity = decided_similarity(part, options.similar, decisions.statements, gone)
        groupings = group_sentences(similarity, options.statements)
        id_ = affair.pinned.id if affair.pinned else affair.articles[0]
        pinned = tuple(pin for pin in lock.topics if affair.pinned and pin.affair == id_)
        places: tuple[tuple[Place, ...], ...] = tuple(() for _ in groupings)
        if pinned:
            places = Placing(pinned, part, options.topics).of_groups(groupings)
        subjects = _new_subjects(pinned, similarity, groupings, options, wanted=wanted - len(pinned), taken=taken)
        found = printable(pins_of(subjects, similarity, id_), part, gone)
        if found:
            added = Placing(found, part, options.topics).of_groups(groupings, [bool(place) for place in places])
            moved = (tuple(replace(p, subject=p.subject + len(pinned)) for p in new) for new in added)
            places = tuple((*old, *new) for old, new in zip(places, moved, strict=True))
        headed = [*(None for _ in pinned), *(bool(subject.phrase.in_headings) for subject in subjects)]
        shown = [(g, where) for g, where in zip(groupings, places, strict=True) if not is_dropped(g, similarity)]
        kept = tuple(grouping for grouping, _ in shown)
        filled = fill_topics(headed, kept, [where for _, where in shown], part, options.topics)
        untitled = {len(pinned) + number for number, pin in enumerate(found) if not pin.title}
        filled = {number: entries for number, entries in filled.items() if number not in untitled}
        chapters.append(Chapter(affair, similarity, (*pinned, *found), kept, filled))
        taken.update(title_key(pin.title) for pin in found if pin.title)
        similarity.forget_grams()
    return chapters


def _shown(chapters: Sequence[Chapter], tellings: Sequence[Telling], summary: Sequence[str]) -> tuple[Statement, ...]:
    """The statements that stand in a topic or in the summary, by id."""
    printed = {c.similarity.corpus.lines[g.printed].sentence.id for c in chapters for g in c.groupings}
    shown = printed.union(summary)
    found = (statement for telling in tellings for statement in telling.statements if statement.sentence in shown)
    return tuple(sorted(found, key=lambda statement: statement.id))


def _tellings(
    similarity: Similarity,
    statements: Sequence[Statement],
    stories: Sequence[Story],
    origins: Sequence[Origin],
    named: Mapping[str, Set[str]],
) -> Iterator[Telling]:
    """What each story of an affair brings to the index page. `statements`: all of it."""
    story_of = {article: story.id for story in stories for article in story.articles}
    articles: dict[str, set[str]] = {}
    newest: dict[str, str] = {}
    for analysis in similarity.corpus.analyses:
        if (story := story_of.get(analysis.article.id)) is None:  # it is withdrawn
            continue
        articles.setdefault(story, set()).add(analysis.article.id)
        newest[story] = max(newest.get(story, ""), analysis.article.metadata.published or "")
    printed: dict[str, list[Statement]] = {story: [] for story in articles}
    for statement in statements:
        printed[story_of[statement.sources[0]]].append(statement)
    for story, found in articles.items():
        copies = (len(found.intersection(o.articles)) - 1 for o in origins if not o.is_doubtful)
        weight = len(found) - sum(more for more in copies if more > 0)
        yield Telling(similarity, frozenset(found), tuple(printed[story]), weight, newest[story], named)


def _alone(
    corpus: Corpus,
    compared: Set[str],
    stories: Sequence[Story],
    ancestry: Ancestry,
    options: LinkOptions,
    decisions: Decisions,
) -> Iterator[Telling]:
    """What the articles bring to the index page that are on no affair with another: as many as it may hold, newest
    first."""
    dated = {a.article.id: a.article.metadata.published or "" for a in corpus.analyses if a.article.id not in compared}
    newest_first = sorted(sorted(dated), key=lambda article: dated[article], reverse=True)
    for part in split(corpus, [(article,) for article in newest_first[: options.summary.sentences]]):
        similarity = decided_similarity(part, options.similar, decisions.statements)
        groupings = group_sentences(similarity, options.statements)
        kept = (grouping for grouping in groupings if not is_dropped(grouping, similarity))
        statements = make_statements(kept, similarity, ancestry)
        yield from _tellings(similarity, statements, stories, (), {})


def _new_subjects(
    pinned: Sequence[PinnedTopic],
    similarity: Similarity,
    groupings: Sequence[Grouping],
    options: LinkOptions,
    *,
    wanted: int,
    taken: Set[str],
) -> tuple[Subject, ...]:
    """The subjects of an affair beside those that are pinned."""
    if wanted <= 0:
        return ()
    families = Families(similarity.corpus)
    present = [subject_of(pin, anchored) for pin in pinned if (anchored := naming(pin, families))]
    phrases = PhraseFinder(similarity.corpus).find()
    return choose_subjects(phrases, groupings, similarity, options.topics, wanted=wanted, taken=taken, pinned=present)


def _compared(affairs: Iterable[Affair]) -> frozenset[str]:
    """Ids of the articles that were compared with one another."""
    return frozenset(article for affair in affairs for article in affair.articles)
