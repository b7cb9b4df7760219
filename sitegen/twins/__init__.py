"""Twins: the pages once more, for programs: feeds, references, plain text, the index of the search, cards.

In: the pages, so that what rights withhold from them stands in no twin either, and what is known of each article
besides its words. Out: files.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import ArticlePage, Link, Page, TopicPage, TopicPartPage
from sitegen.each import Each, here, surely
from sitegen.model import Article, Briefing, OutputFile

from .addresses import robots, sitemap_entry, sitemaps
from .card import site_card, topic_bar, topic_card
from .feeds import ENTRIES, Entry, atom_feed, entry, json_feed, newest_first
from .plain_text import guide, guide_line, topic_text
from .references import Item, bibtex, csl_items, csl_json
from .search_index import Indexed, SearchIndex, indexed

__all__ = ["PageTwins", "Twins", "twins"]


def twins(pages: Iterable[Page], briefing: Briefing, options: ComposeOptions) -> Iterator[OutputFile]:
    """The machine-readable twins of a site. `pages`: all of `compose`; `briefing`: what they show.

    What needs the address of the site (`feed.xml`, the sitemap, the cards that links are previewed with) is left out
    without one: `docs/decisions/0023-twins.md`.
    """
    made = Twins(briefing, options)
    articles = {urls.article_path(a.article.id): a.article for a in briefing.analyses}
    for page in pages:
        yield from made.add(made.of_page(page, articles))
    yield from made.of_site()


class _Topic(NamedTuple):
    """What the whole site says of a topic."""

    line: str
    """In the guide."""
    bar: tuple[int, int]
    """On the card."""
    entry: Entry
    """In the feeds."""


class _Part(NamedTuple):
    """A page of a topic."""

    paths: tuple[str, ...]
    """Of all pages of the topic, the first one first."""
    cited: tuple[str, ...]
    """Ids of articles, in the order in which the page cites them."""


class PageTwins(NamedTuple):
    """The twins of a page, and what those of the whole site need of it: it can be made in another process."""

    path: str
    files: tuple[OutputFile, ...]
    title: str
    sitemap_entry: str
    """Empty: the page stands in no sitemap."""
    indexed: Indexed | None
    part: _Part | None
    topic: _Topic | None


@dataclass(slots=True)
class _Begun:
    """A topic of which not all pages have come in."""

    parts: set[str]
    """Pages still to come."""
    cited: dict[str, None] = field(default_factory=dict)
    """Ids of articles, in the order in which the pages cite them."""


class Twins:
    """Makes the twins of pages, in any order (`of_page`), and takes them in by path (`add`), so that articles stand
    before the topics that cite them; and keeps what those of the whole site need: a line or so of each page.
    """

    def __init__(self, briefing: Briefing, options: ComposeOptions, each: Each = here):
        """`each`: who writes references."""
        self._briefing = briefing
        self._each = each
        self._options = options
        topics = [urls.topic_path(topic.id) for topic in briefing.topics]
        self._place = {path: place for place, path in enumerate(topics)}
        self._articles = frozenset(urls.article_path(a.article.id) for a in briefing.analyses)
        """Paths of their pages."""
        self._titles: dict[str, str] = {}
        """Path of an article's page → its title."""
        self._search = SearchIndex(topics)
        self._addresses: list[str] = []
        self._topics: dict[int, tuple[str, tuple[int, int]]] = {}
        """Place of a topic → its line in the guide, and its bar on the card."""
        self._newest: dict[int, Entry] = {}
        """Place of a topic → its entry, of those that may stand in a feed."""
        self._begun: dict[str, _Begun] = {}
        """First page of a topic → what is known of it so far."""

    def of_page(self, page: Page, articles: Mapping[str, Article]) -> PageTwins:
        """What is made of this page alone. `articles`: path of an article's page → the article."""
        options = self._options
        files: list[OutputFile] = []
        part = topic = None
        if isinstance(page, TopicPage | TopicPartPage):
            files.append(OutputFile(urls.twin(page.path, ".md"), topic_text(page, options.translator)))
            part = _Part(tuple(_paths(page)), tuple(dict.fromkeys(source.id for source in page.sources)))
        if isinstance(page, TopicPage):
            topic = _Topic(guide_line(page, options), topic_bar(page), entry(page, options))
            if options.site_url:
                files.append(OutputFile(urls.twin(page.path, ".png"), topic_card(page)))
        is_mapped = options.site_url and page.path != urls.NOT_FOUND
        return PageTwins(
            page.path,
            tuple(files),
            page.title if isinstance(page, ArticlePage) else "",
            sitemap_entry(page, articles) if is_mapped else "",
            indexed(page, options.translator),
            part,
            topic,
        )

    def add(self, made: PageTwins) -> Iterator[OutputFile]:
        """The twins of a page; with those of the last page of a topic, the references of all its pages."""
        if made.indexed:
            self._search.add(made.indexed)
        if made.sitemap_entry:
            self._addresses.append(made.sitemap_entry)
        if made.path in self._articles:
            self._titles[made.path] = made.title
        if made.topic:
            self._keep(self._place[made.path], made.topic)
        yield from made.files
        if made.part:
            yield from self._references_of(made.path, made.part)

    def _references_of(self, path: str, part: _Part) -> Iterator[OutputFile]:
        first = part.paths[0]
        begun = self._begun.setdefault(first, _Begun(set(part.paths)))
        begun.parts.discard(path)
        begun.cited |= dict.fromkeys(part.cited)
        if not begun.parts:
            cited = _Cited(first, tuple(self._references[id_] for id_ in self._begun.pop(first).cited))
            for files in surely(self._each, _references_files, [cited]):
                yield from files

    def of_site(self) -> Iterator[OutputFile]:
        """Those of all pages together, when all have come in."""
        options = self._options
        newest = [self._newest[place] for place in sorted(self._newest)]
        title = newest[0].site_title if newest else options.title
        topics = [self._topics[place] for place in sorted(self._topics)]
        files: list[tuple[str, bytes | None]] = [
            (urls.FEED, json_feed(newest, options)),
            (urls.ATOM, atom_feed(newest, options)),
            (urls.REFERENCES, csl_json(self._references.values())),
            (urls.ROBOTS, robots(options)),
            (
                urls.GUIDE,
                guide(title, [line for line, _ in topics], options),
            ),
            *sitemaps(self._addresses, options),
            *self._search.files(),
        ]
        if options.site_url:
            files.append((urls.CARD, site_card([bar for _, bar in topics])))
        return (OutputFile(path, data) for path, data in files if data is not None)

    @cached_property
    def _references(self) -> dict[str, Item]:
        return csl_items(self._briefing, self._titles)

    def _keep(self, place: int, topic: _Topic) -> None:
        """What the whole site says of a topic; of the entries, those that a feed may hold."""
        self._topics[place] = topic.line, topic.bar
        self._newest[place] = topic.entry
        if len(self._newest) > 2 * ENTRIES:
            kept = newest_first([self._newest[place] for place in sorted(self._newest)])
            self._newest = {self._place[found.path]: found for found in kept}


@dataclass(frozen=True, slots=True)
class _Cited:
    """What the pages of a topic cite."""

    id: str
    """Path of the first of them."""
    items: tuple[Item, ...]


def _references_files(cited: _Cited) -> tuple[OutputFile, ...]:
    """The references of a topic, in two forms."""
    return (
        OutputFile(urls.twin(cited.id, ".json"), csl_json(cited.items)),
        OutputFile(urls.twin(cited.id, ".bib"), bibtex(cited.items)),
    )


def _paths(page: TopicPage | TopicPartPage) -> Iterator[str]:
    """Of all pages of its topic."""
    here = Link(urls.link(page.path, page.path), page.title)
    links = page.pages if isinstance(page, TopicPartPage) else page.further or (here,)
    return (posixpath.join(posixpath.dirname(page.path), link.href) for link in links)
