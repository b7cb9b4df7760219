import os
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from sitegen.errors import Problem, SitegenError
from sitegen.ownership import MANIFEST, require_output
from sitegen.write import WriteReport, compare_site, read_site
from tests.faults import Fault
from tests.project import stamps, tree
from tests.small_sites import (
    NEW,
    NEWER,
    OLD,
    assert_each_is_whole,
    crashed,
    edited,
    files_of,
    struck_write,
    write_pages,
)

PAGES = {"index.html", "style.css", "topics", "topics/rail.html", "articles", "articles/a", "articles/a/b.html"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


# What a build writes


def test_first_build_is_put_in_place_by_one_rename(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed: list[tuple[str, set[str]]] = []
    rename = Path.rename

    def spy(self: Path, target: Path) -> Path:
        assert not output.exists()
        renamed.append((target.name, set(tree(self))))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", spy)
    report = write_pages(output, OLD)
    assert renamed == [("site", {*PAGES, MANIFEST})]
    assert report.changes == dict.fromkeys(sorted(OLD), "added")
    assert [path.name for path in output.parent.iterdir()] == ["site"]


def test_second_build_writes_no_file_and_not_in_the_folder(output: Path) -> None:
    write_pages(output, OLD)
    before, time = stamps(output), output.stat().st_mtime_ns
    assert write_pages(output, OLD) == WriteReport({}, ())
    assert (stamps(output), output.stat().st_mtime_ns) == (before, time)


def test_only_files_that_differ_are_written(output: Path) -> None:
    write_pages(output, OLD)
    before = stamps(output)
    report = write_pages(output, {**OLD, "index.html": "new index"})
    assert report == WriteReport({"index.html": "changed"}, ())
    changed = {path for path, stamp in stamps(output).items() if before[path] != stamp}
    assert changed == {"index.html", MANIFEST}


def test_later_build_equals_a_first_one(output: Path, tmp_path: Path) -> None:
    write_pages(output, OLD)
    report = write_pages(output, NEW)
    write_pages(tmp_path / "fresh", NEW)
    assert tree(output) == tree(tmp_path / "fresh")
    assert report.changes == {
        "articles/a/b.html": "removed",
        "index.html": "changed",
        "topics/rail.html": "removed",
        "topics/tram.html": "added",
    }


def test_folder_left_empty_is_removed_and_one_with_a_file_of_the_users_is_not(output: Path) -> None:
    write_pages(output, OLD)
    (output / "topics" / ".htaccess").write_text("mine")
    write_pages(output, {"index.html": "old index"})
    assert set(tree(output)) == {"index.html", MANIFEST, "topics", "topics/.htaccess"}


def test_modes_are_those_that_hosts_need_under_any_umask(output: Path) -> None:
    before = os.umask(0o077)
    try:
        write_pages(output, OLD)
        write_pages(output, NEW)
    finally:
        os.umask(before)
    modes = {path.relative_to(output).as_posix(): path.stat().st_mode & 0o777 for path in output.rglob("*")}
    assert {modes.pop("topics"), output.stat().st_mode & 0o777} == {0o755}
    assert set(modes.values()) == {0o644}


def test_page_names_as_long_as_a_disk_allows_are_written(output: Path) -> None:
    name = "漢" * 80 + ".html"
    write_pages(output, OLD)
    assert write_pages(output, {**OLD, name: "x"}).changes == {name: "added"}


def test_page_that_was_deleted_is_written_again(output: Path) -> None:
    write_pages(output, OLD)
    (output / "index.html").unlink()
    assert write_pages(output, OLD).changes == {"index.html": "added"}


@pytest.mark.parametrize("torn", [b"", b"\0" * 9])
def test_page_that_a_power_cut_left_empty_is_written_again(output: Path, torn: bytes) -> None:
    write_pages(output, OLD)
    (output / "index.html").write_bytes(torn)
    assert write_pages(output, OLD) == WriteReport({"index.html": "changed"}, ())


# What belongs to others


def test_page_edited_by_the_user_survives_three_builds_and_is_reported_each_time(output: Path) -> None:
    write_pages(output, OLD)
    (output / "index.html").write_text("mine")
    for pages in (OLD, NEW, NEWER):
        report = write_pages(output, pages)
        assert report.problems == (
            Problem(
                "page-edited",
                "error",
                "somebody changed this file since it was built; it is kept as it is",
                str(output / "index.html"),
                remedy="change the article or the template instead, and delete this file to have it built again",
            ),
        )
        assert (output / "index.html").read_text() == "mine"
    (output / "index.html").unlink()
    assert write_pages(output, NEWER) == WriteReport({"index.html": "added"}, ())


def test_edited_page_of_a_removed_article_is_kept_and_reported(output: Path) -> None:
    write_pages(output, OLD)
    (output / "topics" / "rail.html").write_text("mine")
    for _ in range(3):
        assert edited(write_pages(output, NEW), output) == ["topics/rail.html"]
    assert (output / "topics" / "rail.html").read_text() == "mine"


def test_edit_that_is_taken_back_is_forgotten(output: Path) -> None:
    write_pages(output, OLD)
    (output / "index.html").write_text("mine")
    write_pages(output, NEW)
    (output / "index.html").write_text("new index")
    assert write_pages(output, NEW) == WriteReport({}, ())
    assert write_pages(output, NEWER).problems == ()


def test_own_files_of_the_user_survive_three_builds_without_a_word(output: Path) -> None:
    own = ["CNAME", ".nojekyll", ".git/config", "topics/mine.html", "mine/notes.txt", "articles/a/picture.png"]
    write_pages(output, OLD)
    for name in own:
        (output / name).parent.mkdir(exist_ok=True, parents=True)
        (output / name).write_text("mine")
    for pages in (OLD, NEW, NEWER):
        assert write_pages(output, pages).problems == ()
    assert {name: (output / name).read_text() for name in own} == dict.fromkeys(own, "mine")


def test_own_file_where_a_page_comes_to_be_is_kept_and_reported_until_the_page_goes(output: Path) -> None:
    write_pages(output, OLD)
    (output / "topics" / "tram.html").write_text("mine")
    assert edited(write_pages(output, NEW), output) == ["topics/tram.html"]
    assert edited(write_pages(output, NEW), output) == ["topics/tram.html"]
    assert write_pages(output, OLD).problems == ()
    assert (output / "topics" / "tram.html").read_text() == "mine"


def test_nothing_is_written_through_a_linked_folder(output: Path, tmp_path: Path) -> None:
    write_pages(output, OLD)
    elsewhere = tmp_path / "elsewhere"
    (output / "topics").rename(elsewhere)
    (output / "topics").symlink_to(elsewhere)
    before = tree(elsewhere)
    assert edited(write_pages(output, {**OLD, "topics/rail.html": "new", "topics/b.html": "b"}), output) == [
        "topics/b.html",
        "topics/rail.html",
    ]
    assert edited(write_pages(output, {"index.html": "x"}), output) == ["topics/rail.html"]
    assert tree(elsewhere) == before
    assert (output / "topics").is_symlink()


def test_page_that_became_a_link_is_not_written_through(output: Path, tmp_path: Path) -> None:
    write_pages(output, OLD)
    (tmp_path / "elsewhere.html").write_text("mine")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(tmp_path / "elsewhere.html")
    assert edited(write_pages(output, NEW), output) == ["index.html"]
    assert (output / "index.html").is_symlink()
    assert (tmp_path / "elsewhere.html").read_text() == "mine"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_in_the_place_of_a_page_is_kept_and_the_rest_is_built(
    output: Path, make: Callable[[Path], None]
) -> None:
    write_pages(output, OLD)
    (output / "index.html").unlink()
    make(output / "index.html")
    report = write_pages(output, NEW)
    assert edited(report, output) == ["index.html"]
    assert "topics/tram.html" in report.changes
    assert not (output / "index.html").is_file()


def test_file_in_the_place_of_a_folder_is_kept_and_the_rest_is_built(output: Path) -> None:
    write_pages(output, OLD)
    shutil.rmtree(output / "topics")
    (output / "topics").write_text("mine")
    report = write_pages(output, NEW)
    assert edited(report, output) == ["topics/rail.html", "topics/tram.html"]
    assert (output / "topics").read_text() == "mine"
    assert (output / "index.html").read_text() == "new index"


# Which folders are ours


def test_foreign_folder_is_refused_and_left_untouched_to_the_byte(output: Path) -> None:
    (output / "holiday").mkdir(parents=True)
    (output / "holiday" / "beach.jpg").write_bytes(b"\xff\xd8")
    (output / "index.html").write_text("not ours")
    before, times = tree(output), stamps(output)
    with pytest.raises(SitegenError) as caught:
        write_pages(output, OLD)
    assert caught.value.problem == Problem(
        "output-not-ours",
        "error",
        "it holds holiday, which sitegen did not write",
        str(output),
        remedy="name an empty folder, or move what is in it away",
    )
    assert (tree(output), stamps(output)) == (before, times)
    assert list(output.parent.iterdir()) == [output]


def test_folder_with_only_hidden_files_and_a_domain_name_is_taken(output: Path) -> None:
    output.mkdir()
    for name in ("CNAME", ".nojekyll", ".git"):
        (output / name).write_text("mine")
    write_pages(output, OLD)
    assert set(tree(output)) == {*PAGES, MANIFEST, "CNAME", ".nojekyll", ".git"}


def test_broken_manifest_makes_a_folder_foreign(output: Path) -> None:
    write_pages(output, OLD)
    for broken in (b"", b"{", b"[]", b'{"files": 3}', b'{"files": {"a": 1}}', b"\xff", b"[" * 100_000):
        (output / MANIFEST).write_bytes(broken)
        with pytest.raises(SitegenError) as caught:
            write_pages(output, NEW)
        assert caught.value.problem.code == "output-not-ours"


@pytest.mark.parametrize(
    "path", ["../victim", "/etc/victim", "a/../../victim", "", ".", "a//b", "..\\victim", "a\\u0000"]
)
def test_manifest_that_names_files_elsewhere_deletes_none(output: Path, tmp_path: Path, path: str) -> None:
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of "x"
    (tmp_path / "victim").write_text("x")
    write_pages(output, OLD)
    (output / MANIFEST).write_text(
        f'{{"files": {{"{path}": "{digest}", "\\ud800": "{digest}"}}}}'.replace("..\\", "..\\\\")
    )
    write_pages(output, OLD)
    assert (tmp_path / "victim").read_text() == "x"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content/old", "templates"):
        (tmp_path / "project" / folder).mkdir(parents=True)
    return tmp_path / "project"


@pytest.mark.parametrize(
    "name", [".", "..", "content", "content/old", "content/site", "templates", "templates/new", "/"]
)
def test_output_that_is_around_or_inside_what_a_build_reads_is_refused(project: Path, name: str) -> None:
    before = tree(project)
    with pytest.raises(SitegenError) as caught:
        require_output(project / name, project, [project / "content", project / "templates"])
    assert caught.value.problem.code == "output-not-ours"
    assert tree(project) == before


def test_output_around_a_content_folder_elsewhere_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "content").mkdir(parents=True)
    with pytest.raises(SitegenError, match="must not touch"):
        require_output(tmp_path / "elsewhere", project, [tmp_path / "elsewhere" / "content"])


def test_link_to_the_content_folder_is_no_way_around(project: Path) -> None:
    (project / "site").symlink_to("content")
    with pytest.raises(SitegenError, match="must not touch"):
        require_output(project / "site", project, [project / "content"])


def test_home_is_no_folder_for_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(SitegenError, match="no folder for a site"):
        require_output(tmp_path / "home")


def test_user_without_a_home_can_build(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    write_pages(output, OLD)


def test_file_or_dead_link_as_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "dead").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    for name, message in (("file", "is a file"), ("dead", "leads nowhere"), ("loop", "leads nowhere")):
        with pytest.raises(SitegenError, match=message):
            write_pages(tmp_path / name, OLD)
    assert (tmp_path / "file").read_text() == "mine"


def test_output_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    write_pages(tmp_path / "site", OLD)
    assert set(tree(tmp_path / "real")) == {*PAGES, MANIFEST}


# Crashes: here at one operation in three; `tests/long/test_write.py` runs the same at each


@pytest.fixture
def numbers() -> Iterator[int]:
    """Those of the operations that are struck."""
    return count(1, 3)


def test_crash_at_any_operation_of_a_first_build_leaves_nothing_that_the_next_does_not_mend(
    tmp_path: Path, numbers: Iterator[int]
) -> None:
    write_pages(tmp_path / "fresh" / "site", NEW)
    for number in numbers:
        is_crashed = crashed(tmp_path / f"{number}" / "site", OLD, number)
        write_pages(tmp_path / f"{number}" / "site", NEW)
        assert tree(tmp_path / f"{number}") == tree(tmp_path / "fresh")
        if not is_crashed:
            break
    assert number > 3 * len(OLD)


def test_crash_at_any_operation_of_a_later_build_leaves_each_page_whole_and_the_next_equals_a_clean_one(
    tmp_path: Path, numbers: Iterator[int]
) -> None:
    fresh = {name: tmp_path / name for name in ("new", "newer")}
    write_pages(fresh["new"], NEW)
    write_pages(fresh["newer"], NEWER)
    for number in numbers:
        name, pages = ("new", NEW) if number % 2 else ("newer", NEWER)
        output = tmp_path / f"{number}"
        write_pages(output, OLD)
        is_crashed = crashed(output, NEW, number)
        assert_each_is_whole(output, OLD, NEW)
        assert write_pages(output, pages).problems == ()
        assert tree(output) == tree(fresh[name])
        if not is_crashed:
            break
    assert number > 3 * len(NEW)


@pytest.mark.parametrize("fault", ["full", "broken", "forbidden"])
def test_fault_at_any_operation_is_reported_and_leaves_the_former_site(
    output: Path, tmp_path: Path, fault: Fault, numbers: Iterator[int]
) -> None:
    write_pages(tmp_path / "fresh", NEW)
    write_pages(tmp_path / "former", OLD)
    sites = tree(tmp_path / "fresh"), tree(tmp_path / "former")
    for number in numbers:
        write_pages(output, OLD)
        found = struck_write(output, NEW, number, fault)
        if not found.operation:
            break
        if found.status:
            assert re.match(rf"{output}\S*: can't be written: .+ \[output-failed\]", found.err), found
        now = {path: content for path, content in tree(output).items() if not found.is_left(path)}
        assert now in sites, found
        write_pages(output, NEW)
        assert tree(output) == sites[0]
        shutil.rmtree(output)
    assert number > 3 * len(NEW)


# Comparing and reading back


def test_comparing_writes_nothing_and_says_what_a_build_would_do(output: Path) -> None:
    write_pages(output, OLD)
    before, times = tree(output), stamps(output)
    assert compare_site(files_of(OLD), output) == WriteReport({}, ())
    report = compare_site(files_of(NEW), output)
    assert dict(report.changes) == {
        MANIFEST: "changed",
        "articles/a/b.html": "removed",
        "index.html": "changed",
        "topics/rail.html": "removed",
        "topics/tram.html": "added",
    }
    assert (tree(output), stamps(output)) == (before, times)


def test_comparing_with_no_site_says_that_it_is_missing(output: Path) -> None:
    assert [problem.code for problem in compare_site(files_of(OLD), output).problems] == ["output-missing"]
    assert not output.exists()


def test_site_without_its_manifest_is_not_what_would_be_built(output: Path) -> None:
    write_pages(output, OLD)
    (output / MANIFEST).unlink()
    assert compare_site(files_of(OLD), output).changes == {MANIFEST: "added"}


def test_site_is_read_back_without_the_files_of_others(output: Path) -> None:
    write_pages(output, OLD)
    (output / "mine.txt").write_text("mine")
    (output / "index.html").unlink()
    assert set(read_site(output)) == {*OLD, MANIFEST} - {"index.html"}


def test_reading_a_folder_without_a_manifest_says_that_no_site_is_there(output: Path) -> None:
    output.mkdir()
    with pytest.raises(SitegenError) as caught:
        read_site(output)
    assert caught.value.problem.code == "output-missing"
