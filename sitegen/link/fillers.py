"""Sentences that say that something matters, or is open, and nothing that is known: a small table and its rule."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .corpus import Line
from .hanging import has_quotation_mark


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WEIGHTY = _words("critical crucial defining key momentous pivotal watershed")
_MOMENTS = _words("crossroads juncture junctures moment moments phase stage")
_OPEN = _words("uncertain unclear unknown unresolved")
_STRESSING = _words(
    """
    emphasises emphasising emphasizes emphasizing highlights highlighting illustrates illustrating reflects reflecting
    underlines underlining underscores underscoring
    """
)
_STRESSED = _words(
    """
    challenge challenges complexities complexity difficulties difficulty fragility gravity importance need needs
    seriousness significance stakes urgency
    """
)
_MAYBE = _words("could may might")
_SHAPING = _words("affect alter change decide define determine impact influence mark redefine reshape shape signal")
_SHAPED = _words(
    """
    course direction dynamics era fate future history landscape moment outcome outcomes path shift trajectory turning
    """
)
_LOOKING = _words("follow following monitor monitoring watch watched watching")
_PHRASES = (
    ("remain", "to", "be", "seen"),
    ("time", "will", "tell"),
    ("turning", "point"),
    *(("continue", "to", verb) for verb in ("develop", "evolve", "unfold")),
)
_PHRASES_FROM = {first: tuple(p for p in _PHRASES if p[0] == first) for first, *_ in _PHRASES}
_FORMS = {"remains": "remain", "remained": "remain", "continues": "continue"}
_REACH = 5  # words from a verb to what it shapes


def is_filler(line: Line) -> bool:
    """Whether a sentence only tells of weight or of an open end: `could shape the future`, `remains to be seen`.

    A sentence with figures or a quotation tells something all the same. Past forms of the verbs that stress are left
    out: with them a person is reported (`the mayor highlighted the need`).
    Known failures: an event told beside the filler (`reached a critical phase with the sale of …`); what weighs, in
    words that the table has not.
    """
    if has_quotation_mark(line) or any(character.isdigit() for character in line.sentence.text):
        return False
    words = [_FORMS.get(word, word) for word in line.plain]
    return (
        any(tuple(words[at : at + len(phrase)]) == phrase for at, phrase in _begun(words))
        or any(_is_weight(one, other) for one, other in pairwise(words))
        or _is_left_open(line)
        or any(_is_followed(words, at, _STRESSING, _STRESSED) for at, word in enumerate(words) if word in _STRESSING)
        or any(word in _MAYBE and _may_shape(words, at) for at, word in enumerate(words))
    )


def _begun(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Places with the phrases whose first word stands there."""
    return ((at, phrase) for at, word in enumerate(words) for phrase in _PHRASES_FROM.get(word, ()))


def _may_shape(words: Sequence[str], at: int) -> bool:
    """`could shape the future`, `may well decide the outcome`, from `could` and `may` on."""
    return any(_is_followed(words, at + step, _SHAPING, _SHAPED) for step in (1, 2))


def _is_weight(one: str, other: str) -> bool:
    return (one in _WEIGHTY and other in _MOMENTS) or (one in _LOOKING and other == "closely")


def _is_followed(words: Sequence[str], at: int, verbs: frozenset[str], objects: frozenset[str]) -> bool:
    """Whether a verb stands at a place, and one of its objects soon behind it."""
    return at < len(words) and words[at] in verbs and not objects.isdisjoint(words[at + 1 : at + 1 + _REACH])


def _is_left_open(line: Line) -> bool:
    """`The outcome remains uncertain.`; not `it remains unclear who fired`."""
    text = line.sentence.text
    return any(
        one.plain in ("remain", "remains")
        and other.plain in _OPEN
        and text[other.end : other.end + 1] in (".", ",", ";", "")
        for one, other in pairwise(line.tokens)
    )
