"""Disk: a file replaced in one step, and what can go wrong there in words. EDGE: for those that write."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.errors import Problem, SitegenError

TEMPORARY = ".sitegen-tmp"
"""How the name of an unfinished file or folder ends."""
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write other line ends."""


def replace_file(target: Path, data: bytes, *, mode: int | None = None, is_synced: bool = True) -> None:
    """Give `target`, in a folder that exists, these bytes in one step: whoever looks sees the old ones or the new.

    `mode` holds whatever the umask; None: as the umask has it. `is_synced`: the bytes are on the disk before they stand
    there, so that no power cut leaves the name without them; that takes some milliseconds.
    Two processes must not do it with one target at once: `path_lock`.
    """
    temporary = temporary_for(target)
    try:
        write_new(temporary, data, mode=mode, is_synced=is_synced)
        os.replace(temporary, target)  # noqa: PTH105 - says what it relies on
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def write_new(path: Path, data: bytes, *, mode: int | None = None, is_synced: bool = False) -> None:
    """Write a file in place of whatever has that name, which is not written through: it may be a link of a stranger.

    `mode` and `is_synced` are as in `replace_file`.
    """
    path.unlink(missing_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if is_synced:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        error.filename = error.filename or str(path)  # a disk that is full does not say of which file
        raise
    if mode is not None:
        path.chmod(mode)


@contextlib.contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make a folder, and those that it is in. Those that were made go again if what is done then fails."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # others have put something there
            for one in made:
                one.rmdir()
        raise


def temporary_for(target: Path) -> Path:
    """Where the bytes of `target` are gathered. Its name is not part of the name: that may be as long as can be."""
    name = hashlib.blake2b(os.fsencode(target.name), digest_size=4).hexdigest()
    return target.with_name(f".{name}{TEMPORARY}")


@contextlib.contextmanager
def disk_errors(folder: Path, done: str, command: str) -> Iterator[None]:
    """Turn what the disk says into words: what could not be `done`, and which `command` to repeat.

    Raises: SitegenError `output-failed`, with the path; `folder` if the disk names none.
    """
    try:
        yield
    except OSError as error:
        raise SitegenError(
            Problem(
                "output-failed",
                "error",
                f"can't be {done}: {error.strerror or error}",
                str(error.filename2 or error.filename or folder),
                remedy=f"free some space or mend the permissions, and {command} again: what is there is whole",
            )
        ) from error
