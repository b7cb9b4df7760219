"""EDGE: finds the `briefing.json` or edition that a user means: of a file, a folder, a day, or a revision in git."""

import subprocess
from pathlib import Path

from sitegen.edition_files import edition_path
from sitegen.errors import Problem, SitegenError

BRIEFING = "briefing.json"
_SECONDS = 60


def read_briefing_of(given: str, project: Path, output: str) -> tuple[bytes, str]:
    """The bytes of the `briefing.json` that `given` names, and what to call them.

    A file; a folder that holds one, as a site or a project does; the day of an edition; else a revision of the
    repository around `project`.
    Raises: SitegenError (`revision-missing`) if it is none of them, or has no `briefing.json`.
    """
    path = Path(given)
    for candidate in (path, path / BRIEFING, path / output / BRIEFING, edition_path(project, given)):
        if candidate.is_file():
            return candidate.read_bytes(), candidate.as_posix()
    if path.exists():
        raise _missing(f"there is no {BRIEFING} in it", given, "name a built site, or build it first: sitegen build")
    return _of_revision(given, project, f"{output}/{BRIEFING}"), given


def _of_revision(revision: str, project: Path, file: str) -> bytes:
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise _missing(
            "there is no such file or folder, and no revision of that name in git",
            revision,
            "name a site, a briefing.json, or a revision such as HEAD~1",
        )
    data = _git(project, "show", f"{commit.decode().strip()}:./{file}")
    if data is None:
        raise _missing(
            f"that revision has no {file}", revision, "commit the built site: its changes are reviewed with it"
        )
    return data


def _git(project: Path, *arguments: str) -> bytes | None:
    """What git says; None if it fails."""
    command = ["git", "-C", str(project), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - no shell
    except FileNotFoundError as error:
        message = "git is not installed, so a revision can't be read"
        raise _missing(message, arguments[-1], "install git, or name two folders") from error
    except subprocess.TimeoutExpired as error:
        raise _missing(f"git did not answer within {_SECONDS} s", arguments[-1], "try again") from error
    return done.stdout if done.returncode == 0 else None


def _missing(message: str, given: str, remedy: str) -> SitegenError:
    return SitegenError(Problem("revision-missing", "error", message, given, remedy=remedy))
