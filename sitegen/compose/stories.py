"""The page of stories: each with its topics, and who says nothing on which.

Who is silent on a topic depends on articles that have nothing of it. Here, and not on the topic's page, so that such an
article leaves that page as it is.
"""

from sitegen.model import Topic

from . import counts, urls
from .corpus import Corpus
from .nesting import Nest
from .pages import Link, SilenceItem, Site, StoriesPage, StoryItem
from .silence import silent_on_topic


def has_stories(corpus: Corpus) -> bool:
    """Whether there is a page of stories: of one article nobody else can be silent."""
    return len(corpus.articles) > 1 and bool(corpus.topics)


def stories_page(corpus: Corpus, site: Site) -> StoriesPage:
    translator = corpus.translator
    return StoriesPage(
        path=urls.STORIES,
        title=translator.gettext("Stories"),
        site=site,
        counts=f"{counts.stories(translator, len(corpus.nests))}, {counts.topics(translator, len(corpus.topics))}.",
        stories=tuple(_story(corpus, nest) for nest in corpus.nests),
    )


def story_link(corpus: Corpus, topic: Topic, page: str) -> Link | None:
    """From a page of a topic to its place among those of its story. Nothing in it depends on other articles."""
    if not has_stories(corpus):
        return None
    href = urls.link(page, urls.STORIES, urls.silence_anchor(topic.id))
    return Link(href, corpus.translator.gettext("Its story, and who says nothing on it"))


def _story(corpus: Corpus, nest: Nest) -> StoryItem:
    translator = corpus.translator
    return StoryItem(
        title=corpus.headline(nest),
        headline_of=corpus.article_link(urls.STORIES, nest.headline) if nest.headline else None,
        counts=f"{counts.articles(translator, len(nest.articles))}, {counts.topics(translator, len(nest.topics))}",
        topics=tuple(_silence(corpus, topic) for topic in nest.topics),
    )


def _silence(corpus: Corpus, topic: Topic) -> SilenceItem:
    silent = silent_on_topic(corpus, topic)
    carriers = len(corpus.carriers[topic.id])
    return SilenceItem(
        id=urls.silence_anchor(topic.id),
        topic=corpus.topic_link(urls.STORIES, topic),
        counts=counts.some_articles(corpus.translator, carriers, carriers + len(silent)),
        silent=tuple(corpus.article_link(urls.STORIES, article) for article in silent),
    )
