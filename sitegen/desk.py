"""Desk: the decisions of `editorial.yml`, carried out on what the articles say, and those that match nothing any more.

Sentences first (dates, then speakers), then names; `link` merges and splits names, where all articles meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sitegen.errors import Outcome, Problem
from sitegen.model import (
    Analysis,
    Because,
    DateDecision,
    DateExpression,
    Decisions,
    Mention,
    NameDecision,
    Ruling,
    Sentence,
    SpeakerDecision,
)
from sitegen.text import closest, digest, line_of, normalise

_SHOWN = 60
_MOST_MEANT = 50
"""Stale names for which a closest one is looked for: to look among all the names of a folder takes a while."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the articles say, as the desk has it."""

    analyses: tuple[Analysis, ...]
    """In the order they came."""
    rulings: tuple[Ruling, ...]
    """On dates and speakers, and names that are dropped; those on other names are `link`'s."""


def decide(analyses: Sequence[Analysis], decisions: Decisions, path: str) -> Outcome[Decided]:
    """What the articles say, with the decisions on dates, speakers, and the kind or drop of names carried out.

    Problems: `decision-stale`, a warning at a line of `path`, for every decision, or spelling in one, that matches
    nothing. The attribution of sentences stays as `analyse` found it: it is what the text says.
    """
    if decisions == Decisions():
        return Outcome(Decided(tuple(analyses), ()))
    places = _Places(analyses)
    problems: list[Problem] = []
    rulings: list[Ruling] = []
    dates: dict[str, list[DateDecision]] = defaultdict(list)
    for date in decisions.dates:
        if problem := places.stale_date(date, path):
            problems.append(problem)
        else:
            dates[date.sentence].append(date)
            rulings.append(_date_ruling(date))
    for speaker in decisions.speakers:
        quoted = places.quoted(speaker)
        if not quoted:
            problems.append(places.stale_speaker(speaker, path))
        decided = f"spoken by {speaker.speaker}" if speaker.speaker else "speaker unclear"
        rulings += (
            Ruling("speaker", speaker.sentence, words, decided, speaker.speaker, speaker.because) for words in quoted
        )
    spellings = {normalise(mention.text): mention.text for a in analyses for mention in a.mentions}
    names: list[NameDecision] = []
    unknown = (s for name in decisions.names for s in _spellings(name) if normalise(s) not in spellings)
    meant = {s: closest(normalise(s), spellings) for s in islice(dict.fromkeys(unknown), _MOST_MEANT)}
    for name in decisions.names:
        problems += _stale_name(name, spellings, meant, path)
        printed = spellings.get(normalise(name.name))
        if printed is None:
            continue  # nothing that is stale does anything
        names.append(name)
        if name.drop:
            what = f"name-{digest(normalise(name.name))}"
            rulings.append(Ruling("name", what, printed, "not a name", None, name.because))
    changed = tuple(_with_dates(_with_names(analysis, names), dates) for analysis in analyses)
    problems.sort(key=lambda problem: problem.line)
    return Outcome(Decided(changed, tuple(rulings)), tuple(problems))


def _with_names(analysis: Analysis, decisions: Iterable[NameDecision]) -> Analysis:
    """An analysis without the names that are dropped, each other with the kind that was decided."""
    rules = {
        normalise(spelling): decision
        for decision in decisions
        if decision.drop or decision.kind
        for spelling in (decision.name, *decision.aliases)
    }
    if not rules:
        return analysis

    def changed(mention: Mention) -> Mention | None:
        rule = rules.get(normalise(mention.text))
        if rule is None:
            return mention
        return None if rule.drop else replace(mention, kind=rule.kind or mention.kind)

    return replace(analysis, mentions=tuple(filter(None, map(changed, analysis.mentions))))


def _with_dates(analysis: Analysis, decisions: dict[str, list[DateDecision]]) -> Analysis:
    """An analysis whose dates are those decided, where there are any, in place of all that overlap them."""
    here = [sentence for sentence in analysis.sentences if sentence.id in decisions]
    if not here:
        return analysis
    dates = list(analysis.dates)
    for sentence in here:
        for decision in decisions[sentence.id]:
            start, end = _span(sentence, decision.words)
            dates = [date for date in dates if date.sentence != sentence.id or date.end <= start or end <= date.start]
            if decision.value:
                words = sentence.text[start:end]
                dates.append(DateExpression(sentence.id, start, end, words, decision.value, _basis(decision.because)))
    order = {sentence.id: place for place, sentence in enumerate(analysis.sentences)}
    return replace(analysis, dates=tuple(sorted(dates, key=lambda date: (order[date.sentence], date.start))))


