"""Footnotes: `3` is an article, `3.1` and `3.2` are passages of it; each leads there and back."""

from collections import defaultdict
from collections.abc import Iterable

from sitegen.model import Sentence
from sitegen.text import fold

from . import urls
from .citation import citation
from .corpus import Corpus, shortened
from .pages import BackLink, ContextItem, Line, NoteMark, PassageNote, Piece, SourceNote
from .text_fragment import text_fragment

_LABEL_LENGTH = 32
_MANY_NOTES = 30
"""Passages of a page: with more, their neighbours would take it beyond a first load, and are left out of its notes."""
MANY_LINES = 200
"""Sentences on a page of the whole corpus: with notes to as many articles they come near a page’s 60 KiB (gzip)."""


class Numbers:
    """The numbers of articles and of their passages: of one page, or of all pages of a topic.

    Articles are numbered undated first by id, then by date, so that a newer article is added at the end; passages
    by their place in the article.
    """

    def __init__(self, corpus: Corpus, cited: Iterable[str]):
        passages: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in sorted(set(cited), key=lambda id_: corpus.sentences[id_].start):
            passages[corpus.sentences[sentence].article].append(sentence)
        order = sorted(passages, key=lambda article: (corpus.articles[article].metadata.published or "", article))
        self.of_article = {article: number for number, article in enumerate(order, 1)}
        self.of_passage = {
            sentence: f"{number}.{rank}"
            for article, number in self.of_article.items()
            for rank, sentence in enumerate(passages[article], 1)
        }
        """Sentence id → its number, in their order."""


class Notes:
    """The notes of one page: the passages that it cites, and every place that cites them.

    Numbers are what the page shows; anchors are made of ids. `numbers`: those of a topic, on each of its pages.
    """

    def __init__(self, corpus: Corpus, page: str, cited: Iterable[str], numbers: Numbers | None = None):
        self._corpus = corpus
        self._page = page
        here = frozenset(cited)
        self._numbers = numbers or Numbers(corpus, here)
        self._is_long = len(here) > _MANY_NOTES
        self._passages: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in self._numbers.of_passage:
            if sentence in here:
                self._passages[corpus.sentences[sentence].article].append(sentence)
        self._uses: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._is_listed = False

    def line(
        self, sentence: str, others: Iterable[str] = (), *, place: str = "", pieces: tuple[Piece, ...] = ()
    ) -> Line:
        """A printed sentence with the marks of its own passage and of `others` that say it.

        `place` tells the places of one page apart where a sentence is printed more than once.
        """
        text = self._corpus.sentences[sentence].text
        marks = [self._mark(sentence, f"ref-{sentence}{place and f'-{place}'}", text)]
        marks += [self._mark(other, f"ref-{other}-{place or urls.anchor(sentence)}", text) for other in others]
        language = self._corpus.languages[self._corpus.sentences[sentence].article]
        return Line(sentence, text, tuple(marks), pieces, language)

    def number(self, passage: str) -> str:
        """That of a passage which this page cites, or another page with the same numbers."""
        return self._numbers.of_passage[passage]

    def _mark(self, passage: str, id_: str, text: str) -> NoteMark:
        assert not self._is_listed, "a mark that is made after the list of notes has no way back"
        self._uses[passage].append((id_, text))
        number = self._numbers.of_passage[passage]
        outlet = self._corpus.articles[self._corpus.sentences[passage].article].metadata.publisher
        return NoteMark(
            id_,
            urls.link(self._page, self._page, urls.note_anchor(passage)),
            number,
            self._corpus.translator.gettext("Source %(number)s: %(outlet)s", number=number, outlet=outlet)
            if outlet
            else "",
        )

    def sources(self) -> tuple[SourceNote, ...]:
        """The list of notes: after all lines of the page were made."""
        self._is_listed = True
        return tuple(map(self._source, self._passages))

    def _source(self, article: str) -> SourceNote:
        corpus = self._corpus
        metadata = corpus.articles[article].metadata
        return SourceNote(
            id=urls.source_anchor(article),
            number=self._numbers.of_article[article],
            article=corpus.article_link(self._page, article),
            is_derived=corpus.is_untitled(article),
            publisher=metadata.publisher,
            published=metadata.published,
            document=metadata.document and fold(metadata.document),
            url=metadata.url,
            host=urls.shown_host(metadata.url or ""),
            passages=tuple(self._passage(sentence) for sentence in self._passages[article]),
            citation=citation(corpus, article),
            correction=corpus.corrections.get(article, ""),
        )

    def _passage(self, sentence: str) -> PassageNote:
        found = self._corpus.sentences[sentence]
        back = tuple(
            BackLink(
                urls.link(self._page, self._page, id_),
                _letter(rank),
                self._corpus.translator.gettext(
                    "%(letter)s: “%(words)s”", letter=_letter(rank), words=shortened(text, _LABEL_LENGTH)
                ),
            )
            for rank, (id_, text) in enumerate(self._uses[sentence])
        )
        before, after = self._beside(found)
        return PassageNote(
            id=urls.note_anchor(sentence),
            number=self._numbers.of_passage[sentence],
            href=self._corpus.article_link(self._page, found.article, sentence).href,
            where=self._corpus.where(found),
            back=back,
            context=_context(found, *((None, None) if self._is_long else (before, after))),
            original=self._original(found, before, after),
        )

    def _beside(self, passage: Sentence) -> tuple[Sentence | None, Sentence | None]:
        """The sentences before and after a passage in its paragraph that may be shown beside it."""
        corpus = self._corpus
        sentences = corpus.sentences_of[passage.article]
        at = corpus.place_of[passage.id]

        def shown(place: int) -> Sentence | None:
            found = sentences[place] if 0 <= place < len(sentences) else None
            if found is None or found.id in corpus.withheld or found.id in corpus.dropped:
                return None
            return found if found.block == passage.block else None

        return shown(at - 1), shown(at + 1)

    def _original(self, passage: Sentence, before: Sentence | None, after: Sentence | None) -> str:
        article = self._corpus.articles[passage.article]
        url = article.metadata.url
        if not url or ":~:" in url:
            return url or ""
        beside = [sentence.text if sentence else "" for sentence in (before, after)]
        fragment = text_fragment(passage.text, (block.text for block in article.blocks), *beside)
        return f"{url}{'' if '#' in url else '#'}{fragment}" if fragment else url


def _context(passage: Sentence, before: Sentence | None, after: Sentence | None) -> tuple[ContextItem, ...]:
    shown = (sentence for sentence in (before, passage, after) if sentence is not None)
    return tuple(ContextItem(sentence.id, sentence.text, sentence.id == passage.id) for sentence in shown)


def _letter(rank: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    letters = ""
    rank += 1
    while rank:
        rank, digit = divmod(rank - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
