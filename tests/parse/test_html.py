"""Saved pages: the cases in prose, a whole page, pages without an article, facts, hostile markup."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import Outcome
from sitegen.parse.extract import Extract
from sitegen.parse.html import read_html
from sitegen.parse.html_dates import address_date, iso_date, printed_date
from sitegen.parse.html_page import visible_text
from sitegen.parse.pagefacts import web_address
from sitegen.text import fold
from tests.prose import Case, read_cases

ROOT = Path(__file__).parents[1]
CASES = [case for path in sorted((ROOT / "cases/html").glob("*.md")) for case in read_cases(path)]
SHORT_NAMES = {"paragraph": "p", "list_item": "li", "quotation": "q"}
OPENING = (
    "The harbour bridge opened to trams on Sunday, two years after a barge had struck its middle pier, the council "
    "said. The first tram crossed it before dawn, with forty people on board who had waited for it in the rain."
)
CLOSING = (
    "A court will decide in autumn who has to pay for all of it. The owner of the barge has not said a word about it "
    "so far, and his lawyers did not answer the questions that the council had sent to them in the spring."
)


def _page(body: str, head: str = "<title>Harbour bridge reopens – The Pier Post</title>") -> str:
    return f"""<!doctype html><html lang="en"><head>{head}</head><body><article><h1>Harbour bridge reopens</h1>
    <p>{OPENING}</p>{body}<p>{CLOSING}</p></article></body></html>"""


def _extract(page: str) -> Extract:
    outcome = read_html(page)
    assert outcome.value is not None, outcome.problems
    return outcome.value


def _label(kind: str, level: int) -> str:
    return f"h{level}" if kind == "heading" else SHORT_NAMES.get(kind, kind)


def _shown(extract: Extract) -> list[str]:
    return [f"{_label(block.kind, block.level)} | {' / '.join(block.text.split(chr(10)))}" for block in extract.blocks]


def _assert_words_are_visible(page: str, outcome: Outcome[Extract | None]) -> None:
    if outcome.value is not None:
        visible = visible_text(page)
        for words in (outcome.value.title or "", *(block.text for block in outcome.value.blocks)):
            assert fold(words) in visible


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_comes_out_as_written(case: Case) -> None:
    page = _page(case.given)
    extract = _extract(page)
    shown = _shown(extract)
    assert (shown[0], shown[-1]) == (f"p | {OPENING}", f"p | {CLOSING}")
    assert "\n".join(shown[1:-1]) == case.expected, case.rule
    _assert_words_are_visible(page, read_html(page))


def test_a_whole_page_gives_its_article_and_facts() -> None:
    extract = _extract((ROOT / "pages/harbour.html").read_text(encoding="utf-8"))
    assert extract.title == "Harbour bridge reopens after two years"
    labels = " ".join(_label(block.kind, block.level) for block in extract.blocks)
    assert labels == "p p h2 p li li li h3 q p h3 p table p"
    metadata = extract.metadata
    assert metadata.published == "2024-05-12T06:30:15Z"
    assert metadata.updated is None
    assert metadata.author == "Ada Quay, Ben Mole"
    assert metadata.publisher == "The Pier Post"
    assert metadata.language == "en-GB"
    assert metadata.section == "Region"
    assert metadata.url == "https://pierpost.example/2024/05/12/harbour-bridge"
    assert str(dict(metadata.basis)["author"]) == "JSON-LD author"
    assert dict(metadata.basis).keys() == {"author", "language", "published", "publisher", "section", "url"}


WALLS = {
    "cookie wall": "<h1>Your privacy</h1><p>We and our partners use cookies and store information on your device. You "
    "can accept all or manage your choices. Your consent applies to this site. Read our privacy policy for more.</p>",
    "login": "<h1>Log in</h1><p>Log in to continue to The Pier Post.</p><form><label>E-mail</label><input></form>"
    "<p>Forgot your password? Create a free account, it takes a minute.</p>",
    "paywall": "<h1>Bridge reopens</h1><p>The harbour bridge opened to trams on Sunday, the town council said…</p>"
    "<p>Subscribe now to continue reading. Already a subscriber? Sign in to your account.</p>",
    "script shell": "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    "<script>start()</script>",
    "no such page": "<h1>404</h1><p>The page you were looking for could not be found. It may have been moved or "
    "deleted. Try the search, or go back to the home page.</p>",
    "robot check": "<h1>Just a moment…</h1><p>Please verify that you are human before the page opens for you.</p>",
    "nothing": "",
    "links alone": "<ul>"
    + "<li><a href=x>A headline of another article, long enough for a line</a></li>" * 20
    + "</ul>",
}


@pytest.mark.parametrize("body", WALLS.values(), ids=WALLS)
def test_a_page_without_article_is_refused(body: str) -> None:
    outcome = read_html(f"<html><head><title>The Pier Post</title></head><body>{body}</body></html>", path="wall.html")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert (problem.code, problem.level, problem.message) == ("no-article-text", "error", "no article text found")
    assert problem.path == "wall.html"
    assert problem.remedy


def test_an_article_about_cookies_is_an_article() -> None:
    body = "<p>The court ruled that sites must not use cookies before their readers agree to it in so many words.</p>"
    assert any("cookies" in block.text for block in _extract(_page(body)).blocks)


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ({"@type": "NewsArticle", "author": "By Ada Quay"}, "Ada Quay"),
        (
            [{"@type": "Organization", "name": "Pier"}, {"@type": ["Thing", "BlogPosting"], "author": ["Ada", "Ben"]}],
            "Ada, Ben",
        ),
        ({"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Ada Quay"}]}, "Ada Quay"),
        ({"mainEntity": {"deeper": [{"@type": "http://schema.org/Article", "author": {"name": ["Ada"]}}]}}, "Ada"),
        ({"@type": "NewsArticle", "author": {"name": "https://pierpost.example/ada"}}, None),
        ({"@type": 7, "author": "Ada"}, None),
        (
            {"@type": "NewsArticle", "author": [[["Ada"]], 5, None, {"name": {"name": 1}}], "url": [1], "headline": {}},
            None,
        ),
        ({"@type": "Person", "author": "Ada"}, None),
    ],
)
def test_json_ld_of_any_shape_gives_the_author_that_it_states(stated: object, author: str | None) -> None:
    head = f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(stated)}\n//]]></script>'
    assert _extract(_page("", head)).metadata.author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Quay", "Ada Quay"),
        ("By Ada Quay March 18 at 3:57 PM", "Ada Quay"),
        ("By Ann de la Mole | 12 May 2024", "Ann de la Mole"),
        ("Par Émile Quai", "Émile Quai"),
        ("By The Numbers", None),
        ("By Monday evening", None),
        ("By train from Vessel", None),
        ("Ada Quay", None),
    ],
)
def test_a_line_by_the_headline_names_the_writer_by_its_first_word_and_capitals(line: str, author: str | None) -> None:
    assert _extract(_page("").replace("</h1>", f"</h1><p>{line}</p>")).metadata.author == author


def test_a_byline_far_from_the_headline_is_of_something_else() -> None:
    assert _extract(_page(f"<p>{OPENING}</p>" * 6 + "<p>By Ada Quay</p>")).metadata.author is None


@pytest.mark.parametrize(
    ("tab", "meta", "title"),
    [
        ("rfc-draft-04 - harbourStorage", '<meta name="DC.Title" content="harbourStorage">', "harbourStorage"),
        ("Pier Office | Notice", '<meta name="citation_title" content="Notice">', "Notice"),
        ("Notice - harbourStorage", "", "Notice - harbourStorage"),
    ],
)
def test_a_page_without_headline_has_the_part_of_its_tab_that_its_description_confirms(
    tab: str, meta: str, title: str
) -> None:
    page = _page("", f"<title>{tab}</title>{meta}").replace("<h1>Harbour bridge reopens</h1>", "")
    assert _extract(page).title == title


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"@type": "Article", "x": ' + "1" * 5_000 + "}", "\0"])
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    assert _extract(_page("", f'<script type="application/ld+json">{script}</script>')).metadata.author is None


def test_of_several_articles_the_one_with_the_title_is_meant() -> None:
    things = [
        {"@type": "NewsArticle", "headline": "Steel gets dearer", "datePublished": "2023-01-01"},
        {"@type": "Article", "headline": "Harbour bridge reopens", "datePublished": "2024-05-12"},
    ]
    head = f'<script type="application/ld+json">{json.dumps(things)}</script>'
    assert _extract(_page("", head)).metadata.published == "2024-05-12"


@pytest.mark.parametrize(
    ("head", "line", "published", "basis"),
    [
        (
            '<meta property="article:published_time" content="2024-05-12">',
            "",
            "2024-05-12",
            "meta article:published_time",
        ),
        (
            "<meta name=date content=2024-02-30><meta name=pubdate content=20240512T065153Z>",
            "",
            "2024-05-12T06:51:53Z",
            "meta pubdate",
        ),
        (
            "",
            '<time datetime="2024-05-12T08:00+02:00">yesterday</time>',
            "2024-05-12T08:00:00+02:00",
            "time by the headline",
        ),
        (
            "",
            "<p>The Pier Post | 12 May 2024</p>",
            "2024-05-12",
            "printed by the headline: The Pier Post | 12 May 2024",
        ),
        ('<link rel=canonical href="https://a.example/2024/05/12/bridge">', "", "2024-05-12", "the page's address"),
        # late in the evening where the outlet is, the next day in Greenwich
        (
            "<meta name=date content=2024-05-13T02:00:00Z>",
            "<p>12 May 2024</p>",
            "2024-05-12",
            "printed by the headline: 12 May 2024",
        ),
        ("", "<p>5/12/2024</p>", None, None),
        ("", "", None, None),
    ],
)
def test_the_date_comes_from_what_the_page_states(
    head: str, line: str, published: str | None, basis: str | None
) -> None:
    page = _page("", head).replace("</h1>", f"</h1>{line}")
    metadata = _extract(page).metadata
    assert metadata.published == published
    assert str(dict(metadata.basis).get("published", "")) == (basis or "")


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-05-12 9:53:00 -0700", "2024-05-12T09:53:00-07:00"),
        ("2024-05-12T06:30:15.123456Z", "2024-05-12T06:30:15Z"),
        ("Sun, 12 May 2024 06:30:15 GMT", "2024-05-12T06:30:15+00:00"),
        ("2024-02-30", None),
        ("2024-05-12T25:00", None),
        ("2024-05-12T06:30+99:00", None),
        ("0001-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates_are_iso_or_nothing(stated: str, iso: str | None) -> None:
    assert iso_date(stated) == iso


def test_printed_dates_with_two_readings_have_none() -> None:
    assert printed_date("Am 12. Mai 2024 um 9 Uhr") == "2024-05-12"
    assert printed_date("12 de mayo de 2024") == "2024-05-12"
    assert printed_date("2024年5月12日 20:19") == "2024-05-12"
    assert printed_date("5/12/2024") is None
    assert printed_date("from 12 May 2024 to 14 May 2024") is None
    assert printed_date("31 June 2024") is None
    assert address_date("https://a.example/20240512/x") == "2024-05-12"
    assert address_date("https://a.example/20241312/x") is None


@pytest.mark.parametrize(
    "stated",
    [
        "javascript:alert(1)",
        "//a.example/x",
        "/x",
        "ftp://a.example/x",
        "https://ada:secret@a.example/x",
        "https://@a.example/",
        "https://",
        "https://[::1",
        "https://a.example/a b",
        "https://a.example/" + "x" * 3_000,
        "data:text/html,x",
    ],
)
def test_an_address_that_is_not_plainly_of_the_web_is_refused(stated: str) -> None:
    assert web_address(stated) is None
    page = _page("", f'<link rel="canonical" href="{stated}"><meta property="og:url" content="{stated}">')
    assert _extract(page).metadata.url is None


@pytest.mark.parametrize(
    "page",
    ["<div>" * 600 + OPENING, "<p><b>" * 600 + OPENING, "<div " + " ".join(f"a{n}=1" for n in range(2_000)) + ">"],
    ids=["boxes", "lines", "attributes"],
)
def test_a_page_over_the_limits_is_refused_before_it_is_parsed(page: str) -> None:
    outcome = read_html(page)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["html-too-deep"]
    assert visible_text(page) == ""


def test_tags_that_end_by_themselves_do_not_nest() -> None:
    assert len(_extract(_page(f"<p>{OPENING}" * 600)).blocks) == 602


def test_a_page_too_long_for_trafilatura_is_read_all_the_same() -> None:
    lines = "".join(f"<p>{OPENING} This was the {n}th tram.</p>" for n in range(5_200))
    assert len(_extract(_page(lines)).blocks) == 5_202


def test_markup_that_hides_or_runs_is_not_text() -> None:
    hostile = "<p onclick=alert(1)>Words<script>alert(1)</script><style>p{}</style><template>no</template> remain.</p>"
    visible = visible_text(_page(hostile))
    assert "Words remain." in visible
    assert "alert" not in visible


MARKUP = (
    "<p>",
    "</p>",
    "<h1>",
    "<h2>",
    "<li>",
    "<ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<br>",
    "<b>",
    "<pre>",
    "<!--",
    "-->",
)
MORE = (
    "<",
    ">",
    '"',
    "'",
    "</",
    "<a href='",
    "&amp;",
    "&#0;",
    "&#150;",
    "\0",
    "\ud800",
    "<script>",
    "<blockquote>",
    "<title>",
)
TEXTS = st.text() | st.lists(st.sampled_from((*MARKUP, *MORE, OPENING, "Some words. ", " "))).map("".join)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_text_gives_an_outcome_with_visible_words(text: str) -> None:
    outcome = read_html(text)
    assert (outcome.value is None) == bool(outcome.problems)
    assert outcome == read_html(text)
    _assert_words_are_visible(text, outcome)
