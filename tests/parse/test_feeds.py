"""Feeds: an article for each item, with the facts that it states."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import worst
from sitegen.parse.extract import Extract, TextBlock
from sitegen.parse.feeds import is_feed, read_feed
from tests.effort import bounded_effort

RSS = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- made by hand -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Harbour &amp; Sea</title><link>https://sea.example/</link><language>en-GB</language>
  <item>
    <title>Pier &lt;i&gt;shut&lt;/i&gt;</title>
    <media:title>A picture</media:title>
    <link>https://sea.example/pier</link>
    <guid isPermaLink="false">sea-17</guid>
    <pubDate>Mon, 13 May 2024 08:30:00 +0200</pubDate>
    <dc:creator>Ann Roe</dc:creator><dc:creator>Bo Lee</dc:creator>
    <category>Local</category><category>Ports</category>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>The pier is shut.</p><ul><li>Piles rot.</li></ul>]]></content:encoded>
  </item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://sea.example/de/">
  <title>Meer</title>
  <author><name>Redaktion</name></author>
  <entry>
    <id>tag:sea.example,2024:1</id>
    <title type="html">Die &amp;bdquo;lange&amp;ldquo; Br&amp;uuml;cke</title>
    <link rel="self" href="https://sea.example/feed"/>
    <link href="bruecke"/>
    <published>2024-05-13T08:30:00Z</published><updated>2024-05-14T09:00:00+02:00</updated>
    <category term="Hafen"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Br&#252;cke <b>ist</b> zu.</p></div>
    </content>
    <source><title>Die K&#252;ste</title></source>
  </entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://sea.example/"><title>Sea</title></channel>
  <item rdf:about="https://sea.example/a"><title>A</title><link>https://sea.example/a</link>
    <dc:date>2024-05-13</dc:date><description>Words of A.</description></item>
</rdf:RDF>"""


def the_item(text: str) -> Extract:
    outcome = read_feed(text)
    assert not outcome.problems
    (item,) = outcome.value
    return item


def item_of(inner: str, channel: str = "") -> Extract:
    (item,) = read_feed(f"<rss><channel>{channel}<item>{inner}</item></channel></rss>").value
    return item


def test_an_rss_item_gives_title_words_and_facts() -> None:
    item = the_item(RSS)
    assert (item.title, item.name) == ("Pier shut", "sea-17")
    assert item.blocks == (TextBlock("paragraph", "The pier is shut."), TextBlock("list_item", "Piles rot."))
    facts = item.metadata
    assert (facts.url, facts.published) == ("https://sea.example/pier", "2024-05-13T08:30:00+02:00")
    assert (facts.author, facts.publisher) == ("Ann Roe, Bo Lee", "Harbour & Sea")
    assert (facts.language, facts.section, facts.rights) == ("en-GB", "Local", "full")
    assert {name: str(basis) for name, basis in facts.basis} == {
        "author": "feed item <dc:creator>",
        "language": "feed <language>",
        "published": "feed item <pubdate>",
        "publisher": "feed <title>",
        "section": "feed item <category>",
        "url": "feed item <link>",
    }


def test_an_atom_entry_gives_the_outlet_that_it_came_from_and_both_dates() -> None:
    item = the_item(ATOM)
    assert item.title == "Die „lange“ Brücke"
    assert item.blocks == (TextBlock("paragraph", "Die Brücke ist zu."),)
    facts = item.metadata
    assert (facts.publisher, facts.author, facts.language) == ("Die Küste", "Redaktion", "de")
    assert facts.url == "https://sea.example/de/bruecke"
    assert (facts.published, facts.updated) == ("2024-05-13T08:30:00Z", "2024-05-14T09:00:00+02:00")


def test_an_rss_1_item_stands_beside_its_channel() -> None:
    item = the_item(RDF)
    assert (item.title, item.name, item.metadata.publisher) == ("A", "https://sea.example/a", "Sea")
    assert item.metadata.published == "2024-05-13"


