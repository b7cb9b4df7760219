import errno
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import Problem, SitegenError
from sitegen.read import PATH_LENGTH, ReadOptions, article_ids, read_documents, read_folder
from tests.project import make_project

OPTIONS = ReadOptions((".md", ".txt"), most_bytes=1_000)


def _ids(folder: Path) -> list[str]:
    return [source.id for source in read_folder(folder, OPTIONS).value]


def _problems(folder: Path) -> list[tuple[str, str, str]]:
    return [(problem.path, problem.code, problem.message) for problem in read_folder(folder, OPTIONS).problems]


def test_articles_come_by_id_with_path_bytes_and_digest(tmp_path: Path) -> None:
    make_project(tmp_path, {"b.md": "second", "a/c.txt": "first"})
    first, second = read_folder(tmp_path, OPTIONS).value
    assert (first.id, first.path, first.data) == ("a/c", "a/c.txt", b"first")
    assert (second.id, second.path, second.sha256[:8]) == ("b", "b.md", "16367aac")


def test_an_empty_folder_has_no_articles_and_no_problems(tmp_path: Path) -> None:
    assert read_folder(tmp_path, OPTIONS).value == ()
    assert _problems(tmp_path) == []


def test_hidden_files_and_folders_are_left_out_without_a_word(tmp_path: Path) -> None:
    make_project(tmp_path / "content", {"a.md": "x", ".draft.md": "x", ".git/b.md": "x", ".DS_Store": b"\0"})
    (tmp_path / "content" / "sitegen.yml").unlink()
    assert _ids(tmp_path / "content") == ["a"]
    assert _problems(tmp_path / "content") == []


def test_suffixes_are_known_in_any_case_and_others_are_noted(tmp_path: Path) -> None:
    for name in ("a.MD", "b.Txt", "c.docx", "d"):
        (tmp_path / name).write_text("x")
    read = read_folder(tmp_path, OPTIONS)
    assert [source.id for source in read.value] == ["a", "b"]
    assert read.problems == (
        Problem("file-ignored", "note", "not an article", "c.docx", remedy="articles end in .md .txt"),
        Problem("file-ignored", "note", "not an article", "d", remedy="articles end in .md .txt"),
    )


def test_a_folder_that_fails_while_it_is_listed_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans = iter([os.scandir(tmp_path)])

    def fails_later(folder: Path) -> object:
        if scan := next(scans, None):
            return scan
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "scandir", fails_later)
    with pytest.raises(SitegenError) as raised:
        read_folder(tmp_path, OPTIONS)
    assert (raised.value.problem.code, raised.value.problem.path) == ("content-missing", str(tmp_path))


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/etc/hostname", "it leads out of the folder"),
        ("/dev/zero", "it leads out of the folder"),
        ("../outside.md", "it leads out of the folder"),
        ("nowhere.md", "can't be read: No such file or directory"),
        ("link.md", "a link that leads to itself"),
    ],
)
def test_a_link_that_leads_astray_is_refused_by_name(tmp_path: Path, target: str, message: str) -> None:
    (tmp_path / "outside.md").write_text("secret")
    content = tmp_path / "content"
    content.mkdir()
    (content / "link.md").symlink_to(target)
    assert _ids(content) == []
    [(path, code, said)] = _problems(content)
    assert path == "link.md"
    assert (code, said) in (
        ("file-unreadable" if "can't be read" in message else "file-refused", message),
        ("file-unreadable", "can't be read: Too many levels of symbolic links"),
    )


def test_a_link_inside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "b.md").symlink_to("a.md")
    assert _ids(tmp_path) == ["a", "b"]


def test_a_link_to_a_folder_is_refused_so_that_no_circle_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "again").symlink_to(".")
    assert _ids(tmp_path) == ["a"]
    assert _problems(tmp_path) == [("again", "file-refused", "a link to a folder")]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("x")
    (tmp_path / "content").symlink_to("real")
    assert _ids(tmp_path / "content") == ["a"]
    assert _problems(tmp_path / "content") == []


def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert _problems(tmp_path) == [("a.md", "file-refused", "not a regular file")]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(2**40)  # sparse: reading it would not come back
    (tmp_path / "b.md").write_bytes(b"x" * 1_000)
    assert _ids(tmp_path) == ["b"]
    assert _problems(tmp_path) == [("a.md", "file-refused", "1,099,511,627,776 bytes; at most 1,000 are read")]


