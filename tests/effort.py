"""Effort: what has to end soon, however hostile the input."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_MOST_SECONDS = 20
"""Of CPU, as the clock tells little of a busy machine. Far above what any test here needs, and far below what it takes
to do work that grows with the square of its input: it holds what ends apart from what hangs, and measures no speed."""


@contextmanager
def bounded_effort() -> Iterator[None]:
    """Fails if what is done in it takes as long as what hangs."""
    began = process_time()
    yield
    assert process_time() - began < _MOST_SECONDS
