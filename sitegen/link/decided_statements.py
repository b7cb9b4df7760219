"""Statements as the desk decides on them: what says the same, what does not, what is never printed, what is pinned."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from sitegen.errors import Problem
from sitegen.model import Because, Decisions, Ruling, SentenceRef, Statement, StatementDecision, StatementVerb
from sitegen.reasons import Reason, connected, quoted, worded

from .corpus import Corpus
from .similar import Similarity, SimilarOptions
from .statements import Grouping

_PINNED = {
    "index": worded("heads the index page"),
    "topic": worded("heads its topics"),
    None: worded("heads the index page and its topics"),
}


class DecidedSimilarity(Similarity):
    """As `Similarity`, where the desk has decided on pairs.

    Sentences that say the same by decision are alike in full, and each is as like any other as the one of them that is
    most like it. Those that do not, and those that are dropped, are no pairs.
    """

    def __init__(self, corpus: Corpus, options: SimilarOptions, decisions: Sequence[StatementDecision], gone: Set[str]):
        super().__init__(corpus, options)
        self._decided, self._gone = tuple(decisions), frozenset(gone)
        self.dropped = frozenset(
            (
                *(index for group in self._indices(decisions, "drop") for index in group),
                *(line.index for line in corpus.lines if line.article in gone),
            )
        )
        pinned = dict.fromkeys(i for group in self._indices(decisions, "pin") for i in group)
        self._pinned = tuple(index for index in pinned if index not in self.dropped)
        self._twins: dict[int, tuple[int, ...]] = {}
        for group in self._indices(decisions, "same"):
            merged = tuple(sorted({t for index in group for t in (index, *self._twins.get(index, ()))}))
            self._twins.update((index, merged) for index in merged)
        self._parted = frozenset(
            frozenset((a, b))
            for group in self._indices(decisions, "not_same")
            for one in group
            for other in group
            if one != other
            for a in self.readings(one)
            for b in self.readings(other)
        )
        self._decided_pairs: tuple[tuple[float, int, int], ...] | None = None

    @property
    def decided(self) -> tuple[StatementDecision, ...]:
        return self._decided

    @property
    def gone(self) -> frozenset[str]:
        return self._gone

    @property
    def twins(self) -> tuple[tuple[int, ...], ...]:
        left = (tuple(i for i in group if i not in self.dropped) for group in set(self._twins.values()))
        return tuple(sorted(group for group in left if len(group) > 1))

    @property
    def pinned(self) -> tuple[int, ...]:
        return self._pinned

    def readings(self, index: int) -> tuple[int, ...]:
        return self._twins.get(index, (index,))

    def are_parted(self, one: int, other: int) -> bool:
        return frozenset((one, other)) in self._parted

    def score(self, one: int, other: int) -> float:
        same = self.readings(one)
        if other in same:
            return 1.0
        return max(super(DecidedSimilarity, self).score(a, b) for a in same for b in self.readings(other))

    def measured(self, one: int, other: int) -> float:
        """The score as it would be without decisions."""
        return super().score(one, other)

    def conflict(self, one: int, other: int) -> str | None:
        if self.are_parted(one, other):
            return "the desk: they do not say the same"
        return None if other in self.readings(one) else super().conflict(one, other)

    def pairs(self) -> tuple[tuple[float, int, int], ...]:
        if self._decided_pairs is None:
            pairs = {(a, b) for a, b in self._candidates() if not self.are_parted(a, b)}
            pairs |= {(a, b) for group in self.twins for a in group for b in group if a < b}
            kept = ((a, b) for a, b in pairs if a not in self.dropped and b not in self.dropped)
            found = ((self.score(a, b), a, b) for a, b in kept)
            self._decided_pairs = tuple(sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2])))
        return self._decided_pairs

    def forget(self) -> None:
        super().forget()
        self._decided_pairs = None

    def _indices(self, decisions: Iterable[StatementDecision], verb: StatementVerb) -> list[list[int]]:
        return [
            [self.index_of[reference.id] for reference in decision.sentences if reference.id in self.index_of]
            for decision in decisions
            if decision.verb == verb
        ]


def decided_similarity(
    corpus: Corpus, options: SimilarOptions, decisions: Sequence[StatementDecision], gone: Set[str] = frozenset()
) -> Similarity:
    """The similarity of a corpus, with the decisions on its sentences, if there are any. `gone`: ids of articles of
    which all sentences are dropped."""
    here = decisions_on(corpus, decisions)
    if not here and gone.isdisjoint(analysis.article.id for analysis in corpus.analyses):
        return Similarity(corpus, options)
    return DecidedSimilarity(corpus, options, here, gone)


def decisions_on(corpus: Corpus, decisions: Sequence[StatementDecision]) -> tuple[StatementDecision, ...]:
    """The decisions on sentences of a corpus."""
    known = {line.sentence.id for line in corpus.lines} if decisions else set()
    return tuple(one for one in decisions if any(reference.id in known for reference in one.sentences))


def is_dropped(grouping: Grouping, similarity: Similarity) -> bool:
    return isinstance(similarity, DecidedSimilarity) and grouping.printed in similarity.dropped


def with_measured_scores(statements: Iterable[Statement], similarity: Similarity) -> tuple[Statement, ...]:
    """Statements with the scores that were measured, whatever the desk decided on their sentences."""
    if not isinstance(similarity, DecidedSimilarity):
        return tuple(statements)
    index_of, score = similarity.index_of, similarity.measured
    return tuple(
        replace(
            statement,
            also=tuple(
                replace(also, score=round(score(index_of[statement.sentence], index_of[also.sentence]), 3))
                for also in statement.also
            ),
        )
        for statement in statements
    )


def dropped_sentences(decisions: Iterable[StatementDecision]) -> dict[str, Reason]:
    """Id of a sentence that is dropped → why it is left out."""
    return {
        reference.id: worded("dropped by the desk: %(words)s", words=decision.because.why)
        if decision.because.why
        else worded("dropped by the desk")
        for decision in decisions
        if decision.verb == "drop"
        for reference in decision.sentences
    }


def pinned_to(decisions: Iterable[StatementDecision], place: str) -> tuple[str, ...]:
    """Ids of the sentences that are pinned to a place, in the order of the file."""
    return tuple(
        dict.fromkeys(
            reference.id
            for decision in decisions
            if decision.verb == "pin" and decision.to in (None, place)
            for reference in decision.sentences
        )
    )


def judge_statements(
    decisions: Decisions, affairs: Sequence[Corpus], shown: Iterable[str], titles: dict[str, str]
) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """What is stated of decisions that were carried out, and a problem, `decision-unmet`, for each that was not.

    `affairs`: the sentences that were compared with one another; `shown`: those that stand in topics; `titles`: of
    articles that nobody withdrew, by id.
    """
    affair_of = {line.sentence.id: number for number, part in enumerate(affairs) for line in part.lines}
    printed = frozenset(shown)
    rulings: list[Ruling] = []
    problems: list[Problem] = []

    def unmet(decision: StatementDecision, message: str, remedy: str) -> None:
        problems.append(Problem("decision-unmet", "warning", message, decisions.path, decision.line, 0, remedy))

    for decision in decisions.statements:
        ids = [reference.id for reference in decision.sentences]
        here = [id_ for id_ in ids if _article(id_) in titles]
        for id_ in ids:
            if id_ not in here:
                unmet(decision, f"{id_}: its article is withdrawn", "take it out")
        if decision.verb in ("same", "not_same"):
            if len(here) < 2:
                continue
            if decision.verb == "same" and len({affair_of.get(id_) for id_ in here}) > 1:
                message = f"{here[0]} and {here[-1]} stand in articles that are not compared: they share no affair"
                unmet(decision, message, "`stories` in briefing.json has the affairs; take it out")
                continue
        elif decision.verb == "pin":
            for id_ in [id_ for id_ in here if id_ not in printed]:
                here.remove(id_)
                unmet(decision, f"{id_} stands in no topic", "add it to one: topics.TOPIC.add")
        # What is one statement by a decision states it once.
        about = here[:1] if decision.verb == "same" else here
        rulings += (_ruling(id_, decision, here, titles) for id_ in about)
    return tuple(rulings), tuple(problems)


def _ruling(id_: str, decision: StatementDecision, all_: Sequence[str], titles: dict[str, str]) -> Ruling:
    others = [quoted(title) for title in dict.fromkeys(titles[_article(other)] for other in all_ if other != id_)]
    match decision.verb:
        case "same":
            decided = worded("says the same as a sentence of %(words)s", words=connected(others))
        case "not_same":
            decided = worded("does not say the same as a sentence of %(words)s", words=connected(others))
        case "drop":
            decided = worded("never printed")
        case "pin":
            decided = _PINNED[decision.to]
    return Ruling("statement", id_, "", decided, None, decision.because)


def sentence_ruling(reference: SentenceRef, decided: Reason, because: Because) -> Ruling:
    """What is stated of a decision on where a sentence stands."""
    return Ruling("statement", reference.id, "", decided, None, because)


def _article(sentence: str) -> str:
    return sentence.rpartition(".")[0]
