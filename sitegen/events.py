"""Events: what the articles date, with sentences that say the same of one time put together."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from sitegen.each import Each, here, surely
from sitegen.iso_dates import first_day, holds, last_day, oldest_first
from sitegen.model import Analysis, Attribution, Briefing, DateExpression, Event

_NAME = r"(?:the |an? )?[A-Z][\w’'-]*(?: (?:[A-Z]|of )[\w’'-]*){0,4}"
_TO = rf"(?: (?:reporters|journalists|lawmakers|{_NAME}))?"
_WHERE = r"(?:,? (?:in|at|during|on|via|to) (?:an?|the|his|her|its|their|[A-Z][\w-]+)(?: [\w’'-]+){0,4}?)?"
_WHEN = r"(?: (?:on|in|late|early|earlier|last|this))*"
# said on Monday that; told the BBC in an interview on Monday; …, he said on Monday.
_UP_TO_DATE = re.compile(rf"{_WHERE}{_WHEN} ?")
_UP_TO_DATE_TOLD = re.compile(rf"{_TO}{_WHERE}{_WHEN} ?")
# Ada Lind on Monday said; On Monday, Ada Lind said; At a meeting on Monday, Ada Lind, the mayor, said
_BEFORE_VERB = r"(?: (?:also|later|[a-z]+ly))? "
_ASIDE = r"(?:, [^,]{1,80},)?(?: (?:also|later|has|had|[a-z]+ly))? "
_OPENING = re.compile(r"(?:(?:At|In|On|During|Late|Early|Earlier|Speaking|Last|Two|Three)\b[^,]{0,60})?$")
_OPENED = r"[^,]{0,20},? "
_OF_SOMETHING = re.compile(r"[’']s\b|[- ](?:is|was|are|were|will|would|has|had|could|may)\b")
"""Behind a date that is no time of saying: `said Monday’s vote`, `said Sunday was`."""
_BEFORE: dict[str, re.Pattern[str]] = {
    "possible": re.compile(r"\b(?:may|might|could|perhaps|possibly|possible|maybe|if|unless|would)\b", re.IGNORECASE),
    "expected": re.compile(
        r"\b(?:will|would|shall|expected|due|set|scheduled|plan(?:s|ned)?|likely|about|going|to)\b|['’]ll\b"
    ),
}
"""Some such word stands before a time that may be, or is to come."""
_TOLD = frozenset("told tells".split())


@dataclass(frozen=True, slots=True)
class _Dating:
    """An article whose dates are to be read."""

    id: str
    analysis: Analysis


def find_events(briefing: Briefing, each: Each = here) -> tuple[Event, ...]:
    """What the sentences date, oldest first; of one time the printed sentences by day of the report, then by place.
    `each`: who reads the dates of articles.

    Sentences of one statement that give one time are one event; a sentence that gives a wider time (`in May`) goes to
    the event of the only narrower one (`on 3 May`) that another sentence of the statement gives. The time is that of
    saying when the date stands beside the verb of the attribution. What is dated after the day of its report cannot
    have been done by then, and what is dated before it is not to come, however it is told.

    Known failures: a date of saying in a clause below the main one counts as an event's; of two dated acts in one
    sentence each date has the whole sentence.
    """
    published = {a.article.id: a.article.metadata.published or "" for a in briefing.analyses}
    statement_of = {
        sentence: statement
        for statement in briefing.statements
        for sentence in (statement.sentence, *(c.sentence for c in statement.also if c.relation != "partial"))
    }
    sentences = {s.id: s for analysis in briefing.analyses for s in analysis.sentences}
    claims = {claim.sentence: claim for analysis in briefing.analyses for claim in analysis.attributions}
    order = {
        id_: (published[sentence.article], sentence.article, sentence.start) for id_, sentence in sentences.items()
    }
    groups: defaultdict[tuple[str, bool], defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    starts: dict[tuple[str, str], int] = {}
    """Sentence and value → where the first such date stands; without a value, the first of all."""
    dating = [_Dating(analysis.article.id, analysis) for analysis in briefing.analyses]
    dated = chain.from_iterable(surely(each, _read_dates, dating))
    for found, is_saying in dated:
        for value in ("", found.value or ""):
            starts.setdefault((found.sentence, value), found.start)
        statement = statement_of.get(found.sentence)
        key = statement.id if statement else found.sentence
        said = groups[key, is_saying][found.value or ""]
        if found.sentence not in said:
            said.append(found.sentence)
    events: list[Event] = []
    for (_, is_saying), by_value in groups.items():
        for value, saying in _narrowed(by_value):
            ordered = sorted(saying, key=order.__getitem__)
            statement = statement_of.get(ordered[0])
            printed = statement.sentence if statement and statement.sentence in saying else ordered[0]
            also = tuple(id_ for id_ in ordered if id_ != printed)
            day = published[sentences[printed].article][:10]
            claim = None if is_saying else claims.get(printed)  # what is said may be to come; saying it is not
            start = starts.get((printed, value), starts[printed, ""])
            outlook = _outlook(value, claim, day, sentences[printed].text[:start])
            events.append(Event(value, printed, also, is_saying, outlook))
    return tuple(sorted(events, key=lambda event: (oldest_first(event.value), order[event.sentence], event.is_saying)))


def _read_dates(dating: _Dating) -> tuple[tuple[DateExpression, bool], ...]:
    """The dates in an article whose time is known, each with whether it is that of saying."""
    analysis = dating.analysis
    texts = {sentence.id: sentence.text for sentence in analysis.sentences}
    claims = {claim.sentence: claim for claim in analysis.attributions}
    return tuple(
        (found, _is_saying(texts[found.sentence], found, claims.get(found.sentence)))
        for found in analysis.dates
        if found.value
    )


def _narrowed(by_value: dict[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    """The times of one statement, each with its sentences: a wider one is given up for the only one that it holds."""
    kept = {value: list(saying) for value, saying in by_value.items()}
    for value in sorted(by_value, key=oldest_first):
        within = [other for other in kept if holds(value, other)]
        if len(within) == 1 and set(kept[within[0]]).isdisjoint(kept[value]):
            kept[within[0]] += kept.pop(value)
    return kept.items()


def _is_saying(text: str, date: DateExpression, claim: Attribution | None) -> bool:
    """Whether a date stands beside the verb by which a sentence is somebody's claim."""
    if claim is None or claim.voice == "outlet" or not claim.cue or _OF_SOMETHING.match(text, date.end):
        return False
    source = re.escape(claim.source_text) if claim.source_text else ""
    for match in re.finditer(rf"\b{re.escape(claim.cue)}\b(?: {source})?", text[: date.start]):
        pattern = _UP_TO_DATE_TOLD if claim.cue in _TOLD else _UP_TO_DATE
        if pattern.fullmatch(text, match.end(), date.start):
            return True
    cue = re.escape(claim.cue)
    if re.compile(rf"{_BEFORE_VERB}{cue}\b").match(text, date.end):
        return True
    opens = _OPENING.match(text[: date.start]) and source
    return bool(opens) and re.compile(rf"{_OPENED}{source}{_ASIDE}{cue}\b").match(text, date.end) is not None


def _outlook(value: str, claim: Attribution | None, reported: str, before: str) -> Literal["", "expected", "possible"]:
    """`before`: the words of the sentence before the date."""
    if reported and first_day(value) > reported:
        return "possible" if claim and claim.modality == "possible" else "expected"
    if not claim or claim.modality not in _BEFORE or (reported and not _BEFORE[claim.modality].search(before)):
        return ""  # `met on Sunday, and may meet again`
    if claim.modality == "possible":
        return "possible"
    return "" if reported and last_day(value) < reported else "expected"  # `will cut jobs after a loss last year`
