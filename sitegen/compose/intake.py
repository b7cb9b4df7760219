"""The intake page: every file of the folder, and what became of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from sitegen.interface import msgid
from sitegen.model import Arrival, ArrivalFate
from sitegen.text import fold

from . import urls
from .corpus import Corpus
from .pages import ArrivalRow, Count, IntakePage, Site, StandIn

_FATES: dict[ArrivalFate, str] = {
    "used": msgid("used"),
    "duplicate": msgid("not used again"),
    "draft": msgid("kept out"),
    "refused": msgid("refused"),
    "citations": msgid("facts about other files"),
    "later": msgid("later than --as-of"),
    "ignored": msgid("left alone"),
}


def intake_page(corpus: Corpus, site: Site) -> IntakePage:
    _ = corpus.translator.gettext
    fates = Counter(arrival.fate for arrival in corpus.arrivals)
    return IntakePage(
        path=urls.INTAKE,
        title=_("What was received"),
        site=site,
        counts=tuple(Count(_(words), fates[fate]) for fate, words in _FATES.items() if fates[fate]),
        total=len(corpus.arrivals),
        rows=tuple(_row(corpus, arrival) for arrival in corpus.arrivals),
    )


def _row(corpus: Corpus, arrival: Arrival) -> ArrivalRow:
    _ = corpus.translator.gettext
    return ArrivalRow(
        path=fold(arrival.path),
        fate=arrival.fate,
        fate_words=_(_FATES[arrival.fate]),
        articles=tuple(corpus.article_link(urls.INTAKE, article) for article in arrival.articles),
        duplicates=tuple(_stand_ins(corpus, arrival)),
        notes=(
            *(corpus.translator.reason(fold(note)) for note in arrival.notes),
            *(_("withdrawn since, by decision of the desk") for id_ in arrival.articles if id_ in corpus.withdrawn),
        ),
    )


def _stand_ins(corpus: Corpus, arrival: Arrival) -> Iterator[StandIn]:
    for (id_, why), overlap in zip_longest(arrival.duplicates, arrival.overlaps):
        link = corpus.article_link(urls.INTAKE, id_)
        if overlap is None:
            yield StandIn(link, corpus.translator.reason(why))
        else:
            # Never rounded up to all, nor down to none: both would claim more than was found.
            percent = int(overlap.share * 100) or (1 if overlap.share else 0)
            words = corpus.translator.gettext(
                "%(percent)s%% of the shorter text stands in the other word for word", percent=percent
            )
            yield StandIn(link, corpus.translator.reason(why), words, fold(overlap.here), fold(overlap.there))
