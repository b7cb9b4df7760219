"""How long `sitegen build` takes, stage by stage, on invented folders.

    python benchmarks/speed.py [--articles N ...] [--seed S] [--repeat R] [--profile] [--markdown FILE]

Each folder is generated (`generate.py`) and built in a process of its own, as `sitegen build` would. `--profile` adds
the functions of the largest folder in which most time is spent.
"""

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate import generate
from sitegen.build import build_site
from sitegen.config import read_config
from sitegen.read import read_folder
from sitegen.theme import load_theme
from sitegen.write import write_site

if sys.platform != "win32":
    import resource

TOP = 10


@dataclass(frozen=True, slots=True)
class Lap:
    """One stage of one build."""

    stage: str
    wall: float
    """Seconds, as is `cpu`."""
    cpu: float
    peak: float
    """Most memory that the process had held by the end of the stage, in MB; 0 where that is not known."""


@dataclass(slots=True)
class Stopwatch:
    """Cuts the time of a build into stages; one that goes on later is one lap all the same."""

    laps: dict[str, Lap]
    stage: str
    wall: float
    cpu: float

    def start(self, stage: str) -> None:
        """Leave the stage that runs, and go on with another."""
        wall, cpu = time.perf_counter(), time.process_time()
        if self.stage:
            before = self.laps.get(self.stage, Lap(self.stage, 0.0, 0.0, 0.0))
            self.laps[self.stage] = Lap(
                self.stage, before.wall + wall - self.wall, before.cpu + cpu - self.cpu, _peak()
            )
        self.stage, self.wall, self.cpu = stage, time.perf_counter(), time.process_time()


def build(project: Path) -> list[Lap]:
    """Build a project as `sitegen build` does, and time its stages."""
    watch = Stopwatch({}, "", 0.0, 0.0)
    settings = project / "sitegen.yml"
    config = read_config(settings.read_text("utf-8"), str(settings)).value
    theme = load_theme(None)
    watch.start("read")
    read = read_folder(project / config.content, config.read)
    built = build_site(read, config, theme, lambda stage, _items: watch.start(stage)).value
    write_site(built.files, project / config.output, writer="sitegen benchmark")
    watch.start("")
    return [*watch.laps.values()]


def measure(articles: int, *, seed: int, repeat: int) -> list[Lap]:
    """The laps of the fastest of `repeat` builds of a generated folder; last, their sum."""
    runs: list[list[Lap]] = []
    with TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        generate(project, articles=articles, seed=seed)
        for _ in range(repeat):
            command = [sys.executable, str(Path(__file__)), "--build", str(project)]
            printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
            runs.append([Lap(**lap) for lap in json.loads(printed)])
    laps = min(runs, key=lambda run: sum(lap.wall for lap in run))
    total = Lap("all", sum(lap.wall for lap in laps), sum(lap.cpu for lap in laps), max(lap.peak for lap in laps))
    return [*laps, total]


def as_markdown(timed: Sequence[tuple[int, Sequence[Lap]]]) -> str:
    """A table: a row a stage, for each number of articles wall and CPU seconds, and memory in MB."""
    stages = [lap.stage for lap in timed[0][1]]
    lines = [
        "| stage | " + " | ".join(f"{articles:,}: wall s | CPU s | peak MB" for articles, _ in timed) + " |",
        "|---|" + "--:|--:|--:|" * len(timed),
    ]
    for row, stage in enumerate(stages):
        cells = (f"{laps[row].wall:.3f} | {laps[row].cpu:.3f} | {laps[row].peak:.0f}" for _, laps in timed)
        lines.append(f"| {stage} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def profile(articles: int, *, seed: int) -> str:
    """The functions in which a build spends most time of its own, as a table."""
    profiler = cProfile.Profile()
    with TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        generate(project, articles=articles, seed=seed)
        profiler.enable()
        build(project)
        profiler.disable()
    return "\n".join(_hottest(pstats.Stats(profiler), articles)) + "\n"


def _hottest(stats: pstats.Stats, articles: int) -> Iterator[str]:
    entries = stats.get_stats_profile()
    yield f"| function ({articles:,} articles, profiled) | calls | own s | with callees s |"
    yield "|---|--:|--:|--:|"
    ranked = sorted(entries.func_profiles.items(), key=lambda item: -item[1].tottime)
    for name, entry in ranked[:TOP]:
        path = Path(entry.file_name)
        where = f"{path.parent.name}/{path.name}:{entry.line_number} " if entry.line_number else ""
        yield f"| `{where}{name}` | {entry.ncalls} | {entry.tottime:.2f} | {entry.cumtime:.2f} |"


def _peak() -> float:
    if sys.platform == "win32":
        return 0.0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 100, 1_000], metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--repeat", type=int, default=1, metavar="R", help="builds of each folder; the fastest counts")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there as well")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.build:
        print(json.dumps([asdict(lap) for lap in build(options.build)]))
        return 0
    timed = []
    for articles in options.articles:
        print(f"{articles:,} articles", file=sys.stderr)
        timed.append((articles, measure(articles, seed=options.seed, repeat=options.repeat)))
    text = as_markdown(timed)
    if options.profile:
        text += "\n" + profile(max(options.articles), seed=options.seed)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
