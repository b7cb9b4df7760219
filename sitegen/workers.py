"""Workers: processes that read and analyse articles, so that one which hangs, crashes or bloats costs itself only."""

import copyreg
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import TimeoutError as OutOfTimeError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from sitegen.each import Lost, WorkOptions

Value = TypeVar("Value")
Result = TypeVar("Result")

_MOST_WORKERS = 8
"""More would wait for the one process that hands out the work."""
_MOST_BREAKS = 3
"""Pools in a row that may break at one value, before it is taken for the cause."""
_MEMORY = Path("/proc/self/statm")
_LONGEST_REASON = 200


class Workers:
    """An `Each` by processes, and a context: leaving it ends them, whatever they are at.

    Each value has its time from when a worker takes it. A function must be one that a module holds, or a partial of
    such a one. Processes start with the first value; where they can't be forked, that takes about a second.
    Known failure: memory counts from the start of a worker, so what earlier articles left behind counts as well.
    Method: pebble's pool, which loses neither the order nor the rest when a process dies (decision 0008).
    """

    def __init__(self, options: WorkOptions, processes: int | None = None, start: str | None = None):
        self._options = options
        self._processes = processes or min(cores(), _MOST_WORKERS)
        self._start = start or start_method()
        self._pool: ProcessPool | None = None

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def __call__(self, function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
        """The results, in the order of the values; `Lost` where there is none.

        A pool breaks when a process dies before it is known what it was at, as on a busy machine; what has no result
        yet is then given to another.
        """
        rest, breaks = values, 0
        while rest:
            done = 0
            try:
                for result in self._run(function, rest):
                    yield result
                    done += 1
            except BrokenProcessPool:
                self._stop()
                breaks = 0 if done else breaks + 1
            if breaks == _MOST_BREAKS:
                yield _crashed("its process ended at once")
                done, breaks = 1, 0
            rest = rest[done:]

    def _run(self, function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result | Lost]:
        """Raises: BrokenProcessPool."""
        if self._pool is None:
            self._pool = ProcessPool(
                self._processes,
                initializer=_cap_memory,
                initargs=(self._options.most_megabytes,),
                context=multiprocessing.get_context(self._start),
            )
        results = self._pool.map(function, values, timeout=self._options.most_seconds).result()
        for _ in values:
            try:
                yield next(results)
            except OutOfTimeError:
                yield self._slow()
            except MemoryError:
                yield self._heavy()
            except ProcessExpired as error:
                yield _crashed(_death(error.exitcode))
            except BrokenProcessPool:
                raise
            except Exception as error:  # a fault of ours: the other articles come through all the same
                yield _crashed(_reason(error))

    def _slow(self) -> Lost:
        message = f"it took longer than {self._options.most_seconds} s, and was given up"
        return Lost("article-slow", message, "shorten or split it, or raise limits.most_seconds in sitegen.yml")

    def _heavy(self) -> Lost:
        message = f"it needs more than {self._options.most_megabytes:,} MB of memory"
        return Lost("article-heavy", message, "shorten or split it, or raise limits.most_megabytes in sitegen.yml")


def _crashed(how: str) -> Lost:
    remedy = "save it in another form, such as plain text; and please report it as a fault of sitegen"
    return Lost("article-crashed", f"reading it crashed: {how}", remedy)


def _death(status: int) -> str:
    """How a process ended, in words."""
    if -status in set(signal.Signals):
        return f"signal {signal.Signals(-status).name}"
    return f"exit status {status}"


def _reason(error: Exception) -> str:
    """An exception with the place in our code that it comes from, on one line."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
    remote: Any = getattr(error, "traceback", None)  # pebble hands it over as text
    frames = traceback.extract_tb(error.__traceback__)
    lines = [line.strip() for line in str(remote).splitlines() if line.lstrip().startswith("File ")] if remote else []
    if lines:
        _, name, *rest = lines[-1].split('"')
        return f"{words} ({PurePath(name).name}{rest[0].split(' in ')[0].replace(', line ', ':') if rest else ''})"
    return f"{words} ({PurePath(frames[-1].filename).name}:{frames[-1].lineno})" if frames else words


def _cap_memory(megabytes: int) -> None:
    """Hold this process to so much more memory than it has already: a fork begins with all that its parent had."""
    try:
        import resource  # noqa: PLC0415 - not on Windows

        has = int(_MEMORY.read_text("ascii").split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = has + megabytes * 1_000_000
        if most == resource.RLIM_INFINITY or wanted < most:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    except (ImportError, OSError, ValueError):
        return  # not Linux: time is the only limit


def start_method() -> str:
    """A fork takes milliseconds and finds all modules loaded, but is safe only on Linux, with no other thread about."""
    return "fork" if _MEMORY.exists() and threading.active_count() == 1 else "spawn"


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _proxy(mapping: Mapping[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_proxy, (dict(mapping),)))  # options hold such
