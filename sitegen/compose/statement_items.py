"""Statements as topic pages show them: the line, what stands behind it, how others put it."""

from collections.abc import Collection, Iterable, Mapping

from sitegen.model import Companion, Difference, Member, Relation, Statement, Topic

from . import urls
from .corpus import Corpus
from .decisions import decisions_on, flag_items
from .differences import difference_href, shown, told
from .news import fresh
from .notes import Notes
from .pages import Link, StatementItem, Wording
from .parts import Group
from .periods import Periods
from .pieces import FirstNames
from .silence import silent_on
from .support import RELATION_WORDS, support_words
from .voices import voice_mark


def cited_by(statements: Iterable[Statement]) -> list[str]:
    """The sentences that print or say `statements`."""
    return [sentence for s in statements for sentence in (s.sentence, *(also.sentence for also in s.also))]


class StatementItems:
    """Makes the items of one page, in the order in which they stand there: names are linked where they come first."""

    def __init__(
        self,
        corpus: Corpus,
        topic: Topic,
        path: str,
        *,
        notes: Notes,
        names: FirstNames,
        periods: Periods,
        like: Mapping[str, Statement],
        differences: Collection[Difference] = (),
    ):
        """`like`: what to compare a statement with, by id; `differences`: those that the page itself shows."""
        self._corpus = corpus
        self._topic = topic
        self._path = path
        self._notes = notes
        self._names = names
        self._periods = periods
        self._like = like
        self._carriers = corpus.carriers[topic.id]
        self._differing = differing(corpus, path, {difference.id for difference in differences})

    def items(self, groups: Iterable[Group]) -> tuple[StatementItem, ...]:
        return tuple(self._item(group.first, group.together) for group in groups)

    def _item(
        self, member: Member, together: tuple[Member, ...] = (), relation: Relation | None = None
    ) -> StatementItem:
        """`relation`: with the statement that it stands under."""
        corpus, path = self._corpus, self._path
        _ = corpus.translator.gettext
        statement = corpus.statements[member.statement]
        sentences = (statement.sentence, *(also.sentence for also in statement.also))
        line = self._notes.line(
            statement.sentence, corpus.full_companions(statement), pieces=self._names.pieces(statement.sentence)
        )
        below = {corpus.statements[other.statement].sentence: other for other in together}
        return StatementItem(
            id=statement.id,
            line=line,
            voice=voice_mark(corpus.translator, *corpus.claim(statement.sentence)),
            support=self._support(statement, relation),
            is_corroborated=statement.origins > 1,
            wordings=tuple(
                self._wording(companion, statement.sentence)
                for companion in statement.also
                if companion.sentence not in below
            ),
            also_in=tuple(corpus.topic_link(path, other, statement.id) for other in self._others(statement)),
            differs=tuple(dict.fromkeys(to for sentence in sentences for to in self._differing.get(sentence, ()))),
            like=self._to_compare(statement, below),
            silent=silent_on(corpus, path, statement, self._carriers),
            flags=flag_items(corpus, path, corpus.flags_of[statement.id]),
            decisions=decisions_on(corpus, "statement", sentences),
            fresh=fresh(corpus, path, statement.id),
            since=self._periods.since(statement),
            periods=self._periods.of(statement),
            relation=_(RELATION_WORDS[relation]) if relation else "",
            together=tuple(
                self._item(below[companion.sentence], relation=companion.relation)
                for companion in statement.also
                if companion.sentence in below
            ),
        )

    def _support(self, statement: Statement, relation: Relation | None) -> str:
        words = support_words(self._corpus.translator, statement, len(self._carriers))
        if relation != "entailed":
            return words
        # It counts above too: without a word of that, the two counts would contradict each other.
        return self._corpus.translator.gettext("with what it adds: %(count)s", count=words)

    def _to_compare(self, statement: Statement, shown: Collection[str]) -> Link | None:
        """`shown`: sentences that stand under it anyway."""
        other = self._like.get(statement.id)
        if other is None or other.sentence in {*shown, *(also.sentence for also in statement.also)}:
            return None
        href = self._corpus.topic_link(self._path, self._topic, other.id).href
        return Link(href, self._notes.number(other.sentence))

    def _others(self, statement: Statement) -> list[Topic]:
        """The other topics that a statement is in, by id: which of them has most moves with every article.

        Of a pinned topic none that is not pinned, as the next article may move it.
        """
        return sorted(
            (
                other
                for other in self._corpus.topics_of[statement.id]
                if other.id != self._topic.id and (self._topic.is_provisional or not other.is_provisional)
            ),
            key=lambda topic: topic.id,
        )

    def _wording(self, companion: Companion, of: str) -> Wording:
        article = self._corpus.sentences[companion.sentence].article
        return Wording(
            # It may stand under another statement as well.
            line=self._notes.line(companion.sentence, place=f"under-{urls.anchor(of)}"),
            voice=voice_mark(self._corpus.translator, *self._corpus.claim(companion.sentence)),
            relation=self._corpus.translator.gettext(RELATION_WORDS[companion.relation]),
            article=Link(
                self._corpus.article_link(self._path, article, companion.sentence).href, self._corpus.outlet(article)
            ),
        )


def differing(corpus: Corpus, path: str, here: Collection[str] = ()) -> dict[str, list[Link]]:
    """Sentence id → where reports differ on it: the differences with ids `here` stand on the page at `path` itself."""
    found: dict[str, list[Link]] = {}
    for difference in shown(corpus):
        if difference.kind == "spelling":  # of a name, not of what the statement says
            continue
        is_here = difference.id in here
        href = urls.link(path, path, difference.id) if is_here else difference_href(corpus, path, difference.id)
        to = Link(href, told(corpus.translator, difference))
        for sentence in (sentence for side in difference.sides for sentence in side.sentences):
            found.setdefault(sentence, []).append(to)
    return found
