"""Bytes to text, or a reason why they are none."""

import codecs
import re

from sitegen.errors import Outcome, Problem
from sitegen.model import Source
from sitegen.text import fold

from .encodings import Reading, read_legacy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_NEWLINE = re.compile(rb"\r\n?|\n")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02
"""Share of control characters above which characters are no text: stray ones occur in pasted text, not whole runs."""
_ESCAPES = re.compile(rb"\x1b\$[)A-D@]|\x1b\([IJ]")
"""Of ISO-2022, which has no byte above 127."""
_LOST = "\ufffd"
_NO_CHARACTER = re.compile("[\udc80-\udcff]+")
_DAMAGED_UTF8 = 3.0
"""So many characters of UTF-8 stand against one byte that is none, at least, in a text that is UTF-8."""
_MIXED = 0.5
"""So many in a text that is partly UTF-8; in legacy encodings chance makes up to 0.37, measured in 50 languages."""


def decode(source: Source) -> Outcome[str | None]:
    """The text of a source: byte order mark dropped, newlines `\\n`; None, with a problem, when it is no text.

    What is not UTF-8 is read by what the file declares or by detection, with a warning; refused when that is not sure.
    Problems: `article-empty`, `not-text`, `encoding-unclear`; warnings `decoded-as`, `bytes-damaged`.
    """
    data = source.data
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _refuse(
                source, "not-text", f"this is {name}, not text", "save the article as text, and remove this file"
            )
    read = _marked(source) or _plain_utf8(source) or _damaged_utf8(source) or _legacy(source)
    if read.value is None:
        return read
    text = read.value.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        return _refuse(source, "not-text", "too many control characters for a text", "save the article as text")
    if not fold(text):
        return _refuse(source, "article-empty", "the article is empty", "write the article, or remove the file")
    return Outcome(text, read.problems)


def _marked(source: Source) -> Outcome[str | None] | None:
    """The text, by its byte order mark; None if it has none."""
    encoding = next((name for mark, name in _BOMS if source.data.startswith(mark)), None)
    if encoding is None or encoding == "utf-8":
        return None
    try:
        return Outcome(source.data.decode(encoding))
    except UnicodeDecodeError as error:
        return _refuse(
            source,
            "not-text",
            f"byte {error.start} is not {encoding.upper()}",
            "save the file as UTF-8; if it is no text, remove it",
        )


def _plain_utf8(source: Source) -> Outcome[str | None] | None:
    """The text, if it is UTF-8 without a flaw."""
    if source.data.count(0) > _MOST_CONTROLS * len(source.data) or _ESCAPES.search(source.data):
        return None
    try:
        text = source.data.decode()
    except UnicodeDecodeError:
        return None
    lost = text.find(_LOST)
    if lost < 0:
        return Outcome(text)
    message = f"characters were lost before this file was saved: {text.count(_LOST)}, each shown as {_LOST}"
    return Outcome(text, (_damage(source, message, _line(source, len(text[:lost].encode()))),))


def _damaged_utf8(source: Source) -> Outcome[str | None] | None:
    """The text, if it is UTF-8 but for a few places; refused if as much of it is not."""
    text = source.data.decode(errors="surrogateescape")
    runs = list(_NO_CHARACTER.finditer(text))
    damaged = sum(run.end() - run.start() for run in runs)
    fine = sum(character > "\x7f" for character in text) - damaged
    if not runs or fine < damaged * _MIXED:
        return None
    offset = len(text[: runs[0].start()].encode())
    line = _line(source, offset)
    where = f"the first is byte {offset}, {source.data[offset]:#04x}"
    if fine < damaged * _DAMAGED_UTF8:
        return _refuse(
            source,
            "encoding-unclear",
            f"part of it is UTF-8 and part is not; bytes that are not: {damaged}, {where}",
            "save the whole file as UTF-8",
            line,
        )
    message = f"bytes that are not UTF-8: {damaged}, shown as {_LOST}; {where}"
    return Outcome(_NO_CHARACTER.sub(_LOST, text), (_damage(source, message, line),))


def _legacy(source: Source) -> Outcome[str | None]:
    """The text in an encoding that is not UTF-8; refused if it is not clear in which."""
    read = read_legacy(source.data)
    if isinstance(read, Reading):
        problem = Problem(
            "decoded-as",
            "warning",
            f"not UTF-8; read as {read.encoding}: {read.why}",
            source.path,
            remedy="check the letters beyond A to Z, and save the file as UTF-8",
        )
        return Outcome(read.text, (problem,))
    try:
        source.data.decode()
    except UnicodeDecodeError as error:
        line = _line(source, error.start)
        message = f"byte {error.start} is not UTF-8"
    else:
        line, message = 0, "too many control characters for a text"
    remedy = "save the file as UTF-8; if it is no text, remove it"
    if not read.candidates:
        return _refuse(source, "not-text", message, remedy, line)
    named = " or ".join(dict.fromkeys(read.candidates))
    return _refuse(source, "encoding-unclear", f"{message}; it may be {named}: {read.why}", remedy, line)


def _line(source: Source, offset: int) -> int:
    """The line, from 1, in which a byte stands."""
    return len(_NEWLINE.findall(source.data, 0, offset)) + 1


def _refuse(source: Source, code: str, message: str, remedy: str, line: int = 0) -> Outcome[str | None]:
    return Outcome(None, (Problem(code, "error", message, source.path, line, 0, remedy),))


def _damage(source: Source, message: str, line: int) -> Problem:
    return Problem("bytes-damaged", "warning", message, source.path, line, 0, "look the words up, and mend them")
