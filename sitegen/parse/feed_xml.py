"""RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0 → items."""

import base64
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from email.utils import parseaddr
from urllib.parse import urljoin

from .extract import TextBlock
from .feed_item import Item, Stated
from .feed_tree import Element, read_tree
from .fragment import has_markup, one_line, read_fragment, read_paragraphs

_MODULES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
"""Namespaces that items take words from; the elements of others are not looked at."""
_OWN = re.compile(r"atom|rss|netscape\.com|backend\.userland\.com", re.IGNORECASE)
"""In the address of a namespace of RSS or Atom themselves, of which there are many."""
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_xml_items(text: str) -> tuple[tuple[Item, ...], bool] | None:
    """The items, in order, and whether the XML had to be mended; None if no element can be read.

    Method: the RSS 0.9x to 2.0, RSS 1.0 and Atom (RFC 4287) documents, with the elements that feeds use in practice.
    """
    root, is_broken = read_tree(text)
    if root is None:
        return None
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    feed = next((element for element in elements if _name(element) in ("channel", "feed")), root)
    items = [element for element in elements if _name(element) in ("item", "entry") and not _is_inside_item(element)]
    about = _Feed(feed, {_name(element) for element in items} == {"entry"})
    return tuple(_item(element, about) for element in items), is_broken


class _Feed:
    """What a feed says that holds for its items."""

    def __init__(self, element: Element, is_atom: bool):
        self.is_atom = is_atom
        children = _children(element)
        self.title = _line(children, "title") or _line(children, "dc:title")
        self.link = next((href for href, _ in _links(children, "")), "")
        self.language = [
            (_raw(children, name), f"feed <{name}>") for name in ("language", "dc:language") if _raw(children, name)
        ]
        self.rights = [(_raw(children, name), f"feed <{name}>") for name in ("rights", "copyright", "dc:rights")]
        self.authors = list(_authors(children, "feed ")) if is_atom else []


def _item(element: Element, feed: _Feed) -> Item:
    children = _children(element)
    links = list(_links(children, feed.link))
    guid = next((_raw(children, name) for name in ("guid", "id", "dc:identifier") if _raw(children, name)), "")
    source = _first(children, "source")
    source_children = _children(source) if source is not None else []
    from_source = _line(source_children, "title") or (_line(children, "source") if not source_children else "")
    title = _line(children, "title") or _line(children, "dc:title")
    facts: dict[str, Sequence[Stated]] = {
        "url": links,
        "published": _stated(children, "pubdate", "published", "issued", "dc:date", "dcterms:issued", "created"),
        "updated": _stated(children, "updated", "modified", "dcterms:modified"),
        "author": [*_authors(children), *_authors(source_children, "<source> "), *feed.authors],
        "publisher": [
            (from_source, "feed item <source>"),
            (_line(children, "dc:publisher"), "feed item <dc:publisher>"),
            (feed.title, "feed <title>"),
        ],
        "language": [*_stated(children, "language", "dc:language"), *_languages(element), *feed.language],
        "section": list(_sections(children)),
        "rights": [*_stated(children, "rights", "copyright", "dc:rights"), *feed.rights],
    }
    about = element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
    return Item(title, guid or about or next((href for href, _ in links), ""), _blocks(children), facts)


def _blocks(children: Sequence[Element]) -> tuple[TextBlock, ...]:
    """The words of an item: its content, or else its summary."""
    for name in ("content:encoded", "content", "xhtml:body", "xhtml:div", "fullitem", "description", "summary"):
        for element in _all(children, name):
            markup, is_html = _markup(element)
            if blocks := (read_fragment if is_html else read_paragraphs)(markup):
                return blocks
    return ()


def _markup(element: Element) -> tuple[str, bool]:
    """The content of an element, and whether it is HTML: as its type says, or as it looks."""
    stated = (element.get("type") or "").lower()
    if len(element) or _name(element).startswith("xhtml:"):
        from lxml import etree  # noqa: PLC0415

        # Markup that stands bare in the feed, as XHTML does.
        inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
        opened = html.escape(element.text or "", quote=False)
        return re.sub(r"<(/?)[\w-]+:", r"<\1", opened + inner), True
    text = element.text or ""
    if element.get("mode") == "base64" or _is_base64(stated):
        text = _from_base64(text)
    if stated in ("text", "text/plain") and element.get("mode") != "escaped":
        return text, False
    return text, "html" in stated or has_markup(text)


