"""Articles that were corrected or withdrawn."""

from dataclasses import dataclass
from typing import ClassVar

from .desk import Decided
from .lines import Line
from .notes import SourceNote
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class Affected:
    """A statement that is marked for an article that was corrected or withdrawn."""

    line: Line
    topics: tuple[Link, ...]
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """An article that was corrected or withdrawn."""

    article: Link
    facts: str
    """Outlet and day, as far as they are stated."""
    decision: Decided
    words: str
    """What became of its statements."""
    affected: tuple[Affected, ...]
    more: int
    """How many others there are, which are not shown."""


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Every article that was corrected or withdrawn, why, and what rested on it."""

    template: ClassVar[str] = "corrections.html"
    path: str
    title: str
    site: Site
    counts: str
    withdrawn: tuple[CorrectionItem, ...]
    corrected: tuple[CorrectionItem, ...]
    sources: tuple[SourceNote, ...]
