"""What a page rests on, in two lines of counts."""

from collections.abc import Collection, Iterator

from sitegen.interface import Translator
from sitegen.iso_dates import first_day
from sitegen.text import normalise

from . import counts, urls
from .corpus import Corpus
from .differences import is_open
from .naming import PRONOUNS
from .origins import origins_of, spread


def source_summary(corpus: Corpus, articles: Collection[str], sentences: Collection[str]) -> tuple[str, ...]:
    """Articles, outlets, original reports and days; then speakers, the text that most copy and what is open.

    Empty without articles.

    A speaker is counted once by name, or by the words for those without one: who they are, and whether two articles'
    `officials` are the same, can't be told.
    """
    if not articles:
        return ()
    named, unnamed = _speakers(corpus, sentences)
    largest = max(map(len, origins_of(corpus, articles)))
    opened = sum(map(is_open, corpus.differences.of(sentences)))
    translator = corpus.translator
    number = translator.number
    return (
        translator.ngettext(
            "%(n)s article %(outlets)s; %(days)s.",
            "%(n)s articles %(outlets)s; %(days)s.",
            len(articles),
            outlets=_outlets(corpus, articles) + _copies(corpus, articles),
            days=_days(corpus, articles),
        ),
        " ".join(
            (
                translator.gettext(
                    "Speakers: %(named)s named, %(unnamed)s unnamed.", named=number(named), unnamed=number(unnamed)
                ),
                *_most_copied(translator, largest, len(articles)),
                translator.gettext("Open differences: %(open)s.", open=number(opened)),
            )
        ),
    )


def _copies(corpus: Corpus, articles: Collection[str]) -> str:
    """`, 5 original reports`; empty where no article is a copy of another."""
    least, most = spread(corpus, articles)
    return f", {counts.origins(corpus.translator, least, most)}" if least < len(articles) else ""


def _most_copied(translator: Translator, copies: int, articles: int) -> Iterator[str]:
    if copies > 1:
        yield translator.ngettext(
            "Most copied text: %(copies)s of %(n)s article (%(share)s %%).",
            "Most copied text: %(copies)s of %(n)s articles (%(share)s %%).",
            articles,
            copies=translator.number(copies),
            share=round(100 * copies / articles),
        )


def _outlets(corpus: Corpus, articles: Collection[str]) -> str:
    publishers = [corpus.articles[article].metadata.publisher for article in articles]
    stated = {urls.outlet_anchor(publisher) for publisher in publishers if publisher}
    missing = publishers.count(None)
    translator = corpus.translator
    if not stated:
        return translator.gettext("without a stated outlet")
    outlets = translator.ngettext("from %(n)s outlet", "from %(n)s outlets", len(stated))
    if not missing:
        return outlets
    return translator.gettext(
        "%(outlets)s (%(number)s without a stated outlet)", outlets=outlets, number=translator.number(missing)
    )


def _days(corpus: Corpus, articles: Collection[str]) -> str:
    days = sorted(day[:10] for article in articles if (day := corpus.articles[article].metadata.published))
    missing = len(articles) - len(days)
    translator = corpus.translator
    if not days:
        return translator.gettext("no dates stated")
    first, last = days[0], days[-1]
    is_one = first_day(first) == first_day(last)
    words = (
        translator.gettext("of %(day)s", day=translator.date(first)) if is_one else translator.date(f"{first}/{last}")
    )
    if not missing:
        return words
    return translator.gettext("%(days)s, %(number)s undated", days=words, number=translator.number(missing))


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
