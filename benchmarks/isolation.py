"""What articles that crash, hang or bloat their parser cost a build of many good ones.

    python -m benchmarks.isolation [--articles N] [--each K] [--deadline S] [--reading] [--markdown FILE]

A folder of N invented notices is built, and then once more with K articles of each fault among them, spread evenly. The
parser does what such a file's name says: it takes the place of the real one before workers are forked, as nothing of
this is in the program. `--reading`: as far as the articles, without a site. Linux only.
"""

import argparse
import ctypes
import faulthandler
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from unittest.mock import patch

from benchmarks.newsstream import stream
from benchmarks.scale import write_folder
from sitegen import intake
from sitegen.cli import main as sitegen
from sitegen.config import read_config
from sitegen.each import WorkOptions
from sitegen.errors import Outcome
from sitegen.model import Article, Source
from sitegen.parse import ParseOptions, parse
from sitegen.read import read_folder
from sitegen.workers import Workers

ROOT = Path(__file__).parents[1]
_PLANTED = "planted"
_LOST = re.compile(r"^content/(\S+): error: .* \[(\S+)\]$", re.MULTILINE)


def _crash() -> None:
    faulthandler.disable()  # which pytest enables, to tell of crashes that nobody planted
    ctypes.string_at(0)


def _hang() -> None:
    while True:
        pass


def _bloat() -> None:
    """At once: what fills its memory bit by bit may take its whole time for that, and be named for it."""
    bytearray(WorkOptions().most_megabytes * 3_000_000)


FAULTS: MappingProxyType[str, tuple[Callable[[], object], str]] = MappingProxyType(
    {
        "segfault": (_crash, "article-crashed"),
        "hang": (_hang, "article-slow"),
        "memory": (_bloat, "article-heavy"),
    }
)
"""What a planted article makes its parser do → the code that it is to be named with."""


@dataclass(frozen=True, slots=True)
class Run:
    """One build."""

    seconds: float
    status: int
    pages: frozenset[str]
    """Of articles, by their names."""
    lost: dict[str, str]
    """File of an article → the code that it was named with."""


def faulty_parse(source: Source, options: ParseOptions) -> Outcome[tuple[Article, ...]]:
    """As `parse`, if the name of the source plants no fault."""
    for name, (misbehave, _) in FAULTS.items():
        if f"{_PLANTED}-{name}" in source.path:
            misbehave()
    return parse(source, options)


def plant(content: Path, each: int) -> dict[str, str]:
    """Articles of each fault, spread among those of a folder: path → the code that each is to be named with."""
    good = sorted(path.stem for path in content.iterdir())
    names = [name for _ in range(each) for name in FAULTS]
    expected = {}
    for place, name in enumerate(names):
        path = f"{good[len(good) * place // len(names)]}-{_PLANTED}-{name}-{place}.md"
        (content / path).write_text(f"# Planted\n\nAn article that is number {place}.\n", "utf-8")
        expected[path] = FAULTS[name][1]
    return expected


def build(project: Path) -> Run:
    """Build a project from nothing, with `faulty_parse`, in a process of its own."""
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", "from benchmarks.isolation import build_here; build_here()"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    pages = {path.stem for path in (project / "site" / "articles").glob("*.html")}
    return Run(seconds, run.returncode, frozenset(pages), dict(_LOST.findall(run.stderr)))


def build_here() -> None:
    vars(intake)["parse"] = faulty_parse
    sitegen(["build", "--quiet"])


def read(project: Path) -> Run:
    """Read the articles of a project as a build does, with `faulty_parse`, and go no further."""
    start = time.perf_counter()
    settings = project / "sitegen.yml"
    config = read_config(settings.read_text("utf-8"), str(settings)).value
    sources = read_folder(project / config.content, config.read)
    with Workers(config.work) as workers, patch.object(intake, "parse", faulty_parse):
        received = intake.receive(sources.value, sources.problems, config.parse, workers)
    seconds = time.perf_counter() - start
    lost = {problem.path: problem.code for problem in received.problems if problem.level == "error"}
    return Run(seconds, int(bool(lost)), frozenset(article.id for article in received.value.articles), lost)


def measure(articles: int, each: int, deadline: int, run: Callable[[Path], Run] = build) -> tuple[Run, Run, bool]:
    """The build of good articles, the one with planted ones, and whether just those were lost, each under its code."""
    runs, expected = [], {}
    with TemporaryDirectory() as folder:
        for name in ("good", "planted"):
            project = Path(folder) / name
            write_folder(project, (), stream(articles, are_short=True), articles)
            with (project / "sitegen.yml").open("a", encoding="utf-8") as settings:
                settings.write(f"  most_seconds: {deadline}\n")
            if name == "planted":
                expected = plant(project / "content", each)
            runs.append(run(project))
    good, planted = runs
    are_lost = planted.lost == expected and planted.pages == good.pages and len(good.pages) == articles
    return good, planted, are_lost and (good.status, planted.status) == (0, 1)


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0; 1 if other articles than those planted were lost, or they were not named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000, metavar="N")
    parser.add_argument("--each", type=int, default=5, metavar="K")
    parser.add_argument("--deadline", type=int, default=WorkOptions().most_seconds, metavar="S")
    parser.add_argument("--reading", action="store_true", help="as far as the articles, without a site")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there as well")
    options = parser.parse_args(arguments)
    good, planted, are_lost = measure(
        options.articles, options.each, options.deadline, read if options.reading else build
    )
    longer = (planted.seconds - good.seconds) / options.deadline
    text = (
        "| good | planted of each | lost | just those, each named | deadline s | good alone s | with planted s "
        "| longer, in deadlines |\n|--:|--:|--:|---|--:|--:|--:|--:|\n"
        f"| {options.articles:,} | {options.each} | {len(planted.lost)} | {'yes' if are_lost else 'NO'} "
        f"| {options.deadline} | {good.seconds:.0f} | {planted.seconds:.0f} | {longer:.1f} |\n"
    )
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0 if are_lost else 1


if __name__ == "__main__":
    sys.exit(main())
