"""Forks: what processes side by side make is what one makes, in its order, whatever becomes of a process."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.forks import Forks, side_by_side

MANY = tuple(range(100))
pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="forks are for Linux alone")


def squares_by(processes: int, function: Callable[[int], int]) -> list[int]:
    with closing(Forks(function, MANY, processes)) as forks:
        return [*forks]


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
def test_results_come_in_the_order_of_their_values(processes: int) -> None:
    assert squares_by(processes, square) == [number * number for number in MANY]


def test_so_many_processes_do_the_work_and_this_one_only_if_they_are_two() -> None:
    for processes, makers in ((1, 1), (2, 2), (3, 2)):
        with closing(Forks(lambda _: os.getpid(), MANY, processes)) as forks:
            found = {*forks}
        assert len(found) == makers
        assert (os.getpid() in found) is (processes < 3)


@pytest.mark.parametrize("processes", [2, 3])
def test_what_a_process_leaves_undone_when_it_dies_is_done_here(processes: int) -> None:
    here = os.getpid()

    def deadly(number: int) -> int:
        if number == 40 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    assert squares_by(processes, deadly) == squares_by(1, square)


def test_the_first_fault_in_order_is_raised_here_after_all_results_before_it() -> None:
    def faulty(number: int) -> int:
        if number in (37, 50):
            raise ZeroDivisionError(f"at {number}")
        return number

    found: list[int] = []
    with closing(Forks(faulty, MANY, 3)) as forks, pytest.raises(ZeroDivisionError, match="at 37"):
        found.extend(forks)
    assert found == [*MANY[:37]]


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, left = os.fork, [1]

    def refusing() -> int:
        left[0] -= 1
        if left[0] < 0:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", refusing)
    assert squares_by(3, square) == squares_by(1, square)
    assert multiprocessing.active_children() == []


def test_no_process_is_left_when_results_are_not_asked_for() -> None:
    with closing(Forks(lambda number: "x" * 100_000 * (number + 1), MANY, 3)) as forks:
        next(iter(forks))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


ENDLESS = """\
import multiprocessing, sys, time
from sitegen.forks import Forks
forks = Forks(lambda number: "x" * 1_000_000, range(1_000), 3)
next(iter(forks))
print(*(child.pid for child in multiprocessing.active_children()), flush=True)
time.sleep(60)
"""


def test_forks_end_when_who_forked_them_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        forks = process.stdout.readline().split()
        assert len(forks) == 2
        process.kill()
    for _ in range(100):
        if {*map(state, forks)} == {"Z"}:
            return
        time.sleep(0.1)
    raise AssertionError("a fork goes on")


def state(process: str) -> str:
    """Its letter in `/proc`; Z of one that has ended, also when nothing is left of it."""
    try:
        return Path("/proc", process, "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_few_values_are_not_worth_a_process() -> None:
    with closing(side_by_side(lambda _: os.getpid(), MANY[:8], 2)) as results:
        assert {*results} == {os.getpid()}
