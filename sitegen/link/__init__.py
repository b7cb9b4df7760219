"""Link: from what each article says to what they say together.

In: the `Analysis` of every article. Out: `Briefing`: names, statements, origins, topics, the summary, and the fate of
each sentence. Nothing depends on the order of the articles.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from sitegen.errors import Outcome
from sitegen.model import Analysis, Briefing, NameDecision, PinnedTopic, TopicLock

from .affairs import Affair, divide
from .corpus import Corpus, make_corpus, split
from .crosslinks import CrosslinkOptions, state_fates
from .decided import decide_names
from .differences import DifferenceOptions, find_differences
from .entities import EntityOptions, merge_mentions, share_out
from .families import Families
from .locking import extend_lock, judge_lock
from .members import Place, Placing, naming
from .origins import Ancestry, OriginOptions, find_origins
from .outline import Chapter, fill_topics, make_topics
from .own_words import find_own_words
from .phrases import PhraseFinder
from .pins import pins_of, subject_of
from .sides import decide_sides, find_actors, with_sides
from .similar import Similarity, SimilarOptions
from .statements import Grouping, StatementOptions, group_sentences, make_statements
from .stories import StoryOptions, article_vectors, find_stories
from .subjects import Subject, TopicOptions
from .summary import SummaryOptions
from .topics import choose_subjects, share_topics, title_key

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
    *,
    names: tuple[NameDecision, ...] = (),
) -> Outcome[Briefing]:
    """Everything known about a folder of articles. `lock`: the topics that are pinned.

    Statements and topics are found in each affair by itself: they are those of a folder of its articles alone, save
    that several affairs share the number of topics, and that no two topics have one title. What is pinned comes first,
    and nothing that is found beside it moves a sentence of it.

    `names`: what the desk decides on them, above all evidence (`Briefing.rulings`).
    Problems: `topic-empty`, `topic-unpinned`, `topic-article-gone`, of the lock. What fits nowhere is left out with a
    reason (`Briefing.fates`).
    Raises: ValueError if two articles share an id.
    """
    lock = lock or TopicLock()
    corpus = make_corpus(analyses)
    ids = [analysis.article.id for analysis in corpus.analyses]
    if len(set(ids)) < len(ids):
        raise ValueError("two articles share an id")
    directions = article_vectors(corpus)
    stories = find_stories(corpus, options.stories, directions)
    own_words = find_own_words(corpus.analyses)
    origins = find_origins(corpus.analyses, own_words, options.origins)
    ancestry = Ancestry(origins, own_words, options.origins)
    merged, rulings = decide_names(merge_mentions(corpus, options.entities, stories), names, corpus)
    entities = decide_sides(with_sides(merged, corpus), names)
    chapters = _chapters(corpus, divide(corpus, stories, lock), options, lock)
    named = share_out(entities, [chapter.affair.articles for chapter in chapters])
    statements = tuple(
        sorted(
            (
                statement
                for chapter in chapters
                for statement in make_statements(chapter.groupings, chapter.similarity, ancestry, options.statements)
            ),
            key=lambda statement: statement.id,
        )
    )
    topics, summary = make_topics(chapters, statements, named, options.summary, options.crosslinks)
    briefing = Briefing(
        analyses=corpus.analyses,
        entities=entities,
        statements=statements,
        topics=topics,
        origins=origins,
        summary=summary,
        fates=state_fates(corpus, statements, _compared(chapters)),
        stories=stories,
        actors=find_actors(entities, corpus.analyses),
        rulings=rulings,
        differences=tuple(
            sorted(
                (
                    difference
                    for chapter, there in zip(chapters, named, strict=True)
                    for difference in find_differences(chapter.similarity, there, options.differences)
                ),
                key=lambda difference: difference.id,
            )
        ),
        lock=extend_lock(lock, chapters, directions),
    )
    return Outcome(briefing, judge_lock(lock, topics, directions.keys()))


def _chapters(corpus: Corpus, affairs: tuple[Affair, ...], options: LinkOptions, lock: TopicLock) -> list[Chapter]:
    """What each affair comes to."""
    chapters: list[Chapter] = []
    taken = {title_key(pin.title) for pin in lock.topics}
    shares = share_topics([len(affair.articles) for affair in affairs], options.topics)
    parts = split(corpus, [affair.articles for affair in affairs])
    for affair, part, wanted in zip(affairs, parts, shares, strict=True):
        similarity = Similarity(part, options.similar)
        groupings = group_sentences(similarity, options.statements)
        id_ = affair.pinned.id if affair.pinned else affair.articles[0]
        pinned = tuple(pin for pin in lock.topics if affair.pinned and pin.affair == id_)
        places: tuple[tuple[Place, ...], ...] = tuple(() for _ in groupings)
        if pinned:
            places = Placing(pinned, part, options.topics).of_groups(groupings)
        subjects = _new_subjects(pinned, similarity, groupings, options, wanted=wanted - len(pinned), taken=taken)
        found = pins_of(subjects, similarity, id_)
        if found:
            added = Placing(found, part, options.topics).of_groups(groupings, [bool(place) for place in places])
            moved = (tuple(replace(p, subject=p.subject + len(pinned)) for p in new) for new in added)
            places = tuple((*old, *new) for old, new in zip(places, moved, strict=True))
        headed = [*(None for _ in pinned), *(bool(subject.phrase.in_headings) for subject in subjects)]
        filled = fill_topics(headed, groupings, places, part, options.topics)
        chapters.append(Chapter(affair, similarity, (*pinned, *found), filled))
        taken.update(title_key(pin.title) for pin in found)
        similarity.forget_grams()
    return chapters


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


def _compared(chapters: list[Chapter]) -> frozenset[str]:
    """Ids of the articles that were compared with one another."""
    return frozenset(a.article.id for chapter in chapters for a in chapter.similarity.corpus.analyses)
