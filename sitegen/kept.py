"""Kept: results that the next build may use again, for as long as builds ask for them."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
MadeOf = TypeVar("MadeOf")
Result = TypeVar("Result")


class Kept(Generic[Key, MadeOf, Result]):
    """Results by key, each with what it was made of; those that a build did not ask for are let go with `turn`."""

    def __init__(self) -> None:
        self._before: dict[Key, tuple[MadeOf, Result]] = {}
        self._now: dict[Key, tuple[MadeOf, Result]] = {}

    def find(self, key: Key, made_of: MadeOf) -> Result | None:
        """What was made of the same, or None."""
        entry = self._now.get(key) or self._before.get(key)
        if entry is None or entry[0] != made_of:
            return None
        self._now[key] = entry
        return entry[1]

    def keep(self, key: Key, made_of: MadeOf, result: Result) -> None:
        self._now[key] = made_of, result

    def touch(self, key: Key) -> None:
        """Keep what is known under a key, as if it had been asked for."""
        if key in self._before:
            self._now.setdefault(key, self._before[key])

    def turn(self) -> None:
        """To be called when a build is done: what was neither found, kept nor touched since the last time is let go."""
        self._before, self._now = self._now, {}
