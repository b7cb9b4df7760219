"""Which articles go back to one text, and of which it can't be told."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from sitegen.each import Each, here, surely
from sitegen.model import Analysis, Origin, Sentence
from sitegen.reasons import Reason, connected, listed, worded
from sitegen.text import digest, shared_passage

from .own_words import Stretches, find_own_words, fingerprints, runs_of

Pair = tuple[str, str]
"""Ids of two articles, sorted."""


@dataclass(frozen=True, slots=True)
class OriginOptions:
    """What counts as copied. Read off real reports of one event by different outlets; see decision 0016."""

    run: int = 3
    """Own words in a row, within a sentence. Reporters share a few such runs; copies, even reworded, share many."""
    share: float = 0.3
    """Of the runs of the shorter article that stand in the other: from here on they go back to one text."""
    doubtful: float = 0.18
    """From here on it can't be told; with a credit to the same agency, they go back to its text."""
    fewest: int = 20
    """Runs the two must share: a short notice is not a copy for one sentence."""
    fewest_doubtful: int = 10
    """The same for a doubt."""
    widest: int = 50
    """Articles; a run that more of them hold is a phrase of everybody's."""
    passage: int = 10
    """Own words in a row that make a sentence the copy of another, whatever else their articles share."""


_ALL_RUNS = 1 << 64
"""Above each number that stands for a run."""
_MOST_COUNTED = 500_000
"""Runs that are counted at a time: 50 MB."""
_MOST_HELD = 500
"""Articles whose own words are held: those of an affair are asked for together."""
_SHOWN_RUN = 8
"""Words in a row from which on a shared passage is shown as evidence; quotations count here."""


def find_origins(
    analyses: Sequence[Analysis], options: OriginOptions, known: Mapping[str, str] | None = None, each: Each = here
) -> tuple[Origin, ...]:
    """Sets of articles that share many runs of their own words, by id; no article is in two that are certain.

    `known`: the `fingerprints` of these runs by article id, if they are known; `each`: who looks at two articles.

    Method: containment of word shingles (Broder, On the resemblance and containment of documents, 1997) outside
    quotations, found through an inverted index; sets are what chains of copies connect. A doubt joins two articles;
    where those have copies, it is said of the two that share most. Known failures: a rewrite that changes every
    fourth word; two articles that print the same long document, or quote it without marks.
    """
    by_id = {analysis.article.id: analysis for analysis in analyses}
    runs = {
        article: known[article] if known is not None else fingerprints(by_id[article], options.run)
        for article in sorted(by_id)
    }
    sizes, shared = _shared(runs, options)
    shares = {pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in shared.items()}
    near = {
        pair: share
        for pair, share in shares.items()
        if share >= options.doubtful and shared[pair] >= options.fewest_doubtful
    }
    agencies = {pair: _agency(by_id[pair[0]], by_id[pair[1]]) for pair in near}
    copies = {
        pair: share
        for pair, share in near.items()
        if agencies[pair] or (share >= options.share and shared[pair] >= options.fewest)
    }
    group_of = _connected(copies)
    copies_in: dict[tuple[str, ...], dict[Pair, float]] = {}
    for pair, share in copies.items():
        copies_in.setdefault(group_of[pair[0]], {})[pair] = share
    found = [_copies(group, there, agencies) for group, there in copies_in.items()]
    found += (_doubt(pair, share) for pair, share in _between(near, group_of).items())
    pairs = [_Two(" ".join(one.closest), *(by_id[article] for article in one.closest)) for one in found]
    passages = surely(each, _passages, pairs)
    origins = (one.with_passages(shared) for one, shared in zip(found, passages, strict=True))
    return tuple(sorted(origins, key=lambda origin: origin.id))


@dataclass(frozen=True, slots=True)
class _Two:
    """Two articles that go back to one text."""

    id: str
    one: Analysis
    other: Analysis


