"""The pages of a list that one does not hold."""

from dataclasses import dataclass

from .counts import Tally
from .site import Link


@dataclass(frozen=True, slots=True)
class Paging:
    """The way from one page of a long list to the others."""

    above: tuple[Link, ...]
    """Pages that lead to it, that of the whole list first; empty on that one."""
    parts: tuple[Tally, ...]
    """Pages that it leads to."""
    previous: Link | None
    """In the order of the list; None: it is the first, or holds no items itself."""
    next: Link | None
