"""The race of generators: what a command took, the plain corpus, and the cases, run by an invented generator."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.peers import PEERS, SITEGEN, Peer, plain_articles, write_project
from benchmarks.processes import CommandError, run
from benchmarks.race import CASES, as_markdown, race

if not sys.platform.startswith("linux"):
    pytest.skip("memory is read from /proc", allow_module_level=True)

COPIES = """
from pathlib import Path
Path("site").mkdir(exist_ok=True)
with open("log", "a") as log:
    print(*sorted(path.stem for path in Path("articles").iterdir()), len(Path("page").read_text()), file=log)
"""
COPIER = Peer(
    name="Copier",
    command=(sys.executable, "copy.py"),
    version=(sys.executable, "--version"),
    output="site",
    files=lambda _: {"copy.py": COPIES, "page": "a page"},
    article=lambda article: (f"articles/{article.id}", article.paragraphs[-1]),
    template="page",
)


def test_what_a_command_took_holds_its_children(tmp_path: Path) -> None:
    child = "x = bytearray(60_000_000); import time; time.sleep(0.4)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    taken = run([sys.executable, "-c", parent], tmp_path)
    assert taken.wall > 0.4
    assert taken.together >= taken.largest > 57


def test_a_command_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"ended with 3: no such folder"):
        run([sys.executable, "-c", "print('no such folder'); raise SystemExit(3)"], tmp_path)


def test_the_plain_corpus() -> None:
    articles = list(plain_articles(40))
    assert articles == list(plain_articles(40)) != list(plain_articles(40, seed=2))
    assert {len(set(article.topics)) for article in articles} == {1, 2, 3, 4}
    words = [sum(len(paragraph.split()) for paragraph in article.paragraphs) for article in articles]
    assert 630 <= sum(words) / len(words) <= 680


def test_each_generator_gets_all_articles_and_a_template_of_its_own(tmp_path: Path) -> None:
    articles = list(plain_articles(3))
    for peer in (SITEGEN, *PEERS):
        write_project(peer, tmp_path / peer.name, articles)
        assert (tmp_path / peer.name / peer.template).is_file()
        for article in articles:
            path, text = peer.article(article)
            assert article.paragraphs[-1] in text
            assert (tmp_path / peer.name / path).read_text("utf-8") == text


def test_each_case_changes_one_thing_and_puts_it_back(tmp_path: Path) -> None:
    taken = race(COPIER, tmp_path, list(plain_articles(4)), repeat=1)
    assert list(taken) == [case for case in CASES if case != "a desk decision"]
    held = "00000-00 00000-01 00001-00 6"
    log = (tmp_path / "log").read_text().splitlines()
    assert log[:2] == [held, held]  # cold, and nothing changed
    assert log[2::2] == [held, "00000-00 00000-01 00001-00 00002-00 6", "00000-00 00001-00 6", f"{held[:-1]}21"]
    assert set(log[3::2]) == {held}


def test_a_ratio_is_to_hugo_in_the_same_case(tmp_path: Path) -> None:
    taken = run([sys.executable, "-c", ""], tmp_path)
    hugo = {"cold": replace(taken, wall=2.0), "nothing changed": replace(taken, wall=1.0)}
    ours = {"cold": replace(taken, wall=3.0), "a desk decision": replace(taken, wall=4.0)}
    rows = [line.rpartition(" |")[0].split(" | ") for line in as_markdown(5, {"ours": ours, "Hugo": hugo}).splitlines()]
    assert [(row[1], row[-1]) for row in rows[2:]] == [
        ("cold", "1.50"),
        ("a desk decision", "4.00"),
        ("cold", "1.00"),
        ("nothing changed", "1.00"),
    ]
