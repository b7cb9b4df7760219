"""The pages of names: one each for those that have one, and the list of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, islice
from typing import Literal

from sitegen.interface import Translator, msgid
from sitegen.iso_dates import oldest_first
from sitegen.model import Entity, EntityKind, Ruling, Sentence, Statement, Topic

from . import counts, urls
from .corpus import Corpus, once
from .decisions import decided, is_desks, shown_name
from .descriptions import description
from .notes import Notes, Numbers
from .options import SiteOf
from .pages import (
    CarriedLine,
    Line,
    Link,
    NameCard,
    NamedDate,
    NamedIn,
    NameGroup,
    NamePage,
    NameRange,
    NamesPage,
    SideLine,
    Site,
    Tally,
)
from .paging import Lettered, Paged, Part, Step, date_steps, part_title, step_after
from .pieces import marked
from .quotes import speaker_href
from .support import carried_words

_KINDS: tuple[tuple[EntityKind, str, str], ...] = (
    ("person", msgid("Person"), msgid("People")),
    ("organisation", msgid("Organisation"), msgid("Organisations")),
    ("place", msgid("Place"), msgid("Places")),
)
_BESIDE_NAME: dict[EntityKind, str] = {
    "person": msgid("person"),
    "organisation": msgid("organisation"),
    "place": msgid("place"),
}
_DESCRIPTIONS = 3
"""More than three sentences that say who somebody is repeat one another."""
_STATEMENTS = 4
"""Of each topic: the rest is one click away, and a country would otherwise print half of the corpus."""
_DATES = 20
"""A country is named with every date of the folder; the timeline has the rest."""
_FEW = 40
"""Names of a kind that a reader finds without letters above them."""
_MOST = 400
"""Names on a page: about 9 KiB (gzip)."""
_NAMES = 12
"""On a topic page: two lines of them."""
_PASSAGE = 4
"""A passage, in its line and in its note, takes as much room as so many links."""
_MOST_OF_NAME = 40 * _PASSAGE
"""On a page of a name: about 12 KiB (gzip)."""
_FIRST_SAID = 6
_FIRST_ARTICLES = 20
_FIRST_TOPICS = 25 * _PASSAGE
"""Their statements, and links to those without. All these stay on the first page of a name that has more than one."""
Section = Literal["said", "topics", "articles"]
Item = tuple[Section, str]
"""What stands on a page of a name: the id of a sentence with its own words, of a topic, of an article."""


@once  # every name's page asks
def _namesakes(corpus: Corpus) -> Counter[tuple[str, str]]:
    """How many pages there are for a name, by its kind."""
    return Counter((entity.name, entity.kind) for entity in corpus.naming.with_page.values())


@dataclass(frozen=True, slots=True)
class _Told:
    """What the pages of a name hold."""

    who: list[str]
    """Sentences that say who it is."""
    first: list[str]
    """Those, or where there are none the first that names it."""
    naming: list[str]
    said: list[str]
    chosen: Mapping[str, list[Statement]]
    """Topic → its statements that stand under it."""
    more: Mapping[str, int]
    """Topic → how many others of it do not."""
    topics: Mapping[str, int]
    """All topics, with their statements, those with most first."""
    in_article: dict[str, list[str]]
    """Sentences that name it, the oldest first."""
    companions: Mapping[str, list[str]]
    """Statement → the sentences that are cited with it."""

    def cited(self, items: Iterable[Item]) -> list[str]:
        """The sentences that `items` print or cite."""
        found: list[str] = []
        for section, id_ in items:
            if section == "said":
                found.append(id_)
            elif section == "topics":
                for statement in self.chosen.get(id_, ()):
                    found += (statement.sentence, *self.companions[statement.id])
        return found

    def size_of(self, item: Item) -> int:
        return _PASSAGE * len(self.cited([item])) or 1

    def items(self) -> Iterator[Item]:
        yield from (("said", id_) for id_ in self.said)
        yield from (("topics", id_) for id_ in self.topics)
        yield from (("articles", id_) for id_ in self.in_article)


def name_pages(corpus: Corpus, id_: str, site: SiteOf) -> Iterator[NamePage]:
    """All that is said of a name. Where one page does not hold it, the newest of its words, the topics that name it
    most and the newest articles stand on the first; the rest by day, or by the letters of the topics.
    """
    entity = corpus.naming.with_page[id_]
    told = _told(corpus, entity)
    paged = Paged(urls.name_path(id_), _steps(corpus, told), _MOST_OF_NAME, told.size_of)
    numbers = Numbers(corpus, [*told.first, *told.cited(told.items())])
    for part in paged.pages:
        page = _page(corpus, entity, told, paged, part, numbers, site(part.path))
        yield _with_head(corpus, entity, told, page) if part.is_first else page


def _told(corpus: Corpus, entity: Entity) -> _Told:
    naming = sorted({mention.sentence for mention in entity.mentions}, key=corpus.oldest_first)
    who = _descriptions(corpus, entity, naming)
    said = sorted({quote.sentence for quote in corpus.naming.quotes_of[entity.id]}, key=corpus.oldest_first)
    first = who or [sentence for sentence in naming if sentence not in said][:1]
    by_topic = {topic.id: found for topic, found in _by_topic(corpus, naming, {*first, *said})}
    chosen = {topic: _fitting(corpus, found[:_STATEMENTS]) for topic, found in by_topic.items()}
    in_article: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in naming:
        in_article[corpus.sentences[sentence].article].append(sentence)
    return _Told(
        who=who,
        first=first,
        naming=naming,
        said=said,
        chosen=chosen,
        more={topic: len(found) - len(chosen[topic]) for topic, found in by_topic.items()},
        topics={topic.id: number for topic, number in _topics(corpus, naming)},
        in_article=in_article,
        companions={s.id: corpus.full_companions(s) for found in chosen.values() for s in found},
    )


def _fitting(corpus: Corpus, statements: Sequence[Statement]) -> list[Statement]:
    """The first of `statements`, and as many of the others as stand with it in the room for topics: where many carry
    each, four of them would be more than that.
    """
    sizes = accumulate(_PASSAGE * (1 + len(corpus.full_companions(statement))) for statement in statements)
    fitting = sum(size <= _FIRST_TOPICS for size in sizes)
    return list(statements[: max(1, fitting)])


def _steps(corpus: Corpus, told: _Told) -> dict[Item, Sequence[Step]]:
    """None of what stays on the first page."""
    _ = corpus.translator.gettext
    said, topics, articles = (  # with `_`, which no letters of a title make
        Step("said_", _("In their words")),
        Step("on_", _("What else is said")),
        Step("in_", _("Articles")),
    )

    def by_day(article: str, section: Step) -> Sequence[Step]:
        published = (corpus.articles[article].metadata.published or "")[:10]
        undated = step_after(section, "undated", _("no date stated"))
        days = date_steps(corpus.translator, published, section) if published else [undated]
        return Lettered(corpus.title(article), [section, *days])

    stays = set(_first(told))
    steps: dict[Item, Sequence[Step]] = {}
    for item in told.items():
        section, id_ = item
        if item in stays:
            steps[item] = []
        elif section == "said":
            steps[item] = by_day(corpus.sentences[id_].article, said)
        elif section == "topics":
            steps[item] = Lettered(corpus.topics[id_].title, [topics])
        else:
            steps[item] = by_day(id_, articles)
    return steps


def _first(told: _Told) -> Iterator[Item]:
    """What stays on the first page."""
    yield from (("said", sentence) for sentence in islice(reversed(told.said), _FIRST_SAID))
    yield from (("articles", article) for article in islice(reversed(told.in_article), _FIRST_ARTICLES))
    most = next((topic for topic in told.topics if topic in told.chosen), "")
    room = _FIRST_TOPICS
    for topic in told.topics:
        size = told.size_of(("topics", topic))
        if size <= room or topic == most:  # without that one, a page could have no statement at all
            room -= size
            yield "topics", topic


def _page(
    corpus: Corpus, entity: Entity, told: _Told, paged: Paged[Item], part: Part[Item], numbers: Numbers, site: Site
) -> NamePage:
    """What stands on any page of a name."""
    translator = corpus.translator
    page = part.path
    heading = told.first if part.is_first else []
    notes = Notes(corpus, page, [*heading, *told.cited(part.items)], numbers)
    quotes = corpus.naming.quotes_of[entity.id]
    here: defaultdict[Section, list[str]] = defaultdict(list)
    for section, id_ in part.items:
        here[section].append(id_)

    def own_words(sentence: str) -> Line:
        spans = [(quote.start, quote.end) for quote in quotes if quote.sentence == sentence]
        return notes.line(sentence, place="said", pieces=marked(corpus.sentences[sentence].text, spans))

    def carried(statement: Statement) -> CarriedLine:
        line = notes.line(statement.sentence, told.companions[statement.id])
        return CarriedLine(line, carried_words(translator, statement))

    who = tuple(notes.line(sentence, place="who") for sentence in heading)
    said = tuple(map(own_words, here["said"]))
    statements = tuple(
        NamedIn(corpus.topic_link(page, corpus.topics[id_]), tuple(map(carried, told.chosen[id_])), told.more[id_])
        for id_ in here["topics"]
        if id_ in told.chosen
    )
    stated = (corpus.naming.stated[q] for q in quotes if q in corpus.naming.stated and q.sentence in here["said"])
    return NamePage(
        path=page,
        title=part_title(translator, entity.name, part),
        site=site,
        kind=translator.gettext(_BESIDE_NAME[entity.kind]),
        told_apart=corpus.title(next(iter(told.in_article)))
        if _namesakes(corpus)[entity.name, entity.kind] > 1
        else "",
        counts=_counts(translator, entity, told),
        forms=(),
        reasons=(),
        side=None,
        who=who,
        is_described=bool(told.who),
        said=said,
        quotes=speaker_href(corpus, page, entity.id) if said else "",
        statements=statements,
        topics=tuple(
            Tally(corpus.topic_link(page, corpus.topics[id_]), told.topics[id_])
            for id_ in here["topics"]
            if id_ not in told.chosen
        ),
        articles=tuple(
            Tally(corpus.article_link(page, id_, told.in_article[id_][0]), len(told.in_article[id_]))
            for id_ in here["articles"]
        ),
        sources=notes.sources(),
        is_desks=is_desks(entity),
        speaks=decided(translator, stated),
        sentences=len(told.naming),
        paging=paged.navigation(part, entity.name),
    )


def _with_head(corpus: Corpus, entity: Entity, told: _Told, page: NamePage) -> NamePage:
    """The first page of a name, with what stands only there."""
    dates = _dates(corpus, page.path, told.naming)
    return replace(
        page,
        forms=_other_forms(entity),
        reasons=_reasons(corpus.translator, entity),
        side=side_line(corpus, entity, page.path),
        dates=tuple(dates[:_DATES]),
        later_dates=max(0, len(dates) - _DATES),
        decisions=decided(corpus.translator, corpus.naming.decided[entity.id]),
    )


def _counts(translator: Translator, entity: Entity, told: _Told) -> str:
    return translator.ngettext(
        "%(kind)s, named %(in_sentences)s of %(n)s article.",
        "%(kind)s, named %(in_sentences)s of %(n)s articles.",
        len(told.in_article),
        kind=translator.gettext(next(one for kind, one, _ in _KINDS if kind == entity.kind)),
        in_sentences=counts.in_sentences(translator, len(told.naming)),
    )


def _dates(corpus: Corpus, page: str, naming: Iterable[str]) -> list[NamedDate]:
    """The times that sentences among `naming` name, oldest first."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    rulings: defaultdict[str, list[Ruling]] = defaultdict(list)
    for sentence in naming:
        for expression in corpus.dated_in[sentence]:
            value = expression.value or ""
            found[value].setdefault(corpus.sentences[sentence].article, sentence)
            if ruling := corpus.naming.dated.get((sentence, expression.text)):
                rulings[value].append(ruling)
    return [
        NamedDate(
            value.partition("/")[0],
            corpus.translator.date(value),
            tuple(corpus.article_link(page, article, sentence) for article, sentence in found[value].items()),
            decided(corpus.translator, rulings[value]),
        )
        for value in sorted(found, key=oldest_first)
    ]


