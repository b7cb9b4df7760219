"""The search, and the page for an address that does not exist."""

from dataclasses import dataclass, field
from typing import ClassVar

from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Links whose words begin with one letter."""

    id: str
    """Anchor; empty with `letter`."""
    letter: str
    """Empty where there are too few links for letters."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search; without script, its topics and names from A to Z."""

    template: ClassVar[str] = "search.html"
    path: str
    title: str
    site: Site
    counts: str
    """What is searched: `11 topics, 21 names, 98 statements, 5 articles`."""
    letters: tuple[LetterGroup, ...]
    scripts: tuple[str, ...]
    """Addresses: the search, and the first part of its index. No other page has a script."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class SearchPartPage:
    """Some of the topics and names, where one page does not hold all."""

    template: ClassVar[str] = "search_part.html"
    path: str
    title: str
    site: Site
    letters: tuple[LetterGroup, ...]
    paging: Paging | None


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """Shown by a host for an address that does not exist; works at any depth when `site_url` is set."""

    template: ClassVar[str] = "404.html"
    path: str
    title: str
    site: Site
