"""The terminal: how commands speak to the person who typed them, and their exit statuses.

Exit status: 0 fine, 1 findings, 2 wrong usage or configuration, 3 nothing built or a fault of ours, 130 interrupted.
"""

import contextlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from sitegen.errors import Problem

FINE, FINDINGS, USAGE, NOTHING_BUILT, INTERRUPTED = 0, 1, 2, 3, 130
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak to the user: `format` of problems, and how much; `quiet` and `verbose` exclude each other."""

    format: str
    quiet: bool
    project: Path
    config_path: Path
    verbose: bool = False

    def say(self, text: str) -> None:
        """What a person reads: beside problems as JSON lines, it must not stand among them."""
        if not self.quiet:
            click.echo(text, err=self.format == "json")

    def detail(self, what: str, text: str) -> None:
        """A line on how the work went, for those who ask with --verbose: never among what a command gives."""
        if self.verbose:
            click.echo(f"{what:9}  {visible(text)}", err=True)

    def timings(self, clock: "Clock") -> None:
        """As details, how long each stage took."""
        for stage, seconds in clock.seconds.items():
            self.detail(f"{seconds:7.3f} s", stage)

    def report(self, problems: Iterable[Problem]) -> None:
        """Problems go to standard error; as JSON lines and as annotations, to standard output."""
        for problem in problems:
            match self.format:
                case "json":
                    click.echo(json_line(asdict(problem)))
                case "github":
                    click.echo(_annotation(problem))
                case _:
                    if problem.level != "note" or not self.quiet:
                        click.echo(_in_words(problem), err=True)

    def from_here(self, problem: Problem, folder: str = "") -> Problem:
        """A problem whose path is below the project (and `folder` in it), as the user would write that path."""
        path = problem.path and (self.project / folder / problem.path).as_posix()
        return replace(problem, path=path)


def _in_words(problem: Problem) -> str:
    colour = {"error": "red", "warning": "yellow", "note": "cyan"}[problem.level]
    where = f"{visible(problem.where)}: " if problem.where else ""
    first = f"{where}{click.style(problem.level, fg=colour)}: {visible(problem.message)}  [{problem.code}]"
    return f"{first}\n    {visible(problem.remedy)}" if problem.remedy else first


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would obey: inputs are quoted in messages."""
    readable = text.encode("utf-8", "backslashreplace").decode()
    return _CONTROLS.sub(lambda match: match.group().encode("unicode_escape").decode(), readable)


def json_line(value: object) -> str:
    """JSON on one line; what a terminal would obey goes by its number."""
    return visible_json(json.dumps(value, ensure_ascii=False))


def visible_json(written: str) -> str:
    """JSON in its lines, as it is indented; what else a terminal would obey goes by its number."""
    lines = written.split("\n")
    return "\n".join(_CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", line) for line in lines)


def _annotation(problem: Problem) -> str:
    """A GitHub workflow command."""

    def escaped(text: str) -> str:
        return visible(text).replace("%", "%25")

    level = {"error": "error", "warning": "warning", "note": "notice"}[problem.level]
    file = escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    places = [f"file={file}"] if problem.path else []
    places += [f"line={problem.line}"] if problem.line else []
    places += [f"col={problem.column}"] if problem.column else []
    message = f"{problem.message} [{problem.code}] {problem.remedy}".strip()
    return f"::{level} {','.join([*places, f'title={problem.code}'])}::{escaped(message)}"


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextlib.contextmanager
def progress(terminal: Terminal, doing: str) -> Iterator[Callable[[str], None]]:
    """A line that counts, on a terminal, once the work takes longer than a second."""
    shows = not terminal.quiet and terminal.format == "text" and sys.stderr.isatty()
    began = time.monotonic()
    count, last = 0, 0.0

    def step(_: str) -> None:
        nonlocal count, last
        count += 1
        now = time.monotonic()
        if shows and now - began > 1 and now - last > 0.1:
            last = now
            click.echo(f"\r{doing}: {count:,}", nl=False, err=True)

    yield step
    if last:
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


class Clock:
    """How long stages took, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = 0.0

    def start(self, stage: str) -> None:
        self.stop()
        self._stage, self._since = stage, time.perf_counter()

    def stop(self) -> None:
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + time.perf_counter() - self._since
            self._stage = ""

    def table(self) -> str:
        """A line a stage."""
        return "\n".join(f"{stage:8} {seconds:7.3f} s" for stage, seconds in self.seconds.items())
