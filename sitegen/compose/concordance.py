"""Words that several articles quote: each article's wording, and where it differs from the fullest."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitegen.interface import Translator
from sitegen.model import Rendering, Utterance, Variant

from . import counts, urls
from .corpus import Corpus
from .naming import is_described
from .notes import Notes
from .origins import spread
from .pages import Line, Link, RenderingItem, UtteranceItem, VariantItem
from .pieces import compared


def sentences_of(utterance: Utterance) -> list[str]:
    """The sentences that hold an utterance, the fullest wording's first."""
    return list(dict.fromkeys(quote.sentence for rendering in utterance.renderings for quote in rendering.quotes))


def most_carried(utterances: Iterable[Utterance], most_lines: int) -> list[Utterance]:
    """Those that most articles quote, then the longest, as many as have no more than `most_lines` sentences."""
    kept: list[Utterance] = []
    lines = 0
    for utterance in sorted(utterances, key=_weight):
        lines += len(sentences_of(utterance))
        if lines > most_lines:
            break
        kept.append(utterance)
    return kept


def _weight(utterance: Utterance) -> tuple[int, int, str]:
    words = sum(len(quote.text.split()) for quote in utterance.renderings[0].quotes)
    return -len(utterance.renderings), -words, utterance.id


def utterance_items(corpus: Corpus, notes: Notes, page: str, utterances: Sequence[Utterance]) -> list[UtteranceItem]:
    """`page`: the path of the page that shows them."""
    return [_item(corpus, notes, page, utterance) for utterance in utterances]


def _item(corpus: Corpus, notes: Notes, page: str, utterance: Utterance) -> UtteranceItem:
    articles = [rendering.article for rendering in utterance.renderings]
    least, most = spread(corpus, articles)
    translator = corpus.translator
    carried = counts.articles(translator, len(articles))
    if least < len(articles):
        carried += f", {counts.origins(translator, least, most)}"
    return UtteranceItem(
        id=utterance.id,
        speakers=tuple(_speakers(corpus, page, utterance)),
        carried=carried,
        renderings=tuple(
            _rendering(corpus, notes, page, utterance.id, rendering, is_first=not place)
            for place, rendering in enumerate(utterance.renderings)
        ),
    )


def _speakers(corpus: Corpus, page: str, utterance: Utterance) -> list[Link]:
    """The names that the articles give for the speaker; without any, the first description."""
    quotes = [quote for rendering in utterance.renderings for quote in rendering.quotes]
    named = {entity.id: entity for quote in quotes if (entity := corpus.naming.speakers.get(quote))}
    if named:
        has_page = corpus.naming.with_page
        return [
            Link(urls.link(page, urls.name_path(id_)) if id_ in has_page else "", entity.name)
            for id_, entity in named.items()
        ]
    described = (corpus.naming.stated[quote].value for quote in quotes if quote in corpus.naming.stated)
    words = next((value for value in described if value), None) or next(
        (quote.speaker_text for quote in quotes if is_described(quote)), None
    )
    return [Link("", words)] if words else []


def _rendering(
    corpus: Corpus, notes: Notes, page: str, place: str, rendering: Rendering, *, is_first: bool
) -> RenderingItem:
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote in rendering.quotes:
        spans[quote.sentence].append((quote.start, quote.end))
    others: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for variant in rendering.variants:
        for sentence, start, end in variant.spans:
            others[sentence].append((start, end))

    def line(sentence: str) -> Line:
        text = corpus.sentences[sentence].text
        return notes.line(sentence, place=place, pieces=compared(text, spans[sentence], others[sentence]))

    first = rendering.quotes[0].sentence
    return RenderingItem(
        article=corpus.article_link(page, rendering.article, first),
        outlet=corpus.outlet(rendering.article),
        lines=tuple(line(sentence) for sentence in spans),
        variants=tuple(_variant(variant) for variant in rendering.variants),
        relation=corpus.translator.gettext("the fullest") if is_first else _relation(corpus.translator, rendering),
    )


def _relation(translator: Translator, rendering: Rendering) -> str:
    _ = translator.gettext
    words = [
        _("part of it") if rendering.is_part else "",
        _("other words") if any(not variant.is_marked for variant in rendering.variants) else "",
        _("words left out") if any(variant.is_marked for variant in rendering.variants) else "",
    ]
    return ", ".join(filter(None, words)) or _("the same words")


def _variant(variant: Variant) -> VariantItem:
    return VariantItem(variant.here, variant.there, variant.is_marked)
