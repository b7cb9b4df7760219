"""Sentences: where each begins and ends in the printed words of a block."""

import re
from collections.abc import Sequence

from sitegen.languages import ENGLISH, Language, SentenceTable

from .quotation_marks import quotations

# Of all languages: what closes in one and opens in another is told by the space beside it.
_CLOSERS = "\"'”’“‘»«›‹)\\]"
_OPENERS = "\"'“‘„‚«»‹›(\\[¿¡"

# One run of stops, what closes after it, and notes: `end.”[6]`. Spaced dots (`. . .`) are one run.
# Then the stops of scripts without capitals. One class comes first: by it the search skips what is no stop.
_STOP = re.compile(
    rf"[.!?…。！？｡।॥۔؟](?:(?<=[.!?…])(?:[.!?…]|(?<=\.) \.)*[{_CLOSERS}]*(?: ?\[\d{{1,3}}\])*"
    r"|[。！？｡।॥۔؟]*[」』”’）\])]*)"
)
_CASELESS = frozenset("。！？｡।॥۔؟")
"""Nothing need follow them."""
_NEXT = re.compile(rf"(?P<opening>[{_OPENERS}]*(?:• )?)(?P<word>[^\W_]+(?:[-'’][^\W_]+)*)?")
_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*$")
# An abbreviation of several words: `z. B`
_SPACED = re.compile(r"(?<![\w.])(?:[^\W\d_]\. )+[^\W\d_]{1,3}$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|\d+\.)[ -]$")
_TOKEN_LENGTH = 40
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_SAYS = re.compile(r"(?:[A-Z][\w.'’-]* ){1,3}(?P<verb>[a-z]+)\b")
_NUMBER = re.compile(r"\d.*|(?!I$)[IVXLC]+")
_NUMBERING = re.compile(r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}")
_GLUED_AFTER = re.compile(rf"[{_OPENERS}]?[A-Z][^\W\d_]*[ ,’'](?=.)")
# A longer bracket was left open; nested ones end at the first closing one, which holds enough together.
_ASIDE = re.compile(r"(?<=\()[^()]{1,300}(?=\))|(?<=\[)[^\[\]]{1,300}(?=\])")
# The number of an item before a capital: `2) The`, `⁃10. The`, `b. The`. Capital letters are initials.
_ITEM = re.compile(
    r"(?<!\S)(?P<bullet>[•⁃‣▪*–-] ?)?(?P<number>\d{1,3}|[a-z])(?P<mark>\.?\)|\.)(?= [\"'“‘„«(]?(?P<word>[^\W\d_]))"
)
_FOUR_WORDS = re.compile(r"(?:\S+\s+){3}\S")
_FEW = 60  # characters of three words, at most
_YEAR = 4  # digits
_LONG_PART = 80  # characters: a shorter quotation that begins in mid-sentence is held together


def split_sentences(text: str, language: Language = ENGLISH) -> list[tuple[int, int]]:
    """Spans of the sentences of one block's printed words: in order, trimmed, all but the white space.

    A sentence ends at a stop, with the marks and brackets that close after it, if what follows can open one.
    Quoted words are cut only where the quotation holds whole sentences, words in brackets not at all.

    A block that begins with the number of an item is cut before each number that goes on counting (`1) … 2) …`).

    Method: rules on the words around each stop, after Grefenstette & Tapanainen (What is a word, what is a
    sentence?, 1994) and the English golden rules of pySBD (Sadvilkar & Neumann, 2020). Linear in the text.

    Known failures: `Plan B. Then` is kept whole when the next word opens few sentences; an unmarked list in
    one paragraph is one sentence; a caption without a stop is part of the sentence after it; an omission after a
    full stop (`compounds. . . . The`) stays with the sentence before it.
    """
    table = language.sentences
    held = _held_together(text, language)
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    items = _items(text, start, held, table)
    for match in _STOP.finditer(text):
        while items and items[-1] <= match.start():
            item = items.pop()
            if start < item:
                spans.append((start, len(text[:item].rstrip())))
                start = item
        while held and held[-1][1] <= match.start():
            held.pop()
        if held and held[-1][0] <= match.start() and match.end() <= held[-1][1]:
            continue
        if start <= match.start() and _ends_sentence(text, start, match, table):
            spans.append((start, match.end()))
            start = _skip_space(text, match.end())
    for item in reversed(items):
        if start < item:
            spans.append((start, len(text[:item].rstrip())))
            start = item
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _items(text: str, start: int, held: Sequence[tuple[int, int]], table: SentenceTable) -> list[int]:
    """Where the items after the first begin, last first, in a block whose first words are an item's number."""
    first = _ITEM.match(text, start)
    found: list[int] = []
    if not first or not first["word"].isupper() or (table.has_ordinals and first["mark"] == "."):
        return found  # `3. Oktober` is no item
    number, style = _value(first), _style(first)
    for match in _ITEM.finditer(text, first.end()):
        is_next = _value(match) == number + 1 and _style(match) == style and match["word"].isupper()
        if is_next and not any(begin <= match.start() < end for begin, end in held):
            found.append(match.start())
            number += 1
    return found[::-1]


def _value(item: re.Match[str]) -> int:
    """What a number counts to; letters count on from beyond the numbers."""
    number = item["number"]
    return int(number) if number.isdigit() else 1000 + ord(number)


