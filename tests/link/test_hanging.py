"""What leans on a sentence before."""

import pytest

from sitegen.link.corpus import Line, make_corpus
from sitegen.link.hanging import hangs, is_dangling, is_linked
from tests.link.world import analyses


def _line(text: str) -> Line:
    return make_corpus(analyses({"a": [text]}, {"Ada Lind": "person"})).lines[0]


def _hangs(text: str) -> float:
    return hangs(_line(text))


@pytest.mark.parametrize(
    "text",
    [
        "The plan calls for stones from Lund before the winter.",
        "The negotiations, aimed at a new wall, went on in Marstad.",
        "When she arrived in Marstad, the masons had gone home.",
        "We found holes in the walls as wide as a hand.",
        "Masons from Lund also repaired the harbour of Marstad.",
        "“The walls hold,” said a mason from Lund.",
        "Stones from Lund were put on a ship in May, she said.",
        "Pictures and stories of the walls of Marstad in the harbour.",
    ],
)
def test_it_hangs(text: str) -> None:
    assert _hangs(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The plan of the mayor calls for stones from Lund.",
        "The Marstad talks went on until midnight.",
        "The 20 masons from Lund went home.",
        "The mayor, Ada Lind, praised the masons.",
        "Stones from Lund were put on a ship in May, Ada Lind said when she spoke.",
        "In his speech, Ada Lind praised the masons.",
        "Masons from Lund repaired the harbour of Marstad, and the church also.",
        "Stones from Lund hold, “as we hoped”, said a mason.",
    ],
)
def test_it_stands_alone(text: str) -> None:
    assert _hangs(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "When she arrived in Marstad, the masons had gone home.",
        "The walls of Marstad were mended in May with his stones.",
        "Many said the walls of Marstad would not hold.",
        "Some of them left Marstad before the winter.",
        "We found holes in the walls as wide as a hand.",
    ],
)
def test_it_leaves_open_who_is_meant(text: str) -> None:
    assert is_dangling(_line(text))


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The harbour of Marstad was also repaired.", True),
        ("In another harbour of Marstad the walls hold.", True),
        ("Masons from Lund and also from Marstad mended the walls.", False),
    ],
)
def test_it_leaves_open_beside_what(text: str, linked: bool) -> None:
    assert is_linked(_line(text)) is linked


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind said that the walls were mended with her stones.",
        "A worker from Lund said that he mended the walls.",
        "Under the rules of her guild, Ada Lind mended the walls.",
        "The walls of Marstad hold, “as he hoped”, the masons said.",
        "Many masons left Marstad before the winter.",
        "The plan calls for stones from Lund before the winter.",
    ],
)
def test_it_names_who_is_meant(text: str) -> None:
    assert not is_dangling(_line(text))
