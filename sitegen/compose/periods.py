"""When: the days of the reports that carry a statement, as choices of a page, and how old what it rests on is."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise

from sitegen.interface import msgid
from sitegen.iso_dates import first_day
from sitegen.model import Statement

from .corpus import Corpus
from .pages import PeriodChoice

_MOST = 6
"""Choices: as many as the style sheet knows."""
_OLD = (
    (365, msgid("%(day)s, more than a year older than the newest article of the folder")),
    (30, msgid("%(day)s, more than a month older than the newest article of the folder")),
    (7, msgid("%(day)s, more than a week older than the newest article of the folder")),
)
"""Days, and how that is said: coarse, as each newer article of the folder would change all pages otherwise."""


def days_of(corpus: Corpus, articles: Iterable[str]) -> list[str]:
    """The days on which articles were published, each once, oldest first; those without one are left out."""
    return sorted({day[:10] for article in articles if (day := corpus.articles[article].metadata.published)})


class Periods:
    """The periods of a page's statements: a day each; where they are more than six, days that follow each other."""

    def __init__(self, corpus: Corpus, statements: Sequence[Statement]):
        self._corpus = corpus
        self._days = days_of(corpus, (article for statement in statements for article in statement.sources))
        self._statements = statements
        number = min(_MOST, len(self._days)) or 1
        bounds = [len(self._days) * place // number for place in range(number + 1)]
        self._spans = [self._days[start:end] for start, end in pairwise(bounds)]
        self._number = {day: str(number) for number, span in enumerate(self._spans, 1) for day in span}

    def since(self, statement: Statement) -> str:
        """`4 March 2024`, `since 4 March 2024`: when it was first reported; empty if all reports are of one day."""
        days = days_of(self._corpus, statement.sources)
        if not days or len(self._days) < 2:
            return ""
        day = self._corpus.translator.date(days[0])
        return self._corpus.translator.gettext("since %(day)s", day=day) if len(days) > 1 else day

    def of(self, statement: Statement) -> tuple[str, ...]:
        if len(self._days) < 2:
            return ()
        return tuple(dict.fromkeys(self._number[day] for day in days_of(self._corpus, statement.sources)))

    def choices(self) -> tuple[PeriodChoice, ...]:
        """None where all reports are of one day."""
        if len(self._days) < 2:
            return ()
        numbers = [number for statement in self._statements for number in self.of(statement)]
        return tuple(
            PeriodChoice(str(number), self._corpus.translator.date(_value(span)), numbers.count(str(number)))
            for number, span in enumerate(self._spans, 1)
        )


def _value(span: Sequence[str]) -> str:
    return span[0] if len(span) == 1 else f"{span[0]}/{span[-1]}"


def newest_source(corpus: Corpus, articles: Collection[str]) -> str:
    """`7 March 2024`, and how much older it is than the newest article of the folder; empty if none is dated.

    Measured by the articles, never by the clock: the same folder says the same at any time.
    """
    days = days_of(corpus, articles)
    if not days:
        return ""
    apart = (_date(corpus.last_day) - _date(days[-1])).days
    message = next((message for least, message in _OLD if apart > least), "%(day)s")
    return corpus.translator.gettext(message, day=corpus.translator.date(days[-1]))


def _date(day: str) -> date:
    return date.fromisoformat(first_day(day))
