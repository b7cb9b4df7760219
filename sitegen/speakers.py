"""Speakers: which of the names of a briefing speaks each quotation."""

import re
from collections import defaultdict
from collections.abc import Iterable

from sitegen.model import Briefing, Entity, Mention, Quote


def find_speakers(briefing: Briefing) -> dict[Quote, Entity | None]:
    """Each quotation, by article, then position → the entity that speaks it; None: not named."""
    in_article: defaultdict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for entity in briefing.entities:
        for mention in entity.mentions:
            in_article[mention.sentence.rpartition(".")[0]].append((mention, entity))
    return {
        quote: _speaker(quote, in_article[analysis.article.id])
        for analysis in briefing.analyses
        for quote in analysis.quotes
    }


def _speaker(quote: Quote, named: Iterable[tuple[Mention, Entity]]) -> Entity | None:
    """The entity that a quotation's speaker is: the last person named in the words for it, else the name they end in.

    `Ukraine’s negotiator Rustem Umerov` is Umerov; `the U.S. officials` are not the U.S. A quotation that goes on may
    name its speaker sentences before: so `named` is all of the article. Known failure: two people who speak as one.
    """
    words = quote.speaker_text
    if words is None:
        return None
    best: tuple[bool, int, int] = (False, 0, 0)
    speaker: Entity | None = None
    for mention, entity in named:
        if mention.text not in words:
            continue  # most are not, and a search for whole words costs a hundred times as much
        for match in re.finditer(rf"(?<!\w){re.escape(mention.text)}(?!\w)", words):
            rank = (entity.kind == "person", match.end(), len(mention.text))
            if rank > best and (entity.kind == "person" or match.end() == len(words)):
                best, speaker = rank, entity
    return speaker
