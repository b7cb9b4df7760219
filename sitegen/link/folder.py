"""The articles of a folder, and how they hang together before any two of their sentences are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from sitegen.each import Each, here, surely
from sitegen.model import Analysis, Decisions, Origin, Story, TopicLock

from .affairs import Affair, divide
from .article_words import Unread, read_words
from .corpus import Corpus, make_corpus
from .options import LinkOptions
from .origins import Ancestry, find_origins
from .similar import Vector
from .stories import article_vectors, find_stories


@dataclass(frozen=True, slots=True)
class Folder:
    """All articles, those that the desk withdrew apart: they count for what the topics are, and nothing else."""

    whole: Corpus
    gone: frozenset[str]
    """Ids of the articles that are withdrawn."""
    corpus: Corpus
    """Without these."""
    directions: Mapping[str, Vector]
    """Id of an article, of the whole → what it is about."""
    affairs: tuple[Affair, ...]
    """Of the whole."""
    stories: tuple[Story, ...]
    origins: tuple[Origin, ...]
    ancestry: Ancestry
    fragments: frozenset[str]
    """Ids of sentences that have too few words to stand alone, of the whole."""

    @property
    def titles(self) -> dict[str, str]:
        """Id of an article, of the whole → its title; its id if it has none."""
        return {a.article.id: a.article.title or a.article.id for a in self.whole.analyses}


def survey(
    analyses: tuple[Analysis, ...],
    options: LinkOptions,
    lock: TopicLock,
    decisions: Decisions,
    each: Each,
    in_process: Each = here,
) -> Folder:
    """Which articles are on one event, which affairs these make, and which go back to one text. `each`: who reads the
    words of the articles; `in_process`: who does what is less than that."""
    gone = frozenset(decision.article for decision in decisions.articles if decision.status == "withdrawn")
    whole = make_corpus(analyses)
    unread = [Unread(analysis.article.id, analysis) for analysis in whole.analyses]
    read = surely(each, partial(read_words, run=options.origins.run), unread)
    words = {article.id: found for article, found in zip(unread, read, strict=True)}
    counts = {article: found.stems for article, found in words.items()}
    directions = article_vectors(counts)
    all_stories = find_stories(whole, options.stories, directions)
    corpus, stories = whole, all_stories
    if gone:
        corpus = make_corpus(analysis for analysis in analyses if analysis.article.id not in gone)
        left = {analysis.article.id: counts[analysis.article.id] for analysis in corpus.analyses}
        stories = find_stories(corpus, options.stories, article_vectors(left))
    runs = {article: found.runs for article, found in words.items()}
    origins = find_origins(corpus.analyses, options.origins, runs, in_process)
    return Folder(
        whole=whole,
        gone=gone,
        corpus=corpus,
        directions=directions,
        affairs=divide(counts, all_stories, lock),
        stories=stories,
        origins=origins,
        ancestry=Ancestry(origins, corpus.analyses, options.origins),
        fragments=frozenset(sentence for found in words.values() for sentence in found.fragments),
    )
