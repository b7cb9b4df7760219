"""What stands at the address of a page that is no more, or is elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from .news import Tombstone
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """At an address that a topic had: leads on to its new one."""

    template: ClassVar[str] = "redirect.html"
    path: str
    title: str
    site: Site
    to: Link
    is_desks: bool = True
    """The desk moved it; else it goes on under another name since an edition."""


@dataclass(frozen=True, slots=True)
class GonePage:
    """At the address of a topic, an article or a name that an edition had, and that is no more."""

    template: ClassVar[str] = "gone.html"
    path: str
    title: str
    """As it was."""
    site: Site
    words: str
    """`This topic is no more. It was last there in the edition of 12 March 2026.`"""
    to: Link | None
    """What stands for it now."""
    tombstones: tuple[Tombstone, ...]