def test_a_json_feed_is_read_as_well() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sea",
        "items": [
            {
                "id": 7,
                "url": "https://sea.example/7",
                "title": "Seven",
                "content_html": "<p>One.</p><p>Two.</p>",
                "date_published": "2024-05-13T08:30:00-05:00",
                "authors": [{"name": "Ann Roe"}, {"name": "Bo Lee"}],
                "tags": ["Ports"],
            }
        ],
    }
    item = the_item(json.dumps(feed))
    assert (item.name, item.title, item.metadata.publisher) == ("7", "Seven", "Sea")
    assert [block.text for block in item.blocks] == ["One.", "Two."]
    assert (item.metadata.author, item.metadata.section) == ("Ann Roe, Bo Lee", "Ports")
    assert item.metadata.published == "2024-05-13T08:30:00-05:00"


def test_the_source_of_a_collected_item_is_its_publisher_and_leaves_the_title() -> None:
    item = item_of(
        "<title>Pier shut - The Coast</title><source url='https://c.example'>The Coast</source>",
        "<title>All news</title>",
    )
    assert (item.title, item.metadata.publisher) == ("Pier shut", "The Coast")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Mon, 13 May 2024 08:30:00 GMT", "2024-05-13T08:30:00+00:00"),
        ("13 May 2024 08:30:00 EDT", "2024-05-13T08:30:00-04:00"),
        ("2024-05-13", "2024-05-13"),
    ],
)
def test_dates_become_iso_with_their_zone(written: str, iso: str) -> None:
    assert item_of(f"<title>T</title><pubDate>{written}</pubDate>").metadata.published == iso


@pytest.mark.parametrize("written", ["Tue, 31 Feb 2024 08:30:00 GMT", "yesterday", "10", "2024-13-45"])
def test_an_impossible_date_is_dropped_and_reported(written: str) -> None:
    outcome = read_feed(f"<rss><channel><item><title>T</title><pubDate>{written}</pubDate></item></channel></rss>")
    assert outcome.value[0].metadata.published is None
    (problem,) = outcome.problems
    assert (problem.code, problem.level) == ("date-impossible", "warning")
    assert problem.message == f'"T": published "{written}" is not a date'


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a:b@sea.example/", "http://[", ""]
)
def test_only_web_addresses_are_links(address: str) -> None:
    assert item_of(f"<title>T</title><link>{address}</link>").metadata.url is None


def test_an_id_that_is_an_address_serves_as_the_link() -> None:
    assert item_of("<guid>https://sea.example/x</guid>").metadata.url == "https://sea.example/x"
    assert item_of("<guid isPermaLink='false'>https://sea.example/x</guid>").metadata.url is None


@pytest.mark.parametrize(
    ("written", "name"), [("ann@sea.example (Ann Roe)", "Ann Roe"), ("Ann Roe", "Ann Roe"), ("ann@sea.example", None)]
)
def test_an_author_is_a_name_and_not_an_address(written: str, name: str | None) -> None:
    assert item_of(f"<title>T</title><author>{written}</author>").metadata.author == name


@pytest.mark.parametrize(
    ("notice", "rights"),
    [
        ("© 2024 Sea. All rights reserved.", "cited"),
        ("https://creativecommons.org/licenses/by/4.0/", "full"),
        ("© 2024 Sea", "full"),
    ],
)
def test_a_notice_that_reserves_all_rights_is_heeded(notice: str, rights: str) -> None:
    facts = item_of("<title>T</title>", f"<copyright>{notice}</copyright>").metadata
    assert facts.rights == rights
    assert ("rights" in dict(facts.basis)) == (notice != "© 2024 Sea")


def test_items_that_share_an_id_are_told_apart_and_repeated_ones_count_once() -> None:
    one, two = (f"<item><guid>x</guid><title>{word}</title></item>" for word in ("One", "Two"))
    items = read_feed(f"<rss><channel>{one}{two}{one}</channel></rss>").value
    assert [item.title for item in items] == ["One", "Two"]
    assert len({item.name for item in items}) == 2
    again = read_feed(f"<rss><channel>{two}{one}</channel></rss>").value
    assert {item.name for item in again} == {item.name for item in items}


