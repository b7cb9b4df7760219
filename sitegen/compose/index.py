"""The index page: what the folder says, in a screen."""

from sitegen.interface import msgids
from sitegen.model import Statement, Topic
from sitegen.reasons import is_naming

from . import counts, urls
from .bars import index_chart
from .corpus import Corpus
from .decisions import flag_items
from .nesting import Nest
from .news import fresh, news
from .notes import Notes
from .pages import ArticleCard, IndexPage, Link, Site, StorySection, SummaryItem, TopicCard
from .periods import days_of
from .positions import cited_in_short, positions_in_short
from .source_summary import source_summary
from .statement_items import cited_by, differing
from .support import ONE_ONLY, carried_words
from .topic_map import topic_map

_STORIES = 6  # with cards; more would bury the newest articles
_CARDS = 12  # topics with a card, in all stories together: half of the page is their notes
_LINKS = 3  # further topics of a story
_FURTHER = 7  # stories without cards
_ARTICLES = 8


def index_page(corpus: Corpus, site: Site) -> IndexPage:
    translator = corpus.translator
    briefing = corpus.briefing
    path = urls.INDEX
    nests = corpus.nests[:_STORIES] if len(corpus.nests) > 1 else ()
    further = corpus.nests[_STORIES : _STORIES + _FURTHER]
    cards = _CARDS // len(nests) if nests else _CARDS
    shown = [topic for nest in nests for topic in nest.topics[:cards]] if nests else briefing.topics[:cards]
    leads = [topic.summary[0] for topic in shown if topic.summary]
    summary_statements = [corpus.statement_of[sentence] for sentence in briefing.summary]
    companions = {s.id: corpus.full_companions(s) for s in summary_statements}
    said_by_others = (other for others in companions.values() for other in others)
    cited = [*briefing.summary, *leads, *cited_in_short(corpus), *said_by_others]
    notes = Notes(corpus, path, cited)

    differ = differing(corpus, path)

    def summary_item(sentence: str) -> SummaryItem:
        statement = corpus.statement_of[sentence]
        topic = _topic_of(corpus, statement)
        return SummaryItem(
            line=notes.line(sentence, companions[statement.id]),
            support=_support(corpus, statement),
            more=corpus.topic_link(path, topic, statement.id)
            if topic
            else corpus.article_link(path, statement.sources[0], sentence),
            flags=flag_items(corpus, path, corpus.flags_of[statement.id]),
            is_corroborated=statement.origins > 1,
            is_pinned=sentence in briefing.pinned,
            fresh=fresh(corpus, path, statement.id),
            differs=tuple(dict.fromkeys(to for id_ in cited_by([statement]) for to in differ.get(id_, ()))),
        )

    def card(topic: Topic) -> TopicCard:
        lead = notes.line(topic.summary[0], place=f"in-{topic.id}") if topic.summary else None
        recent = news(corpus, path, (member.statement for member in topic.members))
        return TopicCard(corpus.topic_link(path, topic), lead, _topic_counts(corpus, topic), topic.is_desks, recent)

    def section(nest: Nest, cards: int) -> StorySection:
        return StorySection(
            id=urls.story_anchor(nest.id),
            title=corpus.headline(nest),
            headline_of=corpus.article_link(path, nest.headline) if nest.headline else None,
            outlet=(corpus.articles[nest.headline].metadata.publisher or "") if nest.headline else "",
            counts=f"{counts.articles(translator, len(nest.articles))}, {counts.topics(translator, len(nest.topics))}",
            topics=tuple(card(topic) for topic in nest.topics[:cards]),
            more=tuple(corpus.topic_link(path, topic) for topic in nest.topics[cards : cards + _LINKS]),
        )

    newest_first = sorted(corpus.articles, key=corpus.newest_first)
    # All lines are made before the notes are listed: each note leads back to all its marks.
    summary = tuple(summary_item(sentence) for sentence in briefing.summary)
    topics = () if nests else tuple(map(card, shown))
    stories = tuple(section(nest, cards) for nest in nests)
    positions = positions_in_short(corpus, notes, path)
    return IndexPage(
        path=path,
        title=site.title,
        site=site,
        counts=_counts(corpus),
        behind=source_summary(corpus, corpus.articles, corpus.sentences),
        summary=summary,
        topics=topics,
        articles=tuple(_article_card(corpus, article) for article in newest_first[:_ARTICLES]),
        sources=notes.sources(),
        stories=stories,
        further=tuple(section(nest, 0) for nest in further),
        all_stories=_all_stories(corpus, path) if corpus.nests[_STORIES + _FURTHER :] else None,
        all_topics=_all_topics(corpus, path) if len(shown) < len(briefing.topics) else None,
        all_articles=_all_articles(corpus, path) if len(newest_first) > _ARTICLES else None,
        news=news(corpus, path, corpus.statements, always=True),
        reported=index_chart(corpus),
        ties=topic_map(corpus),
        positions=positions,
    )


