"""A built site, read back: whatever the bytes."""

import contextlib
import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.built import BuiltPage, Link, Words, read_briefing, read_page
from tests.world import bridge_world, site, with_names


def test_ids_links_and_words_are_read_with_their_lines() -> None:
    page = read_page(
        b'<main id="m">\n'
        b'<p><span data-s="a.s1">A &amp; <b>B</b>.</span><a id="ref-1" role="doc-noteref" href="#note-1">1</a></p>\n'
        b'<h2 id="b9" data-b="a.b9">Title</h2><ol><li id="note-1"><a href="x.html#s1">x</a></li></ol>\n'
        b'<img src="p.png"></main>'
    )
    assert page.ids == [("m", 1), ("ref-1", 2), ("b9", 3), ("note-1", 3)]
    assert page.links == [
        Link("#note-1", 2, "ref-1", "doc-noteref", "m"),
        Link("x.html#s1", 3, "", "", "note-1"),
        Link("p.png", 4, "", "", "m"),
    ]
    assert page.words == [Words("a.s1", True, "A & B.", 2, "", "m"), Words("a.b9", False, "Title", 3, "b9", "m")]


def test_words_in_words_are_both_read() -> None:
    page = read_page(b'<p data-b="b">One <span data-s="s">two</span></p>')
    assert page.words == [Words("s", True, "two", 1, ""), Words("b", False, "One two", 1, "")]


@pytest.mark.parametrize(
    "tail",
    [b"", b"</p>", b"</em></p>", b"<br>", b"</span>", b"<p>", b"<![endif]-->", b"<![CDATA[ x ]]>"],
)
def test_words_are_read_whatever_is_left_open_behind_them(tail: bytes) -> None:
    page = read_page(b'<p><span data-s="s">Words' + tail)
    assert [(words.id, words.text) for words in page.words] == [("s", "Words")]


def test_a_tag_that_closes_itself_closes_nothing_as_in_browsers() -> None:
    assert read_page(b'<span data-s="s"/>Words').words == [Words("s", True, "Words", 1, "")]


def test_comments_and_scripts_are_no_words() -> None:
    page = read_page(b'<p data-b="b">A<!-- B --></p><script>"<i id=x>"</script><style>i{}</style>')
    assert page.words == [Words("b", False, "A", 1, "")]
    assert page.ids == []


PIECES = [
    *(
        b"<",
        b">",
        b"<p>",
        b"</p>",
        b"<span data-s='a'>",
        b"</span>",
        b'<a href="',
        b"'",
        b'"',
        b"<!",
        b"<![",
        b"<!--",
        b"-->",
    ),
    *(
        b"<!DOCTYPE",
        b"<![CDATA[",
        b"]]>",
        b"<?",
        b"?>",
        b"<script>",
        b"</script>",
        b"<title>",
        b"<textarea>",
        b"</",
        b"/>",
    ),
    *(
        b"&#",
        b"&#x110000;",
        b"&#99999999999;",
        b"&amp",
        b"&",
        b"id=",
        b"data-b",
        b"=",
        b"\0",
        b"\xff",
        b"\n",
        b" ",
        b"if",
        b"[x",
    ),
]


@settings(max_examples=100, deadline=None)
@given(st.binary() | st.lists(st.sampled_from(PIECES)).map(b"".join))
def test_any_bytes_are_a_page(data: bytes) -> None:
    assert isinstance(read_page(data), BuiltPage)


def test_a_page_of_open_tags_is_read_in_time() -> None:
    assert len(read_page(b"<p data-b=x>" + b"<i>a" * 2_000).words) == 1


def test_the_briefing_of_a_site_is_read_back() -> None:
    world = bridge_world()
    found = read_briefing(site(with_names(world.briefing()))["briefing.json"])
    assert [entry.id for entry in found.entries] == ["notes", "post", "wire"]
    assert [piece.text for piece in found.entries[0].sentences] == [s.text for s in world.analyses[0].sentences]
    assert [piece.is_preformatted for piece in found.entries[2].blocks] == [False, False, True]
    assert sorted(found.words for found in found.slices) == [("Ada Lind",), ("It was rust,",), ("Sunday",), ("Sunday",)]


@cache
def _good() -> bytes:
    return site(with_names(bridge_world().briefing()))["briefing.json"]


VALUES: st.SearchStrategy[object] = st.sampled_from([None, True, -1, 10**30, 0.5, "", "x", "\ud800", [], [{}], {}])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_briefing_with_any_value_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    briefing = json.loads(_good())
    at = briefing
    while isinstance(at, dict | list) and at:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[key], dict | list) or data.draw(st.booleans()):
            at[key] = data.draw(VALUES)
            break
        at = at[key]
    with contextlib.suppress(ValueError):
        read_briefing(json.dumps(briefing).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b"[]",
        b'{"articles": []}',
        b'{"articles": {}}',
        b"[" * 100_000,
        b"1" * 5_000,
        b'"\\ud800"',
    ],
)
def test_what_is_no_briefing_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        read_briefing(data)
