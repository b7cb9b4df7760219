"""briefing.json: its published form, its references, its offsets, its bytes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sitegen.build import build_site
from sitegen.compose.urls import BRIEFING
from sitegen.config import Config
from sitegen.export import briefing_json
from sitegen.model import Edit, Source
from sitegen.parse import SUFFIXES
from sitegen.read import ReadOptions, read_folder
from sitegen.text import project
from sitegen.theme import load_theme
from tests.world import World, as_json, bridge_world, with_names

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/reference/briefing.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def seeds() -> tuple[tuple[Source, ...], bytes]:
    """The articles of the worked example, and what they make."""
    read = read_folder(ROOT / "content", ReadOptions(SUFFIXES))
    files = build_site(read, Config(), load_theme(None)).value.files
    return read.value, next(file.data for file in files if file.path == BRIEFING)


@pytest.fixture(scope="module", params=["world", "seeds"])
def exported(request: pytest.FixtureRequest, seeds: tuple[tuple[Source, ...], bytes]) -> tuple[dict[str, str], Any]:
    """Texts of the articles by id, and the briefing made of them."""
    if request.param == "seeds":
        sources, data = seeds
        return {source.id: source.data.decode() for source in sources}, json.loads(data)
    world = bridge_world()
    return {a.id: a.text for a in world.articles}, json.loads(as_json(with_names(world.briefing())))


def sentences(briefing: Any) -> dict[str, str]:
    return {sentence["id"]: sentence["text"] for article in briefing["articles"] for sentence in article["sentences"]}


def test_the_schema_is_one_and_describes_every_part() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for name, part in [("", SCHEMA), *SCHEMA["$defs"].items()]:
        assert part.get("description"), name
        if part["type"] == "object":
            assert part["additionalProperties"] is False


def test_a_briefing_is_of_the_published_form(exported: tuple[dict[str, str], Any]) -> None:
    _, briefing = exported
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(briefing)]
    assert errors == []


@pytest.mark.parametrize(
    "damage",
    [
        {"articles": None},
        {"format": "briefing/2"},
        {"made_at": "2024-05-12"},
        {"summary": ["a", "a"]},
        {"origins": [{"id": "o", "articles": ["a"], "evidence": "x"}]},
    ],
)
def test_the_schema_refuses_what_is_of_another_form(damage: dict[str, Any]) -> None:
    briefing = json.loads(as_json(bridge_world().briefing()))
    assert not Draft202012Validator(SCHEMA).is_valid({**briefing, **damage})


def test_every_id_that_is_named_exists(exported: tuple[dict[str, str], Any]) -> None:
    _, briefing = exported
    articles = {article["id"] for article in briefing["articles"]}
    known = set(sentences(briefing))
    statements = {statement["id"] for statement in briefing["statements"]}
    topics = {topic["id"] for topic in briefing["topics"]}
    entities = {entity["id"] for entity in briefing["entities"]}
    for article in briefing["articles"]:
        blocks = {block["id"] for block in article["blocks"]}
        assert {sentence["block"] for sentence in article["sentences"]} <= blocks
        assert {block["under"] for block in article["blocks"] if "under" in block} <= blocks
        assert set(article["lead"]) <= {sentence["id"] for sentence in article["sentences"]}
    for statement in briefing["statements"]:
        assert {statement["sentence"], *(also["sentence"] for also in statement["also"])} <= known
        assert set(statement["sources"]) <= articles
        assert statement["origins"] <= len(statement["sources"])
    for topic in briefing["topics"]:
        assert set(topic["summary"]) <= known
        assert set(topic["statements"]) == set(topic["reasons"]) <= statements
        assert set(topic["related"]) == set(topic["related_reasons"]) <= topics - {topic["id"]}
    for origin in briefing["origins"]:
        assert set(origin["articles"]) <= articles
    assert set(briefing["summary"]) <= known
    assert {quote["speaker"] for quote in briefing["quotes"]} <= {*entities, None}
    named = [*briefing["quotes"], *briefing["dates"], *(m for e in briefing["entities"] for m in e["mentions"])]
    assert {item["sentence"] for item in named} <= known


def test_ids_are_distinct(exported: tuple[dict[str, str], Any]) -> None:
    _, briefing = exported
    ids = [article["id"] for article in briefing["articles"]]
    for article in briefing["articles"]:
        ids += [item["id"] for item in (*article["blocks"], *article["sentences"])]
    for part in ("statements", "topics"):
        ids += [f"{part}/{item['id']}" for item in briefing[part]]
    assert len(set(ids)) == len(ids)


def test_blocks_and_sentences_are_slices_of_the_text_in_order(exported: tuple[dict[str, str], Any]) -> None:
    texts, briefing = exported
    for article in briefing["articles"]:
        text = texts[article["id"]]
        edits = [Edit(*edit) for edit in article["edits"]]
        for items in (article["blocks"], article["sentences"]):
            edges = [0, *(edge for item in items for edge in (item["start"], item["end"])), len(text)]
            assert edges == sorted(edges)
            for item in items:
                assert project(text, item["start"], item["end"], edits) == item["text"]
        blocks = {block["id"]: block for block in article["blocks"]}
        for sentence in article["sentences"]:
            block = blocks[sentence["block"]]
            assert block["start"] <= sentence["start"] < sentence["end"] <= block["end"]
            assert block["kind"] in ("paragraph", "list_item", "quotation")


def test_names_quotations_and_dates_are_slices_of_their_sentence(exported: tuple[dict[str, str], Any]) -> None:
    _, briefing = exported
    words = sentences(briefing)
    for item in (*briefing["quotes"], *briefing["dates"]):
        assert words[item["sentence"]][item["start"] : item["end"]] == item["text"]
    for entity in briefing["entities"]:
        for mention in entity["mentions"]:
            assert words[mention["sentence"]][mention["start"] : mention["end"]] in entity["forms"]


def test_there_is_no_absolute_path_and_no_time_of_the_build(seeds: tuple[tuple[Source, ...], bytes]) -> None:
    _, data = seeds
    assert str(ROOT).encode() not in data
    for text in _texts(json.loads(data)):
        assert not text.startswith(("/", "C:\\", "file:"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def test_an_article_has_what_is_known_of_it_and_null_for_the_rest() -> None:
    briefing = json.loads(as_json(bridge_world().briefing()))
    notes, post, _ = briefing["articles"]
    assert (notes["title"], notes["published"], notes["publisher"], notes["document"]) == (None, None, None, None)
    assert (post["file"], post["title"], post["published"]) == ("post.md", "Bridge reopens", "2024-05-12")
    assert (post["publisher"], post["document"]) == ("Harbour Post", "seeds/post.txt")
    assert post["lead"] == [post["sentences"][0]["id"], post["sentences"][1]["id"]]
    assert [block.get("level") for block in post["blocks"]] == [1, None, 2, 3, None]


def test_every_sentence_has_its_fate() -> None:
    briefing = json.loads(as_json(bridge_world().briefing()))
    fates = [(sentence["fate"], sentence["reason"]) for sentence in briefing["articles"][1]["sentences"]]
    assert fates == [("used", ""), ("left-out", "stands alone"), ("used", "")]


def test_a_quotation_names_its_speaker() -> None:
    briefing = json.loads(as_json(with_names(bridge_world().briefing())))
    (quote,) = briefing["quotes"]
    assert (quote["text"], quote["speaker"], quote["speaker_text"]) == ("It was rust,", "ada-lind", "Mayor Ada Lind")


def test_settings_are_those_that_were_given() -> None:
    assert json.loads(briefing_json(World({}).briefing(), (), {"topics.least": 2}))["settings"] == {"topics.least": 2}


def test_changes_read_as_lines() -> None:
    before = as_json(bridge_world().briefing()).decode()
    world = bridge_world()
    world.say("Nobody asked")
    after = as_json(world.briefing()).decode()
    added = [line.strip() for line in after.split("\n") if line not in before.split("\n")]
    printed = world.statements[-1]
    assert len(added) == 4
    assert added[1:] == [f'"id": "{printed.id}",', f'"sentence": "{printed.sentence}",', '"sources": ["notes"],']
    assert after.endswith("}\n")


def test_letters_print_as_they_are() -> None:
    data = as_json(World({"a.md": "Größe, 港口 und 🎉.\n"}).briefing())
    assert "Größe, 港口 und 🎉." in data.decode()
