"""Memo: what earlier builds worked out, for later ones to use again: those of this process, and with a store all.

A result is used again only for a value that equals the one it was made of, or has its digest, so a build that remembers
gives the bytes of one that does not.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, get_type_hints

from sitegen.compose import Job
from sitegen.compose.corpus import Corpus
from sitegen.compose.pages import Page
from sitegen.compose.traces import Changes, Trace, watched
from sitegen.each import Each, Lost
from sitegen.errors import Outcome
from sitegen.kept import Kept
from sitegen.model import OutputFile
from sitegen.render import render
from sitegen.stored_values import decode, digest_of, encode
from sitegen.theme import Theme

Value = TypeVar("Value")
Result = TypeVar("Result")
Beside = TypeVar("Beside")
"""What comes with a rendered page."""


Reason = Literal["new", "changed"]
"""Why a value was worked on: it is new; or it, the settings or the program changed."""


class Store(Protocol):
    """Results that outlive the process, by what was done and the id of what it was done with."""

    def key(self, work: str, id_: str, /) -> str | None: ...  # a protocol has no body

    def find(self, work: str, id_: str, key: str, /) -> bytes | None: ...

    def keep(self, work: str, id_: str, key: str, value: bytes, /) -> None: ...

    def forget_unused(self) -> None: ...


class Memo:
    """Results of work on one article or one page: parsed, analysed, rendered.

    Those on articles are stored too if there is a `store`. `program`: a digest of all that does the work.
    """

    def __init__(self, store: Store | None = None, program: str = "") -> None:
        self._store = store
        self._program = program
        self.asked: dict[str, int] = {}
        """By function: with how many values it was asked for since unused results were last forgotten."""
        self.redone: dict[str, dict[str, Reason]] = {}
        """By function: the ids of the values that it was done with, and why."""
        self._worked = Kept[tuple[str, str], tuple[Any, ...], Any]()
        self._digests: dict[int, tuple[object, str]] = {}
        """By where it lies in memory: a value or a result, which is held so that it stays there, and its digest."""
        self._rendered = Kept[str, tuple[str, Page], Outcome[OutputFile]]()
        self._made = Kept[str, tuple[str, Job], _Made]()

    def unstored(self, each: Each) -> Each:
        """As `each`, for what is too small to be stored: it is known while the process lives."""
        return self.each(each, is_stored=False)

    def each(self, each: Each, *, is_stored: bool = True) -> Each:
        """`each`, asked only for values that are new or changed, or that come with other options.

        Values have an `id`. What was lost is not remembered: the time that it had may not suffice today, and tomorrow
        it may. Known failure: an article that hangs costs its whole time in every build.
        """

        def remembering(function: Callable[[Value], Result], values: Sequence[Value], /) -> Iterable[Result | Lost]:
            name, options = _named(function)
            store = self._store if is_stored else None
            circumstances = digest_of(self._program, name, options) if store else ""
            result_type = get_type_hints(_unbound(function))["return"] if store else None
            work = _Work(name, options, circumstances, result_type, store)
            known = [self._find(work, value) for value in values]
            self.asked[name] = self.asked.get(name, 0) + len(values)
            todo = [value for value, result in zip(values, known, strict=True) if result is None]
            fresh = iter(each(function, todo))
            for value, result in zip(values, known, strict=True):
                if result is not None:
                    yield result
                    continue
                new = next(fresh)
                if not isinstance(new, Lost):
                    new = _sharing(new, value)
                    self._keep(work, value, new)
                yield new

        return remembering

    def _find(self, work: "_Work", value: Any) -> Any:
        made_of = (work.options, value)
        known = self._worked.find((work.name, value.id), made_of)
        if work.store is None:
            return known
        key = self._key(work, value)
        if known is not None:
            self._digests[id(known)] = known, key
            return known
        stored = work.store.find(work.name, value.id, key)
        if stored is not None:
            known = decode(stored, work.result, value)
            self._worked.keep((work.name, value.id), made_of, known)
            self._digests[id(known)] = known, key
            return known
        reason: Reason = "new" if work.store.key(work.name, value.id) is None else "changed"
        self.redone.setdefault(work.name, {})[value.id] = reason
        return None

    def _keep(self, work: "_Work", value: Any, result: Any) -> None:
        self._worked.keep((work.name, value.id), (work.options, value), result)
        if work.store:
            key = self._key(work, value)
            self._digests[id(result)] = result, key
            work.store.keep(work.name, value.id, key, encode(result, value))

    def _key(self, work: "_Work", value: Any) -> str:
        """Of all that a result depends on. A result that is part of a value is known by its own key."""
        return digest_of(work.circumstances, self._digest(value))

    def _digest(self, value: Any) -> str:
        if (known := self._known(value)) is None:
            known = digest_of(value, known=self._known)
            self._digests[id(value)] = value, known
        return known

    def _known(self, value: object) -> str | None:
        found = self._digests.get(id(value))
        return found[1] if found else None

    def render(self, page: Page, theme: Theme) -> Outcome[OutputFile]:
        """As `sitegen.render.render`."""
        made_of = (theme.digest, page)
        known = self._rendered.find(page.path, made_of)
        if known is None:
            known = render(page, theme)
            self._rendered.keep(page.path, made_of, known)
        return known

    def pages(
        self, make: Callable[[Corpus, Job], list[tuple[OutputFile, Beside]]], corpus: Corpus, theme: str
    ) -> Callable[[Job], list[tuple[OutputFile, Beside]]]:
        """`make` with `corpus`, called only for jobs that are new, or that read something that has changed since.

        `theme`: the digest of the templates.
        """
        changes: dict[int, Changes] = {}

        def made(job: Job) -> list[tuple[OutputFile, Beside]]:
            made_of = (theme, job)
            known = self._made.find(job.path, made_of)
            if known is not None:
                since = changes.setdefault(id(known.corpus), Changes(known.corpus, corpus))
                if known.corpus is corpus or not since.touch(known.trace):
                    self._made.keep(job.path, made_of, known._replace(corpus=corpus))
                    result: list[tuple[OutputFile, Beside]] = known.result
                    for file, _ in result:
                        self._rendered.touch(file.path)
                    return result
            seen, trace = watched(corpus)
            result = make(seen, job)
            asked = {read: keys for read, keys in trace.items() if keys}
            self._made.keep(job.path, made_of, _Made(corpus, asked, result))
            return result

        return made

    def forget_unused(self) -> None:
        """Let go of what was not asked for since this was last called: articles and pages that are gone."""
        self._worked.turn()
        self._rendered.turn()
        self._made.turn()
        self._digests.clear()
        self.asked.clear()
        self.redone.clear()
        if self._store:
            self._store.forget_unused()


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with each of many values."""

    name: str
    options: tuple[Any, ...]
    circumstances: str
    """Digest of the name, the options and the program."""
    result: Any
    """The type of what comes out, if it is stored."""
    store: Store | None


class _Made(NamedTuple):
    """What a job made."""

    corpus: Corpus
    """With which it would make the same."""
    trace: Trace
    result: Any


def _sharing(result: Result, value: object) -> Result:
    """`result` with `value` where it holds an equal one: a worker sends a copy of what it was given."""
    if not is_dataclass(result):
        return result
    copies = {
        field.name: value
        for field in fields(result)
        if type(held := getattr(result, field.name)) is type(value) and held == value
    }
    return replace(result, **copies) if copies else result  # type: ignore[type-var]  # it is a dataclass


def _named(function: Callable[..., Any]) -> tuple[str, tuple[Any, ...]]:
    """The name of a function, and the options that it is bound to."""
    if isinstance(function, partial):
        name, options = _named(function.func)
        return name, (*options, function.args, function.keywords)
    return f"{function.__module__}.{function.__qualname__}", ()


def _unbound(function: Callable[..., Any]) -> Callable[..., Any]:
    return _unbound(function.func) if isinstance(function, partial) else function
