"""Articles that were corrected or withdrawn: what of the briefing rests, or rested, on them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.model import Analysis, ArticleDecision, Fate, Flag, PinnedTopic, Ruling, Statement, Withdrawn
from sitegen.reasons import Reason, worded
from sitegen.text import normalise

from .corpus import Corpus
from .phrases import capitalised
from .statements import Grouping

_WITHDRAWN = worded("its article is withdrawn")
_SAID_ELSEWHERE = worded("its article is withdrawn; another article says it")


def corrected_flags(decisions: Iterable[ArticleDecision], statements: Sequence[Statement]) -> Iterator[Flag]:
    """A flag for each statement with a sentence that a correction is about."""
    for decision in decisions:
        about = {reference.id for reference in decision.sentences}
        for statement in statements:
            sentences = (statement.sentence, *(also.sentence for also in statement.also))
            inside = [id_ for id_ in sentences if id_.rpartition(".")[0] == decision.article]
            if inside and (not about or about.intersection(inside)):
                yield Flag(statement.id, decision.article, "corrected")


def withdrawn_flags(
    withdrawn: frozenset[str], groups: Iterable[Sequence[str]], statements: Sequence[Statement]
) -> tuple[tuple[Flag, ...], dict[str, str]]:
    """A flag for each statement that a withdrawn article said too; its sentence → a statement that still says so.

    `groups`: ids of sentences that say the same, as they were with the withdrawn articles.
    """
    of = {
        sentence: statement.id
        for statement in statements
        for sentence in (statement.sentence, *(also.sentence for also in statement.also))
    }
    flags: set[tuple[str, str]] = set()
    still: dict[str, str] = {}
    for group in groups:
        gone = [sentence for sentence in group if sentence.rpartition(".")[0] in withdrawn]
        left = sorted({of[sentence] for sentence in group if sentence in of})
        for sentence in gone if left else ():
            still[sentence] = left[0]
            flags |= {(statement, sentence.rpartition(".")[0]) for statement in left}
    return tuple(Flag(statement, article, "withdrawn") for statement, article in sorted(flags)), still


def tombstones(
    analyses: Iterable[Analysis], decisions: Iterable[ArticleDecision], still: dict[str, str]
) -> tuple[Withdrawn, ...]:
    """What stays of withdrawn articles, by id."""
    by_id = {decision.article: decision for decision in decisions}
    ordered = sorted(analyses, key=lambda analysis: analysis.article.id)
    return tuple(
        Withdrawn(
            analysis,
            tuple(
                Fate(s.id, "left-out", still.get(s.id), _SAID_ELSEWHERE if s.id in still else _WITHDRAWN)
                for s in analysis.sentences
            ),
            by_id[analysis.article.id],
        )
        for analysis in ordered
    )


def groups_with(
    withdrawn: frozenset[str], sentences: Sequence[str], groupings: Iterable[Grouping]
) -> Iterator[list[str]]:
    """Ids of the sentences of each group that has some of a withdrawn article and some of another."""
    for grouping in groupings:
        ids = [sentences[index] for index in grouping.members]
        if len({id_.rpartition(".")[0] in withdrawn for id_ in ids}) == 2:
            yield ids


def printable(pins: tuple[PinnedTopic, ...], corpus: Corpus, gone: frozenset[str]) -> tuple[PinnedTopic, ...]:
    """What topics are known by, without words that only articles that are `gone` have; one whose title is left without
    any has the empty one."""
    if gone.isdisjoint(analysis.article.id for analysis in corpus.analyses):
        return pins
    there: list[str] = []
    left: list[str] = []
    for analysis in corpus.analyses:
        texts = there if analysis.article.id in gone else left
        texts += (f" {normalise(block.text)} " for block in analysis.article.blocks)

    def is_left(wording: str) -> bool:
        words = f" {normalise(wording)} "
        return any(words in text for text in left) or not any(words in text for text in there)

    made: list[PinnedTopic] = []
    for pin in pins:
        wordings = [wording for wording in (pin.title, *pin.aliases) if is_left(wording)]
        title = capitalised(wordings[0]) if wordings else ""
        made.append(replace(pin, title=title, aliases=tuple(wordings[1:])))
    titles = [pin.title for pin in made]
    return tuple(
        pin if titles.index(pin.title) == number else replace(pin, title="") for number, pin in enumerate(made)
    )


def article_rulings(decisions: Iterable[ArticleDecision], titles: dict[str, str]) -> tuple[Ruling, ...]:
    """What is stated of articles. `titles`: of all, by id."""
    return tuple(
        Ruling(
            "article",
            decision.article,
            titles.get(decision.article, ""),
            _status(decision),
            None,
            decision.because,
        )
        for decision in decisions
    )


def _status(decision: ArticleDecision) -> Reason:
    if decision.status == "withdrawn":
        return worded("withdrawn: %(words)s", words=decision.note) if decision.note else worded("withdrawn")
    return worded("corrected: %(words)s", words=decision.note) if decision.note else worded("corrected")
