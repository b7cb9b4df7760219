"""A project in a temporary folder, and the command line run on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from sitegen.cache import FOLDER
from sitegen.cli import main

HARBOUR = """\
# Harbour crane stands still

The crane in the harbour of Vessel has stood still since Monday. The harbour master wants it repaired by June.

## Context

The crane was built in 1931.
"""
TRAMS = """\
# Trams run late in Vessel

Trams in Vessel ran twenty minutes late on Monday. A crane in the harbour of Vessel stands in their way.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did. Paths in `out` and `err` begin at the project."""

    status: int
    out: str
    err: str


def make_project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path → content) and an empty sitegen.yml, if they name none, into `folder`."""
    for name, content in {"sitegen.yml": "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def sitegen(project: Path, command: str, *arguments: str | Path, given: str = "") -> Run:
    """Run a command of sitegen on a project, from wherever the tests run. `given`: what a person types."""
    line = [command, "--config", str(project / "sitegen.yml"), *map(str, arguments)]
    result = CliRunner().invoke(main, line, input=given, catch_exceptions=False)
    out, err = (text.replace(f"{project}/", "") for text in (result.stdout, result.stderr))
    return Run(result.exit_code, out, err)


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below a folder but the cache: path → bytes of a file, target of a link, None for a folder."""
    found: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] == FOLDER:
            continue
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


def stamps(folder: Path) -> dict[str, int]:
    """When each file below a folder was last written, in nanoseconds."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}
