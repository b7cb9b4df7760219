"""The page of quotations: every one in its sentence, by who says it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Quote, Utterance
from sitegen.text import slug

from . import counts, urls
from .concordance import most_carried, sentences_of, utterance_items
from .corpus import Corpus, once
from .decisions import decided, is_desks
from .naming import is_described
from .notes import MANY_LINES, Notes
from .options import SiteOf
from .pages import Line, QuoteGroup, QuotesPage, Site
from .paging import Lettered, Paged, Part, Step, part_title
from .pieces import marked

_FEW_WORDS = 3
"""So many words or fewer that nobody speaks are scare quotes, a nickname or a title."""
_LIMITS = (MANY_LINES, 10, 3, 1)
"""Sentences of one speaker: the first of these by which the page holds no more than it may."""
_MOST_SHARED = 80
"""Sentences of what several articles quote."""
_LINE = 10
"""A sentence takes as much room as so many speakers without one."""
_MOST = 28 * _LINE
"""On a page: about 13 KiB (gzip)."""
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


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who says what, and on which page it stands."""

    quotes: list[Quote]
    by_speaker: Mapping[str, list[Quote]]
    sentences: Mapping[str, list[str]]
    """Speaker → sentences, oldest first."""
    shown: Mapping[str, list[str]]
    """Those of them that these pages hold."""
    utterances: Mapping[str, Utterance]
    """By id: what several articles quote, as far as these pages hold it."""
    paged: Paged[str]
    """Of the ids of utterances and speakers."""


@once  # every name's page asks
def _page_of(corpus: Corpus) -> Mapping[str, str]:
    """Of the ids of utterances and speakers."""
    return _spoken(corpus).paged.page_of


@once
def _spoken(corpus: Corpus) -> _Spoken:
    quotes = told(corpus)
    by_speaker: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_speaker[_speaker_id(corpus, quote)].append(quote)
    sentences = {
        id_: sorted({quote.sentence for quote in found}, key=corpus.oldest_first) for id_, found in by_speaker.items()
    }
    utterances = {found.id: found for found in most_carried(corpus.briefing.utterances, _MOST_SHARED)}
    shared = {id_: len(sentences_of(found)) for id_, found in utterances.items()}
    limits = _limits({id_: len(found) for id_, found in sentences.items()}, MANY_LINES - sum(shared.values()))
    shown = {id_: found[: limits[id_]] for id_, found in sentences.items()}
    sizes = shared | {id_: len(found) for id_, found in shown.items()}
    steps = _steps(corpus, utterances.values(), by_speaker)
    paged = Paged(urls.QUOTES, steps, _MOST, lambda id_: sizes[id_] * _LINE or 1)
    return _Spoken(quotes, by_speaker, sentences, shown, utterances, paged)


def _steps(
    corpus: Corpus, utterances: Iterable[Utterance], by_speaker: Mapping[str, list[Quote]]
) -> dict[str, Sequence[Step]]:
    """Of what several articles quote, by its first words; then of the speakers, by name or description."""
    _ = corpus.translator.gettext
    several = Step("same_", _("Quoted by several articles"))
    steps: dict[str, Sequence[Step]] = {
        found.id: Lettered(found.renderings[0].quotes[0].text, (several,)) for found in utterances
    }
    named = [corpus.entities[id_] for id_ in by_speaker if id_ in corpus.entities]
    for entity in sorted(named, key=lambda entity: (entity.name.casefold(), entity.id)):
        steps[entity.id] = Lettered(entity.name)
    for kind, words in (
        (_STATED, _("Speakers as the desk states them")),
        (_DESCRIBED, _("Speakers without a name")),
        (_UNCLEAR, _("Speaker unclear")),
    ):
        step = Step(kind, words)
        for id_ in sorted(id_ for id_ in by_speaker if id_.startswith(kind)):
            steps[id_] = Lettered(id_.removeprefix(kind), (step,))
    return steps


