"""Whether one sentence says all that another says."""

import math
from bisect import bisect_left
from collections.abc import Set
from typing import NamedTuple

from sitegen.model import Modality, NumberExpression

from .comparable import are_of_other_days
from .families import FEWEST_LETTERS, is_kin
from .name_forms import likeness
from .similar import Similarity
from .synonyms import classes_of
from .tellings import People, Telling, Unit, telling
from .times import share_time

# The model: weights of what an alignment finds, fitted to labelled pairs (decision 0017).
_COVERED = 2.6  # the share of its content that the other has, in the same words, kindred ones or synonyms
_VERBS = 1.7  # the same share of its verbs
_ORDER = 2.7  # the share of its content that the other has in the same order
_ALIKE = 1.6  # the score of the similarity
_VERBATIM = 1.6  # the share of its words that the other has in a row
_NAME = -0.5  # a name that the other does not have
_MOST_NAMES = 3
_BIAS = -5.7

# What speaks against it, however alike the two are.
_FEWEST_WORDS = 5  # of a sentence; fewer are a fragment, and others say it only in the same words
_FEWEST = 3  # solid units in common, below which little else is
_NEARLY_VERBATIM = 0.8  # of the words in a row, or score: then fewer will do
_CLAUSE = 12  # words in a row, above which two sentences may share a clause and nothing else
_TOLD = 0.4  # of the rest, in weight: then they share more than that clause
_LONGEST = 3.5  # times as many units: what they have in common may stand in clauses that are on other things
_HALF = 0.5  # of the words in a row: then a longer sentence has them in one clause

_KIN = 0.9  # of a word, for one of its family
_SYNONYM = 0.8
_AHEAD: frozenset[Modality] = frozenset({"expected", "possible"})
_BEHIND: frozenset[Modality] = frozenset({"happened", "denied"})
_BOUNDED = frozenset({"at least", "more than", "at most"})
_NAMED = frozenset({"person", "organisation", "place"})


class _Match(NamedTuple):
    degree: float
    place: int
    """Index of the unit there; -1: none, or several together."""


_NO_MATCH = _Match(0.0, -1)


class _Evidence(NamedTuple):
    """What an alignment finds, save the share of words in a row, which takes longest to find."""

    covered: float
    verbs: float
    order: float
    score: float
    names: int

    def degree(self, verbatim: float) -> float:
        """In [0, 1]; it rises with the share of words in a row."""
        total = (
            _BIAS
            + _COVERED * self.covered
            + _VERBS * self.verbs
            + _ORDER * self.order
            + _ALIKE * self.score
            + _VERBATIM * verbatim
            + _NAME * min(self.names, _MOST_NAMES)
        )
        return 1 / (1 + math.exp(-total))


