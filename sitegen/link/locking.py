"""The lock of topics: what pinning would write, and what is to be said of what is pinned."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sitegen.errors import Problem
from sitegen.model import PinnedAffair, Topic, TopicLock
from sitegen.text import digest

from .outline import Chapter, ids_of
from .pins import affair_of
from .similar import Vector

_SHOWN = 3  # articles that a message names


def extend_lock(lock: TopicLock, chapters: Sequence[Chapter], directions: Mapping[str, Vector]) -> TopicLock:
    """`lock` as it is, and the topics that are shown beside it; with the articles that are there now.

    `directions`: those of all articles, by id.

    Nothing leaves it: an article or a topic that is gone may come back.
    """
    ids = ids_of(chapters)
    affairs = {affair.id: affair for affair in lock.affairs}
    topics = {pin.id: pin for pin in lock.topics}
    for chapter in chapters:
        found = [chapter.pins[number] for number in chapter.filled if not chapter.pins[number].id]
        articles = chapter.affair.articles
        if chapter.affair.pinned:
            known = chapter.affair.pinned
            merged = tuple(sorted({*known.articles, *articles}))
            affairs[known.id] = PinnedAffair(known.id, merged, known.weights)
            id_ = known.id
        elif found:
            id_ = _free_id(articles[0], affairs.keys())
            affairs[id_] = affair_of(id_, {article: directions[article] for article in articles})
        for pin in found:
            topics[ids[pin.title]] = replace(pin, id=ids[pin.title], affair=id_)
    inside = {article for affair in affairs.values() for article in affair.articles}
    apart = {*lock.apart, *directions} - inside
    return TopicLock(
        affairs=tuple(affairs[id_] for id_ in sorted(affairs)),
        topics=tuple(topics[id_] for id_ in sorted(topics)),
        apart=tuple(sorted(apart)),
        path=lock.path,
    )


def provisional_topics(lock: TopicLock, found: Set[str]) -> frozenset[str]:
    """Ids of those of the topics `found` that the next article may move: beside pinned ones, those that are not."""
    return frozenset(found - {pin.id for pin in lock.topics}) if lock.topics else frozenset()


def judge_lock(
    lock: TopicLock,
    found: Set[str],
    topics: Sequence[Topic],
    redirects: Sequence[tuple[str, str]],
    articles: Set[str],
) -> tuple[Problem, ...]:
    """What the desk should know of a lock: pinned topics without sentences, by their lines; topics beside it; articles
    that it lists and that are not among `articles`, the ids of those that are there.

    `found`: ids of the topics with sentences as they would be without the desk's decisions; `topics` and `redirects`:
    as they are under them. What the desk made is its own to keep, and needs no pinning.
    """
    if not lock.topics:
        return ()
    pinned = {pin.id for pin in lock.topics}
    were: dict[str, set[str]] = {topic.id: {topic.id} for topic in topics}
    for old, new in redirects:
        were.setdefault(new, set()).add(old)
    problems = [
        Problem(
            "topic-empty",
            "warning",
            f'no article says anything on the pinned topic "{pin.title}" any more; it has no page',
            lock.path,
            pin.line,
            remedy="keep it, if articles on it may come back; else delete its entry",
        )
        for pin in sorted(lock.topics, key=lambda pin: (pin.line, pin.id))
        if pin.id not in found
    ]
    problems += (
        Problem(
            "topic-unpinned",
            "note",
            f'the topic "{topic.title}" is not pinned: the next article may move it',
            lock.path,
            remedy="pin it: sitegen topics --write; or merge it in editorial.yml: "
            f"topics: {{{topic.id}: {{merge_into: ANOTHER}}}}",
        )
        for topic in sorted(topics, key=lambda topic: topic.id)
        if were[topic.id] & found and not were[topic.id] & pinned
    )
    listed = {article for affair in lock.affairs for article in affair.articles}.union(lock.apart)
    if gone := sorted(listed - articles):
        named = ", ".join(gone[:_SHOWN]) + (f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else "")
        message = f"articles that were there when topics were pinned are not: {named}"
        remedy = "nothing to do if they may come back; else delete their lines"
        problems.append(Problem("topic-article-gone", "note", message, lock.path, remedy=remedy))
    return tuple(problems)


def _free_id(article: str, taken: Set[str]) -> str:
    """The id of a new affair: of its first article, unless an affair whose articles are gone still has it."""
    return article if article not in taken else f"{article}-{digest(article)}"
