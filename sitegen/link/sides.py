"""Sides: the countries that names stand for, and the actors of sentences with theirs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sitegen.each import Each, here, surely
from sitegen.errors import Problem
from sitegen.model import Actor, Analysis, Entity, EntityKind, Mention, NameDecision, Side
from sitegen.reasons import worded
from sitegen.text import closest, normalise

from .corpus import Corpus
from .countries import Standing, countries, country, owner, people, seat, with_article
from .decided import NO_SIDE
from .side_words import BODIES, NOT_ANY_MORE, OFFICIALS, ROLES

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_BEFORE = 90
"""Characters before a name that may say whose official it is."""
_OWNING = re.compile(r"['’]s? ")
_AFTER = re.compile(r", (?P<who>[^,;.()]{3,80})")
_OF = re.compile(r"\bof (?:the )?(?P<owner>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})$")
_LONGEST_ROLE = 9
"""Words: `NATO’s Supreme Allied Commander Europe, General`."""
_BETWEEN = frozenset("and or who to from with in on at by for after before said says as is was".split())
"""Words that no role has inside."""
_AGREED = 0.75
"""Share of the places that say whose official somebody is, which must agree."""
_BY_CONTEXT: tuple[EntityKind, ...] = ("person", "organisation")
"""Kinds of names that the words around them may say whose they are."""
_BY_ITS_NAME = worded("a body of it by its name")
_LEADING = frozenset("the a an two three four five six seven eight nine ten several some many senior top".split())


@dataclass(frozen=True, slots=True)
class _Placed:
    """All that decides whom a name stands for."""

    id: str
    kind: EntityKind
    forms: tuple[str, ...]
    places: tuple[tuple[Mention, str], ...]
    """Where it is mentioned, each with the sentence; of kinds for which that counts."""


def with_sides(entities: Sequence[Entity], corpus: Corpus, each: Each = here) -> tuple[Entity, ...]:
    """The entities, each with whom it stands for. `each`: who looks at single names.

    Capitals and seats of government by a table; organisations by a country in their name; persons, and
    organisations, by the words around them: `Norwegian Foreign Minister Ada Reed`. These must agree.

    Known failures: a capital that is only a place; an official who changed sides; a family with a capital's name.
    """
    texts = {line.sentence.id: line.sentence.text for line in corpus.lines}
    ids = _ids_of_countries(entities)
    placed = [_Placed(entity.id, entity.kind, entity.forms, tuple(_places(entity, texts))) for entity in entities]
    return tuple(
        replace(entity, side=_side(found[0], ids)) if found else entity
        for entity, found in zip(entities, surely(each, _standings, placed), strict=True)
    )


def _places(entity: Entity, texts: Mapping[str, str]) -> Iterator[tuple[Mention, str]]:
    if entity.kind in _BY_CONTEXT:
        yield from ((mention, texts[mention.sentence]) for mention in entity.mentions)


def decide_sides(
    entities: Sequence[Entity], decisions: Iterable[NameDecision], path: str = ""
) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """The entities with the sides that the desk states.

    Problems: `decision-unmet`, at a line of `path`, for a side that is no country, no body of countries and no name
    that articles have; it is not taken.
    """
    ids = _ids_of_countries(entities)
    spelled = {normalise(form) for entity in entities for form in (entity.name, *entity.forms)}
    by_spelling: dict[str, str] = {}
    problems: list[Problem] = []
    for decision in decisions:
        side = decision.side
        if side is None or decision.drop:
            continue
        if side == NO_SIDE or country(side) or normalise(side) in spelled:
            by_spelling[normalise(decision.name)] = side
        else:
            message = f"“{side[:60]}” is no country, no body of countries and no name that articles have"
            near = closest(side, countries())
            meant = f"did you mean “{near}”?" if near else "write a country by its English name, or none."
            remedy = f"{meant} Correct “names.{decision.name[:40]}.side”"
            problems.append(Problem("decision-unmet", "warning", message, path, decision.line, 0, remedy))
    decided = tuple(
        replace(entity, side=_decided(side, ids)) if (side := _stated(entity, by_spelling)) else entity
        for entity in entities
    )
    return decided, tuple(problems)


def _stated(entity: Entity, by_spelling: Mapping[str, str]) -> str | None:
    return next((side for form in entity.forms if (side := by_spelling.get(normalise(form)))), None)


def _decided(side: str, ids: Mapping[str, str]) -> Side | None:
    """`side` as the table of countries has it, if it has it."""
    name = country(side) or side
    return None if side == NO_SIDE else Side(name, ids.get(name), worded("the desk’s decision"))


class _Named(NamedTuple):
    """What is asked of an entity that an actor may be."""

    id: str
    country: str | None
    """That it is."""
    side: str | None
    """The country that it stands for otherwise."""


@dataclass(frozen=True, slots=True)
class _Acting:
    """An article, and the names in it."""

    id: str
    analysis: Analysis
    named: tuple[tuple[str, _Named], ...]


def find_actors(entities: Sequence[Entity], analyses: Iterable[Analysis], each: Each = here) -> tuple[Actor, ...]:
    """The actors of sentences, as far as they are known, with the entity that they are and whom they stand for. `each`:
    who goes through single articles.

    Method: the name that the words for an actor end in; without one, a country that owns them or whose people they
    are (`Norwegian officials`), if they are officials or the people themselves: a Norwegian carmaker speaks for itself.
    """
    by_article: defaultdict[str, dict[str, _Named]] = defaultdict(dict)
    for entity in entities:
        named = _Named(entity.id, _own_country(entity), entity.side.name if entity.side else None)
        for mention in entity.mentions:
            by_article[mention.sentence.rpartition(".")[0]].setdefault(mention.text, named)
    acting = [_Acting(a.article.id, a, tuple(by_article[a.article.id].items())) for a in analyses]
    return tuple(actor for found in surely(each, _actors_in, acting) for actor in found)


def _actors_in(acting: _Acting) -> tuple[Actor, ...]:
    """Those of one article, by position."""
    analysis, named = acting.analysis, dict(acting.named)
    actors: list[Actor] = []
    block: str | None = None
    earlier: dict[str, str] = {}
    for sentence, attribution in zip(analysis.sentences, analysis.attributions, strict=False):
        if sentence.block != block:
            block, earlier = sentence.block, {}
        text = attribution.actor_text
        if text is None:
            continue
        who, side = _of_text(text, named)
        words = text.removeprefix("The ").removeprefix("the ").split()
        side = side or (earlier.get(words[-1].casefold()) if who is None else None)
        if side:
            earlier.setdefault(words[-1].casefold(), side)
        actors.append(Actor(sentence.id, text, who.id if who else None, side))
    return tuple(actors)


def _ids_of_countries(entities: Iterable[Entity]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entity in entities:
        if entity.kind != "person" and (name := _own_country(entity)):
            found.setdefault(name, entity.id)
    return found


def _own_country(entity: Entity | _Placed) -> str | None:
    """The country that an entity is."""
    return next((name for form in entity.forms if (name := country(form))), None)


def _side(standing: Standing, ids: Mapping[str, str]) -> Side:
    return Side(standing.side, ids.get(standing.side), standing.reason)


def _standings(placed: _Placed) -> tuple[Standing, ...]:
    """One at most."""
    found = _standing(placed)
    return (found,) if found else ()


def _standing(entity: _Placed) -> Standing | None:
    """Whom an entity that is no country stands for."""
    if _own_country(entity):
        return None
    if entity.kind != "person":
        if found := next((found for form in entity.forms if (found := seat(form))), None):
            return found
        if found := next((found for form in entity.forms if (found := _of_name(form))), None):
            return found
    return _from_context(entity)


def _of_name(name: str) -> Standing | None:
    """Whom a body stands for by its name: `Norwegian Defence Ministry`, `Ministry of Finance of Norway`."""
    words = tuple(name.split())
    if BODIES.isdisjoint(word.lower() for word in words):
        return None
    whose = owner(words)
    if whose and whose[1] < len(words):
        return Standing(whose[0], _BY_ITS_NAME)
    of = _OF.search(name)
    if of and (named := country(of["owner"])):
        return Standing(named, _BY_ITS_NAME)
    return None


def _from_context(entity: _Placed) -> Standing | None:
    """Whom the words around its mentions say that it is an official or a body of."""
    is_person = entity.kind == "person"
    found = (_around(text, mention, is_person=is_person) for mention, text in entity.places)
    counts = Counter(whose for whose in found if whose)
    if not counts:
        return None
    whose, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if count < _AGREED * counts.total():
        return None
    named = with_article(whose)
    if is_person:
        return Standing(whose, worded("called an official of %(name)s", name=named))
    return Standing(whose, worded("called a body of %(name)s", name=named))


def _around(text: str, mention: Mention, *, is_person: bool) -> str | None:
    """The country whose official or body a name is, by the words just before it or behind it."""
    before = text[max(0, mention.start - _BEFORE) : mention.start].rstrip()
    if not is_person:
        return _owned_at_end(before, frozenset()) if BODIES & {*mention.text.lower().split()} else None
    if found := _owned_at_end(before.rstrip(","), ROLES):
        return found
    after = _AFTER.match(text, mention.end)
    if not after:
        return None
    words = tuple(after["who"].removeprefix("the ").removeprefix("a ").split())
    rest = {word.lower() for word in words}
    if ROLES.isdisjoint(rest) or any(word.startswith(NOT_ANY_MORE) for word in rest):
        return None
    whose = _owner_or_seat(words)
    if whose and words[-1].lower() in ROLES and all(word.islower() for word in words[whose[1] :]):
        return whose[0]
    of = _OF.search(after["who"])
    return country(of["owner"]) if of and words[0].islower() else None


def _owned_at_end(text: str, nouns: frozenset[str]) -> str | None:
    """The country that owns the role that a text ends in, one of `nouns`; without any, that it ends in itself."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    for index in range(max(0, len(words) - _LONGEST_ROLE), len(words)):
        if not words[index][0].isupper():
            continue
        whose = _owner_or_seat(tuple(words[index:]))
        if not whose:
            continue
        rest = [word.lower().rstrip(".") for word in words[index + whose[1] :]]
        clause = text[spans[index][0] :]
        has_role = bool(rest) and rest[-1] in nouns | {"general"} and not nouns.isdisjoint(rest)
        is_broken = not _BETWEEN.isdisjoint(rest) or any(_is_past(word) for word in words[index + whose[1] :])
        if not (has_role if nouns else not rest) or is_broken or re.search("[;:,()]", clause):
            continue
        if any(word.startswith(NOT_ANY_MORE) for word in (*rest, words[index - 1].lower() if index else "")):
            return None
        return whose[0]
    return None


