"""Addresses: relative, named, and right from every page."""

import pytest

from sitegen.compose.options import ComposeOptions, site_for, site_title
from sitegen.compose.urls import anchor, article_path, link, shown_host, topic_path


@pytest.mark.parametrize(
    ("page", "target", "fragment", "expected"),
    [
        ("index.html", "topics/a.html", "", "topics/a.html"),
        ("topics/a.html", "index.html", "", "../index.html"),
        ("topics/a.html", "topics/b.html", "", "b.html"),
        ("articles/2024/a.html", "topics/b.html", "st-1", "../../topics/b.html#st-1"),
        ("topics/a.html", "topics/a.html", "note-1", "#note-1"),
        ("topics/a.html", "topics/a.html", "", "a.html"),
        ("index.html", "articles/größe.html", "note-größe.s1", "articles/gr%C3%B6%C3%9Fe.html#note-gr%C3%B6%C3%9Fe.s1"),
        ("index.html", "topics/a b.html", "", "topics/a%20b.html"),
    ],
)
def test_links_are_relative_and_name_the_file(page: str, target: str, fragment: str, expected: str) -> None:
    assert link(page, target, fragment) == expected


def test_pages_and_anchors_are_named_by_ids() -> None:
    assert (article_path("a/b"), topic_path("c"), anchor("a/b.s12")) == ("articles/a/b.html", "topics/c.html", "s12")


def test_a_page_knows_its_full_address_when_the_site_has_one() -> None:
    options = ComposeOptions(site_url="https://desk.example/b/")
    assert site_for("index.html", "T", options).canonical == "https://desk.example/b/"
    assert site_for("articles/ö.html", "T", options).canonical == "https://desk.example/b/articles/%C3%B6.html"
    assert site_for("index.html", "T", ComposeOptions()).canonical is None


def test_home_is_relative_but_on_the_page_that_is_shown_at_any_depth() -> None:
    options = ComposeOptions(site_url="https://desk.example/b/")
    assert site_for("topics/a.html", "T", options).home == "../index.html"
    assert site_for("404.html", "T", options).home == "https://desk.example/b/"
    assert site_for("404.html", "T", ComposeOptions()).home == "index.html"


def test_a_title_has_a_date_only_if_one_is_known() -> None:
    assert site_title(ComposeOptions(), None) == "Briefing"
    assert site_title(ComposeOptions(), "2024-05-12T08:30Z") == "Briefing of 12 May 2024"
    assert site_title(ComposeOptions(title="Harbour"), "2024-05-12") == "Harbour"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://post.example/a/b?c#d", "post.example"),
        ("https://post.example:8080?c", "post.example:8080"),
        ("https://xn--pple-43d.example/", "xn--pple-43d.example"),
        ("https://аpple.example/x", "аpple.example (xn--pple-43d.example)"),
        ("https://bücher.example", "bücher.example (xn--bcher-kva.example)"),
        ("https://ｅvil.example/", "ｅvil.example (evil.example)"),
        (f"https://{'ä' * 70}.example/", f"{'ä' * 70}.example"),  # too long to be registered
        ("", ""),
    ],
)
def test_host_is_shown_with_what_it_is_registered_as(address: str, shown: str) -> None:
    assert shown_host(address) == shown
