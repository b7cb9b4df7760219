"""Look-ups: which items of a briefing have one of some ids, without going through all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lookup(Generic[Item]):
    """Items by their ids; `ids_of` tells those of one."""

    def __init__(self, items: Iterable[Item], ids_of: Callable[[Item], Iterable[str]]):
        self._items = tuple(items)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self._items):
            for id_ in dict.fromkeys(ids_of(item)):
                self._places[id_].append(place)

    def of(self, ids: Iterable[str]) -> list[Item]:
        """The items that have one of `ids`, each once, in their order."""
        found = {place for id_ in ids for place in self._places.get(id_, ())}
        return [self._items[place] for place in sorted(found)]
