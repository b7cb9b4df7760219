"""The page of corrections: every article that was corrected or withdrawn, why, and what rested on it."""

from collections import Counter

from sitegen.interface import Translator
from sitegen.model import ArticleDecision, Metadata

from . import counts, urls
from .corpus import Corpus
from .decisions import decisions_on
from .notes import MANY_LINES, Notes
from .pages import Affected, CorrectionItem, CorrectionsPage, Site


def corrections_page(corpus: Corpus, site: Site) -> CorrectionsPage:
    translator = corpus.translator
    _, ngettext = translator.gettext, translator.ngettext
    briefing = corpus.briefing
    flagged: dict[str, list[str]] = {}
    for flag in briefing.flags:
        flagged.setdefault(flag.article, []).append(flag.statement)
    shown: dict[str, list[str]] = {}
    for article, statements in flagged.items():
        shown[article] = statements[: MANY_LINES - sum(map(len, shown.values()))]
    cited = (corpus.statements[statement].sentence for found in shown.values() for statement in found)
    notes = Notes(corpus, urls.CORRECTIONS, cited)

    gone = _gone(corpus)

    def item(decision: ArticleDecision, known: Metadata, begins: str) -> CorrectionItem:
        id_ = decision.article
        (decided,) = decisions_on(corpus, "article", (id_,))
        outlet = known.publisher or _("outlet not stated")
        day = translator.date(known.published[:10]) if known.published else _("no date stated")
        statements, listed = flagged.get(id_, []), shown.get(id_, [])
        words = _words(translator, decision, len(statements), gone[id_])
        return CorrectionItem(
            article=corpus.article_link(urls.CORRECTIONS, id_),
            facts=f"{outlet}, {day}",
            decision=decided,
            words=f"{begins} {words}{':' if listed else '.'}".strip(),
            affected=tuple(_affected(corpus, notes, statement, id_) for statement in listed),
            more=len(statements) - len(listed),
        )

    withdrawn = tuple(
        item(
            one.decision,
            one.analysis.article.metadata,
            counts.none_is_printed(translator, len(one.fates)),
        )
        for one in briefing.withdrawn
    )
    corrected = tuple(item(one, corpus.articles[one.article].metadata, "") for one in briefing.corrected)
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title=_("Corrections"),
        site=site,
        counts=ngettext(
            "%(n)s article withdrawn, %(corrected)s corrected.",
            "%(n)s articles withdrawn, %(corrected)s corrected.",
            len(withdrawn),
            corrected=translator.number(len(corrected)),
        ),
        withdrawn=withdrawn,
        corrected=corrected,
        sources=notes.sources(),
    )


def _words(translator: Translator, decision: ArticleDecision, statements: int, gone: int) -> str:
    """What became of the statements that have words of an article, or had."""
    if decision.status == "corrected":
        return translator.ngettext(
            "%(n)s statement has words of it, and is marked",
            "%(n)s statements have words of it, and are marked",
            statements,
        )
    still = translator.ngettext(
        "%(n)s statement that it made is still printed, on the word of others",
        "%(n)s statements that it made are still printed, on the word of others",
        statements,
    )
    if not gone:
        return still
    went = translator.ngettext(
        "%(n)s statement of an edition went with it.", "%(n)s statements of an edition went with it.", gone
    )
    return f"{went} {still}"


def _gone(corpus: Corpus) -> Counter[str]:
    """Article id → statements of editions that printed its words, and went."""
    if corpus.history is None:
        return Counter()
    changes = [*corpus.history.changes, *(change for step in corpus.history.steps for change in step.changes)]
    went = {change.about: change.sentences[0] for change in changes if change.kind == "statement-withdrawn"}
    return Counter(sentence.rpartition(".")[0] for sentence in went.values())


def _affected(corpus: Corpus, notes: Notes, statement: str, article: str) -> Affected:
    found = corpus.statements[statement]
    topics = corpus.topics_of[statement]
    return Affected(
        notes.line(found.sentence, place=f"of-{article}"),
        tuple(corpus.topic_link(urls.CORRECTIONS, topic, statement) for topic in topics),
    )
