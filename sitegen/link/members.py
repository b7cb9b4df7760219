"""Which sentences belong to which topic, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.model import PinnedTopic
from sitegen.reasons import Reason, Value, enumerated, names_it, quoted, worded

from .corpus import Corpus, Line
from .countries import country, people
from .families import Families, is_kin
from .phrases import Stems
from .pins import local_vector
from .similar import dot
from .statements import Grouping
from .subjects import TopicOptions
from .vocabulary import ANAPHORS
from .words import COMMON_STEMS, Token, is_empty

_NAMED = 2.0  # strength from which a sentence names the subject itself


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in a topic."""

    subject: int
    """In the sequence of subjects."""
    strength: float
    """2 and more when the sentence names the subject; 1 and more when one that says the same does, or the heading
    above; below, how close it is."""
    reason: Reason

    @property
    def names_it(self) -> bool:
        return self.strength >= _NAMED

    def moved(self, by: int) -> "Place":
        """The same where so many subjects stand before."""
        return replace(self, subject=self.subject + by)


class Placing:
    """Finds the topics of sentences.

    A sentence belongs where it names the subject; else where the heading above it or the sentence before it belongs;
    else where it resembles those that name the subject. What fits nowhere has no place. All of it is a function of
    one article and of what the topics are known by: no other article can move a sentence, but by saying the same.
    Known failure: what only resembles a topic by "Ukrainian" and "Monday" joins it; asking for two telling words in
    common mended that, and left out 15 of 100 sentences more.
    """

    def __init__(self, pins: Sequence[PinnedTopic], corpus: Corpus, options: TopicOptions):
        self._pins = pins
        self._weights = [dict(pin.weights) for pin in pins]
        self._options = options
        self._lines = corpus.lines
        self._vectors = [local_vector(line) for line in corpus.lines]
        self._headings = self._topics_of_headings(corpus)
        self._naming: dict[int, list[int]] = {}
        families = Families(corpus)
        for number, pin in enumerate(pins):
            for index in sorted(naming(pin, families)):
                self._naming.setdefault(index, []).append(number)

    def of_groups(
        self, groupings: Sequence[Grouping], elsewhere: Sequence[bool] | None = None
    ) -> tuple[tuple[Place, ...], ...]:
        """For each group of sentences the topics of them all, so that none leaves a topic for having found company.

        `elsewhere`: for each group, whether it has a topic already; it is then placed only by naming another.
        """
        places = self._of_sentences()
        found: list[tuple[Place, ...]] = []
        for number, grouping in enumerate(groupings):
            best = {place.subject: place for place in places[grouping.printed]}
            for companion in grouping.companions:
                for place in places[companion]:
                    known = best.get(place.subject)
                    strength = place.strength - 1 if place.names_it else place.strength
                    if known is None or known.strength < min(1.0, strength):
                        reason = worded("says the same as a sentence that %(reason)s", reason=place.reason)
                        best[place.subject] = Place(place.subject, strength, reason)
            if any(place.strength >= 1 for place in best.values()):
                # Where one of them names a subject, the others' neighbours and likenesses tell nothing better.
                best = {subject: place for subject, place in best.items() if place.strength >= 1}
            if elsewhere is not None and elsewhere[number]:
                best = {subject: place for subject, place in best.items() if place.strength >= 1}
            elif not best and len({self._lines[index].article for index in grouping.members}) > 1:
                least = self._options.resemblance_of_shared
                best = {p.subject: p for p in self._resembling(self._lines[grouping.printed], least)}
            found.append(tuple(sorted(best.values(), key=lambda place: (-place.strength, place.subject))))
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
        return [
            Place(number, _NAMED + self._closeness(line, number), names_it(_words(line, self._pins[number])))
            for number in self._naming.get(line.index, ())
        ]

    def _headed(self, line: Line) -> list[Place]:
        for heading in line.sections:
            if heading in self._headings:
                text, numbers = self._headings[heading]
                if _says_enough(line, self._options):
                    reason = worded("stands under the heading “%(words)s”", words=text)
                    return [Place(number, 1 + self._closeness(line, number), reason) for number in numbers]
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
        close = self._closeness(line, number)
        if not _leans(line) and close < self._options.follows:
            return []
        title = self._pins[number].title
        if line.opens_block:
            reason = worded("follows a paragraph on “%(topic)s”", topic=title)
        else:
            reason = worded("follows in the paragraph on “%(topic)s”", topic=title)
        return [Place(number, close, reason)]

    def _resembling(self, line: Line, least: float) -> list[Place]:
        close = [(self._closeness(line, number), -number) for number in range(len(self._pins))]
        best, number = max(close, default=(0.0, 0))
        if best >= least:
            return [Place(-number, best, worded("resembles the topic's statements"))]
        if best >= self._options.resemblance_with_word and (word := _word_of(self._pins[-number], line)):
            reason = worded("resembles the topic's statements and speaks of “%(words)s”", words=word)
            return [Place(-number, best, reason)]
        return []

    def _closeness(self, line: Line, number: int) -> float:
        """Cosine with the direction of the sentences that name the subject."""
        return dot(self._vectors[line.index], self._weights[number])

    def _topics_of_headings(self, corpus: Corpus) -> dict[str, tuple[str, list[int]]]:
        """Id of a heading → its text and the topics that it names."""
        found: dict[str, tuple[str, list[int]]] = {}
        for block in corpus.headings:
            stems = {token.stem for token in corpus.words_of_heading(block)}
            numbers = [
                number for number, pin in enumerate(self._pins) if any(stems.issuperset(name) for name in pin.names)
            ]
            if numbers:
                found[block.id] = (block.text, numbers)
        return found


