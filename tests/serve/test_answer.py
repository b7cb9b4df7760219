"""Only files that were built are served, by the address that links to them have."""

import pytest

from sitegen.serve.answer import answer, content_type, local_names

FILES = {
    "404.html": b"none",
    "index.html": b"start",
    "topics/fähre.html": b"ferry",
    "notes/index.html": b"notes",
}


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/", b"start"),
        ("/index.html", b"start"),
        ("/index.html?from=feed", b"start"),
        ("/topics/f%C3%A4hre.html", b"ferry"),
        ("/notes/", b"notes"),
    ],
)
def test_a_built_file_is_found_by_its_address(address: str, body: bytes) -> None:
    found = answer(address, FILES)
    assert (found.status, found.body) == (200, body)


@pytest.mark.parametrize(
    "address",
    [
        "/topics/",  # a folder without an index is not listed
        "/topics",
        "/.sitegen-manifest.json",
        "/../sitegen.yml",
        "/topics/../index.html",
        "/topics/..%2findex.html",
        "/%2e%2e/index.html",
        "//index.html",
        "/topics%5Cf%C3%A4hre.html",
        "/index.html%00",
        "/%ff",
        "/" + "a" * 60_000,
        "http://elsewhere.example/index.html",
    ],
)
def test_all_else_is_not_there(address: str) -> None:
    found = answer(address, FILES)
    assert (found.status, found.body, found.content_type) == (404, b"none", "text/html; charset=utf-8")


def test_a_site_without_a_page_for_it_answers_with_nothing() -> None:
    assert (answer("/", {}).status, answer("/", {}).body) == (404, b"")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/index.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("briefing.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("card.png", "image/png"),
        ("topics/bridge.md", "text/markdown; charset=utf-8"),
        ("topics/bridge.bib", "application/x-bibtex; charset=utf-8"),
        ("type.woff2", "font/woff2"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_content_types(path: str, expected: str) -> None:
    assert content_type(path) == expected


def test_names_of_this_machine_are_with_the_port_but_for_that_of_the_web() -> None:
    assert local_names("127.0.0.1", 8000) == {"localhost:8000", "127.0.0.1:8000", "[::1]:8000"}
    assert "[::2]:8000" in local_names("::2", 8000)
    assert {"localhost", "localhost:80"} < local_names("127.0.0.1", 80)
