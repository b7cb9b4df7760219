"""Who and what is named: mentions of all articles, merged by the thing they name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model import Entity, EntityKind, Mention
from sitegen.text import digest, slug

from .corpus import Corpus
from .vocabulary import SAME_NAME

_SHORT_FORMS = {"us": "usa", "usa": "usa", "america": "usa", "uk": "uk", "britain": "uk", "un": "un", "eu": "eu"}
_PARTICLES = frozenset("a an the of and for in on de la von van der al".split())


@dataclass(frozen=True, slots=True)
class EntityOptions:
    """How freely spellings are merged."""

    spelling_distance: int = 2
    """Edits between two last names behind the same first name (Zelensky, Zelenskyy)."""
    spelling_length: int = 6
    """Letters a last name needs before edits are allowed: Kim and Kin are two families."""


def merge_mentions(corpus: Corpus, options: EntityOptions) -> tuple[Entity, ...]:
    """All that is named, by id. An entity's mentions come by article, then position.

    Method: decision 0006, names: last name to the only full name that has it; same first name with nearly the same last
    name; acronym to the name that spells it; a table for country names. Known failures: father and son; two people
    of one last name, of whom one is never named in full.
    """
    mentions = [mention for line in corpus.lines for mention in line.mentions]
    by_form: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_form.setdefault(_form(mention.text), []).append(mention)
    kinds = {form: _majority(found) for form, found in by_form.items()}
    target = _targets(kinds, Counter(_form(mention.text) for mention in mentions), options)
    merged: dict[str, list[Mention]] = {}
    for mention in mentions:
        merged.setdefault(_final(_form(mention.text), target), []).append(mention)
    return _with_distinct_ids([_entity(found) for _, found in sorted(merged.items())])


def _form(text: str) -> str:
    """A name as it is compared: no `the`, no dots in acronyms."""
    words = text.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    joined = " ".join(words)
    lower = tuple(joined.lower().split())
    if lower in SAME_NAME:
        return SAME_NAME[lower]
    plain = joined.replace(".", "") if joined.count(".") > 1 or joined.isupper() else joined
    return _SHORT_FORMS.get(plain.lower(), plain) if plain.isupper() or len(plain) > 3 else plain


def _majority(mentions: Iterable[Mention]) -> EntityKind:
    counts = Counter(mention.kind for mention in mentions)
    return min(counts, key=lambda kind: (-counts[kind], kind == "other", kind))


def _targets(kinds: dict[str, EntityKind], counts: Counter[str], options: EntityOptions) -> dict[str, str]:
    """Form → the form it is another spelling of."""
    target: dict[str, str] = {}
    people = sorted(form for form in kinds if kinds[form] == "person" and " " in form)
    by_first: dict[str, list[str]] = {}
    for form in people:
        by_first.setdefault(form.split()[0].casefold(), []).append(form)
    for same_first in by_first.values():
        ranked = sorted(same_first, key=lambda form: (-counts[form], form))
        for i, form in enumerate(ranked):
            near = (f for f in ranked[:i] if f not in target and _is_variant(form, f, options))
            if (found := next(near, None)) is not None:
                target[form] = found
    by_last: dict[str, set[str]] = {}
    for form in people:
        parts = form.split()
        for start in range(1, len(parts)):  # "Leyen" and "von der Leyen" both name Ursula von der Leyen
            by_last.setdefault(" ".join(parts[start:]).casefold(), set()).add(_final(form, target))
    for form in sorted(kinds):
        full = by_last.get(form.casefold(), set())
        if form not in people and len(full) == 1:
            target[form] = next(iter(full))
    spelled: dict[str, set[str]] = {}
    for form in sorted(kinds):
        if kinds[form] != "person" and " " in form:
            initials = "".join(word[0] for word in form.split() if word.lower() not in _PARTICLES)
            spelled.setdefault(initials, set()).add(form)
    for form in sorted(kinds):
        full = spelled.get(form, set())
        if len(form) >= 3 and form.isupper() and len(full) == 1 and form not in target:
            target[form] = next(iter(full))
    return target


def _is_variant(one: str, other: str, options: EntityOptions) -> bool:
    last, other_last = one.rsplit(maxsplit=1)[-1].casefold(), other.rsplit(maxsplit=1)[-1].casefold()
    if last == other_last:
        return True  # with or without a middle name
    if min(len(last), len(other_last)) < options.spelling_length:
        return False
    return edit_distance(last, other_last, options.spelling_distance) <= options.spelling_distance


def edit_distance(one: str, other: str, limit: int) -> int:
    """Insertions, deletions and replacements between two words; `limit` + 1 when there are more than `limit`.

    Method: Wagner and Fischer, The string-to-string correction problem (1974).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return min(row[-1], limit + 1)


def _final(form: str, target: dict[str, str]) -> str:
    seen = {form}
    while form in target and target[form] not in seen:
        form = target[form]
        seen.add(form)
    return form


def _entity(mentions: list[Mention]) -> Entity:
    counts = Counter(mention.text for mention in mentions)
    forms = tuple(sorted(counts, key=lambda text: (-counts[text], -len(text), text)))
    kind = _majority(mentions)
    # People go by their full name; everything else by what it is mostly called.
    full = [form for form in forms if " " in form] if kind == "person" else []
    name = (full or forms)[0]
    return Entity(id=slug(name, "name"), name=name, kind=kind, forms=forms, mentions=tuple(mentions))


def _with_distinct_ids(entities: list[Entity]) -> tuple[Entity, ...]:
    """Entities by id; every one of several that share a slug takes a digest of its forms, so that none moves."""
    counts = Counter(entity.id for entity in entities)
    made = [
        entity
        if counts[entity.id] == 1
        else Entity(
            f"{entity.id}-{digest(' '.join(sorted(entity.forms)))}",
            entity.name,
            entity.kind,
            entity.forms,
            entity.mentions,
        )
        for entity in entities
    ]
    return tuple(sorted(made, key=lambda entity: entity.id))
