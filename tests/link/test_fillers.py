"""Which sentences only tell of weight or of an open end."""

import pytest

from sitegen.link.corpus import make_corpus
from sitegen.link.fillers import is_filler
from tests.link.world import analyses


def _is_filler(text: str) -> bool:
    return is_filler(make_corpus(analyses({"a": [text]})).lines[0])


@pytest.mark.parametrize(
    "text",
    [
        "The vote could be a pivotal moment for the masons of Lund.",
        "The choice of stone may well determine the future course of the harbour.",
        "The strike underscores the growing importance of sea walls.",
        "What the divers find remains to be seen.",
        "The fate of the lighthouse remains uncertain, and boats wait.",
        "Negotiations in Lund continue to evolve.",
        "Ports around the bay are watching closely.",
    ],
    ids=["weight", "shape", "stress", "to be seen", "left open", "goes on", "watchers"],
)
def test_fillers(text: str) -> None:
    assert _is_filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm could affect 40 boats and the future of the pier.",
        "The mayor highlighted the need for a sea wall.",
        "The storm may affect ferries from Lund.",
        "The mayor of Lund called the vote “a pivotal moment”.",
        "It remains unclear who fired at the lighthouse.",
        "It takes time to develop, and to sell, a lighthouse.",
        "The harbour was key to the town.",
    ],
    ids=[
        "figures",
        "a person says",
        "what is affected",
        "quoted",
        "a question that is told",
        "nothing goes on",
        "no moment",
    ],
)
def test_no_fillers(text: str) -> None:
    assert not _is_filler(text)
