"""Runs of words with capitals, and which first words have theirs only because a sentence begins."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.languages import ENGLISH

from .date_forms import one_of
from .date_words import ENGLISH as CALENDAR
from .organisation_words import NO_NAMES, NUMBERED_DOCUMENTS, ORGANISATION_NOUNS, ORGANISATIONS
from .person_words import FIRST_NAMES, HONORIFICS, PARTICLES, ROLES
from .place_names import DEMONYMS, PLACES

KNOWN = PLACES | ORGANISATIONS
"""Names that need no evidence."""
LONGEST_NAME = 12
"""Words: what is longer is a list or a headline, and is cut."""

_ABBREVIATED = "[A-Z]|St|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Adm|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd|Bros"
_WORD = re.compile(
    r"(?P<plain>[a-z]+)(?![\w.&'’-])"  # most words: looked at no further
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|(?:{_ABBREVIATED})\.(?=[ ,)]|$)"
    r"|[^\W_]+(?:[&'’-][^\W_]+)*"
)
_POSSESSIVE = ("'s", "’s")
_CALENDAR = re.compile(
    rf"(?:{one_of(map(str.title, (*CALENDAR.weekdays, *CALENDAR.months)))}"
    rf"|{one_of(map(str.title, CALENDAR.short_months))}\b\.?)s?$"
)
_JOINED_BY = re.compile(r" (?:(?P<of>of|for)(?: the)?|(?P<and>and)|&) $")
_JOINING_PLACES = frozenset("Sea Gulf Strait Cape Isle Bay".split())
_BEFORE_FIRST = " \"'“‘«([*-–—•"
_BEFORE_REACH = 6
_COMMON_ENDINGS = ("ing", "ed", "ly", "ions", "ments", "ers", "ists", "ials", "ians", "ities")


class Token(NamedTuple):
    """A word that may be part of a name."""

    start: int
    end: int
    """Without a possessive."""
    text: str
    is_capital: bool
    """A capital, or one inside: `iPhone`, `al-Assad`."""
    is_possessive: bool


class Words(NamedTuple):
    """The words of a sentence."""

    tokens: list[Token]
    """Those with capitals, numbers, and the small words that names have inside."""
    lower: list[str]
    """All others."""


class Evidence(NamedTuple):
    """What the words of one article look like elsewhere in it."""

    lower: frozenset[str]
    """Words seen in small letters."""
    inside: frozenset[str]
    """Words seen with a capital inside a sentence."""


def words_of(sentence: str) -> Words:
    """The words of a sentence."""
    tokens: list[Token] = []
    lower: list[str] = []
    for match in _WORD.finditer(sentence):
        text = match.group()
        if match.lastgroup and text not in PARTICLES:
            lower.append(text)
            continue
        small, parts = _read(text)
        if small is not None:
            lower.append(small)
            continue
        start = match.start()
        for part, is_capital, is_possessive in parts:
            end = start + len(part)
            tokens.append(Token(start, end, part, is_capital, is_possessive))
            start = end + 1
    return Words(tokens, lower)


@lru_cache(20_000)
def _read(text: str) -> tuple[str | None, tuple[tuple[str, bool, bool], ...]]:
    """A word in small letters, or the parts of any other: their text, and whether they are capital and possessive."""
    if text.islower() and text not in PARTICLES:
        return text.removesuffix("'s").removesuffix("’s"), ()
    bare = text[:-2] if text.endswith(_POSSESSIVE) else text
    parts = _halves(bare)
    return None, tuple(
        (
            part,
            part[0].isupper() or (part[0].isalpha() and any(map(str.isupper, part[1:4]))),
            bare != text and number == len(parts),
        )
        for number, part in enumerate(parts, start=1)
    )


def _halves(word: str) -> list[str]:
    """`Ukraine-Russia` names two; `Guinea-Bissau` and `Jean-Marc` name one."""
    halves = word.split("-")
    if len(halves) == 2 and word not in PLACES and halves[1][:1].isupper() and halves[0] in KNOWN:
        return halves
    return [word]


def gather_evidence(sentences: Sequence[Words]) -> Evidence:
    """First pass. A sentence whose words nearly all have capitals is a headline, and proves nothing."""
    lower: set[str] = set()
    inside: set[str] = set()
    for words in sentences:
        lower.update(words.lower)
        long = sum(token.is_capital for token in words.tokens if len(token.text) > 3)
        is_headline = long > 3 and long > 4 * sum(len(word) > 3 for word in words.lower)
        if not is_headline:
            inside.update(token.text for token in words.tokens if token.is_capital and token.start)
    return Evidence(frozenset(lower), frozenset(inside))


def capital_runs(sentence: str, tokens: Sequence[Token], evidence: Evidence) -> list[list[Token]]:
    """Second pass: runs of tokens that may be names, with the small words inside, in order.

    Punctuation, a possessive, a day or a month ends a run.
    """
    runs: list[list[Token]] = []
    run: list[Token] = []
    for index, token in enumerate(tokens):
        between = sentence[run[-1].end : token.start] if run else ""
        may_join = bool(run) and not run[-1].is_possessive and len(run) < LONGEST_NAME
        if may_join and between == " " and _joins_unseen(run[-1], token):
            run.append(token)
        elif not _may_be_name(sentence, token, evidence, tokens[index + 1 : index + 3]):
            run = []
        elif may_join and (between == " " or _joins(run, between)):
            run.append(token)
        else:
            run = [token]
            runs.append(run)
    for run in runs:
        while run[-1].text in PARTICLES:
            run.pop()
    return runs


def _joins_unseen(last: Token, token: Token) -> bool:
    """Whether a token that is no name by itself goes on with one: `von`, or the number of `Article 5`."""
    return token.text in PARTICLES or (last.text in NUMBERED_DOCUMENTS and token.text.isdigit())


def _joins(run: Sequence[Token], between: str) -> bool:
    """`of`, `for` and `and` join only after the noun of an organisation: `Ministry of Defence`."""
    match = _JOINED_BY.fullmatch(between)
    if not match:
        return False
    if match["of"]:
        return run[-1].text in ORGANISATION_NOUNS or run[-1].text in _JOINING_PLACES
    return not match["and"] or any(token.text in ("Department", "Ministry") for token in run)


def _may_be_name(sentence: str, token: Token, evidence: Evidence, following: Sequence[Token]) -> bool:
    text = token.text
    if not token.is_capital or _is_of_calendar(text) or sentence[token.end : token.end + 1] in ("$", "€", "£"):
        return False
    if text.replace(".", "") in NO_NAMES or text.lower() in ENGLISH.sentences.starters:
        return False
    if not _begins_sentence(sentence, token):
        return True
    if text in KNOWN or text in DEMONYMS or text in HONORIFICS or text in FIRST_NAMES:
        return text not in evidence.lower
    is_acronym = len(text) > 1 and text.isupper()
    is_numbered = text in NUMBERED_DOCUMENTS and bool(following) and following[0].text.isdigit()
    if known_name([token, *following]) or is_acronym or is_numbered:
        return True
    if text.lower() in evidence.lower:
        return False
    if text in ROLES or text in evidence.inside or token.is_possessive:
        return True
    # Nothing else is known: a common word before a name (`Critics Ada Reed`) is rarer than a name of two words.
    if not following or sentence[token.end : following[0].start] != " " or following[0].text in DEMONYMS:
        return False
    return following[0].is_capital and (text == "United" or not text.endswith(_COMMON_ENDINGS))


@lru_cache(20_000)
def _is_of_calendar(text: str) -> bool:
    """Whether it names a day or a month."""
    return _CALENDAR.match(text) is not None


def _begins_sentence(sentence: str, token: Token) -> bool:
    """Whether nothing but marks stands between the token and the beginning of a sentence, quoted ones included.

    A full stop before it is that of an abbreviation: `Mr. Reed`.
    """
    before = sentence[max(0, token.start - _BEFORE_REACH) : token.start].rstrip(_BEFORE_FIRST)
    return not before or before[-1] in "!?:…"


def known_name(tokens: Sequence[Token]) -> int:
    """How many of the tokens, three or two, are together a name that the tables know; 0 for none."""
    for count in (3, 2):
        if len(tokens) >= count and " ".join(token.text for token in tokens[:count]) in KNOWN:
            return count
    return 0
