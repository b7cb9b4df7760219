"""What a statement of one article is compared with."""

from sitegen.compose.pages import TopicPage
from tests.world import World, pages

PLAIN = "The council has opposed the harbour toll since March."
LIKE = "Opposition to a harbour toll came from the council in March."
OTHER = "Gulls nest under the old crane."
FILES = {
    "a.md": f"# A\n\n{PLAIN} The toll of the harbour was opposed by the council.\n",
    "b.md": f"# B\n\n{LIKE}\n",
    "c.md": f"# C\n\n{OTHER}\n",
}


def like(*said: str, files: dict[str, str] = FILES) -> dict[str, tuple[str, str] | None]:
    """Sentence → the sentence that it is compared with and its number, on the page of a topic of `said`."""
    world = World(files)
    world.gather("The toll", *map(world.say, said))
    page = pages(world.briefing())["topics/the-toll.html"]
    assert isinstance(page, TopicPage)
    at = {f"#{item.id}": item.line.text for item in page.statements}
    return {item.line.text: (at[item.like.href], item.like.text) if item.like else None for item in page.statements}


def test_a_statement_of_one_article_leads_to_the_like_one_of_another() -> None:
    found = like(PLAIN, LIKE, OTHER)
    assert found[OTHER] is None
    assert found[PLAIN] == (LIKE, "2.1")


def test_sentences_of_one_article_are_not_compared() -> None:
    assert set(like(PLAIN, "The toll of the harbour was opposed", OTHER).values()) == {None}


def test_what_is_outside_of_the_topic_changes_nothing() -> None:
    more = {**FILES, **{f"{name}.md": f"# {name}\n\nThe council spoke of the harbour toll.\n" for name in "defgh"}}
    assert like(PLAIN, LIKE, OTHER, files=more) == like(PLAIN, LIKE, OTHER)
