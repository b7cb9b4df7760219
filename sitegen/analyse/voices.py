"""Voices: what kind of source a claim has, by the words for it."""

import re

from sitegen.model import Voice

from .place_names import DEMONYMS
from .source_words import (
    DOCUMENTS,
    GROUPS,
    INDEFINITE,
    OUTLET_ENDS,
    OUTLET_NOUNS,
    OUTLET_STARTS,
    OUTLETS,
    PARTIES,
    SPOKESPEOPLE,
    UNNAMED,
)

_WORD = re.compile(r"[\w’'-]+")
_OF = re.compile(r" (?:at|in|of|from|with|to|who|for|on|among|close|familiar|briefed|published|by)\b")
# an editor of the newspaper
_BELONGS = re.compile(r" (?:of|at|from|for|with) (?:the|an?) ")
_PLURAL = frozenset("people some many police others staff".split())
_DEFINITE = frozenset("the this that these those his her its their our my".split())
_PRONOUNS = frozenset("he she they it we i you who".split())


def voice_of(source: str | None, told: str | None, publisher: str | None) -> Voice:
    """Whose claim it is by the words for its source (None: hearsay), and by whom it was told to.

    `publisher` is the article's own outlet, which is no other outlet.
    """
    if told and is_outlet(told, publisher):
        return "other-outlet"
    if source is None:
        return "unnamed"
    if is_outlet(source, publisher):
        return "other-outlet"
    return "unnamed" if is_unnamed(source) else "named"


def is_outlet(source: str, publisher: str | None) -> bool:
    """Whether a source is an outlet, and not the article's own."""
    name = source.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s")
    if not name or (publisher and name.casefold() in publisher.casefold()):
        return False
    if name in OUTLETS or name.endswith("news agency"):
        return True
    words = name.split()
    if _BELONGS.search(name):
        return False
    if words[-1] in OUTLET_NOUNS:
        return words[-1] != "agency"
    return len(words) > 1 and words[0][0].isupper() and (words[-1] in OUTLET_ENDS or words[0] in OUTLET_STARTS)


def is_unnamed(source: str) -> bool:
    """Whether a source is people or papers without a name: `two senior officials`, `an aide to Ada Reed`, `a study`.

    Known failures: bodies in the plural without an article (`rebels said`); a person of an office without a name
    (`the minister`) is named, as there is one.
    """
    head = _WORD.findall(_OF.split(source, maxsplit=1)[0])
    if not head or head[0].lower() in _PRONOUNS:
        return False
    noun, first = head[-1].lower(), head[0].lower()
    has_capital = any(word[0].isupper() for word in head[1:])
    if noun in SPOKESPEOPLE or head[-1] in PARTIES or head[-1].removesuffix("s") in DEMONYMS:
        return False
    if noun in DOCUMENTS and (noun != "reports" or " by " in source or "’s " in source):
        return not has_capital and (first not in _DEFINITE) and not _has_maker(source)
    if noun in GROUPS:
        return not any(word[0].isupper() for word in _WORD.findall(source)[1:]) and not (
            len(head) > 1 and head[0][0].isupper() and first not in _DEFINITE
        )
    is_plural = noun.endswith("s") or noun in _PLURAL
    if noun in UNNAMED:
        return is_plural or first in INDEFINITE or len(head) == 1
    if has_capital or first in _DEFINITE:
        return False
    # one firefighter; `, beekeepers say`; a capital may begin a sentence or a name
    return first in INDEFINITE or (head[0].islower() and noun.endswith("s") and not noun.endswith("ss"))


def _has_maker(source: str) -> bool:
    """Whether it says whose it is: `by the auditors`, `of the University of Bergen`."""
    return re.search(r" (?:from|by) \w| of (?:the |an? )?[A-Z]|[A-Z]\w*[’']s ", source) is not None
