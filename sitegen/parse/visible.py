"""The words that a reader of a document sees: what `verify` holds an article's words against.

Found without the article: of feeds and letters by taking markup out of the whole file, where the parsers build a tree
and choose from it. Both would have to fail alike for a wrong word to pass.
"""

import base64
import html
import json
import re
from collections.abc import Iterator
from typing import Any

from sitegen.model import Source

from .decode import decode
from .formats import LETTERS, PAGES, PDF, WORD, is_text
from .html_page import BLOCKS, visible_text
from .mail import letter_texts
from .office import pdf_text, word_text

_UNSEEN = re.compile(
    r"""
    <(script|style)\b (?:(?!</\1).)*+ (?:</\1[^>]*+>)?  # <script>if (a < b) …</script>
    | <!-- (?:(?!-->).)*+ (?:-->)?                       # <!-- … -->
    | <!\[CDATA\[ | \]\]>                                # what stands between is seen
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_TAG = re.compile(
    r"""
    <[/?!]?+ (?P<name>[a-z][\w:.-]*+)                              # <div, </dc:creator, <?xml, <!doctype
    (?: =\s*+ (?: "[^"]{0,2000}+" | '[^']{0,2000}+' ) | [^<>] )*+  # attributes; a quoted one may hold a >
    >?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAYS_BYTES = re.compile(
    r"""\s (?: mode \s*=\s* ["']\s*base64\s*["']              # Atom 0.3
          | type \s*=\s* ["']application/octet-stream["'] )  # Atom: RFC 4287, 4.1.3.3
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_PARTING = BLOCKS | {"br"}
"""Tags that stand between words; all others are part of a line."""
_LAYERS = 3
"""So often words may be wrapped: the HTML of an item stands escaped in XML, and what it quotes escaped in that."""


def visible_words(source: Source) -> str | None:
    """The words that a reader of a document sees, lines and all; None if it can't be read.

    Of feeds and letters several readings, one below the other: as it stands, and with one, two and three layers of
    markup taken out. What a feed marks as base64 is read as well, below the rest.
    """
    path = source.path.lower()
    if path.endswith(LETTERS):
        return _readings("\n".join(letter_texts(source.data))).strip() or None
    if path.endswith(WORD):
        return word_text(source.data) or None
    if path.endswith(PDF):
        return pdf_text(source.data, path=source.path).value
    text = decode(source).value
    if text is None or is_text(path):
        return text
    if path.endswith(PAGES):
        return visible_text(text)
    return _readings("\n".join((*_strings(text), *_from_bytes(text))))


def _readings(text: str) -> str:
    readings = [text]
    for _ in range(_LAYERS):
        unwrapped = html.unescape(_TAG.sub(_gap, _UNSEEN.sub(" ", readings[-1])))
        if unwrapped == readings[-1]:
            break
        readings.append(unwrapped)
    return "\n".join(readings)


def _from_bytes(text: str) -> Iterator[str]:
    """The words in elements of XML that say that they hold base64; what is none is left out."""
    for tag in _TAG.finditer(text):
        if _SAYS_BYTES.search(tag[0]):
            content = _CDATA.sub("", text[tag.end() : max(text.find("</", tag.end()), tag.end())])
            try:
                yield base64.b64decode(content).decode("utf-8", "replace")
            except ValueError:
                continue


def _gap(tag: re.Match[str]) -> str:
    return " " if tag["name"].lower() in _PARTING else ""


def _strings(text: str) -> Iterator[str]:
    """The strings that JSON holds; of other text, itself."""
    try:
        todo: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        yield text
        return
    while todo:
        match todo.pop():
            case str() as words:
                yield words
            case dict() as mapping:
                todo += mapping.values()
            case list() as values:
                todo += values
