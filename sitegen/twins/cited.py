"""Who stands behind a line of a topic page: its marks, each with its source and passage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.compose.pages import Line, PassageNote, SourceNote, TopicPage, TopicPartPage
from sitegen.interface import Translator

from .written import clean, day


@dataclass(frozen=True, slots=True)
class Cited:
    """A note, and the source that it is of."""

    source: SourceNote
    passage: PassageNote


class Citations:
    """The notes of a topic page, in their order."""

    def __init__(self, page: TopicPage | TopicPartPage):
        self._notes: Mapping[str, Cited] = {
            passage.number: Cited(source, passage) for source in page.sources for passage in source.passages
        }

    def of(self, line: Line) -> Iterator[Cited]:
        """The notes behind a line, in the order of its marks."""
        return (self._notes[mark.number] for mark in line.notes)

    def __iter__(self) -> Iterator[Cited]:
        return iter(self._notes.values())


def outlet_and_day(source: SourceNote, translator: Translator) -> str:
    """`Wire, 2025-12-15`; the title of the article where no outlet is stated."""
    published = day(source.published)
    when = translator.date(published) if published else ""
    return ", ".join(part for part in (clean(source.publisher or source.article.text), when) if part)
