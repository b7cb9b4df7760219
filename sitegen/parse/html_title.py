"""The headline of a page's article, in words that the page shows."""

import re
from collections.abc import Sequence

from sitegen.text import fold, normalise

from .html_page import Page, Passage

_SITE = re.compile(r"\s+(?:[|\-–—·•»]|::)\s+")
"""What parts a headline from the site's name on a browser's tab."""
_FEWEST_WORDS = 3
"""Of a headline without its site's name; a shorter one is probably the site's name, or half a headline."""


def headline(page: Page, passages: Sequence[Passage]) -> str | None:
    """The headline of the article that consists of `passages`; None if the page shows none.

    It is the `<h1>` that the page's tab or its description (`og:title`) confirms; else the passage that has the
    description's words; else an `<h1>` of the article; else the tab's name without that of the site.

    Known failure: a tab that says more than the headline, on a page without `<h1>`.
    """
    described = {normalise(words) for name in ("og:title", "twitter:title") for words in _metas(page, name)} - {""}
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
    cuts = [found.start() for found in _SITE.finditer(name)]
    heads = [name[:cut] for cut in cuts]
    for head in heads:
        if normalise(head) in described:
            return fold(head)
    if heads and len(normalise(heads[-1]).split()) >= _FEWEST_WORDS:
        return fold(heads[-1])
    return fold(name) or None


def _is_part(words: str, tab: str) -> bool:
    return len(words.split()) > _FEWEST_WORDS and words in tab


def _metas(page: Page, name: str) -> list[str]:
    return [
        fold(meta.get("content") or "")
        for meta in page.root.iter("meta")
        if name in (meta.get("property"), meta.get("name"))
    ]
