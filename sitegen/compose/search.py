"""The search page: what it finds without its script, topics and names from A to Z."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from . import counts, urls
from .corpus import Corpus
from .decisions import shown_name
from .pages import LetterGroup, Link, SearchPage, Site

_FEW = 40
"""Entries that a reader finds without letters above them."""


def search_page(corpus: Corpus, site: Site) -> SearchPage:
    """Every topic and name that has a page."""
    translator = corpus.translator
    page = urls.SEARCH
    links = [corpus.topic_link(page, topic) for topic in corpus.briefing.topics]
    links += (
        Link(urls.link(page, urls.name_path(id_)), shown_name(translator, e))
        for id_, e in corpus.naming.with_page.items()
    )
    links.sort(key=lambda link: (_folded(link.text), link.text, link.href))
    names = translator.ngettext("%(n)s name", "%(n)s names", len(corpus.naming.with_page))
    return SearchPage(
        path=page,
        title=translator.gettext("Search"),
        site=site,
        counts=(
            f"{counts.topics(translator, len(corpus.briefing.topics))}, "
            f"{names}, "
            f"{counts.statements(translator, sum(bool(found) for found in corpus.topics_of.values()))}, "
            f"{counts.articles(translator, len(corpus.articles))}"
        ),
        letters=tuple(_letters(links)),
        scripts=(urls.SEARCH_SCRIPT, urls.search_shard(0)),
    )


def _letters(links: list[Link]) -> Iterator[LetterGroup]:
    if len(links) <= _FEW:
        yield LetterGroup("", "", tuple(links))
        return
    for initial, found in groupby(links, key=lambda link: _initial(link.text)):
        yield LetterGroup(f"letter-{ord(initial):x}" if initial else "letter-other", initial or "0–9", tuple(found))


def _initial(text: str) -> str:
    """The letter that a text stands under; empty if it begins with none."""
    first = _folded(text)[:1].upper()[:1]
    return first if first.isalpha() else ""


def _folded(text: str) -> str:
    """As an index sorts: without case and accents, and what begins with no letter first."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    start = next((place for place, sign in enumerate(bare) if sign.isalnum()), 0)
    return bare[start:]
