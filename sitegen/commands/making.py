"""What `build`, `serve` and `publish` share: the site of what is on the disk, and its way to the folder."""

import gc
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.commands.common import editions_until, writer
from sitegen.commands.program import program_digest
from sitegen.errors import Outcome
from sitegen.terminal import Clock, Terminal, counted, progress

if TYPE_CHECKING:
    from sitegen.build import Built
    from sitegen.config import Config
    from sitegen.each import Each, Spread
    from sitegen.file_digests import Digest, DiskDigests
    from sitegen.memo import Memo
    from sitegen.model import Briefing
    from sitegen.write import WriteReport

_GARBAGE = 200_000
"""Objects made between two looks for garbage. A build keeps nearly all that it makes, and hardly any of it is a cycle:
looking after every 700, as Python does, takes a sixth of the time of `link`."""


def make_site(
    terminal: Terminal,
    config: "Config",
    clock: "Clock",
    each: "Each",
    *,
    as_of: str | None = None,
    strict: bool = False,
    memo: "Memo | None" = None,
    each_affair: "Each | None" = None,
    spread: "Spread | None" = None,
) -> "Outcome[Built]":
    """The site of what is on the disk now; its problems with paths as the user would write them.

    `memo`: what this process knows of earlier sites; `each_affair`: who goes through affairs, in place of this process;
    `spread`: what makes pages side by side, in place of forks.
    """
    from sitegen.build import anew, build_site
    from sitegen.compiled_templates import open_compiled
    from sitegen.each import here, in_turn
    from sitegen.forks import side_by_side
    from sitegen.read import read_folder
    from sitegen.render import render as render_page
    from sitegen.theme import load_theme

    gc.set_threshold(_GARBAGE)
    templates = terminal.project / config.templates
    compiled = open_compiled(config.language, program_digest())
    theme = load_theme(templates if templates.is_dir() else None, config.theme, config.language, compiled)
    editions, until = editions_until(terminal, as_of)
    clock.start("read")
    with progress(terminal, "reading") as step:
        read = read_folder(terminal.project / config.content, replace(config.read, strict=strict), step)

    def start(stage: str, _items: int) -> None:
        clock.start(stage)

    render, making, in_process = (memo.render, memo.pages, memo.unstored(here)) if memo else (render_page, anew, here)
    built = build_site(
        read,
        config,
        theme,
        start,
        each,
        editions.value,
        until,
        render=render,
        program=writer(),
        each_affair=each_affair or here,
        spread=in_turn if memo else spread or side_by_side,  # what a fork remembers is lost
        making=making,
        in_process=in_process,
    )
    _tell_arrivals(terminal, terminal.project / config.content, built.value)
    problems = map(terminal.from_here, (*editions.problems, *built.problems))
    return replace(built, problems=tuple(problems))


def write_built(
    terminal: Terminal,
    config: "Config",
    built: "Built",
    digest: "Digest | None" = None,
    there: "DiskDigests | None" = None,
) -> "WriteReport":
    """`digest` and `there`: as in `write_site`."""
    from sitegen.file_digests import digest_anew
    from sitegen.write import write_site

    target = terminal.project / config.output
    with progress(terminal, "writing") as step:
        report = write_site(
            built.files,
            target,
            writer=writer(),
            project=terminal.project,
            inputs=inputs_of(terminal, config),
            progress=step,
            digest=digest or digest_anew,
            there=there,
        )
    for path, change in report.changes.items():
        terminal.detail(change, str(target / path))
    return report


def _tell_arrivals(terminal: Terminal, folder: Path, built: "Built") -> None:
    """As details, what became of each file of the content folder: `used  content/a.md → a (7 sentences): undated`."""
    sentences = {analysis.article.id: len(analysis.sentences) for analysis in built.briefing.analyses}
    for arrival in built.arrivals:
        used = (f"{id_} ({counted(sentences.get(id_, 0), 'sentence')})" for id_ in arrival.articles)
        became = f" → {', '.join(used)}" if arrival.articles else ""
        instead = (f"{id_} stands for it: {why}" for id_, why in arrival.duplicates)
        notes = "; ".join((*instead, *map(str, arrival.notes)))
        terminal.detail(arrival.fate, f"{folder / arrival.path}{became}{': ' if notes else ''}{notes}")


def inputs_of(terminal: Terminal, config: "Config") -> tuple[Path, ...]:
    """The folders that a build reads, and must not write to."""
    from sitegen.edition_files import FOLDER

    return tuple(terminal.project / folder for folder in (config.content, config.templates, config.documents, FOLDER))


def built_words(briefing: "Briefing", changes: Mapping[str, Any]) -> str:
    return f"{counts_words(briefing)}; {changes_words(len(changes))}"


def counts_words(briefing: "Briefing") -> str:
    return f"{counted(len(briefing.analyses), 'article')}, {counted(len(briefing.topics), 'topic')}"


def changes_words(changes: int) -> str:
    return f"{counted(changes, 'file')} written or removed" if changes else "nothing changed"
