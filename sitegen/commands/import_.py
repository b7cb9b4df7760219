"""`sitegen import`."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, project_settings, take_turn
from sitegen.errors import worst
from sitegen.terminal import FINDINGS, FINE, Clock, Terminal, progress, visible

if TYPE_CHECKING:
    from sitegen.importing import Imported


@click.command("import")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", is_flag=True, help="Add what each document does not state, and count what became of them.")
@common_options
def import_(documents: tuple[Path, ...], report: bool, terminal: Terminal) -> int:
    """Make Markdown articles of documents as they were received.

    Each of DOCUMENTS is a text file, a saved web page, a feed, a letter (.eml), or a folder of them. The structure
    that plain text lost (title, headings, list items) is recovered; no word is changed. Safe to repeat: what a person
    edited is kept.

    \b
    sitegen import seeds/*.txt
    sitegen import --report ~/Downloads/clippings/
    """
    from sitegen.importing import import_documents
    from sitegen.workers import Workers

    config = project_settings(terminal)
    take_turn(terminal.project / config.content, "import")
    clock = Clock()
    clock.start("import")
    with progress(terminal, "importing") as step, Workers(config.work) as each:
        outcome = import_documents(documents, terminal.project, config, step, each)
    for imported in outcome.value:
        became = f" → {imported.article}" if imported.article else ""
        terminal.say(f"{imported.fate:9}  {visible(imported.document + became)}")
        if report and imported.notes:
            terminal.say(f"{'':9}  {visible('; '.join(imported.notes))}")
        elif imported.notes:
            terminal.detail("", "; ".join(imported.notes))
    clock.stop()
    terminal.timings(clock)
    if report:
        terminal.say(_totals(outcome.value))
    terminal.report(map(terminal.from_here, outcome.problems))
    return FINDINGS if worst(outcome.problems) == "error" else FINE


def _totals(imported: "Sequence[Imported]") -> str:
    """`12 documents: 11 hold articles, 1 refused. 14 articles: 12 written, 2 unchanged.`"""
    holding = {one.document for one in imported if one.article is not None}
    refused = {one.document for one in imported} - holding
    fates = Counter(one.fate for one in imported if one.article is not None)
    became = ", ".join(f"{count} {fate}" for fate, count in fates.most_common()) or "none"
    return (
        f"{len(holding) + len(refused)} documents: {len(holding)} hold articles, {len(refused)} refused. "
        f"{fates.total()} articles: {became}."
    )
