"""Silence: who reports on something and does not carry what others do."""

from collections.abc import Collection

from sitegen.model import Statement, Topic

from .corpus import Corpus
from .pages import Link

_FEWEST = 3
"""Articles of a topic: of two, one is always silent."""
_MOST_SHOWN = 3


def silent_on_topic(corpus: Corpus, topic: Topic) -> list[str]:
    """Articles that tell of the same event, and carry no statement of this topic."""
    carriers = corpus.carriers[topic.id]
    nearby = {article for story in corpus.stories.of(carriers) for article in story.articles}
    return sorted(nearby.difference(carriers))


def silent_on(corpus: Corpus, page: str, statement: Statement, carriers: Collection[str]) -> tuple[Link, ...]:
    """The topic's articles that say no part of a statement that several origins and more than half of them carry.

    By outlet; none where they are too many to name.
    """
    if statement.origins < 2 or len(carriers) < _FEWEST or 2 * len(statement.sources) <= len(carriers):
        return ()
    says = {corpus.sentences[companion.sentence].article for companion in statement.also} | {*statement.sources}
    silent = sorted(set(carriers) - says)
    if len(silent) > _MOST_SHOWN:
        return ()
    return tuple(Link(corpus.article_link(page, article).href, corpus.outlet(article)) for article in silent)
