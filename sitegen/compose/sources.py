"""The page of sources: who publishes what the briefing rests on, and how much rests on each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sitegen.interface import Translator, msgid
from sitegen.model import Origin, Outlet, Statement
from sitegen.text import fold

from . import counts, urls
from .corpus import Corpus
from .matrix import topic_matrix
from .pages import Fact, OriginItem, OutletCard, SharedSentence, SharedWording, Site, SourceArticle, SourcesPage


def sources_page(corpus: Corpus, site: Site, outlets: Sequence[Outlet]) -> SourcesPage:
    """`outlets`: those that the desk knows."""
    translator = corpus.translator
    carried: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.briefing.statements:
        for article in statement.sources:
            carried[article].append(statement)
    by_outlet: defaultdict[str, list[str]] = defaultdict(list)
    for article, found in corpus.articles.items():
        by_outlet[urls.outlet_anchor(found.metadata.publisher)].append(article)

    def card(id_: str, articles: list[str]) -> OutletCard:
        name = corpus.articles[articles[0]].metadata.publisher
        return OutletCard(
            id=id_,
            name=name or translator.gettext("Outlet not stated"),
            owner=next((outlet.owner for outlet in outlets if name in (outlet.name, *outlet.aliases)), None),
            counts=_counts(translator, articles, carried, is_outlet=True) if name and len(articles) > 1 else "",
            articles=tuple(article_card(article) for article in sorted(articles, key=corpus.newest_first)),
        )

    def article_card(article: str) -> SourceArticle:
        return SourceArticle(
            corpus.article_link(urls.SOURCES, article),
            corpus.is_untitled(article),
            tuple(_facts(corpus, article)),
            _counts(translator, [article], carried),
        )

    named = sorted(by_outlet, key=lambda id_: (id_ == urls.outlet_anchor(None), id_))
    publishers = len(by_outlet) - (urls.outlet_anchor(None) in by_outlet)
    articles_named = counts.articles(translator, len(corpus.articles))
    if publishers:
        articles_named = translator.ngettext(
            "%(articles)s of %(n)s outlet", "%(articles)s of %(n)s outlets", publishers, articles=articles_named
        )
    return SourcesPage(
        path=urls.SOURCES,
        title=translator.gettext("Sources"),
        site=site,
        counts=f"{articles_named}.",
        outlets=tuple(card(id_, by_outlet[id_]) for id_ in named),
        origins=tuple(_origin(corpus, origin) for origin in corpus.briefing.origins if not origin.is_doubtful),
        doubts=tuple(_origin(corpus, origin) for origin in corpus.briefing.origins if origin.is_doubtful),
        received=urls.link(urls.SOURCES, urls.INTAKE),
        coverage=urls.link(urls.SOURCES, urls.COVERAGE),
        withdrawn=tuple(corpus.article_link(urls.SOURCES, article) for article in corpus.withdrawn),
        matrix=topic_matrix(corpus),
    )


_MOST_SHOWN = 6
"""Sentences of a shared passage: two articles may share all of their words, which stand on their own pages."""


def _origin(corpus: Corpus, origin: Origin) -> OriginItem:
    articles = tuple(corpus.article_link(urls.SOURCES, id_) for id_ in origin.articles)
    return OriginItem(articles, corpus.translator.reason(origin.evidence), tuple(_wordings(corpus, origin)))


def _wordings(corpus: Corpus, origin: Origin) -> Iterator[SharedWording]:
    for passage in origin.passages:
        shown = [corpus.sentences[id_] for id_ in passage if id_ not in corpus.withheld][:_MOST_SHOWN]
        if shown:
            yield SharedWording(
                corpus.article_link(urls.SOURCES, shown[0].article, shown[0].id),
                tuple(
                    SharedSentence(f"shared-{urls.anchor(origin.id)}-{urls.anchor(s.id)}-{s.article}", s.id, s.text)
                    for s in shown
                ),
            )


def _facts(corpus: Corpus, id_: str) -> Iterator[Fact]:
    translator = corpus.translator
    _ = translator.gettext
    metadata = corpus.articles[id_].metadata
    published, updated = (moment and translator.date(moment[:10]) for moment in (metadata.published, metadata.updated))
    rows = (
        (_("Published"), published),
        (_("Updated"), updated if updated != published else None),
        (_("Agency"), metadata.agency),
        # A title names it; its page has the file.
        (_("Document"), fold(metadata.document) if metadata.document and corpus.is_untitled(id_) else None),
        (_("Rights"), _("only cited passages are shown") if metadata.rights == "cited" else None),
    )
    yield from (Fact(name, value) for name, value in rows if value)


def _counts(
    translator: Translator, articles: Collection[str], carried: dict[str, list[Statement]], *, is_outlet: bool = False
) -> str:
    """`20 statements, 3 of them only here.`, `5 statements, all only here.`"""
    statements = {statement.id: statement for article in articles for statement in carried[article]}
    own = frozenset(articles)
    alone = sum(own.issuperset(statement.sources) for statement in statements.values())
    if not statements:
        return translator.gettext("No statement rests on it.")
    found = counts.statements(translator, len(statements))
    if not alone:
        return f"{found}."
    if alone == len(statements) > 1:
        message = msgid("%(statements)s, all only from it.") if is_outlet else msgid("%(statements)s, all only here.")
    elif is_outlet:
        message = msgid("%(statements)s, %(number)s of them only from it.")
    else:
        message = msgid("%(statements)s, %(number)s of them only here.")
    return translator.gettext(message, statements=found, number=translator.number(alone))
