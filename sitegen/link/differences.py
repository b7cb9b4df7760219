"""Where sources differ: sentences on one thing, of different articles, that give it otherwise.

No verdict: each side stands with all its sentences. Precision comes before recall, as a false difference accuses a
source (decision 0013).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sitegen.model import Difference, DifferenceKind, DifferenceSide, Entity
from sitegen.reasons import Reason, worded
from sitegen.text import digest

from .comparable import Finding, Reports
from .similar import Similarity
from .spellings import find_spellings
from .unlike_figures import differing_days, differing_figures, differing_magnitudes
from .unlike_states import differing_acts, differing_presences, differing_speakers, differing_states


@dataclass(frozen=True, slots=True)
class DifferenceOptions:
    """How alike sentences must be before what they give otherwise is taken for a difference.

    Set by reading what is found in real reports (decision 0013).
    """

    near: float = 0.25
    """Score of `Similarity` for figures."""
    close: float = 0.35
    """For days, and durations in different units: what recurs differs without disagreement."""
    covered: float = 0.5
    """Share of the content of the shorter sentence that the other must hold."""
    awaited: float = 2.0
    """For what one report expects and another says was done; no score is above 1, so that they are left out. Of three
    that were found in real reports none was right: mostly the one is only the older."""


def find_differences(
    similarity: Similarity, entities: Iterable[Entity], options: DifferenceOptions
) -> tuple[Difference, ...]:
    """Where the articles of one affair disagree, by id. `entities`: whom and what the mentions name.

    Known failures: rounds of one kind of event in an affair without dates (two votes, two raids); a party's figure
    that only one of the articles attributes.
    """
    entities = tuple(entities)
    reports = Reports(similarity, entities)
    found: list[Finding] = []
    for score, one, other in similarity.pairs():
        if score < options.near:
            break
        a, b = reports.lines[one], reports.lines[other]
        if a.article == b.article or (score < options.awaited and not reports.have_what_to_compare(a, b)):
            continue
        if reports.are_of_two_parties(a, b) or not reports.are_on_one_thing(a, b, score, options.covered):
            continue
        found += differing_figures(a, b, reports, is_close=score >= options.close)
        if score >= options.close:
            found += differing_days(a, b, reports)
        if score >= options.awaited:
            found += differing_acts(a, b, reports)
    for look in (differing_magnitudes, differing_states, differing_presences, differing_speakers):
        found += look(reports)
    for spelling in find_spellings(entities, similarity.corpus):
        sides = tuple(
            (similarity.index_of[sentence], name, name) for name, sentences in spelling.sides for sentence in sentences
        )
        found.append(Finding("spelling", spelling.entity, worded("Spelling of a name"), sides))
    return tuple(sorted(_merged(found, reports), key=lambda difference: difference.id))


def _merged(found: list[Finding], reports: Reports) -> Iterator[Difference]:
    """One difference of all pairs of one kind and subject that meet in a sentence."""
    group_of: dict[tuple[str, str, int], list[Finding]] = {}
    for pair in found:
        keys = [(pair.kind, pair.about, index) for index, _, _ in pair.sides]
        joined = [pair]
        for group in {id(g): g for key in keys if (g := group_of.get(key))}.values():
            joined += group
        for member in joined:
            group_of.update(((member.kind, member.about, index), joined) for index, _, _ in member.sides)
    for group in {id(g): g for g in group_of.values()}.values():
        yield _difference(group, reports)


def _difference(group: list[Finding], reports: Reports) -> Difference:
    lines = reports.lines
    by_value: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for pair in group:
        for index, value, words in pair.sides:
            by_value[value][index] = words
    sides = tuple(
        DifferenceSide(places[min(places)], tuple(lines[i].sentence.id for i in sorted(places)))
        for places in sorted(by_value.values(), key=min)
    )
    first = min(group, key=lambda pair: sorted(pair.sides))
    key = " ".join([first.kind, *sorted(s for side in sides for s in side.sentences), *(side.says for side in sides)])
    return Difference(f"k.{digest(key)}", first.kind, first.note, sides, _superseded(first.kind, sides, reports))


def _superseded(kind: DifferenceKind, sides: tuple[DifferenceSide, ...], reports: Reports) -> Reason | None:
    """Counts and states move on; a spelling, a length or a day does not."""
    if kind not in ("number", "status", "attendance"):
        return None
    similarity, lines = reports.similarity, reports.lines
    days: list[set[date]] = []
    for side in sides:
        found = [reports.published[lines[similarity.index_of[s]].article] for s in side.sentences]
        if None in found:
            return None
        days.append({day for day in found if day})
    days.sort(key=min)
    if all(max(earlier) < min(later) for earlier, later in pairwise(days)):
        return worded("the reports are of different days, the latest of %(day)s", day=max(days[-1]).isoformat())
    return None
