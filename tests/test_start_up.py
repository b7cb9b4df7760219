"""What is loaded before a command does its work, as start-up is what every command waits for."""

import subprocess
import sys
from pathlib import Path

from tests.project import HARBOUR, make_project, sitegen

ALLOWED = {"sitegen", "sitegen.cli", "sitegen.errors", "sitegen.terminal"}
"""Modules of ours that `--help` may load, besides those of the commands."""
HEAVY = frozenset(
    "bs4 jinja2 lxml markdown_it babel PIL yaml pebble email importlib.metadata multiprocessing sqlite3 socket "
    "ssl urllib.request".split()
)


def loaded(*arguments: str) -> frozenset[str]:
    """The modules that are loaded when a command line is done."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sorted(sys.modules), sep='\\n', file=sys.stderr))\n"
        "import sitegen.cli\n"
        "sitegen.cli.main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return frozenset(run.stderr.split())


def test_help_loads_no_stage_and_no_library_but_click() -> None:
    names = loaded("--help")
    ours = {name for name in names if name.split(".")[0] == "sitegen" and not name.startswith("sitegen.commands")}
    assert ours == ALLOWED
    assert not names & HEAVY


def test_a_build_of_what_did_not_change_loads_no_stage(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR})
    assert sitegen(project, "build").status == 0
    names = loaded("build", "-q", "--config", str(project / "sitegen.yml"))
    assert "sitegen.last_build" in names
    assert not names & (HEAVY | {f"sitegen.{stage}" for stage in ("config", "build", "read", "theme", "model")})


def test_a_command_does_not_load_the_others() -> None:
    names = loaded("build", "--help")
    assert "sitegen.commands.build" in names
    assert not names & {"sitegen.commands.serve", "sitegen.commands.publish", "sitegen.commands.edition"}