def names_pages(corpus: Corpus, site: SiteOf) -> Iterator[NamesPage]:
    """By the first letters of the names, where they are too many for one page."""
    _ = corpus.translator.gettext
    entities = sorted(corpus.naming.with_page.values(), key=lambda e: (e.name.casefold(), e.id))
    paged = Paged(urls.NAMES, {entity.id: Lettered(entity.name) for entity in entities}, _MOST)
    for part in paged.pages:
        by_kind: defaultdict[EntityKind, list[Entity]] = defaultdict(list)
        for id_ in part.items:
            entity = corpus.entities[id_]
            by_kind[entity.kind].append(entity)
        yield NamesPage(
            path=part.path,
            title=part_title(corpus.translator, _("Names"), part),
            site=site(part.path),
            counts=_("Who and what several articles name, or one quotes."),
            groups=tuple(
                NameGroup(kind, _(many), tuple(_ranges(corpus, by_kind[kind])))
                for kind, _one, many in _KINDS
                if by_kind[kind]
            ),
            paging=paged.navigation(part, _("Names")),
        )


def _ranges(corpus: Corpus, entities: list[Entity]) -> Iterator[NameRange]:
    """The cards of `entities`, which are sorted, by their first letter if they are many."""
    if len(entities) <= _FEW:
        yield NameRange("", tuple(_card(corpus, entity) for entity in entities))
        return
    for initial, found in groupby(entities, key=lambda entity: entity.name[0].upper()):
        yield NameRange(initial, tuple(_card(corpus, entity) for entity in found))


