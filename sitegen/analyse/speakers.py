"""Who says the words of a quotation: the speaker as the sentence prints it, and the verb."""

import re
from collections.abc import Sequence

from .reporting_verbs import DESCRIBING, NOT_INVERTED, NOUNS_TOO, PARTICIPLES, SAYING

MASK = "\0"
"""Stands for each character of a quotation, marks and all, in a sentence whose speakers are looked for."""


def any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


BESIDE = r"(?:(?:also|later|then|again|once|has|had|have|even|in turn|further|[a-z]+ly) ){0,2}"
# Words of a name or of a description; no punctuation but in `Mr.`, `U.S.`, `J. K.`
_WORD = r"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Prof|Rev|Sgt|Capt|Jr|U\.S|U\.N|U\.K)\.|[\w’'/&-]+)"
PHRASE = rf"{_WORD}(?: {_WORD}){{0,9}}?"
APPOSITION = r"(?: \([^()\0]{1,40}\))?(?:(?:, [^,\0]{1,80}){1,2},)?"
_NAME_ENDS = (
    r"(?:in|at|on|during|after|before|when|as|who|while|from|to|with|about|via|by|but|and|that|this|adding|last"
    r"|following)\b"
)
NAME = rf"{_WORD}(?: (?!{_NAME_ENDS}){_WORD}){{0,9}}"
_LY = r"(?!(?:fami|al|assemb|supp|rep|bul|ral|monopo|a)ly\b)[a-z]+ly"

# “…,” Ada Reed, the mayor, said
_AFTER = re.compile(
    rf",? ?(?!{_NAME_ENDS}|(?:because|which|of|for|if)\b)"
    rf"(?P<who>{PHRASE}){APPOSITION} {BESIDE}(?P<verb>{any_of(SAYING)})\b"
)
# “…,” said Ada Reed
_INVERTED = re.compile(rf",? ?(?P<verb>{any_of(SAYING - NOT_INVERTED)}) (?P<who>{NAME})")
# “…” — Ada Reed
_SIGNED = re.compile(rf" ?[—–―-]{{1,2}} ?(?P<who>[A-Z][\w.’'-]*(?: {_WORD}){{0,6}})(?=[.,]?$|,| \()")
# according to Ada Reed
ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{NAME})")
# Ada Reed said that … “…”
_VERB = re.compile(
    rf"(?<![\w-])(?P<verb>{any_of(SAYING | DESCRIBING | PARTICIPLES)}"
    rf"|(?:{any_of(NOUNS_TOO)})(?=:|,? ?\0| (?:that|it|him|her|them)\b))(?![\w-])"
)
_CLAUSE = re.compile(
    r"[,;:—–()\0]|(?i:(?<!\w)(?:that|but|while|when|because|which|who|what|where|if|than|as|with|after|before|although)(?!\w))"
)
_BETWEEN = re.compile(
    r"(?: |^)(?:has|have|had|is|are|was|were|be|been|being|also|later|then|further|again|repeatedly|previously|once"
    r"|would|will|could|might|may|did|does|do|not|never|still|now|just|first|even|earlier|reportedly|publicly"
    rf"|{_LY})$"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)(?: (?:also|now|still|then|[a-z]+ly))? $")
_BY = re.compile(rf"\bby (?P<who>{NAME})")
OPENING_CLAUSE = re.compile(
    r"(?:(?:And|But) )?(?:In|On|At|After|As|While|When|Despite|With|During|Although|Though|Since|Before|For|Amid"
    r"|Following|By|If|To|From|Under|Over|Among|Like|Unlike|Until|Within|Once|Given|Because|Where|Whether|whether|if|when|Born|Asked|Based"
    r"|(?:The|That|This) (?:same |next |following |previous )?(?:day|week|month|year|night|morning)"
    r"|[A-Z]\w+(?:ly|ing))\b[^,\0]*, "
)
FINITE = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|could|can|may|did|met|gave|took|made|led|came|went|began|won|lost|ran"
    r"|held|brought|[a-z]{2,}ed"
    rf"|{any_of(SAYING | DESCRIBING)})\b"
)
# The road was shut, and the mayor said
_JOINED = re.compile(
    r"\band (?P<who>(?:the|an?|his|her|its|their|[a-z]+(?= [A-Z])|[A-Z][\w.’'-]*)(?: [\w.’'-]+){0,6}|he|she|they|it)$"
)
_BRACKET = re.compile(r" \([^()\0]{1,40}\)$")
_LEADING = re.compile(
    r"(?:(?:and|but|so|yet|then|later|however|meanwhile|also|still|instead|earlier|nonetheless|nevertheless"
    r"|moreover|finally|overall|where|whereas|to)\b[, ]*"
    r"|(?:on|last|this|next|earlier|late|early) (?:on )?[A-Z]\w+day,? )+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?: (?:on |late |early |last )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?|today|yesterday)"
    r"| (?:over the|(?:earlier |late |early )?(?:this|last)) (?:weekend|week|month|year)"
    # Ada Reed (swiftly called); he (never said); she (went on to say)
    rf"| (?:also|later|earlier|then|never|still|now|just|first|even|again|once|further|{_LY})"
    r"| (?:is|are|was|were) (?:expected|due|set) to"
    r"|,|\.|['’]s)+$"
)
# she (went on to call it a danger and)
_WENT_ON = re.compile(r" (?:went|goes|go) on to\b")
# Needless to (say); it should be (noted)
_NOBODY = re.compile(r"[Nn]eedless to$|.* (?:should|must|can|could|may|might|will|would)(?: not)? be$")
# SOLLEVIK, Norway — Ada Reed (said); said Ada Reed, (adding)
_DATELINE = re.compile(r"[A-Z][A-Z. ]{2,30}(?:, [A-Z][\w. ]{1,20})? (?:[—–-]|--) (?=\w)")
# “…,” said Ada Reed, (adding)
_SAID_BEFORE = re.compile(rf"\b(?:{any_of(SAYING - NOT_INVERTED)}) (?P<who>{NAME}),$")
_SAID = re.compile(r"(?:said|says|added|wrote) (?=[A-Z])")
_PRONOUNS = frozenset("he she they it we i you one many some others both critics officials".split())
_DETERMINERS = frozenset("the a an his her their its my our one two three several some many other another".split())
_PREPOSITIONS = frozenset(
    "in on at by for of with from to during under over after before amid despite like if whether".split()
)
_NOT_A_SPEAKER = frozenset("there this that these those what which i we you".split())

