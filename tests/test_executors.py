"""Executors: values travel in tasks, and come back in order, whatever happens to those who run them."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from sitegen.each import WorkOptions, here
from sitegen.executors import BATCH, Over, Task, UnfitWorkerError, run
from tests.test_workers import misbehave, outcomes

pytestmark = pytest.mark.workers
OPTIONS = WorkOptions(most_seconds=6)
"""A process that starts from nothing, on a busy machine, takes some of it to load this module."""


def program() -> str:
    return "this one"


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor
    gc.collect()
    assert multiprocessing.active_children() == []  # what guarded a thread's values ended with it


class Recording(Executor):
    """Runs a task where it is, when its result is asked for at the latest; `fails`: by number, what comes instead."""

    def __init__(self, fails: dict[int, Exception] | None = None) -> None:
        self.fails = fails or {}
        self.tasks: list[Task] = []

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        number = len(self.tasks)
        self.tasks += arguments
        if number in self.fails:
            future.set_exception(self.fails[number])
        else:
            (task,) = arguments
            future.set_result([task.function(value) for value in task.values])
        return future


def test_results_come_in_the_order_of_the_values(threads: Executor) -> None:
    values = [f"value {number}" for number in range(3 * BATCH + 1)]
    over = Over(threads, OPTIONS, 2, here, program)
    assert outcomes(over(misbehave, values)) == [value.upper() for value in values]
    assert not over.failures


def test_whoever_runs_a_task_guards_each_of_its_values(threads: Executor) -> None:
    over = Over(threads, OPTIONS, 2, here, program)
    expected = ["GOOD", "article-slow", "article-crashed", "article-crashed", "FINE"]
    assert outcomes(over(misbehave, ["good", "loop", "kill", "raise", "fine"])) == expected


def test_no_more_tasks_are_given_out_than_are_wanted_at_once() -> None:
    executor = Recording()
    results = iter(Over(executor, OPTIONS, 3, here, program)(misbehave, ["x"] * (10 * BATCH)))
    for number in range(10 * BATCH):
        assert next(results) == "X"
        assert len(executor.tasks) <= number // BATCH + 3


def test_a_task_that_comes_back_without_a_result_is_done_here() -> None:
    executor = Recording(fails={1: RuntimeError("it died three times")})
    over = Over(executor, OPTIONS, 2, here, program)
    values = [f"value {number}" for number in range(3 * BATCH)]
    assert outcomes(over(misbehave, values)) == [value.upper() for value in values]
    assert over.failures == ["RuntimeError: it died three times"]


def test_an_executor_that_breaks_takes_nothing_with_it() -> None:
    class Broken(Recording):
        def submit(self, function: Callable[..., Any], /, *arguments: Any, **others: Any) -> Future[Any]:
            if len(self.tasks) == 1:
                raise RuntimeError("cannot schedule new futures after shutdown")
            return super().submit(function, *arguments, **others)

    values = [f"value {number}" for number in range(3 * BATCH)]
    over = Over(Broken(), OPTIONS, 1, here, program)
    assert outcomes(over(misbehave, values)) == [value.upper() for value in values]
    assert len(over.failures) == 2


def test_other_options_end_what_guarded_before(threads: ThreadPoolExecutor) -> None:
    for seconds in (5, 6, 7):
        task = Task(misbehave, ("x",), WorkOptions(most_seconds=seconds), program(), program)
        assert threads.submit(run, task).result() == ["X"]
    assert len(multiprocessing.active_children()) <= 2


def test_another_program_is_refused() -> None:
    task = Task(misbehave, ("x",), OPTIONS, "another", program)
    with pytest.raises(UnfitWorkerError, match="another version of sitegen"):
        run(task)


def test_a_worker_without_sitegen_is_refused() -> None:
    executor = Recording(fails={0: ModuleNotFoundError("No module named 'sitegen'")})
    with pytest.raises(UnfitWorkerError, match="lacks a module: No module named 'sitegen'"):
        list(Over(executor, OPTIONS, 2, here, program)(misbehave, ["x"]))


def test_a_worker_that_may_start_no_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Daemon:
        daemon = True

    monkeypatch.setattr("multiprocessing.current_process", Daemon)
    with pytest.raises(UnfitWorkerError, match="may start no process"):
        run(Task(misbehave, ("x",), OPTIONS, program(), program))
