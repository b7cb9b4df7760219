"""`sitegen edition`."""

import os
import time

import click

from sitegen.commands.common import common_options, project_settings, take_turn
from sitegen.errors import Problem, SitegenError
from sitegen.terminal import FINDINGS, FINE, Terminal, counted


@click.command()
@click.argument("verb", type=click.Choice(["save", "list"]))
@click.argument("date", required=False)
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@common_options
def edition(verb: str, date: str | None, output: str | None, terminal: Terminal) -> int:
    """Save what the site prints as the edition of a day, or list the editions.

    An edition is a small record of the built site: its statements, their words and sources, in editions/DATE.json. It
    never changes; commit it. From then on the site tells what is new since, and changes.html what changed and why;
    links to statements and topics that went lead to a place that says so. DATE is the day that the site was made as of,
    else SOURCE_DATE_EPOCH, else the day of the newest article; the clock is not asked. Editions follow each other.

    \b
    sitegen edition save
    sitegen edition save 2026-03-14
    sitegen edition list
    """
    import hashlib

    from sitegen.edition_files import FOLDER, edition_path, read_editions, require_newer, save_edition
    from sitegen.editions import day, day_of, edition_bytes
    from sitegen.ownership import MANIFEST, digest_of, manifest_digests
    from sitegen.published import read_published
    from sitegen.revisions import BRIEFING
    from sitegen.write import read_site

    config = project_settings(terminal, output=output)
    if verb == "save":
        take_turn(terminal.project / FOLDER, "sitegen edition save")
    editions = read_editions(terminal.project)
    terminal.report(map(terminal.from_here, editions.problems))
    if verb == "list":
        for one in editions.value:
            printed = one.published
            counts = f"{counted(len(printed.statements), 'statement'):>16}  {counted(len(printed.topics), 'topic'):>10}"
            terminal.say(f"{one.date}  {counts}  {counted(len(printed.articles), 'article'):>13}")
        if not editions.value:
            terminal.say("no editions: sitegen edition save makes one of the built site")
        return FINDINGS if editions.problems else FINE
    if editions.problems:
        return FINDINGS
    path = terminal.project / config.output / BRIEFING
    files = read_site(terminal.project / config.output)
    data = files.get(BRIEFING, b"")
    if (manifest_digests(files[MANIFEST]) or {}).get(BRIEFING) != hashlib.sha256(data).hexdigest():
        message, remedy = "this file of the site is missing or was changed", "build the site again: sitegen build"
        raise SitegenError(Problem("file-changed", "error", message, str(path), remedy=remedy))
    try:
        published = read_published(data)
    except (ValueError, RecursionError) as error:
        remedy = "build the site again: sitegen build"
        message = f"this briefing.json can't be read: {error}"
        raise SitegenError(Problem("briefing-broken", "error", message, str(path), remedy=remedy)) from error
    try:
        saved_on = day(date) if date else _epoch_day(day_of(published))
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint="DATE") from error
    if saved_on is None:
        message = "no article is dated, so the day of this edition must be given"
        raise SitegenError(
            Problem("edition-undated", "error", message, remedy="say which: sitegen edition save 2026-03-14")
        )
    target = edition_path(terminal.project, saved_on)
    require_newer(editions.value, saved_on, str(target))
    record = edition_bytes(published, saved_on)
    is_new = not target.exists()
    save_edition(terminal.project, saved_on, record)
    if is_new:
        terminal.say(f"{target}: {counted(len(published.statements), 'statement')}; commit it, and build again")
    else:
        terminal.say(f"{FOLDER}/{saved_on}.json is this edition already")
    terminal.detail("digest", digest_of(record))
    return FINE


def _epoch_day(otherwise: str | None) -> str | None:
    """The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), if that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return otherwise
    return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))
