"""Two builds at once, in processes of their own."""

import subprocess
import sys
from pathlib import Path

from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree


def test_two_projects_that_build_to_one_folder_take_turns(tmp_path: Path) -> None:
    projects = [
        make_project(tmp_path / name, {"content/a.md": text}) for name, text in (("one", HARBOUR), ("two", TRAMS))
    ]
    output = tmp_path / "shared"
    command = [sys.executable, "-m", "sitegen", "build", "--output", str(output)]
    builds = [subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) for project in projects]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    built = tree(output)
    assert sitegen(projects[0], "build", "--output", tmp_path / "of one").status == 0
    assert sitegen(projects[1], "build", "--output", tmp_path / "of two").status == 0
    assert built in (tree(tmp_path / "of one"), tree(tmp_path / "of two"))
