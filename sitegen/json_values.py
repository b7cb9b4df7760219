"""Values out of a JSON file that anybody may have written, read with their types."""

import json
from collections.abc import Iterator
from typing import TypeVar

Kind = TypeVar("Kind")


class JsonValue:
    """A value out of a JSON file that anybody may have written. Its methods raise ValueError for another type."""

    def __init__(self, value: object):
        self._value = value

    def as_text(self) -> str:
        text = self.expect(str)
        text.encode()  # half of a surrogate pair, which JSON can spell, is no text: UnicodeEncodeError is a ValueError
        return text

    def text(self, name: str) -> str:
        return self.get(name).as_text()

    def optional(self, name: str) -> str | None:
        value = self.expect(dict).get(name)
        return None if value is None else JsonValue(value).as_text()

    def number(self, name: str) -> int:
        return self.get(name).expect(int)

    def written(self, name: str = "") -> str:
        """The value, or that of a key, as JSON: for what is compared and not looked into. A missing one is `null`."""
        value = self.expect(dict).get(name) if name else self._value
        return JsonValue(json.dumps(value, ensure_ascii=False, sort_keys=True)).as_text()

    def optional_value(self, name: str) -> "JsonValue | None":
        value = self.expect(dict).get(name)
        return None if value is None else JsonValue(value)

    def optional_items(self, name: str) -> "list[JsonValue]":
        """Those of a list that an older file may lack."""
        found = self.optional_value(name)
        return [JsonValue(item) for item in found.expect(list)] if found else []

    def names(self) -> list[str]:
        """The keys of an object."""
        return [JsonValue(name).as_text() for name in self.expect(dict)]

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(item.as_text() for item in self.items(name))

    def list(self, name: str) -> list[object]:
        return self.get(name).expect(list)

    def items(self, name: str) -> Iterator["JsonValue"]:
        return map(JsonValue, self.list(name))

    def get(self, name: str) -> "JsonValue":
        values = self.expect(dict)
        if name not in values:
            raise ValueError(f"there is no {name!r}")
        return JsonValue(values[name])

    def expect(self, kind: type[Kind]) -> Kind:
        if not isinstance(self._value, kind):
            raise ValueError(f"expected {kind.__name__}, found {type(self._value).__name__}")
        return self._value
