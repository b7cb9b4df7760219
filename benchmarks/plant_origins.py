"""Plants copies and rewrites of articles that others wrote, to measure how well they are found again.

Known limits: a word is replaced by some other word of the same article, not by one that means the same; that is all
one to a comparison of words, and says nothing of one that knows meanings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.articles import analysis_of, article_of
from sitegen.model import Analysis, Sentence

_OPENING = "This is what we know so far, as far as it has been confirmed."


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What an editor does to another's text; quotations stay as they are."""

    every: int
    """One word in so many is another one; 0: none."""
    dropped: float
    """Chance that a sentence is left out."""
    moved: float
    """Chance that a sentence changes places with the next."""
    kept: float = 1.0
    """Share of the text, from its beginning, that there was room for."""


KINDS = {
    "copies": Rewrite(every=0, dropped=0.0, moved=0.0, kept=0.7),
    "light rewrites": Rewrite(every=12, dropped=0.2, moved=0.25),
    "heavy rewrites": Rewrite(every=5, dropped=0.4, moved=0.25),
}


def rewritten(name: str, text: str, how: Rewrite) -> str:
    """The same text as another outlet might print it; the same every time."""
    random = Random(f"{name} {how}")
    analysis = analysis_of(article_of(name, text))
    vocabulary = sorted(set(re.findall(r"\w+", text)))
    kept = analysis.sentences[: max(1, round(how.kept * len(analysis.sentences)))]
    lines = [
        "".join(_edited(sentence, analysis, vocabulary, how, random))
        for sentence in kept
        if random.random() >= how.dropped
    ]
    for index in range(len(lines) - 1):
        if random.random() < how.moved:
            lines[index], lines[index + 1] = lines[index + 1], lines[index]
    return "\n".join([_OPENING, *lines])


def _edited(
    sentence: Sentence, analysis: Analysis, vocabulary: list[str], how: Rewrite, random: Random
) -> Iterator[str]:
    quoted = [(quote.start, quote.end) for quote in analysis.quotes if quote.sentence == sentence.id]
    turn = random.randrange(how.every or 1)
    for number, word in enumerate(re.finditer(r"\w+|\W+", sentence.text)):
        is_quoted = any(start <= word.start() < end for start, end in quoted)
        if how.every and number // 2 % how.every == turn and word[0][0].isalnum() and not is_quoted:
            yield random.choice(vocabulary)
        else:
            yield word[0]
