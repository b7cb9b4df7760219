"""Which articles, and which single sentences, go back to one text."""

from dataclasses import replace

import pytest

from sitegen.link import origins as origins_module
from sitegen.link.origins import Ancestry, OriginOptions, find_origins
from sitegen.model import Analysis, Origin, Quote
from sitegen.reasons import NO_REASON
from tests.link.world import World, analyses

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


_OWN_MORE = [
    "Divers will look at the hull when the storm has passed, which may take until the weekend.",
    "It is the second accident of this kind within a year, after one in the spring near Holm.",
    "The mayor thanked those who had opened their homes to strangers in the small hours.",
]
_REWORDED = [  # every eighth word or so is another one
    "The ferry Solvind ran aground near Marstad early on Monday carrying ninety passengers on board.",
    "Rescue boats from three ports reached the ship within an hour and got everybody off.",
    "No one was hurt, said the harbour master, who blamed a faulty radar and thick fog for the mishap.",
]
_QUOTED = "“We saw the rocks only when the bow was already upon them and then it was too late,” said {}."
_MATE = "the mate, who stood on the bridge that morning and had slept for two hours in the whole night before"


def _found(world: World, agency: str | None = None) -> tuple[Origin, ...]:
    made = tuple(_credited(_with_quotes(analysis), agency) for analysis in analyses(world))
    return find_origins(made, OriginOptions())


def _with_quotes(analysis: Analysis) -> Analysis:
    quotes = [
        Quote(s.id, s.text.index("“") + 1, s.text.index("”"), "", None, None)
        for s in analysis.sentences
        if "“" in s.text
    ]
    return replace(analysis, quotes=tuple(quotes))


def _credited(analysis: Analysis, agency: str | None) -> Analysis:
    metadata = replace(analysis.article.metadata, agency=agency)
    return replace(analysis, article=replace(analysis.article, metadata=metadata))


def test_a_reprint_goes_back_to_the_same_text() -> None:
    (origin,) = _found({"a": _WIRE, "b": _OWN, "c": [*_WIRE, "More follows."]})
    assert origin.articles == ("a", "c")
    assert not origin.is_doubtful
    assert str(origin.evidence) == "100% of the shorter text stands in the other"


def test_so_does_a_copy_with_words_changed_and_sentences_moved() -> None:
    (origin,) = _found({"a": _WIRE, "b": _OWN, "c": _REWORDED[::-1]})
    assert origin.articles == ("a", "c")
    assert not origin.is_doubtful


def test_copies_of_copies_are_one_set() -> None:
    (origin,) = _found({"a": _WIRE, "b": [*_WIRE[:2], *_OWN[:1]], "c": [*_WIRE[1:], *_OWN[1:2]]})
    assert origin.articles == ("a", "b", "c")
    assert " to 1" not in str(origin.evidence)
    assert "% to " in str(origin.evidence)


def test_a_shared_quotation_makes_no_origin() -> None:
    quoted = _QUOTED.format("the mate")
    assert _found({"a": [*_OWN, quoted], "b": [*_WIRE, quoted]}) == ()


def test_of_a_few_shared_phrases_it_cannot_be_told() -> None:
    (origin,) = _found({"a": [*_WIRE, *_WIRE[:0]], "b": [_WIRE[1], *_OWN, *_OWN_MORE]})
    assert origin.is_doubtful
    assert "too little to tell" in str(origin.evidence)


def test_a_credit_to_one_agency_tells_it() -> None:
    (origin,) = _found({"a": _WIRE, "b": [_WIRE[1], *_OWN, *_OWN_MORE]}, agency="Reuters")
    assert not origin.is_doubtful
    assert str(origin.evidence).endswith("; credited to Reuters")


def test_a_doubt_about_copies_is_said_once() -> None:
    found = _found({"a": _WIRE, "b": [_WIRE[1], *_OWN, *_OWN_MORE], "c": _WIRE})
    assert [(origin.is_doubtful, len(origin.articles)) for origin in sorted(found, key=lambda o: o.is_doubtful)] == [
        (False, 2),
        (True, 2),
    ]


def test_the_passage_is_named_by_its_sentences_in_both_articles() -> None:
    world = {"a": [_OWN[0], *_WIRE], "b": [*_WIRE[:2], _OWN[2]]}
    (origin,) = _found(world)
    words = {sentence.id: sentence.text for analysis in analyses(world) for sentence in analysis.sentences}
    assert [[words[id_] for id_ in passage] for passage in origin.passages] == [_WIRE[:2], _WIRE[:2]]
    assert [passage[0].partition(".")[0] for passage in origin.passages] == ["a", "b"]


def _spread(world: World, *origins: Origin) -> tuple[int, int]:
    """Over how many origins the first sentences of the articles spread."""
    made = tuple(_with_quotes(analysis) for analysis in analyses(world))
    ancestry = Ancestry(origins, made, OriginOptions())
    return ancestry.spread([analysis.sentences[0] for analysis in made])


def test_a_statement_has_as_many_origins_as_articles_that_word_it_themselves() -> None:
    assert _spread({"a": [_WIRE[0]], "b": [_OWN[0]]}) == (2, 2)


def test_a_copied_sentence_counts_once_though_its_articles_differ() -> None:
    assert _spread({"a": [_WIRE[0], *_OWN], "b": [_REWORDED[0]], "c": [f"Late: {_WIRE[0]}"]}) == (2, 2)


def test_a_quotation_that_both_heard_does_not_make_one_text() -> None:
    assert _spread({"a": [_QUOTED.format("the mate")], "b": [_QUOTED.format("a sailor")]}) == (2, 2)
    assert _spread({"a": [_QUOTED.format(_MATE)], "b": [_QUOTED.format(_MATE)]}) == (1, 1)


def test_a_doubt_makes_it_at_least_and_at_most() -> None:
    world = {"a": [_WIRE[0]], "b": [_OWN[0]], "c": [_OWN[1]]}
    doubt = Origin("o", ("a", "b"), NO_REASON, is_doubtful=True)
    assert _spread(world, doubt) == (2, 3)
    assert _spread(world, doubt, Origin("p", ("b", "c"), NO_REASON)) == (1, 2)


def test_runs_that_are_counted_part_by_part_are_those_that_are_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    world = {"a": _WIRE, "b": _OWN, "c": [*_WIRE[:-1], *_OWN]}
    at_once = _found(world)
    monkeypatch.setattr(origins_module, "_MOST_COUNTED", 7)
    assert _found(world) == at_once != ()


def test_only_doubts_about_articles_of_a_statement_count() -> None:
    world = {"a": [_WIRE[0]], "b": [_OWN[0]]}
    doubt = Origin("origin.x", ("a", "b"), NO_REASON, is_doubtful=True)
    elsewhere = Origin("origin.y", ("b", "c"), NO_REASON, is_doubtful=True)
    assert _spread(world, elsewhere) == (2, 2)
    assert _spread(world, doubt, elsewhere) == (1, 2)
