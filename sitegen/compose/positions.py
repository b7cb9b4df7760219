"""The pages of positions, and what the first page shows of it: who wants what, and what the parties dispute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.interface import msgid
from sitegen.languages import language_for
from sitegen.model import Position, Stance, Statement
from sitegen.text import normalise

from . import counts, urls
from .corpus import Corpus, once
from .decisions import is_desks
from .names import side_line
from .notes import Notes
from .options import SiteOf
from .pages import Link, PartyGroup, PositionItem, PositionsInShort, PositionsPage
from .paging import Lettered, Paged, Step, folded, part_title
from .pieces import marked
from .support import carried_words

_STANCE_WORDS: dict[Stance, str] = {
    "wants": msgid("wants"),
    "offers": msgid("is open to it"),
    "accepts": msgid("accepts"),
    "refuses": msgid("is against it"),
    "intends": msgid("intends"),
    "denies": msgid("denies"),
}
_MOST_OF_PARTY = 4
_MOST_DISTINCT = 50
"""Positions of a party, and disputes, among which those that are shown are chosen."""
_MOST = 32
"""Positions on a page: about 12 KiB (gzip)."""
_FIRST = 5
"""Parties that stay on the first page where there are too many for one."""
_POSITIONS_IN_SHORT = 5
_OF_PARTY_IN_SHORT = 2
_DISPUTES_IN_SHORT = 3
_ALIKE = 0.5
"""Share of the words of weight of the shorter sentence that make two of one party and stance nearly the same."""
_FEWEST_ALIKE = 3
"""Words of weight that they share at least."""


@dataclass(frozen=True, slots=True)
class _Party:
    id: str
    positions: tuple[Position, ...]
    """Those that are shown, in order."""
    sentences: int
    """In which it takes any."""
    articles: int
    """That carry any of them."""


def positions_pages(corpus: Corpus, site: SiteOf) -> Iterator[PositionsPage]:
    """The disputes and the parties of most articles come first; the other parties, where they are too many for that
    page, by their first letters. Of many positions of a party a few stand here; `briefing.json` has all.
    """
    translator = corpus.translator
    shown, all_disputes = _shown(corpus)
    parties = {party.id: party for party in shown}
    paged = Paged(urls.POSITIONS, _steps(corpus, shown), _MOST, lambda id_: len(parties[id_].positions))
    title = translator.gettext("Positions")
    for part in paged.pages:
        page = part.path
        here = [parties[id_] for id_ in part.items]
        here = _by_side(corpus, here) if part.is_first else here
        disputes = all_disputes if part.is_first else []
        number = len(part.everything)
        notes = Notes(corpus, page, _cited(corpus, (p for party in here for p in party.positions), disputes))
        yield PositionsPage(
            path=page,
            title=part_title(translator, title, part),
            site=site(page),
            counts=translator.ngettext("Who wants what: %(n)s party.", "Who wants what: %(n)s parties.", number)
            if number
            else "",
            hint=_where_alone(corpus),
            disputes=tuple(_item(corpus, notes, position, "disputed", page) for position in disputes),
            parties=tuple(_group(corpus, notes, page, party) for party in here),
            sources=notes.sources(),
            paging=paged.navigation(part, title),
        )


def _steps(corpus: Corpus, parties: Sequence[_Party]) -> dict[str, Sequence[Step]]:
    """By id. `parties`: those of most articles first."""

    def name(party: _Party) -> str:
        return corpus.entities[party.id].name

    steps: dict[str, Sequence[Step]] = {party.id: [] for party in parties[:_FIRST]}
    for party in sorted(parties[_FIRST:], key=lambda party: (folded(name(party)), party.id)):
        steps[party.id] = Lettered(name(party))
    return steps


def _group(corpus: Corpus, notes: Notes, page: str, party: _Party) -> PartyGroup:
    translator = corpus.translator
    anchor = urls.speaker_anchor(party.id)
    return PartyGroup(
        id=anchor,
        name=_party_link(corpus, page, party.id),
        counts=translator.ngettext(
            "%(n)s sentence %(from_articles)s",
            "%(n)s sentences %(from_articles)s",
            party.sentences,
            from_articles=counts.from_articles(translator, party.articles),
        ),
        items=tuple(_item(corpus, notes, position, anchor) for position in party.positions),
        is_desks=is_desks(corpus.entities[party.id]),
        side=side_line(corpus, corpus.entities[party.id], page),
    )


def cited_in_short(corpus: Corpus) -> list[str]:
    """The sentences that the first page prints of it."""
    return _cited(corpus, *_in_short(corpus))


def positions_in_short(corpus: Corpus, notes: Notes, page: str) -> PositionsInShort | None:
    """What the first page, at path `page`, shows of it; None: there are no positions."""
    positions, disputes = _in_short(corpus)
    if not (positions or disputes):
        return None
    return PositionsInShort(
        positions=tuple(_item(corpus, notes, position, "position", page) for position in positions),
        disputes=tuple(_item(corpus, notes, position, "disputed", page) for position in disputes),
        whole=Link(urls.link(page, urls.POSITIONS), corpus.translator.gettext("All positions")),
        hint=_where_alone(corpus),
    )


def _where_alone(corpus: Corpus) -> str:
    """What it means that no count of articles stands behind a position: said once, as most have none."""
    if len(corpus.articles) == 1:
        return ""
    return corpus.translator.gettext("Where no count of articles stands, one has it in these words.")


def _in_short(corpus: Corpus) -> tuple[list[Position], list[Position]]:
    """A few positions, by party, and a few disputes, one of each two parties; no sentence twice.

    A second position of a party that several articles speak of comes before the first of one in a single article.
    """
    parties, disputes = _shown(corpus)
    between = {(position.party, position.against or position.sentence): position for position in reversed(disputes)}
    disputes = [position for position in disputes if position in between.values()][:_DISPUTES_IN_SHORT]
    printed = {position.sentence for position in disputes}
    chosen: list[tuple[bool, int, int, Position]] = []
    for place, party in enumerate(parties):
        others = (position for position in party.positions if position.sentence not in printed)
        for turn, position in enumerate(islice(others, _OF_PARTY_IN_SHORT)):
            printed.add(position.sentence)
            chosen.append((party.articles == 1, turn, place, position))
    chosen = sorted(chosen, key=lambda found: found[:3])[:_POSITIONS_IN_SHORT]
    return [position for *_, position in sorted(chosen, key=lambda found: found[2])], disputes


@once  # the first page asks for it as well
def _shown(corpus: Corpus) -> tuple[list[_Party], list[Position]]:
    """The parties with their positions, and the disputes: the most corroborated first."""
    of_party: defaultdict[str, list[Position]] = defaultdict(list)
    disputes: list[Position] = []
    for position in corpus.briefing.positions:
        if position.stance == "denies" or position.against:
            disputes.append(position)
        if position.stance != "denies":
            of_party[position.party].append(position)
    shown_disputes = _without_repeats(corpus, disputes)
    parties: list[_Party] = []
    for id_, positions in of_party.items():
        distinct = _without_repeats(corpus, positions)
        articles = {article for position in positions for article in _carriers(corpus, position)}
        sentences = {position.sentence for position in positions}
        parties.append(_Party(id_, tuple(_varied(distinct)[:_MOST_OF_PARTY]), len(sentences), len(articles)))
    parties.sort(key=lambda party: (-party.articles, -party.sentences, party.id))
    return parties, shown_disputes


def _by_side(corpus: Corpus, parties: Iterable[_Party]) -> list[_Party]:
    """Those that stand for one country follow the first of them; they stay parties of their own."""
    sides: defaultdict[str, list[_Party]] = defaultdict(list)
    for party in parties:
        side = corpus.entities[party.id].side
        sides[side.entity or side.name if side else party.id].append(party)
    return [party for found in sides.values() for party in found]


def _without_repeats(corpus: Corpus, positions: Iterable[Position]) -> list[Position]:
    """Of positions of one party that are nearly the same, one: the most corroborated first, then the oldest."""
    kept: list[tuple[Position, frozenset[str]]] = []
    for position in sorted(positions, key=lambda position: _rank(corpus, position)):
        words = _weighty(corpus, position)
        if len(kept) < _MOST_DISTINCT and not any(_is_repeat(position, words, *other) for other in kept):
            kept.append((position, words))
    return [position for position, _ in kept]


def _rank(corpus: Corpus, position: Position) -> tuple[int, bool, tuple[str, str, int]]:
    statement = _statement(corpus, position)
    is_printed = statement is not None and statement.sentence == position.sentence
    return -len(_carriers(corpus, position)), not is_printed, corpus.oldest_first(position.sentence)


def _is_repeat(position: Position, words: frozenset[str], other: Position, others: frozenset[str]) -> bool:
    if position.party != other.party:
        return False
    if position.sentence == other.sentence:
        return True
    shared = len(words & others)
    is_alike = shared >= _FEWEST_ALIKE and shared >= _ALIKE * min(len(words), len(others))
    return is_alike and position.stance == other.stance


def _weighty(corpus: Corpus, position: Position) -> frozenset[str]:
    """The words of a position's sentence that tell it from others, without those of the party's name."""
    sentence = corpus.sentences[position.sentence]
    table = language_for(corpus.analyses[sentence.article].read_as).linking
    names = {word for form in corpus.entities[position.party].forms for word in normalise(form).split()}
    return frozenset(normalise(sentence.text).split()) - table.stop_words - names


def _varied(positions: Sequence[Position]) -> list[Position]:
    """The first of each stance before the second of any."""
    seen: defaultdict[str, int] = defaultdict(int)
    places: list[int] = []
    for position in positions:
        places.append(seen[position.stance])
        seen[position.stance] += 1
    return [position for _, position in sorted(zip(places, positions, strict=True), key=lambda pair: pair[0])]


def _statement(corpus: Corpus, position: Position) -> Statement | None:
    """The statement that a position's sentence prints, or of which it says just the same; None: it is in none."""
    statement = corpus.statement_of.get(position.sentence)
    if statement is None or statement.sentence == position.sentence:
        return statement
    is_same = any(also.sentence == position.sentence and also.relation == "same" for also in statement.also)
    return statement if is_same else None


