"""A dask cluster: the bytes of a build on this machine, whatever happens to a worker."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.demands import give_up
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are ended by signals")
SLOW = """\
import time
import sitegen.intake
from sitegen.parse import parse as real_parse

def parse(source, options):
    time.sleep(0.2)
    return real_parse(source, options)

sitegen.intake.parse = parse
"""
"""A module for workers to load: it gives a test the time to kill one at work."""
PRELOADED = "slow_parse.py"


class Cluster:
    """A scheduler on loopback, and its workers."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", folder / "scheduler.json")
        self.address = self._said("scheduler", "Scheduler at:").split()[-1]

    def start_worker(self, name: str, *options: str | Path) -> "subprocess.Popen[bytes]":
        common = ("--host", "127.0.0.1", "--nthreads", "1", "--name", name, *options)
        process = self._start(name, self.address, *common, command="worker")
        self._said(name, "Registered to:")
        return process

    def _start(self, name: str, *arguments: str | Path, command: str = "") -> "subprocess.Popen[bytes]":
        line = [sys.executable, "-m", "distributed.cli.dask_" + (command or name), *map(str, arguments)]
        log = self._stack.enter_context((self._folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            [*line, "--no-dashboard"], stdout=log, stderr=log, start_new_session=True, cwd=self._folder
        )
        self._stack.callback(_end, process)
        return process

    def _said(self, name: str, words: str) -> str:
        log = self._folder / f"{name}.log"
        for _ in range(600):
            if line := next((line for line in log.read_text().splitlines() if words in line), None):
                return line
            time.sleep(0.1)
        raise AssertionError(log.read_text())


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    if find_spec("distributed") is None:
        give_up("dask is not installed")
    folder = tmp_path / "cluster"
    folder.mkdir()
    (folder / PRELOADED).write_text(SLOW)
    with ExitStack() as stack:
        yield Cluster(folder, stack)


def articles(number: int) -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS, "content/empty.md": ""}
    return found | {
        f"content/ferry-{i}.md": f"# Ferry {i} sails\n\nThe ferry {i} left Vessel at {i % 12 + 1} o’clock.\n"
        for i in range(number)
    }


def build(project: Path, cluster: Cluster) -> dict[str, bytes | str | None]:
    run = sitegen(project, "build", "--executor", "dask", "--scheduler", cluster.address)
    assert run.status == 1, run.err  # content/empty.md
    assert "without a result" not in run.out
    return tree(project / "site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", articles(60))


@pytest.fixture
def local(tmp_path: Path) -> dict[str, bytes | str | None]:
    """The site as one machine builds it."""
    project = make_project(tmp_path / "local", articles(60))
    assert sitegen(project, "build").status == 1
    return tree(project / "site")


def test_two_workers_give_the_same_bytes(cluster: Cluster, project: Path, local: dict[str, bytes | str | None]) -> None:
    for name in ("one", "two"):
        cluster.start_worker(name, "--no-nanny")
    assert build(project, cluster) == local


def test_a_worker_that_is_killed_at_work_costs_time_alone(
    cluster: Cluster, project: Path, local: dict[str, bytes | str | None]
) -> None:
    one, _ = (cluster.start_worker(name, "--no-nanny", "--preload", PRELOADED) for name in ("one", "two"))
    command = [sys.executable, "-m", "sitegen", "build", "--config", str(project / "sitegen.yml")]
    building = subprocess.Popen(
        [*command, "--executor", "dask", "--scheduler", cluster.address],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    wait_for(lambda: children(one.pid) > 0)
    os.killpg(one.pid, signal.SIGKILL)
    said, _ = building.communicate(timeout=120)
    assert building.returncode == 1, said
    assert tree(project / "site") == local


def test_a_worker_of_a_nanny_that_may_start_no_process_is_refused_in_words(cluster: Cluster, project: Path) -> None:
    cluster.start_worker("one")
    run = sitegen(project, "build", "--executor", "dask", "--scheduler", cluster.address)
    assert run.status == 2
    assert "cluster-unfit" in run.err
    assert "--no-nanny" in run.err


def test_an_address_without_scheduler_is_told_within_seconds(project: Path) -> None:
    run = sitegen(project, "build", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert run.status == 2
    assert "cluster-unreachable" in run.err
    assert not (project / "site").exists()


def test_a_scheduler_without_workers_is_told(cluster: Cluster, project: Path) -> None:
    run = sitegen(project, "build", "--executor", "dask", "--scheduler", cluster.address)
    assert run.status == 2
    assert "has no worker" in run.err


def children(process: int) -> int:
    """How many processes it has started: the guard of its tasks is one."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return len(found.stdout.split())


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to that")
