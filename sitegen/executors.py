"""Executors: an `Each` over whatever has the interface of `concurrent.futures.Executor`, such as that of a cluster.

Values travel by value, several to a task, and so do results. Who runs a task guards each of its values, with the time
and the memory that it may cost, as it would be guarded here; the executor's own deadlines and deaths are never taken
for a fault of an article.
"""

import multiprocessing
import platform
import threading
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from sitegen.each import Each, Lost, WorkOptions
from sitegen.workers import Workers

Value = TypeVar("Value")
Result = TypeVar("Result")

BATCH = 16
"""Values that travel together: some 300 ms of work, against a few milliseconds for the way there and back."""
_threads = threading.local()


class UnfitWorkerError(Exception):
    """Who was to run a task can't do what is done here. Its arguments: what is wrong, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A function, and values to be guarded by whoever does it with them."""

    function: Callable[[Any], Any]
    values: tuple[Any, ...]
    options: WorkOptions
    program: str
    """What `tell` gives here: other programs may come to other results."""
    tell: Callable[[], str]


class Over:
    """An `Each` over an executor: results in the order of the values, whatever happens to those who run the tasks.

    `outstanding`: tasks that are given out at once, so that neither the executor nor its results pile up. `here`: does
    what came back without a result, such as that of a worker which died too often. `tell`: names the program, here and
    where a task is run.

    Raises, while results are gone through: UnfitWorkerError.
    """

    def __init__(
        self, executor: Executor, options: WorkOptions, outstanding: int, here: Each, tell: Callable[[], str]
    ) -> None:
        self._executor = executor
        self._options = options
        self._outstanding = outstanding
        self._here = here
        self._tell = tell
        self.failures: list[str] = []
        """Of each task that came back without a result and was done here: why."""

    def __call__(self, function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
        waiting: deque[tuple[Task, Future[list[Any]]]] = deque()
        for start in range(0, len(values), BATCH):
            several = tuple(values[start : start + BATCH])
            task = Task(function, several, self._options, self._tell(), self._tell)
            waiting.append((task, self._given_out(task)))
            if len(waiting) >= self._outstanding:
                yield from self._results(*waiting.popleft())
        while waiting:
            yield from self._results(*waiting.popleft())

    def _given_out(self, task: Task) -> "Future[list[Any]]":
        try:
            return self._executor.submit(run, task)
        except RuntimeError as error:  # it is broken, or was shut down
            failed: Future[list[Any]] = Future()
            failed.set_exception(error)
            return failed

    def _results(self, task: Task, future: "Future[list[Any]]") -> Iterator[Any]:
        results: Iterable[Any]
        try:
            results = future.result()
        except UnfitWorkerError:
            raise
        except ImportError as error:  # it can't even read the task
            message = f"a worker lacks a module: {error}"
            raise UnfitWorkerError(message, "install the same sitegen there, with the same extras") from error
        except Exception as error:  # the executor's, not the article's: those are told by whoever guarded it
            self.failures.append(f"{type(error).__name__}: {error}")
            results = self._here(task.function, task.values)
        yield from results


def run(task: Task) -> list[Any]:
    """The results of a task, where it was sent to; `Lost` where there is none.

    Each thread that runs tasks keeps a process which does the work and which can be ended: it ends with the thread.
    Raises: UnfitWorkerError.
    """
    if task.tell() != task.program:
        message = f"{platform.node()} has another version of sitegen, of Python, or of what reads articles"
        raise UnfitWorkerError(message, "install the same versions there: pip install -c constraints.txt")
    if multiprocessing.current_process().daemon:
        message = f"{platform.node()} may start no process, so that an article that hangs could not be ended"
        raise UnfitWorkerError(message, "start it with --no-nanny, or with DASK_DISTRIBUTED__WORKER__DAEMON=False")
    return list(_guard(task.options)(task.function, task.values))


class _Guard:
    """What guards the values of one thread, until nothing refers to this any more."""

    def __init__(self, options: WorkOptions) -> None:
        self.options = options
        self.workers = Workers(options, processes=1)
        weakref.finalize(self, self.workers.__exit__)


def _guard(options: WorkOptions) -> Workers:
    guard: _Guard | None = getattr(_threads, "guard", None)
    if guard is None or guard.options != options:
        guard = _threads.guard = _Guard(options)
    return guard.workers
