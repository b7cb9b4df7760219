"""Positions: in which sentences who wants, offers, accepts, refuses, intends or denies something."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.each import Each, here, surely
from sitegen.languages import PositionTable, language_for
from sitegen.model import (
    Actor,
    Analysis,
    Attribution,
    Briefing,
    Entity,
    EntityKind,
    Mention,
    Position,
    Quote,
    Sentence,
    Stance,
)
from sitegen.speakers import find_speakers
from sitegen.stances import Clauses, Taken

_KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place"})
# Ada Lind’s (plan); Ada Lind (plans)
_OWNS = re.compile(r"['’]s? \w| [a-z]")
_TO_OTHER = 1
"""Words from a refusal to whose plan it refuses, at most."""
_TO_SUBJECT = 6
"""Words from a reporting verb to the subject of its claim, at most: `told reporters on Monday that he`."""


class _Party(NamedTuple):
    """What is asked of the entity that has a position."""

    id: str
    kind: EntityKind
    side: str
    """The country that it stands for, else itself."""


@dataclass(frozen=True, slots=True)
class _Reported:
    """An article, and all that decides whose positions it reports."""

    id: str
    analysis: Analysis
    stated: frozenset[str]
    """Those of its sentences that statements print or say."""
    actors: tuple[tuple[str, str, _Party | None], ...]
    """Of its sentences: whose act, position or claim each is, in words, and which party that is."""
    named: tuple[tuple[Mention, _Party], ...]
    """The parties in it."""
    spoken: tuple[tuple[Quote, _Party | None], ...]
    """The quotations in it, and the party that speaks each."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, and what is known of it."""

    sentence: Sentence
    claim: Attribution
    actor: _Party | None
    """Whose act, position or claim it is."""
    words: str
    """Those for the actor."""
    named: Sequence[tuple[Mention, _Party]]
    """The parties in it, by place."""
    spoken: Sequence[tuple[Quote, _Party]]
    """The quotations in it whose speakers are parties."""
    clauses: Clauses
    table: PositionTable


def find_positions(briefing: Briefing, each: Each = here) -> tuple[Position, ...]:
    """The positions that statements report, by article, then place: of each party and stance one a sentence. `each`:
    who reads articles for them.

    A position is taken where a name is the subject of a phrase for it (`PositionTable.verbs`), in the article's own
    words or in a claim of the one who has the name; where a claim goes on with its source (`she said she would not`,
    `“We want …,” she said`); and where a claim says what must be. A denial is what the attribution of a sentence calls
    one, or a verb with a claim as its object.

    Method: decision 0039. Known failures: what is wanted in words that the table does not have; a pronoun in a claim
    that stands for somebody else; those of `stances`.
    """
    reported = [one for one in _reported(briefing, each) if one.stated]
    return tuple(position for found in surely(each, _read_positions, reported) for position in found)


def _reported(briefing: Briefing, each: Each) -> Iterator[_Reported]:
    """What is known of each article, by article."""
    parties = {e.id: _Party(e.id, e.kind, _side(e)) for e in briefing.entities if e.kind in _KINDS}
    named: defaultdict[str, list[tuple[Mention, _Party]]] = defaultdict(list)
    for entity in briefing.entities:
        if party := parties.get(entity.id):
            for mention in entity.mentions:
                named[mention.sentence.rpartition(".")[0]].append((mention, party))
    places = {form: e.id for e in briefing.entities if e.kind == "place" for form in e.forms}
    countries = places | {entity.side.name: entity.side.entity for entity in briefing.entities if entity.side}
    actors = {actor.sentence: actor for actor in briefing.actors}
    speakers = find_speakers(briefing, each)
    stated = {s.sentence for s in briefing.statements} | {c.sentence for s in briefing.statements for c in s.also}
    for analysis in briefing.analyses:
        table = language_for(analysis.read_as).positions
        acting = [actors[sentence.id] for sentence in analysis.sentences if sentence.id in actors]
        speaking = ((quote, speakers[quote]) for quote in analysis.quotes)
        yield _Reported(
            id=analysis.article.id,
            analysis=analysis,
            stated=frozenset(sentence.id for sentence in analysis.sentences if sentence.id in stated),
            actors=tuple((one.sentence, one.text, _party(one, parties, countries, table)) for one in acting),
            named=tuple(named[analysis.article.id]),
            spoken=tuple((quote, parties.get(speaker.id) if speaker else None) for quote, speaker in speaking),
        )


def _read_positions(reported: _Reported) -> tuple[Position, ...]:
    """The positions that an article reports, by place."""
    analysis = reported.analysis
    table = language_for(analysis.read_as).positions
    named: defaultdict[str, list[tuple[Mention, _Party]]] = defaultdict(list)
    for mention, party in reported.named:
        named[mention.sentence].append((mention, party))
    actors = {sentence: (words, party) for sentence, words, party in reported.actors}
    spoken: defaultdict[str, list[tuple[Quote, _Party]]] = defaultdict(list)
    quoted: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote, speaker in reported.spoken:
        quoted[quote.sentence].append((quote.start, quote.end))
        if speaker:
            spoken[quote.sentence].append((quote, speaker))
    found: list[Position] = []
    for sentence, claim in zip(analysis.sentences, analysis.attributions, strict=False):
        words, actor = actors.get(sentence.id, ("", None))
        is_stated = sentence.id in reported.stated
        if not is_stated or not (actor or sentence.id in named) or sentence.text.endswith("?"):
            continue
        clauses = Clauses(sentence.text, table, quoted[sentence.id])
        names = sorted(named[sentence.id], key=lambda pair: pair[0].start)
        found += _distinct(_Told(sentence, claim, actor, words, names, spoken[sentence.id], clauses, table))
    return tuple(found)


