"""Stored values: frozen values ↔ JSON, and the digest of a value, by what it is and not by where it lies in memory."""

import collections.abc
import hashlib
import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_GIVEN: dict[str, Any] = {}
"""Stands for the value that a result was made of, which is not stored with it. Nothing else is written so."""
_PLAIN = (str, int, float, bool, types.NoneType)
_Decode = Callable[[Any, Any, dict[str, str]], Any]
"""From what JSON holds, the value that the result was made of, and the strings that were met."""


_Known = Callable[[object], str | None]
"""The digest of a value, if it is known."""


def digest_of(*values: object, known: _Known = lambda _value: None) -> str:
    """The same for values that are equal, another for others. `known`: gives digests of parts of them, which stand for
    these parts.

    Raises: TypeError for what is none of dataclasses, tuples, mappings, sets, strings, bytes, numbers and None.
    """
    return hashlib.blake2b(_described(values, known).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _described(value: object, known: _Known) -> str:
    if isinstance(value, (*_PLAIN, bytes)):
        return repr(value)
    if isinstance(value, tuple):
        return f"({_all_described(value, known)})"
    if isinstance(value, Mapping):
        items = (f"{_described(key, known)}:{_described(item, known)}" for key, item in value.items())
        return f"{{{','.join(sorted(items))}}}"
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(_described(item, known) for item in value))}}}"
    if is_dataclass(value):
        if digest := known(value):
            return f"@{digest}"
        return f"{type(value).__qualname__}({_all_described(_inside(value), known)})"
    raise TypeError(f"{type(value).__qualname__} has no digest")


def _all_described(values: Iterable[object], known: _Known) -> str:
    return ",".join(_described(value, known) for value in values)


def encode(value: object, given: object) -> bytes:
    """A value of dataclasses, tuples, mappings, sets, strings, numbers and None, as JSON. `given`: what it was made of.

    Raises: TypeError for anything else.
    """
    plain = _plain(value, given)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _plain(value: Any, given: object) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, tuple):
        return [_plain(item, given) for item in value]
    if type(value) is type(given) and value == given:
        return _GIVEN
    if is_dataclass(value):
        return [_plain(item, given) for item in _inside(value)]
    if isinstance(value, frozenset):
        return sorted(_plain(item, given) for item in value)
    if isinstance(value, Mapping):
        return [[_plain(key, given), _plain(item, given)] for key, item in value.items()]
    raise TypeError(f"{type(value).__qualname__} is not stored")


def decode(data: bytes, kind: Any, given: object) -> Any:
    """The value that `encode` was handed. `kind`: its type, as annotations state it."""
    return _decoder(kind)(json.loads(data.decode("utf-8", "surrogatepass")), given, {})


def _inside(value: Any) -> list[Any]:
    """The values of a dataclass's fields."""
    return [getattr(value, name) for name in _field_names(type(value))]  # type: ignore[arg-type]  # a class is hashable


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(kind: Any) -> _Decode:
    origin = get_origin(kind) or kind
    if origin is str or origin is Literal:
        return _text
    if origin in _PLAIN:
        return _as_it_is
    if origin in (Union, types.UnionType):
        others = [part for part in get_args(kind) if part is not types.NoneType]
        if len(others) == 1:
            return partial(_optional, _decoder(others[0]))
        made: list[Any] = [part for part in others if is_dataclass(part)]
        return partial(_plain_or_made, _decoder(made[0])) if made else _as_it_is
    if origin is tuple:
        parts = get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return partial(_row, _decoder(parts[0]))
        return partial(_pair, tuple(map(_decoder, parts)))
    if origin is frozenset:
        return partial(_set, _decoder(get_args(kind)[0]))
    if origin is collections.abc.Mapping:
        return partial(_mapping, _decoder(tuple[get_args(kind)]))  # type: ignore[misc]  # a type made of its parts
    if is_dataclass(origin):
        stands_for: dict[Any, Any] = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=False))
        hints = get_type_hints(origin)
        kinds = [hints[name] for name in _field_names(origin)]  # type: ignore[arg-type]  # as above
        known: list[Any] = [stands_for.get(part, part) if isinstance(part, TypeVar) else part for part in kinds]
        return partial(_made, origin, cache(lambda: tuple(map(_decoder, known))))  # later: it may hold its own kind
    raise TypeError(f"{kind} is not stored")


def _as_it_is(data: Any, _given: object, _met: dict[str, str]) -> Any:
    return data


def _text(data: Any, _given: object, met: dict[str, str]) -> Any:
    """The same string once only: ids stand in many places."""
    return met.setdefault(data, data)


def _optional(inside: _Decode, data: Any, given: object, met: dict[str, str]) -> Any:
    return None if data is None else inside(data, given, met)


def _plain_or_made(inside: _Decode, data: Any, given: object, met: dict[str, str]) -> Any:
    return data if isinstance(data, _PLAIN) else inside(data, given, met)


def _row(inside: _Decode, data: Any, given: object, met: dict[str, str]) -> Any:
    return tuple([inside(item, given, met) for item in data])


def _pair(inside: tuple[_Decode, ...], data: Any, given: object, met: dict[str, str]) -> Any:
    return tuple([read(item, given, met) for read, item in zip(inside, data, strict=True)])


def _set(inside: _Decode, data: Any, given: object, met: dict[str, str]) -> Any:
    return frozenset([inside(item, given, met) for item in data])


def _mapping(item: _Decode, data: Any, given: object, met: dict[str, str]) -> Any:
    return dict([item(pair, given, met) for pair in data])


def _made(kind: Any, inside: Callable[[], tuple[_Decode, ...]], data: Any, given: object, met: dict[str, str]) -> Any:
    if data == _GIVEN:
        return given
    return kind(*[read(item, given, met) for read, item in zip(inside(), data, strict=True)])
