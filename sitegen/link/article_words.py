"""What the words of one article come to by themselves: read once, and kept until the article changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import Analysis

from .corpus import make_corpus
from .own_words import fingerprints
from .stories import count_stems

_FEWEST_WORDS = 3
"""With content; a sentence of fewer is a fragment."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An article whose words are to be read."""

    id: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """What is known of an article's words."""

    stems: Mapping[str, float]
    """How often each stands there, by its emphasis."""
    fragments: tuple[str, ...]
    """Ids of the sentences that have too few words to stand alone."""
    runs: str
    """Those of its own words, by which copies are found: `own_words.fingerprints`."""


def read_words(article: Unread, run: int) -> ArticleWords:
    """`run`: own words in a row by which copies are found."""
    corpus = make_corpus((article.analysis,))
    fragments = tuple(line.sentence.id for line in corpus.lines if len(line.stems) < _FEWEST_WORDS)
    return ArticleWords(count_stems(corpus)[article.id], fragments, fingerprints(article.analysis, run))
