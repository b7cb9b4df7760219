"""Effective: the settings that hold, and where each comes from."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.config import Config
from sitegen.fields import Fields, read_mapping

SECTIONS = {"read": "limits", "parse": "limits", "work": "limits", "check": "limits", "link": "method"}
"""Fields of `Config` that have another name in sitegen.yml."""
NOT_KEYS = frozenset({"registry", "decisions", "lock", "suffixes", "strict", "ignore", "roles", "recurring", "rights"})
"""Fields of options that are no keys of their section."""
DEFAULT = "default"


@dataclasses.dataclass(frozen=True, slots=True)
class Effective:
    """A setting."""

    key: str
    """As in sitegen.yml, with dots between: `limits.most_files`."""
    value: str | int | float | list[str] | None
    """None: there is none."""
    origin: str
    """`default`, `sitegen.yml:12`, or the option of the command line."""


def effective_settings(config: Config, text: str, path: str, options: Mapping[str, str]) -> tuple[Effective, ...]:
    """All settings of a project, in the order of the reference.

    `text`, `path`: of its sitegen.yml, which was read without fault; `options`: key → option of the command line that
    stands above the file.
    """
    fields = read_mapping(text, path=path).value
    found = [
        *_of(config, fields, "", path),
        Effective("rights", config.parse.rights, _origin(fields, "rights", path)),
        Effective("ignore", list(config.read.ignore), _origin(fields, "ignore", path)),
    ]
    headings = fields.mapping("headings") if fields else None
    for role in headings.names() if headings else ():
        assert headings is not None
        found.append(Effective(f"headings.{role}", list(headings.texts(role)), _origin(headings, role, path)))
    return tuple(dataclasses.replace(one, origin=options.get(one.key, one.origin)) for one in found)


def _of(options: Any, fields: Fields | None, prefix: str, path: str) -> Iterator[Effective]:
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if field.name in NOT_KEYS:
            continue
        name = SECTIONS.get(field.name, field.name) if not prefix else field.name
        if dataclasses.is_dataclass(value):
            yield from _of(value, fields.mapping(name) if fields else None, f"{prefix}{name}.", path)
        elif not prefix or field.type in (int, float):
            yield Effective(f"{prefix}{name}", value, _origin(fields, name, path))


def _origin(fields: Fields | None, name: str, path: str) -> str:
    return f"{path}:{fields.line(name)}" if fields and name in fields.names() else DEFAULT
