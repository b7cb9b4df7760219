"""Faults of the disk, and kills, at the n-th file operation of what a process of its own does.

Counted are the operations that Python tells audit hooks of (https://docs.python.org/3/library/audit_events.html), and
writing and syncing, of which it does not; of another program, that it is started. SQLite is no part of it:
`benchmarks/kills.py` kills that at any moment.
"""

import errno
import json
import os
import stat
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from sitegen.disk import TEMPORARY
from sitegen.ownership import JOURNAL, MANIFEST

Fault = Literal["kill", "full", "broken", "forbidden"]
"""The process ends, in the midst of a write if it is one; from here on nothing can be written that takes space; this
one operation fails, as by a broken disk, or for lack of permission."""

_ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO, "forbidden": errno.EACCES}
_PROGRAM = "subprocess.Popen"
_OPEN_TO_WRITE = "open-to-write"
_GROWING = frozenset({"os.mkdir", "os.link", "write", "sync", _OPEN_TO_WRITE, _PROGRAM})
_CHANGING = _GROWING | {"os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime"}
_LOOKING = frozenset({"os.listdir", "os.scandir"})
_REMOVING = frozenset({"os.remove", "os.rmdir"})
_BEFORE_REMOVING = frozenset({"os.scandir", "os.listdir", "open"})
"""What `shutil.rmtree` does before it removes a folder; of all others it is no part of a removal."""


@dataclass(frozen=True, slots=True)
class Struck:
    """How an action ended in a process of its own."""

    operation: str
    """The one that was struck; empty: it has fewer."""
    status: int
    """Its exit status; -1: killed."""
    err: str
    """What it said on standard error."""

    @property
    def is_removal(self) -> bool:
        """Whether what was struck takes away something, or looks for what is to be taken away."""
        operation, _, path = self.operation.partition(" ")
        return operation in _REMOVING or (operation in _BEFORE_REMOVING and path.endswith(TEMPORARY))

    def is_left(self, path: str) -> bool:
        """Whether what is at `path` may stay until the next time, as what was struck should have taken it away: what is
        unfinished, the journal, and of manifests the very one."""
        if not self.is_removal:
            return False
        *folders, name = PurePosixPath(path).parts
        is_unfinished = any(part.endswith(TEMPORARY) for part in (*folders, name))
        return is_unfinished or name == JOURNAL or (name == MANIFEST and self.operation.endswith(f"/{path}"))


def struck(action: Callable[[], tuple[int, str]], root: Path, number: int, fault: Fault) -> Struck:
    """What becomes of `action`, which gives an exit status and what was said, if a fault strikes it.

    `number`: of the file operation below `root` that is struck, from 1; of kills and a full disk, among those that
    change something.
    """
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pytest has threads, none of which holds what we need
        child = os.fork()
    if child == 0:
        os.close(reading)
        status, said = 99, "the test itself failed"
        faults = _Faults(root, number, fault, writing)
        try:
            faults.begin()
            status, said = action()
        except BaseException as error:
            said = repr(error)
        finally:
            faults.is_over = True
            faults.tell(status, said)
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        lines = [json.loads(line) for line in told.read().splitlines()]
    os.waitpid(child, 0)
    return Struck(**lines[-1])


class _Faults:
    def __init__(self, root: Path, number: int, fault: Fault, pipe: int) -> None:
        self.is_over = False
        self._root = str(root)
        self._left = number
        self._fault = fault
        self._pipe = pipe
        self._operation = ""
        self._write, self._sync = os.write, os.fsync

    def begin(self) -> None:
        os.write, os.fsync = self._writing, self._syncing  # type: ignore[assignment]
        sys.addaudithook(self._hear)

    def tell(self, status: int, said: str) -> None:
        line = {"operation": self._operation, "status": status, "err": said}
        self._write(self._pipe, json.dumps(line).encode() + b"\n")

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.is_over:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and self._is_ours(path):
                self._count(_OPEN_TO_WRITE if flags & (os.O_WRONLY | os.O_RDWR) else "open", str(path))
        elif event == _PROGRAM:
            self._count(event, " ".join(map(str, arguments[1])))
        elif event in _CHANGING or event in _LOOKING:
            is_of_folder = event in _CHANGING and any(isinstance(one, int) and one > 2 for one in arguments[1:])
            if self._is_ours(arguments[0]) or (is_of_folder and not Path(str(arguments[0])).is_absolute()):
                self._count(event, str(arguments[0]))

    def _is_ours(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and str(path).startswith(self._root)

    def _count(self, operation: str, path: str, before: Callable[[], object] = lambda: None) -> None:
        grows = operation in _GROWING
        if self._fault in ("kill", "full") and operation not in _CHANGING:
            return
        self._left -= 1
        if self._left == 0:
            self._operation = f"{operation} {path}"
            if self._fault == "kill":
                before()
                self.tell(-1, "")
                os._exit(0)
        if self._left == 0 or (self._left < 0 and self._fault == "full"):
            if self._fault == "full" and not grows:
                return
            number = _ERRORS[self._fault]
            raise OSError(number, os.strerror(number), path or None)

    def _writing(self, descriptor: int, data: Any) -> int:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            self._count("write", "", lambda: self._write(descriptor, bytes(data)[: len(data) // 2]))
        return self._write(descriptor, data)

    def _syncing(self, descriptor: int) -> None:
        self._count("sync", "")
        self._sync(descriptor)
