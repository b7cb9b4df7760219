"""The index page: what the folder says, in a screen."""

import unicodedata

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
from .pages import ArticleCard, IndexPage, Letter, Link, Site, StorySection, SummaryItem, TopicCard
from .periods import days_of
from .positions import cited_in_short, positions_in_short
from .search import MOST_ENTRIES
from .source_summary import source_summary
from .statement_items import cited_by, differing
from .support import ONE_ONLY, carried_words
from .topic_map import topic_map

_STORIES = 8  # with cards; more would bury the newest articles
_CARDS = 6  # topics of one of several stories
_LINKS = 8  # topics of a further story
_ARTICLES = 8  # shown unfolded
_EARLIER = 200  # folded; of 5,000 articles they would be three quarters of the page


def index_page(corpus: Corpus, site: Site) -> IndexPage:
    translator = corpus.translator
    briefing = corpus.briefing
    path = urls.INDEX
    is_nested = len(corpus.nests) > 1
    nests = corpus.nests[:_STORIES] if is_nested else ()
    shown = [topic for nest in nests for topic in nest.topics[:_CARDS]] if is_nested else briefing.topics
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

    def section(nest: Nest, cards: int, links: int | None = None) -> StorySection:
        return StorySection(
            id=urls.story_anchor(nest.id),
            title=corpus.headline(nest),
            headline_of=corpus.article_link(path, nest.headline) if nest.headline else None,
            outlet=(corpus.articles[nest.headline].metadata.publisher or "") if nest.headline else "",
            counts=f"{counts.articles(translator, len(nest.articles))}, {counts.topics(translator, len(nest.topics))}",
            topics=tuple(card(topic) for topic in nest.topics[:cards]),
            more=tuple(corpus.topic_link(path, topic) for topic in nest.topics[cards:][:links]),
        )

    newest_first = sorted(corpus.articles, key=corpus.newest_first)
    articles = [_article_card(corpus, article) for article in newest_first[: _ARTICLES + _EARLIER]]
    # All lines are made before the notes are listed: each note leads back to all its marks.
    summary = tuple(summary_item(sentence) for sentence in briefing.summary)
    topics = () if is_nested else tuple(card(topic) for topic in briefing.topics)
    stories = tuple(section(nest, _CARDS) for nest in nests)
    positions = positions_in_short(corpus, notes, path)
    return IndexPage(
        path=path,
        title=site.title,
        site=site,
        counts=_counts(corpus),
        behind=source_summary(corpus, corpus.articles, corpus.sentences),
        summary=summary,
        topics=topics,
        articles=tuple(articles[:_ARTICLES]),
        sources=notes.sources(),
        stories=stories,
        further=tuple(section(nest, 0, _LINKS) for nest in corpus.nests[_STORIES:]),
        letters=_letters(corpus) if len(shown) < len(briefing.topics) <= MOST_ENTRIES else (),
        all_topics=_all_topics(corpus, path) if len(briefing.topics) > MOST_ENTRIES else None,
        earlier=tuple(articles[_ARTICLES:]),
        all_articles=_all_articles(corpus, path) if len(articles) < len(newest_first) else None,
        news=news(corpus, path, corpus.statements, always=True),
        reported=index_chart(corpus),
        ties=topic_map(corpus),
        positions=positions,
    )


def _letters(corpus: Corpus) -> tuple[Letter, ...]:
    by_letter: dict[str, list[Topic]] = {}
    for topic in sorted(corpus.briefing.topics, key=lambda topic: (topic.title.casefold(), topic.id)):
        first = unicodedata.normalize("NFD", topic.title)[0].upper()
        by_letter.setdefault(first if first.isalpha() else "0–9", []).append(topic)
    return tuple(
        Letter(letter, tuple(corpus.topic_link(urls.INDEX, topic) for topic in found))
        for letter, found in sorted(by_letter.items())
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
