"""The same input gives the same bytes, whatever the machine."""

import builtins
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.determinism import make_locales
from benchmarks.mixed import mixed_articles
from tests.demands import give_up
from tests.project import TRAMS, make_project, sitegen, tree

ROOT = Path(__file__).parent.parent
ARTICLES: dict[str, str | bytes] = {
    **{f"content/{path.name}": path.read_bytes() for path in (ROOT / "content").iterdir()},
    "content/Trams.md": TRAMS,
    "content/trams.md": TRAMS,
    "content/stadt/Überblick.txt": "Überblick\n\nDie Straßenbahn in Vessel fuhr am Montag zu spät.\n",
}
SETTINGS = {"sitegen.yml": "site_url: https://desk.example/\n"}


def _modes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mode & 0o7777 for path in folder.rglob("*")}


def _build(project: Path, umask: str, processes: str, order: str, **environment: str) -> Path:
    subprocess.run(
        [sys.executable, "-m", "benchmarks.build_as", umask, processes, order],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        timeout=120,
        check=True,
        capture_output=True,
    )
    return project / "site"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("here"), {**SETTINGS, **ARTICLES})
    return _build(project, "022", "2", "forwards", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales") / "made"
    if make_locales(folder, ["tr_TR.UTF-8"]):
        give_up("this machine can't make a Turkish locale (Debian: apt install locales)")
    return folder


def test_another_machine_builds_the_same_tree(tmp_path: Path, here: Path, locales: Path) -> None:
    """More of them: `tests/long/test_environments.py`."""
    environment = {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"}
    backwards = dict(reversed({**SETTINGS, **ARTICLES}.items()))
    project = make_project(tmp_path / "Ordner für é", backwards)
    there = _build(
        project, "077", "1", "backwards", HOME=str(tmp_path), LOCPATH=str(locales), SOURCE_DATE_EPOCH="0", **environment
    )
    assert tree(there) == tree(here)
    assert _modes(there) == _modes(here)
    assert set(_modes(there).values()) == {0o644, 0o755}


def test_no_page_names_the_machine_or_the_folder(here: Path) -> None:
    pages = b"".join(data for data in tree(here).values() if isinstance(data, bytes))
    assert os.fsencode(here.parent) not in pages
    assert os.fsencode(ROOT) not in pages


def test_floats_are_added_as_any_python_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From Python 3.12 on `sum` rounds them otherwise (https://docs.python.org/3/library/functions.html#sum):
    `math.fsum` never did."""
    add, seen = sum, set()

    def watched(values: Iterable[Any], /, start: Any = 0) -> Any:
        total, caller = add(values, start), sys._getframe(1)
        name = caller.f_globals["__name__"]
        if name.startswith("sitegen."):
            seen.add(f"{name}:{caller.f_lineno}" if isinstance(total, float) else "")
        return total

    project = make_project(tmp_path, {f"content/{path}": data for path, data in mixed_articles(40).items()})
    monkeypatch.setattr(builtins, "sum", watched)
    monkeypatch.setattr("sitegen.forks.start_method", lambda: "spawn")  # no forks: what they add is not seen here
    sitegen(project, "build")
    assert seen == {""}
