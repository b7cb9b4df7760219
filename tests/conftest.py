"""Options of a test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="Rewrite what the cases expect by what comes out: then read the diff.",
    )
