"""What a published briefing shows that its desk should look at."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.advice import check_briefing
from sitegen.model import Decisions
from sitegen.starting import project_files
from tests.project import Run, make_project, sitegen

STARTER = project_files("1")
GAZETTE = STARTER["content/crane-lifts-again.md"].decode()
RADIO = STARTER["content/crane-back-at-work.md"].decode().replace("publisher: Vessel Radio\n", "")
FILES = {"content/gazette.md": GAZETTE, "content/radio.md": RADIO}


@pytest.fixture(scope="module")
def without_decisions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project, to be copied."""
    return build(tmp_path_factory.mktemp("base") / "project")


@pytest.fixture
def project(without_decisions: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(without_decisions, tmp_path / "project"))


def build(folder: Path, editorial: str = "", **more: str) -> Path:
    project = make_project(folder, {**FILES, "editorial.yml": editorial, **more})
    assert sitegen(project, "build").status == 0
    return project


def check(project: Path, *arguments: str) -> Run:
    return sitegen(project, "check", *arguments)


def codes(run: Run) -> list[str]:
    """Place and code of what is said, without advice on outlets and topics."""
    lines = [line for line in run.err.splitlines() if not line.startswith("    ")]
    found = [f"{line.partition(': ')[0]} {line.rpartition('[')[2].rstrip(']')}" for line in lines]
    return [one for one in found if not one.endswith(("outlet-unstated", "topic-one-origin"))]


def sentence(project: Path, words: str) -> str:
    """The id of the sentence that has these words."""
    briefing = json.loads((project / "site" / "briefing.json").read_text("utf-8"))
    texts = {found["id"]: found["text"] for article in briefing["articles"] for found in article["sentences"]}
    return next(str(id_) for id_, text in texts.items() if words in text)


def test_articles_without_outlet_are_noted_where_they_lie(project: Path) -> None:
    run = check(project)
    assert run.status == 0
    assert "content/radio.md: note: its outlet is not known  [outlet-unstated]\n    write `publisher:`" in run.err
    assert "gazette.md: note" not in run.err


def test_many_articles_without_outlet_are_counted(tmp_path: Path) -> None:
    more = {f"content/{number}.md": f"# Item {number}\n\nWords of item {number}.\n" for number in range(30)}
    run = check(build(tmp_path, **more))
    assert run.err.count("its outlet is not known") == 20
    assert "content: note: nor is that of 11 more articles  [outlet-unstated]" in run.err


def test_a_topic_of_one_article_is_noted(tmp_path: Path) -> None:
    gulls = "topics:\n  gulls: {pin: true, title: Gulls, terms: [smith]}\n"
    run = check(build(tmp_path, gulls))
    assert "site/topics/gulls.html: note: all of the topic “Gulls” rests on one article  [topic-one-origin]" in run.err
    assert "exclude: true" in run.err
    assert run.err.count("[topic-one-origin]") == 1


def test_articles_that_go_back_to_one_text_are_one_origin(tmp_path: Path) -> None:
    copy = (
        GAZETTE.replace("The Harbour Gazette", "Vessel Radio")
        .replace("gazette.example", "radio.example")
        .replace("# Harbour crane in", "# The crane in")
    )
    more = " Nobody had thought that it would move before the summer. Children were given the day off."
    files = {"content/gazette.md": GAZETTE, "content/radio.md": copy.rstrip() + more + "\n"}
    project = make_project(
        tmp_path, {**files, "editorial.yml": "topics:\n  crane: {pin: true, title: Crane, terms: [crane]}"}
    )
    assert sitegen(project, "build").status == 0
    assert "rests on 2 articles that go back to one text  [topic-one-origin]" in check(project).err


CARRIED_OUT = [
    "names:\n  Ingrid Moe: {display_name: I. Moe}\n",
    "names:\n  Ingrid Moe: {drop: true}\n",
    "topics:\n  harbour-crane: {title: The crane}\n",
    "topics:\n  gulls: {pin: true, title: Gulls, terms: [smith]}\n",
    "topics:\n  harbour-crane: {exclude: true}\n",
    "topics:\n  harbour-crane: {split: [{title: The vote, terms: [vote]}]}\n",
    "statements:\n- drop: ID\n",
    "statements:\n- pin: ID\n",
    "topics:\n  harbour-crane: {remove: ID}\n",
    "articles:\n  radio: {status: withdrawn}\n",
    "articles:\n  gazette: {status: corrected, note: It cost less., sentences: ID}\n",
    "dates:\n- {sentence: ID, words: Thursday, value: 2026-03-12}\n",
]


@pytest.mark.parametrize("editorial", CARRIED_OUT)
def test_a_decision_that_the_site_carries_out_is_fine(project: Path, editorial: str) -> None:
    words = "first container" if "Thursday" in editorial else "cost 40,000"
    build(project, editorial.replace("ID", sentence(project, words)))
    assert codes(check(project)) == []


@pytest.mark.parametrize("editorial", CARRIED_OUT)
def test_a_decision_that_is_younger_than_the_site_is_named_with_its_line(project: Path, editorial: str) -> None:
    words = "first container" if "Thursday" in editorial else "cost 40,000"
    text = f"# The desk's\n{editorial.replace('ID', sentence(project, words))}"
    make_project(project, {"editorial.yml": text})
    run = check(project)
    (found,) = codes(run)
    assert found in ("editorial.yml:3 decision-unused", "editorial.yml:3 decision-stale")
    assert (run.status, check(project, "--strict").status) == (0, 1)


@pytest.mark.parametrize(
    ("editorial", "said"),
    [
        ("names:\n  Ingrid Mo: {kind: person}\n", "the site has not the name “Ingrid Mo”"),
        ("topics:\n  harbour-cranes: {title: x}\n", "the site has not the topic “harbour-cranes”"),
        ("articles:\n  gazete: {status: withdrawn}\n", "the site has not the article gazete"),
        ("statements:\n- drop: gazette.s00000000\n", "the site has not the sentence gazette.s00000000"),
        ("differences:\n- {dismiss: [a.s1, b.s2], why: x}\n", "the site has not the sentence a.s1"),
        ("speakers:\n- {sentence: a.s1, words: x, speaker: y}\n", "the site has not the sentence a.s1"),
    ],
)
def test_a_decision_on_what_is_not_there_is_stale(project: Path, editorial: str, said: str) -> None:
    make_project(project, {"editorial.yml": editorial})
    run = check(project)
    assert f"editorial.yml:2: warning: {said}  [decision-stale]" in run.err
    meant = {"Ingrid Mo": "ingrid moe", "harbour-cranes": "harbour-crane", "gazete": "gazette"}
    for written, known in meant.items():
        if written in editorial:
            assert f"did you mean {known}?" in run.err


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"articles": 1}', b"[" * 100_000, b"\xff"])
def test_what_is_no_briefing_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        check_briefing(data, Decisions(), "content")


def test_a_broken_briefing_is_one_problem_beside_the_others(project: Path) -> None:
    (project / "site" / "briefing.json").write_text("{}")
    run = check(project)
    assert (run.status, "site/briefing.json: error: this can't be read" in run.err) == (1, True)
