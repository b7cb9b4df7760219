"""Pieces: a sentence cut where words of it are linked or marked; together they are exactly the sentence."""

from collections.abc import Iterable

from . import urls
from .corpus import Corpus
from .pages import Piece


class FirstNames:
    """Links names to their pages, each where it comes first; one for each stretch of text."""

    def __init__(self, corpus: Corpus, page: str):
        self._corpus = corpus
        self._page = page
        self._linked: set[str] = set()

    def pieces(self, sentence: str) -> tuple[Piece, ...]:
        """The sentence's pieces: names linked that no sentence before had."""
        naming = self._corpus.naming
        text = self._corpus.sentences[sentence].text
        links: list[tuple[int, Piece]] = []
        for mention, entity in naming.in_sentence[sentence]:
            if entity in naming.with_page and entity not in self._linked:
                self._linked.add(entity)
                href = urls.link(self._page, urls.name_path(entity))
                links.append((mention.start, Piece(text[mention.start : mention.end], href)))
        return _cut(text, links)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The pieces of `text`, with those at `spans` (start, end) marked."""
    return _cut(text, ((start, Piece(text[start:end], is_marked=True)) for start, end in spans))


def compared(text: str, spans: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The pieces of `text`, with those at `spans` (start, end) marked, and in them those at `others` as other words."""
    parts: list[tuple[int, Piece]] = []
    inside = sorted(others)
    for start, end in spans:
        position = start
        for first, last in inside:
            if position <= first and last <= end:
                parts.append((position, Piece(text[position:first], is_marked=True)))
                parts.append((first, Piece(text[first:last], is_marked=True, is_other=True)))
                position = last
        parts.append((position, Piece(text[position:end], is_marked=True)))
    return _cut(text, parts)


def _cut(text: str, parts: Iterable[tuple[int, Piece]]) -> tuple[Piece, ...]:
    """`text` with `parts` (start, piece) in it; of parts that overlap the first. Empty when there are no parts."""
    pieces: list[Piece] = []
    position = 0
    for start, piece in sorted(parts, key=lambda part: part[0]):
        if start < position or not piece.text:
            continue
        if start > position:
            pieces.append(Piece(text[position:start]))
        pieces.append(piece)
        position = start + len(piece.text)
    if pieces and position < len(text):
        pieces.append(Piece(text[position:]))
    return tuple(pieces)
