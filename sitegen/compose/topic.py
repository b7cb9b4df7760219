"""A topic page: everything the articles say about one subject. The others go on where one page does not hold all."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.interface import Translator, msgid, msgids
from sitegen.model import Difference, Event, Statement, Topic, Utterance

from . import counts, urls
from .bars import topic_chart
from .concordance import most_carried, sentences_of, utterance_items
from .corpus import Corpus
from .decisions import decisions_on
from .differences import MOST_OF_TOPIC, cited_on_topic, on_topic, topic_differences
from .likeness import likenesses
from .matrix import statement_matrix
from .names import topic_names
from .news import history_rows, news, tombstones
from .notes import Notes, Numbers
from .options import SiteOf
from .pages import Carrier, Link, RelatedItem, Site, StatementItem, TopicPage, TopicPartPage, VoiceChoice
from .parts import FIRST, SECTIONS, Group
from .periods import Periods, days_of, newest_source
from .pieces import FirstNames
from .source_summary import source_summary
from .statement_items import StatementItems, cited_by
from .stories import story_link
from .timeline import timeline_dates, topic_events
from .voices import voice_choices

_MOST_QUOTED = 30
"""Sentences with words that several articles quote: the page of quotations has the others."""
_LEDE_WORDS = 60
_FEW_SECTIONS = 5
"""So many need no list of contents."""
_TWINS = ((".md", msgid("plain text")), (".bib", "BibTeX"), (".json", "CSL-JSON"))
_HEADINGS = {
    "corroborated": ("at-a-glance", msgid("At a glance")),
    "differences": ("differ", msgid("Where reports differ")),
    "dates": ("dates", msgid("Timeline")),
    "utterances": ("same-words", msgid("In their words")),
    "matters": ("matters", msgid("Why it matters")),
    "background": ("background", msgid("Background")),
    "copied": ("one-origin", msgid("Several articles, one original report")),
    "single": ("one-only", msgid("In the words of one article only")),
    "further": ("further", msgid("Further statements")),
    "carriers": ("carriers", msgid("Who carries what")),
    "names": ("names", msgid("Names")),
    "related": ("related", msgid("Related topics")),
    "sources": ("notes", msgid("Sources and notes")),
}
"""Anchors of the sections and their words in the list of contents, in the order of the page."""
_SHARED = {
    True: msgids(
        "%(statements)s %(from_articles)s; %(n)s is in more than one original report.",
        "%(statements)s %(from_articles)s; %(n)s are in more than one original report.",
    ),
    False: msgids(
        "%(statements)s %(from_articles)s; %(n)s is in more than one of them.",
        "%(statements)s %(from_articles)s; %(n)s are in more than one of them.",
    ),
}
"""By whether copies are among the articles; where none is, the plainer word."""


def topic_pages(corpus: Corpus, topic: Topic, site: SiteOf) -> Iterator[TopicPage | TopicPartPage]:
    """The page of a topic, and its further ones. `site`: path → the site as the page there sees it."""
    pages = corpus.parts.pages(topic)
    paths = [urls.topic_part_path(topic.id, number) for number in range(1, len(pages) + 1)]
    found = _find(corpus, topic)
    heading = cited_by(corpus.statement_of[sentence] for sentence in topic.summary)
    numbers = Numbers(corpus, [*found.said, *found.cited, *heading])
    like = likenesses(corpus, topic)
    yield _first_page(corpus, topic, pages[0], paths, site(paths[0]), found, numbers, like)
    for path, groups in zip(paths[1:], pages[1:], strict=True):
        yield _part_page(corpus, topic, groups, path, paths, site(path), numbers, like)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the first page of a topic shows besides its statements."""

    said: tuple[str, ...]
    """Sentences of all statements of the topic."""
    differences: list[Difference]
    utterances: list[Utterance]
    events: list[Event]

    @property
    def shown_differences(self) -> list[Difference]:
        return self.differences[:MOST_OF_TOPIC]

    @property
    def cited(self) -> list[str]:
        """Sentences that are printed of it."""
        quoted = (sentence for utterance in self.utterances for sentence in sentences_of(utterance))
        dated = (sentence for event in self.events for sentence in (event.sentence, *event.also))
        return [*cited_on_topic(self.shown_differences), *quoted, *dated]


