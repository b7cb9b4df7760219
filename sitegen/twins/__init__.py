"""Twins: the pages once more, for programs: feeds, references, plain text, the index of the search, cards.

In: the pages, so that what rights withhold from them stands in no twin either, and what is known of each article
besides its words. Out: files.
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import ArticlePage, Link, Page, TopicPage, TopicPartPage
from sitegen.model import Briefing, OutputFile

from .addresses import robots, sitemap_entry, sitemaps
from .card import site_card, topic_bar, topic_card
from .feeds import ENTRIES, atom_feed, json_feed, newest_first
from .plain_text import guide, guide_line, topic_text
from .references import Item, bibtex, csl_items, csl_json
from .search_index import SearchIndex

__all__ = ["Twins", "twins"]


def twins(pages: Iterable[Page], briefing: Briefing, options: ComposeOptions) -> Iterator[OutputFile]:
    """The machine-readable twins of a site. `pages`: all of `compose`; `briefing`: what they show.

    What needs the address of the site (`feed.xml`, the sitemap, the cards that links are previewed with) is left out
    without one: `docs/decisions/0023-twins.md`.
    """
    made = Twins(briefing, options)
    for page in pages:
        yield from made.of_page(page)
    yield from made.of_site()


@dataclass(slots=True)
class _Begun:
    """A topic of which not all pages have come in."""

    parts: set[str]
    """Pages still to come."""
    cited: dict[str, None] = field(default_factory=dict)
    """Ids of articles, in the order in which the pages cite them."""


class Twins:
    """Makes the twins of pages that come one at a time, by path, so that articles stand before the topics that cite
    them; and keeps what those of the whole site need: a line or so of each page.
    """

    def __init__(self, briefing: Briefing, options: ComposeOptions):
        self._briefing = briefing
        self._options = options
        topics = [urls.topic_path(topic.id) for topic in briefing.topics]
        self._place = {path: place for place, path in enumerate(topics)}
        self._known = {urls.article_path(a.article.id): a.article.metadata for a in briefing.analyses}
        self._titles: dict[str, str] = {}
        """Path of an article's page → its title."""
        self._search = SearchIndex(topics, options.translator)
        self._addresses: list[str] = []
        self._topics: dict[int, tuple[str, tuple[int, int]]] = {}
        """Place of a topic → its line in the guide, and its bar on the card."""
        self._newest: dict[int, TopicPage] = {}
        """Place → page, of those that may stand in a feed."""
        self._begun: dict[str, _Begun] = {}
        """First page of a topic → what is known of it so far."""

    def of_page(self, page: Page) -> Iterator[OutputFile]:
        """Those of this page alone."""
        self._search.add(page)
        if self._options.site_url and page.path != urls.NOT_FOUND:
            self._addresses.append(sitemap_entry(page, self._known))
        if isinstance(page, ArticlePage):
            self._titles[page.path] = page.title
        elif isinstance(page, TopicPage):
            self._keep(page)
            yield from self._of_part(page, page.further or (Link(urls.link(page.path, page.path), page.title),))
            if self._options.site_url:
                yield OutputFile(urls.twin(page.path, ".png"), topic_card(page))
        elif isinstance(page, TopicPartPage):
            yield from self._of_part(page, page.pages)

    def _of_part(self, page: TopicPage | TopicPartPage, links: Sequence[Link]) -> Iterator[OutputFile]:
        """The words of one page of a topic; with the last that comes in, the references of all. `links`: to all."""
        yield OutputFile(urls.twin(page.path, ".md"), topic_text(page, self._options.translator))
        paths = [posixpath.join(posixpath.dirname(page.path), link.href) for link in links]
        begun = self._begun.setdefault(paths[0], _Begun(set(paths)))
        begun.parts.discard(page.path)
        begun.cited |= dict.fromkeys(source.id for source in page.sources)
        if not begun.parts:
            items = [self._references[id_] for id_ in self._begun.pop(paths[0]).cited]
            yield OutputFile(urls.twin(paths[0], ".json"), csl_json(items))
            yield OutputFile(urls.twin(paths[0], ".bib"), bibtex(items))

    def of_site(self) -> Iterator[OutputFile]:
        """Those of all pages together, when all have come in."""
        options = self._options
        newest = [self._newest[place] for place in sorted(self._newest)]
        title = newest[0].site.title if newest else options.title
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

    def _keep(self, page: TopicPage) -> None:
        """What the whole site says of a topic; of the pages, those that a feed may hold."""
        place = self._place[page.path]
        self._topics[place] = guide_line(page, self._options), topic_bar(page)
        self._newest[place] = page
        if len(self._newest) > 2 * ENTRIES:
            kept = newest_first([self._newest[place] for place in sorted(self._newest)])
            self._newest = {self._place[found.path]: found for found in kept}
