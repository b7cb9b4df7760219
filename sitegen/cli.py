"""The command line: options in, exit status out. The only module that prints.

Exit status: 0 fine, 1 findings, 2 wrong usage or configuration, 3 nothing built or a fault of ours, 130 interrupted.
"""

import contextlib
import gc
import hashlib
import io
import json
import os
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import click

from sitegen.errors import CODES, Problem, SitegenError, worst

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.editions import Edition
    from sitegen.errors import Outcome
    from sitegen.importing import Imported
    from sitegen.intake import Until
    from sitegen.model import Briefing

FINE, FINDINGS, USAGE, NOTHING_BUILT, INTERRUPTED = 0, 1, 2, 3, 130
_NOTHING_BUILT_CODES = frozenset({"output-failed"})
_CONFIG_FILE = "sitegen.yml"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::\d*)?:?")
"""`content/a.md:12`, as editors and messages write it, with or without a column."""
_GARBAGE = 200_000
"""Objects made between two looks for garbage. A build keeps nearly all that it makes, and hardly any of it is a cycle:
looking after every 700, as Python does, takes a sixth of the time of `link`."""
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak to the user: `format` of problems, and how much."""

    format: str
    quiet: bool
    project: Path
    config_path: Path

    def say(self, text: str) -> None:
        """What a person reads: beside problems as JSON lines, it must not stand among them."""
        if not self.quiet:
            click.echo(text, err=self.format == "json")

    def report(self, problems: Iterable[Problem]) -> None:
        """Problems go to standard error; as JSON lines and as annotations, to standard output."""
        for problem in problems:
            match self.format:
                case "json":
                    click.echo(json.dumps(asdict(problem), ensure_ascii=False))
                case "github":
                    click.echo(_annotation(problem))
                case _:
                    if problem.level != "note" or not self.quiet:
                        click.echo(_in_words(problem), err=True)

    def from_here(self, problem: Problem, folder: str = "") -> Problem:
        """A problem whose path is below the project (and `folder` in it), as the user would write that path."""
        path = problem.path and (self.project / folder / problem.path).as_posix()
        return replace(problem, path=path)


def _in_words(problem: Problem) -> str:
    colour = {"error": "red", "warning": "yellow", "note": "cyan"}[problem.level]
    where = f"{_visible(problem.where)}: " if problem.where else ""
    first = f"{where}{click.style(problem.level, fg=colour)}: {_visible(problem.message)}  [{problem.code}]"
    return f"{first}\n    {_visible(problem.remedy)}" if problem.remedy else first


def _visible(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would obey: inputs are quoted in messages."""
    readable = text.encode("utf-8", "backslashreplace").decode()
    return _CONTROLS.sub(lambda match: match.group().encode("unicode_escape").decode(), readable)


def _annotation(problem: Problem) -> str:
    """A GitHub workflow command."""

    def escaped(text: str) -> str:
        return _visible(text).replace("%", "%25")

    level = {"error": "error", "warning": "warning", "note": "notice"}[problem.level]
    file = escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    places = [f"file={file}"] if problem.path else []
    places += [f"line={problem.line}"] if problem.line else []
    places += [f"col={problem.column}"] if problem.column else []
    message = f"{problem.message} [{problem.code}] {problem.remedy}".strip()
    return f"::{level} {','.join([*places, f'title={problem.code}'])}::{escaped(message)}"


def _common(function: Callable[P, int]) -> Callable[P, None]:
    """The options that every command takes; its return value is the exit status."""

    @click.option(
        "--config", "config_path", metavar="FILE", default=_CONFIG_FILE, show_default=True, help="The settings."
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json", "github"]),
        default="text",
        show_default=True,
        help="How problems are written.",
    )
    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but warnings and errors.")
    @wraps(function)
    def command(*args: P.args, **kwargs: P.kwargs) -> None:
        options: dict[str, Any] = dict(kwargs)
        path = Path(options.pop("config_path"))
        terminal = Terminal(options.pop("format_"), options.pop("quiet"), path.parent, path)
        try:
            status = function(*args, terminal=terminal, **options)  # type: ignore[arg-type]
        except click.ClickException:
            raise
        except SitegenError as error:
            terminal.report([error.problem])
            status = NOTHING_BUILT if error.problem.code in _NOTHING_BUILT_CODES else USAGE
        except KeyboardInterrupt:
            click.echo("interrupted; what is there is whole", err=True)
            status = INTERRUPTED
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 141
        except Exception:
            traceback.print_exc()
            click.echo("That is a fault of sitegen. Please report it, with the lines above.", err=True)
            status = NOTHING_BUILT
        sys.exit(status)

    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("briefing-sitegen"), prog_name="sitegen")
