"""The labelled German sentences: how many are right, on the half that rules were mended on, and on the other."""

from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.analyse.sentences import split_sentences
from sitegen.languages import GERMAN

from .world import article_of

LABELLED = Path(__file__).parents[1] / "labelled"
AS_GERMAN = AnalyseOptions(language="de")


def labelled(name: str) -> list[str]:
    """The lines of a file of labels that are no remarks."""
    lines = (LABELLED / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def sentence_ends(lines: list[str]) -> tuple[int, int, int]:
    """Ends inside of paragraphs: right, found, labelled."""
    right = found = gold = 0
    for line in lines:
        expected = {place for place, character in enumerate(line) if character == "¦"}
        ends = {end for (_, end), _ in pairwise(split_sentences(line.replace("¦", " "), GERMAN))}
        right, found, gold = right + len(ends & expected), found + len(ends), gold + len(expected)
    return right, found, gold


@pytest.mark.parametrize(("first", "expected"), [(0, (31, 31, 31)), (1, (29, 30, 29))])
def test_sentence_ends(first: int, expected: tuple[int, int, int]) -> None:
    assert sentence_ends(labelled("german_sentences.txt")[first::2]) == expected


@pytest.mark.parametrize("first", [0, 1])
def test_whose_words_they_are(first: int) -> None:
    for line in labelled("german_quotes.txt")[first::2]:
        voice, source, text = line.split(" | ")
        found = analyse(article_of(text), AS_GERMAN).value.attributions[0]
        assert (found.voice, found.source_text or "-") == (voice, source), text


@pytest.mark.parametrize("first", [0, 1])
def test_dates(first: int) -> None:
    for line in labelled("german_dates.txt")[first::2]:
        value, words, text = line.split(" | ")
        dates = analyse(article_of(text, published="2025-10-10"), AS_GERMAN).value.dates
        assert [(date.value, date.text) for date in dates] == ([] if value == "-" else [(value, words)]), text
