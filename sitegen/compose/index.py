"""The index page: what the folder says, in a screen."""

from sitegen.model import Topic

from . import urls
from .corpus import Corpus, counted
from .decisions import flag_items
from .notes import Notes
from .pages import ArticleCard, IndexPage, Line, Site, SummaryItem, TopicCard
from .support import support_words


def index_page(corpus: Corpus, site: Site) -> IndexPage:
    briefing = corpus.briefing
    path = urls.INDEX
    leads = [topic.summary[0] for topic in briefing.topics if topic.summary]
    summary_statements = [corpus.statement_of[sentence] for sentence in briefing.summary]
    companions = {s.id: corpus.full_companions(s) for s in summary_statements}
    cited = [*briefing.summary, *leads, *(other for others in companions.values() for other in others)]
    notes = Notes(corpus, path, cited)

    def summary_item(sentence: str) -> SummaryItem:
        statement = corpus.statement_of[sentence]
        topic = corpus.topics_of[statement.id][0]
        return SummaryItem(
            line=notes.line(sentence, companions[statement.id]),
            support=support_words(statement, len(corpus.carriers[topic.id])),
            topic=corpus.topic_link(path, topic, statement.id),
            flags=flag_items(corpus, path, corpus.flags_of[statement.id]),
            is_pinned=sentence in briefing.pinned,
        )

    def lead_line(topic: Topic) -> Line | None:
        return notes.line(topic.summary[0], place=f"in-{topic.id}") if topic.summary else None

    summary = tuple(summary_item(sentence) for sentence in briefing.summary)
    topics = tuple(
        TopicCard(corpus.topic_link(path, topic), lead_line(topic), _topic_counts(corpus, topic), topic.is_desks)
        for topic in briefing.topics
    )
    return IndexPage(
        path=path,
        title=site.title,
        site=site,
        counts=_counts(corpus),
        summary=summary,
        topics=topics,
        articles=tuple(_article_card(corpus, article) for article in sorted(corpus.articles, key=corpus.newest_first)),
        sources=notes.sources(),
    )


def _counts(corpus: Corpus) -> str:
    briefing = corpus.briefing
    shared = sum(statement.origins > 1 for statement in briefing.statements)
    one = "origin" if briefing.origins else "article"  # where none is a copy, the plainer word
    return (
        f"{counted(len(corpus.articles), 'article')}, {counted(len(corpus.sentences), 'sentence')}, "
        f"{counted(len(briefing.topics), 'topic')}. "
        f"{counted(shared, 'statement is', 'statements are')} carried by more than one {one}."
    )


def _topic_counts(corpus: Corpus, topic: Topic) -> str:
    carriers = len(corpus.carriers[topic.id])
    return f"{counted(len(topic.members), 'statement')} from {carriers:,} of {counted(len(corpus.articles), 'article')}"


def _article_card(corpus: Corpus, article: str) -> ArticleCard:
    metadata = corpus.articles[article].metadata
    sentences = corpus.sentences_of[article]
    used = sum(corpus.fates[sentence.id].kind != "left-out" for sentence in sentences)
    return ArticleCard(
        article=corpus.article_link(urls.INDEX, article),
        is_derived=corpus.is_untitled(article),
        publisher=metadata.publisher,
        published=metadata.published,
        counts=f"{counted(len(sentences), 'sentence')}, {used:,} in topics",
    )
