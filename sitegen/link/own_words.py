"""The words of a sentence that are the article's own: those outside quotation marks.

Two reporters in one room write down the same quotation; the words around it they choose themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sitegen.model import Analysis
from sitegen.text import normalise

Stretches = tuple[tuple[str, ...], ...]
"""Words as identity sees them, parted where a quotation stands between them."""

OwnWords = Mapping[str, Stretches]
"""By sentence id."""


def find_own_words(analyses: Iterable[Analysis]) -> OwnWords:
    """The own words of each sentence, by its id; of a block that is a quotation, none.

    Known failure: quotations that the article does not mark.
    """
    return {id_: words for analysis in analyses for id_, words in _of_article(analysis)}


def _of_article(analysis: Analysis) -> Iterator[tuple[str, Stretches]]:
    quotations = {block.id for block in analysis.article.blocks if block.kind == "quotation"}
    quoted: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote in analysis.quotes:
        quoted[quote.sentence].append((quote.start, quote.end))
    for sentence in analysis.sentences:
        if sentence.block in quotations:
            yield sentence.id, ()
            continue
        texts: list[str] = []
        begin = 0
        for start, end in sorted(quoted[sentence.id]):
            texts.append(sentence.text[begin : max(begin, start)])
            begin = max(begin, end)
        texts.append(sentence.text[begin:])
        yield sentence.id, tuple(words for text in texts if (words := tuple(normalise(text).split())))
