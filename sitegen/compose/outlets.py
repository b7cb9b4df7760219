"""Articles by their outlets, and on which page of the sources each stands."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from . import urls
from .corpus import Corpus, once
from .paging import Lettered, Paged, Step, date_steps, folded, step_after

_MOST = 120
"""Articles on a page, an origin counted as five: about 12 KiB (gzip)."""
_NO_OUTLET = urls.outlet_anchor(None)


def outlet_of(corpus: Corpus, article: str) -> str:
    """The anchor of an article's outlet."""
    return urls.outlet_anchor(corpus.articles[article].metadata.publisher)


def by_outlet(corpus: Corpus, articles: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Those of `articles` that are articles, by the anchor of their outlet; what states none comes last."""
    found = [(outlet_of(corpus, article), article) for article in articles if article in corpus.articles]
    found.sort(key=lambda pair: (pair[0] == _NO_OUTLET, pair[0]))
    return [(id_, tuple(article for _, article in pairs)) for id_, pairs in groupby(found, key=lambda pair: pair[0])]


def article_steps(corpus: Corpus) -> dict[str, Sequence[Step]]:
    """Of each article, by outlet and newest first: the letter of its outlet, the outlet, its day, its title."""
    return {
        article: _steps(corpus, article)
        for _, articles in by_outlet(corpus, corpus.articles)
        for article in sorted(articles, key=lambda id_: (*corpus.newest_first(id_)[:2], folded(corpus.title(id_)), id_))
    }


def outlet_href(corpus: Corpus, page: str, article: str) -> str:
    """To an article's outlet on the page of sources."""
    anchor = outlet_of(corpus, article)
    return urls.link(page, _page_of(corpus)[article], anchor)


@once  # every article page asks
def _page_of(corpus: Corpus) -> Mapping[str, str]:
    return paged_sources(corpus).page_of


@once
def paged_sources(corpus: Corpus) -> Paged[str]:
    """Of the ids of articles and of origins."""
    _ = corpus.translator.gettext
    steps: dict[str, Sequence[Step]] = dict(article_steps(corpus))
    for origin in corpus.briefing.origins:
        words = _("Perhaps copies") if origin.is_doubtful else _("Copies of one text")
        kind = Step("doubts" if origin.is_doubtful else "origins", words)
        steps[origin.id] = Lettered(corpus.title(origin.articles[0]), (kind,))
    return Paged(urls.SOURCES, steps, _MOST, lambda id_: 1 if id_ in corpus.articles else 5)


def _steps(corpus: Corpus, article: str) -> Sequence[Step]:
    translator = corpus.translator
    metadata = corpus.articles[article].metadata
    anchor = outlet_of(corpus, article)
    words = metadata.publisher or translator.gettext("Outlet not stated")
    outlet = Step(anchor, words)
    first = Lettered(words)[:1] if metadata.publisher else []
    published = (metadata.published or "")[:10]
    undated = step_after(outlet, "undated", translator.gettext("no date stated"))
    days = date_steps(translator, published, outlet) if published else [undated]
    return Lettered(corpus.title(article), (*first, outlet, *days))
