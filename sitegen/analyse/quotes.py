"""Quotations: the words in quotation marks, sentence by sentence, and who says them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.languages import ENGLISH, Language

from .quotation_marks import quotations
from .reports_by_tables import find_speaker_by_tables
from .speakers import find_speaker, mask, unmasked

FEW_WORDS = 3
"""A quotation of so many words or fewer may be scare quotes, a nickname or a title: its cue must stand near."""

_GOES_ON = ",?!…—–-"
"""What ends quoted words when the sentence goes on with who said them."""
_AT_END = " '’”"
"""What may stand between that and the mark: a quotation inside of this one ends here as well."""
_WINDOW = 600  # characters of a sentence, on each side of the words, in which a speaker is looked for
_MANY = 50  # quotations in one sentence: what has more is a list, and costs too much to search


@dataclass(frozen=True, slots=True)
class Quoted:
    """The part of a quotation that lies in one sentence."""

    sentence: int
    """Which of the block's sentences, from 0."""
    start: int
    """In the block's printed words, without marks, as is `end`."""
    end: int
    speaker: str | None
    verb: str | None


def find_quotes(
    text: str,
    sentences: Sequence[tuple[int, int]],
    language: Language = ENGLISH,
    *,
    runs_on: bool = False,
    speaker: str | None = None,
) -> list[Quoted]:
    """The quotations of a block, in order, one for each sentence that a quotation runs over.

    `text` is the block's printed words, `sentences` the spans of its sentences, `runs_on` whether the next block
    goes on with the same quotation, `speaker` who speaks in the block before, if its quotation goes on here.

    A quotation has one speaker: the sentences where it begins and ends are searched, the last first, since
    `“… . …,” Reed said` is commoner than the other order. One that opens a sentence without any cue, and follows
    a sentence with a quotation, goes on with its speaker.
    """
    found: list[Quoted] = []
    spans = quotations(text, language.marks, runs_on=runs_on)
    masked = mask(text, [(start - 1, end + 1) for start, end in spans])
    searched: Counter[int] = Counter()
    previous = (-1, speaker) if speaker else None  # the last sentence with a speaker's words, and who that was
    for start, end in spans:
        parts = _parts(start, end, sentences)
        if not parts:
            continue
        first, last = parts[0][0], parts[-1][0]
        searched[last] += 1
        is_short = len(text[start:end].split()) <= FEW_WORDS
        said: tuple[str, str | None] | None = None
        for index in dict.fromkeys((last, first)) if searched[last] <= _MANY else ():
            is_open = index == last and text[start:end].rstrip(_AT_END)[-1:] in _GOES_ON
            said = said or _speaker(
                text, masked, (start, end), sentences[index], language, is_short=is_short, is_open=is_open
            )
        opens_sentence = start - sentences[first][0] <= 1
        fills_sentence = opens_sentence and sentences[last][1] - end <= 1
        may_go_on = fills_sentence or (opens_sentence and not is_short)
        if not said and may_go_on and previous and first - previous[0] <= 1:
            said = previous[1], None
        if said:
            previous = last, said[0]
        who, verb = said or (None, None)
        found += [Quoted(index, a, b, who, verb) for index, a, b in parts]
    return found


def _speaker(
    text: str,
    masked: str,
    quotation: tuple[int, int],
    sentence: tuple[int, int],
    language: Language,
    *,
    is_short: bool,
    is_open: bool,
) -> tuple[str, str | None] | None:
    """Speaker and verb for a quotation, as the words around it in one sentence have them."""
    opening, closing = max(quotation[0] - 1, sentence[0]), min(quotation[1] + 1, sentence[1])
    first, last = max(sentence[0], opening - _WINDOW), min(sentence[1], closing + _WINDOW)
    window = masked[first:last]
    if not language.has_own_grammar:
        return find_speaker_by_tables(window, opening - first, closing - first, language.reports)
    found = find_speaker(window, opening - first, closing - first, is_short=is_short, is_open=is_open)
    return found and (unmasked(found[0], window, text[first:last]), found[1])


def _parts(start: int, end: int, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Sentence by sentence what of `start`:`end` lies in it: number of the sentence, start, end."""
    parts: list[tuple[int, int, int]] = []
    for index in range(bisect_right(sentences, start, key=lambda span: span[1]), len(sentences)):
        first, last = sentences[index]
        if first >= end:
            break
        parts.append((index, max(start, first), min(end, last)))
    return parts
