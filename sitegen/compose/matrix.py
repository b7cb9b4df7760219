"""Who carries what, as a matrix: statements by articles of a topic, topics by articles of the folder, or by outlets."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sitegen.interface import Translator, msgid
from sitegen.model import Statement, Topic

from . import urls
from .corpus import Corpus, shortened
from .outlets import outlet_href
from .pages.pictures import Matrix, MatrixCell, MatrixColumn, MatrixRow

_MOST_COLUMNS = 15
"""As many as a wide page holds; where there are more articles, the columns are outlets."""
_MOST_STATEMENTS = 20
_MOST_TOPICS = 25
_FEWEST = 3
"""Rows and columns: less is said by a line."""
_FEWEST_STATEMENTS = 6
"""Rows of statements: of fewer, the marks behind them say as much at a look."""
_ROW_LENGTH = 64
_COLUMN_LENGTH = 22
_MARK = 14
_LEAST = 4
"""Less is hidden by the outline."""


def statement_matrix(corpus: Corpus, topic: Topic, numbers: Mapping[str, int]) -> Matrix | None:
    """The statements of a topic that more than one article carries, by the articles of the topic, or its outlets.

    None where there are fewer than 6 of these or 3 of those. `numbers`: article → its number among the page's notes.
    """
    page = urls.topic_path(topic.id)
    members = [corpus.statements[member.statement] for member in topic.members]
    statements = [statement for statement in members if len(statement.sources) > 1]
    articles = {id_ for s in members for id_ in (*s.sources, *_in_part(corpus, s))}
    group = _grouped(articles, corpus)
    columns = _chosen(group, [(*s.sources, *_in_part(corpus, s)) for s in members], numbers)
    if len(statements) < _FEWEST_STATEMENTS or len(columns) < _FEWEST:
        return None
    shown = statements[:_MOST_STATEMENTS]

    def row(statement: Statement) -> MatrixRow:
        full = {group[id_] for id_ in statement.sources}
        part = {group[id_] for id_ in _in_part(corpus, statement)}
        words = shortened(corpus.sentences[statement.sentence].text, _ROW_LENGTH)
        cells = (_FULL if key in full else _PART if key in part else _SILENT for key in columns)
        return MatrixRow(
            corpus.topic_link(page, topic, statement.id).href,
            words,
            tuple(replace(cell, words=_(cell.words)) for cell in cells),
            corpus.languages[corpus.sentences[statement.sentence].article],
        )

    translator = corpus.translator
    _ = translator.gettext
    are_outlets = len(articles) > _MOST_COLUMNS
    told = _(
        msgid("The first %(some)s of %(all)s statements that more than one article carries")
        if len(shown) < len(statements)
        else msgid("The %(all)s statements that more than one article carries"),
        some=len(shown),
        all=translator.number(len(statements)),
    )
    told = _by_most(translator, told, group, columns, are_outlets=are_outlets)
    return Matrix(
        id="matrix",
        caption=_("Which outlet says what? %(told)s.", told=told)
        if are_outlets
        else _("Which article says what? %(told)s.", told=told),
        corner=_("Statement, by outlet") if are_outlets else _("Statement, by article"),
        key=(("full", _(_FULL.words)), ("part", _(_PART.words)), ("silent", _(_SILENT.words))),
        columns=tuple(_column(corpus, page, group, key, numbers) for key in columns),
        rows=tuple(map(row, shown)),
    )


def topic_matrix(corpus: Corpus) -> Matrix | None:
    """The topics, by articles, or by outlets where there are many: how many statements of each they carry.

    None where there are fewer than 3 of either.
    """
    group = _grouped(corpus.articles, corpus)
    columns = _chosen(group, [statement.sources for statement in corpus.briefing.statements], {})
    if len(columns) < _FEWEST:
        return None
    translator = corpus.translator
    _ = translator.gettext
    rows: list[MatrixRow] = []
    for topic in corpus.briefing.topics:
        counts: Counter[str] = Counter()
        for member in topic.members:
            counts.update({group[id_] for id_ in corpus.statements[member.statement].sources})
        if len(rows) < _MOST_TOPICS and any(counts[key] for key in columns):
            link = corpus.topic_link(urls.SOURCES, topic)
            rows.append(
                MatrixRow(
                    link.href,
                    link.text,
                    tuple(_share(translator, counts[key], len(topic.members)) for key in columns),
                    link.language,
                )
            )
    if len(rows) < _FEWEST:
        return None
    are_outlets = len(corpus.articles) > _MOST_COLUMNS
    topics = len(corpus.briefing.topics)
    is_cut = len(rows) < topics
    if are_outlets:
        message = (
            msgid("How many statements of the first %(some)s of %(all)s topics each outlet carries")
            if is_cut
            else msgid("How many statements of %(all)s topics each outlet carries")
        )
    else:
        message = (
            msgid("How many statements of the first %(some)s of %(all)s topics each article carries")
            if is_cut
            else msgid("How many statements of %(all)s topics each article carries")
        )
    told = _(message, some=len(rows), all=translator.number(topics))
    told = _by_most(translator, told, group, columns, are_outlets=are_outlets)
    return Matrix(
        id="matrix",
        caption=_("Who writes on what? %(told)s; marks are filled by the share.", told=told),
        corner=_("Topic, by outlet") if are_outlets else _("Topic, by article"),
        key=(("full", _("all of them")), ("part", _("some")), ("silent", _("none"))),
        columns=tuple(_column(corpus, urls.SOURCES, group, key, {}) for key in columns),
        rows=tuple(rows),
    )


_FULL = MatrixCell("full", msgid("in full"))
_PART = MatrixCell("part", msgid("in part"))
_SILENT = MatrixCell("silent", msgid("not found"))


def _share(translator: Translator, count: int, of: int) -> MatrixCell:
    if not count:
        return replace(_SILENT, words=translator.gettext(_SILENT.words))
    number = translator.number(count)
    words = translator.ngettext("%(some)s of %(n)s statement", "%(some)s of %(n)s statements", of, some=number)
    if count == of:
        return MatrixCell("full", words, number)
    return MatrixCell("part", words, number, fill=min(_MARK - 2, max(_LEAST, _MARK * count // of)))


def _in_part(corpus: Corpus, statement: Statement) -> list[str]:
    """Articles that share a fact with a statement, and don't carry it."""
    found = (corpus.sentences[companion.sentence].article for companion in statement.also)
    return [article for article in dict.fromkeys(found) if article not in statement.sources]


