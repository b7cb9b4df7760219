"""Disks that are full or read-only in earnest, a limit on the size of files, and a folder of another user's."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.demands import give_up
from tests.project import HARBOUR, TRAMS, make_project, tree

if os.name != "posix":
    pytest.skip("disks are mounted on Linux", allow_module_level=True)

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""The user of that name on most systems."""


def _sitegen(
    project: Path, *arguments: str, limit: Callable[[], None] = lambda: None, user: int | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(project / "nowhere")},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
        user=user,
        group=user,
        extra_groups=[] if user else None,
    )


def _mount(*arguments: str | Path) -> bool:
    try:
        return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "project" / "disk"
    disk.mkdir(parents=True)
    if not _mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk):
        give_up("no disk can be mounted here: that takes root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.fixture
def project(tmp_path: Path, small_disk: Path) -> Path:
    """A project that was built to the small disk, and an article that was added since."""
    settings = f"output: {small_disk.name}/site\n"
    made = make_project(tmp_path / "project", {"sitegen.yml": settings, "content/harbour.md": HARBOUR})
    assert _sitegen(made, "build").returncode == 0
    return make_project(made, {"sitegen.yml": settings, "content/trams.md": TRAMS})


def _fill(disk: Path, left: int) -> Path:
    """Leave so many bytes on a disk; the file that takes the rest."""
    free = os.statvfs(disk)
    (disk / "filling").write_bytes(b"x" * max(0, free.f_bavail * free.f_bsize - left))
    return disk / "filling"


@pytest.mark.parametrize("left", [0, 8_192, 65_536])
def test_a_full_disk_keeps_the_former_site_and_the_next_build_is_a_clean_one(
    project: Path, small_disk: Path, tmp_path: Path, left: int
) -> None:
    before = tree(small_disk / "site")
    filling = _fill(small_disk, left)
    run = _sitegen(project, "build")
    assert (run.returncode, "No space left on device  [output-failed]" in run.stderr) == (3, True), run.stderr
    assert run.stderr.startswith(f"{small_disk.name}/")
    assert tree(small_disk / "site") == before
    assert [path.name for path in small_disk.iterdir() if path.name.startswith(".")] == []
    assert _sitegen(project, "build", "--check").returncode == 1
    filling.unlink()
    assert _sitegen(project, "build").returncode == 0
    assert _sitegen(project, "build", "--check").returncode == 0
    assert _sitegen(project, "build", "--output", str(tmp_path / "clean")).returncode == 0
    assert tree(small_disk / "site") == tree(tmp_path / "clean")


def test_a_first_build_on_a_full_disk_leaves_nothing(project: Path, small_disk: Path) -> None:
    _fill(small_disk, 65_536)
    run = _sitegen(project, "build", "--output", str(small_disk / "first"))
    assert (run.returncode, "[output-failed]" in run.stderr) == (3, True), run.stderr
    assert sorted(path.name for path in small_disk.iterdir()) == ["filling", "site"]


def test_a_disk_that_is_read_only_is_named_and_keeps_its_site(project: Path, small_disk: Path) -> None:
    before = tree(small_disk)
    assert _mount("-o", "remount,ro", small_disk)
    for command in (["build"], ["clean"]):
        run = _sitegen(project, *command)
        assert (run.returncode, "Read-only file system  [output-failed]" in run.stderr) == (3, True), run.stderr
        assert tree(small_disk) == before
    assert _sitegen(project, "build", "--check").returncode == 1
    assert _mount("-o", "remount,rw", small_disk)
    assert _sitegen(project, "build").returncode == 0


def _built(folder: Path) -> Path:
    made = make_project(folder, {"content/harbour.md": HARBOUR})
    assert _sitegen(made, "build").returncode == 0
    return make_project(made, {"content/trams.md": TRAMS})


def test_a_limit_on_the_size_of_files_is_as_a_full_disk(tmp_path: Path) -> None:
    """As a quota is; of those few disks have one."""
    project = _built(tmp_path)
    before = tree(project)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))

    run = _sitegen(project, "build", limit=limit)
    assert (run.returncode, "File too large  [output-failed]" in run.stderr) == (3, True), run.stderr
    assert tree(project) == before
    assert _sitegen(project, "build").returncode == 0


def _closed(folder: Path) -> Sequence[Path]:
    """The folder and those above it that not everybody may enter."""
    return [one for one in (folder, *folder.parents) if not one.stat().st_mode & 0o001]


def test_another_user_may_not_write_and_changes_nothing(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        give_up("only root can become another user")
    project = _built(tmp_path / "project")
    before = tree(project)
    for folder in _closed(tmp_path):
        if folder.is_relative_to("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o001)
    program = subprocess.run(
        [sys.executable, "-c", ""], user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, check=False
    )
    if program.returncode or _closed(tmp_path) or _closed(ROOT):
        give_up("another user can't reach this Python, or the folder of the test")
    run = _sitegen(project, "build", user=NOBODY)
    assert (run.returncode, "Permission denied  [output-failed]" in run.stderr) == (3, True), run.stderr
    assert tree(project) == before
