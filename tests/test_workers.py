"""Workers: a value that hangs, breaks, bloats or kills its process costs itself only."""

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from pebble.pool.process import PoolManager

from sitegen.each import Lost, WorkOptions, surely
from sitegen.workers import Workers
from tests.project import HARBOUR, TRAMS, make_project

pytestmark = pytest.mark.workers
LINUX = sys.platform == "linux"
FAULTY = """\
import os, signal, time
import sitegen.intake, sitegen.importing, sitegen.build
from sitegen.parse import parse as real_parse

def misbehave(path):
    if "bad-loop" in path:
        while True: pass
    if "bad-raise" in path:
        raise ValueError("no such thing")
    if "bad-heavy" in path:
        return bytearray(3_000_000_000)
    if "bad-exit" in path:
        os._exit(7)

def parse(source, options):
    misbehave(source.path)
    return real_parse(source, options)

real_analyse = sitegen.build.analyse
def analyse(article, options):
    if "analyse" in article.path:
        misbehave(article.path.replace("analyse-", "bad-"))
    return real_analyse(article, options)

sitegen.intake.parse = sitegen.importing.parse = parse
sitegen.build.analyse = analyse
from sitegen.__main__ import run
run()
"""
"""The command line, with a parser that does what a file's name says."""


def misbehave(value: str) -> str:
    match value:
        case "loop":
            while True:
                time.sleep(0.01)
        case "raise":
            raise ValueError("no such thing")
        case "exit":
            os._exit(7)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "heavy":
            return str(len(bytearray(3_000_000_000)))
        case "unpicklable":
            return lambda: "x"  # type: ignore[return-value]
    return value.upper()


def outcomes(results: Iterable[str | Lost]) -> list[str]:
    return [result.code if isinstance(result, Lost) else result for result in results]


def test_results_come_in_the_order_of_the_values() -> None:
    values = [f"value {number}" for number in range(100)]
    with Workers(WorkOptions()) as each:
        assert outcomes(each(misbehave, values)) == [value.upper() for value in values]


@pytest.mark.parametrize("fault", ["raise", "exit", "unpicklable", *(["kill"] if LINUX else [])])
def test_a_fault_costs_its_own_value_only(fault: str) -> None:
    values = ["a", fault, "b", "c", fault, "d"]
    with Workers(WorkOptions(), processes=2) as each:
        said = outcomes(each(misbehave, values))
    assert said == ["A", "article-crashed", "B", "C", "article-crashed", "D"]


def test_a_loop_is_given_up() -> None:
    with Workers(WorkOptions(most_seconds=1), processes=2) as each:
        assert outcomes(each(misbehave, ["a", "loop", "b"])) == ["A", "article-slow", "B"]
        assert outcomes(each(misbehave, ["c"])) == ["C"]


def test_loops_do_not_wait_for_each_other() -> None:
    loops, seconds = 8, 3
    start = time.monotonic()
    with Workers(WorkOptions(most_seconds=seconds), processes=1) as each:
        said = outcomes(each(misbehave, ["a", *["loop"] * loops, "b", "raise"]))
    assert said == ["A", *["article-slow"] * loops, "B", "article-crashed"]
    assert time.monotonic() - start < loops * seconds


@pytest.mark.skipif(not LINUX, reason="only there a process can be held to an amount of memory")
def test_too_much_memory_is_refused() -> None:
    with Workers(WorkOptions()) as each:
        assert outcomes(each(misbehave, ["heavy", "a"])) == ["article-heavy", "A"]


def test_how_it_crashed_is_told() -> None:
    with Workers(WorkOptions()) as each:
        raised, left = each(misbehave, ["raise", "exit"])
    assert isinstance(raised, Lost)
    assert isinstance(left, Lost)
    assert raised.message.startswith("reading it crashed: ValueError: no such thing (test_workers.py:")
    assert left.message == "reading it crashed: exit status 7"


def test_workers_that_start_from_nothing_do_the_same() -> None:
    with Workers(WorkOptions(), processes=1, start="spawn") as each:
        assert outcomes(each(misbehave, ["a", "exit", "b"])) == ["A", "article-crashed", "B"]


@pytest.mark.parametrize(("breaks", "told"), [(1, ["A", "article-crashed", "B"]), (99, ["article-crashed"] * 3)])
def test_a_death_that_comes_too_early_to_be_understood_costs_no_other(
    monkeypatch: pytest.MonkeyPatch, breaks: int, told: list[str]
) -> None:
    """The pool then gives up, and with it all that waits."""
    find, left = PoolManager.find_expired_task, [breaks]

    def too_early(manager: PoolManager, worker: int) -> object:
        left[0] -= 1
        if left[0] >= 0:
            raise BrokenProcessPool("All workers expired")
        return find(manager, worker)

    monkeypatch.setattr(PoolManager, "find_expired_task", too_early)
    values = ["a", "exit", "b"] if breaks == 1 else ["exit"] * 3
    with Workers(WorkOptions(), processes=1) as each:
        assert outcomes(each(misbehave, values)) == told
        assert outcomes(each(misbehave, ["c"])) == ["C"]


