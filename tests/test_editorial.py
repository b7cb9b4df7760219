"""editorial.yml: what is read of it, and what is said of its faults."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editorial import MOST_CHARACTERS, read_editorial
from sitegen.model import Because, DateDecision, Decisions, NameDecision, SpeakerDecision


def read(text: str) -> Decisions:
    outcome = read_editorial(dedent(text), "editorial.yml")
    assert outcome.problems == ()
    return outcome.value


def said(text: str) -> list[str]:
    """Each problem as `code line: message (remedy)`; every one an error."""
    problems = read_editorial(dedent(text), "editorial.yml").problems
    assert {(problem.level, problem.path) for problem in problems} <= {("error", "editorial.yml")}
    return [f"{p.code} {p.line}: {p.message} ({p.remedy})" for p in problems]


def test_names_are_decided_on_by_a_spelling() -> None:
    decisions = read(
        """\
        names:
          Ada  Lind:
            aliases: [Lind, "A. Lindh"]
            not_same_as: Bo Lind
            kind: person
            display_name: Ada Lindh
            why: she spells it  so
            by: E. Moe
            on: 2026-03-14
          Monday Special: {drop: true}
        """
    )
    assert decisions.names == (
        NameDecision(
            "Ada Lind",
            aliases=("Lind", "A. Lindh"),
            not_same_as=("Bo Lind",),
            kind="person",
            display_name="Ada Lindh",
            because=Because("she spells it so", "E. Moe", "2026-03-14"),
            line=2,
        ),
        NameDecision("Monday Special", drop=True, line=10),
    )


def test_speakers_and_dates_are_decided_on_by_sentence_and_words() -> None:
    decisions = read(
        """\
        dates:
          - sentence: pier.s1a
            words: last Sunday
            value: 2026-03-08
          - {sentence: pier.s1a, words: May, drop: true, why: a name}
        speakers:
          sentence: pier.s2b
          words: It held
          speaker: Ada Lind
        """
    )
    assert decisions.dates == (
        DateDecision("pier.s1a", "last Sunday", "2026-03-08", line=2),
        DateDecision("pier.s1a", "May", None, Because("a name"), line=5),
    )
    assert decisions.speakers == (SpeakerDecision("pier.s2b", "It held", "Ada Lind", line=7),)


@pytest.mark.parametrize("text", ["", "names:\n", "names: {}\nspeakers: []\ndates:\n", "# nothing yet\n"])
def test_there_need_be_no_decisions(text: str) -> None:
    assert read(text) == Decisions()


@pytest.mark.parametrize("value", ["2026-03-08", "2026-03", "2026", "2026-W11", "2026-03-08/2026-03-10", "2019/2024"])
def test_a_date_is_as_precise_as_it_is_known(value: str) -> None:
    assert read(f"dates: {{sentence: a.s1, words: x, value: {value}}}").dates[0].value == value


@pytest.mark.parametrize(
    "value",
    ["soon", "2026-02-30", "2026-13", "2026-W54", "26", "8/3/26", "2026-03-10/2026-03-08", "2026/", "0000", "2026-3-8"],
)
def test_a_date_that_is_none_is_an_error(value: str) -> None:
    (problem,) = said(f'dates:\n- sentence: a.s1\n  words: x\n  value: "{value}"')
    assert problem.startswith(f'date-impossible 4: "dates.value" "{value}" is not a day, week, month, year or span')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: {}", 'key-unknown 1: key "name" is not known (did you mean "names"?)'),
        (
            "names:\n  Lind:\n    alias: x",
            'key-unknown 3: key "names.Lind.alias" is not known (did you mean "names.Lind.aliases"?)',
        ),
        (
            "names:\n  Lind:\n    kind: woman",
            'value-wrong 3: "names.Lind.kind": expected one of person, organisation, place, document, event, other, '
            'found "woman" (correct the value)',
        ),
        (
            "names:\n  Lind: Ada Lind",
            'value-wrong 2: "names.Lind": expected `key: value` lines below it, found "Ada Lind" (correct the value)',
        ),
        (
            "names:\n  Lind:\n  Bo:\n    why: x",
            'value-wrong 2: "names.Lind" decides nothing (add aliases, not_same_as, kind, display_name, side or '
            "drop, or take it out)",
        ),
        (
            "names:\n  Lind:\n    aliases: [A]\n    not_same_as: [a]",
            'value-wrong 4: "names.Lind": "a" can\'t be the same and not the same (take it out of one of the two)',
        ),
        (
            "names: {Lind: {drop: true}, LIND: {kind: place}}",
            'key-twice 1: "names": "LIND" is decided here and on line 1 (keep one of them)',
        ),
        (
            "names:\n  A: {drop: 'no'}",
            'value-wrong 2: "names.A.drop": expected one of true, false, found "no" (correct ',
        ),
        (
            "speakers:\n- sentence: a.s1\n  speaker: Lind",
            'key-missing 2: "speakers.words" is missing (add it: those of the sentence that it is about)',
        ),
        (
            "speakers:\n- sentence: a.s1\n  words: x\n  speaker: Lind\n  drop: true",
            'value-wrong 2: "speakers": expected either "speaker" or "drop: true", found both (decide for one of them)',
        ),
        (
            "dates:\n- sentence: a.s1\n  words: x",
            'value-wrong 2: "dates": expected either "value" or "drop: true", found neither (decide for one of them)',
        ),
        (
            "dates:\n- {sentence: a.s1, words: x, drop: true}\n- {sentence: a.s1, words: X, value: 2024}",
            'key-twice 3: "dates": "X" is decided here and on line 2 (keep one of them)',
        ),
        (
            "dates: [soon]",
            'value-wrong 1: "dates": expected a list of `- key: value` lines, found "soon" (correct the value)',
        ),
        (
            "names: {A: {drop: true, on: yesterday}}",
            'date-impossible 1: "names.A.on": "yesterday" is not a date (write it as 2024-05-12, or '
            "2024-05-12T08:30:00+02:00)",
        ),
        ("- A", "yaml-not-a-mapping 1: expected `key: value` lines, found a list (write `key: value` lines)"),
    ],
)
def test_fault_of_a_decision_is_an_error_with_line_and_remedy(text: str, expected: str) -> None:
    assert [found[: len(expected)] for found in said(text)][:1] == [expected]


def test_every_fault_is_reported_at_once() -> None:
    text = """names:
  A: {kind: x}
  B: {alias: y}
  C:
speakers:
- {words: x}
dates:
- {sentence: s, words: x, value: z}
"""
    lines = [problem.line for problem in read_editorial(text, "editorial.yml").problems]
    assert sorted(set(lines)) == [2, 3, 4, 6, 8]


def test_there_is_room_for_thousands_of_decisions() -> None:
    lines = "".join(f"  Name {number}: {{kind: person, why: they are}}\n" for number in range(3000))
    assert len(read(f"names:\n{lines}").names) == 3000
    (problem,) = read_editorial("#" * (MOST_CHARACTERS + 1), "editorial.yml").problems
    assert problem.code == "yaml-too-large"


KEYS = st.sampled_from(
    """names speakers dates aliases not_same_as kind display_name side drop why by on sentence words value speaker
    A""".split()
)
VALUES = st.recursive(
    st.sampled_from(["", "x", "true", "place", "2024-05-12", "a.s1", "…", "\u202e"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def _flow(value: object) -> str:
    """A value as YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return f'"{value}"' if value else ""


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_stands_there_gives_decisions_or_problems(values: dict[str, object]) -> None:
    outcome = read_editorial("\n".join(f"{key}: {_flow(value)}" for key, value in values.items()), "editorial.yml")
    assert isinstance(outcome.value, Decisions)


@given(st.text(max_size=200))
def test_any_text_gives_decisions_or_problems(text: str) -> None:
    assert isinstance(read_editorial(text, "editorial.yml").value, Decisions)
