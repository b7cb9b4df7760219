"""Some of the faults that `tests/long/test_every_fault.py` has strike every command that writes."""

from pathlib import Path

import pytest

from tests.commands_that_write import Bench
from tests.faults import Fault


@pytest.mark.parametrize("fault", ["kill", "full", "broken", "forbidden"])
@pytest.mark.parametrize(("name", "numbers"), [("build after an edit", (20, 90)), ("new", (3, 6))])
def test_a_fault_leaves_the_old_or_the_new(tmp_path: Path, name: str, numbers: tuple[int, ...], fault: Fault) -> None:
    bench = Bench(name, tmp_path)
    assert all(bench.strike(number, fault).operation for number in numbers)
