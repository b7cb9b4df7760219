"""Quotations and who says them: the cases in prose, and quotations over several paragraphs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse.quotation_marks import opens_with_mark
from sitegen.analyse.quotes import find_quotes
from sitegen.analyse.sentences import split_sentences
from tests.prose import Case, read_cases

CASES = read_cases(Path(__file__).parents[1] / "cases/analyse/quotes.md")
PIECES = ["Ada Reed", " said ", "“", "”", '"', " ", ", ", ". ", "the plan", "(", ")", "according to ", "told", "‘", "'"]


def lines_of(text: str, *, runs_on: bool = False) -> list[str]:
    found = find_quotes(text, split_sentences(text), runs_on=runs_on)
    return [f"{quoted.speaker or '?'} | {quoted.verb or '?'} | {text[quoted.start : quoted.end]}" for quoted in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    assert lines_of(case.given) == (case.expected.split("\n") if case.expected else [])


def test_each_part_knows_its_sentence() -> None:
    text = "“It rains. It pours,” Ada Reed said. He left."
    assert [quoted.sentence for quoted in find_quotes(text, split_sentences(text))] == [0, 1]


def test_a_mark_left_open_quotes_to_the_end_only_if_the_next_paragraph_goes_on() -> None:
    text = "Ada Reed said: “It rains. It pours."
    assert lines_of(text) == []
    assert lines_of(text, runs_on=True) == ["Ada Reed | said | It rains.", "Ada Reed | said | It pours."]


def test_only_a_double_mark_goes_on_with_a_quotation() -> None:
    assert opens_with_mark("“And")
    assert opens_with_mark('"And')
    assert not opens_with_mark("'90s")


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_speaker_is_printed_in_the_text(text: str) -> None:
    for quoted in find_quotes(text, split_sentences(text)):
        assert 0 < quoted.start < quoted.end <= len(text)
        assert quoted.speaker is None or quoted.speaker in text
