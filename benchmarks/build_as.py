"""`sitegen build` as on another machine: `python -m benchmarks.build_as UMASK WORKERS ORDER`, in a project's folder.

ORDER is that in which folders list what is in them. A locale of the environment that is not there is an error: it would
be that of C, and prove nothing.
"""

import locale
import os
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

from sitegen import forks, workers
from sitegen.cli import main

_SCANDIR = os.scandir


class _Entries:
    """What `os.scandir` gives, in an order."""

    def __init__(self, folder: Any, order: str) -> None:
        with _SCANDIR(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
        self._entries = iter(in_order(entries, order))

    def __enter__(self) -> "_Entries":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def close(self) -> None:
        pass


def in_order(entries: list[Any], order: str) -> list[Any]:
    """Sorted values `forwards`, `backwards` or `shuffled`: always in the same way."""
    if order == "shuffled":
        return Random(1).sample(entries, len(entries))
    return {"forwards": entries, "backwards": entries[::-1]}[order]


def run(umask: str, processes: str, order: str) -> None:
    locale.setlocale(locale.LC_ALL, "")
    os.umask(int(umask, 8))
    for module in (workers, forks):
        assert "cores" in vars(module), "another name counts the processes"
        vars(module)["cores"] = lambda: int(processes)
    vars(os)["scandir"] = lambda folder=".": _Entries(folder, order)
    main(["build", "--quiet"])


if __name__ == "__main__":
    run(*sys.argv[1:])