class Entailment:
    """Which sentences of a corpus say all that others say. `least`: a smaller degree is worked out no further than to
    know that it is smaller, and counts as 0."""

    def __init__(self, similarity: Similarity, least: float = 0.0):
        self.similarity = similarity
        self._least = least
        self._claims = {claim.sentence: claim for a in similarity.corpus.analyses for claim in a.attributions}
        self._people = People(similarity.corpus)
        self._tellings: dict[int, Telling] = {}
        self._degrees: dict[tuple[int, int], float] = {}

    def degree(self, said: int, by: int) -> float:
        """How surely `by` says all that `said` says, in [0, 1]; 0 where something speaks against it.

        Sentences of the same words say the same, however short they are.
        Method: decision 0017: a linear model over what an alignment of the two finds, behind conditions that each of
        its wrong joins had in common. Known failures: who did what to whom, told in the same words; a pronoun that
        stands for somebody else; what the synonyms do not have.
        """
        key = (said, by)
        if key not in self._degrees:
            self._degrees[key] = self._degree(said, by)
        return self._degrees[key]

    def _degree(self, said: int, by: int) -> float:
        one, other = self._telling(said), self._telling(by)
        if one.words == other.words:
            return 1.0
        if len(one.words) < _FEWEST_WORDS or not one.units or self.similarity.conflict(said, by) is not None:
            return 0.0
        found = _matches(one, other)
        missing = [unit for unit, match in zip(one.units, found, strict=True) if not match.degree]
        score = self.similarity.score(said, by)
        solid = sum(unit.is_solid for unit, match in zip(one.units, found, strict=True) if match.degree)
        common = sum(map(other.vocabulary.__contains__, one.words)) / len(one.words)  # no share in a row is larger
        if solid < _FEWEST and max(score, common) < _NEARLY_VERBATIM:
            return 0.0
        evidence = _Evidence(
            covered=_share(one, found),
            verbs=_share(one, found, verbs_only=True),
            order=_longest_rise([match.place for match in found if match.place >= 0]) / len(one.units),
            score=score,
            names=sum(unit.kind == "name" and unit.is_solid for unit in missing),
        )
        if evidence.degree(verbatim=common) < self._least:
            return 0.0
        row = longest_run(one.words, other.words)
        verbatim = len(row) / len(one.words)
        degree = evidence.degree(verbatim)
        if degree < self._least or (solid < _FEWEST and max(score, verbatim) < _NEARLY_VERBATIM):
            return 0.0
        if self._is_at_odds(said, by, missing) or _is_part_untold(one, found, row):
            return 0.0
        if verbatim < _HALF and (len(other.units) + 1) > (len(one.units) + 1) * _LONGEST:
            return 0.0
        modalities = {one.modality, other.modality}
        if verbatim < _NEARLY_VERBATIM and modalities & _AHEAD and modalities & _BEHIND:
            return 0.0
        if verbatim < _NEARLY_VERBATIM and _tell_of_other_acts(one, found, other):
            return 0.0
        return degree

    def _is_at_odds(self, said: int, by: int, missing: list[Unit]) -> bool:
        """Whether the other has another number, day or name. `missing`: what of `said` it does not have."""
        if any(unit.is_count for unit in missing):
            return True
        here, there = self.similarity.corpus.lines[said], self.similarity.corpus.lines[by]
        if are_of_other_days(here, there):
            return True
        is_ahead = {self._telling(index).modality for index in (said, by)} <= _AHEAD
        if is_ahead and here.dates and there.dates and not share_time(here.dates, there.dates):
            return True
        kinds = {unit.named for unit in missing if unit.kind == "name" and not unit.is_cited} & _NAMED
        if not kinds:
            return False
        other = self._telling(by)
        back = _matches(other, self._telling(said))
        return any(
            unit.kind == "name" and unit.named in kinds and not match.degree
            for unit, match in zip(other.units, back, strict=True)
        )

    def _telling(self, index: int) -> Telling:
        if index not in self._tellings:
            line = self.similarity.corpus.lines[index]
            claim = self._claims.get(line.sentence.id)
            self._tellings[index] = telling(line, self.similarity.weight, claim, self._people)
        return self._tellings[index]


def _matches(said: Telling, by: Telling) -> list[_Match]:
    """For each unit of `said`, what of `by` answers it. What is said twice is answered by two."""
    taken: set[int] = set()
    found: list[_Match] = []
    for unit, keys in zip(said.units, said.keys, strict=True):
        match = _NO_MATCH
        if not keys.isdisjoint(by.answers):
            match = _match(unit, by, taken)
            taken.add(match.place)
        found.append(match)
    # `UAE` there answers the three words here.
    for short in sorted(by.acronyms & said.short_forms):
        names = [at for at, unit in enumerate(said.units) if unit.kind == "name"]
        for first in range(len(names) - len(short) + 1):
            run = names[first : first + len(short)]
            if "".join(said.units[at].text[0] for at in run) == short:
                for at in run:
                    found[at] = _Match(1.0, -1)
    return found


