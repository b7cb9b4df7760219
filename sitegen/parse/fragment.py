"""A piece of HTML, as feeds and letters carry it, or of plain text → blocks."""

import html
import re

from sitegen.text import fold, without_controls

from .extract import TextBlock
from .html_page import Box, Passage, over_limit, read_page

_NO_ARTICLE = frozenset(("button", "figcaption", "form", "nav"))
"""Tags whose words are not the article's: controls, captions."""
_DEEPEST_LEVEL = 3
_UNSEEN = re.compile(
    r"""
    <(script|style)\b (?:(?!</\1).)*+ (?:</\1[^>]*+>)?  # <script>if (a < b) …</script>
    | <!-- (?:(?!-->).)*+ (?:-->)?                       # <!-- … -->
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][^<>]*+>?", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_MARKUP = re.compile(
    r"""
    </?[a-z][a-z0-9]{0,15} (?:\s[^<>]*+)? /?>                # <b> </p> <br/>
    | & (?: \#\d{1,7} | \#x[0-9a-f]{1,6} | [a-z]\w{1,30} ) ;  # &#8217; &amp;
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_fragment(markup: str) -> tuple[TextBlock, ...]:
    """The blocks of a piece of HTML, in order; headings are of level 2 or 3.

    Any string gives blocks; one without tags is a paragraph. Where tags nest too deep or are overloaded
    (`over_limit`), they are taken out, and the words are split at empty lines.
    """
    if over_limit(markup):
        return read_paragraphs(html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", markup))))
    return tuple(_block(passage) for passage in read_page(markup).passages if not _is_apart(passage.box))


def read_paragraphs(text: str) -> tuple[TextBlock, ...]:
    """The blocks of a piece of plain text: a paragraph ends at an empty line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(TextBlock("paragraph", words) for part in _EMPTY_LINE.split(lines) if (words := fold(part)))


def one_line(markup: str) -> str:
    """The words of a piece of HTML that is a title or a name."""
    return fold(" ".join(block.text for block in read_fragment(markup)))


def has_markup(text: str) -> bool:
    """Whether a text holds tags or entities, so that it was meant to be read as HTML."""
    return _MARKUP.search(text) is not None


def _block(passage: Passage) -> TextBlock:
    level = min(max(passage.level, 2), _DEEPEST_LEVEL) if passage.kind == "heading" else 0
    return TextBlock(passage.kind, without_controls(passage.text), level)


def _is_apart(box: Box) -> bool:
    return any(around.tag in _NO_ARTICLE for around in box.boxes())
