"""Options of a test run."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sitegen.each import WorkOptions, here
from tests.offline import stay_here

stay_here()

# Speed is measured in benchmarks/: a busy machine must not fail a property.
settings.register_profile("sitegen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sitegen")

# A shell has interruptions ignored by what it starts in the background, and so by all that is started from there.
signal.signal(signal.SIGINT, signal.default_int_handler)

_LONG = (
    "tests/serve/test_serving.py",
    "tests/test_pages.py",
    "tests/test_pictures_page.py",
    "tests/test_languages_page.py",
    "tests/test_workers.py",
    "tests/test_determinism.py",
    "tests/test_typed.py",
    "tests/test_memo.py",
)
"""Files of few tests that take long: begun last, they would be waited for when all else is done."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.nodeid.split("::")[0] not in _LONG)


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
