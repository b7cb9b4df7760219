"""Words of a sentence: tokens with their places, and stems."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.german_stemmer import GermanStemmer

from sitegen.languages import ENGLISH, LANGUAGES, Language

from .vocabulary import (
    COMMON_ADJECTIVES,
    COMMON_ADVERBS,
    COMMON_NOUNS,
    COMMON_VERBS,
    NOT_ALONE,
    REPORTING_VERBS,
    ROLE_WORDS,
    SAME_NAME,
    VAGUE_NOUNS,
)

_TOKEN = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}              # U.S., a.m.
    | [$€£]?\d+(?:[.,]\d+)*%?       # 1,000  $2.5  20%
    | [^\W\d_]+(?:['’][^\W\d_]+)*   # word, Ukraine’s, don't
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_MOST_WORDS = 50_000
"""Different words of which it is known what they come to; the rare ones of a large folder are worked out again."""
_SNOWBALL = {"english": EnglishStemmer, "german": GermanStemmer}
"""In Python: `snowballstemmer.stemmer` takes PyStemmer where that is installed, and if that is of another version, a
folder would have other topics on that machine."""
_STEMMERS = {tag: _SNOWBALL[language.linking.stemmer]() for tag, language in LANGUAGES.items()}
_SAME_NAME_STARTS = frozenset(words[0] for words in SAME_NAME)


class Token(NamedTuple):
    """A word or number, as it stands in a sentence's text. A tuple: a folder makes millions, each several times."""

    text: str
    start: int
    end: int
    stem: str
    """Empty for a stop word."""
    is_possessive: bool = False
    """`text` is without its `'s`, `end` is behind it."""
    emphasis: float = 1.0
    """Share of the stem's weight that this token brings in: under 1 for titles and first names."""
    equivalent: str | None = None
    """The English word that it stands for; None: it stands for none, or is English."""
    is_noun: bool | None = None
    """Whether it is a common noun; None: its language does not show it by a capital."""
    lower: str = ""
    """`text` in lower case."""
    plain: str = ""
    """In lower case, and in English if it can contradict a negation, a weekday or a month."""
    is_name: bool = False
    """Starts with a capital that no common noun has; at the start of a sentence that proves nothing."""


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def tokens(text: str, language: Language = ENGLISH) -> tuple[Token, ...]:
    """The words and numbers of `text` in order.

    Names of several words in `SAME_NAME` are one token.
    """
    found: list[Token] = []
    may_join = False
    make, tag = tuple.__new__, language.tag  # each word of a folder comes by here several times
    for match in _TOKEN.finditer(text):
        word, rest, begins_name = _read(match.group(), tag)
        found.append(make(Token, (word, *match.span(), *rest)))
        may_join = may_join or begins_name
    return _with_emphasis(_with_names_joined(found, text) if may_join else found, text)


@lru_cache(_MOST_WORDS)
def _read(word: str, tag: str) -> tuple[str, tuple[str | bool | float | None, ...], bool]:
    """What a token has of its word alone: text, what comes behind its place, whether a name of `SAME_NAME` begins with
    it."""
    language = LANGUAGES[tag]
    bare = _POSSESSIVE.sub("", word) or word
    is_possessive = bare != word and word.lower() not in language.linking.stop_words
    equivalent = language.linking.equivalents.get(bare.lower())
    text, stemmed = bare if is_possessive else word, stem(bare, tag)
    lower, plain = text.lower(), equivalent or _plain(text)
    rest = (stemmed, is_possessive, _emphasis(stemmed), equivalent, None, lower, plain, text[0].isupper())
    return text, rest, lower in _SAME_NAME_STARTS


