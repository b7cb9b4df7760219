"""The words that a reader of a document sees: what `verify` holds an article's words against.

Found without the article: of feeds and letters by taking markup out of the whole file, one layer after the other, where
the parsers build a tree and choose from it. Both would have to fail alike for a wrong word to pass.
"""

import base64
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.model import Source

from .decode import decode
from .formats import LETTERS, PAGES, PDF, WORD, is_text
from .html_page import BLOCKS, visible_text
from .mail import letter_texts
from .office import pdf_text, word_text

_MARKUP = re.compile(
    r"""
    <(?P<unseen>script|style)\b (?:(?!</(?P=unseen)).)*+ (?:</(?P=unseen)[^>]*+>)?  # <script>if (a < b) …</script>
    | <(?P<instead>audio|canvas|iframe|noembed|noframes|noscript|object|video)\b [^<>]*+ > [^<]*+ </(?P=instead)\s*+>
    | <!-- (?:(?!-->).)*+ (?:-->)?                      # <!-- … -->
    | <!(?!--)\[ [^>]*+ >?                              # <![CDATA[ in HTML, which is a comment there
    | <(?P<end>/?) [?!]?+ (?P<name>[a-z][\w:.-]*+)       # <div, </dc:creator, <?xml, <!doctype
      (?: =\s*+ (?: "[^"]{0,2000}+" | '[^']{0,2000}+' )  # an attribute, which may hold a >
      | [^<>] )*+ >?
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_SAYS_BYTES = re.compile(
    r"""\s (?: mode \s*=\s* ["']\s*base64\s*["']              # Atom 0.3
          | type \s*=\s* ["']application/octet-stream["'] )  # Atom: RFC 4287, 4.1.3.3
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_EMPTY = ("br", "hr")
"""Tags that part words and hold none."""
_PART_ALWAYS = ("br", "p")
"""Tags whose end parts words even where none is open: HTML, 13.2.6.4.7."""
_LAYERS = 3
"""So often words may be wrapped: the HTML of an item stands escaped in XML, and what it quotes escaped in that."""


def visible_words(source: Source) -> str | None:
    """The words that a reader of a document sees, lines and all; None if it can't be read.

    Of feeds and letters several readings, one below the other: as it stands, and with one, two and three layers of
    markup taken out. What a feed marks as base64 is read as well, below the rest.
    """
    path = source.path.lower()
    if path.endswith(LETTERS):
        return _readings(letter_texts(source.data)).strip() or None
    if path.endswith(WORD):
        return word_text(source.data) or None
    if path.endswith(PDF):
        return pdf_text(source.data, path=source.path).value
    text = decode(source).value
    if text is None or is_text(path):
        return text
    if path.endswith(PAGES):
        return visible_text(text)
    return _readings((*_strings(text), *_from_bytes(text)))


Piece = tuple[str, str]
"""What parts it from the piece before, and its words."""


def _readings(texts: Iterable[str]) -> str:
    """Each layer is read within its own piece: what a title opens and does not close hides nothing behind the title."""
    pieces: list[Piece] = [("\n", text) for text in texts]
    readings = [_joined(pieces)]
    for _ in range(_LAYERS):
        pieces = [inner for piece in pieces for inner in _unwrapped(piece)]
        readings.append(_joined(pieces))
    return "\n".join(dict.fromkeys(readings))


def _escaped(section: re.Match[str]) -> str:
    return html.escape(section[1], quote=False)


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(part for piece in pieces for part in piece)


def _unwrapped(piece: Piece) -> Iterator[Piece]:
    """What stands between the tags of a piece, with its entities decoded."""
    gap, text = piece
    opened = _Opened()
    start = 0
    for markup in _MARKUP.finditer(text):
        yield gap, html.unescape(text[start : markup.start()])
        gap, start = _gap(markup, opened), markup.end()
    yield gap, html.unescape(text[start:])


def _gap(markup: re.Match[str], opened: "_Opened") -> str:
    """What a reader sees between the words before markup and those behind. `opened`: tags that part words and are open,
    changed in place."""
    tag = (markup["name"] or "").lower()
    if tag not in BLOCKS and tag not in _EMPTY:
        return ""
    if not markup["end"]:
        if tag not in _EMPTY:
            opened.begin(tag)
    elif not opened.end(tag) and tag not in _PART_ALWAYS:
        return ""  # it ends nothing
    return " "


class _Opened:
    """Tags that are open, in time that grows with their number."""

    def __init__(self) -> None:
        self._tags: list[str] = []
        self._count: Counter[str] = Counter()

    def begin(self, tag: str) -> None:
        self._tags.append(tag)
        self._count[tag] += 1

    def end(self, tag: str) -> bool:
        """End the innermost of that name, and what is open in it. False if none is open."""
        if not self._count[tag]:
            return False
        ended = ""
        while ended != tag:
            ended = self._tags.pop()
            self._count[ended] -= 1
        return True


def _from_bytes(text: str) -> Iterator[str]:
    """The words in elements of XML that say that they hold base64; what is none is left out."""
    for tag in _MARKUP.finditer(text):
        if _SAYS_BYTES.search(tag[0]):
            content = _CDATA.sub(r"\1", text[tag.end() : max(text.find("</", tag.end()), tag.end())])
            try:
                yield base64.b64decode(content).decode("utf-8", "replace")
            except ValueError:
                continue


def _strings(text: str) -> Iterator[str]:
    """The strings that JSON holds; of XML itself, with its sections of characters escaped as all else is."""
    try:
        todo: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        yield _CDATA.sub(_escaped, text)
        return
    while todo:
        match todo.pop():
            case str() as words:
                yield words
            case dict() as mapping:
                todo += mapping.values()
            case list() as values:
                todo += values
