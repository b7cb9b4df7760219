"""Reasons: why something is as it is, as a form and the values in it, so that it can be told in any language.

A form is a message of gettext: its English text, with values as `%(name)s`. `str` gives the English sentence, which
`briefing.json` and the command line have; pages have it from a `Translator`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Union

Value = Union[str, int, "Reason"]
"""Words of a source or the desk, which stay as they are; a number; or a phrase of the program."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase of the program. False: none is given."""

    form: str = ""
    """In English; of a count, for one."""
    values: tuple[tuple[str, Value], ...] = ()
    """By the names that the form has for them."""
    many: str = ""
    """The form for a count that is not one, which is the value `n`; empty: the phrase has no count."""

    def __bool__(self) -> bool:
        return bool(self.form)

    def __str__(self) -> str:
        values = {name: f"{value:,}" if isinstance(value, int) else str(value) for name, value in self.values}
        return (self.many if self.many and self.count != 1 else self.form) % values

    @property
    def count(self) -> int:
        """What chooses the form."""
        count = dict(self.values)["n"]
        assert isinstance(count, int)
        return count


NO_REASON = Reason()


def worded(form: str, /, **values: Value) -> Reason:
    """The phrase of a form, which the catalogues find here; `%%` is a percent sign."""
    return Reason(form, tuple(values.items()))


def worded_count(one: str, many: str, n: int, /, **values: Value) -> Reason:
    """The phrase for a count."""
    return Reason(one, (("n", n), *values.items()), many)


def as_it_is(words: str) -> Reason:
    """Words that are the same in each language: of a source, of the desk, a term of a format."""
    return Reason("%(words)s", (("words", words),))


NAMING = worded("names %(words)s").form
"""Of why a statement stands in a topic that it names: the index page prefers such a topic."""


def listed(reasons: Iterable[Reason]) -> Reason:
    """One after the other; `NO_REASON` if there are none."""
    first, *others = [*reasons] or [NO_REASON]
    return reduce(_joined, others, first)


def in_english(words: str) -> Reason:
    """A phrase that was recorded as its English words; told in another language only where it has no values."""
    return Reason(words.replace("%", "%%"))


def enumerated(words: Sequence[str]) -> Value:
    """`one`, `one and two`, `one, two and three`."""
    *before, last = words
    return worded("%(words)s and %(last)s", words=", ".join(before), last=last) if before else last


def connected(words: Sequence[str]) -> Value:
    """`one and two and three`."""
    first, *others = words
    told: Value = first
    for word in others:
        told = worded("%(words)s and %(last)s", words=told, last=word)
    return told


def _joined(before: Reason, last: Reason) -> Reason:
    return worded("%(before)s; %(last)s", before=before, last=last)
