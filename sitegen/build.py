"""Build: composes the stages. Sources in, the files of a site out; touches no disk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.compose import ComposeOptions, Job, plan
from sitegen.compose.corpus import Corpus
from sitegen.compose.pages import Page, Setting
from sitegen.compose.urls import BRIEFING
from sitegen.config import Config
from sitegen.desk import decide
from sitegen.each import Each, Lost, Spread, here, in_turn
from sitegen.editions import AS_OF, Edition, without_words
from sitegen.errors import Outcome, Problem
from sitegen.export import briefing_json
from sitegen.history import History, make_history
from sitegen.intake import Intake, Received, Until, read_files, settle
from sitegen.interface import msgid
from sitegen.link import link
from sitegen.model import Analysis, Arrival, Article, Briefing, OutputFile, RulingAbout, Source
from sitegen.published import read_published
from sitegen.render import render
from sitegen.rights import arrivals_within_rights, is_restricted, within_rights
from sitegen.theme import Theme
from sitegen.twins import PageTwins, Twins
from sitegen.views import with_views

Progress = Callable[[str, int], None]
"""Called where a stage starts or goes on, with its name and how many items it takes. Pages are composed, rendered and
written one after the other, so that these three take turns."""
Render = Callable[[Page, Theme], Outcome[OutputFile]]
"""`sitegen.render.render`, or what remembers its results."""
Made = list[tuple[OutputFile, PageTwins]]
"""The pages of a job, rendered, and the twins of each."""
Make = Callable[[Corpus, Job], Made]
Making = Callable[[Make, Corpus, str], Callable[[Job], Made]]
"""What makes the pages of jobs by the function that it is given, or knows them; last: the digest of the theme."""


def anew(make: Make, corpus: Corpus, _theme: str) -> Callable[[Job], Made]:
    """A `Making` that remembers nothing."""
    return partial(make, corpus)


_SHOWN = (
    (
        "method.statements.join",
        msgid("How surely, from 0 to 1, one sentence says all of another, to carry its statement."),
    ),
    (
        "method.statements.partial",
        msgid("Likeness, from 0 to 1, at which a sentence that says more is named with another."),
    ),
    ("method.topics.smallest", msgid("Statements that must name a subject to make it a topic.")),
    ("method.topics.largest", msgid("Share of all sentences that a topic may hold.")),
    ("method.origins.run", msgid("An article’s own words in a row that count as copied.")),
    ("method.origins.share", msgid("Share of such runs at which two articles go back to one text.")),
    ("method.origins.doubtful", msgid("Share of such runs from which on it can’t be told.")),
)
"""What the about page tells of the method: key in sitegen.yml, and what it decides."""


_OF_LATER = frozenset(("decision-stale", "decision-unmet", "topic-article-gone", "topic-empty"))
"""Problems that articles which are left out as later would cause."""
_AS_OF_MEANING = msgid("Articles published later are left out, and those of which that is not known.")
_RULINGS = get_args(RulingAbout)
"""The order in which decisions are stated."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site, ready to be written."""

    files: Iterable[OutputFile]
    """Each is made when it is asked for, and anew each time: a large site does not fit into memory."""
    briefing: Briefing
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of a folder."""

    briefing: Briefing
    arrivals: tuple[Arrival, ...]


def build_site(
    read: Outcome[tuple[Source, ...]],
    config: Config,
    theme: Theme,
    progress: Progress = lambda _stage, _items: None,
    each: Each = here,
    editions: Sequence[Edition] = (),
    until: Until | None = None,
    *,
    render: Render = render,
    program: str = "",
    each_affair: Each = here,
    spread: Spread = in_turn,
    making: Making = anew,
    in_process: Each = here,
) -> Outcome[Built]:
    """The whole pipe: parse, analyse, link, compose, render. `read`: the sources, and the files that are none;
    `editions`: those saved before, oldest first; `until`: the day that the site is made as of; `program`: who makes it;
    `spread`: what makes pages side by side; `making`: what knows pages that were made before;
    `in_process`: who does what is too small to be sent to another process.

    Problems: those of reading and of the stages, naming files below the project. An article with an error is left out,
    as is one that `each` loses. What `Built.files` raises is a fault of a template. `each_affair`: who works on affairs
    and reads the words of articles; what it loses is done here.
    """
    gathered = gather(read, config, progress, each, until, each_affair, in_process)
    linked = gathered.value.briefing
    arrivals = arrivals_within_rights(gathered.value.arrivals, linked)
    options = ComposeOptions(
        title=config.title,
        description=config.description,
        language=config.language,
        translator=theme.translator,
        site_url=config.site_url,
        settings=tuple(_settings(config, until)),
        outlets=tuple(dict.fromkeys(config.parse.registry.by_name.values())),
    )
    progress("compose", 1)
    briefing = with_views(within_rights(linked), in_process)
    settings = {setting.name: setting.value for setting in options.settings}
    export = partial(briefing_json, briefing, arrivals, settings, program, in_process)
    if editions:
        options = replace(options, history=_history(editions, export(), linked))
    files = _Files(
        partial(_made, briefing, arrivals, options, theme, render, spread, making, export, progress, in_process)
    )
    return Outcome(Built(files, linked, gathered.value.arrivals), gathered.problems)


@dataclass(frozen=True, slots=True)
class _Files:
    """Files that are made anew each time they are gone through."""

    make: Callable[[], Iterator[OutputFile]]

    def __iter__(self) -> Iterator[OutputFile]:
        return self.make()


def _made(
    briefing: Briefing,
    arrivals: tuple[Arrival, ...],
    options: ComposeOptions,
    theme: Theme,
    render: Render,
    spread: Spread,
    making: Making,
    export: Callable[[], bytes],
    progress: Progress,
    in_process: Each,
) -> Iterator[OutputFile]:
    """The files of a site, one at a time."""
    progress("compose", 1)
    twins = Twins(briefing, options, in_process)

    def make(corpus: Corpus, job: Job) -> Made:
        progress("compose", 1)
        composed = job.pages(corpus)
        progress("render", len(composed))
        return [(render(page, theme).value, twins.of_page(page, corpus.at_path)) for page in composed]

    corpus, jobs = plan(briefing, arrivals, options, in_process).value
    pages = making(make, corpus, theme.digest)
    with closing(spread(pages, jobs)) as results:
        yield from (OutputFile(name, data) for name, data in theme.files)
        yield OutputFile(BRIEFING, export())
        progress("render", 1)
        for made in results:
            for file, of_page in made:
                files = [file, *twins.add(of_page)]
                progress("write", len(files))
                yield from files
            progress("render", 1)
    for file in twins.of_site():
        progress("write", 1)
        yield file


def _history(editions: Sequence[Edition], exported: bytes, briefing: Briefing) -> History | None:
    """What the editions say of a site: within the rights that articles have now, and without the words of those that
    were withdrawn."""
    hidden = {gone.decision.article for gone in briefing.withdrawn}
    hidden |= {analysis.article.id for analysis in briefing.analyses if is_restricted(analysis.article)}
    shown = [replace(edition, published=without_words(edition.published, hidden)) for edition in editions]
    present = read_published(exported)
    settings = {name: value for name, value in present.settings.items() if name != AS_OF}
    return make_history(shown, replace(present, settings=settings), dict(briefing.redirects))


def gather(
    read: Outcome[tuple[Source, ...]],
    config: Config,
    progress: Progress = lambda _stage, _items: None,
    each: Each = here,
    until: Until | None = None,
    each_affair: Each = here,
    in_process: Each = here,
) -> Outcome[Gathered]:
    """The first half of the pipe, to the briefing: parse, analyse, the desk's decisions, link. Rights still withhold
    nothing.

    Problems: those of reading, of the stages and of decisions, naming files below the project.
    """
    problems = [*located(read.problems, config)]
    progress("parse", len(read.value))
    received_files = read_files(read.value, config.parse, each)
    received, analyses = _analysed(received_files, read.problems, config, progress, each, until)
    problems += located(received.problems, config)
    arrivals = received.value.arrivals
    if not analyses:
        problems.append(
            Problem(
                "nothing-to-show",
                "warning",
                f"no article is known to be published by {until.day}" if until else "no article to make a site of",
                config.content,
                remedy="state in the front matter when each was published"
                if until
                else "put articles into this folder, or import documents: sitegen import seeds/*.txt",
            )
        )
    progress("link", len(analyses))
    decided = decide(analyses, config.decisions)
    linked = link(decided.value.analyses, config.link, config.lock, decided.value.decisions, each_affair, in_process)
    found = (*linked.problems, *decided.problems)
    problems += (problem for problem in found if until is None or problem.code not in _OF_LATER)
    rulings = sorted((*linked.value.rulings, *decided.value.rulings), key=lambda ruling: _RULINGS.index(ruling.about))
    briefing = replace(linked.value, rulings=tuple(rulings))
    return Outcome(Gathered(briefing, arrivals), tuple(problems))


def _analysed(
    files: Sequence[Received],
    unread: Iterable[Problem],
    config: Config,
    progress: Progress,
    each: Each,
    until: Until | None,
) -> tuple[Outcome[Intake], tuple[Analysis, ...]]:
    """The articles that are used, and their analyses. For one that is lost its duplicate may have to stand in."""
    known: dict[str, Analysis] = {}
    lost: dict[str, Lost] = {}
    while True:
        received = settle(files, unread, config.parse, lost, until)
        used = received.value.articles
        todo = [article for article in used if article.id not in known]
        if not todo:
            return received, tuple(known[article.id] for article in used)
        progress("analyse", len(todo))
        for article, result in zip(todo, each(partial(_analyse, language=config.language), todo), strict=True):
            if isinstance(result, Lost):
                lost[article.id] = result
            elif len(result.sentences) > config.work.most_sentences:
                message = f"{len(result.sentences):,} sentences; at most {config.work.most_sentences:,} are read"
                remedy = "split it, or raise limits.most_sentences in sitegen.yml"
                lost[article.id] = Lost("article-large", message, remedy)
            else:
                is_copy = result.article is not article  # of a worker: one is enough
                known[article.id] = replace(result, article=article) if is_copy else result


def _analyse(article: Article, language: str) -> Analysis:
    return analyse(article, AnalyseOptions(language=language)).value


def located(problems: Iterable[Problem], config: Config) -> Iterator[Problem]:
    """Problems of articles, with the path from the project folder on."""
    for problem in problems:
        yield replace(problem, path=f"{config.content}/{problem.path}") if problem.path else problem


def _settings(config: Config, until: Until | None) -> Iterator[Setting]:
    """The settings that decided what is on the pages, by their key in sitegen.yml."""
    for key, meaning in _SHOWN:
        value: object = config.link
        for name in key.split(".")[1:]:
            value = getattr(value, name)
        yield Setting(key, str(value), meaning)
    if until:
        yield Setting(AS_OF, until.day, _AS_OF_MEANING)
