"""Options of a test run."""

import pytest
from hypothesis import HealthCheck, settings

from sitegen.each import Each, WorkOptions, here

# Speed is measured in benchmarks/: a busy machine must not fail a property.
settings.register_profile("sitegen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sitegen")


class _Here:
    """In place of `Workers`: reads in this process, where faults have a traceback."""

    def __init__(self, options: WorkOptions) -> None:
        pass

    def __enter__(self) -> Each:
        return here

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def _no_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.node.get_closest_marker("workers"):
        monkeypatch.setattr("sitegen.workers.Workers", _Here)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the cases expect by what comes out: then read the diff.",
    )
