"""Amounts read off the words of a sentence, in languages whose numbers `analyse` does not look for yet."""

import re
from collections.abc import Sequence
from functools import cache

from .opposites import MULTIPLIERS, NUMBER_WORDS
from .vocabulary import MONTHS
from .words import Token

_NUMBER = re.compile(r"([$€£]?)(\d[\d,]*(?:\.\d+)?)(%?)$")


def amounts_in(words: Sequence[Token], text: str) -> list[tuple[str, float]]:
    """Units (stem of the word behind, `%`, a currency sign, a month's name, or empty) and numbers."""
    lower = [word.plain for word in words]
    found: list[tuple[str, float]] = []
    for i, word in enumerate(lower):
        number = value_of(word)
        if number is None or (i and value_of(lower[i - 1]) is not None and word == "one"):
            continue
        value, unit = number
        follow = i + 1
        while follow < len(lower) and lower[follow] in MULTIPLIERS and value < 1e12:
            value *= MULTIPLIERS[lower[follow]]
            follow += 1
        if not unit and i and lower[i - 1] in MONTHS:
            unit = lower[i - 1][:3]
        elif not unit and follow < len(words) and follow - i <= 3:
            between = text[words[follow - 1].end : words[follow].start]
            is_cut_short = between == ". " and words[follow - 1].equivalent in MULTIPLIERS  # `3,5 Mio. Euro`
            if between.strip() in ("", "-") or is_cut_short:  # a comma, bracket or dash would end the phrase
                unit = words[follow].stem
        found.append((unit, value))
    return found


@cache
def value_of(word: str) -> tuple[float, str] | None:
    """The number that a plain word writes, and the unit written with it; None: it writes none."""
    if word in NUMBER_WORDS and word not in ("one", "zero"):  # "one" is mostly a pronoun
        return float(NUMBER_WORDS[word]), ""
    match = _NUMBER.match(word.rstrip(".,"))
    if not match:
        return None
    return float(match.group(2).replace(",", "")), match.group(1) or match.group(3)