@dataclass(frozen=True, slots=True)
class _Found:
    """An origin, and the two of its articles that share most."""

    articles: tuple[str, ...]
    evidence: Reason
    closest: Pair
    is_doubtful: bool = False

    def with_passages(self, passages: tuple[tuple[str, ...], ...]) -> Origin:
        id_ = f"origin.{digest(' '.join(self.articles))}"
        return Origin(id_, self.articles, self.evidence, passages, is_doubtful=self.is_doubtful)


class Ancestry:
    """Which articles, and which single sentences, go back to one text."""

    def __init__(self, origins: Iterable[Origin], analyses: Iterable[Analysis], options: OriginOptions):
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._own_words = lru_cache(_MOST_HELD)(self._read)
        self._passage = options.passage
        self._origins = tuple(origins)
        self._text_of: dict[str, str] = {}
        doubts: list[tuple[str, ...]] = []
        for origin in self._origins:
            if origin.is_doubtful:
                doubts.append(origin.articles)
            else:
                self._text_of.update((article, origin.id) for article in origin.articles)
        self._doubts: dict[str, set[frozenset[str]]] = {}
        """Text → the pairs of it and another of which it can't be told."""
        for pair in (frozenset(map(self._text, articles)) for articles in doubts):
            for text in pair:
                self._doubts.setdefault(text, set()).add(pair)

    def within(self, articles: Collection[str]) -> tuple[Origin, ...]:
        """The origins that decide over how many origins sentences of `articles` spread."""
        texts = {self._text(article) for article in articles}
        return tuple(
            origin
            for origin in self._origins
            if (any if not origin.is_doubtful else all)(self._text(article) in texts for article in origin.articles)
        )

    def spread(self, sentences: Sequence[Sentence]) -> tuple[int, int]:
        """Over how many origins `sentences`, which say the same, spread: at least, and at most.

        At most counts every article that is not known for a copy; at least takes every doubt for one.
        """
        texts = {self._text(sentence.article) for sentence in sentences}
        if len(texts) == 1:
            return 1, 1
        copied = [
            frozenset((self._text(one.article), self._text(other.article)))
            for one, other in combinations(sentences, 2)
            if self._is_copy(one, other)
        ]
        doubts = {pair for text in texts for pair in self._doubts.get(text, ()) if pair <= texts}
        return _parts(texts, [*copied, *doubts]), _parts(texts, copied)

    def _text(self, article: str) -> str:
        return self._text_of.get(article, f"article {article}")

    def _is_copy(self, one: Sentence, other: Sentence) -> bool:
        """Whether two sentences share so many own words in a row that one was copied, or both were."""
        return one.article != other.article and any(
            _longest_run(a, b) >= self._passage
            for a in self._own_words(one.article).get(one.id, ())
            for b in self._own_words(other.article).get(other.id, ())
        )

    def _read(self, article: str) -> dict[str, Stretches]:
        """By sentence id; of an article that was withdrawn, none."""
        analysis = self._analyses.get(article)
        return find_own_words(analysis) if analysis else {}


