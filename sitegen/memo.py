"""Memo: what earlier builds of one process worked out, for later ones to use again. Nothing is stored.

A result is used again only for a value that equals the one it was made of, so a build that remembers gives the bytes
of one that does not.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from sitegen.compose.pages import Page
from sitegen.each import Each, Lost
from sitegen.errors import Outcome
from sitegen.model import OutputFile
from sitegen.render import render
from sitegen.theme import Theme

Value = TypeVar("Value")
Result = TypeVar("Result")


class Memo:
    """Results of work on one article or one page: parsed, analysed, rendered."""

    def __init__(self) -> None:
        self._worked = _Kept[tuple[str, str], tuple[Any, ...], Any]()
        self._rendered = _Kept[str, tuple[str, Page], Outcome[OutputFile]]()

    def each(self, each: Each) -> Each:
        """`each`, asked only for values that are new or changed, or that come with other options.

        Values have an `id`. What was lost is not remembered: the time that it had may not suffice today, and tomorrow
        it may. Known failure: an article that hangs costs its whole time in every build.
        """

        def remembering(function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
            name, options = _named(function)
            keys = [(name, value.id) for value in values]  # type: ignore[attr-defined]
            known = [self._worked.find(key, (options, value)) for key, value in zip(keys, values, strict=True)]
            todo = [value for value, result in zip(values, known, strict=True) if result is None]
            fresh = iter(each(function, todo))
            for key, value, result in zip(keys, values, known, strict=True):
                if result is not None:
                    yield result
                    continue
                new = next(fresh)
                if not isinstance(new, Lost):
                    self._worked.keep(key, (options, value), new)
                yield new

        return remembering

    def render(self, page: Page, theme: Theme) -> Outcome[OutputFile]:
        """As `sitegen.render.render`."""
        made_of = (theme.digest, page)
        known = self._rendered.find(page.path, made_of)
        if known is None:
            known = render(page, theme)
            self._rendered.keep(page.path, made_of, known)
        return known

    def forget_unused(self) -> None:
        """Let go of what was not asked for since this was last called: articles and pages that are gone."""
        self._worked.turn()
        self._rendered.turn()


def _named(function: Callable[..., Any]) -> tuple[str, tuple[Any, ...]]:
    """The name of a function, and the options that it is bound to."""
    if isinstance(function, partial):
        name, options = _named(function.func)
        return name, (*options, function.args, function.keywords)
    return f"{function.__module__}.{function.__qualname__}", ()


Key = TypeVar("Key", bound=Hashable)
MadeOf = TypeVar("MadeOf")


class _Kept(Generic[Key, MadeOf, Result]):
    """Results by key, each with what it was made of."""

    def __init__(self) -> None:
        self._before: dict[Key, tuple[MadeOf, Result]] = {}
        self._now: dict[Key, tuple[MadeOf, Result]] = {}

    def find(self, key: Key, made_of: MadeOf) -> Result | None:
        entry = self._now.get(key) or self._before.get(key)
        if entry is None or entry[0] != made_of:
            return None
        self._now[key] = entry
        return entry[1]

    def keep(self, key: Key, made_of: MadeOf, result: Result) -> None:
        self._now[key] = made_of, result

    def turn(self) -> None:
        self._before, self._now = self._now, {}
