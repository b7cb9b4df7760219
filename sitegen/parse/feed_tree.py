"""The XML of a feed → its tree: mended where it is broken, and deaf to what XML can do besides."""

import html
import re
from html.entities import html5
from typing import Any

Element = Any
"""`lxml.etree._Element`; lxml has no types."""

_PROLOGUE = re.compile(r"(?:\s++|\ufeff|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->)*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*+(?P<subset>\[)?", re.IGNORECASE)
_END_OF_DOCTYPE = re.compile(">")
_END_OF_SUBSET = re.compile(r"\]\s*>")
_ROOT = re.compile(r"<(?:[\w-]+:)?(rss|feed|rdf|channel)[\s>/]", re.IGNORECASE)
_SNIFFED = 4096

_REFERENCE = re.compile(
    r"""
    <!\[CDATA\[ .*? (?:\]\]>|\Z)                                              # left as it is
    | & (?: (\#\d{1,7}; | \#x[0-9a-fA-F]{1,6};)                                # &#8217;
          | ([A-Za-z]\w{1,30};) )?                                               # &amp; &nbsp; and & alone
    | < (?![^\W\d]|[:/!?])                                                       # before no name: 1 < 2
    """,
    re.DOTALL | re.VERBOSE,
)
_OF_CONTROL = re.compile(r"#(?:0*1[2-5]\d|x0*[89][0-9a-f]);", re.IGNORECASE)
"""Code points 120 to 159, and 128 to 159."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_xml_feed(text: str) -> bool:
    """Whether the first element of the text is that of a feed."""
    head = text[:_SNIFFED].lower()
    root = _ROOT.match(head, _after_prologue(head))
    return root is not None and (root[1] != "rdf" or "rss" in head or "channel" in head)


def read_tree(text: str) -> tuple[Element | None, bool]:
    """The first element, and whether the XML had to be mended; None if there is none.

    Document types are left out unread, and of entities only the characters of HTML are known: nothing expands and
    nothing is fetched. What nests deeper than 256 elements is cut off.
    """
    from lxml import etree  # noqa: PLC0415 - only where there is a feed

    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    clean = _NOT_XML.sub("", _REFERENCE.sub(_known_reference, text[_after_prologue(text) :]))
    try:
        root = etree.fromstring(clean.encode(), parser)
    except etree.XMLSyntaxError:  # nothing to recover
        return None, True
    return root, bool(parser.error_log)


def _after_prologue(text: str) -> int:
    """The offset of the first element: behind declarations, comments and document types."""
    position = 0
    while True:
        found = _PROLOGUE.match(text, position)
        assert found is not None
        doctype = _DOCTYPE.match(text, found.end())
        if doctype is None:
            return found.end()
        end = (_END_OF_SUBSET if doctype["subset"] else _END_OF_DOCTYPE).search(text, doctype.end())
        if end is None:
            return len(text)
        position = end.end()


def _known_reference(found: re.Match[str]) -> str:
    """A number as it is, a name of HTML by the numbers of its characters, any other as the words that it is; so is `<`.

    By name nothing may stay: of a broken feed libxml2 drops such references (`xmlParseReference`), so that the `<` of a
    tag would be lost, and its letters taken for words. Numbers of controls (`&#146;`) stand for characters of
    Windows-1252, as they do for browsers.
    """
    if found[0] == "<":
        return "&#60;"
    if found[0].startswith("<") or (found[1] and not _OF_CONTROL.fullmatch(found[1])):
        return str(found[0])
    characters: str = html.unescape(found[0]) if found[1] else html5.get(found[2] or "", "")
    return "".join(f"&#{ord(sign)};" for sign in characters) or f"&#38;{found[0][1:]}"