def _find(corpus: Corpus, topic: Topic) -> _Found:
    said = cited_by(corpus.statements[member.statement] for member in topic.members)
    sentences = set(said)
    return _Found(
        tuple(said),
        on_topic(corpus, sentences),
        most_carried(corpus.utterances.of(sentences), _MOST_QUOTED),
        topic_events(corpus, sentences),
    )


def _first_page(
    corpus: Corpus,
    topic: Topic,
    groups: list[Group],
    paths: list[str],
    site: Site,
    found: _Found,
    numbers: Numbers,
    like: Mapping[str, Statement],
) -> TopicPage:
    translator = corpus.translator
    path = paths[0]
    said = set(found.said)
    statements = [corpus.statements[member.statement] for group in groups for member in group.members]
    differences, shown = found.differences, found.shown_differences
    lede = _lede(corpus, topic, groups)
    cited = [*cited_by(statements), *found.cited, *cited_by(corpus.statement_of[sentence] for sentence in lede)]
    notes = Notes(corpus, path, cited, numbers)
    names = FirstNames(corpus, path)
    periods = Periods(corpus, statements)
    make = StatementItems(corpus, topic, path, notes=notes, names=names, periods=periods, like=like, differences=shown)
    by_section = {
        section: [group for group in groups if corpus.parts.section(group) == section] for section in SECTIONS
    }

    # Made in the order of the page: names are linked, and marks lettered, where they come first.
    summary = tuple(
        notes.line(
            sentence,
            corpus.full_companions(corpus.statement_of[sentence]),
            place="lede",
            pieces=names.pieces(sentence),
        )
        for sentence in lede
    )
    corroborated = make.items(by_section["corroborated"])
    differ = topic_differences(corpus, notes, path, shown)
    dates = timeline_dates(corpus, notes, found.events)
    quoted = tuple(utterance_items(corpus, notes, path, found.utterances))
    matters, background, copied, single = (
        make.items(by_section[section]) for section in ("matters", "background", "copied", "single")
    )
    names_of_topic = topic_names(corpus, topic, path)
    carriers = corpus.carriers[topic.id]
    further = tuple(Link(urls.link(path, to), str(number)) for number, to in enumerate(paths, 1))
    sections = {
        "corroborated": corroborated,
        "differences": differ,
        "dates": dates,
        "utterances": quoted,
        "matters": matters,
        "background": background,
        "copied": copied,
        "single": single,
        "further": further[1:],
        "carriers": carriers,
        "names": names_of_topic,
        "related": topic.related,
        "sources": True,
    }
    listed = (*corroborated, *matters, *background, *copied, *single)
    contents = tuple(
        Link(f"#{id_}", translator.gettext(words)) for name, (id_, words) in _HEADINGS.items() if sections[name]
    )
    return TopicPage(
        path=path,
        title=topic.title,
        site=site,
        aliases=topic.aliases,
        counts=_counts(corpus, topic, carriers),
        behind=source_summary(corpus, carriers, said),
        newest=newest_source(corpus, carriers),
        contents=contents if len(contents) > _FEW_SECTIONS else (),
        summary=summary,
        corroborated=corroborated,
        differences=differ,
        more_differences=Link(
            urls.link(path, urls.DIFFERENCES),
            translator.ngettext(
                "%(n)s more on the page of differences",
                "%(n)s more on the page of differences",
                len(differences) - len(shown),
            ),
        )
        if len(shown) < len(differences)
        else None,
        matters=matters,
        background=background,
        copied=copied,
        single=single,
        voices=_voices(translator, listed),
        periods=periods.choices(),
        further=further if len(further) > 1 else (),
        further_counts=_further_counts(corpus, topic, len(topic.members) - len(statements)) if further[1:] else "",
        language=corpus.topic_language(topic),
        carriers=tuple(Carrier(corpus.article_link(path, article), count) for article, count in carriers.items()),
        related=tuple(
            RelatedItem(corpus.topic_link(path, corpus.topics[related.topic]), translator.reason(related.reason))
            for related in topic.related
        ),
        sources=notes.sources(),
        names=names_of_topic,
        story=story_link(corpus, topic, path),
        utterances=quoted,
        dates=dates,
        is_desks=topic.is_desks,
        decisions=decisions_on(corpus, "topic", (topic.id,)),
        twins=tuple(
            Link(urls.link(path, urls.twin(path, suffix)), translator.gettext(words)) for suffix, words in _TWINS
        ),
        news=news(corpus, path, (statement.id for statement in statements)),
        history=history_rows(corpus, path, topic.id),
        tombstones=tombstones(corpus, path, topic.id),
        reported=topic_chart(corpus, topic.id),
        matrix=statement_matrix(corpus, topic, numbers.of_article),
    )


