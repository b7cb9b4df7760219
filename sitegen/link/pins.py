"""What a topic and an affair are known by, so that what belongs to them can be told from one article alone."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model import PinnedAffair, PinnedTopic

from .corpus import Line
from .phrases import Phrase
from .similar import Similarity, Vector, unit
from .subjects import Subject, profile
from .words import COMMON_STEMS

_HEAVIEST_OF_TOPIC = 24  # stems: the rest of a direction is noise, and would stand in every diff
_HEAVIEST_OF_AFFAIR = 100
_DIGITS = 3
_BACKGROUND = 200.0  # sentences of general English, as in `SimilarOptions`; counts of a folder would move with it
_COMMON = math.log((_BACKGROUND + 1) / (_BACKGROUND * 0.015 + 1))
_TELLING = math.log((_BACKGROUND + 1) / (_BACKGROUND * 0.0005 + 1))


def pins_of(subjects: Sequence[Subject], similarity: Similarity, affair: str) -> tuple[PinnedTopic, ...]:
    """What subjects are known by from now on. They have no ids yet."""
    named = sorted({index for subject in subjects for index in subject.anchored})
    lines = similarity.corpus.lines
    vectors = {index: without_people_and_places(lines[index], similarity.vector(index)) for index in named}
    return tuple(
        replace(pin_of(subject, affair), weights=heaviest(profile(subject.anchored, vectors), _HEAVIEST_OF_TOPIC))
        for subject in subjects
    )


def pin_of(subject: Subject, affair: str) -> PinnedTopic:
    """What a subject is called, and what sentences that name it hold; without its direction and an id."""
    names = tuple(dict.fromkeys((subject.phrase.stems, *subject.names)))
    return PinnedTopic("", subject.phrase.title, affair, subject.other_wordings, names, {})


def subject_of(pin: PinnedTopic, anchored: frozenset[int]) -> Subject:
    """A pinned topic among those that are found. `anchored`: the sentences that name it now."""
    phrase = Phrase(
        stems=pin.names[0] if pin.names else (),
        title=pin.title,
        wordings=pin.aliases,
        lines=anchored,
        stated=frozenset(),
        headed=frozenset(),
        in_headings=0,
        in_titles=0,
        is_name=False,
    )
    return Subject(phrase, (), anchored, 0.0, pin.names)


def affair_of(id_: str, articles: Mapping[str, Vector]) -> PinnedAffair:
    """What an affair is known by. `articles`: their ids and directions, each of length 1."""
    total: Vector = {}
    for _, vector in sorted(articles.items()):
        for stem, value in vector.items():
            total[stem] = total.get(stem, 0.0) + value
    return PinnedAffair(id_, tuple(sorted(articles)), heaviest(total, _HEAVIEST_OF_AFFAIR))


def local_vector(line: Line) -> Vector:
    """The direction of a sentence, without persons and places, by weights that no other sentence can move."""
    emphases: dict[str, float] = {}
    for token in line.tokens:
        emphases[token.stem] = max(token.emphasis, emphases.get(token.stem, 0.0))
    vector = {stem: emphases[stem] * (_COMMON if stem in COMMON_STEMS else _TELLING) for stem in line.stems}
    return without_people_and_places(line, vector)


def without_people_and_places(line: Line, vector: Vector) -> Vector:
    """A sentence's vector without the persons and places in it: in one story they turn up under every subject."""
    names = [(mention.start, mention.end) for mention in line.mentions if mention.kind in ("person", "place")]
    named = {token.stem for token in line.tokens if any(start <= token.start < end for start, end in names)}
    return unit({stem: value for stem, value in vector.items() if stem not in named})


def heaviest(vector: Vector, count: int) -> dict[str, float]:
    """The direction of `vector` over its heaviest stems, by stem, rounded as a file would hold it."""
    kept = sorted(vector, key=lambda stem: (-vector[stem], stem))[:count]
    direction = unit({stem: vector[stem] for stem in sorted(kept)})
    return {stem: rounded for stem, value in direction.items() if (rounded := round(value, _DIGITS))}