def topic_names(corpus: Corpus, topic: Topic, page: str) -> tuple[Link, ...]:
    """Links to the names that the statements of a topic have most."""
    found = Counter(
        id_ for member in topic.members for id_ in _named(corpus, corpus.statements[member.statement].sentence)
    )
    return tuple(
        Link(urls.link(page, urls.name_path(id_)), shown_name(corpus.translator, corpus.naming.with_page[id_]))
        for id_ in sorted(found, key=lambda id_: (-found[id_], id_))[:_NAMES]
    )


def _named(corpus: Corpus, sentence: str) -> list[str]:
    """Ids of those with a page that a sentence names, each once."""
    found = dict.fromkeys(id_ for _, id_ in corpus.naming.in_sentence[sentence])
    return [id_ for id_ in found if id_ in corpus.naming.with_page]


def _card(corpus: Corpus, entity: Entity) -> NameCard:
    articles = {corpus.sentences[mention.sentence].article for mention in entity.mentions}
    quotes = len(corpus.naming.quotes_of[entity.id])
    translator = corpus.translator
    said = translator.ngettext(", %(n)s quotation", ", %(n)s quotations", quotes) if quotes else ""
    return NameCard(
        Link(urls.link(urls.NAMES, urls.name_path(entity.id)), entity.name),
        _other_forms(entity),
        counts.articles(translator, len(articles)) + said,
        is_desks(entity),
    )


