"""Bytes that are not clean UTF-8: read by evidence, or refused by name."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import Outcome, Problem
from sitegen.model import Source
from sitegen.parse.decode import decode

ENGLISH = (
    "The harbour board said on Monday that the “long pier” won’t reopen before May – the piles are rotten.\n"
    "Its engineer, José Brandão, asked for £4 million; the council’s answer is due in a week.\n"
) * 2
RUSSIAN = "Совет порта сообщил в понедельник, что длинный причал откроется не раньше мая, потому что сваи сгнили.\n" * 3
JAPANESE = "港湾局は月曜日に、長い桟橋は五月まで再開しないと発表した。杭が腐っているためである。\n" * 3
CZECH = "Správa přístavu v pondělí oznámila, že dlouhé molo se před květnem neotevře, protože piloty shnily.\n" * 3


def read(data: bytes) -> Outcome[str | None]:
    return decode(Source("a", "a.html", data, ""))


def codes(outcome: Outcome[str | None]) -> list[str]:
    return [problem.code for problem in outcome.problems]


def the_problem(data: bytes) -> Problem:
    (problem,) = read(data).problems
    return problem


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac-roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (ENGLISH, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32-le"),
    ],
)
def test_what_is_not_utf_8_is_read_as_what_it_is_with_a_warning(text: str, encoding: str) -> None:
    outcome = read(text.encode(encoding))
    assert outcome.value == text
    assert codes(outcome) == ["decoded-as"]
    assert outcome.problems[0].level == "warning"


def test_the_warning_names_encoding_reason_and_remedy() -> None:
    problem = the_problem(ENGLISH.encode("cp1252"))
    assert problem.message == "not UTF-8; read as Windows-1252: by how its letters follow each other"
    assert "UTF-8" in problem.remedy


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="windows-1251">',
        b'<?xml version="1.0" encoding="windows-1251"?>',
        b"<meta content='text/html; charset=CP1251'>",
    ],
)
def test_a_declared_encoding_in_which_all_bytes_are_holds(head: bytes) -> None:
    data = head + b"\n" + "Порт закрыт.".encode("cp1251")
    outcome = read(data)
    assert outcome.value == data.decode("cp1251")
    assert outcome.problems[0].message == "not UTF-8; read as Windows-1251: the file declares it"


def test_latin_1_declared_as_utf_8_is_found_out() -> None:
    outcome = read(b"<meta charset=utf-8>\n" + ENGLISH.encode("cp1252"))
    assert outcome.value == "<meta charset=utf-8>\n" + ENGLISH
    assert codes(outcome) == ["decoded-as"]


def test_utf_8_declared_as_latin_1_is_read_as_the_utf_8_that_it_is() -> None:
    data = b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + ENGLISH.encode()
    assert read(data) == Outcome(data.decode())


def test_a_declaration_that_the_words_contradict_is_refused_with_both_names() -> None:
    problem = the_problem(b"<meta charset=iso-8859-1>\n" + RUSSIAN.encode("cp1251"))
    assert problem.code == "encoding-unclear"
    assert "Windows-1252 or Windows-1251" in problem.message


@pytest.mark.parametrize(
    "label", [b"utf-7", b"rot13", b"base64", b"idna", b"unicode_escape", b"x-user-defined", b"\xff", b""]
)
def test_a_declared_codec_that_is_no_encoding_of_text_is_not_believed(label: bytes) -> None:
    outcome = read(b"<meta charset=" + label + b">\n" + ENGLISH.encode("cp1252"))
    assert outcome.value is None or outcome.value.endswith(ENGLISH)


def test_a_damaged_place_in_utf_8_is_shown_and_named_by_byte_and_line() -> None:
    outcome = read(ENGLISH.encode() + b"caf\xe9\n" + ENGLISH.encode())
    assert outcome.value == f"{ENGLISH}caf\ufffd\n{ENGLISH}"
    problem = outcome.problems[0]
    offset = len(ENGLISH.encode()) + 3
    assert (problem.code, problem.line) == ("bytes-damaged", 5)
    assert problem.message == f"bytes that are not UTF-8: 1, shown as \ufffd; the first is byte {offset}, 0xe9"


def test_a_file_of_two_encodings_is_refused_where_the_second_begins() -> None:
    problem = the_problem(ENGLISH.encode() + ENGLISH.encode("cp1252"))
    assert (problem.code, problem.level, problem.line) == ("encoding-unclear", "error", 5)


def test_letters_that_were_lost_before_are_counted() -> None:
    problem = the_problem("one\ntw\ufffd thr\ufffde\n".encode())
    assert (problem.code, problem.level, problem.line) == ("bytes-damaged", "warning", 2)
    assert "2" in problem.message


def test_too_few_letters_to_tell_are_refused_with_the_candidates() -> None:
    problem = the_problem(b"\xc0\xe9")
    assert problem.code in ("encoding-unclear", "not-text")
    assert problem.remedy.startswith("save the file as UTF-8")


def test_a_byte_order_mark_of_utf_8_with_one_damaged_place_is_still_utf_8() -> None:
    outcome = read(b"\xef\xbb\xbf" + ENGLISH.encode() + b"\xff")
    assert outcome.value == ENGLISH + "\ufffd"


def test_random_bytes_are_no_text() -> None:
    data = random.Random(5).randbytes(20_000)
    outcome = read(data)
    assert outcome.value is None
    assert outcome.problems[0].code == "not-text"


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error(data: bytes) -> None:
    outcome = read(data)
    errors = [problem for problem in outcome.problems if problem.level == "error"]
    assert (outcome.value is None) == bool(errors)
    if outcome.value is not None:
        outcome.value.encode()  # no half characters


@given(
    st.text(alphabet="abc äßé“”–\n", min_size=1, max_size=80), st.sampled_from(["cp1252", "utf-16-le", "iso8859-15"])
)
def test_what_is_not_utf_8_by_chance_is_never_read_in_silence(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    outcome = read(data)
    assert outcome.value in (None, data.decode(encoding)) or outcome.problems or outcome.value == data.decode()
