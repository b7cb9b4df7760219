"""Which sentences say the same, and which of them is printed."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from sitegen.model import Companion, Relation, Statement

from .corpus import Line
from .entailment import Entailment
from .hanging import is_pointing
from .origins import Ancestry
from .similar import Similarity
from .vocabulary import ANAPHORS
from .words import COMMON_STEMS

_OPENING = 7  # words that a reader takes in before the sentence has a subject of its own
_FEWEST_WORDS = 3  # of two sentences of the same words
_QUOTATION_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class StatementOptions:
    """When sentences are taken to say the same."""

    join: float = 0.6
    """How surely one sentence says all of the other, for the two to be one statement (decision 0017). On stories whose
    labels nothing was fitted to, single pairs at 0.5, 0.6 and 0.7 have precision .89, .91 and .95, and recall .73, .67
    and .61."""
    look: float = 0.15
    """Score of the similarity from which a pair is looked at."""
    partial: float = 0.35
    """Score that a `partial` companion needs: it is not printed, though it says something more."""
    within: float = 0.40
    """The same for two sentences of one article: it repeats its words without repeating itself."""
    shared: float = 0.38
    """Share of the content of a `partial` companion that the printed sentence must hold: else it is printed too."""
    shared_words: int = 3
    """Words with content that it has in common with it."""
    longest: int = 40
    """Words; a longer sentence is printed only if no shorter one will do."""
    shortest: int = 6
    """Words; a shorter sentence is printed only if no longer one will do."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Sentences that say the same, by index; the printed one first."""

    printed: int
    companions: tuple[int, ...] = ()
    """Printed nowhere."""
    elsewhere: tuple[int, ...] = ()
    """Sentences of other groups that say all of the printed one and more."""
    relations: Mapping[int, Relation] = field(default_factory=dict)
    """Of the companions, and of those elsewhere, with the printed one."""

    @property
    def members(self) -> tuple[int, ...]:
        return (self.printed, *self.companions)


def group_sentences(similarity: Similarity, options: StatementOptions) -> tuple[Grouping, ...]:
    """Every sentence of the corpus in exactly one group, most often alone; by printed index.

    Method: pairs of which one says all of the other (`Entailment`), surest first, complete link: it is so for every
    pair of a group. Then each sentence that is still alone may be a `partial` companion of the printed one it is most
    like. What says all of a printed sentence and stands in another group is named with it (`Grouping.elsewhere`).
    """
    return _Groups(similarity, options).made()


