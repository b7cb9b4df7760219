"""What articles date, by date."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from .lines import Line
from .notes import SourceNote
from .paging import Paging
from .pictures import BarChart
from .site import Site


@dataclass(frozen=True, slots=True)
class DateReading:
    """How one article puts a date."""

    words: str
    """Of the source."""
    basis: str
    """How the date was found, in words."""
    reported: str | None
    """The day of the report."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    line: Line
    readings: tuple[DateReading, ...]
    outlook: Literal["", "expected", "possible"] = ""
    """`expected`: the sentence tells what was to come, or its date lies after the day of the report; `possible`: what
    may be. Either way it is not shown as done."""
    is_saying: bool = False
    """The date is that of saying it."""


@dataclass(frozen=True, slots=True)
class TimelineDate:
    """A day, month, year or span of them, as precise as it is known."""

    value: str
    """ISO 8601; the first day of a span."""
    words: str
    """`18 November 2019`, `November 2019`, `18–24 November 2019`."""
    items: tuple[TimelineItem, ...]
    until: str = ""
    """Where a span ends; empty: it is none."""
    id: str = ""
    """Anchor; empty: nothing leads to it."""


@dataclass(frozen=True, slots=True)
class Undated:
    """Expressions of time that can't be dated for one reason."""

    count: int
    example: str
    """Words of a source."""
    reason: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the articles date, by date."""

    template: ClassVar[str] = "timeline.html"
    path: str
    title: str
    site: Site
    counts: str
    more: int
    """Dates that only the pages of their articles have: fewer articles carry them."""
    dates: tuple[TimelineDate, ...]
    undated: tuple[Undated, ...]
    sources: tuple[SourceNote, ...]
    chart: BarChart | None = None
    """How much is dated when."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
