"""Concordance: words that several articles quote, and how each of them prints them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from sitegen.each import Each, here, surely
from sitegen.languages import language_for
from sitegen.model import Analysis, Briefing, Quote, Rendering, Utterance, Variant
from sitegen.text import distinct_ids

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_MARK = re.compile("[\"“”„«»]|''|``")
"""Inside of quoted words, it says that they were not well marked."""
_FEWEST = 3
"""Words of a quotation that can be told from others by its words."""
_RUN = 6
"""Words in a row that only one speaker has said."""
_LONG = 10
"""Words from which on a quotation that is the same as another shares two runs of three words with it."""
_WHOLE = 5
"""Words that a quotation must have to be known by most of them, or by small words alone."""
_CLOSE = 0.8
"""Share of the shorter quotation's words, in order, that make two quotations one when no run is that long."""
_RUN_OF_TWO = 8
_CLOSE_OF_TWO = 0.9
"""The same where two articles name two speakers."""
_WIDEST = 40
"""Quotations; three words that more of them hold tell nothing."""
_NEAR = 2
"""Sentences on, at most, where a speaker goes on."""
_LONGER = 3
"""Words more that a beginning or an end may have where others stand for it."""
_PRONOUNS = frozenset("he she they it we i you who".split())


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    """As it is compared: lower case, straight apostrophes, no points."""
    has_content: bool
    has_capital: bool
    start: int
    """In the sentence's text, as is `end`."""
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A quotation and its words."""

    article: str
    place: int
    """Among the quotations of its article, from 0."""
    line: int
    """Its sentence's place in the article, from 0."""
    quote: Quote
    names: frozenset[str]
    """Words of the speaker's name; empty when it is unclear."""
    words: tuple[_Word, ...]
    plain: tuple[str, ...]
    """Those of `words`."""


@dataclass(frozen=True, slots=True)
class _Quoting:
    """An article whose quotations are to be read."""

    id: str
    analysis: Analysis


def find_utterances(briefing: Briefing, each: Each = here) -> tuple[Utterance, ...]:
    """Words that two articles or more print in quotation marks, by id, with each article's wording. `each`: who reads
    the quotations of articles.

    Method: quotations that share three words in a row meet in an index; two are of one utterance when they share six
    words in a row or, in articles of one story or affair and unless their speakers have different names, when one
    stands in the other or most of it does, in order. The longest gathers the others; utterances whose quotations are
    neighbours in two articles are one. Words are aligned as by Ratcliff and Obershelp (`difflib`).

    Known failures: words that a speaker says in two places are one utterance; a translation printed in two versions
    that share few words is two; indirect speech is not looked at.
    """
    quoting = [_Quoting(analysis.article.id, analysis) for analysis in briefing.analyses if analysis.quotes]
    parts = [part for found in surely(each, _read_parts, quoting) for part in found]
    affair_of = {article: min((story.id, *story.rounds)) for story in briefing.stories for article in story.articles}
    links = [found for pair in _candidates(parts) if (found := _link(parts, *pair, affair_of))]
    groups = _grouped(parts, links)
    texts = {sentence.id: sentence.text for analysis in briefing.analyses for sentence in analysis.sentences}
    made = [_renderings(group, texts) for group in _joined(groups)]
    ids = distinct_ids("ut", (" ".join(q.text for q in renderings[0].quotes) for renderings in made))
    utterances = (Utterance(id_, renderings) for id_, renderings in zip(ids, made, strict=True))
    return tuple(sorted(utterances, key=lambda utterance: utterance.id))


def _read_parts(quoting: _Quoting) -> tuple[_Part, ...]:
    return tuple(_parts(quoting.analysis))


def _parts(analysis: Analysis) -> Iterable[_Part]:
    light = language_for(analysis.read_as).linking.stop_words
    texts = {sentence.id: sentence.text for sentence in analysis.sentences}
    lines = {sentence.id: place for place, sentence in enumerate(analysis.sentences)}
    actors = {told.sentence: told.actor_text for told in analysis.attributions}
    for place, quote in enumerate(analysis.quotes):
        words = tuple(
            _Word(
                plain := match.group().casefold().replace("’", "'").replace(".", ""),
                plain not in light and len(plain) > 1,
                match.group()[0].isupper(),
                match.start(),
                match.end(),
            )
            for match in _TOKEN.finditer(texts[quote.sentence], quote.start, quote.end)
        )
        is_whole = not _MARK.search(quote.text)
        if is_whole and len(words) >= _FEWEST and not _is_title(words, quote):
            names = _names(quote, actors.get(quote.sentence), light)
            yield _Part(
                analysis.article.id,
                place,
                lines[quote.sentence],
                quote,
                names,
                words,
                tuple(word.plain for word in words),
            )


