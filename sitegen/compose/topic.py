"""A topic page: everything the articles say about one subject."""

from sitegen.model import Companion, Member, Topic

from . import urls
from .bars import topic_chart
from .concordance import most_carried, sentences_of, utterance_items
from .corpus import Corpus, counted
from .decisions import decisions_on, flag_items
from .differences import shown
from .matrix import statement_matrix
from .names import topic_names
from .news import fresh, history_rows, news, tombstones
from .notes import Notes
from .pages import Carrier, Link, RelatedItem, Site, StatementItem, TopicPage, Wording
from .pieces import FirstNames
from .silence import silent_on, silent_on_topic
from .source_summary import source_summary
from .support import RELATION_WORDS, support_words
from .timeline import timeline_dates, topic_events
from .voices import voice_choices, voice_mark

_MOST_QUOTED = 30
"""Sentences with words that several articles quote: the page of quotations has the others."""
_PUT = ("moved here by the desk", "put here by the desk")
"""Why a statement is there: its decision says so, with the reason."""
_TWINS = ((".md", "plain text"), (".bib", "BibTeX"), (".json", "CSL-JSON"))


def topic_page(corpus: Corpus, topic: Topic, site: Site) -> TopicPage:
    path = urls.topic_path(topic.id)
    statements = [corpus.statements[member.statement] for member in topic.members]
    cited = [sentence for s in statements for sentence in (s.sentence, *(also.sentence for also in s.also))]
    said = set(cited)
    utterances = most_carried(
        (found for found in corpus.briefing.utterances if not said.isdisjoint(sentences_of(found))), _MOST_QUOTED
    )
    events = topic_events(corpus, said)
    cited += (sentence for found in utterances for sentence in sentences_of(found))
    cited += (sentence for event in events for sentence in (event.sentence, *event.also))
    notes = Notes(corpus, path, cited)
    carriers = corpus.carriers[topic.id]
    names = FirstNames(corpus, path)
    by_name = f"names “{topic.title}”".casefold()  # goes without saying on the page of that title

    differing: dict[str, list[Link]] = {}
    for difference in shown(corpus):
        if difference.kind == "spelling":  # of a name, not of what the statement says
            continue
        to = Link(urls.link(path, urls.DIFFERENCES, difference.id), difference.note)
        for sentence in (sentence for side in difference.sides for sentence in side.sentences):
            differing.setdefault(sentence, []).append(to)

    def wording(companion: Companion, of: str) -> Wording:
        article = corpus.sentences[companion.sentence].article
        return Wording(
            # It may stand on the page by itself as well, or under another statement.
            line=notes.line(companion.sentence, place=f"under-{urls.anchor(of)}"),
            voice=voice_mark(*corpus.claim(companion.sentence)),
            relation=RELATION_WORDS[companion.relation],
            article=corpus.article_link(path, article, companion.sentence),
        )

    def item(member: Member) -> StatementItem:
        statement = corpus.statements[member.statement]
        sentences = (statement.sentence, *(also.sentence for also in statement.also))
        decisions = decisions_on(corpus, "statement", sentences)
        return StatementItem(
            id=statement.id,
            line=notes.line(
                statement.sentence, corpus.full_companions(statement), pieces=names.pieces(statement.sentence)
            ),
            voice=voice_mark(*corpus.claim(statement.sentence)),
            support=support_words(statement, len(carriers)),
            is_corroborated=statement.origins > 1,
            reason=""
            if member.reason.casefold() == by_name or (decisions and member.reason in _PUT)
            else member.reason,
            wordings=tuple(wording(companion, statement.sentence) for companion in statement.also),
            also_in=tuple(
                corpus.topic_link(path, other, statement.id)
                for other in corpus.topics_of[statement.id]
                if other.id != topic.id
            ),
            differs=tuple(dict.fromkeys(to for sentence in sentences for to in differing.get(sentence, ()))),
            silent=silent_on(corpus, path, statement, carriers),
            flags=flag_items(corpus, path, corpus.flags_of[statement.id]),
            decisions=decisions,
            fresh=fresh(corpus, path, statement.id),
        )

    # What heads the list of statements needs no printing above it.
    lede = topic.summary if topic.summary != (statements[0].sentence,) else ()
    summary = tuple(
        notes.line(
            sentence,
            corpus.full_companions(corpus.statement_of[sentence]),
            place="lede",
            pieces=names.pieces(sentence),
        )
        for sentence in lede
    )
    items = [item(member) for member in topic.members]
    corroborated = tuple(item for item in items if item.is_corroborated)
    quoted = tuple(utterance_items(corpus, notes, path, utterances))
    dates = timeline_dates(corpus, notes, events)
    alone = tuple(item for item in items if not item.is_corroborated)
    several = {statement.id for statement in statements if len(statement.sources) > 1}
    return TopicPage(
        path=path,
        title=topic.title,
        site=site,
        aliases=topic.aliases,
        counts=(
            f"{counted(len(items), 'statement')} from {counted(len(carriers), 'article')}; "
            f"{counted(len(corroborated), 'is', 'are')} carried by more than one origin."
        ),
        behind=source_summary(corpus, carriers, said),
        summary=summary,
        corroborated=corroborated,
        copied=tuple(item for item in alone if item.id in several),
        single=tuple(item for item in alone if item.id not in several),
        voices=voice_choices(item.voice.kind for item in items),
        carriers=tuple(Carrier(corpus.article_link(path, article), count) for article, count in carriers.items()),
        silent=tuple(corpus.article_link(path, article) for article in silent_on_topic(corpus, topic)),
        related=tuple(
            RelatedItem(corpus.topic_link(path, corpus.topics[related.topic]), related.reason)
            for related in topic.related
        ),
        sources=notes.sources(),
        names=topic_names(corpus, topic, path),
        story=_story(corpus, topic, path),
        utterances=quoted,
        dates=dates,
        is_desks=topic.is_desks,
        decisions=decisions_on(corpus, "topic", (topic.id,)),
        twins=tuple(Link(urls.link(path, urls.twin(path, suffix)), words) for suffix, words in _TWINS),
        news=news(corpus, path, (statement.id for statement in statements)),
        history=history_rows(corpus, path, topic.id),
        tombstones=tombstones(corpus, path, topic.id),
        reported=topic_chart(corpus, topic.id),
        matrix=statement_matrix(corpus, topic, notes.articles),
    )


def _story(corpus: Corpus, topic: Topic, path: str) -> Link | None:
    if len(corpus.nests) < 2:
        return None
    nest = corpus.nest_of[topic.id]
    return Link(urls.link(path, urls.INDEX, urls.story_anchor(nest.id)), corpus.headline(nest))
