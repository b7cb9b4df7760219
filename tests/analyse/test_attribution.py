"""Attribution: the cases in prose, the article's own outlet, reasons, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.analyse.attribution import attribute
from sitegen.model import Attribution, Sentence
from tests.prose import Case, read_cases

from .world import article_of

CASES = read_cases(Path(__file__).parents[1] / "cases/analyse/attributions.md")
PIECES = [
    "Ada Reed",
    " said ",
    "“",
    "”",
    " that ",
    "He ",
    "will ",
    "if ",
    "officials ",
    ", ",
    ". ",
    "according to ",
    "\n",
]


def attributions_of(text: str) -> tuple[Attribution, ...]:
    return analyse(article_of(text), AnalyseOptions()).value.attributions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    lines = [
        f"{found.voice} | {found.modality} | {found.source_text or '?'} | {found.actor_text or '?'}"
        for found in attributions_of(case.given)
    ]
    assert lines == case.expected.split("\n")


def test_what_somebody_told_the_articles_own_outlet_is_his_claim() -> None:
    sentence = Sentence("a.s", "a", "a.b", 0, 40, "Ada Reed told the BBC that it was safe.")
    voices = [attribute([sentence], (), (), publisher)[0].voice for publisher in ("BBC News", "Reuters", None)]
    assert voices == ["named", "other-outlet", "other-outlet"]


def test_the_reason_says_what_was_read() -> None:
    said, quoted, told = attributions_of("Ada Reed said it would close. “It is safe,” Otto Pohl said. It rained.")
    assert said.reason == "said: Ada Reed; expected: “would”"
    assert quoted.reason == "in quotation marks, said: Otto Pohl"
    assert told.reason == "nobody else is said to say it"


def test_a_pronoun_does_not_point_back_over_a_paragraph() -> None:
    assert [found.actor_text for found in attributions_of("Ada Reed left.\nShe slept.")] == ["Ada Reed", None]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_each_sentence_has_one_attribution_and_a_reason(text: str) -> None:
    analysis = analyse(article_of(text), AnalyseOptions()).value
    assert [found.sentence for found in analysis.attributions] == [sentence.id for sentence in analysis.sentences]
    assert all(found.reason for found in analysis.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "Ada said who " * 9_000,
        "“a” said, " * 9_000,
        "Ada, " * 20_000,
        "if to will " * 9_000,
        "Ada to " * 9_000,
        "said that, " * 9_000,
    ],
)
def test_a_long_line_of_one_pattern_takes_time_in_proportion(text: str) -> None:
    assert len(attributions_of(text)) == 1
