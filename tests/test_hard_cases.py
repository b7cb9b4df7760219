"""Hard cases: each that docs/hard-cases.md lists has the tests that it names; and those with no better place."""

import re
import socket
import sys
from pathlib import Path

import pytest

from sitegen.model import Source
from sitegen.parse import ParseOptions, parse
from tests.project import HARBOUR, make_project, sitegen, tree

TESTS = Path(__file__).parent
LETTER = "Subject: x\nContent-Type: text/html\n\n"
LISTED = (TESTS.parent / "docs" / "hard-cases.md").read_text("utf-8")


def test_every_case_has_a_row() -> None:
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", LISTED, re.MULTILINE)] == [*range(1, 48)]
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
        file.truncate(1_000_000_000)
    monkeypatch.chdir(tmp_path / "content")  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.md")
        run = sitegen(tmp_path, "build")
    assert run.status == 1
    assert "content/socket.md: error: not a regular file  [file-refused]" in run.err
    assert "content/sparse.md: error: 1,000,000,000 bytes; at most 5,000,000 are read  [file-refused]" in run.err


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


@pytest.mark.parametrize("title", ["../../x", "%2e%2e/x", "/abs", r"\\srv\x", "a/../../b", ".git/config", "index.html"])
def test_a_title_that_is_a_path_leads_nowhere(title: str, tmp_path: Path) -> None:
    project = make_project(
        tmp_path / "a" / "b", {"seeds/one.txt": HARBOUR.replace("# Harbour crane stands still", title)}
    )
    assert sitegen(project, "import", str(project / "seeds")).status == 0
    assert sitegen(project, "build").status == 0
    assert {path.split("/")[0] for path in tree(project)} == {"content", "seeds", "site", "sitegen.yml"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    assert len(list((project / "content").glob("*.md"))) == 1
