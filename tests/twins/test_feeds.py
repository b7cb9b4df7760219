"""Atom and JSON Feed: well-formed whatever the words, stable, and dated by the sources."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

import pytest
from hypothesis import given

from sitegen.compose.pages import TopicPage
from sitegen.twins.feeds import atom_feed, entry, json_feed
from sitegen.twins.written import clean, instant, newest
from tests.twins.worlds import HERE, NOWHERE, URL, any_text, bridge_page, made, with_text

ATOM = "{http://www.w3.org/2005/Atom}"


def atom(files: dict[str, bytes]) -> ElementTree.Element:
    return ElementTree.fromstring(files["feed.xml"])


def feed(files: dict[str, bytes]) -> Any:
    return json.loads(files["feed.json"])


def test_an_entry_a_topic_in_the_same_order_in_both() -> None:
    files = made(HERE)
    titles = [found.findtext(f"{ATOM}title") for found in atom(files).iter(f"{ATOM}entry")]
    assert titles == ["The bridge", "The crossing"]
    assert titles == [item["title"] for item in feed(files)["items"]]


def test_atom_has_what_it_must_have() -> None:
    root = atom(made(HERE))
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert element.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Vessel & more"
    links = [link.get("href") or "" for link in root.iter(f"{ATOM}link")]
    assert links[:2] == [f"{URL}feed.xml", URL]
    assert all(link.startswith(URL) for link in links)


def test_ids_are_distinct_and_hang_on_the_address_only() -> None:
    ids = [item["id"] for item in feed(made(HERE))["items"]]
    assert len({*ids}) == 2
    renamed = replace(HERE, title="Another", description="")
    assert [item["id"] for item in feed(made(renamed))["items"]] == ids
    assert {*ids}.isdisjoint(item["id"] for item in feed(made(NOWHERE))["items"])


def test_an_id_is_a_uuid_of_the_page() -> None:
    first = feed(made(HERE))["items"][0]
    assert first["url"] == f"{URL}topics/the-bridge.html"
    assert first["id"] == uuid5(NAMESPACE_URL, first["url"]).urn


def test_the_newest_source_dates_an_entry() -> None:
    assert {item["date_modified"] for item in feed(made(HERE))["items"]} == {"2024-05-13T00:00:00Z"}


def test_without_an_address_there_is_a_json_feed_without_addresses() -> None:
    files = made(NOWHERE)
    assert "feed.xml" not in files
    assert not {"home_page_url", "feed_url"} & {*feed(files)}
    assert all("url" not in item and "href" not in item["content_html"] for item in feed(files)["items"])


def test_without_dates_there_is_no_atom_and_no_date() -> None:
    page = bridge_page()
    sources = tuple(replace(source, published=None) for source in page.sources)
    undated = [entry(replace(page, sources=sources), HERE)]
    assert atom_feed(undated, HERE) is None
    assert "date_modified" not in json.loads(json_feed(undated, HERE) or b"")["items"][0]


def test_without_topics_there_is_no_feed() -> None:
    assert (atom_feed([], HERE), json_feed([], HERE)) == (None, None)


def test_a_statement_has_its_support_and_leads_to_its_passages() -> None:
    content = feed(made(HERE))["items"][0]["content_html"]
    assert "<li>The bridge at Vessel reopened on Sunday.<br>\n<small>2 of 2 articles. " in content
    assert f'<a href="{URL}articles/post.html#s' in content
    assert "Harbour Post, 12 May 2024</a>; <a" in content


def test_a_long_topic_says_how_many_statements_are_left() -> None:
    page = bridge_page()
    long = replace(page, background=page.background * 25)
    assert (
        "<p>6 more on the page.</p>"
        in json.loads(json_feed([entry(long, HERE)], HERE) or b"")["items"][0]["content_html"]
    )


@given(any_text)
def test_any_words_give_well_formed_feeds(text: str) -> None:
    page: TopicPage = with_text(bridge_page(), text)
    options = replace(HERE, title=text, description=text, language="en")
    entries = [entry(page, options)]
    found = ElementTree.fromstring(atom_feed(entries, options) or b"").find(f"{ATOM}entry")
    assert found is not None
    assert (found.findtext(f"{ATOM}title") or "") == clean(text)
    item = json.loads(json_feed(entries, options) or b"")["items"][0]
    assert item["title"] == clean(text)
    inside = ElementTree.fromstring(f"<div>{item['content_html'].replace('<br>', '<br/>')}</div>")
    assert inside.findtext("ul/li") == clean(text)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-05-12", "2024-05-12T00:00:00Z"),
        ("2024-05-12T08:30:00+02:00", "2024-05-12T08:30:00+02:00"),
        ("2024-05-12T08:30Z", "2024-05-12T08:30:00Z"),
        ("2024-05-12T08:30", "2024-05-12T08:30:00Z"),
        ("May 2024", None),
        (None, None),
    ],
)
def test_a_moment_is_as_precise_as_feeds_want_it(published: str | None, expected: str | None) -> None:
    assert instant(published) == expected


def test_the_newest_of_dates_minds_their_zones() -> None:
    assert newest(["2024-05-12T01:00+05:00", None, "2024-05-11T23:00Z", "x"]) == "2024-05-11T23:00Z"
    assert newest([]) is None
