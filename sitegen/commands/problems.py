"""`sitegen explain CODE`."""

import json
import re
from dataclasses import asdict

import click

from sitegen.cli import FINE, Terminal
from sitegen.errors import CODES, Problem, SitegenError
from sitegen.problem_help import HELP, help_lines
from sitegen.text import closest

_LIKE_A_CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def explain_code(code: str, terminal: Terminal) -> int:
    """Print what a problem code means; with `--format json` as one object."""
    if terminal.format == "json":
        help_ = HELP.get(code)
        known = {"code": code, "meaning": CODES[code], **(asdict(help_) if help_ else {})}
        click.echo(json.dumps(known, ensure_ascii=False))
    else:
        for line in help_lines(code):
            click.echo(line)
    return FINE


def no_such_code(place: str) -> SitegenError | None:
    """The error for what looks like a misspelt problem code; None if it looks like none."""
    meant = closest(place, CODES) if _LIKE_A_CODE.fullmatch(place) else None
    if meant is None:
        return None
    message, remedy = "there is no such problem code, nor an article of that id", f"did you mean {meant}?"
    return SitegenError(Problem("place-missing", "error", message, place, remedy=remedy))
