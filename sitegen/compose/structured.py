"""Structured data (JSON-LD, https://schema.org) of the index, topic and article pages.

Addresses are relative to the page, as they may be there. Only what is known is said, and only of what the page shows.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sitegen.model import Metadata

from . import urls
from .corpus import Corpus
from .pages import ArticlePage, IndexPage, Page, TopicPage

Thing = dict[str, Any]


def with_structured(page: Page, corpus: Corpus, language: str) -> Page:
    """`page` with its structured data, if it is of a kind that has any. `language`: of the site."""
    match page:
        case IndexPage():
            return replace(page, structured=_written(_index(page, language)))
        case TopicPage():
            return replace(page, structured=_written(_topic(page, language)))
        case ArticlePage():
            return replace(page, structured=_written(_article(page, corpus)))
    return page


def _index(page: IndexPage, language: str) -> Thing:
    return {
        "@type": "WebSite",
        "name": page.title,
        "description": page.site.description,
        "inLanguage": language,
        "url": page.site.canonical or urls.INDEX,
    }


def _topic(page: TopicPage, language: str) -> Thing:
    return {
        "@type": "CollectionPage",
        "name": page.title,
        "inLanguage": language,
        "url": page.site.canonical,
        "about": {"@type": "Thing", "name": page.title, "alternateName": list(page.aliases)},
        "citation": [{"@type": "NewsArticle", "url": source.article.href} for source in page.sources],
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(page.statements)},
    }


def _article(page: ArticlePage, corpus: Corpus) -> Thing:
    article = corpus.at_path[page.path]
    known = article.metadata
    return {
        "@type": "NewsArticle",
        "headline": page.title,
        "datePublished": known.published,
        "dateModified": known.updated,
        "publisher": {"@type": "Organization", "name": known.publisher} if known.publisher else None,
        # Who is a person, and which of several, is not stated: `author` would have to say so.
        "creditText": known.author,
        "articleSection": known.section,
        "inLanguage": corpus.analyses[article.id].language,
        "url": page.site.canonical,
        "isBasedOn": known.url,
        "citation": _reference(page.title, known),
        "isPartOf": {"@type": "WebSite", "name": page.site.title, "url": page.site.home},
    }


def _reference(title: str, known: Metadata) -> str:
    """How the article is cited."""
    parts = (known.author, title, known.publisher, known.published and known.published[:10], known.url)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _written(thing: Mapping[str, Any]) -> str:
    """JSON without what is not known, a property or an item of a list on each line, so that changes read as diffs."""
    known = {"@context": "https://schema.org", **thing}
    lines = [f"{json.dumps(name)}: {_value(value)}" for name, value in known.items() if value]
    return "{\n" + ",\n".join(lines) + "\n}"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_value, value)) + "\n]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)}: {_value(item)}" for name, item in value.items() if item) + "}"
    return json.dumps(value, ensure_ascii=False)
