"""The sitemap and robots.txt."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sitegen.twins import addresses
from sitegen.twins.addresses import sitemap_entry, sitemaps
from tests.twins.worlds import HERE, NOWHERE, URL, briefing, made
from tests.world import pages

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> dict[str, str | None]:
    """Address → day of the last change."""
    return {
        entry.findtext(f"{NAMESPACE}loc") or "": entry.findtext(f"{NAMESPACE}lastmod")
        for entry in ElementTree.fromstring(data)
    }


def test_every_page_but_that_for_no_page_is_listed_with_the_day_of_its_newest_source() -> None:
    files = made(HERE)
    found = locations(files["sitemap.xml"])
    listed = {URL + path.replace("index.html", "") for path in files if path.endswith(".html") and path != "404.html"}
    assert {*found} == listed
    assert found[f"{URL}topics/the-bridge.html"] == "2024-05-13"
    assert found[f"{URL}articles/post.html"] == "2024-05-12"
    assert found[f"{URL}articles/notes.html"] is None


def test_without_an_address_there_is_no_sitemap_and_nothing_points_to_one() -> None:
    files = made(NOWHERE)
    assert "sitemap.xml" not in files
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert made(HERE)["robots.txt"].endswith(b"\nSitemap: https://desk.example/b/sitemap.xml\n")


def test_addresses_are_escaped() -> None:
    here = replace(HERE, site_url="https://desk.example/a&b/")
    assert "https://desk.example/a&b/" in locations(made(here)["sitemap.xml"])


def test_more_pages_than_a_sitemap_may_hold_are_listed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_MOST", 10)
    entries = [sitemap_entry(page, {}) for page in pages(briefing(), HERE).values()]
    files = dict(sitemaps(entries[:20], HERE))
    assert [*locations(files["sitemap.xml"])] == [f"{URL}sitemap-1.xml", f"{URL}sitemap-2.xml"]
    assert len(locations(files["sitemap-1.xml"])) == 10
