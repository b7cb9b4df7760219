"""Names as the desk decides on them: what the evidence joined is split, what it left apart is joined."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.model import Entity, EntityKind, Mention, NameDecision, Ruling
from sitegen.reasons import NO_REASON, Reason, in_a_row, listed, quoted, worded
from sitegen.text import digest, normalise, slug

from .corpus import Corpus

NO_SIDE = "none"
"""What the desk writes when a name stands for nothing but itself."""


def decide_names(
    entities: Sequence[Entity], decisions: Sequence[NameDecision], corpus: Corpus
) -> tuple[tuple[Entity, ...], tuple[Ruling, ...]]:
    """The names by id, and what was decided on which. In this order: all `not_same_as`, all `aliases`, kinds, names.

    `not_same_as` takes the other spelling out, with the short forms that only it has in it. An alias that is the name
    of its entity brings all of that along; any other is taken out of it. An entity keeps its id, the slug of an
    articles' spelling, when another joins it and when its display name changes: addresses stay.
    Known failure: a spelling that means two people is decided on as one.
    """
    kept = [decision for decision in decisions if not decision.drop]
    if not kept:
        return tuple(entities), ()
    names = _Names(entities, corpus)
    for decision in kept:
        for other in decision.not_same_as:
            names.part(decision.name, other)
    for decision in kept:
        for alias in decision.aliases:
            names.join(decision.name, alias)
    rulings: list[Ruling] = []
    for decision in kept:
        if entity := names.of(decision.name):  # else it is stale, which is reported
            names.show(entity, decision)
            rulings.append(_ruling(entity, decision, decision.name, _in_words(decision), decision.display_name))
            parted = ((names.of(other), other) for other in decision.not_same_as)
            words = worded("not the same as %(words)s", words=quoted(decision.name))
            rulings += (_ruling(found, decision, other, words) for found, other in parted if found)
    return names.entities(), tuple(rulings)


def _ruling(entity: Entity, decision: NameDecision, spelling: str, decided: Reason, value: str | None = None) -> Ruling:
    printed = next(form for form in entity.forms if normalise(form) == normalise(spelling))
    return Ruling("name", entity.id, printed, decided, value, decision.because)


_KINDS: Mapping[EntityKind, Reason] = {
    "person": worded("of the kind person"),
    "organisation": worded("of the kind organisation"),
    "place": worded("of the kind place"),
    "document": worded("of the kind document"),
    "event": worded("of the kind event"),
    "other": worded("of the kind other"),
}


def _in_words(decision: NameDecision) -> Reason:
    parts = (
        worded("not the same as %(words)s", words=in_a_row(map(quoted, decision.not_same_as)))
        if decision.not_same_as
        else NO_REASON,
        worded("the same as %(words)s", words=in_a_row(map(quoted, decision.aliases)))
        if decision.aliases
        else NO_REASON,
        _KINDS[decision.kind] if decision.kind else NO_REASON,
        worded("shown as “%(words)s”", words=decision.display_name) if decision.display_name else NO_REASON,
        _side_in_words(decision.side) if decision.side else NO_REASON,
    )
    return listed(filter(None, parts))


def _side_in_words(side: str) -> Reason:
    return worded("stands for itself") if side == NO_SIDE else worded("stands for “%(words)s”", words=side)


class _Names:
    """Entities, while mentions move from one to another."""

    def __init__(self, entities: Iterable[Entity], corpus: Corpus):
        self._places = {line.sentence.id: line.index for line in corpus.lines}
        self._entities: dict[str, Entity] = {}
        self._spelled: defaultdict[str, set[str]] = defaultdict(set)
        """Spelling as identity sees it → ids of the entities that have it."""
        for entity in entities:
            self._put(entity)

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self._entities[id_] for id_ in sorted(self._entities))

    def of(self, spelling: str) -> Entity | None:
        """The entity that is spelled so most often; of several the first."""
        wanted = normalise(spelling)
        found = [self._entities[id_] for id_ in sorted(self._spelled.get(wanted, ()))]
        return max(found, key=lambda e: sum(normalise(m.text) == wanted for m in e.mentions), default=None)

    def part(self, name: str, other: str) -> None:
        """Take what is spelled as `other` out of the entity of `name`."""
        entity, wanted = self.of(name), normalise(other)
        if entity is None or entity.id not in self._spelled.get(wanted, ()):
            return
        own, others = set(normalise(name).split()), set(wanted.split())
        words = {form: set(normalise(form).split()) for form in entity.forms}
        leaving = {form for form in entity.forms if words[form] <= others and not words[form] <= own}
        leaving |= {form for form in entity.forms if normalise(form) == wanted}
        out = self._take_out(entity, leaving)
        reason = worded("the desk: not the same as “%(name)s”", name=name)
        self._put(self._made(out, dict.fromkeys(leaving, reason), entity.kind))

    def join(self, name: str, alias: str) -> None:
        """Bring what is spelled as `alias` to the entity of `name`."""
        wanted = normalise(alias)
        for id_ in sorted(self._spelled.get(wanted, ())):
            entity, target = self._entities[id_], self.of(name)
            if target is None or target.id == id_:
                continue
            is_whole = normalise(entity.name) == wanted
            coming = {form for form in entity.forms if is_whole or normalise(form) == wanted}
            come = self._take_out(entity, coming)
            reason = worded("the desk: the same as “%(name)s”", name=name)
            reasons = {**_reasons(target), **dict.fromkeys(coming, reason)}
            self._drop(target)
            self._put(self._made([*target.mentions, *come], reasons, target.kind, like=target))

    def show(self, entity: Entity, decision: NameDecision) -> None:
        """Give an entity the kind and the display name that are decided."""
        kind = decision.kind or entity.kind
        self._put(replace(entity, name=decision.display_name or entity.name, kind=kind))

    def _take_out(self, entity: Entity, forms: Collection[str]) -> list[Mention]:
        """The mentions with these forms; the others stay, under another name and address if theirs is among them."""
        self._drop(entity)
        stay = [mention for mention in entity.mentions if mention.text not in forms]
        if stay:
            like = None if entity.name in forms else entity
            self._put(self._made(stay, _reasons(entity), entity.kind, like=like))
        return [mention for mention in entity.mentions if mention.text in forms]

    def _made(
        self,
        mentions: Iterable[Mention],
        reasons: Mapping[str, Reason],
        kind: EntityKind,
        *,
        like: Entity | None = None,
    ) -> Entity:
        """The entity of some mentions, with name and id of `like`, or those of its own spellings."""
        ordered = sorted(mentions, key=lambda mention: (self._places[mention.sentence], mention.start))
        counts = Counter(mention.text for mention in ordered)
        forms = tuple(sorted(counts, key=lambda text: (-counts[text], -len(text), text)))
        full = [form for form in forms if " " in form] if kind == "person" else []
        name = like.name if like else (full or forms)[0]
        id_ = like.id if like else slug(name, "name")
        if id_ in self._entities:
            id_ = f"{id_}-{digest(' '.join(sorted(forms)))}"
        why = tuple(reasons.get(form, NO_REASON) for form in forms)
        return Entity(id_, name, kind, forms, tuple(ordered), why if any(why) else ())

    def _put(self, entity: Entity) -> None:
        self._entities[entity.id] = entity
        for form in entity.forms:
            self._spelled[normalise(form)].add(entity.id)

    def _drop(self, entity: Entity) -> None:
        del self._entities[entity.id]
        for form in entity.forms:
            self._spelled[normalise(form)].discard(entity.id)


def _reasons(entity: Entity) -> dict[str, Reason]:
    return dict(zip(entity.forms, entity.reasons, strict=True)) if entity.reasons else {}
