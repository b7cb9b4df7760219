"""Import: documents as they were received → Markdown articles that people can correct. Touches the disk."""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from sitegen.config import Config
from sitegen.disk import disk_errors, made_folder, replace_file
from sitegen.each import Each, Lost, here
from sitegen.errors import Outcome, Problem, SitegenError
from sitegen.intake import unstated
from sitegen.model import Article
from sitegen.parse import BINARY, FEEDS, MARKDOWN, PAGES, PLAIN, is_text, parse
from sitegen.parse.as_markdown import as_markdown
from sitegen.parse.decode import decode
from sitegen.parse.frontmatter import FENCE, read_front_matter
from sitegen.parse.plain import recurring_lines
from sitegen.read import read_documents, read_folder, saved_page
from sitegen.text import digest, fold, slug

Fate = Literal["written", "rewritten", "unchanged", "edited", "refused"]
_IMPORTABLE = PLAIN + PAGES + FEEDS + BINARY
_FACTS = ("published", "updated", "publisher", "author", "url", "language", "section", "agency", "dateline", "rights")
"""Of an article's metadata, those that its front matter states."""
_DIGEST_KEY = "imported_sha256"
_DOCUMENT_LINE = re.compile(r"^document: \"?(?P<document>.*?)\"?$", re.MULTILINE)
_ITEM_LINE = re.compile(r"^item: \"?(?P<item>.*?)\"?$", re.MULTILINE)
_DIGEST_LINE = re.compile(rf"^{_DIGEST_KEY}: .*\n", re.MULTILINE)
_PLAIN_SCALAR = re.compile(r"(?!(?:null|Null|NULL)$)[\w/][\w./-]*")
"""What YAML reads as it is written; `null` is nothing there."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one document."""

    document: str
    """Below the project folder."""
    article: str | None
    """The article's file below the project folder; None: refused."""
    fate: Fate
    notes: tuple[str, ...] = ()
    """What the document does not state, and how it had to be read."""


class _Key(NamedTuple):
    """What an imported article is known by."""

    document: str
    item: str
    """Empty where the document holds one article."""


@dataclass(frozen=True, slots=True)
class _Existing:
    """An article that is there already."""

    path: Path
    text: str
    is_as_written: bool
    """Nobody changed it since it was imported."""


def import_documents(
    paths: Iterable[Path],
    project: Path,
    config: Config,
    progress: Callable[[str], None] = lambda _: None,
    each: Each = here,
) -> Outcome[tuple[Imported, ...]]:
    """Make an article of each document (and of each in a folder), in the content folder.

    Safe to repeat: an article that a person changed is never written to, and one that would be the same is not
    touched. Documents outside of the project are copied into its folder of documents first. In a folder, files that are
    no documents are left alone with a note, as are the parts of a saved page; one that is named is refused.

    Problems: those of `parse` and `read_documents`; `article-edited`; `format-unknown`. Paths are below the project.
    Raises: SitegenError `document-missing`, `output-failed`.
    """
    content = project / config.content
    existing = _existing(content, config)
    imported: list[Imported] = []
    problems: list[Problem] = []
    names: set[str] = set()
    found = _find_documents(paths)
    problems += _left_alone(found.others, project, config)
    for path in found.documents:
        name = _below(path, project)
        if not name.lower().endswith(_IMPORTABLE):
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
    earlier = read_documents(project, sorted({key.document for key in existing} - names), config.read).value
    plain = [document for document in (*earlier, *read.value) if document.path.lower().endswith(PLAIN)]
    texts = [text for document in plain if (text := decode(document).value)]
    texts = [text for text in texts if text.count("\n") <= config.parse.most_lines]  # the others are refused
    options = replace(config.parse, recurring=recurring_lines(texts))
    results = each(partial(parse, options=options), read.value)
    for document, result in zip(read.value, results, strict=True):
        progress(document.path)
        parsed = Outcome((), (result.problem(document.path),)) if isinstance(result, Lost) else result
        problems += parsed.problems
        said = tuple(dict.fromkeys(problem.message for problem in parsed.problems))
        if not parsed.value:
            imported.append(Imported(document.path, None, "refused", said))
        for article in parsed.value:
            item = article.id.rpartition("--")[2] if article.id != document.id else ""
            with disk_errors(content, "written", "import"):
                path, fate = _store(article, _Key(document.path, item), content, existing)
            name = _below(path, project)
            if fate == "edited":
                problems.append(_edited(name, document.path))
            imported.append(Imported(document.path, name, fate, (*said, *map(str, unstated(article)))))
    return Outcome(tuple(sorted(imported, key=lambda one: one.document)), tuple(problems))


