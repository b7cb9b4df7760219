"""Strings: the projection, and what holds of it for any text; ids; slugs."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Edit
from sitegen.text import (
    SLUG_LENGTH,
    closest,
    digest,
    distinct_ids,
    fold,
    line_of,
    normalise,
    project,
    project_with_offsets,
    shared_passage,
    slug,
    without_controls,
)
from tests.prose import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases/print/fold.md")
TEXTS = st.text(
    st.sampled_from("ab é\u0301 \t\n\xa0\u2003\u2028\x00\x0b\x1c\x85\u00ad\u200b\u202e\u2066\ufeff🎉&*")
    | st.characters()
)


@st.composite
def projections(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text, and edits of it as parsers make them: by start, apart, none empty."""
    text = draw(TEXTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = zip(edges[::2], edges[1::2], strict=False)
    return text, [Edit(start, end, draw(st.sampled_from(["", "&", "\n", "fj", " ", "\u200b"]))) for start, end in spans]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_comes_out_as_written(case: Case) -> None:
    assert fold(case.given) == case.expected, case.rule


def test_what_is_not_seen_and_what_reorders_is_dropped() -> None:
    assert (
        fold("\ufeffso\u00adft \u200bze\u200bro \u202eevil\u202c \u2066x\u2069 a\x00b\x07c\x9bd e \ufffe \uffff f")
        == "soft zero evil x abcd e f"
    )


def test_joiners_stay() -> None:
    assert fold("👩\u200d🚀 می\u200cخواهم") == "👩\u200d🚀 می\u200cخواهم"


def test_edits_are_applied_before_white_space_is_folded() -> None:
    text = "a **b** &amp;\n> c"
    edits = (Edit(2, 4, ""), Edit(5, 7, ""), Edit(8, 13, "&"), Edit(13, 16, "\n"))
    assert project(text, 0, len(text), edits) == "a b & c"


def test_an_edit_that_reaches_over_an_end_is_left_out() -> None:
    text = "fish &amp; chips"
    edits = (Edit(5, 10, "&"),)
    assert project(text, 0, 7, edits) == "fish &a"
    assert project(text, 7, len(text), edits) == "mp; chips"


@given(TEXTS)
def test_fold_does_nothing_the_second_time(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_what_prints_has_no_control_and_nothing_that_reorders(text: str) -> None:
    for character in fold(text):
        assert character == " " or not character.isspace()
        assert ord(character) >= 32
        assert not 127 <= ord(character) < 160
        assert character not in "\u00ad\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@given(TEXTS)
def test_code_keeps_its_columns_and_folds_to_the_same_words(text: str) -> None:
    shown = without_controls(text)
    assert fold(shown) == fold(text)
    assert shown.count("\n") == text.count("\n")
    assert not set(shown) & set("\x00\x0b\x0c\x1c\x1d\x85\u202e\u2066\ufeff")


@settings(max_examples=200)
@given(projections(), st.data())
def test_every_part_of_what_prints_is_a_slice_of_the_text(
    made: tuple[str, Sequence[Edit]], data: st.DataObject
) -> None:
    text, edits = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    printed, spans = project_with_offsets(text, start, end, edits)
    assert printed == project(text, start, end, edits)
    assert len(spans) == len(printed)
    if printed:
        i = data.draw(st.integers(0, len(printed) - 1))
        j = data.draw(st.integers(i + 1, len(printed)))
        cuts_an_edit = (i and spans[i - 1] == spans[i]) or (j < len(spans) and spans[j] == spans[j - 1])
        if printed[i] != " " and printed[j - 1] != " " and not cuts_an_edit:
            assert project(text, spans[i][0], spans[j - 1][1], edits) == printed[i:j]


def test_a_digest_is_known_and_short() -> None:
    assert digest("ferry") == digest("ferry", 32)[:8]
    assert len(digest("\ud800", 6)) == 6


def test_identity_sees_words_and_numbers_only() -> None:
    assert normalise("  “The Cafe\u0301’s 9 TRAMS…”") == "the café s 9 trams"


LINES = st.lists(
    st.sampled_from(["One.", "one", "Two two", "Three", "…", "!", "One. One"]) | st.text(max_size=4), max_size=12
)


@given(LINES)
def test_ids_are_distinct(lines: list[str]) -> None:
    ids = distinct_ids("a.s", lines)
    assert len(set(ids)) == len(lines)
    assert all(id_.startswith("a.s") and len(id_) == 11 for id_ in ids)


@given(LINES, LINES)
def test_the_id_of_a_line_that_stands_once_survives_edits_elsewhere(before: list[str], after: list[str]) -> None:
    line = "A line that stands once, whatever else does."
    (alone,) = distinct_ids("a.s", [line])
    assert distinct_ids("a.s", [*before, line, *after])[len(before)] == alone


@given(LINES, LINES)
def test_the_id_of_a_repeated_line_hangs_on_its_neighbours_alone(before: list[str], after: list[str]) -> None:
    middle = ["Here before.", "Again.", "Here after.", "There before.", "Again.", "There after."]
    ids = distinct_ids("a.s", [*before, "", *middle, "", *after])
    assert ids[len(before) + 1 : len(before) + 7] == distinct_ids("a.s", middle)


def test_letters_case_and_marks_make_no_other_id() -> None:
    assert distinct_ids("", ["The ferry sails."]) == distinct_ids("", ["the “ferry” sails"])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tram 9 Crosses the Bridge", "tram-9-crosses-the-bridge"),
        ("The Mayor’s Café", "the-mayors-café"),
        ("Cafe\u0301", "café"),
        ("港口 2024", "港口-2024"),
        ("../../etc/passwd", "etc-passwd"),
        ("%2e%2e/x", "2e-2e-x"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("CON", "article-con"),
        ("nul.", "article-nul"),
        ("com¹", "article-com1"),
        ("-rf", "rf"),
        ("a\nb\x00c\u202ed", "a-b-c-d"),
        ("&#99999999999999999999;", "99999999999999999999"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_what_has_no_letters_is_named_by_its_digest() -> None:
    assert slug("🎉") == f"article-{digest('🎉')}"
    assert slug("", "topic") == f"topic-{digest('')}"
    assert slug("C++") == slug("C#") == "c"


@given(TEXTS | st.text())
def test_a_slug_is_safe_as_a_file_name_whatever_the_title(title: str) -> None:
    made = slug(title)
    assert 1 <= len(made) <= SLUG_LENGTH + len("article-")
    assert all(character.isalnum() or character in "-_" for character in made)
    assert made == made.strip("-")
    made.encode()


def test_lines_count_from_one() -> None:
    assert [line_of("a\nb\n\nc", offset) for offset in (0, 1, 2, 5)] == [1, 1, 2, 4]


def test_the_closest_word_is_found_or_none() -> None:
    assert closest("publishd", ["updated", "published"]) == "published"
    assert closest("zzz", ["updated", "published"]) is None


def _shared(one: str, other: str, run: int = 3) -> tuple[float, str, str] | None:
    found = shared_passage(one, other, run)
    return None if found is None else (found.share, one[slice(*found.one)], other[slice(*found.other)])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The pier is shut.", "THE PIER – is shut!", (1.0, "The pier is shut", "THE PIER – is shut")),
        ("a b c d x y z", "q x y z a b c d", (0.6, "a b c d", "a b c d")),
        ("a b c", "a b d", None),
        ("a b", "x a b y", (1.0, "a b", "a b")),
        ("", "a b c", None),
        ("a a a a a a", "a a a a", (1.0, "a a a a", "a a a a")),
    ],
)
def test_a_shared_passage_is_the_longest_in_both_wordings(
    one: str, other: str, expected: tuple[float, str, str] | None
) -> None:
    assert _shared(one, other) == expected


def test_a_shared_passage_of_texts_that_repeat_one_word_is_found_in_linear_time() -> None:
    found = shared_passage("gull " * 100_000, "gull " * 100_000, 8)
    assert found is not None
    assert found.share == 1


def test_of_many_words_the_closest_begins_alike_and_is_found_at_once() -> None:
    known = [f"name {number}" for number in range(20_000)] + ["Asta Lindqvist"]
    assert closest("Asta Lindquist", known) == "Asta Lindqvist"
    assert closest("Zzz", known) is None
