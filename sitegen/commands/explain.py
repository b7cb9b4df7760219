"""`sitegen explain`."""

import os
import re
from dataclasses import asdict, replace

import click

from sitegen.commands.common import common_options, gathered, project_settings
from sitegen.errors import CODES, Problem, SitegenError, worst
from sitegen.terminal import FINDINGS, FINE, Terminal, json_line, visible

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::\d*)?:?")
"""`content/a.md:12`, as editors and messages write it, with or without a column."""
_LIKE_A_CODE = re.compile(r"[a-z]+(-[a-z]+)+")


@click.command()
@click.argument("place", metavar="FILE[:LINE]|CODE")
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@common_options
def explain(place: str, content: str | None, terminal: Terminal) -> int:
    """Say what was found on a line of an article, and why; or what a problem's code means.

    FILE is an article's file, or its id. Shown are the block and why it is one; each sentence with its id, whose claim
    it is, the names, quotations and dates in it; what became of it, the statement and the topics that it is in, where
    others differ, and what the desk decided on any of it. What is wrong there is put right in editorial.yml:
    docs/reference/editorial.md. While that file has a fault, it is told, and the line is explained without decisions.
    With --format json all of it is one object. CODE is what stands in brackets behind a problem.

    \b
    sitegen explain content/harbour.md:12
    sitegen explain link-dead                  # what the problem means, and how to mend it
    sitegen explain content/harbour.md         # all of it
    sitegen explain --format json content/harbour.md:12
    """
    from sitegen.explain import explain as explain_place
    from sitegen.explain_words import in_words
    from sitegen.parse import is_text

    if place in CODES:
        return _explain_code(place, terminal)
    faults: list[Problem] = []
    config = project_settings(terminal, content=content, faults=faults)
    root = terminal.project / config.content
    if not root.is_dir() and (unknown := _no_such_code(place)):
        raise unknown
    match = _PLACE.fullmatch(place)
    written, line = (match["file"], int(match["line"])) if match else (place, None)
    below = os.path.relpath(written or ".", root)
    file = written if below.startswith("..") else below.replace(os.sep, "/")
    outcome = gathered(terminal, config)
    briefing, arrivals = outcome.value.briefing, outcome.value.arrivals
    folder = root.as_posix()
    found = explain_place(briefing, arrivals, file, line, content=folder, is_text=is_text)
    if worst(found.problems) == "error":
        raise _no_such_code(place) or SitegenError(replace(found.problems[0], path=place))
    path = found.value.file if found.value else f"{folder}/{file}"
    own = [problem for problem in map(terminal.from_here, outcome.problems) if problem.path == path]
    if faults:
        terminal.report(faults)
        terminal.say("This is without the decisions of editorial.yml, until that is mended.\n")
    if found.value is None:
        terminal.report([*own, *found.problems])
        return FINDINGS
    if terminal.format == "json":
        click.echo(json_line({**asdict(found.value), "problems": [*map(asdict, own)]}))
    else:
        for words in in_words(found.value):
            click.echo(visible(words))
        terminal.report(own)
    return FINDINGS if faults else FINE


def _explain_code(code: str, terminal: Terminal) -> int:
    """Print what a problem code means; with `--format json` as one object."""
    from sitegen.problem_help import HELP, help_lines

    if terminal.format == "json":
        help_ = HELP.get(code)
        known = {"code": code, "meaning": CODES[code], **(asdict(help_) if help_ else {})}
        click.echo(json_line(known))
    else:
        for line in help_lines(code):
            click.echo(line)
    return FINE


def _no_such_code(place: str) -> SitegenError | None:
    """The error for what looks like a misspelt problem code; None if it looks like none."""
    from sitegen.text import closest

    meant = closest(place, CODES) if _LIKE_A_CODE.fullmatch(place) else None
    if meant is None:
        return None
    message, remedy = "there is no such problem code, nor an article of that id", f"did you mean {meant}?"
    return SitegenError(Problem("place-missing", "error", message, place, remedy=remedy))
