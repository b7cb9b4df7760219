"""Titles of pages that would be the same."""

from dataclasses import replace

from sitegen.compose.pages import ArticlePage, NamePage
from sitegen.model import Entity
from tests.compose.finds import bare, name
from tests.world import World, pages


def told_apart(files: dict[str, str]) -> list[str]:
    return [page.told_apart for page in pages(World(files).briefing()).values() if isinstance(page, ArticlePage)]


def test_an_article_is_told_by_its_outlet_and_day_and_by_its_file_where_these_are_not_enough() -> None:
    stated = "---\npublisher: Post\npublished: 2024-05-12\n---\n# Ferry\n\nIt stops.\n"
    assert told_apart({"a.md": stated, "b.md": "# Ferry\n\nIt goes on.\n"}) == ["Post, 2024-05-12", ""]
    assert told_apart({"a.md": "# Ferry\n\nIt stops.\n", "b.md": "# Ferry\n\nIt goes on.\n"}) == ["a.md", "b.md"]


def test_a_name_is_told_from_another_of_its_kind_by_the_first_article_that_has_it() -> None:
    files = {"a.md": "# Roofs\n\nHall built.\n", "b.md": "# Boats\n\nHall sank.\n", "c.md": "# C\n\nHall left.\n"}
    alone = name(bare(World(files)), "person", "Hall")
    (hall,) = alone.entities
    first = replace(hall, mentions=tuple(m for m in hall.mentions if not m.sentence.startswith("b.")))
    other = replace(hall, id="hall-2", mentions=tuple(m for m in hall.mentions if not m.sentence.startswith("a.")))

    def found(*entities: Entity) -> list[str]:
        made = pages(replace(alone, entities=entities)).values()
        return sorted(page.told_apart for page in made if isinstance(page, NamePage))

    assert found(hall) == [""]
    assert found(first, other) == ["Boats", "Roofs"]
