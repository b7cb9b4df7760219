"""A build that remembers gives the bytes of one that does not, and works only on what changed."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import Built, Made, Make, build_site, gather
from sitegen.cache import Cache, make_cache
from sitegen.compose import ComposeOptions, Job, compose, plan
from sitegen.compose.corpus import Corpus
from sitegen.config import Config
from sitegen.each import Each, Lost, here
from sitegen.errors import Outcome
from sitegen.link import LinkOptions
from sitegen.link.statements import StatementOptions
from sitegen.link.subjects import TopicOptions
from sitegen.memo import Memo
from sitegen.model import (
    ArticleDecision,
    Decisions,
    NameDecision,
    SentenceRef,
    Source,
    StatementDecision,
    StatementVerb,
    TopicDecision,
    TopicLock,
)
from sitegen.store import open_store
from sitegen.theme import Theme, load_theme
from tests.project import HARBOUR, TRAMS, make_project

Value = TypeVar("Value")
Result = TypeVar("Result")

THEME = load_theme(None)
HEADED = """\
{% extends "default/about.html" %}
{% block main %}<h1>Ours</h1>{% endblock %}
"""
FERRY = """\
# Ferry of Vessel stands still

The ferry of Vessel has stood still since Tuesday. The harbour master of Vessel said: “It will sail in June.”
"""


Lock = Literal["pinned", "empty"]
"""Whether the topics that the site has are pinned, or none are."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is saved: an article (None: deleted), or settings, or a theme, or what the desk decides and pins."""

    article: str = ""
    text: str | None = None
    config: Config | None = None
    theme: Theme | None = None
    decisions: Decisions | None = None
    lock: Lock | None = None
    is_another_process: bool = False
    """What is not stored is forgotten."""


CRANES = """\
# Cranes of Vessel stand still

The harbour crane of Vessel has stood still since Monday. The crane of Vessel broke in a storm. The mayor of Vessel
praised the crane crews. Nine crane crews of Vessel wait for the crane.
"""
STORM = """\
# Storm breaks crane of Vessel

The harbour crane of Vessel has stood still since Tuesday. A storm broke the crane of Vessel. Crane crews of Vessel
wait. Eleven crane crews of Vessel wait for the crane.
"""
"""With CRANES one affair: they differ on the day, and share topics."""


CHOIR = """\
# Choir rehearses

Forty people rehearsed a mass in Lund.
"""
SINGERS = """\
# New season opens

In Lund tickets for its concerts cost nine crowns.
"""
"""With CHOIR they name one town, and share nothing with CRANES."""


TALKS = """\
# Talks on the bridge of Vessel

Norwegian Foreign Minister Ada Lind demanded a second bridge on Monday. “We want a bridge that holds for a hundred
years,” Ada Lind said. Lind met the United Dock Workers (UDW) in Vessel.
"""
REPLY = """\
# Dock workers of Vessel answer

“We want a bridge that holds for a hundred years,” Lind had said. The UDW refused Ada Lind’s plan on Tuesday.
Ms. Lind will meet the UDW again.
"""
"""With TALKS: names in short and in full, a country’s minister, positions, words that both quote."""


def decided(**decisions: Any) -> Edit:
    return Edit(decisions=Decisions(**decisions))


def on_statement(verb: StatementVerb, *beginnings: str) -> Edit:
    """A decision on the sentences of CRANES and STORM that begin so."""
    analyses = gather(read({"cranes": CRANES, "storm": STORM}), Config()).value.briefing.analyses
    sentences = [sentence for analysis in analyses for sentence in analysis.sentences]
    meant = (next(s for s in sentences if s.text.startswith(beginning)) for beginning in beginnings)
    return decided(statements=(StatementDecision(verb, tuple(SentenceRef(s.id, s.text) for s in meant)),))


def read(articles: dict[str, str]) -> Outcome[tuple[Source, ...]]:
    sources = (
        Source(id_, f"{id_}.md", text.encode(), sha256(text.encode()).hexdigest())
        for id_, text in sorted(articles.items())
    )
    return Outcome(tuple(sources))


