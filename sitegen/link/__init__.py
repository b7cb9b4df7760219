"""Link: from what each article says to what they say together.

In: the `Analysis` of every article. Out: `Briefing`: names, statements, origins, topics, the summary, and the fate of
each sentence. Nothing depends on the order of the articles.
"""

from dataclasses import dataclass, field

from sitegen.errors import Outcome
from sitegen.model import Analysis, Briefing

from .corpus import make_corpus
from .crosslinks import CrosslinkOptions, state_fates
from .entities import EntityOptions, merge_mentions
from .members import Placing
from .origins import OriginOptions, find_origins
from .outline import fill_topics, make_topics
from .phrases import PhraseFinder
from .similar import Similarity, SimilarOptions
from .statements import StatementOptions, group_sentences, make_statements
from .subjects import TopicOptions
from .summary import SummaryOptions
from .topics import choose_subjects

__all__ = ["LinkOptions", "link"]


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What the stage may be told, part by part."""

    similar: SimilarOptions = field(default_factory=SimilarOptions)
    statements: StatementOptions = field(default_factory=StatementOptions)
    origins: OriginOptions = field(default_factory=OriginOptions)
    entities: EntityOptions = field(default_factory=EntityOptions)
    topics: TopicOptions = field(default_factory=TopicOptions)
    summary: SummaryOptions = field(default_factory=SummaryOptions)
    crosslinks: CrosslinkOptions = field(default_factory=CrosslinkOptions)


def link(analyses: tuple[Analysis, ...], options: LinkOptions) -> Outcome[Briefing]:
    """Everything known about a folder of articles.

    Problems: none; what fits nowhere is left out with a reason (`Briefing.fates`).
    Raises: ValueError if two articles share an id.
    """
    corpus = make_corpus(analyses)
    ids = [analysis.article.id for analysis in corpus.analyses]
    if len(set(ids)) < len(ids):
        raise ValueError("two articles share an id")
    similarity = Similarity(corpus, options.similar)
    origins = find_origins(corpus.analyses, options.origins)
    entities = merge_mentions(corpus, options.entities)
    groupings = group_sentences(similarity, options.statements)
    subjects = choose_subjects(PhraseFinder(corpus).find(), groupings, similarity, options.topics)
    places = Placing(subjects, similarity, options.topics).of_groups(groupings)
    filled = fill_topics(subjects, groupings, places, corpus, options.topics)
    in_topics = {entry.grouping for entries in filled.values() for entry in entries}
    statements = make_statements(in_topics, similarity, origins, options.statements)
    topics, summary = make_topics(
        filled, subjects, statements, similarity, entities, options.summary, options.crosslinks
    )
    return Outcome(
        Briefing(
            analyses=corpus.analyses,
            entities=entities,
            statements=statements,
            topics=topics,
            origins=origins,
            summary=summary,
            fates=state_fates(corpus, statements),
        )
    )
