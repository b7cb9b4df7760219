"""Stances: the words in a text by which somebody wants, offers, accepts, refuses, will do or denies something."""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple, cast

from sitegen.languages import PositionTable
from sitegen.model import Stance

_WORD = re.compile(r"[^\W_]+n['’]t(?!\w)|['’](?:ll|re|ve|m|d|s)(?!\w)|(?:[^\W_]\.){2,}|[^\W_]+(?:[.-][^\W_]+)*")
# Ada Lind, the mayor, (rejects); Ada Lind (Left) (rejects)
_ASIDE = re.compile(r"(?:, [^,;:()]{1,80},|,? \([^()]{1,40}\))(?= )")
_CLAUSE_MARK = re.compile(r"[,;:()—–\"“”]")
_LONGEST_PHRASE = 4
"""Words."""
_TO_NOUN = 3
"""Words between a verb and the noun or the claim that is its object, at most."""


class Taken(NamedTuple):
    """A stance, and the words that show it, as printed."""

    stance: Stance
    cue: str
    end: int
    """Of the cue, in the text."""


class _Word(NamedTuple):
    plain: str
    """Lower case, with straight apostrophes."""
    start: int
    end: int
    is_capital: bool


class Clauses:
    """A text, asked for the stances of those who are named in it. Offsets are in the text.

    Known failures: a name at the end of a longer subject; a clause that begins without a mark.
    """

    def __init__(self, text: str, table: PositionTable, quoted: Collection[tuple[int, int]] = ()):
        """`quoted`: spans whose words are left out."""
        self._text = text
        self._table = table
        self._words = [
            _Word(match.group().lower().replace("’", "'"), match.start(), match.end(), match.group()[0].isupper())
            for match in _WORD.finditer(text)
            if not (quoted and any(start <= match.start() < end for start, end in quoted))
        ]

    def has_subject(self, start: int) -> bool:
        """Whether the name at `start` may be the subject of what follows it.

        No preposition governs it, save that of who speaks for it (`a spokesman for Nordfly`); no condition holds its
        clause.
        """
        place = self._at(start)
        if place == len(self._words) or not self._is_stated(place, self._table.conditions):
            return False
        while place and self._is_joined(place):
            place -= 1
            word = self._words[place]
            if word.plain in self._table.governing:
                return place > 0 and self._words[place - 1].plain in self._table.deputies
            if word.plain in self._table.times or not (word.is_capital or word.plain in self._table.linking):
                break
        return True

    def behind(self, end: int, *, is_claim: bool = False) -> Taken | None:
        """The stance of a subject that ends at `end`; of a name in the genitive that of its noun: `Peru’s refusal to`.

        `is_claim`: the subject stands for whose claim this is, so that what it will do is a position too.
        """
        aside = _ASIDE.match(self._text, end)
        place = self._at(aside.end() if aside else end)
        if place == len(self._words) or not (aside or self._text[end : self._words[place].start] in ("", " ")):
            return None
        if self._words[place].plain in self._table.owning:
            return self._noun(place + 1, within=1)
        is_plural = self._words[place - 1].plain.endswith("s") if place else False
        return self._verb(place, is_claim=is_claim, may_be_noun=not (is_plural or is_claim))

    def joined(self, start: int, end: int) -> Iterator[Taken]:
        """The stances of a subject in verbs that are joined to its first between `start` and `end`."""
        table = self._table
        for place, word in enumerate(self._words):
            is_joining = start <= word.start < end and word.plain in table.coordinating and self._is_joined(place + 1)
            is_finite = is_joining and not self._words[place + 1].plain.endswith(table.being_endings)
            if is_finite and (taken := self._verb(place + 1, may_be_noun=True)):
                yield taken

    def after_participle(self) -> Iterator[int]:
        """Where claims of who acts begin: `…, stating that (he is ready)`."""
        for place, word in enumerate(self._words):
            if word.plain in self._table.participles and self._word(place + 1) in self._table.clause_opening:
                yield self._words[place + 1].end

    def denies(self, cue: str) -> bool:
        """Whether a claim that is a denial, with `cue` for its verb, denies another claim."""
        return cue in self._table.denials or any(word.plain in self._table.untrue for word in self._words)

    def pronoun(self, start: int, pronouns: Set[str], *, within: int) -> int | None:
        """Where the first of `pronouns` ends that stands among so many words from `start` on; None: none does."""
        first = self._at(start)
        return next((word.end for word in self._words[first : first + within] if word.plain in pronouns), None)

    def first_persons(self) -> Iterator[int]:
        """Where each ends that opens a clause."""
        for place, word in enumerate(self._words):
            is_first = not self._is_joined(place) or self._words[place - 1].plain in self._table.joining
            if word.plain in self._table.first_persons and is_first:
                yield word.end

    def duties(self, start: int, end: int) -> Iterator[Taken]:
        """What must be, as words between `start` and `end` have it."""
        table = self._table
        for place, word in enumerate(self._words):
            may_be = start <= word.start < end and word.plain in _openings(table)
            size = self._longest(place, table.duties) if may_be else 0
            is_duty = size and place and self._word(place + size) not in table.no_duties
            if is_duty and self._is_stated(place, table.conditions | table.subordinate | table.negations):
                yield self._taken("wants", place, size)

    def _verb(self, place: int, *, is_claim: bool = False, may_be_noun: bool = False) -> Taken | None:
        table = self._table
        first, is_being = place, False
        negation: int | None = None
        while place < len(self._words) and (place == first or self._is_joined(place)):
            word = self._words[place].plain
            is_bare = place == first and may_be_noun and word in table.noun_verbs
            may_be_verb = not is_bare and (not is_being or word.endswith(table.being_endings))
            if may_be_verb and (taken := self._phrase(place, negation)):
                return taken
            if word in table.will | table.refusals:
                return self._future(place) if is_claim else None
            if word in table.expressing:
                return self._noun(place + 1, within=_TO_NOUN)
            if word in table.negations:
                negation = place
            elif word in table.being:
                is_being = True
            elif not (word in table.beside or word.endswith(table.adverb_endings)):
                return None
            place += 1
        return None

    def _future(self, place: int) -> Taken | None:
        """What somebody says that they will do, or won't."""
        table = self._table
        is_negated = self._words[place].plain in table.refusals
        deed = place + 1
        if self._word(deed) in table.negations:
            is_negated, deed = True, deed + 1
        is_apart = deed < len(self._words) and "," in self._text[self._words[place].end : self._words[deed].start]
        if self._word(deed) in table.no_deeds or is_apart:
            return None
        is_negated = is_negated or self._is_negated_later(place)
        return self._taken("refuses" if is_negated else "intends", place, 2)

    def _noun(self, place: int, *, within: int) -> Taken | None:
        nouns = _stances(self._table)[1]
        for index in range(place, min(place + within + 1, len(self._words))):
            if not self._is_joined(index):
                return None
            if size := self._longest(index, nouns):
                return self._taken(nouns[self._phrase_at(index, size)], index, size)
        return None

    def _phrase(self, place: int, negation: int | None) -> Taken | None:
        table = self._table
        if self._is_denial(place):
            return None if negation is not None else self._taken("denies", place, 1)
        verbs = _stances(table)[0]
        size = self._longest(place, verbs)
        phrase = self._phrase_at(place, size)
        if not size or self._phrase_at(place, self._longest(place, table.idioms)).startswith(phrase):
            return None
        stance = verbs[phrase]
        if self._word(place + size) in table.agents or (phrase in table.particles and not self._ends_in(phrase, place)):
            return None
        if stance != "refuses" and self._is_negated_later(place):
            return None
        behind = {self._word(place + size), self._word(place + size + 1)}
        if stance == "refuses" and not table.silence.isdisjoint(behind):
            return None
        if phrase in table.before_names and not self._is_capital(place + size):
            return None
        is_to_do = stance == "wants" and self._word(place + size) in table.infinitive
        if is_to_do and self._word(place + size + 1) in table.no_wishes:
            return None
        if negation is not None:
            turned = table.negated.get(stance)
            return self._taken(cast(Stance, turned), negation, place + size - negation) if turned else None
        return self._taken(stance, place, size)

    def _is_denial(self, place: int) -> bool:
        table = self._table
        verb = self._words[place].plain
        if verb in table.denials and self._word(place + 1) in table.claim_openings:
            return True
        if verb not in table.denials | table.dismissals:
            return False
        if verb in table.particles and not self._ends_in(verb, place):
            return False
        for index in range(place + 1, min(place + _TO_NOUN + 2, len(self._words))):
            if not self._is_joined(index):
                return False
            if self._words[index].plain in table.claims:
                return True
        return False

    def _ends_in(self, phrase: str, place: int) -> bool:
        """Whether the clause ends in the particle of a phrase: `lehnt … ab`."""
        return self._rest(place)[-1].plain == self._table.particles[phrase]

    def _is_negated_later(self, place: int) -> bool:
        return not self._table.late_negations.isdisjoint(word.plain for word in self._rest(place))

    def _rest(self, place: int) -> list[_Word]:
        """A word and those behind it in its clause."""
        mark = _CLAUSE_MARK.search(self._text, self._words[place].end)
        return self._words[place : self._at(mark.start()) if mark else len(self._words)]

    def _is_stated(self, place: int, below: Set[str]) -> bool:
        """Whether none of `below` stands before a word in its clause."""
        start = place
        while self._is_joined(start):
            start -= 1
        return below.isdisjoint(word.plain for word in self._words[start:place])

    def _longest(self, place: int, phrases: Mapping[str, Stance] | Set[str]) -> int:
        """Of how many words the longest of `phrases` is that begins at a word; 0: none does."""
        size = 1
        while size < _LONGEST_PHRASE and place + size < len(self._words) and self._is_joined(place + size):
            size += 1
        while size and self._phrase_at(place, size) not in phrases:
            size -= 1
        return size

    def _phrase_at(self, place: int, size: int) -> str:
        return " ".join(word.plain for word in self._words[place : place + size])

    def _taken(self, stance: Stance, place: int, size: int) -> Taken:
        last = min(place + size, len(self._words)) - 1
        end = self._words[last].end
        return Taken(stance, self._text[self._words[place].start : end], end)

    def _word(self, place: int) -> str:
        return self._words[place].plain if place < len(self._words) else ""

    def _is_capital(self, place: int) -> bool:
        return place < len(self._words) and self._words[place].is_capital

    def _at(self, offset: int) -> int:
        """The first word that begins at or behind an offset."""
        return next((place for place, word in enumerate(self._words) if word.start >= offset), len(self._words))

    def _is_joined(self, place: int) -> bool:
        """Whether nothing but a space stands between a word and the one before."""
        if not 0 < place < len(self._words):
            return False
        return self._text[self._words[place - 1].end : self._words[place].start] in ("", " ")


@lru_cache
def _stances(table: PositionTable) -> tuple[dict[str, Stance], dict[str, Stance]]:
    """Phrase → its stance: of the verbs, of the nouns."""
    verbs, nouns = (
        {phrase: cast(Stance, stance) for stance, phrases in of.items() for phrase in phrases}
        for of in (table.verbs, table.nouns)
    )
    return verbs, nouns


@lru_cache
def _openings(table: PositionTable) -> frozenset[str]:
    """First words of phrases for what must be: hardly any word is one."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in table.duties)
