"""Which articles report one event, and which events are rounds of one affair."""

import heapq
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from sitegen.model import Analysis, Story

from .corpus import Corpus, Line
from .similar import Vector, dot, unit
from .words import COMMON_STEMS, REPORTING_STEMS, Token


@dataclass(frozen=True, slots=True)
class StoryOptions:
    """How alike articles are that belong together: cosines, from 0 to 1.

    `event` is the best one on the even topics of ECB+ and on BASIL together (decision 0007); one of .02 more or less
    costs .02 B-cubed F1. `affair` was set so that rounds of one affair meet in invented news, where it is known."""

    event: float = 0.22
    """Mean likeness of the articles of two groups from which they report one event."""
    affair: float = 0.20
    """The same of events, from which they are rounds of one affair; how far apart they were does not count."""


_TITLE = 3.0  # times that a word of the title counts
_EARLY = 1.5  # a word of the lead and of the first sentences
_LATE = 0.3  # a word of what comes behind `_LATE_FROM`: background, other events
_EARLY_TO = 3  # sentences
_LATE_FROM = 15
_NAME = 2.0  # a word inside a mention, on top of the above
_NUMBER = 3.0  # a number: 6.1 or 1,200 tell events of one kind apart
_BACKGROUND = 100.0  # articles of other news that the counts of the folder are mixed with
_COMMON_RATE = 0.15  # share of them that hold a given common word: order of magnitude
_RARE_RATE = 0.005  # the same for any other word
_KEYS = 40  # heaviest stems under which an article is found
_LONGEST_LIST = 100  # articles; a stem of more finds nobody. A constant, so that work stays linear
_FLOOR = 0.02  # of the keys' part of a cosine, under which it is not worked out
_DAYS_APART = 3  # between two reports of one event, without a loss
_HALVED_IN = 7.0  # further days, which halve the likeness


def find_stories(
    corpus: Corpus, options: StoryOptions, directions: Mapping[str, Vector] | None = None
) -> tuple[Story, ...]:
    """Every article in exactly one story, by story id. `directions`: those of `article_vectors`, if they are known.

    A story is named after its first article, the undated ones before the dated, so that a newer one renames nothing.

    Method: tf-idf of stems, heavier in titles, leads and names; average link (Manning et al., Introduction to
    Information Retrieval, ch. 17) on the pairs that an index of heavy stems finds; then the same once more on the
    events' centroids. Known failures: two events of one kind told in the same words; live blogs of many events.
    """
    published = [_day(analysis) for analysis in corpus.analyses]
    vectors = list((directions or article_vectors(count_stems(corpus))).values())
    pairs = ((a, b, likeness * _nearness(published[a], published[b])) for a, b, likeness in find_pairs(vectors))
    events = _average_link(len(vectors), pairs, options.event)
    centroids = [_sum(vectors[index] for index in event) for event in events]
    affairs = _average_link(len(events), find_pairs(centroids), options.affair)
    found: list[Story] = []
    for affair in affairs:
        named = {place: _named(events[place], corpus.analyses) for place in affair}
        for place in affair:
            articles = tuple(sorted(corpus.analyses[index].article.id for index in events[place]))
            others = sorted(name for other, name in named.items() if other != place)
            found.append(Story(named[place], articles, tuple(others)))
    return tuple(sorted(found, key=lambda story: story.id))


def affairs_of(stories: Sequence[Story]) -> tuple[tuple[str, ...], ...]:
    """Ids of the articles of each affair, sorted; the affairs by their first article."""
    articles = {story.id: story.articles for story in stories}
    return tuple(
        sorted(
            tuple(sorted(article for id_ in (story.id, *story.rounds) for article in articles[id_]))
            for story in stories
            if all(story.id < other for other in story.rounds)
        )
    )


def _named(event: Sequence[int], analyses: Sequence[Analysis]) -> str:
    articles = [analyses[index].article for index in event]
    return f"story.{min((article.metadata.published or '', article.id) for article in articles)[1]}"


def _day(analysis: Analysis) -> date | None:
    published = analysis.article.metadata.published
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:  # known to the month or the year only
        return None


def _nearness(one: date | None, other: date | None) -> float:
    """The share of a likeness that remains for the days between."""
    if one is None or other is None:
        return 1.0
    return math.pow(0.5, max(0, abs((one - other).days) - _DAYS_APART) / _HALVED_IN)


def article_vectors(counts: Mapping[str, Mapping[str, float]]) -> dict[str, Vector]:
    """Article → its direction, of length 1, by weights that tell these articles apart. `counts`: those of
    `count_stems`."""
    held_by = Counter(stem for found in counts.values() for stem in found)
    weights = {stem: _weight(stem, held_by[stem], len(counts)) for stem in held_by}
    return {
        article: unit({stem: (1 + math.log(max(0.5, count))) * weights[stem] for stem, count in found.items()})
        for article, found in counts.items()
    }


def local_vectors(counts: Mapping[str, Mapping[str, float]]) -> dict[str, Vector]:
    """Article → its direction, of length 1, by weights that no other article can move."""
    return {
        article: unit({s: (1 + math.log(max(0.5, count))) * _weight(s, 0, 0) for s, count in found.items()})
        for article, found in counts.items()
    }


