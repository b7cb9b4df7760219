"""Which phrases are wordings of one subject."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .similar import Similarity, Vector, dot
from .statements import Grouping
from .subjects import Subject, TopicOptions, profile


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
    profiles: dict[int, Vector] = {}
    aliases = {title.casefold() for subject in pinned for title in (subject.phrase.title, *subject.other_wordings)}
    fresh = [subject for subject in ranked if subject.phrase.title.casefold() not in aliases]
    for number, subject in enumerate((*pinned, *fresh)):
        near = {place for index in subject.anchored for place in places.get(index, ())}
        near |= {place for stem in subject.phrase.stems for place in with_stem.get(stem, ())}
        own = profile(subject.anchored, {index: similarity.vector(index) for index in subject.anchored})
        for place in sorted(near) if number >= len(pinned) else ():
            swapped = _stand_for_each_other(subject, merged[place], said_with)
            if _are_one(subject, merged[place], swapped or dot(own, profiles[place]) >= options.alike, options):
                if place >= len(pinned):
                    merged[place] = _joined(merged[place], subject)
                break
        else:
            place = len(merged)
            merged.append(subject)
            profiles[place] = own
            for stem in subject.phrase.stems:
                with_stem.setdefault(stem, set()).add(place)
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


def _joined(kept: Subject, other: Subject) -> Subject:
    better, worse = kept.phrase, other.phrase
    if set(better.stems) < set(worse.stems) and len(worse.lines) >= 0.9 * len(better.lines):
        better, worse = worse, better
    joined = replace(kept, phrase=better, others=(*kept.others, worse))
    if not _have_common_word(kept, other):
        return joined
    names = tuple(dict.fromkeys((*kept.names, *other.names)))
    return replace(joined, anchored=kept.anchored | other.anchored, names=names)


def _have_common_word(one: Subject, other: Subject) -> bool:
    return not set(one.phrase.stems).isdisjoint(other.phrase.stems)
