"""Compose: a briefing in, its pages out: everything that a template shows, in order."""

from sitegen.errors import Outcome
from sitegen.model import Briefing

from . import urls
from .about import about_page
from .article import article_page
from .corpus import Corpus
from .index import index_page
from .options import ComposeOptions, site_for, site_title
from .pages import NotFoundPage, Page, Site
from .topic import topic_page

__all__ = ["ComposeOptions", "compose"]


def compose(briefing: Briefing, options: ComposeOptions) -> Outcome[tuple[Page, ...]]:
    """The pages of a briefing, by path."""
    corpus = Corpus(briefing)
    newest = max((a.metadata.published for a in corpus.articles.values() if a.metadata.published), default=None)

    def site(path: str) -> Site:
        # Only the index has the date in its title: a newer article would change every page.
        return site_for(path, site_title(options, newest if path == urls.INDEX else None), options)

    pages: list[Page] = [
        index_page(corpus, site(urls.INDEX)),
        about_page(corpus, site(urls.ABOUT), options),
        NotFoundPage(urls.NOT_FOUND, "Page not found", site(urls.NOT_FOUND)),
    ]
    pages += (topic_page(corpus, topic, site(urls.topic_path(topic.id))) for topic in briefing.topics)
    pages += (article_page(corpus, article, site(urls.article_path(article))) for article in corpus.articles)
    return Outcome(tuple(sorted(pages, key=lambda page: page.path)))
