"""The sentences of an affair, with what is read of each only once, and what must hold before two are compared."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from sitegen.model import Attribution, DifferenceKind, Entity, EntityKind, Mention, Quote
from sitegen.reasons import Reason

from .clauses import verb_of
from .corpus import Line
from .families import is_kin
from .figures import Figure, figures
from .similar import Similarity
from .synonyms import classes_of
from .vocabulary import MONTHS, WEEKDAYS

_PRONOUNS = frozenset("he she they it we i who his her their".split())
_CALENDAR = WEEKDAYS | MONTHS
AGENCIES = frozenset(
    {"reuters", "ap", "afp", "associated press", "bloomberg", "xinhua", "dpa", "tass", "upi", "interfax", "irna"}
)
SHARED = 3
"""Stems that two sentences on one thing have in common."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What two or more sentences give otherwise."""

    kind: DifferenceKind
    about: str
    """What is given otherwise: findings of one kind and subject that meet in a sentence are one difference."""
    note: Reason
    sides: tuple[tuple[int, str, str], ...]
    """Sentence, value, words."""


class Reports:
    """The sentences of an affair, with their figures, their names and whose claims they are."""

    def __init__(self, similarity: Similarity, entities: Iterable[Entity]):
        self.similarity = similarity
        self.lines = similarity.corpus.lines
        self._entity_of: dict[tuple[str, int], str] = {}
        self._kind_of: dict[str, EntityKind] = {}
        for entity in entities:
            self._kind_of[entity.id] = entity.kind
            self._entity_of.update(((mention.sentence, mention.start), entity.id) for mention in entity.mentions)
        analyses = similarity.corpus.analyses
        self._claims = {claim.sentence: claim for analysis in analyses for claim in analysis.attributions}
        self.published = {a.article.id: _day_of(a.article.metadata.published) for a in analyses}
        """Article → its day; None: not stated as ISO 8601."""
        languages = similarity.corpus.languages
        self.figures = [tuple(figures(line)) if languages[line.article].has_own_grammar else () for line in self.lines]
        """By index of the sentence; none in languages whose verbs and clauses are not known."""
        self.figures_of: defaultdict[str, list[Figure]] = defaultdict(list)
        """By article."""
        for line in self.lines:
            self.figures_of[line.article] += self.figures[line.index]
        self._dated = {line.index for line in self.lines if any(t.lower in _CALENDAR for t in line.tokens)}
        self._best: dict[tuple[int, str], float] = {}
        for score, one, other in similarity.pairs():
            for a, b in ((one, other), (other, one)):
                self._best.setdefault((a, self.lines[b].article), score)

    def have_what_to_compare(self, a: Line, b: Line) -> bool:
        """Whether both give figures, or both name a day: the quick look before the others."""
        return bool(self.figures[a.index] and self.figures[b.index]) or {a.index, b.index} <= self._dated

    def are_on_one_thing(self, a: Line, b: Line, score: float, covered: float) -> bool:
        """Whether two sentences can be held against each other.

        One covers the other by `covered`; neither article has a sentence that is more like the other's; place, year
        and direction agree, and not each names somebody the other does not.
        """
        if self._best[a.index, b.article] > score or self._best[b.index, a.article] > score:
            return False
        one, other = self.similarity.particulars(a.index), self.similarity.particulars(b.index)
        for mine, theirs in ((one.places, other.places), (one.years, other.years)):
            if mine and theirs and not mine & theirs:
                return False
        if self.name_others_each(a, b) or self.similarity.are_opposed(a.index, b.index):
            return False
        best = max(self.similarity.coverage(a.index, by=b.index), self.similarity.coverage(b.index, by=a.index))
        return best >= covered and self.similarity.shared(a.index, b.index) >= SHARED

    def name_others_each(self, a: Line, b: Line) -> bool:
        """Whether each names somebody, or something of one kind, that the other does not."""
        return bool(self._name_others(a, b) & self._name_others(b, a))

    def _name_others(self, line: Line, other: Line) -> set[EntityKind]:
        """The kinds of those whom one sentence names and no word of another; agencies are not told of."""
        there, names = {word.lower for word in other.tokens}, self.named(other)
        return {
            mention.kind
            for mention in self._own(line)
            if self._entity(mention) not in names
            and mention.text.lower() not in AGENCIES
            and not any(_are_akin(word, w) for word in mention.text.lower().split() if len(word) > 2 for w in there)
        }

    def are_of_two_parties(self, a: Line, b: Line) -> bool:
        """Whether the sentences are claims of two different sources with names."""
        one, other = ({*(self._teller(line).lower().split())} for line in (a, b))
        return bool(one and other) and not (one | other) & _PRONOUNS and not one & other

    def are_of_one_week(self, a: Line, b: Line) -> bool:
        """Whether a weekday means the same day in two articles; of undated ones that can't be told."""
        one, other = self.published[a.article], self.published[b.article]
        return one is not None and other is not None and abs((one - other).days) < len(WEEKDAYS)

    def is_told(self, line: Line) -> bool:
        """Whether it tells what is or was, not what is expected, possible or denied."""
        claim = self._claim(line)
        return claim is None or claim.modality in ("happened", "said")

    def named(self, line: Line, start: int = 0, end: int | None = None) -> frozenset[str]:
        """Who and what the sentence names from `start` to `end`, besides whose claim it is: ids of entities."""
        stop = len(line.sentence.text) if end is None else end
        return frozenset(self._entity(m) for m in self._own(line) if start <= m.start and m.end <= stop)

    def named_at_all(self, line: Line) -> frozenset[str]:
        """As `named`, with whose claim it is."""
        return frozenset(self._entity(mention) for mention in line.mentions)

    def is_person(self, name: str) -> bool:
        return self._kind_of.get(name) == "person"

    def speaker(self, line: Line, quote: Quote) -> tuple[str, str] | None:
        """Id and printed name of the person who is given as the speaker; None: no person by a name.

        Only of who is named in the sentence: of two that were found with the sentences beside, none was right.
        """
        for mention in line.mentions:
            if self.is_person(self._entity(mention)) and mention.text in (quote.speaker_text or ""):
                return self._entity(mention), mention.text
        return None

    def have_one_subject(self, a: Line, start: int, b: Line, other_start: int) -> bool:
        """Whether what stands at `start` in `a` and at `other_start` in `b` is said of one, as far as names tell."""
        one, other = self._owner(a, start), self._owner(b, other_start)
        if one is not None and other is not None:
            return one == other
        if one is None and other is None:
            return not (_opens_with_pronoun(a) or _opens_with_pronoun(b)) or (
                self._actor(a) is not None and self._actor(a) == self._actor(b)
            )
        name, nameless = (one or "", b) if other is None else (other, a)
        if name in self.named(nameless):
            return True
        if _opens_with_pronoun(nameless):
            actor = self._actor(nameless)
            return actor is not None and actor.lower() in name
        return not self.is_person(name)

    def _owner(self, line: Line, start: int) -> str | None:
        """The last name in front of `start`."""
        before = [mention for mention in self._own(line) if mention.end <= start]
        return self._entity(before[-1]) if before else None

    def _own(self, line: Line) -> list[Mention]:
        teller = self._teller(line)
        return [mention for mention in line.mentions if mention.text not in teller]

    def _teller(self, line: Line) -> str:
        """Whose claim it is, as printed; empty: the outlet's, or unclear."""
        claim = self._claim(line)
        return (claim.source_text if claim else None) or ""

    def _entity(self, mention: Mention) -> str:
        return self._entity_of.get((mention.sentence, mention.start), mention.text)

    def _actor(self, line: Line) -> str | None:
        """The last word of whom a pronoun at the start stands for."""
        claim = self._claim(line)
        return claim.actor_text.split()[-1] if claim and claim.actor_text else None

    def _claim(self, line: Line) -> Attribution | None:
        return self._claims.get(line.sentence.id)


def are_of_other_days(a: Line, b: Line) -> bool:
    """Whether both name weekdays, or both months, and none that the other names."""
    for names in (WEEKDAYS, MONTHS):
        one, other = ({t.lower[:3] for t in line.tokens if t.is_name and t.lower in names} for line in (a, b))
        if one and other and not one & other:
            return True
    return False


def unsaid(stems: Set[str], line: Line) -> list[str]:
    """Which of the words of a clause have no kin and no synonym in another sentence."""
    there = {*line.stems, *(verb for token in line.tokens for verb in verb_of(token, line))}
    return [s for s in stems if not is_one_of({s}, there) and not any(is_kin(s, other) for other in there)]


def is_one_of(stems: Set[str], others: Set[str]) -> bool:
    """Whether one of some words, or a synonym of it, is among others."""
    return bool(stems & others) or any(not classes_of(a).isdisjoint(classes_of(b)) for a in stems for b in others)


def _are_akin(word: str, other: str) -> bool:
    return word == other or is_kin(word, other)


def _opens_with_pronoun(line: Line) -> bool:
    return line.tokens[0].lower in _PRONOUNS


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
