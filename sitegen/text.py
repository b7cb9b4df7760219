"""Strings: the projection from source to print, digests, slugs, places."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from slugify import slugify

from sitegen.model import Edit

# Dropped from print: C0 and C1 controls that are no white space, soft hyphen, zero-width space, byte order mark, and
# the marks that reorder text (Trojan Source, CVE-2021-42574), halves of characters, which JSON can spell alone, and the
# two that XML 1.0 does not know.
# Joiners stay: emoji, Persian and Indic scripts need them.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_BREAKS_NO_LINE = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_WORD = re.compile(r"\w+")
_FEW_WORDS = 1000
_START = 3
"""Letters of a word that a slip of the pen leaves as they are."""
_PART = re.compile(r"[^\W_]+")
_WINDOWS_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$")
SLUG_LENGTH = 80


def fold(text: str) -> str:
    """`text` as print shows it: controls dropped, runs of white space one space, none at the ends."""
    folded = " ".join(text.split())
    # Nothing that is dropped is printable, so most text is spared the search for it.
    return folded if folded.isprintable() else " ".join(_DROPPED.sub("", text).split())


def without_controls(text: str) -> str:
    """`text` in its own lines and columns, for tables and code: as `fold`, but with white space left as it is."""
    return _BREAKS_NO_LINE.sub(" ", _DROPPED.sub("", text))


def project(text: str, start: int, end: int, edits: Sequence[Edit] = ()) -> str:
    """The printed words of `text[start:end]`: edits applied, then folded. This is the one published projection.

    Edits that reach over an end of the slice are left out, so that every slice has a projection.
    """
    pieces: list[str] = []
    position = start
    for edit in edits[bisect_left(edits, start, key=lambda edit: edit.start) :]:
        if edit.end > end:
            break
        pieces += text[position : edit.start], edit.replacement
        position = edit.end
    pieces.append(text[position:end])
    return fold("".join(pieces))


def project_with_offsets(
    text: str, start: int, end: int, edits: Sequence[Edit] = ()
) -> tuple[str, list[tuple[int, int]]]:
    """As `project`, and for each printed character the span of `text` that it stands for.

    `project(text, spans[i][0], spans[j - 1][1], edits) == printed[i:j]` for every i < j where `printed[i:j]` neither
    starts nor ends with a space, nor inside of what replaces an edit.
    """
    printed: list[str] = []
    spans: list[tuple[int, int]] = []

    def put(character: str, span: tuple[int, int]) -> None:
        if _DROPPED.match(character):
            return
        if character.isspace():
            if printed and printed[-1] != " ":
                printed.append(" ")
                spans.append(span)
        else:
            printed.append(character)
            spans.append(span)

    position = start
    for edit in (*edits[bisect_left(edits, start, key=lambda edit: edit.start) :], Edit(end, end, "")):
        if edit.end > end:
            edit = Edit(end, end, "")
        for index in range(position, edit.start):
            put(text[index], (index, index + 1))
        for character in edit.replacement:
            put(character, (edit.start, edit.end))
        position = edit.end
        if position >= end:
            break
    if printed and printed[-1] == " ":
        printed.pop()
        spans.pop()
    return "".join(printed), spans


def digest(text: str, length: int = 8) -> str:
    """The first `length` hexadecimal digits of a BLAKE2 digest: for ids, not for security."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()[:length]


def normalise(text: str) -> str:
    """`text` as identity sees it: NFC, lower case, words and numbers only, one space between."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share, word for word as identity sees words."""

    share: float
    """Of the different runs of the shorter text that stand in the other, in [0, 1]."""
    one: tuple[int, int]
    """Where the longest shared passage stands in the first text: offsets, half open; so does `other`."""
    other: tuple[int, int]


def shared_passage(one: str, other: str, run: int) -> Shared | None:
    """The longest passage of `run` words or more that stands in both texts; None if there is none.

    A text of fewer words is one run. Method: runs of words found in an index of the other text, each prolonged as far
    as it goes; linear, as a passage that was found is passed over. Known failure: of words that stand in the other
    text several times the first place is taken, which may not be that of the longest passage.
    """
    words, others = _words_in(one), _words_in(other)
    run = max(1, min(run, len(words), len(others)))
    places: dict[tuple[str, ...], int] = {}
    for index in range(len(others) - run + 1):
        places.setdefault(tuple(word for word, _, _ in others[index : index + run]), index)
    runs = [tuple(word for word, _, _ in words[index : index + run]) for index in range(len(words) - run + 1)]
    best = (0, 0, 0)
    index = 0
    while index < len(runs):
        place = places.get(runs[index])
        if place is None:
            index += 1
            continue
        length = run
        while (
            index + length < len(words)
            and place + length < len(others)
            and words[index + length][0] == others[place + length][0]
        ):
            length += 1
        best = max(best, (length, -index, -place))
        index += length - run + 1
    length, start, place = best[0], -best[1], -best[2]
    if not length:
        return None
    share = len(set(runs) & places.keys()) / min(len(set(runs)), len(places))
    return Shared(
        share,
        (words[start][1], words[start + length - 1][2]),
        (others[place][1], others[place + length - 1][2]),
    )


def _words_in(text: str) -> list[tuple[str, int, int]]:
    """The words of `text` as identity sees them, with their offsets."""
    return [(normalise(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def distinct_ids(prefix: str, texts: Iterable[str]) -> list[str]:
    """An id for each text: `prefix` and a digest of its normalised words.

    The id of a text that occurs once depends on nothing else. Repeated ones take their neighbours in (the texts just
    before and after), and their rank only if those are equal as well.
    """
    keys = [normalise(text) or text for text in texts]
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    used: set[str] = set()
    ranks: dict[str, int] = {}
    """Of the last text with a key; looking from 1 on again would take minutes where one line repeats."""
    ids: list[str] = []
    for index, key in enumerate(keys):
        if counts[key] > 1:
            before = keys[index - 1] if index else ""
            after = keys[index + 1] if index + 1 < len(keys) else ""
            key = "\n".join((before, key, after))
        rank = ranks.get(key, 0) + 1
        while (candidate := prefix + digest(f"{key}\n{rank}" if rank > 1 else key)) in used:
            rank += 1
        ranks[key] = rank
        used.add(candidate)
        ids.append(candidate)
    return ids


def slug(text: str, fallback: str = "article") -> str:
    """A name for a file or an anchor: lower case, letters, digits and hyphens, at most 80, never empty or reserved."""
    made: str = slugify(
        unicodedata.normalize("NFC", text),
        allow_unicode=True,
        max_length=SLUG_LENGTH,
        word_boundary=True,
        replacements=(("’", ""), ("'", "")),
    )
    if not made:
        return f"{fallback}-{digest(text)}"
    return f"{fallback}-{made}" if _WINDOWS_RESERVED.match(made) else made


def line_of(text: str, offset: int) -> int:
    """The line, from 1, in which `offset` lies."""
    return text.count("\n", 0, offset) + 1


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be.

    Of more than a thousand only those with a word that begins as one of its words does: comparing all takes seconds.
    """
    words = sorted(known)
    if len(words) > _FEW_WORDS:
        starts = {part[:_START] for part in _PART.findall(word.casefold())}
        words = [w for w in words if not starts.isdisjoint(p[:_START] for p in _PART.findall(w.casefold()))]
    return next(iter(get_close_matches(word, words[:_FEW_WORDS], n=1)), None)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`, `1,204 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
