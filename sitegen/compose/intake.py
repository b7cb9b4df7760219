"""The intake page: every file of the folder, and what became of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from sitegen.interface import msgid
from sitegen.model import Arrival, ArrivalFate
from sitegen.text import fold

from . import urls
from .corpus import Corpus
from .options import SiteOf
from .pages import ArrivalRow, Count, IntakePage, StandIn
from .paging import Lettered, Paged, part_title

_FATES: dict[ArrivalFate, str] = {
    "used": msgid("used"),
    "duplicate": msgid("not used again"),
    "draft": msgid("kept out"),
    "refused": msgid("refused"),
    "citations": msgid("facts about other files"),
    "later": msgid("later than --as-of"),
    "ignored": msgid("left alone"),
}
_MOST = 250
"""Files on a page: about 12 KiB (gzip)."""


def intake_pages(corpus: Corpus, site: SiteOf) -> Iterator[IntakePage]:
    """By the first letters of the paths, where they are too many for one page."""
    _ = corpus.translator.gettext
    arrivals = dict(enumerate(corpus.arrivals))
    paged = Paged(urls.INTAKE, {place: Lettered(fold(arrival.path)) for place, arrival in arrivals.items()}, _MOST)
    for part in paged.pages:
        fates = Counter(arrivals[place].fate for place in part.everything)
        yield IntakePage(
            path=part.path,
            title=part_title(corpus.translator, _("Files received"), part),
            site=site(part.path),
            counts=tuple(Count(_(words), fates[fate]) for fate, words in _FATES.items() if fates[fate]),
            total=len(part.everything),
            rows=tuple(_row(corpus, part.path, arrivals[place]) for place in part.items),
            paging=paged.navigation(part, _("Files received")),
        )


def _row(corpus: Corpus, page: str, arrival: Arrival) -> ArrivalRow:
    _ = corpus.translator.gettext
    return ArrivalRow(
        path=fold(arrival.path),
        fate=arrival.fate,
        fate_words=_(_FATES[arrival.fate]),
        articles=tuple(corpus.article_link(page, article) for article in arrival.articles),
        duplicates=tuple(_stand_ins(corpus, page, arrival)),
        notes=(
            *(fold(corpus.translator.reason(note)) for note in arrival.notes),
            *(_("withdrawn since, by decision of the desk") for id_ in arrival.articles if id_ in corpus.withdrawn),
        ),
    )


def _stand_ins(corpus: Corpus, page: str, arrival: Arrival) -> Iterator[StandIn]:
    for (id_, why), overlap in zip_longest(arrival.duplicates, arrival.overlaps):
        link = corpus.article_link(page, id_)
        if overlap is None:
            yield StandIn(link, corpus.translator.reason(why))
        else:
            # Never rounded up to all, nor down to none: both would claim more than was found.
            percent = int(overlap.share * 100) or (1 if overlap.share else 0)
            words = corpus.translator.gettext(
                "%(percent)s%% of the shorter text stands in the other word for word", percent=percent
            )
            yield StandIn(link, corpus.translator.reason(why), words, fold(overlap.here), fold(overlap.there))
