"""`sitegen clean`."""

import click

from sitegen.commands.common import common_options, project_settings, take_turn, writer
from sitegen.errors import worst
from sitegen.terminal import FINDINGS, FINE, Terminal, counted, visible


@click.command()
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@click.option("--dry-run", is_flag=True, help="Say what would be removed; remove nothing.")
@common_options
def clean(output: str | None, dry_run: bool, terminal: Terminal) -> int:
    """Remove the built site: the files that builds wrote and nobody changed since.

    Whatever else is in the folder stays, as does a page that somebody changed; it is named.

    \b
    sitegen clean --dry-run
    sitegen clean
    """
    from sitegen.ownership import MANIFEST
    from sitegen.path_lock import has_lock_file
    from sitegen.write import clean_site, compare_site, read_site

    config = project_settings(terminal, output=output)
    target = terminal.project / config.output
    if dry_run:
        read_site(target)
        report = compare_site((), target)
    else:
        if target.is_dir() or has_lock_file(target):  # one that was killed after the folder went left its lock
            take_turn(target, "sitegen clean")
        report = clean_site(target, writer=writer())
    terminal.report(report.problems)
    removed = [path for path, change in report.changes.items() if change == "removed" and path != MANIFEST]
    if dry_run:
        for path in removed:
            terminal.say(f"would remove  {visible(str(target / path))}")
    verb = "would be removed" if dry_run else "removed"
    kept = f"; {counted(len(report.problems), 'changed file')} kept" if report.problems else ""
    terminal.say(f"{counted(len(removed), 'file')} {verb} from {visible(str(target))}{kept}")
    return FINDINGS if worst(report.problems) == "error" else FINE
