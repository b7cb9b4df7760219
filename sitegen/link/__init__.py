"""Link: from what each article says to what they say together.

In: the `Analysis` of every article. Out: `Briefing`: names, statements, origins, topics, the summary, and the fate of
each sentence. Nothing depends on the order of the articles.
"""

from dataclasses import dataclass, field

from sitegen.errors import Outcome
from sitegen.model import Analysis, Briefing, NameDecision, Story

from .corpus import Corpus, make_corpus, split
from .crosslinks import CrosslinkOptions, state_fates
from .decided import decide_names
from .differences import DifferenceOptions, find_differences
from .entities import EntityOptions, merge_mentions
from .members import Placing
from .origins import Ancestry, OriginOptions, find_origins
from .outline import Chapter, fill_topics, make_topics
from .own_words import find_own_words
from .phrases import PhraseFinder
from .sides import decide_sides, find_actors, with_sides
from .similar import Similarity, SimilarOptions
from .statements import StatementOptions, group_sentences, make_statements
from .stories import StoryOptions, affairs_of, find_stories
from .subjects import TopicOptions
from .summary import SummaryOptions
from .topics import choose_subjects, share_topics

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
    analyses: tuple[Analysis, ...], options: LinkOptions, *, names: tuple[NameDecision, ...] = ()
) -> Outcome[Briefing]:
    """Everything known about a folder of articles.

    Statements and topics are found in each affair by itself: they are those of a folder of its articles alone, save
    that several affairs share the number of topics, and that no two topics have one title.

    `names`: what the desk decides on them, above all evidence (`Briefing.rulings`).
    Problems: none; what fits nowhere is left out with a reason (`Briefing.fates`).
    Raises: ValueError if two articles share an id.
    """
    corpus = make_corpus(analyses)
    ids = [analysis.article.id for analysis in corpus.analyses]
    if len(set(ids)) < len(ids):
        raise ValueError("two articles share an id")
    stories = find_stories(corpus, options.stories)
    own_words = find_own_words(corpus.analyses)
    origins = find_origins(corpus.analyses, own_words, options.origins)
    ancestry = Ancestry(origins, own_words, options.origins)
    merged, rulings = decide_names(merge_mentions(corpus, options.entities, stories), names, corpus)
    entities = decide_sides(with_sides(merged, corpus), names)
    chapters = _chapters(corpus, stories, options)
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
    topics, summary = make_topics(chapters, statements, entities, options.summary, options.crosslinks)
    return Outcome(
        Briefing(
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
                        for chapter in chapters
                        for difference in find_differences(chapter.similarity, entities, options.differences)
                    ),
                    key=lambda difference: difference.id,
                )
            ),
        )
    )


def _chapters(corpus: Corpus, stories: tuple[Story, ...], options: LinkOptions) -> list[Chapter]:
    """What each affair of several articles comes to, the largest first, as the first to choose titles."""
    affairs = [affair for affair in affairs_of(stories) if len(affair) >= min(2, corpus.articles)]
    affairs.sort(key=lambda affair: (-len(affair), affair))
    chapters: list[Chapter] = []
    taken: set[str] = set()
    shares = share_topics([len(affair) for affair in affairs], options.topics)
    for part, wanted in zip(split(corpus, affairs), shares, strict=True):
        similarity = Similarity(part, options.similar)
        groupings = group_sentences(similarity, options.statements)
        phrases = PhraseFinder(part).find()
        subjects = choose_subjects(phrases, groupings, similarity, options.topics, wanted=wanted, taken=taken)
        places = Placing(subjects, similarity, options.topics).of_groups(groupings)
        chapters.append(Chapter(similarity, subjects, fill_topics(subjects, groupings, places, part, options.topics)))
        taken.update(subject.phrase.title.casefold() for subject in subjects)
    return chapters


def _compared(chapters: list[Chapter]) -> frozenset[str]:
    """Ids of the articles that were compared with one another."""
    return frozenset(a.article.id for chapter in chapters for a in chapter.similarity.corpus.analyses)
