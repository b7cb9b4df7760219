"""A feed → its articles. In: the text of an RSS, Atom or JSON feed; out: an extract for each item."""

from collections import Counter
from dataclasses import replace

from sitegen.errors import Outcome, Problem
from sitegen.text import digest

from .extract import Extract
from .feed_item import make_extract
from .feed_json import is_json_feed, read_json_items
from .feed_tree import is_xml_feed
from .feed_xml import read_xml_items


def is_feed(text: str) -> bool:
    """Whether the text is a feed, by how it begins."""
    return is_xml_feed(text) or is_json_feed(text[:4096])


def read_feed(text: str) -> Outcome[tuple[Extract, ...]]:
    """The items of a feed as articles, in its order; one that stands there twice word for word counts once.

    Each has a `name` of its own, which stays when items are added before it. Problems have no path.
    Problems: `feed-broken` when no item can be read, or, as a warning, when the XML had to be mended;
    `date-impossible`.
    """
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        items, is_mended = read_json_items(text), False
    else:
        items, is_mended = read_xml_items(text) or (None, True)
    if not items:
        message = "no feed can be read in this" if items is None else "the feed has no items"
        broken = Problem("feed-broken", "error", message, remedy="save the feed again, or remove the file")
        return Outcome((), (broken,))
    outcomes = [make_extract(item) for item in items]
    extracts = _with_own_names(tuple(dict.fromkeys(outcome.value for outcome in outcomes)))
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if is_mended:
        message = "the feed is not well-formed XML; what could be read was read"
        problems.insert(0, Problem("feed-broken", "warning", message, remedy="compare the articles with the feed"))
    return Outcome(extracts, tuple(dict.fromkeys(problems)))


def _with_own_names(extracts: tuple[Extract, ...]) -> tuple[Extract, ...]:
    """Items that share a name all take a digest of their words, so that a third one changes none of them."""
    counts = Counter(extract.name for extract in extracts)
    return tuple(
        extract if counts[extract.name] == 1 else replace(extract, name=f"{extract.name} {_digest(extract)}")
        for extract in extracts
    )


def _digest(extract: Extract) -> str:
    return digest("\n".join((extract.title or "", *(block.text for block in extract.blocks), repr(extract.metadata))))
