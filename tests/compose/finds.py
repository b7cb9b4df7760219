"""Names, quotations and dates, put by hand into the briefing of a literal world."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sitegen.model import Briefing, DateExpression, Entity, EntityKind, Mention, Quote
from sitegen.reasons import as_it_is
from sitegen.text import slug
from tests.world import World


def bare(world: World) -> Briefing:
    """The briefing of a world, without anything that the program found in its sentences."""
    briefing = world.briefing()
    return replace(briefing, analyses=tuple(replace(a, mentions=(), quotes=(), dates=()) for a in briefing.analyses))


def name(briefing: Briefing, kind: EntityKind, *forms: str) -> Briefing:
    """`briefing`, with an entity wherever one of `forms` stands. The first is its name."""
    either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    mentions = tuple(Mention(*place, kind) for place in _places(briefing, rf"\b(?:{either})(?!\w)"))
    entity = Entity(slug(forms[0]), forms[0], kind, forms, mentions)
    return replace(briefing, entities=tuple(sorted((*briefing.entities, entity), key=lambda e: e.id)))


def quote(briefing: Briefing, words: str, speaker: str | None) -> Briefing:
    """`briefing`, with a quotation wherever `words` stand."""
    found = [Quote(*place, speaker, None) for place in _places(briefing, re.escape(words))]
    return replace(
        briefing,
        analyses=tuple(
            replace(a, quotes=(*a.quotes, *(q for q in found if q.sentence.startswith(f"{a.article.id}.s"))))
            for a in briefing.analyses
        ),
    )


def date(briefing: Briefing, words: str, value: str | None, basis: str) -> Briefing:
    """`briefing`, with an expression of time wherever `words` stand."""
    found = [DateExpression(*place, value, as_it_is(basis)) for place in _places(briefing, re.escape(words))]
    return replace(
        briefing,
        analyses=tuple(
            replace(a, dates=(*a.dates, *(d for d in found if d.sentence.startswith(f"{a.article.id}.s"))))
            for a in briefing.analyses
        ),
    )


def _places(briefing: Briefing, pattern: str) -> Iterator[tuple[str, int, int, str]]:
    """Sentence, start, end, words: wherever `pattern` matches."""
    for analysis in briefing.analyses:
        for sentence in analysis.sentences:
            for match in re.finditer(pattern, sentence.text):
                yield sentence.id, match.start(), match.end(), match[0]
