"""Chapters: what each affair of a folder comes to, side by side or one after the other."""

from collections.abc import Sequence
from functools import partial

from sitegen.each import Each, surely
from sitegen.model import Decisions, Entity, TopicLock

from .affairs import Affair
from .corpus import Corpus, split
from .decided_articles import printable
from .decided_statements import decided_similarity, decisions_on, is_dropped
from .entities import share_out
from .findings import Chosen, Compared, Findings, compare, fill
from .folder import Folder
from .options import LinkOptions
from .outline import Chapter
from .pins import pin_of
from .topics import choose_subjects, title_key, topics_for


def make_chapters(
    folder: Folder, entities: Sequence[Entity], options: LinkOptions, lock: TopicLock, decisions: Decisions, each: Each
) -> list[Chapter]:
    """The chapters, the largest affair first, as the first to choose titles; without what only withdrawn articles say.

    `entities`: whom and what the folder names; `each`: who goes through the affairs.
    """
    lone = _lone(folder.whole, folder.affairs, decisions)
    affairs = (*folder.affairs, *lone)
    articles = [affair.articles for affair in affairs]
    parts = split(folder.whole, articles)
    topics = [0 if affair in lone else topics_for(len(affair.articles), options.topics) for affair in affairs]
    compared = [
        _compared(affair, part, named, folder, lock, decisions, topics=most)
        for affair, part, named, most in zip(affairs, parts, share_out(entities, articles), topics, strict=True)
    ]
    found = tuple(surely(each, partial(compare, options=options), compared))
    chosen = _chosen(affairs, parts, compared, found, options, lock)
    filled = surely(each, partial(fill, options=options), chosen)
    similar = (decided_similarity(part, options.similar, decisions.statements, folder.gone) for part in parts)
    return [
        Chapter(
            affair=affair,
            similarity=similarity,
            pins=made.pins,
            told=tuple(grouping for grouping in choice.findings.groupings if not is_dropped(grouping, similarity)),
            filled=made.topics,
            entities=choice.compared.entities,
            statements=choice.findings.statements,
            differences=choice.findings.differences,
            leads=dict(made.leads),
        )
        for affair, similarity, choice, made in zip(affairs, similar, chosen, filled, strict=True)
    ]


def _chosen(
    affairs: Sequence[Affair],
    parts: Sequence[Corpus],
    compared: Sequence[Compared],
    found: Sequence[Findings],
    options: LinkOptions,
    lock: TopicLock,
) -> list[Chosen]:
    """The subjects of each affair that become topics, under titles that no affair before it has."""
    taken = {title_key(pin.title) for pin in lock.topics}
    chosen: list[Chosen] = []
    for affair, part, work, findings in zip(affairs, parts, compared, found, strict=True):
        subjects = choose_subjects(findings.candidates, options.topics, wanted=work.wanted, taken=taken)
        pins = printable(tuple(pin_of(subject, "") for subject in subjects), part, frozenset(work.gone))
        taken.update(title_key(pin.title) for pin in pins if pin.title)
        chosen.append(Chosen(work.id, _id_of(affair), work, findings, subjects))
    return chosen


def _id_of(affair: Affair) -> str:
    return affair.pinned.id if affair.pinned else affair.articles[0]


def _compared(
    affair: Affair,
    part: Corpus,
    entities: tuple[Entity, ...],
    folder: Folder,
    lock: TopicLock,
    decisions: Decisions,
    *,
    topics: int,
) -> Compared:
    """`topics`: that it may have."""
    id_ = _id_of(affair)
    pins = tuple(pin for pin in lock.topics if affair.pinned and pin.affair == id_)
    return Compared(
        id=affair.articles[0],
        analyses=part.analyses,
        gone=tuple(article for article in affair.articles if article in folder.gone),
        entities=entities,
        origins=folder.ancestry.within(affair.articles),
        decisions=decisions_on(part, decisions.statements),
        pins=pins,
        wanted=topics - len(pins),
    )


def _lone(corpus: Corpus, affairs: Sequence[Affair], decisions: Decisions) -> tuple[Affair, ...]:
    """Articles of no affair that the desk wants in a topic, each as an affair of its own."""
    if not decisions.topics:
        return ()
    inside = {article for affair in affairs for article in affair.articles}
    named = {
        reference.id.rpartition(".")[0]
        for decision in decisions.topics
        for reference in (*decision.add, *decision.move, *(s for part in decision.split for s in part.sentences))
    }
    wanted = any(decision.pin and decision.terms for decision in decisions.topics)
    return tuple(
        Affair((analysis.article.id,), None)
        for analysis in corpus.analyses
        if analysis.article.id not in inside and (wanted or analysis.article.id in named)
    )
