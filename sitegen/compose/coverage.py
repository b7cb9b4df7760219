"""The page of coverage: what became of every sentence of every article, in numbers that add up."""

from collections import Counter
from collections.abc import Collection, Sequence

from sitegen.interface import Translator
from sitegen.model import Fate, FateKind

from . import counts, urls
from .corpus import Corpus
from .pages import Count, CoveragePage, CoverageRow, Link, OutletCard, Site
from .stories import has_stories


def coverage_page(corpus: Corpus, site: Site, outlets: Sequence[OutletCard]) -> CoveragePage:
    """`outlets`: as the page of sources has them."""
    rows = {
        id_: _row(corpus.article_link(urls.COVERAGE, id_), [corpus.fates[sentence.id] for sentence in sentences])
        for id_, sentences in corpus.sentences_of.items()
    }
    by_address = {row.article.href: row for row in rows.values()}
    translator = corpus.translator
    total = _row(Link(urls.COVERAGE, counts.articles(translator, len(rows))), corpus.fates.values())
    fates = tuple(corpus.fates.values())
    return CoveragePage(
        path=urls.COVERAGE,
        title=translator.gettext("Coverage"),
        site=site,
        counts=translator.ngettext(
            "Of %(n)s sentence, %(used)s are printed under a topic or in short, %(said)s say what such a sentence "
            "says, or part of it, %(left_out)s are left out.",
            "Of %(n)s sentences, %(used)s are printed under a topic or in short, %(said)s say what such a sentence "
            "says, or part of it, %(left_out)s are left out.",
            total.sentences,
            used=translator.number(total.used),
            said=translator.number(total.said_by_another),
            left_out=translator.number(total.left_out),
        ),
        outlets=tuple(
            (outlet.name, tuple(by_address[article.article.href] for article in outlet.articles)) for outlet in outlets
        ),
        total=total,
        said=_reasons(translator, fates, "said-by-another"),
        reasons=_reasons(translator, fates, "left-out"),
        stories=urls.link(urls.COVERAGE, urls.STORIES) if has_stories(corpus) else "",
    )


def _reasons(translator: Translator, fates: Collection[Fate], kind: FateKind) -> tuple[Count, ...]:
    """Why sentences have a fate, the commonest reason first."""
    found = Counter(fate.reason for fate in fates if fate.kind == kind)
    return tuple(
        Count(translator.reason(reason), found[reason]) for reason in sorted(found, key=lambda r: (-found[r], r))
    )


def _row(link: Link, fates: Collection[Fate]) -> CoverageRow:
    kinds = Counter(fate.kind for fate in fates)
    return CoverageRow(link, len(fates), kinds["used"], kinds["said-by-another"], kinds["left-out"])
