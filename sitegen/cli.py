"""The command line: all commands in a group. A command's module is loaded when the command is asked for, and imports
what it needs when it runs, so that start-up stays short."""

import io
import os
import sys
from importlib import import_module

import click

from sitegen.terminal import INTERRUPTED

COMMANDS = {
    "build": "sitegen.commands.build:build",
    "check": "sitegen.commands.check:check",
    "clean": "sitegen.commands.clean:clean",
    "config": "sitegen.commands.config:config_",
    "diff": "sitegen.commands.diff:diff",
    "edition": "sitegen.commands.edition:edition",
    "explain": "sitegen.commands.explain:explain",
    "import": "sitegen.commands.import_:import_",
    "init": "sitegen.commands.start:init",
    "new": "sitegen.commands.start:new",
    "publish": "sitegen.commands.publish:publish",
    "serve": "sitegen.commands.serve:serve",
    "sign": "sitegen.commands.sign:sign",
    "topics": "sitegen.commands.topics:topics",
    "verify": "sitegen.commands.verify:verify",
}
"""Name of a command → the module that defines it, and its name there."""


def load_command(name: str) -> click.Command:
    """The command of that name, with the module that defines it. Raises: KeyError if there is none."""
    module, _, variable = COMMANDS[name].partition(":")
    command: click.Command = getattr(import_module(module), variable)
    return command


class _LazyGroup(click.Group):
    """The commands of `COMMANDS`, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's; a misspelt command is told with the closest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - for this message only

            guesses = get_close_matches(args[0], COMMANDS, n=1)
            if not guesses:
                raise
            raise click.UsageError(f"{error.message} Did you mean {guesses[0]}?", ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        """Load a command and run it; an interruption is its own exit status."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("interrupted; what is there is whole", err=True)
            sys.exit(INTERRUPTED)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-sitegen", prog_name="sitegen")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn a folder of news articles into a briefing site in which every sentence leads to its source.

    \b
    sitegen init my-briefing       a new project, with an example, that builds at once
    sitegen new "Trams run late"   a new article in it
    sitegen import seeds/*.txt     recover the structure of pasted text: Markdown in content/
    sitegen build                  make the site from content/
    sitegen explain content/x.md:9 say what was found on a line, and why; editorial.yml corrects it
    sitegen check                  find dead links, and what else of the site wants mending
    sitegen serve                  show the site while you edit, and build it anew whenever you save
    sitegen verify                 prove that every printed sentence is a source's
    sitegen topics --write         pin the topics, so that new articles don't move them
    sitegen diff                   say what changed since the last commit, by statement
    sitegen edition save           keep what the site prints, so that the next can say what is new
    sitegen sign --key KEY         sign the site, so that readers can tell that it is yours
    sitegen publish                put the site on the branch that a host serves
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org; click does not look
        context.color = False
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for consoles that lack a letter
