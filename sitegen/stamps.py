"""Stamps: whether files are as they were, told by what the disk says of them without reading. EDGE: looks at the disk.

A file whose size, times and inode are as before is taken for the same without being read, unless it was changed so
shortly before it was looked at that a later change could have left the same times.
Method: the index of git, and its "racy" entries (git's Documentation/technical/racy-git.txt).
Known failure: a file that was changed with its times set back, and the clock of the machine with them.
"""

import contextlib
import hashlib
import os
import stat
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_TICK = 2_000_000_000
"""Nanoseconds: no file system tells times less finely (FAT does it so)."""
_BITS = 2**64 - 1
_COMPILED = "__pycache__"
Change = Literal["added", "changed", "removed"]
Stamp = tuple[int, int, int, int, int]
"""Mode, size, modified and changed in nanoseconds, inode."""
Entry = tuple[int, int, int, int, int, str]
"""As a stamp, and SHA-256 in hexadecimal; empty of what is no file, and of one that can't be read. Of a folder only the
mode counts, the rest is 0."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files that a build reads, as they were at a time."""

    entries: Mapping[str, Entry]
    """By path, as it was asked for. What was not there is not here."""
    time: int
    """In nanoseconds, by the disk's own clock, before the first was looked at."""

    @property
    def is_settled(self) -> bool:
        """Whether the stamps alone will tell of each file that it was not changed since."""
        return all(is_settled(entry[:5], self.time) for entry in self.entries.values())


def stamp_of(status: os.stat_result) -> Stamp:
    """What the disk says of a file."""
    return (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def is_settled(stamp: Stamp, time: int) -> bool:
    """Whether a file that had a stamp at a time, by the disk's own clock, has another once it is changed after it."""
    return max(stamp[2], stamp[3]) < time - _TICK


def look_at(files: Iterable[str], folders: Iterable[str], time: int, known: Inputs | None = None) -> Inputs:
    """The `files`, and all below `folders` but what is hidden, as they are now. Missing ones are left out.

    `known`: as they were at another time; those that cannot have changed since are not read.
    """
    entries: dict[str, Entry] = {}
    before = known.entries if known else {}
    time_before = known.time if known else 0
    for path, status in _statuses(files, folders):
        if stat.S_ISDIR(status.st_mode):
            entries[path] = (status.st_mode, 0, 0, 0, 0, "")
            continue
        stamp = stamp_of(status)
        entry = before.get(path)
        if entry is None or entry[:5] != stamp or not entry[5] or not is_settled(stamp, time_before):
            entry = (*stamp, _sha256(path) if stat.S_ISREG(status.st_mode) else "")
        entries[path] = entry
    return Inputs(entries, time)


def changes(before: Inputs, now: Inputs) -> dict[str, Change]:
    """What became of files between two looks, by path, sorted. A file counts by its bytes and its mode."""
    if before.entries == now.entries:
        return {}
    found: dict[str, Change] = {}
    for path in before.entries.keys() | now.entries.keys():
        old, new = before.entries.get(path), now.entries.get(path)
        if old is None:
            found[path] = "added"
        elif new is None:
            found[path] = "removed"
        elif (old[0], old[-1]) != (new[0], new[-1]):
            found[path] = "changed"
    return dict(sorted(found.items()))


def stamp_of_folder(folder: str) -> tuple[str, int]:
    """A digest of what the disk says of all in a folder, and the newest of the times there, in nanoseconds.

    While the stamp is the same and the clock was past that time when it was made, no file there was changed.
    """
    names: list[str] = []
    numbers = array("Q")
    todo = [folder]
    while todo:
        names.append(todo.pop())
        try:
            with os.scandir(names[-1]) as entries:
                for entry in entries:
                    names.append(entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                        continue
                    seen = entry.stat(follow_symlinks=False)
                    times = seen.st_mtime_ns & _BITS, seen.st_ctime_ns & _BITS  # before 1970 they are below 0
                    numbers.extend((seen.st_mode, seen.st_size, *times, seen.st_ino))
        except OSError:
            continue  # gone, or not to be looked into: then its files are missing from the stamp
    stamp = hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape") + numbers.tobytes()).hexdigest()
    newest = max((*numbers[2::5], *numbers[3::5]), default=0)
    return stamp, newest


def _statuses(files: Iterable[str], folders: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    for path in files:
        try:
            yield path, os.stat(path)  # noqa: PTH116 - many files: a `Path` of each would take longer than the rest
        except OSError:
            continue
    for folder in folders:
        with contextlib.suppress(OSError):
            yield folder, os.stat(folder)  # noqa: PTH116
        yield from _below(folder)


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """All that is in a folder but what is hidden. Links to folders are not followed: no build does."""
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == _COMPILED:
            continue
        try:
            status = entry.stat()
        except OSError:
            status = entry.stat(follow_symlinks=False)  # a link that leads nowhere
        yield entry.path, status
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


def _sha256(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
