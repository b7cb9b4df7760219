"""Predictions of the feed parser: that nothing raises, and whether titles and links are right.

The sets have no scorer, each case states what it expects: of those statements, the ones about the title and the link of
an item are used, where they are plain words and addresses on the web.
"""

import ast
import base64
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import source_of
from benchmarks.scoring import Item
from sitegen.parse.decode import decode
from sitegen.parse.extract import Extract
from sitegen.parse.feeds import read_feed
from sitegen.text import fold

_EXPECTED = re.compile(r"(?<!== )entries\[(?P<item>\d+)\]\['(?P<field>title|link)'\] == (?P<value>u?'.*'|u?\".*\")$")
_NOT_PLAIN = re.compile(r"[<&]|^\s*$|^(?!https?://)\w+:|//127\.0\.0\.1")
"""Markup, which the case is about; other schemes, which are no links here; the server of feedparser's tests."""

Check = tuple[int, str, str]
"""Number of the item, `title` or `link`, and the value that it should have."""


def readable(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`: whether the parser answers at all, if only with a problem. Raises nothing: that is measured."""
    for item in items:
        try:
            _read(item)
            outcome = "right"
        except Exception as error:  # whatever it is, it is what this row counts
            outcome = f"raises {type(error).__name__}"
        yield {"id": item["id"], "outcome": outcome}


def details(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`, one for each title and link that a case expects."""
    for item in items:
        checks = list(_expected(item["expect"]))
        try:
            extracts = _read(item) if checks else ()
        except Exception:  # counted by `readable`
            extracts = ()
        for number, field, value in checks:
            found = _value(extracts[number], field) if number < len(extracts) else None
            outcome = "missing" if found is None else "right" if fold(found) == fold(value) else "wrong"
            yield {"id": f"{item['id']} {number} {field}", "outcome": outcome, "found": found}


def _read(item: Item) -> tuple[Extract, ...]:
    data = base64.b64decode(item["feed"]) if item.get("encoding") == "base64" else item["feed"].encode()
    text = decode(source_of("feed.xml", data)).value
    return read_feed(text).value if text is not None else ()


def _value(extract: Extract, field: str) -> str | None:
    return extract.title if field == "title" else extract.metadata.url


def _expected(expect: object) -> Iterator[Check]:
    """What a case expects: an expression over a feed (feedparser), or the feed as JSON (gofeed)."""
    if isinstance(expect, str):
        match = _EXPECTED.search(expect)
        found = [(int(match["item"]), match["field"], ast.literal_eval(match["value"]))] if match else []
    else:
        assert isinstance(expect, dict)
        found = [
            (number, field, value)
            for number, entry in enumerate(expect.get("items") or expect.get("entries") or ())
            for field, value in (("title", entry.get("title")), ("link", _link(entry)))
            if isinstance(value, str)
        ]
    for number, field, value in found:
        if not _NOT_PLAIN.search(value):
            yield number, field, value


def _link(entry: Item) -> object:
    if "link" in entry:
        return entry["link"]
    links = entry.get("links")
    return links[0].get("href") if links and isinstance(links[0], dict) and links[0].get("rel") == "alternate" else None
