"""`sitegen serve`."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, read_settings
from sitegen.commands.making import built_words, inputs_of, make_site, write_built
from sitegen.errors import Outcome, Problem, SitegenError, worst
from sitegen.terminal import Clock, Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.each import WorkOptions
    from sitegen.serve.server import Server, Shown
    from sitegen.serve.watch import Inputs
    from sitegen.workers import Workers

_MOST_NAMED = 3
"""Changed files that the terminal names."""


@click.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The folder to write to.  [default: site]")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Of this machine.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Where to listen; 0: anywhere.  [default: 8000, or the next free]"
)
@click.option("--open", "is_opened", is_flag=True, help="Open the site in the browser.")
@click.option("--timings", is_flag=True, help="Say how long each stage of each build took.")
@common_options
def serve(
    content: str | None,
    output: str | None,
    host: str,
    port: int | None,
    is_opened: bool,
    timings: bool,
    terminal: Terminal,
) -> int:
    """Show the site while you edit: build it, and build it anew whenever a file of the project is saved.

    Pages that are open load themselves anew and keep their place. What is wrong stands in the terminal and at the foot
    of each page; if no site can be built, the last one stays. Only articles and pages that changed are worked on again.
    The folder of the site is written as by `sitegen build`. Nobody but this machine can see it. Ctrl-C ends it.

    \b
    sitegen serve
    sitegen serve --open
    sitegen serve --port 8080
    """
    from sitegen.serve.server import Screen, loopback

    address = loopback(host)
    if address is None:
        raise click.BadParameter(f"{host} is not of this machine alone; use 127.0.0.1", param_hint="--host")
    with _listen(address, port) as server, _Builds(terminal, content, output, with_timings=timings) as builds:
        screen = Screen(builds.first())
        with server.showing(screen):
            terminal.say(f"Open {server.url} (Ctrl-C ends it)")
            if is_opened:
                click.launch(server.url)
            while True:
                screen.show(builds.after_change(screen.shown))


@contextmanager
def _garbage_later() -> Iterator[None]:
    """Look for garbage when the work is done: it keeps nearly all that it makes, and looking through that again and
    again took an eighth of an edit of 1,000 articles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _listen(address: str, port: int | None) -> "Server":
    from sitegen.serve.server import Server, first_free

    try:
        return first_free(address) if port is None else Server(address, port)
    except OSError as error:
        where = f"port {port}" if port else address
        message = (
            f"can't listen on {where}: {error.strerror}. End what listens there, name another port, "
            "or leave --port out: the next free one is taken"
        )
        raise click.BadParameter(message, param_hint="--port") from error


