"""Candidate subjects: phrases and words that several sentences name and that could head a page."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sitegen.model import Mention

from .corpus import Corpus, Line
from .families import Families
from .nouns import NounStatistics
from .runs import is_inside, noun_phrases
from .unfit import is_heading_of_a_subject
from .vocabulary import COMMON_ADJECTIVES, MATTERS
from .words import COMMON_STEMS, Token, is_common

_HEADING_WORTH = 2  # a heading is written to name a subject: it counts as so many sentences when wordings compete

_OFTEN = 0.25  # share of what is said of a word that a phrase ending in it must have to be the title
_NEARLY_ALWAYS = 0.6  # the same of a phrase, for one that holds it
_OF_A_PRODUCT = re.compile(r"^(?!(?:Mc|Van|De|Di|Du|La|Le|Fitz)[A-Z]).*(?:[a-z][A-Z]|\d)")
_BEFORE_THINGS = frozenset("the a an this its new latest current previous".split())
_NAMING_A_SUBJECT = frozenset({"organisation", "document", "event"})

_PREFIXES = frozenset("anti pro non pre post ex co mid semi self multi inter sub vice counter".split())
"""Parts of words that a hyphen sets apart."""
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A subject in the making."""

    stems: Stems
    """What a sentence must hold to name it, in the order of the words."""
    title: str
    """The best wording, as it stands in a source, with a capital first letter."""
    wordings: tuple[str, ...]
    """The others, commonest first."""
    lines: frozenset[int]
    """Indices of the sentences that name it: that hold all its stems, or words of their families."""
    stated: frozenset[int]
    """Indices of the sentences in which the words of the title stand together; not counted of a general noun."""
    headed: frozenset[int]
    """Indices of the sentences under a heading that names it."""
    in_headings: int
    """Of how many articles a heading names it."""
    in_titles: int
    """How many articles' titles name it."""
    is_name: bool
    """Made of capitalised words only."""
    is_general: bool = False
    """One general noun ("protests"): a title only where little else is found."""

    @property
    def specificity(self) -> float:
        """The mean over its words of 1 for a telling word, less for one that is common in any news."""
        return math.fsum(0.45 if stem in COMMON_STEMS else 1.0 for stem in self.stems) / len(self.stems)


