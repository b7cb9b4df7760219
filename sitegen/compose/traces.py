"""Traces: what was read of a corpus while a page was made, so that it is made again only if some of that changed.

Method: verifying traces (Mokhov, Mitchell & Peyton Jones, Build Systems à la Carte, 2018). What is read is found by
watching, not stated by hand, so that no page can forget to name something.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, Literal, TypeVar

from .corpus import Corpus
from .lookup import Lookup

Value = TypeVar("Value")

Place = tuple[str | Callable[..., Any], ...]
"""Names of attributes, from the corpus on; or a function, for what is derived by it."""
How = Literal["at", "has", "of", "all"]
"""What was asked of it: the value at a key, whether there is one, the items of some ids, or all of it."""
Trace = Mapping[tuple[Place, How], Set[Any]]
"""What was read → the keys that it was asked for."""
_Reads = defaultdict[tuple[Place, How], set[Any]]

_PARTS = ("naming", "briefing")
"""Attributes whose own attributes are watched one by one."""
_UNWATCHED = ("translator",)
"""It speaks the language of the site, which a page is told apart by anyway."""
_NOTHING = object()


def watched(corpus: Corpus) -> tuple[Corpus, Trace]:
    """The same corpus, and a trace to which is added what is read of it."""
    reads: _Reads = defaultdict(set)
    return _Watched(corpus, reads), reads


class _Watched(Corpus):
    """A corpus that notes what is read of it, also by the methods that it has of `Corpus`."""

    def __init__(self, corpus: Corpus, reads: _Reads) -> None:
        self._real = corpus
        self._reads = reads

    def __getattr__(self, name: str) -> Any:  # only of what this object does not have yet
        found = _watch(getattr(self._real, name), (name,), self._reads)
        setattr(self, name, found)
        return found

    def derived(self, function: Callable[[Corpus], Value]) -> Value:
        """As that of `Corpus`: what the function reads of the whole is not noted, but what is read of its result."""
        found: Value = _watch(self._real.derived(function), (function,), self._reads)
        return found


def _watch(value: Any, place: Place, reads: _Reads) -> Any:
    """`value`, so that what is read of it is noted; noted as a whole if it is neither a look-up nor has parts."""
    if isinstance(value, Mapping):
        return _WatchedMapping(value, place, reads)
    if isinstance(value, frozenset):
        return _WatchedSet(value, place, reads)
    if isinstance(value, Lookup):
        return _WatchedLookup(value, place, reads)
    if place[-1] in _PARTS:
        return _WatchedParts(value, place, reads)
    if place[-1] not in _UNWATCHED:
        reads[place, "all"].add(None)
    return value


class _WatchedParts:
    """An object whose attributes are watched."""

    def __init__(self, value: Any, place: Place, reads: _Reads) -> None:
        self._real = value
        self._place = place
        self._reads = reads

    def __getattr__(self, name: str) -> Any:
        found = _watch(getattr(self._real, name), (*self._place, name), self._reads)
        setattr(self, name, found)
        return found


class _WatchedItems:
    """What a mapping and a set are asked alike."""

    def __init__(self, value: Any, place: Place, reads: _Reads) -> None:
        self._real = value
        self._note_has = reads[place, "has"].add
        self._all = reads[place, "all"]

    def __contains__(self, key: object) -> bool:
        self._note_has(key)
        return key in self._real

    def __iter__(self) -> Iterator[Any]:
        self._all.add(None)
        return iter(self._real)

    def __len__(self) -> int:
        self._all.add(None)
        return len(self._real)


class _WatchedMapping(_WatchedItems, Mapping[Any, Any]):
    def __init__(self, value: Mapping[Any, Any], place: Place, reads: _Reads) -> None:
        super().__init__(value, place, reads)
        self._note_at = reads[place, "at"].add

    def __getitem__(self, key: Any) -> Any:
        self._note_at(key)
        return self._real[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._note_at(key)
        return self._real.get(key, default)

    def keys(self) -> Any:
        self._all.add(None)
        return self._real.keys()

    def values(self) -> Any:
        self._all.add(None)
        return self._real.values()

    def items(self) -> Any:
        self._all.add(None)
        return self._real.items()


class _WatchedSet(_WatchedItems, Set[Any]):
    pass


class _WatchedLookup(Lookup[Any]):
    def __init__(self, value: Lookup[Any], place: Place, reads: _Reads) -> None:
        self._real = value
        self._note = reads[place, "of"].add

    def of(self, ids: Iterable[str]) -> list[Any]:
        asked = tuple(ids)
        self._note(asked)
        return self._real.of(asked)


class Changes:
    """What another corpus answers otherwise than the one before it."""

    def __init__(self, before: Corpus, now: Corpus) -> None:
        self._before = before
        self._now = now
        self._changed: dict[tuple[Place, How], Set[Any]] = {}
        """What was read → the keys by which the two answer otherwise, of all that they have."""
        self._same: defaultdict[Place, set[Any]] = defaultdict(set)
        """Look-up → ids by which they answer the same, of those that were asked for together."""

    def touch(self, trace: Trace) -> bool:
        """Whether anything that was read is another."""
        for read, keys in trace.items():
            place, how = read
            if how == "of":
                if not self._answer_the_same(place, keys):
                    return True
                continue
            if read not in self._changed:
                self._changed[read] = _CHANGED[how](_found(self._before, place), _found(self._now, place))
            if not self._changed[read].isdisjoint(keys):
                return True
        return False

    def _answer_the_same(self, place: Place, asked: Set[Any]) -> bool:
        """By all ids of a look-up that were asked for together: their order counts as well."""
        same = self._same[place]
        if fresh := asked - same:
            before, now = _found(self._before, place), _found(self._now, place)
            for ids in fresh:
                if _is_another(before.of(ids), now.of(ids)):
                    return False
                same.add(ids)
        return True


def _found(corpus: Corpus, place: Place) -> Any:
    found: Any = corpus
    for name in place:
        found = getattr(found, name) if isinstance(name, str) else corpus.derived(name)
    return found


def _changed_at(before: Mapping[Any, Any], now: Mapping[Any, Any]) -> Set[Any]:
    """Compared once for all pages: a key that neither has is answered alike."""
    if before == now:
        return frozenset()
    shared = before.keys() & now.keys()
    changed = {key for key in shared if before[key] is not now[key] and before[key] != now[key]}
    changed.update(key for key in before.keys() ^ now.keys() if _is_another(_at(before, key), _at(now, key)))
    return changed


def _changed_as_a_whole(before: Any, now: Any) -> Set[Any]:
    return frozenset((None,)) if _is_another(_whole(before), _whole(now)) else frozenset()


def _at(mapping: Mapping[Any, Any], key: Any) -> Any:
    """As a page asks: what has a default for keys that it lacks gives it; here it is not given one by that."""
    if isinstance(mapping, defaultdict) and key not in mapping:
        return mapping.default_factory() if mapping.default_factory else _NOTHING
    try:
        return mapping[key]
    except KeyError:
        return _NOTHING


def _is_another(before: Any, now: Any) -> bool:
    return before is not now and bool(before != now)


def _whole(value: Any) -> Any:
    """Of a look-up with the order, which equality leaves out."""
    return list(value.items()) if isinstance(value, Mapping) else value


_CHANGED: Mapping[How, Callable[[Any, Any], Set[Any]]] = {  # of look-ups each question is compared by itself
    "at": _changed_at,
    "has": lambda before, now: frozenset(before) ^ frozenset(now),
    "all": _changed_as_a_whole,
}
