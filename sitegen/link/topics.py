"""Which subjects become topics."""

import math
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace

from .phrases import Phrase, capitalised, names_a_product
from .similar import Similarity
from .statements import Grouping
from .subjects import Subject, TopicOptions
from .wordings import are_variants, joined, merge_wordings, without_made_up
from .words import tokens


def topics_for(articles: int, options: TopicOptions) -> int:
    """How many topics an affair of so many articles may have, whatever else the folder holds."""
    return round(options.per_root * math.sqrt(articles))


@dataclass(frozen=True, slots=True)
class Candidates:
    """The subjects of an affair that may become topics, best first."""

    sentences: int
    """Of the affair."""
    pinned: tuple[Subject, ...] = ()
    """Those that are topics already."""
    telling: tuple[Subject, ...] = ()
    others: tuple[Subject, ...] = ()
    """Those whose titles say little: where there are few telling ones."""
    general: tuple[Subject, ...] = ()
    """General nouns that nearly all articles name: where all topics together name few sentences."""


def find_candidates(
    phrases: Sequence[Phrase],
    groupings: Sequence[Grouping],
    similarity: Similarity,
    options: TopicOptions,
    pinned: tuple[Subject, ...] = (),
) -> Candidates:
    """The subjects that may become topics beside those that are `pinned`."""
    lines = similarity.corpus.lines
    group_of = {index: number for number, grouping in enumerate(groupings) for index in grouping.members}
    needed = min(2, similarity.corpus.articles)
    usual = max(0.01, _likeness(range(len(lines)), similarity))
    scored: list[Subject] = []
    for phrase in phrases:
        support = phrase.lines | phrase.headed
        # A subject that only headings name, or that is named once besides, has what stands under them.
        anchored = phrase.lines if len(phrase.lines) > 1 else support
        articles = len({lines[index].article for index in support})
        statements = len({group_of[index] for index in support})
        if (
            (articles >= needed or phrase.in_headings)
            and statements >= options.smallest - bool(phrase.in_headings or articles >= 3)
            and (phrase.in_headings or phrase.is_general or len({group_of[index] for index in phrase.stated}) > 1)
            and len(support) >= options.smallest
            and 2 <= len(anchored) <= max(2, options.umbrella * len(lines))
        ):
            score = _score(phrase, anchored, statements, articles, usual, similarity, options)
            scored.append(Subject(phrase, (), anchored, score, (phrase.stems,)))

    def says_little(subject: Subject) -> bool:
        return _says_little(subject.phrase, _articles_of(subject, similarity), similarity.corpus.articles, options)

    ranked = sorted(without_made_up(scored, options), key=lambda s: (says_little(s), -s.score, s.phrase.stems))
    general = [subject for subject in ranked if subject.phrase.is_general]
    ranked = [subject for subject in ranked if not subject.phrase.is_general]
    merged = merge_wordings(ranked, groupings, similarity, options, pinned)
    best = max((subject.score for subject in ranked), default=0.0)
    strong = [subject for subject in merged if subject.score >= options.weakest * best]
    everywhere = options.everywhere * similarity.corpus.articles
    return Candidates(
        sentences=len(lines),
        pinned=pinned,
        telling=tuple(subject for subject in strong if not says_little(subject)),
        others=tuple(subject for subject in strong if says_little(subject)),
        general=tuple(subject for subject in general if _articles_of(subject, similarity) >= everywhere),
    )


def choose_subjects(
    candidates: Candidates, options: TopicOptions, *, wanted: int, taken: Set[str] = frozenset()
) -> tuple[Subject, ...]:
    """The subjects that become topics beside those that are pinned, best first, `wanted` at most.

    `taken`: keys of titles that others have.

    Method: greedy cover (decision 0006, topics): the highest score, times what it adds to those chosen before.
    """
    if wanted <= 0:
        return ()
    chosen = _cover(candidates.telling, candidates, options, wanted=wanted, taken=taken)
    missing = min(options.fewest, wanted) - len(chosen)
    if missing > 0:
        more = _cover(candidates.others, candidates, options, wanted=missing, taken=taken, chosen=chosen)
        chosen = (*chosen, *more)
    return _with_general(chosen, candidates, options, wanted=wanted, taken=taken)


def _with_general(
    chosen: tuple[Subject, ...], candidates: Candidates, options: TopicOptions, *, wanted: int, taken: Set[str]
) -> tuple[Subject, ...]:
    """`chosen`, and if it names few sentences, general nouns that nearly all articles name, best first.

    One that is a synonym of a subject that was chosen brings in its sentences there.
    """
    pinned = candidates.pinned
    named = {index for subject in (*pinned, *chosen) for index in subject.anchored}
    if len(named) >= options.named * candidates.sentences:
        return chosen
    fuller, others = list(chosen), []
    for subject in candidates.general:
        known = [place for place, other in enumerate(fuller) if are_variants(subject.phrase, other.phrase)]
        if known:
            fuller[known[0]] = joined(fuller[known[0]], subject)
        elif not any(are_variants(subject.phrase, other.phrase) for other in pinned):
            others.append(subject)
    missing = max(0, wanted - len(fuller))
    return (*fuller, *_cover(others, candidates, options, wanted=missing, taken=taken, chosen=fuller))


