"""The words of a sentence that are the article's own: those outside quotation marks.

Two reporters in one room write down the same quotation; the words around it they choose themselves.
"""

from collections import defaultdict
from collections.abc import Sequence

from sitegen.model import Analysis
from sitegen.text import normalise

Stretches = tuple[tuple[str, ...], ...]
"""Words as identity sees them, parted where a quotation stands between them."""


def find_own_words(analysis: Analysis) -> dict[str, Stretches]:
    """The own words of each sentence of an article, by its id; of a block that is a quotation, none.

    Known failure: quotations that the article does not mark.
    """
    quotations = {block.id for block in analysis.article.blocks if block.kind == "quotation"}
    quoted: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote in analysis.quotes:
        quoted[quote.sentence].append((quote.start, quote.end))
    return {
        sentence.id: () if sentence.block in quotations else _outside(sentence.text, sorted(quoted[sentence.id]))
        for sentence in analysis.sentences
    }


def _outside(text: str, quoted: Sequence[tuple[int, int]]) -> Stretches:
    """The words of a sentence that stand outside of `quoted`, spans by start."""
    texts: list[str] = []
    begin = 0
    for start, end in quoted:
        texts.append(text[begin : max(begin, start)])
        begin = max(begin, end)
    texts.append(text[begin:])
    return tuple(filter(None, (tuple(normalise(part).split()) for part in texts)))
