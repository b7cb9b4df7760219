"""Which phrases are wordings of one subject."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .name_forms import initials
from .phrases import Phrase
from .similar import Similarity, Vector, dot
from .statements import Grouping
from .subjects import Subject, TopicOptions, profile
from .synonyms import classes_of


def without_made_up(subjects: list[Subject], options: TopicOptions) -> list[Subject]:
    """`subjects` without the words whose sentences are mostly named by longer phrases with that word."""
    longer: dict[str, set[int]] = {}
    for subject in subjects:
        if len(subject.phrase.stems) > 1:
            for stem in subject.phrase.stems:
                longer.setdefault(stem, set()).update(subject.anchored)
    return [
        subject
        for subject in subjects
        if len(subject.phrase.stems) > 1
        or len(subject.anchored & longer.get(subject.phrase.stems[0], set())) / len(subject.anchored) < options.made_of
    ]


def merge_wordings(
    ranked: list[Subject],
    groupings: Sequence[Grouping],
    similarity: Similarity,
    options: TopicOptions,
    pinned: Sequence[Subject] = (),
) -> list[Subject]:
    """Wordings of one subject made one, under the best of them; without those of what is `pinned`.

    A longer phrase takes over the title when nearly all that name the shorter name it too.
    """
    said_with = {index: frozenset(g.members) for g in groupings if g.companions for index in g.members}
    merged: list[Subject] = []
    places: dict[int, set[int]] = {}  # sentence → places in `merged`
    with_stem: dict[str, set[int]] = {}
    with_synonym: dict[int, set[int]] = {}
    short_or_long: dict[str, set[int]] = {}
    profiles: dict[int, Vector] = {}
    aliases = {title.casefold() for subject in pinned for title in (subject.phrase.title, *subject.other_wordings)}
    fresh = [subject for subject in ranked if subject.phrase.title.casefold() not in aliases]
    for number, subject in enumerate((*pinned, *fresh)):
        near = {place for index in subject.anchored for place in places.get(index, ())}
        near |= {place for stem in subject.phrase.stems for place in with_stem.get(stem, ())}
        near |= {place for class_ in _classes(subject.phrase) for place in with_synonym.get(class_, ())}
        near |= {place for short in _short_forms(subject.phrase) for place in short_or_long.get(short, ())}
        own = profile(subject.anchored, {index: similarity.vector(index) for index in subject.anchored})
        for place in sorted(near) if number >= len(pinned) else ():
            swapped = _stand_for_each_other(subject, merged[place], said_with)
            alike = dot(own, profiles[place])
            is_variant = are_variants(subject.phrase, merged[place].phrase) and alike >= options.alike_variants
            if is_variant or _are_one(subject, merged[place], swapped or alike >= options.alike, options):
                if place >= len(pinned):
                    merged[place] = joined(merged[place], subject)
                break
        else:
            place = len(merged)
            merged.append(subject)
            profiles[place] = own
            for stem in subject.phrase.stems:
                with_stem.setdefault(stem, set()).add(place)
            for class_ in _classes(subject.phrase):
                with_synonym.setdefault(class_, set()).add(place)
            for short in _short_forms(subject.phrase):
                short_or_long.setdefault(short, set()).add(place)
        for index in merged[place].anchored:
            places.setdefault(index, set()).add(place)
    return merged[len(pinned) :]


def _stand_for_each_other(one: Subject, other: Subject, said_with: Mapping[int, frozenset[int]]) -> bool:
    """Whether sentences that say the same name the one here and the other there: a synonym found in the folder."""
    left, right = one.anchored - other.phrase.lines, other.phrase.lines - one.anchored
    return any(said_with.get(index, frozenset()) & right for index in left)


def _are_one(subject: Subject, kept: Subject, are_alike: bool, options: TopicOptions) -> bool:
    shared = len(subject.anchored & kept.phrase.lines)
    if shared / len(subject.anchored | kept.phrase.lines) >= options.merge:
        return True
    if not _have_common_word(subject, kept):
        return False
    if shared / len(subject.anchored) >= options.nested:
        return True
    grown = len(subject.anchored | kept.anchored)
    return are_alike and grown <= options.growth * len(kept.phrase.lines)


def joined(kept: Subject, other: Subject) -> Subject:
    """`kept` with `other` as one more wording of it, and with its sentences if a word ties the two."""
    better, worse = kept.phrase, other.phrase
    if set(better.stems) < set(worse.stems) and len(worse.lines) >= 0.9 * len(better.lines):
        better, worse = worse, better
    made = replace(kept, phrase=better, others=(*kept.others, worse))
    if not (_have_common_word(kept, other) or are_variants(kept.phrase, other.phrase)):
        return made
    names = tuple(dict.fromkeys((*kept.names, *other.names)))
    return replace(made, anchored=kept.anchored | other.anchored, names=names)


def _have_common_word(one: Subject, other: Subject) -> bool:
    return not set(one.phrase.stems).isdisjoint(other.phrase.stems)


def are_variants(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases differ in nothing but a synonym ("quake", "earthquake") or a name written out ("WHO").

    Known failure: a word of several meanings ("strike"); so their sentences should be alike as well.
    """
    return _are_synonyms(one, other) or not _short_forms(one).isdisjoint(_short_forms(other))


def _are_synonyms(one: Phrase, other: Phrase) -> bool:
    if one.is_name or other.is_name or len(one.stems) != len(other.stems):
        return False
    pairs = zip(one.stems, other.stems, strict=True)
    return all(a == b or not classes_of(a).isdisjoint(classes_of(b)) for a, b in pairs)


def _classes(phrase: Phrase) -> set[int]:
    """Classes of synonyms of its last word."""
    return set(classes_of(phrase.stems[-1]))


def _short_forms(phrase: Phrase) -> frozenset[str]:
    """The acronyms that a name is, or may be shortened to: three letters or more, two fit too much."""
    if not phrase.is_name:
        return frozenset()
    title = phrase.title.replace(".", "")
    if title.isupper() and " " not in title:
        return frozenset({title}) if len(title) > 2 else frozenset()
    return frozenset(short for short in initials(phrase.title) if len(short) > 2)
