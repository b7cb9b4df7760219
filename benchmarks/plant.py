"""Plants differences, and look-alikes that are none, into articles that others wrote; scores what is found.

    python benchmarks/plant.py ARTICLES.jsonl

Each case is a world of two articles: a sentence with a figure or a day, and a lightly reworded copy in which it is
edited (a difference), or a look-alike (none): a figure that agrees, or another one of another place or other names.
Cases alternate between two halves; rules are tuned on the even one. The same file gives the same cases. Known limits:
the copies keep the order of words, which independent reports do not, so that recall on those is lower than here; the
guards that look-alikes are made for are the stage's own; states, names' spelling and speakers are not planted yet.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import analysis_of, analysis_of_sentences, article_of
from benchmarks.scoring import Item, read_lines
from sitegen.link.corpus import make_corpus
from sitegen.link.differences import DifferenceOptions, find_differences
from sitegen.link.similar import Similarity, SimilarOptions

_COUNT = re.compile(r"(?<![\w$€£.,-])([2-9]|[1-9]\d{1,2})(?= [a-z]{4,}s\b)")
_DAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NAMES = ("Marstad", "Hollund", "Brevik", "Osterby")
_SWAPS = (("said", "told reporters"), ("but", "yet"), ("after", "following"), ("near", "close to"), ("also", "too"))
_LONGEST, _SHORTEST = 40, 8  # words of a sentence that is used


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    is_difference: bool
    one: str
    other: str


def cases(items: list[Item]) -> Iterator[Case]:
    """In the order of the articles and their sentences, a difference and a look-alike for each place of an edit."""
    seen: set[str] = set()
    for item in items:
        for sentence in analysis_of(article_of("a", item["text"])).sentences:
            text = sentence.text
            if text in seen or not _SHORTEST <= len(text.split()) <= _LONGEST:
                continue
            seen.add(text)
            counts, days = list(_COUNT.finditer(text)), list(_DAY.finditer(text))
            if len(counts) == 1:
                at, value = counts[0], int(counts[0][0])
                yield Case("number", True, text, _edited(text, at, str(value + max(2, value // 3))))
                yield _look_alike(len(seen), text, at, f"more than {value - 1}", str(value * 2 + 1))
            if len(days) == 1:
                at = days[0]
                yield Case("date", True, text, _edited(text, at, _DAYS[(_DAYS.index(at[0]) + 2) % 7]))
                yield _look_alike(len(seen), text, at, at[0], _DAYS[(_DAYS.index(at[0]) + 3) % 7])


def _look_alike(turn: int, text: str, at: re.Match[str], agreeing: str, other: str) -> Case:
    """By turns: a figure that agrees; another figure, of another place; another figure, of other names."""
    if turn % 3 == 0:
        return Case("agrees", False, text, _edited(text, at, agreeing))
    edited = _edited(text, at, other)
    if turn % 3 == 1:
        return Case("other place", False, f"In Marstad, {text}", f"In Skarne, {edited}")
    names = [name for name in _NAME.findall(text) if name not in _DAYS]
    if not names:
        return Case("agrees", False, text, _edited(text, at, agreeing))
    for name in dict.fromkeys(names):
        edited = re.sub(rf"\b{name}\b", _NAMES[len(name) % len(_NAMES)], edited)
    return Case("other names", False, text, edited)


def _edited(text: str, at: re.Match[str], new: str) -> str:
    return _reworded(text[: at.start()]) + new + _reworded(text[at.end() :])


def _reworded(text: str) -> str:
    for old, new in _SWAPS:
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def is_found(case: Case) -> bool:
    """Whether the stage reports any difference between the two articles of a case."""
    corpus = make_corpus([analysis_of_sentences("a", [case.one]), analysis_of_sentences("b", [case.other])])
    return bool(find_differences(Similarity(corpus, SimilarOptions()), DifferenceOptions()))


def main() -> None:
    made = list(cases(read_lines(Path(sys.argv[1]))))
    answers = [is_found(case) for case in made]
    # Cases come in pairs, a difference and a look-alike: both go to one half.
    for half, name in enumerate(("even", "odd")):
        part = [(c, a) for n, (c, a) in enumerate(zip(made, answers, strict=True)) if n // 2 % 2 == half]
        right = sum(a for c, a in part if c.is_difference)
        wrong = sum(a for c, a in part if not c.is_difference)
        wanted = sum(c.is_difference for c, _ in part)
        print(f"{name}: {wanted} differences, {len(part) - wanted} look-alikes")
        print(f"  precision {right / max(1, right + wrong):.3f} recall {right / max(1, wanted):.3f}")
        for kind in sorted({c.kind for c, _ in part}):
            found = [a for c, a in part if c.kind == kind]
            print(f"  {kind}: found in {sum(found)} of {len(found)}")


if __name__ == "__main__":
    main()
