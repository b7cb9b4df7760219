"""Articles whose rights are `cited`: what no topic page prints is published nowhere, and still proven."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.text import project
from tests.project import make_project, sitegen, tree

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def restricted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, under a desk that may show cited passages only."""
    files = {f"content/{path.name}": path.read_bytes() for path in (ROOT / "content").glob("*.md")}
    files |= {f"seeds/{path.name}": path.read_bytes() for path in (ROOT / "seeds").glob("*.txt")}
    made = make_project(tmp_path_factory.mktemp("restricted"), {"sitegen.yml": "rights: cited\n", **files})
    assert sitegen(made, "build").status == 0
    return made


def _withheld(restricted: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The sentences without words in `briefing.json`, and the words that stand in the article there."""
    for article in json.loads((restricted / "site/briefing.json").read_text("utf-8"))["articles"]:
        text = (restricted / "content" / article["file"]).read_text("utf-8")
        for sentence in article["sentences"]:
            if sentence["text"] is None:
                yield sentence, project(text, sentence["start"], sentence["end"])


def test_words_that_are_not_cited_stand_nowhere_in_the_site(restricted: Path) -> None:
    files = tree(restricted / "site")
    site = b"\n".join(data for data in files.values() if isinstance(data, bytes)).decode()
    withheld = [words for _, words in _withheld(restricted)]
    assert len(withheld) > 5
    assert [words for words in withheld if words in site] == []


def test_the_article_page_says_that_passages_are_left_out(restricted: Path) -> None:
    page = (restricted / "site/articles/ukraine-us-peace-talks-continue-in-berlin.html").read_text("utf-8")
    assert "Only the passages that are cited are shown" in page
    assert "Peace Plan Proposals" not in page


def test_withheld_words_keep_their_place_and_digest_and_are_verified(restricted: Path) -> None:
    assert sitegen(restricted, "verify").status == 0
    sentence, words = next(_withheld(restricted))
    path = restricted / "site/briefing.json"
    built = path.read_text("utf-8")
    path.write_text(built.replace(sentence["text_sha256"], "0" * 64), "utf-8")
    run = sitegen(restricted, "verify")
    path.write_text(built, "utf-8")
    assert run.status == 1
    assert "[words-changed]" in run.err
    assert words not in run.err


def test_no_twin_is_headed_with_words_that_are_withheld(tmp_path: Path) -> None:
    """An article without a title is called by its first words, if they may be shown."""
    bridge = "# {}\n\nThe bridge at Vessel reopened on Sunday. Trams use the bridge at Vessel.\n"
    files: dict[str, str | bytes] = {
        "sitegen.yml": "rights: cited\nsite_url: https://desk.example/\n",
        "content/a.txt": "Nobody asked the purple gulls.\n\nThe bridge at Vessel reopened on Sunday.\n",
        "content/b.md": bridge.format("Bridge"),
        "content/c.md": bridge.format("Vessel").replace("Sunday", "Sunday again"),
        "content/d.txt": "Nobody asked the purple gulls again.\n",
    }
    assert sitegen(make_project(tmp_path, files), "build").status == 0
    found = tree(tmp_path / "site")
    assert "references.json" in found
    assert [path for path, data in found.items() if isinstance(data, bytes) and b"purple gulls" in data] == []


def test_no_actor_is_told_of_words_that_are_withheld(restricted: Path) -> None:
    briefing = json.loads((restricted / "site/briefing.json").read_text("utf-8"))
    withheld = {sentence["id"] for sentence, _ in _withheld(restricted)}
    assert briefing["actors"]
    assert withheld.isdisjoint(actor["sentence"] for actor in briefing["actors"])
    shown = {s["id"]: s["text"] for article in briefing["articles"] for s in article["sentences"] if s["text"]}
    assert all(actor["text"] in shown[actor["sentence"]] for actor in briefing["actors"])
