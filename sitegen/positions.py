"""Positions: in which sentences who wants, offers, accepts, refuses, will do or denies something."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from sitegen.languages import PositionTable, language_for
from sitegen.model import Actor, Attribution, Briefing, Entity, EntityKind, Mention, Position, Quote, Sentence, Stance
from sitegen.speakers import find_speakers
from sitegen.stances import Clauses, Taken

_KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place"})
# Ada Lind’s (plan); Ada Lind (plans)
_OWNS = re.compile(r"['’]s? \w| [a-z]")
_TO_OTHER = 1
"""Words from a refusal to whose plan it refuses, at most."""
_TO_SUBJECT = 6
"""Words from a reporting verb to the subject of its claim, at most: `told reporters on Monday that he`."""


def find_positions(briefing: Briefing) -> tuple[Position, ...]:
    """The positions that statements report, by article, then place: of each party and stance one a sentence.

    A position is taken where a name is the subject of a phrase for it (`PositionTable.verbs`), in the article's own
    words or in a claim of the one who has the name; where a claim goes on with its source (`she said she would not`,
    `“We want …,” she said`); and where a claim says what must be. A denial is what the attribution of a sentence calls
    one, or a verb with a claim as its object.

    Method: decision 0039. Known failures: what is wanted in words that the table does not have; a pronoun in a claim
    that stands for somebody else; those of `stances`.
    """
    parties = {entity.id: entity for entity in briefing.entities if entity.kind in _KINDS}
    named: defaultdict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for entity in parties.values():
        for mention in entity.mentions:
            named[mention.sentence].append((mention, entity))
    for names in named.values():
        names.sort(key=lambda pair: pair[0].start)
    countries = {entity.side.name: entity.side.entity for entity in briefing.entities if entity.side}
    actors = {actor.sentence: actor for actor in briefing.actors}
    spoken: defaultdict[str, list[tuple[Quote, Entity | None]]] = defaultdict(list)
    for quote, speaker in find_speakers(briefing).items():
        spoken[quote.sentence].append((quote, speaker))
    stating = {s.sentence for s in briefing.statements} | {c.sentence for s in briefing.statements for c in s.also}
    found: list[Position] = []
    for analysis in briefing.analyses:
        table = language_for(analysis.read_as).positions
        for sentence, claim in zip(analysis.sentences, analysis.attributions, strict=False):
            actor = _acting(actors.get(sentence.id), parties, countries, table)
            is_read = sentence.id in stating and (actor or sentence.id in named)
            if not is_read or sentence.text.endswith("?"):
                continue
            first: dict[tuple[str, Stance], Position] = {}
            for party, taken in _taken(sentence, claim, named[sentence.id], actor, spoken[sentence.id], table):
                against = _against(sentence.text, party, taken, named[sentence.id])
                position = Position(party.id, taken.stance, sentence.id, taken.cue, against)
                first.setdefault((party.id, taken.stance), position)
            found += first.values()
    return tuple(found)


def _acting(
    actor: Actor | None, parties: Mapping[str, Entity], countries: Mapping[str, str | None], table: PositionTable
) -> Entity | None:
    """The party that a sentence's actor is; of authorities without a name their country. `countries`: name → id."""
    if actor is None:
        return None
    is_authority = actor.text.rpartition(" ")[2].lower() in table.authorities
    country = countries.get(actor.side or "") if is_authority else None
    return parties.get(actor.entity or country or "")


def _against(text: str, party: Entity, taken: Taken, named: Sequence[tuple[Mention, Entity]]) -> str | None:
    """Whose claim, wish or plan is denied or refused: the name behind the cue, in the genitive or before a noun."""
    if taken.stance not in ("denies", "refuses"):
        return None
    for mention, entity in named:
        between = text[taken.end : mention.start].split() if mention.start > taken.end else None
        is_its = _OWNS.match(text, mention.end)
        if between is not None and len(between) <= _TO_OTHER and is_its and _side(entity) != _side(party):
            return entity.id
    return None


def _side(entity: Entity) -> str:
    """The country that it stands for, else itself."""
    return (entity.side.entity or entity.side.name) if entity.side else entity.id


