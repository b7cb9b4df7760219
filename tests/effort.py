"""Effort: what has to end soon, however hostile the input."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


@contextmanager
def bounded_effort(most_seconds: float = 20) -> Iterator[None]:
    """Fails if what is done in it takes as long as what hangs.

    `most_seconds`: of CPU, as the clock tells little of a busy machine. Far above what is needed, and far below what it
    takes to do work that grows with the square of its input: it holds what ends apart from what hangs, and measures no
    speed.
    """
    began = process_time()
    yield
    assert process_time() - began < most_seconds