def test_broken_xml_is_mended_with_a_warning() -> None:
    outcome = read_feed(
        "<rss><channel><title>Sea</title><item><title>A & B &nbsp;&eacute;</title><dc:creator>Ann</dc:creator></item>"
    )
    assert outcome.value[0].title == "A & B é"
    assert outcome.value[0].metadata.author == "Ann"
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("feed-broken", "warning")]


@pytest.mark.parametrize(
    "text", ["", "words", "{", "[]", "<rss><channel></channel></rss>", '{"items": 3}', "<", "<!DOCTYPE a ["]
)
def test_what_has_no_items_is_an_error(text: str) -> None:
    outcome = read_feed(text)
    assert outcome.value == ()
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("feed-broken", "error")]


def test_an_xml_bomb_does_not_expand() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    with bounded_effort():
        outcome = read_feed(
            f"<!DOCTYPE r [<!ENTITY l0 'ha'>{entities}]><rss><channel><item><title>&l11;</title></item></channel></rss>"
        )
    assert outcome.value[0].title == "&l11;"


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>'
    for text in (
        doctype + "<rss><channel><item><title>&x;</title></item></channel></rss>",
        f"<rss><channel>{doctype}<item><title>T &x;</title></item></channel></rss>",
    ):
        assert "hidden" not in repr(read_feed(text))


def test_markup_that_stands_escaped_in_a_broken_feed_stays_markup() -> None:
    broken = "<rss><channel><item><link>https://sea.example/1</lonk><title>A &amp; B, &nvlt;</title>"
    (item,) = read_feed(f"{broken}<description>&lt;p&gt;The pier &amp;amp; the quay&lt;/p&gt;</description>").value
    assert item.title == "A & B, <\u20d2"
    assert [block.text for block in item.blocks] == ["The pier & the quay"]


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<item>" * 20_000,
        "<rss><channel><item><title>" + "&" * 50_000,
        "<rss>" + "<![CDATA[" * 20_000,
        "<!DOCTYPE x [" * 20_000,
        "<!--" * 20_000,
        "<?x" * 20_000,
        '{"version":"https://jsonfeed.org/version/1","items":' + "[" * 20_000,
        "<rss " + 'a="b" ' * 20_000 + ">",
    ],
)
def test_hostile_feeds_are_read_fast(text: str) -> None:
    with bounded_effort():
        read_feed(text)
        is_feed(text)


@pytest.mark.parametrize(
    "text", [RSS, ATOM, RDF, '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', "\ufeff\n<RSS >"]
)
def test_a_feed_is_known_by_how_it_begins(text: str) -> None:
    assert is_feed(text)


@pytest.mark.parametrize(
    "text", ["", "rss", "<html><rss>", "<svg/>", '{"items": []}', "# <rss>", "<rdf:RDF xmlns:foaf='x'>"]
)
def test_other_files_are_no_feeds(text: str) -> None:
    assert not is_feed(text)


PIECES = """<rss> <channel> <item> </item> <entry> <feed> <title> </title> <link href='x'/> <pubDate> a & &x;
<![CDATA[ ]]> <!-- --> <?x ?> <source> <author> <dc:date> \0 <content> <guid>"""


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES.split())).map("".join))
def test_any_string_gives_an_outcome(text: str) -> None:
    outcome = read_feed(text)
    assert (outcome.value == ()) == (worst(outcome.problems) == "error")
    assert len({item.name for item in outcome.value}) == len(outcome.value)
    is_feed(text)


def test_a_number_is_an_id_and_no_words() -> None:
    item = {"id": 17, "title": 1e3, "summary": "The pier is shut."}
    (read,) = read_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]})).value
    assert (read.name, read.title) == ("17", None)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("items id url title authors name tags content_html date_published language".split()),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_any_json_gives_an_outcome(value: object) -> None:
    read_feed(json.dumps({"items": [value]}))
    read_feed(json.dumps(value))
