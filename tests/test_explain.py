"""What `explain` says of a line: its blocks and sentences, what was found in them, and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.compose.urls import BRIEFING
from tests.project import make_project, sitegen

CRANE = """\
---
published: 2026-03-11
publisher: Harbour Post
---

# The crane turns again

The crane in the harbour of Vessel was mended on Tuesday. “It turns *again*,” said Asta Lindqvist.

## Background

- Lindqvist minds the harbour crane.

```
crane 9 t
```
"""
HOIST = """\
# Vessel mends its crane

The crane in the harbour of Vessel was mended on Tuesday, Asta Lindqvist said. The harbour crane is old.
"""
PAGE = "<html><head><title>Gulls</title></head><body><article><h1>Gulls</h1><p>{}</p><p>{}</p></article></body></html>"
LONG = "Gulls sit on the old harbour crane of Vessel every day, and nobody in the town has minded them for many years."
FEED = """\
<rss version="2.0"><channel><title>Sea</title>
<item><title>Ferry</title><link>https://s.example/a</link><description>The ferry stops in June.</description></item>
<item><title>Pier</title><link>https://s.example/b</link><description>The pier is shut since May.</description></item>
</channel></rss>
"""
FILES = {
    "content/crane.md": CRANE,
    "content/hoist.md": HOIST,
    "content/second.md": HOIST,
    "content/gulls.html": PAGE.format(LONG, LONG.replace("old", "new")),
    "content/sea.xml": FEED,
    "content/empty.md": "# Nothing\n",
    "content/crane.png": "",
    "content/from.md": "---\ndocument: seeds/from.txt\n---\n# From\n\nThe tram runs late in Skarne.\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("explained"), FILES)


def said(project: Path, place: str, *options: str) -> list[str]:
    run = sitegen(project, "explain", *options, place)
    assert (run.status, run.err) == (0, "")
    return run.out.splitlines()


def found(project: Path, place: str) -> Any:
    (line,) = said(project, place, "--format", "json")
    return json.loads(line)


def line_of(words: str, text: str = CRANE) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_line_is_explained_sentence_by_sentence(project: Path) -> None:
    number = line_of("mended on Tuesday")
    explained = found(project, f"{project}/content/crane.md:{number}")
    assert (explained["file"], explained["line"]) == ("content/crane.md", number)
    assert (explained["article"], explained["title"]) == ("crane", "The crane turns again")
    assert {"name": "published", "value": "2026-03-11", "basis": "front matter"} in explained["facts"]
    (block,) = explained["blocks"]
    assert (block["kind"], block["role"], block["under"]) == ("paragraph", "lead", ["The crane turns again"])
    assert (block["first_line"], block["last_line"], block["unprinted"]) == (number, number, ["*", "*"])
    first, second = block["sentences"]
    assert first["text"] == "The crane in the harbour of Vessel was mended on Tuesday."
    assert (first["claim"]["voice"], first["claim"]["modality"]) == ("outlet", "happened")
    (date,) = first["dates"]
    assert (date["text"], date["value"]) == ("Tuesday", "2026-03-10")
    assert date["basis"].startswith("from the publication date, 2026-03-11")
    (quote,) = second["quotes"]
    assert (quote["text"], quote["speaker"], quote["entity"]) == ("It turns again,", "Asta Lindqvist", "asta-lindqvist")
    assert quote["reason"] == "the text has “Asta Lindqvist”, said"
    (name,) = second["names"]
    assert (name["text"], name["entity"], name["kind"]) == ("Asta Lindqvist", "asta-lindqvist", "person")
    assert set(name["forms"]) == {"Asta Lindqvist", "Lindqvist"}


def test_fates_statements_and_topics_are_those_of_the_briefing(tmp_path: Path) -> None:
    content = Path(__file__).parent.parent / "content"
    project = make_project(tmp_path, {f"content/{path.name}": path.read_bytes() for path in content.glob("*.md")})
    assert sitegen(project, "build").status == 0
    briefing = json.loads((project / "site" / BRIEFING).read_text("utf-8"))
    topics = {topic["id"]: topic for topic in briefing["topics"]}
    statements = {statement["id"]: statement for statement in briefing["statements"]}
    article = briefing["articles"][0]
    blocks = found(project, article["id"])["blocks"]
    assert [block["id"] for block in blocks] == [block["id"] for block in article["blocks"]]
    shown = [sentence for block in blocks for sentence in block["sentences"]]
    told = [(s["id"], s["text"], s["fate"], s["reason"]) for s in article["sentences"]]
    assert [(s["id"], s["text"], s["fate"], s["reason"]) for s in shown] == told
    assert {s["fate"] for s in shown} == {"used", "said-by-another", "left-out"}
    for sentence in shown:
        assert bool(sentence["statements"]) == (sentence["fate"] != "left-out")
        for statement in sentence["statements"]:
            stated = statements[statement["id"]]
            assert (statement["printed"], statement["articles"]) == (stated["sentence"], stated["sources"])
            assert (statement["relation"] is None) == (statement["printed"] == sentence["id"])
            reasons = {topic["id"]: topic["reason"] for topic in statement["topics"]}
            assert reasons == {
                id_: t["reasons"][stated["id"]] for id_, t in topics.items() if stated["id"] in t["reasons"]
            }


def test_in_words_each_thing_has_a_line(project: Path) -> None:
    lines = said(project, f"{project}/content/crane.md:{line_of('minds')}")
    assert lines[0] == f"content/crane.md:{line_of('minds')} – The crane turns again"
    stripped = [line.strip() for line in lines]
    assert "list item, role context, line 12" in stripped
    assert "under: The crane turns again › Background" in stripped
    assert "name: “Lindqvist” is Asta Lindqvist, person (asta-lindqvist)" in stripped
    assert any(line.startswith("sentence crane.s") for line in stripped)
    assert any(line.startswith("fate: ") for line in stripped)
    assert any(line.startswith("claim: the outlet’s own; told as happened (") for line in stripped)


def test_code_is_shown_and_not_cited(project: Path) -> None:
    assert "  shown with its article, not cited" in said(project, f"{project}/content/crane.md:{line_of('9 t')}")


def test_a_heading_of_plain_text_has_its_reasons(tmp_path: Path) -> None:
    text = "The crane turns again\nThe crane in the harbour of Vessel was mended.\nBackground\nThe crane is old.\n"
    project = make_project(tmp_path, {"content/a.txt": text})
    (why,) = (line for line in said(project, f"{project}/content/a.txt:3") if "why: " in line)
    assert "a known section heading" in why


@pytest.mark.parametrize(
    ("line", "why", "nearest"),
    [
        (2, "front matter: what the article states of itself", 6),
        (7, "the line is empty", 6),
        (14, "nothing on this line is printed: it is markup", 15),
    ],
)
def test_a_line_without_words_says_why_and_where_to_look(project: Path, line: int, why: str, nearest: int) -> None:
    explained = found(project, f"{project}/content/crane.md:{line}")
    asked = f"sitegen explain content/crane.md:{nearest}"
    assert explained["blocks"] == []
    assert explained["notes"] == [why, f"the nearest line with words is {nearest}: {asked}"]


def test_a_file_is_explained_whole_by_name_or_id(project: Path) -> None:
    by_path = said(project, f"{project}/content/hoist.md")
    assert by_path == said(project, "hoist.md") == said(project, "hoist")
    assert sum(line.strip().startswith("sentence ") for line in by_path) == 2


def test_a_column_behind_the_line_does_not_matter(project: Path) -> None:
    assert said(project, "hoist.md:3:7") == said(project, "hoist.md:3") == said(project, "hoist.md:3:")


def test_lines_of_a_page_are_those_of_its_markdown(project: Path) -> None:
    explained = found(project, f"{project}/content/gulls.html:3")
    assert explained["words"] == LONG
    assert explained["notes"] == ["lines are those of the Markdown made of gulls.html, as import would write it"]


def test_of_a_feed_an_item_is_explained(project: Path) -> None:
    run = sitegen(project, "explain", f"{project}/content/sea.xml:1")
    assert (run.status, "the file holds 2 articles" in run.err) == (2, True)
    ferry = next(word.strip(",") for word in run.err.split() if word.startswith("sea/ferry"))
    assert found(project, f"{ferry}:3")["words"] == "The ferry stops in June."


def test_the_desks_decisions_are_told(project: Path, tmp_path: Path) -> None:
    sentence = found(project, "hoist.md:3")["blocks"][0]["sentences"][0]["id"]
    editorial = f"""\
