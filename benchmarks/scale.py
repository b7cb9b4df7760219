"""What a build costs as its folder grows, and whether the indexes still find what comparing all pairs would.

    python -m benchmarks.scale [--corpora DIR] [--articles N ...] [--invented | --short] [--link-only] [--markdown FILE]

A folder of N articles holds the real ones of DIR first (clusters, summaries, topics, documents), then invented ones
(`newsstream.py`). Each is built by a process of its own, workers and all; its stages are timed, and the memory of all
its processes is sampled. `--build-only`: without the recall of candidates.
"""

import argparse
import gc
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.articles import analysis_of
from benchmarks.newsstream import Told, stream
from benchmarks.processes import children, held
from sitegen.build import build_site, gather
from sitegen.config import read_config
from sitegen.intake import receive
from sitegen.link.corpus import Corpus, make_corpus
from sitegen.link.similar import Similarity, SimilarOptions, dot
from sitegen.link.statements import StatementOptions, group_sentences
from sitegen.link.stories import StoryOptions, article_vectors, count_stems, find_pairs
from sitegen.read import read_folder
from sitegen.theme import load_theme
from sitegen.workers import Workers
from sitegen.write import write_site

_EVERY = 1.0
"""Seconds between two looks at the memory: one at a process of 1.2 GB takes 16 ms of CPU, charged to the stage."""
_RUN = 3
"""Words in a row; an article that shares many of them with another is a near-copy."""
_ASKED = 200
"""Sentences whose company is looked for among all others, when recall is measured."""
_SAMPLE = 1_000
"""Articles that recall is measured on."""


@dataclass(frozen=True, slots=True)
class Lap:
    """One stage of one build; seconds, and MB of all processes together at its worst moment."""

    stage: str
    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Real:
    """A text of the corpora, as an article."""

    id: str
    title: str
    published: str
    outlet: str
    text: str


# Folders


def real_articles(corpora: Path) -> Iterator[Real]:
    """What news the corpora hold, events with many reports first."""
    for item in _items(corpora / "clusters/ecb.jsonl"):
        yield Real(item["id"], item["title"] or "", "", "", item["text"])
    for item in _items(corpora / "clusters/basil.jsonl"):
        yield Real(item["id"], item["title"], item["date"], item["source"], item["text"])
    for item in _items(corpora / "topics/bbc.jsonl"):
        yield Real(item["id"], item["title"], "", "BBC", item["text"])
    for name in ("summary/cnndm", "structure/gold", "entities/meantime"):
        for item in _items(corpora / f"{name}.jsonl"):
            yield Real(item["id"], "", "", "", item["text"])
    for item in _items(corpora / "summary/bbc_extractive.jsonl"):
        yield Real(item["id"], item["sents"][0], "", "BBC", " ".join(item["sents"][1:]))
    for item in _items(corpora / "timelines/docs_2.jsonl"):
        yield Real(item["id"], item["sents"][0], "", "", " ".join(item["sents"][1:]))
    for item in _items(corpora / "summary/gumsum.jsonl"):
        yield Real(item["id"], item["title"], "", "", "\n".join(" ".join(p["sents"]) for p in item["paras"]))


