"""The words of a sentence that are the article's own: those outside quotation marks.

Two reporters in one room write down the same quotation; the words around it they choose themselves.
"""

import base64
import hashlib
import struct
from collections import defaultdict
from collections.abc import Sequence

from sitegen.model import Analysis
from sitegen.text import normalise

_BYTES = 8
"""Of the number that stands for a run."""
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


def fingerprints(analysis: Analysis, length: int) -> str:
    """The runs of so many own words of an article, each once, for `runs_of`.

    Method: fingerprints of shingles (Broder, On the resemblance and containment of documents, 1997), 64 bits of BLAKE2.
    Known failure: of a million runs, one in some forty million folders stands for another.
    """
    runs = {
        " ".join(stretch[start : start + length])
        for stretches in find_own_words(analysis).values()
        for stretch in stretches
        for start in range(len(stretch) - length + 1)
    }
    digests = (hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest() for run in runs)
    found = sorted(int.from_bytes(digest, "little") for digest in digests)
    return base64.b64encode(struct.pack(f"<{len(found)}Q", *found)).decode("ascii")


def runs_of(fingerprints: str) -> tuple[int, ...]:
    """The numbers that stand for runs, ascending, from 0 to 2**64."""
    data = base64.b64decode(fingerprints)
    return struct.unpack(f"<{len(data) // _BYTES}Q", data)


def _outside(text: str, quoted: Sequence[tuple[int, int]]) -> Stretches:
    """The words of a sentence that stand outside of `quoted`, spans by start."""
    texts: list[str] = []
    begin = 0
    for start, end in quoted:
        texts.append(text[begin : max(begin, start)])
        begin = max(begin, end)
    texts.append(text[begin:])
    return tuple(filter(None, (tuple(normalise(part).split()) for part in texts)))
