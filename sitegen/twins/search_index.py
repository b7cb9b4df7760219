"""The index of the search: what the script of the search page looks through.

Plain lists of words, in files that are scripts, as a page from disk may read no others. Topics and names stand in the
first file, unless they are too many for it; statements and articles, and then these too, in as many as it takes, each
page always in the same, so that a new article changes few of them. Nothing stands there that no page shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from sitegen.compose import urls
from sitegen.compose.pages import ArticlePage, NamePage, Page, TopicPage, TopicPartPage
from sitegen.interface import Translator
from sitegen.interface.direction import other_language
from sitegen.text import digest

from .written import as_json, clean, day

_SHARD = 512 * 1024
"""Bytes that a file should hold at most: read in a moment, and few of them for thousands of articles."""

Kind = Literal["topic", "name", "statement", "article"]
Entry = tuple[Kind, str, str, str, str, str, int, str]
"""Kind, address, words of the link, the sentence below them, facts, further words that find it, weight, language
if it is not that of the interface."""


class Indexed(NamedTuple):
    """What the index says of a page."""

    path: str
    kind: Kind
    own: tuple[str, str] | None
    """Address and what is written of the page itself; a further page of a topic has none."""
    statements: tuple[tuple[str, str, str], ...] = ()
    """The ids of its statements, each with its address and what is written of it."""


def indexed(page: Page, translator: Translator) -> Indexed | None:
    """What the index says of `page`; None: nothing."""
    match page:
        case TopicPage():
            return Indexed(page.path, "topic", _with_address(_topic(page)), tuple(_statements(page)))
        case TopicPartPage():
            return Indexed(page.path, "topic", None, tuple(_statements(page)))
        case NamePage() if page.paging is None or not page.paging.above:
            return Indexed(page.path, "name", _with_address(_name(page)))
        case ArticlePage():
            return Indexed(page.path, "article", _with_address(_article(page, translator)))
    return None


class SearchIndex:
    """The index, while its pages come in by path. `topics`: paths of the topics’ pages, most carried first."""

    def __init__(self, topics: Iterable[str]):
        self._place = {path: place for place, path in enumerate(topics)}
        self._topics: dict[int, tuple[str, str]] = {}
        """Place of a topic → its address and what is written of it."""
        self._names: list[tuple[str, str]] = []
        self._statements: dict[int, tuple[tuple[str, str, str], ...]] = {}
        """Place of a page → the ids of its statements, each with its address and what is written of it."""
        self._articles: list[tuple[str, str]] = []

    def add(self, page: Indexed) -> None:
        if page.own is None:
            self._statements[len(self._place) + len(self._statements)] = page.statements
        elif page.kind == "topic":
            place = self._place[page.path]
            self._topics[place] = page.own
            self._statements[place] = page.statements
        else:
            (self._names if page.kind == "name" else self._articles).append(page.own)

    def files(self) -> Iterator[tuple[str, bytes]]:
        first = [*(self._topics[place] for place in sorted(self._topics)), *self._names]
        lines = [*self._told(), *self._articles]
        if sum(len(line) for _, line in first) > _SHARD:
            first, lines = [], [*first, *lines]
        number = 1
        while sum(len(line) for _, line in lines) > number * _SHARD:
            number *= 2
        shards: list[list[str]] = [[] for _ in range(number)]
        for address, line in lines:
            shards[int(digest(address), 16) % number].append(line)
        yield urls.search_shard(0), _script([line for _, line in first], number)
        for place, shard in enumerate(shards, 1):
            yield urls.search_shard(place), _script(shard, 0)

    def _told(self) -> Iterator[tuple[str, str]]:
        """Each statement once, at the first of its topics."""
        seen: set[str] = set()
        for place in sorted(self._statements):
            for id_, address, line in self._statements[place]:
                if id_ not in seen:
                    seen.add(id_)
                    yield address, line


def _script(lines: Sequence[str], more: int) -> bytes:
    """A call that hands entries over, one a line; `more`: how many files follow."""
    return ("searchEntries(" + as_json(more) + ", [\n" + ",\n".join(lines) + "\n]);\n").encode()


def _written(entry: Entry) -> str:
    return as_json(list(entry if entry[-1] else entry[:-1]))


def _with_address(entry: Entry) -> tuple[str, str]:
    """Its address, and what is written of it."""
    return entry[1], _written(entry)


def _topic(page: TopicPage) -> Entry:
    lines = (*page.summary, *(item.line for item in page.statements[:1]))
    return (
        "topic",
        urls.link(urls.SEARCH, page.path),
        clean(page.title),
        clean(lines[0].text) if lines else "",
        clean(page.counts),
        clean(" · ".join(page.aliases)),
        len(page.corroborated),
        clean(page.language),
    )


def _name(page: NamePage) -> Entry:
    lines = (*page.who, *page.said)
    return (
        "name",
        urls.link(urls.SEARCH, page.path),
        clean(page.title),
        clean(lines[0].text) if lines else "",
        clean(page.counts),
        clean(" · ".join(page.forms)),
        page.sentences,
        clean(lines[0].language) if lines else "",
    )


def _statements(page: TopicPage | TopicPartPage) -> Iterator[tuple[str, str, str]]:
    """The ids of its statements, each with the page's address and what is written of it."""
    address = urls.link(urls.SEARCH, page.path)
    for item in page.statements:
        entry: Entry = (
            "statement",
            urls.link(urls.SEARCH, page.path, item.id),
            clean(item.line.text),
            "",
            f"{clean(page.title)} · {clean(item.support)}",
            "",
            len(item.line.notes),
            clean(item.line.language),
        )
        yield item.id, address, _written(entry)


def _article(page: ArticlePage, translator: Translator) -> Entry:
    outlet = next((fact.value for fact in page.facts if fact.name == translator.gettext("Outlet") and fact.href), "")
    first = next((sentence.text for block in page.blocks for sentence in block.sentences), "")
    published = day(page.published)
    when = translator.date(published) if published else translator.gettext("no date stated")
    return (
        "article",
        urls.link(urls.SEARCH, page.path),
        clean(page.title),
        "" if page.is_derived else clean(first),
        " · ".join(filter(None, (clean(outlet), when))),
        "",
        page.used + page.said_by_another,
        clean(other_language(page.language, translator.language)),
    )
