"""What leans on a sentence before."""

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.hanging import hangs
from tests.link.world import analyses


def _hangs(text: str) -> float:
    return hangs(make_corpus(analyses({"a": [text]}, {"Ada Lind": "person"})).lines[0])


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
