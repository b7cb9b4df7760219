"""Which articles go back to one text."""

from sitegen.link.origins import OriginOptions, find_origins
from tests.link.world import analyses

_WIRE = [
    "The ferry Solvind ran aground off Marstad early on Monday with ninety passengers on board.",
    "Rescue boats from three harbours reached the ship within an hour and took everybody off.",
    "Nobody was hurt, said the harbour master, who blamed a broken radar and thick fog for the accident.",
]
_OWN = [
    "Ninety people were saved when a ferry hit rocks near Marstad.",
    "Fog and a radar that did not work seem to have been the cause.",
    "The shipping company promised to look into it, and to pay for lost luggage.",
]


def test_a_reprint_goes_back_to_the_same_text() -> None:
    (origin,) = find_origins(analyses({"a": _WIRE, "b": _OWN, "c": [*_WIRE, "More follows."]}), OriginOptions())
    assert origin.articles == ("a", "c")
    assert "100%" in origin.evidence


def test_a_shared_quotation_makes_no_origin() -> None:
    quoted = "“We saw the rocks only when the bow was already upon them and then it was too late,” said the mate."
    assert find_origins(analyses({"a": [*_OWN, quoted], "b": [*_WIRE, quoted]}), OriginOptions()) == ()


def test_evidence_says_how_much_is_shared() -> None:
    (origin,) = find_origins(analyses({"a": _WIRE, "b": [*_WIRE[:2], *_OWN]}), OriginOptions())
    assert "word for word" in origin.evidence
    assert "words in a row" in origin.evidence


def test_the_passage_is_named_by_its_sentences_in_both_articles() -> None:
    world = analyses({"a": [_OWN[0], *_WIRE], "b": [*_WIRE[:2], _OWN[2]]})
    (origin,) = find_origins(world, OriginOptions())
    words = {sentence.id: sentence.text for analysis in world for sentence in analysis.sentences}
    assert [[words[id_] for id_ in passage] for passage in origin.passages] == [_WIRE[:2], _WIRE[:2]]
    assert [passage[0].partition(".")[0] for passage in origin.passages] == ["a", "b"]
