"""Options of a test run."""

import pytest
from hypothesis import HealthCheck, settings

# Speed is measured in benchmarks/: a busy machine must not fail a property.
settings.register_profile("sitegen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sitegen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the cases expect by what comes out: then read the diff.",
    )
