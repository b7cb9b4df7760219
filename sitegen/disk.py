"""Disk: a file replaced in one step, and what can go wrong there in words. EDGE: for those that write."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.errors import Problem, SitegenError

TEMPORARY = ".sitegen-tmp"
"""How the name of an unfinished file or folder ends."""


def replace_file(target: Path, data: bytes, *, mode: int | None = None) -> None:
    """Give `target`, in a folder that exists, these bytes in one step: whoever looks sees the old ones or the new.

    `mode` holds whatever the umask; None: as the umask has it.
    """
    temporary = temporary_for(target)
    try:
        temporary.write_bytes(data)
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, target)  # noqa: PTH105 - says what it relies on
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
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
