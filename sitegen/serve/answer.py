"""Answer: an address → one of the files that were built, or the page that says that there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from mimetypes import MimeTypes
from urllib.parse import unquote

from sitegen.compose.urls import INDEX, NOT_FOUND

_TYPES = MimeTypes()
"""What Python knows by itself, and more: systems differ, and some have scripts down as plain text."""
_TYPES.add_type("text/javascript", ".js")
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("application/x-bibtex", ".bib")
_TYPES.add_type("application/xml", ".xml")
_TYPES.add_type("font/woff2", ".woff2")
_TEXTS = ("text/", "application/json", "application/xml", "application/x-bibtex", "image/svg")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sends."""

    status: int
    """Of HTTP: 200 or 404."""
    content_type: str
    """With its encoding, where it is text."""
    body: bytes


def answer(address: str, files: Mapping[str, bytes]) -> Answer:
    """The file at an address such as `/topics/bridge.html?q=1`: one of `files`, by path, or the page for 404.

    A path is looked up as it stands: none is put together, so none can lead elsewhere. A folder has an index or
    nothing; it is never listed.
    """
    path = unquote(address.partition("?")[0].partition("#")[0]).removeprefix("/")
    if not path or path.endswith("/"):
        path += INDEX
    if path in files:
        return Answer(200, content_type(path), files[path])
    return Answer(404, content_type(NOT_FOUND), files.get(NOT_FOUND, b""))


def content_type(path: str) -> str:
    """The media type that the name of a file stands for."""
    found = _TYPES.guess_type(path)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXTS) else found


def local_names(host: str, port: int) -> frozenset[str]:
    """What browsers on this machine call a server there, as they write it into `Host`.

    Any other name is of a page elsewhere that has its name point here, to read what only this machine may
    (https://en.wikipedia.org/wiki/DNS_rebinding).
    """
    hosts = ("localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host)
    without = hosts if port == 80 else ()
    return frozenset((*(f"{name}:{port}" for name in hosts), *without))
