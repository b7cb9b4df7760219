"""Editorial, third part: decisions that exclude each other. What is wrong with one alone its reader says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.errors import Problem
from sitegen.model import Decisions, NameDecision, StatementDecision, TopicDecision
from sitegen.text import normalise, slug

_SHOWN = 40


def find_clashes(decisions: Decisions) -> tuple[Problem, ...]:
    """A problem, `decisions-clash`, at the later of each two decisions that can't both be carried out; by line."""
    found = (*_names(decisions), *_statements(decisions), *_topics(decisions))
    return tuple(sorted(set(found), key=lambda problem: (problem.line, problem.message)))


def _clash(path: str, lines: Sequence[int], message: str, remedy: str = "take one of them out") -> Problem:
    first, last = min(lines), max(lines)
    where = f" (see line {first})" if first != last else ""
    return Problem("decisions-clash", "error", message + where, path, last, 0, remedy)


def _names(decisions: Decisions) -> Iterator[Problem]:
    by_alias: dict[str, NameDecision] = {}
    for decision in decisions.names:
        for alias in decision.aliases:
            other = by_alias.setdefault(normalise(alias), decision)
            if other is not decision:
                message = f"“{alias[:_SHOWN]}” is an alias of “{decision.name[:_SHOWN]}” and of “{other.name[:_SHOWN]}”"
                yield _clash(decisions.path, (decision.line, other.line), message)
    joined = _Groups()
    for decision in decisions.names:
        name = normalise(decision.name)
        for alias in {normalise(alias): alias for alias in decision.aliases if normalise(alias) != name}.values():
            if by_alias[normalise(alias)] is decision and not joined.join(name, normalise(alias), decision.line):
                line = joined.line(normalise(alias))
                message = f"“{decision.name[:_SHOWN]}” and “{alias[:_SHOWN]}” are aliases of each other"
                yield _clash(decisions.path, (decision.line, line), message, "name the one that pages shall show")
    for decision in decisions.names:
        own = {normalise(spelling) for spelling in (decision.name, *decision.aliases)}
        for other_name in decision.not_same_as:
            wanted = normalise(other_name)
            if wanted not in own and joined.are_one(normalise(decision.name), wanted):
                message = (
                    f"“{decision.name[:_SHOWN]}” and “{other_name[:_SHOWN]}” are not the same, and aliases make them so"
                )
                yield _clash(decisions.path, (decision.line, joined.line(wanted)), message)


def _statements(decisions: Decisions) -> Iterator[Problem]:
    path = decisions.path
    by_verb: defaultdict[str, list[StatementDecision]] = defaultdict(list)
    for decision in decisions.statements:
        by_verb[decision.verb].append(decision)
    joined = _Groups()
    for decision in by_verb["same"]:
        for reference in decision.sentences[1:]:
            joined.join(decision.sentences[0].id, reference.id, decision.line)
    for decision in by_verb["not_same"]:
        ids = [reference.id for reference in decision.sentences]
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                if one != other and joined.are_one(one, other):
                    message = f"{one} and {other} say the same and not the same"
                    yield _clash(path, (decision.line, joined.line(other)), message)
    dropped = {reference.id: decision.line for decision in by_verb["drop"] for reference in decision.sentences}
    for verb in ("pin", "same"):
        for decision in by_verb[verb]:
            for reference in decision.sentences:
                if line := dropped.get(reference.id):
                    yield _clash(path, (line, decision.line), f"{reference.id} is dropped, and “{verb}” prints it")
    for topic in decisions.topics:
        parts = (reference for part in topic.split for reference in part.sentences)
        for reference in (*topic.add, *topic.move, *parts):
            if line := dropped.get(reference.id):
                message = f"{reference.id} is dropped, and stands in the topic “{topic.topic[:_SHOWN]}”"
                yield _clash(path, (line, topic.line), message)


def _topics(decisions: Decisions) -> Iterator[Problem]:
    path = decisions.path
    by_key: dict[str, TopicDecision] = {}
    for decision in decisions.topics:
        if (other := by_key.setdefault(_key(decision.topic), decision)) is not decision:
            message = f"the topic “{decision.topic[:_SHOWN]}” is decided on twice"
            yield _clash(path, (other.line, decision.line), message, "write all of it in one place")
    titles: dict[str, TopicDecision] = {}
    ids: dict[str, TopicDecision] = {}
    moved: dict[str, TopicDecision] = {}
    for decision in decisions.topics:
        here = decision.topic[:_SHOWN]
        if decision.merge_into:
            yield from _merging(decision, by_key, path)
        for title in (decision.title, *(part.title for part in decision.split)):
            if title and titles.setdefault(normalise(title), decision) is not decision:
                lines = (decision.line, titles[normalise(title)].line)
                yield _clash(path, lines, f"two topics have the title “{title[:_SHOWN]}”", "give one another title")
        if decision.id and ids.setdefault(decision.id, decision) is not decision:
            lines = (decision.line, ids[decision.id].line)
            yield _clash(path, lines, f"two topics have the id “{decision.id[:_SHOWN]}”", "give one another id")
        inside = {reference.id for reference in (*decision.add, *decision.move)}
        for reference in decision.remove:
            if reference.id in inside:
                message = f"{reference.id} stands in the topic “{here}” and does not"
                yield _clash(path, (decision.line,), message)
        for reference in decision.move:
            other = moved.setdefault(reference.id, decision)
            if other is not decision:
                message = f"{reference.id} moves to “{here}” and to “{other.topic[:_SHOWN]}”"
                yield _clash(path, (decision.line, other.line), message)
    for decision in decisions.topics:
        for reference in decision.add:
            other_ = moved.get(reference.id)
            if other_ is not None and other_ is not decision:
                message = (
                    f"{reference.id} stands in “{decision.topic[:_SHOWN]}”, and moves from every topic to "
                    f"“{other_.topic[:_SHOWN]}”"
                )
                yield _clash(path, (decision.line, other_.line), message)


def _merging(decision: TopicDecision, by_key: dict[str, TopicDecision], path: str) -> Iterator[Problem]:
    here = decision.topic[:_SHOWN]
    seen = [decision]
    while (into := seen[-1].merge_into) is not None and (follower := by_key.get(_key(into))) is not None:
        if follower.exclude:
            message = f"“{here}” merges into “{into[:_SHOWN]}”, which is excluded"
            yield _clash(path, (decision.line, follower.line), message)
        if follower in seen:
            if follower is decision and decision.line == max(step.line for step in seen):
                names = " into ".join(f"“{step.topic[:_SHOWN]}”" for step in (*seen, decision))
                yield _clash(path, [step.line for step in seen], f"topics merge in a circle: {names}")
            return
        seen.append(follower)


def _key(topic: str) -> str:
    return slug(topic, "topic")


class _Groups:
    """Things that decisions make one, and the line of the last that did so to each."""

    def __init__(self) -> None:
        self._group: dict[str, set[str]] = {}
        self._lines: dict[str, int] = {}

    def join(self, one: str, other: str, line: int) -> bool:
        """Whether they were not one before."""
        left, right = self._group.get(one, {one}), self._group.get(other, {other})
        is_new = left is not right and one != other
        if is_new:
            merged = left | right
            self._group.update((member, merged) for member in merged)
        for member in (one, other):
            self._lines.setdefault(member, line)
        return is_new

    def are_one(self, one: str, other: str) -> bool:
        return other in self._group.get(one, ())

    def line(self, member: str) -> int:
        return self._lines.get(member, 0)
