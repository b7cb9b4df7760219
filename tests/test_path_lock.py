"""One process at a time writes to a folder; who waits says for whom; what a killed one left holds nobody up."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.path_lock import path_lock
from tests.project import HARBOUR, make_project, sitegen

if os.name != "posix":
    pytest.skip("Windows keeps no two processes apart", allow_module_level=True)

_HOLDS = """
import sys, time
from pathlib import Path
from sitegen.path_lock import path_lock
with path_lock(Path(sys.argv[1]), "build", print):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(target: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock until its standard input ends."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def _let_go(holder: "subprocess.Popen[str]") -> None:
    holder.communicate()


def test_nothing_is_left_of_a_lock_that_was_let_go(tmp_path: Path) -> None:
    said: list[str] = []
    with path_lock(tmp_path / "site", "build", said.append):
        assert [path.name for path in tmp_path.iterdir()] == [".site.lock.sitegen-tmp"]
    assert (list(tmp_path.iterdir()), said) == ([], [])


def test_a_lock_tells_the_time_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "before").touch()
    with path_lock(tmp_path / "site", "build", print) as time:
        (tmp_path / "after").touch()
        assert (tmp_path / "before").stat().st_mtime_ns <= time <= (tmp_path / "after").stat().st_mtime_ns


def test_a_disk_that_keeps_no_modes_leaves_no_lock_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(descriptor: int, mode: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fchmod", fails)
    with path_lock(tmp_path / "site", "build", print):
        assert [path.name for path in tmp_path.iterdir()] == [".site.lock.sitegen-tmp"]
    assert list(tmp_path.iterdir()) == []


def test_who_waits_says_for_whom_and_since_when_and_is_next(tmp_path: Path) -> None:
    holder = _holder(tmp_path / "site")
    said: list[str] = []

    def tell(text: str) -> None:
        said.append(text)
        _let_go(holder)

    with path_lock(tmp_path / "site", "build", tell):
        assert holder.returncode == 0
    (line,) = said
    assert line.startswith(f"waiting for process {holder.pid}, since ")
    assert line.endswith(f", which writes to {tmp_path / 'site'}")
    assert list(tmp_path.iterdir()) == []


def test_a_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    holder = _holder(tmp_path / "site")
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    assert [path.name for path in tmp_path.iterdir()] == [".site.lock.sitegen-tmp"]
    said: list[str] = []
    with path_lock(tmp_path / "site", "build", said.append):
        pass
    assert (list(tmp_path.iterdir()), said) == ([], [])


def test_a_build_of_what_did_not_change_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": HARBOUR})
    assert sitegen(project, "build").status == 0
    (project / ".site.lock.sitegen-tmp").write_text("process 1")
    assert "nothing changed" in sitegen(project, "build").out
    assert not list(project.glob(".*.sitegen-tmp"))


def test_a_link_to_a_folder_is_locked_as_the_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    with path_lock(tmp_path / "site", "build", print):
        assert (tmp_path / ".real.lock.sitegen-tmp").is_file()


def test_a_link_in_the_place_of_the_lock_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / ".site.lock.sitegen-tmp").symlink_to("mine")
    with pytest.raises(SitegenError) as caught, path_lock(tmp_path / "site", "build", print):
        pass
    assert caught.value.problem.code == "output-failed"
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_build_waits_for_the_one_before_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": HARBOUR})
    holder = _holder(project / "site")
    build = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "build"],
        cwd=project,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert build.stderr is not None
    assert build.stderr.readline().startswith(f"waiting for process {holder.pid}, since ")
    time.sleep(0.3)
    assert not (project / "site").exists()
    _let_go(holder)
    build.communicate()
    assert build.returncode == 0
    assert (project / "site" / "index.html").is_file()
