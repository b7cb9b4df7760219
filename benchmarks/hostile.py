"""Which hostile inputs take longest, and why.

    python benchmarks/hostile.py [--all]

Each is as large as the limits let it be, and is parsed, analysed and linked alone. CPU seconds; memory is not measured.
Larger ones are refused before any parser sees them. One that takes a minute is given up.
"""

import argparse
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.each import Lost, WorkOptions
from sitegen.link import LinkOptions, link
from sitegen.model import Source
from sitegen.parse import ParseOptions, parse
from sitegen.workers import Workers

SHOWN = 5
DEADLINE = 60
"""Seconds of all stages together, twice what a build allows for each."""
LINES, TAGS, BYTES = ParseOptions().most_lines, ParseOptions().most_tags, 5_000_000


class Hostile(NamedTuple):
    """An input, and what makes it slow."""

    name: str
    path: str
    make: Callable[[], str]
    why: str


INPUTS = (
    Hostile("one word a line", "a.txt", lambda: "word\n" * LINES, "each line is a block and a sentence"),
    Hostile(
        "another word a line", "a.txt", lambda: "".join(f"w{n}\n" for n in range(LINES)), "each line is also a new word"
    ),
    Hostile("items", "a.md", lambda: "- x\n" * LINES, "markdown-it makes five tokens of each item"),
    Hostile("rows", "a.md", lambda: "|a|b|\n|-|-|\n" + "|x|y|\n" * (LINES - 2), "markdown-it reads every cell"),
    Hostile("open paragraphs", "a.html", lambda: "<p>word" * TAGS, "each is an element, a box and a passage"),
    Hostile("breaks", "a.html", lambda: "<p>" + "word<br>" * (TAGS - 1), "one sentence of so many words"),
    Hostile("cells", "a.html", lambda: "<p>x<table>" + "<tr><td>x" * (TAGS // 2 - 1), "rows are read twice"),
    Hostile("one line", "a.txt", lambda: "word " * (BYTES // 5), "one sentence of a million words"),
    Hostile("one word", "a.txt", lambda: "x" * BYTES, "one word of five million letters"),
    Hostile("sentences", "a.txt", lambda: "It is. " * (BYTES // 7), "700,000 sentences in one paragraph"),
    Hostile("names", "a.txt", lambda: "Ann Bo. " * (BYTES // 8), "as many sentences, each with a name"),
    Hostile("emphasis", "a.md", lambda: "*a " * (BYTES // 3), "each star may open or close"),
    Hostile("brackets", "a.md", lambda: "[" * 20_000 + "[a](" * 10_000, "each may open a link"),
    Hostile("quotations", "a.txt", lambda: '"a" ' * (BYTES // 4), "each may be speech with a speaker"),
)  # fmt: skip


def measure(number: int) -> tuple[float, float, float, str]:
    """CPU seconds of parse, analyse and link, and what became of the input."""
    hostile = INPUTS[number]
    source = Source("a", hostile.path, hostile.make().encode(), "")
    start = time.process_time()
    outcome = parse(source, ParseOptions())
    parsed = time.process_time()
    if not outcome.value:
        return parsed - start, 0.0, 0.0, outcome.problems[-1].code
    analysis = analyse(outcome.value[0], AnalyseOptions()).value
    analysed = time.process_time()
    if len(analysis.sentences) > WorkOptions().most_sentences:
        return parsed - start, analysed - parsed, 0.0, "article-large"
    link((analysis,), LinkOptions())
    return parsed - start, analysed - parsed, time.process_time() - analysed, f"{len(analysis.sentences):,} sentences"


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help=f"list all of them, not only the {SHOWN} slowest")
    options = parser.parse_args(arguments)
    rows = []
    with Workers(WorkOptions(most_seconds=DEADLINE), processes=1) as each:
        for hostile, row in zip(INPUTS, each(measure, range(len(INPUTS))), strict=True):
            print(hostile.name, row, file=sys.stderr)
            rows.append((hostile, (float(DEADLINE), 0.0, 0.0, row.code) if isinstance(row, Lost) else row))
    rows.sort(key=lambda row: -sum(row[1][:3]))
    print("| input | parse s | analyse s | link s | read as | why |\n|---|--:|--:|--:|---|---|")
    for hostile, (parsed, analysed, linked, became) in rows[: None if options.all else SHOWN]:
        print(f"| {hostile.name} | {parsed:.1f} | {analysed:.1f} | {linked:.1f} | {became} | {hostile.why} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
