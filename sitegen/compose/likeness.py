"""Likeness: which other statement of a topic to compare one with that stands in the words of one article."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sitegen.languages import language_for
from sitegen.model import Statement, Topic
from sitegen.text import normalise

from .corpus import Corpus

_LIKE = 0.25
"""Cosine from which two statements are alike."""
_FEWEST = 3
"""Words that they share at least."""
_LENGTH = 5
"""Letters of a word that are compared: `opposed` and `opposition` are one."""
_WORD = re.compile(r"\w{3,}")


def likenesses(corpus: Corpus, topic: Topic) -> Mapping[str, Statement]:
    """The id of each statement of one article → the statement of other articles that is most like it, if one is.

    Method: cosine of the sets of their words, cut to five letters, each as heavy as its inverse document frequency in
    the topic (Salton & Buckley 1988). Nothing outside of the topic counts: an article that says nothing of it leaves
    its pages as they are.

    Known failures: two sentences that share the names of an affair; the same in quite other words.
    """
    statements = [corpus.statements[member.statement] for member in topic.members]
    words = [_words(corpus, statement) for statement in statements]
    seen = Counter(word for found in words for word in found)
    weights = {word: math.log((len(statements) + 1) / number) for word, number in seen.items()}
    lengths = [math.sqrt(math.fsum(weights[word] for word in found)) for found in words]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(words):
        for word in found:
            holding[word].append(place)
    like: dict[str, Statement] = {}
    for place, statement in enumerate(statements):
        if len(statement.sources) > 1:
            continue
        shared: defaultdict[int, list[float]] = defaultdict(list)
        for word in words[place]:
            for other in holding[word]:
                shared[other].append(weights[word])
        scored = [
            (math.fsum(found) / (lengths[place] * lengths[other]), -other)
            for other, found in shared.items()
            if len(found) >= _FEWEST and statement.sources[0] not in statements[other].sources
        ]
        score, nearest = max(scored, default=(0.0, 0))
        if score >= _LIKE:
            like[statement.id] = statements[-nearest]
    return like


def _words(corpus: Corpus, statement: Statement) -> Sequence[str]:
    """The words of weight of the sentence that is printed, each once."""
    sentence = corpus.sentences[statement.sentence]
    stop_words = language_for(corpus.analyses[sentence.article].read_as).linking.stop_words
    found = _WORD.findall(normalise(sentence.text))
    return list(dict.fromkeys(word[:_LENGTH] for word in found if word not in stop_words))