def test_more_files_than_the_limit_stop_the_work(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text("x")
    assert len(read_folder(tmp_path, ReadOptions((".md",), most_files=3)).value) == 3
    with pytest.raises(SitegenError) as caught:
        read_folder(tmp_path, ReadOptions((".md",), most_files=2))
    assert caught.value.problem.code == "too-many-files"


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"\xff\xfe.md", "\\udcff\\udcfe.md"), (b"a\nb.md", "a\\x0ab.md"), (b"\x1b[2J.md", "\\x1b[2J.md")],
)
def test_a_name_that_is_no_plain_text_is_refused_and_shown_escaped(tmp_path: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("x")
    assert _problems(tmp_path) == [(shown, "file-refused", "its name is not plain text")]


def test_a_path_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / ("a" * (PATH_LENGTH - 2) + ".md")).write_text("x")
    (tmp_path / "b.md").write_text("x")
    assert _ids(tmp_path) == ["b"]
    [(_, code, message)] = _problems(tmp_path)
    assert (code, message) == ("file-refused", "its path is longer than 200 characters")


def test_folders_nested_hundreds_deep_are_refused_not_followed(tmp_path: Path) -> None:
    make_project(tmp_path / "content", {"d/" * 300 + "a.md": "x", "b.md": "x"})
    assert _ids(tmp_path / "content") == ["b"]
    assert ("d/" * 100 + "d", "file-refused", "its path is longer than 200 characters") in _problems(
        tmp_path / "content"
    )


@pytest.mark.parametrize("content", ["missing", "file", "missing/below"])
def test_a_missing_folder_is_named_with_a_remedy(tmp_path: Path, content: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SitegenError) as caught:
        read_folder(tmp_path / content, OPTIONS)
    problem = caught.value.problem
    assert (problem.code, problem.path) == ("content-missing", str(tmp_path / content))
    assert problem.message == ("is a file, not a folder" if content == "file" else "there is no such folder")
    assert "sitegen build --content" in problem.remedy


def test_ids_are_the_slugs_of_paths_without_suffix() -> None:
    paths = ["Rail & Road.md", "a b/C.d.txt", "CON.md", "nul/x.md", "-rf.md", "a:b.md", "…/Zürich.md"]
    ids, problems = article_ids(paths)
    assert [ids[path] for path in paths[:6]] == ["rail-road", "a-b/c-d", "article-con", "article-nul/x", "rf", "a-b"]
    assert ids["…/Zürich.md"].endswith("/zürich")
    assert problems == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rail.md", "rail.md"),
        ("rail.md", "rail.txt"),
        (unicodedata.normalize("NFC", "café.md"), unicodedata.normalize("NFD", "café.md")),
        ("C++.md", "C#.md"),
        ("a b.md", "a_b.md"),
        ("İ.md", "i̇.md"),
    ],
)
def test_names_that_share_an_address_are_kept_apart_and_reported(one: str, other: str) -> None:
    ids, problems = article_ids([one, other])
    assert len(set(ids.values())) == 2
    assert {problem.path for problem in problems} == {one, other}
    assert {(problem.code, problem.level) for problem in problems} == {("id-clash", "warning")}
    assert problems[0].message == (
        f'would have the same address as {problems[1].path}; it is kept apart as "{ids[problems[0].path]}"'
    )


def test_names_of_emoji_alone_have_an_address_each() -> None:
    ids, problems = article_ids(["🚂.md", "🚋.md"])
    assert len(set(ids.values())) == 2
    assert all(id_.startswith("article-") for id_ in ids.values())
    assert problems == ()


def test_a_third_name_at_an_address_moves_neither_of_the_first_two() -> None:
    two, _ = article_ids(["Rail.md", "rail.md"])
    three, _ = article_ids(["Rail.md", "rail.md", "rail.txt"])
    assert {path: three[path] for path in two} == two


def test_a_file_named_like_the_longer_address_of_another_keeps_its_own() -> None:
    clash, _ = article_ids(["Rail.md", "rail.md"])
    ids, _ = article_ids(["Rail.md", "rail.md", f"{clash['rail.md']}.md"])
    assert len(set(ids.values())) == 3


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]) | st.sampled_from("aA.-_ ß"),
    min_size=1,
    max_size=9,
)


