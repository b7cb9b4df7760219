"""Last build: the record of what a build was made of and what it made, by which the next knows that nothing changed."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sitegen.errors import Problem
from sitegen.stamps import Change, Inputs

_UNSURE = frozenset({"article-crashed", "article-heavy", "article-slow", "file-unreadable"})
"""Problems of a build that may end otherwise the next time, though nothing changed."""
_FORMAT = "sitegen-build/1"


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build, and what it depended on."""

    asked: Mapping[str, str]
    """What a build depends on besides files: the options, and what runs it, by what a person calls them."""
    files: tuple[str, ...]
    """Paths that were read if they were there."""
    folders: tuple[str, ...]
    """All below them was read. The first is the program."""
    inputs: Inputs
    output: str
    """The folder that was written."""
    stamp: str
    """Of `output`, as in `stamp_of_folder`; empty: it could not be told when its files were written."""
    manifest: str
    """SHA-256 of the manifest that the build left in `output`."""
    problems: tuple[Problem, ...]
    counts: str
    """How many articles and topics, in words."""


def is_sure(problems: Iterable[Problem]) -> bool:
    """Whether a build of the same would end the same: a build that lost an article may find it the next time."""
    return not any(problem.code in _UNSURE for problem in problems)


def to_json(build: LastBuild) -> bytes:
    return json.dumps({"format": _FORMAT, **asdict(build)}, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def from_json(data: bytes) -> LastBuild | None:
    """The record; None if it is one of another version of the program. Only records of our own are handed over."""
    fields: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    if fields.pop("format") != _FORMAT:
        return None
    inputs = fields.pop("inputs")
    entries = {path: tuple(entry) for path, entry in inputs["entries"].items()}
    return LastBuild(
        **{
            **fields,
            "files": tuple(fields["files"]),
            "folders": tuple(fields["folders"]),
            "inputs": Inputs(entries, inputs["time"]),
            "problems": tuple(Problem(**problem) for problem in fields["problems"]),
        }
    )


def reasons(last: LastBuild, asked: Mapping[str, str], changed: Mapping[str, Change]) -> Iterator[str]:
    """Why what was built is not what would be built now, in words, one a cause; none: it is."""
    for name in sorted(last.asked.keys() | asked.keys()):
        if last.asked.get(name) != asked.get(name):
            yield f"{name} is not what it was"
    program = {path for path in changed if path.startswith(f"{last.folders[0]}{os.sep}")}
    if program:
        yield "the program changed"
    yield from (f"{path} was {change}" for path, change in changed.items() if path not in program)
