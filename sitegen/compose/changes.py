"""The pages of changes: what is new since the last edition; and for each edition, what it changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from sitegen.diff import Change, FactChange, FactKind
from sitegen.diff_words import HEADINGS
from sitegen.diff_words import counts as change_counts
from sitegen.history import History
from sitegen.interface import Translator, msgid
from sitegen.published import Published

from . import counts, urls
from .corpus import Corpus
from .decisions import recorded
from .news import article_at, shown_changes, topic_at
from .notes import Notes
from .pages import ChangeGroup, ChangeItem, ChangesPage, EditionRow, Link, OldLine, Site
from .pieces import marked

_CLOSE = 0.5
"""Share of common words from which it is marked where two wordings differ."""
_NOTES = {
    "in a wording of": msgid("in another wording of a statement"),
    "now under": msgid("its article still has it, and it stands under another statement"),
}
"""Notes that end with a sentence: here all that a source says has its own note, so the way leads there instead."""
_FACTS: dict[FactKind, str] = {
    "number": msgid("number"),
    "date": msgid("date"),
    "name": msgid("name"),
    "negation": msgid("negation"),
    "modality": msgid("modality"),
}
_MODALITIES = {
    "happened": msgid("happened"),
    "said": msgid("said"),
    "denied": msgid("denied"),
    "expected": msgid("expected"),
    "possible": msgid("possible"),
}
"""Those that the program states; of all other facts the words are a source's."""
_WORD = re.compile(r"\S+")


def changes_page(corpus: Corpus, site: Site) -> ChangesPage:
    """What is new in what is published now."""
    history = corpus.history
    assert history is not None
    shown = shown_changes(history.changes)
    cited = [change.sentences[1] for change in shown.values() if change.sentences[1]]
    notes = Notes(corpus, urls.CHANGES, cited)
    make = _ChangeItems(corpus, urls.CHANGES, history.old, history.since, history.present, notes)
    return ChangesPage(
        path=urls.CHANGES,
        title=corpus.translator.gettext("Changes"),
        site=site,
        counts=" ".join(_summary(corpus.translator, history)),
        groups=tuple(make.groups(shown, history.changes)),
        editions=tuple(_rows(corpus, urls.CHANGES)),
        sources=notes.sources(),
    )


