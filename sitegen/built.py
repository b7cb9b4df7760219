"""A built site, read back: ids, links and a source's words of its pages; the words that `briefing.json` has.

Whatever bytes stand there are read or refused: both may have been damaged.
"""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

from sitegen.json_values import JsonValue

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    line: int
    id: str
    """Of the element; empty if it has none."""
    role: str
    within: str
    """Id of the nearest element around it that has one."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an element marked as a source's prints."""

    id: str
    """Of the sentence (`data-s`) or block (`data-b`)."""
    is_sentence: bool
    text: str
    line: int
    anchor: str
    """The element's own id; empty if it has none."""
    within: str = ""
    """Id of the nearest element around it that has one."""
    edition: str = ""
    """Day of the edition whose words they are (`data-was`); empty: they are those of the article."""


@dataclass(slots=True)
class BuiltPage:
    """Filled while the page is read; then only looked at."""

    ids: list[tuple[str, int]] = field(default_factory=list)
    """With the line, in the order of the page."""
    links: list[Link] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    title: str = ""
    """As a browser's tab shows it."""
    description: str = ""
    is_listed: bool = True
    """It does not ask search engines to leave it out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block or sentence, as `briefing.json` has it."""

    id: str
    text: str | None
    """None: withheld."""
    text_sha256: str | None
    """Of withheld words."""
    start: int
    end: int
    is_preformatted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, as `briefing.json` has it."""

    id: str
    file: str
    sha256: str
    title: str | None
    document: str | None
    document_sha256: str | None
    blocks: tuple[Piece, ...]
    sentences: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.blocks + self.sentences


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a sentence, and the words that it may be."""

    sentence: str
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuiltBriefing:
    entries: tuple[Entry, ...]
    slices: tuple[Slice, ...]


def read_page(data: bytes) -> BuiltPage:
    """Read a page. Any bytes can be read: what is no HTML has no ids, links or words."""
    reader = _Reader()
    # Browsers take these for comments; html.parser raises AssertionError for some of them.
    reader.feed(data.decode("utf-8", "replace").replace("<![", "<!_"))
    reader.close()
    reader.close_all()
    return reader.page


def read_briefing(data: bytes) -> BuiltBriefing:
    """What `briefing.json` says that can be held against its sources.

    Raises: ValueError or RecursionError if it is not of the published form.
    """
    briefing = JsonValue(json.loads(data))
    slices = [
        Slice(found.text("sentence"), found.number("start"), found.number("end"), (found.text("text"),))
        for name in ("quotes", "dates", "numbers")
        for found in briefing.items(name)
    ]
    for entity in briefing.items("entities"):
        forms = tuple(JsonValue(form).as_text() for form in entity.list("forms"))
        slices += (
            Slice(mention.text("sentence"), mention.number("start"), mention.number("end"), forms)
            for mention in entity.items("mentions")
        )
    return BuiltBriefing(tuple(_entry(article) for article in briefing.items("articles")), tuple(slices))


def _entry(article: JsonValue) -> Entry:
    def piece(found: JsonValue) -> Piece:
        kind = found.optional("kind")
        return Piece(
            id=found.text("id"),
            text=found.optional("text"),
            text_sha256=found.optional("text_sha256"),
            start=found.number("start"),
            end=found.number("end"),
            is_preformatted=kind in ("table", "code"),
        )

    return Entry(
        id=article.text("id"),
        file=article.text("file"),
        sha256=article.text("sha256"),
        title=article.optional("title"),
        document=article.optional("document"),
        document_sha256=article.optional("document_sha256"),
        blocks=tuple(map(piece, article.items("blocks"))),
        sentences=tuple(map(piece, article.items("sentences"))),
    )


@dataclass(slots=True)
class _Open:
    tag: str
    id: str
    words: tuple[str, bool, int, str, str] | None
    """(id, is a sentence, line, within, edition) of an element marked as a source's."""
    text: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        id_ = values.get("id", "")
        if id_:
            self.page.ids.append((id_, line))
        within = next((opened.id for opened in reversed(self._open) if opened.id), "")
        for name in ("href", "src"):
            if name in values:
                self.page.links.append(Link(values[name], line, id_, values.get("role", ""), within))
        if tag == "meta":
            if values.get("name") == "description":
                self.page.description = " ".join(values.get("content", "").split())
            if values.get("name") == "robots" and "noindex" in values.get("content", ""):
                self.page.is_listed = False
        if tag in VOID:
            return
        names = ("data-s", "data-b", "data-was")
        edition = values.get("data-edition", "")
        marked = next(
            ((values[name], name != "data-b", line, within, edition) for name in names if name in values), None
        )
        self._open.append(_Open(tag, id_, marked, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML does not know `<span/>`: what follows stands inside

    def handle_endtag(self, tag: str) -> None:
        if any(opened.tag == tag for opened in self._open):
            while self._close() != tag:
                pass

    def close_all(self) -> None:
        """Close what the page leaves open, as browsers do at its end."""
        while self._open:
            self._close()

    def _close(self) -> str:
        closed = self._open.pop()
        if closed.words:
            id_, is_sentence, line, within, edition = closed.words
            self.page.words.append(Words(id_, is_sentence, "".join(closed.text), line, closed.id, within, edition))
        return closed.tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "title" and all(opened.tag != "svg" for opened in self._open):
            self.page.title = " ".join(f"{self.page.title} {data}".split())
        for opened in self._open:
            if opened.words:
                opened.text.append(data)
