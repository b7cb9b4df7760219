"""Where articles differ."""

from dataclasses import dataclass, field
from typing import ClassVar

from .lines import Line
from .notes import SourceNote
from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class SideItem:
    """What some articles say where others say something else, the words marked."""

    says: str
    """Words of its first sentence."""
    carried: str
    """By how many articles, in words."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DifferenceItem:
    id: str
    """Anchor."""
    note: str
    """What differs, in words."""
    superseded: str
    """Why the days of the reports may explain it; empty: they don't."""
    sides: tuple[SideItem, ...]
    dismissed: str = ""
    """Why the desk takes it for none, in its words and signed; empty: it is open."""
    whole: Link | None = None
    """To all sentences of its sides, where some are left out."""


@dataclass(frozen=True, slots=True)
class DifferencesPage:
    """Where sources differ; who is right is not said."""

    template: ClassVar[str] = "differences.html"
    path: str
    title: str
    site: Site
    counts: str
    differences: tuple[DifferenceItem, ...]
    """The open ones."""
    sources: tuple[SourceNote, ...]
    dismissed: tuple[DifferenceItem, ...] = ()
    """Those that the desk takes for none."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