def edition_pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Path of the page of each edition but the first, and its day."""
    for step in corpus.history.steps if corpus.history else ():
        yield urls.changes_path(step.date), step.date


def edition_page(corpus: Corpus, date: str, site: Site) -> ChangesPage:
    """What an edition changed. All words are those of editions: it stays as it is when something new comes in."""
    assert corpus.history is not None
    translator = corpus.translator
    step = next(step for step in corpus.history.steps if step.date == date)
    path = urls.changes_path(date)
    shown = shown_changes(step.changes)
    make = _ChangeItems(corpus, path, step.old, step.before, step.new, None, date)
    return ChangesPage(
        path=path,
        title=translator.gettext("Changes in the edition of %(day)s", day=translator.date(date)),
        site=site,
        counts=_since(translator, step.before, step.changes),
        groups=tuple(make.groups(shown, step.changes)),
        editions=(),
        sources=(),
    )


def _summary(translator: Translator, history: History) -> Iterator[str]:
    if history.is_saved:
        message = (
            msgid("This is the edition of %(day)s.")
            if history.since
            else msgid("This is the edition of %(day)s, the first.")
        )
        yield translator.gettext(message, day=translator.date(history.dates[-1]))
    if history.since:
        yield _since(translator, history.since, history.changes)


def _since(translator: Translator, date: str, changes: Sequence[Change]) -> str:
    return translator.gettext(
        "Since the edition of %(day)s: %(counts)s.",
        day=translator.date(date),
        counts=change_counts(changes, translator),
    )


def _rows(corpus: Corpus, page: str) -> Iterator[EditionRow]:
    """The editions, newest first."""
    history, translator = corpus.history, corpus.translator
    assert history is not None
    for step in reversed(history.steps):
        link = Link(urls.link(page, urls.changes_path(step.date)), translator.date(step.date))
        yield EditionRow(link, change_counts(step.changes, translator))
    first = history.steps[0].old if history.steps else history.old or history.present
    words = translator.gettext(
        "the first: %(statements)s %(in_topics)s",
        statements=counts.statements(translator, len(first.statements)),
        in_topics=counts.in_topics(translator, len(first.topics)),
    )
    yield EditionRow(Link("", translator.date(history.dates[0])), words)


class _ChangeItems:
    """How one page tells changes. `notes`: of the page, where the later words are those printed now; None: they are
    those of the edition `date`."""

    def __init__(
        self,
        corpus: Corpus,
        page: str,
        old: Published | None,
        since: str,
        new: Published,
        notes: Notes | None,
        date: str = "",
    ):
        self._corpus = corpus
        self._page = page
        self._old = old or new
        self._since = since
        self._new = new
        self._notes = notes
        self._date = date
        self._printed = {
            member for statement in new.statements.values() if statement.is_printed for member in statement.members
        }

    def groups(self, shown: dict[str, Change], changes: Iterable[Change]) -> Iterator[ChangeGroup]:
        """By kind, in the order of `changes`."""
        total = {kind: len([*found]) for kind, found in groupby(changes, key=lambda change: change.kind)}
        for kind, found in groupby(shown.items(), key=lambda item: item[1].kind):
            items = tuple(_withheld_last(self._item(anchor, change) for anchor, change in found))
            yield ChangeGroup(
                f"all-{kind}", self._corpus.translator.gettext(HEADINGS[kind]), items, total[kind] - len(items)
            )

    def _item(self, anchor: str, change: Change) -> ChangeItem:
        was, now = change.sentences
        is_sentence = bool(was or now)
        before, after = self._words(change)
        # Of a statement whose words are told under another heading, or are the same, once is enough.
        same = was == now or change.kind.startswith("citation")
        gone, come = _unlike(before, after) if before and after and not same else ((), ())
        holder = self._new.statements.get(change.about) or self._old.statements.get(change.about)
        titles = self._new if holder and change.about in self._new.statements else self._old
        return ChangeItem(
            id=anchor,
            before=self._line(was, before, gone, self._since) if was and not same else None,
            after=self._notes.line(now, place=anchor, pieces=marked(after, come) if come else ())
            if now and self._notes
            else None,
            became=self._line(now, after, come, self._date) if now and not self._notes else None,
            was="" if is_sentence or before == after else before,
            now="" if is_sentence else after,
            to=self._page_of(change),
            facts=tuple(map(self._fact, change.facts)),
            note="" if is_sentence and not (before or after) else self._note(change),
            topics=tuple(
                topic_at(self._corpus, self._page, topic, titles.topics[topic].title, change.about)
                for topic in (holder.topics if holder and is_sentence else ())
            ),
            why=self._corpus.translator.reason(change.why),
        )

    def _words(self, change: Change) -> tuple[str, str]:
        """What stood before and what stands now."""
        if change.kind != "desk-decided":
            return change.before, change.after
        told = recorded(self._corpus, change.about)
        return told if change.before else "", told if change.after else ""

    def _fact(self, fact: FactChange) -> str:
        _ = self._corpus.translator.gettext
        before, after = fact.before, fact.after
        if fact.kind == "modality":
            before, after = (_(_MODALITIES[words]) if words in _MODALITIES else words for words in (before, after))
        none = _("(none)")
        return f"{_(_FACTS[fact.kind])}: {before or none} → {after or none}"

    def _note(self, change: Change) -> str:
        """A difference that is there no more has the note that was recorded of it, which may be English."""
        translator = self._corpus.translator
        if change.note.form in _NOTES:
            return translator.gettext(_NOTES[change.note.form])
        notes = (found.note for found in self._corpus.briefing.differences if found.id == change.about)
        return translator.reason(next(notes, change.note))

    def _line(self, sentence: str, text: str, spans: Iterable[tuple[int, int]], date: str) -> OldLine:
        published = self._old if date == self._since else self._new
        article = sentence.rpartition(".")[0]
        title = published.articles[article].title
        translator = self._corpus.translator
        message = (
            msgid("edition of %(day)s") if sentence in self._printed else msgid("edition of %(day)s; no longer printed")
        )
        return OldLine(
            sentence=sentence,
            text=text,
            pieces=marked(text, spans) if spans else (),
            edition=date,
            article=article_at(self._corpus, self._page, article, title),
            said=translator.gettext(message, day=translator.date(date)),
        )

    def _page_of(self, change: Change) -> Link | None:
        words = change.after or change.before
        if change.kind.startswith("topic"):
            return topic_at(self._corpus, self._page, change.about, words)
        if change.kind.startswith("source"):
            link = article_at(self._corpus, self._page, change.about, words)
            return Link(link.href, words) if link.href else None
        return None


def _withheld_last(items: Iterable[ChangeItem]) -> Iterator[ChangeItem]:
    """Those whose words are withheld come by article and reason: one by one they have little to tell."""
    told = ("", "")
    for item in sorted(items, key=_withheld):
        yield replace(item, is_alike=any(told) and _withheld(item) == told)
        told = _withheld(item)


def _withheld(item: ChangeItem) -> tuple[str, str]:
    """The article and the reason for which an item's words are withheld; empty: they are not."""
    return (item.before.article.href, item.why) if item.before and not item.before.text else ("", "")


def _unlike(before: str, after: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Where two wordings have other words: spans in the one and in the other; none if they are hardly alike."""
    was, now = [*_WORD.finditer(before)], [*_WORD.finditer(after)]
    matcher = SequenceMatcher(a=[word.group() for word in was], b=[word.group() for word in now], autojunk=False)
    if matcher.ratio() < _CLOSE:
        return (), ()
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = tuple((was[i].start(), was[j - 1].end()) for _, i, j, _, _ in codes if i < j)
    come = tuple((now[i].start(), now[j - 1].end()) for _, _, _, i, j in codes if i < j)
    return gone, come