def _articles_of(subject: Subject, similarity: Similarity) -> int:
    return len({similarity.corpus.lines[index].article for index in subject.anchored})


def _says_little(phrase: Phrase, articles: int, of: int, options: TopicOptions) -> bool:
    """Whether an editor would rather not print it as a title: a single word that no title or heading names, unless it
    is all over the affair; or only a name, who rather than what: names have pages of their own."""
    is_backed = bool(phrase.in_headings or phrase.in_titles)
    if phrase.is_name:
        return not names_a_product(phrase.title) and (" " not in phrase.title or not is_backed)
    return " " not in phrase.title and not is_backed and articles < max(4, options.known * of)


def _score(
    phrase: Phrase,
    anchored: frozenset[int],
    statements: int,
    articles: int,
    usual: float,
    similarity: Similarity,
    options: TopicOptions,
) -> float:
    share = len(similarity.corpus.lines) / len(anchored)
    size = math.sqrt(min(statements, options.full_page)) * math.pow(min(articles, options.full_story), 0.6)
    score = size * math.log(1 + share) * phrase.specificity
    score *= options.phrase_bonus if len(phrase.stems) > 1 else 1.0
    score *= options.heading_bonus if phrase.in_headings or phrase.in_titles else 1.0
    score *= options.name_malus if phrase.is_name else 1.0
    is_backed = phrase.in_headings or phrase.in_titles or " " in phrase.title or phrase.is_name
    score *= 1.0 if is_backed else options.word_malus
    # The prototype of decision 0006 counts the phrase's own words in, which makes every rare word coherent, and
    # caps the quotient at 4.
    coherence = _likeness(anchored, similarity, frozenset(phrase.stems)) / usual
    return score * math.sqrt(_BARE + coherence)


_BARE = 0.5  # coherence granted to sentences that share nothing but the phrase: three of them may well be a subject


def _likeness(indices: Collection[int], similarity: Similarity, without: frozenset[str] = frozenset()) -> float:
    """Mean scalar product of pairs of sentences, some stems apart.

    From the length of their sum: no sample, which another sentence would draw anew.
    """
    if len(indices) < 2:
        return 0.0
    total: dict[str, float] = {}
    own = 0.0
    for index in sorted(indices):
        for stem, value in similarity.vector(index).items():
            if stem not in without:
                total[stem] = total.get(stem, 0.0) + value
                own += value * value
    return (math.fsum(value * value for value in total.values()) - own) / (len(indices) * (len(indices) - 1))


def _cover(
    ranked: Sequence[Subject],
    candidates: Candidates,
    options: TopicOptions,
    *,
    wanted: int,
    taken: Set[str],
    chosen: Sequence[Subject] = (),
) -> tuple[Subject, ...]:
    """Those of `ranked` that become topics beside those that are pinned and those that were `chosen`."""
    limit = options.largest * candidates.sentences
    present = (*candidates.pinned, *chosen)
    added: list[Subject] = []
    covered = {index for subject in present for index in subject.anchored}
    titles = {*taken, *(title_key(subject.phrase.title) for subject in chosen)}
    has_umbrella = any(len(subject.anchored) > limit for subject in present)
    open_ = list(ranked)

    def gain(subject: Subject) -> float:
        return subject.score * (
            1 - options.novelty + options.novelty * len(subject.anchored - covered) / len(subject.anchored)
        )

    while open_ and len(added) < options.most * wanted:
        found = max(open_, key=lambda subject: (gain(subject), subject.phrase.stems))
        open_.remove(found)
        if len(added) >= wanted and len(found.anchored - covered) < options.adds * len(found.anchored):
            continue
        is_large = len(found.anchored) > limit
        best = _with_own_title(found, titles)
        if best is None or (is_large and has_umbrella):
            continue
        if any(_are_too_close(best, other, options) for other in (*present, *added)):
            continue
        has_umbrella = has_umbrella or is_large
        added.append(best)
        titles.add(title_key(best.phrase.title))
        covered |= best.anchored
    return tuple(added)


def title_key(title: str) -> str:
    """What titles that a reader would take for one have in common: "U.S. government", "United States government"."""
    return " ".join(token.stem for token in tokens(title) if token.stem) or title.casefold()


def _with_own_title(subject: Subject, titles: Set[str]) -> Subject | None:
    """`subject` under a title that no other has: its own, else a wording that says more; None if there is none.

    `titles`: their keys.
    """
    title = subject.phrase.title
    if title_key(title) not in titles:
        return subject
    fuller = (w for w in subject.other_wordings if len(w.split()) > len(title.split()) and title_key(w) not in titles)
    if (wording := next(fuller, None)) is None:
        return None
    renamed = replace(subject.phrase, title=capitalised(wording), wordings=(title, *subject.phrase.wordings))
    return replace(subject, phrase=renamed)


def _are_too_close(one: Subject, other: Subject, options: TopicOptions) -> bool:
    """Whether a reader would find the same on both pages: a small part of a large topic may have a page beside it."""
    smaller, larger = sorted((len(one.anchored), len(other.anchored)))
    shared = len(one.anchored & other.anchored)
    return shared > options.overlap * smaller and larger < options.part * smaller
