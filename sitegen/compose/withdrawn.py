"""The page that stays of an article that was withdrawn: that it was, why, and what others still say."""

from sitegen.model import Withdrawn

from . import counts, urls
from .article import article_facts
from .corpus import Corpus
from .decisions import decisions_on
from .outlets import outlet_href
from .pages import Link, Site, WithdrawnPage


def withdrawn_page(corpus: Corpus, gone: Withdrawn, site: Site) -> WithdrawnPage:
    """None of its words but the title."""
    translator = corpus.translator
    _ = translator.gettext
    id_ = gone.decision.article
    path = urls.article_path(id_)
    (decision,) = decisions_on(corpus, "article", (id_,))
    outlet = gone.analysis.article.metadata.publisher
    # Its outlet may have no other article, and then no place on the page of sources.
    other = next((other for other, found in corpus.articles.items() if found.metadata.publisher == outlet), None)
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
        facts=article_facts(
            translator, gone.analysis.article, gone.analysis, other and outlet_href(corpus, path, other)
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
