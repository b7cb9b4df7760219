"""Predictions of the stage `parse`: structure, front matter, encodings, Markdown, web pages, feeds."""

import codecs
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from benchmarks.articles import source_of
from benchmarks.scoring import Item
from sitegen.model import Article, BlockKind
from sitegen.parse import ParseOptions, parse
from sitegen.parse.decode import decode
from sitegen.parse.extract import Extract
from sitegen.parse.frontmatter import read_front_matter
from sitegen.parse.html import read_html
from sitegen.parse.markdown import read_markdown
from sitegen.text import project

_LABELS: dict[BlockKind, str] = {"heading": "heading", "list_item": "bullet"}
_WIDER = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc-jp": "euc_jis_2004",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What an encoding's name means on the web (WHATWG Encoding): a text read so is read right as well."""
_RAW_HTML = frozenset({"html_block", "html_inline"})
"""Tokens of what does not hold here: raw HTML is words."""


def structure(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, labels}`, one a line that is not blank; none for a text that is refused."""
    for item in items:
        articles = parse(source_of("text.txt", item["text"].encode()), ParseOptions()).value
        yield {"id": item["id"], "labels": [label for article in articles for label in _labels(article)]}


def front_matter(items: list[Item], folder: Path) -> Iterator[Item]:
    """`{id, title, date}`; nothing for a file that is refused. The set gives days, without the time."""
    for item in items:
        source = source_of(item["id"], (folder / "files" / item["id"]).read_bytes())
        text = decode(source).value
        read = read_front_matter(text, path=source.path).value if text is not None else None
        if read:
            yield {"id": item["id"], "title": read.title, "date": (read.metadata.published or "")[:10]}


def encodings(items: list[Item], folder: Path) -> Iterator[Item]:
    """`{id, outcome}`: whether the text is what its encoding makes of the bytes."""
    for item in items:
        data = (folder / item["file"]).read_bytes()
        outcome = decode(source_of(Path(item["file"]).name, data))
        if outcome.value is None:
            fate = "refused"
        elif outcome.value in {_plain(data.decode(name, "replace")) for name in _codecs(item["encoding"])}:
            fate = "right"
        else:
            fate = "wrong with a warning" if outcome.problems else "silently wrong"
        yield {"id": item["id"], "outcome": fate}


def markdown(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`: whether the printed words of all blocks are the words of the page that they stand for."""
    for item in items:
        if not _holds_raw_html(item["markdown"]):
            is_right = "".join(_printed(item["markdown"])) == "".join(_visible(item["html"]))
            yield {"id": item["id"], "outcome": "right" if is_right else "other words"}


def markdown_blocks(items: list[Item], _: Path) -> Iterator[Item]:
    """`{id, outcome}`, one a block: whether the page has a block of just these words."""
    for item in items:
        if not _holds_raw_html(item["markdown"]):
            wanted = Counter(_visible(item["html"]))
            for number, words in enumerate(_printed(item["markdown"])):
                is_right = wanted[words] > 0
                wanted[words] -= 1
                yield {"id": f"{item['id']}.{number}", "outcome": "right" if is_right else "other words"}


def page_text(items: list[Item], folder: Path) -> Iterator[Item]:
    """`{id, text}`: the article's blocks, without its title."""
    for item in items:
        extract = _extract(folder / item["file"])
        yield {"id": item["id"], "text": "\n".join(block.text for block in extract.blocks) if extract else ""}


def page_facts(items: list[Item], folder: Path) -> Iterator[Item]:
    """`{id, title, byline, siteName, publishedTime, lang, date}`"""
    for item in items:
        extract = _extract(folder / item["file"])
        if extract:
            facts = extract.metadata
            yield {
                "id": item["id"],
                "title": extract.title,
                "byline": facts.author,
                "siteName": facts.publisher,
                "publishedTime": facts.published,
                "lang": facts.language,
                "date": facts.published,
            }


def _labels(article: Article) -> Iterator[str]:
    offset = 0
    for line in article.text.split("\n"):
        end = offset + len(line)
        if line.strip():
            block = next((b for b in article.blocks if b.start < end and b.end > offset), None)
            if block and block.role == "title":
                yield "title"
            else:
                yield _LABELS.get(block.kind, "para") if block else "para"
        offset = end + 1


def _extract(path: Path) -> Extract | None:
    source = source_of(path.stem, gzip.decompress(path.read_bytes()))
    text = decode(source).value
    return read_html(text, path=source.path).value if text is not None else None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _codecs(name: str) -> Iterator[str]:
    """Python's codecs for an encoding that is named with or without a language: `windows-1250-czech`."""
    parts = name.lower().split("-")
    for length in range(len(parts), 0, -1):
        short = "-".join(parts[:length])
        try:
            codecs.lookup(short)
        except LookupError:
            continue
        yield from (short, _WIDER.get(short, short))
        return


def _holds_raw_html(text: str) -> bool:
    tokens = MarkdownIt("commonmark").parse(text)
    return any(token.type in _RAW_HTML for outer in tokens for token in (outer, *(outer.children or ())))


def _printed(text: str) -> list[str]:
    """The words of each block that is printed, without white space."""
    blocks, edits = read_markdown(text)
    printed = (re.sub(r"\s", "", project(text, block.start, block.end, edits)) for block in blocks)
    return [words for words in printed if words]


def _visible(page: str) -> list[str]:
    """The words of each block of a page, without white space; a picture has none."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    blocks = (re.sub(r"\s", "", words) for words in "".join(reader.pieces).split("\0"))
    return [words for words in blocks if words]


class _Words(HTMLParser):
    """Gathers the words of a page in `pieces`, with a NUL at the edge of each block."""

    _INLINE = frozenset("a em strong code img br".split())

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._INLINE:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._INLINE:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
