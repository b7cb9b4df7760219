"""Addresses of passages: only such as are proven to lead to them."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.compose.text_fragment import text_fragment

LONG = "The bridge at Vessel, closed since May, reopened on Sunday & the ferry-boat stops running."


def parts(passage: str, *blocks: str, before: str = "", after: str = "") -> list[str]:
    """The parts of the directive, readable; none if there is no address."""
    found = text_fragment(passage, blocks, before, after)
    return [unquote(part) for part in found.removeprefix(":~:text=").split(",")] if found else []


def test_a_short_passage_is_named_in_full_without_the_marks_around_it() -> None:
    assert parts("“It was rust.”", "“It was rust.” Nobody knew.") == ["It was rust"]


def test_of_a_long_passage_the_first_and_last_words_are_named() -> None:
    assert parts(LONG, f"News. {LONG} More.") == ["The bridge at", "ferry-boat stops running"]


def test_marks_of_the_directive_are_encoded_in_words() -> None:
    found = text_fragment("Half-baked, cheap & new.", ["Half-baked, cheap & new."])
    assert found == ":~:text=Half%2Dbaked%2C%20cheap%20%26%20new"


def test_as_many_words_are_named_as_tell_a_passage_from_what_begins_like_it() -> None:
    other = "The bridge at Vessel is old."
    assert parts(LONG, other, LONG) == ["The bridge at Vessel,", "the ferry-boat stops running"]


def test_words_before_or_after_tell_like_passages_apart() -> None:
    first, second = "It rained. Nobody came. It ended.", "It snowed. Nobody came. It ended."
    assert parts("Nobody came.", first, second, before="It snowed.", after="It ended.") == [
        "It snowed.-",
        "Nobody came",
    ]
    first, second = "Nobody came. All ended.", "Nobody came. It rained."
    assert parts("Nobody came.", first, second, after="It rained.") == ["Nobody came.", "-It rained"]


def test_there_is_no_address_where_like_passages_cannot_be_told_apart() -> None:
    assert parts("Nobody came.", "Nobody came.", "Nobody came.") == []
    assert parts("Nobody came.", "NOBODY CAME.", "Nobody came.") == []  # browsers heed no case
    assert parts("“Café”, he said.", '"Cafe", he said.', "“Café”, he said.") == []  # nor accents and kinds of marks
    assert parts("…", "…") == []


def test_the_last_words_may_not_come_sooner() -> None:
    passage = "It was the end of it, they wrote, and that was the end of it, they wrote."
    assert parts(passage, passage) == ["It was the end of", "end of it, they wrote"]
    passage = "They said, they say, and again they said, they say, and they say, and they say, and they say."
    assert parts(passage, passage) == [passage.rstrip(".")]


@given(st.lists(st.text("ab .,-&“”é", min_size=1, max_size=12), min_size=1, max_size=4), st.data())
def test_an_address_names_one_place_only(blocks: list[str], data: st.DataObject) -> None:
    """Held against a plain search for the only part of those that name the passage in full."""
    passage = data.draw(st.sampled_from(blocks)).strip()
    found = parts(passage, *blocks)
    if len(found) == 1:
        assert "\n".join(blocks).count(found[0]) == 1


@pytest.mark.parametrize("word", ["a,b", "a-b", "a&b", "100%", "x#y", "ü", "a/b?c"])
def test_nothing_in_a_passage_ends_its_part(word: str) -> None:
    found = text_fragment(f"One {word} two", [f"One {word} two"]).removeprefix(":~:text=")
    assert not set(found) & set(",-&#?/")
    assert unquote(found) == f"One {word} two"
