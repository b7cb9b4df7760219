"""What is not sitegen's survives, wherever it lies; and a folder that is not for a site is left as it is."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.disk import replace_file, temporary_for
from sitegen.errors import SitegenError
from sitegen.model import OutputFile
from sitegen.ownership import MANIFEST, require_output
from sitegen.write import write_site
from tests.project import HARBOUR, make_project, sitegen, tree

PATHS = ("index.html", "style.css", "topics/rail.html", "topics/tram.html", "articles/a/b.html", "articles/a.html")
_NAMES = st.sampled_from(
    ["index.html", "CNAME", ".nojekyll", ".git", "topics", "articles", "a", "b.html", "rail.html", "mine", "é ü"]
)
_PAGES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["one", "two", "three"]), min_size=1)
_OWN = st.dictionaries(
    st.lists(_NAMES, min_size=1, max_size=3).map("/".join), st.sampled_from(["file", "folder", "link", "dead link"])
)


def _write(output: Path, pages: Mapping[str, str]) -> None:
    write_site([OutputFile(path, text.encode()) for path, text in pages.items()], output, writer="sitegen test")


def _add(output: Path, path: str, kind: str, elsewhere: Path) -> None:
    """Put something of the user's there, in place of a page if there is one."""
    target = output / path
    with contextlib.suppress(OSError):  # something else of the user's is there
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file() and not target.is_symlink():
            target.unlink()
        if kind == "folder":
            target.mkdir()
            (target / "note.txt").write_text("mine")
        elif kind == "file":
            target.write_text(f"mine: {path}")
        else:
            target.symlink_to(elsewhere if kind == "link" else "nowhere")


@settings(max_examples=60)
@given(_PAGES, _OWN, st.lists(_PAGES, min_size=1, max_size=3))
@example({"topics/rail.html": "one"}, {"topics": "link"}, [{"topics/tram.html": "one"}])
def test_what_is_the_users_survives_every_build(
    first: dict[str, str], own: dict[str, str], later: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        output, elsewhere = Path(name, "site"), Path(name, "elsewhere")
        elsewhere.mkdir()
        (elsewhere / "rail.html").write_text("mine")
        _write(output, first)
        before = tree(output)
        for path, kind in own.items():
            _add(output, path, kind, elsewhere)
        mine = {path: content for path, content in tree(output).items() if before.get(path, b"") != content}
        mine = {path: content for path, content in mine.items() if content is not None}
        away = tree(elsewhere)
        for pages in later:
            _write(output, pages)
            after = tree(output)
            assert {path: after.get(path) for path in mine} == mine
            assert tree(elsewhere) == away


_PLACES = (
    "/",
    "~",
    "~/..",
    ".",
    "..",
    "content",
    "content/in",
    "templates",
    "seeds/new",
    "editions",
    "foreign",
    "file",
)


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("is_link", [False, True], ids=["itself", "a link to it"])
def test_a_folder_that_is_not_for_a_site_is_refused_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, is_link: bool
) -> None:
    home = tmp_path / "home" / "ada"
    project = make_project(home / "project", {"content/a.md": HARBOUR, "templates/x": "", "foreign/holiday.jpg": "x"})
    make_project(project, {"foreign/.git/config": "", "file": "mine", "seeds/a.txt": HARBOUR})
    monkeypatch.setenv("HOME", str(home))
    output = Path(place).expanduser() if place[0] in "~/" else project / place
    if is_link:
        (project / "link").symlink_to(output)
        output = project / "link"
    before = tree(tmp_path)
    run = sitegen(project, "build", "--output", output)
    assert (run.status, "[output-not-ours]" in run.err) == (2, True), run
    assert tree(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows tells of no owner")
def test_the_home_of_the_owner_is_refused_though_another_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `sudo` does: all that is in such a folder may be hidden."""
    monkeypatch.setattr(Path, "owner", lambda _: "ada")
    monkeypatch.setattr(Path, "expanduser", lambda path: tmp_path if str(path) == "~ada" else path)
    (tmp_path / ".profile").write_text("mine")
    with pytest.raises(SitegenError, match="no folder for a site"):
        require_output(tmp_path)


@pytest.mark.parametrize("name", ["clock", ".gitignore", "build", "results.sqlite3", "results.sqlite3-journal"])
def test_a_link_in_the_cache_of_a_project_from_strangers_is_not_written_through(tmp_path: Path, name: str) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    project = make_project(tmp_path / "project", {"content/a.md": HARBOUR, ".sitegen/x": ""})
    (project / ".sitegen" / name).symlink_to(mine)
    for _ in range(2):
        assert sitegen(project, "build").status == 0
    assert mine.read_text() == "mine"


def test_unfinished_files_that_are_links_are_not_written_through(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    temporary_for(tmp_path / "topics.lock.yml").symlink_to(mine)
    replace_file(tmp_path / "topics.lock.yml", b"new")
    assert (mine.read_text(), (tmp_path / "topics.lock.yml").read_text()) == ("mine", "new")


def test_a_manifest_that_cannot_be_read_disowns_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken for missing, it would make every page somebody else's, for good."""
    output = tmp_path / "site"
    _write(output, {"index.html": "one"})
    before, read = tree(output), Path.read_bytes

    def fail(path: Path) -> bytes:
        if path.name == MANIFEST:
            raise OSError(5, "Input/output error", str(path))
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fail)
        with pytest.raises(SitegenError, match="Input/output error"):
            _write(output, {"index.html": "two"})
    assert tree(output) == before
    _write(output, {"index.html": "two"})
    assert (output / "index.html").read_text() == "two"