def _match(unit: Unit, by: Telling, taken: Set[int]) -> _Match:
    if unit.number is not None:
        for place, other in enumerate(by.units):
            if place not in taken and other.number is not None and are_compatible(unit.number, other.number):
                return _Match(1.0, place)
        return _NO_MATCH
    if unit.acronym in by.short_forms:
        return _Match(1.0, -1)
    for place in by.by_stem.get(unit.stem, ()):
        if place not in taken and _may_be_one(unit, by.units[place]):
            return _Match(1.0, place)
    for place in by.by_start.get(unit.stem[:FEWEST_LETTERS], ()):
        kin = by.units[place].stem
        if place not in taken and kin != unit.stem and is_kin(unit.stem, kin):
            return _Match(_KIN, place)
    synonyms = classes_of(unit.stem) if unit.kind != "name" else ()
    places = {place for name in synonyms for place in by.by_class.get(name, ())} - taken
    return _Match(_SYNONYM, min(places)) if places else _NO_MATCH


def _is_part_untold(said: Telling, found: list[_Match], row: range) -> bool:
    """Whether two sentences share a clause to the word, and the rest of `said` is of something else.

    `row`: the places of the words that they share.
    """
    if len(row) < _CLAUSE:
        return False
    rest = [(u, m) for u, m in zip(said.units, found, strict=True) if u.place not in row and not u.is_cited]
    solid = sum(unit.is_solid for unit, _ in rest)
    told = math.fsum(unit.weight * match.degree for unit, match in rest)
    return solid >= _FEWEST and told < _TOLD * math.fsum(unit.weight for unit, _ in rest)


def _tell_of_other_acts(one: Telling, found: list[_Match], other: Telling) -> bool:
    """Whether the first verbs of two tellings answer none of the other: `are left in the tanks`, `were pumped out`.

    `found`: what of `other` answers the units of `one`. Where one of them has no verb, that can't be told. Known
    failure: verbs that mean one thing in this sentence only, `put the magnitude at 5`, `measured magnitude 5`.
    """
    answered = next(
        (bool(match.degree) for unit, match in zip(one.units, found, strict=True) if unit.is_predicate), True
    )
    if answered:
        return False
    back = _matches(other, one)
    return not next(
        (bool(match.degree) for unit, match in zip(other.units, back, strict=True) if unit.is_predicate), True
    )


def _may_be_one(one: Unit, other: Unit) -> bool:
    """Whether two units of one stem are not two people who share a last name."""
    if one.person is None or other.person is None or " " not in one.person or " " not in other.person:
        return True
    return likeness(one.person, other.person, "person") is not None


def are_compatible(one: NumberExpression, other: NumberExpression) -> bool:
    """Whether one number may be the other: of the same unit, and some value is both; not two different lower bounds."""
    if one.unit != other.unit or (one.kind == "ordinal") != (other.kind == "ordinal"):
        return False
    if (one.low is None and one.high is None) or (other.low is None and other.high is None):
        return "vague" in (one.exactness, other.exactness) or one.text == other.text
    low, high = _bounds(one)
    least, most = _bounds(other)
    if one.exactness == other.exactness and one.exactness in _BOUNDED and (low, high) != (least, most):
        return False
    return low <= most and least <= high


def _bounds(number: NumberExpression) -> tuple[float, float]:
    low = 0.0 if number.low is None else number.low
    return low, math.inf if number.high is None else number.high


def _share(said: Telling, found: list[_Match], *, verbs_only: bool = False) -> float:
    """The share of weighted units that are answered; all of none."""
    asked = [(u, m) for u, m in zip(said.units, found, strict=True) if not verbs_only or u.kind == "verb"]
    total = math.fsum(unit.weight for unit, _ in asked)
    return math.fsum(unit.weight * match.degree for unit, match in asked) / total if total else 1.0


def _longest_rise(places: list[int]) -> int:
    """Length of the longest part of a list of places, not all of them adjacent, that rises."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> range:
    """The most words in a row that both have: their places in `one`; of several runs, the first."""
    best = range(0)
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other):
        places.setdefault(word, []).append(at)
    for end, word in enumerate(one, 1):
        row = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        if row and (longest := max(row.values())) > len(best):
            best = range(end - longest, end)
        before = row
    return best
