"""What a sentence tells, taken apart into units that another sentence may have too: names, numbers, verbs, words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from sitegen.model import Attribution, EntityKind, Modality, NumberExpression

from .clauses import verb_of
from .corpus import Corpus, Line
from .families import FEWEST_LETTERS
from .name_forms import person_words
from .name_words import HONORIFICS
from .synonyms import classes_of
from .vocabulary import MONTHS, PAST_FORMS, WEEKDAYS
from .words import ADJECTIVE_STEMS, PEOPLE_STEMS, REPORTING_STEMS, VERB_FORMS, Token, stem

Found = TypeVar("Found", str, int)
Key = str | int
"""What a unit is found by: first letters of a stem, a class of synonyms, an acronym, or that it is a number."""
UnitKind = Literal["name", "number", "verb", "time", "quality", "word"]

_TIME_STEMS = frozenset(map(stem, WEEKDAYS | MONTHS)) | frozenset(
    map(
        stem,
        """today yesterday tonight tomorrow morning afternoon evening night week month year day hour minute late early
        later earlier ago recent recently now am pm""".split(),
    )
)
_ANY_NUMBER = "#"
_WEIGHTS: dict[UnitKind, float] = {"time": 0.3, "quality": 0.5}
_LIGHT_STEMS = frozenset(
    map(
        stem,
        """make made take took taken give gave given get got come came go went put set mark mean meant become became
        keep kept hold held bring brought see saw seen show include included leave left find found have there
        remain continue begin began""".split(),
    )
)
_LIGHT = 0.5  # for a verb that another telling does without
_WHO = 0.3  # for `the actress`, `police`, `the man`: another report calls them by name, or otherwise
_SOURCE = 0.2  # for who is cited: the claim is the same
_SIDE = 0.3
_SOLID = 1.5  # weight; below it are times, sources and what people are called
_SIDE_NUMBERS = frozenset({"age", "time", "ordinal", "year", "score", "label"})
"""Kinds of numbers that come and go from report to report."""
_LONGEST_SHORT_FORM = 6
# (D-Mass.)  (Republican of Ohio) is left
_PARTY = re.compile(r"\([DRI][.]?-[^()]{1,20}\)|\b[DRI]-[A-Z][a-z]{1,10}\b\.?")


class Unit(NamedTuple):
    """A word with content, a person's name or a number. A tuple, as a token is."""

    kind: UnitKind
    stem: str
    """Of a person, that of the last name; empty for a number."""
    weight: float
    text: str
    place: int
    """Of its first token in the sentence."""
    number: NumberExpression | None = None
    person: str | None = None
    """The name as mentioned."""
    named: EntityKind | None = None
    acronym: str | None = None
    """Without dots, if it may be one: `USGS`."""
    is_cited: bool = False
    """It names whose claim the sentence is."""

    @property
    def is_solid(self) -> bool:
        """Whether having it in common tells something."""
        return self.kind not in ("time", "quality") and self.weight > _SOLID

    @property
    def is_predicate(self) -> bool:
        """Whether it is a verb, be it a light one: `are left in the tanks`."""
        lower = self.text.lower()
        is_light = self.stem in _LIGHT_STEMS and (lower in VERB_FORMS or lower in PAST_FORMS)
        return self.kind == "verb" or (is_light and self.kind in ("word", "quality"))

    @property
    def is_count(self) -> bool:
        """Whether it says how many or how much, in figures that another telling would not leave out."""
        number = self.number
        if number is None or number.kind in _SIDE_NUMBERS or number.exactness == "vague":
            return False
        return not number.low == number.high == 1  # `a day later`, `one day later`


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence in units, in the order of its words."""

    units: tuple[Unit, ...]
    words: tuple[str, ...]
    """All words in small letters, stop words as well."""
    vocabulary: frozenset[str]
    """The same words, each once."""
    keys: tuple[frozenset[Key], ...]
    """For each unit, what a unit that answers it has in common with it: most units of two sentences have nothing."""
    answers: frozenset[Key]
    """All keys that a unit of another telling may meet here."""
    acronyms: frozenset[str]
    short_forms: frozenset[str]
    """First letters of its runs of capitals: `UAE` of `United Arab Emirates`."""
    modality: Modality | None
    """None: not known."""
    by_stem: Mapping[str, tuple[int, ...]]
    """Stem → the units with it, by index."""
    by_start: Mapping[str, tuple[int, ...]]
    """First letters of a stem → the same: only words that share them can be of one family."""
    by_class: Mapping[int, tuple[int, ...]]
    """Class of synonyms → the same; no names."""


class People:
    """Whom first names alone stand for, in one affair."""

    def __init__(self, corpus: Corpus):
        lasts_of: dict[str, set[str]] = {}
        for line in corpus.lines:
            for mention in line.mentions:
                words = person_words(mention.text) if mention.kind == "person" else ()
                if len(words) > 1:
                    lasts_of.setdefault(words[0], set()).add(words[-1])
        known = {last for lasts in lasts_of.values() for last in lasts}
        self._last_of = {
            first: min(lasts) for first, lasts in lasts_of.items() if len(lasts) == 1 and first not in known
        }

    def last_name(self, name: str) -> str:
        """The last name of a person named so, folded."""
        words = person_words(name)
        return self._last_of.get(words[0], words[0]) if len(words) == 1 else words[-1]


def telling(line: Line, weight: Callable[[str], float], claim: Attribution | None, people: People) -> Telling:
    """The units of a sentence. `weight`: of a stem (`Similarity.weight`); `claim`: whose claim it is, if known."""
    words, plain, text = line.tokens, line.plain, line.sentence.text
    named = {at: mention for mention in line.mentions for at in _tokens_in(mention.start, mention.end, words)}
    dated = [(date.start, date.end) for date in line.dates]
    cited = _places_of_sources(claim, text)
    parties = [match.span() for match in _PARTY.finditer(text)]
    units: list[Unit] = []
    counted: set[int] = set()
    for number in line.numbers or ():
        inside = list(_tokens_in(number.start, number.end, words))
        if number.kind != "label" and inside and not _is_in(number.start, dated):
            heavy = weight("") * (_SIDE if number.kind in _SIDE_NUMBERS else 1.0)
            units.append(Unit("number", "", heavy, number.text, inside[0], number))
            counted.update(inside if number.kind != "ordinal" else ())
    for at, token in enumerate(words):
        if not token.stem or token.stem in REPORTING_STEMS or at in counted or _is_in(token.start, parties):
            continue
        if plain[at] in HONORIFICS and token.is_name:
            continue
        is_cited = _is_in(token.start, cited)
        share = _SOURCE if is_cited else 1.0
        heavy = weight(token.stem)
        mention = named.get(at)
        if mention is not None and mention.kind == "person":
            if named.get(at + 1) is not mention:  # the last name stands for the person
                last = stem(people.last_name(mention.text))
                units.append(
                    Unit(
                        "name",
                        last,
                        heavy * share,
                        token.text,
                        at,
                        person=mention.text,
                        named="person",
                        is_cited=is_cited,
                    )
                )
            continue
        kind = _kind(token, at, line, dated, is_named=mention is not None)
        share *= _WEIGHTS.get(kind, 1.0) * (_WHO if token.stem in PEOPLE_STEMS else 1.0)
        share *= _LIGHT if kind != "name" and token.stem in _LIGHT_STEMS else 1.0
        units.append(
            Unit(
                kind,
                token.stem,
                heavy * share,
                token.text,
                at,
                named=mention.kind if mention is not None else None,
                acronym=_acronym(token.text) if kind == "name" else None,
                is_cited=is_cited,
            )
        )
    ordered = tuple(sorted(units, key=lambda unit: unit.place))
    worded = [(at, unit) for at, unit in enumerate(ordered) if unit.number is None]
    keys = tuple(map(_keys, ordered))
    short_forms = frozenset(_short_forms(words))
    return Telling(
        units=ordered,
        words=plain,
        vocabulary=frozenset(plain),
        keys=keys,
        answers=short_forms.union(*keys),
        acronyms=frozenset(unit.acronym for unit in units if unit.acronym),
        short_forms=short_forms,
        modality=claim.modality if claim else None,
        by_stem=_index((unit.stem, at) for at, unit in worded),
        by_start=_index((unit.stem[:FEWEST_LETTERS], at) for at, unit in worded),
        by_class=_index((c, at) for at, unit in worded if unit.kind != "name" for c in sorted(classes_of(unit.stem))),
    )


def _keys(unit: Unit) -> frozenset[Key]:
    if unit.number is not None:
        return frozenset((_ANY_NUMBER,))
    synonyms = classes_of(unit.stem) if unit.kind != "name" else frozenset[int]()
    acronyms = (unit.acronym,) if unit.acronym else ()
    return frozenset((unit.stem[:FEWEST_LETTERS], *synonyms, *acronyms))


def _index(keys: Iterable[tuple[Found, int]]) -> dict[Found, tuple[int, ...]]:
    found: dict[Found, list[int]] = {}
    for key, at in keys:
        found.setdefault(key, []).append(at)
    return {key: tuple(places) for key, places in found.items()}


def _tokens_in(start: int, end: int, words: Sequence[Token]) -> Iterator[int]:
    return (at for at, word in enumerate(words) if start <= word.start < end)


def _is_in(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return bool(spans) and any(start <= place < end for start, end in spans)


def _places_of_sources(claim: Attribution | None, text: str) -> list[tuple[int, int]]:
    sources = (claim.source_text, claim.outlet_text) if claim else ()
    found = [(text.find(source), len(source)) for source in sources if source]
    return [(at, at + length) for at, length in found if at >= 0]


def _kind(token: Token, at: int, line: Line, dated: Sequence[tuple[int, int]], *, is_named: bool) -> UnitKind:
    if token.stem in _TIME_STEMS or _is_in(token.start, dated):
        return "time"
    if is_named or (token.is_name and at):
        return "name"
    if token.stem in ADJECTIVE_STEMS or token.lower.endswith("ly"):
        return "quality"
    return "verb" if verb_of(token, line) else "word"


def _acronym(word: str) -> str | None:
    letters = word.replace(".", "")
    return letters if 1 < len(letters) <= _LONGEST_SHORT_FORM and letters.isupper() else None


def _short_forms(words: Sequence[Token]) -> Iterator[str]:
    run: list[str] = []
    for word in (*words, None):
        if word is not None and word.text[0].isupper():
            run.append(word.text)
        elif word is None or word.lower not in ("of", "and", "the", "for"):
            for start in range(len(run)):
                for end in range(start + 2, min(len(run), start + _LONGEST_SHORT_FORM) + 1):
                    yield "".join(part.replace(".", "") if "." in part else part[0] for part in run[start:end])
            run = []
