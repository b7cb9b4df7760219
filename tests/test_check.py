"""Every link of a site leads somewhere, and every id stands once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.check import CheckOptions, check_pages, check_site, resolve
from sitegen.compose import ComposeOptions
from tests.world import bridge_world, site

PAGES = {
    "index.html": b'<p id="top">Start</p>',
    "topics/br\u00fccke.html": '<p id="größe">One</p>\n<p id="a b">Two</p>'.encode(),
    "style.css": b"",
}
SITE_URL = "https://desk.example/b/"


def found(html: str, *, path: str = "topics/x.html", site_url: str | None = None) -> list[tuple[str, str, str]]:
    """Code, place and message of what is wrong on one page of a site."""
    problems = check_site({**PAGES, path: html.encode()}, site_url)
    assert all(problem.level == "error" and problem.remedy for problem in problems)
    return [(problem.code, problem.where, problem.message) for problem in problems]


def test_a_built_site_has_no_dead_link() -> None:
    options = ComposeOptions(site_url=SITE_URL)
    assert check_site(site(bridge_world().briefing())) == ()
    assert check_site(site(bridge_world().briefing(), options), SITE_URL) == ()


@pytest.mark.parametrize(
    "href",
    [
        *(
            "../index.html",
            "../index.html#top",
            "../index.html?q=1#top",
            "../style.css",
            "../style.css#x",
            "#here",
            "x.html",
        ),
        *("br%C3%BCcke.html#gr%C3%B6%C3%9Fe", "brücke.html#größe", "brücke.html#a%20b", "./brücke.html", "", "#"),
        *(
            "../topics/../index.html",
            "https://elsewhere.example/x",
            "mailto:a@b.example",
            "//elsewhere.example/x",
            "data:,",
        ),
    ],
)
def test_links_that_lead_somewhere_or_to_others_are_fine(href: str) -> None:
    assert found(f'<p id="here"><a href="{href}">x</a></p>') == []


@pytest.mark.parametrize(
    "href",
    [
        *(
            "gone.html",
            "../gone.html",
            "../../index.html",
            "../../../etc/passwd",
            "/index.html",
            "/",
            "..",
            "../topics/",
        ),
        *("../INDEX.html", "index.html", "http://[", "%00", "bru\u0308cke.html"),
    ],
)
def test_a_link_to_a_file_that_is_not_there_is_named_by_page_and_line(href: str) -> None:
    assert found(f'<p>\n<a href="{href}">x</a></p>') == [("link-dead", "topics/x.html:2", f'"{href}" leads nowhere')]


def test_pictures_and_styles_must_be_there_too() -> None:
    assert [place for _, place, _ in found('<img src="a.png">\n<link rel="stylesheet" href="a.css">')] == [
        "topics/x.html:1",
        "topics/x.html:2",
    ]


@pytest.mark.parametrize(
    ("href", "fragment"),
    [
        ("#gone", "gone"),
        ("x.html#gone", "gone"),
        ("../index.html#Top", "Top"),
        ("brücke.html#gr%C3%B6sse", "grösse"),
        ("brücke.html#%FF", "\ufffd"),
    ],
)
def test_a_link_to_a_place_that_its_page_does_not_have_is_named(href: str, fragment: str) -> None:
    assert found(f'<a href="{href}">x</a>') == [
        ("anchor-dead", "topics/x.html:1", f'"{href}": there is no id "{fragment}" on that page')
    ]


def test_an_id_that_stands_twice_is_named_with_both_lines() -> None:
    html = '<p id="a">\n<p id="b">\n<p id="a">\n<p id="a">'
    assert found(html) == [
        ("id-twice", "topics/x.html:3", 'id "a" stands here and on line 1'),
        ("id-twice", "topics/x.html:4", 'id "a" stands here and on line 1'),
    ]


@pytest.mark.parametrize(
    "rest", ["", "index.html", "#top", "index.html#top", "topics/x.html", "topics/br%C3%BCcke.html"]
)
def test_full_addresses_below_the_site_are_followed(rest: str) -> None:
    assert found(f'<a href="{SITE_URL}{rest}">x</a>', site_url=SITE_URL) == []


@pytest.mark.parametrize(
    ("rest", "code"), [("gone.html", "link-dead"), ("#gone", "anchor-dead"), ("topics/", "link-dead")]
)
def test_full_addresses_below_the_site_are_checked(rest: str, code: str) -> None:
    assert [code_ for code_, *_ in found(f'<a href="{SITE_URL}{rest}">x</a>', site_url=SITE_URL)] == [code]


def test_full_addresses_are_left_alone_when_the_site_has_none() -> None:
    assert found(f'<a href="{SITE_URL}gone.html">x</a>') == []
    assert found('<a href="https://desk.example/c/gone.html">x</a>', site_url=SITE_URL) == []


def test_where_a_link_leads() -> None:
    assert resolve("a/b.html", "../c.html#d%20e") == ("c.html", "d e")
    assert resolve("a/b.html", "#d") == ("a/b.html", "d")
    assert resolve("a/b.html", "https://x.example/#d") == (None, "")


# Titles, descriptions, weight

HEAD = '<title>{}</title><meta name="description" content="{}">'


def wanting(files: dict[str, str], most: int = 1000) -> list[tuple[str, str, str, str]]:
    problems = check_pages({path: html.encode() for path, html in files.items()}, CheckOptions(most))
    assert all(problem.remedy for problem in problems)
    return [(problem.code, problem.level, problem.path, problem.message) for problem in problems]


def test_a_built_site_names_its_pages() -> None:
    assert check_pages(site(bridge_world().briefing()), CheckOptions()) == ()


def test_pages_without_a_name_are_told() -> None:
    assert wanting({"a.html": "<svg><title>Mark</title></svg><p>Words", "b.html": HEAD.format(" ", "\n")}) == [
        ("title-missing", "warning", "a.html", "it has no title"),
        ("title-missing", "warning", "b.html", "it has no title"),
        ("description-missing", "note", "a.html", "it has no description"),
        ("description-missing", "note", "b.html", "it has no description"),
    ]


def test_names_that_two_pages_share_are_told_of_the_second() -> None:
    files = {f"{name}.html": HEAD.format("Trams &amp;\n bikes", f"{'x' * 70}") for name in "abc"}
    assert wanting(files) == [
        ("title-twice", "note", "b.html", "its title “Trams & bikes” is that of a.html too"),
        ("title-twice", "note", "c.html", "its title “Trams & bikes” is that of a.html too"),
        ("description-twice", "note", "b.html", f"its description “{'x' * 60}…” is that of a.html too"),
        ("description-twice", "note", "c.html", f"its description “{'x' * 60}…” is that of a.html too"),
    ]


def test_pages_that_nobody_lists_need_no_name() -> None:
    assert wanting({"404.html": '<meta name="robots" content="noindex"><p>Words'}) == []


def test_a_heavy_page_is_told_and_other_files_are_not() -> None:
    light = HEAD.format("a", "b")
    assert wanting({"a.html": light.ljust(1001), "b.json": "x" * 2000}) == [
        ("page-heavy", "note", "a.html", "1,001 bytes; at most 1,000 are light")
    ]
    assert wanting({"a.html": light.ljust(1000)}) == []


@settings(max_examples=100, deadline=None)
@given(st.text(), st.binary())
def test_any_address_and_any_bytes_are_checked(href: str, data: bytes) -> None:
    resolve("a/b.html", href, SITE_URL)
    check_site({"a.html": data, "b.html": f"<a href='{href}'>".encode("utf-8", "replace")})
