"""How much of a committed site changes when one article is added to a folder of 200.

    python -m benchmarks.churn --corpora DIR [--articles N] [--added N] [--show]

The folder holds real articles, those of events with many reports first. Each of some of them, spread evenly, is added
to a folder of all the others: with topics pinned before any of them came, without dates; the same with dates, those
that are added a day after the others; and with topics found anew in each build. What changes is counted by
`git diff --numstat`. A topic page should change only if a statement or an article of its topic is one of the added
article, or the article says part of it. `--show` prints what changed on the pages of other topics.
"""

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.scale import real_articles, write_folder
from sitegen.build import build_site, gather
from sitegen.config import read_config
from sitegen.each import Lost, here
from sitegen.model import Briefing, Source, Statement
from sitegen.read import read_folder
from sitegen.theme import load_theme
from sitegen.write import write_site

_KINDS = (".html", ".json")
_DAY, _NEXT_DAY = "2024-05-01", "2024-05-02"


@dataclass(frozen=True, slots=True)
class Churn:
    """What one added article changed in a site."""

    article: str
    lines: Counter[str]
    """Suffix of a file → lines that went or came."""
    pages: Counter[str]
    """Folder of pages (empty: the site's own) → pages that changed, came or went."""
    others: tuple[str, ...]
    """Pages of topics that changed, though none of their statements cites the article."""


class Remembered:
    """Goes through articles in this process, and reads each once, however many folders hold it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Any], Any] = {}

    def __call__(self, function: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[Any | Lost]:
        name = repr(function.func if isinstance(function, partial) else function)
        new = [item for item in items if (name, item) not in self._known]
        self._known.update(((name, item), result) for item, result in zip(new, here(function, new), strict=True))
        return iter([self._known[name, item] for item in items])


def measure(
    project: Path, added: int, *, are_pinned: bool, are_dated: bool = False, show: bool = False
) -> Iterator[Churn]:
    """What adding each of `added` articles of a project to all others changes in its site.

    `are_dated`: as if all had been published on one day, and those that are added on the next.
    """
    config = read_config((project / "sitegen.yml").read_text("utf-8"), "sitegen.yml").value
    read = read_folder(project / "content", config.read)
    step = len(read.value) // added
    newer = [source.id for source in read.value[step // 2 :: step][:added]]
    if are_dated:
        dated = (_dated(source, _NEXT_DAY if source.id in newer else _DAY) for source in read.value)
        read = replace(read, value=tuple(dated))
    chosen = [source for source in read.value if source.id in newer]
    each = Remembered()
    if are_pinned:
        before = replace(read, value=tuple(source for source in read.value if source not in chosen))
        config = replace(config, lock=gather(before, config, each=each).value.briefing.lock)
    theme = load_theme(None)
    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        whole = build_site(read, config, theme, each=each).value
        write_site(whole.files, new, writer="sitegen benchmark")
        for source in chosen:
            rest = replace(read, value=tuple(other for other in read.value if other != source))
            write_site(build_site(rest, config, theme, each=each).value.files, old, writer="sitegen benchmark")
            churn = churn_of(source, old, new, whole.briefing)
            if show:
                for path in churn.others:
                    print(_git_diff(old / path, new / path, "--unified=0"), file=sys.stderr)
            yield churn


def _dated(source: Source, day: str) -> Source:
    """`source` as if it had been published on a day, if it states none."""
    head, rule, rest = source.data.partition(b"\n---\n")
    if b"\npublished:" in head:
        return source
    data = head + f"\npublished: {day}".encode() + rule + rest
    return replace(source, data=data, sha256=sha256(data).hexdigest())


def churn_of(source: Source, old: Path, new: Path, briefing: Briefing) -> Churn:
    """What a source changed that was added to what the site `old` is of; `new` and `briefing` have it."""
    cites = {statement.id for statement in briefing.statements if source.id in _cited(statement)}
    touched = {topic.id for topic in briefing.topics if any(member.statement in cites for member in topic.members)}
    lines: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    others: list[str] = []
    for path, changed in _changed(old, new):
        lines[Path(path).suffix if Path(path).suffix in _KINDS else "other"] += changed
        folder, _, name = path.rpartition("/")
        if name.endswith(".html"):
            pages[folder.partition("/")[0]] += 1
        is_there = (old / path).exists() and (new / path).exists()
        if folder == "topics" and name.endswith(".html") and is_there and name.partition(".")[0] not in touched:
            others.append(path)
    return Churn(source.id, lines, pages, tuple(others))


def _cited(statement: Statement) -> set[str]:
    """Articles that a statement rests on, or that say part of it."""
    return {*statement.sources, *(companion.sentence.rpartition(".")[0] for companion in statement.also)}


def _git_diff(old: Path, new: Path, *options: str) -> str:
    command = ["git", "-c", "core.quotePath=false", "diff", "--no-index", *options, str(old), str(new)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True, encoding="utf-8").stdout


def _changed(old: Path, new: Path) -> Iterator[tuple[str, int]]:
    """The files of two folders that are not the same, with how many lines came or went; of a binary file one."""
    # Of two paths git gives three fields: counts, and the paths, of which one is none where a file came or went.
    fields = iter(_git_diff(old, new, "--numstat", "--no-renames", "-z").rstrip("\0").split("\0"))
    for counts in fields:
        came, went, _ = counts.split("\t")
        before, after = next(fields), next(fields)
        path = Path(after).relative_to(new) if Path(after).is_relative_to(new) else Path(before).relative_to(old)
        yield path.as_posix(), 1 if came == "-" else int(came) + int(went)


def as_markdown(found: Sequence[tuple[str, Sequence[Churn]]]) -> str:
    """A table: medians over the articles added, with the least and the most."""
    text = "| topics | HTML lines | JSON lines | other lines | pages | of topics | of names | of articles |"
    text += " pages of other topics |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    for name, churns in found:
        columns = [
            [churn.lines[".html"] for churn in churns],
            [churn.lines[".json"] for churn in churns],
            [churn.lines["other"] for churn in churns],
            [churn.pages.total() for churn in churns],
            *([churn.pages[folder] for churn in churns] for folder in ("topics", "names", "articles")),
            [len(churn.others) for churn in churns],
        ]
        cells = (f"{median(column):,g} ({min(column):,} to {max(column):,})" for column in columns)
        text += f"| {name} | {' | '.join(cells)} |\n"
    return text


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, metavar="DIR", required=True, help="where the real articles are")
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--added", type=int, default=10, metavar="N", help="articles that are added, one by one")
    parser.add_argument("--show", action="store_true", help="print what changed on pages of other topics")
    options = parser.parse_args(arguments)
    found = []
    with TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_folder(project, real_articles(options.corpora), (), options.articles)
        for name, are_pinned, are_dated in (
            ("pinned", True, False),
            ("pinned, dated", True, True),
            ("found anew", False, False),
        ):
            churns = []
            for churn in measure(project, options.added, are_pinned=are_pinned, are_dated=are_dated, show=options.show):
                print(f"{name}: {churn}", file=sys.stderr)
                churns.append(churn)
            found.append((name, churns))
    print(as_markdown(found), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
