"""Editorial: `editorial.yml` → the desk's decisions, with file and line of what is wrong in it.

One file, one loader, one order in which decisions are carried out, whatever theirs in the file: what is in an article
(dates, speakers), then what articles name together (names), say together (statements, topics), and where they differ.
Each kind has its section and its noun in `model`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import cast, get_args

from sitegen.editorial_clashes import find_clashes
from sitegen.editorial_parts import (
    read_articles,
    read_because,
    read_differences,
    read_statements,
    read_topics,
)
from sitegen.errors import Outcome, Problem
from sitegen.fields import Fields, read_mapping
from sitegen.model import DateDecision, Decisions, EntityKind, NameDecision, SpeakerDecision
from sitegen.text import fold, normalise

EDITORIAL = "editorial.yml"
MOST_CHARACTERS = 1_000_000
"""Some ten thousand decisions."""
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


def read_editorial(text: str, path: str) -> Outcome[Decisions]:
    """The decisions that `editorial.yml` holds, by section.

    Problems: those of `read_mapping` and of `Fields`, all errors; `value-wrong` for a decision that decides nothing;
    `key-twice` for one that stands twice; `decisions-clash` for two that exclude each other.
    """
    read = read_mapping(text, path=path, most=MOST_CHARACTERS)
    fields = read.value
    if fields is None:
        return Outcome(Decisions(), read.problems)
    problems: list[Problem] = []
    names: list[NameDecision] = []
    listed = fields.mapping("names")
    for name in listed.names() if listed else ():
        assert listed is not None
        names += _name(name, listed, problems)
    if listed is not None:
        problems += listed.finish(unknown="error")
    speakers = [_speaker(item, problems) for item in fields.mappings("speakers")]
    dates = [_date(item, problems) for item in fields.mappings("dates")]
    for section, found in (("names", names), ("speakers", speakers), ("dates", dates)):
        problems += _doubles(section, found, path)
    decisions = Decisions(
        tuple(names),
        tuple(speakers),
        tuple(dates),
        read_topics(fields, problems),
        read_statements(fields, problems),
        read_differences(fields, problems),
        read_articles(fields, problems),
    )
    problems += find_clashes(replace(decisions, path=path))
    return Outcome(decisions, (*fields.finish(unknown="error"), *problems))


def _name(name: str, listed: Fields, problems: list[Problem]) -> list[NameDecision]:
    before = len(listed.problems)
    fields, line = listed.mapping(name), listed.line(name)
    if fields is None:
        if len(listed.problems) == before:
            problems.append(_nothing(f"names.{name}", listed.path, line))
        return []
    decision = NameDecision(
        name=fold(name),
        aliases=tuple(map(fold, fields.texts("aliases"))),
        not_same_as=tuple(map(fold, fields.texts("not_same_as"))),
        kind=cast(EntityKind | None, fields.choice("kind", get_args(EntityKind))),
        display_name=fold(fields.text("display_name") or "") or None,
        side=fold(fields.text("side") or "") or None,
        drop=fields.flag("drop"),
        because=read_because(fields),
        line=line,
    )
    said = fields.finish(unknown="error")
    problems += said
    decided = (decision.aliases, decision.not_same_as, decision.kind, decision.display_name, decision.side)
    if not (any(decided) or decision.drop):
        if not said:
            problems.append(_nothing(f"names.{name}", fields.path, line))
        return []
    own = {normalise(spelling) for spelling in (decision.name, *decision.aliases)}
    both = next((other for other in decision.not_same_as if normalise(other) in own), None)
    if both is not None:
        message = f'"names.{name[:40]}": "{both[:40]}" can\'t be the same and not the same'
        where = fields.line("not_same_as")
        problems.append(
            Problem("value-wrong", "error", message, fields.path, where, 0, "take it out of one of the two")
        )
    return [decision]


def _speaker(fields: Fields, problems: list[Problem]) -> SpeakerDecision:
    sentence, words = _place(fields)
    decision = SpeakerDecision(
        sentence, words, fold(fields.text("speaker") or "") or None, read_because(fields), fields.begins
    )
    problems += _either(fields, "speaker", decision.speaker)
    return decision


def _date(fields: Fields, problems: list[Problem]) -> DateDecision:
    sentence, words = _place(fields)
    value = fields.text("value")
    if value is not None and not _is_period(value):
        message = f'"{fields.within}.value" "{value[:40]}" is not a day, week, month, year or span of them'
        remedy = "write it as 2024-05-12, 2024-W19, 2024-05, 2024 or 2024-05-12/2024-05-14"
        fields.problems.append(
            Problem("date-impossible", "error", message, fields.path, fields.line("value"), 0, remedy)
        )
        value = None
    decision = DateDecision(sentence, words, value, read_because(fields), fields.begins)
    problems += _either(fields, "value", decision.value)
    return decision


def _place(fields: Fields) -> tuple[str, str]:
    """The sentence that a decision is about, and the words in it."""
    fields.require("sentence", "the id that `sitegen explain FILE:LINE` shows")
    fields.require("words", "those of the sentence that it is about")
    return fields.text("sentence") or "", fold(fields.text("words") or "")


def _either(fields: Fields, name: str, value: str | None) -> tuple[Problem, ...]:
    """The problems of a decision that gives a value or drops what was found, and not both."""
    drops = fields.flag("drop")
    said = fields.finish(unknown="error")
    if said or (value is None) == drops:
        return said
    found = "both" if drops else "neither"
    message = f'"{fields.within}": expected either "{name}" or "drop: true", found {found}'
    return (Problem("value-wrong", "error", message, fields.path, fields.begins, 0, "decide for one of them"),)


def _nothing(name: str, path: str, line: int) -> Problem:
    message = f'"{name[:40]}" decides nothing'
    remedy = "add aliases, not_same_as, kind, display_name, side or drop, or take it out"
    return Problem("value-wrong", "error", message, path, line, 0, remedy)


def _doubles(
    section: str, decisions: Iterable[NameDecision | SpeakerDecision | DateDecision], path: str
) -> Iterable[Problem]:
    """A problem for each decision on what another has decided above it."""
    first: dict[tuple[str, str], int] = {}
    for decision in decisions:
        if isinstance(decision, NameDecision):
            sentence, words = "", decision.name
        else:
            sentence, words = decision.sentence, decision.words
        what = sentence, normalise(words)
        if what in first:
            message = f'"{section}": "{words[:40]}" is decided here and on line {first[what]}'
            yield Problem("key-twice", "error", message, path, decision.line, 0, "keep one of them")
        first.setdefault(what, decision.line)


def _is_period(value: str) -> bool:
    """Whether it is a day, week, month or year that exists, or two of them with `/` between, in their order."""
    first, _, last = value.partition("/")
    begins = _first_day(first)
    ends = _first_day(last) if "/" in value else begins
    return begins is not None and ends is not None and begins <= ends


def _first_day(value: str) -> date | None:
    found = _PERIOD.fullmatch(value)
    if found is None:
        return None
    try:
        if found["week"]:
            return date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
        return date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
