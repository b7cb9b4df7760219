"""Which language a text is in, by the share of its words that are function words of one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

from sitegen.reasons import Reason, worded

from .english import ENGLISH
from .german import GERMAN
from .tables import words

_OTHERS = {
    "nl": """de het een en van in is dat op te zijn met voor niet aan er om ook als bij dan door naar uit maar werd
    heeft wordt deze hij zij nog""",
    "fr": """le la les de des du un une et est en que qui dans pour pas sur au aux avec par il elle sont ce cette plus
    été ont mais ne se""",
    "es": """el la los las de del un una y es en que por con para no se su al lo como más pero sus fue ha son este
    desde sobre""",
    "it": """il lo la gli le di del della un una e è in che per non con si da al dei alla nel sono ha come più anche ma
        dal""",
    "pt": """o a os as de do da dos um uma e é em que por com para não se no na ao mais foi como mas são ele tem""",
    "sv": """och att det som en på är av för med till den har de inte om ett han men var jag sig från vid kan nu så""",
    "da": """og at det som en på er af for med til den har de ikke om et han men var jeg sig fra ved kan nu så""",
    "pl": """w i z na do nie się że jest o to po za od przez dla jak ale był była są oraz tym jego tak czy""",
}
FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {language.tag: language.function_words for language in (ENGLISH, GERMAN)}
    | {tag: words(text) for tag, text in _OTHERS.items()}
)
"""By tag. Those without tables of their own are here so that their texts are not taken for one of the others."""

LONGEST = 4_000
"""Words that are looked at."""
LEAST = 6
"""Function words of a language, at least, for its text to be known."""
SHARE = 0.15
"""Of all words, at least; in edited prose it is a fifth to a third."""
AHEAD = 2.0
"""Times as many as of the next language, at least."""

_WORD = re.compile(r"[^\W\d_]+")


class Recognised(NamedTuple):
    """What the words of a text say of its language."""

    tag: str | None
    """BCP 47; None: they do not tell."""
    basis: Reason


def recognise(texts: Iterable[str]) -> Recognised:
    """The language of an article's texts, if function words tell.

    Known failures: a text in two languages is in the one that has more of it, or in none; lists of names, and short
    notes, are in none; so is every language that has no words here, unless it shares those of another.
    """
    found = list(islice(chain.from_iterable(map(_WORD.findall, texts)), LONGEST))
    seen: Counter[str] = Counter()
    for word, times in Counter(found).items():
        seen[word.lower()] += times
    counts = {tag: sum(map(seen.__getitem__, own & seen.keys())) for tag, own in FUNCTION_WORDS.items()}
    (tag, most), (_, second) = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    some, all_ = str(most), str(len(found))
    if most >= LEAST and most >= SHARE * len(found) and most >= AHEAD * second:
        told = worded("as told by its words: %(some)s of %(all)s are small words of that language", some=some, all=all_)
        return Recognised(tag, told)
    untold = worded("its words do not tell: %(some)s of %(all)s are small words of one language", some=some, all=all_)
    return Recognised(None, untold)
