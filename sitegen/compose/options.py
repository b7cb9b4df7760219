"""What the pages need to know besides the briefing."""

from collections.abc import Collection
from dataclasses import dataclass

from sitegen.model import Outlet

from . import urls
from .pages import Link, Setting, Site

_NAVIGATION = (
    (urls.INDEX, "Briefing"),
    (urls.NAMES, "Names"),
    (urls.QUOTES, "Quotes"),
    (urls.TIMELINE, "Timeline"),
    (urls.DIFFERENCES, "Differences"),
    (urls.SOURCES, "Sources"),
    (urls.ABOUT, "About"),
)


@dataclass(frozen=True, slots=True)
class ComposeOptions:
    title: str = ""
    """Of the site; empty: a plain one, with the newest date if one is known."""
    description: str = ""
    """The desk's words about the site."""
    language: str = "en"
    site_url: str | None = None
    """Where the site will stand, with a closing slash; None: unknown."""
    settings: tuple[Setting, ...] = ()
    """The live settings that decided something, for the about page."""
    outlets: tuple[Outlet, ...] = ()
    """Those that the desk knows, for the page of sources."""


def site_title(options: ComposeOptions, newest: str | None) -> str:
    """The site's title: the desk's, or `Briefing`, with the date of the newest article if one is dated."""
    if options.title:
        return options.title
    return f"Briefing of {newest[:10]}" if newest else "Briefing"


def site_for(page: str, title: str, options: ComposeOptions, *, left_out: Collection[str] = ()) -> Site:
    """The site as the page at path `page` sees it. `left_out`: pages that it does without, as they would be empty."""
    return Site(
        title=title,
        language=options.language,
        description=options.description,
        # A host shows the 404 page at any depth, so that only the full address leads home from there.
        home=options.site_url if options.site_url and page == urls.NOT_FOUND else urls.link(page, urls.INDEX),
        stylesheet=urls.link(page, urls.STYLESHEET),
        navigation=tuple(Link(urls.link(page, target), text) for target, text in _NAVIGATION if target not in left_out),
        canonical=options.site_url and options.site_url + ("" if page == urls.INDEX else urls.link("", page)),
    )
