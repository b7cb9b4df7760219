"""How a sentence is cited: what stands behind its words when they are copied from a page."""

from collections.abc import Iterator
from urllib.parse import urljoin

from sitegen.text import fold

from .corpus import Corpus
from .pages import Site


def citation(corpus: Corpus, site: Site, page: str, sentence: str) -> str:
    """`Ada Lind. Bridge reopens. Harbour Post, 12 May 2024. https://…`: what is known of it.

    The address is that of the original; without one, that of the passage on the site; without one, the place in the
    document or file.
    """
    found = corpus.sentences[sentence]
    known = corpus.articles[found.article].metadata
    translator = corpus.translator
    outlet = ", ".join(filter(None, (known.publisher, known.published and translator.date(known.published[:10]))))
    title = corpus.title(found.article)
    is_untitled = corpus.is_untitled(found.article)
    words = translator.gettext("“%(words)s” (no title: its first words)", words=title) if is_untitled else title
    parts = (fold(known.author) if known.author else "", words, outlet)
    return " ".join((*_sentences(parts), _address(corpus, site, page, sentence)))


def _sentences(parts: tuple[str, ...]) -> Iterator[str]:
    return (part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def _address(corpus: Corpus, site: Site, page: str, sentence: str) -> str:
    article = corpus.articles[corpus.sentences[sentence].article]
    if article.metadata.url:
        return article.metadata.url
    if site.canonical:
        return urljoin(site.canonical, corpus.article_link(page, article.id, sentence).href)
    document = article.metadata.document
    return f"{fold(document or article.path)}" + ("" if document else f", {corpus.where(corpus.sentences[sentence])}")
