"""The timeline: what the articles date, by date, and how each date was found."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal

from sitegen.model import DateExpression, Modality

from . import urls
from .calendar_words import first_day, in_words, oldest_first
from .corpus import Corpus, counted
from .notes import MANY_LINES, Notes
from .pages import DateReading, Site, TimelineDate, TimelineItem, TimelinePage, Undated
from .pieces import marked


def dated(corpus: Corpus) -> list[DateExpression]:
    """The expressions whose date is known, by article, then position."""
    return [found for sentences in corpus.sentences_of.values() for s in sentences for found in corpus.dated_in[s.id]]


def timeline_page(corpus: Corpus, site: Site) -> TimelinePage:
    """Where there are many dates, those that most articles carry."""
    found = dated(corpus)
    expressions = sorted(found, key=lambda expression: -_origins(corpus, expression))[:MANY_LINES]
    notes = Notes(corpus, urls.TIMELINE, (expression.sentence for expression in expressions))
    by_value: defaultdict[str, list[DateExpression]] = defaultdict(list)
    for expression in expressions:
        by_value[expression.value or ""].append(expression)
    values = sorted(by_value, key=oldest_first)
    return TimelinePage(
        path=urls.TIMELINE,
        title="Timeline",
        site=site,
        counts=f"{counted(len(values), 'date')} in {counted(len({e.sentence for e in expressions}), 'sentence')}.",
        more=len(found) - len(expressions),
        dates=tuple(
            TimelineDate(
                # A span can't stand in an attribute `datetime`; its first day can.
                value.partition("/")[0],
                in_words(value),
                tuple(_items(corpus, notes, value, by_value[value])),
            )
            for value in values
        ),
        undated=_undated(corpus),
        sources=notes.sources(),
    )


def _origins(corpus: Corpus, expression: DateExpression) -> int:
    """How many origins carry what it dates; 0 for what is in no topic."""
    statement = corpus.statement_of.get(expression.sentence)
    return statement.origins if statement else 0


def _items(corpus: Corpus, notes: Notes, value: str, expressions: list[DateExpression]) -> Iterator[TimelineItem]:
    """One a sentence; those that say the same as one of them stand behind it with their notes."""
    in_sentence: defaultdict[str, list[DateExpression]] = defaultdict(list)
    for found in sorted(expressions, key=lambda found: (corpus.oldest_first(found.sentence), found.start)):
        in_sentence[found.sentence].append(found)
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in in_sentence:
        statement = corpus.statement_of.get(sentence)
        if statement and sentence in corpus.full_companions(statement) and statement.sentence in in_sentence:
            behind[statement.sentence].append(sentence)
    hidden = {sentence for others in behind.values() for sentence in others}
    modality = {told.sentence: told.modality for analysis in corpus.briefing.analyses for told in analysis.attributions}
    for sentence, own in in_sentence.items():
        if sentence in hidden:
            continue
        others = behind[sentence]
        readings = [_reading(corpus, found) for id_ in (sentence, *others) for found in in_sentence[id_]]
        spans = [(found.start, found.end) for found in own]
        pieces = marked(corpus.sentences[sentence].text, spans)
        line = notes.line(sentence, others, place=value.replace("/", "-"), pieces=pieces)
        yield TimelineItem(line, tuple(dict.fromkeys(readings)), _outlook(corpus, own[0], modality.get(sentence)))


def _outlook(corpus: Corpus, found: DateExpression, modality: Modality | None) -> Literal["", "expected", "possible"]:
    """What is dated after the day of its report cannot have been done by then, however it is told."""
    if modality in ("expected", "possible"):
        return modality
    published = _published(corpus, found)
    return "expected" if published and first_day(found.value or "") > published[:10] else ""


def _reading(corpus: Corpus, found: DateExpression) -> DateReading:
    published = _published(corpus, found)
    return DateReading(found.text, found.basis, published and published[:10])


def _published(corpus: Corpus, found: DateExpression) -> str | None:
    return corpus.articles[corpus.sentences[found.sentence].article].metadata.published


def _undated(corpus: Corpus) -> tuple[Undated, ...]:
    """Why the others can't be dated, the commonest reason first, each with its commonest words."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for analysis in corpus.briefing.analyses:
        for found in analysis.dates:
            if not found.value:
                words[found.basis][found.text] += 1
    reasons = sorted(words, key=lambda reason: (-words[reason].total(), reason))
    return tuple(
        Undated(words[reason].total(), min(words[reason], key=lambda text: (-words[reason][text], text)), reason)
        for reason in reasons
    )
