"""Print: one document of a built site, for paper (PDF, drawn by WeasyPrint) or e-readers (EPUB). Both need the extra
`print`, which reads pages as browsers do."""

import importlib
import logging
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from sitegen.compose.urls import INDEX, STYLESHEET
from sitegen.disk import disk_errors, replace_file
from sitegen.document import Chapter, Element, chapter_paths, chapters, document_html
from sitegen.epub import epub_bytes
from sitegen.errors import Problem, SitegenError


def write_pdf(
    files: Mapping[str, bytes], target: Path, *, title: str, language: str, site_url: str | None, paper: str
) -> None:
    """Write the first page and the topics of a site (path → bytes) to `target`, on `paper`. Nothing is fetched.

    Raises: SitegenError where WeasyPrint is not installed, or the file can't be written.
    """
    weasyprint = _extra("weasyprint")

    def refuse(url: str) -> NoReturn:
        raise ValueError(f"{url}: nothing is fetched")

    found = _chapters(files, site_url, are_files=False)
    text = document_html(found, title, language, files[STYLESHEET].decode(), paper)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of each rule that is for screens alone
    data = weasyprint.HTML(string=text, url_fetcher=refuse).write_pdf(pdf_identifier=b"sitegen", pdf_tags=True)
    _write(target, data, "--pdf")


def write_epub(
    files: Mapping[str, bytes], target: Path, *, title: str, language: str, site_url: str | None, day: str | None
) -> None:
    """Write the first page and the topics of a site (path → bytes) to `target`; `day`: of its newest source.

    Raises: as `write_pdf`.
    """
    found = _chapters(files, site_url, are_files=True)
    _write(target, epub_bytes(found, title, language, files[STYLESHEET].decode(), day), "--epub")


def _chapters(files: Mapping[str, bytes], site_url: str | None, *, are_files: bool) -> tuple[Chapter, ...]:
    parser = _extra("tinyhtml5")

    def page(path: str) -> Element:
        parsed: Element = parser.parse(files[path].decode(), namespace_html_elements=False)
        return parsed

    paths = chapter_paths(page(INDEX), files)
    return chapters({path: page(path) for path in paths}, site_url, are_files=are_files)


def _extra(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as error:  # OSError: without the libraries of the system that it draws with
        message = f"a document needs an extra: {error}"
        remedy = (
            "pip install 'briefing-sitegen[print]'; for a PDF the system needs Pango: "
            "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
        )
        raise SitegenError(Problem("extra-missing", "error", message, remedy=remedy)) from error


def _write(target: Path, data: bytes, option: str) -> None:
    with disk_errors(target, "write the document", f"sitegen build {option}"):
        replace_file(target, data)