class _Groups:
    def __init__(self, similarity: Similarity, options: StatementOptions):
        self.similarity = similarity
        self.options = options
        self.lines = similarity.corpus.lines
        self.entailment = Entailment(similarity, options.join)
        self._tells: dict[int, bool] = {}
        self.near: dict[int, list[int]] = {}
        """Sentence → those that may say it, best first."""
        self.pairs = [
            (score, one, other)
            for score, one, other in similarity.pairs()
            if score >= options.look and (self._say_something(one, other))
        ]
        for _, one, other in self.pairs:
            self.near.setdefault(one, []).append(other)
            self.near.setdefault(other, []).append(one)

    def made(self) -> tuple[Grouping, ...]:
        group_of = self._joined()
        printed: dict[int, list[int]] = {}
        for line in self.lines:
            group = group_of.get(line.index, [line.index])
            if group[0] == line.index:
                printed[self._printed(group)] = group
        companions = {index: [other for other in group if other != index] for index, group in printed.items()}
        self._add_partial(companions)
        return tuple(self._grouping(index, tuple(sorted(companions[index]))) for index in sorted(companions))

    def _joined(self) -> dict[int, list[int]]:
        """Sentence → its group, of those that have one."""
        sure: list[tuple[float, int, int]] = []
        for score, one, other in self.pairs:
            if score < self.options.within and self.lines[one].article == self.lines[other].article:
                continue
            degree = max(self._degree(one, other), self._degree(other, one))
            if degree >= self.options.join:
                sure.append((degree, one, other))
        group_of = {index: group for group in map(list, self.similarity.twins) for index in group}
        for _, one, other in sorted(sure, key=lambda pair: (-pair[0], pair[1], pair[2])):
            left, right = group_of.get(one, [one]), group_of.get(other, [other])
            if left is not right and all(self._relation(a, b) != "partial" for a in left for b in right):
                joined = sorted(left + right)
                group_of.update((index, joined) for index in joined)
        return group_of

    def _printed(self, group: list[int]) -> int:
        """The sentence of a group to print.

        It is what the desk pins; else it is clear alone, carried in full by most articles, and neither a fragment nor
        over-long; then the one that says most of the others; ties by id.
        """

        pinned = self.similarity.pinned

        def merit(index: int) -> tuple[int, bool, int, bool, float, str]:
            line = self.lines[index]
            others = [other for other in group if other != index]
            saying = {self.lines[other].article for other in others if self._says(other, index)} - {line.article}
            said = math.fsum(self.similarity.coverage(other, by=index) for other in others)
            fits = self.options.shortest <= len(line.tokens) <= self.options.longest
            place = pinned.index(index) if index in pinned else len(pinned)
            return (place, not is_clear_alone(line), -len(saying), not fits, -said, line.sentence.id)

        return min(group, key=merit) if len(group) > 1 else group[0]

    def _add_partial(self, companions: dict[int, list[int]]) -> None:
        """Move sentences that are alone to the printed sentence that they are most like."""
        for score, one, other in self.pairs:
            if score < self.options.partial:
                break
            if one not in companions or other not in companions or (companions[one] and companions[other]):
                continue
            if score < self.options.within and self.lines[one].article == self.lines[other].article:
                continue
            if self.similarity.conflict(one, other) is not None:
                continue
            keeps = other if companions[other] else one if companions[one] else self._printed([one, other])
            goes = one if keeps == other else other
            if goes in self.similarity.pinned:
                continue
            if (
                self.similarity.coverage(goes, by=keeps) >= self.options.shared
                and self.similarity.shared(keeps, goes) >= self.options.shared_words
            ):
                companions[keeps].append(goes)
                del companions[goes]

    def _grouping(self, printed: int, companions: tuple[int, ...]) -> Grouping:
        relations = {other: self._relation(printed, other) for other in companions}
        carrying = {self.lines[i].article for i in (printed, *(o for o in companions if relations[o] != "partial"))}
        elsewhere: list[int] = []
        for other in self.near.get(printed, ()):
            if self.lines[other].article not in carrying and self._says(other, printed):
                elsewhere.append(other)
                carrying.add(self.lines[other].article)
                relations[other] = self._relation(printed, other)
        return Grouping(printed, companions, tuple(sorted(set(elsewhere) - set(companions))), relations)

    def _says(self, one: int, other: int) -> bool:
        """Whether `one` says all of `other`."""
        return self._degree(other, by=one) >= self.options.join

    def _degree(self, said: int, by: int) -> float:
        """How surely `by` says all of `said`, or a sentence that the desk takes for one of them does."""
        if self.similarity.are_parted(said, by):
            return 0.0
        if by in (same := self.similarity.readings(said)):
            return 1.0
        return max(self.entailment.degree(a, by=b) for a in same for b in self.similarity.readings(by))

    def _relation(self, printed: int, other: int) -> Relation:
        says_other, is_said = self._says(printed, other), self._says(other, printed)
        if says_other and is_said:
            return "same"
        return "entails" if says_other else "entailed" if is_said else "partial"

    def _say_something(self, one: int, other: int) -> bool:
        """Whether each has a word that not any news may hold; "Friday night." would be in a hundred others.

        The same words are the same claim, unless they are a fragment.
        """
        words = self.lines[one].plain
        if len(words) >= _FEWEST_WORDS and words == self.lines[other].plain:
            return True
        return self._is_telling(one) and self._is_telling(other)

    def _is_telling(self, index: int) -> bool:
        if index not in self._tells:
            stems = self.lines[index].stems
            self._tells[index] = any(stem not in COMMON_STEMS and stem[0].isalpha() for stem in stems)
        return self._tells[index]


def make_statements(
    groupings: Iterable[Grouping],
    similarity: Similarity,
    ancestry: Ancestry,
) -> tuple[Statement, ...]:
    """The statements that `groupings` stand for, by id."""
    return tuple(
        sorted(
            (_statement(grouping, similarity, ancestry) for grouping in groupings),
            key=lambda statement: statement.id,
        )
    )


def is_clear_alone(line: Line) -> bool:
    """Whether a reader understands a sentence without those around it.

    It begins neither with a pronoun or a connective nor with somebody's unsigned words, does not point back in its
    first words ("while details of this plan"), and ends the quotations it begins.
    """
    words, text = line.tokens, line.sentence.text
    if not words or words[0].lower in ANAPHORS or not (text[0].isalnum() or text[0] in _QUOTATION_MARKS):
        return False
    if any(is_pointing(a, b) for a, b in pairwise(words[:_OPENING])):
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    closing = max(text.find(mark, 1) for mark in _QUOTATION_MARKS)
    return text[0] not in _QUOTATION_MARKS or 0 < closing < len(text) - 2


def _statement(grouping: Grouping, similarity: Similarity, ancestry: Ancestry) -> Statement:
    lines = similarity.corpus.lines
    printed = lines[grouping.printed]
    also = tuple(
        Companion(
            sentence=lines[other].sentence.id,
            relation=grouping.relations[other],
            score=round(similarity.score(grouping.printed, other), 3),
        )
        for other in sorted((*grouping.companions, *grouping.elsewhere))
    )
    full = [lines[other].sentence for other in sorted(grouping.relations) if grouping.relations[other] != "partial"]
    least, most = ancestry.spread((printed.sentence, *full))
    return Statement(
        id=f"st.{printed.sentence.id}",
        sentence=printed.sentence.id,
        also=also,
        sources=(printed.article, *sorted({sentence.article for sentence in full} - {printed.article})),
        origins=least,
        most_origins=most,
    )
