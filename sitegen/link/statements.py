"""Which sentences say the same, and which of them is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model import Companion, Relation, Statement

from .corpus import Line
from .origins import Ancestry
from .similar import Similarity
from .vocabulary import ANAPHORS
from .words import COMMON_STEMS

_POINTING = frozenset({"this", "these", "those", "such"})
_WHEN = frozenset(
    "week weekend month year summer winter spring autumn fall season morning afternoon evening time".split()
)
_OPENING = 7  # words that a reader takes in before the sentence has a subject of its own
_QUOTATION_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class StatementOptions:
    """When sentences are taken to say the same. Scores are those of `Similarity.score`.

    Set by reading what comes out for the seeds and a dozen folders of other stories; only `join` was measured.
    """

    join: float = 0.28
    """A pair joins at this score (decision 0006, statements). What then counts as corroboration has precision .89 on
    SuperPAL with 0.25, 0.28 and 0.33, and recall .35, .33 and .28. On MRPC, whose pairs are alike by choice, precision
    is only .73."""
    partial: float = 0.35
    """The score that a `partial` companion needs: it is not printed, though it says something more."""
    join_within: float = 0.40
    """The same for two sentences of one article: it repeats its words without repeating itself."""
    keep: float = 0.18
    """Every pair of a group reaches it, so that no chain of likenesses joins what is unlike."""
    covered: float = 0.50
    """Share of a sentence's weighted content that the other must hold to say it; below, `partial`."""
    shared_words: int = 3
    """Words with content that two sentences have in common, below which two or three words are the likeness."""
    covered_short: float = 0.8
    """As `covered`, for sentences with fewer words in common."""
    shared: float = 0.38
    """Share of the content of a `partial` companion that the printed sentence must hold: else it is printed too."""
    longest: int = 40
    """Words; a longer sentence is printed only if no shorter one will do."""
    shortest: int = 6
    """Words; a shorter sentence is printed only if no longer one will do."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Sentences that say the same, by index; the printed one first."""

    printed: int
    companions: tuple[int, ...]

    @property
    def members(self) -> tuple[int, ...]:
        return (self.printed, *self.companions)


def group_sentences(similarity: Similarity, options: StatementOptions) -> tuple[Grouping, ...]:
    """Every sentence of the corpus in exactly one group, most often alone; by printed index.

    Method: pairs best-first, complete link (every pair in a group at least `keep`, no pair in conflict); decision 0006,
    statements. What the printed sentence of a group covers too little of is let go again and stands alone.
    """
    lines = similarity.corpus.lines
    group_of: dict[int, list[int]] = {}
    for score, one, other in similarity.pairs():
        if score < min(options.join, options.join_within):
            break
        if not (_says_something(lines[one]) and _says_something(lines[other])):
            continue
        if score < (options.join_within if lines[one].article == lines[other].article else options.join):
            continue
        left, right = group_of.get(one, [one]), group_of.get(other, [other])
        if left is not right and _may_join(left, right, similarity, options):
            joined = sorted(left + right)
            group_of.update((index, joined) for index in joined)
    groups = [group_of.get(line.index, [line.index]) for line in lines]
    return tuple(
        sorted(
            (
                made
                for index, group in enumerate(groups)
                if group[0] == index
                for made in _printed(group, similarity, options)
            ),
            key=lambda grouping: grouping.printed,
        )
    )


def make_statements(
    groupings: Iterable[Grouping],
    similarity: Similarity,
    ancestry: Ancestry,
    options: StatementOptions,
) -> tuple[Statement, ...]:
    """The statements that `groupings` stand for, by id."""
    return tuple(
        sorted(
            (_statement(grouping, similarity, ancestry, options) for grouping in groupings),
            key=lambda statement: statement.id,
        )
    )