class PhraseFinder:
    """Finds what the sentences of a corpus could be about.

    Method: decision 0006, topics (anchored phrases): runs of content words that end in a noun; and single words,
    which take as title the phrase in which they stand most often. Instead of classes of synonyms, words of one
    family count as one (`territory`, `territorial`).
    """

    def __init__(self, corpus: Corpus):
        self._statistics = NounStatistics(corpus)
        self._wordings: dict[Stems, Counter[str]] = {}
        self._stems_of: dict[str, Stems] = {}  # by wording
        self._headings: Counter[Stems] = Counter()
        self._headed: dict[Stems, set[int]] = {}
        self._titles: Counter[Stems] = Counter()
        self._phrases_with: dict[str, list[Stems]] = {}
        self._articles: dict[Stems, set[str]] = {}
        self._stated: dict[Stems, set[int]] = {}
        self._goes_on: Counter[Stems] = Counter()  # how often a noun stands behind it
        self._needed = min(2, corpus.articles)
        kinds: dict[str, Counter[bool]] = {}
        places: dict[str, Counter[bool]] = {}
        things: dict[str, Counter[bool]] = {}
        for line in corpus.lines:
            for mention in line.mentions:
                before = line.sentence.text[: mention.start].rpartition(" ")[0].rpartition(" ")[2].lower()
                things.setdefault(mention.text, Counter())[before in _BEFORE_THINGS] += 1
                kinds.setdefault(mention.text, Counter())[_may_be_a_subject(mention)] += 1
                places.setdefault(mention.text.casefold(), Counter())[mention.kind == "place"] += 1
        self._things = {text for text, counts in things.items() if 2 <= counts[True] >= counts[False] / 2}
        """Names before which an article stands too often for a person's: "the MacBook Pro"."""
        kinds.update({text: Counter({True: 1}) for text in self._things if names_a_product(text)})
        self._people = {
            mention.text.rpartition(" ")[2]
            for line in corpus.lines
            for mention in line.mentions
            if mention.kind == "person"
        }
        """Last names of persons."""
        self._places = {text for text, counts in places.items() if counts[True] > counts[False]}
        self._named = {text for text, counts in kinds.items() if counts[True] > counts[False]}
        self._families = Families(corpus)
        self._general: dict[str, Counter[str]] = {}
        for line in corpus.lines:
            for token in line.tokens:
                if _is_general(token) and self._statistics.is_noun(token):
                    self._general.setdefault(token.stem, Counter())[token.text] += 1
            for phrase, text in self._phrases(line.tokens, line.sentence.text, line.mentions):
                stems = _stems(phrase)
                self._wordings.setdefault(stems, Counter())[text] += 1
                self._stems_of[text] = stems
                self._articles.setdefault(stems, set()).add(line.article)
                self._stated.setdefault(stems, set()).add(line.index)
                self._goes_on[stems] += self._goes_on_behind(phrase, line)
        self._count_headings(corpus)
        for analysis in corpus.analyses:
            words, title = corpus.words_of_title(analysis.article), analysis.article.title or ""
            self._titles.update({_stems(phrase) for phrase, _ in self._phrases(words, title, ())})
        for stems in sorted(self._wordings):
            for stem in stems:
                self._phrases_with.setdefault(stem, []).append(stems)

    def _count_headings(self, corpus: Corpus) -> None:
        named_in: dict[str, set[Stems]] = {}
        sections: dict[str, set[Stems]] = {}
        for block in corpus.headings:
            words = corpus.words_of_heading(block)
            phrases = {_stems(phrase): text for phrase, text in self._phrases(words, block.text, ())}
            if is_heading_of_a_subject(words, self._statistics):
                phrases[tuple(word.stem for word in words)] = block.text[words[0].start : words[-1].end]
            for stems, text in phrases.items():
                text = self._in_sentence_case(text, words)
                self._wordings.setdefault(stems, Counter())[text] += 0  # the wording of a sentence comes first
                self._stems_of.setdefault(text, stems)
                named_in.setdefault(block.id.rsplit(".b", 1)[0], set()).add(stems)
                sections.setdefault(block.id, set()).add(stems)
        for named in named_in.values():
            self._headings.update(named)
        for line in corpus.lines:
            for section in line.sections:
                for stems in sections.get(section, ()):
                    self._headed.setdefault(stems, set()).add(line.index)

    def _in_sentence_case(self, text: str, words: Sequence[Token]) -> str:
        """A phrase of a heading without the capitals that only headings give their words."""
        small = {word.text for word in words if word.text.istitle() and not self._statistics.is_name(word.stem)}
        return " ".join(word.lower() if word in small else word for word in text.split(" "))

    def find(self) -> tuple[Phrase, ...]:
        """All candidates, by stems."""
        found: list[Phrase] = []
        for stems in sorted(self._wordings):
            if len(stems) > 1 and self._is_whole(stems):
                title, *others = _ranked(self._wordings[stems])
                found.append(self._phrase(stems, title, tuple(others)))
        found += (
            phrase
            for stem in self._families.stems
            if stem not in COMMON_STEMS and stem not in _PREFIXES and (phrase := self._of_word(stem))
        )
        found += (self._of_general(stem) for stem in sorted(self._general))
        return tuple(sorted(found, key=lambda phrase: phrase.stems))

    def _of_general(self, stem: str) -> Phrase:
        """The subject that a general noun stands for."""
        title, *others = _ranked(self._general[stem])
        self._stems_of.setdefault(title, (stem,))
        return replace(self._phrase((stem,), title, tuple(others)), is_general=True, is_name=False)

    def _is_whole(self, stems: Stems) -> bool:
        """Whether a phrase recurs, or heads a section, and is not mostly a part of one and the same longer one:
        "copper wire" of "copper wire coils", but not "harbour reform" of what may be a plan or a debate; nor ever
        a part of one."""
        said = self._said(stems)
        if stems in self._headings or said < 2:
            return stems in self._headings
        if said > 2 and self._goes_on[stems] == said:
            return False
        longer = (o for o in self._phrases_with.get(stems[0], ()) if len(o) > len(stems) and _holds(o, stems))
        return all(2 * self._said(other) <= said or self._said(other) < 2 for other in longer)

    def _said(self, stems: Stems) -> int:
        return sum(self._wordings[stems].values())

    def _worth(self, stems: Stems) -> int:
        return self._said(stems) + _HEADING_WORTH * (self._headings[stems] + self._titles[stems])

    def _fullest(self, stems: Stems) -> Stems:
        """The longest phrase as which `stems` nearly always stand; of a single word, as which it often stands.

        Articles count, not sentences, so that one article more or less seldom changes a title.
        """
        said, articles = self._said(stems), len(self._articles.get(stems, ()))
        if not said:
            return stems
        # A word alone says little: a phrase that ends in it is preferred earlier.
        share = _OFTEN if len(stems) == 1 else _NEARLY_ALWAYS
        fuller = [
            longer
            for longer in self._phrases_with.get(stems[-1], ())
            if len(longer) > len(stems)
            and (longer[-len(stems) :] == stems or (len(stems) > 1 and _holds(longer, stems)))
            and self._is_whole(longer)
            and len(self._articles.get(longer, ())) >= max(self._needed, share * articles)
            and self._worth(longer) >= share * said
        ]
        best = min(fuller, key=lambda longer: (-self._said(longer), -len(longer), longer), default=None)
        return self._fullest(best) if best is not None else stems

    def _of_word(self, stem: str) -> Phrase | None:
        """The subject that a single word stands for; None if it can't be given a title."""
        own = Counter(
            {
                text: count
                for text, count in self._wordings.get((stem,), Counter()).items()
                if self._statistics.is_name(stem) or self._statistics.is_subject(text)
            }
        )
        if own and (fuller := self._fullest((stem,))) != (stem,):
            title, *others = _ranked(self._wordings[fuller])
            return self._phrase((stem,), title, (*others, *_ranked(own)))
        longer = {
            stems: self._worth(stems)
            for stems in self._phrases_with.get(stem, ())
            if len(stems) > 1 and self._is_whole(stems)
        }
        lines = self._families.of((stem,))
        best = min(longer, key=lambda stems: (-longer[stems], -len(stems), stems), default=None)
        # A noun can be its own title; an adjective ("territorial") needs a phrase to stand for all it goes with.
        enough = max(2.0, len(lines) / (3 if (stem,) in self._wordings else 2))
        if own:
            title, *others = _ranked(own)
            wordings = tuple(others)
        elif best is not None and not self._statistics.is_name(stem) and longer[best] >= enough:
            title = _ranked(self._wordings[best])[0]
            wordings = ()
        else:
            return None
        return self._phrase((stem,), title, wordings)

    def _phrase(self, stems: Stems, title: str, others: tuple[str, ...]) -> Phrase:
        return Phrase(
            stems=stems,
            title=capitalised(title),
            wordings=others,
            lines=self._families.of(stems),
            stated=frozenset(self._stated.get(self._stems_of[title], ())),
            headed=frozenset(self._headed.get(stems, ())),
            in_headings=self._headings[stems],
            in_titles=self._titles[stems],
            is_name=all(map(self._statistics.is_name, self._stems_of[title])),
        )

    def _phrases(
        self, words: tuple[Token, ...], text: str, mentions: Iterable[Mention]
    ) -> Iterator[tuple[tuple[Token, ...], str]]:
        """The phrases in a sentence, with their words as they stand there."""
        people = [(m.start, m.end) for m in mentions if m.kind == "person" and m.text not in self._things]
        places = [(mention.start, mention.end) for mention in mentions if mention.kind == "place"]
        names = [(m.start, m.end) for m in mentions if m.kind != "person" or m.text in self._things]
        for phrase in noun_phrases(words, text, people, names, self._statistics):
            said = text[phrase[0].start : phrase[-1].start + len(phrase[-1].text)]
            if all(token.lower in COMMON_ADJECTIVES or is_inside(token, places) for token in phrase):
                continue  # "central Marstad"
            if said.casefold() in self._places or self._tells(phrase):
                continue
            if all(token.is_name for token in phrase) and not self._is_known_name(phrase, said):
                continue
            yield phrase, said

    def _goes_on_behind(self, phrase: tuple[Token, ...], line: Line) -> bool:
        """Whether one more noun belongs to it: "LBO middleweight (belt)"."""
        behind = line.tokens[line.tokens.index(phrase[-1]) + 1 :]
        if not behind or line.sentence.text[phrase[-1].end : behind[0].start] != " ":
            return False
        return bool(behind[0].stem) and not behind[0].is_name and self._statistics.is_noun(behind[0])

    def _tells(self, phrase: Sequence[Token]) -> bool:
        """Whether it names who is quoted: "Harbour Radio", "agency NNA"."""
        return any(token.is_name and self._statistics.is_teller(token.stem) for token in phrase) and all(
            token.is_name or is_common(token.text) for token in phrase
        )

    def _is_known_name(self, phrase: Sequence[Token], said: str) -> bool:
        """Whether a phrase of capitals names what can be a subject, or is no name at all."""
        if not all(self._statistics.is_name(token.stem) for token in phrase):
            return True
        is_of_persons = any(name in self._people for name in _singulars(phrase[-1].text))
        return said in self._named and not is_of_persons  # "the Lindqvists"


