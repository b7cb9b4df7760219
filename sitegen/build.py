"""Build: composes the stages. Sources in, the files of a site out; touches no disk."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.compose import ComposeOptions, compose
from sitegen.compose.pages import Setting
from sitegen.compose.urls import BRIEFING
from sitegen.config import Config
from sitegen.errors import Outcome, Problem
from sitegen.export import briefing_json
from sitegen.intake import receive
from sitegen.link import link
from sitegen.model import Analysis, Arrival, Briefing, OutputFile, Source
from sitegen.render import render
from sitegen.rights import within_rights
from sitegen.theme import Theme

Progress = Callable[[str, int], None]
"""Called at the start of a stage, with its name and how many items it takes."""

_SHOWN = (
    ("method.statements.join", "Likeness, from 0 to 1, at which two sentences are taken for one statement."),
    ("method.statements.covered", "Share of a sentence's content that another sentence must hold to carry it."),
    ("method.topics.smallest", "Statements that must name a subject to make it a topic."),
    ("method.topics.largest", "Share of all sentences that a topic may hold."),
    ("method.origins.run", "Words in a row that count as copied."),
    ("method.origins.share", "Share of such runs at which two articles go back to one text."),
)
"""What the about page tells of the method: key in sitegen.yml, and what it decides."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site, ready to be written."""

    files: tuple[OutputFile, ...]
    """By path."""
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Understood:
    """What a folder says, before anything is made of it."""

    briefing: Briefing
    arrivals: tuple[Arrival, ...]


def build_site(
    read: Outcome[tuple[Source, ...]],
    config: Config,
    theme: Theme,
    progress: Progress = lambda _stage, _items: None,
) -> Outcome[Built]:
    """The whole pipe: parse, analyse, link, compose, render. `read`: the sources, and the files that are none.

    Problems: those of reading and of the stages, naming files below the project. An article with an error is left out.
    """
    understood = understand(read, config, progress)
    found, arrivals = understood.value.briefing, understood.value.arrivals
    problems = list(understood.problems)
    options = ComposeOptions(
        title=config.title,
        description=config.description,
        language=config.language,
        site_url=config.site_url,
        settings=tuple(_settings(config)),
        outlets=tuple(dict.fromkeys(config.parse.registry.by_name.values())),
    )
    progress("compose", 1)
    briefing = within_rights(found)
    pages = compose(briefing, arrivals, options)
    problems += pages.problems
    progress("render", len(pages.value))
    files = [OutputFile(name, data) for name, data in theme.files]
    settings = {setting.name: setting.value for setting in options.settings}
    files.append(OutputFile(BRIEFING, briefing_json(briefing, arrivals, settings)))
    for page in pages.value:
        rendered = render(page, theme)
        problems += rendered.problems
        files.append(rendered.value)
    return Outcome(Built(tuple(sorted(files, key=lambda file: file.path)), found), tuple(problems))


def understand(
    read: Outcome[tuple[Source, ...]],
    config: Config,
    progress: Progress = lambda _stage, _items: None,
) -> Outcome[Understood]:
    """The first half of the pipe: parse, analyse, link. Problems as in `build_site`."""
    problems = [*located(read.problems, config)]
    progress("parse", len(read.value))
    received = receive(read.value, read.problems, config.parse)
    problems += located(received.problems, config)
    articles, arrivals = received.value.articles, received.value.arrivals
    progress("analyse", len(articles))
    analyses: list[Analysis] = []
    for article in articles:
        analysis = analyse(article, AnalyseOptions(language=article.metadata.language or config.language))
        problems += located(analysis.problems, config)
        analyses.append(analysis.value)
    if not analyses:
        problems.append(
            Problem(
                "nothing-to-show",
                "warning",
                "no article to make a site of",
                config.content,
                remedy="put articles into this folder, or import documents: sitegen import seeds/*.txt",
            )
        )
    progress("link", len(analyses))
    linked = link(tuple(analyses), config.link, config.lock)
    problems += linked.problems
    return Outcome(Understood(linked.value, arrivals), tuple(problems))


def located(problems: Iterable[Problem], config: Config) -> Iterator[Problem]:
    """Problems of articles, with the path from the project folder on."""
    for problem in problems:
        yield dataclasses.replace(problem, path=f"{config.content}/{problem.path}") if problem.path else problem


def _settings(config: Config) -> Iterator[Setting]:
    """The settings that decided what is on the pages, by their key in sitegen.yml."""
    for key, meaning in _SHOWN:
        value: object = config.link
        for name in key.split(".")[1:]:
            value = getattr(value, name)
        yield Setting(key, str(value), meaning)
