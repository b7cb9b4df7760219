"""The page of differences: what sources give otherwise, each side in its sentences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.interface import Translator, msgid
from sitegen.model import Difference, DifferenceKind
from sitegen.reasons import NO_REASON

from . import counts, urls
from .corpus import Corpus, once
from .decisions import signed
from .notes import MANY_LINES, Notes
from .options import SiteOf
from .pages import DifferenceItem, DifferencesPage, Line, Link, SideItem
from .paging import Lettered, Paged, Step, part_title
from .pieces import marked

_KINDS: dict[DifferenceKind, str] = {
    "number": msgid("Numbers"),
    "date": msgid("Dates"),
    "status": msgid("Done or not"),
    "attendance": msgid("Attendance"),
    "duration": msgid("Durations"),
    "attribution": msgid("Who says it"),
    "wording": msgid("Words of a quotation"),
    "spelling": msgid("Spelling"),
}
_ORDER = tuple(_KINDS)
_TOLD_BY_SIDES: frozenset[DifferenceKind] = frozenset({"number", "date", "duration"})
_LONGEST_SIDES = 60
"""Characters of all sides, in a link."""
_MOST = 120
"""Sentences on a page: about 10 KiB (gzip)."""

MOST_OF_TOPIC = 6
_MOST_OF_SIDE = 2
"""Sentences of a side on a topic page: the page of differences has all."""


@once  # every topic page asks
def shown(corpus: Corpus) -> tuple[Difference, ...]:
    """Of the open ones as many as a page holds: what happened before how it is spelt, then what most sentences tell of,
    then by id."""
    kept: list[Difference] = []
    lines = 0
    for difference in sorted((d for d in corpus.briefing.differences if d.dismissed is None), key=_weight):
        lines += sum(len(side.sentences) for side in difference.sides)
        if lines > MANY_LINES:
            break
        kept.append(difference)
    return tuple(kept)


def _weight(difference: Difference) -> tuple[int, int, str]:
    sentences = sum(len(side.sentences) for side in difference.sides)
    return _ORDER.index(difference.kind), -sentences, difference.id


def is_open(difference: Difference) -> bool:
    """Whether sources still differ on what happened: not how a name is spelt, nor what a later report changed."""
    return difference.kind != "spelling" and difference.superseded is None


@once  # every article's page asks
def differing_in(corpus: Corpus) -> Mapping[str, str]:
    """The id of each sentence that is on the pages of differences → that of the first difference it is a side of."""
    return {
        sentence: difference.id
        for difference in reversed(shown(corpus))
        for side in difference.sides
        for sentence in side.sentences
    }


def told(translator: Translator, difference: Difference) -> str:
    """What differs, for a link to it: of numbers and days those that are given, `12 tonnes or 20 tonnes`."""
    says = [side.says for side in difference.sides]
    if difference.kind in _TOLD_BY_SIDES and sum(map(len, says)) <= _LONGEST_SIDES:
        return translator.gettext(" or ").join(says)
    return translator.reason(difference.note)


def on_topic(corpus: Corpus, sentences: Collection[str]) -> list[Difference]:
    """Those that touch `sentences`; how a name is spelt says nothing on a topic."""
    return [
        difference
        for difference in shown(corpus)
        if difference.kind != "spelling"
        and any(sentence in sentences for side in difference.sides for sentence in side.sentences)
    ]


def cited_on_topic(found: Iterable[Difference]) -> list[str]:
    """The sentences that a topic page prints of them."""
    return [
        sentence for difference in found for side in difference.sides for sentence in side.sentences[:_MOST_OF_SIDE]
    ]


def topic_differences(
    corpus: Corpus, notes: Notes, page: str, found: Iterable[Difference]
) -> tuple[DifferenceItem, ...]:
    """As the topic page at path `page` shows them: the first sentences of each side, and the way to all."""

    def item(difference: Difference) -> DifferenceItem:
        is_cut = any(len(side.sentences) > _MOST_OF_SIDE for side in difference.sides)
        whole = (
            Link(difference_href(corpus, page, difference.id), corpus.translator.gettext("All sentences on it"))
            if is_cut
            else None
        )
        return replace(_item(corpus, notes, difference, _MOST_OF_SIDE), whole=whole)

    return tuple(map(item, found))


def differences_pages(corpus: Corpus, site: SiteOf) -> Iterator[DifferencesPage]:
    """As many as pages should hold; `briefing.json` has all. By what differs, where they are too many for one page."""
    translator = corpus.translator
    undismissed = [difference for difference in corpus.briefing.differences if difference.dismissed is None]
    by_id = {difference.id: difference for difference in corpus.briefing.differences}
    title = translator.gettext("Differences")
    paged = _paged(corpus)
    for part in paged.pages:
        found = [by_id[id_] for id_ in part.items]
        notes = Notes(corpus, part.path, (s for d in found for side in d.sides for s in side.sentences))
        count = sum(by_id[id_].dismissed is None for id_ in part.everything)
        yield DifferencesPage(
            path=part.path,
            title=part_title(translator, title, part),
            site=site(part.path),
            counts=_counts(translator, undismissed, count),
            differences=tuple(_item(corpus, notes, difference) for difference in found if difference.dismissed is None),
            dismissed=tuple(_item(corpus, notes, difference) for difference in found if difference.dismissed),
            sources=notes.sources(),
            paging=paged.navigation(part, title),
        )


@once  # every topic page asks
def _page_of(corpus: Corpus) -> Mapping[str, str]:
    """Of the ids of differences."""
    return _paged(corpus).page_of


@once
def _paged(corpus: Corpus) -> Paged[str]:
    _ = corpus.translator.gettext
    dismissed = (difference for difference in corpus.briefing.differences if difference.dismissed is not None)
    listed = (*shown(corpus), *sorted(dismissed, key=_weight))
    sizes = {difference.id: sum(len(side.sentences) for side in difference.sides) for difference in listed}

    def steps(difference: Difference) -> Sequence[Step]:
        kind = Step(difference.kind, _(_KINDS[difference.kind]))
        if difference.dismissed is not None:
            kind = Step("dismissed", _("Dismissed by the desk"))
        return Lettered(corpus.translator.reason(difference.note), (kind,))

    return Paged(urls.DIFFERENCES, {found.id: steps(found) for found in listed}, _MOST, sizes.__getitem__)


def difference_href(corpus: Corpus, page: str, id_: str) -> str:
    """To a difference that is shown on the pages of differences."""
    return urls.link(page, _page_of(corpus)[id_], id_)


def _counts(translator: Translator, found: Collection[Difference], here: int) -> str:
    """`3 open differences, 1 of spelling.`: the first number is the one that other pages give."""
    opened = sum(map(is_open, found))
    spelt = sum(difference.kind == "spelling" for difference in found)
    parts = [translator.ngettext("%(n)s open difference", "%(n)s open differences", opened)]
    if settled := len(found) - opened - spelt:
        parts.append(
            translator.ngettext("%(n)s that may have changed since", "%(n)s that may have changed since", settled)
        )
    if spelt:
        parts.append(translator.ngettext("%(n)s of spelling", "%(n)s of spelling", spelt))
    counts = f"{', '.join(parts)}."
    if here == len(found):
        return counts
    return translator.gettext("%(counts)s Here: %(here)s of them.", counts=counts, here=translator.number(here))


def _item(corpus: Corpus, notes: Notes, difference: Difference, most: int | None = None) -> DifferenceItem:
    """`most`: sentences of a side."""
    return DifferenceItem(
        id=difference.id,
        note=corpus.translator.reason(difference.note),
        superseded=corpus.translator.reason(difference.superseded or NO_REASON),
        dismissed=_dismissed(corpus.translator, difference),
        sides=tuple(
            SideItem(
                says=side.says,
                carried=counts.articles(
                    corpus.translator, len({corpus.sentences[sentence].article for sentence in side.sentences})
                ),
                lines=tuple(
                    _line(corpus, notes, difference.id, sentence, side.says) for sentence in side.sentences[:most]
                ),
            )
            for side in difference.sides
        ),
    )


def _dismissed(translator: Translator, difference: Difference) -> str:
    if difference.dismissed is None:
        return ""
    name = signed(translator, difference.dismissed)
    return f"{difference.dismissed.why}{f' ({name})' if name else ''}"


def _line(corpus: Corpus, notes: Notes, place: str, sentence: str, says: str) -> Line:
    """A sentence; the words of its side are marked where it has them just so."""
    text = corpus.sentences[sentence].text
    start = text.find(says)
    spans = [(start, start + len(says))] if start >= 0 else []
    return notes.line(sentence, place=place, pieces=marked(text, spans) if spans else ())
