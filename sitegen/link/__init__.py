"""Link: from what each article says to what they say together.

In: the `Analysis` of every article. Out: `Briefing`: names, statements, origins, topics, the summary, and the fate of
each sentence. Nothing depends on the order of the articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from sitegen.each import Each, here
from sitegen.errors import Outcome, Problem
from sitegen.model import (
    Analysis,
    ArticleDecision,
    Briefing,
    Decisions,
    Difference,
    Entity,
    Flag,
    Origin,
    Ruling,
    Statement,
    Story,
    TopicLock,
    Withdrawn,
)
from sitegen.reasons import Reason

from .affairs import Affair
from .chapters import make_chapters
from .corpus import split
from .crosslinks import state_fates
from .decided import decide_names
from .decided_articles import article_rulings, corrected_flags, groups_with, tombstones, withdrawn_flags
from .decided_differences import decide_differences
from .decided_statements import decided_similarity, dropped_sentences, is_dropped, judge_statements, pinned_to
from .decided_topics import DecidedTopics, decide_topics
from .entities import merge_mentions
from .folder import Folder, survey
from .locking import extend_lock, judge_lock, provisional_topics
from .options import LinkOptions
from .outlets import with_outlets
from .outline import Chapter, Wishes, ids_of, make_topics, named_topics
from .sides import decide_sides, find_actors, with_sides
from .similar import Similarity
from .statements import group_sentences, make_statements
from .summary import Telling, choose_summary

__all__ = ["LinkOptions", "link"]


def link(
    analyses: tuple[Analysis, ...],
    options: LinkOptions,
    lock: TopicLock | None = None,
    decisions: Decisions | None = None,
    each: Each = here,
    in_process: Each = here,
) -> Outcome[Briefing]:
    """Everything known about a folder of articles. `lock`: the topics that are pinned.

    Statements and topics are found in each affair by itself: they are those of a folder of its articles alone, save
    that no two topics have one title. What is pinned comes first,
    and nothing that is found beside it moves a sentence of it. `each`: who reads the words of articles and goes through
    affairs; what it loses is done here; `in_process`: who does what is too small for that.

    `decisions`: what the desk decides, above all evidence and above the lock (`Briefing.rulings`). An article that is
    withdrawn still counts for what the topics are, so that they stay as they are; nothing is printed of it, and nothing
    counts on it.
    Problems: `topic-empty`, `topic-unpinned`, `topic-article-gone`, of the lock; `decision-stale`, `decision-unmet`.
    What fits nowhere is left out with a reason (`Briefing.fates`).
    Raises: ValueError if two articles share an id.
    """
    lock, decisions = lock or TopicLock(), decisions or Decisions()
    if len({analysis.article.id for analysis in analyses}) < len(analyses):
        raise ValueError("two articles share an id")
    folder = survey(with_outlets(analyses, in_process), options, lock, decisions, each, in_process)
    names = _name(folder, options, decisions, in_process)
    found = make_chapters(folder, names.entities, options, lock, decisions, each)
    desk = decide_topics(found, decisions, options.topics, _wishes(decisions))
    known = frozenset(ids_of(found).values())
    topics = make_topics(
        desk.chapters, options.summary, options.crosslinks, desk.wishes, provisional_topics(lock, known)
    )
    tellings = [*_told(desk, folder), *_told_alone(desk, folder, options, decisions)]
    summary = choose_summary(tellings, options.summary, desk.wishes.index, in_process)
    statements = _shown(desk.chapters, tellings, summary)
    dropped = dropped_sentences(decisions.statements)
    differences = _differences(found, folder, decisions, dropped)
    judged = _judged(desk.chapters, folder, statements, decisions)
    articles = _articles(found, folder, statements, options, decisions)
    briefing = Briefing(
        analyses=folder.corpus.analyses,
        entities=names.entities,
        statements=statements,
        topics=topics,
        origins=folder.origins,
        summary=summary,
        fates=state_fates(
            folder.corpus, statements, _compared(folder.affairs), folder.fragments, {**desk.left_out, **dropped}
        ),
        stories=folder.stories,
        actors=find_actors(names.entities, folder.corpus.analyses, in_process),
        rulings=(*names.rulings, *desk.rulings, *judged.rulings, *differences.rulings, *articles.rulings),
        differences=differences.kept,
        withdrawn=articles.withdrawn,
        corrected=articles.corrected,
        flags=articles.flags,
        dropped=tuple(sorted(dropped)),
        pinned=tuple(sentence for sentence in desk.wishes.index if sentence in summary),
        redirects=desk.redirects,
        lock=extend_lock(lock, found, folder.directions),
    )
    of_lock = judge_lock(lock, known, topics, desk.redirects, folder.directions.keys())
    of_decisions = (*names.problems, *desk.problems, *judged.problems, *differences.problems)
    return Outcome(briefing, (*of_lock, *sorted(of_decisions, key=lambda problem: problem.line)))


class _Names(NamedTuple):
    entities: tuple[Entity, ...]
    rulings: tuple[Ruling, ...]
    problems: tuple[Problem, ...]


def _name(folder: Folder, options: LinkOptions, decisions: Decisions, in_process: Each) -> _Names:
    """Whom and what the articles name, all spellings merged, and whose side each is on."""
    found = merge_mentions(folder.corpus, options.entities, folder.stories, in_process)
    merged, rulings = decide_names(found, decisions.names, folder.corpus)
    sided = with_sides(merged, folder.corpus, in_process)
    entities, problems = decide_sides(sided, decisions.names, decisions.path)
    return _Names(entities, rulings, problems)


class _Differences(NamedTuple):
    kept: tuple[Difference, ...]
    rulings: tuple[Ruling, ...]
    problems: tuple[Problem, ...]


def _differences(
    chapters: Iterable[Chapter], folder: Folder, decisions: Decisions, dropped: Mapping[str, Reason]
) -> _Differences:
    """Where reports differ, by id, without what is dropped or withdrawn."""
    found = sorted((d for chapter in chapters for d in chapter.differences), key=lambda difference: difference.id)
    gone = {s.id for a in folder.whole.analyses if a.article.id in folder.gone for s in a.sentences}
    return _Differences(*decide_differences(found, decisions, dropped.keys() | gone))


class _Judged(NamedTuple):
    rulings: tuple[Ruling, ...]
    problems: tuple[Problem, ...]


def _judged(
    chapters: Iterable[Chapter], folder: Folder, statements: Iterable[Statement], decisions: Decisions
) -> _Judged:
    """What became of the decisions on statements."""
    printed = (statement.sentence for statement in statements)
    titles = {id_: title for id_, title in folder.titles.items() if id_ not in folder.gone}
    compared = [chapter.similarity.corpus for chapter in chapters]
    return _Judged(*judge_statements(decisions, compared, printed, titles))


class _Articles(NamedTuple):
    rulings: tuple[Ruling, ...]
    withdrawn: tuple[Withdrawn, ...]
    corrected: tuple[ArticleDecision, ...]
    flags: tuple[Flag, ...]


def _articles(
    chapters: Iterable[Chapter],
    folder: Folder,
    statements: Sequence[Statement],
    options: LinkOptions,
    decisions: Decisions,
) -> _Articles:
    """What became of articles that were withdrawn or corrected, and of the statements that rested on them."""
    groups = _groups_with(chapters, folder.gone, options, decisions)
    flags, still = withdrawn_flags(folder.gone, groups, statements)
    corrected = sorted((d for d in decisions.articles if d.status == "corrected"), key=lambda d: d.article)
    flags = (*flags, *corrected_flags(corrected, statements))
    gone = (analysis for analysis in folder.whole.analyses if analysis.article.id in folder.gone)
    return _Articles(
        rulings=article_rulings(decisions.articles, folder.titles),
        withdrawn=tombstones(gone, decisions.articles, still),
        corrected=tuple(corrected),
        flags=tuple(sorted(flags, key=lambda flag: (flag.statement, flag.article, flag.status))),
    )


def _told(desk: DecidedTopics, folder: Folder) -> Iterator[Telling]:
    """What the affairs bring to the index page, without what the desk took out of all topics."""
    ids = ids_of(desk.chapters)
    for chapter in desk.chapters:
        kept = [statement for statement in chapter.statements if statement.sentence not in desk.left_out]
        yield from _tellings(chapter.similarity, kept, folder.stories, folder.origins, named_topics(chapter, ids))


def _told_alone(desk: DecidedTopics, folder: Folder, options: LinkOptions, decisions: Decisions) -> Iterator[Telling]:
    """What the articles bring to the index page that are on no affair with another: as many as it may hold, newest
    first."""
    compared = _compared(chapter.affair for chapter in desk.chapters)
    dated = {
        analysis.article.id: analysis.article.metadata.published or ""
        for analysis in folder.corpus.analyses
        if analysis.article.id not in compared
    }
    newest_first = sorted(sorted(dated), key=lambda article: dated[article], reverse=True)
    for part in split(folder.corpus, [(article,) for article in newest_first[: options.summary.sentences]]):
        similarity = decided_similarity(part, options.similar, decisions.statements)
        groupings = group_sentences(similarity, options.statements)
        kept = (grouping for grouping in groupings if not is_dropped(grouping, similarity))
        statements = make_statements(kept, similarity, folder.ancestry)
        yield from _tellings(similarity, statements, folder.stories, (), {})


def _wishes(decisions: Decisions) -> Wishes:
    index, leads = (pinned_to(decisions.statements, place) for place in ("index", "topic"))
    return Wishes(index=index, leads=frozenset(leads))


def _groups_with(
    chapters: Iterable[Chapter], gone: frozenset[str], options: LinkOptions, decisions: Decisions
) -> Iterable[Sequence[str]]:
    """Ids of the sentences that say the same, of each group with some of an article that is gone: as it was with it."""
    for chapter in chapters:
        if gone.intersection(chapter.affair.articles):
            part = chapter.similarity.corpus
            similarity = decided_similarity(part, options.similar, decisions.statements)
            groupings = group_sentences(similarity, options.statements)
            yield from groups_with(gone, [line.sentence.id for line in part.lines], groupings)


def _shown(chapters: Sequence[Chapter], tellings: Sequence[Telling], summary: Sequence[str]) -> tuple[Statement, ...]:
    """The statements that stand in a topic or in the summary, by id."""
    printed = {c.similarity.corpus.lines[g.printed].sentence.id for c in chapters for g in c.groupings}
    shown = printed.union(summary)
    found = (statement for telling in tellings for statement in telling.statements if statement.sentence in shown)
    return tuple(sorted(found, key=lambda statement: statement.id))


def _tellings(
    similarity: Similarity,
    statements: Sequence[Statement],
    stories: Sequence[Story],
    origins: Sequence[Origin],
    named: Mapping[str, Set[str]],
) -> Iterator[Telling]:
    """What each story of an affair brings to the index page. `statements`: all of it."""
    story_of = {article: story.id for story in stories for article in story.articles}
    articles: dict[str, set[str]] = {}
    newest: dict[str, str] = {}
    for analysis in similarity.corpus.analyses:
        if (story := story_of.get(analysis.article.id)) is None:  # it is withdrawn
            continue
        articles.setdefault(story, set()).add(analysis.article.id)
        newest[story] = max(newest.get(story, ""), analysis.article.metadata.published or "")
    printed: dict[str, list[Statement]] = {story: [] for story in articles}
    for statement in statements:
        printed[story_of[statement.sources[0]]].append(statement)
    for story, found in articles.items():
        copies = (len(found.intersection(o.articles)) - 1 for o in origins if not o.is_doubtful)
        weight = len(found) - sum(more for more in copies if more > 0)
        yield Telling(similarity, frozenset(found), tuple(printed[story]), weight, newest[story], named)


def _compared(affairs: Iterable[Affair]) -> frozenset[str]:
    """Ids of the articles that were compared with one another."""
    return frozenset(article for affair in affairs for article in affair.articles)