def _grouped(articles: Collection[str], corpus: Corpus) -> dict[str, str]:
    """Article → the column that it is in: one of its own, or that of its outlet where there are too many."""
    if len(articles) <= _MOST_COLUMNS:
        return {id_: id_ for id_ in articles}
    return {id_: urls.outlet_anchor(corpus.articles[id_].metadata.publisher) for id_ in articles}


def _chosen(group: Mapping[str, str], carried: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> list[str]:
    """The columns: in the order of the notes if they are articles, else those that carry most first.

    `carried`: the articles of each statement.
    """
    said = Counter(key for articles in carried for key in {group[id_] for id_ in articles})
    most = sorted(said, key=lambda key: (-said[key], key))[:_MOST_COLUMNS]
    return sorted(most, key=lambda key: numbers[key]) if all(key in numbers for key in most) else most


def _column(corpus: Corpus, page: str, group: Mapping[str, str], key: str, numbers: Mapping[str, int]) -> MatrixColumn:
    if group.get(key) == key:  # an article
        outlet = shortened(corpus.outlet(key), _COLUMN_LENGTH)
        link = corpus.article_link(page, key)
        if key in numbers:  # which tells it from others of its outlet
            return MatrixColumn(link.href, f"{numbers[key]} {outlet}", f"{numbers[key]} {outlet}")
        label = link.text if corpus.articles[key].metadata.publisher is None else f"{outlet}: {link.text}"
        return MatrixColumn(link.href, outlet, label)
    first = min(id_ for id_, found in group.items() if found == key)
    name = corpus.articles[first].metadata.publisher or corpus.translator.gettext("Outlet not stated")
    href = outlet_href(corpus, page, first)
    return MatrixColumn(href, shortened(name, _COLUMN_LENGTH), name)


def _by_most(
    translator: Translator, told: str, group: Mapping[str, str], columns: Sequence[str], *, are_outlets: bool
) -> str:
    """`told`, with how many columns are shown, if not all are."""
    every = len(set(group.values()))
    if every == len(columns):
        return told
    return translator.gettext(
        msgid("%(told)s, by the %(some)s outlets of %(all)s that carry most")
        if are_outlets
        else msgid("%(told)s, by the %(some)s articles of %(all)s that carry most"),
        told=told,
        some=len(columns),
        all=translator.number(every),
    )
