"""The headline of a page's article, in words that the page shows."""

import re
from collections.abc import Sequence

from sitegen.text import fold, normalise

from .html_page import Page, Passage

_SITE = re.compile(r"\s+(?:[|\-–—·•»]|::)\s+")
"""What parts a headline from the site's name on a browser's tab."""
_DESCRIPTIONS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
"""`<meta>` tags that give the headline; the last three are those of authorities and scholars."""
_FEWEST_WORDS = 3
"""Of a headline without its site's name; a shorter one is probably the site's name, or half a headline."""


def headline(page: Page, passages: Sequence[Passage]) -> str | None:
    """The headline of the article that consists of `passages`; None if the page shows none.

    It is the `<h1>` that the page's tab or its description (`og:title`, `DC.Title`) confirms; else the passage that
    has the description's words; else an `<h1>` of the article; else the tab's name without that of the site.

    Known failure: a tab that says more than the headline, on a page without `<h1>`.
    """
    described = {normalise(words) for name in _DESCRIPTIONS for words in _metas(page, name)} - {""}
    tab = normalise(page.name)
    headings = [passage for passage in page.passages if passage.level == 1]
    sites = {normalise(site) for site in _metas(page, "og:site_name")}
    for passage in headings:
        words = normalise(passage.text)
        if words and words not in sites and (words in described or tab.startswith(words) or _is_part(words, tab)):
            return fold(passage.text)
    shown = (passage for passage in page.passages if normalise(passage.text) in described)
    found = next(shown, None) or next((passage for passage in passages if passage.level == 1), None)
    return fold(found.text) if found else _without_site(page.name, described)


def _without_site(name: str, described: set[str]) -> str | None:
    """The longest part of a tab's name that is no site's name: the description's words, or the first parts."""
    cuts = list(_SITE.finditer(name))
    heads = [name[: cut.start()] for cut in cuts]
    tails = [name[cut.end() :] for cut in cuts]  # a site's name or a document's number may come first
    for part in (*heads, *tails):
        if normalise(part) in described:
            return fold(part)
    if heads and len(normalise(heads[-1]).split()) >= _FEWEST_WORDS:
        return fold(heads[-1])
    return fold(name) or None


def _is_part(words: str, tab: str) -> bool:
    return len(words.split()) > _FEWEST_WORDS and words in tab


def _metas(page: Page, name: str) -> list[str]:
    return [
        fold(meta.get("content") or "")
        for meta in page.root.iter("meta")
        if name in ((meta.get("property") or "").lower(), (meta.get("name") or "").lower())
    ]
