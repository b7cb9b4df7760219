"""`sitegen topics`."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, gathered, project_settings, settings_text, take_turn
from sitegen.errors import worst
from sitegen.terminal import FINDINGS, FINE, Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.model import Briefing, PinnedTopic, TopicLock


@click.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--write", "write_", is_flag=True, help="Pin the topics that are not pinned yet.")
@click.option("--check", "only_check", is_flag=True, help="Say what --write would pin; write nothing.")
@common_options
def topics(content: str | None, write_: bool, only_check: bool, terminal: Terminal) -> int:
    """List the topics, and pin them.

    Topics are found anew in every build, so a new article can rename some and shift their sentences. Once pinned, a
    topic keeps its title, its address and its sentences: what belongs to it is told from each article alone, by the
    terms that topics.lock.yml holds. Commit that file with the articles. New subjects still come up beside the pinned
    topics; they are listed as found, and the next --write pins them.

    To let a topic be found anew, delete its entry from the file; to start over, delete the file. What is to be
    otherwise (title, merges, splits, a topic of your own) stands in editorial.yml, under `topics`, above what is found
    and what is pinned: docs/reference/editorial.md.

    \b
    sitegen topics                 # id, title, statements, articles; pinned, found, or the desk's
    sitegen topics --write
    sitegen topics --check         # status 1 if a topic is not pinned, or has no sentence
    """
    from sitegen.lock import LOCK

    if write_ and only_check:
        raise click.UsageError("--write and --check exclude each other.")
    if write_:
        take_turn(terminal.project / LOCK, "sitegen topics --write")  # before the pins are read that are kept
    config = project_settings(terminal, content=content)
    outcome = gathered(terminal, config)
    briefing = outcome.value.briefing
    problems = [problem for problem in outcome.problems if problem.code != "topic-unpinned"]
    terminal.report(map(terminal.from_here, problems))
    failed = worst(problems) == "error"
    pinned = {pin.id for pin in config.lock.topics}
    fresh = [pin for pin in briefing.lock.topics if pin.id not in pinned]
    if write_:
        _pin(briefing.lock, len(fresh), terminal)
        return FINDINGS if failed else FINE
    for line in _lines(briefing, pinned, fresh, only_fresh=only_check):
        terminal.say(line)
    if not briefing.topics:
        terminal.say("no topics: no two articles share a subject")
    elif only_check:
        terminal.say(f"{counted(len(fresh), 'topic')} to pin" if fresh else "every topic is pinned")
    is_empty = any(problem.code == "topic-empty" for problem in problems)
    return FINDINGS if failed or (only_check and (fresh or is_empty)) else FINE


def _pin(lock: "TopicLock", fresh: int, terminal: Terminal) -> None:
    """Write the lock; `fresh` of its topics were not pinned before."""
    from sitegen.disk import disk_errors, replace_file
    from sitegen.lock import LOCK, lock_text

    path, text = terminal.project / LOCK, lock_text(lock)
    if not lock.topics or text == settings_text(path, is_optional=True):
        terminal.say("nothing to pin")
        return
    with disk_errors(path, "pin the topics", "sitegen topics --write"):
        replace_file(path, text.encode())
    terminal.say(f"{path}: {counted(fresh, 'topic')} pinned, {len(lock.topics) - fresh} as they were")


def _lines(
    briefing: "Briefing", pinned: AbstractSet[str], fresh: "Sequence[PinnedTopic]", *, only_fresh: bool
) -> Iterator[str]:
    """A line a topic: pinned, found, or the desk's; then, with `only_fresh`, those to pin that have no page."""
    sources = {statement.id: statement.sources for statement in briefing.statements}
    states = {**dict.fromkeys((pin.id for pin in briefing.lock.topics), "found"), **dict.fromkeys(pinned, "pinned")}
    states = {**states, **{new: states[old] for old, new in briefing.redirects if old in states and new not in states}}
    for topic in briefing.topics:
        state = states.get(topic.id, "desk")
        if only_fresh and state != "found":
            continue
        articles = {article for member in topic.members for article in sources[member.statement]}
        counts = f"{counted(len(topic.members), 'statement'):>14}  {counted(len(articles), 'article'):>12}"
        yield f"{state:6}  {counts}  {visible(topic.id)}  {visible(topic.title)}"
    shown = {topic.id for topic in briefing.topics}
    for pin in fresh if only_fresh else ():
        if pin.id not in shown:
            yield f"found   no page, by decision of the desk  {visible(pin.id)}  {visible(pin.title)}"