def _carriers(corpus: Corpus, position: Position) -> tuple[str, ...]:
    statement = _statement(corpus, position)
    return statement.sources if statement else (corpus.sentences[position.sentence].article,)


def _others(corpus: Corpus, position: Position) -> list[str]:
    """The sentences elsewhere that say what a position's sentence says."""
    statement = _statement(corpus, position)
    if statement is None:
        return []
    return [id_ for id_ in (statement.sentence, *corpus.full_companions(statement)) if id_ != position.sentence]


def _cited(corpus: Corpus, *positions: Iterable[Position]) -> list[str]:
    return [
        sentence
        for found in positions
        for position in found
        for sentence in (position.sentence, *_others(corpus, position))
    ]


def _item(corpus: Corpus, notes: Notes, position: Position, place: str, page: str = "") -> PositionItem:
    """`place` tells the places of a page apart; `page`: where the party is to be named and linked."""
    translator = corpus.translator
    statement = _statement(corpus, position)
    text = corpus.sentences[position.sentence].text
    start = text.find(position.cue)
    return PositionItem(
        line=notes.line(
            position.sentence,
            _others(corpus, position),
            # Two sentences of a party may cite a third that says both.
            place=f"{place}-{position.party}-{position.sentence.rpartition('.')[2]}",
            pieces=marked(text, [(start, start + len(position.cue))] if position.cue else []),
        ),
        stance=translator.gettext(_STANCE_WORDS[position.stance]),
        support=carried_words(translator, statement) if statement else "",
        is_corroborated=statement is not None and statement.origins > 1,
        party=_party_link(corpus, page, position.party) if page else None,
    )


def _party_link(corpus: Corpus, page: str, party: str) -> Link:
    """To the page of a name; without one, no address."""
    href = urls.link(page, urls.name_path(party)) if party in corpus.naming.with_page else ""
    return Link(href, corpus.entities[party].name)
