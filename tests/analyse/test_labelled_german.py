"""The labelled German sentences: how many are right, on the half that rules were mended on, and on the other."""

from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.analyse.sentences import split_sentences
from sitegen.languages import GERMAN

LABELLED = Path(__file__).parents[1] / "labelled"


def labelled(name: str) -> list[str]:
    """The lines of a file of labels that are no remarks."""
    lines = (LABELLED / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def sentence_ends(lines: list[str]) -> tuple[int, int, int]:
    """Ends inside of paragraphs: right, found, labelled."""
    right = found = gold = 0
    for line in lines:
        text = line.replace("¦", " ")
        expected = {place for place, character in enumerate(line) if character == "¦"}
        spans = split_sentences(text, GERMAN)
        ends = {end for (_, end), _ in pairwise(spans)}
        right, found, gold = right + len(ends & expected), found + len(ends), gold + len(expected)
    return right, found, gold


@pytest.mark.parametrize(("first", "expected"), [(0, (31, 31, 31)), (1, (29, 30, 29))])
def test_sentence_ends(first: int, expected: tuple[int, int, int]) -> None:
    assert sentence_ends(labelled("german_sentences.txt")[first::2]) == expected