def _span(sentence: Sentence, words: str) -> tuple[int, int]:
    """Where `words` first stand in a sentence; (-1, -1): nowhere."""
    start = sentence.text.find(words)
    return (start, start + len(words)) if words and start >= 0 else (-1, -1)


def _basis(because: Because) -> str:
    why = f": {because.why}" if because.why else ""
    by = ", ".join(filter(None, (because.by, because.on)))
    return f"the desk’s decision{why}{f' ({by})' if by else ''}"


def _date_ruling(decision: DateDecision) -> Ruling:
    decided = f"dated {decision.value}" if decision.value else "no date"
    return Ruling("date", decision.sentence, decision.words, decided, decision.value, decision.because)


def _stale(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem("decision-stale", "warning", message, path, line, 0, remedy)


def _stale_name(
    decision: NameDecision, spellings: Mapping[str, str], meant: Mapping[str, str | None], path: str
) -> Iterator[Problem]:
    """A problem for each spelling that no article has as a name. `meant`: the closest to it, as identity sees it."""
    for spelling in _spellings(decision):
        if normalise(spelling) not in spellings:
            near = meant.get(spelling)
            hint = f"did you mean “{spellings[near]}”?" if near else "spellings stand on the pages of names."
            message = f"no article has the name “{spelling[:_SHOWN]}”"
            if spelling != decision.name:
                message += f", which is decided on with “{decision.name[:_SHOWN]}”"
            yield _stale(path, decision.line, message, f"{hint} Correct it, or take it out")


def _spellings(decision: NameDecision) -> tuple[str, ...]:
    return (decision.name, *decision.aliases, *decision.not_same_as)


class _Places:
    """Where sentences, quotations and words stand: to match decisions, and to say where what they meant may be now."""

    def __init__(self, analyses: Iterable[Analysis]):
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._sentences = {s.id: s for analysis in self._analyses.values() for s in analysis.sentences}

    def quoted(self, decision: SpeakerDecision) -> list[str]:
        """The quotations of the sentence that have the words, as printed, each once."""
        wanted = normalise(decision.words)
        return list(dict.fromkeys(text for text in self._quotes(decision.sentence) if normalise(text) == wanted))

    def stale_speaker(self, decision: SpeakerDecision, path: str) -> Problem:
        quotes = self._quotes(decision.sentence)
        if decision.sentence not in self._sentences:
            return self._moved(decision, path)
        near = closest(decision.words, quotes)
        others = f"it quotes “{(near or quotes[0])[:_SHOWN]}”" if quotes else "it quotes nothing"
        message = f"the sentence {decision.sentence} does not quote “{decision.words[:_SHOWN]}”"
        return _stale(path, decision.line, message, f"{others}; correct the words, or take the decision out")

    def stale_date(self, decision: DateDecision, path: str) -> Problem | None:
        sentence = self._sentences.get(decision.sentence)
        if sentence is None:
            return self._moved(decision, path)
        start, end = _span(sentence, decision.words)
        dates = [d for d in self._analyses[sentence.article].dates if d.sentence == sentence.id]
        if start >= 0 and (decision.value or any(d.start < end and start < d.end for d in dates)):
            return None
        near = f"it dates “{dates[0].text[:_SHOWN]}”; " if dates else ""
        what = "has no date" if start >= 0 else "has no words"
        message = f"the sentence {decision.sentence} {what} “{decision.words[:_SHOWN]}”"
        return _stale(path, decision.line, message, f"{near}correct the words, or take the decision out")

    def _quotes(self, sentence: str) -> list[str]:
        analysis = self._analyses.get(sentence.rpartition(".")[0])
        return [quote.text for quote in analysis.quotes if quote.sentence == sentence] if analysis else []

    def _moved(self, decision: SpeakerDecision | DateDecision, path: str) -> Problem:
        """That a sentence is gone: its words were changed, as its id has their digest, or its article is not there."""
        id_ = decision.sentence.rpartition(".")[0]
        analysis = self._analyses.get(id_)
        if analysis is None:
            near = closest(id_, self._analyses)
            meant = f"did you mean “{near}”?" if near else "`sitegen explain FILE:LINE` shows ids."
            message = f"there is no sentence {decision.sentence[:_SHOWN]}, nor an article “{id_[:_SHOWN]}”"
            return _stale(path, decision.line, message, f"{meant} Correct it, or take the decision out")
        now = next((s for s in analysis.sentences if _span(s, decision.words)[0] >= 0), None)
        message = f"no sentence of its article has the id {decision.sentence[:_SHOWN]}: its words have changed"
        if now is None:
            return _stale(
                path, decision.line, message, f"no sentence there has “{decision.words[:_SHOWN]}”; take it out"
            )
        line = line_of(analysis.article.text, now.start)
        remedy = f"if it is the one on line {line} now, write: sentence: {now.id}"
        return _stale(path, decision.line, message, remedy)
