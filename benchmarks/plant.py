"""Plants differences, and look-alikes that are none, into articles that others wrote.

Each case is a world of two articles: sentences as they stand, and a reworded copy in which something is edited. Most
edits make a difference (a number, a day, the spelling of a name, the speaker of a quotation; status and attendance in
a sentence more, as real ones that tell of them are too few); the look-alikes make none (a rounder or bounded figure,
a part of the total, another place, other names, the same state or spelling, and an update: the same edit under a
later date, which must come out as superseded).
The same file gives the same cases. Known limits: the copies keep the words and mostly their order, which independent
reports do not, so that recall on those is lower than here; the guards that look-alikes are made for are the stage's
own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.articles import analysis_of, article_of
from benchmarks.scoring import Item
from sitegen.link.corpus import make_corpus
from sitegen.link.differences import DifferenceOptions, find_differences
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.link.similar import Similarity, SimilarOptions
from sitegen.model import Analysis, Sentence

Outcome = Literal["right", "wrong", "missed"]

KINDS = ("number", "date", "status", "attendance", "spelling", "attribution")
LOOK_ALIKES = "look-alikes"

_COUNT = re.compile(r"(?<![\w$€£.,-])(?<!\d )([2-9]|[1-9]\d{1,2})(?= [a-z]{4,}s\b| people\b)")
_BOUND = re.compile(r"\b(?:than|least|about|some|nearly|almost|over|to|another|first|last|next|past|of|age|aged) $")
_INSIDE = re.compile(r"(?:[/:(–—-]|\d,) ?$")
"""Before what is no number by itself: `41 / 2`, `2, 117`, `9 - 11`, `7 km (4 miles)`."""
_TIME = re.compile(r" (?:years|months|weeks|days|hours|minutes)\b")
_DAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!['’])")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NAMES = ("Marstad", "Hollund", "Brevik", "Osterby")
_TOLD = (
    (
        "status",
        "The talks with {person} concluded on {day}.",
        "The negotiations with {person} resumed on {day}.",
        "The talks with {person} resumed on {other}.",
    ),
    (
        "attendance",
        "{person} attended the conference on {day}.",
        "{person} is expected to attend the conference on {day}.",
        "{person} joined the conference.",
    ),
)
"""Kind, a telling, one that differs and one that does not."""
_SPEAKER = "Ingrid Solheim"
_SWAPS = (("said", "told reporters"), ("but", "yet"), ("after", "following"), ("near", "close to"), ("also", "too"))
_LONGEST, _SHORTEST = 40, 8  # words of a sentence that is used


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    is_difference: bool
    one: str
    other: str
    later: bool = False
    """Whether the second article is of the next day."""


def cases(items: Sequence[Item]) -> Iterator[Case]:
    """In the order of the articles and their sentences: what each sentence can be edited into."""
    seen: set[str] = set()
    for item in items:
        analysis = analysis_of(article_of("a", item["text"]))
        people = {m.sentence: m.text for m in analysis.mentions if m.kind == "person" and m.text.count(" ") == 1}
        for sentence in analysis.sentences:
            if sentence.text not in seen and _SHORTEST <= len(sentence.text.split()) <= _LONGEST:
                seen.add(sentence.text)
                yield from _of(sentence, len(seen), people.get(sentence.id))
        yield from _misattributed(analysis)


def _misattributed(analysis: Analysis) -> Iterator[Case]:
    """Passages with a quotation, told again with another speaker; who is named by a part of a name is introduced."""
    sentences, of = analysis.sentences, {s.id: n for n, s in enumerate(analysis.sentences)}
    people = [mention for mention in analysis.mentions if mention.kind == "person"]
    told: set[str] = set()
    for quote in analysis.quotes:
        if not quote.speaker_text or len(quote.text.split()) < _SHORTEST:
            continue
        at = of[quote.sentence]
        beside = [m for m in people if m.text in quote.speaker_text and abs(of[m.sentence] - at) <= 1]
        if not beside:
            continue
        speaker = beside[0]
        first, last = sorted((at, of[speaker.sentence]))
        text = " ".join(s.text for s in sentences[first : last + 1])
        if text in told or len(text.split()) > 2 * _LONGEST:
            continue
        told.add(text)
        name = speaker.text
        introduced = next((m for m in people if m.text != name and m.text.endswith(f" {name}")), None)
        intro = "" if introduced is None or introduced.text in text else f"{sentences[of[introduced.sentence]].text} "
        yield Case("attribution", True, f"{intro}{text}", re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _SPEAKER, text))


def _of(sentence: Sentence, turn: int, person: str | None) -> Iterator[Case]:
    text = sentence.text
    counts = [
        m
        for m in _COUNT.finditer(text)
        if not _BOUND.search(text, 0, m.start()) and not _INSIDE.search(text, 0, m.start()) and not _ends_age(text, m)
    ]
    days = list(_DAY.finditer(text))
    if len(counts) == 1:
        at, value = counts[0], int(counts[0][0])
        other = str(value + max(2, value // 3))
        yield Case("number", True, text, _edited(text, at, other))
        if not _TIME.match(text, at.end()):
            yield Case("update", False, text, _edited(text, at, other), later=True)
        yield _look_alike(turn, text, at, f"more than {value - 1}", str(value * 2 + 1))
        yield Case("part of the total", False, text, _edited(text, at, f"the first {max(2, value // 2)}"))
    if len(days) == 1:
        at = days[0]
        yield Case("date", True, text, _edited(text, at, _DAYS[(_DAYS.index(at[0]) + 2) % 7]))
        yield _look_alike(turn, text, at, at[0], _DAYS[(_DAYS.index(at[0]) + 3) % 7])
    if person is not None and len(days) == 1:
        day, copy = days[0][0], _reworded(text)
        other_day = _DAYS[(_DAYS.index(day) + 2) % 7]
        for kind, *templates in _TOLD:
            told, otherwise, alike = (words.format(person=person, day=day, other=other_day) for words in templates)
            yield Case(kind, True, f"{text} {told}", f"{copy} {otherwise}")
            yield Case(f"same {kind}", False, f"{text} {told}", f"{copy} {alike}")
    if person is not None and len(person.split()[1]) >= 6 and person.isascii():
        last = person.split()[1]
        middle = next((i for i in range(2, len(last) - 1) if last[i] not in "aeiou" and last[i] != last[i + 1]), 0)
        if middle:
            respelt = last[:middle] + last[middle] + last[middle:]
            yield Case("spelling", True, text, _reworded(text).replace(last, respelt))
        yield Case("same spelling", False, text, _reworded(text).replace(f"{person}'s", person))


def _ends_age(text: str, at: re.Match[str]) -> bool:
    return bool(
        re.match(r" \w+ (?:old|older|younger|ago|later|earlier|of|after|before|apart|away)\b", text[at.end() :])
    )


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
    """Whether the stage reports a difference between the two articles of a case that their dates don't explain."""
    analyses = [
        analysis_of(article_of(name, text, published=day, whole=True))
        for name, text, day in (
            ("a", case.one, "2031-05-06"),
            ("b", case.other, "2031-05-07" if case.later else "2031-05-06"),
        )
    ]
    corpus = make_corpus(analyses)
    entities = merge_mentions(corpus, EntityOptions())
    found = find_differences(Similarity(corpus, SimilarOptions()), entities, DifferenceOptions())
    return any(difference.superseded is None for difference in found)


def outcomes(items: Sequence[Item], kind: str) -> Iterator[tuple[Case, Outcome]]:
    """What the stage makes of each case of a kind; of each look-alike for `LOOK_ALIKES`."""
    for case in cases(items):
        if case.kind == kind or (kind == LOOK_ALIKES and not case.is_difference):
            found = is_found(case)
            yield case, "right" if found == case.is_difference else "missed" if case.is_difference else "wrong"