def main() -> None:
    """Turn a folder of news articles into a briefing site in which every sentence leads to its source.

    \b
    sitegen init my-briefing       a new project, with an example, that builds at once
    sitegen new "Trams run late"   a new article in it
    sitegen import seeds/*.txt     recover the structure of pasted text: Markdown in content/
    sitegen build                  make the site from content/
    sitegen explain content/x.md:9 say what was found on a line, and why; editorial.yml corrects it
    sitegen check                  find dead links, and what else of the site wants mending
    sitegen verify                 prove that every printed sentence is a source's
    sitegen topics --write         pin the topics, so that new articles don't move them
    sitegen diff                   say what the last build changed, statement by statement
    sitegen edition save           keep what the site prints, so that the next can say what is new
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for consoles that lack a letter


@main.command("import")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", is_flag=True, help="Add what each document does not state, and count what became of them.")
@_common
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

    config = _config(terminal)
    with _progress(terminal, "importing") as step, Workers(config.work) as each:
        outcome = import_documents(documents, terminal.project, config, step, each)
    for imported in outcome.value:
        became = f" → {imported.article}" if imported.article else ""
        terminal.say(f"{imported.fate:9}  {_visible(imported.document + became)}")
        if report and imported.notes:
            terminal.say(f"{'':9}  {_visible('; '.join(imported.notes))}")
    if report:
        terminal.say(_totals(outcome.value))
    terminal.report(map(terminal.from_here, outcome.problems))
    return FINDINGS if worst(outcome.problems) == "error" else FINE


@main.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The folder to write to.  [default: site]")
@click.option(
    "--check", "only_check", is_flag=True, help="Say whether the folder is what would be built; write nothing."
)
@click.option("--as-of", metavar="DATE", help="Leave out what was published later: 2026-03-14.")
@click.option("--strict", is_flag=True, help="Two articles with one address are an error.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@_common
def build(
    content: str | None,
    output: str | None,
    only_check: bool,
    as_of: str | None,
    strict: bool,
    timings: bool,
    terminal: Terminal,
) -> int:
    """Make the site from the articles in the content folder.

    An article that can't be read costs that article alone: the rest is built, and the exit status is 1.

    With --as-of the site is what would have been published on that day: of the articles that are there now, those
    published by then, and those that an edition saved by then has; against the editions before. The desk's decisions
    hold, whenever they were taken.

    \b
    sitegen build
    sitegen build --content clippings --output public
    sitegen build --check              # for continuous integration
    sitegen build --as-of 2026-03-14 --output then
    """
    from sitegen.build import build_site
    from sitegen.ownership import require_output
    from sitegen.read import read_folder
    from sitegen.theme import load_theme
    from sitegen.workers import Workers
    from sitegen.write import compare_site, write_site

    config = _config(terminal, content=content, output=output)
    root, target = terminal.project / config.content, terminal.project / config.output
    templates = terminal.project / config.templates
    inputs = (root, templates, terminal.project / config.documents)
    if not only_check:
        require_output(target, terminal.project, inputs)
    clock = _Clock()
    gc.set_threshold(_GARBAGE)
    theme = load_theme(templates if templates.is_dir() else None, config.theme, config.language)
    editions, until = _editions(terminal, as_of)
    clock.start("read")
    with _progress(terminal, "reading") as step:
        read = read_folder(root, replace(config.read, strict=strict), step)
    with Workers(config.work) as each:
        built = build_site(read, config, theme, lambda stage, _items: clock.start(stage), each, editions.value, until)
    problems = [*map(terminal.from_here, (*editions.problems, *built.problems))]
    clock.start("write")
    if only_check:
        report = compare_site(built.value.files, target)
    else:
        with _progress(terminal, "writing") as step:
            report = write_site(
                built.value.files,
                target,
                writer=_writer(),
                project=terminal.project,
                inputs=inputs,
                progress=step,
            )
    clock.stop()
    problems += report.problems
    terminal.report(problems)
    if timings:
        for stage, seconds in clock.seconds.items():
            terminal.say(f"{stage:8} {seconds:7.3f} s")
    failed = worst(problems) == "error"
    if only_check:
        for path, change in report.changes.items():
            terminal.say(f"{change:8} {_visible(str(target / path))}")
        is_built = not (report.changes or report.problems)
        terminal.say(f"{target}/ is {'what would be built' if is_built else 'not what would be built'}")
        return FINDINGS if failed or not is_built else FINE
    terminal.say(_built_words(built.value.briefing, report.changes))
    terminal.say(f"Open {(target / 'index.html').resolve().as_uri()}")
    return FINDINGS if failed else FINE


@main.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@_common
def verify(content: str | None, output: str | None, terminal: Terminal) -> int:
    """Prove that every sentence a site prints is, word for word, in its article and in the document received.

    Reads the site and the inputs, and trusts neither: a changed character in one of them is named.

    \b
    sitegen verify
    """
    from sitegen.intake import receive
    from sitegen.ownership import MANIFEST, manifest_digests
    from sitegen.parse import is_text, visible_words
    from sitegen.read import read_documents, read_folder
    from sitegen.verify import Inputs, made_as_of
    from sitegen.verify import verify as verify_site
    from sitegen.workers import Workers
    from sitegen.write import read_site

    config = _config(terminal, content=content, output=output)
    files = read_site(terminal.project / config.output)
    editions, until = _editions(terminal, made_as_of(files))
    sources = read_folder(terminal.project / config.content, config.read).value
    with Workers(config.work) as each:
        received = receive(sources, (), config.parse, each, until)
    articles = {article.id: article for article in received.value.articles}
    named = {article.metadata.document for article in articles.values() if article.metadata.document}
    documents = read_documents(terminal.project, sorted(named), config.read).value
    inputs = Inputs(
        articles,
        {document.path: document.data for document in documents},
        {document.path: words for document in documents if (words := visible_words(document)) is not None},
        {source.path: visible_words(source) or "" for source in sources if not is_text(source.path)},
        config.content,
        {
            edition.date: {id_: said.text for id_, said in edition.published.sentences.items() if said.text}
            for edition in editions.value
        },
    )
    digests = manifest_digests(files[MANIFEST]) or {}
    of_site = {"briefing.json", *files, *digests}
    problems = [
        terminal.from_here(problem, config.output if problem.path in of_site else "")
        for problem in verify_site(files, digests, inputs)
    ]
    problems += map(terminal.from_here, editions.problems)
    terminal.report(problems)
    if not problems:
        terminal.say(f"{config.output}/: every printed sentence is a source's, and every note leads there and back")
    return FINDINGS if problems else FINE


@main.command()
@click.argument("place", metavar="FILE[:LINE]|CODE")
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@_common
def explain(place: str, content: str | None, terminal: Terminal) -> int:
    """Say what was found on a line of an article, and why; or what a problem's code means.

    FILE is an article's file, or its id. Shown are the block and why it is one; each sentence with its id, whose claim
    it is, the names, quotations and dates in it; what became of it, the statement and the topics that it is in, where
    others differ, and what the desk decided on any of it. What is wrong there is put right in editorial.yml:
    docs/reference/editorial.md. While that file has a fault, it is told, and the line is explained without decisions.
    With --format json all of it is one object. CODE is what stands in brackets behind a problem.

    \b
    sitegen explain content/harbour.md:12
    sitegen explain link-dead                  # what the problem means, and how to mend it
    sitegen explain content/harbour.md         # all of it
    sitegen explain --format json content/harbour.md:12
    """
    from sitegen.build import gather
    from sitegen.commands.problems import explain_code, no_such_code
    from sitegen.explain import explain as explain_place
    from sitegen.explain_words import in_words
    from sitegen.parse import is_text
    from sitegen.read import read_folder
    from sitegen.workers import Workers

    if place in CODES:
        return explain_code(place, terminal)
    faults: list[Problem] = []
    config = _config(terminal, content=content, faults=faults)
    root = terminal.project / config.content
    if not root.is_dir() and (unknown := no_such_code(place)):
        raise unknown
    match = _PLACE.fullmatch(place)
    written, line = (match["file"], int(match["line"])) if match else (place, None)
    below = os.path.relpath(written or ".", root)
    file = written if below.startswith("..") else below.replace(os.sep, "/")
    with _progress(terminal, "reading") as step:
        read = read_folder(root, config.read, step)
    with Workers(config.work) as each:
        gathered = gather(read, config, each=each)
    briefing, arrivals = gathered.value.briefing, gathered.value.arrivals
    folder = root.as_posix()
    found = explain_place(briefing, arrivals, file, line, content=folder, is_text=is_text)
    if worst(found.problems) == "error":
        raise no_such_code(place) or SitegenError(replace(found.problems[0], path=place))
    path = found.value.file if found.value else f"{folder}/{file}"
    own = [problem for problem in map(terminal.from_here, gathered.problems) if problem.path == path]
    if faults:
        terminal.report(faults)
        terminal.say("This is without the decisions of editorial.yml, until that is mended.\n")
    if found.value is None:
        terminal.report([*own, *found.problems])
        return FINDINGS
    if terminal.format == "json":
        click.echo(json.dumps({**asdict(found.value), "problems": [*map(asdict, own)]}, ensure_ascii=False))
    else:
        for words in in_words(found.value):
            click.echo(_visible(words))
        terminal.report(own)
    return FINDINGS if faults else FINE


@main.command()
@click.option("--content", metavar="FOLDER", help="The folder of articles.  [default: content]")
@click.option("--write", "write_", is_flag=True, help="Pin the topics that are not pinned yet.")
@click.option("--check", "only_check", is_flag=True, help="Say what --write would pin; write nothing.")
@_common
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
    from sitegen.build import gather
    from sitegen.disk import disk_errors, replace_file
    from sitegen.lock import LOCK, lock_text
    from sitegen.read import read_folder
    from sitegen.workers import Workers

    if write_ and only_check:
        raise click.UsageError("--write and --check exclude each other.")
    config = _config(terminal, content=content)
    with _progress(terminal, "reading") as step:
        read = read_folder(terminal.project / config.content, config.read, step)
    with Workers(config.work) as each:
        outcome = gather(read, config, each=each)
    briefing, path = outcome.value.briefing, terminal.project / LOCK
    pinned = {pin.id for pin in config.lock.topics}
    fresh = [pin for pin in briefing.lock.topics if pin.id not in pinned]
    problems = [p for p in outcome.problems if p.code != "topic-unpinned"]
    terminal.report(map(terminal.from_here, problems))
    if write_:
        text = lock_text(briefing.lock)
        if not briefing.lock.topics or text == _text(path, is_optional=True):
            terminal.say("nothing to pin")
        else:
            with disk_errors(path, "pin the topics", "sitegen topics --write"):
                replace_file(path, text.encode())
            counts = f"{_counted(len(fresh), 'topic')} pinned, {len(pinned)} as they were"
            terminal.say(f"{path}: {counts}")
        return FINDINGS if worst(problems) == "error" else FINE
    sources = {statement.id: statement.sources for statement in briefing.statements}
    states = {**dict.fromkeys((pin.id for pin in briefing.lock.topics), "found"), **dict.fromkeys(pinned, "pinned")}
    states = {**states, **{new: states[old] for old, new in briefing.redirects if old in states and new not in states}}
    hidden = {pin.id for pin in fresh}.difference(topic.id for topic in briefing.topics)
    for topic in briefing.topics:
        state = states.get(topic.id, "desk")
        if only_check and state != "found":
            continue
        articles = {article for member in topic.members for article in sources[member.statement]}
        counts = f"{_counted(len(topic.members), 'statement'):>14}  {_counted(len(articles), 'article'):>12}"
        terminal.say(f"{state:6}  {counts}  {_visible(topic.id)}  {_visible(topic.title)}")
    for pin in fresh if only_check else ():
        if pin.id in hidden:
            terminal.say(f"found   no page, by decision of the desk  {_visible(pin.id)}  {_visible(pin.title)}")
    if not briefing.topics:
        terminal.say("no topics: no two articles share a subject")
    is_empty = any(problem.code == "topic-empty" for problem in problems)
    if only_check and briefing.topics:
        terminal.say(f"{_counted(len(fresh), 'topic')} to pin" if fresh else "every topic is pinned")
    return FINDINGS if worst(problems) == "error" or (only_check and (fresh or is_empty)) else FINE


@main.command()
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
@_common
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
    sitegen diff                                # what the last build changed
    sitegen diff main                           # what this branch changes
    sitegen diff 2026-03-14                     # what is new since that edition
    sitegen diff v1.0 v1.1 --as html --to changes.html
    sitegen diff origin/main --as markdown --fail-on fact-changed,citation-lost
    """
    from sitegen import diff_words
    from sitegen.diff import KINDS
    from sitegen.diff import diff as changes_between
    from sitegen.disk import disk_errors, replace_file
    from sitegen.editions import read_either
    from sitegen.revisions import read_briefing_of
    from sitegen.text import closest

    config = _config(terminal, output=output)
    kinds = [kind.strip() for kind in (fail_on or ",".join(KINDS)).split(",")]
    for kind in kinds:
        if kind not in KINDS:
            guess = closest(kind, KINDS)
            hint = f"did you mean {guess}?" if guess else f"there are: {', '.join(KINDS)}"
            raise click.BadParameter(f"there is no kind “{kind}”; {hint}", param_hint="--fail-on")
    published = []
    for given in (old, new or str(terminal.project / config.output)):
        data, name = read_briefing_of(given, terminal.project, config.output)
        try:
            published.append(read_either(data))
        except (ValueError, RecursionError) as error:
            message = f"this briefing.json can't be read: {error}"
            remedy = "build it again; one of a much older version can't be compared"
            raise SitegenError(Problem("briefing-broken", "error", message, name, remedy=remedy)) from error
    changes = changes_between(*published)
    match form:
        case "json":
            text = diff_words.as_json(changes)
        case "html":
            text = diff_words.as_html(changes)
        case "markdown":
            text = diff_words.as_markdown(changes, link)
        case _:
            text = "\n".join(map(_visible, diff_words.as_text(changes)))
    if target is None:
        click.echo(_coloured(text) if form == "text" else text.removesuffix("\n"))
    else:
        with disk_errors(target, "written", "sitegen diff --to"):
            replace_file(target, (text.removesuffix("\n") + "\n").encode())
        terminal.say(f"{target}: {diff_words.counts(changes)}")
    return FINDINGS if any(change.kind in kinds for change in changes) else FINE


