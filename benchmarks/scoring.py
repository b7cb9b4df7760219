"""One row of the quality table: predictions for a set, and the figures that its scorer prints of them."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

Item = dict[str, Any]
"""A line of a set, or of predictions for it."""
Predict = Callable[[list[Item], Path], Iterator[Item]]
"""From the lines of a set and the folder that it lies in."""

_NUMBER = re.compile(r"-?\d+\.\d+")


class NotThereError(Exception):
    """The project does not do yet what a row measures."""


class ScorerError(Exception):
    """A scorer failed: what it said."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured, on what, and how."""

    capability: str
    set: str
    """Path of the gold file below the corpora, without suffix."""
    predict: Predict
    score_args: tuple[str, ...] = ()
    """The scorer, without suffix, and its options. Empty: every prediction has an `outcome`, and shares are shown."""
    also: tuple[str, ...] = ()
    """Beginnings of further lines of the scorer whose figure is shown."""
    only: tuple[str, str] | None = None
    """Field and value of the lines that are used."""
    own: bool = False
    """The set is part of this project: `predict` reads it itself, and is given no lines."""
    keep: tuple[str, Callable[[Item], bool]] | None = None
    """In words, which lines are used, and the rule."""

    @property
    def name(self) -> str:
        part = self.only[1] if self.only else self.keep[0] if self.keep else ""
        return f"{self.set} {part}".strip()

    @property
    def is_whole(self) -> bool:
        return self.only is None and self.keep is None

    def uses(self, item: Item) -> bool:
        """Whether a line of the set is used."""
        return (self.only is None or item[self.only[0]] == self.only[1]) and (self.keep is None or self.keep[1](item))

    @property
    def file(self) -> str:
        """Of the predictions."""
        return re.sub(r"\W+", "-", f"{self.capability} {self.name}").lower() + ".jsonl"


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Result:
    """A row, measured."""

    row: Row
    items: int
    figures: tuple[Figure, ...]
    """The scorer's own figure first."""


def measure(row: Row, corpora: Path | None, out: Path) -> Result:
    """Predict, write the predictions to `out`, and score them.

    Raises: NotThereError, ScorerError, FileNotFoundError for a set that is missing.
    """
    if row.own:
        made = list(row.predict([], Path()))
        write_lines(out / row.file, made)
        return Result(row, len(made), _shares(made))
    if corpora is None:
        raise NotThereError("no folder of corpora was given")
    gold = corpora / f"{row.set}.jsonl"
    items = [item for item in read_lines(gold) if row.uses(item)]
    predictions = out / row.file
    made = list(row.predict(items, gold.parent))
    write_lines(predictions, made)
    if not row.score_args:
        return Result(row, len(made), _shares(made))
    with TemporaryDirectory() as folder:
        if not row.is_whole:
            gold = Path(folder) / gold.name
            write_lines(gold, items)
        scorer, *options = row.score_args
        printed = _run(corpora / "score" / f"{scorer}.py", gold, predictions, options)
    return Result(row, len(items), figures(printed, row.also))


def figures(printed: str, also: tuple[str, ...] = ()) -> tuple[Figure, ...]:
    """The figures in what a scorer printed: that of its last line, then those of lines that begin with `also`.

    Raises: ScorerError if the last line has none.
    """
    lines = printed.strip().split("\n")
    name, _, value = lines[-1].rpartition(" ")
    if not _NUMBER.fullmatch(value):
        raise ScorerError(f"no figure in {lines[-1]!r}")
    found = [Figure(name, float(value))]
    for start in also:
        for line in lines:
            of_f1 = line.partition(" F1 ")[2]
            if line.startswith(start) and (number := _NUMBER.search(of_f1 or line)):
                found.append(Figure(f"{start} F1" if of_f1 else start, float(number.group())))
                break
    return tuple(found)


def read_lines(path: Path) -> list[Item]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_lines(path: Path, items: list[Item]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(item, ensure_ascii=True) + "\n" for item in items)


def _shares(made: list[Item]) -> tuple[Figure, ...]:
    """The share of each outcome, the desired one, `right`, first."""
    counts = Counter(item["outcome"] for item in made)
    order = sorted(counts, key=lambda outcome: (outcome != "right", -counts[outcome], outcome))
    return tuple(Figure(outcome, counts[outcome] / len(made)) for outcome in order)


def _run(scorer: Path, gold: Path, predictions: Path, options: list[str]) -> str:
    command = [sys.executable, str(scorer), str(gold), str(predictions), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ScorerError(done.stderr.strip().rpartition("\n")[2] or f"exit status {done.returncode}")
    return done.stdout
