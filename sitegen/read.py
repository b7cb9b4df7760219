"""Read: a folder's articles as sources. Touches the disk; parses nothing."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.errors import Level, Outcome, Problem, SitegenError
from sitegen.model import Source
from sitegen.text import digest, slug

PATH_LENGTH = 200
_CLASH_DIGITS = 8
_TOO_LONG = (f"its path is longer than {PATH_LENGTH} characters", "give it a shorter name")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_PARTS = tuple(
    "_files -Dateien _archivos _arquivos _bestanden _bylos _datoteke _dosyalar _elemei _failid _fails _fajlovi "
    "_ficheiros _fichiers _file -filer _fitxategiak _fitxers _pliki _soubory _tiedostot".split()
)
"""What browsers append to the name of a saved page, in one language or another, for the folder of its parts."""
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    suffixes: tuple[str, ...]
    """Of the files that are articles, lower case."""
    most_bytes: int = 5_000_000
    """A larger file is refused unread: no article is that long."""
    most_files: int = 50_000
    """A folder of more is refused: it is hardly one of articles."""
    ignore: tuple[str, ...] = ()
    """Patterns, as in a .gitignore, of files to leave alone."""
    strict: bool = False
    """Two articles with one id are an error."""


def read_folder(
    root: Path, options: ReadOptions, progress: Callable[[str], None] = lambda _: None
) -> Outcome[tuple[Source, ...]]:
    """The articles in a folder and those below it, by id. Hidden files are left out.

    `progress` is called with the path of each file read.
    Problems: `file-refused`, `file-unreadable`, `file-ignored`, `id-clash`; paths in them are below the folder.
    Raises: ValueError for a pattern that is none; SitegenError `content-missing` if there is no such folder,
    `too-many-files`.
    """
    _require_folder(root)
    real_root = root.resolve()
    ignored = _ignored(options.ignore)
    problems: list[Problem] = []
    found: list[tuple[str, bytes]] = []
    for number, path in enumerate(_files(root, problems)):
        if number >= options.most_files:
            raise SitegenError(
                Problem(
                    "too-many-files",
                    "error",
                    f"more than {options.most_files:,} files",
                    str(root),
                    remedy="split the folder, or raise limits.most_files in sitegen.yml",
                )
            )
        name = path.relative_to(root).as_posix()
        if reason := _reason_to_ignore(path, name, root, ignored, options):
            problems.append(_problem("file-ignored", "note", name, *reason))
            continue
        progress(name)
        try:
            found.append((name, _read(path, name, real_root, options)))
        except _RefusedError as error:
            problems.append(_refusal(name, error))
    ids, clashes = article_ids([name for name, _ in found], strict=options.strict)
    sources = (Source(ids[name], name, data, hashlib.sha256(data).hexdigest()) for name, data in found)
    return Outcome(tuple(sorted(sources, key=lambda source: source.id)), (*problems, *clashes))


def read_documents(project: Path, names: Iterable[str], options: ReadOptions) -> Outcome[tuple[Source, ...]]:
    """The documents with these names, paths below the project, in their order; missing ones are left out.

    Problems: `file-refused`, `file-unreadable`.
    """
    real_root = project.resolve()
    sources: list[Source] = []
    problems: list[Problem] = []
    for name in names:
        try:
            if _is_there(project / name):
                data = _read(project / name, name, real_root, options)
                sources.append(Source(name, name, data, hashlib.sha256(data).hexdigest()))
        except _RefusedError as error:
            problems.append(_refusal(name, error))
    return Outcome(tuple(sources), tuple(problems))


def article_ids(paths: Iterable[str], *, strict: bool = False) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """An id for each path below the content folder: its slugs, without suffix.

    Paths that would share an id all take a short digest of their path, so that a third arrival moves nobody. Two
    hyphens go before it, which no slug has: such an id is never that of a third path.
    """
    paths_by_slug: dict[str, list[str]] = {}
    for path in sorted(paths):
        plain = "/".join(slug(part) for part in PurePosixPath(path).with_suffix("").parts)
        paths_by_slug.setdefault(plain, []).append(path)
    ids: dict[str, str] = {}
    problems: list[Problem] = []
    for plain, sharing in paths_by_slug.items():
        for path in sharing:
            ids[path] = plain if len(sharing) == 1 else f"{plain}--{digest(path, _CLASH_DIGITS)}"
            if len(sharing) > 1:
                others = ", ".join(_shown(other) for other in sharing if other != path)
                message = f'would have the same address as {others}; it is kept apart as "{ids[path]}"'
                level: Level = "error" if strict else "warning"
                problems.append(_problem("id-clash", level, path, message, "rename one of the files"))
    return ids, tuple(problems)


def saved_page(path: Path, root: Path) -> Path | None:
    """The saved page that a file below `root` is a part of: what `a.html` shows, browsers put into `a_files/`."""
    for folder in path.parents:
        if folder == root:
            break
        stem = next((folder.name.removesuffix(part) for part in _PARTS if folder.name.endswith(part)), "")
        for page in (folder.with_name(stem + suffix) for suffix in _PAGES if stem):
            if page.is_file():
                return page
    return None


def _reason_to_ignore(
    path: Path, name: str, root: Path, ignored: Callable[[str], bool], options: ReadOptions
) -> tuple[str, str] | None:
    """Why a file is left alone, and what to do about it; None for an article."""
    if ignored(name):
        return "a pattern names it", "see ignore in sitegen.yml"
    if page := saved_page(path, root):
        return f"part of the saved page {_shown(page.name)}", "to have it read, move it out of this folder"
    if not name.lower().endswith(options.suffixes):
        return "not an article", f"articles end in {' '.join(options.suffixes)}"
    return None


def _ignored(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a path is one that the patterns name."""
    if not patterns:
        return lambda _: False
    from pathspec import GitIgnoreSpec  # only where there are patterns

    return GitIgnoreSpec.from_lines(patterns).match_file