def _is_past(word: str) -> bool:
    return word.islower() and word.endswith("ed")


def _owner_or_seat(words: tuple[str, ...]) -> tuple[str, int] | None:
    """As `owner`, and `Kremlin`, `White House` and the like: whoever they send speaks for the country."""
    if whose := owner(words):
        return whose
    for count in (3, 2, 1):
        found = seat(" ".join(words[:count]).removesuffix("’s").removesuffix("'s"))
        if len(words) > count and found and not found.is_capital:
            return found.side, count
    return None


def _of_text(text: str, named: Mapping[str, _Named]) -> tuple[_Named | None, str | None]:
    """The entity that the words for an actor are or end in, and the side of it, or else of the words."""
    ending = (form for form in sorted(named, key=lambda form: (-len(form), form)) if text.endswith(f" {form}"))
    entity = named.get(text) or next((named[form] for form in ending), None)
    if entity:
        return entity, entity.country or entity.side
    if side := _of_words(text):
        return None, side
    owning = named.get(_OWNING.split(text, maxsplit=1)[0]) if _OWNING.search(text) else None
    if owning and owning.side and not (OFFICIALS | BODIES).isdisjoint(text.lower().split()):
        return None, owning.side  # `Ada Reed’s government`
    return None, None


def _of_words(text: str) -> str | None:
    """Whom officials, a body or a people stand for by the words for them."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in _LEADING:
        words.pop(0)
    if named := country(" ".join(words)):
        return named
    if standing := seat(" ".join(words)):
        return standing.side
    whose = _owner_or_seat(tuple(words))
    if not whose:
        return None
    rest = {word.lower().rstrip(",") for word in words[whose[1] :]}
    if rest and rest.isdisjoint(OFFICIALS | BODIES | ROLES):
        return None
    if not rest and not people(words[0]):
        return None
    return whose[0]
