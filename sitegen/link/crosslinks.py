"""What ties things together: related topics, and what became of each sentence."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from sitegen.model import Entity, Fate, Related, Relation, Statement
from sitegen.reasons import NO_REASON, Reason, enumerated, worded, worded_count

from .corpus import Corpus, Line


@dataclass(frozen=True, slots=True)
class CrosslinkOptions:
    """When two topics are related."""

    statements: int = 2
    """That stand in both."""
    names: int = 3
    """That articles mention in both, and in few others of their topics."""
    most: int = 4
    """Topics related to one."""


_REASON: Mapping[Relation, Reason] = {
    "same": worded("says the same as the printed sentence"),
    "entails": worded("said by the printed sentence, which says more"),
    "entailed": worded("says what the printed sentence says, and more"),
    "partial": worded("shares a fact with the printed sentence"),
}


def relate_topics(
    members: Mapping[str, frozenset[str]],
    entities: Sequence[Entity],
    statements: Mapping[str, Statement],
    options: CrosslinkOptions,
) -> dict[str, tuple[Related, ...]]:
    """Topic id → the topics that are closest to it. `members`: topic id → statement ids.

    What relates a topic to others is told from the articles that carry statements of it: another article leaves it as
    it is. Known failures: topics on the same people that no article has both of are not related; a topic may name
    another to which four are closer.
    """
    names = _telling_names(members, entities, statements)
    found: dict[str, tuple[Related, ...]] = {}
    for one in members:
        ties: list[tuple[int, int, Related]] = []
        for other in members.keys() - {one}:
            shared = members[one] & members[other]
            common = sorted(names[one] & names[other])
            named = sorted({name for _, name in common})
            if len(shared) >= options.statements:
                why = worded_count("%(n)s statement stands in both", "%(n)s statements stand in both", len(shared))
                ties.append((len(shared), 0, Related(other, why)))
            elif len(named) >= options.names:
                ties.append(
                    (0, len(named), Related(other, worded("both name %(words)s", words=enumerated(named[:_SHOWN]))))
                )
        ties.sort(key=lambda tie: (-tie[0], -tie[1], tie[2].topic))
        found[one] = tuple(related for *_, related in ties[: options.most])
    return found


_NONE: Mapping[str, Reason] = MappingProxyType({})
_SHOWN = 3  # names that a reason gives
_TOO_SHORT = worded("too short to stand alone")
_NO_TOPIC = worded("shares no topic with another article")
_NO_COMPANY = worded("no other article is on this affair")


def state_fates(
    corpus: Corpus,
    statements: Sequence[Statement],
    compared: Set[str],
    fragments: Set[str],
    decided: Mapping[str, Reason] = _NONE,
) -> tuple[Fate, ...]:
    """What became of each sentence, by article, then position.

    `statements`: those that stand in topics or in the summary; `compared`: the articles that have others of their
    affair; `fragments`: sentences that have too few words to stand alone; `decided`: sentence → why the desk left it
    out.
    """
    fates: dict[str, Fate] = {}
    for statement in statements:
        for companion in statement.also:
            said = Fate(companion.sentence, "said-by-another", statement.id, _REASON[companion.relation])
            fates.setdefault(companion.sentence, said)
    # What is printed itself may also be named with another statement, as what says it in passing.
    fates.update((s.sentence, Fate(s.sentence, "used", s.id, NO_REASON)) for s in statements)
    return tuple(
        fates.get(line.sentence.id)
        or Fate(
            line.sentence.id,
            "left-out",
            None,
            decided.get(line.sentence.id) or _why_left_out(line, fragments, has_company=line.article in compared),
        )
        for line in corpus.lines
    )


def _why_left_out(line: Line, fragments: Set[str], *, has_company: bool) -> Reason:
    if line.sentence.id in fragments:
        return _TOO_SHORT
    return _NO_TOPIC if has_company else _NO_COMPANY


def _telling_names(
    members: Mapping[str, frozenset[str]], entities: Sequence[Entity], statements: Mapping[str, Statement]
) -> dict[str, set[tuple[str, str]]]:
    """Topic id → articles with the names that they mention in its statements, and in at most half of their topics."""
    topics_of: dict[str, set[str]] = {}
    carried: dict[str, set[str]] = {}
    for topic in sorted(members):
        for statement in (statements[id_] for id_ in members[topic]):
            for sentence in (statement.sentence, *(also.sentence for also in statement.also)):
                topics_of.setdefault(sentence, set()).add(topic)
                carried.setdefault(_article(sentence), set()).add(topic)
    found: dict[str, set[tuple[str, str]]] = {topic: set() for topic in members}
    for entity in (entity for entity in entities if entity.kind != "other"):
        mentioned: dict[str, set[str]] = {}
        for mention in entity.mentions:
            article = _article(mention.sentence)
            mentioned.setdefault(article, set()).update(topics_of.get(mention.sentence, ()))
        for article, topics in mentioned.items():
            if 2 <= len(topics) <= max(2, len(carried[article]) // 2):
                for topic in topics:
                    found[topic].add((article, entity.name))
    return found


def _article(sentence: str) -> str:
    return sentence.rpartition(".")[0]
