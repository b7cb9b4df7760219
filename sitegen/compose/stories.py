"""The page of stories: each with its topics, and who says nothing on which.

Who is silent on a topic depends on articles that have nothing of it. Here, and not on the topic's page, so that such an
article leaves that page as it is.
"""

from collections.abc import Collection, Iterator, Mapping

from sitegen.model import Topic

from . import counts, urls
from .corpus import Corpus, once
from .nesting import Nest
from .options import SiteOf
from .pages import Link, SilenceItem, StoriesPage, StoryItem
from .paging import Lettered, Paged, part_title
from .silence import silent_on_topic

_MOST = 100
"""Topics on a page: about 10 KiB (gzip)."""


@once
def has_stories(corpus: Corpus) -> bool:
    """Whether there is a page of stories: of one article nobody else can be silent."""
    return len(corpus.articles) > 1 and bool(corpus.topics)


def stories_pages(corpus: Corpus, site: SiteOf) -> Iterator[StoriesPage]:
    """By the first letters of the topics, where there are too many for one page; a story is on each that has one of
    its topics. By stories an article that joins two of them would move topics of which it says nothing.
    """
    translator = corpus.translator
    title = translator.gettext("Stories")
    paged = _paged(corpus)
    for part in paged.pages:
        nests = {corpus.nest_of[id_].id for id_ in part.everything}
        yield StoriesPage(
            path=part.path,
            title=part_title(translator, title, part),
            site=site(part.path),
            counts=f"{counts.stories(translator, len(nests))}, {counts.topics(translator, len(part.everything))}.",
            stories=tuple(_stories(corpus, part.path, frozenset(part.items))),
            paging=paged.navigation(part, title),
        )


@once  # every topic page asks
def _page_of(corpus: Corpus) -> Mapping[str, str]:
    """Of the ids of topics."""
    return _paged(corpus).page_of


@once
def _paged(corpus: Corpus) -> Paged[str]:
    """Of the ids of topics."""
    return Paged(urls.STORIES, {id_: Lettered(topic.title) for id_, topic in corpus.topics.items()}, _MOST)


def story_link(corpus: Corpus, topic: Topic, page: str) -> Link | None:
    """From a page of a topic to its place among those of its story. Nothing in it depends on other articles."""
    if not has_stories(corpus):
        return None
    href = urls.link(page, _page_of(corpus)[topic.id], urls.silence_anchor(topic.id))
    return Link(href, corpus.translator.gettext("Which articles of this story say nothing on it"))


def _stories(corpus: Corpus, page: str, topics: Collection[str]) -> Iterator[StoryItem]:
    """Those that have any of `topics`, with these only."""
    for nest in corpus.nests:
        here = [topic for topic in nest.topics if topic.id in topics]
        if here:
            yield _story(corpus, page, nest, here)


def _story(corpus: Corpus, page: str, nest: Nest, topics: Collection[Topic]) -> StoryItem:
    translator = corpus.translator
    return StoryItem(
        title=corpus.headline(nest),
        headline_of=corpus.article_link(page, nest.headline) if nest.headline else None,
        counts=f"{counts.articles(translator, len(nest.articles))}, {counts.topics(translator, len(nest.topics))}",
        topics=tuple(_silence(corpus, page, topic) for topic in topics),
    )


def _silence(corpus: Corpus, page: str, topic: Topic) -> SilenceItem:
    silent = silent_on_topic(corpus, topic)
    carriers = len(corpus.carriers[topic.id])
    return SilenceItem(
        id=urls.silence_anchor(topic.id),
        topic=corpus.topic_link(page, topic),
        counts=counts.some_articles(corpus.translator, carriers, carriers + len(silent)),
        silent=tuple(corpus.article_link(page, article) for article in silent),
    )
