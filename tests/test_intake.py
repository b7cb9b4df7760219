"""Every file of a folder has a fate, and no article counts twice."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import Problem
from sitegen.intake import Intake, receive
from sitegen.model import Arrival, Outlet, Overlap, Source
from sitegen.parse import ParseOptions
from sitegen.parse.outlets import make_registry
from sitegen.read import article_ids
from sitegen.reasons import worded
from tests.documents import FEED, LETTER, OPENING, feed, page

HARBOUR = "# Harbour crane\n\nThe crane has stood still since Monday. It was built in 1931.\n"
TRAMS = "# Trams run late\n\nTrams ran twenty minutes late on Monday.\n"
Files = Mapping[str, str | bytes]


def received(files: Files, unread: tuple[Problem, ...] = (), options: ParseOptions | None = None) -> Intake:
    ids, _ = article_ids(files)
    sources = []
    for path, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        sources.append(Source(ids[path], path, data, hashlib.sha256(data).hexdigest()))
    return receive(sources, unread, options or ParseOptions()).value


def ids(intake: Intake) -> list[str]:
    return [article.id for article in intake.articles]


def fates(intake: Intake) -> dict[str, str]:
    return {arrival.path: arrival.fate for arrival in intake.arrivals}


def notes(intake: Intake, path: str) -> tuple[str, ...]:
    return tuple(map(str, arrival(intake, path).notes))


def arrival(intake: Intake, path: str) -> Arrival:
    (found,) = (arrival for arrival in intake.arrivals if arrival.path == path)
    return found


def dated(text: str, published: str = "", url: str = "") -> str:
    lines = [f"published: {published}"] if published else []
    lines += [f"url: {url}"] if url else []
    return "\n".join(["---", *lines, "---", text])


# Fates


def test_each_file_has_the_fate_that_befell_it() -> None:
    unread = (
        Problem("file-ignored", "note", "not an article", "map.png"),
        Problem("file-refused", "error", "it leads out of the folder", "link.md"),
        Problem("id-clash", "warning", "would have the same address", "a.md"),
    )
    citations = json.dumps([{"title": "Trams run late", "container-title": "Wire"}])
    files = {"a.md": HARBOUR, "b.md": HARBOUR, "c.md": "# Title\n", "d.json": citations, "e.md": TRAMS}
    intake = received(files, unread)
    assert fates(intake) == {
        "a.md": "used",
        "b.md": "duplicate",
        "c.md": "refused",
        "d.json": "citations",
        "e.md": "used",
        "link.md": "refused",
        "map.png": "ignored",
    }
    assert notes(intake, "link.md") == ("it leads out of the folder",)
    assert notes(intake, "c.md") == ("the article has no text",)
    assert arrival(intake, "b.md").duplicates == (("a", worded("the same words")),)
    assert notes(intake, "a.md") == ("outlet not stated", "undated")


def test_a_draft_is_kept_out_and_stands_for_nothing() -> None:
    draft = HARBOUR.replace("# ", "---\ndraft: true\n---\n\n# ", 1)
    files = {
        "a.md": draft,
        "b.md": HARBOUR,
        "c.md": "---\ndraft: true\n---\n",
        "d.md": "---\ndraft: false\n---\n" + TRAMS,
    }
    intake = received(files)
    assert fates(intake) == {"a.md": "draft", "b.md": "used", "c.md": "draft", "d.md": "used"}
    assert notes(intake, "a.md") == ("a draft",)
    assert ids(intake) == ["b", "d"]


def test_a_feed_of_which_some_items_are_known_is_used_and_says_which_are_not() -> None:
    intake = received({"feed.xml": FEED, "pier.html": page("The pier is shut", "https://sea.example/pier")})
    arrived = arrival(intake, "feed.xml")
    assert (arrived.fate, len(arrived.articles)) == ("used", 2)
    assert arrived.duplicates == (("pier", worded("the same address")),)


def test_what_the_items_of_a_feed_do_not_state_is_counted() -> None:
    items = [{"title": f"Item {n}", "content_text": f"Words of item {n}."} for n in range(3)]
    items[0]["date_published"] = "2024-05-12"
    intake = received({"feed.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})})
    assert notes(intake, "feed.json") == ("outlet not stated (3 of 3)", "undated (2 of 3)")


@pytest.mark.parametrize("broken", ["{", "[1", "5", '{"a": 1}', "[" * 100_000])
def test_json_that_is_neither_a_feed_nor_citations_is_refused(broken: str) -> None:
    intake = received({"a.json": broken})
    assert fates(intake) == {"a.json": "refused"}
    assert arrival(intake, "a.json").notes


def test_a_warning_about_a_file_of_citations_is_not_lost() -> None:
    data = json.dumps([{"title": "Größe, Maß und Löß: caf?"}], ensure_ascii=False).encode().replace(b"?", b"\xe9")
    outcome = receive((Source("a", "a.json", data, ""),), (), ParseOptions())
    assert "bytes-damaged" in {problem.code for problem in outcome.problems}


# What counts once


def test_exact_copies_count_once_and_the_first_by_id_stays() -> None:
    intake = received({"b.md": HARBOUR, "a/c.md": HARBOUR, "trams.md": TRAMS})
    assert ids(intake) == ["a/c", "trams"]
    words = "The crane has stood still since Monday. It was built in 1931"
    overlaps = (Overlap(1.0, words, words),)
    assert arrival(intake, "b.md") == Arrival(
        "b.md", "duplicate", (), (("a/c", worded("the same words")),), (), overlaps
    )


def test_the_evidence_for_a_copy_has_both_wordings() -> None:
    intake = received(
        {"a.md": HARBOUR, "b.md": HARBOUR.replace("since Monday", "*since* MONDAY").replace(". It", "! It")}
    )
    (overlap,) = arrival(intake, "b.md").overlaps
    assert overlap.share == 1
    assert overlap.here == "The crane has stood still since MONDAY! It was built in 1931"
    assert overlap.there == "The crane has stood still since Monday. It was built in 1931"


def test_the_evidence_for_one_address_says_how_much_is_shared() -> None:
    address = "https://sea.example/crane"
    teaser = "# Crane\n\nThe crane has stood still since Monday. Read on.\n"
    other = "# Crane\n\nGulls sit there now, a crowd of them, all day long and without an end to it.\n"
    intake = received({"a.md": dated(HARBOUR * 2, url=address), "b.md": dated(teaser, url=address)})
    (overlap,) = arrival(intake, "b.md").overlaps
    assert (overlap.share, overlap.here) == (0.0, "")  # seven words in a row
    teaser = teaser.replace(" Read", " It was built in 1931, they say. Read")
    intake = received({"a.md": dated(HARBOUR + "More of it.\n" * 9, url=address), "b.md": dated(teaser, url=address)})
    (overlap,) = arrival(intake, "b.md").overlaps
    assert overlap.here == overlap.there == "The crane has stood still since Monday. It was built in 1931"
    assert 0 < overlap.share < 1
    intake = received({"a.md": dated(HARBOUR * 2, url=address), "b.md": dated(other, url=address)})
    assert arrival(intake, "b.md").overlaps == (Overlap(0.0, "", ""),)


@pytest.mark.parametrize("restricted", ["a.md", "b.md"])
def test_the_evidence_shows_no_words_that_the_rights_of_either_withhold(restricted: str) -> None:
    files = {
        name: f"---\nrights: {'cited' if name == restricted else 'full'}\n---\n{HARBOUR}" for name in ("a.md", "b.md")
    }
    assert arrival(received(files), "b.md").overlaps == (Overlap(1.0, "", ""),)


def test_a_long_shared_passage_is_cut_at_a_word() -> None:
    text = "# Gulls\n\n" + " ".join(f"gull{n}" for n in range(500)) + "\n"
    (overlap,) = arrival(received({"a.md": text, "b.md": text}), "b.md").overlaps
    assert len(overlap.here) <= 600
    assert overlap.here.split() == [f"gull{n}" for n in range(len(overlap.here.split()))]


@pytest.mark.parametrize(
    "copy",
    [
        HARBOUR.replace(" ", "  ").replace("\n", "\r\n"),
        HARBOUR.replace("Monday. It", "Monday.\nIt"),
        HARBOUR.replace("# Harbour crane", "# Another title"),
        HARBOUR.replace("crane has", "*crane* has").replace("Monday", "Mon\u00adday"),
        "\ufeff" + HARBOUR,
    ],
)
def test_copies_that_differ_in_space_markup_or_title_count_once(copy: str) -> None:
    assert ids(received({"a.md": HARBOUR, "b.md": copy})) == ["a"]


def test_one_word_makes_another_article() -> None:
    assert ids(received({"a.md": HARBOUR, "b.md": HARBOUR.replace("1931", "1932")})) == ["a", "b"]


def test_of_copies_the_earliest_stays_and_undated_ones_come_last() -> None:
    files = {
        "a.md": HARBOUR,
        "b.md": dated(HARBOUR, "2024-05-13"),
        "c.md": dated(HARBOUR, "2024-05-12"),
    }
    intake = received(files)
    assert ids(intake) == ["c"]
    assert (
        arrival(intake, "a.md").duplicates == arrival(intake, "b.md").duplicates == (("c", worded("the same words")),)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://sea.example/pier", "http://www.sea.example/pier/?utm_source=feed&fbclid=x#top"),
        ("https://sea.example/?p=17", "https://sea.example/?p=17&utm_medium=rss"),
    ],
)
def test_one_address_under_tracking_parameters_is_one_article_and_the_longer_stays(one: str, other: str) -> None:
    longer = HARBOUR + "\nIt is painted green.\n"
    intake = received({"a.md": dated(HARBOUR, url=one), "b.md": dated(longer, url=other)})
    assert ids(intake) == ["b"]
    assert arrival(intake, "a.md").duplicates == (("b", worded("the same address")),)


def test_other_parameters_are_other_articles() -> None:
    one, other = (f"https://sea.example/?p={number}" for number in (17, 18))
    assert ids(received({"a.md": dated(HARBOUR, url=one), "b.md": dated(TRAMS, url=other)})) == ["a", "b"]


def test_a_home_page_is_no_address_of_an_article() -> None:
    url = "https://sea.example/"
    assert ids(received({"a.md": dated(HARBOUR, url=url), "b.md": dated(TRAMS, url=url)})) == ["a", "b"]


def test_items_of_one_feed_that_share_an_address_are_its_own() -> None:
    items = [(title, "https://sea.example/live", f"{title} at noon.") for title in ("Storm", "Calm", "Rain")]
    assert len(ids(received({"feed.xml": feed(*items)}))) == 3


def test_a_feeds_item_gives_way_to_its_full_page() -> None:
    intake = received(
        {"feed.xml": FEED, "page.html": page("The pier is shut", "https://www.sea.example/pier?utm_id=1")}
    )
    kept = {article.title: article.path for article in intake.articles}
    assert kept["The pier is shut"] == "page.html"
    assert len(kept) == 3


def test_two_feeds_with_the_same_items_count_each_once() -> None:
    reposted = FEED.replace("Harbour &amp; Sea", "Collector").replace("utm_source=rss", "utm_source=other")
    intake = received({"a.xml": FEED, "b.xml": reposted})
    assert {article.path for article in intake.articles} == {"a.xml"}
    assert fates(intake) == {"a.xml": "used", "b.xml": "duplicate"}
    stand_ins = [id_ for id_, _ in arrival(intake, "b.xml").duplicates]
    assert sorted(stand_ins) == ids(intake)


def test_what_stands_for_another_may_give_way_in_turn() -> None:
    url = "https://sea.example/pier"
    longer = HARBOUR + "\nIt is painted green.\n"
    files = {"a.md": HARBOUR, "b.md": dated(HARBOUR, "2024-05-12", url), "c.md": dated(longer, url=url)}
    intake = received(files)
    assert ids(intake) == ["c"]
    assert {arrival(intake, path).duplicates[0][0] for path in ("a.md", "b.md")} == {"c"}


def test_articles_of_marks_alone_are_not_all_the_same() -> None:
    assert ids(received({"a.md": "🎉🎉\n", "b.md": "…\n", "c.md": "🎉🎉\n"})) == ["a", "b"]


# Citations


def citations(**item: object) -> str:
    stated = {"container-title": "The Gazette", "issued": {"date-parts": [[2024, 5, 12]]}, **item}
    return json.dumps([stated])


@pytest.mark.parametrize(
    "item", [{"title": "Harbour crane"}, {"title": "HARBOUR: crane!"}, {"URL": "http://sea.example/crane/#top"}]
)
def test_citations_fill_in_what_an_article_does_not_state(item: dict[str, str]) -> None:
    article = dated(HARBOUR, url="https://sea.example/crane?utm_source=x")
    (made,) = received({"a.md": article, "library.json": citations(**item)}).articles
    assert (made.metadata.publisher, made.metadata.published) == ("The Gazette", "2024-05-12")
    assert str(dict(made.metadata.basis)["publisher"]) == "citations file library.json"


def test_citations_replace_nothing_and_join_nobody_else() -> None:
    files = {
        "a.md": dated(HARBOUR, "2024-05-13"),
        "b.md": TRAMS,
        "library.json": citations(title="Harbour crane"),
    }
    stated = {article.id: article.metadata for article in received(files).articles}
    assert (stated["a"].published, stated["a"].publisher) == ("2024-05-13", "The Gazette")
    assert (stated["b"].published, stated["b"].publisher) == (None, None)


def test_a_title_that_two_citations_have_joins_neither() -> None:
    listed = json.dumps([{"title": "Harbour crane", "container-title": name} for name in ("A", "B")])
    (made,) = received({"a.md": HARBOUR, "library.json": listed}).articles
    assert made.metadata.publisher is None


def test_an_outlet_that_only_citations_name_is_looked_up_as_well() -> None:
    outlet = Outlet("The Harbour Gazette", aliases=("The Gazette",), rights="cited")
    options = ParseOptions(registry=make_registry([outlet]))
    files = {"a.md": HARBOUR, "library.json": citations(title="Harbour crane")}
    (made,) = received(files, options=options).articles
    assert (made.metadata.publisher, made.metadata.rights) == ("The Harbour Gazette", "cited")


# Whatever arrives

ANYTHING = {
    ".md": [HARBOUR, TRAMS, dated(HARBOUR, "2024-05-12"), dated(TRAMS, url="https://sea.example/pier"), "", "---\na\n"],
    ".txt": [OPENING, "", "\0\1\2"],
    ".html": [page("The pier is shut", "https://sea.example/pier"), "<form>", ""],
    ".xml": [FEED, feed(), "<rss", feed(("T", "https://sea.example/pier", ""))],
    ".json": [citations(title="Harbour crane"), "{", "[]"],
    ".eml": [LETTER, "no letter"],
}
FILES = st.lists(
    st.sampled_from([(suffix, content) for suffix, contents in ANYTHING.items() for content in contents]), max_size=6
).map(lambda found: {f"{number}{suffix}": content for number, (suffix, content) in enumerate(found)})
UNREAD = st.lists(st.sampled_from(["file-ignored", "file-refused", "file-unreadable", "id-clash"]), max_size=3)


@settings(max_examples=40, deadline=None)
@given(FILES, UNREAD)
def test_every_file_has_one_fate_and_every_article_one_place(files: Files, codes: list[str]) -> None:
    unread = tuple(Problem(code, "note", "words", f"unread{number}") for number, code in enumerate(codes))
    intake = received(files, unread)
    paths = [arrival.path for arrival in intake.arrivals]
    assert paths == sorted({*files, *(problem.path for problem in unread if problem.code != "id-clash")})
    assert sum(Counter(fates(intake).values()).values()) == len(paths)
    assert sorted(id_ for arrived in intake.arrivals for id_ in arrived.articles) == ids(intake)
    assert len(set(ids(intake))) == len(intake.articles)
    for arrived in intake.arrivals:
        assert (arrived.fate == "used") == bool(arrived.articles)
        assert arrived.fate != "refused" or arrived.notes
        assert {id_ for id_, _ in arrived.duplicates} <= set(ids(intake))


@settings(max_examples=20, deadline=None)
@given(FILES)
def test_the_order_of_the_files_does_not_matter(files: Files) -> None:
    turned = dict(reversed(list(files.items())))
    assert received(turned) == received(files)


def test_an_intake_is_what_it_is_without_a_file() -> None:
    assert received({}) == Intake((), ())
