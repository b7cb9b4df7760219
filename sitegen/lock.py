"""The lock of topics: between the text of `topics.lock.yml` and its value."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from sitegen.errors import Outcome, Problem
from sitegen.fields import Fields, read_mapping
from sitegen.model import PinnedAffair, PinnedTopic, TopicLock
from sitegen.text import fold, slug

LOCK = "topics.lock.yml"
"""Beside `sitegen.yml`."""
FORMAT = "topics/1"
_MOST_CHARACTERS = 16_000_000
"""As many as some 20,000 articles come to."""
_HEAD = """\
# The topics that are pinned: their pages keep their titles, addresses and sentences, whatever articles come.
# Written by `sitegen topics --write`. To drop a topic, delete its entry; what it held is then found anew.
"""
_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?: [\w./-]+)*")
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST_ID = 100
_NOT_PLAIN = frozenset("y n yes no on off true false null".split())
"""Words that some readers of YAML take for something else."""


def read_lock(text: str, path: str) -> Outcome[TopicLock]:
    """The lock that `text` holds; an empty text is an empty lock. Faults are errors with file and line."""
    read = read_mapping(text, path=path, most=_MOST_CHARACTERS)
    fields = read.value
    if fields is None or not fields.names():
        return Outcome(TopicLock(path=path), read.problems)
    problems: list[Problem] = []
    form = fields.text("format")
    if form != FORMAT and not fields.problems:
        message = f'"format": expected {FORMAT}, found {json.dumps(form, ensure_ascii=False) if form else "nothing"}'
        remedy = "use the version of sitegen that wrote the file, or a newer one"
        problems.append(Problem("value-wrong", "error", message, path, fields.line("format") or 1, remedy=remedy))
    affairs = {id_: _affair(id_, entry, line) for id_, entry, line in _entries(fields, "affairs", problems)}
    topics = [_topic(id_, entry, line, affairs) for id_, entry, line in _entries(fields, "topics", problems)]
    lock = TopicLock(
        affairs=tuple(affairs[id_] for id_ in sorted(affairs)),
        topics=tuple(sorted(topics, key=lambda topic: topic.id)),
        apart=tuple(sorted(set(fields.texts("apart")))),
        path=path,
    )
    seen: dict[str, str] = {}
    for topic in sorted(lock.topics, key=lambda topic: topic.line):
        other = seen.setdefault(topic.title.casefold(), topic.id)
        if topic.title and other != topic.id:
            message = f'"topics.{topic.id}.title": "{topic.title[:40]}" is the title of {other} already'
            problems.append(Problem("value-wrong", "error", message, path, topic.line, remedy="give it another title"))
    return Outcome(lock, (*fields.finish(unknown="error"), *problems))


def lock_text(lock: TopicLock) -> str:
    """The text of `topics.lock.yml`: one value a line, sorted, so that a change is a small diff."""
    lines = [_HEAD + f"format: {FORMAT}"]
    lines.append("affairs:" if lock.affairs else "affairs: {}")
    for affair in lock.affairs:
        lines.append(f"  {_scalar(affair.id)}:")
        lines += _listed("articles", affair.articles, 4)
        lines += _weighed(affair.weights, 4)
    lines.append("topics:" if lock.topics else "topics: {}")
    for topic in lock.topics:
        lines.append(f"  {_scalar(topic.id)}:")
        lines.append(f"    title: {_scalar(topic.title)}")
        lines.append(f"    affair: {_scalar(topic.affair)}")
        lines += _listed("aliases", topic.aliases, 4)
        lines += _listed("names", (" ".join(stems) for stems in topic.names), 4)
        lines += _weighed(topic.weights, 4)
    lines += _listed("apart", lock.apart, 0)
    return "\n".join(lines) + "\n"


def _entries(fields: Fields, name: str, problems: list[Problem]) -> Iterator[tuple[str, Fields, int]]:
    """The mappings below a key: name, mapping, line. What is wrong in one is known once it has been used."""
    listed = fields.mapping(name)
    if listed is None:
        return
    for id_ in listed.names():
        entry = listed.mapping(id_)
        if entry is not None:
            yield id_, entry, listed.line(id_)
            problems += entry.finish(unknown="error")
        elif not listed.problems:
            problems.append(
                _wrong(listed, listed.line(id_), f'"{name}.{id_[:40]}": expected `key: value` lines, found nothing')
            )
    problems += listed.finish(unknown="error")


def _affair(id_: str, fields: Fields, line: int) -> PinnedAffair:
    articles, weights = tuple(sorted(set(fields.texts("articles")))), _weights(fields)
    if not articles and not weights and not fields.problems:
        fields.problems.append(_wrong(fields, line, f'"{fields.within}": expected articles or terms, found neither'))
    return PinnedAffair(id_, articles, weights)


def _topic(id_: str, fields: Fields, line: int, affairs: Mapping[str, PinnedAffair]) -> PinnedTopic:
    title = fold(fields.text("title") or "")
    affair = fields.text("affair") or ""
    names = tuple(tuple(name.split()) for name in fields.texts("names") if name.strip())
    if not _ID.fullmatch(id_) or id_ != id_.lower() or len(id_) > _LONGEST_ID:
        message = f'"topics.{id_[:40]}": expected an address in small letters, digits and hyphens'
        fields.problems.append(
            Problem("value-wrong", "error", message, fields.path, line, remedy=f"write it as {slug(id_, 'topic')}")
        )
    for key, value in (("title", title), ("affair", affair), ("names", names)):
        if not value and not fields.problems:
            fields.problems.append(_wrong(fields, line, f'"{fields.within}.{key}": expected a value, found nothing'))
    if affair and affair not in affairs:
        message = f'"{fields.within}.affair": "{affair[:40]}" is not under `affairs`'
        fields.problems.append(_wrong(fields, fields.line("affair"), message))
    return PinnedTopic(id_, title, affair, fields.texts("aliases"), names, _weights(fields), line)


def _weights(fields: Fields) -> Mapping[str, float]:
    found: dict[str, float] = {}
    terms = fields.mapping("terms")
    for stem in sorted(terms.names()) if terms else ():
        assert terms is not None
        weight = terms.number(stem, least=0, most=1)
        if weight is not None:
            found[stem] = weight
    if terms is not None:
        fields.problems += terms.finish(unknown="error")
    return found


def _wrong(fields: Fields, line: int, message: str) -> Problem:
    return Problem("value-wrong", "error", message, fields.path, line, remedy="correct it, or delete the entry")


def _listed(key: str, values: Iterable[str], indent: int) -> Iterator[str]:
    items = [f"{' ' * indent}  - {_scalar(value)}" for value in values]
    return iter([f"{' ' * indent}{key}:", *items] if items else ())


def _weighed(weights: Mapping[str, float], indent: int) -> Iterator[str]:
    items = [f"{' ' * indent}  {_scalar(stem)}: {weights[stem]:.3f}" for stem in sorted(weights)]
    return iter([f"{' ' * indent}terms:", *items] if items else ())


def _scalar(text: str) -> str:
    """A text as a YAML scalar: in quotes where it could be read as anything else."""
    is_plain = _PLAIN.fullmatch(text) and text.isascii() and text.lower() not in _NOT_PLAIN
    return text if is_plain else json.dumps(text, ensure_ascii=not text.isprintable())
