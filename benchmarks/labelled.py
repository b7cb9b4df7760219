"""The sets that are part of this project: sentences labelled by hand; to one half of them no rule was ever fitted."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import analysis_of, article_of
from benchmarks.scoring import Item
from sitegen.model import Attribution

ATTRIBUTIONS = Path(__file__).parents[1] / "tests/labelled/attributions.txt"
HALVES = ("tuned", "held out")


class Labelled(NamedTuple):
    """A sentence, and whose claim it is."""

    voice: str
    modality: str
    sources: tuple[str, ...]
    """Any of which is right; empty: there is none."""
    sentence: str
    half: str


def read_attributions() -> list[Labelled]:
    """The sentences in their order; those with an even number are held out."""
    lines = ATTRIBUTIONS.read_text(encoding="utf-8").split("\n")
    fields = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [
        Labelled(voice, modality, () if source == "-" else tuple(source.split(" / ")), sentence, HALVES[number % 2])
        for number, (voice, modality, source, sentence) in enumerate(fields)
    ]


def attribution_of(sentence: str) -> Attribution:
    """Of a sentence that stands alone."""
    (found,) = analysis_of(article_of("a", sentence)).attributions
    return found


def outcome(labelled: Labelled, found: Attribution) -> str:
    """`right`, or what is wrong first: `voice`, `modality`, `source`."""
    if found.voice != labelled.voice:
        return "voice"
    if found.modality != labelled.modality:
        return "modality"
    if not labelled.sources or found.source_text is None:
        return "source" if labelled.sources or found.source_text else "right"
    source = found.source_text
    return "right" if any(_same_source(label, source) for label in labelled.sources) else "source"


def _same_source(label: str, found: str) -> bool:
    """Whether two sources are the same, give or take what describes one: `Sund`, `coach Erik Sund`."""
    one, other = (f" {source.casefold().removeprefix('the ')} " for source in (label, found))
    return one in other or other in one


def attributions(_: list[Item], __: Path, half: str = "") -> Iterator[Item]:
    """`{id, outcome}` of each sentence, or of those of one half."""
    for labelled in read_attributions():
        if not half or labelled.half == half:
            yield {"id": labelled.sentence, "outcome": outcome(labelled, attribution_of(labelled.sentence))}
