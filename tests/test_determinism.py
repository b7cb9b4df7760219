"""The same input gives the same bytes, whatever the machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import TRAMS, make_project, tree

ROOT = Path(__file__).parent.parent
ARTICLES: dict[str, str | bytes] = {
    **{f"content/{path.name}": path.read_bytes() for path in (ROOT / "content").iterdir()},
    "content/Trams.md": TRAMS,
    "content/trams.md": TRAMS,
    "content/stadt/Überblick.txt": "Überblick\n\nDie Straßenbahn in Vessel fuhr am Montag zu spät.\n",
}
SETTINGS = {"sitegen.yml": "site_url: https://desk.example/\n"}
BUILD = """\
import os, sys
os.umask(int(sys.argv.pop(1), 8))
from sitegen.cli import main
main(["build", "--quiet"])
"""


def _modes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mode & 0o7777 for path in folder.rglob("*")}


def _build(project: Path, umask: str, **environment: str) -> Path:
    subprocess.run(
        [sys.executable, "-c", BUILD, umask],
        cwd=project,
        env={**os.environ, **environment},
        timeout=60,
        check=True,
        capture_output=True,
    )
    return project / "site"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("here"), {**SETTINGS, **ARTICLES})
    return _build(project, "022", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    ("umask", "environment"),
    [
        ("077", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}),
        ("002", {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"}),
    ],
)
def test_another_machine_builds_the_same_tree(
    tmp_path: Path, here: Path, umask: str, environment: dict[str, str]
) -> None:
    backwards = dict(reversed({**SETTINGS, **ARTICLES}.items()))
    project = make_project(tmp_path / "Ordner für é", backwards)
    there = _build(project, umask, HOME=str(tmp_path), SOURCE_DATE_EPOCH="0", **environment)
    assert tree(there) == tree(here)
    assert _modes(there) == _modes(here)
    assert set(_modes(there).values()) == {0o644, 0o755}


def test_no_page_names_the_machine_or_the_folder(here: Path) -> None:
    pages = b"".join(data for data in tree(here).values() if isinstance(data, bytes))
    assert os.fsencode(here.parent) not in pages
    assert os.fsencode(ROOT) not in pages