def naming(pin: PinnedTopic, families: Families) -> frozenset[int]:
    """Indices of the sentences that name a topic."""
    return frozenset[int]().union(*(families.of(name) for name in pin.names))


def _words(line: Line, pin: PinnedTopic) -> Value:
    """The words by which a sentence names a topic, in quotation marks."""
    found = next((matched for name in pin.names if len(matched := _matched(line, name)) == len(name)), [])
    if not found:
        return quoted(pin.title)
    words = line.sentence.text[found[0].start : found[-1].start + len(found[-1].text)]
    if re.fullmatch(rf"\S+(?:[ \-‑–]\S+){{{len(found) - 1}}}", words):
        return quoted(words)
    # "Wal-Mart" and "women", not "Wal" and "Mart" and "women": what touches is one word to a reader.
    spans: list[tuple[int, int]] = []
    for token in sorted(found, key=lambda token: token.start):
        end = token.start + len(token.text)
        if spans and line.sentence.text[spans[-1][1] : token.start] in (" ", "-", "‑", "–"):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((token.start, end))
    return enumerated(quoted(line.sentence.text[start:end]) for start, end in spans)


def _matched(line: Line, wanted: Stems) -> list[Token]:
    """For each of some stems a word of the sentence: if possible, words in a row."""
    words = line.tokens
    for start in range(len(words) - len(wanted) + 1):
        if all(_fits(words[start + i].stem, stem) for i, stem in enumerate(wanted)):
            return list(words[start : start + len(wanted)])
    return [token for stem in wanted if (token := next((w for w in words if _fits(w.stem, stem)), None))]


def _fits(stem: str, wanted: str) -> bool:
    return stem == wanted or (bool(stem) and is_kin(stem, wanted))


def _leans(line: Line) -> bool:
    return bool(line.tokens) and line.tokens[0].lower in ANAPHORS


def _word_of(pin: PinnedTopic, line: Line) -> str | None:
    """A word of a sentence that is one of the names of a topic and says something: no "plan", no "European"."""
    stems = {stem for name in pin.names for stem in name}
    said = (token.text for token in line.tokens if token.stem in stems and not is_empty(token.text))
    return next((word for word in said if people(word) is None and country(word) is None), None)


def _says_enough(line: Line, options: TopicOptions) -> bool:
    """Whether a sentence that names no subject has words of its own to be placed by."""
    return len(set(line.stems) - COMMON_STEMS) >= options.own_words
