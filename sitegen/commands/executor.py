"""What reads and analyses articles, as the user chose it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sitegen.terminal import Terminal, counted, visible

if TYPE_CHECKING:
    from sitegen.config import Config
    from sitegen.each import Each, Spread


class Executor(NamedTuple):
    """Who does the work that can be shared out."""

    each: "Each"
    """On each article."""
    each_affair: "Each"
    """On what articles have in common: always on this machine, as it would be long on its way."""
    spread: "Spread | None" = None
    """On the pages; None: forks, where they can be."""


EXECUTORS = ("processes", "serial", "dask")


@contextmanager
def opened_executor(terminal: Terminal, config: "Config", executor: str, scheduler: str | None) -> Iterator[Executor]:
    """One of `EXECUTORS`, as long as the context lasts. `scheduler`: the address that dask needs.

    Raises: SitegenError, as `sitegen.cluster.cluster` does.
    """
    if executor == "serial":
        from sitegen.each import here, in_turn

        yield Executor(here, here, in_turn)
        return
    from sitegen.workers import Workers

    with Workers(config.work) as workers:
        if executor == "processes" or scheduler is None:
            yield Executor(workers, workers.inheriting)
            return
        from sitegen.cluster import cluster
        from sitegen.commands.program import portable_digest

        with cluster(scheduler, config.work, workers, portable_digest) as over:
            yield Executor(over, workers.inheriting)
        if over.failures:
            failed = counted(len(over.failures), "task")
            terminal.say(
                f"{failed} came back from the cluster without a result, and were done here: "
                f"{visible(over.failures[0][:200])}"
            )