@settings(deadline=None)  # a busy machine is no fault
@given(st.sets(st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md"), max_size=9))
def test_any_names_have_addresses_that_differ_on_any_disk(paths: set[str]) -> None:
    ids, problems = article_ids(paths)
    assert ids.keys() == paths
    assert len({unicodedata.normalize("NFC", id_.casefold()) for id_ in ids.values()}) == len(paths)
    for id_ in ids.values():
        assert not {"", ".", ".."} & set(id_.split("/"))
        assert re.fullmatch(r"[\w/-]+", id_)
    assert len(problems) == len(paths) - len({id_ for id_ in ids.values() if "--" not in id_})


def test_strict_makes_a_clash_an_error() -> None:
    _, problems = article_ids(["Rail.md", "rail.md"], strict=True)
    assert {problem.level for problem in problems} == {"error"}


def test_the_order_in_which_names_come_does_not_matter() -> None:
    paths = ["b.md", "A.md", "a.md", "a.txt", "c/d.md"]
    assert article_ids(paths) == article_ids(paths[::-1])


def test_documents_are_read_by_name_and_missing_ones_left_out(tmp_path: Path) -> None:
    make_project(tmp_path, {"seeds/a.txt": "one"})
    read = read_documents(tmp_path, ["seeds/a.txt", "seeds/b.txt", "seeds/\0.txt"], OPTIONS)
    assert [(source.path, source.data) for source in read.value] == [("seeds/a.txt", b"one")]
    assert read.problems == ()


@pytest.mark.parametrize("name", ["../secret.txt", "seeds/../../secret.txt", "seeds/link.txt", "folder/secret.txt"])
def test_no_document_is_read_from_outside_of_the_project(tmp_path: Path, name: str) -> None:
    project = make_project(tmp_path / "project", {"seeds/a.txt": "one"})
    (tmp_path / "secret.txt").write_text("secret")
    (project / "seeds" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (project / "folder").symlink_to(tmp_path)
    read = read_documents(project, [name], OPTIONS)
    assert read.value == ()
    assert [(problem.code, problem.path) for problem in read.problems] == [("file-refused", name)]


def test_a_document_over_the_limit_is_refused(tmp_path: Path) -> None:
    make_project(tmp_path, {"seeds/a.txt": "x" * 1_001})
    read = read_documents(tmp_path, ["seeds/a.txt"], OPTIONS)
    assert read.value == ()
    assert [problem.message for problem in read.problems] == ["1,001 bytes; at most 1,000 are read"]


# What is left alone


def test_files_that_a_pattern_names_are_left_alone_and_noted(tmp_path: Path) -> None:
    make_project(tmp_path, {"a.md": "x", "drafts/b.md": "x", "c.bak.md": "x", "d/keep.bak.md": "x"})
    options = ReadOptions((".md",), ignore=("drafts/", "*.bak.md", "!keep.bak.md"))
    read = read_folder(tmp_path, options)
    assert [source.path for source in read.value] == ["a.md", "d/keep.bak.md"]
    assert [(problem.path, problem.level, problem.message) for problem in read.problems] == [
        ("c.bak.md", "note", "a pattern names it"),
        ("drafts/b.md", "note", "a pattern names it"),
        ("sitegen.yml", "note", "not an article"),
    ]


@pytest.mark.parametrize("folder", ["page_files", "page-Dateien", "a/page_fichiers"])
def test_parts_of_a_saved_page_are_no_articles(tmp_path: Path, folder: str) -> None:
    above = Path(folder).parent
    make_project(
        tmp_path / "content", {f"{above}/page.htm": "x", f"{folder}/b/ad.html": "x", "other_files/real.html": "x"}
    )
    (tmp_path / "content" / "sitegen.yml").unlink()
    read = read_folder(tmp_path / "content", ReadOptions((".htm", ".html")))
    assert [source.path for source in read.value] == sorted(["other_files/real.html", (above / "page.htm").as_posix()])
    assert [(problem.path, problem.level, problem.message) for problem in read.problems] == [
        (f"{folder}/b/ad.html", "note", "part of the saved page page.htm")
    ]
