"""The briefing as a book for e-readers: EPUB 3 (https://www.w3.org/TR/epub-33/), the same bytes each time."""

import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sitegen.document import SVG, Chapter, Element, anchor, light

_XHTML, _OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
_OPF, _DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PACKAGE, _CONTENTS, _STYLE = "book.opf", "contents.xhtml", "style.css"
_SHEETS = re.compile(r"@page\b[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""What a style sheet says of sheets of paper: a book has none, and checkers take it for a fault."""
_UNDATED = "1970-01-01"


def epub_bytes(found: Sequence[Chapter], title: str, language: str, css: str, day: str | None) -> bytes:
    """A book of `found`, whose links name files (`chapters(…, are_files=True)`).

    `day`: of its newest source, as YYYY-MM-DD: the clock is not asked.
    """
    style = _SHEETS.sub("", light(css)).encode()
    files = {f"{anchor(one.path)}.xhtml": _xhtml(one.title, language, one.main) for one in found}
    files |= {_CONTENTS: _xhtml(title, language, _contents(found, title)), _STYLE: style}
    identifier = f"urn:sha256:{hashlib.sha256(b''.join(files.values())).hexdigest()}"
    files[_PACKAGE] = _package(found, title, language, identifier, day or _UNDATED)
    written = BytesIO()
    with ZipFile(written, "w") as book:
        _add(book, "mimetype", b"application/epub+zip", ZIP_STORED)  # first and as it is: so the format is recognised
        _add(book, "META-INF/container.xml", _CONTAINER.encode(), ZIP_DEFLATED)
        for name in sorted(files):
            _add(book, name, files[name], ZIP_DEFLATED)
    return written.getvalue()


def _add(book: ZipFile, name: str, data: bytes, method: int) -> None:
    entry = ZipInfo(name)  # of 1980: a zip file has no date but one of the clock
    entry.compress_type, entry.external_attr = method, 0o644 << 16
    book.writestr(entry, data)


def _contents(found: Sequence[Chapter], title: str) -> Element:
    contents = ElementTree.Element("nav", {f"{{{_OPS}}}type": "toc", "id": "toc"})
    ElementTree.SubElement(contents, "h1").text = title
    listed = ElementTree.SubElement(contents, "ol")
    for chapter in found:
        item = ElementTree.SubElement(listed, "li")
        ElementTree.SubElement(item, "a", href=f"{anchor(chapter.path)}.xhtml").text = chapter.title
    return contents


def _xhtml(title: str, language: str, main: Element) -> bytes:
    html = ElementTree.Element("html", {"lang": language})
    head = ElementTree.SubElement(html, "head")
    ElementTree.SubElement(head, "title").text = title
    ElementTree.SubElement(head, "link", rel="stylesheet", href=_STYLE, type="text/css")
    ElementTree.SubElement(html, "body").append(main)
    for element in html.iter():
        if not element.tag.startswith("{"):
            element.tag = f"{{{_XHTML}}}{element.tag}"
    return _xml(html)


def _package(found: Sequence[Chapter], title: str, language: str, identifier: str, day: str) -> bytes:
    """The list of what the book holds, and in which order."""
    package = ElementTree.Element(f"{{{_OPF}}}package", {"version": "3.0", "unique-identifier": "id", _LANG: language})
    about = ElementTree.SubElement(package, f"{{{_OPF}}}metadata")
    for name, value in (("identifier", identifier), ("title", title), ("language", language)):
        ElementTree.SubElement(about, f"{{{_DC}}}{name}", {"id": "id"} if name == "identifier" else {}).text = value
    ElementTree.SubElement(about, f"{{{_OPF}}}meta", property="dcterms:modified").text = f"{day}T00:00:00Z"
    manifest = ElementTree.SubElement(package, f"{{{_OPF}}}manifest")
    spine = ElementTree.SubElement(package, f"{{{_OPF}}}spine")

    def item(id_: str, href: str, kind: str, **properties: str) -> None:
        ElementTree.SubElement(manifest, f"{{{_OPF}}}item", {"id": id_, "href": href, "media-type": kind, **properties})

    item("style", _STYLE, "text/css")
    item("contents", _CONTENTS, "application/xhtml+xml", properties="nav")
    ElementTree.SubElement(spine, f"{{{_OPF}}}itemref", idref="contents")
    for chapter in found:
        id_ = f"page-{anchor(chapter.path)}"
        drawn = {"properties": "svg"} if any(element.tag == f"{SVG}svg" for element in chapter.main.iter()) else {}
        item(id_, f"{anchor(chapter.path)}.xhtml", "application/xhtml+xml", **drawn)
        ElementTree.SubElement(spine, f"{{{_OPF}}}itemref", idref=id_)
    return _xml(package)


def _xml(root: Element) -> bytes:
    for prefix, namespace in (("", root.tag[1:].partition("}")[0]), ("epub", _OPS), ("svg", SVG[1:-1]), ("dc", _DC)):
        ElementTree.register_namespace(prefix, namespace)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data
