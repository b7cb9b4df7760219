"""How the site was made."""

from dataclasses import dataclass
from typing import ClassVar

from .counts import Count
from .desk import Decided
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How the site was made, in plain words, from the live settings."""

    template: ClassVar[str] = "about.html"
    path: str
    title: str
    site: Site
    counts: tuple[Count, ...]
    settings: tuple[Setting, ...]
    undated: int
    unnamed_outlets: int
    untitled: int
    received: str
    """Address of the page of all files."""
    decisions: tuple[Decided, ...] = ()
    twins: tuple[Link, ...] = ()
    """The site for programs and for those who cite."""
