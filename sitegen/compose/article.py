"""An article page: the whole article, and what the site makes of each of its sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from sitegen.interface import Translator, msgid
from sitegen.interface.direction import script_tag
from sitegen.languages import has_tables, language_for
from sitegen.model import Analysis, Article, Block, Fate, Relation, Sentence, Statement, Topic
from sitegen.reasons import NO_REASON
from sitegen.rights import is_restricted
from sitegen.text import fold, without_controls

from . import urls
from .corpus import Corpus, once
from .decisions import decisions_on
from .differences import difference_href, differing_in
from .outlets import outlet_href
from .pages import ArticlePage, BlockItem, Carrier, Fact, Link, SentenceItem, Site, Use
from .pieces import FirstNames
from .quotes import quoted_at

_SAID_BY_ANOTHER: dict[Relation, str] = {
    "same": msgid("said by another"),
    "entails": msgid("said by another, with more"),
    "entailed": msgid("said by another, with less"),
    "partial": msgid("said in part by another"),
}


@once  # every article's page asks
def _namesakes(corpus: Corpus) -> Counter[tuple[str, ...]]:
    """How many articles have a title and all that their pages' titles tell them apart by."""
    return Counter((corpus.title(id_), *_stated(corpus, id_)) for id_ in corpus.articles)


def _stated(corpus: Corpus, article: str) -> tuple[str, ...]:
    """Who published it and when, as far as it is stated."""
    metadata = corpus.articles[article].metadata
    return tuple(filter(None, (metadata.publisher, metadata.published)))


def _told_apart(corpus: Corpus, article: str) -> str:
    """What tells an article from those of its title: its outlet and day; its file, where that is not enough."""
    stated = _stated(corpus, article)
    is_alone = _namesakes(corpus)[(corpus.title(article), *stated)] == 1
    return ", ".join(stated if is_alone else (*stated, fold(corpus.articles[article].path)))


def article_page(corpus: Corpus, id_: str, site: Site) -> ArticlePage:
    article = corpus.articles[id_]
    path = urls.article_path(id_)
    in_block: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in corpus.sentences_of[id_]:
        in_block[sentence.block].append(sentence)
    fates = Counter(corpus.fates[sentence.id].kind for sentence in corpus.sentences_of[id_])
    origins = corpus.origins_of[id_]
    copies = next((origin for origin in origins if not origin.is_doubtful), None)
    return ArticlePage(
        path=path,
        title=corpus.title(id_),
        site=site,
        told_apart=_told_apart(corpus, id_),
        is_derived=corpus.is_untitled(id_),
        facts=(
            *article_facts(corpus.translator, article, corpus.analyses[id_], outlet_href(corpus, path, id_)),
            *_also_received(corpus, id_),
        ),
        blocks=tuple(
            _block(corpus, path, article, block, shown)
            for block in article.blocks
            if (shown := [s for s in in_block[block.id] if s.id not in corpus.withheld])
            or block.id not in corpus.withheld
        ),
        is_restricted=is_restricted(article),
        topics=tuple(
            Carrier(corpus.topic_link(path, topic), corpus.carriers[topic.id][id_])
            for topic in corpus.topics_carried[id_]
        ),
        used=fates["used"],
        said_by_another=fates["said-by-another"],
        left_out=fates["left-out"],
        origin=corpus.translator.reason(copies.evidence) if copies else "",
        copies=tuple(corpus.article_link(path, other) for other in copies.articles if other != id_) if copies else (),
        perhaps_copies=tuple(
            corpus.article_link(path, other)
            for origin in origins
            if origin.is_doubtful
            for other in origin.articles
            if other != id_
        ),
        language=corpus.analyses[id_].language or script_tag(article.text) or None,
        decisions=decisions_on(corpus, "article", (id_,)),
        published=article.metadata.published,
    )


def article_facts(translator: Translator, article: Article, analysis: Analysis, outlet: str | None) -> tuple[Fact, ...]:
    """What is known of an article, as rows. `outlet`: the address of its outlet; None: it has no place."""
    _ = translator.gettext
    metadata = article.metadata
    basis = {name: translator.reason(found) for name, found in metadata.basis}
    rows = (
        Fact(
            _("Outlet"),
            metadata.publisher or _("not stated"),
            outlet if metadata.publisher else None,
            basis=basis.get("publisher", ""),
        ),
        Fact(_("Published"), metadata.published or _("not stated"), basis=basis.get("published", "")),
        Fact(_("Updated"), metadata.updated or "", basis=basis.get("updated", "")),
        Fact(_("Author"), metadata.author or "", basis=basis.get("author", "")),
        Fact(_("Agency"), metadata.agency or "", basis=basis.get("agency", "")),
        Fact(_("Filed from"), metadata.dateline or "", basis=basis.get("dateline", "")),
        Fact(_("Section"), metadata.section or "", basis=basis.get("section", "")),
        Fact(_("Language"), _language(translator, analysis), basis=translator.reason(analysis.language_basis)),
        Fact(_("Original"), metadata.url or "", metadata.url, basis=basis.get("url", "")),
        Fact(
            _("Rights"),
            _("only cited passages are shown") if is_restricted(article) else "",
            basis=basis.get("rights", ""),
        ),
        Fact(_("Document"), fold(metadata.document or "")),
        Fact(_("File"), fold(article.path)),
    )
    return tuple(row for row in rows if row.value)


