"""`sitegen publish`."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

import click

from sitegen.commands.check import site_problems
from sitegen.commands.common import CONFIG_FILE, common_options, project_settings, settings_text
from sitegen.commands.making import make_site
from sitegen.commands.verify import unproved
from sitegen.errors import Problem, SitegenError
from sitegen.terminal import FINDINGS, FINE, Clock, Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.publication import Branch
    from sitegen.published import Published
    from sitegen.write import Change

_SHOWN = 10
"""Files that are named; the others are counted, unless --verbose asks for all."""


@click.command()
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@click.option(
    "--remote", metavar="NAME", default="origin", show_default=True, help="The remote of git, or its address."
)
@click.option("--branch", "name", metavar="NAME", default="gh-pages", show_default=True, help="The branch there.")
@click.option("-m", "--message", metavar="TEXT", help="Of the commit.  [default: with the day of the newest source]")
@click.option("--dry-run", is_flag=True, help="Say what would be published; publish nothing.")
@click.option("-y", "--yes", is_flag=True, help="Don't ask.")
@click.option("--force", is_flag=True, help="Take away what no build put on the branch.")
@common_options
def publish(
    output: str | None,
    remote: str,
    name: str,
    message: str | None,
    dry_run: bool,
    yes: bool,
    force: bool,
    terminal: Terminal,
) -> int:
    """Put the built site on a branch that a host serves, such as that of GitHub Pages.

    Only a site is published that is what would be built now, and in which `sitegen check` and `sitegen verify` find no
    error. What would change is shown first: files, statements, sizes. The branch then holds the files of the site,
    .nojekyll, and the CNAME that it had; its history stays. Nothing else of the project changes: neither files nor
    index nor branches.

    A branch that holds files which no build put there is refused, unless --force takes them away; they stay in its
    history; so is a site without articles in place of another. No push is ever forced: if somebody else pushed
    meanwhile, publish again.

    \b
    sitegen publish --dry-run
    sitegen publish
    sitegen publish --remote backup --branch site --yes
    """
    from sitegen.branches import make_commit, push_commit, read_branch
    from sitegen.ownership import CNAME, MANIFEST, digest_of
    from sitegen.publication import changes_on, files_to_publish, publication_message
    from sitegen.published import read_published
    from sitegen.revisions import BRIEFING
    from sitegen.write import read_site

    config = project_settings(terminal, output=output)
    target = terminal.project / config.output
    files = read_site(target)
    if unfit := _unfit(terminal, config, files):
        terminal.report(unfit)
        terminal.say("nothing was published")
        return FINDINGS
    published = read_published(files[BRIEFING])
    branch = read_branch(terminal.project, remote, name)
    own_cname = target / CNAME
    files = files_to_publish(files, own_cname.read_bytes() if own_cname.is_file() else None, branch)
    where = f"{visible(remote)}/{visible(name)}"
    changes = changes_on(branch, files)
    if not changes:
        terminal.say(f"{where} has this site already")
        return FINE
    _require_ours(branch, where, force=force)
    _require_articles(published, branch, where, force=force)
    _tell_changes(terminal, where, changes)
    terminal.say(_in_statements(branch, published))
    _tell_sizes(terminal, config, files)
    terminal.report(_unstated_rights(terminal, config, files[BRIEFING]))
    if dry_run or not (yes or _wanted(where)):
        terminal.say("nothing was published")
        return FINE
    commit = make_commit(terminal.project, branch, files, message or publication_message(published))
    push_commit(terminal.project, remote, name, branch, commit)
    terminal.say(f"published to {where} as {commit[:12]}; the digest of the site is {digest_of(files[MANIFEST])}")
    return FINE


def _wanted(where: str) -> bool:
    if not _can_ask():
        raise click.UsageError("There is no terminal to ask on: --yes publishes without, --dry-run shows only.")
    return click.confirm(f"Publish to {where}?", err=True)


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _tell_changes(terminal: Terminal, where: str, changes: Mapping[str, "Change"]) -> None:
    counts = Counter(changes.values())
    kinds: tuple[Change, ...] = ("added", "changed", "removed")
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds if counts[kind])
    terminal.say(f"{where}: {counted(len(changes), 'file')} to change: {told}")
    shown = len(changes) if terminal.verbose else _SHOWN
    for path, change in islice(changes.items(), shown):
        terminal.say(f"  {change:8} {visible(path)}")
    if len(changes) > shown:
        terminal.say(f"  and {len(changes) - shown:,} more")


def _tell_sizes(terminal: Terminal, config: "Config", files: Mapping[str, bytes]) -> None:
    from sitegen.publication import size_problems

    sizes = {path: len(data) for path, data in files.items()}
    largest = max(sizes, key=lambda path: (sizes[path], path))
    total = f"{counted(len(sizes), 'file')}, {sum(sizes.values()):,} bytes"
    terminal.say(f"the site: {total}; the largest is {visible(largest)}, {sizes[largest]:,}")
    terminal.report(terminal.from_here(problem, config.output) for problem in size_problems(sizes))


def _unfit(terminal: Terminal, config: "Config", files: Mapping[str, bytes]) -> list[Problem]:
    """Why a site may not be published; empty if it may."""
    from sitegen.verify import made_as_of
    from sitegen.workers import Workers
    from sitegen.write import compare_site

    target = terminal.project / config.output
    clock = Clock()
    with Workers(config.work) as each:
        built = make_site(terminal, config, clock, each, as_of=made_as_of(files), each_affair=each.inheriting)
        clock.start("verify")
        proved = unproved(terminal, config, files, each)
    clock.start("write")
    compared = compare_site(built.value.files, target)
    checked = site_problems(terminal, config, files, clock)
    clock.stop()
    terminal.timings(clock)
    found = {
        "build": [problem for problem in (*built.problems, *compared.problems) if problem.level == "error"],
        "verify": proved,
        "check": [problem for problem in checked if problem.level == "error"],
    }
    problems = [*dict.fromkeys(problem for of_verb in found.values() for problem in of_verb)]
    if compared.changes:
        message = f"it is not what would be built now: {_some(tuple(compared.changes))}"
        remedy = "build it again, look at the change with sitegen diff, and publish then"
        problems.append(Problem("site-unfit", "error", message, str(target), remedy=remedy))
    for verb, of_verb in found.items():
        if of_verb:
            message = f"sitegen {verb} finds {counted(len(of_verb), 'error')} in it"
            remedy = f"mend what stands above, until sitegen {verb} is content"
            problems.append(Problem("site-unfit", "error", message, str(target), remedy=remedy))
    return problems


def _require_ours(branch: "Branch", where: str, *, force: bool) -> None:
    """Raises: SitegenError `branch-not-ours` if publishing would remove what no build put on the branch."""
    from sitegen.publication import strangers_on

    strangers = strangers_on(branch)
    if strangers and not force:
        message = f"{where} holds what sitegen did not publish: {_some(strangers)}"
        remedy = "name another branch: --branch NAME; or take these files away: sitegen publish --force"
        raise SitegenError(Problem("branch-not-ours", "error", message, remedy=remedy))


def _require_articles(published: "Published", branch: "Branch", where: str, *, force: bool) -> None:
    """Raises: SitegenError `site-empty` if a site without articles would replace one that is published."""
    from sitegen.revisions import BRIEFING

    if not published.articles and BRIEFING in branch.kept and not force:
        message = f"the site has no article, and would replace the one at {where}"
        remedy = "look where the articles went, and build; or take the site down: sitegen publish --force"
        raise SitegenError(Problem("site-empty", "error", message, remedy=remedy))


def _in_statements(branch: "Branch", published: "Published") -> str:
    """What changes, in statements."""
    from sitegen.diff import diff
    from sitegen.diff_words import counts
    from sitegen.published import read_published
    from sitegen.revisions import BRIEFING

    if BRIEFING not in branch.kept:
        count = sum(statement.is_printed for statement in published.statements.values())
        return f"the first site there: {counted(count, 'statement')}"
    try:
        before = read_published(branch.kept[BRIEFING])
    except (ValueError, RecursionError) as error:
        return f"the briefing.json there can't be read, {visible(str(error))}"
    return f"in statements: {counts(diff(before, published))}"


def _unstated_rights(terminal: Terminal, config: "Config", briefing: bytes) -> Iterator[Problem]:
    """That articles are shown in full, and nobody said that they may be."""
    from sitegen.advice import unstated_rights
    from sitegen.effective import DEFAULT, effective_settings

    path = str(terminal.config_path)
    text = settings_text(terminal.config_path, is_optional=path == CONFIG_FILE)
    settings = {one.key: one for one in effective_settings(config, text, path, {})}
    if settings["rights"].origin == DEFAULT and (articles := unstated_rights(briefing)):
        message = f"{counted(len(articles), 'article')} in full, whose rights are not stated: {_some(articles)}"
        remedy = "state rights, full or cited, in sitegen.yml, in sources.yml or above the article"
        yield Problem("rights-unstated", "warning", message, remedy=remedy)


def _some(paths: tuple[str, ...]) -> str:
    from sitegen.publication import some_of

    return visible(some_of(paths))
