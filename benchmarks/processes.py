"""Runs a command, and says what its whole process tree took: wall and CPU seconds, and memory."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02
"""Seconds between two looks at the memory, at least."""
_SHARE = 0.03
"""Of the time that looking may take: at a gigabyte, a look takes the system 20 ms."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of a command took."""

    wall: float
    """Seconds, as is `cpu`, which is that of all processes."""
    cpu: float
    together: int
    """MB that all processes held together at the worst moment seen; what several share is counted once."""
    largest: int
    """MB of the largest process."""


class CommandError(Exception):
    """The command failed; the message holds the end of what it printed."""


def run(command: Sequence[str], folder: Path) -> Taken:
    """Run a command in a folder to its end. Linux only, as memory is read from `/proc`.

    Raises: CommandError if it ends with another status than 0.
    """
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        watch = _Memory(process.pid)
        start = time.perf_counter()
        printed = _read_all(process)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        raise CommandError(f"{command[0]} ended with {process.returncode}: {printed[-2000:].decode(errors='replace')}")
    largest = max(watch.largest, used.ru_maxrss)
    return Taken(wall, used.ru_utime + used.ru_stime, max(watch.together, largest) // 1024, largest // 1024)


def _read_all(process: "subprocess.Popen[bytes]") -> bytes:
    assert process.stdout is not None
    return process.stdout.read()


class _Memory:
    """Looks at what a process and its descendants hold, every now and then."""

    def __init__(self, process: int) -> None:
        self.together = self.largest = 0
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = _EVERY
        while not self._ended.wait(pause):
            began = time.perf_counter()
            seen = [held(one) for one in _tree(self._process)]
            pause = max(_EVERY, (time.perf_counter() - began) / _SHARE)
            self.together = max(self.together, sum(shared for shared, _ in seen))
            self.largest = max([self.largest, *(alone for _, alone in seen)])


def children(process: int) -> Iterator[int]:
    """Of all its threads."""
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            yield from map(int, path.read_text("ascii").split())
        except OSError:
            continue  # the thread has ended


def _tree(process: int) -> Iterator[int]:
    yield process
    for child in children(process):
        yield from _tree(child)


def held(process: int) -> tuple[int, int]:
    """kB that are its share, and kB that it holds in all."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0, 0  # it has ended
    fields = {name: value for name, _, value in (line.partition(":") for line in lines[1:])}
    return _kilobytes(fields.get("Pss", "0 kB")), _kilobytes(fields.get("Rss", "0 kB"))


def _kilobytes(value: str) -> int:
    return int(value.split(maxsplit=1)[0])
