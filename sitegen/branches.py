"""EDGE: a branch of a git remote: what is on it, and another commit of it. The work tree, index and branches of the
project stay as they are: objects are made without them, and pushed by their names."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory, gettempdir

from sitegen.disk import disk_errors
from sitegen.errors import Problem, SitegenError
from sitegen.git import REMOTE_SECONDS, git_failed, run_git, said
from sitegen.ownership import CNAME, MANIFEST
from sitegen.publication import FILE_MODE, Branch, object_id
from sitegen.revisions import BRIEFING


def read_branch(project: Path, remote: str, name: str) -> Branch:
    """The branch `name` of `remote`, a remote of the repository around `project` or an address; it is fetched.

    Raises: SitegenError `git-failed` if there is no git, no repository, no such remote, or it does not answer.
    """
    if run_git(project, "rev-parse", "--git-dir").returncode:
        raise git_failed("this project is in no git repository", "make one, and give it a remote: git init")
    if run_git(project, "check-ref-format", f"refs/heads/{name}").returncode:
        raise git_failed(f"“{name}” is no name of a branch", "name one such as gh-pages")
    commit = _newest(project, remote, name)
    format_ = _answer(run_git(project, "rev-parse", "--show-object-format"), "the repository can't be read").strip()
    if not commit:
        return Branch("", {}, {}, format_.decode())
    fetched = run_git(
        project,
        *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"),
        *("--", remote, f"refs/heads/{name}"),
        seconds=REMOTE_SECONDS,
    )
    _answer(fetched, f"{name} can't be fetched from {remote}")
    listed = _answer(run_git(project, "ls-tree", "-r", "-z", "--full-tree", commit), f"{name} can't be read")
    tree = dict(map(_entry, filter(None, listed.split(b"\0"))))
    kept = {
        path: _answer(run_git(project, "cat-file", "blob", tree[path][1]), f"{path} of {name} can't be read")
        for path in (MANIFEST, BRIEFING, CNAME)
        if path in tree and tree[path][0] == FILE_MODE
    }
    return Branch(commit, tree, kept, format_.decode())


def make_commit(project: Path, branch: Branch, files: Mapping[str, bytes], message: str) -> str:
    """The id of a new commit that holds `files` and follows what the branch has. Nothing points to it yet.

    Raises: SitegenError `git-failed`, also if git does not know who commits; `output-failed`.
    """
    if any(run_git(project, "var", f"GIT_{role}_IDENT").returncode for role in ("AUTHOR", "COMMITTER")):
        remedy = 'tell it: git config user.name "Ada Lind", and git config user.email ada@lind.example'
        raise git_failed("git does not know who publishes", remedy)
    ids = {path: object_id(data, branch.object_format) for path, data in files.items()}
    there = {id_ for _, id_ in branch.tree.values()}
    new = {ids[path]: data for path, data in files.items() if ids[path] not in there}
    done = run_git(project, "fast-import", "--quiet", given=_blobs(new.values()), seconds=REMOTE_SECONDS)
    _answer(done, "the files can't be stored")
    with disk_errors(Path(gettempdir()), "written", "sitegen publish"), TemporaryDirectory() as folder:
        own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        entries = b"".join(f"{FILE_MODE} {ids[path]}\t{path}\0".encode() for path in sorted(ids))
        done = run_git(project, "update-index", "-z", "--index-info", given=entries, variables=own)
        _answer(done, "the files can't be listed")
        tree = _answer(run_git(project, "write-tree", variables=own), "the files can't be stored").decode().strip()
    parents = ("-p", branch.commit) if branch.commit else ()
    done = run_git(project, "commit-tree", tree, *parents, given=message.encode())
    return _answer(done, "no commit can be made").decode().strip()


def push_commit(project: Path, remote: str, name: str, branch: Branch, commit: str) -> None:
    """Make `commit` the newest of the branch `name` of `remote`. Never forced: it follows what was there.

    Raises: SitegenError `branch-moved` if somebody else pushed since `branch` was read; `git-failed`.
    """
    target = f"{commit}:refs/heads/{name}"
    done = run_git(project, "push", "--quiet", "--", remote, target, seconds=REMOTE_SECONDS)
    if not done.returncode:
        return
    if _newest(project, remote, name) != branch.commit:
        message = f"somebody pushed to {name} of {remote} meanwhile; nothing was published"
        remedy = "publish again: what changes is shown anew"
        raise SitegenError(Problem("branch-moved", "error", message, remedy=remedy))
    _answer(done, f"{remote} does not take it")


def _newest(project: Path, remote: str, name: str) -> str:
    """The newest commit of a branch; empty if there is no such branch."""
    done = run_git(project, "ls-remote", "--", remote, f"refs/heads/{name}", seconds=REMOTE_SECONDS)
    remedy = f"look at git remote --verbose; add one: git remote add {remote} ADDRESS"
    listed = _answer(done, f"the remote {remote} can't be reached", remedy).decode("utf-8", "replace")
    refs = (line.partition("\t") for line in listed.splitlines())
    return next((commit for commit, _, ref in refs if ref == f"refs/heads/{name}"), "")


def _entry(listed: bytes) -> tuple[str, tuple[str, str]]:
    """Of a line of `git ls-tree -z`: `MODE TYPE ID<tab>PATH`."""
    facts, _, path = listed.decode("utf-8", "surrogateescape").partition("\t")
    mode, _, id_ = facts.split(" ")
    return path, (mode, id_)


def _blobs(files: Iterable[bytes]) -> bytes:
    """Commands of `git fast-import` that store files: one process for all."""
    return b"".join(b"blob\ndata %d\n%b\n" % (len(data), data) for data in files)


def _answer(done: CompletedProcess[bytes], failed: str, remedy: str = "mend what git says, and publish again") -> bytes:
    if done.returncode:
        raise git_failed(f"{failed}: {said(done)}", remedy)
    return done.stdout
