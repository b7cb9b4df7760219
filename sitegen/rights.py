"""Rights: what of an article may be published. Of a `cited` one, its title and the sentences that pages print.

What the desk drops is withheld from all pages but its article's, too.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import partial

from sitegen.model import Actor, Analysis, Arrival, Article, Briefing, Entity, Ruling


def within_rights(briefing: Briefing) -> Briefing:
    """The briefing without the names, quotations, dates and numbers of sentences whose words are withheld, or that are
    dropped."""
    restricted = withheld(briefing)
    gone = {sentence.id for withdrawn in briefing.withdrawn for sentence in withdrawn.analysis.sentences}
    hidden = restricted.union(briefing.dropped, gone)
    if not hidden:
        return briefing

    def shown(analysis: Analysis) -> Analysis:
        if hidden.isdisjoint(sentence.id for sentence in analysis.sentences):
            return analysis
        return replace(
            analysis,
            mentions=tuple(mention for mention in analysis.mentions if mention.sentence not in hidden),
            quotes=tuple(quote for quote in analysis.quotes if quote.sentence not in hidden),
            dates=tuple(date for date in analysis.dates if date.sentence not in hidden),
            numbers=tuple(number for number in analysis.numbers if number.sentence not in hidden),
        )

    texts = {s.id: s.text for a in briefing.analyses if is_restricted(a.article) for s in a.sentences}
    kept = tuple(entity for entity in map(partial(_unless_hidden, hidden=hidden), briefing.entities) if entity.mentions)
    # Each side prints words of its sentences: without one of them there is nothing to set against the other.
    differences = tuple(d for d in briefing.differences if not any(hidden & {*s.sentences} for s in d.sides))
    unnamed = {entity.id for entity in briefing.entities} - {entity.id for entity in kept}
    unnamed |= {d.id for d in briefing.differences} - {d.id for d in differences}
    # That a sentence is dropped may be said; what was decided on words in it has these words.
    unseen = restricted | unnamed
    return replace(
        briefing,
        analyses=tuple(shown(analysis) for analysis in briefing.analyses),
        entities=kept,
        actors=tuple(actor for actor in briefing.actors if _may_show(actor, hidden, texts)),
        rulings=tuple(ruling for ruling in briefing.rulings if not _is_unseen(ruling, unseen, hidden)),
        differences=differences,
    )


def _unless_hidden(entity: Entity, hidden: frozenset[str]) -> Entity:
    """A name without its mentions in sentences that are hidden."""
    mentions = tuple(mention for mention in entity.mentions if mention.sentence not in hidden)
    return entity if len(mentions) == len(entity.mentions) else replace(entity, mentions=mentions)


def arrivals_within_rights(arrivals: Iterable[Arrival], briefing: Briefing) -> tuple[Arrival, ...]:
    """What became of the files, without passages that a withdrawn article has in common with others."""
    gone = {withdrawn.decision.article for withdrawn in briefing.withdrawn}
    return tuple(
        replace(
            arrival,
            overlaps=tuple(
                replace(overlap, here="", there="") if stand_in in gone else overlap
                for (stand_in, _), overlap in zip(arrival.duplicates, arrival.overlaps, strict=False)
            ),
        )
        if any(stand_in in gone for stand_in, _ in arrival.duplicates)
        else arrival
        for arrival in arrivals
    )


def _is_unseen(ruling: Ruling, unseen: Set[str], hidden: Set[str]) -> bool:
    return ruling.id in unseen or (ruling.about in ("speaker", "date") and ruling.id in hidden)


def _may_show(actor: Actor, hidden: frozenset[str], texts: Mapping[str, str]) -> bool:
    """Whether the words for an actor are none of a sentence whose words are withheld; `texts` are of such articles."""
    return actor.sentence not in hidden and actor.text in texts.get(actor.sentence, actor.text)


def withheld(briefing: Briefing) -> frozenset[str]:
    """The ids of the sentences and blocks whose words must not be published."""
    restricted = [analysis for analysis in briefing.analyses if is_restricted(analysis.article)]
    if not restricted:
        return frozenset()
    left_out = {fate.sentence for fate in briefing.fates if fate.kind == "left-out"}
    sentences = {s.id for analysis in restricted for s in analysis.sentences if s.id in left_out}
    # A block's words are those of its sentences, cited or not; only the title is not one of them.
    blocks = {b.id for analysis in restricted for b in analysis.article.blocks if b.role != "title"}
    return frozenset(sentences | blocks)


def is_restricted(article: Article) -> bool:
    return article.metadata.rights == "cited"
