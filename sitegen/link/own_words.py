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
    # One string a word, however often it is said: a folder holds far fewer words than places where they stand.
    known: dict[str, str] = {}
    return {id_: words for analysis in analyses for id_, words in _of_article(analysis, known)}


def _of_article(analysis: Analysis, known: dict[str, str]) -> Iterator[tuple[str, Stretches]]:
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
        own = (tuple(known.setdefault(word, word) for word in normalise(text).split()) for text in texts)
        yield sentence.id, tuple(filter(None, own))
