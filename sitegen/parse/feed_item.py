"""An item of a feed as it states itself, and the article that it is."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.errors import Outcome, Problem
from sitegen.model import Metadata, Rights
from sitegen.reasons import as_it_is
from sitegen.text import digest, fold

from .extract import Extract, TextBlock
from .html_dates import iso_date
from .pagefacts import web_address

Stated = tuple[str, str]
"""A value as written, and where it stands, in words."""

_LONGEST_FACT = 500
"""Characters of a name; what is longer is none."""
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_RESERVED = re.compile(r"\ball rights (?:are )?reserved\b", re.IGNORECASE)
_FREE = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """What an item says of itself."""

    title: str
    """Plain words; empty when it has none."""
    name: str
    """Its id or link; empty when it has none."""
    blocks: tuple[TextBlock, ...]
    facts: Mapping[str, Sequence[Stated]]
    """Name of a field of `Metadata` → what is stated for it, best first. `rights` holds notices in words."""


def make_extract(item: Item) -> Outcome[Extract]:
    """The article that an item is: of each field the first value that is sound, with its basis.

    Rights are `cited` where a notice reserves all rights, `full` where it names a Creative Commons licence; other
    notices say nothing about reprinting.
    Problems: `date-impossible` for a date that none could be read for.
    """
    published, updated = (_first(item, name, iso_date) for name in ("published", "updated"))
    facts = {
        "published": published,
        "updated": updated,
        "url": _first(item, "url", web_address),
        "language": _first(item, "language", _language),
        **{name: _first(item, name, _name) for name in ("author", "publisher", "section")},
    }
    rights = _first(item, "rights", _rights)
    found = {name: value for name, (value, _) in facts.items() if value}
    basis = {name: as_it_is(where) for name, (value, where) in {**facts, "rights": rights}.items() if value}
    metadata = Metadata(**found, rights="cited" if rights[0] == "cited" else "full", basis=tuple(sorted(basis.items())))
    title = _without_outlet(item.title, metadata.publisher) or None
    name = fold(item.name) or fold(item.title) or digest("\n".join(block.text for block in item.blocks))
    extract = Extract(title, item.blocks, metadata, name)
    return Outcome(extract, tuple(_impossible(item, title or name, published, updated)))


def _first(item: Item, field: str, read: Callable[[str], str | None]) -> Stated:
    for value, where in item.facts.get(field, ()):
        if found := read(value):
            return found, where
    return "", ""


def _name(value: str) -> str | None:
    words = fold(value)
    return words if 0 < len(words) <= _LONGEST_FACT else None


def _language(value: str) -> str | None:
    tag = value.strip().replace("_", "-")
    return tag if _LANGUAGE_TAG.fullmatch(tag) else None


def _rights(value: str) -> Rights | None:
    if _FREE.search(value):
        return "full"
    return "cited" if _RESERVED.search(value) else None


def _without_outlet(title: str, publisher: str | None) -> str:
    """A title without ` - Outlet`, which collectors of other outlets' news append."""
    words = fold(title)
    return (words.removesuffix(f" - {publisher}") if publisher else words) or words


def _impossible(item: Item, title: str, *dates: Stated) -> list[Problem]:
    problems: list[Problem] = []
    for field, (found, _) in zip(("published", "updated"), dates, strict=True):
        stated = [value.strip() for value, _ in item.facts.get(field, ()) if value.strip()]
        if stated and not found:
            message = f'"{title[:60]}": {field} "{stated[0][:40]}" is not a date'
            remedy = f"write the date of the article into its front matter as {field}: 2024-05-12"
            problems.append(Problem("date-impossible", "warning", message, remedy=remedy))
    return problems
