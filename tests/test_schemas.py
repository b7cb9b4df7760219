"""The schemas of what people write: just the keys that are read, and the same verdict as the reader's."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen.config import read_config, read_outlets
from sitegen.editorial import read_editorial
from sitegen.errors import Problem
from sitegen.lock import read_lock
from sitegen.parse.frontmatter import KEYS, read_front_matter

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
NAMES = ("frontmatter", "sitegen", "sources", "editorial", "topics.lock")
SCHEMAS: dict[str, Any] = {name: json.loads((REFERENCE / f"{name}.schema.json").read_text("utf-8")) for name in NAMES}
Problems = tuple[Problem, ...]
READERS: dict[str, Callable[[str], Problems]] = {
    "frontmatter": lambda text: read_front_matter(f"---\n{text}\n---\nWords.", path="a.md").problems,
    "sitegen": lambda text: read_config(text, "sitegen.yml").problems,
    "sources": lambda text: read_outlets(text, "sources.yml").problems,
    "editorial": lambda text: read_editorial(text, "editorial.yml").problems,
    "topics.lock": lambda text: read_lock(text, "topics.lock.yml").problems,
}


class _EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it for a schema: dates are text."""


_EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first not in ("o", "O")  # YAML 1.2, which editors read: `on` is a word
}


