"""Letters: newsletters that a mail program saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Metadata
from sitegen.parse.extract import Extract, TextBlock
from sitegen.parse.mail import read_letter
from sitegen.reasons import as_it_is
from tests.effort import bounded_effort

HEAD = (
    b"From: =?utf-8?q?The_C=C3=B4te?= <news@coast.example>\r\n"
    b"Subject: Pier shut =?utf-8?b?4oCT?= for now\r\n"
    b"Date: Mon, 13 May 2024 08:30:00 +0200\r\n"
    b"Message-ID: <17@coast.example>\r\n"
    b"List-Id: Coast news <news.coast.example>\r\n"
)
PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe pier is shut.\r\n\r\nIt stays shut until May.\r\n"
BOTH = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n' + PLAIN + b"--b\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<h1>Pier shut =E2=80=93 for now</h1><p>The pier =\r\nis <b>shut</b>.</p>"
    b"<h2>Why</h2><p>Piles rot.</p>\r\n--b--\r\n"
)


def letter(data: bytes) -> Extract:
    outcome = read_letter(data)
    assert outcome.value is not None, outcome.problems
    return outcome.value


def sender(line: bytes, more: bytes = b"") -> Metadata:
    return letter(b"From: " + line + b"\r\n" + more + PLAIN).metadata


def test_a_newsletter_gives_subject_outlet_date_and_words() -> None:
    extract = letter(HEAD + PLAIN)
    assert (extract.title, extract.name) == ("Pier shut – for now", "17@coast.example")
    assert [block.text for block in extract.blocks] == ["The pier is shut.", "It stays shut until May."]
    assert extract.metadata == Metadata(
        published="2024-05-13T08:30:00+02:00",
        publisher="The Côte",
        basis=(("published", as_it_is("e-mail Date")), ("publisher", as_it_is("e-mail From of a letter to a list"))),
    )


def test_the_html_part_is_read_and_a_heading_that_repeats_the_subject_is_not() -> None:
    assert letter(HEAD + BOTH).blocks == (
        TextBlock("paragraph", "The pier is shut."),
        TextBlock("heading", "Why", 2),
        TextBlock("paragraph", "Piles rot."),
    )


def test_the_plain_part_is_read_where_the_html_part_has_no_words() -> None:
    data = BOTH[: BOTH.index(b"<h1>")] + b"<img src=x>\r\n--b--\r\n"
    assert len(letter(HEAD + data).blocks) == 2


def test_the_sender_is_publisher_of_a_list_and_author_of_a_letter() -> None:
    assert sender(b"The Coast <a@b.example>", b"List-Unsubscribe: <mailto:x@b.example>\r\n").publisher == "The Coast"
    alone = sender(b"Ann Roe <a@b.example>")
    assert (alone.author, alone.publisher) == ("Ann Roe", None)


@pytest.mark.parametrize(
    "line",
    [
        b"Ann Roe at The Coast <a@b.example>",
        b'"Ann Roe | The Coast" <a@b.example>',
        b"Ann Roe from The Coast <a@b.example>",
    ],
)
def test_a_person_at_an_outlet_is_both(line: bytes) -> None:
    both = sender(line)
    assert (both.author, both.publisher) == ("Ann Roe", "The Coast")


def test_an_address_alone_is_nobody() -> None:
    assert sender(b"news@b.example").author is None


def test_a_part_in_another_encoding_than_it_states_is_read_as_that_of_a_file() -> None:
    words = "The board’s “long pier” won’t reopen – the piles are rotten, said José Brandão.\n" * 3
    data = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + words.encode("cp1252")
    outcome = read_letter(data, path="a.eml")
    assert outcome.value is not None
    assert outcome.value.blocks[0].text.startswith("The board’s “long pier” won’t")
    assert [(problem.code, problem.path) for problem in outcome.problems] == [("decoded-as", "a.eml")]


def test_attachments_are_not_read() -> None:
    data = HEAD + b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nWords.\r\n"
    assert [problem.code for problem in read_letter(data).problems] == ["article-empty"]


def test_an_impossible_date_is_reported() -> None:
    outcome = read_letter(b"From: a@b.example\r\nDate: 31 Feb 2024\r\n" + PLAIN)
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("date-impossible", "warning")]


@pytest.mark.parametrize("data", [b"", b"just words\nand more", b"\0\1\2", b"X-Other: 1\r\n\r\nwords"])
def test_what_has_no_headers_of_a_letter_is_refused(data: bytes) -> None:
    outcome = read_letter(data)
    assert outcome.value is None
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("not-text", "error")]


PIECES = [
    *(
        b"From: ",
        b"Subject: ",
        b"Date: ",
        b"Content-Type: ",
        b"text/html",
        b"multipart/mixed; boundary=b",
        b"; charset=",
    ),
    *(b"utf-7", b"\xff", b"\r\n", b"\r\n\r\n", b"--b\r\n", b"=?utf-8?q?", b"?=", b"<a@b>", b"@", b"[", b"words"),
    *(b"message/rfc822", b"Content-Transfer-Encoding: base64"),
]


@given(st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join))
def test_any_bytes_give_a_letter_or_an_error(data: bytes) -> None:
    for outcome in (read_letter(data), read_letter(HEAD + data)):
        errors = [problem for problem in outcome.problems if problem.level == "error"]
        assert (outcome.value is None) == bool(errors)


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(300))


@pytest.mark.parametrize(
    "rest",
    [
        NESTED + b"x\r\n" * 50_000,
        b"Content-Type: text/plain; " + b"a*0=b; " * 10_000 + b"\r\n\r\nx",
        b"Cc: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 20_000,
        b"Content-Type: message/rfc822\r\n\r\n" * 1_000,
    ],
)
def test_letters_that_the_standard_library_would_hang_on_are_refused(rest: bytes) -> None:
    with bounded_effort(5):
        outcome = read_letter(HEAD + rest)
        assert [problem.code for problem in outcome.problems] == ["not-text"]
