"""Chapters: what each affair of a folder comes to, one after the other."""

from collections.abc import Sequence, Set
from dataclasses import replace

from sitegen.model import Decisions, Entity, PinnedTopic, TopicLock

from .affairs import Affair
from .corpus import Corpus, split
from .decided_articles import printable
from .decided_statements import decided_similarity, is_dropped, with_measured_scores
from .differences import find_differences
from .entities import share_out
from .families import Families
from .folder import Folder
from .members import Place, Placing, naming
from .options import LinkOptions
from .outline import Chapter, fill_topics
from .phrases import PhraseFinder
from .pins import pins_of, subject_of
from .similar import Similarity
from .statements import Grouping, group_sentences, make_statements
from .subjects import Subject
from .topics import choose_subjects, title_key, topics_for


def make_chapters(
    folder: Folder, entities: Sequence[Entity], options: LinkOptions, lock: TopicLock, decisions: Decisions
) -> list[Chapter]:
    """The chapters, the largest affair first, as the first to choose titles; without what only withdrawn articles say.

    `entities`: whom and what the folder names. What comparing the sentences of an affair takes is let go of before the
    next: a folder would not fit into memory otherwise.
    """
    lone = _lone(folder.whole, folder.affairs, decisions)
    affairs = (*folder.affairs, *lone)
    articles = [affair.articles for affair in affairs]
    taken = {title_key(pin.title) for pin in lock.topics}
    chapters: list[Chapter] = []
    for affair, part, named in zip(affairs, split(folder.whole, articles), share_out(entities, articles), strict=True):
        similarity = decided_similarity(part, options.similar, decisions.statements, folder.gone)
        wanted = 0 if affair in lone else topics_for(len(affair.articles), options.topics)
        chapter = _chapter(affair, similarity, folder, options, lock, wanted=wanted, taken=taken)
        chapters.append(
            replace(
                chapter,
                entities=named,
                statements=with_measured_scores(make_statements(chapter.told, similarity, folder.ancestry), similarity),
                differences=find_differences(similarity, named, options.differences),
            )
        )
        taken.update(title_key(pin.title) for pin in chapter.pins if pin.title)
        similarity.forget()
    return chapters


def _chapter(
    affair: Affair,
    similarity: Similarity,
    folder: Folder,
    options: LinkOptions,
    lock: TopicLock,
    *,
    wanted: int,
    taken: Set[str],
) -> Chapter:
    """The groups and topics of an affair. `wanted`: topics; `taken`: keys of titles that others have."""
    part = similarity.corpus
    groupings = group_sentences(similarity, options.statements)
    id_ = affair.pinned.id if affair.pinned else affair.articles[0]
    pinned = tuple(pin for pin in lock.topics if affair.pinned and pin.affair == id_)
    places: tuple[tuple[Place, ...], ...] = tuple(() for _ in groupings)
    if pinned:
        places = Placing(pinned, part, options.topics).of_groups(groupings)
    subjects = _new_subjects(pinned, similarity, groupings, options, wanted=wanted - len(pinned), taken=taken)
    found = printable(pins_of(subjects, similarity, id_), part, folder.gone)
    if found:
        added = Placing(found, part, options.topics).of_groups(groupings, [bool(place) for place in places])
        moved = (tuple(replace(p, subject=p.subject + len(pinned)) for p in new) for new in added)
        places = tuple((*old, *new) for old, new in zip(places, moved, strict=True))
    headed = [*(None for _ in pinned), *(bool(subject.phrase.in_headings) for subject in subjects)]
    shown = [(g, where) for g, where in zip(groupings, places, strict=True) if not is_dropped(g, similarity)]
    kept = tuple(grouping for grouping, _ in shown)
    filled = fill_topics(headed, kept, [where for _, where in shown], part, options.topics)
    untitled = {len(pinned) + number for number, pin in enumerate(found) if not pin.title}
    filled = {number: entries for number, entries in filled.items() if number not in untitled}
    return Chapter(affair, similarity, (*pinned, *found), kept, filled)


def _new_subjects(
    pinned: Sequence[PinnedTopic],
    similarity: Similarity,
    groupings: Sequence[Grouping],
    options: LinkOptions,
    *,
    wanted: int,
    taken: Set[str],
) -> tuple[Subject, ...]:
    """The subjects of an affair beside those that are pinned."""
    if wanted <= 0:
        return ()
    families = Families(similarity.corpus)
    present = [subject_of(pin, anchored) for pin in pinned if (anchored := naming(pin, families))]
    phrases = PhraseFinder(similarity.corpus).find()
    return choose_subjects(phrases, groupings, similarity, options.topics, wanted=wanted, taken=taken, pinned=present)


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
