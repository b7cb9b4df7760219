"""Store: results of earlier builds, in one file of the cache. EDGE: reads and writes it.

What can't be read, or does not bear our seal, is not there; a store that can't be used is an empty one.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.cache import Cache

_FILE = "results.sqlite3"
_OWNED = "results"
"""Which file is the database that we made: SQLite is not meant to be safe against what others make."""
_SEAL_BYTES = 32
_FAST = 1
"""Of zlib's levels: a third of the size in a tenth of the time that analysing takes."""


class Store:
    """By what was done and with what: the result, and the key of all that it depends on."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._used: set[tuple[str, str]] = set()
        try:
            self._database = _opened(cache)
        except (OSError, sqlite3.Error):
            self._database = _with_table(":memory:")

    def key(self, work: str, id_: str) -> str | None:
        """Of what is stored under that name; None if nothing is."""
        row = self._row("SELECT key FROM results WHERE work = ? AND id = ?", work, id_)
        return str(row[0]) if row else None

    def find(self, work: str, id_: str, key: str) -> bytes | None:
        """What was kept with that key."""
        row = self._row("SELECT sealed FROM results WHERE work = ? AND id = ? AND key = ?", work, id_, key)
        if row is None:
            return None
        seal, packed = row[0][:_SEAL_BYTES], row[0][_SEAL_BYTES:]
        if seal != self._seal(work, id_, key, packed):
            return None
        self._used.add((work, id_))
        return zlib.decompress(packed)

    def keep(self, work: str, id_: str, key: str, value: bytes) -> None:
        """In place of what was stored under that name."""
        packed = zlib.compress(value, _FAST)
        row = (work, id_, key, self._seal(work, id_, key, packed) + packed)
        with contextlib.suppress(sqlite3.Error):  # a full disk: it is done again the next time
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", row)
            self._used.add((work, id_))

    def forget_unused(self) -> None:
        """Let go of what was neither found nor kept since this was last called."""
        with contextlib.suppress(sqlite3.Error):
            names = self._database.execute("SELECT work, id FROM results").fetchall()
            unused = [name for name in names if name not in self._used]
            self._database.executemany("DELETE FROM results WHERE work = ? AND id = ?", unused)
        self._used.clear()

    def commit(self) -> None:
        """Put on the disk what was kept."""
        with contextlib.suppress(sqlite3.Error):
            self._database.commit()

    def close(self) -> None:
        """Without what was not committed."""
        self._database.close()

    def _row(self, query: str, *values: str) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._database.execute(query, values).fetchone()
        except sqlite3.Error:
            return None
        return row

    def _seal(self, work: str, id_: str, key: str, packed: bytes) -> bytes:
        return self._cache.seal(work.encode(), id_.encode("utf-8", "surrogatepass"), key.encode(), packed)


@contextlib.contextmanager
def open_store(cache: Cache | None) -> Iterator[Store | None]:
    """The store of a cache, until the context is left; what was kept is put on the disk, whatever happens."""
    store = Store(cache) if cache else None
    try:
        yield store
    finally:
        if store:
            store.commit()
            store.close()


def _opened(cache: Cache) -> sqlite3.Connection:
    """The database of a cache; one that we did not make is not even opened. Raises: OSError, sqlite3.Error."""
    path = cache.folder / _FILE
    if path.is_file() and cache.read(_OWNED) == _identity(path):
        try:
            return _with_table(str(path))
        except sqlite3.OperationalError:  # another build has it: this one does without
            raise
        except sqlite3.DatabaseError:
            pass  # broken
    path.unlink(missing_ok=True)
    database = _with_table(str(path))
    cache.write(_OWNED, _identity(path))
    return database


def _identity(path: Path) -> bytes:
    """Of a file, on this machine."""
    status = path.lstat()
    return f"{status.st_dev} {status.st_ino}".encode()


def _with_table(path: str) -> sqlite3.Connection:
    """Raises: sqlite3.Error."""
    database = sqlite3.connect(path, timeout=0)
    try:
        database.execute(
            "CREATE TABLE IF NOT EXISTS results (work TEXT, id TEXT, key TEXT, sealed BLOB, PRIMARY KEY (work, id))"
        )
        database.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.Error:
        database.close()
        raise
    return database
