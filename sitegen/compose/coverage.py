"""The page of coverage: what became of every sentence of every article, in numbers that add up."""

from collections import Counter
from collections.abc import Collection, Iterator

from sitegen.interface import Translator
from sitegen.model import Fate, FateKind

from . import counts, urls
from .corpus import Corpus
from .differences import differing_in
from .options import SiteOf
from .outlets import article_steps, by_outlet
from .pages import Count, CoveragePage, CoverageRow, Link
from .paging import Paged, part_title
from .quotes import quoted_at
from .stories import has_stories

_MOST = 250
"""Articles on a page: about 12 KiB (gzip)."""


def coverage_pages(corpus: Corpus, site: SiteOf) -> Iterator[CoveragePage]:
    """By outlet and day, as the sources are, where the articles are too many for one page."""
    translator = corpus.translator
    title = translator.gettext("Coverage")
    total = _row(Link(urls.COVERAGE, counts.articles(translator, len(corpus.articles))), corpus.fates.values())
    fates = tuple(corpus.fates.values())
    paged = Paged(urls.COVERAGE, article_steps(corpus), _MOST)
    for part in paged.pages:
        page = part.path
        yield CoveragePage(
            path=page,
            title=part_title(translator, title, part),
            site=site(page),
            counts=_counts(corpus, total) if part.is_first else "",
            outlets=tuple(
                (
                    corpus.articles[articles[0]].metadata.publisher or translator.gettext("Outlet not stated"),
                    tuple(_article(corpus, page, id_) for id_ in sorted(articles, key=corpus.newest_first)),
                )
                for _, articles in by_outlet(corpus, part.items)
            ),
            total=total if part.is_first else None,
            said=_reasons(translator, fates, "said-by-another") if part.is_first else (),
            reasons=_reasons(translator, fates, "left-out") if part.is_first else (),
            stories=urls.link(page, urls.STORIES) if part.is_first and has_stories(corpus) else "",
            paging=paged.navigation(part, title),
        )


def _article(corpus: Corpus, page: str, id_: str) -> CoverageRow:
    return _row(corpus.article_link(page, id_), [corpus.fates[sentence.id] for sentence in corpus.sentences_of[id_]])


def _counts(corpus: Corpus, total: CoverageRow) -> str:
    translator = corpus.translator
    words = translator.ngettext(
        "Of %(n)s sentence, %(used)s are printed under a topic or in short, %(said)s say what such a sentence "
        "says, or part of it, %(left_out)s are left out of topics.",
        "Of %(n)s sentences, %(used)s are printed under a topic or in short, %(said)s say what such a sentence "
        "says, or part of it, %(left_out)s are left out of topics.",
        total.sentences,
        used=translator.number(total.used),
        said=translator.number(total.said_by_another),
        left_out=translator.number(total.left_out),
    )
    elsewhere = differing_in(corpus).keys() | quoted_at(corpus).keys()
    printed = sum(corpus.fates[sentence].kind == "left-out" for sentence in elsewhere)
    if not printed:
        return words
    others = translator.ngettext(
        "Under Differences or Quotations stands %(n)s of these.",
        "Under Differences or Quotations stand %(n)s of these.",
        printed,
    )
    return f"{words} {others}"


def _reasons(translator: Translator, fates: Collection[Fate], kind: FateKind) -> tuple[Count, ...]:
    """Why sentences have a fate, the commonest reason first."""
    found = Counter(fate.reason for fate in fates if fate.kind == kind)
    return tuple(
        Count(translator.reason(reason), found[reason]) for reason in sorted(found, key=lambda r: (-found[r], str(r)))
    )


def _row(link: Link, fates: Collection[Fate]) -> CoverageRow:
    kinds = Counter(fate.kind for fate in fates)
    return CoverageRow(link, len(fates), kinds["used"], kinds["said-by-another"], kinds["left-out"])
