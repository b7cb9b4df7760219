"""Kills at random moments: builds are killed, with all their workers, and what they leave is held against what must be.

    PYTHONPATH=. python benchmarks/kills.py --kills 500 [--seed 1] [--writing]

Moments are uniform over the whole build; `--writing`: over its writing, which is short. Each build turns a site of one
set of articles into that of another, and back. After each kill every page must be the old or the new one, whole;
`build --check` must say whether the site is what would be built; and the next build must make what a build from nothing
makes, with nothing unfinished left beside it.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

STATES: tuple[Mapping[str, str], ...] = (
    {"harbour": HARBOUR, "trams": TRAMS},
    {"harbour": HARBOUR.replace("June", "July"), "quay": TRAMS.replace("Trams", "Carts").replace("Monday", "Sunday")},
)
"""Articles, by name: from one state to the other pages are added, changed and removed."""
_SHARE_OF_WRITING = 0.3
"""Of the time of a build of so few articles."""
_TOLD_EVERY = 20


def kill_builds(folder: Path, kills: int, seed: int, *, is_writing: bool) -> Counter[str]:
    """How many of so many builds were killed before they began to write, while they wrote, and after; and how many
    came to their end before. `folder` is empty; `is_writing`: none is killed before it writes.

    Raises: AssertionError if a build leaves what it must not.
    """
    chance = random.Random(seed)
    clean = [_clean_site(folder / f"clean-{number}", articles) for number, articles in enumerate(STATES)]
    project = make_project(folder / "project", {})
    found: Counter[str] = Counter()
    _write_articles(project, STATES[0])
    began = time.monotonic()
    assert sitegen(project, "build").status == 0
    seconds = time.monotonic() - began
    for number in range(kills):
        old, new = clean[number % 2], clean[(number + 1) % 2]
        if number % 10 == 9:  # a first build
            shutil.rmtree(project / "site")
            old = {}
        _write_articles(project, STATES[(number + 1) % 2])
        wait = chance.uniform(0, seconds * _SHARE_OF_WRITING if is_writing else seconds)
        is_killed, took = _build_killed_after(project, wait, is_writing=is_writing)
        if not is_killed:
            seconds = took  # it depends on what else the machine does
        found[_held_against(project, old, new) if is_killed else "not killed"] += 1
        checked = sitegen(project, "build", "--check")
        site = _site(project)
        assert (checked.status == 0) == (site == new), f"kill {number}: --check says {checked.out}"
        assert sitegen(project, "build").status == 0
        assert _site(project) == new, f"kill {number}: the next build makes another site"
        if not (number + 1) % _TOLD_EVERY:
            print(f"{number + 1} of {kills}: {dict(found)}", file=sys.stderr, flush=True)
        litter = [path for path in project.rglob("*.sitegen-tmp") if path.parent.name != ".sitegen"]
        assert not litter, f"kill {number}: {litter} is left"
    return found


def _clean_site(folder: Path, articles: Mapping[str, str]) -> Mapping[str, object]:
    project = make_project(folder, {})
    _write_articles(project, articles)
    assert sitegen(project, "build").status == 0
    return _site(project)


def _site(project: Path) -> Mapping[str, object]:
    return tree(project / "site")


def _write_articles(project: Path, articles: Mapping[str, str]) -> None:
    shutil.rmtree(project / "content", ignore_errors=True)
    make_project(project, {f"content/{name}.md": text for name, text in articles.items()})


def _build_killed_after(project: Path, seconds: float, *, is_writing: bool) -> tuple[bool, float]:
    """Whether a build did not end before, and how long it took.

    `seconds`: from its start on, or from when it is writing.
    """
    unfinished = (project / ".site.sitegen-tmp", project / "site" / ".waiting.sitegen-tmp")
    start = began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setsid()  # a process group of its own, with its workers
        sitegen(project, "build")
        os._exit(0)
    while is_writing or time.monotonic() - began < seconds:
        if os.waitpid(child, os.WNOHANG)[0]:
            return False, time.monotonic() - start
        if is_writing and any(folder.exists() for folder in unfinished):
            is_writing, began = False, time.monotonic()
        time.sleep(0.001)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # before it had a group
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1]), time.monotonic() - start


def _held_against(project: Path, old: Mapping[str, object], new: Mapping[str, object]) -> str:
    """When a build was killed, told by what it left: each page is one of these, or it is a fault."""
    site = _site(project)
    for path, content in site.items():
        if content is not None and ".sitegen-" not in path:
            assert content in (old.get(path, b""), new.get(path, b"")), f"{path} is neither old nor new"
    if site == old:
        return "before writing"
    return "after writing" if site == new else "while writing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--writing", action="store_true", help="kill while files are written")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/user"
        found = kill_builds(Path(folder) / "work", options.kills, options.seed, is_writing=options.writing)
    print(f"{options.kills} builds: " + ", ".join(f"{count} {when}" for when, count in sorted(found.items())))


if __name__ == "__main__":
    main()
