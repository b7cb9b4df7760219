"""What `tests/test_injection.py` asks of some vectors, asked of others: one in six, and of all by hand, some minutes.

SITEGEN_EVERY=1 python -m pytest -n 0 tests/long/test_more_vectors.py
"""

import os

import pytest

from tests.test_injection import *  # noqa: F403 - the same tests
from tests.vectors import VECTORS

EVERY = int(os.environ.get("SITEGEN_EVERY", "6"))


@pytest.fixture(scope="module")  # type: ignore[no-redef]
def vectors() -> tuple[str, ...]:
    return VECTORS[EVERY // 2 :: EVERY]


@pytest.fixture(scope="module")  # type: ignore[no-redef]
def together() -> int:
    return 8
