"""What every page knows of the whole."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: str
    language: str = field(default="", repr=False)
    """BCP 47 tag of the words, if it is not that of the interface. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of the site knows about the whole, seen from that page."""

    title: str
    language: str
    """BCP 47 tag of the interface."""
    description: str
    """The desk's words; may be empty."""
    home: str
    """Address of the index page."""
    stylesheet: str
    navigation: tuple[Link, ...]
    canonical: str | None
    """Absolute address of this page; None unless `site_url` is set."""
    more: tuple[Link, ...] = ()
    """To the pages that are looked up rather than read, for the foot of each page."""
    feeds: tuple[Link, ...] = ()
    """Their words are what they are called: `Atom`, `JSON Feed`."""
    search: str = ""
    """Address of the search; empty: there is none."""
    icon: str = "icon.svg"
    image: str | None = None
    """Absolute address of the picture for previews of this page; None unless `site_url` is set."""
