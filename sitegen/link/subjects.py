"""What a topic is made from: a phrase, and the sentences that name it."""

from collections.abc import Mapping
from dataclasses import dataclass

from .phrases import Phrase, Stems
from .similar import Vector, unit


@dataclass(frozen=True, slots=True)
class TopicOptions:
    """How many topics, how large, how far apart.

    `largest`, `merge`, `nested`, and the bonuses are those of decision 0006, topics. The others were set by reading
    what comes out for the seeds and a dozen folders of other stories; the same folders judged them, so none is held
    out."""

    per_root: float = 5.0
    """Topics for an affair: this times the square root of its articles; nine for three, eleven for five, 35 for 50."""
    most: float = 2.0
    """How many times as many there may be, of which the last add more than they share."""
    adds: float = 0.5
    """Share of its sentences that such a one must be the first to name."""
    fewest: int = 4
    """Topics of an affair under which single words and names will do as titles."""
    named: float = 0.5
    """Share of the sentences that the subjects found should name; where they name less, general nouns come in."""
    everywhere: float = 0.75
    """Share of the articles that must name a general noun."""
    largest: float = 0.34
    """Share of all sentences that a topic may hold; one umbrella topic may hold `umbrella`."""
    umbrella: float = 0.6
    """Share of all sentences that one topic may hold: the subject of the whole folder, if it has one."""
    smallest: int = 3
    """Statements that name it, or one fewer if a heading or three articles do. Counting statements, not sentences:
    a remark that all quote is no subject."""
    known: float = 0.6
    """Share of the articles, four at least, that a single word must be named in if no heading or title names it."""
    overlap: float = 0.6
    """Share of the smaller of two topics that may also stand in the other."""
    part: float = 3.0
    """How many times larger a topic must be to stand beside one that lies within it."""
    merge: float = 0.5
    """Jaccard index of two phrases' sentences from which they are one subject."""
    nested: float = 0.75
    """Share of a phrase's sentences inside another's from which it is a wording of that one."""
    alike: float = 0.5
    """Cosine of the profiles of two phrases with a word in common from which they are one subject."""
    alike_variants: float = 0.2
    """The same of two that differ in a synonym, or in an acronym and what it stands for."""
    growth: float = 2.0
    """How many times its own sentences a phrase may come to hold by taking in others that are alike."""
    made_of: float = 0.5
    """Share of a word's sentences that longer phrases with it may name; above, they are the subjects."""
    phrase_bonus: float = 1.5
    """Factor for two words or more: they say more precisely what a page is about."""
    heading_bonus: float = 1.6
    """Factor for a subject that a heading names."""
    name_malus: float = 0.6
    """A name alone says who, not what; names have pages of their own."""
    word_malus: float = 0.4
    """A single word that no heading and no title names is seldom what an editor would print."""
    novelty: float = 0.75
    """Share of a subject's score that goes down with the share of its sentences that others already hold."""
    full_page: int = 30
    """Statements above which more of them make no better topic: in a large folder the broadest words would win."""
    full_story: int = 10
    """The same for articles."""
    weakest: float = 0.12
    """Share of the best topic's score under which nothing is chosen."""
    resemblance: float = 0.14
    """Cosine with the direction of the sentences that name a topic, from which another sentence joins it."""
    resemblance_with_word: float = 0.09
    """The same for one that holds a word of the topic's name: "the crisis", where the topic is the debt crisis."""
    resemblance_of_shared: float = 0.02
    """The same for a sentence that two articles say, whatever its words: it should stand somewhere."""
    follows: float = 0.05
    """The same for one that stands behind a sentence of the topic in its paragraph."""
    own_words: int = 2
    """Words not common in any news that a sentence needs to be placed otherwise than by naming the subject."""
    topics_a_sentence: int = 3
    """In more, a sentence would be everywhere and say little."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase that became a topic, with the sentences that name it."""

    phrase: Phrase
    others: tuple[Phrase, ...]
    """Phrases that turned out to name the same."""
    anchored: frozenset[int]
    """Indices of the sentences that name it: that hold, of one of `names`, all stems or words of their families."""
    score: float
    names: tuple[Stems, ...]
    """Of the phrase, and of those others that have a word in common with it."""

    @property
    def other_wordings(self) -> tuple[str, ...]:
        """What else the sources call it, once each."""
        texts = (*self.phrase.wordings, *(other.title for other in self.others))
        found = {text.casefold(): text for text in reversed(texts)}
        found.pop(self.phrase.title.casefold(), None)
        return tuple(reversed(found.values()))


def profile(lines: frozenset[int], vectors: Mapping[int, Vector]) -> Vector:
    """The mean direction of sentences. `vectors`: by index."""
    total: Vector = {}
    for index in sorted(lines):
        for stem, value in vectors[index].items():
            total[stem] = total.get(stem, 0.0) + value
    return unit(total)
