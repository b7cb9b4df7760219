"""What is new since the last edition, for the pages that it is new on; and what stays where something went."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sitegen.diff import Change, ChangeKind
from sitegen.history import History, Vanished
from sitegen.interface import Translator, msgid
from sitegen.published import Published
from sitegen.text import digest

from . import counts, urls
from .corpus import Corpus, once
from .pages import Fresh, HistoryRow, Link, Tombstone

MOST = 150
"""Changes of a kind that a page shows, of those that grow with what comes in."""
_GROWING = frozenset(("statement-added", "citation-gained", "citation-lost", "source-added", "source-edited"))
_APART = frozenset(("desk-decided", "settings-changed"))
"""Changes that nothing leads to."""
_MARK_WORDS: Mapping[ChangeKind, str] = {
    "fact-changed": msgid("a fact changed"),
    "statement-added": msgid("new"),
    "statement-reworded": msgid("reworded"),
    "citation-lost": msgid("fewer sources"),
    "citation-gained": msgid("more sources"),
}


def shown_changes(changes: Iterable[Change]) -> dict[str, Change]:
    """Changes that a page shows, by the anchor that each has there."""
    shown: dict[str, Change] = {}
    found: Counter[str] = Counter()
    for change in changes:
        found[change.kind] += 1
        if change.kind in _GROWING and found[change.kind] > MOST:
            continue
        about = digest(change.about) if change.kind in _APART else change.about
        anchor = f"{change.kind}.{about}"
        while anchor in shown:  # several edited wordings of one statement
            anchor = f"{change.kind}.{about}.{digest(f'{anchor}{change.before}{change.after}')}"
        shown[anchor] = change
    return shown


@once
def _anchors(corpus: Corpus) -> Mapping[tuple[str, str], str]:
    """Kind and statement → anchor on the page of changes."""
    assert corpus.history is not None
    found: dict[tuple[str, str], str] = {}
    for anchor, change in shown_changes(corpus.history.changes).items():
        found.setdefault((change.kind, change.about), anchor)
    return found


def fresh(corpus: Corpus, page: str, statement: str) -> Fresh | None:
    """What is new of a statement."""
    history = corpus.history
    if history is None or statement not in history.marks:
        return None
    anchors = _anchors(corpus)
    translator = corpus.translator
    _ = translator.gettext
    return Fresh(
        tuple(
            Link(
                urls.link(page, urls.CHANGES, anchors.get((kind, statement), "")), translator.gettext(_MARK_WORDS[kind])
            )
            for kind in history.marks[statement]
        ),
    )


def news(corpus: Corpus, page: str, statements: Iterable[str], *, always: bool = False) -> Link | None:
    """How many of `statements` are new or changed; None if none is, unless it is `always` to be said."""
    history = corpus.history
    if history is None:
        return None
    marks = [history.marks[statement] for statement in dict.fromkeys(statements) if statement in history.marks]
    new = sum("statement-added" in kinds for kinds in marks)
    changed = len(marks) - new
    if not (marks or always):
        return None
    translator = corpus.translator
    _, number = translator.gettext, translator.number
    since = translator.date(history.since) if history.since else ""
    told = [_("%(number)s new", number=number(new))] if new else []
    told += [_("%(number)s changed", number=number(changed))] if changed else []
    if not since:
        words = _("Edition of %(day)s", day=translator.date(history.dates[-1]))
    elif not told:
        words = _("Nothing new since %(day)s", day=since)
    elif always:  # on the page of the whole other things are counted, too
        words = _("Statements: %(counts)s since %(day)s", counts=", ".join(told), day=since)
    else:
        words = _("%(counts)s since %(day)s", counts=", ".join(told), day=since)
    return Link(urls.link(page, urls.CHANGES), words)


def history_rows(corpus: Corpus, page: str, topic: str) -> tuple[HistoryRow, ...]:
    """The editions in which something came to a topic or went from it."""
    history = corpus.history
    if history is None:
        return ()
    translator = corpus.translator
    return tuple(
        HistoryRow(
            Link(
                _told_at(page, step.date, history),
                translator.date(step.date) if step.date else translator.gettext("Since then"),
            ),
            ", ".join(_came_and_went(translator, step.added, step.gone, is_first=number == 0)),
        )
        for number, step in enumerate(history.topics.get(topic, ()))
    )


def _came_and_went(translator: Translator, added: int, gone: int, *, is_first: bool) -> Iterator[str]:
    if is_first:
        yield counts.statements(translator, added)
        return
    if added:
        yield translator.gettext("%(number)s added", number=translator.number(added))
    if gone:
        yield translator.gettext("%(number)s gone", number=translator.number(gone))


def _told_at(page: str, date: str, history: History, anchor: str = "") -> str:
    """Where it is told what the edition of a day changed; the first changed nothing, and what no edition has yet stands
    on the page of changes."""
    if date in history.dates[1:]:
        return urls.link(page, urls.changes_path(date), anchor)
    return urls.link(page, urls.CHANGES, anchor if not date else "")


def tombstones(corpus: Corpus, page: str, topic: str) -> tuple[Tombstone, ...]:
    """What stays of the statements that a topic printed in an edition."""
    history = corpus.history
    if history is None:
        return ()
    return tuple(_tombstone(corpus, page, topic, gone, history) for gone in history.vanished.get(topic, ()))


def _tombstone(corpus: Corpus, page: str, topic: str, gone: Vanished, history: History) -> Tombstone:
    _ = corpus.translator.gettext
    since = corpus.translator.date(gone.last)
    if not gone.now:
        anchor = f"statement-withdrawn.{gone.id}"
        steps = {step.date: step.changes for step in history.steps}
        changes = steps[gone.told] if gone.told else history.changes
        found = [change for change in changes if change.kind == "statement-withdrawn" and change.about == gone.id]
        told = _told_at(page, gone.told, history, anchor if found else "")
        is_shown = any(change.before for change in found)
        words = _("what it said, and why it went") if is_shown else _("why it went")
        return Tombstone(gone.id, _("Withdrawn since %(day)s", day=since), None, Link(told, words))
    told = _told_at(page, gone.told, history)
    holders = corpus.topics_of[gone.now]
    to = next((other for other in holders if other.id == topic), holders[0] if holders else None)
    now = (
        corpus.topic_link(page, to, gone.now)
        if to
        else corpus.article_link(page, corpus.statements[gone.now].sources[0], corpus.statements[gone.now].sentence)
    )
    message = msgid("Reworded since %(day)s") if gone.now != gone.id else msgid("Elsewhere since %(day)s")
    return Tombstone(gone.id, _(message, day=since), now, Link(told, _("what changed then")))


def topic_at(corpus: Corpus, page: str, topic: str, title: str, statement: str = "") -> Link:
    """To the page of a topic that is there, or to what stays at its address; at a statement, if that has a place."""
    if topic in corpus.topics:
        return corpus.topic_link(page, corpus.topics[topic], statement)
    is_led_on = topic in dict(corpus.briefing.redirects) or any(
        gone.id == topic and gone.heir for gone in (corpus.history.gone if corpus.history else ())
    )
    return Link(urls.link(page, urls.topic_path(topic), "" if is_led_on else statement), title)


@once
def gone_articles(corpus: Corpus) -> Mapping[str, tuple[str, str, str]]:
    """Id of an article that an edition had and that has no page → its title, its file, and the last edition's day."""
    found: dict[str, tuple[str, str, str]] = {}
    for date, published in _editions(corpus):
        for article in published.articles.values():
            if article.id not in corpus.articles and article.id not in corpus.withdrawn:
                found[article.id] = (article.title, article.file, date)
    return dict(sorted(found.items()))


def gone_names(corpus: Corpus) -> Mapping[str, tuple[str, str]]:
    """Id of a name that had a page in an edition and has none → how it was spelled, and the last edition's day."""
    found = {id_: (name, date) for date, published in _editions(corpus) for id_, name in published.names.items()}
    return {id_: found[id_] for id_ in sorted(found.keys() - corpus.naming.with_page.keys())}


def _editions(corpus: Corpus) -> list[tuple[str, Published]]:
    """What each edition printed, with its day, oldest first."""
    history = corpus.history
    if history is None:
        return []
    printed = [(step.before, step.old) for step in history.steps]
    if history.steps:
        printed.append((history.steps[-1].date, history.steps[-1].new))
    elif history.old:
        printed.append((history.since, history.old))
    return printed


def article_at(corpus: Corpus, page: str, article: str, title: str) -> Link:
    """To the page of an article that is there, or to what stays at its address."""
    if article in corpus.articles or article in corpus.withdrawn:
        return corpus.article_link(page, article)
    return Link(urls.link(page, urls.article_path(article)) if article in gone_articles(corpus) else "", title)
