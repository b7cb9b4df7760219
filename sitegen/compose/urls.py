"""Addresses: which page a thing is on, the anchor it has there, and the way from page to page.

Links name the file and are relative, so that a site opens from disk and from any sub-path.
"""

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

from sitegen.text import slug

INDEX = "index.html"
ABOUT = "about.html"
INTAKE = "intake.html"
NAMES = "names.html"
QUOTES = "quotes.html"
POSITIONS = "positions.html"
TIMELINE = "timeline.html"
DIFFERENCES = "differences.html"
SOURCES = "sources.html"
COVERAGE = "coverage.html"
STORIES = "stories.html"
CHANGES = "changes.html"
CORRECTIONS = "corrections.html"
NOT_FOUND = "404.html"
STYLESHEET = "style.css"
BRIEFING = "briefing.json"
SEARCH = "search.html"
SEARCH_SCRIPT = "search.js"
ICON = "icon.svg"
FEED = "feed.json"
ATOM = "feed.xml"
REFERENCES = "references.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
GUIDE = "llms.txt"
CARD = "card.png"
_HOST_ENDS = re.compile("[/?#]")


def shown_host(address: str) -> str:
    """The host of an address with `//`; beside a name that is not ASCII what it is registered as: `а` looks like `a`.

    Known failure: IDNA 2003, which Python has: a name with `ß` is shown as registered with `ss`.
    """
    host = _HOST_ENDS.split(address.partition("//")[2], 1)[0]
    try:
        registered = host.encode("idna").decode()
    except UnicodeError:  # no such name can be registered
        return host
    return host if host.isascii() else f"{host} ({registered})"


def article_path(article: str) -> str:
    return f"articles/{article}.html"


def topic_path(topic: str) -> str:
    return f"topics/{topic}.html"


def part_path(page: str, key: str) -> str:
    """A further page of what begins on another. With a dot: ids have none, and `plan-2` may be a topic of its own."""
    return twin(page, f".{key}.html")


def topic_part_path(topic: str, number: int) -> str:
    return topic_path(topic) if number == 1 else part_path(topic_path(topic), str(number))


def name_path(entity: str) -> str:
    return f"names/{entity}.html"


def changes_path(date: str) -> str:
    """What the edition of a day changed."""
    return f"changes/{date}.html"


def search_shard(number: int) -> str:
    """The script that holds a part of the index of the search; the first, 0, says how many follow."""
    return f"search/{number}.js"


def twin(page: str, suffix: str) -> str:
    """The path or address of a page's twin in another format: `topics/x.md` for `topics/x.html`."""
    return page.removesuffix(".html") + suffix


def card_path(page: str) -> str:
    """The picture that a link to a page is previewed with: topics have one each."""
    return twin(page, ".png") if page.startswith("topics/") else CARD


def anchor(id_: str) -> str:
    """The anchor of a sentence or block on its article's page: its id without the article's."""
    return id_.rpartition(".")[2]


def note_anchor(sentence: str) -> str:
    return f"note-{sentence}"


def source_anchor(article: str) -> str:
    return f"source-{article}"


def story_anchor(story: str) -> str:
    """Of a story on the index page."""
    return f"in-{story}"


def silence_anchor(topic: str) -> str:
    """Of a topic on the page of stories."""
    return f"on-{topic}"


def speaker_anchor(speaker: str) -> str:
    """Of a speaker on the page of quotations: of an entity's id, or of the slug of a description."""
    return f"by-{speaker}"


def outlet_anchor(publisher: str | None) -> str:
    """Of an outlet on the page of sources; one for all articles that state none."""
    return f"outlet-{slug(publisher, 'outlet')}" if publisher else "no-outlet"


def link(page: str, target: str, fragment: str = "") -> str:
    """The relative address of `target` (a path below the site) on the page at path `page`."""
    path = "" if target == page and fragment else _from_folder(page.rpartition("/")[0] or ".", target)
    return f"{path}#{_quoted(fragment)}" if fragment else path


@lru_cache(50_000)  # the note of a passage is led to from each place that cites it
def _quoted(fragment: str) -> str:
    return quote(fragment)


@lru_cache(50_000)  # the pages of a folder link to the same ones
def _from_folder(folder: str, target: str) -> str:
    return quote(posixpath.relpath(target, folder))
