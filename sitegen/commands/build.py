"""`sitegen build`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.commands.common import common_options, given_folder, project_settings, take_turn
from sitegen.commands.executor import EXECUTORS, Executor, opened_executor
from sitegen.commands.making import built_words, changes_words, counts_words, inputs_of, make_site, write_built
from sitegen.commands.program import program_digest
from sitegen.errors import Outcome, worst
from sitegen.terminal import FINDINGS, FINE, Clock, Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.build import Built
    from sitegen.commands.up_to_date import UpToDate
    from sitegen.config import Config
    from sitegen.last_build import LastBuild
    from sitegen.memo import Memo

_STAGES = {
    "sitegen.intake._read_file": "parse",
    "sitegen.build._analyse": "analyse",
    "sitegen.link.article_words.read_words": "words",
    "sitegen.link.findings.compare": "affairs",
    "sitegen.link.findings.fill": "topics of affairs",
}
"""The work that a memo remembers, by the function that does it."""
_MOST_REASONS = 5
"""That are each named."""


@click.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The folder to write to.  [default: site]")
@click.option(
    "--check", "only_check", is_flag=True, help="Say whether the folder is what would be built; write nothing."
)
@click.option("--as-of", metavar="DATE", help="Leave out what was published later: 2026-03-14.")
@click.option("--strict", is_flag=True, help="Two articles with one address are an error.")
@click.option(
    "--pdf", metavar="FILE", type=click.Path(path_type=Path), help="Write a PDF too, of the first page and the topics."
)
@click.option("--epub", metavar="FILE", type=click.Path(path_type=Path), help="Write a book for e-readers too.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True, help="Of the PDF.")
@click.option(
    "--executor",
    type=click.Choice(EXECUTORS),
    default="processes",
    show_default=True,
    help="What reads and analyses articles: processes here, this process alone, or the workers of a cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of the cluster: tcp://10.0.0.5:8786.")
@click.option("--why", is_flag=True, help="Say what was done again, and why.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@common_options
def build(
    content: str | None,
    output: str | None,
    only_check: bool,
    as_of: str | None,
    strict: bool,
    pdf: Path | None,
    epub: Path | None,
    paper: str,
    executor: str,
    scheduler: str | None,
    why: bool,
    timings: bool,
    terminal: Terminal,
) -> int:
    """Make the site from the articles in the content folder.

    If nothing changed since the last build, the site is left as it is; a page that was damaged is mended. What builds
    remember for that is in the folder .sitegen, which may be deleted.

    An article that can't be read costs that article alone: the rest is built, and the exit status is 1.

    With --pdf and --epub the first page and the topics are one document too, with a contents list and the notes.

    With --as-of the site is what would have been published on that day: of the articles that are there now, those
    published by then, and those that an edition saved by then has; against the editions before. The desk's decisions
    hold, whenever they were taken.

    \b
    sitegen build
    sitegen build --content clippings --output public
    sitegen build --check              # for continuous integration
    sitegen build --as-of 2026-03-14 --output then
    sitegen build --pdf briefing.pdf   # needs: pip install "briefing-sitegen[print]"
    sitegen build --executor dask --scheduler tcp://10.0.0.5:8786   # needs: pip install "briefing-sitegen[dask]"
    """
    if (pdf or epub) and only_check:
        raise click.UsageError("--check writes nothing, so it takes no --pdf and no --epub.")
    if (executor == "dask") != bool(scheduler):
        raise click.UsageError("--executor dask and --scheduler ADDRESS need each other.")
    from sitegen.commands.up_to_date import UpToDate

    folders = {name: given_folder(folder, terminal) for name, folder in (("content", content), ("output", output))}
    record = None if only_check else UpToDate(terminal, {**folders, "as-of": as_of, "strict": strict})
    verdict = record.judge() if record else None
    if verdict and verdict.standing and not (pdf or epub):
        return _stand(terminal, verdict.standing, why=why)

    if why and verdict:
        _say_why(terminal, verdict.why)

    from sitegen.file_digests import DiskDigests
    from sitegen.ownership import require_output
    from sitegen.write import compare_site

    if record:
        record.begin()
    config = project_settings(terminal, content=content, output=output)
    target = terminal.project / config.output
    there = DiskDigests()
    if not only_check:
        require_output(target, terminal.project, inputs_of(terminal, config))
        there.time = take_turn(target, "build")  # before anything is read: else the older of two builds may come last
    if record and verdict:
        record.settle(config, verdict.inputs)
    clock = Clock()
    with opened_executor(terminal, config, executor, scheduler) as opened:
        built = _made(terminal, config, clock, record, opened, as_of=as_of, strict=strict, why=why)
    if pdf or epub:  # they go through all files once more, which would make them anew
        built = replace(built, value=replace(built.value, files=tuple(built.value.files)))
    clock.start("write")
    report = (
        compare_site(built.value.files, target)
        if only_check
        else write_built(terminal, config, built.value, there=there)
    )
    if pdf or epub:
        clock.start("print")
        _print(built.value, config, pdf, paper, epub)
    clock.stop()
    problems = [*built.problems, *report.problems]
    terminal.report(problems)
    if timings:
        terminal.say(clock.table())
    else:
        terminal.timings(clock)
    failed = worst(problems) == "error"
    if only_check:
        for path, change in report.changes.items():
            terminal.say(f"{change:8} {visible(str(target / path))}")
        is_built = not (report.changes or report.problems)
        terminal.say(f"{target}/ is {'what would be built' if is_built else 'not what would be built'}")
        return FINDINGS if failed or not is_built else FINE
    if record and not report.problems:
        record.keep(config, built.problems, counts_words(built.value.briefing), there)
    terminal.say(built_words(built.value.briefing, report.changes))
    for document in filter(None, (pdf, epub)):
        terminal.say(f"{visible(str(document))}: the first page and the topics")
    _say_where(terminal, target)
    return FINDINGS if failed else FINE


def _made(
    terminal: Terminal,
    config: "Config",
    clock: Clock,
    record: "UpToDate | None",
    executor: Executor,
    *,
    as_of: str | None,
    strict: bool,
    why: bool,
) -> "Outcome[Built]":
    """The site, for which articles that an earlier build worked on are not worked on again."""
    from sitegen.memo import Memo
    from sitegen.store import open_store

    with open_store(record.cache if record else None) as store:
        memo = Memo(store, program_digest())
        each, each_affair = memo.each(executor.each), memo.each(executor.each_affair)
        built = make_site(
            terminal, config, clock, each, as_of=as_of, strict=strict, each_affair=each_affair, spread=executor.spread
        )
        if why and store:
            _say_work(terminal, memo)
        memo.forget_unused()
    return built


def _say_work(terminal: Terminal, memo: "Memo") -> None:
    """Say which articles and affairs each step worked on; an affair is named by its first article. What comes after
    looks at all articles together."""
    for name, stage in _STAGES.items():
        redone = memo.redone.get(name, {})
        named = "".join(f", {visible(id_)} ({reason})" for id_, reason in islice(redone.items(), _MOST_REASONS))
        more = ", …" if len(redone) > _MOST_REASONS else ""
        terminal.say(f"{stage}: {len(redone):,} of {memo.asked.get(name, 0):,}{named}{more}")
    terminal.say("the rest of link, compose, render: all, as each page may depend on every article")


def _stand(terminal: Terminal, last: "LastBuild", *, why: bool) -> int:
    """Say of a build that would do nothing what it would say."""
    terminal.report(last.problems)
    if why or terminal.verbose:
        terminal.say("nothing was done again: all that the last build read and wrote is as it was")
    terminal.say(f"{last.counts}; {changes_words(0)}")
    _say_where(terminal, Path(last.output))
    return FINDINGS if worst(last.problems) == "error" else FINE


def _say_why(terminal: Terminal, why: Sequence[str]) -> None:
    for reason in why[:_MOST_REASONS]:
        terminal.say(f"built again: {visible(reason)}")
    if len(why) > _MOST_REASONS:
        terminal.say(f"built again: and for {counted(len(why) - _MOST_REASONS, 'other reason')}")


def _say_where(terminal: Terminal, target: Path) -> None:
    from sitegen.ownership import MANIFEST, digest_of

    if terminal.verbose:
        terminal.detail("digest", digest_of((target / MANIFEST).read_bytes()))
    terminal.say(f"Open {(target / 'index.html').resolve().as_uri()}")


def _print(built: "Built", config: "Config", pdf: Path | None, paper: str, epub: Path | None) -> None:
    from sitegen.printing import write_epub, write_pdf

    files = {file.path: file.data for file in built.files}
    title, language, site_url = config.title, config.language, config.site_url
    if pdf:
        write_pdf(files, pdf, title=title, language=language, site_url=site_url, paper=paper)
    if epub:
        days = (analysis.article.metadata.published for analysis in built.briefing.analyses)
        newest = max(filter(None, days), default="")[:10]
        write_epub(files, epub, title=title, language=language, site_url=site_url, day=newest)