def with_nouns(found: tuple[Token, ...], language: Language, named: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The same words of a sentence, its common nouns marked if the language shows them by capitals.

    `named`: spans of the names in it. Known failure: the noun that a sentence begins with is not known as one.
    """
    if not language.linking.has_capital_nouns:
        return found
    return tuple(
        _with_noun(token, is_noun=_is_common_noun(token, place, language))
        if not any(start <= token.start < end for start, end in named)
        else token
        for place, token in enumerate(found)
    )


def _with_noun(token: Token, *, is_noun: bool) -> Token:
    return token._replace(is_noun=is_noun, is_name=token.is_name and not is_noun)


def _is_common_noun(token: Token, place: int, language: Language) -> bool:
    return bool(place and token.stem) and token.text[0].isupper() and token.text not in language.linking.vague_nouns


@lru_cache(_MOST_WORDS)
def stem(word: str, tag: str = ENGLISH.tag) -> str:
    """The stem under which `word` is compared; empty for a stop word. `tag`: that of its language.

    Method: Snowball, in English Porter2, cached for each word: uncached it was the slowest step of all.
    """
    if word in ("US", "U.S.", "USA", "U.S.A."):
        return "usa"
    lower = unicodedata.normalize("NFC", word.replace("’", "'").replace(".", "")).lower()
    if lower in LANGUAGES[tag].linking.stop_words or (len(lower) == 1 and lower.isalpha()):
        return ""
    if lower[0].isdigit() or lower[0] in "$€£":
        return word
    stemmed: str = _STEMMERS[tag].stemWord(_POSSESSIVE.sub("", lower))
    if stemmed.isascii():
        return stemmed
    return "".join(c for c in unicodedata.normalize("NFKD", stemmed) if not unicodedata.combining(c))


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words) - {""}


REPORTING_STEMS = _stems(REPORTING_VERBS)
VERB_STEMS = _stems(COMMON_VERBS)
VAGUE_STEMS = _stems(VAGUE_NOUNS)
ADJECTIVE_STEMS = _stems(COMMON_ADJECTIVES | COMMON_ADVERBS)
ROLE_STEMS = _stems(ROLE_WORDS)
PEOPLE_STEMS = ROLE_STEMS | _stems(
    frozenset("man woman person people boy girl actress actor star suspect police authority spokesman".split())
)
COMMON_STEMS = REPORTING_STEMS | VERB_STEMS | VAGUE_STEMS | ADJECTIVE_STEMS | _stems(COMMON_NOUNS)
"""Of words that any news may hold."""


def _forms(words: frozenset[str]) -> frozenset[str]:
    """`words` and what English endings make of them, right or wrong: only for looking up real words."""
    stripped = {word[:-1] if word.endswith(("e", "y")) else word for word in words}
    return frozenset(
        words
        | {word + ending for word in words for ending in ("s", "es", "d", "ed", "ing")}
        | {word + ending for word in stripped for ending in ("ing", "ies", "ied")}
        | {word + word[-1] + ending for word in words for ending in ("ed", "ing")}
    )


REPORTING_FORMS = _forms(REPORTING_VERBS)
VERB_FORMS = _forms(COMMON_VERBS) | REPORTING_FORMS
"""`secure` and `secured`, but not `security`, which has the same stem."""
_EMPTY_FORMS = VERB_FORMS | _forms(VAGUE_NOUNS) | COMMON_ADJECTIVES | COMMON_ADVERBS
_COMMON_FORMS = _EMPTY_FORMS | _forms(COMMON_NOUNS) | _forms(NOT_ALONE)


def is_empty(word: str) -> bool:
    """Whether it names no subject, even together with others of its kind."""
    return word.lower() in _EMPTY_FORMS


def is_common(word: str) -> bool:
    """Whether it names no subject alone."""
    return word.lower() in _COMMON_FORMS


def _with_names_joined(found: list[Token], text: str) -> list[Token]:
    joined: list[Token] = []
    position = 0
    while position < len(found):
        token = found[position]
        length = 1
        if token.is_name and token.lower in _SAME_NAME_STARTS:
            for words, name in SAME_NAME.items():
                parts = found[position : position + len(words)]
                if tuple(part.lower for part in parts) == words:
                    length = len(words)
                    token = _joined(token, parts[-1], name, text)
                    break
        joined.append(token)
        position += length
    return joined


def _joined(first: Token, last: Token, name: str, text: str) -> Token:
    """The words from `first` to `last` as one, under the `name` that they are a form of."""
    whole = text[first.start : last.start + len(last.text)]
    return last._replace(
        text=whole,
        start=first.start,
        stem=name,
        emphasis=_emphasis(name),
        lower=whole.lower(),
        plain=last.equivalent or _plain(whole),
        is_name=True,
    )


_ACCOMPANYING = 0.4  # of a name's weight for what goes with it: in one story everyone writes "President Ann Lee"


def _emphasis(stemmed: str) -> float:
    """Of a word that no name follows: titles come and go with the last name."""
    return _ACCOMPANYING if stemmed in ROLE_STEMS else 1.0


def _with_emphasis(found: list[Token], text: str) -> tuple[Token, ...]:
    """Names before another name weigh less, as titles do."""
    for place, (token, behind) in enumerate(pairwise(found)):
        if token.is_name and token.stem and behind.is_name and text[token.end : behind.start] == " ":
            found[place] = token._replace(emphasis=_ACCOMPANYING)
    return tuple(found)
