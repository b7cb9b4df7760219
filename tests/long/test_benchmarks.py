"""The benchmarks: the quality table over an invented corpus with invented scorers, and the generator of news."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks import churn, of_analyse, of_parse, plant, quality, scale, speed
from benchmarks.date_cases import reason_against
from benchmarks.generate import generate
from benchmarks.mixed import mixed_articles
from benchmarks.newsstream import stream
from benchmarks.scoring import Figure, Item, NotThereError, Result, Row, ScorerError, figures, measure
from sitegen.analyse import AnalyseOptions, analyse
from sitegen.model import Source
from sitegen.parse import ParseOptions, parse
from tests.link.world import TUNNEL
from tests.world import WIRE, bridge_world, source

SCORER = """
import json, sys
gold, pred = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
assert sys.argv[3:] == ["--field", "labels"] or not sys.argv[3:]
answers = {line["id"]: line for line in pred}
right = [{**line, **answers[line["id"]]} == line for line in gold]
print("heading  P 0.500 R 0.250 F1 0.333")
print("lines", len(gold))
print(f"accuracy {sum(right) / len(right):.4f}")
"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    _write(
        folder / "structure/gold.jsonl",
        {"id": "a", "variant": "dash", "text": "Deal near\n\nThey met.\n- One.", "labels": ["title", "para", "bullet"]},
        {"id": "b", "variant": "bare", "text": "Deal near\n\nThey met.", "labels": ["title", "heading"]},
    )
    _write(
        folder / "sentences/gold.jsonl", {"id": "c", "text": "They met. All left.", "sents": ["They met.", "All left."]}
    )
    _write(folder / "hostile/encodings.jsonl", {"id": "d", "file": "e/d.txt", "encoding": "windows-1252-french"})
    (folder / "hostile/e").mkdir()
    (folder / "hostile/e/d.txt").write_bytes("They met, said the envoy; “all left”.".encode())
    (folder / "score").mkdir()
    (folder / "score/score_all.py").write_text(SCORER)
    (folder / "score/score_broken.py").write_text("raise SystemExit('no such file')")
    return folder


def _write(path: Path, *items: Item) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(item) + "\n" for item in items))


DASH = Row(
    "structure", "structure/gold", of_parse.structure, ("score_all", "--field", "labels"), only=("variant", "dash")
)
SENTENCES = Row("sentences", "sentences/gold", of_analyse.sentences, ("score_all",), ("heading",))


def test_only_the_lines_of_the_variant_are_scored(corpora: Path, tmp_path: Path) -> None:
    result = measure(DASH, corpora, tmp_path)
    assert (result.items, result.figures) == (1, (Figure("accuracy", 1.0),))
    assert json.loads((tmp_path / DASH.file).read_text()) == {"id": "a", "labels": ["title", "para", "bullet"]}


def test_figures_are_the_last_line_and_those_asked_for() -> None:
    printed = "span P 0.5000 R 0.2500 F1 0.3333\nfound 0.7500\nf1 0.2500\n"
    assert figures(printed, ("span", "found", "missing")) == (
        Figure("f1", 0.25),
        Figure("span F1", 0.3333),
        Figure("found", 0.75),
    )


def test_a_scorer_that_prints_no_figure_is_an_error() -> None:
    with pytest.raises(ScorerError, match="no figure in 'nothing'"):
        figures("nothing")


def test_shares_of_outcomes_are_shown_where_there_is_no_scorer(corpora: Path, tmp_path: Path) -> None:
    row = Row("encodings", "hostile/encodings", of_parse.encodings)
    assert sum(figure.value for figure in measure(row, corpora, tmp_path).figures) == 1.0


def test_a_row_of_which_nothing_was_found_says_so() -> None:
    table = quality.as_markdown([Result(DASH, 0, ())], [], "commit 1")
    assert f"| structure | {DASH.name} | 0 | nothing to measure |" in table


