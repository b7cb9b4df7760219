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


@dataclass(frozen=True, slots=True)
class ReadOptions:
    suffixes: tuple[str, ...]
    """Of the files that are articles, lower case."""
    most_bytes: int = 5_000_000
    """A larger file is refused unread: no article is that long."""
    most_files: int = 50_000
    """A folder of more is refused: it is hardly one of articles."""
    strict: bool = False
    """Two articles with one id are an error."""


def read_folder(
    root: Path, options: ReadOptions, progress: Callable[[str], None] = lambda _: None
) -> Outcome[tuple[Source, ...]]:
    """The articles in a folder and those below it, by id. Hidden files are left out.

    `progress` is called with the path of each file read.
    Problems: `file-refused`, `file-ignored`, `id-clash`; paths in them are below the folder.
    Raises: SitegenError `content-missing` if there is no such folder, `too-many-files`.
    """
    _require_folder(root)
    real_root = root.resolve()
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
        if not name.lower().endswith(options.suffixes):
            problems.append(_problem("file-ignored", "note", name, "not an article", _suffix_remedy(options)))
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

    Problems: `file-refused`.
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


def _require_folder(root: Path) -> None:
    try:
        if root.is_dir():
            os.scandir(root).close()
            return
        message = "is a file, not a folder" if root.exists() else "there is no such folder"
    except OSError as error:
        message = f"can't be read: {error.strerror}"
    raise SitegenError(
        Problem(
            "content-missing",
            "error",
            message,
            str(root),
            remedy="put the articles into that folder, or name another: sitegen build --content FOLDER",
        )
    )


def _files(folder: Path, problems: list[Problem], below: str = "") -> Iterator[Path]:
    """All files, in the order of their names. Links to folders are refused aloud: they can lead out, or in circles."""
    if len(below) > PATH_LENGTH:  # and no folder nests so deeply that this function would not come back
        problems.append(_refusal(below, _RefusedError(*_TOO_LONG)))
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(
            _problem("file-refused", "error", below, f"can't be read: {error.strerror}", "check its permissions")
        )
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
        raise _RefusedError(f"can't be read: {error.strerror}", "check the file and its permissions") from error
    except RuntimeError as error:  # Python before 3.13, of a link to itself
        raise _RefusedError("a link that leads to itself", "put the file itself here") from error


def _is_there(path: Path) -> bool:
    """Whether something has this name, were it only a link that leads nowhere."""
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):
        return False


def _suffix_remedy(options: ReadOptions) -> str:
    return f"articles end in {' '.join(options.suffixes)}"


def _refusal(name: str, error: _RefusedError) -> Problem:
    message, remedy = error.args
    return _problem("file-refused", "error", name, message, remedy)


def _problem(code: str, level: Level, path: str, message: str, remedy: str) -> Problem:
    return Problem(code, level, message, _shown(path), remedy=remedy)


def _shown(path: str) -> str:
    """`path` with what is no text, or would break the line, written as an escape."""
    readable = path.encode("utf-8", "backslashreplace").decode()
    return _CONTROLS.sub(lambda match: f"\\x{ord(match.group()):02x}", readable)