def article_file(article: Article, document: str, item: str = "") -> str:
    """The Markdown file of an imported article: front matter, with where each fact was found, then its blocks.

    `item` tells apart the articles of one document, such as a feed's.
    """
    basis = dict(article.metadata.basis)
    facts = {name: str(getattr(article.metadata, name)) for name in _FACTS if getattr(article.metadata, name)}
    lines = [f"{name}: {_scalar(value)}  # {fold(str(basis[name]))}" for name, value in facts.items() if name in basis]
    lines += [f"document: {_scalar(document)}", f"document_sha256: {article.sha256}"]
    lines += [f"item: {_scalar(item)}"] if item else []
    head = "\n".join([FENCE, *lines, ""])
    body = f"{FENCE}\n\n{as_markdown(article.blocks) if is_text(document) else article.text}"
    return f"{head}{_DIGEST_KEY}: {_sha256(head + body)}\n{body}"


def _store(article: Article, key: _Key, content: Path, existing: dict[_Key, _Existing]) -> tuple[Path, Fate]:
    text = article_file(article, key.document, key.item)
    old = existing.get(key)
    if old is not None:
        if old.text == text:
            return old.path, "unchanged"
        if not old.is_as_written:
            return old.path, "edited"
        _write(old.path, text.encode())
        return old.path, "rewritten"
    name = slug(article.title) if article.title else slug(Path(key.document).stem)
    path = content / f"{name}.md"
    if path.exists():
        path = content / f"{name}-{digest(f'{key.document}{key.item}', 6)}.md"
    if path.exists():
        return path, "edited"
    _write(path, text.encode())
    return path, "written"


def _existing(content: Path, config: Config) -> dict[_Key, _Existing]:
    """The articles that were imported before, by their document."""
    if not content.is_dir():
        return {}
    found: dict[_Key, _Existing] = {}
    for source in read_folder(content, config.read).value:
        text = decode(source).value if source.path.lower().endswith(MARKDOWN) else None
        if text is None:
            continue  # `build` says what is wrong with it
        front_matter = read_front_matter(text, path=source.path).value
        if front_matter is None:  # broken by a person, whose work it is all the same
            line = _DOCUMENT_LINE.search(text)
            item_line = _ITEM_LINE.search(text)
            document, item = line and line["document"], item_line["item"] if item_line else ""
            is_as_written = False
        else:
            document, item = front_matter.metadata.document, front_matter.item or ""
            is_as_written = front_matter.imported_sha256 == _sha256(_DIGEST_LINE.sub("", text, count=1))
        if document:
            found.setdefault(_Key(document, item), _Existing(content / source.path, text, is_as_written))
    return found


class _Found(NamedTuple):
    """What stands where the user pointed to."""

    documents: tuple[Path, ...]
    """Files that were named, and those in folders that can be imported."""
    others: tuple[Path, ...]
    """The other files in folders."""


def _find_documents(paths: Iterable[Path]) -> _Found:
    documents: set[Path] = set()
    others: set[Path] = set()
    for given in paths:
        if given.is_dir():
            for path in _files_below(given):
                is_document = path.name.lower().endswith(_IMPORTABLE) and not saved_page(path, given)
                (documents if is_document else others).add(path)
        elif given.is_file():
            documents.add(given)
        else:
            raise SitegenError(
                Problem("document-missing", "error", "there is no such file", str(given), remedy="check the name")
            )
    return _Found(tuple(sorted(documents)), tuple(sorted(others - documents)))


def _files_below(folder: Path) -> Iterator[Path]:
    """All but what is hidden. Raises: SitegenError `output-failed` for a folder that can't be read."""

    def stop(error: OSError) -> None:
        raise error

    with disk_errors(folder, "read", "import"):
        for within, folders, names in os.walk(folder, onerror=stop):
            folders[:] = (name for name in folders if not name.startswith("."))
            paths = (Path(within) / name for name in names if not name.startswith("."))
            yield from (path for path in paths if path.is_file())


def _left_alone(others: Iterable[Path], project: Path, config: Config) -> Iterator[Problem]:
    """A note for each folder with files that are no documents."""
    for folder, paths in groupby(others, key=lambda path: path.parent):
        kinds = Counter(path.suffix.lower() or path.name for path in paths)
        listed = " ".join(sorted(kinds))
        files = "1 file that is no document" if kinds.total() == 1 else f"{kinds.total()} files that are no documents"
        message = f"{files}: left alone ({listed})"
        yield Problem("format-unknown", "note", message, _below(folder, project), remedy=_formats(config))


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
    with made_folder(path.parent):
        replace_file(path, data)


def _unknown(document: str, config: Config) -> Problem:
    return Problem(
        "format-unknown",
        "error",
        "this kind of document can't be imported",
        document,
        remedy=_formats(config),
    )


def _formats(config: Config) -> str:
    return f"{' '.join(_IMPORTABLE)} can be imported; Markdown goes straight into {config.content}/"


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
    return value if _PLAIN_SCALAR.fullmatch(value) else json.dumps(value, ensure_ascii=False)
