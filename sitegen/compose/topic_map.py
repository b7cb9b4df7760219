"""The map of topics: which of them share statements, as a list with arcs between its rows."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from . import urls
from .corpus import Corpus
from .pages.pictures import Arc, MapNode, TopicMap

_MOST_TOPICS = 14
_FEWEST_TOPICS = 4
_FEWEST_TIES = 4
"""Fewer are said by the related topics on each topic's page."""
_FEWEST_SHARED = 2
"""Statements of a tie."""
_TIES_A_TOPIC = 1.5
"""More arcs make a tangle: only the stronger ones are drawn."""
_ROW = 30
"""A finger needs 24."""
_WIDTH = 84
_THINNEST, _THICKEST = 1.5, 6.0

Pair = tuple[str, str]


def topic_map(corpus: Corpus) -> TopicMap | None:
    """The topics that share most statements with others, each near those with which it shares most.

    None where fewer than 4 do, or all share with all: a tangle says no more than the list does.
    """
    translator = corpus.translator
    shared = _shared(corpus)
    kept = _strongest(shared)
    if kept is None:
        return None
    least = min(kept.values())
    order = _ordered(kept)
    place = {topic: number for number, topic in enumerate(order)}
    longest = max(abs(place[one] - place[other]) for one, other in kept)
    most = max(kept.values())

    def arc(pair: Pair) -> Arc:
        first, last = sorted(place[topic] for topic in pair)
        one, other = (corpus.topics[topic].title for topic in sorted(pair, key=place.__getitem__))
        return Arc(
            words=translator.ngettext(
                "“%(one)s” and “%(other)s”: %(n)s statement",
                "“%(one)s” and “%(other)s”: %(n)s statements",
                kept[pair],
                one=one,
                other=other,
            ),
            x=_WIDTH - 6,
            top=_middle(first),
            bottom=_middle(last),
            depth=min(_ROW * (last - first), max(8, (_WIDTH - 12) * (last - first) // longest)),
            stroke=round(_THINNEST + (_THICKEST - _THINNEST) * (kept[pair] - least) / max(1, most - least), 1),
        )

    pairs = sorted(kept, key=lambda pair: (-kept[pair], sorted(place[topic] for topic in pair)))
    links = {topic: corpus.topic_link(urls.INDEX, corpus.topics[topic]) for topic in order}
    return TopicMap(
        id="map",
        caption=translator.gettext(
            "Which topics hang together? An arc joins two that share %(least)s statements or more; "
            "the thicker, the more, up to %(most)s.",
            least=translator.number(least),
            most=translator.number(most),
        ),
        width=_WIDTH,
        height=_ROW * len(order),
        nodes=tuple(
            MapNode(links[t].href, links[t].text, _WIDTH - 6, _middle(place[t]), links[t].language) for t in order
        ),
        arcs=tuple(map(arc, pairs)),
    )


def _shared(corpus: Corpus) -> Counter[Pair]:
    """How many statements stand in both of two topics."""
    found: Counter[Pair] = Counter()
    for statement in corpus.briefing.statements:
        found.update(combinations(sorted(topic.id for topic in corpus.topics_of[statement.id]), 2))
    return found


def _strongest(shared: Mapping[Pair, int]) -> dict[Pair, int] | None:
    """The ties to draw: the least that is drawn rises until they are few enough to be told apart."""
    for least in sorted({count for count in shared.values() if count >= _FEWEST_SHARED}):
        ties = {pair: count for pair, count in shared.items() if count >= least}
        weight: Counter[str] = Counter()
        for pair, count in ties.items():
            weight.update(dict.fromkeys(pair, count))
        chosen = set(sorted(weight, key=lambda topic: (-weight[topic], topic))[:_MOST_TOPICS])
        kept = {pair: ties[pair] for pair in sorted(ties) if chosen.issuperset(pair)}
        topics = {topic for pair in kept for topic in pair}
        if len(topics) < _FEWEST_TOPICS or len(kept) < _FEWEST_TIES:
            return None
        if len(kept) <= _TIES_A_TOPIC * len(topics):
            return kept
    return None


def _ordered(ties: Mapping[Pair, int]) -> list[str]:
    """The topics of `ties`, such that the ends of strong ties stand close together.

    Method: each topic, those with the strongest ties to the ones before first, is put where the sum of weight ×
    distance stays least; then single ones are moved while that shortens it. A local optimum of the minimum linear
    arrangement; for few topics only.
    """
    topics = sorted({topic for pair in ties for topic in pair})

    def tied(topic: str, others: Collection[str]) -> int:
        return sum(
            count
            for (one, other), count in ties.items()
            if (one == topic and other in others) or (other == topic and one in others)
        )

    def length(order: Sequence[str]) -> int:
        at = {topic: number for number, topic in enumerate(order)}
        return sum(
            count * abs(at[one] - at[other]) for (one, other), count in ties.items() if one in at and other in at
        )

    def with_topic(order: Sequence[str], topic: str) -> list[str]:
        rest = [other for other in order if other != topic]
        return min(([*rest[:at], topic, *rest[at:]] for at in range(len(rest) + 1)), key=length)

    order: list[str] = []
    while rest := [topic for topic in topics if topic not in order]:
        order = with_topic(order, max(rest, key=lambda topic: (tied(topic, order), tied(topic, topics), topic)))
    before: list[str] = []
    while before == [] or length(order) < length(before):
        before = order
        for topic in topics:
            order = with_topic(order, topic)
    return before


def _middle(row: int) -> int:
    return _ROW * row + _ROW // 2
