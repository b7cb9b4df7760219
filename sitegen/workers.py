"""Workers: processes that read and analyse articles, so that one which hangs, crashes or bloats costs itself only."""

import copyreg
import gc
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

from sitegen.each import Lost, WorkOptions, here

Value = TypeVar("Value")
Result = TypeVar("Result")

_MOST_WORKERS = 8
"""More would wait for the one process that hands out the work."""
_FIRST_TIME = 1 / 20
"""Of the time that a value may take: what it has while others wait."""
_MOST_BREAKS = 3
"""Pools in a row that may break at one value, before it is taken for the cause."""
_FEWEST_INHERITED = 16
"""Values for which processes are forked: that takes 0.1 s."""
_MOST_SECONDS_INHERITING = 600
_SLOW = "article-slow"
_MEMORY = Path("/proc/self/statm")
_LONGEST_REASON = 200


class Workers:
    """An `Each` by processes, and a context: leaving it ends them, whatever they are at.

    Each value has its time from when a worker takes it. One that takes a twentieth of it is put off, begun anew when
    all others are done, and then has all its time beside the others of its kind: hangs do not wait for each other, and
    nothing waits for them. A function must be one that a module holds, or a partial of such a one. Processes start with
    the first value; where they can't be forked, that takes about a second.
    Known failures: memory counts from the start of a worker, so what earlier articles left behind counts as well. If
    the program itself is killed (SIGKILL), a worker that hangs goes on.
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
        """The results, in the order of the values; `Lost` where there is none."""
        held: list[Result | Lost] = []
        slow: dict[int, Value] = {}
        first = self._all(function, values, self._processes, self._options.most_seconds * _FIRST_TIME)
        for value, result in zip(values, first, strict=True):
            if isinstance(result, Lost) and result.code == _SLOW:
                slow[len(held)] = value
            if slow:
                held.append(result)
            else:
                yield result
        if slow:
            self._stop()
            processes = max(self._processes, min(len(slow), _MOST_WORKERS))
            again = self._all(function, list(slow.values()), processes, self._options.most_seconds)
            for place, result in zip(slow, again, strict=True):
                held[place] = result
            self._stop()
        yield from held

    def _all(
        self, function: Callable[[Value], Result], values: Sequence[Value], processes: int, seconds: float
    ) -> Iterator[Result | Lost]:
        """As a call, with so many processes and so much time for each value.

        A pool breaks when a process dies before it is known what it was at, as on a busy machine; what has no result
        yet is then given to another.
        """
        rest, breaks = values, 0
        while rest:
            done = 0
            try:
                for result in self._run(function, rest, processes, seconds):
                    yield result
                    done += 1
            except BrokenProcessPool:
                self._stop()
                breaks = 0 if done else breaks + 1
            if breaks == _MOST_BREAKS:
                yield _crashed("its process ended at once")
                done, breaks = 1, 0
            rest = rest[done:]

    def inheriting(self, function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
        """As calling it, for values that are large: processes are forked with them, and send back results alone.

        Any function will do. A value has ten minutes, and as much memory as there is. Where processes can't be forked,
        or there is nothing to share out, the work is done here.
        """
        is_worth_it = self._start == "fork" and self._processes > 1 and len(values) >= _FEWEST_INHERITED
        if is_worth_it:
            self._stop()  # its threads
        if not is_worth_it or start_method() != "fork":
            yield from here(function, values)
            return
        context = multiprocessing.get_context("fork")
        pool = ProcessPool(self._processes, initializer=_inherit, initargs=(function, values), context=context)
        done = 0
        try:
            for result in self._results(pool, _of_inherited, range(len(values)), _MOST_SECONDS_INHERITING):
                yield result
                done += 1
        except BrokenProcessPool:
            yield from (_crashed("its process ended at once") for _ in values[done:])
        finally:  # an interruption must not wait for what is left
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _run(
        self, function: Callable[[Value], Result], values: Sequence[Value], processes: int, seconds: float
    ) -> Iterator[Result | Lost]:
        """Raises: BrokenProcessPool."""
        if self._pool is None:
            self._pool = ProcessPool(
                processes,
                initializer=_begin,
                initargs=(self._options.most_megabytes,),
                context=multiprocessing.get_context(start_method() if self._start == "fork" else self._start),
            )
        yield from self._results(self._pool, function, values, seconds)

    def _results(
        self, pool: ProcessPool, function: Callable[[Value], Result], values: Sequence[Value], seconds: float
    ) -> Iterator[Result | Lost]:
        """Raises: BrokenProcessPool."""
        try:
            results = pool.map(function, values, timeout=seconds).result()
        except RuntimeError as error:  # it broke while nothing was asked of it
            raise BrokenProcessPool(str(error)) from error
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
        return Lost(_SLOW, message, "shorten or split it, or raise limits.most_seconds in sitegen.yml")

    def _heavy(self) -> Lost:
        message = f"it needs more than {self._options.most_megabytes:,} MB of memory"
        return Lost("article-heavy", message, "shorten or split it, or raise limits.most_megabytes in sitegen.yml")


_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""In a worker that was forked for them: the function, and the values."""


def _inherit(function: Callable[[Any], Any], values: Sequence[Any]) -> None:
    _end_when_told()
    gc.freeze()  # to look for garbage among what was inherited would copy it
    _inherited[:] = [(function, values)]


def _of_inherited(number: int) -> Any:
    function, values = _inherited[0]
    return function(values[number])


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


def _begin(megabytes: int) -> None:
    _end_when_told()
    _cap_memory(megabytes)


def _end_when_told() -> None:
    """Make this process one that ends at once, whatever it is at."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


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
