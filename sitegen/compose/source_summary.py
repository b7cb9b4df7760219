"""What a page rests on, in two lines of counts."""

from collections.abc import Collection, Iterator

from sitegen.iso_dates import first_day
from sitegen.model import Difference
from sitegen.text import counted, normalise

from .calendar_words import in_words
from .corpus import Corpus
from .naming import PRONOUNS
from .origins import origins_of, spread


def source_summary(corpus: Corpus, articles: Collection[str], sentences: Collection[str]) -> tuple[str, ...]:
    """Articles, outlets, origins and days; then speakers, the largest origin and what is open. Empty without articles.

    A speaker is counted once by name, or by the words for those without one: who they are, and whether two articles'
    `officials` are the same, can't be told.
    """
    if not articles:
        return ()
    named, unnamed = _speakers(corpus, sentences)
    largest = max(map(len, origins_of(corpus, articles)))
    share = round(100 * largest / len(articles))
    opened = sum(map(is_open, corpus.differences.of(sentences)))
    return (
        f"{counted(len(articles), 'article')} {_outlets(corpus, articles)}, {_origins(corpus, articles)}; "
        f"{_days(corpus, articles)}.",
        f"Speakers: {named:,} named, {unnamed:,} unnamed. Largest origin: {largest:,} of "
        f"{counted(len(articles), 'article')} ({share} %). Open differences: {opened:,}.",
    )


def is_open(difference: Difference) -> bool:
    """Whether sources still differ on what happened: not how a name is spelt, nor what a later report changed."""
    return difference.kind != "spelling" and difference.superseded is None


def _outlets(corpus: Corpus, articles: Collection[str]) -> str:
    publishers = [corpus.articles[article].metadata.publisher for article in articles]
    stated = {publisher for publisher in publishers if publisher}
    missing = publishers.count(None)
    if not stated:
        return "of outlets not stated"
    return f"from {counted(len(stated), 'outlet')}" + (f" ({missing:,} of outlets not stated)" if missing else "")


def _origins(corpus: Corpus, articles: Collection[str]) -> str:
    least, most = spread(corpus, articles)
    return counted(least, "origin") if least == most else f"{least:,} to {counted(most, 'origin')}"


def _days(corpus: Corpus, articles: Collection[str]) -> str:
    days = sorted(day[:10] for article in articles if (day := corpus.articles[article].metadata.published))
    missing = len(articles) - len(days)
    if not days:
        return "no dates stated"
    first, last = days[0], days[-1]
    words = f"of {in_words(first)}" if first_day(first) == first_day(last) else f"{in_words(first)} to {in_words(last)}"
    return words + (f", {missing:,} undated" if missing else "")


def _speakers(corpus: Corpus, sentences: Collection[str]) -> tuple[int, int]:
    """How many speakers have a name, or an office, and how many kinds of people have none."""
    return len(set(_of_kind(corpus, sentences, is_named=True))), len(set(_of_kind(corpus, sentences, is_named=False)))


def _of_kind(corpus: Corpus, sentences: Collection[str], *, is_named: bool) -> Iterator[str]:
    for sentence in sentences:
        claim, stated = corpus.claim(sentence) if sentence in corpus.attributions else (None, None)
        if claim is None or claim.voice == "outlet" or (claim.voice != "unnamed") is not is_named:
            continue
        if claim.outlet_text and claim.outlet_text == claim.source_text:
            continue  # an outlet reports it
        actor = corpus.actors.get(sentence)
        if actor and actor.entity:
            yield actor.entity
        elif words := (stated.value if stated else claim.source_text):
            words = actor.text if actor and words.casefold() in PRONOUNS else words
            if words.casefold() not in PRONOUNS:
                yield normalise(words.removeprefix("The ").removeprefix("the "))
