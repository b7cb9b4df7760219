"""`sitegen diff`."""

import re
from pathlib import Path

import click

from sitegen.commands.common import common_options, project_settings
from sitegen.terminal import FINDINGS, FINE, Clock, Terminal, counted, visible, visible_json

_CHANGED = re.compile(r"(\[-.*?-\])|(\{\+.*?\+\})")


@click.command()
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="How the changes are written.",
)
@click.option("--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write it there.")
@click.option("--fail-on", metavar="KINDS", help="Exit with 1 only for these kinds, separated by commas.")
@click.option("--link", metavar="URL", default="", help="Where all changes can be read, for a comment that is cut.")
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@common_options
def diff(
    old: str,
    new: str | None,
    form: str,
    target: Path | None,
    fail_on: str | None,
    link: str,
    output: str | None,
    terminal: Terminal,
) -> int:
    """Say what changed between two briefings: in statements, not in markup; and why.

    OLD and NEW are built sites, briefing.json files, days of saved editions, or revisions of git in which the site is
    committed. Without NEW it is the site as it stands; without both, that against the last commit. Changed facts
    (number, date, name, negation, modality) come first, then where reports differ, then statements, sources of
    statements, topics, articles.

    \b
    sitegen diff                                # what changed since the last commit
    sitegen diff main                           # what this branch changes
    sitegen diff 2026-03-14                     # what is new since that edition
    sitegen diff v1.0 v1.1 --as html --to changes.html
    sitegen diff origin/main --as markdown --fail-on fact-changed,citation-lost
    """
    from sitegen import diff_words
    from sitegen.diff import KINDS
    from sitegen.diff import diff as changes_between
    from sitegen.disk import disk_errors, replace_file
    from sitegen.revisions import read_published_of
    from sitegen.text import closest

    config = project_settings(terminal, output=output)
    kinds = [kind.strip() for kind in (fail_on or ",".join(KINDS)).split(",")]
    for kind in kinds:
        if kind not in KINDS:
            guess = closest(kind, KINDS)
            hint = f"did you mean {guess}?" if guess else f"there are: {', '.join(KINDS)}"
            raise click.BadParameter(f"there is no kind “{kind}”; {hint}", param_hint="--fail-on")
    clock = Clock()
    clock.start("read")
    names = (old, new or str(terminal.project / config.output))
    before, after = (read_published_of(name, terminal.project, config.output) for name in names)
    for name, published in zip(names, (before, after), strict=True):
        printed = sum(statement.is_printed for statement in published.statements.values())
        counts = (counted(len(published.articles), "article"), counted(printed, "statement"))
        terminal.detail("read", f"{name}: {', '.join(counts)}, {counted(len(published.topics), 'topic')}")
    clock.start("compare")
    changes = changes_between(before, after)
    clock.stop()
    terminal.timings(clock)
    match form:
        case "json":
            text = visible_json(diff_words.as_json(changes))
        case "html":
            text = diff_words.as_html(changes)
        case "markdown":
            text = diff_words.as_markdown(changes, link)
        case _:
            text = "\n".join(map(visible, diff_words.as_text(changes)))
    if target is None:
        click.echo(_coloured(text) if form == "text" else text.removesuffix("\n"))
    else:
        with disk_errors(target, "written", "sitegen diff --to"):
            replace_file(target, (text.removesuffix("\n") + "\n").encode())
        terminal.say(f"{target}: {diff_words.counts(changes)}")
    return FINDINGS if any(change.kind in kinds for change in changes) else FINE


def _coloured(line: str) -> str:
    """What went in red, what came in green, where the terminal has colours; click takes them out elsewhere."""
    return _CHANGED.sub(lambda match: click.style(match.group(), fg="red" if match.group(1) else "green"), line)
