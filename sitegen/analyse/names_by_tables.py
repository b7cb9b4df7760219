"""Names in a language that gives capitals to all its nouns: only what more than a capital shows to be one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.languages import NameTable
from sitegen.model import EntityKind

_WORD = re.compile(r"(?:[^\W\d_]\.|[^\W_]+(?:[&'’.-][^\W_]+)*)")
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}$")
_MOST = 4
"""Words of a person's name, or of one in the tables."""


class _Token(NamedTuple):
    start: int
    end: int
    text: str


_Span = tuple[int, int, EntityKind]


def find_names_by_tables(sentences: Sequence[str], table: NameTable) -> list[list[_Span]]:
    """Spans and kinds of what is named, for each sentence of one article, in order: precision before recall.

    A name is: what the tables of places and organisations hold; the words with capitals behind a first name of the
    table, or behind an honorific or a role; the last of those words wherever else it stands in the article, unless an
    article or the like stands before it somewhere; an acronym.

    Known failures: persons with a first name that is not in the table and no role; organisations, documents and events
    that are no acronyms and not in the table; inflected names (`Deutschlands`) are found in the genitive in -s only.
    """
    words = [[_Token(*match.span(), match.group()) for match in _WORD.finditer(sentence)] for sentence in sentences]
    common = {
        after.text for found in words for before, after in pairwise(found) if before.text.lower() in table.determiners
    }
    whole = [_certain(sentence, found, table, common) for sentence, found in zip(sentences, words, strict=True)]
    last_names = {
        sentence[start:end].split()[-1]
        for sentence, found in zip(sentences, whole, strict=True)
        for start, end, kind in found
        if kind == "person"
    } - common
    return [
        sorted(found + _again(tokens, found, last_names, table)) for tokens, found in zip(words, whole, strict=True)
    ]


def _certain(sentence: str, tokens: Sequence[_Token], table: NameTable, common: set[str]) -> list[_Span]:
    """The names that a sentence shows by itself."""
    found: list[_Span] = []
    position = 0
    while position < len(tokens):
        count, kind, skipped = _name_at(sentence, tokens, position, table, common)
        if count:
            first, last = tokens[position + skipped], tokens[position + skipped + count - 1]
            found.append((first.start, _without_genitive(last, table, kind), kind))
        position += (skipped + count) or 1
    return found


def _name_at(
    sentence: str, tokens: Sequence[_Token], position: int, table: NameTable, common: set[str]
) -> tuple[int, EntityKind, int]:
    """How many words from here are a name, its kind, and how many before it are titles; 0 for none."""
    for count in range(min(_MOST, len(tokens) - position), 0, -1):
        text = sentence[tokens[position].start : tokens[position + count - 1].end]
        for form in (text, text.removesuffix("s")):
            if form in table.places:
                return count, "place", 0
            if form in table.organisations:
                return count, "organisation", 0
    skipped = 0
    while position + skipped < len(tokens) and _is_title(tokens[position + skipped], table):
        skipped += 1
    place = position + skipped
    if place < len(tokens) and (not skipped or _touch(sentence, tokens, place - 1)):
        length = _person(sentence, tokens, place, table)
        is_told = tokens[place].text in table.first_names and length > 1
        # Behind a title one word is a name; of two unknown ones the second may be any noun: `Präsident Reed Pläne`
        is_titled = skipped > 0 and length == 1 and tokens[place].text not in common
        if is_told or is_titled:
            return length, "person", skipped
    token = tokens[position]
    if _ACRONYM.match(token.text) and token.text not in table.no_names and not _is_shouted(tokens):
        return 1, "organisation", 0
    return 0, "other", skipped


def _person(sentence: str, tokens: Sequence[_Token], place: int, table: NameTable) -> int:
    """How many words from here are a person's name: words with capitals, small particles between them."""
    length = 0
    for number in range(min(_MOST + 1, len(tokens) - place)):
        token = tokens[place + number]
        if number and not _touch(sentence, tokens, place + number - 1):
            break
        if token.text[0].isupper() and not _is_title(token, table):
            length = number + 1
            if number and len(token.text) > 2 and tokens[place + number - 1].text not in table.first_names:
                break  # `Otto Pohl Mitglied`: the last name ends it, unless it is one of two first names
        elif not (number and token.text in table.particles):
            break
    return length


def _is_title(token: _Token, table: NameTable) -> bool:
    bare = token.text.rstrip(".")
    return bare in table.honorifics or bare in table.roles


def _touch(sentence: str, tokens: Sequence[_Token], place: int) -> bool:
    """Whether nothing but a space, or the stop of an abbreviation, stands between a word and the next."""
    between = sentence[tokens[place].end : tokens[place + 1].start]
    return between == " " or (between == ". " and len(tokens[place].text) < 5)


def _without_genitive(last: _Token, table: NameTable, kind: EntityKind) -> int:
    known = table.places | table.organisations
    is_genitive = kind != "person" and last.text not in known and last.text.removesuffix("s") in known
    return last.end - is_genitive


def _is_shouted(tokens: Sequence[_Token]) -> bool:
    """Whether a sentence is written in capitals, so that these show no acronym."""
    return sum(token.text.isupper() and len(token.text) > 1 for token in tokens) * 2 > len(tokens)


def _again(tokens: Sequence[_Token], found: Sequence[_Span], last_names: set[str], table: NameTable) -> list[_Span]:
    """Last names of persons that are named in full elsewhere, where they stand alone and can be no place."""
    before = ("", *(token.text.lower() for token in tokens))
    return [
        (token.start, token.end, "person")
        for token, word in zip(tokens, before, strict=False)
        if token.text in last_names
        and word not in table.before_places
        and not any(start <= token.start < end for start, end, _ in found)
    ]
