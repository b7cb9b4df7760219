"""How names are compared: their letters without accents, their sounds, and which two may name the same."""

import re
import unicodedata
from typing import NamedTuple

from sitegen.model import EntityKind
from sitegen.reasons import Reason, worded

from .name_words import (
    FORMS_BEFORE,
    HONORIFICS,
    LEGAL_FORMS,
    LEGAL_PHRASES,
    NICKNAMES,
    PARTICLES,
    SMALL_WORDS,
    SPELLINGS,
    SUFFIXES,
    UNSPOKEN_FORMS,
)

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя",
        "a b v g g d e ye yo zh z i i yi y k l m n o p r s t u u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
    | {letter: "" if latin == "_" else latin for letter, latin in _CYRILLIC.items()}
)
_APOSTROPHES = re.compile("['’‘ʻʼ`]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LEGAL = re.compile(rf"\b(?:{'|'.join(LEGAL_PHRASES)})\b")
_TWICE = re.compile(r"(.)\1+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_NO_LETTER = re.compile(r"[\W_]+")
# What one sound is written as, in the order of trying: `Wladimir`, `Gaddafi` and `Qaddafi`, `Lindquist`.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("shch", "s"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "k"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "kv"),
    ("x", "ks"),
    ("q", "k"),
    ("g", "k"),
    ("w", "v"),
    ("z", "s"),
    ("ij", "i"),
    ("yj", "i"),
)
_VOWELS = frozenset("aeiouy")
_FEWEST_CONSONANTS = 3
"""`Lee` and `Li`, `Maria` and `Mario`, `Tim` and `Tom` sound alike and are others."""
_LONGEST = 120
"""Letters of a name that is compared: work grows with their square."""
_TWO_WORDS = 12
"""Letters of what may be a first and a last name without the space between."""
_LONG = 6
"""Letters of a word that may be misspelt by one: `Iran` and `Iraq` are two."""


class Likeness(NamedTuple):
    """That two names may name the same."""

    strength: int
    """3: the same words; 2: one has more of them; 1: spelled otherwise."""
    reason: Reason
    """Of the one, as seen from the other."""


_SAME_WORDS = Likeness(3, worded("the same but for its form, small words and marks"))
_SAME_LETTERS = Likeness(3, worded("the same but for accents, marks and capitals"))
_LAST_NAME_FIRST = Likeness(2, worded("the same with the last name first"))
_MORE_FIRST_NAMES = Likeness(2, worded("with more first names"))
_MIDDLE_NAME = Likeness(2, worded("with or without a middle name"))
_OTHER_FIRST_NAME = Likeness(2, worded("with another form of the first name"))
_SECOND_LAST_NAME = Likeness(1, worded("with or without a second last name"))
_ONE_LETTER = Likeness(1, worded("differs by a letter"))
_SPELLED_OTHERWISE = Likeness(1, worded("spelled otherwise"))


def fold(text: str) -> str:
    """Small letters without accents and apostrophes."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").lower()
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def skeleton(word: str) -> str:
    """The consonants of a word as they sound, after its first letter: a key that transliterations share.

    `Zelensky`, `Zelenskyy` and `Zelenskiy` have one. Of the kind of Soundex (Russell, US patent 1 261 167, 1918),
    with the digraphs that transliterations vary in.
    """
    sound = _sound(word)
    first = "a" if sound[:1] in _VOWELS else sound[:1]
    return first + "".join(c for c in sound[1:] if c not in _VOWELS and c != "h")


def _sound(word: str) -> str:
    """A word as it is heard, vowels and all."""
    sound = fold(word)
    for written, heard in _SOUNDS:
        sound = sound.replace(written, heard)
    return _TWICE.sub(r"\1", sound.replace("y", "i"))


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded, in the order of speech, without titles, `Jr.`, and dots."""
    family, comma, given = name.partition(", ")
    if comma and fold(given).rstrip(".") not in SUFFIXES:
        name = f"{given} {family}"
    words = [word for word in _NO_LETTER.split(fold(name)) if word]
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return tuple(words) or (fold(name),)


def suffix_of(name: str) -> str:
    """`jr` of `Ada Reed Jr.`"""
    last = _NO_LETTER.sub("", fold(name.rpartition(" ")[2]))
    return last if last in SUFFIXES else ""


def organisation_words(name: str) -> tuple[str, ...]:
    """The words of another name, folded, one spelling each, without `the` and the form of a company."""
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), name.replace("&", " and "))
    text = _POSSESSIVE.sub("", text)
    text = " ".join(word for word in _NO_LETTER.split(fold(text)) if word and word != "the")
    text = _LEGAL.sub(" ", text)
    words = [SPELLINGS.get(word, word) for word in text.split()]
    kept = list(words)
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS | {"and"}:
        kept.pop()
    while len(kept) > 1 and kept[0] in FORMS_BEFORE:
        kept.pop(0)
    return tuple(kept) or (fold(name),)


