"""Import: documents as they were received → Markdown articles that people can correct. Touches the disk."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from sitegen.config import Config
from sitegen.disk import disk_errors, replace_file
from sitegen.errors import Outcome, Problem, SitegenError
from sitegen.model import Article
from sitegen.parse import MARKDOWN, PLAIN, parse
from sitegen.parse.as_markdown import as_markdown
from sitegen.parse.decode import decode
from sitegen.parse.frontmatter import FENCE, read_front_matter
from sitegen.parse.plain import recurring_lines
from sitegen.read import read_documents, read_folder
from sitegen.text import digest, slug

Fate = Literal["written", "rewritten", "unchanged", "edited", "refused"]
_DIGEST_KEY = "imported_sha256"
_DOCUMENT_LINE = re.compile(r"^document: \"?(?P<document>.*?)\"?$", re.MULTILINE)
_DIGEST_LINE = re.compile(rf"^{_DIGEST_KEY}: .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one document."""

    document: str
    """Below the project folder."""
    article: str | None
    """The article's file below the project folder; None: refused."""
    fate: Fate


@dataclass(frozen=True, slots=True)
class _Existing:
    """An article that is there already."""

    path: Path
    text: str
    is_as_written: bool
    """Nobody changed it since it was imported."""


def import_documents(
    paths: Iterable[Path], project: Path, config: Config, progress: Callable[[str], None] = lambda _: None
) -> Outcome[tuple[Imported, ...]]:
    """Make an article of each document (and of each in a folder), in the content folder.

    Safe to repeat: an article that a person changed is never written to, and one that would be the same is not
    touched. Documents outside of the project are copied into its folder of documents first.

    Problems: those of `parse` and `read_documents`; `article-edited`; `format-unknown`. Paths are below the project.
    Raises: SitegenError `document-missing`, `output-failed`.
    """
    content = project / config.content
    existing = _existing(content, config)
    imported: list[Imported] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for path in sorted({path for given in paths for path in _documents_in(given)}):
        name = _below(path, project)
        if not name.lower().endswith(PLAIN):
            problems.append(_unknown(name, config))
            imported.append(Imported(name, None, "refused"))
        elif Path(name).is_absolute():
            taken = _take_in(Path(name), project, config)
            problems += taken.problems
            if taken.value is None:
                imported.append(Imported(name, None, "refused"))
            else:
                names.add(taken.value)
        else:
            names.add(name)
    read = read_documents(project, sorted(names), config.read)
    problems += read.problems
    imported += (Imported(name, None, "refused") for name in sorted(names - {document.path for document in read.value}))
    earlier = read_documents(project, sorted(existing.keys() - names), config.read).value
    texts = [text for document in (*earlier, *read.value) if (text := decode(document).value)]
    options = replace(config.parse, recurring=recurring_lines(texts))
    for document in read.value:
        progress(document.path)
        parsed = parse(document, options)
        problems += parsed.problems
        if parsed.value is None:
            imported.append(Imported(document.path, None, "refused"))
            continue
        with disk_errors(content, "written", "import"):
            article, fate = _store(parsed.value, document.path, content, existing)
        name = _below(article, project)
        if fate == "edited":
            problems.append(_edited(name, document.path))
        imported.append(Imported(document.path, name, fate))
    return Outcome(tuple(sorted(imported, key=lambda one: one.document)), tuple(problems))


def article_file(article: Article, document: str, document_sha256: str) -> str:
    """The Markdown file of an imported article: front matter, then its blocks."""
    head = f"{FENCE}\ndocument: {_scalar(document)}\ndocument_sha256: {document_sha256}\n"
    body = f"{FENCE}\n\n{as_markdown(article.blocks)}"
    return f"{head}{_DIGEST_KEY}: {_sha256(head + body)}\n{body}"


def _store(article: Article, document: str, content: Path, existing: dict[str, _Existing]) -> tuple[Path, Fate]:
    text = article_file(article, document, article.sha256)
    old = existing.get(document)
    if old is not None:
        if old.text == text:
            return old.path, "unchanged"
        if not old.is_as_written:
            return old.path, "edited"
        _write(old.path, text.encode())
        return old.path, "rewritten"
    name = slug(article.title) if article.title else slug(Path(document).stem)
    path = content / f"{name}.md"
    if path.exists():
        path = content / f"{name}-{digest(document, 6)}.md"
    if path.exists():
        return path, "edited"
    _write(path, text.encode())
    return path, "written"


def _existing(content: Path, config: Config) -> dict[str, _Existing]:
    """The articles that were imported before, by their document."""
    if not content.is_dir():
        return {}
    found: dict[str, _Existing] = {}
    for source in read_folder(content, config.read).value:
        text = decode(source).value if source.path.lower().endswith(MARKDOWN) else None
        if text is None:
            continue  # `build` says what is wrong with it
        front_matter = read_front_matter(text, path=source.path).value
        if front_matter is None:  # broken by a person, whose work it is all the same
            line = _DOCUMENT_LINE.search(text)
            document, is_as_written = line and line["document"], False
        else:
            document = front_matter.metadata.document
            is_as_written = front_matter.imported_sha256 == _sha256(_DIGEST_LINE.sub("", text, count=1))
        if document:
            found.setdefault(document, _Existing(content / source.path, text, is_as_written))
    return found


def _documents_in(given: Path) -> Iterator[Path]:
    if given.is_dir():
        for path in sorted(given.rglob("*")):
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(given).parts):
                yield path
    elif given.is_file():
        yield given
    else:
        raise SitegenError(
            Problem("document-missing", "error", "there is no such file", str(given), remedy="check the name")
        )


def _take_in(path: Path, project: Path, config: Config) -> Outcome[str | None]:
    """Copy a document from outside into the project: its path there; None, with a problem, when it is refused."""
    read = read_documents(path.parent, [path.name], config.read)
    if not read.value:
        return Outcome(None, tuple(replace(problem, path=path.as_posix()) for problem in read.problems))
    data = read.value[0].data
    folder = project / config.documents
    with disk_errors(folder, "written", "import"):
        copy = folder / path.name
        if copy.exists() and copy.read_bytes() != data:
            copy = folder / f"{path.stem}-{read.value[0].sha256[:6]}{path.suffix}"
        if not copy.exists():
            _write(copy, data)
    return Outcome(_below(copy, project))


def _below(path: Path, project: Path) -> str:
    """`path` from the project folder on, with forward slashes; if it lies outside, the whole of it."""
    real, root = path.resolve(), project.resolve()
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else real.as_posix()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)


def _unknown(document: str, config: Config) -> Problem:
    return Problem(
        "format-unknown",
        "error",
        "this kind of document can't be imported",
        document,
        remedy=f"save it as text ({' '.join(PLAIN)}); Markdown goes straight into {config.content}/",
    )


def _edited(article: str, document: str) -> Problem:
    return Problem(
        "article-edited",
        "note",
        f"a person changed it since it was imported from {document}: it is kept as it is",
        article,
        remedy="to import it afresh, move it away first",
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _scalar(value: str) -> str:
    """A YAML scalar that reads back as `value`."""
    return value if re.fullmatch(r"[\w/][\w./-]*", value) else json.dumps(value, ensure_ascii=False)
