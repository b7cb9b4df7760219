"""`sitegen check`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, project_settings, writer
from sitegen.errors import Level, Problem
from sitegen.terminal import FINDINGS, FINE, Clock, Terminal, counted, progress

if TYPE_CHECKING:
    from sitegen.config import Config


@click.command()
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--external", is_flag=True, help="Ask other hosts whether what the site links to is still there.")
@common_options
def check(output: str | None, strict: bool, external: bool, terminal: Terminal) -> int:
    """Find what of a built site wants mending.

    Errors are dead links, dead anchors and doubled ids. Warnings are colours that can't be told apart, pages without a
    title, and decisions of editorial.yml that match nothing or that the site does not carry out. Notes are advice:
    titles and descriptions that are missing or shared, heavy pages, articles without an outlet, topics that rest on one
    origin. Nothing but the built site and the project's own files is read; `sitegen explain CODE` says more of each.

    --external asks every address outside, one a second for each host, HEAD first. It needs a network; a build never
    does.

    \b
    sitegen check
    sitegen check --strict --format github   # for continuous integration
    sitegen check --external
    """
    from sitegen.external import check_external, external_addresses
    from sitegen.write import read_site

    config = project_settings(terminal, output=output)
    clock = Clock()
    clock.start("read")
    target = terminal.project / config.output
    files = read_site(target)
    terminal.detail("read", f"{target}: {counted(len(files), 'file')}")
    problems = site_problems(terminal, config, files, clock)
    if external:
        clock.start("external")
        addresses = external_addresses(files, config.site_url)
        terminal.detail("asks", f"{len(addresses):,} external addresses")
        with progress(terminal, "asking") as step:
            asked = check_external(addresses, writer().replace(" ", "/"), step)
        problems += (terminal.from_here(problem, config.output) for problem in asked)
    clock.stop()
    terminal.timings(clock)
    terminal.report(problems)
    pages = counted(sum(path.endswith(".html") for path in files), "page")
    terminal.say(f"{pages}: {_counts(problems)}")
    levels: set[Level] = {problem.level for problem in problems}
    return FINDINGS if "error" in levels or (strict and "warning" in levels) else FINE


def site_problems(terminal: Terminal, config: "Config", files: Mapping[str, bytes], clock: Clock) -> list[Problem]:
    """What of a built site wants mending. `files`: path below the site → bytes."""
    from sitegen.advice import check_briefing
    from sitegen.check import check_pages, check_site
    from sitegen.compose.urls import BRIEFING

    def below(problems: Iterable[Problem]) -> Iterator[Problem]:
        return (terminal.from_here(problem, config.output) for problem in problems)

    clock.start("links")
    problems = [*below(check_site(files, config.site_url))]
    clock.start("pages")
    problems += below(check_pages(files, config.check))
    clock.start("colours")
    style = terminal.project / config.output / "style.css"
    problems += _contrasts(files, terminal.project / config.templates, style)
    clock.start("briefing")
    try:
        advice = check_briefing(files.get(BRIEFING, b""), config.decisions, config.content, f"{config.output}/topics")
    except (ValueError, RecursionError) as error:
        message = f"this can't be read: {error}"
        broken = Problem("briefing-broken", "error", message, BRIEFING, remedy="build the site again")
        problems += below((broken,))
    else:
        own = str(terminal.project / config.decisions.path)
        problems += (replace(one, path=own) if one.path == own else terminal.from_here(one) for one in advice)
    return problems


def _counts(problems: list[Problem]) -> str:
    found = Counter(problem.level for problem in problems)
    levels: tuple[Level, ...] = ("error", "warning", "note")
    said = ", ".join(counted(found[level], level) for level in levels if found[level])
    links = "" if found["error"] else "every link leads somewhere"
    return "; ".join(filter(None, (links, said)))


def _contrasts(files: Mapping[str, bytes], templates: Path, style: Path) -> Iterator[Problem]:
    """Colours of the site that can't be told apart, on the line of the project's own file where that sets them."""
    from sitegen.contrast import check_contrast
    from sitegen.theme import STYLES

    css = files.get("style.css", b"").decode("utf-8", "replace")
    for problem in check_contrast(css, str(style)):
        token = problem.message.partition(" ")[0]
        for path in (templates / name for name in reversed(STYLES)):
            try:
                text = path.read_text("utf-8", "replace")
            except OSError:
                continue
            if declared := list(re.finditer(rf"{re.escape(token)}\s*:", text)):
                line = text.count("\n", 0, declared[-1].start()) + 1
                problem = replace(problem, path=path.as_posix(), line=line)
                break
        yield problem
