"""Every kind of fault at one file operation in thirteen of every command that writes, others for each kind; and kills
at random. At every operation, some minutes, by hand:

    SITEGEN_EVERY=1 python -m pytest -n 0 tests/long/test_every_fault.py
"""

import os
from pathlib import Path

import pytest

from benchmarks.kills import kill_builds
from tests.commands_that_write import CASES, Bench
from tests.faults import Fault

EVERY = int(os.environ.get("SITEGEN_EVERY", "13"))
LEAST = {
    "first build": (120, 170),
    "build after an edit": (220, 310),
    "build after a removal": (190, 270),
    "clean": (120, 150),
    "edition": (10, 35),
    "topics": (4, 13),
    "import": (15, 22),
    "new": (10, 14),
    "init": (55, 58),
    "publish": (11, 65),
}
"""So many operations each has at least: those that change something, which kills and a full disk strike, and all."""


@pytest.mark.parametrize(("first", "fault"), [(1, "kill"), (4, "full"), (7, "broken"), (10, "forbidden")])
@pytest.mark.parametrize("name", LEAST)
def test_a_fault_at_any_operation_leaves_the_old_or_the_new(
    tmp_path: Path, name: str, first: int, fault: Fault
) -> None:
    bench, begin = Bench(name, tmp_path), min(first, EVERY)
    changing, all_ = LEAST[name]
    least = changing if fault in ("kill", "full") else all_
    assert sum(1 for _ in bench.strike_each(fault, begin, EVERY)) >= len(range(begin, least + 1, EVERY)) > 0


def test_every_command_that_writes_is_struck() -> None:
    assert {*LEAST} == {*CASES}


@pytest.mark.workers
def test_kills_at_random_moments_leave_whole_pages(tmp_path: Path) -> None:
    assert kill_builds(tmp_path, kills=10, seed=1, is_writing=True)["while writing"]
