"""Hard cases: each that docs/hard-cases.md lists has the tests that it names; and those with no better place."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.build import build_site
from sitegen.model import Source
from sitegen.parse import ParseOptions, parse
from tests.browser import browser, require_browser
from tests.demands import powerless
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

TESTS = Path(__file__).parent
LETTER = "Subject: x\nContent-Type: text/html\n\n"
LISTED = (TESTS.parent / "docs" / "hard-cases.md").read_text("utf-8")


def test_every_case_has_a_row() -> None:
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", LISTED, re.MULTILINE)] == [*range(1, 61)]
    assert all("test_" in row for row in LISTED.splitlines() if re.match(r"\| \d", row))


@pytest.mark.parametrize(("file", "name"), sorted(set(re.findall(r"`([\w/]+\.py): (\w+)`", LISTED))))
def test_each_test_that_is_named_exists(file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE)


def test_a_colon_in_a_title_is_named_with_what_to_do(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/a.md": f"---\ntitle: Harbour: the crane\n---\n{HARBOUR}"})
    run = sitegen(tmp_path, "build")
    assert run.status == 1
    assert run.err.startswith("content/a.md:2:15: error: ")
    assert "quotes" in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_socket_and_a_sparse_file_are_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path, {"content/harbour.md": HARBOUR})
    with (tmp_path / "content" / "sparse.md").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.chdir(tmp_path / "content")  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.md")
        run = sitegen(tmp_path, "build")
    assert run.status == 1
    assert "content/socket.md: error: not a regular file  [file-refused]" in run.err
    assert "content/sparse.md: error: 50,000,000 bytes; at most 5,000,000 are read  [file-refused]" in run.err


def test_ids_of_a_page_do_not_reach_ours(tmp_path: Path) -> None:
    words = "The crane in the harbour of Vessel has stood still since Monday, the harbour master said. " * 3
    body = f'<h1 id="main">Crane</h1><p id="cuckoo" name="body">{words}</p><a name="cuckoo-too">{words}</a>'
    make_project(tmp_path, {"content/a.html": f"<html><body><article>{body}</article></body></html>"})
    assert sitegen(tmp_path, "build").status == 0
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert not [page for page in pages if re.search(r"(?:id|name)=[\"']?(?:cuckoo|body)", page)]
    assert sitegen(tmp_path, "check").status == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", "word\n" * 1_000_000, "1,000,000 lines; at most 50,000 are read"),
        ("a.md", "word\n\n" * 500_000, "1,000,000 lines; at most 50,000 are read"),
        ("a.md", "|a|b|\n|-|-|\n" + "|x|y|\n" * 100_000, "100,002 lines; at most 50,000 are read"),
        ("a.html", "<p>x" * 1_000_000, "1,000,000 tags; at most 100,000 are read"),
        ("a.html", "<br>" * 1_000_000, "1,000,000 tags; at most 100,000 are read"),
        ("a.xml", "<rss>" + "<item/>" * 200_000, "200,001 tags; at most 100,000 are read"),
        ("a.eml", LETTER + "<p>x" * 1_000_000, "1,000,000 tags; at most 100,000 are read"),
        ("a.eml", "Subject: x\n\n" + "word\n" * 100_000, "100,001 lines; at most 50,000 are read"),
        ("a.xml", "<rss><item><title>" + "&lt;p>" * 200_000, "200,003 tags; at most 100,000 are read"),
    ],
)
def test_a_million_of_anything_is_refused_unparsed(name: str, data: str, said: str) -> None:
    outcome = parse(Source("a", name, data.encode(), ""), ParseOptions())
    assert (outcome.value, [(problem.code, problem.message) for problem in outcome.problems]) == (
        (),
        [("article-large", said)],
    )


@pytest.mark.parametrize(
    "title",
    ["../../x", "%2e%2e/x", "/abs", r"\\srv\x", "a/../../b", ".git/config", "index.html", ".sitegen-manifest.json"],
)
def test_a_title_that_is_a_path_leads_nowhere(title: str, tmp_path: Path) -> None:
    project = make_project(
        tmp_path / "a" / "b", {"seeds/one.txt": HARBOUR.replace("# Harbour crane stands still", title)}
    )
    assert sitegen(project, "import", str(project / "seeds")).status == 0
    assert sitegen(project, "build").status == 0
    assert {path.split("/")[0] for path in tree(project)} == {"content", "seeds", "site", "sitegen.yml"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    assert len(list((project / "content").glob("*.md"))) == 1


# Of permissions, disks and clocks


def _as_any_user(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [*powerless(), sys.executable, "-m", "sitegen", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(TESTS.parent), "HOME": "/nowhere"}
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)


def test_what_may_not_be_read_is_named_and_the_site_stays(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    assert _as_any_user(project, "build").returncode == 0
    before = tree(project / "site")
    (project / "content").chmod(0)
    run = _as_any_user(project, "build")
    (project / "content").chmod(0o755)
    assert (run.returncode, run.stderr.splitlines()[0]) == (
        2,
        "content: error: can't be read: Permission denied  [content-missing]",
    )
    assert tree(project / "site") == before
    (project / "content" / "trams.md").chmod(0)
    run = _as_any_user(project, "build")
    assert (run.returncode, run.stderr.splitlines()[0]) == (
        1,
        "content/trams.md: error: can't be read: Permission denied  [file-unreadable]",
    )
    assert [path.name for path in (project / "site" / "articles").glob("*.html")] == ["harbour.html"]


def test_a_site_where_nothing_may_be_written_is_built_again_if_nothing_is_to_be_written(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR})
    assert _as_any_user(project, "build").returncode == 0
    shutil.rmtree(project / ".sitegen")  # else nothing is even compared
    (project / "site").chmod(0o555)
    try:
        run = _as_any_user(project, "build")
    finally:
        (project / "site").chmod(0o755)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_cache_that_takes_nothing_or_goes_meanwhile_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path / "a", {"content/harbour.md": HARBOUR, ".sitegen/.keep": ""})
    (project / ".sitegen").chmod(0o500)
    assert _as_any_user(project, "build").returncode == 0
    assert [path.name for path in (project / ".sitegen").iterdir()] == [".keep"]

    other = make_project(tmp_path / "b", {"content/harbour.md": HARBOUR})

    def losing(*arguments: object, **named: object) -> object:
        shutil.rmtree(other / ".sitegen")
        return build_site(*arguments, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("sitegen.build.build_site", losing)
        assert sitegen(other, "build").status == 0
    assert tree(other / "site") == tree(project / "site")


def test_a_file_that_goes_while_it_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS})
    read = Path.read_bytes

    def going(self: Path) -> bytes:
        if self.name == "trams.md":
            self.unlink()
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", going)
    run = sitegen(project, "build")
    assert (run.status, run.err.splitlines()[0]) == (
        1,
        "content/trams.md: error: can't be read: No such file or directory  [file-unreadable]",
    )


def test_time_stamps_of_files_change_nothing(tmp_path: Path) -> None:
    files = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}
    now = time.time()
    sites = []
    for name, stamps in {"now": (now, now), "ahead": (now + 1e6, now + 1e6), "before": (0, 1e6)}.items():
        project = make_project(tmp_path / name, files)
        for path, stamp in zip(files, stamps, strict=True):
            os.utime(project / path, (stamp, stamp))
        assert sitegen(project, "build").status == 0
        (project / "content/trams.md").write_text(TRAMS.replace("twenty", "thirty"), "utf-8")
        os.utime(project / "content/trams.md", (stamps[1], stamps[1]))
        assert sitegen(project, "build").status == 0
        sites.append(tree(project / "site"))
    assert b"thirty minutes late" in (project / "site/articles/trams.html").read_bytes()
    assert sites[0] == sites[1] == sites[2]


def test_a_hard_link_is_a_copy_that_counts_once(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/harbour.md": HARBOUR})
    (project / "content" / "again.md").hardlink_to(project / "content" / "harbour.md")
    run = sitegen(project, "build")
    assert (run.status, run.out.split(",")[0]) == (0, "1 article")


# Of dates and letters


@pytest.mark.parametrize(
    ("published", "status"),
    [
        ("9999-12-31", 0),
        ("0001-01-01", 0),
        ("2016-12-31T23:59:60Z", 1),  # a leap second
        ("2026-03-29T02:30:00+01:00", 0),  # of an hour that Berlin skips
        ("", 0),
    ],
)
def test_dates_at_the_edges_are_printed_or_named_and_none_is_today(published: str, status: int, tmp_path: Path) -> None:
    front = f"---\npublished: {published}\n---\n\n" if published else ""
    project = make_project(tmp_path, {"content/harbour.md": front + HARBOUR})
    run = sitegen(project, "build")
    assert (run.status, "[date-impossible]" in run.err) == (status, status == 1)
    assert sitegen(project, "verify").status == 0
    page = (project / "site/articles/harbour.html").read_text("utf-8") if not status else ""
    assert not re.search(time.strftime(r"%Y-%m-%d|%-d %B %Y", time.gmtime()), page)


LETTERS = {
    "arabic": "# الميناء متوقف\n\nتوقفت الرافعة في الميناء يوم الاثنين. قال المدير إنها ستعمل في يونيو.\n",
    "chinese": "# 港口起重机停工\n\n港口的起重机自星期一起停工。负责人说，它将在六月修好。\n",
    "thai": "# ปั้นจั่นหยุดทำงาน\n\nปั้นจั่นที่ท่าเรือหยุดทำงานตั้งแต่วันจันทร์ หัวหน้าท่าเรือกล่าวว่าจะซ่อมในเดือนมิถุนายน\n",
    "emoji": "# Crane 👩‍👩‍👧‍👦 stands\n\nThe crane 🏗️ stood still for 👩‍🔧 and 🏴‍☠️ on Monday.\n",
    "zalgo": "# Crane\n\nThe c" + "\u0301\u0327\u0335" * 60 + "rane in the harbour of Vessel stood still on Monday.\n",
    "word": "# Crane\n\nThe " + "crane" * 2_000 + " in the harbour of Vessel stood still on Monday.\n",
}


def test_any_letters_are_printed_as_they_are_and_run_over_no_edge(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"content/{name}.md": text for name, text in LETTERS.items()})
    assert [sitegen(project, command).status for command in ("build", "check", "verify")] == [0, 0, 0]
    require_browser()
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 320, "height": 700})
        for path in sorted((project / "site").rglob("*.html")):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path