def _require_folder(root: Path) -> None:
    try:
        if root.is_dir():
            os.scandir(root).close()
            return
        message = "is a file, not a folder" if root.exists() else "there is no such folder"
    except OSError as error:
        message = f"can't be read: {error.strerror}"
    raise _no_content(root, message)


def _no_content(root: Path, message: str) -> SitegenError:
    remedy = "put the articles into that folder, or name another: sitegen build --content FOLDER"
    return SitegenError(Problem("content-missing", "error", message, str(root), remedy=remedy))


def _files(folder: Path, problems: list[Problem], below: str = "") -> Iterator[Path]:
    """All files, in the order of their names. Links to folders are refused aloud: they can lead out, or in circles."""
    if len(below) > PATH_LENGTH:  # and no folder nests so deeply that this function would not come back
        problems.append(_refusal(below, _RefusedError(*_TOO_LONG)))
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"can't be read: {error.strerror}"
        if not below:  # it could be read a moment ago: taken for empty, it would empty the site
            raise _no_content(folder, message) from error
        problems.append(_problem("file-unreadable", "error", below, message, "check its permissions"))
        return
    for entry in listed:
        name = f"{below}/{entry.name}" if below else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), problems, name)
        elif entry.is_symlink() and Path(entry.path).is_dir():
            problems.append(_problem("file-refused", "error", name, "a link to a folder", "put the folder itself here"))
        else:
            yield Path(entry.path)


class _RefusedError(Exception):
    """A file that is not read: why, and what to do about it."""

    code = "file-refused"


class _UnreadableError(_RefusedError):
    """One that the system did not let us read; it may the next time."""

    code = "file-unreadable"


def _read(path: Path, name: str, real_root: Path, options: ReadOptions) -> bytes:
    if len(name) > PATH_LENGTH:
        raise _RefusedError(*_TOO_LONG)
    if _shown(name) != name:
        raise _RefusedError("its name is not plain text", "rename it")
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(real_root):
            raise _RefusedError("it leads out of the folder", "put the file itself here")
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _RefusedError("not a regular file", "remove it")
        if status.st_size > options.most_bytes:
            raise _RefusedError(
                f"{status.st_size:,} bytes; at most {options.most_bytes:,} are read",
                "split it, or raise limits.most_bytes in sitegen.yml",
            )
        return real.read_bytes()
    except OSError as error:
        raise _UnreadableError(f"can't be read: {error.strerror}", "check the file and its permissions") from error
    except RuntimeError as error:  # Python before 3.13, of a link to itself
        raise _RefusedError("a link that leads to itself", "put the file itself here") from error


def _is_there(path: Path) -> bool:
    """Whether something has this name, were it only a link that leads nowhere."""
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):
        return False


def _refusal(name: str, error: _RefusedError) -> Problem:
    message, remedy = error.args
    return _problem(error.code, "error", name, message, remedy)


def _problem(code: str, level: Level, path: str, message: str, remedy: str) -> Problem:
    return Problem(code, level, message, _shown(path), remedy=remedy)


def _shown(path: str) -> str:
    """`path` with what is no text, or would break the line, written as an escape."""
    readable = path.encode("utf-8", "backslashreplace").decode()
    return _CONTROLS.sub(lambda match: f"\\x{ord(match.group()):02x}", readable)