def _other_forms(entity: Entity) -> tuple[str, ...]:
    return tuple(form for form in entity.forms if form != entity.name)


def _reasons(translator: Translator, entity: Entity) -> tuple[tuple[str, str], ...]:
    why = zip(entity.forms, entity.reasons, strict=False)
    return tuple((form, translator.reason(reason)) for form, reason in why if reason and form != entity.name)


def side_line(corpus: Corpus, entity: Entity, page: str) -> SideLine | None:
    """Whom a name stands for, and how that is known; None: for itself."""
    if not entity.side:
        return None
    named = corpus.naming.with_page.get(entity.side.entity or "")
    href = urls.link(page, urls.name_path(named.id)) if named else ""
    return SideLine(named.name if named else entity.side.name, href, corpus.translator.reason(entity.side.reason))


def _descriptions(corpus: Corpus, entity: Entity, naming: Iterable[str]) -> list[str]:
    """The sentences that say who it is: one for each noun that does, those that most articles use first."""
    found: defaultdict[str, list[Sentence]] = defaultdict(list)
    for id_ in naming:
        sentence = corpus.sentences[id_]
        for mention, named in corpus.naming.in_sentence[id_]:
            if named == entity.id and (noun := description(sentence.text, mention, entity.kind)):
                found[noun].append(sentence)
    nouns = sorted(found, key=lambda noun: (-len({sentence.article for sentence in found[noun]}), noun))
    return list(dict.fromkeys(found[noun][0].id for noun in nouns))[:_DESCRIPTIONS]


def _statements(corpus: Corpus, naming: Iterable[str]) -> list[Statement]:
    """The statements whose printed sentence is among `naming`."""
    found = {sentence: corpus.statement_of.get(sentence) for sentence in naming}
    return [statement for sentence, statement in found.items() if statement and statement.sentence == sentence]


def _topics(corpus: Corpus, naming: Iterable[str]) -> list[tuple[Topic, int]]:
    """The topics with statements among `naming`, and with how many; most first."""
    found = Counter(topic.id for s in _statements(corpus, naming) for topic in corpus.topics_of[s.id])
    most = sorted(found, key=lambda id_: (-found[id_], id_))
    return [(corpus.topics[id_], found[id_]) for id_ in most]


def _by_topic(corpus: Corpus, naming: list[str], shown: set[str]) -> list[tuple[Topic, list[Statement]]]:
    """The statements among `naming` that are not `shown`, each under the topic of its own that names it most.

    Most corroborated first. Nothing depends on statements that do not name it: other articles move nothing.
    """
    rank = {topic.id: place for place, (topic, _) in enumerate(_topics(corpus, naming))}
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in _statements(corpus, naming):
        if statement.sentence not in shown and corpus.topics_of[statement.id]:
            found[min((topic.id for topic in corpus.topics_of[statement.id]), key=rank.__getitem__)].append(statement)
    for statements in found.values():
        statements.sort(key=lambda s: (-s.origins, -len(s.sources)))
    return [(corpus.topics[id_], found[id_]) for id_ in sorted(found, key=rank.__getitem__)]
