"""EDGE: finds the `briefing.json` or edition that a user means: of a file, a folder, a day, or a revision in git."""

from pathlib import Path

from sitegen.edition_files import FOLDER, broken_edition, edition_path
from sitegen.editions import read_either
from sitegen.errors import Problem, SitegenError
from sitegen.git import run_git
from sitegen.published import Published

BRIEFING = "briefing.json"
NEWEST = "HEAD"
"""What the site is held against where nothing is named."""


def read_published_of(given: str, project: Path, output: str) -> Published:
    """What a briefing or an edition says that `given` names.

    A file; a folder that holds a `briefing.json`, as a site or a project does; the day of an edition; else a revision
    of the repository around `project`.
    Raises: SitegenError `revision-missing` if it is none of them, or has no `briefing.json`; `briefing-broken` and
    `edition-broken` if it can't be read; `git-failed`.
    """
    data, name, is_edition = _find(given, project, output)
    try:
        return read_either(data)
    except (ValueError, RecursionError) as error:
        if is_edition:
            raise SitegenError(broken_edition(name, error)) from error
        message = f"this briefing.json can't be read: {error}"
        remedy = "build it again; one of a much older version can't be compared"
        raise SitegenError(Problem("briefing-broken", "error", message, name, remedy=remedy)) from error


def _find(given: str, project: Path, output: str) -> tuple[bytes, str, bool]:
    """Its bytes, what to call it, and whether it is one of the editions of the project."""
    path = Path(given)
    for candidate in (path, path / BRIEFING, path / output / BRIEFING, edition_path(project, given)):
        if candidate.is_file():
            is_edition = candidate.resolve().parent == (project / FOLDER).resolve()
            return candidate.read_bytes(), candidate.as_posix(), is_edition
    if path.exists():
        raise _missing(f"there is no {BRIEFING} in it", given, "name a built site, or build it first: sitegen build")
    return _of_revision(given, project, f"{output}/{BRIEFING}"), given, False


def _of_revision(revision: str, project: Path, file: str) -> bytes:
    """Of the site that a revision of the project has, or of a branch that holds a site alone."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = run_git(project, *asked)
    if found.returncode:
        raise _unknown(revision, project)
    commit = found.stdout.decode().strip()
    for path in (f"./{file}", BRIEFING):
        shown = run_git(project, "show", f"{commit}:{path}")
        if not shown.returncode:
            return shown.stdout
    raise _missing(f"that revision has no {file}", revision, "commit the built site: its changes are reviewed with it")


def _unknown(revision: str, project: Path) -> SitegenError:
    remedy = "name a site, a briefing.json, or a revision such as HEAD~1"
    if revision != NEWEST:
        return _missing("there is no such file or folder, and no revision of that name in git", revision, remedy)
    is_repository = not run_git(project, "rev-parse", "--git-dir").returncode
    message = "nothing is committed yet" if is_repository else "the project is in no git repository"
    return _missing(f"there is nothing to compare with: {message}", "", f"commit the built site; or {remedy}")


def _missing(message: str, given: str, remedy: str) -> SitegenError:
    return SitegenError(Problem("revision-missing", "error", message, given, remedy=remedy))
