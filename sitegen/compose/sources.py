"""The page of sources: who publishes what the briefing rests on, and how much rests on each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sitegen.interface import Translator, msgid
from sitegen.model import Origin, Outlet, Statement
from sitegen.text import fold

from . import counts, urls
from .corpus import Corpus
from .matrix import topic_matrix
from .options import SiteOf
from .outlets import by_outlet, outlet_of, paged_sources
from .pages import Fact, OriginItem, OutletCard, SharedSentence, SharedWording, SourceArticle, SourcesPage
from .paging import part_title


def sources_pages(corpus: Corpus, site: SiteOf, outlets: Sequence[Outlet]) -> Iterator[SourcesPage]:
    """By outlet and day, where the articles are too many for one page. `outlets`: those that the desk knows."""
    translator = corpus.translator
    carried: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.briefing.statements:
        for article in statement.sources:
            carried[article].append(statement)
    origins = {origin.id: origin for origin in corpus.briefing.origins}
    paged = paged_sources(corpus)

    def card(page: str, id_: str, articles: Sequence[str]) -> OutletCard:
        name = corpus.articles[articles[0]].metadata.publisher
        return OutletCard(
            id=id_,
            name=name or translator.gettext("Outlet not stated"),
            owner=next((outlet.owner for outlet in outlets if name in (outlet.name, *outlet.aliases)), None),
            counts=_counts(translator, articles, carried, is_outlet=True) if name and len(articles) > 1 else "",
            articles=tuple(article_card(page, article) for article in sorted(articles, key=corpus.newest_first)),
        )

    def article_card(page: str, article: str) -> SourceArticle:
        return SourceArticle(
            corpus.article_link(page, article),
            corpus.is_untitled(article),
            tuple(_facts(corpus, article)),
            _counts(translator, [article], carried),
        )

    for part in paged.pages:
        page = part.path
        found = [origins[id_] for id_ in part.items if id_ in origins]
        yield SourcesPage(
            path=page,
            title=part_title(translator, translator.gettext("Sources"), part),
            site=site(page),
            counts=_counts_of_outlets(corpus, [id_ for id_ in part.everything if id_ in corpus.articles]),
            outlets=tuple(card(page, id_, articles) for id_, articles in by_outlet(corpus, part.items)),
            origins=tuple(_origin(corpus, page, origin) for origin in found if not origin.is_doubtful),
            doubts=tuple(_origin(corpus, page, origin) for origin in found if origin.is_doubtful),
            received=urls.link(page, urls.INTAKE),
            coverage=urls.link(page, urls.COVERAGE),
            withdrawn=tuple(corpus.article_link(page, article) for article in corpus.withdrawn)
            if part.is_first
            else (),
            matrix=topic_matrix(corpus) if part.is_first else None,
            paging=paged.navigation(part, translator.gettext("Sources")),
        )


def _counts_of_outlets(corpus: Corpus, articles: Collection[str]) -> str:
    """`5 articles of 4 outlets.`"""
    if not articles:
        return ""
    translator = corpus.translator
    publishers = len({outlet_of(corpus, article) for article in articles} - {urls.outlet_anchor(None)})
    words = counts.articles(translator, len(articles))
    if publishers:
        words = translator.ngettext(
            "%(articles)s of %(n)s outlet", "%(articles)s of %(n)s outlets", publishers, articles=words
        )
    return f"{words}."


_MOST_SHOWN = 6
"""Sentences of a shared passage: two articles may share all of their words, which stand on their own pages."""


def _origin(corpus: Corpus, page: str, origin: Origin) -> OriginItem:
    articles = tuple(corpus.article_link(page, id_) for id_ in origin.articles)
    return OriginItem(articles, corpus.translator.reason(origin.evidence), tuple(_wordings(corpus, page, origin)))


def _wordings(corpus: Corpus, page: str, origin: Origin) -> Iterator[SharedWording]:
    for passage in origin.passages:
        shown = [corpus.sentences[id_] for id_ in passage if id_ not in corpus.withheld][:_MOST_SHOWN]
        if shown:
            yield SharedWording(
                corpus.article_link(page, shown[0].article, shown[0].id),
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
