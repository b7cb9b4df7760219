"""Forks: processes side by side that begin with all that this one holds, and hand back what they made. EDGE.

For work on a large value that is read only: nothing of it is copied or sent. What a fork can't do is done here, so that
a fault shows itself as it would without forks.
"""

import contextlib
import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from sitegen.workers import MOST_WORKERS, cores, start_method

Value = TypeVar("Value")
Result = TypeVar("Result")

_SHARE = 16
"""Values that a fork works on before it hands over the results."""
_AHEAD = 4
"""Shares of one fork that are held here until it is their turn: more of them, and it waits."""


def side_by_side(
    function: Callable[[Value], Result], values: Sequence[Value], processes: int | None = None
) -> "Forks[Value, Result]":
    """The results of `function`, in the order of `values`. `processes`: by default one for each core; as a fork is safe
    only on Linux with no other thread about, elsewhere none, and all is done here.
    """
    can_fork = start_method() == "fork" and len(values) > 2 * _SHARE
    wanted = (processes or min(cores(), MOST_WORKERS)) if can_fork else 0
    return Forks(function, values, wanted if wanted > 1 else 0)


class Forks(Generic[Value, Result]):
    """Results by so many processes, which work from now on; an iterator once, and to be closed.

    Each process has every so many-th share, so that none waits for another; results come back pickled, as they may hold
    what was only made there.
    """

    def __init__(self, function: Callable[[Value], Result], values: Sequence[Value], processes: int) -> None:
        self._function = function
        self._shares = [values[start : start + _SHARE] for start in range(0, len(values), _SHARE)]
        self._forks: list[_Fork] = []
        if processes:
            gc.freeze()  # so that no collection touches, and so copies, what the forks share
        for number in range(processes):
            self._forks.append(_Fork(partial(self._work, number, processes)))

    def __iter__(self) -> Iterator[Result]:
        for number, share in enumerate(self._shares):
            made = self._received(number % len(self._forks)) if self._forks else None
            if made is None:
                yield from map(self._function, share)
            else:
                yield from pickle.loads(made)  # noqa: S301 - of a fork of this process

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for fork in self._forks:
            fork.end()
        if self._forks:
            gc.unfreeze()
        self._forks = []

    def _work(self, number: int, processes: int, send: Callable[[bytes], None]) -> None:
        """In a fork: its shares, one after the other, up to the first that fails."""
        for share in self._shares[number::processes]:
            send(pickle.dumps([*map(self._function, share)], pickle.HIGHEST_PROTOCOL))

    def _received(self, number: int) -> bytes | None:
        """The next share of a fork; None if it ended without. The others are heard meanwhile."""
        wanted = self._forks[number]
        while not wanted.received:
            if wanted.has_ended:
                return None
            heard = {fork.connection: fork for fork in self._forks if not fork.has_ended and fork.has_room}
            for connection in wait([*heard]):
                heard[connection].hear()  # type: ignore[index]
        return wanted.received.popleft()


class _Fork:
    """A process, and what it sent that was not asked for yet."""

    def __init__(self, work: Callable[[Callable[[bytes], None]], None]) -> None:
        self.received: deque[bytes] = deque()
        self.has_ended = False
        context = multiprocessing.get_context("fork")
        self.connection, there = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=_run, args=(work, there), daemon=True)
        self._process.start()
        there.close()  # or its end would not be noticed

    @property
    def has_room(self) -> bool:
        return len(self.received) < _AHEAD

    def hear(self) -> None:
        try:
            self.received.append(self.connection.recv_bytes())
        except (EOFError, OSError):
            self.has_ended = True

    def end(self) -> None:
        self.connection.close()
        self._process.kill()
        self._process.join()


def _run(work: Callable[[Callable[[bytes], None]], None], there: Connection) -> None:
    """In a fork. A fault is not told: the share is made once more where it can be."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever forked hears it too, and ends the forks
    with contextlib.suppress(Exception):
        work(there.send_bytes)
    there.close()
