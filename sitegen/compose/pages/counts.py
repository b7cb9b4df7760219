"""Counts, with and without a page of what is counted."""

from dataclasses import dataclass

from .site import Link


@dataclass(frozen=True, slots=True)
class Count:
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A page, and how much of something it holds."""

    page: Link
    count: int
