"""Write: the files of a site into its folder. Touches the disk.

The folder belongs to whoever made it: only files that the manifest lists and nobody changed since are replaced or
deleted. Each file is replaced in one step, the manifest last; a journal says which bytes a build meant to write, so
that the next one knows its own work after a crash. Files come one at a time, and wait in a folder beside the others
until the last is made: a large site does not fit into memory, and a fault on the way changes nothing. A fault while
they are put in place has those put back that were there. Only one process may write to a folder: `path_lock`.
"""

import contextlib
import os
import posixpath
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sitegen.disk import TEMPORARY, disk_errors, replace_file, temporary_for, write_new
from sitegen.errors import Problem, SitegenError
from sitegen.file_digests import Digest, DiskDigests, digest_anew, sha256_of
from sitegen.model import OutputFile
from sitegen.ownership import JOURNAL, MANIFEST, manifest_bytes, read_manifest, require_output

Change = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of the output folder, or would become of it."""

    changes: Mapping[str, Change]
    """By path, sorted. Files not named here stay as they are, to the byte and the time stamp."""
    problems: tuple[Problem, ...]


def write_site(
    files: Iterable[OutputFile],
    output: Path,
    *,
    writer: str,
    project: Path | None = None,
    inputs: Iterable[Path] = (),
    progress: Callable[[str], None] = lambda _: None,
    digest: Digest = digest_anew,
    there: DiskDigests | None = None,
) -> WriteReport:
    """Make the folder `output` hold `files`, and whatever else others put into it.

    `writer` names the program in the manifest; `project` and `inputs` are as in `require_output`; `digest` and
    `there`: what earlier builds of this process know of files that were made, and of those on the disk.
    Problems: `page-edited` for a file that somebody changed since it was written: it is kept.
    Raises: SitegenError `output-not-ours`, `output-failed`, and whatever making a file raises.
    """
    require_output(output, project, inputs)
    there = there or DiskDigests()
    with disk_errors(output, "written", "build"):
        sibling = output.with_name(f".{output.name}{TEMPORARY}")
        if sibling.exists():  # of a build that was killed: nobody else uses such a name
            _remove_folder(sibling)
        if not output.exists():
            return _write_first(files, output, sibling, writer, progress, digest)
        with _waiting_room(output) as waiting:
            digests = _prepare(files, _Looking(output, there), waiting, digest)
            return _write_changed(digests, output, waiting, writer, progress, there)


def compare_site(files: Iterable[OutputFile], output: Path) -> WriteReport:
    """What `write_site` would do, judged by the bytes on the disk; nothing is written.

    Problems: `page-edited`, and `output-missing` if there is no such folder.
    Raises: SitegenError `output-failed`.
    """
    if not output.is_dir():
        missing = Problem(
            "output-missing", "error", "there is no such folder", str(output), remedy="build the site: sitegen build"
        )
        return WriteReport({}, (missing,))
    with disk_errors(output, "read", "build"):
        plan = _plan({file.path: sha256_of(file.data) for file in files}, _Looking(output))
        listed = read_manifest(output / MANIFEST)
        left_behind = _left_behind(output)
    if listed != plan.digests:
        plan.changes[MANIFEST] = "added" if listed is None else "changed"
    for path in left_behind:
        plan.changes[path.name] = "removed"
    return plan.report(output)


def clean_site(output: Path, *, writer: str) -> WriteReport:
    """Remove the files of a site that nobody changed since they were written; whatever else is there stays.

    The folder goes too, if nothing is left in it. `writer` is as in `write_site`.
    Problems: `page-edited` for a file that somebody changed: it is kept, and the manifest still lists it.
    Raises: SitegenError `output-missing` if the folder holds no site, `output-failed`.
    """
    _manifest_of(output)
    with disk_errors(output, "removed", "sitegen clean"):
        with _waiting_room(output) as waiting:
            report = _write_changed({}, output, waiting, writer, lambda _: None, DiskDigests())
        if not report.problems:
            (output / MANIFEST).unlink()
            if not output.is_symlink() and not any(output.iterdir()):
                output.rmdir()
        return report


def read_site(output: Path) -> dict[str, bytes]:
    """The files that the manifest of a site lists and that are there, and the manifest itself, by path.

    Raises: SitegenError `output-missing` if the folder holds no site, `output-failed`.
    """
    listed = _manifest_of(output)
    with disk_errors(output, "read", "build"):
        paths = [path for path in (MANIFEST, *listed) if (output / path).is_file()]
        return {path: (output / path).read_bytes() for path in paths}


def is_whole(output: Path, there: DiskDigests | None = None) -> bool:
    """Whether each file that the manifest of a site lists is there as it was written, and no build was cut short.
    `there`: what is known of the files on the disk.

    Raises: OSError.
    """
    listed = read_manifest(output / MANIFEST)
    if listed is None or _left_behind(output):
        return False
    looking = _Looking(output, there)
    return all(looking.sha256(path) == sha256 for path, sha256 in listed.items())


def _manifest_of(output: Path) -> dict[str, str]:
    with disk_errors(output, "read", "build"):
        listed = read_manifest(output / MANIFEST)
    if listed is None:
        message, remedy = "holds no site that sitegen built", "build the site: sitegen build"
        raise SitegenError(Problem("output-missing", "error", message, str(output), remedy=remedy))
    return listed


@dataclass(frozen=True, slots=True)
class _Plan:
    changes: dict[str, Change]
    edited: tuple[str, ...]
    digests: Mapping[str, str]
    """What the manifest will list: of what is written, and for edited files of what had been."""

    def report(self, output: Path) -> WriteReport:
        problems = tuple(
            Problem(
                "page-edited",
                "error",
                "somebody changed this file since it was built; it is kept as it is",
                str(output / path),
                remedy="change the article or the template instead, and delete this file to have it built again",
            )
            for path in self.edited
        )
        return WriteReport(dict(sorted(self.changes.items())), problems)


def _plan(wanted: Mapping[str, str], looking: "_Looking") -> _Plan:
    """`wanted`: path → digest."""
    output = looking.output
    listed = read_manifest(output / MANIFEST) or {}
    intended = read_manifest(output / JOURNAL) or {}
    changes: dict[str, Change] = {}
    edited: list[str] = []
    digests = dict(wanted)
    for path in sorted({*wanted, *listed, *intended}):
        found = looking.sha256(path)
        if found is None:
            if path in wanted:
                changes[path] = "added"
        elif found == digests.get(path):
            continue
        elif looking.is_ours(path, found, listed, intended):
            changes[path] = "changed" if path in wanted else "removed"
        elif path in wanted or listed.get(path):
            edited.append(path)
            digests[path] = listed.get(path, _NEVER_WRITTEN)
    return _Plan(changes, tuple(edited), digests)


_NEVER_WRITTEN = ""
"""In place of the digest of a file that stood, with other bytes, where a page should be before a page ever was."""
_NO_FILE = ""
"""In place of the digest of a link, a folder, or something behind a link or a file where a folder should be."""


class _Looking:
    """One look through a site: what is at each path."""

    def __init__(self, output: Path, there: DiskDigests | None = None) -> None:
        self.output = output
        self._there = there or DiskDigests()
        self._root = os.fspath(output)
        self._folders: dict[str, bool | None] = {"": True}
        """Path below the site → whether it is a folder, and in folders; None: nothing is there."""

    def sha256(self, path: str) -> str | None:
        """The digest of the file at `path`; None if nothing is there."""
        is_folder = self._is_folder(posixpath.dirname(path))
        if not is_folder:
            return None if is_folder is None else _NO_FILE
        try:
            return self._there.sha256(f"{self._root}/{path}") or _NO_FILE
        except (FileNotFoundError, NotADirectoryError):
            return None

    def is_ours(self, path: str, sha256: str, listed: Mapping[str, str], intended: Mapping[str, str]) -> bool:
        """Whether a build wrote the file at `path`, or what a power cut leaves of that: nothing, or bytes of 0."""
        if sha256 == _NO_FILE:
            return False
        return sha256 in (listed.get(path), intended.get(path)) or not (self.output / path).read_bytes().strip(b"\0")

    def _is_folder(self, path: str) -> bool | None:
        if path not in self._folders:
            self._folders[path] = self._is_folder(posixpath.dirname(path)) and self._look(path)
        return self._folders[path]

    def _look(self, path: str) -> bool | None:
        try:
            return stat.S_ISDIR(os.lstat(f"{self._root}/{path}").st_mode)  # many: a `Path` of each takes too long
        except FileNotFoundError:
            return None


@contextlib.contextmanager
def _waiting_room(output: Path) -> Iterator[Path]:
    """A folder for files that wait to be renamed, made with the first of them: inside of `output`, as that may be on a
    disk of its own."""
    waiting = output / _WAITING
    if waiting.is_dir():  # of a build that was killed
        _remove_folder(waiting)
    try:
        yield waiting
    except BaseException:
        shutil.rmtree(waiting, ignore_errors=True)  # what went wrong first is what is told
        raise
    if waiting.is_dir():
        _remove_folder(waiting)


_WAITING = f".waiting{TEMPORARY}"
_NEW, _OLD = "new", "old"
"""Folders of a waiting room: what is to be put in place, and what stood there."""


def _left_behind(output: Path) -> list[Path]:
    """What a build left that was killed, and no page is."""
    ours = [output / JOURNAL, output / _WAITING, *(temporary_for(output / name) for name in (JOURNAL, MANIFEST))]
    return [path for path in ours if os.path.lexists(path)]


def _prepare(files: Iterable[OutputFile], looking: _Looking, waiting: Path, digest: Digest) -> dict[str, str]:
    """The digest of each file by path; those that the site does not hold as they are wait in `waiting`."""
    digests: dict[str, str] = {}
    for file in files:
        digests[file.path] = digest(file.path, file.data)
        if looking.sha256(file.path) != digests[file.path]:
            _put(waiting / _NEW, file.path, file.data)
    return digests


def _write_first(
    files: Iterable[OutputFile],
    output: Path,
    sibling: Path,
    writer: str,
    progress: Callable[[str], None],
    digest: Digest,
) -> WriteReport:
    """The whole site into a sibling folder, renamed once."""
    output.parent.mkdir(parents=True, exist_ok=True)
    sibling.mkdir()
    sibling.chmod(0o755)
    digests: dict[str, str] = {}
    made: set[str] = set()
    try:
        for file in files:
            progress(file.path)
            digests[file.path] = digest(file.path, file.data)
            _put_unseen(sibling, file.path, file.data, made)
        _put(sibling, MANIFEST, manifest_bytes(digests, writer), is_synced=True)
        sibling.rename(output)
    except BaseException:
        shutil.rmtree(sibling, ignore_errors=True)
        raise
    return WriteReport(dict.fromkeys(sorted(digests), "added"), ())


def _write_changed(
    wanted: Mapping[str, str],
    output: Path,
    waiting: Path,
    writer: str,
    progress: Callable[[str], None],
    there: DiskDigests,
) -> WriteReport:
    """Only what differs, each file in one step. `wanted`: path → digest; what differs stands in `waiting`."""
    _recover(output, writer)
    plan = _plan(wanted, _Looking(output, there))
    manifest = manifest_bytes(plan.digests, writer)
    if plan.changes:
        # All that takes space comes before the first page changes: the disk may be full.
        _put(waiting / _NEW, MANIFEST, manifest, is_synced=True)
        for path in (*plan.changes, MANIFEST):
            if (output / path).exists():
                _keep_old(output / path, waiting / _OLD, path)
        _put(output, JOURNAL, manifest, is_synced=True)
        _put_in_place(plan.changes, output, waiting, progress)
    elif not (output / MANIFEST).is_file() or (output / MANIFEST).read_bytes() != manifest:
        _put(output, MANIFEST, manifest, is_synced=True)
    (output / JOURNAL).unlink(missing_ok=True)
    return plan.report(output)


def _put_in_place(changes: Mapping[str, Change], output: Path, waiting: Path, progress: Callable[[str], None]) -> None:
    """Carry out `changes`, the manifest last; if one fails, put back what was there, which is in `waiting`."""
    removed = {path for path, change in changes.items() if change == "removed"}
    begun: list[str] = []
    try:
        for path in (*sorted(changes), MANIFEST):
            progress(path)
            begun.append(path)
            if path == MANIFEST:  # not before: to put back a page on a full disk, its folder must be there
                for gone in sorted(removed):
                    _remove_empty(output / gone, output)
            if path in removed:
                (output / path).unlink()
            else:
                _make_folders(output, path)
                os.replace(waiting / _NEW / path, output / path)  # noqa: PTH105 - says what it relies on
    except BaseException:
        _put_back(begun, output, waiting / _OLD)
        raise


def _keep_old(file: Path, old: Path, path: str) -> None:
    _make_folders(old, path)
    try:
        (old / path).hardlink_to(file)
    except OSError:  # a disk that has no such links
        shutil.copy2(file, old / path)


def _put_back(begun: Sequence[str], output: Path, old: Path) -> None:
    """What stood at these paths before; where the disk refuses, the next build mends it by the journal.

    The manifest comes first: of pages that are there, it or the journal must know the bytes at any moment.
    """
    with contextlib.suppress(OSError):
        for path in reversed(begun):
            if (old / path).exists():
                _make_folders(output, path)
                os.replace(old / path, output / path)  # noqa: PTH105 - says what it relies on
            else:
                (output / path).unlink(missing_ok=True)
                _remove_empty(output / path, output)
        (output / JOURNAL).unlink()


def _recover(output: Path, writer: str) -> None:
    """Tidy up after a build that was killed: the manifest lists what that build got done, nothing is half there.

    Only then may another journal take the place of the one that it left: a file may hold what either promised.
    """
    for path in (JOURNAL, MANIFEST):
        temporary_for(output / path).unlink(missing_ok=True)
    intended = read_manifest(output / JOURNAL)
    if intended is None:
        return
    listed = read_manifest(output / MANIFEST) or {}
    done: dict[str, str] = {}
    looking = _Looking(output)
    for path in sorted({*listed, *intended}):
        found = looking.sha256(path)
        if found != _NO_FILE:
            temporary_for(output / path).unlink(missing_ok=True)
        if found is None:
            _remove_empty(output / path, output)
        else:
            is_ours = looking.is_ours(path, found, listed, intended)
            done[path] = found if is_ours else listed.get(path, _NEVER_WRITTEN)
    _put(output, MANIFEST, manifest_bytes(done, writer), is_synced=True)


def _put(root: Path, path: str, data: bytes, *, is_synced: bool = False) -> None:
    """Pages are not synced, as that would take longer than to make them: a torn one is known by its digest."""
    _make_folders(root, path)
    # Whatever the umask: hosts refuse files that others can't read.
    replace_file(root / path, data, mode=0o644, is_synced=is_synced)


def _put_unseen(root: Path, path: str, data: bytes, made: set[str]) -> None:
    """The same below a `root` that nobody sees before all is there: no file has to get its name in one step. `made`:
    folders that are known to be there."""
    folder = path.rpartition("/")[0]
    if folder not in made:
        _make_folders(root, path)
        made.add(folder)
    write_new(root / path, data, mode=0o644)


def _make_folders(root: Path, path: str) -> None:
    """Those that a file at `path` below `root` is in."""
    inside = [parent for parent in (root / path).parents if root in parent.parents]
    root.mkdir(parents=True, exist_ok=True)
    for folder in reversed(inside):
        if not folder.is_dir():
            folder.mkdir()
            folder.chmod(0o755)


def _remove_folder(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        error.filename = str(folder)  # it is told by its name alone
        raise


def _remove_empty(removed: Path, output: Path) -> None:
    for folder in removed.parents:
        if folder == output or (folder.exists() and any(folder.iterdir())):
            return
        if folder.exists():
            folder.rmdir()
