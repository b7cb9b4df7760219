"""How an article is cited: what stands behind its words when they are copied from a page."""

from collections.abc import Iterator

from sitegen.text import fold

from .corpus import Corpus


def citation(corpus: Corpus, article: str) -> str:
    """`Ada Lind. Bridge reopens. Harbour Post, 12 May 2024. https://…`: what is known of an article.

    The address is that of the original; without one, the path of its document or file.
    """
    found = corpus.articles[article]
    known = found.metadata
    translator = corpus.translator
    outlet = ", ".join(filter(None, (known.publisher, known.published and translator.date(known.published[:10]))))
    title = corpus.title(article)
    is_untitled = corpus.is_untitled(article)
    words = translator.gettext("“%(words)s” (no title: its first words)", words=title) if is_untitled else title
    parts = (fold(known.author) if known.author else "", words, outlet)
    return " ".join((*_sentences(parts), known.url or fold(known.document or found.path)))


def _sentences(parts: tuple[str, ...]) -> Iterator[str]:
    return (part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)