def count_stems(corpus: Corpus) -> dict[str, Vector]:
    """Article → its stems, each as often as it stands there, by its emphasis."""
    counts: dict[str, Vector] = {analysis.article.id: {} for analysis in corpus.analyses}
    places: Counter[str] = Counter()
    for line in corpus.lines:
        places[line.article] += 1
        emphasis, named, found = _emphasis(line, places[line.article]), _named_in(line), counts[line.article]
        for token in line.tokens:
            if token.stem:
                _count(token, emphasis * _worth(token, named), found)
    for analysis in corpus.analyses:
        for token in corpus.words_of_title(analysis.article):
            _count(token, _TITLE, counts[analysis.article.id])
    return counts


def _count(token: Token, times: float, counts: Vector) -> None:
    if token.stem and token.stem not in REPORTING_STEMS:
        counts[token.stem] = counts.get(token.stem, 0.0) + times


def _emphasis(line: Line, place: int) -> float:
    """Of a sentence. `place`: in its article, from 1."""
    if line.block.role == "lead" or place <= _EARLY_TO:
        return _EARLY
    return _LATE if place > _LATE_FROM else 1.0


def _worth(token: Token, named: Set[int]) -> float:
    if token.text[0].isdigit():
        return _NUMBER
    return _NAME if token.start in named else 1.0


def _named_in(line: Line) -> Set[int]:
    """The places of a sentence at which a name stands."""
    return {place for mention in line.mentions for place in range(mention.start, mention.end)}


def _weight(stem: str, held_by: int, articles: int) -> float:
    rate = _COMMON_RATE if stem in COMMON_STEMS else _RARE_RATE
    return math.log((articles + _BACKGROUND + 1) / (held_by + _BACKGROUND * rate + 1))


def find_pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """The pairs, lower index first, that share some of their heaviest stems, each with its cosine."""
    lists: dict[str, list[tuple[int, float]]] = {}
    held_by = Counter(stem for vector in vectors for stem in vector)
    for index, vector in enumerate(vectors):
        products: dict[int, float] = {}
        telling = (stem for stem in vector if held_by[stem] <= _LONGEST_LIST)
        for stem in sorted(telling, key=lambda stem: (-vector[stem], stem))[:_KEYS]:
            postings, own = lists.setdefault(stem, []), vector[stem]
            for other, value in postings:
                products[other] = products.get(other, 0.0) + value * own
            postings.append((index, own))
        for other, product in products.items():
            if product >= _FLOOR:
                yield other, index, dot(vectors[other], vector)


def _average_link(items: int, pairs: Iterable[tuple[int, int, float]], least: float) -> list[tuple[int, ...]]:
    """Groups of items, closest first to join, while the mean likeness of two groups reaches `least`.

    A pair that `pairs` does not hold counts as 0. Ties by number. Groups come by their lowest item.
    """
    near: list[dict[int, float]] = [{} for _ in range(items)]
    queue: list[tuple[float, int, int]] = []
    for one, other, likeness in _within_chains(items, pairs, least):
        near[one][other] = near[other][one] = likeness
        if likeness >= least:
            queue.append((-likeness, one, other))
    groups: dict[int, list[int]] = {item: [item] for item in range(items)}
    heapq.heapify(queue)
    while queue:
        negative, one, other = heapq.heappop(queue)
        if near[one].get(other) != -negative:
            continue  # one of them has grown or is no more
        size, other_size = len(groups[one]), len(groups[other])
        groups[one] += groups.pop(other)
        here, there = near[one], near[other]
        near[one], near[other] = {}, {}
        for third in sorted((here.keys() | there.keys()) - {one, other}):
            total = here.get(third, 0.0) * size + there.get(third, 0.0) * other_size
            mean = total / (size + other_size)
            near[third].pop(other, None)
            near[one][third] = near[third][one] = mean
            if mean >= least:
                heapq.heappush(queue, (-mean, min(one, third), max(one, third)))
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]


def _within_chains(
    items: int, pairs: Iterable[tuple[int, int, float]], least: float
) -> Iterator[tuple[int, int, float]]:
    """Of `pairs` those whose items are connected by a chain of pairs of `least` or more.

    No mean of other pairs reaches `least`, so that they join nothing.
    """
    ones, others, likenesses = array("L"), array("L"), array("d")
    above = list(range(items))

    def top(item: int) -> int:
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for one, other, likeness in pairs:
        ones.append(one)
        others.append(other)
        likenesses.append(likeness)
        if likeness >= least:
            above[top(other)] = top(one)
    for one, other, likeness in zip(ones, others, likenesses, strict=True):
        if top(one) == top(other):
            yield one, other, likeness


def _sum(vectors: Iterable[Vector]) -> Vector:
    """The direction of the mean."""
    total: Vector = {}
    for vector in vectors:
        for stem, value in vector.items():
            total[stem] = total.get(stem, 0.0) + value
    return unit(total)
