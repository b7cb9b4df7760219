"""History: the editions of a site, and what they say of the one that is made now.

Pure: editions and what would be published in; what is new, what went and where it is now, out. Pages of it:
`compose/changes.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.diff import Change, ChangeKind, diff
from sitegen.editions import Edition
from sitegen.published import Published, PublishedTopic

Mark = ChangeKind
"""What a statement that is printed is marked with."""
MARKS: tuple[Mark, ...] = ("fact-changed", "statement-added", "statement-reworded", "citation-lost", "citation-gained")


@dataclass(frozen=True, slots=True)
class Step:
    """What changed from one edition to the next."""

    before: str
    """Date of the earlier edition."""
    date: str
    changes: tuple[Change, ...]
    old: Published
    new: Published


@dataclass(frozen=True, slots=True)
class Vanished:
    """A statement that a topic printed in an edition and does not print now."""

    id: str
    last: str
    """Date of the last edition in which it stood there."""
    told: str
    """Date of the edition after that one, which says what became of it; empty: none does yet."""
    now: str
    """Id of the statement that says it now, wherever it stands; empty: none does."""


@dataclass(frozen=True, slots=True)
class TopicStep:
    """How many statements came to a topic, and went from it, by an edition."""

    date: str
    """Of the edition; empty: since the last one."""
    added: int
    gone: int


@dataclass(frozen=True, slots=True)
class GoneTopic:
    """A topic that an edition had, and that there is no more."""

    id: str
    title: str
    last: str
    """Date of the last edition that had it."""
    heir: str
    """Id of the topic that took its place or took it in; empty: none did."""


@dataclass(frozen=True, slots=True)
class History:
    """What the editions of a site say of the one that is made now."""

    dates: tuple[str, ...]
    """Of the editions, oldest first."""
    since: str
    """Date of the edition that the present is held against: the newest that it is not itself; empty: there is none."""
    is_saved: bool
    """The present is the newest edition, to the last statement."""
    changes: tuple[Change, ...]
    """From that of `since` to the present."""
    old: Published | None
    """What the edition of `since` printed."""
    present: Published
    steps: tuple[Step, ...]
    """Between editions, oldest first."""
    marks: Mapping[str, tuple[Mark, ...]]
    """Id of a printed statement → what is new of it."""
    vanished: Mapping[str, tuple[Vanished, ...]]
    """Id of a topic, there or gone → statements that stood in it."""
    gone: tuple[GoneTopic, ...]
    """By id."""
    topics: Mapping[str, tuple[TopicStep, ...]]
    """Id of a topic that is there → its editions in which something came or went, oldest first."""


def make_history(editions: Sequence[Edition], present: Published, redirects: Mapping[str, str]) -> History | None:
    """The history that `editions`, oldest first, give to `present`; None without editions.

    `redirects`: ids of topics that the desk moved, and where to. A site that is built again after it was saved is that
    edition, and is held against the one before it: what was new in it stays marked until something changes.
    """
    if not editions:
        return None
    steps = tuple(
        Step(one.date, other.date, diff(one.published, other.published), one.published, other.published)
        for one, other in pairwise(editions)
    )
    changes = diff(editions[-1].published, present)
    is_saved = not changes
    if is_saved:
        old, since = (steps[-1].old, steps[-1].before) if steps else (None, "")
        changes = steps[-1].changes if steps else ()
        leads = [step.changes for step in steps]
    else:
        old, since = editions[-1].published, editions[-1].date
        leads = [*(step.changes for step in steps), changes]
    became = [{change.was: change.about for change in found if change.was} for found in leads]
    return History(
        dates=tuple(edition.date for edition in editions),
        since=since,
        is_saved=is_saved,
        changes=changes,
        old=old,
        present=present,
        steps=steps,
        marks=_marks(changes),
        vanished=_vanished(editions, present, became),
        gone=_gone(editions, present, redirects, became),
        topics={topic.id: _told(topic, editions, is_saved=is_saved) for topic in present.topics.values()},
    )


def _marks(changes: Iterable[Change]) -> dict[str, tuple[Mark, ...]]:
    found: dict[str, list[Mark]] = {}
    for change in changes:
        if change.kind in MARKS and change.kind not in found.setdefault(change.about, []):
            found[change.about].append(change.kind)
    return {about: tuple(kinds) for about, kinds in found.items()}


def _vanished(
    editions: Sequence[Edition], present: Published, became: Sequence[Mapping[str, str]]
) -> dict[str, tuple[Vanished, ...]]:
    last: dict[str, dict[str, int]] = {}
    for number, edition in enumerate(editions):
        for topic in edition.published.topics.values():
            last.setdefault(topic.id, {}).update(dict.fromkeys(topic.statements, number))
    found: dict[str, tuple[Vanished, ...]] = {}
    for topic_id, stood in sorted(last.items()):
        there = present.topics.get(topic_id)
        standing = set(there.statements) if there else set()
        gone = [
            Vanished(
                statement,
                editions[number].date,
                editions[number + 1].date if number + 1 < len(editions) else "",
                _followed(statement, became[number:], present),
            )
            for statement, number in sorted(stood.items())
            if statement not in standing
        ]
        if gone:
            found[topic_id] = tuple(sorted(gone, key=lambda one: (one.last, one.id)))
    return found


def _followed(statement: str, became: Iterable[Mapping[str, str]], present: Published) -> str:
    """The statement that says now what another said, one edition after the other; empty if none does."""
    for step in became:
        statement = step.get(statement, statement)
    there = present.statements.get(statement)
    return there.id if there and there.is_printed else ""


def _gone(
    editions: Sequence[Edition], present: Published, redirects: Mapping[str, str], became: Sequence[Mapping[str, str]]
) -> tuple[GoneTopic, ...]:
    last: dict[str, tuple[int, PublishedTopic]] = {}
    for number, edition in enumerate(editions):
        last.update({id_: (number, topic) for id_, topic in edition.published.topics.items()})
    found: list[GoneTopic] = []
    for id_, (number, topic) in sorted(last.items()):
        if id_ in present.topics:
            continue
        heir = id_
        for step in became[number:]:
            heir = step.get(heir, heir)
        heir = redirects.get(heir, heir)
        found.append(GoneTopic(id_, topic.title, editions[number].date, heir if heir in present.topics else ""))
    return tuple(found)


def _told(topic: PublishedTopic, editions: Sequence[Edition], *, is_saved: bool) -> tuple[TopicStep, ...]:
    """Its statements by edition, as they came and went; the present last, unless it is the last edition."""
    stood = [(edition.date, edition.published.topics.get(topic.id)) for edition in editions]
    if not is_saved:
        stood.append(("", topic))
    steps: list[TopicStep] = []
    before: set[str] = set()
    for date, there in stood:
        now = set(there.statements) if there else set()
        if now != before:
            steps.append(TopicStep(date, len(now - before), len(before - now)))
        before = now
    return tuple(steps)