@main.command()
@click.argument("verb", type=click.Choice(["save", "list"]))
@click.argument("date", required=False)
@click.option("--output", metavar="FOLDER", help="The built site.  [default: site]")
@_common
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
    from sitegen.edition_files import FOLDER, edition_path, read_editions, require_newer, save_edition
    from sitegen.editions import day, day_of, edition_bytes
    from sitegen.ownership import MANIFEST, manifest_digests
    from sitegen.published import read_published
    from sitegen.revisions import BRIEFING
    from sitegen.write import read_site

    config = _config(terminal, output=output)
    editions = read_editions(terminal.project)
    terminal.report(map(terminal.from_here, editions.problems))
    if verb == "list":
        for one in editions.value:
            printed = one.published
            counts = (
                f"{_counted(len(printed.statements), 'statement'):>16}  {_counted(len(printed.topics), 'topic'):>10}"
            )
            terminal.say(f"{one.date}  {counts}  {_counted(len(printed.articles), 'article'):>13}")
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
        terminal.say(f"{target}: {_counted(len(published.statements), 'statement')}; commit it, and build again")
    else:
        terminal.say(f"{FOLDER}/{saved_on}.json is this edition already")
    return FINE


_CHANGED = re.compile(r"(\[-.*?-\])|(\{\+.*?\+\})")