EDITS = (
    Edit("cranes", CRANES),
    Edit("cranes", CRANES.replace("Nine", "Ten")),
    Edit("cranes", None),
    Edit("storm", STORM),
    Edit("storm", f"---\npublished: 2026-03-14\npublisher: The Mayor\n---\n\n{STORM}"),
    Edit("storm", CRANES.replace("Cranes", "Old cranes")),
    Edit("storm", None),
    Edit(config=Config(link=LinkOptions(statements=StatementOptions(join=0.4)))),
    Edit(config=Config(link=LinkOptions(topics=TopicOptions(smallest=2)))),
    decided(),
    decided(articles=(ArticleDecision("storm", "withdrawn"),)),
    decided(topics=(TopicDecision("Crane", title="The crane"),)),
    decided(names=(NameDecision("Vessel", kind="organisation"),)),
    decided(names=(NameDecision("Vessel", drop=True),)),
    on_statement("drop", "The mayor of Vessel praised"),
    on_statement("pin", "Crane crews of Vessel wait"),
    on_statement("same", "The crane of Vessel broke", "A storm broke the crane"),
    on_statement("not_same", "The harbour crane", "A storm broke the crane"),
    Edit(lock="pinned"),
    Edit(lock="empty"),
    Edit("storm", STORM, is_another_process=True),
    Edit("harbour", HARBOUR),
    Edit("harbour", HARBOUR.replace("since Monday", "since Sunday")),
    Edit("harbour", HARBOUR.replace("## Context", "## More")),
    Edit("harbour", None),
    Edit("trams", TRAMS),
    Edit("trams", HARBOUR),  # the words of another: used once
    Edit("trams", "# Nothing below\n"),
    Edit("ferry", FERRY),
    Edit("ferry", f"---\npublished: 2026-03-14\npublisher: The Gazette\n---\n\n{FERRY}"),
    Edit("ferry", None),
    Edit("talks", TALKS),
    Edit("talks", TALKS.replace("Norwegian", "Danish")),
    Edit("talks", TALKS.replace("Ada Lind", "Ida Lind").replace("demanded", "rejected")),
    Edit("talks", None),
    Edit("reply", REPLY),
    Edit("reply", REPLY.replace("Ms. Lind", "Mayor Bo Lind")),
    Edit("reply", f"---\nrights: cited\n---\n\n{REPLY}"),
    Edit(config=Config()),
    Edit(config=Config(title="Vessel", site_url="https://vessel.example/news/")),
    Edit(config=Config(language="de")),
    Edit(theme=THEME),
    Edit(theme=load_theme(None, "wire")),
    Edit(is_another_process=True),
    Edit("harbour", HARBOUR, is_another_process=True),
    Edit("ferry", FERRY, is_another_process=True),
    Edit("trams", None, is_another_process=True),
)


def whole(built: Outcome[Built]) -> Outcome[Built]:
    """With all files made."""
    return replace(built, value=replace(built.value, files=tuple(built.value.files)))


def built_anew(articles: dict[str, str], config: Config, theme: Theme) -> Outcome[Built]:
    return whole(build_site(read(articles), config, theme))


def built_with(memo: Memo, articles: dict[str, str], config: Config, theme: Theme) -> Outcome[Built]:
    built = whole(
        build_site(
            read(articles),
            config,
            theme,
            each=memo.each(here),
            render=memo.render,
            each_affair=memo.each(here),
            making=memo.pages,
            in_process=memo.unstored(here),
        )
    )
    memo.forget_unused()
    return built


