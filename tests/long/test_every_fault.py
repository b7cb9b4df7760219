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


@pytest.mark.parametrize(("first", "fault"), [(1, "kill"), (4, "full"), (7, "broken"), (10, "forbidden")])
@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_operation_leaves_the_old_or_the_new(
    tmp_path: Path, name: str, first: int, fault: Fault
) -> None:
    bench = Bench(name, tmp_path)
    assert sum(1 for _ in bench.strike_each(fault, min(first, EVERY), EVERY)) > 0


@pytest.mark.workers
def test_kills_at_random_moments_leave_whole_pages(tmp_path: Path) -> None:
    assert kill_builds(tmp_path, kills=10, seed=1, is_writing=True)["while writing"]
