"""Invented pages of several kinds of site, marked up by hand: what belongs to the article is kept, and nothing else."""

import json
from pathlib import Path

import pytest

from sitegen.model import BlockKind
from sitegen.parse.extract import Extract
from sitegen.parse.html import read_html
from sitegen.parse.html_page import visible_text

PAGES = Path(__file__).parents[1] / "pages"
GOLD: dict[str, dict[str, list[str]]] = json.loads((PAGES / "gold.json").read_text("utf-8"))
"""Page → its subheadings and list items, word for word, and words of what stands around the article."""
LEAST_HEADINGS = 0.95
LEAST_ITEMS = 0.9


def _extract(name: str) -> Extract:
    extract = read_html((PAGES / f"{name}.html").read_text("utf-8")).value
    assert extract is not None
    return extract


def _lost(name: str, field: str, kind: BlockKind) -> list[str]:
    kept = [block.text for block in _extract(name).blocks if block.kind == kind]
    return [words for words in GOLD[name][field] if words not in kept]


def _kept_share(field: str, kind: BlockKind) -> tuple[float, list[str]]:
    lost = [f"{name}: {words}" for name in GOLD for words in _lost(name, field, kind)]
    return 1 - len(lost) / sum(len(gold[field]) for gold in GOLD.values()), lost


def test_subheadings_of_the_article_are_kept() -> None:
    share, lost = _kept_share("headings", "heading")
    assert share >= LEAST_HEADINGS, lost


def test_list_items_of_the_article_are_kept() -> None:
    share, lost = _kept_share("items", "list_item")
    assert share >= LEAST_ITEMS, lost


@pytest.mark.parametrize("name", GOLD)
def test_what_stands_around_the_article_is_not_kept(name: str) -> None:
    words = "\n".join(block.text for block in _extract(name).blocks)
    assert [junk for junk in GOLD[name]["junk"] if junk in words] == []


@pytest.mark.parametrize("name", GOLD)
def test_what_is_marked_stands_on_the_page(name: str) -> None:
    """A mark with a slip of the pen would never be found, or junk never seen."""

    seen = visible_text((PAGES / f"{name}.html").read_text("utf-8"))
    assert [words for field in GOLD[name].values() for words in field if words not in seen] == []
