"""What `tests/test_injection.py` asks of some vectors, asked of all."""

import pytest

from tests.test_injection import *  # noqa: F403 - the same tests
from tests.vectors import VECTORS


@pytest.fixture(scope="module")  # type: ignore[no-redef]
def vectors() -> tuple[str, ...]:
    return VECTORS


@pytest.fixture(scope="module")  # type: ignore[no-redef]
def together() -> int:
    return 8
