"""Whether a build would do nothing: what it depends on, as the last build left it on record."""

import hashlib
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cache import Cache, make_cache, open_cache
from sitegen.commands.program import PACKAGE, installed
from sitegen.errors import Problem
from sitegen.last_build import LastBuild, from_json, is_sure, reasons, to_json
from sitegen.ownership import MANIFEST
from sitegen.path_lock import has_lock_file
from sitegen.stamps import Inputs, changes, look_at, stamp_of_folder
from sitegen.terminal import Terminal

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.file_digests import DiskDigests

_RECORD = "build"
_TRIES, _PAUSE = 5, 0.01
"""How often, and for how many seconds, to wait for the clock of the disk to pass the last file written."""
SETTINGS = ("sources.yml", "editorial.yml", "topics.lock.yml")
"""Files of a project, besides its configuration, that settle how it is built."""
_EDITIONS = "editions"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record of the last build says."""

    standing: LastBuild | None
    """The last build, if it made what this one would make; its output is whole."""
    why: tuple[str, ...]
    """Else why not, in words."""
    inputs: Inputs | None
    """All that the last build read, as it is now: what did not change need not be read again."""


class UpToDate:
    """The record of the last build: judged before a build, and kept anew after it."""

    def __init__(self, terminal: Terminal, options: Mapping[str, object]) -> None:
        """`options`: of the command line, by name."""
        self._project = terminal.project
        self._asked = {
            "Python": sys.version,
            "what is installed": installed(),
            "--config": str(terminal.config_path),
        }
        self._asked |= {f"--{name}": repr(value) for name, value in options.items()}
        self._files = tuple(str(terminal.project / name) for name in (terminal.config_path.name, *SETTINGS))
        self._cache: Cache | None = None
        self._settings: Inputs | None = None
        self._read: Inputs | None = None

    def judge(self) -> Verdict:
        """Whether the site is what a build would make; if so, the record is brought up to date."""
        cache = open_cache(self._project)
        data = cache.read(_RECORD) if cache else None
        last = from_json(data) if data else None
        if last is None or cache is None or last.files != self._files or last.folders[0] != str(PACKAGE):
            return Verdict(None, ("there is no record of an earlier build",), None)
        is_settled = last.inputs.is_settled
        now = look_at(last.files, last.folders, last.inputs.time if is_settled else cache.now(), last.inputs)
        why = tuple(reasons(last, self._asked, changes(last.inputs, now)))
        if why:
            return Verdict(None, why, now)
        if has_lock_file(Path(last.output)):
            return Verdict(None, (f"another build of {last.output} is at work, or was killed",), now)
        stamp, _ = stamp_of_folder(last.output)
        if stamp != last.stamp:
            stamp = _sure_stamp(cache, last.output)
            if not _holds(Path(last.output), last.manifest):
                return Verdict(None, (f"{last.output} is not as it was built",), now)
        if not (stamp == last.stamp and is_settled and now.entries == last.inputs.entries):
            self._keep(cache, replace(last, inputs=now, stamp=stamp))
        return Verdict(last, (), now)

    def begin(self) -> None:
        """To be called before the files of settings are read."""
        self._settings = look_at(self._files, (), 0)

    def settle(self, config: "Config", known: Inputs | None) -> None:
        """To be called when the settings are known and the output is fit to be written, and before all else is read.

        `known`: as in `Verdict.inputs`.
        """
        self._cache = make_cache(self._project)
        if self._cache is None or self._settings is None:
            return
        read = look_at(self._files, self._folders(config), self._cache.now(), known)
        settings = Inputs({path: entry for path, entry in read.entries.items() if path in self._files}, read.time)
        if not changes(self._settings, settings):
            self._read = read

    @property
    def cache(self) -> Cache | None:
        """Where the build may leave more, once it is settled what it reads."""
        return self._cache if self._read else None

    def keep(self, config: "Config", problems: Sequence[Problem], counts: str, there: "DiskDigests") -> None:
        """The record of a build that is done. None is kept if a file changed meanwhile: which was read is not known.

        `there`: what the build saw of the files of the site.
        """
        cache, before = self._cache, self._read
        if cache is None or before is None or not is_sure(problems):
            return
        output = str(self._project / config.output)
        stamp = _sure_stamp(cache, output)  # before its bytes are judged: whoever changes them then changes it
        manifest = _manifest(Path(output))
        folders = self._folders(config)
        now = look_at(self._files, folders, cache.now(), before)
        if not manifest or changes(before, now) or not _holds(Path(output), manifest, there):
            return
        self._keep(
            cache,
            LastBuild(
                asked=self._asked,
                files=self._files,
                folders=folders,
                inputs=before,
                output=output,
                stamp=stamp,
                manifest=manifest,
                problems=tuple(problems),
                counts=counts,
            ),
        )

    def _folders(self, config: "Config") -> tuple[str, ...]:
        """All that a build reads, the program first."""
        beside = (PACKAGE.parent / "templates", PACKAGE.parent / "themes")  # of a checkout
        own = (self._project / name for name in (config.content, config.templates, _EDITIONS))
        return tuple(map(str, (PACKAGE, *beside, *own)))

    @staticmethod
    def _keep(cache: Cache, build: LastBuild) -> None:
        try:
            cache.write(_RECORD, to_json(build))
        except OSError:
            return  # a full disk: the next build does its work again


def _sure_stamp(cache: Cache, output: str) -> str:
    """The stamp of a folder, which is another from now on if a file there is changed; empty: it can't be told."""
    for _ in range(_TRIES):
        clock = cache.now()
        stamp, newest = stamp_of_folder(output)
        if newest < clock:
            return stamp
        time.sleep(_PAUSE)
    return ""


def _manifest(output: Path) -> str:
    """SHA-256 of the manifest of a site; empty if it can't be read."""
    try:
        return hashlib.sha256((output / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""


def _holds(output: Path, manifest: str, there: "DiskDigests | None" = None) -> bool:
    """Whether a folder holds the very site that has this manifest, whatever its stamps. `there`: as in `is_whole`."""
    from sitegen.write import is_whole

    try:
        return _manifest(output) == manifest and is_whole(output, there)
    except OSError:
        return False
