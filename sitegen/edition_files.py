"""EDGE: the folder `editions/`: one file a day, written once."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.disk import disk_errors, made_folder, replace_file
from sitegen.editions import Edition, OtherFormError, day, read_edition
from sitegen.errors import Outcome, Problem, SitegenError

FOLDER = "editions"
_MOST_BYTES = 50_000_000


def edition_path(project: Path, date: str) -> Path:
    return project / FOLDER / f"{date}.json"


def read_editions(project: Path) -> Outcome[tuple[Edition, ...]]:
    """The editions of a project, oldest first. One that is not as it was saved is left aside.

    Problems: `edition-broken`.
    """
    editions: list[Edition] = []
    problems: list[Problem] = []
    folder = project / FOLDER
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        where = f"{FOLDER}/{path.name}"
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise ValueError(f"more than {_MOST_BYTES:,} bytes")
            edition = read_edition(path.read_bytes())
            if edition.date != path.stem:
                raise ValueError(f"it is that of {edition.date}")
        except (OSError, ValueError, RecursionError) as error:
            problems.append(broken_edition(where, error))
        else:
            editions.append(edition)
    return Outcome(tuple(editions), tuple(problems))


def save_edition(project: Path, date: str, data: bytes) -> Path:
    """Write an edition, which nothing may change from then on.

    Raises: SitegenError `edition-saved` if there is one of that day, `output-failed`.
    """
    path = edition_path(project, day(date))
    with disk_errors(path, "saved", "sitegen edition save"):
        if path.exists():
            if path.read_bytes() == data:
                return path
            message = "an edition of this day is saved, and an edition never changes"
            remedy = "save it under another day: sitegen edition save DATE"
            raise SitegenError(Problem("edition-saved", "error", message, str(path), remedy=remedy))
        with made_folder(path.parent):
            replace_file(path, data)
    return path


def require_newer(editions: Sequence[Edition], date: str, path: str) -> None:
    """Raises: SitegenError `edition-saved` if one was saved under a later day: editions follow each other."""
    if editions and editions[-1].date > date:
        message = f"the edition of {editions[-1].date} is saved already, and this one would come before it"
        remedy = "save it under a later day: sitegen edition save DATE"
        raise SitegenError(Problem("edition-saved", "error", message, path, remedy=remedy))


def broken_edition(path: str, error: Exception) -> Problem:
    """That the edition at `path`, as the user would write it, is not as it was saved."""
    said = error.strerror if isinstance(error, OSError) else error
    remedy = f"bring it back as it was saved: git checkout -- {path}"
    if isinstance(error, OtherFormError):
        remedy = "use the version of sitegen that saved it, or a newer one"
    return Problem(
        "edition-broken",
        "error",
        f"this edition can't be used: {said}",
        path,
        remedy=remedy,
    )
