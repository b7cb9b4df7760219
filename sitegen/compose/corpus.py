"""Look-ups over a briefing: every page kind asks who says what, and where that stands."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from sitegen.each import Each, here
from sitegen.history import History
from sitegen.interface import ENGLISH, Translator
from sitegen.interface.direction import other_language, script_tag
from sitegen.model import (
    Actor,
    Analysis,
    Arrival,
    Article,
    Attribution,
    Block,
    Briefing,
    DateExpression,
    Difference,
    Entity,
    Fate,
    Flag,
    Origin,
    Ruling,
    Sentence,
    Statement,
    Topic,
    Utterance,
)
from sitegen.reasons import Reason
from sitegen.rights import withheld
from sitegen.text import fold, line_of

from . import urls
from .lookup import Lookup
from .naming import Naming
from .nesting import Nest, nests_of
from .pages import Link
from .parts import WHOLE, Parts

Derived = TypeVar("Derived")

_TITLE_LENGTH = 60
_SHORT = 40


class Corpus:
    """A briefing, indexed by id."""

    def __init__(
        self,
        briefing: Briefing,
        arrivals: tuple[Arrival, ...] = (),
        history: History | None = None,
        translator: Translator = ENGLISH,
        each: Each = here,
    ):
        """`each`: who goes through single articles."""
        self.briefing = briefing
        self.translator = translator
        self.history = history
        self.arrivals = arrivals
        self.withheld = withheld(briefing)
        """Ids of sentences and blocks whose words must not be published."""
        self.dropped = frozenset(briefing.dropped)
        """Ids of sentences that are printed nowhere but in their articles."""
        self.analyses: dict[str, Analysis] = {a.article.id: a for a in briefing.analyses}
        self.articles: dict[str, Article] = {a.article.id: a.article for a in briefing.analyses}
        self.last_day = max(((a.metadata.published or "")[:10] for a in self.articles.values()), default="")
        """On which the newest article was published; empty if none is dated."""
        self.at_path: dict[str, Article] = {urls.article_path(id_): found for id_, found in self.articles.items()}
        gone = (withdrawal.analysis for withdrawal in briefing.withdrawn)
        self.languages = {a.article.id: self._language(a) for a in (*briefing.analyses, *gone)}
        """Article id → BCP 47 tag of its words, if it is not that of the interface; else empty."""
        self.sentences: dict[str, Sentence] = {s.id: s for a in briefing.analyses for s in a.sentences}
        self.sentences_of: dict[str, tuple[Sentence, ...]] = {a.article.id: a.sentences for a in briefing.analyses}
        self.place_of = {s.id: place for a in briefing.analyses for place, s in enumerate(a.sentences)}
        """Sentence id → its place among those of its article."""
        self.attributions: dict[str, Attribution] = {t.sentence: t for a in briefing.analyses for t in a.attributions}
        self.actors: dict[str, Actor] = {actor.sentence: actor for actor in briefing.actors}
        self.text_of = {id_: o.id for o in briefing.origins if not o.is_doubtful for id_ in o.articles}
        """Article id → the origin that it is known to go back to, if others do so too."""
        self.blocks: dict[str, Block] = {b.id: b for a in briefing.analyses for b in a.article.blocks}
        self.statements: dict[str, Statement] = {s.id: s for s in briefing.statements}
        self.topics: dict[str, Topic] = {t.id: t for t in briefing.topics}
        self.entities: dict[str, Entity] = {e.id: e for e in briefing.entities}
        self.withdrawn: dict[str, Article] = {w.decision.article: w.analysis.article for w in briefing.withdrawn}
        self.corrections: dict[str, str] = {decision.article: decision.note for decision in briefing.corrected}
        """Article id → what was corrected in it, in the desk's words."""
        self.flags_of: defaultdict[str, list[Flag]] = defaultdict(list)
        """Statement id → what became of articles that say, or said, so."""
        for flag in briefing.flags:
            self.flags_of[flag.statement].append(flag)
        self.naming = Naming(briefing, each)
        self.dated_in: defaultdict[str, list[DateExpression]] = defaultdict(list)
        """Sentence id → its expressions of a time that is known."""
        for analysis in briefing.analyses:
            for found in analysis.dates:
                if found.value:
                    self.dated_in[found.sentence].append(found)
        self.origins_of: defaultdict[str, list[Origin]] = defaultdict(list)
        """Article id → the origins that it is of, certain or not, in the order of the briefing."""
        for origin in briefing.origins:
            for article in origin.articles:
                self.origins_of[article].append(origin)
        self.doubtful_origins = Lookup((o for o in briefing.origins if o.is_doubtful), lambda origin: origin.articles)
        """By article id."""
        self.stories = Lookup(briefing.stories, lambda story: story.articles)
        """By article id."""
        self.events = Lookup(briefing.events, lambda event: (event.sentence,))
        """By the id of the sentence that is printed."""
        self.utterances = Lookup(briefing.utterances, _sentences_of_utterance)
        """By sentence id, as are the differences."""
        self.differences = Lookup(briefing.differences, _sentences_of_difference)
        self.rulings = Lookup(briefing.rulings, lambda ruling: (ruling.id,))
        """By the id of what each is about."""
        self.received_as: defaultdict[str, list[tuple[Arrival, Reason]]] = defaultdict(list)
        """Article id → the other files that hold it, and why each is taken for it."""
        for arrival in arrivals:
            for stand_in, why in arrival.duplicates:
                self.received_as[stand_in].append((arrival, why))
        self.fates: dict[str, Fate] = {f.sentence: f for f in briefing.fates}
        self.topics_of: defaultdict[str, list[Topic]] = defaultdict(list)
        """Statement id → the topics that hold it, in the order of the briefing."""
        for topic in briefing.topics:
            for member in topic.members:
                self.topics_of[member.statement].append(topic)
        self.statement_of: dict[str, Statement] = {}
        """Sentence id → the statement that prints it or says it."""
        self.carriers: dict[str, dict[str, int]] = {t.id: self._carriers(t) for t in briefing.topics}
        """Topic id → the articles that carry statements of it, with how many, by id."""
        self.part_of: dict[str, dict[str, int]] = {
            t.id: self._part_of(t) for t in briefing.topics if len(t.members) > WHOLE
        }
        """Topic id → statement id → number of the page that it is on, of topics with more than one page."""
        self.nests = nests_of(briefing, self.carriers)
        """The stories that have topics, largest first."""
        self.nest_of = {topic.id: nest for nest in self.nests for topic in nest.topics}
        """Topic id → the story that it is part of."""
        self.topics_carried: defaultdict[str, list[Topic]] = defaultdict(list)
        """Article id → the topics that it carries statements of, in the order of the briefing."""
        for topic in briefing.topics:
            for article in self.carriers[topic.id]:
                self.topics_carried[article].append(topic)
        for statement in briefing.statements:
            self.statement_of[statement.sentence] = statement
        for statement in briefing.statements:
            for companion in statement.also:
                self.statement_of.setdefault(companion.sentence, statement)
        self._derived: dict[Callable[..., Any], Any] = {}

    @cached_property
    def parts(self) -> Parts:
        return Parts(self.statements, self.sentences, self.blocks, self.oldest_first)

    def derived(self, function: "Callable[[Corpus], Derived]") -> Derived:
        """What a function makes of the whole, made once."""
        if function not in self._derived:
            self._derived[function] = function(self)
        return cast(Derived, self._derived[function])

    def _language(self, analysis: Analysis) -> str:
        return other_language(analysis.language or script_tag(analysis.article.text), self.translator.language)

    def _carriers(self, topic: Topic) -> dict[str, int]:
        counts = Counter(article for member in topic.members for article in self.statements[member.statement].sources)
        return dict(sorted(counts.items()))

    def _part_of(self, topic: Topic) -> dict[str, int]:
        return {
            member.statement: number
            for number, groups in enumerate(self.parts.pages(topic), 1)
            for group in groups
            for member in group.members
        }

    def claim(self, sentence: str) -> tuple[Attribution, Ruling | None]:
        """Whose claim a sentence is, and what the desk decided on the speaker whom it is read from."""
        attribution = self.attributions[sentence]
        found = (r for q, r in self.naming.stated_in[sentence] if q.speaker_text == attribution.source_text)
        return attribution, next(found, None) if attribution.voice != "outlet" else None

    def title(self, article: str) -> str:
        """The title of an article; if it has none, the first words of its text that may be shown, else its file."""
        if article in self.withdrawn:  # without a title, none of its words may stand in for it
            return self.withdrawn[article].title or self.translator.gettext("An article without a title")
        found = self.articles[article]
        if found.title is not None:
            return found.title
        pieces = self.sentences_of[article] or found.blocks
        shown = (piece.text for piece in pieces if piece.id not in self.withheld)
        return shortened(next(shown, "") or fold(found.path), _TITLE_LENGTH)

    def is_untitled(self, article: str) -> bool:
        return self.articles[article].title is None

    def outlet(self, article: str) -> str:
        """Who published an article; if that is not stated, its title."""
        return self.articles[article].metadata.publisher or shortened(self.title(article), _SHORT)

    def article_link(self, page: str, article: str, sentence: str | None = None) -> Link:
        """To an article's page, or to a passage on it."""
        fragment = urls.anchor(sentence) if sentence else ""
        return Link(urls.link(page, urls.article_path(article), fragment), self.title(article), self.languages[article])

    def topic_link(self, page: str, topic: Topic, statement: str = "") -> Link:
        """To a topic's page, or to a statement on it, or on a further page of the topic."""
        number = self.part_of.get(topic.id, {}).get(statement, 1)
        return Link(
            urls.link(page, urls.topic_part_path(topic.id, number), statement), topic.title, self.topic_language(topic)
        )

    def topic_language(self, topic: Topic) -> str:
        """Of its title: that of its first statement; the desk's is the interface's."""
        if topic.is_desks or not topic.members:
            return ""
        return self.languages[self.sentences[self.statements[topic.members[0].statement].sentence].article]

    def headline(self, nest: Nest) -> str:
        """What heads a story: the title of an article; if none has one, the title of its first topic."""
        return self.title(nest.headline) if nest.headline else nest.topics[0].title

    def where(self, sentence: Sentence) -> str:
        """Where a sentence stands: the headings above it, and the line of its article's file."""
        article = self.articles[sentence.article]
        trail: list[str] = []
        above = self.blocks[sentence.block].under
        while above is not None:
            heading = self.blocks[above]
            if heading.role != "title" and heading.id not in self.withheld:
                trail.insert(0, heading.text)
            above = heading.under
        line = self.translator.gettext("line %(number)s", number=line_of(article.text, sentence.start))
        return f"{' › '.join(trail)}, {line}" if trail else line

    def newest_first(self, article: str) -> tuple[bool, tuple[int, ...], str]:
        """Sort key: dated articles first, newest first; the others by id."""
        published = self.articles[article].metadata.published
        return (published is None, tuple(-ord(character) for character in published or ""), article)

    def oldest_first(self, sentence: str) -> tuple[str, str, int]:
        """Sort key of a sentence: those of undated articles first, then by date, so that a newer one comes last."""
        found = self.sentences[sentence]
        return (self.articles[found.article].metadata.published or "", found.article, found.start)

    def full_companions(self, statement: Statement) -> list[str]:
        """The sentences elsewhere that say all of a statement, one an article."""
        first: dict[str, str] = {}
        for companion in statement.also:
            if companion.relation != "partial":
                first.setdefault(self.sentences[companion.sentence].article, companion.sentence)
        return list(first.values())


def once(function: Callable[[Corpus], Derived]) -> Callable[[Corpus], Derived]:
    """A function that works on a corpus once, for all pages that ask."""

    @wraps(function)
    def asked(corpus: Corpus) -> Derived:
        return corpus.derived(function)

    return asked


def _sentences_of_utterance(utterance: Utterance) -> Iterator[str]:
    return (quote.sentence for rendering in utterance.renderings for quote in rendering.quotes)


def _sentences_of_difference(difference: Difference) -> Iterator[str]:
    return (sentence for side in difference.sides for sentence in side.sentences)


def shortened(text: str, length: int) -> str:
    """The first words of `text`, with an ellipsis if any are left out."""
    if len(text) <= length:
        return text
    words = text[: length + 1].rpartition(" ")[0].rstrip(" ,;:–—-")
    return (words or text[:length]) + "…"