def _language(translator: Translator, analysis: Analysis) -> str:
    """The language of an article, and by whose rules it was read if those are another's."""
    tag, rules = analysis.language, language_for(analysis.read_as)
    if tag and language_for(tag) is rules and has_tables(tag):
        return translator.reason(rules.name)
    return translator.gettext(
        "%(language)s; read by the rules for %(rules)s",
        language=tag or translator.gettext("not known"),
        rules=translator.reason(rules.name),
    )


def _also_received(corpus: Corpus, article: str) -> Iterator[Fact]:
    """The other files that hold this article."""
    for arrival, why in corpus.received_as[article]:
        yield Fact(corpus.translator.gettext("Also received"), fold(arrival.path), basis=corpus.translator.reason(why))


def _block(corpus: Corpus, path: str, article: Article, block: Block, sentences: list[Sentence]) -> BlockItem:
    is_preformatted = block.kind in ("table", "code")
    text = without_controls(article.text[block.start : block.end]) if is_preformatted else block.text
    names = FirstNames(corpus, path)
    return BlockItem(
        id=urls.anchor(block.id),
        block=block.id,
        kind=block.kind,
        level=block.level,
        role=block.role,
        text="" if sentences else text,
        sentences=tuple(_sentence(corpus, path, sentence, names) for sentence in sentences),
    )


def _sentence(corpus: Corpus, path: str, sentence: Sentence, names: FirstNames) -> SentenceItem:
    fate = corpus.fates[sentence.id]
    statement = corpus.statements[fate.statement] if fate.statement else None
    topics = corpus.topics_of[statement.id] if statement else []
    uses = [_use(corpus, path, topic, statement) for topic in topics] if statement else []
    if fate.kind == "left-out":
        uses = list(_elsewhere(corpus, path, sentence.id))
    if statement and not uses:  # what is in a topic has its place there: the index page may change with any article
        in_short = corpus.translator.gettext("In short")
        uses = [Use(Link(urls.link(path, urls.INDEX, f"ref-{statement.sentence}"), in_short), "")]
    return SentenceItem(
        id=urls.anchor(sentence.id),
        sentence=sentence.id,
        text=sentence.text,
        fate=fate.kind,
        fate_words=_fate_words(corpus, fate, len(topics)),
        uses=tuple(uses),
        pieces=names.pieces(sentence.id),
    )


def _elsewhere(corpus: Corpus, path: str, sentence: str) -> Iterator[Use]:
    """Where a sentence stands that no topic has."""
    _ = corpus.translator.gettext
    if difference := differing_in(corpus).get(sentence):
        yield Use(Link(difference_href(corpus, path, difference), _("Differences")), "")
    if quoted := quoted_at(corpus).get(sentence):
        yield Use(Link(urls.link(path, *quoted), _("Quotations")), "")


def _use(corpus: Corpus, path: str, topic: Topic, statement: Statement) -> Use:
    why = next(member.reason for member in topic.members if member.statement == statement.id)
    if any(is_restricted(corpus.articles[source]) for source in statement.sources):
        why = NO_REASON  # it may have words of a heading, which their rights withhold
    return Use(corpus.topic_link(path, topic, statement.id), corpus.translator.reason(why))


def _fate_words(corpus: Corpus, fate: Fate, topics: int) -> str:
    translator = corpus.translator
    match fate.kind:
        case "used":
            if not topics:
                return translator.gettext("printed in short on the first page")
            return translator.ngettext("printed on %(n)s topic page", "printed on %(n)s topic pages", topics)
        case "left-out":
            return translator.gettext("left out of topics: %(reason)s", reason=translator.reason(fate.reason))
        case "said-by-another":
            statement = corpus.statements[fate.statement or ""]
            relation = next(also.relation for also in statement.also if also.sentence == fate.sentence)
            return translator.gettext(_SAID_BY_ANOTHER[relation])
