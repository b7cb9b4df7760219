"""Which sentences belong to which topic, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .corpus import Line
from .families import is_kin
from .phrases import Phrase
from .similar import Similarity, Vector, dot, unit
from .statements import Grouping
from .subjects import Subject, TopicOptions, profile
from .vocabulary import ANAPHORS
from .words import COMMON_STEMS, Token

_NAMED = 2.0  # strength from which a sentence names the subject itself


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in a topic."""

    subject: int
    """In the sequence of subjects."""
    strength: float
    """2 and more when the sentence names the subject; 1 and more when one that says the same does, or the heading
    above; below, how close it is."""
    reason: str

    @property
    def names_it(self) -> bool:
        return self.strength >= _NAMED


class Placing:
    """Finds the topics of sentences.

    A sentence belongs where it names the subject; else where the heading above it or the sentence before it belongs;
    else where it resembles those that name the subject. What fits nowhere has no place.
    """

    def __init__(self, subjects: Sequence[Subject], similarity: Similarity, options: TopicOptions):
        self._subjects = subjects
        self._similarity = similarity
        self._options = options
        self._lines = similarity.corpus.lines
        self._vectors = [_without_people(line, similarity.vectors[line.index]) for line in self._lines]
        self._profiles: list[Vector] = [profile(subject.anchored, self._vectors) for subject in subjects]
        self._headings = self._subjects_of_headings()
        self._naming: dict[int, list[int]] = {}
        for number, subject in enumerate(subjects):
            for index in subject.anchored:
                self._naming.setdefault(index, []).append(number)

    def of_groups(self, groupings: Sequence[Grouping]) -> tuple[tuple[Place, ...], ...]:
        """For each group of sentences the topics of its printed sentence, and those that its companions name."""
        places = self._of_sentences()
        found: list[tuple[Place, ...]] = []
        for grouping in groupings:
            best = {place.subject: place for place in places[grouping.printed]}
            for companion in grouping.companions:
                for place in places[companion]:
                    known = best.get(place.subject)
                    if place.names_it and (known is None or known.strength < 1):
                        reason = f"says the same as a sentence that {place.reason}"
                        best[place.subject] = Place(place.subject, place.strength - 1, reason)
            if not best and len({self._lines[index].article for index in grouping.members}) > 1:
                least = self._options.resemblance_of_shared
                best = {p.subject: p for p in self._resembling(self._lines[grouping.printed], least)}
            ranked = sorted(best.values(), key=lambda place: (-place.strength, place.subject))
            found.append(tuple(ranked[: self._options.topics_a_sentence]))
        return tuple(found)

    def _of_sentences(self) -> tuple[tuple[Place, ...], ...]:
        """For each sentence of the corpus its topics, strongest first."""
        found: list[tuple[Place, ...]] = []
        for line in self._lines:
            before = found[-1] if found and self._is_continued(line) else ()
            places = self._named(line) or self._headed(line) or self._following(line, before)
            if not places and _says_enough(line, self._options):
                places = self._resembling(line, self._options.resemblance)
            ranked = sorted(places, key=lambda place: (-place.strength, place.subject))
            found.append(tuple(ranked[: self._options.topics_a_sentence]))
        return tuple(found)

    def _named(self, line: Line) -> list[Place]:
        vector = self._vectors[line.index]
        return [
            Place(number, _NAMED + dot(vector, self._profiles[number]), f"names {_words(line, self._subjects[number])}")
            for number in self._naming.get(line.index, ())
        ]

    def _headed(self, line: Line) -> list[Place]:
        for heading in line.sections:
            if heading in self._headings:
                text, numbers = self._headings[heading]
                if _says_enough(line, self._options):
                    reason = f"stands under the heading “{text}”"
                    return [Place(number, 1 + self._closeness(line.index, number), reason) for number in numbers]
        return []

    def _is_continued(self, line: Line) -> bool:
        """Whether the sentence before is in its paragraph, or is a paragraph alone that this one leans on."""
        if not line.index:
            return False
        before = self._lines[line.index - 1]
        if before.block.id == line.block.id:
            return True
        return before.article == line.article and before.opens_block and _leans(line)

    def _following(self, line: Line, before: tuple[Place, ...]) -> list[Place]:
        if not before or not (before[0].names_it or _leans(line)) or not _says_enough(line, self._options):
            return []
        number = before[0].subject
        close = self._closeness(line.index, number)
        if not _leans(line) and close < self._options.follows:
            return []
        where = "in the paragraph" if not line.opens_block else "a paragraph"
        return [Place(number, close, f"follows {where} on “{self._subjects[number].phrase.title}”")]

    def _resembling(self, line: Line, least: float) -> list[Place]:
        vector = self._vectors[line.index]
        likeness = [dot(vector, other) for other in self._profiles]
        nearest = sorted(range(len(likeness)), key=lambda number: (-likeness[number], number))[:3]
        close = [(self._closeness(line.index, number), number) for number in nearest]
        best, number = max(close, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
        if best < least:
            return []
        return [Place(number, best, "resembles the topic's statements")]

    def _closeness(self, index: int, number: int) -> float:
        """Mean cosine with the three closest sentences that name the subject."""
        vectors = self._vectors
        products = sorted(
            (dot(vectors[index], vectors[other]) for other in self._subjects[number].anchored), reverse=True
        )
        return sum(products[:3]) / 3

    def _subjects_of_headings(self) -> dict[str, tuple[str, list[int]]]:
        """Id of a heading → its text and the subjects that it names."""
        found: dict[str, tuple[str, list[int]]] = {}
        for block in self._similarity.corpus.headings:
            stems = {token.stem for token in self._similarity.corpus.words_of_heading(block)}
            numbers = [
                number
                for number, subject in enumerate(self._subjects)
                if any(set(phrase.stems) <= stems for phrase in (subject.phrase, *subject.others))
            ]
            if numbers:
                found[block.id] = (block.text, numbers)
        return found


def _without_people(line: Line, vector: Vector) -> Vector:
    """A sentence's vector without the persons in it: in one story everyone turns up under every subject."""
    people = [(mention.start, mention.end) for mention in line.mentions if mention.kind == "person"]
    named = {token.stem for token in line.tokens if any(start <= token.start < end for start, end in people)}
    return unit({stem: value for stem, value in vector.items() if stem not in named})


def _words(line: Line, subject: Subject) -> str:
    """The words by which a sentence names a subject, in quotation marks."""
    phrase = next((p for p in (subject.phrase, *subject.others) if line.index in p.lines), subject.phrase)
    found = _matched(line, phrase)
    if not found:
        return f"“{phrase.title}”"
    words = line.sentence.text[found[0].start : found[-1].start + len(found[-1].text)]
    if re.fullmatch(rf"\S+(?:[ \-‑–]\S+){{{len(found) - 1}}}", words):
        return f"“{words}”"
    return " and ".join(f"“{token.text}”" for token in sorted(found, key=lambda token: token.start))


def _matched(line: Line, phrase: Phrase) -> list[Token]:
    """For each stem of `phrase` a word of the sentence: if possible, words in a row."""
    wanted = phrase.stems
    words = line.tokens
    for start in range(len(words) - len(wanted) + 1):
        if all(_fits(words[start + i].stem, stem) for i, stem in enumerate(wanted)):
            return list(words[start : start + len(wanted)])
    return [token for stem in wanted if (token := next((w for w in words if _fits(w.stem, stem)), None))]


def _fits(stem: str, wanted: str) -> bool:
    return stem == wanted or (bool(stem) and is_kin(stem, wanted))


def _leans(line: Line) -> bool:
    return bool(line.tokens) and line.tokens[0].text.lower() in ANAPHORS


def _says_enough(line: Line, options: TopicOptions) -> bool:
    """Whether a sentence that names no subject has words of its own to be placed by."""
    return len(set(line.stems) - COMMON_STEMS) >= options.own_words
