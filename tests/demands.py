"""What a test needs of its machine: without it the test is skipped with a word, or fails where that is demanded."""

import os
import shutil
from typing import NoReturn

import pytest


def give_up(reason: str, variable: str = "SITEGEN_REQUIRE_SYSTEM") -> NoReturn:
    """Skip the test that runs, or fail it where the variable is set, as in continuous integration."""
    if os.environ.get(variable):
        pytest.fail(reason)
    pytest.skip(reason)


def powerless() -> list[str]:
    """What stands before a command that is to be refused what any user is, also where root runs the tests."""
    if os.name != "posix":
        give_up("permissions are tested on POSIX only")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        give_up(
            "root is refused nothing, and there is no setpriv to give its powers up (Debian: apt install util-linux)"
        )
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]
