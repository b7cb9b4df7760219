"""The page of corrections: every article that was corrected or withdrawn, why, and what rested on it."""

from sitegen.model import ArticleDecision, Metadata

from . import urls
from .corpus import Corpus, counted
from .decisions import decisions_on
from .pages import CorrectionItem, CorrectionsPage, Link, Site


def corrections_page(corpus: Corpus, site: Site) -> CorrectionsPage:
    withdrawn = tuple(_withdrawn(corpus, gone.decision, len(gone.fates)) for gone in corpus.briefing.withdrawn)
    corrected = tuple(_corrected(corpus, decision) for decision in corpus.briefing.corrected)
    return CorrectionsPage(
        path=urls.CORRECTIONS,
        title="Corrections",
        site=site,
        counts=f"{counted(len(withdrawn), 'article')} withdrawn, {len(corrected):,} corrected.",
        withdrawn=withdrawn,
        corrected=corrected,
    )


def _withdrawn(corpus: Corpus, decision: ArticleDecision, sentences: int) -> CorrectionItem:
    affected = _affected(corpus, decision)
    words = f"None of its {counted(sentences, 'sentence')} is printed, and no count has it."
    if affected:
        words += f" {counted(len(affected), 'statement')} that it made too {_rest(affected)} on others:"
    return _item(corpus, decision, corpus.withdrawn[decision.article].metadata, words, affected)


def _rest(affected: tuple[Link, ...]) -> str:
    return "rests" if len(affected) == 1 else "rest"


def _corrected(corpus: Corpus, decision: ArticleDecision) -> CorrectionItem:
    affected = _affected(corpus, decision)
    words = f"{counted(len(affected), 'statement')} {_rest(affected)} on what was corrected" + (
        ":" if affected else "."
    )
    return _item(corpus, decision, corpus.articles[decision.article].metadata, words, affected)


def _item(
    corpus: Corpus, decision: ArticleDecision, known: Metadata, words: str, affected: tuple[Link, ...]
) -> CorrectionItem:
    facts = (known.publisher or "outlet not stated", (known.published or "no date stated")[:10])
    (decided,) = decisions_on(corpus, "article", (decision.article,))
    article = corpus.article_link(urls.CORRECTIONS, decision.article)
    return CorrectionItem(article, ", ".join(facts), decided, words, affected)


def _affected(corpus: Corpus, decision: ArticleDecision) -> tuple[Link, ...]:
    """The statements that are flagged for it, on the first of their topics; of one that is in none, its passage."""
    links: list[Link] = []
    flags = (flag for flag in corpus.briefing.flags if flag.article == decision.article)
    for statement in dict.fromkeys(flag.statement for flag in flags):
        printed = corpus.sentences[corpus.statements[statement].sentence]
        told = f"{corpus.title(printed.article)}, {corpus.where(printed)}"
        if topics := corpus.topics_of[statement]:
            link = corpus.topic_link(urls.CORRECTIONS, topics[0], statement)
            links.append(Link(link.href, f"{link.text}: {told}"))
        else:
            links.append(Link(corpus.article_link(urls.CORRECTIONS, printed.article, printed.id).href, told))
    return tuple(links)
