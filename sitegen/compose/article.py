"""An article page: the whole article, and what the site makes of each of its sentences."""

from collections import Counter, defaultdict

from sitegen.model import Article, Block, Fate, Relation, Sentence
from sitegen.text import fold, without_controls

from . import urls
from .corpus import Corpus, counted
from .pages import ArticlePage, BlockItem, Carrier, Fact, SentenceItem, Site

_SAID_BY_ANOTHER: dict[Relation, str] = {
    "same": "said by another",
    "entails": "said by another, with more",
    "entailed": "said by another, with less",
    "partial": "said in part by another",
}


def article_page(corpus: Corpus, id_: str, site: Site) -> ArticlePage:
    article = corpus.articles[id_]
    path = urls.article_path(id_)
    in_block: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in corpus.sentences_of[id_]:
        in_block[sentence.block].append(sentence)
    fates = Counter(corpus.fates[sentence.id].kind for sentence in corpus.sentences_of[id_])
    origin = next((origin for origin in corpus.briefing.origins if id_ in origin.articles), None)
    copies = origin.articles if origin else ()
    return ArticlePage(
        path=path,
        title=corpus.title(id_),
        site=site,
        is_derived=corpus.is_untitled(id_),
        facts=_facts(article),
        blocks=tuple(_block(corpus, path, article, block, in_block[block.id]) for block in article.blocks),
        topics=tuple(
            Carrier(corpus.topic_link(path, topic), carriers[id_])
            for topic in corpus.briefing.topics
            if id_ in (carriers := corpus.carriers(topic))
        ),
        used=fates["used"],
        said_by_another=fates["said-by-another"],
        left_out=fates["left-out"],
        origin=origin.evidence if origin else "",
        copies=tuple(corpus.article_link(path, other) for other in copies if other != id_),
        language=article.metadata.language,
    )


def _facts(article: Article) -> tuple[Fact, ...]:
    metadata = article.metadata
    rows = (
        Fact("Outlet", metadata.publisher or "not stated"),
        Fact("Published", metadata.published or "not stated"),
        Fact("Updated", metadata.updated or ""),
        Fact("Author", metadata.author or ""),
        Fact("Original", metadata.url or "", metadata.url),
        Fact("Document", fold(metadata.document or "")),
        Fact("File", fold(article.path)),
    )
    return tuple(row for row in rows if row.value)


def _block(corpus: Corpus, path: str, article: Article, block: Block, sentences: list[Sentence]) -> BlockItem:
    is_preformatted = block.kind in ("table", "code")
    text = without_controls(article.text[block.start : block.end]) if is_preformatted else block.text
    return BlockItem(
        id=urls.anchor(block.id),
        block=block.id,
        kind=block.kind,
        level=block.level,
        role=block.role,
        text="" if sentences else text,
        sentences=tuple(_sentence(corpus, path, sentence) for sentence in sentences),
    )


def _sentence(corpus: Corpus, path: str, sentence: Sentence) -> SentenceItem:
    fate = corpus.fates[sentence.id]
    topics = corpus.topics_of[fate.statement] if fate.statement else []
    return SentenceItem(
        id=urls.anchor(sentence.id),
        sentence=sentence.id,
        text=sentence.text,
        fate=fate.kind,
        fate_words=_fate_words(corpus, fate, len(topics)),
        uses=tuple(corpus.topic_link(path, topic, fate.statement or "") for topic in topics),
    )


def _fate_words(corpus: Corpus, fate: Fate, topics: int) -> str:
    match fate.kind:
        case "used":
            return f"printed on {counted(topics, 'topic page')}"
        case "left-out":
            return f"left out: {fate.reason}"
        case "said-by-another":
            statement = corpus.statement_of[fate.sentence]
            relation = next(also.relation for also in statement.also if also.sentence == fate.sentence)
            return _SAID_BY_ANOTHER[relation]
