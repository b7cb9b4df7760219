"""What the pages need to know besides the briefing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sitegen.history import History
from sitegen.interface import ENGLISH, Translator, msgid
from sitegen.model import Outlet

from . import urls
from .pages import Link, Setting, Site

_NAVIGATION = (
    (urls.POSITIONS, msgid("Positions")),
    (urls.TIMELINE, msgid("Timeline")),
    (urls.DIFFERENCES, msgid("Differences")),
    (urls.NAMES, msgid("Names")),
    (urls.SEARCH, msgid("Search")),
)
"""At the head of each page, beside the way to the index: as many as one line of a phone holds."""
_MORE = (
    (urls.QUOTES, msgid("Quotations")),
    (urls.SOURCES, msgid("Sources")),
    (urls.COVERAGE, msgid("Coverage")),
    (urls.CHANGES, msgid("Changes")),
    (urls.CORRECTIONS, msgid("Corrections")),
    (urls.INTAKE, msgid("Files")),
    (urls.ABOUT, msgid("About")),
)
"""At its foot."""
SiteOf = Callable[[str], Site]
"""The path of a page → the site as it sees it."""
_FEEDS = ((urls.ATOM, "Atom"), (urls.FEED, "JSON Feed"))


@dataclass(frozen=True, slots=True)
class ComposeOptions:
    title: str = ""
    """Of the site; empty: a plain one, with the newest date if one is known."""
    description: str = ""
    """The desk's words about the site."""
    language: str = "en"
    """Of the articles, mostly: BCP 47."""
    translator: Translator = ENGLISH
    """Into the language of the interface."""
    site_url: str | None = None
    """Where the site will stand, with a closing slash; None: unknown."""
    settings: tuple[Setting, ...] = ()
    """The live settings that decided something, for the about page."""
    outlets: tuple[Outlet, ...] = ()
    """Those that the desk knows, for the page of sources."""
    history: History | None = None
    """What the editions say of the site; None: there are none."""


def site_title(options: ComposeOptions, newest: str | None) -> str:
    """The site's title: the desk's, or `Briefing`, with the date of the newest article if one is dated."""
    if options.title:
        return options.title
    translator = options.translator
    if newest is None:
        return translator.gettext("Briefing")
    return translator.gettext("Briefing of %(day)s", day=translator.date(newest[:10]))


def site_for(
    page: str, title: str, options: ComposeOptions, *, left_out: Collection[str] = (), feeds: Collection[str] = ()
) -> Site:
    """The site as the page at path `page` sees it. `left_out`: pages that it does without, as they would be empty;
    `feeds`: the paths of those that it has.
    """
    # A host shows the 404 page at any depth, so that only full addresses lead anywhere from there.
    start = options.site_url if page == urls.NOT_FOUND else None

    def links(targets: Collection[tuple[str, str]]) -> tuple[Link, ...]:
        shown = ((target, message) for target, message in targets if target not in left_out)
        return tuple(Link(urls.link(page, target), options.translator.gettext(message)) for target, message in shown)

    return Site(
        title=title,
        language=options.translator.language,
        description=options.description,
        home=start or urls.link(page, urls.INDEX),
        stylesheet=urls.link(page, urls.STYLESHEET),
        navigation=links(_NAVIGATION),
        canonical=options.site_url and options.site_url + ("" if page == urls.INDEX else urls.link("", page)),
        more=links(_MORE),
        feeds=tuple(Link(urls.link(page, feed), text) for feed, text in _FEEDS if feed in feeds),
        search="" if urls.SEARCH in left_out else start + urls.SEARCH if start else urls.link(page, urls.SEARCH),
        icon=start + urls.ICON if start else urls.link(page, urls.ICON),
        image=options.site_url and options.site_url + urls.link("", urls.card_path(page)),
    )
