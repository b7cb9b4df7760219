"""Each: one function on each of many values, done here or by workers; a value may be lost without the others.

Spread: the same of what can't be lost.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sitegen.errors import Problem

Value = TypeVar("Value")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


@dataclass(frozen=True, slots=True)
class WorkOptions:
    """What one article may cost."""

    most_seconds: int = 30
    """That reading or analysing one article may take: then it is given up."""
    most_sentences: int = 50_000
    """Of one article: what compares them all works on the whole folder, and can't give up one article."""
    most_megabytes: int = 1_000
    """Of memory that a worker may take for it, where the system can hold a process to that (Linux)."""


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: the work on that value was given up, and why."""

    code: str
    message: str
    remedy: str

    def problem(self, path: str) -> Problem:
        """The same, of the file that it happened with."""
        return Problem(self.code, "error", self.message, path, remedy=self.remedy)


class Each(Protocol):
    """A function that goes through values; it gives one result for each, in their order."""

    def __call__(
        self, function: Callable[[Value], Result], values: Sequence[Value], /
    ) -> Iterable[Result | Lost]: ...  # a protocol has no body


def surely(each: Each, function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
    """The results of `each`; what it loses is done here."""
    for value, result in zip(values, each(function, values), strict=True):
        yield function(value) if isinstance(result, Lost) else result


def here(function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
    """One after the other, in this process: a fault stops all, a hang hangs all."""
    return map(function, values)


class Results(Protocol[Result_co]):
    """Results, in the order of their values. Processes may be at work on them until this is closed."""

    def __iter__(self) -> Iterator[Result_co]: ...  # a protocol has no body

    def close(self) -> None: ...


class Spread(Protocol):
    """A function that goes through values and loses none: what it can't do elsewhere is done here."""

    def __call__(
        self, function: Callable[[Value], Result], values: Sequence[Value], /
    ) -> Results[Result]: ...  # a protocol has no body


def in_turn(function: Callable[[Value], Result], values: Sequence[Value], /) -> Generator[Result, None, None]:
    """A `Spread`: one after the other, in this process."""
    yield from map(function, values)