def _taken(
    sentence: Sentence,
    claim: Attribution,
    named: Sequence[tuple[Mention, Entity]],
    actor: Entity | None,
    spoken: Sequence[tuple[Quote, Entity | None]],
    table: PositionTable,
) -> Iterator[tuple[Entity, Taken]]:
    """Those of one sentence. `actor`: whose act, position or claim it is; `spoken`: quotations and their speakers."""
    clauses = Clauses(sentence.text, table, [(quote.start, quote.end) for quote, _ in spoken])
    own = [mention for mention, entity in named if entity is actor]
    if own and not any(clauses.has_subject(mention.start) for mention in own):
        actor = None  # the Bank of Peru is not Peru
    if actor and claim.modality == "denied" and claim.cue and clauses.denies(claim.cue):
        yield actor, Taken("denies", claim.cue, len(sentence.text))
    for mention, entity in named:
        taken = clauses.behind(mention.end) if clauses.has_subject(mention.start) else None
        if taken and (claim.voice == "outlet" or entity is actor or taken.stance == "denies"):
            yield entity, taken
    if actor:
        others = [mention.start for mention, entity in named if entity is not actor]
        yield from (
            (actor, taken)
            for taken in _of_actor(
                clauses, sentence.text, claim, actor, [mention.end for mention in own], others, table
            )
        )
    for quote, speaker in spoken:
        if speaker and speaker.kind in _KINDS and not quote.text.endswith("?"):
            yield from ((speaker, taken) for taken in _quoted(quote, table))


def _of_actor(
    clauses: Clauses,
    text: str,
    claim: Attribution,
    actor: Entity,
    own: Sequence[int],
    others: Sequence[int],
    table: PositionTable,
) -> Iterator[Taken]:
    """What the sentence says of its actor elsewhere than just behind the name.

    `own`: where the actor's names end; `others`: where those of others begin.
    """
    pronouns = table.persons if actor.kind == "person" else table.bodies
    if claim.voice == "outlet":
        first = clauses.pronoun(0, pronouns, within=2)
        if first and (taken := clauses.behind(first)):
            yield taken
        begins = [clauses.pronoun(start, pronouns, within=1) for start in clauses.after_participle()]
        found = (clauses.behind(begin, is_claim=True) for begin in begins if begin)
        yield from (taken for taken in found if taken)
        if begin := (own[0] if own else first):
            yield from clauses.joined(begin, min((place for place in others if place > begin), default=len(text)))
    elif claim.voice == "named" and claim.cue and claim.modality != "denied":
        yield from _claimed(clauses, text, claim, own, pronouns)


def _claimed(
    clauses: Clauses, text: str, claim: Attribution, own: Sequence[int], pronouns: Set[str]
) -> Iterator[Taken]:
    """What a claim says of its source, and what it says must be."""
    source = text.find(claim.source_text or "\0")
    cue = text.find(claim.cue or "\0", max(source, 0))
    if cue < 0:
        cue = text.find(claim.cue or "\0")
    if cue < 0:
        return
    tag = min(cue, source) if source >= 0 else cue
    is_tag = text[:tag].rstrip().endswith((",", "”", '"'))
    start, end = (0, tag) if is_tag and 2 * tag > len(text) else (cue + len(claim.cue or ""), len(text))
    first = clauses.pronoun(start, pronouns, within=1 if start == 0 else _TO_SUBJECT)
    for begin in [first, *(place for place in own if start < place < end)]:
        if begin and (taken := clauses.behind(begin, is_claim=True)):
            yield taken
    yield from clauses.duties(start, end)


def _quoted(quote: Quote, table: PositionTable) -> Iterator[Taken]:
    """What a speaker says of themselves, and what they say must be."""
    clauses = Clauses(quote.text, table)
    for end in clauses.first_persons():
        taken = clauses.behind(end, is_claim=True)
        if taken and table.imagined.isdisjoint(taken.cue.lower().replace("’", "'").split()):
            yield taken
    yield from clauses.duties(0, len(quote.text))
