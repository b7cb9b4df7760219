"""The page of coverage: numbers that add up to every sentence."""

from sitegen.compose.pages import ArticlePage, CoveragePage, CoverageRow
from sitegen.model import Briefing
from tests.compose.finds import bare, quote
from tests.world import World, bridge_world, pages, site


def coverage(briefing: Briefing) -> CoveragePage:
    page = pages(briefing)["coverage.html"]
    assert isinstance(page, CoveragePage)
    return page


def test_each_article_stands_under_its_outlet_with_what_became_of_its_sentences() -> None:
    page = coverage(bridge_world().briefing())
    assert [(outlet, [(row.article.text[:6], *_numbers(row)) for row in rows]) for outlet, rows in page.outlets] == [
        ("Harbour Post", [("Bridge", 3, 2, 0, 1)]),
        ("Wire", [("Trams ", 2, 1, 1, 0)]),
        ("Outlet not stated", [("The fe", 2, 0, 1, 1)]),
    ]


def test_the_numbers_add_up() -> None:
    page = coverage(bridge_world().briefing())
    assert page.total is not None
    rows = [_numbers(row) for _, rows in page.outlets for row in rows]
    assert _numbers(page.total) == tuple(map(sum, zip(*rows, strict=True)))
    assert all(all_ == used + said + left_out for all_, used, said, left_out in (*rows, _numbers(page.total)))
    assert sum(count.value for count in page.reasons) == page.total.left_out
    assert sum(count.value for count in page.said) == page.total.said_by_another


def test_the_page_of_sources_leads_there_and_each_row_to_its_article() -> None:
    files = site(bridge_world().briefing())
    assert 'href="coverage.html"' in files["sources.html"].decode()
    assert 'href="articles/post.html"' in files["coverage.html"].decode()


def test_without_articles_there_is_no_page() -> None:
    assert "coverage.html" not in pages(World({}).briefing())


def _numbers(row: CoverageRow) -> tuple[int, int, int, int]:
    return row.sentences, row.used, row.said_by_another, row.left_out


def test_what_no_topic_has_says_where_it_stands() -> None:
    briefing = quote(bare(bridge_world()), "Trams & bicycles use it.", None)
    made = pages(briefing)
    page = made["articles/post.html"]
    assert isinstance(page, ArticlePage)
    (trams,) = [item for block in page.blocks for item in block.sentences if item.text.startswith("Trams")]
    assert trams.fate == "left-out"
    assert [use.statement.text for use in trams.uses] == ["Quotations"]
    path, _, anchor = trams.uses[0].statement.href.removeprefix("../").partition("#")
    assert f'id="{anchor}"' in site(briefing)[path].decode()
    assert coverage(briefing).counts.endswith("Under Differences or Quotations stands 1 of these.")
    assert "Quotations" not in coverage(bare(bridge_world())).counts