def test_a_worker_that_dies_at_rest_costs_nothing() -> None:
    with Workers(WorkOptions(), processes=1) as each:
        assert outcomes(each(misbehave, ["a"])) == ["A"]
        (worker,) = multiprocessing.active_children()
        worker.kill()
        time.sleep(1.5)
        assert outcomes(each(misbehave, ["b"])) == ["B"]


def test_nothing_is_forked_beside_a_thread_that_came_later() -> None:
    with Workers(WorkOptions(), processes=1, start="fork") as each:
        resting = threading.Event()
        thread = threading.Thread(target=resting.wait)
        thread.start()
        try:
            assert outcomes(each(misbehave, ["a"])) == ["A"]
            assert {type(child).__name__ for child in multiprocessing.active_children()} == {"SpawnProcess"}
        finally:
            resting.set()
            thread.join()


def test_nothing_is_left_running() -> None:
    with Workers(WorkOptions(most_seconds=60), processes=2) as each:
        results = iter(each(misbehave, ["a", "loop", "loop"]))
        assert next(results) == "A"
    assert multiprocessing.active_children() == []


def test_no_value_starts_no_process() -> None:
    with Workers(WorkOptions()) as each:
        assert list(each(misbehave, [])) == []
        assert multiprocessing.active_children() == []


# The commands


def faulty(project: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", FAULTY, *arguments]
    return subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(not LINUX, reason="the faulty parser reaches a worker by fork")
def test_bad_articles_cost_themselves_only(tmp_path: Path) -> None:
    codes = {"exit": "article-crashed", "heavy": "article-heavy", "loop": "article-slow", "raise": "article-crashed"}
    bad = {f"content/{stage}-{fault}.md": code for stage in ("analyse", "bad") for fault, code in codes.items()}
    files = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}
    files |= {path: f"# Bad\n\nIt is bad, very bad: {path}.\n" for path in bad}
    make_project(tmp_path, {"sitegen.yml": "limits: {most_seconds: 2}", **files})
    run = faulty(tmp_path, "build")
    out, err = run.communicate(timeout=60)
    errors = [re.fullmatch(r"(\S+): error: .* \[(\S+)\]", line) for line in err.splitlines() if "error" in line]
    assert sorted((match[1], match[2]) for match in errors if match) == sorted(bad.items())
    assert len(errors) == len(bad)
    assert run.returncode == 1
    assert out.startswith("2 articles")
    pages = {path.name for path in (tmp_path / "site").rglob("*.html")}
    assert not {f"{Path(path).stem}.html" for path in bad} & pages


@pytest.mark.skipif(not LINUX, reason="the faulty parser reaches a worker by fork")
def test_bad_document_costs_itself_only(tmp_path: Path) -> None:
    make_project(tmp_path, {"seeds/bad-exit.txt": "Words.", "seeds/harbour.txt": HARBOUR.replace("# ", "")})
    run = faulty(tmp_path, "import", "seeds")
    out, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert err.startswith("seeds/bad-exit.txt: error: reading it crashed: exit status 7  [article-crashed]\n")
    assert "written    seeds/harbour.txt" in out


@pytest.mark.skipif(not LINUX, reason="the faulty parser reaches a worker by fork")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_being_told_to_stop_ends_a_build_that_hangs_and_leaves_nothing_running(tmp_path: Path, told: int) -> None:
    make_project(tmp_path, {"content/bad-loop.md": HARBOUR, "content/trams.md": TRAMS})
    run = faulty(tmp_path, "build")
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while not (pids := children.read_text().split()) and run.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)
    run.send_signal(told)
    _, err = run.communicate(timeout=30)
    assert (run.returncode, err) == (130, "interrupted; what is there is whole\n")
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(not LINUX, reason="processes can't be forked")
def test_what_processes_are_forked_with_need_not_be_sent() -> None:
    values = [[number, lambda: None] for number in range(40)]  # a lambda can't be sent
    pids: set[int] = set()

    def doubled(value: list[Any]) -> tuple[int, int]:
        return value[0] * 2, os.getpid()

    with Workers(WorkOptions(), processes=2) as workers:
        for number, result in enumerate(surely(workers.inheriting, doubled, values)):
            assert result[0] == number * 2
            pids.add(result[1])
    assert os.getpid() not in pids


@pytest.mark.skipif(not LINUX, reason="processes can't be forked")
def test_what_a_forked_process_dies_of_is_done_here() -> None:
    here = os.getpid()

    def deadly(value: int) -> int:
        if value in (3, 17) and os.getpid() != here:
            os._exit(7)
        if value == 5 and os.getpid() != here:
            raise ValueError("no such thing")
        return value

    with Workers(WorkOptions(), processes=2) as workers:
        assert list(surely(workers.inheriting, deadly, range(20))) == list(range(20))


def test_little_is_done_here() -> None:
    with Workers(WorkOptions(), processes=2) as workers:
        assert set(workers.inheriting(lambda _: os.getpid(), range(3))) == {os.getpid()}
