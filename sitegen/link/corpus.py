"""The sentences of all articles side by side, as the other modules of this stage look at them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.languages import ENGLISH, Language, language_for
from sitegen.model import CITED_KINDS, Analysis, Article, Block, DateExpression, Mention, NumberExpression, Sentence

from .words import REPORTING_STEMS, Token, tokens, with_nouns

_MOST_HELD = 10_000
"""Sentences whose words are held: those of some 450 articles, 25 MB."""


class Words:
    """The words of sentences, read when they are asked for: those of a whole folder would not fit into memory.

    Reading them again costs less than a tenth of what comparing them does.
    """

    __slots__ = ("_plain", "_stems", "_tokens")

    def __init__(self) -> None:
        self._tokens: dict[str, tuple[Token, ...]] = {}
        self._plain: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, tuple[str, ...]] = {}

    def tokens(self, line: "Line") -> tuple[Token, ...]:
        found = self._tokens.get(line.sentence.id)
        if found is None:
            if len(self._tokens) >= _MOST_HELD:
                self._tokens.clear()
                self._plain.clear()
                self._stems.clear()
            spans = [(mention.start, mention.end) for mention in line.mentions]
            found = with_nouns(tokens(line.sentence.text, line.language), line.language, spans)
            self._tokens[line.sentence.id] = found
        return found

    def plain(self, line: "Line") -> tuple[str, ...]:
        found = self._plain.get(line.sentence.id)
        if found is None:
            found = tuple(word.plain for word in self.tokens(line))
            self._plain[line.sentence.id] = found
        return found

    def stems(self, line: "Line") -> tuple[str, ...]:
        found = self._stems.get(line.sentence.id)
        if found is None:
            words = self.tokens(line)
            found = tuple(word.stem for word in words if word.stem and word.stem not in REPORTING_STEMS)
            self._stems[line.sentence.id] = found
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words and its place."""

    index: int
    """In `Corpus.lines`."""
    sentence: Sentence
    block: Block
    language: Language
    """By whose rules it was read."""
    words: Words
    """Of all lines that were made together."""
    mentions: tuple[Mention, ...]
    numbers: tuple[NumberExpression, ...]
    dates: tuple[DateExpression, ...]
    opens_block: bool
    sections: tuple[str, ...]
    """Ids of the headings above it, innermost first."""

    @property
    def article(self) -> str:
        return self.sentence.article

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.words.tokens(self)

    @property
    def plain(self) -> tuple[str, ...]:
        """`Token.plain` of each word."""
        return self.words.plain(self)

    @property
    def stems(self) -> tuple[str, ...]:
        """Of the words that carry content: no stop words, no reporting verbs; with repetitions."""
        return self.words.stems(self)

    @property
    def prominence(self) -> float:
        """1.0 in the lead, 0.8 in a list of key points, 0.5 in the body (decision 0006, summary)."""
        return {"lead": 1.0, "key-developments": 0.8}.get(self.block.role, 0.5)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All sentences, by article id, then position."""

    analyses: tuple[Analysis, ...]
    """By article id."""
    lines: tuple[Line, ...]
    headings: tuple[Block, ...]
    """Below the title, that are no layout: what a section is about."""
    languages: Mapping[str, Language]
    """Id of an article → the language by whose rules it was read."""

    @property
    def articles(self) -> int:
        return len(self.analyses)

    def words_of_heading(self, block: Block) -> tuple[Token, ...]:
        """The words of a heading, in the language of its article."""
        language = self.languages.get(block.id.rpartition(".b")[0], ENGLISH)
        return with_nouns(tokens(block.text, language), language, ())

    def words_of_title(self, article: Article) -> tuple[Token, ...]:
        """The words of an article's title, in its language."""
        language = self.languages[article.id]
        return with_nouns(tokens(article.title or "", language), language, ())


def make_corpus(analyses: Iterable[Analysis]) -> Corpus:
    """The corpus of `analyses`, in an order that does not depend on theirs."""
    ordered = tuple(sorted(analyses, key=lambda analysis: analysis.article.id))
    words = Words()
    lines: list[Line] = []
    headings: list[Block] = []
    languages = {analysis.article.id: language_for(analysis.read_as) for analysis in ordered}
    for analysis in ordered:
        blocks = {block.id: block for block in analysis.article.blocks}
        headings += (block for block in analysis.article.blocks if _names_a_subject(block))
        mentions: dict[str, list[Mention]] = {}
        for mention in analysis.mentions:
            mentions.setdefault(mention.sentence, []).append(mention)
        numbers: dict[str, list[NumberExpression]] = {}
        for number in analysis.numbers:
            numbers.setdefault(number.sentence, []).append(number)
        dates: dict[str, list[DateExpression]] = {}
        for date in analysis.dates:
            dates.setdefault(date.sentence, []).append(date)
        seen: set[str] = set()
        for sentence in analysis.sentences:
            block = blocks[sentence.block]
            if block.kind not in CITED_KINDS:
                continue
            lines.append(
                Line(
                    index=len(lines),
                    sentence=sentence,
                    block=block,
                    language=languages[sentence.article],
                    words=words,
                    mentions=tuple(mentions.get(sentence.id, ())),
                    numbers=tuple(numbers.get(sentence.id, ())),
                    dates=tuple(dates.get(sentence.id, ())),
                    opens_block=block.id not in seen,
                    sections=_sections(block, blocks),
                )
            )
            seen.add(block.id)
    return Corpus(ordered, tuple(lines), tuple(headings), languages)


def split(corpus: Corpus, groups: Sequence[Collection[str]]) -> tuple[Corpus, ...]:
    """For each group of articles, by id, what `make_corpus` would make of them alone. No article is in two groups."""
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    analyses: list[list[Analysis]] = [[] for _ in groups]
    lines: list[list[Line]] = [[] for _ in groups]
    headings: list[list[Block]] = [[] for _ in groups]
    article_of = {block.id: a.article.id for a in corpus.analyses for block in a.article.blocks}
    for analysis in corpus.analyses:
        if (number := group_of.get(analysis.article.id)) is not None:
            analyses[number].append(analysis)
    for line in corpus.lines:
        if (number := group_of.get(line.article)) is not None:
            lines[number].append(replace(line, index=len(lines[number])))
    for heading in corpus.headings:
        if (number := group_of.get(article_of[heading.id])) is not None:
            headings[number].append(heading)
    return tuple(
        Corpus(tuple(a), tuple(b), tuple(c), corpus.languages)
        for a, b, c in zip(analyses, lines, headings, strict=True)
    )


def _names_a_subject(block: Block) -> bool:
    """Whether it heads a section of its own making: `role` says that the other headings are layout."""
    return block.kind == "heading" and block.level >= 2 and block.role in ("other", "full-report")


def _sections(block: Block, blocks: dict[str, Block]) -> tuple[str, ...]:
    found: list[str] = []
    above = block.under
    while above is not None and above in blocks:
        if _names_a_subject(blocks[above]):
            found.append(above)
        above = blocks[above].under
    return tuple(found)
