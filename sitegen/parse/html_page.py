"""A page's markup → its visible words, passage by passage, each with the boxes that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.model import BlockKind
from sitegen.text import fold

DEEPEST = 512
"""Open tags inside one another. The parser itself gives up at 2 048; pages that people read stay below 100."""

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-z][^\s/>]*+)  # <div, </p
        (?:=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+>  # attributes; a quoted one may hold a >
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RAW = ("script", "style", "textarea", "title", "xmp")
"""Tags whose content is no markup."""
_BOXES = re.compile(
    rf"""
    <!-- (?:(?!-->).)*+                                                        # <!-- … -->
    | <(?P<raw>{"|".join(_RAW)})\b (?:(?!</(?P=raw)).)*+         # <script>document.write("</p>")
    | <(?P<close>/?)(?P<name>[a-z][^\s/>]*+) (?:=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+>?  # <div>, </p>
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile("\"[^\"]*+\"|'[^']*+'")
_LONG_TAG = 5_000
"""Characters of a tag whose attributes are counted."""
_MOST_ATTRIBUTES = 1_000
"""The parser's time grows with their square."""
_TAG_START = re.compile(r"</?[a-z]", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSE_THEMSELVES = frozenset("a body dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split())
"""Tags that end where the next of them begins, so that a page may leave their ends out."""

_UNSEEN = frozenset(
    """applet audio canvas datalist head iframe noembed noframes noscript object script style svg template title
    video""".split()
)
"""Never shown as words, or only in place of something else."""
BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol
    optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul xmp""".split()
)
"""Tags that stand apart from the words before and after; all others are part of a line."""
_NOT_IN_DATA = ("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "form", "article")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_CELL = 200
"""Characters, of a cell in a table of data; tables with longer ones lay out a page."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """An element that stands apart: a `div`, a list, a paragraph."""

    tag: str
    names: frozenset[str]
    """The words of its `class`, `id`, `role` and such, lower case: `related`, `links`."""
    parent: "Box | None"

    def boxes(self) -> Iterator["Box"]:
        """This box and those around it, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Words that a reader sees in one piece."""

    kind: BlockKind
    text: str
    """Folded; of tables and code, lines as they are, cells parted by tabs."""
    box: Box
    """The innermost."""
    level: int
    """Of the heading's tag, from 1; 0 of all else."""
    in_links: float
    """Share of the characters that are links, in [0, 1]."""
    is_bold: bool
    """All of it is."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that an element carries for machines."""

    before: int
    """Index of the passage that it stands in or above."""
    use: str
    """Its `itemprop`, or nothing."""
    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page."""

    root: Any
    """The tree, an `lxml.html.HtmlElement`."""
    name: str
    """Words of its `<title>`: browsers show them on the tab."""
    passages: tuple[Passage, ...]
    """In the order of the markup."""
    stamps: tuple[Stamp, ...]
    """In the same order."""
    elements: int
    """How many it has."""
    depth: int
    """How deep they nest."""


def over_limit(text: str) -> str | None:
    """Why a page is refused, by a linear scan before any parser sees it: tags nest too deep, or one is overloaded.

    Known failure: a page that leaves more than `DEEPEST` tags of lines open (`<font>`, `<b>`) is refused, as a browser
    shows it.
    """
    open_tags: list[str] = []
    counts: dict[str, int] = {}
    position = 0
    lower = text.lower() if len(text.lower()) == len(text) else text
    while (start := text.find("<", position)) >= 0:
        if text.startswith("<!--", start):
            position = _after(text, "-->", start + 4)
            continue
        found = _TAG.match(text, start)
        if found is None:
            if _TAG_START.match(text, start):
                return None  # a tag that never ends: a parser sees no more of the page
            position = start + 1
            continue
        position = found.end()
        name = found["name"].lower()
        if len(found[0]) > _LONG_TAG and len(_QUOTED.sub("", found[0]).split()) > _MOST_ATTRIBUTES:
            return f"a tag has more than {_MOST_ATTRIBUTES} attributes"
        if found["close"]:
            if counts.get(name):
                while (last := open_tags.pop()) != name:
                    counts[last] -= 1
                counts[name] -= 1
            continue
        if name in _RAW:
            position = _after(lower, f"</{name}", position)
        elif name not in _VOID | _CLOSE_THEMSELVES and not found[0].endswith("/>"):
            open_tags.append(name)
            counts[name] = counts.get(name, 0) + 1
            if len(open_tags) > DEEPEST:
                return f"its tags nest more than {DEEPEST} deep"
    return None


def read_page(text: str) -> Page:
    """Parse a page; any text gives one. The caller has asked `over_limit`."""
    from lxml import etree, html  # noqa: PLC0415 - only where there is HTML

    # Bytes, so that an encoding which the page declares for its file does not apply to text that is decoded already.
    data = _as_browsers_end(text.replace("\0", "")).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing in it
        root = html.Element("html")
    name = root.findtext(".//title") or ""
    walk = _Walk()
    passages = tuple(walk.passages(root))
    return Page(root, fold(name), passages, tuple(walk.stamps), walk.elements, walk.depth)


def _as_browsers_end(text: str) -> str:
    """`text` with an empty paragraph in place of each `</p>` that ends none, and a line break in place of `</br>`.

    Browsers take them so (HTML Standard, 13.2.6.4.7); libxml2 drops them, and would join the words on both sides.
    """
    is_open = False

    def whole(found: re.Match[str]) -> str:
        nonlocal is_open
        name = (found["name"] or "").lower()
        if name == "br" and found["close"]:
            return "<br>"
        if name not in BLOCKS:
            return found[0]
        is_stray = name == "p" and bool(found["close"]) and not is_open
        is_open = name == "p" and not found["close"]
        return "<p></p>" if is_stray else found[0]

    return _BOXES.sub(whole, text)


def visible_text(text: str) -> str:
    """The words that a reader of the page sees, folded: its title, then all passages in order.

    What scripts, styles, templates, comments and hidden elements hold is not among them; of a page over the limits
    there are none. Tags of a line do not part words, line breaks and boxes do.
    """
    if over_limit(text):
        return ""
    page = read_page(text)
    return fold(" ".join([page.name, *(passage.text for passage in page.passages)]))


class _Walk:
    """Gathers the passages of a tree. Holds the passage that is being read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.breaks = 0
        """Line breaks since the last word."""
        self.stamps: list[Stamp] = []
        self.count = 0
        """Passages so far."""
        self.elements = 0
        self.depth = 0

    def passages(self, root: Any, outer: Box | None = None) -> Iterator[Passage]:
        from lxml import etree  # noqa: PLC0415

        box = outer or Box("html", frozenset(), None)
        links = bolds = depth = 0
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self.elements += 1
                depth += 1
                self.depth = max(self.depth, depth)
                if tag in _UNSEEN or _is_hidden(element, tag):
                    walk.skip_subtree()
                    skipped = element
                    continue
                links += tag == "a"
                bolds += tag in ("b", "strong")
                if tag == "br":
                    self.breaks += 1
                    self.pieces.append("\n")
                    if self.breaks > 1 and box.tag != "pre":
                        yield from self._flush(box)
                elif tag in BLOCKS:
                    yield from self._flush(box)
                    box = Box(tag, _names(element), box)
                    if tag == "table" and element is not root and _is_data(element):
                        yield from self._table(element, box)
                        walk.skip_subtree()
                        continue
                use = element.get("itemprop") or ""
                if stated := element.get("datetime") or ("date" in use and element.get("content")):
                    self.stamps.append(Stamp(self.count, use, stated))
                self._add(element.text, links, bolds)
                continue
            depth -= 1
            if element is not skipped:
                links -= tag == "a"
                bolds -= tag in ("b", "strong")
                if tag in BLOCKS:
                    yield from self._flush(box)
                    box = box.parent or box
            if element is not root:
                self._add(element.tail, links, bolds)
        yield from self._flush(box)

    def _add(self, words: str | None, links: int, bolds: int) -> None:
        if not words:
            return
        self.pieces.append(words)
        if seen := len(words.strip()):
            self.breaks = 0
            self.linked += seen * bool(links)
            self.bold += seen * bool(bolds)

    def _flush(self, box: Box) -> Iterator[Passage]:
        raw = "".join(self.pieces)
        total = sum(len(piece.strip()) for piece in self.pieces)
        linked, bold = self.linked, self.bold
        self.pieces, self.linked, self.bold, self.breaks = [], 0, 0, 0
        words = fold(raw)
        if not words:
            return
        kind, level = _kind(box)
        if kind == "code":
            words = "\n".join(filter(None, map(_line, raw.split("\n"))))
        self.count += 1
        yield Passage(kind, words, box, level, linked / total, bold == total)

    def _table(self, table: Any, box: Box) -> Iterator[Passage]:
        """A table of data as one passage, a line a row."""
        lines: list[str] = []
        for row in table.iter("caption", "tr"):
            cells = [row] if row.tag == "caption" else list(row.iterchildren("th", "td"))
            words = [" ".join(passage.text for passage in _Walk().passages(cell, box)) for cell in cells]
            if any(words):
                lines.append("\t".join(words))
        if lines:
            self.count += 1
            yield Passage("table", "\n".join(lines), box, 0, 0.0, False)


def _kind(box: Box) -> tuple[BlockKind, int]:
    """What a passage is by the boxes around it, and the level of a heading."""
    kind: BlockKind = "paragraph"
    for around in box.boxes():
        if around.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return "heading", int(around.tag[1])
        if around.tag in ("pre", "xmp"):
            return "code", 0
        if around.tag in ("li", "dd", "dt"):
            return "list_item", 0
        if around.tag == "blockquote":
            return "quotation", 0
        if around.tag in ("article", "main", "body", "table"):
            break
    return kind, 0


def _line(words: str) -> str:
    """A line of code: its indent stays, what print never shows goes."""
    indent = words[: len(words) - len(words.lstrip())]
    return indent.replace("\t", "    ") + fold(words) if fold(words) else ""


def _names(element: Any) -> frozenset[str]:
    said = " ".join(
        element.get(key) or "" for key in ("class", "id", "role", "aria-label", "itemprop", "data-component")
    )
    return frozenset(part.lower() for part in _NAME_PART.findall(said[:1000]))


def _is_hidden(element: Any, tag: str) -> bool:
    if tag in ("html", "body"):
        return False  # pages hide themselves whole until a script has run
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def _is_data(table: Any) -> bool:
    """Whether a table holds data, in rows and columns, or lays out a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants(*_NOT_IN_DATA), None) is not None:
        return False
    widths = [sum(1 for _ in row.iterchildren("th", "td")) for row in table.iter("tr")]
    if sum(width > 1 for width in widths) < 2:
        return False
    return all(len("".join(cell.itertext())) <= _LONGEST_CELL for cell in table.iter("th", "td"))


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + (len(mark) if mark == "-->" else 0)
