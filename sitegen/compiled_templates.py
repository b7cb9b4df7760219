"""Compiled templates: those of the program, kept for processes to come. EDGE: reads and writes the user's cache.

To compile them takes a third of the time in which a small site is built. What is kept is code, so it lies in the folder
of the user, as compiled modules lie beside theirs, and not with a project, which may come from strangers.
"""

import contextlib
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from sitegen.cache import Cache, open_user_cache
from sitegen.theme import SHIPPED, shipped_folder


class CompiledTemplates(BytecodeCache):
    """The templates below the folders `shipped`, by path and language; others are compiled and not kept."""

    def __init__(self, cache: Cache, shipped: Sequence[Path], language: str, program: str) -> None:
        """`program`: a digest of all that compiles. What another compiled is not used: filters of constants, with their
        words in `language`, are worked out when a template is compiled."""
        self._cache = cache
        self._shipped = shipped
        self._circumstances = f"{language}\0{program}\0"
        self._language = language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Empty for what is not kept."""
        if filename is None or not any(Path(filename).is_relative_to(folder) for folder in self._shipped):
            return ""
        return _digest(f"{self._language}\0{name}\0{filename}")

    def get_source_checksum(self, source: str) -> str:
        """Of all that the compiled template depends on."""
        return _digest(self._circumstances + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket`, if this very template was kept."""
        kept = self._cache.read(bucket.key) if bucket.key else None
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in `bucket`."""
        if bucket.key:
            with contextlib.suppress(OSError):  # a full disk: it is compiled again the next time
                self._cache.write(bucket.key, bucket.bytecode_to_string())


@cache
def open_compiled(language: str, program: str) -> CompiledTemplates | None:
    """Those that this user's processes compiled; None where there is no place that is this user's alone."""
    user_cache = open_user_cache("templates")
    shipped = [shipped_folder(theme) for theme in SHIPPED]
    return CompiledTemplates(user_cache, shipped, language, program) if user_cache else None


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
