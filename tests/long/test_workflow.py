"""The workflow of a new project, run as GitHub would: every `run:` step, in order, in a fresh clone.

The package is the one of the tests' environment: pip finds it there, and asks no index.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from click.testing import CliRunner

from sitegen.cli import main

WORKFLOW = Path(".github/workflows/briefing.yml")
CONTEXT = {"github.base_ref": "main", "github.token": "secret", "github.event.pull_request.number": "7"}
"""What GitHub puts in place of an expression."""
GH = '#!/bin/sh\nprintf "%s\\n" "$*" >>"$GH_CALLS"\ncat changes.md >>"$GH_CALLS"\n'
"""In place of GitHub's own tool: writes down how it was called, and what it was to publish."""
ARTICLE = "---\npublisher: The Pier Post\npublished: 2026-03-20\n---\n\n# Harbour crane in Vessel stands still\n\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="GitHub runs the steps in bash")


class Clone(NamedTuple):
    """A clone of a project, of a branch that adds an article, and where a run writes beside it."""

    folder: Path
    summary: Path
    calls: Path
    variables: Mapping[str, str]

    def run(self, job: str) -> None:
        """The `run:` steps of a job, in order. Raises: AssertionError if one fails."""
        workflow = yaml.safe_load((self.folder / WORKFLOW).read_text("utf-8"))["jobs"][job]
        for step in workflow["steps"]:
            if "run" in step:
                given = {**_environment(workflow), **_environment(step)}
                done = subprocess.run(
                    ["bash", "-e", "-c", step["run"]],
                    cwd=self.folder,
                    env={**self.variables, **given},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, f"{step['run']}\n{done.stdout}\n{done.stderr}"


def _environment(part: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: CONTEXT[match[1]], value)
        for name, value in part.get("env", {}).items()
    }


@pytest.fixture(params=[True, False], ids=["the base has a site", "the base has none"])
def clone(tmp_path: Path, request: pytest.FixtureRequest) -> Clone:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    summary, calls = tmp_path / "summary.md", tmp_path / "calls"
    variables = {
        **os.environ,
        "PATH": os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ["PATH"])),
        "PIP_NO_INDEX": "1",
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_REPOSITORY": "desk/briefing",
        "GH_CALLS": str(calls),
        **{f"GIT_{who}_{what}": f"desk@{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    project, folder = tmp_path / "project", tmp_path / "clone"

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=project, env=variables, check=True, capture_output=True)

    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    if request.param:
        assert CliRunner().invoke(main, ["build", "--config", str(project / "sitegen.yml")]).exit_code == 0
    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "-m", "The first articles")
    git("switch", "--quiet", "--create", "crane")
    text = f"{ARTICLE}The crane in the harbour of Vessel stands still again since Thursday.\n"
    (project / "content" / "still.md").write_text(text, "utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "Another article")
    git("clone", "--quiet", "--branch", "crane", str(project), str(folder))
    return Clone(folder, summary, calls, variables)


@pytest.mark.parametrize("job", ["build", "publish"])
def test_a_fresh_clone_is_built_checked_and_verified(clone: Clone, job: str) -> None:
    clone.run(job)
    assert (clone.folder / "site" / "articles" / "still.html").is_file()


def test_a_pull_request_is_told_what_changes(clone: Clone) -> None:
    has_site = (clone.folder / "site" / "briefing.json").is_file()
    clone.run("changes")
    called, _, comment = clone.calls.read_text("utf-8").partition("\n")
    assert called == "pr comment 7 --repo desk/briefing --edit-last --create-if-none --body-file changes.md"
    assert comment == clone.summary.read_text("utf-8")
    if has_site:
        assert comment.startswith("**Briefing:** ")
        assert "Harbour crane in Vessel stands still" in comment
    else:
        assert comment == "The base branch has no built site to compare with.\n"
