"""Path lock: of several processes, one at a time writes to a folder or file. EDGE: disk and clock.

The lock is the system's, on a file beside what is to be written, which names its holder; it ends with the process,
however that ends. The file is removed with the lock; one that a killed process left holds nobody up.
Known failures: Windows, where nothing is locked, and disks that know no locks (some of networks), don't keep two
processes apart; nor do two users of whom one alone may write beside the folder.
"""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from sitegen.disk import TEMPORARY, disk_errors, made_folder

with contextlib.suppress(ImportError):  # Windows has none
    import fcntl

_LOCKED = (errno.EAGAIN, errno.EACCES)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_PAUSE = 0.1
"""Seconds between two tries."""


@contextlib.contextmanager
def path_lock(target: Path, command: str, tell: Callable[[str], None]) -> Iterator[int]:
    """While the context is open, no other process is in such a context for `target`, a folder or file that need not
    exist. It gives the time at which it was opened, as the disk there tells it, in nanoseconds; 0, before all files, if
    it can't be told.

    `command`: to repeat if it fails. If another process holds the lock, `tell` is called once with who and since when,
    and it is waited for.
    Raises: SitegenError `output-failed` if nothing can be written beside `target`, nor in it.
    """
    if os.name != "posix":
        yield 0
        return
    real = target.resolve()
    with ExitStack() as stack:
        with disk_errors(target, "written", command):
            stack.enter_context(made_folder(real.parent))
            path, descriptor = _acquire(real, tell)
        stack.callback(_release, path, descriptor)
        yield os.fstat(descriptor).st_mtime_ns  # who holds the lock was just written there


def has_lock_file(target: Path) -> bool:
    """Whether a process is in such a context for `target`, or was killed in one."""
    return any(os.path.lexists(path) for path in _lock_files(target.resolve()))


def _lock_files(target: Path) -> tuple[Path, Path]:
    """Beside `target`; and inside of it, for where the first is forbidden."""
    return target.with_name(f".{target.name}.lock{TEMPORARY}"), target / f".lock{TEMPORARY}"


def _release(path: Path, descriptor: int) -> None:
    with contextlib.suppress(OSError):
        if _is_same(path, descriptor):
            path.unlink()  # while it is held: whoever waits for it sees that it is another now
    os.close(descriptor)


def _acquire(target: Path, tell: Callable[[str], None]) -> tuple[Path, int]:
    is_told = False
    while True:
        path, descriptor = _opened(target)
        try:
            if not _is_locked(descriptor):
                if not is_told:
                    tell(f"waiting for {_holder(descriptor)}, which writes to {target}")
                    is_told = True
                time.sleep(_PAUSE)
            elif _is_same(path, descriptor):
                with contextlib.suppress(OSError):  # the lock holds on a full disk too, without a name
                    os.ftruncate(descriptor, 0)
                    os.write(descriptor, f"process {os.getpid()}, since {time.strftime('%H:%M:%S')}".encode())
                return path, descriptor
            os.close(descriptor)
        except BaseException:
            os.close(descriptor)
            raise


def _opened(target: Path) -> tuple[Path, int]:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    beside, inside = _lock_files(target)
    try:
        return beside, _for_all(os.open(beside, flags, 0o666))
    except OSError as error:
        if error.errno not in _FORBIDDEN or not target.is_dir():
            raise
    return inside, _for_all(os.open(inside, flags, 0o666))


def _for_all(descriptor: int) -> int:
    """Let every user who may write there lock the file: one that was killed must hold no other up."""
    with contextlib.suppress(OSError):  # another user's, who did so; or the disk fails, and the lock holds all the same
        os.fchmod(descriptor, 0o666)
    return descriptor


def _is_locked(descriptor: int) -> bool:
    """Whether this process has the lock now. It is not handed down to processes that this one starts."""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _LOCKED  # else the disk knows no locks
    return True


def _is_same(path: Path, descriptor: int) -> bool:
    """Whether the file was not removed between opening and locking it."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _holder(descriptor: int) -> str:
    """In words: `process 123, since 10:51:02`."""
    said = os.read(descriptor, 100).decode("ascii", "replace")
    return said or "another process"
