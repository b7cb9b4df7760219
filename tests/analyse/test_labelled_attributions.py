"""How often attribution is right: 200 sentences labelled by hand, one half of which no rule was ever fitted to."""

from pathlib import Path

import pytest

from benchmarks.labelled import attributions, read_attributions


@pytest.mark.parametrize(("half", "pinned"), [("tuned", 0.99), ("held out", 0.89)])
def test_so_many_are_right(half: str, pinned: float) -> None:
    outcomes = [item["outcome"] for item in attributions([], Path(), half)]
    assert outcomes.count("right") / len(outcomes) >= pinned


def test_the_sample_has_two_hundred_sentences_and_all_kinds_of_voice_and_modality() -> None:
    labelled = read_attributions()
    assert len(labelled) == len({item.sentence for item in labelled}) == 200
    assert {item.voice for item in labelled} == {"outlet", "named", "quoted", "unnamed", "other-outlet"}
    assert {item.modality for item in labelled} == {"happened", "said", "denied", "expected", "possible"}
    assert all(item.sources or item.voice in ("outlet", "unnamed", "quoted") for item in labelled)
