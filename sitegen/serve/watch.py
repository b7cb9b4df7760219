"""Watch: waits until one of the files changes that a site is made of. EDGE: disk."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

from sitegen.errors import Problem, SitegenError

_QUIET = 50
"""Milliseconds without another change, after which a change is told: editors write a file in several steps."""
_LONGEST = 1_000
"""Milliseconds after which changes are told, were there still more."""
_TICK = 100
"""Milliseconds after which a watch that saw nothing says so; also what it takes to start one."""

_FAILURES = (OSError, RuntimeError)
"""Of the library; where the limit of the system is reached: the latter."""
_ENDED = "the system ended the watch"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a site is made of. Paths are absolute, without links; what is not there yet may come."""

    files: frozenset[Path]
    folders: frozenset[Path]
    """With all that is in them, but what is hidden."""

    def concern(self, path: Path) -> bool:
        """Whether a change of `path` may change the site."""
        if path in self.files or any(folder.is_relative_to(path) for folder in self.folders):
            return True
        below = (path.relative_to(folder).parts for folder in self.folders if path.is_relative_to(folder))
        return any(not any(part.startswith(".") for part in parts) for parts in below)


class Watch:
    """The changes of inputs, none of which is missed from when they are followed.

    Folders are watched one by one, each without what is below: the project's own folder must be watched for the files
    of settings in it, but what else lies there (an environment, a repository, the site) is large, and no input.
    Method: watchfiles, which asks the system, or looks itself where the system can't tell (decision 0032).
    """

    def __init__(self) -> None:
        self._inputs = Inputs(frozenset(), frozenset())
        self._watched: frozenset[Path] = frozenset()
        self._changes: Iterator[set[Path]] = iter(())

    def follow(self, inputs: Inputs) -> bool:
        """Watch these inputs from now on. Whether they were not all watched before: what changed until now was missed.

        Raises: SitegenError `watch-failed`.
        """
        self._inputs = inputs
        folders = _folders(inputs)
        if folders == self._watched:
            return False
        try:
            self._changes = _changes(folders)
            next(self._changes)  # from here on they are watched
        except FileNotFoundError:  # a folder that went in this moment
            self._watched = frozenset()
        except StopIteration as error:
            raise _failed(_ENDED) from error
        except _FAILURES as error:
            raise _failed(f"{error}") from error
        else:
            self._watched = folders
        return True

    def wait(self) -> tuple[Path, ...]:
        """The inputs that changed, sorted, as soon as some did.

        Raises: SitegenError `watch-failed`, also if the system ends the watch: to go on would miss changes, or build
        again and again.
        """
        try:
            for changed in self._changes:
                if not self._watched.isdisjoint(changed):
                    self._watched = frozenset()  # what was watched there is gone, even if something has its name again
                if concerned := sorted(filter(self._inputs.concern, changed)):
                    return tuple(concerned)
        except _FAILURES as error:
            raise _failed(f"{error}") from error
        raise _failed(_ENDED)


def _failed(reason: str) -> SitegenError:
    message = f"the folders can't be watched: {reason}"
    remedy = "watch fewer folders, or have them looked at now and then: set WATCHFILES_FORCE_POLLING=1"
    return SitegenError(Problem("watch-failed", "error", message, remedy=remedy))


def _changes(folders: Iterable[Path]) -> Iterator[set[Path]]:
    """Paths that changed, again and again; none, if for some time nothing did."""
    found = watch(
        *folders,
        watch_filter=None,
        recursive=False,
        step=_QUIET,
        debounce=_LONGEST,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        ignore_permission_denied=True,  # reading says what can't be read
    )
    return ({Path(path) for _, path in changes} for changes in found)


def _folders(inputs: Inputs) -> frozenset[Path]:
    """Where a change must be noticed: in the inputs, in all below, and in what holds them, or would."""
    found = {_existing(path.parent) for path in inputs.files} | {_existing(folder.parent) for folder in inputs.folders}
    for folder in inputs.folders:
        for path, below, _ in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            found.add(Path(path))
    return frozenset(found)


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.is_dir())
