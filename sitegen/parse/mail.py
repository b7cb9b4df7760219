"""A letter as mail programs save it (`.eml`) → the article that a newsletter is."""

import codecs
import email
import email.errors
import email.policy
import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.utils import parseaddr

from sitegen.errors import Outcome, Problem
from sitegen.model import Metadata, Role, Source
from sitegen.reasons import as_it_is
from sitegen.text import fold, normalise, project

from .decode import decode
from .extract import Extract, TextBlock
from .fragment import read_fragment
from .headings import DEFAULT_ROLES
from .html_dates import iso_date
from .pagefacts import web_address
from .plain import quotation_edits, recover_blocks

_FAULTS = (email.errors.MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the standard library raises on headers and bodies that are malformed enough."""
_LISTS = ("List-Id", "List-Unsubscribe", "List-Post")
"""Headers of letters that go to many (RFC 2369, RFC 2919)."""
_HEADER = re.compile(
    rb"^(?:content-[a-z-]+|from|subject|date|message-id|mime-version|archived-at):"
    rb"[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+",  # and the lines that continue it
    re.MULTILINE | re.IGNORECASE,
)
_BOUNDARY = re.compile(rb"\bboundary\*?\d*\*?\s*=", re.IGNORECASE)
_LONGEST_HEADER = 2_000
_MOST_OF_HEADERS = 40_000
_MOST_NESTED = 12
_MOST_PARTS = 500
"""The standard library takes time that grows with the square of these."""
_PERSON_AT_OUTLET = re.compile(r"(?P<person>[^|]*?\S)(?:\s+(?:at|from|via)\s+(?=[A-Z0-9])|\s*\|\s*)(?P<outlet>\S.*)")
_ANGLED = re.compile(r"<\s*([^<>\s]+)\s*>")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def read_letter(
    data: bytes, *, path: str = "", roles: Mapping[str, Role] = DEFAULT_ROLES, recurring: frozenset[str] = frozenset()
) -> Outcome[Extract | None]:
    """The article that a saved letter holds; None, with an error, if there is no letter or no text in it.

    The HTML part is read if it has words, else the plain one, as `recover_blocks` reads it with `roles` and
    `recurring`. The name before the sender's address is the publisher of a letter that went to a list, else its
    author; `Jane Doe at The Paper` and `Jane Doe | The Paper` are both. Attachments are not read. `name` is the id of
    the message.

    Known failure: what a newsletter says of itself (`View in browser`, `Unsubscribe`) is kept as text.
    Problems: `not-text`, `article-empty`; `date-impossible`; those of `decode`.
    """
    if fault := _fault(data):
        return _refused("not-text", f"this can't be read as an e-mail: {fault}", path)
    opened = _open(data)
    if opened is None:
        return _refused("not-text", "this can't be read as an e-mail", path)
    letter, parts = opened
    if not any(_header(letter, name) for name in ("From", "Subject", "Date", "Message-ID")):
        return _refused("not-text", "this is no e-mail: it has no sender, subject or date", path)
    title = fold(_header(letter, "Subject")) or None
    problems: list[Problem] = []
    blocks: tuple[TextBlock, ...] = ()
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if blocks or _type(part) != kind:
                continue
            read = _text(part, path)
            problems += read.problems
            if read.value is not None:
                made = read_fragment(read.value) if kind == "text/html" else _plain_blocks(read.value, roles, recurring)
                blocks = _without_title(made, title)
    metadata = _metadata(letter)
    stated = _header(letter, "Date")
    if stated and not metadata.published:
        message = f'Date: "{stated[:40]}" is not a date'
        remedy = "write the date of the article into its front matter as published: 2024-05-12"
        problems.append(Problem("date-impossible", "warning", message, path, remedy=remedy))
    if not blocks:
        return _refused("article-empty", "the letter has no text", path, problems)
    return Outcome(Extract(title, blocks, metadata, _identifier(letter)), tuple(problems))


def letter_texts(data: bytes) -> Iterator[str]:
    """The subject of a letter, and the texts of all its parts, decoded; of what is no letter, nothing."""
    opened = None if _fault(data) else _open(data)
    if opened is None:
        return
    letter, parts = opened
    yield _header(letter, "Subject")
    for part in parts:
        if _type(part).startswith("text/"):
            yield _text(part, "").value or ""


def _open(data: bytes) -> tuple[EmailMessage, list[EmailMessage]] | None:
    """A letter and its parts; None if the standard library gives up on it."""
    try:
        letter = email.message_from_bytes(data, policy=email.policy.default)
        return letter, [part for part in letter.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    except _FAULTS:
        return None


def _fault(data: bytes) -> str:
    """Why a letter is not given to the parser; empty if it is."""
    lengths = [len(header[0]) for header in _HEADER.finditer(data)]
    if max(lengths, default=0) > _LONGEST_HEADER or sum(lengths) > _MOST_OF_HEADERS:
        return "its headers are too long"
    if len(_BOUNDARY.findall(data)) > _MOST_NESTED:
        return f"its parts nest more than {_MOST_NESTED} deep"
    if data.count(b"\n--") > _MOST_PARTS:
        return f"it has more than {_MOST_PARTS} parts"
    return ""


def _refused(code: str, message: str, path: str, before: list[Problem] | None = None) -> Outcome[Extract | None]:
    problem = Problem(code, "error", message, path, remedy="save the letter again, or save its words as text")
    return Outcome(None, (*(before or ()), problem))


def _header(part: EmailMessage, name: str) -> str:
    """The words of a header; empty if it is absent or can't be read."""
    try:
        return str(part.get(name, "")).strip()
    except _FAULTS:
        return ""


def _type(part: EmailMessage) -> str:
    """The type of a part that is shown; empty for an attachment."""
    try:
        return "" if part.is_attachment() or part.get_filename() else part.get_content_type()
    except _FAULTS:
        return ""


def _text(part: EmailMessage, path: str) -> Outcome[str | None]:
    """The words of a part: in the encoding that it states if all bytes are in it, else as those of any file."""
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset("")
    except _FAULTS:
        return Outcome(None)
    if not isinstance(payload, bytes) or not payload.strip():
        return Outcome(None)
    try:
        if charset and codecs.lookup(charset).name not in ("ascii", "utf-7"):
            return Outcome(payload.decode(charset).replace("\r\n", "\n").replace("\r", "\n"))
    except (LookupError, ValueError):
        pass  # unknown, or not what the bytes are in
    return decode(Source("", path, payload, ""))


def _plain_blocks(text: str, roles: Mapping[str, Role], recurring: frozenset[str]) -> tuple[TextBlock, ...]:
    raw = recover_blocks(text, roles=roles, recurring=recurring)
    edits = quotation_edits(text, raw)
    blocks = (TextBlock(block.kind, project(text, block.start, block.end, edits), block.level) for block in raw)
    return tuple(block for block in blocks if block.text)


def _without_title(blocks: tuple[TextBlock, ...], title: str | None) -> tuple[TextBlock, ...]:
    """The blocks less a heading that repeats the title; the title is level 1, so no heading among them is."""
    return tuple(
        TextBlock(block.kind, block.text, max(block.level, 2)) if block.kind == "heading" else block
        for block in blocks
        if block.kind != "heading" or title is None or normalise(block.text) != normalise(title)
    )


def _metadata(letter: EmailMessage) -> Metadata:
    facts = {name: (value, basis) for name, value, basis in _facts(letter) if value}
    found = {name: value for name, (value, _) in facts.items()}
    return Metadata(**found, basis=tuple(sorted((name, as_it_is(basis)) for name, (_, basis) in facts.items())))  # type: ignore[arg-type]  # none of these is `rights`


def _facts(letter: EmailMessage) -> Iterator[tuple[str, str | None, str]]:
    """Field of `Metadata`, value, basis."""
    sender = fold(parseaddr(_header(letter, "From"))[0])
    to_many = any(name in letter for name in _LISTS)
    both = _PERSON_AT_OUTLET.fullmatch(sender)
    if both:
        yield "author", both["person"], "e-mail From"
        yield "publisher", both["outlet"], "e-mail From"
    elif to_many:
        yield "publisher", sender, "e-mail From of a letter to a list"
    else:
        yield "author", sender, "e-mail From"
    yield "published", iso_date(_header(letter, "Date")), "e-mail Date"
    language = _header(letter, "Content-Language").split(",")[0].strip()
    yield "language", language if _LANGUAGE_TAG.fullmatch(language) else None, "e-mail Content-Language"
    address = _ANGLED.search(_header(letter, "Archived-At"))
    yield "url", web_address(address[1]) if address else None, "e-mail Archived-At"


def _identifier(letter: EmailMessage) -> str:
    stated = _header(letter, "Message-ID")
    found = _ANGLED.search(stated)
    return fold(found[1] if found else stated)
