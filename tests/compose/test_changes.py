"""The pages of changes: what is told once of many."""

from sitegen.compose.changes import _withheld_last
from sitegen.compose.pages import ChangeItem, Link, OldLine


def withdrawn(id_: str, text: str = "", article: str = "wire.html", why: str = "Wire was withdrawn") -> ChangeItem:
    old = OldLine(f"{id_}.s", text, (), "2026-03-09", Link(article, "Wire"), "")
    return ChangeItem(id_, old, None, None, "", "", None, (), "", (), why)


def test_words_withheld_for_one_reason_are_told_of_once_behind_those_that_are_shown() -> None:
    items = [
        withdrawn("a"),
        withdrawn("b", text="It rained."),
        withdrawn("c", why="the desk decided otherwise"),
        withdrawn("d"),
        withdrawn("e", article="post.html"),
    ]
    assert [(item.id, item.is_alike) for item in _withheld_last(items)] == [
        ("b", False),
        ("e", False),
        ("a", False),
        ("d", True),
        ("c", False),
    ]
