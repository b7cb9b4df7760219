"""The page of corrections: every article that was corrected or withdrawn, why, and what rested on it."""

from sitegen.model import ArticleDecision, Metadata

from . import urls
from .corpus import Corpus, counted
from .decisions import decisions_on
from .notes import MANY_LINES, Notes
from .pages import Affected, CorrectionItem, CorrectionsPage, Site


def corrections_page(corpus: Corpus, site: Site) -> CorrectionsPage:
    briefing = corpus.briefing
    flagged: dict[str, list[str]] = {}
    for flag in briefing.flags:
        flagged.setdefault(flag.article, []).append(flag.statement)
    shown: dict[str, list[str]] = {}
    for article, statements in flagged.items():
        shown[article] = statements[: MANY_LINES - sum(map(len, shown.values()))]
    cited = (corpus.statements[statement].sentence for found in shown.values() for statement in found)
    notes = Notes(corpus, urls.CORRECTIONS, cited)

    def item(decision: ArticleDecision, known: Metadata, begins: str) -> CorrectionItem:
        id_ = decision.article
        (decided,) = decisions_on(corpus, "article", (id_,))
        statements, listed = flagged.get(id_, []), shown.get(id_, [])
        words = f"{counted(len(statements), 'statement')} {_AFFECTED[decision.status]}"
        return CorrectionItem(
            article=corpus.article_link(urls.CORRECTIONS, id_),
            facts=f"{known.publisher or 'outlet not stated'}, {(known.published or '')[:10] or 'no date stated'}",
            decision=decided,
            words=f"{begins} {words}{':' if listed else '.'}".strip(),
            affected=tuple(_affected(corpus, notes, statement, id_) for statement in listed),
            more=len(statements) - len(listed),
        )

    withdrawn = tuple(
        item(
            gone.decision,
            gone.analysis.article.metadata,
            f"None of its {counted(len(gone.fates), 'sentence')} is printed, and no count has it.",
        )
        for gone in briefing.withdrawn
    )
    corrected = tuple(item(one, corpus.articles[one.article].metadata, "") for one in briefing.corrected)
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title="Corrections",
        site=site,
        counts=f"{counted(len(withdrawn), 'article')} withdrawn, {len(corrected):,} corrected.",
        withdrawn=withdrawn,
        corrected=corrected,
        sources=notes.sources(),
    )


_AFFECTED = {
    "withdrawn": "that it made too, and that others make, counted without it",
    "corrected": "with words of it, marked on its pages",
}


def _affected(corpus: Corpus, notes: Notes, statement: str, article: str) -> Affected:
    found = corpus.statements[statement]
    topics = corpus.topics_of[statement]
    return Affected(
        notes.line(found.sentence, place=f"of-{article}"),
        tuple(corpus.topic_link(urls.CORRECTIONS, topic, statement) for topic in topics),
    )
