"""The commands that write, each on a project in a state of its own: what is struck by faults."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sitegen.ownership import MANIFEST
from tests.faults import Fault, Struck, struck
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

_PROJECT = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}
_DATED = {"content/harbour.md": f"---\npublished: 2026-03-14\n---\n{HARBOUR}", "content/trams.md": TRAMS}
_BUILT = ("build",)
_REMOTE = "remote.git"
_MANIFEST = f"site/{MANIFEST}"


def _edit(project: Path) -> None:
    (project / "content" / "trams.md").write_text(TRAMS.replace("late", "soon"))
    (project / "content" / "new.md").write_text(HARBOUR.replace("Monday", "Sunday").replace("stands", "stood"))


def _remove(project: Path) -> None:
    (project / "content" / "trams.md").unlink()


def _nothing(project: Path) -> None:
    pass


def _add_remote(project: Path) -> None:
    """A repository around the project, and a bare one that it publishes to."""
    git(project, "init", "--quiet", "--bare", _REMOTE)
    git(project, "init", "--quiet")
    git(project, "remote", "add", "origin", f"./{_REMOTE}")
    git(project, "config", "user.name", "Ada Lind")
    git(project, "config", "user.email", "ada@lind.example")


def git(folder: Path, *arguments: str) -> str:
    """What git answers. Raises: subprocess.CalledProcessError."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _state(project: Path) -> dict[str, bytes | str | None]:
    """All that is there; of repositories, what is published: git leaves files that nothing points to."""
    found = tree(project)
    if not (project / _REMOTE).exists():
        return found
    published = "".join(
        git(project / _REMOTE, "ls-tree", "-r", ref) for ref in git(project / _REMOTE, "for-each-ref").split()[:1]
    )
    own = {path: content for path, content in found.items() if path.split("/")[0] not in (".git", _REMOTE)}
    return {**own, _REMOTE: published}


def _without_empty_site(state: Mapping[str, bytes | str | None]) -> dict[str, bytes | str | None]:
    """`clean` leaves an empty folder if it is struck between the manifest and the folder, or may write in it and not
    beside it."""
    return {path: content for path, content in state.items() if path != "site" or not _has_empty_site(state)}


def _lists_nothing(manifest: bytes | str | None) -> bool:
    return isinstance(manifest, bytes) and not json.loads(manifest)["files"]


def _has_empty_site(state: Mapping[str, bytes | str | None]) -> bool:
    return "site" in state and not any(path.startswith("site/") for path in state)


@dataclass(frozen=True, slots=True)
class Case:
    command: tuple[str, ...]
    files: Mapping[str, str]
    before: tuple[str, ...] = ()
    """A command that comes before."""
    change: Callable[[Path], None] = _nothing
    """What is done then."""


CASES = {
    "first build": Case(_BUILT, _PROJECT),
    "build after an edit": Case(_BUILT, _PROJECT, _BUILT, _edit),
    "build after a removal": Case(_BUILT, _PROJECT, _BUILT, _remove),
    "clean": Case(("clean",), _PROJECT, _BUILT),
    "edition": Case(("edition", "save"), _DATED, _BUILT),
    "topics": Case(("topics", "--write"), {**_PROJECT, "content/new.md": HARBOUR.replace("Monday", "Sunday")}),
    "import": Case(("import", "seeds"), {"seeds/crane.txt": HARBOUR, "seeds/trams.txt": TRAMS}),
    "new": Case(("new", "Trams run late"), {}),
    "init": Case(("init", "desk"), {"desk/.git/HEAD": ""}),
    "publish": Case(("publish", "--yes"), {**_PROJECT, "sitegen.yml": "rights: full\n"}, _BUILT, _add_remote),
}


def _run(project: Path, command: tuple[str, ...]) -> tuple[int, str]:
    name, *arguments = command
    places = [str(project / one) if one in ("seeds", "desk") else one for one in arguments]
    run = sitegen(project, name, *places)
    return run.status, run.err


class Bench:
    """A case, made ready to be struck many times."""

    def __init__(self, name: str, folder: Path) -> None:
        self.case = CASES[name]
        self._ready = make_project(folder / "ready", self.case.files)
        if self.case.before:
            assert _run(self._ready, self.case.before)[0] == 0
        self.case.change(self._ready)
        self._folder = folder
        self.old = _state(self._ready)
        done = self._copy("done")
        assert _run(done, self.case.command)[0] == 0
        self.new = _state(done)
        assert not _has_empty_site(self.new)

    def _copy(self, name: str) -> Path:
        project = self._folder / name / "project"
        shutil.copytree(self._ready, project, symlinks=True)
        return project

    def strike(self, number: int, fault: Fault) -> Struck:
        """Strike the case, and hold what it leaves, and what becomes of it, against what must be.

        Raises: AssertionError.
        """
        project = self._copy("struck")
        try:
            found = struck(lambda: _run(project, self.case.command), project, number, fault)
            if found.status == -1:
                self._assert_whole(project)
            else:
                self._assert_told(project, found)
            if self.case.command == _BUILT:
                self._assert_check_tells(project)
            _run(project, self.case.command)
            now = _state(project)
            assert (_without_empty_site(now) if found.operation else now) == self.new, (
                "what is repeated is not what is done once"
            )
            assert not list(project.rglob("*.sitegen-tmp")), "what was unfinished still lies there"
        finally:
            shutil.rmtree(project.parent)
        return found

    def strike_each(self, fault: Fault, first: int, every: int) -> Iterator[Struck]:
        """One operation in `every`, from the `first` on."""
        for number in count(first, every):
            found = self.strike(number, fault)
            if not found.operation:
                return
            yield found

    def _assert_whole(self, project: Path) -> None:
        for path, content in _state(project).items():
            if content is not None and ".sitegen-" not in path:
                assert content in (self.old.get(path, b""), self.new.get(path, b"")), f"{path} is neither old nor new"

    def _assert_told(self, project: Path, found: Struck) -> None:
        """No litter: all is as it was, or all is done; if it was not, that is said, with the path and a remedy."""
        now, old, new = _state(project), self.old, self.new
        assert "Traceback" not in found.err, found.err
        if found.operation:
            now = {path: content for path, content in now.items() if not found.is_left(path)}
            if found.is_removal and _lists_nothing(now.get(_MANIFEST)):  # `clean` takes it away after all else
                del now[_MANIFEST]
            now = _without_empty_site(now)
        if self.case.command[0] == "import" or "[file-unreadable]" in found.err:  # one document, or article, at a time
            assert now.items() <= new.items() or "[file-unreadable]" in found.err
            return
        assert now in (old, new), sorted({*now} ^ {*old}) or "some files are old, some new"
        if found.status == 0:
            assert now == new
        else:
            assert found.status in (1, 2, 3), found
            assert re.search(r"^(\S+: )?(error|warning): .+\[[a-z-]+\]\n {4}\S", found.err, re.MULTILINE), found.err

    def _assert_check_tells(self, project: Path) -> None:
        status, _ = _run(project, ("build", "--check"))
        new = {path.removeprefix("site/"): content for path, content in self.new.items() if path.startswith("site/")}
        assert (status == 0) == (tree(project / "site") == new), "--check says something else than what is there"