@settings(max_examples=20)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6))
def test_after_each_edit_a_site_has_the_bytes_and_problems_of_one_built_anew(edits: list[Edit]) -> None:
    articles, config, theme = {"harbour": HARBOUR, "trams": TRAMS, "cranes": CRANES, "storm": STORM}, Config(), THEME
    decisions, lock = Decisions(), TopicLock()
    with TemporaryDirectory() as folder, open_store(make_cache(Path(folder))) as store:
        memo = Memo(store, "this program")
        site = built_with(memo, articles, config, theme)
        for edit in edits:
            decisions = decisions if edit.decisions is None else edit.decisions
            if edit.lock:
                lock = site.value.briefing.lock if edit.lock == "pinned" else TopicLock()
            config = replace(edit.config or config, decisions=decisions, lock=lock)
            theme = edit.theme or theme
            if edit.text is not None:
                articles[edit.article] = edit.text
            elif edit.article:
                articles.pop(edit.article, None)
            memo = Memo(store, "this program") if edit.is_another_process else memo
            site = built_with(memo, articles, config, theme)
            assert site == built_anew(articles, config, theme)


def counting(counts: dict[str, int]) -> Each:
    """Counts the values that each function is asked for, by its name."""

    def each(function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
        name = function.func.__name__ if isinstance(function, partial) else function.__name__
        counts[name] = counts.get(name, 0) + len(values)
        return map(function, values)

    return each


def test_of_three_articles_only_the_edited_one_is_parsed_and_analysed() -> None:
    memo, articles = Memo(), {"harbour": HARBOUR, "trams": TRAMS, "ferry": FERRY}
    built_with(memo, articles, Config(), THEME)
    counts: dict[str, int] = {}
    articles["ferry"] = FERRY.replace("June", "July")
    build_site(read(articles), Config(), THEME, each=memo.each(counting(counts)), render=memo.render)
    assert counts == {"_read_file": 1, "_analyse": 1}


def test_of_two_affairs_only_that_of_the_edited_article_is_compared_again() -> None:
    articles = two_affairs()
    with TemporaryDirectory() as folder, open_store(make_cache(Path(folder))) as store:
        built_with(Memo(store, "this program"), articles, Config(), THEME)
        articles["storm"] = STORM.replace("Eleven", "Twelve")
        counts: dict[str, int] = {}
        memo = Memo(store, "this program")  # as another process has it
        each = memo.each(counting(counts))
        build_site(read(articles), Config(), THEME, each=each, each_affair=each)
    assert counts == {"_read_file": 1, "_analyse": 1, "read_words": 1, "compare": 1, "fill": 1}


def test_of_names_positions_and_quotations_only_those_of_the_edited_article_are_read_again() -> None:
    memo, articles = Memo(), {"talks": TALKS, "reply": REPLY, "cranes": CRANES, "storm": STORM, "harbour": HARBOUR}
    built_with(memo, articles, Config(), THEME)
    counts: dict[str, int] = {}
    articles["reply"] = REPLY.replace("Tuesday", "Wednesday").replace("The UDW", "The Harbour Union")
    each = memo.each(here)
    whole(
        build_site(
            read(articles), Config(), THEME, each=each, each_affair=each, in_process=memo.unstored(counting(counts))
        )
    )
    assert counts["read_form"] == 1
    assert counts["read_names"] == counts["_read_parts"] == counts["_actors_in"] == counts["_written_article"] == 1
    assert counts["_standings"] < 5


def test_other_options_of_the_same_work_are_other_work() -> None:
    memo, articles = Memo(), {"harbour": HARBOUR, "trams": TRAMS}
    built_with(memo, articles, Config(), THEME)
    counts: dict[str, int] = {}
    german = Config(language="de")
    build_site(read(articles), german, THEME, each=memo.each(counting(counts)), render=memo.render)
    assert counts["_analyse"] == 2


def test_a_page_that_shows_the_same_is_not_rendered_again() -> None:
    memo, articles = Memo(), {"harbour": HARBOUR, "trams": TRAMS}
    first = built_with(memo, articles, Config(), THEME).value.files
    second = built_with(memo, articles, Config(), THEME).value.files
    again = {file.path for file, before in zip(second, first, strict=True) if file is not before}
    assert not [path for path in again if path.endswith(".html")]


def made_with(memo: Memo, articles: dict[str, str], fault: str = "") -> tuple[Outcome[Built], list[str]]:
    """A site, and the paths of the pages that were made for it. `fault`: the path of a page that can't be made."""
    made: list[str] = []

    def making(make: Make, corpus: Corpus, theme: str) -> Callable[[Job], Made]:
        def noted(seen: Corpus, job: Job) -> Made:
            if job.path == fault:
                raise ZeroDivisionError
            made.append(job.path)
            return make(seen, job)

        return memo.pages(noted, corpus, theme)

    each = memo.each(here)
    built = whole(
        build_site(
            read(articles),
            Config(),
            THEME,
            each=each,
            render=memo.render,
            making=making,
            in_process=memo.unstored(here),
        )
    )
    memo.forget_unused()
    return built, made


def test_all_pages_of_a_job_that_is_known_stay_rendered() -> None:
    gathered = gather(read({"harbour": HARBOUR, "trams": TRAMS}), Config()).value
    of = gathered.briefing, gathered.arrivals, ComposeOptions()
    corpus, (job, *_) = plan(*of).value
    pages = [*islice(compose(*of).value, 2)]
    memo = Memo()
    files = [memo.render(page, THEME).value for page in pages]
    for _ in range(3):
        made = memo.pages(lambda _corpus, _job: [(memo.render(page, THEME).value, None) for page in pages], corpus, "")
        made(job)
        memo.forget_unused()
    again = [memo.render(page, THEME).value for page in pages]
    assert [file is before for file, before in zip(again, files, strict=True)] == [True, True]


def two_affairs() -> dict[str, str]:
    later = "of the railway at Kessel"
    rail, line = (text.replace("of Vessel", later).replace("crane", "tram") for text in (CRANES, STORM))
    return {"cranes": CRANES, "storm": STORM, "rail": rail, "line": line}


def test_pages_that_read_nothing_of_the_edited_article_are_not_made_again() -> None:
    memo, articles = Memo(), {"cranes": CRANES, "storm": STORM, "choir": CHOIR, "singers": SINGERS}
    _, first = made_with(memo, articles)
    kept = {"articles/choir.html", "articles/singers.html", "names/lund.html"}
    assert kept < set(first)
    articles["storm"] = STORM.replace("Eleven", "Twelve")
    built, second = made_with(memo, articles)
    assert built == built_anew(articles, Config(), THEME)
    assert "articles/storm.html" in second
    assert kept.isdisjoint(second)
    assert not [path for path in made_with(memo, articles)[1] if "/" in path]


def test_after_a_build_that_failed_half_way_no_page_is_taken_for_a_newer_one() -> None:
    memo, articles = Memo(), two_affairs()
    made_with(memo, articles)
    articles["storm"] = STORM.replace("Eleven", "Twelve")
    with pytest.raises(ZeroDivisionError):
        made_with(memo, articles, fault="index.html")
    assert made_with(memo, articles)[0] == built_anew(articles, Config(), THEME)


def test_what_is_lost_is_tried_again() -> None:
    def losing(function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
        return [Lost("article-slow", "slow", "split it") for _ in values]

    memo, articles = Memo(), {"harbour": HARBOUR}
    lost = build_site(read(articles), Config(), THEME, each=memo.each(losing)).problems
    assert [problem.code for problem in lost] == ["article-slow", "nothing-to-show"]
    assert built_with(memo, articles, Config(), THEME) == built_anew(articles, Config(), THEME)


def test_what_a_build_does_not_ask_for_is_forgotten() -> None:
    memo, counts = Memo(), dict[str, int]()
    both, one = {"harbour": HARBOUR, "trams": TRAMS}, {"harbour": HARBOUR}
    for articles in (both, one, one, both):
        counts.clear()
        build_site(read(articles), Config(), THEME, each=memo.each(counting(counts)), render=memo.render)
        memo.forget_unused()
    assert counts == {"_read_file": 1, "_analyse": 1}


def test_a_template_of_the_project_counts_by_its_text(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"templates/about.html": HEADED})
    one, same = load_theme(project / "templates"), load_theme(project / "templates")
    (project / "templates" / "about.html").write_text(HEADED.replace("Ours", "Yours"), "utf-8")
    other = load_theme(project / "templates")
    assert one.digest == same.digest != other.digest != THEME.digest
    memo, articles = Memo(), {"harbour": HARBOUR}
    for theme in (one, same, other):
        assert built_with(memo, articles, Config(), theme) == built_anew(articles, Config(), theme)


# Stored results


def work_of(cache: Cache | None, articles: dict[str, str], config: Config, program: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    with open_store(cache) as store:
        memo = Memo(store, program)
        build_site(read(articles), config, THEME, each=memo.each(counting(counts)))
        memo.forget_unused()
    return counts


def test_a_later_process_works_on_what_changed_only(tmp_path: Path) -> None:
    cache, articles = make_cache(tmp_path), {"harbour": HARBOUR, "trams": TRAMS}
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 2, "_analyse": 2}
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 0, "_analyse": 0}
    articles["trams"] = TRAMS.replace("late", "soon")
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 1, "_analyse": 1}
    assert work_of(cache, articles, Config(language="de"), "one") == {"_read_file": 0, "_analyse": 2}
    assert work_of(cache, articles, Config(language="de"), "two") == {"_read_file": 2, "_analyse": 2}


