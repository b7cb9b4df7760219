"""Word documents and PDF, through converters that come as extras → their article."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from sitegen.errors import Outcome, Problem
from sitegen.model import Metadata, Role
from sitegen.text import fold

from .blocks import make_blocks
from .extract import Extract, TextBlock
from .fragment import read_fragment
from .plain import quotation_edits, recover_blocks

_MOST_UNPACKED = 50_000_000
"""Bytes, of all parts of a Word document: a bomb unpacks to far more, an article to far less."""
_MOST_PAGES = 500


def read_word(data: bytes, *, path: str) -> Outcome[Extract | None]:
    """The article of a .docx file: its first heading is the title.

    Problems: `extra-missing`; `document-broken`, also for one that unpacks to more than is sane.
    """
    try:
        import mammoth
    except ImportError:
        return _missing("docx", path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                return _broken("it unpacks to more than a text can be", path)
        markup: str = mammoth.convert_to_html(BytesIO(data), convert_image=lambda _: []).value
    except Exception as error:  # whatever a converter raises on a hostile file is that file's fault
        return _broken(f"it can't be read: {type(error).__name__}", path)
    blocks = read_fragment(markup)
    title = blocks[0].text if blocks and blocks[0].kind == "heading" else None
    return Outcome(Extract(title, blocks[1:] if title else blocks, Metadata()))


def read_pdf(data: bytes, *, path: str, roles: Mapping[str, Role]) -> Outcome[Extract | None]:
    """The article of a PDF: its text, page by page, structured as plain text is.

    Problems: `extra-missing`; `document-broken`, also for one that is locked, or that holds only pictures of pages.
    """
    read = pdf_text(data, path=path)
    if read.value is None:
        return Outcome(None, read.problems)
    text = read.value
    raw = recover_blocks(text, roles=roles)
    blocks = make_blocks("", text, raw, quotation_edits(text, raw), roles)
    title = next((block.text for block in blocks if block.role == "title"), None)
    body = tuple(TextBlock(block.kind, block.text, block.level) for block in blocks if block.role != "title")
    return Outcome(Extract(title, body, Metadata()))


def pdf_text(data: bytes, *, path: str) -> Outcome[str | None]:
    """The text of a PDF, an empty line between pages."""
    try:
        import pypdf
    except ImportError:
        missing = _missing("pdf", path)
        return Outcome(None, missing.problems)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if len(reader.pages) > _MOST_PAGES:
            return Outcome(None, _broken(f"it has more than {_MOST_PAGES} pages", path).problems)
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except Exception as error:  # whatever a converter raises on a hostile file is that file's fault
        return Outcome(None, _broken(f"it can't be read: {type(error).__name__}", path).problems)
    text = text.encode("utf-8", "replace").decode()  # fonts can claim characters that are none
    if not fold(text):
        return Outcome(None, _broken("it holds no text, only pictures of pages", path).problems)
    return Outcome(text)


def word_text(data: bytes) -> str:
    """The words of a .docx file without its structure; empty if it can't be read."""
    try:
        import mammoth

        return str(mammoth.extract_raw_text(BytesIO(data)).value)
    except Exception:  # the parser has said what is wrong with it
        return ""


def _missing(extra: str, path: str) -> Outcome[Extract | None]:
    remedy = f"pip install 'briefing-sitegen[{extra}]', or save the document as text"
    return Outcome(None, (Problem("extra-missing", "error", f"reading .{extra} needs an extra", path, remedy=remedy),))


def _broken(message: str, path: str) -> Outcome[Extract | None]:
    remedy = "open it in its program and save it as text"
    return Outcome(None, (Problem("document-broken", "error", message, path, remedy=remedy),))
