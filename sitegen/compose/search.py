"""The search page: what it finds without its script, topics and names from A to Z."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from . import counts, urls
from .corpus import Corpus
from .decisions import shown_name
from .options import SiteOf
from .pages import LetterGroup, Link, SearchPage, SearchPartPage
from .paging import Lettered, Paged, folded, part_title

_FEW = 40
"""Entries that a reader finds without letters above them."""
MOST_ENTRIES = 600
"""Entries on a page: about 9 KiB (gzip)."""


def search_pages(corpus: Corpus, site: SiteOf) -> Iterator[SearchPage | SearchPartPage]:
    """Every topic and name that has a page; by their first letters, where they are too many for one page."""
    translator = corpus.translator
    page = urls.SEARCH
    links = [corpus.topic_link(page, topic) for topic in corpus.briefing.topics]
    links += (
        Link(urls.link(page, urls.name_path(id_)), shown_name(translator, e))
        for id_, e in corpus.naming.with_page.items()
    )
    links.sort(key=lambda link: (folded(link.text), link.text, link.href))
    paged = Paged(page, {link: Lettered(link.text) for link in links}, MOST_ENTRIES)
    title = translator.gettext("Search")
    first, *others = paged.pages
    names = translator.ngettext("%(n)s name", "%(n)s names", len(corpus.naming.with_page))
    yield SearchPage(
        path=page,
        title=title,
        site=site(page),
        counts=(
            f"{counts.topics(translator, len(corpus.briefing.topics))}, "
            f"{names}, "
            f"{counts.statements(translator, sum(bool(found) for found in corpus.topics_of.values()))}, "
            f"{counts.articles(translator, len(corpus.articles))}"
        ),
        letters=tuple(_letters(first.items)),
        scripts=(urls.SEARCH_SCRIPT, urls.search_shard(0)),
        paging=paged.navigation(first, title),
    )
    about = translator.gettext("Topics and names")
    for part in others:
        yield SearchPartPage(
            path=part.path,
            title=part_title(translator, about, part),
            site=site(part.path),
            letters=tuple(_letters(part.items)),
            paging=paged.navigation(part, title),
        )


def _letters(links: Sequence[Link]) -> Iterator[LetterGroup]:
    if len(links) <= _FEW:
        yield LetterGroup("", "", tuple(links))
        return
    for initial, found in groupby(links, key=lambda link: _initial(link.text)):
        yield LetterGroup(f"letter-{ord(initial):x}" if initial else "letter-other", initial or "0–9", tuple(found))


def _initial(text: str) -> str:
    """The letter that a text stands under; empty if it begins with none."""
    first = folded(text)[:1].upper()[:1]
    return first if first.isalpha() else ""
