"""Cache: the folder `.sitegen/` beside a project, where builds leave what later ones may use again, and one of the user
for what all projects share. EDGE.

All of it may be deleted at any time. What lies there is believed only if it bears a seal made with a key that this user
keeps elsewhere: a project that came from strangers may bring such a folder along, and pages would say what is in it.
"""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from sitegen.disk import replace_file, write_new

FOLDER = ".sitegen"
_KEY = "key"
_KEY_BYTES = 32
_PRIVATE = 0o700
_SEAL_BYTES = 32


@dataclass(frozen=True, slots=True)
class Cache:
    """What earlier builds of a project left."""

    folder: Path
    key: bytes
    """Of this user: what is sealed with another is not read."""

    def read(self, name: str) -> bytes | None:
        """What was kept under that name; None if nothing was, or if it is not as it was kept."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal, content = data[:_SEAL_BYTES], data[_SEAL_BYTES:]
        return content if seal == self.seal(name.encode(), content) else None

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under that name. Raises: OSError."""
        replace_file(self.folder / name, self.seal(name.encode(), content) + content, is_synced=False)

    def now(self) -> int:
        """The time as the disk of the project tells it, in nanoseconds; 0, before all files, if it can't be told."""
        clock = self.folder / "clock"
        try:
            write_new(clock, b"")
            return clock.lstat().st_mtime_ns
        except OSError:
            return 0

    def seal(self, *parts: bytes) -> bytes:
        """What only holders of the key can make of these parts, and of no others."""
        sealing = hashlib.blake2b(key=self.key, digest_size=_SEAL_BYTES)
        for part in parts:
            sealing.update(len(part).to_bytes(8, "big") + part)
        return sealing.digest()


def open_cache(project: Path) -> Cache | None:
    """The cache of a project; None if there is none."""
    folder = project / FOLDER
    try:
        return Cache(folder, _user_key()) if folder.is_dir() and not folder.is_symlink() else None
    except (OSError, RuntimeError):
        return None


def make_cache(project: Path) -> Cache | None:
    """The cache of a project, made if there is none; None where nothing can be written."""
    folder = project / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists() and not folder.is_symlink():
            replace_file(ignored, b"*\n", is_synced=False)
    except OSError:
        return None
    return open_cache(project)


def open_user_cache(name: str) -> Cache | None:
    """A cache that all projects of this user share, made if there is none; None where nothing can be written, and where
    others can write."""
    try:
        key = _user_key()
        folder = _own_folder() / name
        folder.mkdir(mode=_PRIVATE, exist_ok=True)
        is_private = all(map(_is_private, (folder, folder.parent, folder.parent / _KEY)))
    except (OSError, RuntimeError):
        return None
    return Cache(folder, key) if is_private else None


def _is_private(path: Path) -> bool:
    """Whether nobody else may write there, as far as the system tells."""
    if not hasattr(os, "getuid"):  # Windows: the folder is in the user's profile
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _user_key() -> bytes:
    """Made once for each user. Raises: OSError; RuntimeError for a user without a home."""
    path = _own_folder() / _KEY
    path.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if path.exists() and not _is_key(path.read_bytes()):
        path.unlink()  # torn by a power cut: what was sealed with it is made again
    if not path.exists():
        made = path.with_name(f"key-{os.getpid()}")
        try:
            with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(os.urandom(_KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            os.link(made, path)  # unlike a rename, it leaves alone what another process made meanwhile
        except FileExistsError:
            pass
        finally:
            made.unlink(missing_ok=True)
    key = path.read_bytes()
    if not _is_key(key):
        raise OSError(f"{path} is not a key")
    return key


def _is_key(data: bytes) -> bool:
    """Whether it is whole: a power cut leaves a file short, or full of zeros."""
    return len(data) == _KEY_BYTES and any(data)


def _own_folder() -> Path:
    """Ours, where the user's programs keep what can be made again."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / ".cache") / "sitegen"
