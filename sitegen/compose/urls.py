"""Addresses: which page a thing is on, the anchor it has there, and the way from page to page.

Links name the file and are relative, so that a site opens from disk and from any sub-path.
"""

import posixpath
from urllib.parse import quote

INDEX = "index.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
STYLESHEET = "style.css"
BRIEFING = "briefing.json"


def article_path(article: str) -> str:
    return f"articles/{article}.html"


def topic_path(topic: str) -> str:
    return f"topics/{topic}.html"


def anchor(id_: str) -> str:
    """The anchor of a sentence or block on its article's page: its id without the article's."""
    return id_.rpartition(".")[2]


def note_anchor(sentence: str) -> str:
    return f"note-{sentence}"


def source_anchor(article: str) -> str:
    return f"source-{article}"


def link(page: str, target: str, fragment: str = "") -> str:
    """The relative address of `target` (a path below the site) on the page at path `page`."""
    path = "" if target == page and fragment else posixpath.relpath(target, posixpath.dirname(page) or ".")
    return quote(path) + (f"#{quote(fragment)}" if fragment else "")
