"""Compose: a briefing in, its pages out: everything that a template shows, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from sitegen.errors import Outcome
from sitegen.model import Arrival, Briefing

from . import urls
from .about import about_page
from .article import article_page
from .changes import changes_page, edition_page, edition_pages
from .corpus import Corpus
from .corrections import corrections_page
from .coverage import coverage_pages
from .differences import differences_pages
from .gone import gone_pages
from .index import index_page
from .intake import intake_pages
from .names import name_page, names_pages
from .options import ComposeOptions, SiteOf, site_for, site_title
from .pages import NotFoundPage, Page, RedirectPage, Site
from .positions import positions_pages
from .quotes import quotes_pages, told
from .search import search_pages
from .sources import sources_pages
from .stories import has_stories, stories_pages
from .structured import with_structured
from .timeline import timeline_pages
from .topic import topic_pages
from .withdrawn import withdrawn_page

__all__ = ["ComposeOptions", "Job", "compose", "plan"]


Job = tuple[str, Callable[[], Sequence[Page]]]
"""The path of a page, and what makes it and those whose paths begin alike, by path."""
_Made = tuple[str, Callable[[], Iterable[Page]]]
"""The same, in any order and without structured data."""


def compose(briefing: Briefing, arrivals: tuple[Arrival, ...], options: ComposeOptions) -> Outcome[Iterator[Page]]:
    """The pages of a briefing and of the files that it was made from, by path.

    Each is made when it is asked for: the pages of a large folder together would be the largest thing in memory.
    """
    jobs = plan(briefing, arrivals, options).value
    return Outcome(page for _, make in jobs for page in make())


def plan(briefing: Briefing, arrivals: tuple[Arrival, ...], options: ComposeOptions) -> Outcome[tuple[Job, ...]]:
    """What makes the pages of `compose`, by path. No job needs another, so that each can be done anywhere."""
    corpus = Corpus(briefing, arrivals, options.history, options.translator)
    newest = max((a.metadata.published for a in corpus.articles.values() if a.metadata.published), default=None)

    views = {
        urls.NAMES: corpus.naming.with_page,
        urls.QUOTES: told(corpus),
        urls.POSITIONS: briefing.positions,
        urls.TIMELINE: corpus.briefing.events,
        urls.DIFFERENCES: briefing.differences,
        urls.SOURCES: corpus.articles or corpus.withdrawn,
        urls.COVERAGE: corpus.articles,
        urls.STORIES: has_stories(corpus),
        urls.CHANGES: corpus.history,
        urls.CORRECTIONS: briefing.withdrawn or briefing.corrected,
    }
    left_out = [path for path, shown in views.items() if not shown]
    feeds = ([urls.FEED] if briefing.topics else []) + ([urls.ATOM] if options.site_url and _has_dated(corpus) else [])

    def site(path: str) -> Site:
        # Only the index has the date in its title: a newer article would change every page.
        title = site_title(options, newest if path == urls.INDEX else None)
        return site_for(path, title, options, left_out=left_out, feeds=feeds)

    def whole(make: Callable[[], Iterable[Page]]) -> Sequence[Page]:
        pages = sorted(make(), key=lambda page: page.path)
        return [with_structured(page, corpus, options.language) for page in pages]

    jobs = sorted(_jobs(corpus, options, site), key=lambda job: job[0])
    return Outcome(tuple((path, partial(whole, make)) for path, make in jobs if path not in left_out))


def _jobs(corpus: Corpus, options: ComposeOptions, site: SiteOf) -> Iterator[_Made]:
    """What makes each page. `site`: path → the site as the page there sees it."""

    def one(path: str, make: Callable[[Site], Page]) -> _Made:
        return path, lambda: (make(site(path)),)

    briefing = corpus.briefing
    yield one(urls.INDEX, partial(index_page, corpus))
    yield one(urls.ABOUT, lambda here: about_page(corpus, here, options))
    yield urls.INTAKE, partial(intake_pages, corpus, site)
    yield urls.NAMES, partial(names_pages, corpus, site)
    yield urls.POSITIONS, partial(positions_pages, corpus, site)
    yield urls.QUOTES, partial(quotes_pages, corpus, site)
    yield urls.TIMELINE, partial(timeline_pages, corpus, site)
    yield urls.DIFFERENCES, partial(differences_pages, corpus, site)
    yield urls.SOURCES, partial(sources_pages, corpus, site, options.outlets)
    yield urls.COVERAGE, partial(coverage_pages, corpus, site)
    yield urls.SEARCH, partial(search_pages, corpus, site)
    yield urls.STORIES, partial(stories_pages, corpus, site)
    yield one(urls.CORRECTIONS, partial(corrections_page, corpus))
    yield one(urls.NOT_FOUND, partial(NotFoundPage, urls.NOT_FOUND, corpus.translator.gettext("Page not found")))
    for topic in briefing.topics:
        yield urls.topic_path(topic.id), partial(topic_pages, corpus, topic, site)
    for article in corpus.articles:
        yield one(urls.article_path(article), partial(article_page, corpus, article))
    for old, new in briefing.redirects:
        path = urls.topic_path(old)
        to = corpus.topic_link(path, corpus.topics[new])
        yield one(path, partial(RedirectPage, path, corpus.topics[new].title, to=to))
    for gone in briefing.withdrawn:
        yield one(urls.article_path(gone.decision.article), partial(withdrawn_page, corpus, gone))
    for page in gone_pages(corpus, site):
        yield page.path, partial(tuple, (page,))
    if corpus.history:
        yield one(urls.CHANGES, partial(changes_page, corpus))
        for path, date in edition_pages(corpus):
            yield one(path, partial(edition_page, corpus, date))
    for entity in corpus.naming.with_page:
        yield one(urls.name_path(entity), partial(name_page, corpus, entity))


def _has_dated(corpus: Corpus) -> bool:
    """Whether a topic has a dated article: without one, no entry of a feed has a date."""
    return any(corpus.articles[id_].metadata.published for found in corpus.carriers.values() for id_ in found)
