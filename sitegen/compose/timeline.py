"""The timeline: what the articles date, by date, and how each date was found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.iso_dates import holds
from sitegen.model import DateExpression, Event
from sitegen.reasons import Reason

from . import counts, urls
from .bars import date_anchor, event_chart
from .corpus import Corpus
from .notes import MANY_LINES, Notes
from .options import SiteOf
from .pages import DateReading, TimelineDate, TimelineItem, TimelinePage, Undated
from .paging import Paged, Part, date_steps, part_title
from .pieces import marked

_MOST_OF_TOPIC = 12
_MOST = 32
"""Dated sentences on a page: about 13 KiB (gzip)."""


def timeline_pages(corpus: Corpus, site: SiteOf) -> tuple[TimelinePage, ...]:
    """By year, month and day, where there are too many dates for one page.

    Of very many, those that most articles carry, and of those that as many carry the latest.
    """
    translator = corpus.translator
    events = _most_carried(corpus, corpus.briefing.events, MANY_LINES)
    paged = Paged(
        urls.TIMELINE, {place: date_steps(translator, found.value) for place, found in enumerate(events)}, _MOST
    )
    title = translator.gettext("Timeline")

    def page(part: Part[int]) -> TimelinePage:
        notes = Notes(corpus, part.path, _cited(events[place] for place in part.items))
        everything = [events[place] for place in part.everything]
        return TimelinePage(
            path=part.path,
            title=part_title(translator, title, part),
            site=site(part.path),
            counts=translator.ngettext(
                "%(n)s date %(in_sentences)s.",
                "%(n)s dates %(in_sentences)s.",
                len({event.value for event in everything}),
                in_sentences=counts.in_sentences(translator, len(_cited(everything))),
            ),
            more=len(corpus.briefing.events) - len(events) if part.is_first else 0,
            dates=timeline_dates(corpus, notes, [events[place] for place in part.items]),
            undated=_undated(corpus) if part.is_first else (),
            sources=notes.sources(),
            paging=paged.navigation(part, title),
        )

    first, *others = map(page, paged.pages)
    dated = [(date, "" if page is first else page.path) for page in (first, *others) for date in page.dates]
    return replace(first, chart=event_chart(translator, dated, height=72)), *others


def _cited(events: Iterable[Event]) -> set[str]:
    return {sentence for event in events for sentence in (event.sentence, *event.also)}


def topic_events(corpus: Corpus, sentences: Collection[str]) -> list[Event]:
    """Of the events in `sentences` those that most articles carry, oldest first; what was only said then is none.

    Empty where all have one date: that is no line of time.
    """
    found = [event for event in corpus.events.of(sentences) if not event.is_saying]
    if len({event.value for event in found}) < 2:
        return []
    return _most_carried(corpus, found, _MOST_OF_TOPIC)


def _most_carried(corpus: Corpus, events: Sequence[Event], most: int) -> list[Event]:
    """`events`: oldest first. Of those that as many origins carry, the latest."""
    chosen = sorted(range(len(events)), key=lambda place: (_origins(corpus, events[place]), place), reverse=True)[:most]
    return [events[place] for place in sorted(chosen)]


def _origins(corpus: Corpus, event: Event) -> int:
    """How many origins carry what it dates; 0 for what is in no topic."""
    statement = corpus.statement_of.get(event.sentence)
    return statement.origins if statement else 0


def timeline_dates(corpus: Corpus, notes: Notes, events: Sequence[Event]) -> tuple[TimelineDate, ...]:
    """`events`, oldest first, by their dates."""
    return tuple(
        # A span can't stand in an attribute `datetime`; its first day can.
        TimelineDate(
            value=value.partition("/")[0],
            words=corpus.translator.date(value),
            items=tuple(_item(corpus, notes, event) for event in of_date),
            until=value.partition("/")[2],
            id=date_anchor(value),
        )
        for value, of_date in groupby(events, key=lambda event: event.value)
    )


def _item(corpus: Corpus, notes: Notes, event: Event) -> TimelineItem:
    sentences = (event.sentence, *event.also)
    found = {
        id_: [
            date for date in corpus.dated_in[id_] if date.value and (event.value == date.value or _holds(date, event))
        ]
        for id_ in sentences
    }
    exact = [date for date in found[event.sentence] if date.value == event.value] or found[event.sentence]
    pieces = marked(corpus.sentences[event.sentence].text, [(date.start, date.end) for date in exact])
    place = event.value.replace("/", "-") + ("-said" if event.is_saying else "")
    line = notes.line(event.sentence, event.also, place=place, pieces=pieces)
    readings = [
        _reading(corpus, date) for id_ in sentences for date in (exact if id_ == event.sentence else found[id_])
    ]
    return TimelineItem(line, tuple(dict.fromkeys(readings)), event.outlook, event.is_saying)


def _holds(date: DateExpression, event: Event) -> bool:
    return date.value is not None and holds(date.value, event.value)


def _reading(corpus: Corpus, found: DateExpression) -> DateReading:
    published = corpus.articles[corpus.sentences[found.sentence].article].metadata.published
    return DateReading(found.text, corpus.translator.reason(found.basis), published and published[:10])


def _undated(corpus: Corpus) -> tuple[Undated, ...]:
    """Why the others can't be dated, the commonest reason first, each with its commonest words."""
    words: defaultdict[Reason, Counter[str]] = defaultdict(Counter)
    for analysis in corpus.briefing.analyses:
        for found in analysis.dates:
            if not found.value:
                words[found.basis][found.text] += 1
    reasons = sorted(words, key=lambda reason: (-words[reason].total(), str(reason)))
    return tuple(
        Undated(
            words[reason].total(),
            min(words[reason], key=lambda text: (-words[reason][text], text)),
            corpus.translator.reason(reason),
        )
        for reason in reasons
    )
