"""What all commands share: their options, what becomes of an error, and the project's settings."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import click

from sitegen.errors import Outcome, Problem, SitegenError, worst
from sitegen.terminal import NOTHING_BUILT, USAGE, Terminal, progress, visible

if TYPE_CHECKING:
    from sitegen.build import Gathered
    from sitegen.config import Config
    from sitegen.editions import Edition
    from sitegen.intake import Until

CONFIG_FILE = "sitegen.yml"
_NOTHING_BUILT_CODES = frozenset({"output-failed"})
P = ParamSpec("P")


def common_options(function: Callable[P, int]) -> Callable[P, None]:
    """The options that every command takes; its return value is the exit status."""

    @click.option(
        "--config", "config_path", metavar="FILE", default=CONFIG_FILE, show_default=True, help="The settings."
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json", "github"]),
        default="text",
        show_default=True,
        help="How problems are written.",
    )
    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but warnings and errors.")
    @click.option(
        "-v", "--verbose", is_flag=True, help="Say what is read, what becomes of each file, and how long it takes."
    )
    @wraps(function)
    def command(*args: P.args, **kwargs: P.kwargs) -> None:
        options: dict[str, Any] = dict(kwargs)
        path = Path(options.pop("config_path"))
        quiet, verbose = options.pop("quiet"), options.pop("verbose")
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose exclude each other.")
        terminal = Terminal(options.pop("format_"), quiet, path.parent, path, verbose)
        try:
            status = function(*args, terminal=terminal, **options)  # type: ignore[arg-type]
        except click.ClickException:
            raise
        except SitegenError as error:
            terminal.report([error.problem])
            status = NOTHING_BUILT if error.problem.code in _NOTHING_BUILT_CODES else USAGE
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 141
        except Exception:
            import traceback

            traceback.print_exc()
            click.echo("That is a fault of sitegen. Please report it, with the lines above.", err=True)
            status = NOTHING_BUILT
        sys.exit(status)

    return command


def project_settings(
    terminal: Terminal, *, content: str | None = None, output: str | None = None, faults: list[Problem] | None = None
) -> "Config":
    """The project's settings; options of the command line stand above the file.

    `faults`: takes those of `editorial.yml`, which is then left aside; None: they are as grave as any.
    Raises: SitegenError for the last fault of the files, after all were reported.
    """
    outcome = read_settings(terminal, content=content, output=output, faults=faults)
    if worst(outcome.problems) == "error":
        terminal.report(outcome.problems[:-1])
        raise SitegenError(outcome.problems[-1])
    return outcome.value


def read_settings(
    terminal: Terminal, *, content: str | None = None, output: str | None = None, faults: list[Problem] | None = None
) -> "Outcome[Config]":
    """As `project_settings`, with all faults as problems."""
    from sitegen.config import read_config, read_outlets
    from sitegen.editorial import EDITORIAL, read_editorial
    from sitegen.lock import LOCK, read_lock
    from sitegen.model import Decisions
    from sitegen.parse.outlets import REGISTRY, make_registry

    def read(path: Path, *, is_optional: bool = True) -> tuple[str, str]:
        text = settings_text(path, is_optional=is_optional)
        terminal.detail("read" if text else "without", str(path))
        return text, str(path)

    outcome = read_config(*read(terminal.config_path, is_optional=str(terminal.config_path) == CONFIG_FILE))
    outlets = read_outlets(*read(terminal.project / REGISTRY))
    editorial = read_editorial(*read(terminal.project / EDITORIAL))
    lock = read_lock(*read(terminal.project / LOCK))
    decisions, of_editorial = editorial.value, editorial.problems
    if faults is not None and of_editorial:
        faults += of_editorial
        decisions, of_editorial = Decisions(), ()
    config = replace(
        outcome.value,
        parse=replace(outcome.value.parse, registry=make_registry(outlets.value)),
        decisions=decisions,
        lock=replace(lock.value, path=LOCK),
        content=given_folder(content, terminal) or outcome.value.content,
        output=given_folder(output, terminal) or outcome.value.output,
    )
    return Outcome(config, (*outcome.problems, *outlets.problems, *of_editorial, *lock.problems))


def gathered(terminal: Terminal, config: "Config") -> "Outcome[Gathered]":
    """All that the articles of the content folder say, as a build would print it."""
    from sitegen.build import gather
    from sitegen.read import read_folder
    from sitegen.workers import Workers

    with progress(terminal, "reading") as step:
        read = read_folder(terminal.project / config.content, config.read, step)
    with Workers(config.work) as each:
        return gather(read, config, each=each, each_affair=each.inheriting)


def settings_text(path: Path, *, is_optional: bool) -> str:
    """The text of a file of settings; an optional one that is not there is empty."""

    def broken(message: str, remedy: str, line: int = 0) -> SitegenError:
        return SitegenError(Problem("yaml-broken", "error", message, str(path), line, remedy=remedy))

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        if is_optional:
            return ""
        raise click.BadParameter(f"there is no file {path}", param_hint="--config") from error
    except OSError as error:
        raise broken(f"can't be read: {error.strerror}", "check the file and its permissions") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(f"byte {error.start} is not UTF-8", "save the file as UTF-8", line) from error


def given_folder(folder: str | None, terminal: Terminal) -> str | None:
    """A folder of the command line, which is meant from where the user stands, as the settings have it."""
    if folder is None or terminal.project == Path():
        return folder
    return str(Path(folder).absolute())


def editions_until(terminal: Terminal, as_of: str | None) -> "tuple[Outcome[tuple[Edition, ...]], Until | None]":
    """The editions to hold a site against, oldest first, and until when articles are used."""
    from sitegen.edition_files import read_editions
    from sitegen.editions import day
    from sitegen.intake import Until

    editions = read_editions(terminal.project)
    for edition in editions.value:
        terminal.detail("read", f"the edition of {edition.date}")
    if as_of is None:
        return editions, None
    try:
        day(as_of)
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint="--as-of") from error
    known = {id_ for one in editions.value if one.date <= as_of for id_ in one.published.articles}
    # That of the day itself is what is made: it is held against those before.
    before = tuple(one for one in editions.value if one.date < as_of)
    return replace(editions, value=before), Until(as_of, frozenset(known))


def take_turn(target: Path, command: str) -> int:
    """Wait until no other process writes to `target`; none does from then on, until the `command` ends. When that was,
    as in `path_lock`."""
    from sitegen.path_lock import path_lock

    def tell(text: str) -> None:
        click.echo(visible(text), err=True)

    return click.get_current_context().with_resource(path_lock(target, command, tell))


def writer() -> str:
    """Who writes a site, as its manifest says."""
    return f"sitegen {program_version()}"


def program_version() -> str:
    """As the package states it."""
    from importlib.metadata import version

    return version("briefing-sitegen")