class _Builds:
    """One build after the other of one project; a context, in which workers and what is known live on."""

    def __init__(self, terminal: Terminal, content: str | None, output: str | None, *, with_timings: bool) -> None:
        from sitegen.file_digests import DiskDigests, MadeDigests
        from sitegen.memo import Memo
        from sitegen.serve.watch import Watch

        self._terminal = terminal
        self._content, self._output = content, output
        self._with_timings = with_timings
        self._memo = Memo()
        self._made, self._there = MadeDigests(), DiskDigests()
        self._watch = Watch()
        self._reported: frozenset[Problem] = frozenset()
        self._ending = ExitStack()
        self._each: tuple[WorkOptions, Workers] | None = None

    def __enter__(self) -> "_Builds":
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.close()

    def first(self) -> "Shown":
        """The site as it is now.

        Raises: SitegenError if none can be made.
        """
        built = self._build()
        if built.value is None:
            *others, last = built.problems
            self._terminal.report(others)
            raise SitegenError(last)
        self._report(built.problems)
        return built.value

    def after_change(self, shown: "Shown") -> "Shown":
        """The site once something changed; if none can be made, the one that is shown, and why."""
        self._terminal.say(self._changed_words(self._watch.wait()))
        built = self._build()
        self._report(built.problems)
        if built.value is None:
            self._terminal.say("no site could be built; the last one stays")
            return replace(shown, problems=built.problems, is_kept=True)
        return built.value

    def _build(self) -> "Outcome[Shown | None]":
        """Build and write the site; None if an error stops it.

        Raises: SitegenError `watch-failed`.
        """
        from sitegen.ownership import require_output
        from sitegen.path_lock import path_lock
        from sitegen.serve.server import Shown, revision_of

        clock = Clock()
        clock.start("settings")
        settings = self._followed_settings()
        if worst(settings.problems) == "error":
            return Outcome(None, settings.problems)
        config = settings.value
        try:
            target, inputs = self._terminal.project / config.output, inputs_of(self._terminal, config)
            require_output(target, self._terminal.project, inputs)
            workers = self._workers(config.work)
            each, each_affair = self._memo.each(workers), self._memo.each(workers.inheriting)
            with path_lock(target, "save the file", self._terminal.say) as time, _garbage_later():
                built = make_site(self._terminal, config, clock, each, memo=self._memo, each_affair=each_affair)
                site = replace(built.value, files=tuple(built.value.files))  # they are served from memory
                clock.start("write")
                self._there.time = time
                report = write_built(self._terminal, config, site, self._made.sha256, self._there)
        except SitegenError as error:
            return Outcome(None, (error.problem,))
        clock.stop()
        if self._with_timings:
            self._terminal.say(clock.table())
        else:
            self._terminal.timings(clock)
        words = built_words(built.value.briefing, report.changes)
        self._terminal.say(f"{words}; {sum(clock.seconds.values()):.1f} s")
        problems = (*built.problems, *report.problems)
        files = {file.path: file.data for file in site.files}
        grave = tuple(problem for problem in problems if problem.level != "note")
        shown = Shown(files, revision_of(files, self._made.sha256), grave)
        for known in (self._memo, self._made, self._there):
            known.forget_unused()
        return Outcome(shown, problems)

    def _followed_settings(self) -> "Outcome[Config]":
        """The settings, read when all that they name was watched already, so that no change after is missed."""
        from sitegen.config import Config

        while True:
            try:
                settings = read_settings(self._terminal, content=self._content, output=self._output)
            except SitegenError as error:
                return Outcome(Config(), (error.problem,))
            if not self._watch.follow(_watched(self._terminal, settings.value)):
                return settings

    def _workers(self, options: "WorkOptions") -> "Workers":
        """Processes that stay for all builds with these options: to start them takes longer than one article."""
        from sitegen.workers import Workers

        if self._each is None or self._each[0] != options:
            self._ending.close()
            self._each = options, self._ending.enter_context(Workers(options))
        return self._each[1]

    def _report(self, problems: Sequence[Problem]) -> None:
        """Those that the build before did not have, and how many it had already."""
        fresh = [problem for problem in problems if problem not in self._reported]
        self._terminal.report(fresh)
        if known := len(problems) - len(fresh):
            self._terminal.say(f"{counted(known, 'problem')} as before")
        self._reported = frozenset(problems)

    def _changed_words(self, changed: Sequence[Path]) -> str:
        project = self._terminal.project
        real = project.resolve()
        named = [project / path.relative_to(real) if path.is_relative_to(real) else path for path in changed]
        if len(named) > _MOST_NAMED:
            return f"{counted(len(named), 'file')} changed"
        return f"{', '.join(visible(path.as_posix()) for path in named)} changed"


def _watched(terminal: Terminal, config: "Config") -> "Inputs":
    """All that a build reads."""
    from sitegen.edition_files import FOLDER
    from sitegen.editorial import EDITORIAL
    from sitegen.lock import LOCK
    from sitegen.parse.outlets import REGISTRY
    from sitegen.serve.watch import Inputs

    project = terminal.project.resolve()
    files = (terminal.config_path.name, REGISTRY, EDITORIAL, LOCK)
    folders = (config.content, config.templates, FOLDER)
    return Inputs(
        frozenset(project / name for name in files), frozenset((project / name).resolve() for name in folders)
    )
