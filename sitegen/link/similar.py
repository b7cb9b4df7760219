"""How alike two sentences are: vectors, the index that finds candidates, the score of a pair."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sitegen.model import StatementDecision

from .contrasts import Particulars, are_opposed, conflict, leaning, particulars
from .corpus import Corpus, Line
from .families import has_kin
from .words import COMMON_STEMS, REPORTING_STEMS

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class SimilarOptions:
    """What makes two sentences candidates."""

    all_pairs_up_to: int = 1_000
    """Sentences; below it every pair with a word in common is scored (decision 0006, scale)."""
    keys: int = 10
    """Above it, a sentence is found under this many of its rarest stems (decision 0006, scale)."""
    longest_list: int = 120
    """Above it, a stem of more sentences finds nobody. A constant, not a share, so that a sentence has a bounded
    number of candidates."""
    floor: float = 0.12
    """Cosine of stems under which a pair is not looked at further."""
    background: float = 200.0
    """Sentences of general English that the word counts of the folder are mixed with, so that in two articles of
    one story its subject still weighs something. Average precision on SuperPAL: .760 with 50, .751 with 200, .731
    with 1,000; on MRPC .878, .877, .874. The options of statements and topics were set with 200."""


_MOST_WORDS = 10_000  # of which the 4-grams are held
_COMMON_RATE = 0.015  # of sentences of general English that hold a given common word: order of magnitude
_RARE_RATE = 0.0005  # the same for any other word


class Similarity:
    """Scores of pairs of the sentences of a corpus.

    Sentences are named by their index. Scores do not depend on their order.
    Method: decision 0006, statements: mean of the cosines of tf-idf vectors over stems and over character 4-grams
    inside words, corrected by `contrasts.leaning`. 4-grams did as well as 3- to 5-grams (average precision on SuperPAL
    .744 against .742) at a third of the work."""

    def __init__(self, corpus: Corpus, options: SimilarOptions):
        self.corpus = corpus
        self.options = options
        self.index_of = {line.sentence.id: line.index for line in corpus.lines}
        self._held_by: Counter[str] | None = None
        self._weights: dict[str, float] = {}
        self._contents: dict[int, Vector] = {}
        self._vectors: dict[int, Vector] = {}
        self._grams: dict[int, Vector] = {}
        self._particulars: dict[int, Particulars] = {}
        self._scores: dict[tuple[int, int], float] = {}
        self._pairs: tuple[tuple[float, int, int], ...] | None = None

    @property
    def _sentences_with(self) -> Counter[str]:
        """How many sentences hold a stem. Counted when it is asked for: of most affairs nothing is, once they are
        known."""
        if self._held_by is None:
            self._held_by = Counter(chain.from_iterable(set(line.stems) for line in self.corpus.lines))
        return self._held_by

    def weight(self, stem: str) -> float:
        """How much a stem tells: minus the logarithm of the share of sentences that hold it, smoothed."""
        weight = self._weights.get(stem)
        if weight is None:
            rate = _COMMON_RATE if stem in COMMON_STEMS else _RARE_RATE
            background = self.options.background
            seen = self._sentences_with[stem] + background * rate
            weight = self._weights[stem] = math.log((len(self.corpus.lines) + background + 1) / (seen + 1))
        return weight

    @property
    def decided(self) -> tuple[StatementDecision, ...]:
        """What the desk decided on its sentences."""
        return ()

    @property
    def gone(self) -> frozenset[str]:
        """Ids of articles of which all sentences are dropped."""
        return frozenset()

    @property
    def twins(self) -> tuple[tuple[int, ...], ...]:
        """Groups of sentences that the desk takes for one statement."""
        return ()

    @property
    def pinned(self) -> tuple[int, ...]:
        """Sentences that the desk wants printed, first of all the first."""
        return ()

    def readings(self, index: int) -> tuple[int, ...]:
        """The sentences that a sentence says the same as by decision, itself among them."""
        return (index,)

    def are_parted(self, _one: int, _other: int) -> bool:
        """Whether the desk says that two sentences do not say the same."""
        return False

    def score(self, one: int, other: int) -> float:
        """How alike two sentences are, in [0, 1]."""
        key = (one, other) if one < other else (other, one)
        if key not in self._scores:
            a, b = key
            raw = (dot(self.vector(a), self.vector(b)) + dot(self._gram_vector(a), self._gram_vector(b))) / 2
            raw += leaning(self.particulars(a), self.particulars(b)) if raw > 0 else 0.0
            self._scores[key] = min(1.0, max(0.0, raw))
        return self._scores[key]

    def content(self, index: int) -> Vector:
        """The stems of a sentence with their weight there."""
        if index not in self._contents:
            self._contents[index] = self._weighted(self.corpus.lines[index])
        return self._contents[index]

    def vector(self, index: int) -> Vector:
        """Of a sentence over stems, of length 1."""
        if index not in self._vectors:
            self._vectors[index] = unit(self.content(index))
        return self._vectors[index]

    def conflict(self, one: int, other: int) -> str | None:
        """Why two sentences can't say the same, in words; None if nothing speaks against it."""
        return conflict(self.particulars(one), self.particulars(other))

    def are_opposed(self, one: int, other: int) -> bool:
        """Whether two sentences tell of opposites."""
        return are_opposed(self.particulars(one), self.particulars(other))

    def particulars(self, index: int) -> Particulars:
        if index not in self._particulars:
            self._particulars[index] = particulars(self.corpus.lines[index])
        return self._particulars[index]

    def coverage(self, said: int, by: int) -> float:
        """The share of the weighted content of `said` that is also in `by`, in [0, 1].

        Words of one family count as the same (`negotiate`, `negotiators`).
        """
        here, there = self.content(said), self.content(by)
        total = math.fsum(here.values())
        shared = math.fsum(weight for stem, weight in here.items() if stem in there or has_kin(stem, there))
        return shared / total if total else 0.0

    def shared(self, one: int, other: int) -> int:
        """How many stems of `one` are, they or their families, in `other`."""
        there = self.content(other)
        return sum(stem in there or has_kin(stem, there) for stem in self.content(one))

    def shares_more_than_names(self, one: int, other: int) -> bool:
        """Whether a word that is no name is in both; a sentence of names alone has none to share."""
        here = {token.stem for token in self.corpus.lines[one].tokens if token.stem and not token.is_name}
        there = {token.stem for token in self.corpus.lines[other].tokens if token.stem and not token.is_name}
        return any(stem in there or has_kin(stem, there) for stem in here)

    def pairs(self) -> tuple[tuple[float, int, int], ...]:
        """Score and indices of all pairs worth a look, best first."""
        if self._pairs is None:
            found = [(self.score(a, b), a, b) for a, b in self._candidates()]
            self._pairs = tuple(sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2])))
        return self._pairs

    def forget(self) -> None:
        """Let go of whatever can be made again when it is asked for: a folder has many affairs, and each is compared
        once."""
        for made in (self._weights, self._contents, self._vectors, self._grams, self._particulars, self._scores):
            made.clear()
        self._pairs = None

    def _candidates(self) -> list[tuple[int, int]]:
        """Pairs whose stem vectors have a cosine over the floor, through an inverted index."""
        is_large = len(self.corpus.lines) > self.options.all_pairs_up_to
        lists: dict[str, list[tuple[int, float]]] = {}
        found: list[tuple[int, int]] = []
        for index in range(len(self.corpus.lines)):
            vector = self.vector(index)
            products: dict[int, float] = {}
            keys = sorted(vector, key=lambda stem: (-self.weight(stem), stem))
            for stem in keys[: self.options.keys] if is_large else keys:
                postings, own = lists.setdefault(stem, []), vector[stem]
                if not is_large or self._sentences_with[stem] <= self.options.longest_list:
                    for other, value in postings:
                        products[other] = products.get(other, 0.0) + value * own
                    postings.append((index, own))
            found += ((other, index) for other, product in products.items() if product >= self.options.floor)
        return sorted(found)

    def _weighted(self, line: Line) -> Vector:
        counts: dict[str, int] = {}
        emphases: dict[str, float] = {}
        for token in line.tokens:
            if token.stem and token.stem not in REPORTING_STEMS:  # as `Line.stems`
                counts[token.stem] = counts.get(token.stem, 0) + 1
                emphases[token.stem] = max(token.emphasis, emphases.get(token.stem, 0.0))
        return {s: (1 + math.log(n)) * self.weight(s) * emphases[s] for s, n in counts.items()}

    def _gram_vector(self, index: int) -> Vector:
        """Over the character 4-grams of the content words, each as heavy as its word."""
        if index not in self._grams:
            vector: Vector = {}
            for token in self.corpus.lines[index].tokens:
                if token.stem:
                    weight = self.weight(token.stem) * token.emphasis
                    for gram in _grams(token.lower):
                        vector[gram] = vector.get(gram, 0.0) + weight
            self._grams[index] = unit(vector)
        return self._grams[index]


def dot(one: Vector, other: Vector) -> float:
    """The scalar product; of vectors of length 1, their cosine."""
    if len(other) < len(one):
        one, other = other, one
    # Sums of floats depend on their order: a dict keeps that of the text, and callers put the lower index first.
    product = 0.0
    for key in filter(other.__contains__, one):
        product += one[key] * other[key]
    return product


def unit(vector: Vector) -> Vector:
    """`vector` brought to length 1; the empty one stays."""
    length = math.sqrt(math.fsum([value * value for value in vector.values()]))
    return {key: value / length for key, value in vector.items()} if length else {}


@lru_cache(_MOST_WORDS)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + 4] for i in range(max(1, len(padded) - 3)))
