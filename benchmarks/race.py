"""How long `sitegen build` takes beside other generators, on the same articles in the same run.

    python -m benchmarks.race [--articles N ...] [--only NAME ...] [--cases CASE ...] [--repeat R] [--markdown FILE]

The plain corpus: invented articles of some 630 words, each with one to four topics (`peers.py`). Each generator builds
a project of its own: first from nothing, then once more after nothing, one article, one template, or (sitegen) one
decision of the desk has changed, each on the site that the run before left. Generators are taken from the path; one
that is not installed is left out, and named. Of `--repeat` runs the fastest counts.

Comparing is not quite fair to sitegen, which also finds statements, names, dates and origins; nor to MkDocs, which
makes neither topics nor a feed.
"""

import argparse
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peers import HUGO, PEERS, SITEGEN, Peer, Plain, plain_articles, write_project
from benchmarks.processes import Taken, run

CASES = ("cold", "nothing changed", "one edited", "one added", "one removed", "a template edited", "a desk decision")
_SENTENCE = "The ferry to the northern islands was cancelled for the ninth day."


def race(
    peer: Peer, folder: Path, articles: Sequence[Plain], repeat: int, cases: Sequence[str] = CASES
) -> dict[str, Taken]:
    """Case → what it took. The last article is the one that is added; every race begins with a cold one."""
    *held, added = articles
    write_project(peer, folder, held)
    taken: dict[str, Taken] = {}
    for case in CASES:
        if case == "cold":
            taken[case] = _best(_again(peer, folder) for _ in range(repeat))
        elif case not in cases or (case == "a desk decision" and not peer.desk):
            continue
        elif case == "nothing changed":
            taken[case] = _best(run(peer.command, folder) for _ in range(repeat))
        else:
            taken[case] = _best(_changed(peer, folder, case, held, added, turn) for turn in range(repeat))
        print(f"  {case}: {taken[case]}", file=sys.stderr)
    return taken


def _again(peer: Peer, folder: Path) -> Taken:
    """From nothing: without the site, and without what a generator remembers beside it."""
    for name in (peer.output, ".sitegen", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return run(peer.command, folder)


def _changed(peer: Peer, folder: Path, case: str, held: Sequence[Plain], added: Plain, turn: int) -> Taken:
    """Change one thing, and build. What was changed is put back, and built, before the next."""
    middle = held[len(held) // 2]
    if case == "one edited":
        last = f"{middle.paragraphs[-1]} {_SENTENCE} It was day {turn}."
        path, after = peer.article(replace(middle, paragraphs=(*middle.paragraphs[:-1], last)))
    elif case == "one added":
        path, after = peer.article(added)
    elif case == "one removed":
        path, after = peer.article(middle)[0], ""
    elif case == "a template edited":
        path, after = peer.template, (folder / peer.template).read_text("utf-8") + peer.comment
    else:
        assert peer.desk is not None
        path, after = peer.desk
    file = folder / path
    before = file.read_bytes() if file.exists() else None
    file.write_text(after, "utf-8", newline="\n") if after else file.unlink()
    taken = run(peer.command, folder)
    file.unlink(missing_ok=True)
    if before is not None:
        file.write_bytes(before)
    run(peer.command, folder)
    return taken


def _best(runs: Iterator[Taken]) -> Taken:
    return min(runs, key=lambda taken: taken.wall)


def as_markdown(articles: int, raced: dict[str, dict[str, Taken]]) -> str:
    """A table: a row a generator and case."""
    lines = [
        f"| {articles:,} articles | case | wall s | CPU s | largest process, MB | all, MB | of Hugo's wall time |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    base = raced.get(HUGO.name, {})
    for name, cases in raced.items():
        for case, taken in cases.items():
            times = f"{taken.wall:.2f} | {taken.cpu:.2f} | {taken.largest} | {taken.together}"
            beside = base.get(case) or base.get("nothing changed")
            ratio = f"{taken.wall / beside.wall:.2f}" if beside else ""
            lines.append(f"| {name} | {case} | {times} | {ratio} |")
    return "\n".join(lines) + "\n"


def _version(peer: Peer) -> str:
    printed = subprocess.run(peer.version, capture_output=True, text=True, check=True).stdout.strip()
    return f"{peer.name}: {printed.splitlines()[-1]}"


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000], metavar="N")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="of these generators")
    parser.add_argument("--cases", nargs="+", choices=CASES, default=CASES, metavar="CASE", help="beside the cold one")
    parser.add_argument("--repeat", type=int, default=1, metavar="R", help="runs of each case; the fastest counts")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there as well")
    options = parser.parse_args(arguments)
    asked = [
        peer for peer in (SITEGEN, *PEERS) if not options.only or peer.name.lower() in map(str.lower, options.only)
    ]
    peers = [peer for peer in asked if peer.path()]
    for peer in asked:
        if peer not in peers:
            print(f"{peer.name} is not installed, and left out", file=sys.stderr)
    text = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n"
    text += "".join(f"{_version(peer)}\n" for peer in peers)
    for count in options.articles:
        articles = list(plain_articles(count + 1, options.seed))
        raced: dict[str, dict[str, Taken]] = {}
        for peer in peers:
            print(f"{count:,} articles, {peer.name}", file=sys.stderr)
            with TemporaryDirectory() as folder:
                raced[peer.name] = race(peer, Path(folder) / "project", articles, options.repeat, options.cases)
        text += "\n" + as_markdown(count, raced)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
