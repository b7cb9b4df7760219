"""The page of quotations: every one in its sentence, by who says it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.model import Quote
from sitegen.text import slug

from . import counts, urls
from .concordance import most_carried, sentences_of, utterance_items
from .corpus import Corpus
from .decisions import decided, is_desks
from .naming import is_described
from .notes import MANY_LINES, Notes
from .pages import Line, QuoteGroup, QuotesPage, Site
from .pieces import marked

_FEW_WORDS = 3
"""So many words or fewer that nobody speaks are scare quotes, a nickname or a title."""
_LIMITS = (MANY_LINES, 10, 3, 1)
"""Sentences of one speaker: the first of these by which the page holds no more than it may."""
_MOST_SHARED = 80
"""Sentences of what several articles quote."""
_DESCRIBED = "as_"
_STATED = "stated_"
_UNCLEAR = "unclear_"


def told(corpus: Corpus) -> list[Quote]:
    """The quotations that are somebody's words."""
    return [
        quote for quote in corpus.naming.speakers if _has_speaker(corpus, quote) or len(quote.text.split()) > _FEW_WORDS
    ]


def _has_speaker(corpus: Corpus, quote: Quote) -> bool:
    stated = corpus.naming.stated.get(quote)
    return stated.value is not None if stated else quote.speaker_text is not None


def quotes_page(corpus: Corpus, site: Site) -> QuotesPage:
    """Where there are many, each speaker has a few here, and their page the rest."""
    translator = corpus.translator
    quotes, stated = told(corpus), corpus.naming.stated
    spoken: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        spoken[_speaker_id(corpus, quote)].append(quote)
    sentences = {id_: sorted({q.sentence for q in found}, key=corpus.oldest_first) for id_, found in spoken.items()}
    utterances = most_carried(corpus.briefing.utterances, _MOST_SHARED)
    shared = [sentence for utterance in utterances for sentence in sentences_of(utterance)]
    limits = _limits({id_: len(found) for id_, found in sentences.items()}, MANY_LINES - len(shared))
    shown = {id_: found[: limits[id_]] for id_, found in sentences.items()}
    notes = Notes(corpus, urls.QUOTES, (*shared, *(sentence for found in shown.values() for sentence in found)))

    def group(id_: str, speaker: str, href: str = "", *, is_desks: bool = False) -> QuoteGroup:
        lines = tuple(_line(corpus, notes, id_, sentence, spoken[id_]) for sentence in shown[id_])
        rulings = (stated[q] for q in spoken[id_] if q in stated and q.sentence in shown[id_])
        more = len(sentences[id_]) - len(lines)
        return QuoteGroup(
            urls.speaker_anchor(id_), speaker, href, lines, more, is_desks, decided(corpus.translator, rulings)
        )

    entities = (corpus.entities[id_] for id_ in spoken if id_ in corpus.entities)
    named = [
        group(entity.id, entity.name, urls.link(urls.QUOTES, urls.name_path(entity.id)), is_desks=is_desks(entity))
        for entity in sorted(entities, key=lambda entity: (entity.name.casefold(), entity.id))
    ]
    without_page = [group(id_, stated[spoken[id_][0]].value or "") for id_ in sorted(spoken) if id_.startswith(_STATED)]
    described = [group(id_, spoken[id_][0].speaker_text or "") for id_ in sorted(spoken) if id_.startswith(_DESCRIBED)]
    items = tuple(utterance_items(corpus, notes, urls.QUOTES, utterances))
    return QuotesPage(
        path=urls.QUOTES,
        title=translator.gettext("Quotations"),
        site=site,
        counts=translator.gettext(
            "%(quotations)s %(from_articles)s.",
            quotations=translator.ngettext("%(n)s quotation", "%(n)s quotations", len(quotes)),
            from_articles=counts.from_articles(translator, len({_article(q) for q in quotes})),
        ),
        named=tuple(group for group in named if group.lines),
        elsewhere=tuple(group for group in named if not group.lines),
        stated=tuple(group for group in without_page if group.lines),
        described=tuple(group for group in described if group.lines),
        hidden=sum(group.more for group in (*without_page, *described) if not group.lines),
        unclear=group(_UNCLEAR, "") if _UNCLEAR in spoken else None,
        left_out=len(corpus.naming.speakers) - len(quotes),
        utterances=items,
        more_utterances=len(corpus.briefing.utterances) - len(items),
        sources=notes.sources(),
    )


def _speaker_id(corpus: Corpus, quote: Quote) -> str:
    """Of an entity with a page, whose id has no `_`; of a description, the desk's or the text's; or `_UNCLEAR`."""
    speaker = corpus.naming.speakers[quote]
    if speaker and speaker.id in corpus.naming.with_page:
        return speaker.id
    if quote in corpus.naming.stated:
        stated = corpus.naming.stated[quote].value
        return _STATED + slug(stated) if stated else _UNCLEAR
    return _DESCRIBED + slug(quote.speaker_text or "") if is_described(quote) else _UNCLEAR


def _limits(sizes: Mapping[str, int], most_lines: int) -> dict[str, int]:
    """How many sentences each speaker may have here, where they have `sizes` of them.

    As many as the page holds if all have the same; where that is not even one, one for the most quoted.
    """
    for limit in _LIMITS:
        if sum(min(limit, size) for size in sizes.values()) <= most_lines:
            return dict.fromkeys(sizes, limit)
    most = sorted(sizes, key=lambda id_: (-sizes[id_], id_))[:most_lines]
    return dict.fromkeys(sizes, 0) | dict.fromkeys(most, 1)


def _line(corpus: Corpus, notes: Notes, speaker: str, sentence: str, quotes: Iterable[Quote]) -> Line:
    """A sentence, with those of `quotes` marked that it holds."""
    spans = ((quote.start, quote.end) for quote in quotes if quote.sentence == sentence)
    pieces = marked(corpus.sentences[sentence].text, spans)
    return notes.line(sentence, place=urls.speaker_anchor(speaker), pieces=pieces)


def _article(quote: Quote) -> str:
    return quote.sentence.rpartition(".")[0]
