"""The wheel and the sources of a release: the same bytes from any folder, at any time; and what they hold."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def checkout(to: Path) -> Path:
    """The files of the repository as they are here, without what git does not keep."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("site/", "content/", "seeds/")):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    return to


def built(folder: Path, epoch: int) -> dict[str, Path]:
    """Kind → the file that the build in `folder` makes of it."""
    out = folder / "dist"
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.suffix: path for path in out.iterdir()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("release")


@pytest.fixture(scope="module")
def release(folder: Path) -> dict[str, Path]:
    return built(checkout(folder / "one"), 1_767_225_600)


def test_another_folder_time_and_umask_give_the_same_bytes(folder: Path, release: dict[str, Path]) -> None:
    before = os.umask(0o077)
    try:
        other = checkout(folder / "an other" / "deeper")
    finally:
        os.umask(before)
    for path in other.rglob("*"):
        os.utime(path, (86_400, 86_400))
    (other / "sitegen/__pycache__").mkdir()
    (other / "sitegen/__pycache__/model.cpython-311.pyc").write_bytes(b"left by a run")
    again = built(other, 1_767_225_600)
    assert release.keys() == {".whl", ".gz"}
    for kind, path in release.items():
        assert again[kind].name == path.name
        digests = [hashlib.sha256(one.read_bytes()).hexdigest() for one in (path, again[kind])]
        assert digests[0] == digests[1], kind


def test_the_wheel_holds_the_package_and_no_test(release: dict[str, Path]) -> None:
    with zipfile.ZipFile(release[".whl"]) as wheel:
        names = wheel.namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"sitegen", "briefing_sitegen"}
    package = {f"sitegen/{path.relative_to(ROOT / 'sitegen').as_posix()}" for path in (ROOT / "sitegen").rglob("*.py")}
    assert package <= {*names}
    assert {"sitegen/_templates/base.html", "sitegen/_schemas/briefing.schema.json"} <= {*names}


def test_the_sources_hold_the_licence_and_the_tests(release: dict[str, Path]) -> None:
    with tarfile.open(release[".gz"]) as sources:
        names = {name.partition("/")[2] for name in sources.getnames()}
    assert {
        "LICENSE",
        "pyproject.toml",
        "sitegen/model.py",
        "tests/test_release.py",
        "release/requirements.txt",
    } <= names
    assert not any(name.startswith(("site/", ".venv/")) or "__pycache__" in name for name in names)
