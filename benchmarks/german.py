"""The German sentences that are part of this project, labelled by hand: how a second language is read by its tables."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.articles import article_of
from benchmarks.scoring import Item
from sitegen.analyse import AnalyseOptions, analyse
from sitegen.analyse.date_values import anchor_of
from sitegen.analyse.dates_by_tables import find_dates_by_tables
from sitegen.analyse.sentences import split_sentences
from sitegen.languages import GERMAN

LABELLED = Path(__file__).parents[1] / "tests/labelled"
PUBLISHED = "2025-10-10"
"""The day on which the sentences with dates were published."""


def labelled(name: str, half: int) -> list[str]:
    """The lines of a file of labels that are no remarks: of the first, third … (`half` 0), or of the others."""
    lines = (LABELLED / f"german_{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")][half::2]


def sentences(_: list[Item], __: Path, half: int) -> Iterator[Item]:
    """`{id, outcome}`, one an end of a sentence inside of a paragraph, labelled or found."""
    for line in labelled("sentences", half):
        expected = {place for place, character in enumerate(line) if character == "¦"}
        found = {end for (_, end), _ in pairwise(split_sentences(line.replace("¦", " "), GERMAN))}
        for place in sorted(expected | found):
            outcome = "right" if place in expected & found else "missed" if place in expected else "too many"
            yield {"id": f"{line[:40]} {place}", "outcome": outcome}


def quotes(_: list[Item], __: Path, half: int) -> Iterator[Item]:
    """`{id, outcome}`, one a sentence: whose words it is."""
    for line in labelled("quotes", half):
        voice, source, text = line.split(" | ")
        (found,) = analyse(article_of("a", text), AnalyseOptions(language=GERMAN.tag)).value.attributions
        is_source = (found.source_text or "-") == source
        yield {"id": text, "outcome": "voice" if found.voice != voice else "right" if is_source else "source"}


def dates(_: list[Item], __: Path, half: int) -> Iterator[Item]:
    """`{id, outcome}`, one a sentence: its only date, or that it has none."""
    for line in labelled("dates", half):
        value, words, text = line.split(" | ")
        found = find_dates_by_tables(text, anchor_of(PUBLISHED), GERMAN.dates)
        expected = [] if value == "-" else [(value, words)]
        is_right = [(reading.value, text[start:end]) for start, end, reading in found] == expected
        yield {"id": text, "outcome": "right" if is_right else "wrong"}
