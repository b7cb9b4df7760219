"""`sitegen verify`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, editions_until, project_settings
from sitegen.errors import Problem
from sitegen.terminal import FINDINGS, FINE, Terminal

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.each import Each


@click.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@common_options
def verify(content: str | None, output: str | None, terminal: Terminal) -> int:
    """Prove that every sentence a site prints is, word for word, in its article and in the document received.

    Reads the site and the inputs, and trusts neither: a changed character in one of them is named.

    \b
    sitegen verify
    """
    from sitegen.workers import Workers
    from sitegen.write import read_site

    config = project_settings(terminal, content=content, output=output)
    files = read_site(terminal.project / config.output)
    with Workers(config.work) as each:
        problems = unproved(terminal, config, files, each)
    terminal.report(problems)
    if not problems:
        terminal.say(f"{config.output}/: every printed sentence is a source's, and every note leads there and back")
    return FINDINGS if problems else FINE


def unproved(terminal: Terminal, config: "Config", files: Mapping[str, bytes], each: "Each") -> list[Problem]:
    """What does not hold of a built site, and of the editions that it is held against. `files`: path → bytes."""
    from sitegen.ownership import MANIFEST, manifest_digests
    from sitegen.proof import read_inputs
    from sitegen.read import read_folder
    from sitegen.verify import made_as_of
    from sitegen.verify import verify as verify_site

    editions, until = editions_until(terminal, made_as_of(files))
    sources = read_folder(terminal.project / config.content, config.read).value
    inputs = read_inputs(terminal.project, config, sources, each, editions.value, until)
    digests = manifest_digests(files[MANIFEST]) or {}
    of_site = {"briefing.json", *files, *digests}
    found = [
        terminal.from_here(problem, config.output if problem.path in of_site else "")
        for problem in verify_site(files, digests, inputs)
    ]
    return [*found, *map(terminal.from_here, editions.problems)]
