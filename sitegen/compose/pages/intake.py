"""What was received, and what became of it."""

from dataclasses import dataclass, field
from typing import ClassVar

from sitegen.model import ArrivalFate

from .counts import Count
from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class StandIn:
    """The article that is used in place of another, and why."""

    article: Link
    why: str
    overlap: str = ""
    """How much of the shorter one stands in the other, in words."""
    here: str = ""
    """The longest passage that both have, or its beginning, as the article that is not used words it: a source's words;
    empty when there is none, or none that may be shown."""
    there: str = ""
    """The same as the article that is used words it."""


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """What became of one file."""

    path: str
    """Below the content folder."""
    fate: ArrivalFate
    fate_words: str
    articles: tuple[Link, ...]
    """Those that are used of it."""
    duplicates: tuple[StandIn, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntakePage:
    """Every file of the folder, and what became of it; the counts add up to the files."""

    template: ClassVar[str] = "intake.html"
    path: str
    title: str
    site: Site
    counts: tuple[Count, ...]
    total: int
    rows: tuple[ArrivalRow, ...]
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What became of the sentences of an article, in numbers."""

    article: Link
    sentences: int
    used: int
    said_by_another: int
    left_out: int


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What became of every sentence of every article."""

    template: ClassVar[str] = "coverage.html"
    path: str
    title: str
    site: Site
    counts: str
    outlets: tuple[tuple[str, tuple[CoverageRow, ...]], ...]
    """The articles by outlet, in the order of the page of sources."""
    total: CoverageRow | None
    """Its link leads to this page; None on a page that has some of the articles only."""
    reasons: tuple[Count, ...]
    """Why the others were left out, the commonest reason first."""
    said: tuple[Count, ...] = ()
    """What those said by another have in common with the printed sentence, the commonest first."""
    stories: str = ""
    """Address of the page of stories; empty where there is none."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
