"""What is new since an edition, and what is no more."""

from dataclasses import dataclass

from .site import Link


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is new of a statement since the last edition."""

    marks: tuple[Link, ...]
    """`new`, `reworded`, `a fact changed`, `more sources`, `fewer sources`: each leads to what changed, and why."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """At the anchor of a statement that a page printed in an edition, and does not print now."""

    id: str
    """The anchor."""
    words: str
    """`Withdrawn since 12 March 2026`, `Reworded since 12 March 2026`, `Elsewhere since 12 March 2026`."""
    now: Link | None
    """Where it is said now."""
    told: Link
    """What it said, and why it went."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What an edition brought to a topic, and took from it."""

    edition: Link
    words: str
    """`12 statements`, `2 added, 1 gone`."""