def _items(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def write_folder(project: Path, real: Iterable[Real], invented: Iterable[Told], articles: int) -> tuple[int, int]:
    """A project of `articles` articles, the real ones first; how many of each there are."""
    content = project / "content"
    content.mkdir(parents=True)
    (project / "sitegen.yml").write_text(f"title: Scale\nlimits:\n  most_files: {articles * 2}\n", "utf-8")
    written = 0
    for one in islice(real, articles):
        facts = {"title": one.title, "published": one.published, "publisher": one.outlet}
        paragraphs = re.split(r"\s*\n\s*", one.text.strip())
        _write(content / f"{_slug(one.id)}-{written}.md", facts, paragraphs)
        written += 1
    count = written
    for told in islice(invented, articles - written):
        facts = {"title": told.title, "published": told.published.isoformat(), "publisher": told.outlet}
        _write(content / f"{told.id}.md", facts, told.paragraphs)
        written += 1
    return count, written - count


def _write(path: Path, facts: dict[str, str], paragraphs: Iterable[str]) -> None:
    path.write_text(front_matter(facts) + "\n\n".join(paragraphs) + "\n", "utf-8")


def front_matter(facts: Mapping[str, str]) -> str:
    """The facts that are known, as front matter: JSON is YAML."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items() if value)
    return "---\n" + "".join(lines) + "---\n\n"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:60]


def likest(told: Sequence[Told]) -> list[float]:
    """For each article the largest share of its runs of three words that one other holds, lowest first."""
    runs = [_runs(one) for one in told]
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, found in enumerate(runs):
        for run in found:
            holders.setdefault(run, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        shared.update(combinations(numbers, 2))
    best = [0.0] * len(told)
    for (one, other), count in shared.items():
        for number in (one, other):
            best[number] = max(best[number], count / max(1, len(runs[number])))
    return sorted(best)


def _runs(told: Told) -> set[tuple[str, ...]]:
    words = " ".join(told.paragraphs).lower().split()
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))


# Time and memory


def build(project: Path, *, link_only: bool = False) -> list[Lap]:
    """Build a project as `sitegen build` does, workers and all, and time its stages. `link_only`: make no pages."""
    gc.set_threshold(200_000)
    walls: defaultdict[str, float] = defaultdict(float)
    cpus: defaultdict[str, float] = defaultdict(float)
    stage, since, spent = "", 0.0, 0.0
    memory = _Memory()

    def start(name: str, _items: int = 0) -> None:
        """Leave the stage that runs, and go on with another: composing, rendering and writing take turns."""
        nonlocal stage, since, spent
        wall, cpu = time.perf_counter(), _cpu()
        walls[stage] += wall - since
        cpus[stage] += cpu - spent
        stage = memory.stage = name
        since, spent = wall, cpu

    settings = project / "sitegen.yml"
    config = read_config(settings.read_text("utf-8"), str(settings)).value
    theme = load_theme(None)
    start("read")
    read = read_folder(project / config.content, config.read)
    with Workers(config.work) as each:
        built = None if link_only else build_site(read, config, theme, start, each).value
        if link_only:
            gather(read, config, start, each)
    if built:
        write_site(built.files, project / config.output, writer="sitegen benchmark")
    start("")
    memory.stop()
    return [Lap(name, walls[name], cpus[name], memory.peaks[name]) for name in walls if name]


class _Memory:
    """Looks at what this process and its children hold, every now and then."""

    def __init__(self) -> None:
        self.stage = ""
        self.peaks: Counter[str] = Counter()
        """Stage → the most that was seen in it, in MB."""
        self._is_over = False
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._is_over = True
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over:
            own = os.getpid()
            shared = sum(held(process)[0] for process in (own, *children(own))) // 1024
            self.peaks[self.stage] = max(self.peaks[self.stage], shared)
            time.sleep(_EVERY)


def _cpu() -> float:
    """Seconds of this process and its children, also of those that run."""
    own = os.times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in children(os.getpid()):
        try:
            fields = Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


# Recall


@dataclass(frozen=True, slots=True)
class Recall:
    """Of pairs that comparing all with all finds, how many the index finds."""

    what: str
    all_pairs: int
    found: int

    @property
    def share(self) -> float:
        return self.found / self.all_pairs if self.all_pairs else 1.0


def recalls(project: Path) -> Iterator[Recall]:
    """Recall of the articles' index and of the sentences', on a folder that is taken as one affair."""
    settings = project / "sitegen.yml"
    config = read_config(settings.read_text("utf-8"), str(settings)).value
    read = read_folder(project / config.content, config.read)
    articles = receive(read.value, read.problems, config.parse).value.articles
    corpus = make_corpus(map(analysis_of, articles))
    yield _of_articles(corpus)
    yield from _of_sentences(corpus)


def _of_articles(corpus: Corpus) -> Recall:
    """Pairs of articles alike enough to be one event or affair."""
    vectors = list(article_vectors(count_stems(corpus)).values())
    least = min(StoryOptions().event, StoryOptions().affair)
    wanted = {(a, b) for a, b in combinations(range(len(vectors)), 2) if dot(vectors[a], vectors[b]) >= least}
    found = {(a, b) for a, b, _ in find_pairs(vectors)}
    return Recall("articles of one affair", len(wanted), len(wanted & found))


def _of_sentences(corpus: Corpus) -> Iterator[Recall]:
    """Pairs of sentences that a sample has with all others, by score; and those that end in one statement."""
    options = StatementOptions()
    indexed = Similarity(corpus, SimilarOptions(all_pairs_up_to=0))
    found = {(a, b) for _, a, b in indexed.pairs()}
    asked = random.Random(1).sample(range(len(corpus.lines)), min(_ASKED, len(corpus.lines)))
    holders: dict[str, list[int]] = {}
    for line in corpus.lines:
        for stem in set(line.stems):
            holders.setdefault(stem, []).append(line.index)
    wanted: set[tuple[int, int]] = set()
    for one in asked:
        vector = indexed.vector(one)
        others = {other for stem in vector for other in holders[stem]} - {one}
        near = {other for other in others if dot(vector, indexed.vector(other)) >= indexed.options.floor}
        wanted |= {(min(one, other), max(one, other)) for other in near if indexed.score(one, other) >= options.join}
    yield Recall("sentences that score enough to be joined", len(wanted), len(wanted & found))
    part = make_corpus(corpus.analyses[: max(1, len(corpus.analyses) // 10)])
    joined = [
        {
            pair
            for grouping in group_sentences(Similarity(part, SimilarOptions(all_pairs_up_to=limit)), options)
            for pair in combinations(sorted(grouping.members), 2)
        }
        for limit in (sys.maxsize, 0)
    ]
    yield Recall("sentences that are joined", len(joined[0]), len(joined[0] & joined[1]))


# Report


def as_markdown(timed: Sequence[tuple[str, int, Sequence[Lap]]]) -> str:
    """A table: a row a stage, for each folder wall and CPU seconds, CPU per article, memory."""
    lines = [
        "| stage | "
        + " | ".join(f"{name}: wall s | CPU s | CPU ms an article | peak MB" for name, _, _ in timed)
        + " |",
        "|---|" + "--:|--:|--:|--:|" * len(timed),
    ]
    for row in range(len(timed[0][2]) + 1):
        cells: list[str] = []
        for _, articles, laps in timed:
            lap = [*laps, _total(laps)][row]
            cells.append(f"{lap.wall:.1f} | {lap.cpu:.1f} | {1000 * lap.cpu / articles:.2f} | {lap.peak:.0f}")
        stage = [*timed[0][2], _total(timed[0][2])][row].stage
        lines.append(f"| {stage} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _total(laps: Sequence[Lap]) -> Lap:
    return Lap("all", sum(lap.wall for lap in laps), sum(lap.cpu for lap in laps), max(lap.peak for lap in laps))


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, metavar="DIR", help="where the real articles are")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 5_000, 20_000], metavar="N")
    parser.add_argument("--invented", action="store_true", help="invented articles only")
    parser.add_argument("--short", action="store_true", help="invented notices of some 100 words")
    parser.add_argument("--link-only", action="store_true", help="build no pages")
    parser.add_argument("--build-only", action="store_true", help="time and memory, without the recall")
    parser.add_argument("--recall-only", action="store_true", help="the recall, without time and memory")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there as well")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.build:
        print(json.dumps([asdict(lap) for lap in build(options.build, link_only=options.link_only)]))
        return 0
    text = ""
    real = [] if options.invented or options.short or not options.corpora else list(real_articles(options.corpora))
    if not options.recall_only:
        timed = []
        for articles in options.articles:
            with TemporaryDirectory() as folder:
                project = Path(folder) / "project"
                counts = write_folder(project, real, stream(articles, options.seed, are_short=options.short), articles)
                print(f"{articles:,} articles: {counts[0]:,} real, {counts[1]:,} invented", file=sys.stderr)
                command = [sys.executable, "-m", "benchmarks.scale", "--build", str(project)]
                command += ["--link-only"] if options.link_only else []
                printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
                timed.append((f"{articles:,}", articles, [Lap(**lap) for lap in json.loads(printed)]))
                print(as_markdown(timed[-1:]), file=sys.stderr)
        text += as_markdown(timed)
    if not options.build_only:
        text += "\n| candidates | folder | pairs | found | recall |\n|---|---|--:|--:|--:|\n"
        for name, articles in (("real", real), ("invented", [])):
            if name == "real" and not real:
                continue
            with TemporaryDirectory() as folder:
                project = Path(folder) / "project"
                write_folder(project, articles, stream(_SAMPLE, options.seed) if name == "invented" else (), _SAMPLE)
                for found in recalls(project):
                    text += f"| {found.what} | {name} | {found.all_pairs:,} | {found.found:,} | {found.share:.3f} |\n"
        best = likest(list(stream(_SAMPLE, options.seed)))
        middle, most = best[len(best) // 2], best[-1]
        text += f"\nThe invented articles share with the one likest to them {middle:.1%} of their runs of three words"
        text += f" in the middle, {most:.1%} at most.\n"
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
