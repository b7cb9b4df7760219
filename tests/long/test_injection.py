"""What `tests/test_injection.py` asks of some vectors, asked of all."""

import pytest

from tests.test_injection import *  # noqa: F403 - the same tests
from tests.vectors import VECTORS


@pytest.fixture(scope="module")
def vectors() -> tuple[str, ...]:  # type: ignore[no-redef]
    return VECTORS


@pytest.fixture(scope="module")
def together() -> int:  # type: ignore[no-redef]
    return 8
