"""What changed since an edition."""

from dataclasses import dataclass
from typing import ClassVar

from .lines import Line, Piece
from .notes import SourceNote
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class OldLine:
    """A sentence as an edition printed it."""

    sentence: str
    """Sentence id."""
    text: str
    """A source's words; empty: they are withheld."""
    pieces: tuple[Piece, ...]
    """As those of a `Line`."""
    edition: str
    """Its day, ISO 8601."""
    article: Link
    said: str
    """`edition of 12 March 2026`, and whether it is still printed."""


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """One change since an edition."""

    id: str
    """Anchor; empty: nothing leads to it."""
    before: OldLine | None
    after: Line | None
    """As it is printed now."""
    became: OldLine | None
    """As the later of two editions printed it."""
    was: str
    """A title, the desk's words or a setting as they were: what is no sentence. Empty: there was none."""
    now: str
    to: Link | None
    """The page of what is no sentence; its words are `now`, or `was`."""
    facts: tuple[str, ...]
    """`number: three men → four men`."""
    note: str
    topics: tuple[Link, ...]
    why: str
    is_alike: bool = False
    """It withholds words of the same article as the one above, for the same reason."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind."""

    id: str
    """Anchor."""
    heading: str
    items: tuple[ChangeItem, ...]
    more: int
    """How many more there are, which are not shown."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    edition: Link
    """Without address where it is the first: nothing changed before it."""
    words: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed since an edition, facts first, each with its reason."""

    template: ClassVar[str] = "changes.html"
    path: str
    title: str
    site: Site
    counts: str
    groups: tuple[ChangeGroup, ...]
    editions: tuple[EditionRow, ...]
    """All editions, newest first."""
    sources: tuple[SourceNote, ...]