def speaker_href(corpus: Corpus, page: str, id_: str) -> str:
    """To what an entity says, on the pages of quotations."""
    return urls.link(page, _page_of(corpus).get(id_, urls.QUOTES), urls.speaker_anchor(id_))


@once  # every article's page asks
def quoted_at(corpus: Corpus) -> Mapping[str, tuple[str, str]]:
    """The id of each sentence that stands on a page of quotations under its speaker → path and anchor."""
    found = _spoken(corpus)
    return {
        sentence: (found.paged.page_of[id_], f"ref-{sentence}-{urls.speaker_anchor(id_)}")
        for id_, sentences in found.shown.items()
        for sentence in sentences
    }


def quotes_pages(corpus: Corpus, site: SiteOf) -> Iterator[QuotesPage]:
    """By the first letters of the speakers, where there are too many for one page.

    Of many, each speaker has a few here, and their page the rest.
    """
    title = corpus.translator.gettext("Quotations")
    found = _spoken(corpus)
    for part in found.paged.pages:
        yield _page(corpus, found, part, site(part.path), title)


def _page(corpus: Corpus, found: _Spoken, part: Part[str], site: Site, title: str) -> QuotesPage:
    translator = corpus.translator
    stated = corpus.naming.stated
    here = part.items
    speakers = [id_ for id_ in here if id_ in found.by_speaker]
    utterances = [found.utterances[id_] for id_ in here if id_ in found.utterances]
    shared = [sentence for utterance in utterances for sentence in sentences_of(utterance)]
    notes = Notes(corpus, part.path, (*shared, *(sentence for id_ in speakers for sentence in found.shown[id_])))

    def group(id_: str, speaker: str, href: str = "", *, is_desks: bool = False) -> QuoteGroup:
        spoken, shown = found.by_speaker[id_], found.shown[id_]
        lines = tuple(_line(corpus, notes, id_, sentence, spoken) for sentence in shown)
        rulings = (stated[quote] for quote in spoken if quote in stated and quote.sentence in shown)
        more = len(found.sentences[id_]) - len(lines)
        return QuoteGroup(urls.speaker_anchor(id_), speaker, href, lines, more, is_desks, decided(translator, rulings))

    named = [
        group(entity.id, entity.name, urls.link(part.path, urls.name_path(entity.id)), is_desks=is_desks(entity))
        for entity in (corpus.entities[id_] for id_ in speakers if id_ in corpus.entities)
    ]
    without_page = [
        group(id_, stated[found.by_speaker[id_][0]].value or "") for id_ in speakers if id_.startswith(_STATED)
    ]
    described = [
        group(id_, found.by_speaker[id_][0].speaker_text or "") for id_ in speakers if id_.startswith(_DESCRIBED)
    ]
    items = tuple(utterance_items(corpus, notes, part.path, utterances))
    quotes = [quote for id_ in part.everything for quote in found.by_speaker.get(id_, ())]
    return QuotesPage(
        path=part.path,
        title=part_title(translator, title, part),
        site=site,
        counts=translator.gettext(
            "%(quotations)s %(from_articles)s.",
            quotations=translator.ngettext("%(n)s quotation", "%(n)s quotations", len(quotes)),
            from_articles=counts.from_articles(translator, len({_article(quote) for quote in quotes})),
        )
        if quotes
        else "",
        named=tuple(group for group in named if group.lines),
        elsewhere=tuple(group for group in named if not group.lines),
        stated=tuple(group for group in without_page if group.lines),
        described=tuple(group for group in described if group.lines),
        hidden=sum(group.more for group in (*without_page, *described) if not group.lines),
        unclear=group(_UNCLEAR, "") if _UNCLEAR in here else None,
        left_out=len(corpus.naming.speakers) - len(found.quotes) if part.is_first else 0,
        utterances=items,
        more_utterances=len(corpus.briefing.utterances) - len(found.utterances) if items else 0,
        sources=notes.sources(),
        paging=found.paged.navigation(part, title),
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
