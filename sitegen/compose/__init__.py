"""Compose: a briefing in, its pages out: everything that a template shows, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from sitegen.each import Each, here
from sitegen.errors import Outcome
from sitegen.model import Arrival, Briefing, Outlet

from . import urls
from .about import about_page
from .article import article_page
from .changes import changes_page, edition_page, edition_pages
from .corpus import Corpus, once
from .corrections import corrections_page
from .coverage import coverage_pages
from .differences import differences_pages
from .gone import gone_pages
from .index import index_page
from .intake import intake_pages
from .names import name_pages, names_pages
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

__all__ = ["ComposeOptions", "Job", "Plan", "compose", "plan"]


@dataclass(frozen=True, slots=True)
class _Sites:
    """The site as its pages see it."""

    options: ComposeOptions
    left_out: tuple[str, ...]
    """Paths of the pages that it does without."""
    feeds: tuple[str, ...]

    def at(self, corpus: Corpus, path: str) -> Site:
        # Only the index has the date in its title: a newer article would change every page.
        title = site_title(self.options, _newest(corpus) if path == urls.INDEX else None)
        return site_for(path, title, self.options, left_out=self.left_out, feeds=self.feeds)


@dataclass(frozen=True, slots=True)
class Job:
    """A page that is to be made, and those whose paths begin alike. With what it reads of the corpus this is all that
    decides what they are."""

    path: str
    make: Callable[..., Iterable[Page]]
    """Called with the corpus, `of`, and what tells the site as each path sees it."""
    of: tuple[Any, ...]
    sites: _Sites

    def pages(self, corpus: Corpus) -> Sequence[Page]:
        """By path."""
        found = sorted(self.make(corpus, *self.of, partial(self.sites.at, corpus)), key=lambda page: page.path)
        return [with_structured(page, corpus, self.sites.options.language) for page in found]


class Plan(NamedTuple):
    """All pages, still to be made. No job needs another, so that each can be done anywhere."""

    corpus: Corpus
    jobs: tuple[Job, ...]
    """By path."""


def compose(briefing: Briefing, arrivals: tuple[Arrival, ...], options: ComposeOptions) -> Outcome[Iterator[Page]]:
    """The pages of a briefing and of the files that it was made from, by path.

    Each is made when it is asked for: the pages of a large folder together would be the largest thing in memory.
    """
    corpus, jobs = plan(briefing, arrivals, options).value
    return Outcome(page for job in jobs for page in job.pages(corpus))


def plan(
    briefing: Briefing, arrivals: tuple[Arrival, ...], options: ComposeOptions, each: Each = here
) -> Outcome[Plan]:
    """What makes the pages of `compose`. `each`: who goes through single articles."""
    corpus = Corpus(briefing, arrivals, options.history, options.translator, each)
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
    left_out = tuple(path for path, shown in views.items() if not shown)
    feeds = ([urls.FEED] if briefing.topics else []) + ([urls.ATOM] if options.site_url and _has_dated(corpus) else [])
    sites = _Sites(replace(options, history=None), left_out, tuple(feeds))
    jobs = sorted(_jobs(corpus, options, sites), key=lambda job: job.path)
    return Outcome(Plan(corpus, tuple(job for job in jobs if job.path not in left_out)))


def _jobs(corpus: Corpus, options: ComposeOptions, sites: _Sites) -> Iterator[Job]:
    """What makes each page."""

    def job(path: str, make: Callable[..., Iterable[Page]], *of: Any) -> Job:
        return Job(path, make, of, sites)

    def one(path: str, make: Callable[..., Page], *of: Any) -> Job:
        return job(path, _one, path, make, *of)

    briefing = corpus.briefing
    yield one(urls.INDEX, index_page)
    yield one(urls.ABOUT, _about, options)
    yield job(urls.INTAKE, intake_pages)
    yield job(urls.NAMES, names_pages)
    yield job(urls.POSITIONS, positions_pages)
    yield job(urls.QUOTES, quotes_pages)
    yield job(urls.TIMELINE, timeline_pages)
    yield job(urls.DIFFERENCES, differences_pages)
    yield job(urls.SOURCES, _sources, options.outlets)
    yield job(urls.COVERAGE, coverage_pages)
    yield job(urls.SEARCH, search_pages)
    yield job(urls.STORIES, stories_pages)
    yield one(urls.CORRECTIONS, corrections_page)
    yield one(urls.NOT_FOUND, _not_found)
    for topic in briefing.topics:
        yield job(urls.topic_path(topic.id), _topic, topic.id)
    for article in corpus.articles:
        yield one(urls.article_path(article), article_page, article)
    for old, new in briefing.redirects:
        yield one(urls.topic_path(old), _redirect, old, new)
    for gone in briefing.withdrawn:
        yield one(urls.article_path(gone.decision.article), withdrawn_page, gone)
    for page in gone_pages(corpus, partial(sites.at, corpus)):
        yield job(page.path, _made_already, page)
    if corpus.history:
        yield one(urls.CHANGES, changes_page)
        for path, date in edition_pages(corpus):
            yield one(path, edition_page, date)
    for entity in corpus.naming.with_page:
        yield job(urls.name_path(entity), name_pages, entity)


def _one(corpus: Corpus, path: str, make: Callable[..., Page], *of: Any) -> Iterator[Page]:
    """One page, which asks for the site as it sees it. Last of `of`: what tells that."""
    *others, site = of
    yield make(corpus, *others, site(path))


def _about(corpus: Corpus, options: ComposeOptions, site: Site) -> Page:
    return about_page(corpus, site, options)


def _sources(corpus: Corpus, outlets: Sequence[Outlet], site: SiteOf) -> Iterable[Page]:
    return sources_pages(corpus, site, outlets)


def _not_found(corpus: Corpus, site: Site) -> Page:
    return NotFoundPage(urls.NOT_FOUND, corpus.translator.gettext("Page not found"), site)


def _topic(corpus: Corpus, id_: str, site: SiteOf) -> Iterable[Page]:
    return topic_pages(corpus, corpus.topics[id_], site)


def _redirect(corpus: Corpus, old: str, new: str, site: Site) -> Page:
    path = urls.topic_path(old)
    to = corpus.topic_link(path, corpus.topics[new])
    return RedirectPage(path, corpus.topics[new].title, site, to)


def _made_already(_corpus: Corpus, page: Page, _site: SiteOf) -> Iterable[Page]:
    return (page,)


@once
def _newest(corpus: Corpus) -> str | None:
    """When the newest article was published."""
    return max((a.metadata.published for a in corpus.articles.values() if a.metadata.published), default=None)


def _has_dated(corpus: Corpus) -> bool:
    """Whether a topic has a dated article: without one, no entry of a feed has a date."""
    return any(corpus.articles[id_].metadata.published for found in corpus.carriers.values() for id_ in found)
