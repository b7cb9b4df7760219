"""The packages that sitegen needs: as a lock pins them, and as they are installed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "briefing-sitegen"
EXTRAS = ("dask", "docx", "pdf", "print")
"""Those for users; `dev` is for who works on sitegen."""
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")
_HASH = re.compile(r"^ +--hash=sha256:(?P<digest>[0-9a-f]{64})(?: \\)?$")


@dataclass(slots=True)
class Pin:
    """A package as a lock has it; filled while the lock is read."""

    name: str
    """Normalised (https://packaging.python.org/en/latest/specifications/name-normalization/)."""
    version: str
    marker: str
    """Where it is installed; empty: everywhere."""
    digests: list[str]
    """SHA-256 of each file that may be installed: wheels of all systems, and the sources."""


def read_lock(text: str) -> dict[str, Pin]:
    """The pins of a lock by name. Raises: ValueError for a line that is none of a lock."""
    pins: dict[str, Pin] = {}
    last: Pin | None = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if pin := _PIN.match(line):
            last = Pin(canonicalize_name(pin["name"]), pin["version"], pin["marker"] or "", [])
            pins[last.name] = last
        elif last and (digest := _HASH.match(line)):
            last.digests.append(digest["digest"])
        else:
            raise ValueError(f"no line of a lock: {line!r}")
    return pins


def requirements_of(name: str, extra: str = "") -> Iterator[Requirement]:
    """What an installed package needs on this machine, with an extra of it. Nothing, if it is not installed."""
    for requirement in _stated_requirements(name):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


@cache
def _stated_requirements(name: str) -> tuple[Requirement, ...]:
    """Those of an installed package, whatever the machine and the extra. None, if it is not installed."""
    try:
        return tuple(Requirement(line) for line in distribution(name).requires or ())
    except PackageNotFoundError:
        return ()


def needed(extra: str = "") -> dict[str, tuple[str, ...]]:
    """Name of each package that sitegen needs on this machine → those that it needs itself, sorted. With an extra: of
    sitegen, too."""
    found: dict[str, tuple[str, ...]] = {}
    waiting = [(NAME, extra)]
    seen: set[tuple[str, str]] = set()
    while waiting:
        name, of = waiting.pop()
        if (name, of) in seen:
            continue
        seen.add((name, of))
        own = [*requirements_of(name), *(requirements_of(name, of) if of else ())]
        found[name] = tuple(sorted({*found.get(name, ()), *(canonicalize_name(one.name) for one in own)} - {name}))
        for one in own:
            waiting += ((canonicalize_name(one.name), inner) for inner in ("", *sorted(one.extras)))
    return found


def licence_expression(name: str) -> str:
    """The licence of an installed package as an SPDX expression; empty if it states none.

    Raises: PackageNotFoundError.
    """
    return _stated(name, "License-Expression")


def stated_licence(name: str) -> str:
    """The licence of an installed package, in its own words; empty if it states none. Raises: PackageNotFoundError."""
    if expression := licence_expression(name):
        return expression
    words = _stated(name, "License")
    prefix = "License :: OSI Approved :: "
    classifiers = metadata(name).get_all("Classifier") or ()
    named = [one.removeprefix(prefix) for one in classifiers if one.startswith(prefix)]
    # Some put the whole text there.
    return words if words and "\n" not in words else " or ".join(named)


def _stated(name: str, key: str) -> str:
    stated = metadata(name)
    return stated[key] if key in stated else ""  # noqa: SIM401 - it has no `get`
