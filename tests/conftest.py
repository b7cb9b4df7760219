"""Options of a test run."""

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sitegen.each import WorkOptions, here
from tests.browser import close_browser
from tests.offline import stay_here

stay_here()

# Each process that a test starts would compile all modules anew, which takes half a second.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Until the tests begin hardly anything is let go of: to look for garbage took a fifth of collecting them.
gc.disable()

# Speed is measured in benchmarks/: a busy machine must not fail a property.
_PROPERTIES = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("sitegen", _PROPERTIES, max_examples=30)
settings.register_profile("thorough", _PROPERTIES, max_examples=200)
"""`pytest -m hypothesis --hypothesis-profile thorough`: the properties, with what takes too long for each run."""
settings.load_profile("sitegen")

# A shell has interruptions ignored by what it starts in the background, and so by all that is started from there.
signal.signal(signal.SIGINT, signal.default_int_handler)

_LONG = (
    "test_workers.py",
    "test_determinism.py",
    "test_hard_cases.py",
    "test_received.py",
    "test_cli.py",
    "test_publish.py",
    "test_advice.py",
    "test_typed.py",
    "test_prove.py",
    "test_memo.py",
)
"""Files that take long: begun last, they would be waited for when all else is done."""
_IN_BROWSER = pytest.StashKey[set[Path]]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Files that need a browser come first, so that it is started once; then others that take long."""
    in_browser = {item.path for item in items if "chromium" in getattr(item, "fixturenames", ())}
    config.stash[_IN_BROWSER] = in_browser
    items.sort(key=lambda item: (item.path not in in_browser, item.path.name not in _LONG))


def pytest_collection_finish() -> None:
    gc.freeze()  # the tests themselves are never garbage
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    if nextitem is None or nextitem.path not in item.config.stash[_IN_BROWSER]:
        close_browser()


class _Here:
    """In place of `Workers`: reads in this process, where faults have a traceback."""

    def __init__(self, options: WorkOptions) -> None:
        pass

    def __enter__(self) -> "_Here":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self, function: Callable[[Any], Any], values: Sequence[Any], /) -> Iterable[Any]:
        return here(function, values)

    inheriting = __call__


@pytest.fixture(autouse=True)
def _no_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.node.get_closest_marker("workers"):
        monkeypatch.setattr("sitegen.workers.Workers", _Here)


@pytest.fixture(autouse=True, scope="session")
def _own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A key for caches that is not that of the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("user")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the cases expect by what comes out: then read the diff.",
    )