def _party(
    actor: Actor, parties: Mapping[str, _Party], countries: Mapping[str, str | None], table: PositionTable
) -> _Party | None:
    """The party that a sentence's actor is; of authorities without a name their country. `countries`: name → id."""
    is_authority = actor.text.rpartition(" ")[2].lower() in table.authorities
    country = countries.get(actor.side or "") if is_authority else None
    return parties.get(actor.entity or country or "")


def _distinct(told: _Told) -> list[Position]:
    """The positions of a sentence, the first of each party and stance."""
    first: dict[tuple[str, Stance], Position] = {}
    for party, taken in _taken(told):
        position = Position(party.id, taken.stance, told.sentence.id, taken.cue, _against(told, party, taken))
        first.setdefault((party.id, taken.stance), position)
    return list(first.values())


def _against(told: _Told, party: _Party, taken: Taken) -> str | None:
    """Whose claim, wish or plan is denied or refused: the name behind the cue, in the genitive or before a noun."""
    if taken.stance not in ("denies", "refuses"):
        return None
    text = told.sentence.text
    for mention, entity in told.named:
        is_near = mention.start > taken.end and len(text[taken.end : mention.start].split()) <= _TO_OTHER
        if is_near and _OWNS.match(text, mention.end) and entity.side != party.side:
            return entity.id
    return None


def _side(entity: Entity) -> str:
    """The country that it stands for, else itself."""
    return (entity.side.entity or entity.side.name) if entity.side else entity.id


def _taken(told: _Told) -> Iterator[tuple[_Party, Taken]]:
    for mention, entity in told.named:
        taken = told.clauses.behind(mention.end) if told.clauses.has_subject(mention.start) else None
        if taken and (told.claim.voice == "outlet" or entity == told.actor or taken.stance == "denies"):
            yield entity, taken
    actor = told.actor
    own = [mention for mention, entity in told.named if entity == actor]
    # The Bank of Peru is not Peru.
    if actor and (not own or any(told.clauses.has_subject(mention.start) for mention in own)):
        yield from ((actor, taken) for taken in _of_actor(told, actor, [mention.end for mention in own]))
    for quote, speaker in told.spoken:
        if not quote.text.endswith("?"):
            yield from ((speaker, taken) for taken in _quoted(quote, told.table))


def _of_actor(told: _Told, actor: _Party, own: Sequence[int]) -> Iterator[Taken]:
    """What a sentence says of its actor elsewhere than just behind the name. `own`: where its names end."""
    clauses, claim = told.clauses, told.claim
    if claim.modality == "denied" and claim.cue and clauses.denies(claim.cue):
        yield Taken("denies", claim.cue, len(told.sentence.text))
    described = told.sentence.text.find(told.words)
    if not own and described >= 0 and (taken := clauses.behind(described + len(told.words))):
        yield taken  # the Peruvian government
    pronouns = told.table.persons if actor.kind == "person" else told.table.bodies
    if claim.voice == "outlet":
        first = clauses.pronoun(0, pronouns, within=2)
        begins = [(first, False)]
        begins += [(clauses.pronoun(start, pronouns, within=1), True) for start in clauses.after_participle()]
        for begin, is_claim in begins:
            if begin and (taken := clauses.behind(begin, is_claim=is_claim)):
                yield taken
        if subject := (own[0] if own else first):
            others = (mention.start for mention, entity in told.named if entity != actor)
            next_name = min((start for start in others if start > subject), default=len(told.sentence.text))
            yield from clauses.joined(subject, next_name)
    elif claim.voice == "named" and claim.modality != "denied":
        speaks_for = [mention.end for mention, entity in told.named if entity.side == actor.side]
        yield from _claimed(told, speaks_for, pronouns)


def _claimed(told: _Told, own: Sequence[int], pronouns: Set[str]) -> Iterator[Taken]:
    """What a claim says of its source, and what it says must be.

    `own`: where names of the source end, and of the country that it speaks for.
    """
    span = _claim_span(told.sentence.text, told.claim)
    if span is None:
        return
    start, end = span
    first = told.clauses.pronoun(start, pronouns, within=_TO_SUBJECT if start else 1)
    for begin in (first, *(place for place in own if start < place < end)):
        if begin and (taken := told.clauses.behind(begin, is_claim=True)):
            yield taken
    yield from told.clauses.duties(start, end)


def _claim_span(text: str, claim: Attribution) -> tuple[int, int] | None:
    """Where the words of a claim stand: before its tag (`…, she said`), else behind its verb; None: it has none."""
    source = text.find(claim.source_text) if claim.source_text else -1
    cue = text.find(claim.cue, max(source, 0)) if claim.cue else -1
    if cue < 0 and claim.cue:
        cue = text.find(claim.cue)
    if cue < 0 or not claim.cue:
        return None
    tag = min(cue, source) if source >= 0 else cue
    if 2 * tag > len(text) and text[:tag].rstrip().endswith((",", "”", '"')):
        return 0, tag
    return cue + len(claim.cue), len(text)


def _quoted(quote: Quote, table: PositionTable) -> Iterator[Taken]:
    """What a speaker says of themselves, and what they say must be."""
    clauses = Clauses(quote.text, table)
    for end in clauses.first_persons():
        taken = clauses.behind(end, is_claim=True)
        if taken and table.imagined.isdisjoint(taken.cue.lower().replace("’", "'").split()):
            yield taken
    yield from clauses.duties(0, len(quote.text))
