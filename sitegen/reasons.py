"""Reasons: why something is as it is, as a form and the values in it, so that it can be told in any language.

A form is a message of gettext: its English text, with values as `%(name)s`. `str` gives the English sentence, which
`briefing.json` and the command line have; pages have it from a `Translator`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, Union

T = TypeVar("T")
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


def names_it(words: Value) -> Reason:
    """Why a statement stands in a topic that it names."""
    return worded("names %(words)s", words=words)


def is_naming(reason: Reason) -> bool:
    return reason.form == names_it("").form


def in_english(words: str) -> Reason:
    """A phrase that was recorded as its English words; told in another language only where it has no values."""
    return Reason(words.replace("%", "%%"))


def quoted(words: str) -> Reason:
    """In the quotation marks of the language."""
    return worded("“%(words)s”", words=words)


def listed(reasons: Iterable[Reason]) -> Reason:
    """`one; two; three`; `NO_REASON` if there are none."""
    found = tuple(reasons) or (NO_REASON,)
    return _joined(lambda before, last: worded("%(before)s; %(last)s", before=before, last=last), found)


def in_a_row(words: Iterable[Value]) -> Value:
    """`one, two, three`. Raises: IndexError if there are none, as do the next two."""
    return _joined(lambda before, last: worded("%(before)s, %(last)s", before=before, last=last), tuple(words))


def enumerated(words: Iterable[Value]) -> Value:
    """`one, two and three`."""
    found = tuple(words)
    last = found[-1]
    return worded("%(words)s and %(last)s", words=in_a_row(found[:-1]), last=last) if found[:-1] else last


def connected(words: Iterable[Value]) -> Value:
    """`one and two and three`."""
    return _joined(lambda before, last: worded("%(words)s and %(last)s", words=before, last=last), tuple(words))


def _joined(join: Callable[[T, T], T], words: Sequence[T]) -> T:
    """By halves: of a thousand, ten are inside of one another, not a thousand."""
    if len(words) < 2:
        return words[0]
    half = len(words) // 2
    return join(_joined(join, words[:half]), _joined(join, words[half:]))
