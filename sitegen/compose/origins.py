"""Over how many origins articles spread."""

from collections import defaultdict
from collections.abc import Collection

from .corpus import Corpus


def origins_of(corpus: Corpus, articles: Collection[str]) -> list[list[str]]:
    """`articles`, those that are known to go back to one text together; by the first of each."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(articles):
        groups[corpus.text_of.get(article, article)].append(article)
    return list(groups.values())


def spread(corpus: Corpus, articles: Collection[str]) -> tuple[int, int]:
    """How many origins at least, if what may be a copy is one, and at most, if it is none."""
    groups = origins_of(corpus, articles)
    number_of = {article: number for number, group in enumerate(groups) for article in group}
    above = list(range(len(groups)))
    for origin in corpus.doubtful_origins.of(articles):
        numbers = [number_of[article] for article in origin.articles if article in number_of]
        for number in numbers[1:]:
            one, other = above[numbers[0]], above[number]
            above = [one if root == other else root for root in above]
    return len(set(above)), len(groups)
