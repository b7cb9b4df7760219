"""Bytes to text, or the reason why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import worst
from sitegen.model import Source
from sitegen.parse.decode import decode

WORDS = "Der Fährmann sagte „nein“.\nZweite Zeile.\n"


def text_of(data: bytes) -> str:
    outcome = decode(Source("a", "a.txt", data, ""))
    assert outcome.value is not None, outcome.problems
    assert not outcome.problems
    return outcome.value


def refusal(data: bytes) -> tuple[str, str, str]:
    """Code, place and message of the one problem of bytes that are refused."""
    outcome = decode(Source("a", "a.txt", data, ""))
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.level == "error"
    assert problem.remedy
    return problem.code, problem.where, problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_dropped(encoding: str) -> None:
    assert text_of(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_the_other_byte_order_is_read_too(encoding: str) -> None:
    assert text_of(("\ufeff" + WORDS).encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_characters_without_a_mark_are_read_or_refused_and_never_in_silence(encoding: str) -> None:
    outcome = decode(Source("a", "a.txt", "Plain words.".encode(encoding), ""))
    assert outcome.value in (None, "Plain words.")
    assert [problem.code for problem in outcome.problems] in (["decoded-as"], ["not-text"])


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_every_kind_of_newline_is_one(newline: str) -> None:
    assert text_of(WORDS.replace("\n", newline).encode()) == WORDS


def test_mixed_newlines_and_none_at_the_end_are_read() -> None:
    assert text_of(b"one\r\n\r\ntwo\rthree\n\rfour") == "one\n\ntwo\nthree\n\nfour"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_bytes_that_are_no_text_are_named_by_byte_and_line(newline: bytes) -> None:
    data = newline.join((b"one", b"two", b"\xff\xff three\x81\x00\x01"))
    assert refusal(data) == ("not-text", "a.txt:3", f"byte {data.index(255)} is not UTF-8")


def test_a_few_damaged_bytes_are_shown_and_the_first_is_named_by_byte_and_line() -> None:
    outcome = decode(Source("a", "a.txt", "Größe\nMaß und Löß\nÄ\n".encode() + b"caf\xe9 three", ""))
    assert outcome.value == "Größe\nMaß und Löß\nÄ\ncaf\ufffd three"
    (problem,) = outcome.problems
    assert (problem.code, problem.level, problem.where) == ("bytes-damaged", "warning", "a.txt:4")
    assert problem.message.endswith("the first is byte 29, 0xe9")


def test_what_is_not_utf_8_is_never_read_in_silence() -> None:
    outcome = decode(Source("a", "a.txt", "Le café est fermé à midi, dit le maire.".encode("latin-1"), ""))
    assert outcome.problems


def test_half_a_wide_character_is_named_by_its_byte() -> None:
    assert refusal(b"\xff\xfea\x00b") == ("not-text", "a.txt", "byte 4 is not UTF-16")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00", "a zip archive or office document"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(data: bytes, name: str) -> None:
    assert refusal(data) == ("not-text", "a.txt", f"this is {name}, not text")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u200b\xa0\n\u00ad".encode(), b"\xff\xfe"])
def test_nothing_and_white_space_are_an_empty_article(data: bytes) -> None:
    assert refusal(data) == ("article-empty", "a.txt", "the article is empty")


def test_a_stray_control_character_is_borne() -> None:
    assert text_of(b"a\x00" + b"word " * 30).startswith("a\0word")


@given(
    st.binary()
    | st.builds(
        lambda mark, rest: mark + rest, st.sampled_from([b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]), st.binary()
    )
)
def test_any_bytes_are_text_or_refused_with_one_reason(data: bytes) -> None:
    outcome = decode(Source("a", "a.txt", data, ""))
    assert (outcome.value is None) == (worst(outcome.problems) == "error")
    assert len(outcome.problems) <= 1
    if outcome.value is not None:
        assert "\r" not in outcome.value
        outcome.value.encode()
