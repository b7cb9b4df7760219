"""JSON Feed → items."""

import json
from collections.abc import Iterator
from typing import Any

from .feed_item import Item, Stated
from .fragment import read_fragment, read_paragraphs

_VERSION = "jsonfeed.org/version"


def is_json_feed(text: str) -> bool:
    """Whether the text begins as a JSON Feed does."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and _VERSION in text.replace("\\/", "/")


def read_json_items(text: str) -> tuple[Item, ...] | None:
    """The items, in order; None if the text is no JSON Feed.

    Method: JSON Feed 1.1, jsonfeed.org/version/1.1.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    return tuple(_item(item, feed) for item in feed["items"] if isinstance(item, dict))


def _item(item: dict[str, Any], feed: dict[str, Any]) -> Item:
    content = next((_text(item, key) for key in ("content_html", "content_text", "summary") if _text(item, key)), "")
    blocks = read_fragment(content) if _text(item, "content_html") else read_paragraphs(content)
    tags = item.get("tags")
    tag = tags[0] if isinstance(tags, list) and tags and isinstance(tags[0], str) else ""
    facts = {
        "url": [(_text(item, key), f"JSON Feed {key}") for key in ("url", "external_url", "id")],
        "published": [(_text(item, "date_published"), "JSON Feed date_published")],
        "updated": [(_text(item, "date_modified"), "JSON Feed date_modified")],
        "author": [*_authors(item, "JSON Feed authors"), *_authors(feed, "JSON Feed authors of the feed")],
        "publisher": [(_text(feed, "title"), "JSON Feed title of the feed")],
        "language": [
            (_text(item, "language"), "JSON Feed language"),
            (_text(feed, "language"), "JSON Feed language of the feed"),
        ],
        "section": [(tag, "JSON Feed tags")],
    }
    return Item(_text(item, "title"), _id(item) or _text(item, "url"), blocks, facts)


def _authors(thing: dict[str, Any], where: str) -> Iterator[Stated]:
    stated = thing.get("authors") or [thing.get("author")]  # version 1.0 has one
    names = [_text(author, "name") for author in stated if isinstance(author, dict)] if isinstance(stated, list) else []
    yield ", ".join(filter(None, names)), where


def _id(item: dict[str, Any]) -> str:
    """A number is taken for its digits, as the format says of ids; of words it says so nowhere."""
    value = item.get("id")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else _text(item, "id")


def _text(thing: dict[str, Any], key: str) -> str:
    value = thing.get(key)
    return value.strip() if isinstance(value, str) else ""
