"""Twins: the pages once more, for programs: feeds, references, plain text, the index of the search, cards.

In: the pages, so that what rights withhold from them stands in no twin either, and what is known of each article
besides its words. Out: files.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import ArticlePage, Page, TopicPage, TopicPartPage
from sitegen.model import Briefing, OutputFile

from .addresses import robots, sitemaps
from .card import site_card, topic_card
from .feeds import atom_feed, json_feed
from .plain_text import guide, topic_text
from .references import bibtex, csl_items, csl_json
from .search_index import search_files

__all__ = ["twins"]


def twins(pages: Sequence[Page], briefing: Briefing, options: ComposeOptions) -> tuple[OutputFile, ...]:
    """The machine-readable twins of a site, by path. `pages`: all of `compose`; `briefing`: what they show.

    What needs the address of the site (`feed.xml`, the sitemap, the cards that links are previewed with) is left out
    without one: `docs/decisions/0023-twins.md`.
    """
    return tuple(OutputFile(path, data) for path, data in sorted(_files(pages, briefing, options)) if data is not None)


def _files(pages: Sequence[Page], briefing: Briefing, options: ComposeOptions) -> Iterator[tuple[str, bytes | None]]:
    by_path = {page.path: page for page in pages}
    topics = [by_path[urls.topic_path(topic.id)] for topic in briefing.topics]
    shown = [page for page in topics if isinstance(page, TopicPage)]
    titles = {page.path: page.title for page in pages if isinstance(page, ArticlePage)}
    items = csl_items(briefing, titles)
    yield urls.FEED, json_feed(shown, options)
    yield urls.ATOM, atom_feed(shown, options)
    yield urls.REFERENCES, csl_json(items.values())
    yield urls.ROBOTS, robots(options)
    yield urls.GUIDE, guide(shown, options)
    yield from sitemaps(pages, briefing, options)
    yield from search_files(shown, pages, options.translator)
    if options.site_url:
        yield urls.CARD, site_card(shown)
    for page in shown:
        whole = _whole(page, by_path)
        cited = [items[id_] for id_ in dict.fromkeys(source.id for part in whole for source in part.sources)]
        yield from ((urls.twin(part.path, ".md"), topic_text(part, options.translator)) for part in whole)
        yield urls.twin(page.path, ".json"), csl_json(cited)
        yield urls.twin(page.path, ".bib"), bibtex(cited)
        if options.site_url:
            yield urls.twin(page.path, ".png"), topic_card(page)


def _whole(page: TopicPage, by_path: Mapping[str, Page]) -> list[TopicPage | TopicPartPage]:
    """All pages of a topic."""
    folder = page.path.rpartition("/")[0]
    further = (by_path[f"{folder}/{link.href}"] for link in page.further[1:])
    return [page, *(part for part in further if isinstance(part, TopicPartPage))]
