"""The search page: what it offers without its script."""

import pytest

from sitegen.compose.pages import Page, SearchPage
from tests.compose.finds import bare, name
from tests.twins.worlds import briefing
from tests.world import World, pages


def search(found: dict[str, Page]) -> SearchPage:
    page = found["search.html"]
    assert isinstance(page, SearchPage)
    return page


def test_topics_and_names_stand_together_from_a_to_z() -> None:
    page = search(pages(briefing()))
    assert page.counts == "2 topics, 1 name, 3 statements, 3 articles"
    assert [link.text for group in page.letters for link in group.links] == ["Ada Lind", "The bridge", "The crossing"]
    assert [group.letter for group in page.letters] == [""]


def test_many_stand_under_their_letters_without_accents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.search._FEW", 2)
    found = bare(World({f"{n}.md": "Élan met Emma, Ольга and 4Plus." for n in ("a", "b")}))
    for spelling in ("Élan", "Emma", "Ольга", "4Plus"):
        found = name(found, "person", spelling)
    page = search(pages(found))
    assert [(group.letter, [link.text for link in group.links]) for group in page.letters] == [
        ("0–9", ["4Plus"]),
        ("E", ["Élan", "Emma"]),
        ("О", ["Ольга"]),
    ]
