"""Analyse: from an article to what it says, sentence by sentence.

In: `Article`. Out: `Analysis`: its sentences, whose claims they are, and in them names, quotations, dates, numbers.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.errors import Outcome
from sitegen.languages import Language, Recognised, language_for, recognise
from sitegen.model import (
    CITED_KINDS,
    Analysis,
    Article,
    Block,
    DateExpression,
    Mention,
    NumberExpression,
    Quote,
    Sentence,
)
from sitegen.reasons import worded
from sitegen.text import distinct_ids, project_with_offsets

from .attribution import attribute
from .attribution_by_tables import attribute_by_tables
from .date_values import anchor_of
from .dates import find_dates
from .dates_by_tables import find_dates_by_tables
from .names import find_names
from .names_by_tables import find_names_by_tables
from .number_words import ENGLISH as ENGLISH_NUMBERS
from .numbers import find_numbers
from .quotation_marks import opens_with_mark
from .quotes import find_quotes
from .sentences import split_sentences


@dataclass(frozen=True, slots=True)
class AnalyseOptions:
    """What the stage may be told."""

    language: str = "en"
    """BCP 47 tag: its rules are used for articles of which it is neither stated nor clear what language they are in."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A cited block, printed, and the sentences in it."""

    block: str
    text: str
    spans: tuple[tuple[int, int], ...]
    """Of the sentences, in `text`."""
    places: tuple[tuple[int, int], ...]
    """Of the sentences, in the article's text."""


def analyse(article: Article, options: AnalyseOptions) -> Outcome[Analysis]:
    """What an article says: the sentences of its cited blocks, and what is named, quoted, dated and counted in them.

    Problems: none; whatever cannot be understood is left out or says so (`DateExpression.basis`).
    """
    known = _language_of(article)
    language = language_for(known.tag or options.language)
    passages = [_passage(article, block, language) for block in article.blocks if block.kind in CITED_KINDS]
    sentences = _sentences(article, passages)
    mentions = _mentions(sentences, language)
    quotes = _quotes(sentences, passages, language)
    dates = _dates(sentences, article.metadata.published, language)
    publisher = article.metadata.publisher
    if language.has_own_grammar:
        attributions = attribute(sentences, quotes, mentions, publisher)
    else:
        attributions = attribute_by_tables(sentences, quotes, publisher, language.reports)
    return Outcome(
        Analysis(
            article,
            sentences,
            mentions,
            quotes,
            dates,
            attributions,
            _numbers(sentences, dates, language),
            language=known.tag,
            language_basis=known.basis,
            read_as=language.tag,
        )
    )


def _language_of(article: Article) -> Recognised:
    """The language as the article states it, else as its words tell."""
    if article.metadata.language:
        return Recognised(article.metadata.language, dict(article.metadata.basis).get("language", worded("as stated")))
    return recognise(block.text for block in article.blocks if block.kind in CITED_KINDS)


def _passage(article: Article, block: Block, language: Language) -> _Passage:
    if _is_plain(article, block):
        text = article.text[block.start : block.end]
        cut = tuple(split_sentences(text, language))
        moved = tuple((block.start + start, block.start + end) for start, end in cut)
        return _Passage(block.id, text, cut, moved)
    printed, places = project_with_offsets(article.text, block.start, block.end, article.edits)
    spans: list[tuple[int, int]] = []
    for start, end in split_sentences(printed, language):
        # One edit can print several characters; a sentence that ends among them cannot be cut from the text.
        if spans and places[spans[-1][1] - 1] == places[start]:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    in_article = tuple((places[start][0], places[end - 1][1]) for start, end in spans)
    return _Passage(block.id, printed, tuple(spans), in_article)


def _is_plain(article: Article, block: Block) -> bool:
    """Whether a block is printed as it stands in the text, as most are: the long way takes a third of the time."""
    first = bisect_left(article.edits, block.start, key=lambda edit: edit.start)
    if first < len(article.edits) and article.edits[first].start < block.end:
        return False
    text = article.text[block.start : block.end]
    return text.isprintable() and "  " not in text and text == text.strip()


def _sentences(article: Article, passages: Sequence[_Passage]) -> tuple[Sentence, ...]:
    texts = [passage.text[start:end] for passage in passages for start, end in passage.spans]
    ids = iter(distinct_ids(f"{article.id}.s", texts))
    return tuple(
        Sentence(next(ids), article.id, passage.block, *place, passage.text[start:end])
        for passage in passages
        for (start, end), place in zip(passage.spans, passage.places, strict=True)
    )


def _mentions(sentences: Sequence[Sentence], language: Language) -> tuple[Mention, ...]:
    texts = [sentence.text for sentence in sentences]
    found = find_names(texts) if language.has_own_grammar else find_names_by_tables(texts, language.names)
    return tuple(
        Mention(sentence.id, start, end, sentence.text[start:end], kind)
        for sentence, names in zip(sentences, found, strict=True)
        for start, end, kind in names
    )


def _quotes(sentences: Sequence[Sentence], passages: Sequence[_Passage], language: Language) -> tuple[Quote, ...]:
    quotes: list[Quote] = []
    first = 0  # of the passage's sentences
    speaker: str | None = None  # whose quotation goes on from the passage before
    for index, passage in enumerate(passages):
        runs_on = index + 1 < len(passages) and opens_with_mark(passages[index + 1].text, language.marks)
        found = find_quotes(passage.text, passage.spans, language, runs_on=runs_on, speaker=speaker)
        for quoted in found:
            sentence, shift = sentences[first + quoted.sentence], passage.spans[quoted.sentence][0]
            start, end = quoted.start - shift, quoted.end - shift
            text = sentence.text[start:end]
            quotes.append(Quote(sentence.id, start, end, text, quoted.speaker, quoted.verb))
        first += len(passage.spans)
        speaker = found[-1].speaker if runs_on and found else None
    return tuple(quotes)


def _dates(sentences: Sequence[Sentence], published: str | None, language: Language) -> tuple[DateExpression, ...]:
    anchor = anchor_of(published)
    find = find_dates if language.has_own_grammar else partial(find_dates_by_tables, table=language.dates)
    return tuple(
        DateExpression(sentence.id, start, end, sentence.text[start:end], reading.value, reading.basis)
        for sentence in sentences
        for start, end, reading in find(sentence.text, anchor)
    )


def _numbers(
    sentences: Sequence[Sentence], dates: Sequence[DateExpression], language: Language
) -> tuple[NumberExpression, ...]:
    words = ENGLISH_NUMBERS if language.has_own_grammar else language.numbers
    spans: dict[str, list[tuple[int, int]]] = {}
    for date in dates:
        spans.setdefault(date.sentence, []).append((date.start, date.end))
    return tuple(
        NumberExpression(
            sentence.id,
            found.start,
            found.end,
            sentence.text[found.start : found.end],
            *found[2:],
        )
        for sentence in sentences
        for found in find_numbers(sentence.text, spans.get(sentence.id, ()), words)
    )
