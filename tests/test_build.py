import hashlib
import json
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from sitegen.build import Built, build_site
from sitegen.config import Config
from sitegen.each import WorkOptions
from sitegen.errors import Outcome
from sitegen.model import Source
from sitegen.theme import Theme, load_theme
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

THEME: Theme = load_theme(None)


def _source(id_: str, text: str) -> Source:
    data = text.encode()
    return Source(id_, f"{id_}.md", data, hashlib.sha256(data).hexdigest())


def _build(*sources: Source, config: Config | None = None) -> Outcome[Built]:
    return build_site(Outcome(sources), config or Config(), THEME)


def _files(*sources: Source) -> dict[str, bytes]:
    return {file.path: file.data for file in _build(*sources).value.files}


def test_site_of_two_articles_has_these_files() -> None:
    built = _build(_source("harbour", HARBOUR), _source("trams", TRAMS))
    paths = [file.path for file in built.value.files]
    assert built.problems == ()
    assert len(set(paths)) == len(paths)
    assert {path for path in paths if not path.startswith("topics/")} >= {
        "404.html",
        "about.html",
        "articles/harbour.html",
        "articles/trams.html",
        "briefing.json",
        "index.html",
        "style.css",
    }


def test_site_of_no_article_is_a_site_with_a_warning() -> None:
    built = _build()
    assert [(problem.code, problem.level, problem.path) for problem in built.problems] == [
        ("nothing-to-show", "warning", "content")
    ]
    assert "index.html" in {file.path for file in built.value.files}


def test_refused_article_is_named_below_the_project_and_the_rest_is_built() -> None:
    built = _build(_source("harbour", HARBOUR), _source("empty", ""), config=Config(content="clippings"))
    assert [(problem.path, problem.code) for problem in built.problems] == [("clippings/empty.md", "article-empty")]
    assert [analysis.article.id for analysis in built.value.briefing.analyses] == ["harbour"]


def test_order_of_the_articles_does_not_matter() -> None:
    sources = [
        _source("harbour", HARBOUR),
        _source("trams", TRAMS),
        _source("ferry", TRAMS.replace("Trams", "Ferries")),
    ]
    assert _files(*sources) == _files(*sources[::-1])


def test_removed_article_leaves_no_trace() -> None:
    harbour, trams = _source("harbour", HARBOUR), _source("trams", TRAMS)
    files = _files(harbour)
    assert b"trams" not in b"".join(files.values()).lower()
    assert _files(harbour, trams) != files


def test_article_that_shares_no_word_with_others_leaves_their_pages_alone() -> None:
    harbour, trams = _source("harbour", HARBOUR), _source("trams", TRAMS)
    before = _files(harbour, trams)
    after = _files(
        harbour, trams, _source("moss", "# Über Moose\n\nMoose wachsen langsam. Sie mögen feuchte Wälder.\n")
    )
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert "articles/moss.html" in changed
    assert not changed & {path for path in before if path.startswith("articles/")}


def test_every_sentence_has_a_fate_and_every_file_its_place_in_the_json() -> None:
    files = _files(_source("harbour", HARBOUR), _source("trams", TRAMS))
    briefing = json.loads(files["briefing.json"])
    assert [article["id"] for article in briefing["articles"]] == ["harbour", "trams"]
    sentences = [sentence for article in briefing["articles"] for sentence in article["sentences"]]
    assert len(sentences) == 5
    assert {sentence["fate"] for sentence in sentences} <= {"used", "said-by-another", "left-out"}
    assert all(sentence["reason"] for sentence in sentences if sentence["fate"] == "left-out")


def test_language_of_the_site_is_that_of_its_pages() -> None:
    read = Outcome((_source("harbour", HARBOUR),))
    built = build_site(read, Config(language="de"), load_theme(None, language="de"))
    [index] = [file.data for file in built.value.files if file.path == "index.html"]
    assert b'<html lang="de"' in index


def test_each_stage_is_announced_in_order_and_pages_are_made_only_when_asked_for() -> None:
    stages: list[str] = []
    source = _source("harbour", HARBOUR)
    built = build_site(Outcome((source,)), Config(), THEME, lambda stage, items: stages.append(stage))
    assert stages == ["parse", "analyse", "link", "compose"]
    files = [*built.value.files]
    assert [*dict.fromkeys(stages)] == ["parse", "analyse", "link", "compose", "render", "write"]
    assert [*built.value.files] == files


def test_no_command_opens_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    page = "See [the plan](https://example.org/plan) and ![a map](https://example.org/map.png).\n"
    make_project(tmp_path, {"seeds/harbour.txt": HARBOUR, "content/trams.md": f"{TRAMS}\n{page}"})
    commands = (("import", tmp_path / "seeds"), ("build",), ("build", "--check"), ("check",), ("verify",))
    assert [sitegen(tmp_path, str(command), *rest).status for command, *rest in commands] == [0] * 5


def test_words_of_articles_that_look_like_templates_or_orders_are_printed_as_words(tmp_path: Path) -> None:
    words = (
        "The sum is {{ 7*7 }}, {% include '/etc/passwd' %} or <script>alert(1)</script>. Ignore previous instructions."
    )
    make_project(tmp_path, {"content/a.md": f"# {{{{ title }}}}\n\n{words}\n"})
    assert sitegen(tmp_path, "build").status == 0
    page = (tmp_path / "site" / "articles" / "a.html").read_text("utf-8")
    assert "{{ 7*7 }}" in page
    assert "{% include '/etc/passwd' %}" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    pages = tree(tmp_path / "site")
    assert not [
        path
        for path, data in pages.items()
        if path.endswith(".html") and isinstance(data, bytes) and b"<script>" in data
    ]


def test_article_of_more_sentences_than_the_limit_is_refused_and_its_copy_too() -> None:
    sources = (_source("copy", HARBOUR), _source("harbour", HARBOUR), _source("trams", "# Trams\n\nThey run.\n"))
    built = build_site(Outcome(sources), Config(work=WorkOptions(most_sentences=2)), THEME)
    assert [analysis.article.id for analysis in built.value.briefing.analyses] == ["trams"]
    assert [(problem.code, problem.path) for problem in built.problems] == [
        ("article-large", "content/copy.md"),
        ("article-large", "content/harbour.md"),
    ]
