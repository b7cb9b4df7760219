"""Texts of a corpus as the values that the stages take: articles, and analyses of sentences that are given."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from sitegen.analyse import AnalyseOptions, analyse
from sitegen.model import Analysis, Article, DateExpression, Mention, Metadata, NumberExpression, Sentence, Source
from sitegen.parse.blocks import RawBlock, make_blocks
from sitegen.parse.headings import DEFAULT_ROLES
from sitegen.text import fold, project_with_offsets

Found = TypeVar("Found", Mention, DateExpression, NumberExpression)


def source_of(name: str, data: bytes) -> Source:
    """A source as `read` would make it; `name` is its path."""
    return Source(name.rpartition(".")[0], name, data, hashlib.sha256(data).hexdigest())


def article_of(name: str, text: str, *, published: str | None = None, whole: bool = False) -> Article:
    """An article whose every line is a paragraph, so that no guess at its structure is measured along.

    `whole`: all of it is one paragraph.
    """
    raw: list[RawBlock] = []
    offset = 0
    for line in [text] if whole else text.split("\n"):
        if line.strip():
            raw.append(RawBlock("paragraph", offset, offset + len(line)))
        offset += len(line) + 1
    blocks = make_blocks(name, text, raw, (), DEFAULT_ROLES)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(name, f"{name}.txt", digest, text, (), blocks, None, Metadata(published=published))


def analysis_of(article: Article) -> Analysis:
    """What the pipe's second stage makes of an article."""
    return analyse(article, AnalyseOptions()).value


def analysis_of_sentences(name: str, sentences: Sequence[str]) -> Analysis:
    """The analysis of an article that consists of these sentences, each a paragraph: the set says where they end."""
    folded = [fold(sentence) or "-" for sentence in sentences]
    found = analysis_of(article_of(name, "\n".join(folded)))
    blocks = {block.id: block for block in found.article.blocks}
    whole = {
        block.id: Sentence(block.id, name, block.id, block.start, block.end, block.text) for block in blocks.values()
    }
    parts = {sentence.id: sentence for sentence in found.sentences}

    def in_whole(one: Found) -> Found:
        part = parts[one.sentence]
        moved = part.start - blocks[part.block].start
        return replace(one, sentence=part.block, start=one.start + moved, end=one.end + moved)

    return Analysis(
        found.article,
        tuple(whole.values()),
        tuple(map(in_whole, found.mentions)),
        (),
        tuple(map(in_whole, found.dates)),
        numbers=tuple(map(in_whole, found.numbers)),
    )


def place(article: Article, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where characters `start` to `end` of a sentence's printed words stand in the article's text."""
    _, spans = project_with_offsets(article.text, sentence.start, sentence.end, article.edits)
    return spans[start][0], spans[end - 1][1]