def test_the_table_says_what_is_left_out_and_no_path_of_this_machine(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def later(_items: list[Item], _: Path) -> Iterator[Item]:
        raise NotThereError("not yet")

    rows = (
        DASH,
        SENTENCES,
        Row("later", "sentences/gold", later),
        Row("missing", "quotes/none", of_analyse.quotes, ("score_all",)),
        Row("broken", "sentences/gold", of_analyse.sentences, ("score_broken",)),
    )
    table = tmp_path / "table.md"
    arguments = ["--corpora", str(corpora), "--out", str(tmp_path / "out"), "--markdown", str(table)]
    assert quality.main(arguments, rows) == 0
    text = table.read_text()
    assert "| structure | structure/gold dash | 1 | **accuracy 1.000** |" in text
    assert "| sentences | sentences/gold | 1 | **accuracy 1.000** (heading F1 0.333) |" in text
    assert "- later, sentences/gold: not yet\n" in text
    assert "- missing, quotes/none: there is no quotes/none.jsonl\n" in text
    assert "- broken, sentences/gold: no such file\n" in text
    assert str(tmp_path) not in text
    assert text.endswith(capsys.readouterr().out)


def test_a_set_of_the_project_itself_needs_no_corpora(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def predict(_: list[Item], __: Path) -> Iterator[Item]:
        yield from ({"id": "a", "outcome": "right"}, {"id": "b", "outcome": "voice"})

    rows = (DASH, Row("attribution", "attributions", predict, own=True))
    assert quality.main(["--out", str(tmp_path)], rows) == 0
    printed = capsys.readouterr().out
    assert "| attribution | attributions | 2 | **right 0.500** (voice 0.500) |" in printed
    assert "- structure, structure/gold dash: no folder of corpora was given\n" in printed


def test_rows_can_be_chosen_by_capability_or_set(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--corpora", str(corpora), "--out", str(tmp_path), "--only", "sentences"]
    assert quality.main(arguments, (DASH, SENTENCES)) == 0
    assert "structure" not in capsys.readouterr().out


def test_every_row_has_predictions_of_its_own() -> None:
    files = [row.file for row in quality.ROWS]
    assert len(set(files)) == len(files)


# The generator


@cache
def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    generate(folder, articles=80, seed=3)
    return folder


def test_same_seed_same_bytes_and_another_seed_other_articles(news: Path, tmp_path: Path) -> None:
    for name, seed in (("again", 3), ("other", 4)):
        generate(tmp_path / name, articles=80, seed=seed)
    assert _files(tmp_path / "again") == _files(news)
    assert not _files(tmp_path / "other").keys() & {name for name in _files(news) if name.endswith(".md")}


def test_there_are_as_many_articles_as_asked_for_and_each_is_in_one_story(news: Path) -> None:
    told = [article for story in _stories(news) for article in story["articles"]]
    assert sorted(f"content/{article}" for article in told) == [name for name in _files(news) if name.endswith(".md")]
    assert len(told) == 80


def test_the_places_of_the_truth_hold_sentences_that_state_the_fact(news: Path) -> None:
    for story in _stories(news):
        for places in story["facts"].values():
            for article, start, end, value in places:
                sentence = _files(news)[f"content/{article}"].decode()[start:end]
                assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“"
                assert sentence[-1] in ".”"
                assert value is None or f"{value:,}" in sentence


def test_copies_share_their_words_and_contradictions_differ_in_a_number(news: Path) -> None:
    stories = _stories(news)
    kinds = {copy["kind"] for story in stories for copy in story["copies"]}
    assert kinds == {"copy", "rewrite"}
    for story in stories:
        for copy in story["copies"]:
            one, other = (_body(news, copy[side]) for side in ("article", "of"))
            assert (one == other) == (copy["kind"] == "copy")
        for contradiction in story["contradictions"]:
            assert len({value for *_, value in story["facts"][contradiction["fact"]]}) > 1
    assert any(story["contradictions"] for story in stories)
    assert any(story["round"] > 1 for story in stories)


@pytest.mark.parametrize("plain", [False, True])
def test_articles_are_read_without_a_problem(plain: bool, tmp_path: Path) -> None:
    generate(tmp_path, articles=12, plain=plain)
    for name, data in _files(tmp_path / "content").items():
        outcome = parse(Source(name.partition(".")[0], name, data, ""), ParseOptions())
        assert outcome.problems == ()
        (article,) = outcome.value
        assert article.title


def test_stories_hardly_share_sentences(news: Path) -> None:
    affairs: dict[str, set[str]] = {}
    for story in _stories(news):
        for article in story["articles"]:
            source = Source(article, article, _files(news)[f"content/{article}"], "")
            (parsed,) = parse(source, ParseOptions()).value
            for sentence in analyse(parsed, AnalyseOptions()).value.sentences:
                affairs.setdefault(sentence.text, set()).add(story["affair"])
    shared = sum(len(where) > 1 for where in affairs.values())
    assert shared / len(affairs) < 0.01


def test_a_folder_that_holds_something_is_left_alone(news: Path) -> None:
    with pytest.raises(FileExistsError):
        generate(news, articles=1)


# Churn


def test_what_an_added_article_changes_is_counted_by_kind_and_other_topics_are_named(tmp_path: Path) -> None:
    world = bridge_world()
    world.gather("The rust", world.say("“It was rust,” said"))
    old, new = tmp_path / "old", tmp_path / "new"
    for site, words in ((old, "Two"), (new, "Three")):
        for page in ("index", "topics/the-rust", "topics/the-bridge", "topics/the-bridge.2", "articles/post"):
            _put(site / f"{page}.html", f"{words} lines.\nThe same.\n")
        _put(site / "feed.json", "{}\n")
    _put(new / "articles/wire.html", "One.\nTwo.\nThree.\n")
    _put(old / "topics/gone.html", "Gone.\n")
    (new / "card.png").write_bytes(b"\x89PNG\0\n\n")
    wire = source("wire.md", WIRE)  # the rust is in the post only
    assert churn.churn_of(wire, old, new, world.briefing()) == churn.Churn(
        article="wire",
        lines=Counter({".html": 5 * 2 + 3 + 1, "other": 1}),
        pages=Counter({"": 1, "topics": 4, "articles": 2}),
        others=("topics/the-rust.html",),
    )


def test_an_article_changes_pages_of_topics_only_where_it_says_something_on_them(tmp_path: Path) -> None:
    gulls = ["# Seabirds", "Gulls sit in the harbour of Skarne. & A gull stole the hat of the mayor."]
    for id_, lines in {**TUNNEL, "seabirds": gulls}.items():
        _put(tmp_path / f"content/{id_}.md", "---\nkind: news\n---\n\n" + "\n\n".join(lines).replace(" & ", " ") + "\n")
    _put(tmp_path / "sitegen.yml", "title: News\n")
    of_tunnel, of_gulls = churn.measure(tmp_path, 2, are_pinned=True, are_dated=True)
    assert (of_tunnel.article, of_gulls.article) == ("herald", "seabirds")
    assert of_tunnel.pages["topics"] > 0 == of_gulls.pages["topics"]
    assert of_gulls.pages["articles"] == 1
    table = churn.as_markdown([("pinned", [of_tunnel, of_gulls])])
    assert {line.count("|") for line in table.splitlines()} == {10}


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# Speed


def test_a_build_is_timed_stage_by_stage(tmp_path: Path) -> None:
    generate(tmp_path / "project", articles=2)
    laps = speed.build(tmp_path / "project")
    assert [lap.stage for lap in laps] == ["read", "parse", "analyse", "link", "compose", "render", "write"]
    table = speed.as_markdown([(2, laps), (3, laps)]).split("\n")
    assert table[0] == "| stage | 2: wall s | CPU s | peak MB | 3: wall s | CPU s | peak MB |"
    assert {line.count("|") for line in table[:-1]} == {8}


def _stories(folder: Path) -> list[Item]:
    stories: list[Item] = json.loads((folder / "truth.json").read_text())["stories"]
    return stories


def _body(folder: Path, article: str) -> str:
    text = _files(folder)[f"content/{article}"].decode()
    return text.rpartition("---\n")[2].strip()


def test_a_date_case_applies_unless_a_rule_over_its_gold_takes_it_out() -> None:
    def against(text: str, **value: str) -> str | None:
        return reason_against({"ref": "2019-01-31T00:00:00", "results": [{"text": text, "values": [value]}]})

    assert against("5 may 2018", timex="2018-05-05") is None
    assert against("last wednesday", timex="2019-01-23") == "last or next day of the week"
    assert against("last friday", timex="2019-01-25") is None
    assert against("3/4/2018", timex="2018-03-04") == "order of day and month"
    assert against("3/14/2018", timex="2018-03-14") is None
    assert against("after march", timex="XXXX-03", Mod="after-mid") == "part of a period"


def test_planted_differences_are_found_and_look_alikes_are_not() -> None:
    told = "The storm on Monday killed 12 sailors off the coast, said the harbour master Olav Brennstad of Skarne."
    made = list(plant.cases([{"text": told}]))
    assert {case.kind for case in made if case.is_difference} == {"number", "date", "status", "attendance", "spelling"}
    found = {
        (case.kind, outcome)
        for kind in (*plant.KINDS, plant.LOOK_ALIKES)
        for case, outcome in plant.outcomes([{"text": told}], kind)
    }
    assert {outcome for _, outcome in found} == {"right"}


# Scale


def test_a_longer_stream_begins_like_a_shorter_one_and_another_seed_tells_other_news() -> None:
    told, notices = list(stream(40)), list(stream(40, are_short=True))
    assert list(stream(60))[:40] == told
    assert not {one.title for one in told} & {one.title for one in stream(40, seed=2)}
    assert len({one.id for one in told}) == 40
    long, short = (sum(len(part) for one in found for part in one.paragraphs) for found in (told, notices))
    assert short < long / 2


def test_no_invented_article_is_nearly_a_copy_of_another() -> None:
    assert max(scale.likest(list(stream(120)))) < 0.18  # from where on origins are in doubt


def test_a_folder_holds_the_real_articles_first(tmp_path: Path) -> None:
    real = [scale.Real(f"set:{number}", "A title: with a colon", "2025-01-02", "", "One.\nTwo.") for number in range(2)]
    assert scale.write_folder(tmp_path / "project", real, stream(9), 5) == (2, 3)
    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "project" / "content").iterdir())]
    assert len(texts) == 5
    assert sum('title: "A title: with a colon"' in text for text in texts) == 2


def test_recall_is_measured_on_articles_on_their_sentences_and_on_what_is_joined(tmp_path: Path) -> None:
    scale.write_folder(tmp_path / "project", (), stream(30), 30)
    found = list(scale.recalls(tmp_path / "project"))
    assert [recall.found <= recall.all_pairs for recall in found] == [True] * 3
    assert found[0].all_pairs > 0
    assert scale.Recall("nothing", 0, 0).share == 1.0


# What is built elsewhere


def test_mixed_articles_are_of_every_kind_and_always_the_same() -> None:
    articles = mixed_articles(40)
    assert {path.rpartition(".")[2] for path in articles} == {"md", "txt", "html", "xml"}
    assert {"Trams.md", "trams.md"} <= set(articles)
    assert articles == mixed_articles(40)
    assert sum(data.count(b"<item>") or 1 for data in articles.values()) == 40 + 5
