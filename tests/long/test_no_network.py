"""The commands in an empty network namespace: there is no device but a loopback that is down."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.demands import give_up
from tests.project import make_project, tree

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "seeds")
PAGE = (
    "# Trams run late\n\nSee [the plan](https://example.org/plan) and ![a map](https://example.org/map.png), it says.\n"
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def alone() -> Run:
    """Runs Python with arguments, where there is no network."""
    namespace = (
        ["unshare", "--net"] if os.name == "posix" and os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    )
    if (
        shutil.which("unshare") is None
        or subprocess.run([*namespace, "true"], capture_output=True, check=False).returncode
    ):
        give_up("this machine gives no network namespace to a test (Linux with unshare)")

    def run(*arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*namespace, sys.executable, *map(str, arguments)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_it_is_one_without_a_network(alone: Run, tmp_path: Path) -> None:
    assert alone("-c", "import socket; print(socket.if_nameindex())", folder=tmp_path).stdout == "[(1, 'lo')]\n"


def test_a_site_is_imported_built_checked_verified_and_compared(alone: Run, tmp_path: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    project = make_project(tmp_path, {**files, "sitegen.yml": "", "content/trams.md": PAGE})
    for command in (["import", "seeds"], ["build"], ["build", "--check"], ["check"], ["verify"], ["topics", "--write"]):
        done = alone("-m", "sitegen", *command, folder=project)
        assert (done.returncode, command) == (0, command), done.stderr
    with_network = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--output", "there"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert with_network.returncode == 0
    done = alone("-m", "sitegen", "build", "--output", "here", folder=project)
    assert done.returncode == 0
    assert tree(project / "here") == tree(project / "there")
