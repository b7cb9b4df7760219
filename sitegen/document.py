"""The briefing as one document: the first page and the topics of a built site, put behind one another.

What stands on the pages is taken as it stands. Links among those pages lead on within the document; those to other
pages of the site lead to its address, or lose their target where the site has none.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from sitegen.compose.urls import INDEX, topic_path

Element = ElementTree.Element
"""Of HTML, its elements without a namespace; those of pictures are in that of SVG."""

_IDS = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
"""Attributes that hold ids of their page; some hold several."""
_LIGHT = re.compile(r"light-dark\(([^,()]+),[^()]+\)")
SVG = "{http://www.w3.org/2000/svg}"
_PART = re.compile(r"\.(\d+)\.html$")
_PAPER = """
@page { size: SIZE; }
@page chapter { @top-left { content: string(chapter); font: 9pt sans-serif; } }
.document-title { margin: 0 0 1em; font-size: 24pt; line-height: 1.2; }
.document-contents { break-after: page; }
.document-contents ol { padding: 0; list-style: none; }
.document-contents li { margin-bottom: .4em; }
.document-contents a { text-decoration: none; }
.document-contents a::after { content: leader(". ") target-counter(attr(href), page); }
.chapter { page: chapter; break-before: page; }
.chapter h1 { string-set: chapter content(); }
.chapter .source { break-inside: auto; }
/* WeasyPrint would break words in their middle before it breaks a line between them. */
body { overflow-wrap: normal; }
a { color: inherit; }
"""
"""Beside what the site's style sheet says of paper."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the site in the document."""

    path: str
    title: str
    main: Element


def chapter_paths(first: Element, paths: Iterable[str]) -> tuple[str, ...]:
    """The pages that the document holds: the first page, then topics in the order in which that links to them, each
    with the pages on which it goes on (`topics/x.2.html`).

    `first`: the first page; `paths`: all files of the site.
    """
    folder, suffix = topic_path("|").split("|")
    topics = {path for path in paths if path.startswith(folder) and path.endswith(suffix)}
    parts: dict[str, list[tuple[int, str]]] = {}
    for path in topics:
        if match := _PART.search(path):
            parts.setdefault(path[: match.start()] + ".html", []).append((int(match[1]), path))
    linked = dict.fromkeys(_page_of(INDEX, link.get("href", "")) for link in first.iter("a"))
    ordered = [path for path in linked if path in topics and not _PART.search(path)]
    return (INDEX, *(one for path in ordered for one in (path, *(part for _, part in sorted(parts.get(path, ()))))))


def chapters(pages: Mapping[str, Element], site_url: str | None, *, are_files: bool = False) -> tuple[Chapter, ...]:
    """`pages`: path → the whole page, in the order of the document; they are changed. `are_files`: each is a
    file of its own in a book, and links name that.

    Raises: ValueError for a page without `main` or heading.
    """
    places = {path: f"{anchor(path)}.xhtml" if are_files else "" for path in pages}
    return tuple(_chapter(path, page, places, site_url) for path, page in pages.items())


def _chapter(path: str, page: Element, places: Mapping[str, str], site_url: str | None) -> Chapter:
    main = page.find(".//main")
    heading = None if main is None else main.find(".//h1")
    if main is None or heading is None:
        raise ValueError(f"{path} has no main part with a heading")
    for element in main.iter():
        for name in _IDS:
            if ids := element.get(name, "").split():
                element.set(name, " ".join(anchor(path, id_) for id_ in ids))
        if "href" in element.attrib:
            _lead_on(element, path, places, site_url)
    main.tag, main.attrib = "section", {"id": anchor(path), "class": "chapter"}
    return Chapter(path, " ".join("".join(heading.itertext()).split()), main)


def _lead_on(element: Element, path: str, places: Mapping[str, str], site_url: str | None) -> None:
    """Let a link of page `path` lead to its place in the document, or to the site's address. `places`: page → file."""
    href = element.get("href", "")
    if urlsplit(href).scheme:
        return
    target = _page_of(path, href)
    if target in places:
        element.set("href", f"{places[target]}#" + anchor(target, urlsplit(href).fragment))
    elif site_url:
        element.set("href", urljoin(urljoin(site_url, path), href))
    else:
        del element.attrib["href"]


def _page_of(path: str, href: str) -> str:
    """The file of the site that `href` on page `path` leads to."""
    target = urlsplit(href)
    if target.scheme or target.netloc:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path))) if target.path else path


def anchor(path: str, id_: str = "") -> str:
    """An id that no other page of the document has: of page `path`, or of element `id_` on it."""
    page = re.sub(r"[^a-zA-Z0-9]+", "-", path.removesuffix(".html"))
    return f"{page}--{id_}" if id_ else page


def light(css: str) -> str:
    """A style sheet with the colours for light alone: what draws books and papers knows no schemes."""
    return _LIGHT.sub(r"\1", css)


def document_html(found: Sequence[Chapter], title: str, language: str, css: str, paper: str) -> str:
    """One HTML page of all chapters: a title page with a contents list, then they.

    `css`: the site's style sheet; `paper`: a page size as CSS names it.
    """
    html = ElementTree.Element("html", lang=language)
    head = ElementTree.SubElement(html, "head")
    ElementTree.SubElement(head, "meta", charset="utf-8")
    ElementTree.SubElement(head, "title").text = title
    ElementTree.SubElement(head, "style").text = light(css) + _PAPER.replace("SIZE", paper)
    body = ElementTree.SubElement(html, "body")
    contents = ElementTree.SubElement(body, "nav", {"class": "document-contents"})
    ElementTree.SubElement(contents, "p", {"class": "document-title"}).text = title
    listed = ElementTree.SubElement(contents, "ol")
    for chapter in found:
        item = ElementTree.SubElement(listed, "li")
        ElementTree.SubElement(item, "a", href=f"#{anchor(chapter.path)}").text = chapter.title
        body.append(chapter.main)
    for element in body.iter():
        element.tag = element.tag.removeprefix(SVG)
    text = ElementTree.tostring(html, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}"
