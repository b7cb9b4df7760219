"""The shapes of pictures, with their measures: what a template draws without counting anything.

Across, measures are in percent of the width, so that a picture fills its box and its letters keep their size; down,
they are in units of 1/16 of the root's letter size. Every picture has words that say the same.
"""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a bar chart."""

    words: str
    """`5 articles on 12 May 2024`."""
    left: float
    width: float
    top: int
    height: int
    hollow_top: int
    """Of the part above it that is drawn in outline."""
    hollow_height: int
    """0: there is none."""
    slot_left: float
    slot_width: float
    """With what lies beside it: what a finger can meet."""
    number: str
    """Above it; empty: none is shown."""
    number_x: float
    anchor: Literal["start", "middle", "end"]
    """Of the number."""
    href: str = ""
    """Where the page says what it counts; empty: nowhere."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Words below the axis."""

    x: float
    y: int
    anchor: Literal["start", "middle", "end"]
    text: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """How much there is of something, by time."""

    id: str
    """Anchor."""
    title: str
    description: str
    """Every figure, for those who do not see it."""
    caption: str
    """What it answers, and the answer."""
    height: int
    base: int
    """Where the axis is."""
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    is_linked: bool = False
    """Its columns lead somewhere."""
    has_hollow: bool = False


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    href: str
    text: str
    label: str
    """`text`, and what tells it from others of that name."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    kind: Literal["full", "part", "silent"]
    words: str
    """`in full`, `12 of 23 statements`."""
    number: str = ""
    """Shown beside the mark; empty: none."""
    fill: int = 0
    """How much of a mark of 14 is filled; 0: `kind` says it."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    href: str
    text: str
    cells: tuple[MatrixCell, ...]
    """One a column."""
    language: str = field(default="", repr=False)
    """BCP 47 tag of the words, if it is not that of the interface. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who carries what."""

    id: str
    """Anchor."""
    caption: str
    corner: str
    """What the rows are, and the columns."""
    key: tuple[tuple[Literal["full", "part", "silent"], str], ...]
    """What the marks stand for."""
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """A tie between two rows of a map."""

    words: str
    """`The bridge and The ferry: 5 statements`."""
    x: int
    top: int
    bottom: int
    depth: int
    """How far it goes out from `x`."""
    stroke: float


@dataclass(frozen=True, slots=True)
class MapNode:
    href: str
    text: str
    x: int
    y: int
    language: str = field(default="", repr=False)
    """BCP 47 tag of the words, if it is not that of the interface. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class TopicMap:
    """Which topics share statements: a list of topics, and arcs between its rows."""

    id: str
    """Anchor."""
    caption: str
    width: int
    height: int
    nodes: tuple[MapNode, ...]
    arcs: tuple[Arc, ...]
    """The thickest first."""