names:
  Asta Lindqvist: {{display_name: Asta Lind, why: her own spelling}}
  Vessel: {{drop: true}}
dates:
- {{sentence: {sentence}, words: Tuesday, value: 2026-03-10, by: E. Moe}}
"""
    decided = make_project(tmp_path, {**FILES, "editorial.yml": editorial})
    lines = [line.strip() for line in said(decided, "hoist.md:3")]
    assert "the desk’s decision: shown as “Asta Lind” – her own spelling" in lines
    assert "name dropped: Vessel: the desk’s decision: not a name" in lines
    assert "date: “Tuesday” is 2026-03-10: the desk’s decision (E. Moe)" in lines


@pytest.mark.parametrize(
    ("place", "status", "expected"),
    [
        ("content/crane.md:99", 2, "there is no line 99: the file has 16"),
        ("content/crane.md:0", 2, "write a line from 1 to 16"),
        ("content/gulls.html:99", 2, "there is no line 99: the Markdown made of gulls.html has"),
        ("content/cranes.md:3", 2, "did you mean content/crane.md?"),
        ("seeds/from.txt:1", 2, "this is the document that content/from.md was imported from"),
        ("content/second.md:3", 1, "duplicate: the same words as the article hoist, which stands for it"),
        ("content/empty.md:1", 1, "refused: the article has no text"),
        ("content/crane.png:1", 1, "ignored: "),
        ("content:3", 2, "there is no such file or article"),
        ("", 2, "there is no such file or article"),
        (":3", 2, "there is no such file or article"),
        ("../../x:3", 2, "there is no such file or article"),
        ("a\x1b[31m:3", 2, "there is no such file or article"),
    ],
)
def test_what_is_not_there_or_not_used_is_told(project: Path, place: str, status: int, expected: str) -> None:
    run = sitegen(project, "explain", f"{project}/{place}" if place.startswith("content") else place)
    assert (run.status, run.out) == (status, "")
    assert expected in run.err
    assert "\x1b" not in run.err


def test_a_fault_is_one_json_object_too(project: Path) -> None:
    run = sitegen(project, "explain", "--format", "json", "crane.md:99")
    assert (run.status, json.loads(run.out)["code"]) == (2, "place-missing")


def test_problems_of_the_file_are_told_with_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": CRANE.replace("publisher", "publishr"), "content/b.md": "# B\n"})
    run = sitegen(project, "explain", f"{project}/content/a.md:8")
    assert (run.status, run.err.count("[")) == (0, 1)
    assert 'key "publishr" is not known' in run.err
    (problem,) = json.loads(sitegen(project, "explain", "--format", "json", "a.md:8").out)["problems"]
    assert problem["code"] == "key-unknown"