def likeness(one: str, other: str, kind: EntityKind) -> Likeness | None:
    """Whether two names of a kind may name the same, and why; None: they do not.

    Method: for people, first and last names that are equal, an initial, a nickname or one in sound, and no middle
    name against another; for the rest, the same words, or one long word misspelt by a letter.

    Known failures: brothers, or spouses, whose first names sound alike; companies that differ in their form only.
    """
    if max(len(one), len(other)) > _LONGEST:
        return None
    if kind == "person":
        alike = _people(person_words(one), person_words(other))
        suffixes = {suffix_of(one), suffix_of(other)}
        if alike and len(suffixes) > 1:  # the same, or father and son
            suffix = worded("with or without %(words)s", words=f"{max(suffixes).title()}.")
            return Likeness(1, suffix) if "" in suffixes else None
        return alike
    words, others = organisation_words(one), organisation_words(other)
    if words == others or "".join(words) == "".join(others):
        return _SAME_WORDS
    if len(words) == len(others):
        unlike = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
        if len(unlike) == 1 and _is_slip(*unlike[0]) and not (len(words) == 1 and _is_plural(*unlike[0])):
            return _ONE_LETTER
    return None


def _people(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    joined, other_joined = "".join(one), "".join(other)
    if joined == other_joined:
        return _SAME_LETTERS
    if min(len(one), len(other)) < 2:
        is_whole = max(len(one), len(other)) == 1 or min(len(joined), len(other_joined)) > _TWO_WORDS
        is_like = is_whole and (_sounds_like(joined, other_joined) or _is_slip(joined, other_joined))
        return _SPELLED_OTHERWISE if is_like else None
    found = _in_order(one, other)
    if not found and len(one) == 2:
        found = _in_order((one[1], one[0]), other)
    if not found and len(other) == 2:
        found = _in_order(one, (other[1], other[0]))
    return found


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    if len(one) == len(other) and any(one == other[i:] + other[:i] for i in range(1, len(other))):
        return _LAST_NAME_FIRST
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short == long[: len(short)]:
        return _SECOND_LAST_NAME
    if not (last := _word_likeness(short[-1], long[-1])) or len(short[-1]) == 1:
        return None
    first = _word_likeness(short[0], long[0], is_first=True)
    if first is None:
        is_within = last == 3 and short != long and _are_within(short[:-1], long[:-1])
        return _MORE_FIRST_NAMES if is_within and len(short[0]) > 1 else None
    if last < 3 and first < 3 and not (_sounds_like(short[0], long[0]) and _sounds_like(short[-1], long[-1])):
        return None  # nothing in it is the same
    middle = _middle_likeness(short[1:-1], long[1:-1])
    if middle is None:
        return None
    strength = min(first, last, middle)
    if strength == 1 or (last == 2 and strength == 2):
        return _SPELLED_OTHERWISE._replace(strength=strength)
    return _OTHER_FIRST_NAME if first == 2 else _MIDDLE_NAME


def _word_likeness(one: str, other: str, *, is_first: bool = False) -> int | None:
    """3: equal; 2: an initial, a nickname, or sounds the same; 1: nearly; None: another word."""
    if one == other:
        return 3
    if len(one) > 3 and one.isascii() and _sound(one) == _sound(other):
        return 2
    if is_first and (_is_initial(one, other) or _is_nickname(one, other)):
        return 2
    if _sounds_like(one, other):
        return None if is_first and _may_be_his_and_hers(one, other) else 1
    return 1 if _is_slip(one, other) and not (is_first and one[:-1] == other[:-1]) else None


def _middle_likeness(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """3 when they are equal, 2 when one side has more, 1 when one is spelled otherwise; None: each has its own."""
    left = list(long)
    found = 3
    unmatched = 0
    for word in short:
        match = next((w for w in left if _word_likeness(word, w, is_first=True)), None)
        if match is None:
            unmatched += 1
        else:
            found = min(found, _word_likeness(word, match, is_first=True) or 1)
            left.remove(match)
    if unmatched and left:
        return None
    return min(found, 2) if unmatched or left else found


def _are_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _is_nickname(one: str, other: str) -> bool:
    return other in NICKNAMES.get(one, ()) or one in NICKNAMES.get(other, ())


def _sounds_like(one: str, other: str) -> bool:
    """Whether two words are near in letters and have the same consonants, enough of them to mean something."""
    key = skeleton(one)
    if not key.isascii() or key != skeleton(other) or len(key) < _FEWEST_CONSONANTS:
        return False
    allowed = max(1, min(len(one), len(other)) // 3)
    return edit_distance(one, other, allowed) <= allowed


def _may_be_his_and_hers(one: str, other: str) -> bool:
    """`Daniel` and `Daniela`, `Paolo` and `Paola`: two people."""
    return one != other and (
        (one.rstrip("aeo") == other.rstrip("aeo") and one[-1] != other[-1] and "a" in (one[-1], other[-1]))
        or one + "e" == other
        or other + "e" == one
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether a long word is misspelt by one letter after its first, or has two of them in the wrong order."""
    shortest = min(len(one), len(other)) if len(one) == len(other) else max(len(one), len(other))
    if shortest < _LONG or one[0] != other[0] or not ((one + other).isascii() and (one + other).isalpha()):
        return False
    if len(one) == len(other):
        unlike = [i for i in range(len(one)) if one[i] != other[i]]
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1:
            return one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]
    return edit_distance(one, other, 1) <= 1


def _is_plural(one: str, other: str) -> bool:
    return f"{one}s" == other or f"{other}s" == one


def edit_distance(one: str, other: str, limit: int) -> int:
    """Insertions, deletions and replacements between two words; `limit` + 1 when there are more than `limit`.

    Method: Wagner and Fischer, The string-to-string correction problem (1974).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return min(row[-1], limit + 1)


def meeting_points(name: str, kind: EntityKind) -> frozenset[tuple[str, ...]]:
    """Keys: names that share none are not alike, so that only those that share one need to be compared.

    For people, a first or last name as it sounds with the beginning of the other one, and the like; for the rest, all
    letters of a word but one (the deletion neighbourhood of Bocek et al., Fast similarity search in large
    dictionaries, 2007) with the other words: by those alone, every council would meet every other.
    """
    if len(name) > _LONGEST:
        return frozenset()
    if kind != "person":
        words = organisation_words(name)
        if len(words) > 1:
            all_but_one = (
                ("words", str(i), slip, *words[:i], *words[i + 1 :])
                for i, word in enumerate(words)
                for slip in _slips(word)
            )
        else:
            all_but_one = (("letters", words[0][:i] + words[0][i + 1 :]) for word in words for i in range(len(word)))
        return frozenset([*all_but_one, ("letters", "".join(words)), ("joined", "".join(words))])
    sounds = [skeleton(word) for word in person_words(name)]
    if len(sounds) < 2:
        return frozenset({("joined", skeleton("".join(person_words(name))))})
    ends = [(sounds[0], sounds[-1]), *([(sounds[1], sounds[0])] if len(sounds) == 2 else [])]
    return frozenset(
        [
            *(("last", last, first[:1]) for first, last in ends),
            *(("first", first, last[:1]) for first, last in ends),
            *(("within", sound, sounds[-1]) for sound in sounds[:-1]),
            ("begins", *sounds[:2]),
            ("all", *sorted(sounds)),
            ("joined", skeleton("".join(person_words(name)))),
        ]
    )


def _slips(word: str) -> frozenset[str]:
    """What a word shares one of with each other that is it but for a slip; none for a word too short for one."""
    if len(word) < _LONG - 1:
        return frozenset()
    return frozenset((word, *(word[:i] + word[i + 1 :] for i in range(len(word)))))


def initials(name: str) -> frozenset[str]:
    """What a name may be shortened to by its first letters: without its small words, and with them."""
    spread = re.sub(r"(?<=\w)\.(?=\w)", ". ", name)  # `U.S. Supreme Court` has four
    words = [word for word in re.split(r"[\s-]+", spread) if word[:1].isalpha()]
    while len(words) > 1 and words[0].lower() == "the":
        words.pop(0)
    while len(words) > 1 and fold(words[-1]).rstrip(".") in UNSPOKEN_FORMS:
        words.pop()
    large = [word for word in words if word.lower() not in SMALL_WORDS]
    core = [word for word in large if fold(word).rstrip(".") not in LEGAL_FORMS]
    made = ("".join(word[0].upper() for word in part) for part in (words, large, core) if len(part) > 1)
    return frozenset(made)


def last_names(name: str) -> tuple[str, ...]:
    """The ends of a person's name that may stand for it, folded: `von der leyen`, `der leyen`, `leyen`."""
    words = person_words(name)
    found = [" ".join(words[start:]) for start in range(1, len(words))]
    return tuple(end for end in found if end not in PARTICLES)
