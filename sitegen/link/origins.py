"""Which articles go back to one text."""

from collections import Counter
from dataclasses import dataclass

from sitegen.model import Analysis, Origin
from sitegen.text import digest, normalise, shared_passage


@dataclass(frozen=True, slots=True)
class OriginOptions:
    """What counts as copied. Set by judgement, and read on one folder that has wire copy in it; not measured."""

    run: int = 8
    """Words in a row. Two reporters share such a run by quoting; they do not share many."""
    share: float = 0.25
    """Of the runs of the shorter article that must stand in the other."""
    fewest: int = 20
    """Runs the two must share: a short notice is not a copy for one quoted sentence."""
    widest: int = 50
    """Articles; a run that more of them hold is a disclaimer or a slogan."""


def find_origins(analyses: tuple[Analysis, ...], options: OriginOptions) -> tuple[Origin, ...]:
    """Sets of articles that share long runs of words, by id.

    Method: containment of word shingles (Broder, On the resemblance and containment of documents, 1997), found
    through an inverted index; sets are what chains of copies connect. Known failures: a rewrite that changes every
    eighth word; two articles that print the same long document.
    """
    by_id = {analysis.article.id: analysis for analysis in analyses}
    words = {article: _words(analysis) for article, analysis in by_id.items()}
    runs = {article: _runs(text, options.run) for article, text in words.items()}
    holders: dict[tuple[str, ...], list[str]] = {}
    for article in sorted(runs):
        for run in runs[article]:
            holders.setdefault(run, []).append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        if 1 < len(articles) <= options.widest:
            shared.update((a, b) for i, a in enumerate(articles) for b in articles[i + 1 :])
    copies = {
        pair: count / min(len(runs[pair[0]]), len(runs[pair[1]]))
        for pair, count in shared.items()
        if count >= options.fewest
    }
    copies = {pair: share for pair, share in copies.items() if share >= options.share}
    return tuple(
        sorted(
            (_origin(group, copies, by_id, words, runs, options) for group in _connected(copies)), key=lambda o: o.id
        )
    )


def _words(analysis: Analysis) -> list[str]:
    return " ".join(normalise(sentence.text) for sentence in analysis.sentences).split()


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def _connected(pairs: dict[tuple[str, str], float]) -> list[tuple[str, ...]]:
    groups: dict[str, set[str]] = {}
    for one, other in sorted(pairs):
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update((article, joined) for article in joined)
    return sorted({tuple(sorted(group)) for group in groups.values()})


def _origin(
    articles: tuple[str, ...],
    copies: dict[tuple[str, str], float],
    by_id: dict[str, Analysis],
    words: dict[str, list[str]],
    runs: dict[str, set[tuple[str, ...]]],
    options: OriginOptions,
) -> Origin:
    (one, other), share = max(
        ((pair, share) for pair, share in copies.items() if pair[0] in articles),
        key=lambda item: (item[1], item[0]),
    )
    longest = _longest_run(words[one], runs[other], options.run)
    least = min(share for pair, share in copies.items() if pair[0] in articles)
    shares = f"{least:.0%}" if f"{least:.0%}" == f"{share:.0%}" else f"{least:.0%} to {share:.0%}"
    return Origin(
        id=f"origin.{digest(' '.join(articles))}",
        articles=articles,
        evidence=f"{shares} of the shorter text stands in the other word for word; {longest} words in a row at most",
        passages=_passages(by_id[one], by_id[other], options.run),
    )


def _passages(one: Analysis, other: Analysis, run: int) -> tuple[tuple[str, ...], ...]:
    """The longest passage that two articles share: the ids of the sentences that it touches, in each of them."""
    shared = shared_passage(_text(one), _text(other), run)
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


def _longest_run(words: list[str], runs: set[tuple[str, ...]], length: int) -> int:
    longest = current = 0
    for i in range(len(words) - length + 1):
        current = current + 1 if tuple(words[i : i + length]) in runs else 0
        longest = max(longest, current)
    return longest + length - 1 if longest else 0
