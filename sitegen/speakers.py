"""Speakers: which of the names of a briefing speaks each quotation, and which names have a page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.each import Each, here, surely
from sitegen.model import Briefing, Entity, EntityKind, Quote, Ruling
from sitegen.text import normalise

_KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place"})
_ARTICLES = 2
"""A name that one article has and nobody quotes is on that article's page already; its own page would repeat it."""
_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St)\.?|(?:Vice )?(?:President|Chairman|Chairwoman"
    r"|Speaker)|Prime|Foreign|Minister|Mayor|Senator|Governor|Secretary|Chancellor|Judge|Justice|Representative"
    r"|Congress(?:man|woman)|King|Queen|Prince|Princess|Pope|Sir|Lord|Lady|Attorney|General|former|then|late|the)"
)
# a spokesman for (former President) Lind; people close to (Ada) Lind
_GOVERNED = re.compile(
    r"\b\w[\w’'-]* (?:of|for|to|with|by|from|at|in|on|behind|against|about|under|representing|near|who) "
    rf"(?:{_TITLE} ){{0,4}}(?P<word>[A-Z][\w’'-]* )?$"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) \w")


class _Named(NamedTuple):
    """A form of a name in an article."""

    form: str
    entity: str
    """Its id."""
    is_person: bool


@dataclass(frozen=True, slots=True)
class _Quoting:
    """An article with quotations, and the names in it."""

    id: str
    quotes: tuple[Quote, ...]
    named: tuple[_Named, ...]


def find_speakers(briefing: Briefing, each: Each = here) -> dict[Quote, Entity | None]:
    """Each quotation, by article, then position → the entity that speaks it; None: not named. `each`: who goes through
    single articles.

    What the desk states stands above the words for a speaker.
    """
    stated = stated_speakers(briefing)
    spelled = _spelled(briefing.entities) if stated else {}
    entities = {entity.id: entity for entity in briefing.entities}
    named: defaultdict[str, dict[tuple[str, str], _Named]] = defaultdict(dict)
    for entity in briefing.entities:
        is_person = entity.kind == "person"
        for mention in entity.mentions:
            form = mention.text
            named[mention.sentence.rpartition(".")[0]].setdefault((form, entity.id), _Named(form, entity.id, is_person))
    quoting = [
        _Quoting(analysis.article.id, analysis.quotes, tuple(named[analysis.article.id].values()))
        for analysis in briefing.analyses
        if analysis.quotes
    ]
    return {
        quote: spelled.get(normalise(stated[quote].value or ""))
        if quote in stated
        else entities[speaker]
        if speaker
        else None
        for article, speakers in zip(quoting, surely(each, _speakers_in, quoting), strict=True)
        for quote, speaker in zip(article.quotes, speakers, strict=True)
    }


def _speakers_in(quoting: _Quoting) -> tuple[str | None, ...]:
    """The id of the entity that speaks each quotation of an article."""
    return tuple(_speaker(quote, quoting.named) for quote in quoting.quotes)


def names_with_page(entities: Iterable[Entity], speaking: Iterable[Entity | None]) -> dict[str, Entity]:
    """Id → a name that is worth a page: several articles have it, or its own words are quoted (`speaking`)."""
    quoted = {entity.id for entity in speaking if entity}
    return {
        entity.id: entity
        for entity in entities
        if entity.kind in _KINDS
        and (
            entity.id in quoted
            or len({mention.sentence.rpartition(".")[0] for mention in entity.mentions}) >= _ARTICLES
        )
    }


def stated_speakers(briefing: Briefing) -> dict[Quote, Ruling]:
    """The quotations on whose speaker the desk decided."""
    rulings = {(ruling.id, ruling.words): ruling for ruling in briefing.rulings if ruling.about == "speaker"}
    quotes = (quote for analysis in briefing.analyses for quote in analysis.quotes) if rulings else ()
    found = ((quote, rulings.get((quote.sentence, quote.text))) for quote in quotes)
    return {quote: ruling for quote, ruling in found if ruling}


def _spelled(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Spelling as identity sees it → the entity that has it; of several a person, then the one that is named most."""
    found: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda entity: (entity.kind != "person", -len(entity.mentions), entity.id)):
        for spelling in (entity.name, *entity.forms):
            found.setdefault(normalise(spelling), entity)
    found.pop("", None)
    return found


def _speaker(quote: Quote, named: Sequence[_Named]) -> str | None:
    """The entity that a quotation's speaker is: the last person named in the words for it, else the name they end in.

    `Ukraine’s negotiator Rustem Umerov` is Umerov; `the U.S. officials` are not the U.S.; nor is somebody the speaker
    whom a preposition or a possessive makes part of who it is: `a spokesman for Ada Lind`, `Ada Lind’s lawyer`. A
    quotation that goes on may name its speaker sentences before: so `named` is all of the article. Known failure: two
    people who speak as one.
    """
    words = quote.speaker_text
    if words is None:
        return None
    others = {one.form for one in named if not one.is_person}
    best: tuple[bool, int, int] = (False, 0, 0)
    speaker: str | None = None
    for form, entity, is_person in named:
        if form not in words:
            continue  # most are not, and a search for whole words costs a hundred times as much
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", words):
            rank = (is_person, match.end(), len(form))
            is_speaker = _is_head(words, match, others) if rank[0] else match.end() == len(words)
            if rank > best and is_speaker:
                best, speaker = rank, entity
    return speaker


def _is_head(words: str, name: re.Match[str], others: Set[str]) -> bool:
    """Whether a name in the words for a speaker is who speaks, not somebody whom the speaker belongs to or knows.

    After a comma, and after the name of a place or body (`others`), stands another name of the same: `the head of the
    harbour, Ada Lind`; `the mayor of Vessel Ada Lind`.
    """
    if _POSSESSIVE.match(words, name.end()):
        return False
    governed = _GOVERNED.search(words[: name.start()].rpartition(", ")[2])
    return governed is None or (governed["word"] or "").strip() in others
