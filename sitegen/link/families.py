"""Words of one family: `territory` and `territorial`, `member` and `membership`."""

from collections.abc import Iterable

from .corpus import Corpus
from .words import COMMON_STEMS

FEWEST_LETTERS = 5
"""That words of one family begin with."""
_LONGEST_ENDING = 5  # letters


class Families:
    """Which sentences hold a word or one of its family."""

    def __init__(self, corpus: Corpus):
        self._lines: dict[str, set[int]] = {}
        for line in corpus.lines:
            # The words of reporting as well: "the Lind report" is named by one.
            for stem in {token.stem for token in line.tokens if token.stem}:
                self._lines.setdefault(stem, set()).add(line.index)
        self.stems = sorted(self._lines)
        self._by_start: dict[str, list[str]] = {}
        for stem in self.stems:
            self._by_start.setdefault(stem[:FEWEST_LETTERS], []).append(stem)
        self._found: dict[str, frozenset[int]] = {}

    def of(self, stems: tuple[str, ...]) -> frozenset[int]:
        """Sentences that hold each of `stems`, or a word of its family."""
        return frozenset.intersection(*(self._of_one(stem) for stem in stems))

    def _of_one(self, stem: str) -> frozenset[int]:
        if stem not in self._found:
            # A common word brings in sentences on anything: `politicise` may not stand for `politics`.
            is_common = stem in COMMON_STEMS
            kin = (
                other
                for other in self._by_start.get(stem[:FEWEST_LETTERS], ())
                if other == stem or (is_kin(stem, other) and (is_common or other not in COMMON_STEMS))
            )
            self._found[stem] = frozenset(index for s in kin for index in self._lines[s])
        return self._found[stem]


def has_kin(stem: str, others: Iterable[str]) -> bool:
    """Whether one of `others` is of the family of `stem`."""
    start = stem[:FEWEST_LETTERS]
    if len(start) == FEWEST_LETTERS:
        for other in others:  # a loop: this is asked for every word of every pair of sentences
            if other.startswith(start) and is_kin(stem, other):
                return True
    return False


def is_kin(one: str, other: str) -> bool:
    """Whether two stems are of one family: one begins with the other, save its last letter; five letters in common.

    What is longer by more than an ending is a compound, and names something else (`Verkehr`, `Verkehrsminister`).

    Known failures: `commun` (communication, community); `extens` and `extent`.
    """
    shorter = min(len(one), len(other))
    if shorter < FEWEST_LETTERS or abs(len(one) - len(other)) > _LONGEST_ENDING:
        return False
    begins = max(FEWEST_LETTERS, shorter - 1)
    return one[:begins] == other[:begins]
