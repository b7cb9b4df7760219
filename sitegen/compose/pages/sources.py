"""Who publishes what the site rests on."""

from dataclasses import dataclass, field
from typing import ClassVar

from .article import Fact
from .paging import Paging
from .pictures import Matrix
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class SourceArticle:
    article: Link
    is_derived: bool
    facts: tuple[Fact, ...]
    counts: str
    """`20 statements, 3 of them only here.`"""


@dataclass(frozen=True, slots=True)
class OutletCard:
    id: str
    name: str
    owner: str | None
    counts: str
    """As those of its articles; empty when it has one only."""
    articles: tuple[SourceArticle, ...]


@dataclass(frozen=True, slots=True)
class SharedSentence:
    """A sentence of a passage that two articles share, word for word."""

    id: str
    """Anchor on this page."""
    sentence: str
    """Sentence id."""
    text: str


@dataclass(frozen=True, slots=True)
class SharedWording:
    """A passage that two articles share, as one of them words it."""

    article: Link
    """To its first sentence there."""
    sentences: tuple[SharedSentence, ...]


@dataclass(frozen=True, slots=True)
class OriginItem:
    """Articles that go back to one text."""

    articles: tuple[Link, ...]
    evidence: str
    wordings: tuple[SharedWording, ...] = ()
    """The longest passage that the two closest share, in both wordings; without one whose rights withhold all of it."""


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Who publishes what this briefing rests on."""

    template: ClassVar[str] = "sources.html"
    path: str
    title: str
    site: Site
    counts: str
    outlets: tuple[OutletCard, ...]
    origins: tuple[OriginItem, ...]
    received: str
    """Address of the page of all files."""
    doubts: tuple[OriginItem, ...] = ()
    """Pairs of which it can't be told whether they go back to one text."""
    coverage: str = ""
    """Address of the page that says what became of every sentence."""
    withdrawn: tuple[Link, ...] = ()
    """Articles on which nothing rests any more."""
    matrix: Matrix | None = None
    """Which of them carries how much of which topic."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
