"""`sitegen init` and `sitegen new`."""

import os
import shlex
from pathlib import Path

import click

from sitegen.commands.common import common_options, program_version, project_settings, take_turn
from sitegen.terminal import FINE, Terminal, visible


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@common_options
def init(folder: Path, terminal: Terminal) -> int:
    """Start a project that builds at once.

    DIR must be new or empty; one that holds a .git alone will do. Written are settings with all keys explained, two
    invented articles, a workflow that checks and publishes the site on GitHub Pages, hooks for pre-commit, and schemas
    by which an editor completes keys. Nothing is asked. Either all of it is written, or nothing; what was killed on its
    way is finished by another start.

    \b
    sitegen init my-briefing
    sitegen init                   # here
    """
    from sitegen.starting import project_files, start_project

    take_turn(folder, "sitegen init")
    files = project_files(program_version())
    start_project(folder, files)
    where = folder / "" if folder != Path() else Path()
    terminal.say(f"{len(files)} files written to {visible(str(folder.resolve()))}")
    terminal.say("\nNext:")
    if where != Path():
        terminal.say(f"  cd {visible(_quoted(str(folder)))}")
    terminal.say("  sitegen build                  # the site of two invented articles: see site/index.html")
    terminal.say('  sitegen new "Trams run late"   # an article of your own; then delete the invented ones in content/')
    terminal.say("  sitegen check                  # what is dead, heavy or missing")
    terminal.say(
        "  git init && git add .          # unless it is a repository already; .github/ publishes its main branch"
    )
    return FINE


@click.command()
@click.argument("title", nargs=-1, required=True)
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@common_options
def new(title: tuple[str, ...], content: str | None, terminal: Terminal) -> int:
    """Start an article: a Markdown file named by its title, with front matter to fill in.

    It is a draft: the site is built without it until `draft: true` is taken out. No file is overwritten.

    \b
    sitegen new "Trams run late"
    """
    from sitegen.starting import start_article

    config = project_settings(terminal, content=content)
    folder = terminal.project / config.content
    take_turn(folder, "sitegen new")
    path = start_article(" ".join(title), folder, folder.as_posix())
    terminal.say(f"{visible(path.as_posix())}: a draft; take `draft: true` out to have it on the site")
    return FINE


def _quoted(folder: str) -> str:
    """As a shell takes it for one word."""
    if os.name == "nt":
        return f'"{folder}"' if " " in folder else folder
    return shlex.quote(folder)
