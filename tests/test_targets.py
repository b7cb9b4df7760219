"""What must hold of any input, asked of inputs of ours and of a few that differ from them; `benchmarks/fuzz.py` tries
many more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.targets import TARGETS

LONGEST = 20
"""Bytes that are taken out, or put in."""


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_of_ours_hold(name: str) -> None:
    for seed in TARGETS[name].seeds():
        TARGETS[name].holds(seed)


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in ("pipe", "verify")])
@settings(max_examples=10, derandomize=True)
@given(st.data())
def test_an_input_that_is_changed_somewhere_holds(name: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(TARGETS[name].seeds()))
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(start + LONGEST, len(seed))))
    TARGETS[name].holds(seed[:start] + data.draw(st.binary(max_size=LONGEST)) + seed[end:])
