"""What a page says of itself in JSON-LD: the one thing in it that is the article."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.text import fold, normalise

_LONGEST = 1_000_000
"""Characters of one script."""
_AROUND = " \t\r\n/*;"
_LISTS = ("itemListElement", "hasPart", "mentions", "citation", "comment")
"""What leads to other articles."""
_MOST_THINGS = 5_000
_ARTICLES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "Report",
    "SatiricalArticle",
    "ScholarlyArticle",
    "TechArticle",
    "AdvertiserContentArticle",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Review",
    "Question",
    "WebPage",
)
"""Types of schema.org that a page's text can be, the likeliest first."""

Thing = dict[str, Any]


def described_article(scripts: Iterable[str], title: str | None) -> Thing:
    """The article that a page's JSON-LD describes; empty if it describes none.

    Of several, the one with the page's title, then the likeliest type, then the first. Names that point at another
    thing of the page (`{"@id": …}`) are replaced by it.
    """
    things = list(_things(scripts))
    ids = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    ranked = [
        ((normalise(first_text(thing.get("headline"))) != normalise(title or ""), rank), index, thing)
        for index, thing in enumerate(things)
        if (rank := _rank(thing)) is not None
    ]
    if not ranked:
        return {}
    thing = min(ranked, key=lambda entry: entry[:2])[2]
    return {key: _resolved(value, ids) for key, value in thing.items()}


def texts(value: Any) -> Iterator[str]:
    """The words of a value: a text, a thing's `name`, or those in a list, folded."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = one.get("name")
            if isinstance(one, list) and one:
                one = one[0]
        if isinstance(one, str) and fold(one):
            yield fold(one)


def first_text(value: Any) -> str:
    """The first of `texts`, or nothing."""
    return next(texts(value), "")


def _things(scripts: Iterable[str]) -> Iterator[Thing]:
    """All things that scripts describe, at any depth, outer ones first; at most `_MOST_THINGS`."""
    waiting: list[Any] = []
    for script in scripts:
        text = script.strip(_AROUND)  # //<![CDATA[ … //]]>, from the days of XHTML
        text = text.removeprefix("<![CDATA[").removeprefix("<!--").removesuffix("]]>").removesuffix("-->")
        if len(text) <= _LONGEST:
            try:
                waiting.append(json.loads(text.strip(_AROUND), strict=False))
            except (ValueError, RecursionError):
                continue
    count = 0
    while waiting and count < _MOST_THINGS:
        value = waiting.pop(0)
        count += 1
        if isinstance(value, dict):
            yield value
            waiting += [inner for key, inner in value.items() if key not in _LISTS and isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += value[: _MOST_THINGS - count]


def _rank(thing: Thing) -> int | None:
    types = [kind.strip().rpartition("/")[2] for kind in texts(thing.get("@type"))]
    ranks = [_ARTICLES.index(kind) for kind in types if kind in _ARTICLES]
    return min(ranks, default=None)


def _resolved(value: Any, ids: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_resolved(one, ids) if isinstance(one, dict) else one for one in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return ids.get(value["@id"], value)
    return value