def _topic_of(corpus: Corpus, statement: Statement) -> Topic | None:
    """The topic whose page a statement heads, else the first that it names, else the first that holds it."""

    def distance(topic: Topic) -> tuple[bool, bool]:
        reason = next(member.reason for member in topic.members if member.statement == statement.id)
        return (statement.sentence not in topic.summary, not is_naming(reason))

    return min(corpus.topics_of[statement.id], key=distance, default=None)


def _support(corpus: Corpus, statement: Statement) -> str:
    """Without the number of its topic's articles: beside lines of other topics `2 of 3` would seem the larger part."""
    if len(corpus.articles) == 1:
        return ""
    return carried_words(corpus.translator, statement) or corpus.translator.gettext(ONE_ONLY)


def _counts(corpus: Corpus) -> str:
    briefing = corpus.briefing
    shared = sum(statement.origins > 1 for statement in briefing.statements)
    translator = corpus.translator
    messages = (
        msgids(
            "%(n)s statement is in more than one original report.",
            "%(n)s statements are in more than one original report.",
        )
        if briefing.origins
        else msgids(  # where none is a copy, the plainer word
            "%(n)s statement is carried by more than one article.",
            "%(n)s statements are carried by more than one article.",
        )
    )
    words = (
        f"{counts.articles(translator, len(corpus.articles))}, {counts.sentences(translator, len(corpus.sentences))}, "
        f"{counts.topics(translator, len(briefing.topics))}."
    )
    # Of one article nothing can be carried by another.
    return f"{words} {translator.ngettext(*messages, shared)}" if shared and len(corpus.articles) > 1 else words


def _all_stories(corpus: Corpus, page: str) -> Link:
    number = corpus.translator.number(len(corpus.nests))
    return Link(urls.link(page, urls.STORIES), corpus.translator.gettext("All %(n)s stories", n=number))


def _all_topics(corpus: Corpus, page: str) -> Link:
    number = corpus.translator.number(len(corpus.topics))
    words = corpus.translator.gettext("All %(n)s topics, among the names, A to Z", n=number)
    return Link(urls.link(page, urls.SEARCH, "a-to-z"), words)


def _all_articles(corpus: Corpus, page: str) -> Link:
    number = corpus.translator.number(len(corpus.articles))
    return Link(urls.link(page, urls.SOURCES), corpus.translator.gettext("All %(n)s articles, by outlet", n=number))


def _topic_counts(corpus: Corpus, topic: Topic) -> str:
    carriers = len(corpus.carriers[topic.id])
    # Beside other stories, of the articles of its own: how many others there are says nothing of it.
    articles = len(corpus.nest_of[topic.id].articles) if len(corpus.nests) > 1 else len(corpus.articles)
    total = max(articles, carriers)
    translator = corpus.translator
    days = days_of(corpus, corpus.carriers[topic.id])
    words = translator.ngettext(
        "%(statements)s from %(some)s of %(n)s article",
        "%(statements)s from %(some)s of %(n)s articles",
        total,
        statements=counts.statements(translator, len(topic.members)),
        some=translator.number(carriers),
    )
    if not days or days[-1] == corpus.last_day:
        return words
    return translator.gettext("%(counts)s, newest of %(day)s", counts=words, day=translator.date(days[-1]))


def _article_card(corpus: Corpus, article: str) -> ArticleCard:
    metadata = corpus.articles[article].metadata
    sentences = corpus.sentences_of[article]
    used = sum(bool(corpus.topics_of[corpus.fates[sentence.id].statement or ""]) for sentence in sentences)
    return ArticleCard(
        article=corpus.article_link(urls.INDEX, article),
        is_derived=corpus.is_untitled(article),
        publisher=metadata.publisher,
        published=metadata.published,
        counts=corpus.translator.ngettext(
            "%(n)s sentence, %(used)s in topics",
            "%(n)s sentences, %(used)s in topics",
            len(sentences),
            used=corpus.translator.number(used),
        ),
    )
