"""Who wants what, and what the parties dispute."""

from dataclasses import dataclass, field
from typing import ClassVar

from .lines import Line
from .names import SideLine
from .notes import SourceNote
from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class PositionItem:
    """A sentence in which a party takes a position; the words that show it are marked."""

    line: Line
    stance: str
    """`wants`, `offers`, `accepts`, `refuses`, `intends`, `denies`."""
    support: str
    """By how many articles it is carried, in words; empty for one article only."""
    is_corroborated: bool
    party: Link | None = None
    """Whose it is, with the address of their page, if they have one; None: it stands below their name."""


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """What one party wants, offers, accepts, refuses and will do."""

    id: str
    """Anchor."""
    name: Link
    """Without a page of its own: no address."""
    counts: str
    """`5 positions from 3 articles`."""
    items: tuple[PositionItem, ...]
    """The most corroborated ones; of those that are nearly the same, one."""
    is_desks: bool = False
    """The name is the desk's wording: no article spells it so."""
    side: SideLine | None = None
    """The country that it stands for; None: it stands for itself."""


@dataclass(frozen=True, slots=True)
class PositionsInShort:
    """What the first page shows of it."""

    positions: tuple[PositionItem, ...]
    """The most corroborated one of each of the first parties."""
    disputes: tuple[PositionItem, ...]
    whole: Link
    """To all."""
    hint: str = ""
    """As that of the page of positions."""


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """Who wants what, by party, and what parties dispute; what is so, is not said."""

    template: ClassVar[str] = "positions.html"
    path: str
    title: str
    site: Site
    counts: str
    parties: tuple[PartyGroup, ...]
    """Those on this page: the ones whose positions most articles carry first, by name where they are many."""
    disputes: tuple[PositionItem, ...]
    sources: tuple[SourceNote, ...]
    hint: str = ""
    """What it means that no count of articles stands behind a position; empty where the folder holds one article."""
    paging: Paging | None = field(default=None, repr=False)
