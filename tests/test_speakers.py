"""Which of the names of a briefing speaks a quotation."""

import pytest

from sitegen.speakers import find_speakers
from tests.compose.finds import bare, name, quote
from tests.world import World


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ada Lind", "Ada Lind"),
        ("Mayor Ada Lind of Vessel", "Ada Lind"),
        ("Ada Lind, a friend of Otto Pohl", "Ada Lind"),
        ("the head of the harbour, Ada Lind", "Ada Lind"),
        ("the mayor of Vessel Ada Lind", "Ada Lind"),
        ("Otto Pohl’s lawyer Ada Lind", "Ada Lind"),
        ("Otto Pohl’s lawyer", None),
        ("a spokesman for Otto Pohl", None),
        ("a spokesman for former Mayor Otto Pohl", None),
        ("an aide to Mr. Otto Pohl", None),
        ("people close to Otto Pohl", None),
        ("the wife of Otto Pohl", None),
        ("a friend of Otto Pohl, Ada Lind", "Ada Lind"),
        ("Otto Pohl, the mayor", "Otto Pohl"),
        ("he", None),
    ],
)
def test_the_speaker_is_the_head_of_the_words_for_it(words: str, expected: str | None) -> None:
    world = World({"a.md": "# A\n\nAda Lind met Otto Pohl in Vessel. “It held,” somebody said.\n"})
    briefing = name(name(bare(world), "person", "Ada Lind"), "person", "Otto Pohl")
    briefing = name(briefing, "place", "Vessel")
    (speaker,) = find_speakers(quote(briefing, "It held,", words)).values()
    assert (speaker and speaker.name) == expected