def _may_be_a_subject(mention: Mention) -> bool:
    """People have pages of their own, and what happens in one place has more than one subject. Of a name of unknown
    kind only a product's can be told from a person's: by a capital inside a word, or a digit."""
    if mention.kind == "other":
        return names_a_product(mention.text)
    return mention.kind in _NAMING_A_SUBJECT


def _is_general(token: Token) -> bool:
    """Whether a word is a noun too general for a title that still names a matter."""
    return not (token.is_name or token.is_possessive) and _is_of_matter(token.lower)


@cache
def _is_of_matter(word: str) -> bool:
    return not MATTERS.isdisjoint((word, *_singulars(word)))


def _singulars(word: str) -> Iterator[str]:
    """What a plural may be one of."""
    for ending, replaced in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            yield word.removesuffix(ending) + replaced


def _stems(phrase: tuple[Token, ...]) -> Stems:
    return tuple(token.stem for token in phrase)


def _holds(longer: Stems, stems: Stems) -> bool:
    return any(longer[start : start + len(stems)] == stems for start in range(len(longer) - len(stems) + 1))


def _ranked(counts: Mapping[str, int]) -> list[str]:
    """Wordings that differ by more than case, commonest first; of each the one with fewest capitals."""
    by_words: dict[str, Counter[str]] = {}
    for text, count in counts.items():
        by_words.setdefault(text.casefold(), Counter())[text] += count
    totals = {key: sum(found.values()) for key, found in by_words.items()}
    ranked = sorted(by_words, key=lambda key: (-totals[key], len(key), key))
    return [
        min(by_words[key], key=lambda text: (-by_words[key][text], sum(c.isupper() for c in text), text))
        for key in ranked
    ]


def names_a_product(name: str) -> bool:
    """Whether a capital inside a word, or a digit, tells a name from a person's or a company's: "iLife", "MacBook"."""
    return bool(_OF_A_PRODUCT.search(name))


def capitalised(text: str) -> str:
    """`text` as a title: "iLife" keeps its own capital."""
    first = text.split(maxsplit=1)[0]
    return text if names_a_product(first) else text[0].upper() + text[1:]
