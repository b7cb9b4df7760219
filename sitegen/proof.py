"""EDGE: reads what a site is proved from: articles as they are parsed now, their documents, the editions."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sitegen.config import Config
from sitegen.each import Each
from sitegen.editions import Edition
from sitegen.intake import Until, receive
from sitegen.model import Source
from sitegen.parse import is_text, visible_words
from sitegen.read import read_documents
from sitegen.verify import Inputs


def read_inputs(
    project: Path,
    config: Config,
    sources: Sequence[Source],
    each: Each,
    editions: Iterable[Edition] = (),
    until: Until | None = None,
) -> Inputs:
    """What `verify` holds the site of a project against. `sources`: of its content folder; the rest as `build_site` has
    it."""
    received = receive(sources, (), config.parse, each, until)
    articles = {article.id: article for article in received.value.articles}
    named = {article.metadata.document for article in articles.values() if article.metadata.document}
    documents = read_documents(project, sorted(named), config.read).value
    return Inputs(
        articles,
        {document.path: document.data for document in documents},
        {document.path: words for document in documents if (words := visible_words(document)) is not None},
        {source.path: visible_words(source) or "" for source in sources if not is_text(source.path)},
        config.content,
        {
            edition.date: {id_: said.text for id_, said in edition.published.sentences.items() if said.text}
            for edition in editions
        },
    )
