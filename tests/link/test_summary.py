"""Which sentences may head a page."""

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.summary import SummaryOptions, is_fit
from tests.link.world import analyses


def _fits(text: str) -> bool:
    return is_fit(make_corpus(analyses({"a": [text]})).lines[0], SummaryOptions())


def test_a_plain_sentence_may() -> None:
    assert _fits("Masons from Lund repaired the sea walls of Marstad on Tuesday.")


@pytest.mark.parametrize(
    "text",
    [
        "However, masons from Lund repaired the sea walls of Marstad.",
        "They repaired the sea walls of Marstad with stones from Lund.",
        "While details of this wall remain unknown, masons from Lund praised the stones.",
        "Will masons from Lund repair the sea walls of Marstad in time?",
        "“Masons from Lund will repair the sea walls of Marstad.",
        "“Masons from Lund will repair the sea walls of Marstad.”",
        "Masons repaired walls.",
        "The outcome of these efforts could change the future of the whole region.",
    ],
    ids=["connective", "pronoun", "points back", "question", "torn quotation", "unsigned", "fragment", "filler"],
)
def test_what_may_not(text: str) -> None:
    assert not _fits(text)


def test_a_quotation_with_its_speaker_may() -> None:
    assert _fits("“Masons from Lund will repair the sea walls,” said the mayor of Marstad.")
