"""Compose: a briefing in, its pages out: everything that a template shows, in order."""

from sitegen.errors import Outcome
from sitegen.model import Arrival, Briefing

from . import urls
from .about import about_page
from .article import article_page
from .changes import changes_page, edition_page, edition_pages
from .corpus import Corpus
from .corrections import corrections_page
from .coverage import coverage_page
from .differences import differences_page
from .gone import gone_pages
from .index import index_page
from .intake import intake_page
from .names import name_page, names_page
from .options import ComposeOptions, site_for, site_title
from .pages import NotFoundPage, Page, RedirectPage, Site
from .quotes import quotes_page, told
from .search import search_page
from .sources import sources_page
from .structured import with_structured
from .timeline import timeline_page
from .topic import topic_pages
from .withdrawn import withdrawn_page

__all__ = ["ComposeOptions", "compose"]


def compose(briefing: Briefing, arrivals: tuple[Arrival, ...], options: ComposeOptions) -> Outcome[tuple[Page, ...]]:
    """The pages of a briefing and of the files that it was made from, by path."""
    corpus = Corpus(briefing, arrivals, options.history, options.translator)
    newest = max((a.metadata.published for a in corpus.articles.values() if a.metadata.published), default=None)

    views = {
        urls.NAMES: corpus.naming.with_page,
        urls.QUOTES: told(corpus),
        urls.TIMELINE: corpus.briefing.events,
        urls.DIFFERENCES: briefing.differences,
        urls.SOURCES: corpus.articles or corpus.withdrawn,
        urls.COVERAGE: corpus.articles,
        urls.CHANGES: corpus.history,
        urls.CORRECTIONS: briefing.withdrawn or briefing.corrected,
    }
    left_out = [path for path, shown in views.items() if not shown]
    feeds = ([urls.FEED] if briefing.topics else []) + ([urls.ATOM] if options.site_url and _has_dated(corpus) else [])

    def site(path: str) -> Site:
        # Only the index has the date in its title: a newer article would change every page.
        title = site_title(options, newest if path == urls.INDEX else None)
        return site_for(path, title, options, left_out=left_out, feeds=feeds)

    sources = sources_page(corpus, site(urls.SOURCES), options.outlets)
    pages: list[Page] = [
        index_page(corpus, site(urls.INDEX)),
        about_page(corpus, site(urls.ABOUT), options),
        intake_page(corpus, site(urls.INTAKE)),
        names_page(corpus, site(urls.NAMES)),
        quotes_page(corpus, site(urls.QUOTES)),
        timeline_page(corpus, site(urls.TIMELINE)),
        differences_page(corpus, site(urls.DIFFERENCES)),
        sources,
        coverage_page(corpus, site(urls.COVERAGE), sources.outlets),
        search_page(corpus, site(urls.SEARCH)),
        corrections_page(corpus, site(urls.CORRECTIONS)),
        NotFoundPage(urls.NOT_FOUND, corpus.translator.gettext("Page not found"), site(urls.NOT_FOUND)),
    ]
    for topic in briefing.topics:
        pages += topic_pages(corpus, topic, site)
    pages += (article_page(corpus, article, site(urls.article_path(article))) for article in corpus.articles)
    for old, new in briefing.redirects:
        path = urls.topic_path(old)
        to = corpus.topic_link(path, corpus.topics[new])
        pages.append(RedirectPage(path, corpus.topics[new].title, site(path), to))
    pages += (
        withdrawn_page(corpus, gone, site(urls.article_path(gone.decision.article))) for gone in briefing.withdrawn
    )
    pages += gone_pages(corpus, site)
    if corpus.history:
        pages.append(changes_page(corpus, site(urls.CHANGES)))
        pages += (edition_page(corpus, date, site(path)) for path, date in edition_pages(corpus))
    pages += (name_page(corpus, entity, site(urls.name_path(entity))) for entity in corpus.naming.with_page)
    shown = (with_structured(page, corpus, options.language) for page in pages if page.path not in left_out)
    return Outcome(tuple(sorted(shown, key=lambda page: page.path)))


def _has_dated(corpus: Corpus) -> bool:
    """Whether a topic has a dated article: without one, no entry of a feed has a date."""
    return any(corpus.articles[id_].metadata.published for found in corpus.carriers.values() for id_ in found)
