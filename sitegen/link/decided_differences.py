"""Differences as the desk decides on them: those that are none, each with the reason."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from sitegen.errors import Problem
from sitegen.model import Decisions, Difference, DifferenceDecision, Ruling
from sitegen.reasons import worded


def decide_differences(
    differences: Iterable[Difference], decisions: Decisions, dropped: Set[str]
) -> tuple[tuple[Difference, ...], tuple[Ruling, ...], tuple[Problem, ...]]:
    """The differences, without sentences that are `dropped`, and which of them are dismissed; what is stated of that;
    `decision-stale` for what is no difference any more.

    A side is printed in words of its first sentence: a difference of which that is dropped is gone.
    """
    kept: list[Difference] = []
    for difference in differences:
        sides = tuple(replace(s, sentences=tuple(i for i in s.sentences if i not in dropped)) for s in difference.sides)
        if not any(side.sentences[0] in dropped for side in difference.sides):
            kept.append(replace(difference, sides=sides))
    rulings: list[Ruling] = []
    problems: list[Problem] = []
    for decision in decisions.differences:
        found = [number for number, difference in enumerate(kept) if _is_meant(difference, decision)]
        for number in found:
            kept[number] = replace(kept[number], dismissed=decision.because)
            rulings.append(Ruling("difference", kept[number].id, "", worded("no difference"), None, decision.because))
        if not found:
            problems.append(_stale(decision, kept, decisions.path, dropped))
    return tuple(kept), tuple(rulings), tuple(problems)


def _is_meant(difference: Difference, decision: DifferenceDecision) -> bool:
    wanted = {reference.id for reference in decision.sentences}
    sides = [wanted.intersection(side.sentences) for side in difference.sides]
    return (
        decision.kind in (None, difference.kind)
        and wanted == set[str]().union(*sides)
        and sum(bool(side) for side in sides) > 1
    )


def _stale(decision: DifferenceDecision, differences: Sequence[Difference], path: str, dropped: Set[str]) -> Problem:
    wanted = [reference.id for reference in decision.sentences]
    message = f"{wanted[0]} and {wanted[1]} are on two sides of no difference"
    message += f" of the kind {decision.kind}" if decision.kind else ""
    remedy = "take it out"
    if dropped & set(wanted):
        message += " any more: a sentence of them is dropped, or its article withdrawn"
    for difference in differences:
        own = {sentence for side in difference.sides for sentence in side.sentences}
        if here := [id_ for id_ in wanted if id_ in own]:
            others = next(
                (s.sentences[0] for s in difference.sides if here[0] not in s.sentences),
                difference.sides[0].sentences[0],
            )
            remedy = (
                f"{here[0]} and {others} differ ({difference.kind}: {difference.note}); write these, or take it out"
            )
            break
    return Problem("decision-stale", "warning", message, path, decision.line, 0, remedy)