def _further_counts(corpus: Corpus, topic: Topic, number: int) -> str:
    return _with_order(corpus, topic, corpus.translator.ngettext("%(n)s more.", "%(n)s more.", number))


def _with_order(corpus: Corpus, topic: Topic, counts: str) -> str:
    """`counts`, and in which order the statements stand that go on on further pages, where their articles have days."""
    if not days_of(corpus, corpus.carriers[topic.id]):
        return counts
    order = corpus.translator.gettext("Those of the oldest reports come first.")
    return f"{counts} {order}"


def _part_page(
    corpus: Corpus,
    topic: Topic,
    groups: list[Group],
    path: str,
    paths: list[str],
    site: Site,
    numbers: Numbers,
    like: Mapping[str, Statement],
) -> TopicPartPage:
    translator = corpus.translator
    statements = [corpus.statements[member.statement] for group in groups for member in group.members]
    notes = Notes(corpus, path, cited_by(statements), numbers)
    periods = Periods(corpus, statements)
    make = StatementItems(corpus, topic, path, notes=notes, names=FirstNames(corpus, path), periods=periods, like=like)
    items = make.items(groups)
    return TopicPartPage(
        path=path,
        title=translator.gettext("%(topic)s, page %(number)s", topic=topic.title, number=paths.index(path) + 1),
        site=site,
        topic=corpus.topic_link(path, topic),
        counts=_with_order(
            corpus,
            topic,
            translator.ngettext(
                "%(some)s of %(n)s statement.",
                "%(some)s of %(n)s statements.",
                len(topic.members),
                some=translator.number(len(statements)),
            ),
        ),
        items=items,
        voices=_voices(translator, items),
        periods=periods.choices(),
        pages=tuple(Link(urls.link(path, to), str(number)) for number, to in enumerate(paths, 1)),
        sources=notes.sources(),
        news=news(corpus, path, (statement.id for statement in statements)),
    )


def _counts(corpus: Corpus, topic: Topic, carriers: Collection[str]) -> str:
    translator = corpus.translator
    statements = counts.statements(translator, len(topic.members))
    from_articles = counts.from_articles(translator, len(carriers))
    if len(carriers) == 1:
        return f"{statements} {from_articles}."
    if not (shared := sum(corpus.statements[member.statement].origins > 1 for member in topic.members)):
        return translator.gettext(
            "%(statements)s %(from_articles)s; each is in one of them only.",
            statements=statements,
            from_articles=from_articles,
        )
    messages = _SHARED[any(corpus.origins_of.get(article) for article in carriers)]
    return translator.ngettext(*messages, shared, statements=statements, from_articles=from_articles)


def _voices(translator: Translator, items: Iterable[StatementItem]) -> tuple[VoiceChoice, ...]:
    """The choice of whose claims are shown; none where they are seen at a look."""
    kinds = [item.voice.kind for first in items for item in (first, *first.together)]
    return voice_choices(translator, kinds) if len(kinds) > FIRST else ()


def _lede(corpus: Corpus, topic: Topic, groups: list[Group]) -> tuple[str, ...]:
    """Of the sentences that head the topic the first ones that are short together; none where the first heads the
    statements of the page as well, and needs no printing above them.
    """
    first = corpus.statements[groups[0].first.statement].sentence
    if topic.summary == (first,):
        return ()
    kept: list[str] = []
    words = 0
    for sentence in topic.summary:
        words += len(corpus.sentences[sentence].text.split())
        if words > _LEDE_WORDS:
            break
        kept.append(sentence)
    return tuple(kept)
