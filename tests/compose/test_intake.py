"""The intake page: every file, what became of it, and why."""

from sitegen.compose import ComposeOptions, compose
from sitegen.compose.pages import ArticlePage, Count, IntakePage
from sitegen.model import Arrival, Overlap
from sitegen.reasons import as_it_is, worded
from sitegen.render import render
from sitegen.theme import load_theme
from tests.world import bridge_world

ARRIVALS = (
    Arrival("copy.txt", "duplicate", (), (("post", worded("the same words")),), ()),
    Arrival("library.json", "citations", (), (), ()),
    Arrival("map\u202egp.png", "ignored", (), (), (as_it_is("not an article"),)),
    Arrival("post.md", "used", ("post",), (), (worded("undated"),)),
    Arrival(
        "sea.xml", "used", ("notes", "wire"), (("post", worded("the same address")),), (as_it_is("undated (1 of 3)"),)
    ),
    Arrival("title.md", "refused", (), (), (as_it_is("the article has no text"),)),
)


def intake(arrivals: tuple[Arrival, ...]) -> IntakePage:
    pages = compose(bridge_world().briefing(), arrivals, ComposeOptions()).value
    (page,) = (page for page in pages if isinstance(page, IntakePage))
    return page


def test_counts_add_up_to_the_files() -> None:
    page = intake(ARRIVALS)
    assert page.counts == (
        Count("used", 2),
        Count("not used again", 1),
        Count("refused", 1),
        Count("facts about other files", 1),
        Count("left alone", 1),
    )
    assert page.total == sum(count.value for count in page.counts) == len(page.rows) == 6
    assert (intake(()).total, intake(()).counts, intake(()).rows) == (0, (), ())


def test_each_row_leads_to_what_is_used_and_to_what_stands_for_the_rest() -> None:
    rows = {row.path: row for row in intake(ARRIVALS).rows}
    assert [link.href for link in rows["sea.xml"].articles] == ["articles/notes.html", "articles/wire.html"]
    assert [(other.article.href, other.why) for other in rows["sea.xml"].duplicates] == [
        ("articles/post.html", "the same address")
    ]
    assert rows["sea.xml"].notes == ("undated (1 of 3)",)


def test_no_note_repeats_the_fate() -> None:
    for row in intake(ARRIVALS).rows:
        assert row.fate_words not in row.notes


def test_a_path_prints_without_what_reorders_it() -> None:
    assert "mapgp.png" in {row.path for row in intake(ARRIVALS).rows}


def test_an_article_names_the_other_files_that_hold_it() -> None:
    pages = compose(bridge_world().briefing(), ARRIVALS, ComposeOptions()).value
    (post,) = (page for page in pages if isinstance(page, ArticlePage) and page.path == "articles/post.html")
    also = [(fact.value, fact.basis) for fact in post.facts if fact.name == "Also received"]
    assert also == [("copy.txt", "the same words"), ("sea.xml", "the same address")]


def test_the_evidence_for_a_copy_is_one_disclosure_away_and_escaped() -> None:
    overlaps = (Overlap(0.998, "Trams & <b>bicycles</b>", "TRAMS & <b>bicycles</b>"), Overlap(0.0, "", ""))
    why = (("post", worded("the same words")), ("post", worded("the same address")))
    page = intake((Arrival("copy.xml", "duplicate", (), why, (), overlaps),))
    assert [other.overlap.partition(" ")[0] for other in page.rows[0].duplicates] == ["99%", "0%"]
    first, second = render(page, load_theme(None)).value.data.decode().partition("<main")[2].split("<details>")[1:]
    assert "<blockquote>Trams &amp; &lt;b&gt;bicycles&lt;/b&gt;</blockquote>" in first
    assert "<blockquote>TRAMS &amp; &lt;b&gt;bicycles&lt;/b&gt;</blockquote>" in first
    assert "<blockquote>" not in second.partition("</details>")[0]