def _coloured(line: str) -> str:
    """What went in red, what came in green, where the terminal has colours; click takes them out elsewhere."""
    return _CHANGED.sub(lambda match: click.style(match.group(), fg="red" if match.group(1) else "green"), line)


def _editions(terminal: Terminal, as_of: str | None) -> "tuple[Outcome[tuple[Edition, ...]], Until | None]":
    """The editions to hold a site against, oldest first, and until when articles are used."""
    from sitegen.edition_files import read_editions
    from sitegen.editions import day
    from sitegen.intake import Until

    editions = read_editions(terminal.project)
    if as_of is None:
        return editions, None
    try:
        day(as_of)
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint="--as-of") from error
    known = {id_ for one in editions.value if one.date <= as_of for id_ in one.published.articles}
    # That of the day itself is what is made: it is held against those before.
    before = tuple(one for one in editions.value if one.date < as_of)
    return replace(editions, value=before), Until(as_of, frozenset(known))


def _epoch_day(otherwise: str | None) -> str | None:
    """The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), if that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return otherwise
    return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))


def _config(
    terminal: Terminal, *, content: str | None = None, output: str | None = None, faults: list[Problem] | None = None
) -> "Config":
    """The project's settings; options of the command line stand above the file.

    `faults`: takes those of `editorial.yml`, which is then left aside; None: they are as grave as any.
    Raises: SitegenError for the last fault of the file, after all were reported.
    """
    from sitegen.config import read_config, read_outlets
    from sitegen.editorial import EDITORIAL, read_editorial
    from sitegen.lock import LOCK, read_lock
    from sitegen.model import Decisions
    from sitegen.parse.outlets import REGISTRY, make_registry

    outcome = read_config(
        _text(terminal.config_path, is_optional=str(terminal.config_path) == _CONFIG_FILE), str(terminal.config_path)
    )
    registry_path = terminal.project / REGISTRY
    outlets = read_outlets(_text(registry_path, is_optional=True), str(registry_path))
    editorial_path = terminal.project / EDITORIAL
    editorial = read_editorial(_text(editorial_path, is_optional=True), str(editorial_path))
    lock_path = terminal.project / LOCK
    lock = read_lock(_text(lock_path, is_optional=True), str(lock_path))
    decisions, of_editorial = editorial.value, editorial.problems
    if faults is not None and of_editorial:
        faults += of_editorial
        decisions, of_editorial = Decisions(), ()
    found = [*outcome.problems, *outlets.problems, *of_editorial, *lock.problems]
    if worst(found) == "error":
        terminal.report(found[:-1])
        raise SitegenError(found[-1])
    config = outcome.value
    return replace(
        config,
        parse=replace(config.parse, registry=make_registry(outlets.value)),
        decisions=decisions,
        lock=replace(lock.value, path=LOCK),
        content=_given(content, terminal) or config.content,
        output=_given(output, terminal) or config.output,
    )


def _text(path: Path, *, is_optional: bool) -> str:
    """The text of a file of settings; an optional one that is not there is empty."""

    def broken(message: str, remedy: str, line: int = 0) -> SitegenError:
        return SitegenError(Problem("yaml-broken", "error", message, str(path), line, remedy=remedy))

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        if is_optional:
            return ""
        raise click.BadParameter(f"there is no file {path}", param_hint="--config") from error
    except OSError as error:
        raise broken(f"can't be read: {error.strerror}", "check the file and its permissions") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(f"byte {error.start} is not UTF-8", "save the file as UTF-8", line) from error


def _given(folder: str | None, terminal: Terminal) -> str | None:
    """A folder of the command line, which is meant from where the user stands, as the settings have it."""
    if folder is None or terminal.project == Path():
        return folder
    return str(Path(folder).absolute())


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


def _writer() -> str:
    return f"sitegen {version('briefing-sitegen')}"


def _built_words(briefing: "Briefing", changes: Mapping[str, Any]) -> str:
    counts = f"{_counted(len(briefing.analyses), 'article')}, {_counted(len(briefing.topics), 'topic')}"
    return f"{counts}; {_counted(len(changes), 'file')} written or removed" if changes else f"{counts}; nothing changed"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class _Clock:
    """How long stages took, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = 0.0

    def start(self, stage: str) -> None:
        self.stop()
        self._stage, self._since = stage, time.perf_counter()

    def stop(self) -> None:
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + time.perf_counter() - self._since
            self._stage = ""


@contextlib.contextmanager
def _progress(terminal: Terminal, doing: str) -> Iterator[Callable[[str], None]]:
    """A line that counts, on a terminal, once the work takes longer than a second."""
    shows = not terminal.quiet and terminal.format == "text" and sys.stderr.isatty()
    began = time.monotonic()
    count, last = 0, 0.0

    def step(_: str) -> None:
        nonlocal count, last
        count += 1
        now = time.monotonic()
        if shows and now - began > 1 and now - last > 0.1:
            last = now
            click.echo(f"\r{doing}: {count:,}", nl=False, err=True)

    yield step
    if last:
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


from sitegen import commands  # noqa: E402, F401 - further commands, which use what stands above
