"""What ties things together: related topics, and what became of each sentence."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from sitegen.model import Entity, Fate, Related, Relation, Statement

from .corpus import Corpus, Line


@dataclass(frozen=True, slots=True)
class CrosslinkOptions:
    """When two topics are related."""

    statements: int = 2
    """That stand in both."""
    names: int = 3
    """That both mention, and few other topics do."""
    most: int = 4
    """Topics related to one; more when it is named by others."""


_REASON: Mapping[Relation, str] = {
    "same": "says the same as the printed sentence",
    "entails": "said by the printed sentence, which says more",
    "entailed": "says what the printed sentence says, and more",
    "partial": "shares a fact with the printed sentence",
}


def relate_topics(
    members: Mapping[str, frozenset[str]],
    entities: Sequence[Entity],
    statements: Mapping[str, Statement],
    options: CrosslinkOptions,
) -> dict[str, tuple[Related, ...]]:
    """Topic id → related topics, closest first. Always both ways. `members`: topic id → statement ids."""
    names = _distinctive_names(members, entities, statements)
    ties: list[tuple[float, str, str, str]] = []
    ids = sorted(members)
    for i, one in enumerate(ids):
        for other in ids[i + 1 :]:
            shared = members[one] & members[other]
            common = sorted(names[one] & names[other])
            if len(shared) >= options.statements:
                weight = len(shared) / min(len(members[one]), len(members[other]))
                ties.append((1 + weight, one, other, f"{len(shared)} statements stand in both"))
            elif len(common) >= options.names:
                ties.append((len(common) / 100, one, other, f"both name {_listed(common)}"))
    counts: dict[str, int] = dict.fromkeys(ids, 0)
    found: dict[str, list[Related]] = {id_: [] for id_ in ids}
    for _, one, other, reason in sorted(ties, key=lambda tie: (-tie[0], *tie[1:])):
        # A tie is kept when either end has room, and then shown at both: relations are symmetrical.
        if min(counts[one], counts[other]) < options.most:
            for here, there in ((one, other), (other, one)):
                found[here].append(Related(there, reason))
                counts[here] += 1
    return {id_: tuple(related) for id_, related in found.items()}


_NONE: Mapping[str, str] = MappingProxyType({})
_FEWEST_WORDS = 3  # with content; a sentence of fewer is a fragment


def state_fates(
    corpus: Corpus, statements: Sequence[Statement], compared: Set[str], decided: Mapping[str, str] = _NONE
) -> tuple[Fate, ...]:
    """What became of each sentence, by article, then position.

    `statements`: those that stand in topics or in the summary; `compared`: the articles that have others of their
    affair; `decided`: sentence → why the desk left it out.
    """
    fates: dict[str, Fate] = {}
    for statement in statements:
        for companion in statement.also:
            said = Fate(companion.sentence, "said-by-another", statement.id, _REASON[companion.relation])
            fates.setdefault(companion.sentence, said)
    # What is printed itself may also be named with another statement, as what says it in passing.
    fates.update((s.sentence, Fate(s.sentence, "used", s.id, "")) for s in statements)
    return tuple(
        fates.get(line.sentence.id)
        or Fate(
            line.sentence.id,
            "left-out",
            None,
            decided.get(line.sentence.id) or _why_left_out(line, has_company=line.article in compared),
        )
        for line in corpus.lines
    )


def _why_left_out(line: Line, *, has_company: bool) -> str:
    if len(line.stems) < _FEWEST_WORDS:
        return "too short to stand alone"
    return "shares no topic with another article" if has_company else "no other article is on this affair"


def _distinctive_names(
    members: Mapping[str, frozenset[str]], entities: Sequence[Entity], statements: Mapping[str, Statement]
) -> dict[str, set[str]]:
    """Topic id → names in its printed sentences, save those that half of the topics mention."""
    topics_of: dict[str, set[str]] = {}
    for topic in sorted(members):
        for statement in members[topic]:
            topics_of.setdefault(statements[statement].sentence, set()).add(topic)
    found: dict[str, set[str]] = {topic: set() for topic in members}
    for entity in (entity for entity in entities if entity.kind != "other"):
        topics = {topic for mention in entity.mentions for topic in topics_of.get(mention.sentence, ())}
        if 2 <= len(topics) <= max(2, len(members) // 2):
            for topic in topics:
                found[topic].add(entity.name)
    return found


def _listed(names: list[str]) -> str:
    shown = names[:3]
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