def objects(schema: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every mapping that a schema describes, with the keys that lead there; `NAME` for one that the desk names."""
    if "properties" in schema:
        yield path, schema
    for name, part in schema.get("properties", {}).items():
        yield from objects(part, (*path, name))
    if isinstance(schema.get("additionalProperties"), dict):
        yield from objects(schema["additionalProperties"], (*path, "NAME"))


MAPPINGS = [(name, path) for name in NAMES for path, _ in objects(SCHEMAS[name])]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_describes_every_key(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for path, mapping in objects(SCHEMAS[name]):
        assert mapping["additionalProperties"] is False or path in (("outlets",), ("names",))
        for key, part in mapping["properties"].items():
            assert part["description"].endswith("."), (*path, key)


@pytest.mark.parametrize(("name", "path"), MAPPINGS)
def test_a_schema_has_just_the_keys_that_are_read(name: str, path: tuple[str, ...]) -> None:
    mapping = dict(objects(SCHEMAS[name]))[path]
    text = "".join(f"{' ' * depth}{key}:\n" for depth, key in enumerate(path)) + f"{' ' * len(path)}zzzz: 1\n"
    (problem,) = [problem for problem in READERS[name](text) if problem.code == "key-unknown"]
    assert problem.remedy == f"known: {', '.join(sorted(mapping['properties']))}"


@pytest.mark.parametrize(("section", "decided"), [("speakers", "speaker: Lind"), ("dates", "value: 2024")])
def test_a_schema_has_just_the_keys_of_a_decision_in_a_list(section: str, decided: str) -> None:
    item = SCHEMAS["editorial"]["properties"][section]["anyOf"][0]["items"]
    (problem,) = READERS["editorial"](f"{section}:\n- sentence: a.s1\n  words: x\n  {decided}\n  zzzz: 1\n")
    assert problem.code == "key-unknown"
    assert problem.remedy == f"known: {', '.join(sorted(item['properties']))}"
    assert all(part["description"].endswith(".") for part in item["properties"].values())


@pytest.mark.parametrize(("section", "decided"), [("statements", "drop: a.s1"), ("differences", "why: x")])
def test_a_schema_has_just_the_keys_of_a_decision_on_sentences(section: str, decided: str) -> None:
    item = SCHEMAS["editorial"]["properties"][section]["anyOf"][0]["items"]
    problems = READERS["editorial"](f"{section}:\n- {decided}\n  zzzz: 1\n")
    (problem,) = (problem for problem in problems if problem.code == "key-unknown")
    assert problem.remedy == f"known: {', '.join(sorted(item['properties']))}"
    assert all(part["description"].endswith(".") for part in item["properties"].values())


def test_front_matter_is_read_by_its_table_of_keys() -> None:
    assert list(SCHEMAS["frontmatter"]["properties"]) == list(KEYS)


VALID = {
    "frontmatter": [
        "",
        "title: 1.10\npublished: 2024-05-12\nlanguage: no\nauthor: [A, B]",
        "title:\nauthor: A. Lee\nupdated: 2024-05-12T08:30:00+02:00\nurl: https://a.example/b?c=d#e",
        "date: 2024-05-12 8:30\nrights: cited\nsection: World\nagency: AP\ndateline: KYIV\nitem: 0123abcd",
        "document: seeds/a.html\ndocument_sha256: ab\nimported_sha256: 12",
    ],
    "sitegen": [
        "",
        "title: 2024\nlanguage: no\nsite_url: https://desk.example/b\nignore: [a, '*.bak']\nrights: full",
        "content: a/b\noutput: public\nheadings: {context: [A, B], lead: C}",
        "limits: {most_bytes: 5}\nmethod: {similar: {floor: 0.2, keys: 3}}",
        "ignore: drafts/\nheadings:\nmethod: {similar: }",
    ],
    "sources": [
        "",
        "outlets:",
        "outlets: {A: , B: {aliases: [x, y], home: https://b.example, rights: cited, country: NO}}",
        "outlets: {A: {aliases: x, owner: 1, agency: AP, kind: wire, rating: good}}",
    ],
    "editorial": [
        "",
        "names:\nspeakers:\ndates:",
        "names: {A: {aliases: x}, B: {not_same_as: [C, D], kind: place, display_name: E, why: F}, G: {drop: true}}",
        "names: {A: {drop: true, why: x, by: y, on: 2024-05-12}, 1: {kind: person}}",
        "speakers: [{sentence: a.s1, words: x, speaker: A}, {sentence: a.s1, words: y, drop: true, why: z}]",
        "dates: [{sentence: a.s1, words: x, value: 2024}, {sentence: a.s1, words: y, value: 2024-05-12/2024-05-14}]",
        "dates: [{sentence: a.s1, words: x, value: 2024-W19}, {sentence: a.s1, words: y, value: 2024-05}]",
        "dates: {sentence: a.s1, words: x, drop: true, value: }",
        "topics:\nstatements:\ndifferences:\narticles:",
        "topics: {a: {title: A, id: b-c, terms: x, order: 1, why: y}, c: {merge_into: a}, d: {exclude: true, by: z}}",
        "topics: {a: {split: [{title: P, terms: [x, y]}, {title: Q, sentences: a.s1}], add: a.s2, remove: [a.s3]}}",
        "topics: {a: {pin: true, title: A, terms: x}, b: {pin: true, title: B, add: a.s1, move: [b.s1 Some words]}}",
        "statements: [{same: [a.s1, b.s2 Words], why: x}, {not_same: [a.s1, b.s3]}, {drop: a.s4}]",
        "statements: [{pin: [a.s5, b.s5], to: index}, {pin: a.s5, to: topic}, {pin: a.s6, by: x}]",
        "differences: [{dismiss: [a.s1, b.s1], why: x, kind: number, on: 2024-05-12}]",
        "articles: {b: {status: corrected, note: x, sentences: [b.s1]}, c/d: {status: corrected, note: y}}",
    ],
    "topics.lock": [
        "",
        "format: topics/1",
        "format: topics/1\naffairs: {a: {articles: [b], terms: {x: 0.5}}}\napart: [c]\n"
        "topics: {t: {title: T, affair: a, aliases: U, names: [x y], terms: {x: 1, y: 0}}}",
    ],
}
INVALID = {
    "frontmatter": [
        *("- a", "titel: x", "title: [a]", "author: {a: b}", "rights: mine", "published: 2024", "updated: yesterday"),
        *("url: javascript:alert(1)", "url: a.example", "language: en us", "section: {a: b}", "item: [a]"),
    ],
    "sitegen": [
        *("- a", "titel: x", "title: [a]", "output: /etc", "content: a/../b", "site_url: desk.example", "rights: mine"),
        *("limits: 5", "limits: {most_files: x}", "limits: {most_files: 2.5}", "limits: {most_files: 0}"),
        *("method: {similar: {flor: 1}}", "headings: {contxt: x}", "ignore: {a: b}", "language: en us"),
    ],
    "sources": [
        *("- a", "outlet: {}", "outlets: [A]", "outlets: {A: x}", "outlets: {A: {alias: x}}"),
        *("outlets: {A: {home: x}}", "outlets: {A: {rights: mine}}", "outlets: {A: {owner: [x]}}"),
    ],
    "editorial": [
        *("- a", "name: {}", "names: [A]", "names: {A: x}", "names: {A: }", "names: {A: {why: x}}"),
        *("names: {A: {alias: x}}", "names: {A: {kind: thing}}", "names: {A: {drop: yes please}}"),
        *("names: {A: {drop: true, on: today}}", "names: {A: {aliases: {b: c}}}", "speakers: a", "speakers: [a]"),
        *("speakers: [{words: x, speaker: A}]", "speakers: [{sentence: a.s1, speaker: A}]", "dates: [[]]"),
        *("speakers: [{sentence: a.s1, words: x}]", "dates: [{sentence: a.s1, words: x, value: soon}]"),
        *("dates: [{sentence: a.s1, words: x, speaker: A}]", "dates: [{sentence: , words: x, value: 2024}]"),
        *("topics: [a]", "topics: {a: }", "topics: {a: {why: x}}", "topics: {a: {titel: x}}", "topics: {a: {id: A b}}"),
        *("topics: {a: {order: 0}}", "topics: {a: {order: 1.5}}", "topics: {a: {exclude: true, title: x}}"),
        *("topics: {a: {merge_into: b, exclude: true}}", "topics: {a: {pin: true, terms: x}}", "topics: {a: {add: x}}"),
        *(
            "topics: {a: {pin: true, title: x}}",
            "topics: {a: {split: [{title: x}]}}",
            "topics: {a: {split: [{terms: x}]}}",
        ),
        *("statements: a", "statements: [{why: x}]", "statements: [{same: [a.s1]}]", "statements: [{drop: x}]"),
        *(
            "statements: [{drop: a.s1, pin: a.s2}]",
            "statements: [{drop: a.s1, to: index}]",
            "statements: [{pin: a.s1, to: x}]",
        ),
        *(
            "differences: [{dismiss: [a.s1, b.s1]}]",
            "differences: [{dismiss: [a.s1], why: x}]",
            "differences: [{why: x}]",
        ),
        *("differences: [{dismiss: [a.s1, b.s1], why: x, kind: y}]", "articles: {a: }", "articles: {a: {note: x}}"),
        *("articles: {a: {status: gone}}", "articles: {a: {status: corrected}}"),
        "articles: {a: {status: withdrawn, sentences: a.s1}}",
    ],
    "topics.lock": [
        *("- a", "format: topics/9", "format: topics/1\ntopics: [a]", "format: topics/1\naffairs: {a: b}"),
        *("format: topics/1\naffairs: {a: {terms: {x: 2}}}", "format: topics/1\napart: {a: b}"),
    ],
}


def _is_valid(name: str, text: str) -> bool:
    return Draft202012Validator(SCHEMAS[name]).is_valid(yaml.load(text, Loader=_EditorsLoader))


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in NAMES for text in VALID[name]])
def test_what_is_fine_is_fine_for_both(name: str, text: str) -> None:
    assert READERS[name](text) == ()
    assert _is_valid(name, text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in NAMES for text in INVALID[name]])
def test_what_is_wrong_is_wrong_for_both(name: str, text: str) -> None:
    assert READERS[name](text)
    assert not _is_valid(name, text)


def test_what_import_writes_is_front_matter_by_the_schema() -> None:
    for article in sorted((REFERENCE.parents[1] / "content").glob("*.md")):
        head = re.split(r"^---$", article.read_text("utf-8"), flags=re.MULTILINE)[1]
        assert _is_valid("frontmatter", head)
