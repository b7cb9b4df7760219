"""Which articles have topics in common: the affairs that are pinned, and those that are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import PinnedAffair, Story, TopicLock

from .similar import dot
from .stories import affairs_of, local_vectors

_JOINS = 0.28
"""Cosine of an article with a pinned affair from which it belongs to it; figures in decision 0015."""


@dataclass(frozen=True, slots=True)
class Affair:
    """Articles among which topics are looked for."""

    articles: tuple[str, ...]
    """Ids, sorted."""
    pinned: PinnedAffair | None
    """What it was pinned as."""


def divide(counts: Mapping[str, Mapping[str, float]], stories: Sequence[Story], lock: TopicLock) -> tuple[Affair, ...]:
    """The affairs of a folder, the largest first, as the first to choose titles. `counts`: by article id, of its
    stems.

    An article that was there when an affair was pinned stays with it; one that was there and of none stays apart; a
    new one belongs to the pinned affair that it is most like, if it is like enough. That is told from the article
    alone. The others form affairs as they would in a folder of their own; two articles at least.
    """
    ids = [*counts]
    assigned = _assigned(counts, lock)
    pinned = [Affair(tuple(a for a in ids if assigned.get(a) == affair.id), affair) for affair in lock.affairs]
    free = [tuple(a for a in affair if a not in assigned) for affair in affairs_of(stories)]
    found = [Affair(affair, None) for affair in free if len(affair) >= min(2, len(counts))]
    affairs = [affair for affair in pinned if affair.articles] + found
    return tuple(sorted(affairs, key=lambda affair: (-len(affair.articles), affair.articles)))


def _assigned(counts: Mapping[str, Mapping[str, float]], lock: TopicLock) -> dict[str, str]:
    """Article → its pinned affair."""
    if not lock.affairs:
        return {}
    known = {article: affair.id for affair in lock.affairs for article in affair.articles}
    settled = known.keys() | set(lock.apart)
    vectors = local_vectors({article: found for article, found in counts.items() if article not in settled})
    assigned = {article: known[article] for article in counts if article in known}
    weights = [dict(affair.weights) for affair in lock.affairs]
    for article, vector in vectors.items():
        closest, negative = max((dot(vector, known_by), -number) for number, known_by in enumerate(weights))
        if closest >= _JOINS:
            assigned[article] = lock.affairs[-negative].id
    return assigned
