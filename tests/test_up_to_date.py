"""A build of what did not change does nothing, and a build of anything else is done."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sitegen.build import build_site
from sitegen.cache import FOLDER, open_cache
from sitegen.commands.up_to_date import SETTINGS
from sitegen.each import Lost
from sitegen.editorial import EDITORIAL
from sitegen.lock import LOCK
from sitegen.ownership import MANIFEST
from sitegen.parse.outlets import REGISTRY
from sitegen.stamps import Inputs, changes, look_at, stamp_of_folder
from tests.project import HARBOUR, TRAMS, Run, make_project, sitegen, tree

STOOD = "nothing was done again: all that the last build read and wrote is as it was"
TEMPLATE = '{% extends "default/about.html" %}{% block main %}<h1>Ours</h1>{% endblock %}\n'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    assert sitegen(project, "build").status == 0
    return project


def build(project: Path, *options: str) -> Run:
    return sitegen(project, "build", "--why", *options)


def stood(run: Run) -> bool:
    return STOOD in run.out.splitlines()


def test_a_build_of_the_same_does_nothing_and_says_the_same(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR, "content/empty.md": ""})
    first, second = sitegen(project, "build"), sitegen(project, "build")
    assert (second.status, second.err) == (first.status, first.err) == (1, first.err)
    assert second.out.splitlines()[1:] == first.out.splitlines()[1:]
    assert second.out.startswith("1 article, ")
    assert second.out.splitlines()[0].endswith("; nothing changed")
    assert stood(build(project))


def test_one_who_asks_for_more_is_told_that_nothing_was_done(built: Path) -> None:
    assert stood(sitegen(built, "build", "--verbose"))


EDITS: dict[str, Callable[[Path], object]] = {
    "content/trams.md was changed": lambda p: (p / "content/trams.md").write_text(TRAMS.replace("late", "soon")),
    "content/trams.md was removed": lambda p: (p / "content/trams.md").unlink(),
    "content/new.md was added": lambda p: (p / "content/new.md").write_text(TRAMS.replace("Monday", "Sunday")),
    "content/photo.png was added": lambda p: (p / "content/photo.png").write_bytes(b"\x89PNG"),
    "sitegen.yml was changed": lambda p: (p / "sitegen.yml").write_text("title: Vessel\n"),
    "sources.yml was added": lambda p: (p / "sources.yml").write_text("outlets: {Gazette: {}}\n"),
    "templates/about.html was added": lambda p: make_project(p, {"templates/about.html": TEMPLATE}),
    "editions/2026-03-14.json was added": lambda p: make_project(p, {"editions/2026-03-14.json": "{}"}),
    "site is not as it was built": lambda p: (p / "site/index.html").unlink(),
}


@pytest.mark.parametrize("why", EDITS)
def test_what_changed_is_built_and_named(built: Path, why: str) -> None:
    EDITS[why](built)
    run = build(built)
    assert f"built again: {why}" in run.out.splitlines()
    once = tree(built / "site")
    (built / FOLDER / "build").unlink()
    assert not stood(build(built))
    assert tree(built / "site") == once


def test_an_edit_that_keeps_size_and_times_is_seen(built: Path) -> None:
    article = built / "content" / "trams.md"
    long_ago = 1_000_000_000
    os.utime(article, (long_ago, long_ago))
    build(built)
    article.write_text(TRAMS.replace("late", "soon"), "utf-8")
    os.utime(article, (long_ago, long_ago))
    assert "built again: content/trams.md was changed" in build(built).out
    assert b"soon" in (built / "site/articles/trams.html").read_bytes()


def test_a_file_that_was_only_touched_or_put_in_place_of_the_same_is_not_built_again(built: Path) -> None:
    article = built / "content" / "trams.md"
    os.utime(article)
    assert stood(build(built))
    (built / "copy").write_bytes(article.read_bytes())
    (built / "copy").replace(article)
    assert stood(build(built))


def test_other_options_are_another_build(built: Path) -> None:
    assert "built again: --as-of is not what it was" in build(built, "--as-of", "2026-03-14").out
    assert stood(build(built, "--as-of", "2026-03-14"))
    assert "built again: --as-of is not what it was" in build(built).out


def test_a_site_that_was_copied_over_itself_stands(built: Path) -> None:
    for name, data in tree(built / "site").items():
        if isinstance(data, bytes):
            (built / "site" / name).write_bytes(data)
    assert stood(build(built))


def test_a_page_that_somebody_changed_is_told_of_each_time(built: Path) -> None:
    (built / "site/index.html").write_text("mine")
    for _ in range(2):
        run = build(built)
        assert (run.status, run.err.count("[page-edited]")) == (1, 1)


def test_a_damaged_page_is_mended(built: Path) -> None:
    before = tree(built / "site")
    (built / "site/index.html").write_bytes(b"")
    assert not stood(build(built))
    assert tree(built / "site") == before


def test_check_judges_by_the_bytes_and_leaves_no_cache(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR})
    assert sitegen(project, "build", "--check").status == 1
    assert not (project / FOLDER).exists()


def losing(code: str) -> Callable[..., Iterable[Lost]]:
    return lambda _function, values: [Lost(code, "given up", "split it") for _ in values]


@pytest.mark.parametrize("code", ["article-slow", "article-heavy", "article-crashed"])
def test_a_build_that_lost_an_article_is_done_again(built: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    (built / "content/trams.md").write_text(TRAMS.replace("late", "soon"), "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.workers.Workers.__call__", lambda _, *given: losing(code)(*given))
        assert f"[{code}]" in build(built).err
    run = build(built)
    assert (stood(run), run.err) == (False, "")


def test_a_build_that_could_not_read_a_file_is_done_again(built: Path) -> None:
    """A disk that failed may do better the next time, and nothing on it tells that it will."""
    (built / "content/lost.md").symlink_to("nowhere.md")
    assert "[file-unreadable]" in build(built).err
    assert not stood(build(built))


def test_a_file_that_is_refused_is_so_the_next_time(built: Path) -> None:
    (built / "sitegen.yml").write_text("limits: {most_bytes: 1000}\n")
    (built / "content/long.md").write_bytes(b"x" * 1001)
    (built / "content/folder").symlink_to("..")
    first, second = build(built), build(built)
    assert first.err.count("[file-refused]") == 2
    assert (stood(second), second.err) == (True, first.err)


def test_an_article_that_is_too_long_is_so_the_next_time(tmp_path: Path) -> None:
    settings = "limits: {most_sentences: 1}\n"
    project = make_project(tmp_path, {"sitegen.yml": settings, "content/harbour.md": HARBOUR})
    first, second = build(project), build(project)
    assert "[article-large]" in first.err
    assert (stood(second), second.err) == (True, first.err)


def test_a_file_that_changes_while_it_is_read_leaves_no_record(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = build_site

    def saving(*arguments: object, **named: object) -> object:
        (built / "content/harbour.md").write_text(HARBOUR.replace("June", "July"), "utf-8")
        return whole(*arguments, **named)  # type: ignore[arg-type]

    (built / "content/trams.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.build.build_site", saving)
        build(built)
    assert not stood(build(built))
    assert b"July" in (built / "site/articles/harbour.html").read_bytes()
    assert stood(build(built))


def test_a_page_that_is_damaged_while_the_build_ends_is_seen(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaging(folder: str) -> tuple[str, int]:
        (built / "site/index.html").write_text("mine")
        return stamp_of_folder(folder)

    (built / "content/trams.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.commands.up_to_date.stamp_of_folder", damaging)
        build(built)
    assert "[page-edited]" in build(built).err


def test_a_manifest_that_goes_while_the_build_ends_leaves_no_record(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def removing(folder: str) -> tuple[str, int]:
        (built / "site" / MANIFEST).unlink(missing_ok=True)
        return stamp_of_folder(folder)

    (built / "content/trams.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.commands.up_to_date.stamp_of_folder", removing)
        assert build(built).status == 0
    assert not stood(build(built))


def test_what_another_person_left_is_not_believed(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    assert "built again: there is no record of an earlier build" in build(built).out


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100])
def test_a_broken_record_is_none(built: Path, damage: bytes) -> None:
    (built / FOLDER / "build").write_bytes(damage)
    assert not stood(build(built))
    assert stood(build(built))


def test_a_record_is_not_that_of_another_name(built: Path) -> None:
    cache = open_cache(built)
    assert cache is not None
    cache.write("one", b"content")
    assert cache.read("one") == b"content"
    (cache.folder / "one").rename(cache.folder / "other")
    assert cache.read("other") is None


def test_the_cache_keeps_itself_out_of_git(built: Path) -> None:
    assert (built / FOLDER / ".gitignore").read_text() == "*\n"


def test_the_files_of_settings_are_those_that_are_read() -> None:
    assert SETTINGS == (REGISTRY, EDITORIAL, LOCK)


# Stamps


def test_a_file_changed_just_before_it_was_looked_at_is_read_again(tmp_path: Path) -> None:
    """A change in the same tick leaves the times as they are: here the first entry is made to lie about the bytes."""
    file = tmp_path / "a"
    file.write_text("one")
    seen = look_at([str(file)], [], file.stat().st_mtime_ns)
    lying = {str(file): (*seen.entries[str(file)][:5], "of other bytes")}
    later = look_at([str(file)], [], seen.time, Inputs(lying, seen.time))
    assert changes(Inputs(lying, seen.time), later) == {str(file): "changed"}
    long_after = seen.time + 10**10
    trusted = look_at([str(file)], [], long_after, Inputs(lying, long_after))
    assert changes(Inputs(lying, long_after), trusted) == {}


def test_hidden_files_are_no_inputs_and_links_to_folders_lead_nowhere(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/.hidden": "x", "content/a/b.md": "x", "other/c.md": "x"})
    (tmp_path / "content/link").symlink_to(tmp_path / "other")
    (tmp_path / "content/dead").symlink_to(tmp_path / "nothing")
    seen = look_at([], [str(tmp_path / "content")], 0)
    names = {Path(path).relative_to(tmp_path).as_posix() for path in seen.entries}
    assert names == {"content", "content/a", "content/a/b.md", "content/link", "content/dead"}
