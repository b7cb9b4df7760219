"""How often attribution is right: 200 sentences labelled by hand, one half of which no rule was ever fitted to."""

from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.model import Attribution

from .world import article_of

FILE = Path(__file__).parents[1] / "labelled/attributions.txt"


class Labelled(NamedTuple):
    voice: str
    modality: str
    sources: tuple[str, ...]
    """Any of which is right; empty: there is none."""
    sentence: str


def _read() -> list[Labelled]:
    lines = FILE.read_text(encoding="utf-8").split("\n")
    fields = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [
        Labelled(voice, modality, () if source == "-" else tuple(source.split(" / ")), sentence)
        for voice, modality, source, sentence in fields
    ]


LABELLED = _read()


def attribution_of(sentence: str) -> Attribution:
    """Of a sentence that stands alone."""
    (found,) = analyse(article_of(sentence), AnalyseOptions()).value.attributions
    return found


def same_source(label: str, found: str) -> bool:
    """Whether two sources are the same, give or take what describes one: `Sund`, `coach Erik Sund`."""
    one, other = (f" {source.casefold().removeprefix('the ')} " for source in (label, found))
    return one in other or other in one


def is_right(labelled: Labelled, found: Attribution) -> bool:
    """Whether voice and modality are right, and the source."""
    if (found.voice, found.modality) != (labelled.voice, labelled.modality):
        return False
    if not labelled.sources or found.source_text is None:
        return not labelled.sources and found.source_text is None
    return any(same_source(source, found.source_text) for source in labelled.sources)


@pytest.mark.parametrize(("half", "part", "pinned"), [("tuned", 0, 0.76), ("held out", 1, 0.68)])
def test_so_many_are_right(half: str, part: int, pinned: float) -> None:
    labelled = LABELLED[part::2]
    right = sum(is_right(item, attribution_of(item.sentence)) for item in labelled)
    assert right / len(labelled) >= pinned, half


def test_the_sample_has_two_hundred_sentences_and_all_kinds_of_voice_and_modality() -> None:
    assert len(LABELLED) == len({item.sentence for item in LABELLED}) == 200
    assert {item.voice for item in LABELLED} == {"outlet", "named", "quoted", "unnamed", "other-outlet"}
    assert {item.modality for item in LABELLED} == {"happened", "said", "denied", "expected", "possible"}
    assert all(item.sources or item.voice in ("outlet", "unnamed", "quoted") for item in LABELLED)