def test_of_an_article_that_went_nothing_stays_stored(tmp_path: Path) -> None:
    cache, one = make_cache(tmp_path), {"harbour": HARBOUR}
    for articles in ({**one, "trams": TRAMS}, one):
        work_of(cache, articles, Config(), "one")
    assert work_of(cache, {**one, "trams": TRAMS}, Config(), "one") == {"_read_file": 1, "_analyse": 1}


def test_what_another_person_stored_is_not_read(tmp_path: Path) -> None:
    cache = make_cache(tmp_path)
    assert cache is not None
    with open_store(cache) as store:
        assert store is not None
        store.keep("work", "id", "key", b"result")
        assert store.find("work", "id", "key") == b"result"
    with open_store(replace(cache, key=b"of another person" * 2)) as store:
        assert store is not None
        assert store.find("work", "id", "key") is None


@pytest.mark.parametrize("column", ["work", "id", "key", "sealed"])
def test_a_row_that_was_tampered_with_is_none(tmp_path: Path, column: str) -> None:
    cache = make_cache(tmp_path)
    assert cache is not None
    with open_store(cache) as store:
        assert store is not None
        store.keep("work", "id", "key", b"result")
    database = sqlite3.connect(cache.folder / "results.sqlite3")
    database.execute(f"UPDATE results SET {column} = ?", (b"other" if column == "sealed" else "other",))
    database.commit()
    database.close()
    names = {"work": "work", "id": "id", "key": "key"} | ({column: "other"} if column != "sealed" else {})
    with open_store(cache) as store:
        assert store is not None
        assert store.key(names["work"], names["id"]) == names["key"]
        assert store.find(**{"work": names["work"], "id_": names["id"], "key": names["key"]}) is None


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0 and nothing of it", b"\0" * 5000])
def test_a_broken_store_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    cache, articles = make_cache(tmp_path), {"harbour": HARBOUR}
    assert cache is not None
    work_of(cache, articles, Config(), "one")
    (cache.folder / "results.sqlite3").write_bytes(damage)
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 1, "_analyse": 1}
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 0, "_analyse": 0}


def test_while_another_build_writes_the_store_this_one_does_without(tmp_path: Path) -> None:
    cache, articles = make_cache(tmp_path), {"harbour": HARBOUR}
    assert cache is not None
    work_of(cache, articles, Config(), "one")
    other = sqlite3.connect(cache.folder / "results.sqlite3")
    other.execute("BEGIN EXCLUSIVE")
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 1, "_analyse": 1}
    other.close()
    assert work_of(cache, articles, Config(), "one") == {"_read_file": 0, "_analyse": 0}