LONGEST_SPEAKER = 12
"""Words: what is longer is a clause."""
_REACH = 120
"""Characters from the verb to the words, at most."""
_REACH_FEW = 70
"""The same for words that may be scare quotes."""


def find_speaker(masked: str, start: int, end: int, *, is_short: bool, is_open: bool) -> tuple[str, str | None] | None:
    """Speaker and verb for the quotation at `start`:`end` of a sentence, marks included; None: unclear.

    `masked` is the sentence with `MASK` for quoted words, so that no name is found inside them. `is_short`: they
    may be scare quotes. `is_open`: the words end with a comma or the like, so that the sentence goes on with who
    said them.

    Method: decision 0006, quotes, patterns in order of their precision: what follows the words, then the nearest
    reporting verb before them with the noun phrase before it, then `according to`.

    Known failures: a description with a comma in it; the object of `labeled` when the verb's subject is far.
    """
    if is_open or masked.startswith(",", end):
        for pattern in (_AFTER, _INVERTED):
            match = pattern.match(masked, end)
            if match and (who := clean_speaker(match["who"])):
                return who, match["verb"]
    if signed := _SIGNED.match(masked, end):
        return signed["who"].rstrip("."), None
    reach = _REACH_FEW if is_short else _REACH
    for match in reversed(list(_VERB.finditer(masked, max(0, start - reach), start))):
        who = subject_of(masked, match)
        if who:
            return who, match["verb"]
    for match in ACCORDING.finditer(masked):
        if who := clean_speaker(match["who"]):
            return who, None
    if not is_short and masked.endswith(": ", 0, start) and (who := first_subject(masked[:start])):
        return who, None
    return None


def mask(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with `MASK` in the place of each character at `spans`, which are in order; its length stays."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        opening, closing = max(start, position), min(end, len(text))
        pieces += text[position:opening], MASK * (closing - opening)
        position = closing
    return "".join([*pieces, text[position:]])


def unmasked(phrase: str, masked: str, text: str) -> str:
    """The words for a speaker as `text` prints them, where they hold quoted words, which `masked` hides."""
    if MASK not in phrase:
        return phrase
    start = masked.find(phrase)
    return text[start : start + len(phrase)]


def subject_of(masked: str, verb: re.Match[str]) -> str | None:
    """The noun phrase that a reporting verb belongs to."""
    before = masked[: verb.start()]
    if _PASSIVE.search(before) and verb.group() not in PARTICIPLES:
        by = _BY.search(masked, verb.end())
        return clean_speaker(by["who"]) if by else None
    before = before.rstrip()
    while shorter := _BETWEEN.search(before):
        before = before[: shorter.start()].rstrip()
    before = _BRACKET.sub("", before)
    cut = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    phrase = before[cut:].strip()
    if not phrase and (said := _SAID_BEFORE.search(before)):
        return clean_speaker(said["who"])
    if not phrase or phrase.startswith("and ") or phrase.endswith((" and", " or")) or phrase == "and":
        return first_subject(masked)
    finite = FINITE.search(f" {phrase} ")
    if finite:
        if (joined := _JOINED.search(phrase, finite.end() - 1)) and not FINITE.search(f" {joined['who']} "):
            return clean_speaker(joined["who"])
        return clean_speaker(phrase[: max(0, finite.start() - 1)]) or first_subject(masked)
    return clean_speaker(phrase)


def first_subject(masked: str) -> str | None:
    """The subject of a sentence: what stands before its first verb or comma, after any opening clause."""
    opening = OPENING_CLAUSE.match(masked)
    start = opening.end() if opening else 0
    finite = FINITE.search(masked, start)
    if not finite:
        return None
    return clean_speaker(_BRACKET.sub("", masked[start : finite.start()].partition(",")[0].rstrip()))


def clean_speaker(phrase: str) -> str | None:
    """The phrase without what is no part of the speaker; None when it can't be one."""
    phrase = phrase.strip(f" ,;:-–—'’“”\"{MASK}")
    for opening in (_DATELINE, _SAID):
        if match := opening.match(phrase):
            phrase = phrase[match.end() :]
    lead = _LEADING.match(phrase)
    phrase = phrase[lead.end() :] if lead else phrase
    phrase = _TRAILING.sub("", _WENT_ON.split(phrase)[0]).strip(" ,;:-–—'’“”\"")
    words = phrase.split()
    if not words or len(words) > LONGEST_SPEAKER or _NOBODY.match(phrase):
        return None
    first = words[0].lower()
    if first in _PREPOSITIONS or (len(words) == 1 and first in _NOT_A_SPEAKER):
        return None
    names_somebody = any(word[0].isupper() or word[0].isdigit() for word in words) or first in _PRONOUNS | _DETERMINERS
    return phrase if names_somebody or words[-1].endswith("s") else None
