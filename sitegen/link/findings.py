"""What the articles of one affair come to, in two steps, each from all that it depends on and from nothing else.

So affairs can be worked on side by side, and what one came to can be kept until any of it changes. Between the steps
stands the choice of topics, as no two affairs may have topics of one title: that is done affair by affair.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import Analysis, Difference, Entity, Origin, PinnedTopic, Statement, StatementDecision

from .corpus import make_corpus
from .decided_articles import printable
from .decided_statements import decided_similarity, is_dropped, with_measured_scores
from .differences import find_differences
from .families import Families
from .members import Place, Placing, naming
from .options import LinkOptions
from .origins import Ancestry
from .outline import Entry, Leading, fill_topics, find_leads, leading_of
from .phrases import PhraseFinder
from .pins import pins_of, subject_of
from .similar import Similarity
from .statements import Grouping, group_sentences, make_statements
from .subjects import Subject
from .summary import Merits
from .topics import Candidates, find_candidates


@dataclass(frozen=True, slots=True)
class Compared:
    """All that decides what the articles of an affair say together, beside the options."""

    id: str
    """Of its first article."""
    analyses: tuple[Analysis, ...]
    """By article id."""
    gone: tuple[str, ...]
    """Ids of those of its articles that are withdrawn."""
    entities: tuple[Entity, ...]
    """Whom and what its articles name, with the mentions there."""
    origins: tuple[Origin, ...]
    """Those that sentences of it may go back to."""
    decisions: tuple[StatementDecision, ...]
    """On sentences of it."""
    pins: tuple[PinnedTopic, ...]
    """Its topics that are pinned."""
    wanted: int
    """Topics that are looked for beside these."""

    def similarity(self, options: LinkOptions) -> Similarity:
        """Of its sentences."""
        return self._similarity(options, self.gone)

    def similarity_before(self, options: LinkOptions) -> Similarity:
        """The same, as it was while no article was withdrawn."""
        return self._similarity(options, ())

    def _similarity(self, options: LinkOptions, gone: tuple[str, ...]) -> Similarity:
        return decided_similarity(make_corpus(self.analyses), options.similar, self.decisions, frozenset(gone))


@dataclass(frozen=True, slots=True)
class Findings:
    """What the articles of an affair say together. Sentences are named by their index."""

    groupings: tuple[Grouping, ...]
    """All groups, by printed index."""
    statements: tuple[Statement, ...]
    """Those of the groups that are not dropped, by id."""
    differences: tuple[Difference, ...]
    """Where its articles disagree, by id."""
    candidates: Candidates
    """What its topics may be."""


def compare(compared: Compared, options: LinkOptions) -> Findings:
    """What the articles of an affair say together."""
    similarity = compared.similarity(options)
    groupings = group_sentences(similarity, options.statements)
    there = (analysis for analysis in compared.analyses if analysis.article.id not in compared.gone)
    ancestry = Ancestry(compared.origins, there, options.origins)
    told = (grouping for grouping in groupings if not is_dropped(grouping, similarity))
    return Findings(
        groupings=groupings,
        statements=with_measured_scores(make_statements(told, similarity, ancestry), similarity),
        differences=find_differences(similarity, compared.entities, options.differences),
        candidates=_candidates(compared, similarity, groupings, options)
        if not compared.gone
        else _candidates_before(compared, options),
    )


def _candidates_before(compared: Compared, options: LinkOptions) -> Candidates:
    """What the topics may have been before articles were withdrawn: topics stay as they are."""
    similarity = compared.similarity_before(options)
    return _candidates(compared, similarity, group_sentences(similarity, options.statements), options)


def _candidates(
    compared: Compared, similarity: Similarity, groupings: tuple[Grouping, ...], options: LinkOptions
) -> Candidates:
    """The subjects of an affair beside those that are pinned."""
    if compared.wanted <= 0:
        return Candidates(len(similarity.corpus.lines))
    families = Families(similarity.corpus) if compared.pins else None
    pinned = tuple(
        subject_of(pin, anchored) for pin in compared.pins if families and (anchored := naming(pin, families))
    )
    phrases = PhraseFinder(similarity.corpus).find()
    return find_candidates(phrases, groupings, similarity, options.topics, pinned)


@dataclass(frozen=True, slots=True)
class Chosen:
    """All that decides what stands in the topics of an affair, beside the options."""

    id: str
    """Of its first article."""
    affair: str
    """What it is pinned as, else its first article."""
    compared: Compared
    findings: Findings
    subjects: tuple[Subject, ...]
    """Those that become topics, beside those that are pinned."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The topics of an affair."""

    pins: tuple[PinnedTopic, ...]
    """What they are known by: first those that were pinned, then those that were found, without ids."""
    topics: Mapping[int, tuple[Entry, ...]]
    """Number of the topic → its groups."""
    leads: tuple[tuple[Leading, tuple[str, ...]], ...]
    """For the groups of each topic, the sentences that may head it, best first."""


def fill(chosen: Chosen, options: LinkOptions) -> Filled:
    """The topics of an affair, with what stands in them."""
    compared, groupings = chosen.compared, chosen.findings.groupings
    similarity = compared.similarity(options)
    part, pinned = similarity.corpus, compared.pins
    found = printable(pins_of(chosen.subjects, similarity, chosen.affair), part, frozenset(compared.gone))
    places: tuple[tuple[Place, ...], ...] = tuple(() for _ in groupings)
    if pinned:
        places = Placing(pinned, part, options.topics).of_groups(groupings)
    if found:
        added = Placing(found, part, options.topics).of_groups(groupings, [bool(place) for place in places])
        moved = (tuple(place.moved(len(pinned)) for place in new) for new in added)
        places = tuple((*old, *new) for old, new in zip(places, moved, strict=True))
    headed = [*(None for _ in pinned), *(bool(subject.phrase.in_headings) for subject in chosen.subjects)]
    shown = [(g, where) for g, where in zip(groupings, places, strict=True) if not is_dropped(g, similarity)]
    filled = fill_topics(headed, [g for g, _ in shown], [where for _, where in shown], part, options.topics)
    untitled = {len(pinned) + number for number, pin in enumerate(found) if not pin.title}
    topics = {number: entries for number, entries in filled.items() if number not in untitled}
    merits = Merits(similarity, options.summary)
    by_sentence = {statement.sentence: statement for statement in chosen.findings.statements}
    leading = dict.fromkeys(leading_of(entries) for entries in topics.values())
    leads = tuple((groups, find_leads(groups, by_sentence, similarity, merits)) for groups in leading)
    return Filled((*pinned, *found), topics, leads)
