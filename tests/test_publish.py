"""A site, published to a branch of a bare repository on this disk."""

import subprocess
import threading
from collections.abc import Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from sitegen.built import read_page
from sitegen.check import check_site, resolve
from sitegen.ownership import MANIFEST, digest_of
from sitegen.publication import (
    MOST_FILE_BYTES,
    MOST_SITE_BYTES,
    Branch,
    changes_on,
    object_id,
    size_problems,
    some_of,
    strangers_on,
)
from tests.project import HARBOUR, TRAMS, Run, make_project, sitegen, stamps, tree

GOOD = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}
FERRY = """\
---
published: 2026-03-14
---

# Ferry to Vessel

The ferry from the harbour of Vessel stops in June. Trams in Vessel ran twenty minutes late on Monday.
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of whoever runs the tests, and no name of theirs."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text("[user]\n\tuseConfigOnly = true\n[init]\n\tdefaultBranch = main\n")


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    return tmp_path / "remote.git"


@pytest.fixture
def project(tmp_path: Path, remote: Path) -> Path:
    """A built project in a repository of its own, with the bare one as `origin`."""
    made = add(tmp_path / "project", GOOD)
    git(made, "init", "--quiet")
    git(made, "remote", "add", "origin", remote.as_uri())
    git(made, "config", "user.name", "Ada Lind")
    git(made, "config", "user.email", "ada@lind.example")
    assert sitegen(made, "build").status == 0
    git(made, "add", ".")
    git(made, "commit", "--quiet", "-m", "Start")
    return made


def add(project: Path, files: Mapping[str, str]) -> Path:
    return make_project(project, {"sitegen.yml": "rights: full\n", **files})


def publish(project: Path, *arguments: str) -> Run:
    return sitegen(project, "publish", *arguments)


def clone(remote: Path, to: Path) -> dict[str, bytes]:
    """What whoever clones the branch finds: path → bytes."""
    git(to.parent, "clone", "--quiet", "--branch", "gh-pages", remote.as_uri(), str(to))
    return {path: data for path, data in files_in(to).items() if not path.startswith(".git/")}


def files_in(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if isinstance(data, bytes)}


def push_to(remote: Path, folder: Path, files: dict[str, str], branch: str = "gh-pages") -> str:
    """A commit of somebody else, who works in `folder`; its id."""
    if not folder.exists():
        git(folder.parent, "clone", "--quiet", remote.as_uri(), str(folder))
        there = git(folder, "ls-remote", "origin", branch)
        git(folder, "checkout", "--quiet", *(("-b", branch) if not there else (branch,)))
    for path, text in files.items():
        (folder / path).write_text(text)
    git(folder, "add", ".")
    git(folder, "-c", "user.name=Bo", "-c", "user.email=bo@lind.example", "commit", "--quiet", "-m", "Theirs")
    git(folder, "push", "--quiet", "origin", f"HEAD:{branch}")
    return git(folder, "rev-parse", "HEAD").strip()


def tip(remote: Path, branch: str = "gh-pages") -> str:
    return git(remote, "rev-parse", f"refs/heads/{branch}").strip()


def codes(run: Run) -> list[str]:
    return [line.rpartition("[")[2].removesuffix("]") for line in run.err.splitlines() if line.endswith("]")]


# What is published


def test_a_first_site_is_the_built_files_and_nojekyll(project: Path, remote: Path, tmp_path: Path) -> None:
    run = publish(project, "--yes")
    assert run.status == 0
    assert "the first site there: " in run.out
    found = clone(remote, tmp_path / "clone")
    assert found == {**files_in(project / "site"), ".nojekyll": b""}
    assert f"; the digest of the site is {digest_of(found[MANIFEST])}\n" in run.out
    assert check_site(found) == ()
    listed = git(remote, "ls-tree", "-r", "gh-pages").splitlines()
    assert {line.split()[0] for line in listed} == {"100644"}
    assert git(remote, "log", "-1", "--format=%s %an", "gh-pages").strip() == "Publish the briefing Ada Lind"


def test_a_change_follows_what_was_published_and_is_told_in_statements(project: Path, remote: Path) -> None:
    publish(project, "--yes")
    first = tip(remote)
    add(project, {"content/ferry.md": FERRY})
    sitegen(project, "build")
    shown = publish(project, "--dry-run")
    assert "in statements: " in shown.out
    assert "1 article added" in shown.out
    assert "  added    articles/ferry.html" in shown.out
    assert publish(project, "--yes").status == 0
    assert git(remote, "rev-parse", "gh-pages~1").strip() == first
    assert git(remote, "log", "-1", "--format=%s", "gh-pages").strip() == "Publish the briefing of 2026-03-14"
    (project / "content/ferry.md").unlink()
    sitegen(project, "build")
    assert publish(project, "--yes", "--message", "Without the ferry").status == 0
    assert git(remote, "log", "-1", "--format=%s", "gh-pages").strip() == "Without the ferry"
    assert git(remote, "rev-parse", "gh-pages^{tree}") == git(remote, "rev-parse", f"{first}^{{tree}}")


def test_a_site_in_another_language_is_what_would_be_built(project: Path, remote: Path) -> None:
    add(project, {"sitegen.yml": "rights: full\nlanguage: de\n"})
    assert sitegen(project, "build").status == 0
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (0, [])
    assert "Zum Inhalt" in git(remote, "show", "gh-pages:index.html")


def test_what_is_published_already_makes_no_commit(project: Path, remote: Path) -> None:
    publish(project, "--yes")
    before = tip(remote)
    run = publish(project)
    assert (run.status, run.out, run.err) == (0, "origin/gh-pages has this site already\n", "")
    assert tip(remote) == before


def test_a_dry_run_pushes_nothing(project: Path, remote: Path) -> None:
    run = publish(project, "--dry-run")
    assert run.status == 0
    assert run.out.endswith("nothing was published\n")
    assert "the site: " in run.out
    assert git(remote, "for-each-ref") == ""


def test_the_domain_of_the_branch_stays_and_that_of_the_folder_stands_above_it(project: Path, remote: Path) -> None:
    publish(project, "--yes")
    push_to(remote, project.parent / "theirs", {"CNAME": "news.example\n"})
    assert "has this site already" in publish(project, "--yes").out
    add(project, {"content/ferry.md": FERRY})
    sitegen(project, "build")
    publish(project, "--yes")
    assert git(remote, "show", "gh-pages:CNAME") == "news.example\n"
    (project / "site/CNAME").write_text("desk.example\n")
    publish(project, "--yes")
    assert git(remote, "show", "gh-pages:CNAME") == "desk.example\n"


def test_files_of_others_in_the_folder_stay_at_home(project: Path, remote: Path, tmp_path: Path) -> None:
    (project / "site/notes.txt").write_text("mine")
    (project / "site/link.html").symlink_to(project / "sitegen.yml")
    (project / "site/index.html").chmod(0o755)
    assert publish(project, "--yes").status == 0
    found = clone(remote, tmp_path / "clone")
    assert not {"notes.txt", "link.html"} & found.keys()
    assert git(remote, "ls-tree", "gh-pages", "index.html").startswith("100644 ")


def test_the_work_tree_the_index_and_the_branches_stay_as_they_are(project: Path) -> None:
    (project / "content/harbour.md").write_text(HARBOUR + "\nA gull sits on it.\n")
    git(project, "add", "content/harbour.md")
    sitegen(project, "build")

    def state() -> tuple[object, ...]:
        heads = git(project, "for-each-ref", "refs/heads")
        index = git(project, "ls-files", "--stage")
        return (
            heads,
            index,
            git(project, "status", "--porcelain"),
            stamps(project / "site"),
            tree(project / "content"),
        )

    before = state()
    assert publish(project, "--yes").status == 0
    assert state() == before


def test_a_detached_head_and_a_second_work_tree_will_do(project: Path, remote: Path, tmp_path: Path) -> None:
    git(project, "worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    assert publish(tmp_path / "second", "--yes").status == 0
    assert tip(remote)


def test_what_was_published_can_be_compared_with(project: Path) -> None:
    publish(project, "--yes")
    assert sitegen(project, "diff", "origin/gh-pages").out == "nothing changed\n"


def test_a_published_site_works_below_the_path_of_a_project(project: Path, remote: Path, tmp_path: Path) -> None:
    publish(project, "--yes")
    (tmp_path / "www").mkdir()
    clone(remote, tmp_path / "www/repo")
    handler = partial(_Quiet, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/repo/"
        seen, todo = set[str](), ["index.html"]
        while todo:
            path = todo.pop()
            seen.add(path)
            with urlopen(root + path) as answer:
                page = read_page(answer.read() if path.endswith(".html") else b"")
            targets = {resolve(path, link.href)[0] for link in page.links}
            todo += sorted(target for target in targets if target and target not in {*seen, *todo})
        server.shutdown()
    assert {"index.html", "articles/harbour.html", "style.css", "briefing.json"} <= seen


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


# What is refused


def test_a_stale_site_is_refused(project: Path, remote: Path) -> None:
    add(project, {"content/ferry.md": FERRY})
    run = publish(project, "--yes")
    assert run.status == 1
    assert codes(run) == ["site-unfit"]
    assert "site: error: it is not what would be built now: " in run.err
    assert run.out == "nothing was published\n"
    assert git(remote, "for-each-ref") == ""


def test_a_page_that_somebody_changed_is_refused(project: Path, remote: Path) -> None:
    page = project / "site/articles/harbour.html"
    page.write_text(page.read_text("utf-8").replace("stood still", "fell over"), "utf-8")
    run = publish(project, "--yes")
    assert run.status == 1
    assert {"page-edited", "file-changed", "words-changed", "site-unfit"} <= set(codes(run))
    assert "sitegen verify finds 2 errors in it" in run.err
    assert git(remote, "for-each-ref") == ""


def test_a_site_with_a_dead_link_is_refused(project: Path, remote: Path) -> None:
    about = '{% extends "default/about.html" %}{% block main %}<a href="x.html">x</a>{% endblock %}'
    add(project, {"templates/about.html": about})
    assert sitegen(project, "build").status == 0
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (1, ["link-dead", "site-unfit"])
    assert "sitegen check finds 1 error in it" in run.err
    assert git(remote, "for-each-ref") == ""


def test_a_site_of_which_an_article_was_refused_is_refused(project: Path) -> None:
    add(project, {"content/empty.md": "# Nothing\n"})
    sitegen(project, "build")
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (1, ["article-empty", "site-unfit"])


def test_a_branch_of_other_files_is_refused_unless_forced(project: Path, remote: Path, tmp_path: Path) -> None:
    theirs = push_to(remote, tmp_path / "theirs", {"README.md": "Code\n", "setup.py": "pass\n"}, "main")
    run = publish(project, "--branch", "main", "--yes")
    assert (run.status, codes(run)) == (2, ["branch-not-ours"])
    assert "origin/main holds what sitegen did not publish: README.md, setup.py" in run.err
    assert tip(remote, "main") == theirs
    assert publish(project, "--branch", "main", "--yes", "--force").status == 0
    assert git(remote, "rev-parse", "main~1").strip() == theirs
    assert "setup.py" not in git(remote, "ls-tree", "--name-only", "main")


def test_a_site_without_articles_replaces_no_other_unless_forced(project: Path, remote: Path) -> None:
    publish(project, "--yes")
    before = tip(remote, "gh-pages")
    for path in (project / "content").glob("*.md"):
        path.unlink()
    sitegen(project, "build")
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (2, ["site-empty"])
    assert tip(remote, "gh-pages") == before
    assert publish(project, "--yes", "--force").status == 0


def test_a_remote_that_is_not_there_is_told_in_gits_first_words(project: Path) -> None:
    run = publish(project, "--dry-run", "--remote", "nowhere")
    assert "the remote nowhere can't be reached: fatal: 'nowhere' does not appear to be a git repository" in run.err


def test_a_branch_that_moved_meanwhile_is_left_alone(project: Path, remote: Path, tmp_path: Path) -> None:
    publish(project, "--yes")
    push_to(remote, tmp_path / "theirs", {"CNAME": "old.example\n"})
    add(project, {"content/ferry.md": FERRY})
    sitegen(project, "build")
    as_bo = ("-c", "user.name=Bo", "-c", "user.email=bo@lind.example")
    (tmp_path / "theirs/CNAME").write_text("new.example\n")
    git(tmp_path / "theirs", *as_bo, "commit", "--quiet", "--all", "-m", "Theirs")
    # Runs once our push has seen the branch, and before it writes.
    hook = project / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nunset GIT_DIR\ngit -C '{tmp_path}/theirs' push --quiet origin HEAD:gh-pages\n")
    hook.chmod(0o755)
    run = publish(project, "--yes", "--force")
    assert (run.status, codes(run)) == (2, ["branch-moved"])
    assert git(remote, "log", "-1", "--format=%an", "gh-pages") == "Bo\n"
    hook.unlink()
    assert publish(project, "--yes").status == 0
    assert git(remote, "show", "gh-pages:CNAME") == "new.example\n"
    assert git(remote, "log", "-2", "--format=%an", "gh-pages") == "Ada Lind\nBo\n"


def test_without_a_terminal_it_does_not_ask_and_needs_yes(project: Path, remote: Path) -> None:
    run = publish(project)
    assert run.status == 2
    assert "--yes publishes without" in run.err
    assert git(remote, "for-each-ref") == ""


@pytest.mark.parametrize(("answer", "is_published"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_it_asks(
    project: Path, remote: Path, answer: str, is_published: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.commands.publish._can_ask", lambda: True)
    run = sitegen(project, "publish", given=answer)
    assert run.status == 0
    assert "Publish to origin/gh-pages?" in run.err
    assert bool(git(remote, "for-each-ref")) == is_published


# What git can't do


def test_a_commit_needs_a_name(project: Path, remote: Path) -> None:
    git(project, "config", "--unset", "user.name")
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (2, ["git-failed"])
    assert "git does not know who publishes" in run.err
    assert "git config user.name" in run.err
    assert git(remote, "for-each-ref") == ""


def test_without_git_the_remedy_is_to_install_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    run = publish(project, "--yes")
    assert (run.status, codes(run)) == (2, ["git-failed"])
    assert "git is not installed" in run.err


def test_a_project_outside_of_a_repository_a_remote_and_a_name_that_are_none_are_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nowhere can't be reached" in publish(project, "--remote", "nowhere", "--yes").err
    assert "“a..b” is no name of a branch" in publish(project, "--branch", "a..b", "--yes").err
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    alone = make_project(tmp_path / "alone", GOOD)
    sitegen(alone, "build")
    assert "this project is in no git repository" in publish(alone, "--yes").err


# Sizes and rights


def test_sizes_near_the_limits_of_a_host_are_named() -> None:
    assert list(size_problems({"a.html": 1_000})) == []
    file, half = MOST_FILE_BYTES // 2 + 1, MOST_SITE_BYTES // 2 + 1
    (near,) = size_problems({"a.html": 1, "briefing.json": file})
    assert (near.code, near.level, near.path) == ("site-heavy", "warning", "briefing.json")
    assert "104,857,600" in near.message
    assert [problem.path for problem in size_problems({f"{n}.html": half // 20 for n in range(21)})] == [""]


def test_articles_in_full_whose_rights_nobody_stated_are_named_once(project: Path) -> None:
    assert codes(publish(project, "--dry-run")) == []
    make_project(project, {"sitegen.yml": ""})
    run = publish(project, "--dry-run")
    assert codes(run) == ["rights-unstated"]
    assert "2 articles in full, whose rights are not stated: harbour.md, trams.md" in run.err


# In values


def test_objects_are_named_as_git_names_them(tmp_path: Path) -> None:
    data = "Zwölf Boote\n".encode()
    (tmp_path / "a").write_bytes(data)
    assert object_id(data, "sha1") == git(tmp_path, "hash-object", "--no-filters", "a").strip()


def test_a_program_or_a_link_on_the_branch_is_changed_to_a_file() -> None:
    same = object_id(b"x", "sha1")
    branch = Branch("c", {"a": ("100755", same), "b": ("120000", same), "c": ("100644", same)}, {}, "sha1")
    assert changes_on(branch, {"a": b"x", "b": b"x", "c": b"x"}) == {"a": "changed", "b": "changed"}


def test_all_that_is_on_a_branch_without_a_manifest_is_of_others() -> None:
    tree_ = dict.fromkeys(["index.html", "CNAME", ".nojekyll"], ("100644", ""))
    assert strangers_on(Branch("c", tree_, {}, "sha1")) == ("index.html",)
    manifest = b'{"files": {"index.html": ""}}'
    assert strangers_on(Branch("c", tree_, {".sitegen-manifest.json": manifest}, "sha1")) == ()


def test_many_paths_are_counted() -> None:
    assert some_of(("a", "b", "c")) == "a, b, c"
    assert some_of(("a", "b", "c", "d", "e")) == "a, b, c and 2 more"