def _is_base64(stated: str) -> bool:
    """Whether a type of Atom content says that it is bytes (RFC 4287, 4.1.3.3)."""
    return stated == "application/octet-stream"


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except ValueError:
        return ""


def _line(children: Sequence[Element], name: str) -> str:
    """The words of the first element of a name that has some, markup taken out."""
    for element in _all(children, name):
        markup, is_html = _markup(element)
        if words := (one_line(markup) if is_html else " ".join(markup.split())):
            return words
    return ""


def _raw(children: Sequence[Element], name: str) -> str:
    return next((text for element in _all(children, name) if (text := "".join(element.itertext()).strip())), "")


def _stated(children: Sequence[Element], *names: str) -> list[Stated]:
    return [(text, f"feed item <{name}>") for name in names if (text := _raw(children, name))]


def _links(children: Sequence[Element], base: str) -> Iterator[Stated]:
    """The addresses of an item or a feed, best first."""
    where = "feed item"
    if text := _raw(children, "feedburner:origlink"):
        yield text, f"{where} <feedburner:origLink>"
    for link in _all(children, "link"):
        stated = link.get("href") or (link.text or "").strip()
        if stated and link.get("rel", "alternate").lower() == "alternate":
            yield _absolute(link, stated, base), f"{where} <link>"
    for guid in _all(children, "guid"):
        if guid.get("isPermaLink", guid.get("ispermalink", "true")).lower() != "false":
            yield (guid.text or "").strip(), f"{where} <guid>"
    for identifier in _all(children, "id"):
        yield (identifier.text or "").strip(), f"{where} <id>"


def _absolute(element: Element, address: str, base: str) -> str:
    try:
        absolute: str = urljoin(urljoin(base, element.base or ""), address.strip())
    except ValueError:
        return ""
    return absolute


def _authors(children: Sequence[Element], whose: str = "") -> Iterator[Stated]:
    people = [_person(element) for element in _all(children, "author")]
    yield ", ".join(dict.fromkeys(filter(None, people))), f"feed item {whose}<author>"
    creators = [" ".join("".join(element.itertext()).split()) for element in _all(children, "dc:creator")]
    yield ", ".join(dict.fromkeys(filter(None, creators))), f"feed item {whose}<dc:creator>"


def _person(element: Element) -> str:
    """The name of an author: of Atom in an element of its own, of RSS behind an address."""
    children = _children(element)
    if children:
        return _line(children, "name")
    text = " ".join((element.text or "").split())
    return parseaddr(text)[0] if "@" in text else text


def _languages(element: Element) -> Iterator[Stated]:
    for around in (element, *element.iterancestors()):
        if stated := around.get(_XML_LANG):
            yield stated, "feed xml:lang"


def _sections(children: Sequence[Element]) -> Iterator[Stated]:
    for name in ("category", "dc:subject"):
        for element in _all(children, name):
            for words in (element.get("label"), element.text, element.get("term")):
                if words and words.strip():
                    yield words, f"feed item <{name}>"


def _children(element: Element) -> list[Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _all(children: Iterable[Element], name: str) -> Iterator[Element]:
    return (child for child in children if _name(child) == name)


def _first(children: Iterable[Element], name: str) -> Element | None:
    return next(_all(children, name), None)


def _name(element: Element) -> str:
    """The lower-case name of an element with the prefix of its module; none of RSS and Atom; `?` of unknown ones."""
    tag: str = element.tag.lower()
    space, _, local = tag.removeprefix("{").rpartition("}")
    if not space:
        return local  # a prefix that nobody declared stays in the name
    return _MODULES.get(space, "" if _OWN.search(space) else "?") + local


def _is_inside_item(element: Element) -> bool:
    return any(_name(around) in ("item", "entry") for around in element.iterancestors())