def _names(quote: Quote, actor: str | None, light: Set[str]) -> frozenset[str]:
    """Words of the name of who speaks; for a pronoun of whom it points to, as far as that is known."""
    speaker = quote.speaker_text or ""
    if speaker.casefold() in _PRONOUNS:
        speaker = actor or ""
    words = re.findall(r"\w+", speaker)
    return frozenset(word for word in words if word[0].isupper() and word.casefold() not in light)


def _is_title(words: Sequence[_Word], quote: Quote) -> bool:
    """Whether it names a work, a law or a slogan: every word of weight has a capital, and nobody speaks it."""
    return all(word.has_capital for word in words if word.has_content) and len(words) < 2 * _RUN and not quote.verb


def _candidates(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations of two articles that share three words in a row, in order.

    A long one must share two such runs: no pair is given up that `_link` would take.
    """
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        heavy = [word.has_content for word in part.words]
        places = (place for place in range(len(heavy) - _FEWEST + 1) if any(heavy[place : place + _FEWEST]))
        for run in {part.plain[place : place + _FEWEST] for place in places}:
            index[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for found in index.values():
        if len(found) <= _WIDEST:
            shared.update(
                (one, other) for one, other in combinations(found, 2) if parts[one].article != parts[other].article
            )
    for pair, runs_shared in sorted(shared.items()):
        if runs_shared > 1 or min(len(parts[number].words) for number in pair) < _LONG:
            yield pair


@dataclass(frozen=True, slots=True)
class _Link:
    """Two quotations of one utterance, as numbers of parts, and what they share."""

    ends: tuple[int, int]
    shared: int
    """Words, in order."""
    spans: tuple[tuple[int, int], tuple[int, int]]
    """Where the first and the last of these stand in each of the two."""


def _link(parts: Sequence[_Part], one: int, other: int, affair_of: Mapping[str, str]) -> _Link | None:
    """What makes two quotations one utterance; None: nothing. `affair_of`: article → its affair."""
    first, second = parts[one], parts[other]
    is_near = affair_of.get(first.article) == affair_of.get(second.article)
    blocks = _blocks(first.words, second.words)
    if not blocks:
        return None
    runs = [second.words[b : b + size] for _, b, size in blocks]
    run = max(runs, key=len)
    in_run, content = (sum(word.has_content for word in words) for words in (run, [w for r in runs for w in r]))
    sizes = sorted((len(first.words), len(second.words)))
    fewer, more = sizes
    shared = sum(map(len, runs))
    if first.names and second.names and first.names.isdisjoint(second.names):
        is_one = len(run) >= _RUN_OF_TWO and shared >= _CLOSE_OF_TWO * fewer
    else:
        is_one = (len(run) >= _RUN and in_run >= 4) or (
            is_near
            and (
                (len(run) == fewer and (content >= 2 or fewer == more >= _WHOLE))
                or (content >= 2 and fewer >= _WHOLE and len(run) >= _FEWEST and shared >= _CLOSE * fewer)
            )
        )
    if not is_one:
        return None
    (a, b, _), (last_a, last_b, size) = blocks[0], blocks[-1]
    return _Link((one, other), shared, ((a, last_a + size), (b, last_b + size)))


def _grouped(parts: Sequence[_Part], links: Sequence[_Link]) -> list[list[_Part]]:
    """Parts that links connect, the strongest first: the same words stand for one quotation of another article only."""
    sets = _Sets(len(parts))
    spent: defaultdict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (-link.shared, link.ends)):
        one, other = link.ends
        places = (spent[one, parts[other].article], spent[other, parts[one].article])
        if any(_overlaps(span, before) for span, before in zip(link.spans, places, strict=True)):
            continue
        for span, before in zip(link.spans, places, strict=True):
            before.append(span)
        sets.join(one, other)
    return [[parts[number] for number in group] for group in sets.groups() if len(group) > 1]


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


class _Sets:
    """Numbers, joined into sets."""

    def __init__(self, size: int):
        self._above = list(range(size))

    def join(self, one: int, other: int) -> None:
        one, other = self._top(one), self._top(other)
        self._above[max(one, other)] = min(one, other)

    def groups(self) -> list[list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._above)):
            found[self._top(number)].append(number)
        return [found[top] for top in sorted(found)]

    def _top(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number


def _blocks(base: Sequence[_Word], other: Sequence[_Word]) -> list[tuple[int, int, int]]:
    """What two quotations share in order: place in `base`, place in `other`, words. A lone small word is chance."""
    matcher = SequenceMatcher(None, [w.plain for w in base], [w.plain for w in other], autojunk=False)
    return [
        (block.a, block.b, block.size)
        for block in matcher.get_matching_blocks()
        if block.size > 1 or (block.size and base[block.a].has_content)
    ]


def _joined(groups: list[list[_Part]]) -> list[list[_Part]]:
    """Groups whose quotations are neighbours in two articles or more are of one utterance."""
    place_of = {(part.article, part.place): (number, part) for number, group in enumerate(groups) for part in group}
    ties: defaultdict[tuple[int, int], int] = defaultdict(int)
    for (article, place), (number, part) in place_of.items():
        following = place_of.get((article, place + 1))
        if following and following[0] != number and _goes_on(part, following[1]):
            ties[number, following[0]] += 1
    sets = _Sets(len(groups))
    for (one, other), articles in sorted(ties.items()):
        if articles > 1:
            sets.join(one, other)
    return [[part for number in joined for part in groups[number]] for joined in sets.groups()]


def _goes_on(part: _Part, following: _Part) -> bool:
    """Whether one speaker may say both in one breath: no other speaker is named, no two sentences stand between."""
    one, other = part.names, following.names
    return following.line - part.line <= _NEAR and (not one or not other or one <= other or other <= one)


def _renderings(group: Iterable[_Part], texts: Mapping[str, str]) -> tuple[Rendering, ...]:
    """The wording of each article, the fullest first, then by article."""
    by_article: defaultdict[str, list[_Part]] = defaultdict(list)
    for part in sorted(group, key=lambda part: (-len(part.words), part.place)):
        if not any(_stands_in(part, other) for other in by_article[part.article]):
            by_article[part.article].append(part)
    for parts in by_article.values():
        parts.sort(key=lambda part: part.place)
    first = min(by_article, key=lambda article: (-sum(len(part.words) for part in by_article[article]), article))
    base = [(part, word) for part in by_article[first] for word in part.words]
    return (
        Rendering(first, tuple(part.quote for part in by_article[first]), (), is_part=False),
        *(_rendering(article, by_article[article], base, texts) for article in sorted(by_article) if article != first),
    )


def _stands_in(part: _Part, other: _Part) -> bool:
    """Whether an article only says again what it quotes in full elsewhere."""
    size = len(part.plain)
    return any(part.plain == other.plain[start : start + size] for start in range(len(other.plain) - size + 1))


_Words = Sequence[tuple[_Part, _Word]]


def _rendering(article: str, parts: Sequence[_Part], base: _Words, texts: Mapping[str, str]) -> Rendering:
    """Each part is aligned by itself: an article may print them in another order."""
    variants: list[Variant] = []
    covered = 0
    for part in parts:
        own = [(part, word) for word in part.words]
        blocks = _blocks([word for _, word in base], part.words)
        if not blocks:
            continue
        covered += blocks[-1][0] + blocks[-1][2] - blocks[0][0]
        edges = [(blocks[0][0], 0, blocks[0][0], blocks[0][1])]
        edges += ((a + n, b + n, c, d) for (a, b, n), (c, d, _) in pairwise(blocks))
        last = blocks[-1]
        edges.append((last[0] + last[2], last[1] + last[2], last[0] + last[2], len(own)))
        for a, b, next_a, next_b in edges:
            there, here = base[a:next_a], own[b:next_b]
            if here and not there and (b == 0 or next_b == len(own)):
                there = _facing(base, a, at_start=b == 0, longest=len(here) + _LONGER)
            if there or here:
                is_marked = not here and _ELLIPSIS.search(_between(own, b, texts)) is not None
                variants.append(Variant(_spans(here), _words(here, texts), _words(there, texts), is_marked))
    return Rendering(article, tuple(part.quote for part in parts), tuple(variants), covered < len(base))


def _facing(base: _Words, place: int, *, at_start: bool, longest: int) -> _Words:
    """The words from `place` to the near edge of the quotation there, when they are so few that others replace them."""
    beside = place if at_start else place - 1
    if not 0 <= beside < len(base):
        return ()
    part = base[beside][0]
    own = [pair for pair in (base[:place] if at_start else base[place:]) if pair[0] is part]
    return own if len(own) <= longest else ()


def _between(own: _Words, place: int, texts: Mapping[str, str]) -> str:
    """What stands between a word of a quotation and the one before it."""
    (part, left), (_, right) = own[place - 1], own[place]
    return texts[part.quote.sentence][left.end : right.start]


def _spans(words: _Words) -> tuple[tuple[str, int, int], ...]:
    """Where words stand: for each quotation the sentence, start and end."""
    spans: list[tuple[str, int, int]] = []
    for (part, word), before in zip(words, [None, *(part for part, _ in words)], strict=False):
        if part is before:
            spans[-1] = (part.quote.sentence, spans[-1][1], word.end)
        else:
            spans.append((part.quote.sentence, word.start, word.end))
    return tuple(spans)


def _words(words: _Words, texts: Mapping[str, str]) -> str:
    return " ".join(texts[sentence][start:end] for sentence, start, end in _spans(words))
