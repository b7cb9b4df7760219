"""Interface: the language in which pages speak for the program; never that of what a source says.

A message is its English text, and so needs no catalogue; values stand in it as `%(name)s`, and `%%` is a percent sign.
`docs/decisions/0036-languages-of-the-interface.md` says how another language comes in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sitegen.iso_dates import VALUE, first_day
from sitegen.reasons import Reason, Value

from .calendar_words import in_words, month_in_short
from .messages import msgid, msgids

__all__ = ["ENGLISH", "Message", "Translator", "msgid", "msgids"]

Message = tuple[str, str]
"""Context, which is mostly empty, and English text; of a count the text for one."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Messages, numbers and dates in one language; as it stands, in English."""

    language: str = "en"
    """BCP 47 tag."""
    messages: Mapping[Message, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The translations of a message, one a plural form. What is not here is printed in English."""
    plural: Callable[[int], int] = lambda number: int(number != 1)
    """A number → its plural form, counted from 0."""
    number: Callable[[int], str] = "{:,}".format
    """A count as it is written: `1,234`."""
    calendar: Callable[[int, int, int], str] = in_words
    """Year, month and day, of which the last or the last two may be 0, in words."""
    short_month: Callable[[int], str] = month_in_short
    """The number of a month → its name where there is little room: `Nov`."""

    def gettext(self, message: str, /, **values: object) -> str:
        """The translation of `message`, with `values` in their places."""
        return self.lookup(message) % values

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """As `gettext`, of a message that is translated otherwise elsewhere."""
        return self.lookup(message, context) % values

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The translation for a count, which is the value `n`."""
        return self.lookup_count(one, many, number) % {"n": self.number(number), **values}

    def npgettext(self, context: str, one: str, many: str, number: int, /, **values: object) -> str:
        """As `ngettext`, of a message that is translated otherwise elsewhere."""
        return self.lookup_count(one, many, number, context) % {"n": self.number(number), **values}

    def lookup(self, message: str, context: str = "") -> str:
        """The translation of `message`, values not yet in their places."""
        return self.messages.get((context, message), (message,))[0]

    def lookup_count(self, one: str, many: str, number: int, context: str = "") -> str:
        """The translation for a count, values not yet in their places."""
        forms = self.messages.get((context, one))
        return forms[self.plural(number)] if forms else one if number == 1 else many

    def reason(self, reason: Reason) -> str:
        """A phrase of another stage; empty for `NO_REASON`."""
        if not reason:
            return ""
        values = {name: self._value(value) for name, value in reason.values}
        if reason.many:
            return self.lookup_count(reason.form, reason.many, reason.count) % values
        return self.lookup(reason.form) % values

    def _value(self, value: Value) -> str:
        if isinstance(value, Reason):
            return self.reason(value)
        return self.number(value) if isinstance(value, int) else value

    def date(self, value: str) -> str:
        """An ISO 8601 value, with the precision that it has: `2019-11-18` → `18 November 2019`; `2019-11` →
        `November 2019`; `2019-W47` → `Week of 18 November 2019`; a span as its two ends: `2010/2019` → `2010 to 2019`.
        """
        first, _, last = value.partition("/")
        if last:
            return self.gettext("%(first)s to %(last)s", first=self.date(first), last=self.date(last))
        found = VALUE.match(value)
        if not found:
            return value
        if found["week"]:
            return self.gettext("Week of %(day)s", day=self.date(first_day(value)))
        return self.calendar(int(found["year"]), int(found["month"] or 0), int(found["day"] or 0))


ENGLISH = Translator()
