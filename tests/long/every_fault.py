"""Every file operation of every command that writes, struck in turn by every kind of fault; and kills at random: many
minutes, by hand.

    python -m pytest -n 0 tests/long/every_fault.py
"""

from pathlib import Path

import pytest

from benchmarks.kills import kill_builds
from tests.commands_that_write import CASES, Bench
from tests.faults import Fault


@pytest.mark.parametrize("fault", ["kill", "full", "broken", "forbidden"])
@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_operation_leaves_the_old_or_the_new(tmp_path: Path, name: str, fault: Fault) -> None:
    assert sum(1 for _ in Bench(name, tmp_path).strike_all(fault)) > 3


@pytest.mark.workers
def test_kills_at_random_moments_leave_whole_pages(tmp_path: Path) -> None:
    found = kill_builds(tmp_path, kills=40, seed=1, is_writing=True)
    assert found["while writing"]
