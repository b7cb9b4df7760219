"""Builds beside a `serve` of the same project: they take turns, and the site is a clean one in the end."""

from pathlib import Path
from subprocess import PIPE, Popen
from sys import executable

from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree
from tests.serve.test_serving import LONGEST, start


def test_builds_beside_serve_leave_a_clean_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    serving, _ = start(project)
    try:
        for minutes in ("thirty", "forty"):
            (project / "content" / "trams.md").write_text(TRAMS.replace("twenty", minutes), "utf-8")
            command = [executable, "-m", "sitegen", "build", "--config", str(project / "sitegen.yml")]
            builds = [Popen(command, stdout=PIPE, stderr=PIPE, text=True) for _ in range(2)]
            said = [build.communicate(timeout=LONGEST)[1] for build in builds]
            assert [build.returncode for build in builds] == [0, 0], said
    finally:
        serving.terminate()
        serving.communicate(timeout=LONGEST)
    assert sitegen(project, "build", "--check").status == 0
    assert sitegen(project, "build", "--output", tmp_path / "clean").status == 0
    assert tree(project / "site") == tree(tmp_path / "clean")
    assert not [path for path in project.rglob("*.sitegen-tmp") if ".sitegen" not in path.parts]
