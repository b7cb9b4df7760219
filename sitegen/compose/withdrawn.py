"""The page that stays of an article that was withdrawn: that it was, why, and what others still say."""

from dataclasses import replace

from sitegen.model import Withdrawn

from . import counts, urls
from .article import article_facts
from .corpus import Corpus
from .decisions import decisions_on
from .pages import Link, Site, WithdrawnPage


def withdrawn_page(corpus: Corpus, gone: Withdrawn, site: Site) -> WithdrawnPage:
    """None of its words but the title."""
    translator = corpus.translator
    _ = translator.gettext
    id_ = gone.decision.article
    path = urls.article_path(id_)
    (decision,) = decisions_on(corpus, "article", (id_,))
    facts = article_facts(translator, path, gone.analysis.article, gone.analysis)
    # Its outlet may have no other article, and then no place on the page of sources.
    outlets = {article.metadata.publisher for article in corpus.articles.values()}
    outlet = gone.analysis.article.metadata.publisher
    said = [fate.sentence for fate in gone.fates if fate.statement]
    others = translator.ngettext(
        "What %(n)s of them say others say as well:", "What %(n)s of them say others say as well:", len(said)
    )
    if not said:
        others = translator.gettext("No other article says what it says.")
    return WithdrawnPage(
        path=path,
        title=corpus.title(id_),
        site=site,
        decision=decision,
        facts=tuple(
            replace(fact, href=None) if fact.name == translator.gettext("Outlet") and outlet not in outlets else fact
            for fact in facts
        ),
        counts=f"{counts.none_is_printed(translator, len(gone.fates))} {others}",
        still=_still(corpus, path, gone),
    )


def _still(corpus: Corpus, path: str, gone: Withdrawn) -> tuple[Link, ...]:
    """The statements that it made too, each once, on the first of their topics; of one that is in none, its passage."""
    statements = dict.fromkeys(
        flag.statement for flag in corpus.briefing.flags if flag.article == gone.decision.article
    )
    links: list[Link] = []
    for statement in statements:
        printed = corpus.sentences[corpus.statements[statement].sentence]
        told = f"{corpus.title(printed.article)}, {corpus.where(printed)}"
        if topics := corpus.topics_of[statement]:
            link = corpus.topic_link(path, topics[0], statement)
            links.append(Link(link.href, f"{link.text}: {told}"))
        else:  # in short on the first page alone
            links.append(Link(corpus.article_link(path, printed.article, printed.id).href, told))
    return tuple(links)
