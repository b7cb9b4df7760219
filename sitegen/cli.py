"""The command line: all commands in a group. Each imports what it needs when it runs, so that start-up stays short."""

import io
import os
import sys
from importlib.metadata import version

import click

from sitegen.commands.build import build
from sitegen.commands.check import check
from sitegen.commands.clean import clean
from sitegen.commands.config import config_
from sitegen.commands.diff import diff
from sitegen.commands.edition import edition
from sitegen.commands.explain import explain
from sitegen.commands.import_ import import_
from sitegen.commands.publish import publish
from sitegen.commands.serve import serve
from sitegen.commands.start import init, new
from sitegen.commands.topics import topics
from sitegen.commands.verify import verify

COMMANDS = (init, new, import_, build, serve, explain, check, verify, topics, diff, edition, publish, config_, clean)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("briefing-sitegen"), prog_name="sitegen")
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
    sitegen diff                   say what the last build changed, statement by statement
    sitegen edition save           keep what the site prints, so that the next can say what is new
    sitegen publish                put the site on the branch that a host serves
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org; click does not look
        context.color = False
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for consoles that lack a letter


for _command in COMMANDS:
    main.add_command(_command)