def _style(item: re.Match[str]) -> tuple[str, str]:
    return (item["bullet"] or "").rstrip(), item["mark"]


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _held_together(text: str, language: Language) -> list[tuple[int, int]]:
    """Spans that no sentence may end in, last first: parts of sentences in quotation marks or in brackets."""
    spans = [(start, end) for start, end in quotations(text, language.marks) if not _holds_sentences(text, start, end)]
    if "(" in text or "[" in text:
        spans += [match.span() for match in _ASIDE.finditer(text)]
    return sorted(spans, reverse=True)


def _holds_sentences(text: str, start: int, end: int) -> bool:
    """Whether a quotation holds whole sentences: it opens with no small letter, or ends so and is long."""
    if end - start >= _LONG_PART and text[end - 1] in ".!?…":
        return True
    first = next((character for character in text[start:end] if character.isalnum()), "a")
    return not first.islower()


def _ends_sentence(text: str, start: int, match: re.Match[str], table: SentenceTable) -> bool:
    """Whether a sentence that begins at `start` ends with this stop."""
    stop, after = match.start(), match.end()
    if after == len(text) or text[stop] in _CASELESS:
        return True
    if text[stop - 1 : stop] in ("[", "("):
        return False  # an omission: [...]
    if not text[after].isspace():
        return _is_glued(text, match, table)
    following = _NEXT.match(text, after + 1)
    assert following
    word = following["word"] or ""
    if not _can_open(word, following["opening"]):
        return False
    marks = match.group()
    if marks[0] in "!?":
        return not ("(" in following["opening"] or _is_reported(text, marks, after + 1, table))
    if marks[0] == "…" or marks.startswith((". .", "..")):
        # After a space an omission or a pause; hard on the word, a sentence that trails off.
        if marks.count(".") > 3 or not text[stop - 1 : stop].isspace():
            return True
        return word != "I" and word.lower() in table.starters
    return _is_full_stop(text, start, stop, following, table)


def _is_reported(text: str, marks: str, position: int, table: SentenceTable) -> bool:
    """Whether a quoted question or exclamation goes on with who asked it: `“Why?” Ada Reed asked.`"""
    found = _SAYS.match(text, position)
    return found is not None and marks[-1] in _CLOSERS and found["verb"] in table.reporting


def _can_open(word: str, opening: str) -> bool:
    """Whether a word can open a sentence: a capital, a number, `iPhone`, or a script without capitals."""
    if not word or (word.isdigit() and "(" in opening):
        return False
    return not word[0].islower() or any(character.isupper() for character in word)


def _is_full_stop(text: str, start: int, stop: int, following: re.Match[str], table: SentenceTable) -> bool:
    """Whether the stop ends the sentence, not only an abbreviation, an initial or an item's number."""
    found = _TOKEN.search(text, max(start, stop - _TOKEN_LENGTH), stop)
    if not found:
        return True
    token = found.group()
    short = token.lower()
    if text.startswith(". ", found.start() - 2) and (
        spaced := _SPACED.search(text, max(start, stop - _TOKEN_LENGTH), stop)
    ):
        together = spaced.group().replace(" ", "").lower()
        short = together if together in table.titles | table.abbreviations else short
    if short in table.titles and (token[0].isupper() or len(short) < 4):
        return False
    if short in table.numbered and _NUMBER.fullmatch(following["word"]):
        return False
    is_first = found.start() - start < 4 and not any(map(str.isalnum, text[start : found.start()]))
    if is_first and _NUMBERING.fullmatch(token):
        return False  # `1. The first item`
    if table.has_ordinals and token.isdigit() and len(token) < _YEAR:
        before = _WORD_BEFORE.search(text, max(start, found.start() - _TOKEN_LENGTH), found.start())
        is_part = text[found.start() - 1 : found.start()] in (":", ",", "/")  # `0:2.`
        is_cardinal = is_part or (before is not None and before[1].lower() in table.cardinals)
        return is_cardinal or _is_starter(text, following, table)
    is_initial = len(token) == 1 and token.isalpha()
    if not (is_initial or _DOTTED.fullmatch(token) or short in table.abbreviations):
        return True
    # `In the U.S. the mood …`: too short to be a sentence
    is_long = stop - start > _FEW or _FOUR_WORDS.match(text, start, stop) is not None
    return is_long and _is_starter(text, following, table)


def _is_starter(text: str, following: re.Match[str], table: SentenceTable) -> bool:
    """Whether the next word is one that opens sentences: `the`, `however`, or a title such as `Mr.`"""
    word = following["word"].lower()
    return word in table.starters or (word in table.titles and text.startswith(".", following.end()))


def _is_glued(text: str, match: re.Match[str], table: SentenceTable) -> bool:
    """Whether a sentence ends though no space follows: `the talks.Senior envoys`, not `Node.js`."""
    if not _GLUED_AFTER.match(text, match.end()):
        return False
    found = _TOKEN.search(text, max(0, match.start() - _TOKEN_LENGTH), match.start())
    if not found:
        return match.group()[0] != "."
    token = found.group()
    return token.isalpha() and token.islower() and len(token) > 2 and token not in table.abbreviations
