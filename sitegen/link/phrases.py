"""Candidate subjects: phrases and words that several sentences name and that could head a page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.model import Mention

from .corpus import Corpus
from .families import Families
from .nouns import NounStatistics
from .runs import noun_phrases
from .vocabulary import COMMON_ADJECTIVES
from .words import COMMON_STEMS, Token

_HEADING_WORTH = 2  # a heading is written to name a subject: it counts as so many sentences when wordings compete

# People have pages of their own, and what happens in one place has more than one subject.
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
    headed: frozenset[int]
    """Indices of the sentences under a heading that names it."""
    in_headings: int
    """Of how many articles a heading names it."""
    in_titles: int
    """How many articles' titles name it."""
    is_name: bool
    """Made of capitalised words only."""

    @property
    def specificity(self) -> float:
        """The mean over its words of 1 for a telling word, less for one that is common in any news."""
        return sum(0.45 if stem in COMMON_STEMS else 1.0 for stem in self.stems) / len(self.stems)


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
        kinds: dict[str, Counter[bool]] = {}
        for line in corpus.lines:
            for mention in line.mentions:
                kinds.setdefault(mention.text, Counter())[mention.kind in _NAMING_A_SUBJECT] += 1
        self._named = {text for text, counts in kinds.items() if counts[True] > counts[False]}
        self._families = Families(corpus)
        for line in corpus.lines:
            for stems, text in self._phrases(line.tokens, line.sentence.text, line.mentions):
                self._wordings.setdefault(stems, Counter())[text] += 1
                self._stems_of[text] = stems
        self._count_headings(corpus)
        for analysis in corpus.analyses:
            words, title = corpus.words_of_title(analysis.article), analysis.article.title or ""
            self._titles.update({stems for stems, _ in self._phrases(words, title, ())})
        for stems in sorted(self._wordings):
            for stem in stems:
                self._phrases_with.setdefault(stem, []).append(stems)

    def _count_headings(self, corpus: Corpus) -> None:
        named_in: dict[str, set[Stems]] = {}
        sections: dict[str, set[Stems]] = {}
        for block in corpus.headings:
            for stems, text in self._phrases(corpus.words_of_heading(block), block.text, ()):
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

    def find(self) -> tuple[Phrase, ...]:
        """All candidates, by stems."""
        found: list[Phrase] = []
        for stems in sorted(self._wordings):
            if len(stems) > 1 and (sum(self._wordings[stems].values()) > 1 or stems in self._headings):
                title, *others = _ranked(self._wordings[stems])
                found.append(self._phrase(stems, title, tuple(others)))
        found += (
            phrase
            for stem in self._families.stems
            if stem not in COMMON_STEMS and stem not in _PREFIXES and (phrase := self._of_word(stem))
        )
        return tuple(sorted(found, key=lambda phrase: phrase.stems))

    def _of_word(self, stem: str) -> Phrase | None:
        """The subject that a single word stands for; None if it can't be given a title."""
        own = Counter(
            {
                text: count
                for text, count in self._wordings.get((stem,), Counter()).items()
                if self._statistics.is_name(stem) or self._statistics.is_subject(text)
            }
        )
        longer = {
            stems: sum(self._wordings[stems].values()) + _HEADING_WORTH * (self._headings[stems] + self._titles[stems])
            for stems in self._phrases_with.get(stem, ())
            if len(stems) > 1
        }
        lines = self._families.of((stem,))
        best = min(longer, key=lambda stems: (-longer[stems], -len(stems), stems), default=None)
        # A noun can be its own title; an adjective ("territorial") needs a phrase to stand for all it goes with.
        enough = max(2.0, len(lines) / (3 if own else 5))
        if best is not None and not self._statistics.is_name(stem) and longer[best] >= enough:
            title = _ranked(self._wordings[best])[0]
            wordings = tuple(_ranked(own)) if own else ()
        elif own:
            title, *others = _ranked(own)
            wordings = tuple(others)
        else:
            return None
        return self._phrase((stem,), title, wordings)

    def _phrase(self, stems: Stems, title: str, others: tuple[str, ...]) -> Phrase:
        return Phrase(
            stems=stems,
            title=capitalised(title),
            wordings=others,
            lines=self._families.of(stems),
            headed=frozenset(self._headed.get(stems, ())),
            in_headings=self._headings[stems],
            in_titles=self._titles[stems],
            is_name=all(map(self._statistics.is_name, self._stems_of[title])),
        )

    def _phrases(self, words: tuple[Token, ...], text: str, mentions: Iterable[Mention]) -> Iterator[tuple[Stems, str]]:
        people = [(mention.start, mention.end) for mention in mentions if mention.kind == "person"]
        places = [(mention.start, mention.end) for mention in mentions if mention.kind == "place"]
        for phrase in noun_phrases(words, text, people, self._statistics):
            if all(token.text.lower() in COMMON_ADJECTIVES or _is_inside(token, places) for token in phrase):
                continue  # "central Marstad"
            if all(token.is_name for token in phrase) and not self._is_known_name(phrase, text):
                continue
            end = phrase[-1].start + len(phrase[-1].text)
            yield tuple(token.stem for token in phrase), text[phrase[0].start : end]

    def _is_known_name(self, phrase: list[Token], text: str) -> bool:
        """Whether a phrase of capitals names what can be a subject, or is no name at all."""
        if not all(self._statistics.is_name(token.stem) for token in phrase):
            return True
        words = text[phrase[0].start : phrase[-1].start + len(phrase[-1].text)]
        return words in self._named and not any(self._statistics.is_teller(token.stem) for token in phrase)


def _is_inside(token: Token, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


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


def capitalised(text: str) -> str:
    """`text` as a title."""
    return text[0].upper() + text[1:]
