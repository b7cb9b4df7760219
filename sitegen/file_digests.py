"""Digests of files, each worked out once for as long as the file can't have changed. EDGE: looks at the disk."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from sitegen.kept import Kept
from sitegen.stamps import Stamp, is_settled, stamp_of

Digest = Callable[[str, bytes], str]
"""SHA-256 of the bytes of a file at a path."""


class MadeDigests:
    """SHA-256 of files that a process makes again and again: of the same bytes, those of the build before."""

    def __init__(self) -> None:
        self._known = Kept[str, bytes, str]()

    def sha256(self, path: str, data: bytes) -> str:
        """In hexadecimal, of the bytes of a file at `path` below the site."""
        found = self._known.find(path, data) or sha256_of(data)
        self._known.keep(path, data, found)
        return found

    def forget_unused(self) -> None:
        """Let go of files that were not asked for since this was last called: with them their bytes."""
        self._known.turn()


class DiskDigests:
    """SHA-256 of files on the disk. One is read again unless its stamp says that it is as it was when it was read."""

    def __init__(self) -> None:
        self._known = Kept[str, Stamp, tuple[str, bool]]()
        """By path: the digest, and whether the stamp tells of any change from when it was read on."""
        self.time = 0
        """Not later than now by the clock of the disk, in nanoseconds. While it is 0, all is read."""

    def sha256(self, path: str) -> str | None:
        """In hexadecimal; None of what is no regular file.

        Raises: FileNotFoundError, NotADirectoryError if nothing is there, OSError if it can't be read.
        """
        status = os.lstat(path)  # many files: a `Path` of each would take longer than the rest
        if not stat.S_ISREG(status.st_mode):
            return None
        stamp = stamp_of(status)
        known = self._known.find(path, stamp)
        if known is None or not known[1]:
            known = sha256_of(Path(path).read_bytes()), is_settled(stamp, self.time)
            self._known.keep(path, stamp, known)
        return known[0]

    def forget_unused(self) -> None:
        """Let go of files that were not asked for since this was last called."""
        self._known.turn()


def digest_anew(_path: str, data: bytes) -> str:
    """A `Digest` that remembers nothing."""
    return sha256_of(data)


def sha256_of(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()
