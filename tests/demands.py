"""What a test needs of its machine: without it the test is skipped with a word, or fails where that is demanded."""

import os
from typing import NoReturn

import pytest


def give_up(reason: str, variable: str = "SITEGEN_REQUIRE_SYSTEM") -> NoReturn:
    """Skip the test that runs, or fail it where the variable is set, as in continuous integration."""
    if os.environ.get(variable):
        pytest.fail(reason)
    pytest.skip(reason)