def _shared(runs: Mapping[str, str], options: OriginOptions) -> tuple[dict[str, int], Counter[Pair]]:
    """How many runs each article has, and how many two share, of those that `widest` articles hold at most.

    `runs`: by article id, sorted. Nearly all runs stand in one article only, and an index of them all takes more memory
    than the articles: they are gone through part by part, and those alone indexed that stand in a second article.
    """
    sizes = {article: len(runs_of(found)) for article, found in runs.items()}
    parts = 1 + sum(sizes.values()) // _MOST_COUNTED
    edges = [part * _ALL_RUNS // parts for part in range(parts + 1)]
    shared: Counter[Pair] = Counter()
    for least, end in pairwise(edges):
        inside = {article: _between_numbers(runs_of(found), least, end) for article, found in runs.items()}
        met: set[int] = set()
        of_several: set[int] = set()
        for found in inside.values():
            of_several |= met & found
            met |= found
        holders: dict[int, list[str]] = {}
        for article, found in inside.items():
            for run in found & of_several:
                holders.setdefault(run, []).append(article)
        for articles in holders.values():
            if len(articles) <= options.widest:
                shared.update(combinations(articles, 2))
    return sizes, shared


def _between_numbers(numbers: Sequence[int], least: int, end: int) -> set[int]:
    """Of ascending numbers those from `least` on, below `end`."""
    return set(numbers[bisect_left(numbers, least) : bisect_left(numbers, end)])


def _agency(one: Analysis, other: Analysis) -> str | None:
    """The agency that both are credited to."""
    name = one.article.metadata.agency
    return name if name and name == other.article.metadata.agency else None


def _connected(pairs: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """For each article of `pairs` all that chains of them connect it with, sorted."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        if one in groups and other in groups[one]:
            continue
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update((article, joined) for article in joined)
    return {article: tuple(sorted(group)) for article, group in groups.items()}


def _parts(things: Collection[str], pairs: Iterable[Collection[str]]) -> int:
    """In how many parts `things` fall that `pairs` connect."""
    groups = {thing: frozenset((thing,)) for thing in things}
    for pair in pairs:
        joined = frozenset().union(*(groups[thing] for thing in pair))
        groups.update((thing, joined) for thing in joined)
    return len(set(groups.values()))


def _between(near: dict[Pair, float], group_of: dict[str, tuple[str, ...]]) -> dict[Pair, float]:
    """Of the pairs that are no copies, the closest for each two texts."""
    closest: dict[frozenset[tuple[str, ...]], Pair] = {}
    for pair in sorted(near):
        texts = frozenset(group_of.get(article, (article,)) for article in pair)
        if len(texts) == 2 and (texts not in closest or near[pair] > near[closest[texts]]):
            closest[texts] = pair
    return {pair: near[pair] for pair in closest.values()}


def _copies(
    articles: tuple[str, ...],
    copies: dict[Pair, float],
    agencies: dict[Pair, str | None],
) -> _Found:
    pairs = sorted(copies)
    closest = max(pairs, key=lambda pair: copies[pair])
    least, most = (_percent(end(copies[pair] for pair in pairs)) for end in (min, max))
    if least == most:
        evidence = worded("%(share)s%% of the shorter text stands in the other", share=least)
    else:
        evidence = worded("%(least)s%% to %(most)s%% of the shorter text stands in the other", least=least, most=most)
    if named := sorted({name for pair in pairs if (name := agencies[pair])}):
        evidence = listed((evidence, worded("credited to %(words)s", words=connected(named))))
    return _Found(articles, evidence, closest)


def _doubt(pair: Pair, share: float) -> _Found:
    evidence = worded(
        "%(share)s%% of the shorter text stands in the other: too much for chance, too little to tell",
        share=_percent(share),
    )
    return _Found(pair, evidence, pair, is_doubtful=True)


def _percent(share: float) -> str:
    return f"{share:.0%}".removesuffix("%")


def _passages(two: _Two) -> tuple[tuple[str, ...], ...]:
    """The longest passage that two articles share: the ids of the sentences that it touches, in each of them."""
    one, other = two.one, two.other
    shared = shared_passage(_text(one), _text(other), _SHOWN_RUN)
    return () if shared is None else (_touched(one, *shared.one), _touched(other, *shared.other))


def _text(analysis: Analysis) -> str:
    return " ".join(sentence.text for sentence in analysis.sentences)


def _touched(analysis: Analysis, start: int, end: int) -> tuple[str, ...]:
    touched: list[str] = []
    position = 0
    for sentence in analysis.sentences:
        if position < end and position + len(sentence.text) > start:
            touched.append(sentence.id)
        position += len(sentence.text) + 1
    return tuple(touched)


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Of words in a row that both have."""
    longest = 0
    before = [0] * (len(other) + 1)
    for word in one:
        now = [0] * (len(other) + 1)
        for index, another in enumerate(other):
            if word == another:
                now[index + 1] = before[index] + 1
        longest = max(longest, *now)
        before = now
    return longest