def is_clear_alone(line: Line) -> bool:
    """Whether a reader understands a sentence without those around it.

    It begins neither with a pronoun or a connective nor with somebody's unsigned words, does not point back in its
    first words ("while details of this plan"), and ends the quotations it begins.
    """
    words, text = line.tokens, line.sentence.text
    if not words or words[0].text.lower() in ANAPHORS or not (text[0].isalnum() or text[0] in _QUOTATION_MARKS):
        return False
    opening = [word.text.lower() for word in words[:_OPENING]]
    if any(a in _POINTING and b not in _WHEN for a, b in pairwise(opening)):
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    closing = max(text.find(mark, 1) for mark in _QUOTATION_MARKS)
    return text[0] not in _QUOTATION_MARKS or 0 < closing < len(text) - 2


def _says_something(line: Line) -> bool:
    """Whether a sentence has a word that not any news may hold; "Friday night." would be in a hundred others."""
    return any(stem not in COMMON_STEMS and stem[0].isalpha() for stem in line.stems)


def _may_join(left: list[int], right: list[int], similarity: Similarity, options: StatementOptions) -> bool:
    return all(
        similarity.score(a, b) >= options.keep and similarity.conflict(a, b) is None for a in left for b in right
    )


def _printed(group: list[int], similarity: Similarity, options: StatementOptions) -> list[Grouping]:
    """A group with its printed sentence, and the sentences let go from it each alone.

    Printed is the sentence that is clear alone, has most articles among those it says the same as, and is neither
    a fragment nor over-long; then the one that says most of the others; ties by id.
    """
    if len(group) == 1:
        return [Grouping(group[0], ())]
    lines = similarity.corpus.lines

    def merit(index: int) -> tuple[bool, int, bool, float, str]:
        line = lines[index]
        others = [other for other in group if other != index]
        full = {lines[other].article for other in others if _relation(index, other, similarity, options) != "partial"}
        said = sum(similarity.coverage(other, by=index) for other in others)
        fits = options.shortest <= len(line.tokens) <= options.longest
        return (not is_clear_alone(line), -len(full - {line.article}), not fits, -said, line.sentence.id)

    printed = min(group, key=merit)
    kept = [
        other
        for other in group
        if other != printed
        and (
            _relation(printed, other, similarity, options) != "partial"
            or (
                similarity.score(printed, other) >= options.partial
                and similarity.coverage(other, by=printed) >= options.shared
                and similarity.shared(printed, other) >= options.shared_words
            )
        )
    ]
    alone = [other for other in group if other != printed and other not in kept]
    return [Grouping(printed, tuple(kept)), *(Grouping(other, ()) for other in alone)]


def _relation(printed: int, other: int, similarity: Similarity, options: StatementOptions) -> Relation:
    says_other = _says(printed, other, similarity, options)
    is_said = _says(other, printed, similarity, options)
    if says_other and is_said:
        return "same"
    if says_other:
        return "entails"
    return "entailed" if is_said else "partial"


def _says(one: int, other: int, similarity: Similarity, options: StatementOptions) -> bool:
    """Whether `one` holds enough of `other`, which for a short sentence is nearly all of it; more than a name."""
    coverage = similarity.coverage(other, by=one)
    enough = similarity.shared(one, other) >= options.shared_words
    if not enough and not similarity.shares_more_than_names(one, other):
        return False
    return coverage >= (options.covered if enough else options.covered_short)


def _statement(grouping: Grouping, similarity: Similarity, ancestry: Ancestry, options: StatementOptions) -> Statement:
    lines = similarity.corpus.lines
    printed = lines[grouping.printed]
    also = tuple(
        Companion(
            sentence=lines[other].sentence.id,
            relation=_relation(grouping.printed, other, similarity, options),
            score=round(similarity.score(grouping.printed, other), 3),
        )
        for other in sorted(grouping.companions)
    )
    full = [
        lines[other].sentence
        for other, companion in zip(sorted(grouping.companions), also, strict=True)
        if companion.relation != "partial"
    ]
    least, most = ancestry.spread((printed.sentence, *full))
    return Statement(
        id=f"st.{printed.sentence.id}",
        sentence=printed.sentence.id,
        also=also,
        sources=(printed.article, *sorted({sentence.article for sentence in full} - {printed.article})),
        origins=least,
        most_origins=most,
    )
