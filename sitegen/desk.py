"""Desk: the decisions of `editorial.yml`, carried out on what the articles say, and those that match nothing any more.

Sentences first (dates, then speakers), then names; `link` merges and splits names, where all articles meet, and carries
out what is decided on articles, statements, topics and differences: of these only what no longer matches is told here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sitegen.desk_places import SHOWN, Places, span_of, stale
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
    SentenceRef,
)
from sitegen.reasons import Reason, worded
from sitegen.text import closest, digest, normalise

_MOST_MEANT = 50
"""Stale names for which a closest one is looked for: to look among all the names of a folder takes a while."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the articles say, as the desk has it."""

    analyses: tuple[Analysis, ...]
    """In the order they came."""
    rulings: tuple[Ruling, ...]
    """On dates and speakers, and names that are dropped; the others are `link`'s."""
    decisions: Decisions
    """Those that `link` carries out, without what is stale in them."""


def decide(analyses: Sequence[Analysis], decisions: Decisions) -> Outcome[Decided]:
    """What the articles say, with the decisions on dates, speakers, and the kind or drop of names carried out.

    Problems: `decision-stale`, a warning, for every decision, or spelling or sentence in one, that matches nothing. The
    attribution of sentences stays as `analyse` found it: it is what the text says.
    """
    if decisions == Decisions():
        return Outcome(Decided(tuple(analyses), (), decisions))
    path = decisions.path
    places = Places(analyses)
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
        decided = _spoken_by(speaker.speaker)
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
            rulings.append(Ruling("name", what, printed, worded("not a name"), None, name.because))
    changed = tuple(_with_dates(_with_names(analysis, names), dates) for analysis in analyses)
    matching = _matching(decisions, places, problems)
    problems.sort(key=lambda problem: problem.line)
    return Outcome(Decided(changed, tuple(rulings), matching), tuple(problems))


def _matching(decisions: Decisions, places: Places, problems: list[Problem]) -> Decisions:
    """The decisions on topics, statements, differences and articles, without what is not there."""

    def live(references: Iterable[SentenceRef], line: int) -> tuple[SentenceRef, ...]:
        kept: list[SentenceRef] = []
        for reference in references:
            if places.is_there(reference):
                kept.append(reference)
            else:
                problems.append(places.stale_reference(reference, line, decisions.path))
        return tuple(kept)

    topics = [
        replace(
            topic,
            add=live(topic.add, topic.line),
            move=live(topic.move, topic.line),
            remove=live(topic.remove, topic.line),
            split=tuple(replace(part, sentences=live(part.sentences, topic.line)) for part in topic.split),
        )
        for topic in decisions.topics
    ]
    statements = [replace(one, sentences=live(one.sentences, one.line)) for one in decisions.statements]
    differences = [replace(one, sentences=live(one.sentences, one.line)) for one in decisions.differences]
    articles = [article for article in decisions.articles if places.has_article(article.article)]
    problems += (
        places.stale_article(article.article, article.line, decisions.path)
        for article in decisions.articles
        if not places.has_article(article.article)
    )
    asked = {article.line: bool(article.sentences) for article in articles}
    kept = (replace(article, sentences=live(article.sentences, article.line)) for article in articles)
    return replace(
        decisions,
        topics=tuple(topics),
        statements=tuple(s for s in statements if len(s.sentences) >= (2 if s.verb in ("same", "not_same") else 1)),
        differences=tuple(d for d in differences if len(d.sentences) > 1),
        # One whose sentences are all gone is about none of what is there, not about all of it.
        articles=tuple(article for article in kept if article.sentences or not asked[article.line]),
    )


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

    mentions = tuple(filter(None, map(changed, analysis.mentions)))
    return analysis if mentions == analysis.mentions else replace(analysis, mentions=mentions)


def _with_dates(analysis: Analysis, decisions: dict[str, list[DateDecision]]) -> Analysis:
    """An analysis whose dates are those decided, where there are any, in place of all that overlap them."""
    here = [sentence for sentence in analysis.sentences if sentence.id in decisions]
    if not here:
        return analysis
    dates = list(analysis.dates)
    for sentence in here:
        for decision in decisions[sentence.id]:
            start, end = span_of(sentence, decision.words)
            dates = [date for date in dates if date.sentence != sentence.id or date.end <= start or end <= date.start]
            if decision.value:
                words = sentence.text[start:end]
                dates.append(DateExpression(sentence.id, start, end, words, decision.value, _basis(decision.because)))
    order = {sentence.id: place for place, sentence in enumerate(analysis.sentences)}
    return replace(analysis, dates=tuple(sorted(dates, key=lambda date: (order[date.sentence], date.start))))


def _spoken_by(speaker: str | None) -> Reason:
    return worded("spoken by %(words)s", words=speaker) if speaker else worded("speaker unclear")


def _basis(because: Because) -> Reason:
    decision = worded("the desk’s decision")
    if because.why:
        decision = worded("%(decision)s: %(words)s", decision=decision, words=because.why)
    by = ", ".join(filter(None, (because.by, because.on)))
    return worded("%(decision)s (%(words)s)", decision=decision, words=by) if by else decision


def _date_ruling(decision: DateDecision) -> Ruling:
    decided = worded("dated %(day)s", day=decision.value) if decision.value else worded("no date")
    return Ruling("date", decision.sentence, decision.words, decided, decision.value, decision.because)


def _stale_name(
    decision: NameDecision, spellings: Mapping[str, str], meant: Mapping[str, str | None], path: str
) -> Iterator[Problem]:
    """A problem for each spelling that no article has as a name. `meant`: the closest to it, as identity sees it."""
    for spelling in _spellings(decision):
        if normalise(spelling) not in spellings:
            near = meant.get(spelling)
            hint = f"did you mean “{spellings[near]}”?" if near else "spellings stand on the pages of names."
            message = f"no article has the name “{spelling[:SHOWN]}”"
            if spelling != decision.name:
                message += f", which is decided on with “{decision.name[:SHOWN]}”"
            yield stale(path, decision.line, message, f"{hint} Correct it, or take it out")


def _spellings(decision: NameDecision) -> tuple[str, ...]:
    return (decision.name, *decision.aliases, *decision.not_same_as)
