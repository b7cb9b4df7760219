"""One document of a site's first page and topics: what it holds, and where its links lead."""

import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdf
import pytest

from sitegen.document import chapter_paths, chapters, document_html
from sitegen.epub import epub_bytes
from sitegen.printing import write_pdf
from sitegen.theme import load_theme
from tests.project import HARBOUR, TRAMS, make_project, sitegen

FIRST = """<html><body><main id="content"><h1>Harbour</h1>
<p><a href="topics/tram-line.html">Tram line</a> <a href="topics/bridge.html#s1">Bridge</a> <a href="#now">now</a>
<a href="articles/gazette.html">Gazette</a> <a href="https://example.org/">elsewhere</a></p></main></body></html>"""
BRIDGE = """<html><body><main id="content"><h1>The <em>bridge</em></h1>
<p id="s1" aria-labelledby="s1 s2">It opens.<a href="#s1">1</a>
<a href="../index.html">home</a></p></main></body></html>"""
PATHS = ("index.html", "topics/bridge.html", "topics/bridge.2.html", "topics/bridge.10.html", "topics/gone.html")


def document(site_url: str | None = None) -> ElementTree.Element:
    pages = {"index.html": ElementTree.fromstring(FIRST), "topics/bridge.html": ElementTree.fromstring(BRIDGE)}
    html = document_html(chapters(pages, site_url), "Harbour", "en", "b { color: light-dark(#111, #eee); }", "A4")
    return ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>").replace('<meta charset="utf-8">', ""))


def hrefs(found: ElementTree.Element) -> dict[str, str | None]:
    return {"".join(link.itertext()): link.get("href") for link in found.iter("a")}


def test_topics_follow_the_first_page_in_its_order_each_with_its_further_pages() -> None:
    first = ElementTree.fromstring(FIRST)
    assert chapter_paths(first, (*PATHS, "topics/tram-line.html", "articles/gazette.html")) == (
        "index.html",
        "topics/tram-line.html",
        "topics/bridge.html",
        "topics/bridge.2.html",
        "topics/bridge.10.html",
    )


def test_a_contents_list_names_the_chapters_by_their_headings() -> None:
    (contents,) = document().iter("nav")
    assert hrefs(contents) == {"Harbour": "#index", "The bridge": "#topics-bridge"}


def test_links_among_the_pages_lead_on_within_the_document() -> None:
    links = hrefs(document())
    assert links["Bridge"] == "#topics-bridge--s1"
    assert links["home"] == "#index"
    assert links["now"] == "#index--now"
    ids = {element.get("id") for element in document().iter()}
    assert {"index", "topics-bridge", "topics-bridge--s1"} <= ids


def test_lists_of_ids_name_those_of_the_document() -> None:
    labelled = [element.get("aria-labelledby") for element in document().iter("p")]
    assert "topics-bridge--s1 topics-bridge--s2" in labelled


@pytest.mark.parametrize(
    ("site_url", "address"),
    [(None, None), ("https://example.org/news/", "https://example.org/news/articles/gazette.html")],
)
def test_links_to_other_pages_lead_to_the_sites_address_if_it_has_one(
    site_url: str | None, address: str | None
) -> None:
    links = hrefs(document(site_url))
    assert links["Gazette"] == address
    assert links["elsewhere"] == "https://example.org/"


def test_of_colours_for_two_schemes_that_for_light_is_printed() -> None:
    (style,) = document().iter("style")
    assert "color: #111;" in (style.text or "")


def test_a_build_writes_a_pdf_the_same_each_time(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    for name in ("a.pdf", "b.pdf"):
        run = sitegen(tmp_path, "build", "--pdf", tmp_path / name, "--paper", "Letter")
        assert run.status == 0
        assert f"{name}: the first page and the topics" in run.out
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert (pages[0].mediabox.width, pages[0].mediabox.height) == (612, 792)
    words = "".join(page.extract_text() for page in pages)
    assert "A crane in the harbour of Vessel stands in their way." in " ".join(words.split())


def test_paper_breaks_no_word_and_keeps_a_note_with_its_number(tmp_path: Path) -> None:
    lines = "".join(f"<p>{'a ' * count}<a href='#h'>Hestonia</a> are</p>" for count in range(30, 60))
    notes = "".join(
        f"<li><a href='#h'>9.{number}</a> <div class='sheet'><div class='copy'><p class='passage'>"
        f"<mark>Passage {number}.</mark>{' It goes on.' * 40}</p></div></div></li>"
        for number in range(30)
    )
    body = f"<main><h1 id='h'>Harbour</h1>{lines}<ul class='passages'>{notes}</ul></main>"
    css = dict(load_theme(None).files)["style.css"]
    files = {"index.html": f"<html><body>{body}</body></html>".encode(), "style.css": css}
    write_pdf(files, tmp_path / "a.pdf", title="Harbour", language="en", site_url=None, paper="A4")
    text = " ".join("\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "a.pdf").pages).split())
    assert text.count("Hestonia") == 30
    assert [f"9.{number} Passage {number}." in text for number in range(30)] == [True] * 30


def test_check_writes_no_pdf(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/harbour.md": HARBOUR})
    run = sitegen(tmp_path, "build", "--check", "--pdf", tmp_path / "a.pdf")
    assert run.status == 2
    assert not (tmp_path / "a.pdf").exists()


def test_a_book_holds_the_pages_a_contents_list_and_no_time_of_day() -> None:
    pages = {"index.html": ElementTree.fromstring(FIRST), "topics/bridge.html": ElementTree.fromstring(BRIDGE)}
    found = chapters(pages, None, are_files=True)
    css = "@page { margin: 1cm; @top-left { content: none; } } p { margin: 0; }"
    book = ZipFile(BytesIO(epub_bytes(found, "Harbour", "en", css, "2026-03-14")))
    assert book.namelist() == [
        "mimetype",
        "META-INF/container.xml",
        "book.opf",
        "contents.xhtml",
        "index.xhtml",
        "style.css",
        "topics-bridge.xhtml",
    ]
    assert book.read("style.css").decode().strip() == "p { margin: 0; }"
    assert b'property="dcterms:modified">2026-03-14T00:00:00Z<' in book.read("book.opf")
    assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    first = ElementTree.fromstring(book.read("index.xhtml"))
    leads = [link.get("href") for link in first.iter("{http://www.w3.org/1999/xhtml}a")]
    assert "topics-bridge.xhtml#topics-bridge--s1" in leads


def test_a_build_writes_a_book_the_same_each_time(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    for name in ("a.epub", "b.epub"):
        assert sitegen(tmp_path, "build", "--epub", tmp_path / name).status == 0
    assert (tmp_path / "a.epub").read_bytes() == (tmp_path / "b.epub").read_bytes()


def test_without_the_extra_a_build_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    make_project(tmp_path, {"content/harbour.md": HARBOUR})
    run = sitegen(tmp_path, "build", "--pdf", tmp_path / "a.pdf")
    assert run.status == 2
    assert "briefing-sitegen[print]" in run.err
