"""EDGE: a dask cluster, whose workers read and analyse articles. dask is imported only when it is asked for."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from sitegen.each import Each, WorkOptions
from sitegen.errors import Problem, SitegenError
from sitegen.executors import Over, UnfitWorkerError

_SECONDS = 5
"""That a scheduler may take to answer."""
_AHEAD = 3
"""Tasks for each thread of the cluster: one in work, one on its way, one on its way back."""


@contextmanager
def cluster(address: str, options: WorkOptions, here: Each, tell: Callable[[], str]) -> Iterator[Over]:
    """An `Each` by the workers of the scheduler at `address`, such as tcp://10.0.0.5:8786.

    Raises: SitegenError `extra-missing`, `cluster-unreachable`, `cluster-unfit`.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise _failed(
            "extra-missing", "dask is not installed", 'python -m pip install "briefing-sitegen[dask]"'
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by the caller
    start = "start one, and workers for it: dask scheduler; dask worker ADDRESS"
    try:
        client: Any = cast(Any, Client)(address, timeout=_SECONDS, set_as_default=False)  # it is not typed
    except (OSError, ValueError) as error:
        message = f"no scheduler answers at {address} within {_SECONDS} s"
        raise _failed("cluster-unreachable", message, start) from error
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise _failed("cluster-unreachable", f"the scheduler at {address} has no worker", start)
        yield Over(client.get_executor(pure=False), options, _AHEAD * threads, here, tell)
    except UnfitWorkerError as error:
        raise _failed("cluster-unfit", *error.args) from error
    finally:
        client.close(timeout=_SECONDS)


def _failed(code: str, message: str, remedy: str) -> SitegenError:
    return SitegenError(Problem(code, "error", message, remedy=remedy))
