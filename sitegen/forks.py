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

from sitegen.workers import cores, start_method

Value = TypeVar("Value")
Result = TypeVar("Result")

_SHARE = 16
"""Values that a fork works on before it hands over the results."""
_AHEAD = 4
"""Shares of one fork that are held here until it is their turn: more of them, and it waits."""
_MOST_PROCESSES = 4
"""With this one. Each fork comes to copy most of what it shares, as Python counts references in the objects."""
_HERE = -1
_TURNS = (0, _HERE, 0, _HERE, 0)
"""Who works on each share, again and again, where there is one fork: this process has the results to write as well."""


def side_by_side(
    function: Callable[[Value], Result], values: Sequence[Value], processes: int | None = None
) -> "Forks[Value, Result]":
    """The results of `function`, in the order of `values`. `processes`: with this one; by default as many as there are
    cores, up to four. As a fork is safe only on Linux with no other thread about, elsewhere all is done here.
    """
    can_fork = start_method() == "fork" and len(values) > 2 * _SHARE
    return Forks(function, values, (processes or min(cores(), _MOST_PROCESSES)) if can_fork else 1)


class Forks(Generic[Value, Result]):
    """Results by so many processes, with this one; an iterator once, and to be closed. The forks work from now on.

    Shares are dealt out in turn, so that none waits for another; results come back pickled, as they may hold what was
    only made there.
    """

    def __init__(self, function: Callable[[Value], Result], values: Sequence[Value], processes: int) -> None:
        self._function = function
        self._shares = [values[start : start + _SHARE] for start in range(0, len(values), _SHARE)]
        turns = {1: (_HERE,), 2: _TURNS}.get(processes) or tuple(range(processes - 1))
        self._turns = [turns[place % len(turns)] for place in range(len(self._shares))]
        self._forks: list[_Fork] = []
        if processes > 1:
            gc.freeze()  # so that no collection touches, and so copies, what the forks share
        try:
            for number in range(processes - 1):
                self._forks.append(_Fork(partial(self._work, number)))
        except OSError:  # no more processes, or no memory for one
            self.close()
            self._turns = [_HERE] * len(self._shares)

    def __iter__(self) -> Iterator[Result]:
        for turn, share in zip(self._turns, self._shares, strict=True):
            made = None if turn == _HERE else self._received(self._forks[turn])
            if made is not None:
                yield from pickle.loads(made)  # noqa: S301 - of a fork of this process
                continue
            for value in share:
                self._hear(0)  # or the forks would wait
                yield self._function(value)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for fork in self._forks:
            fork.end()
        if self._forks:
            gc.unfreeze()
        self._forks = []

    def _work(self, number: int, send: Callable[[bytes], None]) -> None:
        """In a fork: its shares, one after the other, up to the first that fails."""
        for turn, share in zip(self._turns, self._shares, strict=True):
            if turn == number:
                send(pickle.dumps([*map(self._function, share)], pickle.HIGHEST_PROTOCOL))

    def _received(self, fork: "_Fork") -> bytes | None:
        """The next share of a fork; None if it ended without."""
        while not fork.received:
            if fork.has_ended:
                return None
            self._hear(None)
        return fork.received.popleft()

    def _hear(self, seconds: float | None) -> None:
        """Take what the forks have to send, as far as there is room; None: wait until one has."""
        heard: dict[object, _Fork] = {f.connection: f for f in self._forks if not f.has_ended and f.has_room}
        for connection in wait([fork.connection for fork in heard.values()], seconds) if heard else ():
            heard[connection].hear()


class _Fork:
    """A process, and what it sent that was not asked for yet."""

    def __init__(self, work: Callable[[Callable[[bytes], None]], None]) -> None:
        self.received: deque[bytes] = deque()
        self.has_ended = False
        context = multiprocessing.get_context("fork")
        self.connection, there = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=_run, args=(work, there, self.connection), daemon=True)
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


def _run(work: Callable[[Callable[[bytes], None]], None], there: Connection, here: Connection) -> None:
    """In a fork. A fault is not told: the share is made once more where it can be. `here`: the end of who forked."""
    here.close()  # so that nobody hears the fork once who forked is gone, however that ended, and the fork ends too
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever forked hears it too, and ends the forks
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the interruption that it is to whoever forked
    with contextlib.suppress(Exception):
        work(there.send_bytes)
    there.close()
