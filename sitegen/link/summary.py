"""Which sentences stand for a topic, and which for the whole folder."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial

from sitegen.each import Each, here, surely
from sitegen.model import Analysis, Statement, StatementDecision

from .corpus import Line
from .fillers import is_filler
from .hanging import hangs, has_quotation_mark, is_dangling, is_linked, is_whole
from .similar import Similarity, SimilarOptions, Vector, dot, unit
from .statements import is_clear_alone
from .words import COMMON_STEMS


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """What a sentence needs to head a topic or the index page. Where the weights come from: decision 0018."""

    sentences: int = 6
    """On the index page; fewer when there is less to say."""
    share: float = 0.34
    """Of an affair's sentences that the index page may print: a short article is not printed twice."""
    carried: float = 1.0
    """For each origin beside the first that carries it, up to three."""
    early: float = 1.5
    """For the first sentence of an article; half of it for the third, and so on."""
    titled: float = 2.5
    """Weight of the share of the titles' words that it has."""
    central: float = 2.5
    """Weight of the closeness to the other statements."""
    naming: float = 2.0
    """For naming the topic that it heads."""
    fresh: float = 1.0
    """On the index page, for naming a topic that no line before it names."""
    spread: float = 0.5
    """What each line before it from the same article costs."""
    hanging: float = 1.0
    """What words cost that lean on something said before it."""
    surname: float = 0.3
    """What it costs to begin with the last name of somebody whom the article, and not its title, names in full."""
    novelty: float = 3.0
    """What it costs, times its score, to be like a line from another article: one article does not repeat itself."""
    long_from: int = 45
    """Words; each one more costs `per_word`."""
    per_word: float = 0.03
    """Points."""
    short_from: int = 20
    """Words; each one less costs `per_missing_word`."""
    per_missing_word: float = 0.1
    """Points."""
    short_to: int = 8
    """Words; a sentence of fewer says too little."""
    vague: float = 0.65
    """Share of common words from which a sentence is filler ("could shape the future")."""
    repeats: float = 0.28
    """Score of a pair from which the second says the first again: the one from which statements are joined."""
    repeats_within: float = 0.40
    """The same for two sentences of one article, as where they are joined."""
    tried: int = 60
    """Best statements of an affair, among which those that are printed are looked for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one story brings to the index page."""

    similarity: Similarity
    """Of its affair."""
    articles: frozenset[str]
    """Ids."""
    statements: tuple[Statement, ...]
    """All that its articles print, in a topic or not."""
    weight: int
    """How many texts there are on it: articles, copies of one text counted once."""
    newest: str = ""
    """Day of its newest article, ISO; empty if none is dated."""
    topics: Mapping[str, Set[str]] = field(default_factory=dict)
    """Printed sentence → ids of the topics that it names."""

    @property
    def is_of_one_article(self) -> bool:
        return len(self.articles) == 1


class Merits:
    """How well each statement of an affair would stand for it, or for a story or topic of it.

    `articles`: those whose titles count; None: all.

    Method: decision 0018: who carries it, how early its articles say it, how much of their titles it holds, how close
    it is to the rest, and whether its length and its first words let it stand alone.
    """

    def __init__(self, similarity: Similarity, options: SummaryOptions, articles: Set[str] | None = None):
        self._similarity = similarity
        self._options = options
        self._turns = _turns(similarity.corpus.lines)
        self._titles = _title_weights(similarity, articles)
        self._last_names = _last_names(similarity)
        self._fit: dict[str, bool] = {}
        """Of the sentences that were asked for: one stands in several topics."""
        self._spoken = frozenset(
            claim.sentence
            for analysis in similarity.corpus.analyses
            for claim in analysis.attributions
            if claim.voice == "quoted"
        )

    def rank(self, statements: Sequence[Statement], naming: Set[str]) -> list[tuple[float, Statement]]:
        """The statements that may head a page, best first, each with its merit; the unfit ones behind them.

        `naming`: sentences that name what is to be headed.
        """
        total: dict[str, float] = {}
        for statement in statements:
            for stem, value in self._similarity.vector(self._similarity.index_of[statement.sentence]).items():
                total[stem] = total.get(stem, 0.0) + value
        centre = unit(total)
        valued = [(self._merit(statement, centre, naming), statement) for statement in statements]
        return sorted(valued, key=lambda item: (not self.is_fit(item[1]), -item[0], item[1].id))

    def is_clear(self, statement: Statement) -> bool:
        """Whether a reader of it alone knows who and what is meant."""
        line = self._similarity.corpus.lines[self._similarity.index_of[statement.sentence]]
        return is_clear_alone(line) and not is_dangling(line) and not is_linked(line)

    def leads(self, statements: Sequence[Statement], naming: Set[str]) -> tuple[str, ...]:
        """The sentences that may head a topic, best first: fit and clear ones; where there are none, the clear ones,
        and where there are none of these either, all. One at least, if there are statements.
        """
        ranked = [statement for _, statement in self.rank(statements, naming)]
        clear = [statement for statement in ranked if self.is_clear(statement)]
        best = [statement for statement in clear if self.is_fit(statement)] or clear or ranked
        return tuple(statement.sentence for statement in best)

    def is_fit(self, statement: Statement) -> bool:
        """Whether it can head a page: `is_fit`, and no sentence from the middle of a quotation, whose marks stand in
        others: somebody's words would be printed as the outlet's."""
        sentence = statement.sentence
        if sentence not in self._fit:
            line = self._similarity.corpus.lines[self._similarity.index_of[sentence]]
            is_unmarked = sentence in self._spoken and not has_quotation_mark(line)
            self._fit[sentence] = not is_unmarked and is_fit(line, self._options)
        return self._fit[sentence]

    def _merit(self, statement: Statement, centre: Vector, naming: Set[str]) -> float:
        options, index_of = self._options, self._similarity.index_of
        index = index_of[statement.sentence]
        line = self._similarity.corpus.lines[index]
        told = [index, *(index_of[also.sentence] for also in statement.also if also.relation != "partial")]
        value = options.carried * min(3, statement.origins - 1)
        value += options.early * max(2 / (2 + self._turns[place]) for place in told)
        value += options.titled * math.fsum(self._titles.get(stem, 0.0) for stem in sorted(set(line.stems)))
        value += options.central * dot(self._similarity.vector(index), centre)
        value += options.naming * (statement.sentence in naming)
        value -= self.leaning(line)
        value -= options.per_word * max(0, len(line.tokens) - options.long_from)
        return value - options.per_missing_word * max(0, options.short_from - len(line.tokens))

    def leaning(self, line: Line) -> float:
        """What it costs a sentence to lean on what stood before it."""
        options = self._options
        return options.hanging * hangs(line) + options.surname * self._begins_with_surname(line)

    def _begins_with_surname(self, line: Line) -> bool:
        first = next((mention for mention in line.mentions if mention.kind == "person"), None)
        return first is not None and (line.article, first.text) in self._last_names


def is_fit(line: Line, options: SummaryOptions) -> bool:
    """Whether a sentence can head a page: whole, clear alone, no question, no fragment, no filler."""
    common = sum(stem in COMMON_STEMS for stem in line.stems) / max(1, len(line.stems))
    is_said = is_clear_alone(line) and is_whole(line) and not is_filler(line)
    return is_said and len(line.tokens) >= options.short_to and common < options.vague


def choose_leads(candidates_by_topic: Sequence[Sequence[str]]) -> list[str]:
    """For each topic the sentence that heads it: among its best three, the first that heads none before it."""
    leads: list[str] = []
    heading: set[str] = set()
    for candidates in candidates_by_topic:
        fresh = (sentence for sentence in candidates[:3] if sentence not in heading)
        leads.append(next(fresh, candidates[0]))
        heading.add(leads[-1])
    return leads


def choose_summary(
    tellings: Sequence[Telling], options: SummaryOptions, pinned: Sequence[str] = (), each: Each = here
) -> tuple[str, ...]:
    """Sentence ids for the index page, none that says another again. `pinned`: what heads it in any case; `each`: who
    chooses a line.

    The k-th line of a story of n texts comes with the weight n / k²: first the lead of each large story, and that of a
    small one before the fifth line of a large one. Of stories of one weight the newer comes first, and one whose
    articles are dated before one whose are not.
    """
    printed: dict[int, list[int]] = {}
    holders = {statement.sentence: telling for telling in tellings for statement in telling.statements}
    first = tuple(sentence for sentence in pinned if sentence in holders)
    for pin in first:
        similarity = holders[pin].similarity
        printed.setdefault(id(similarity), []).append(similarity.index_of[pin])
    sources = [
        (telling, _lines(telling, printed.setdefault(id(telling.similarity), []), options, each))
        for telling in sorted(tellings, key=_order)
    ]
    taken = [0] * len(sources)
    chosen: list[tuple[Telling, str]] = []
    while sources and len(first) + len(chosen) < options.sentences:
        weights = [-telling.weight / (taken[place] + 1) ** 2 for place, (telling, _) in enumerate(sources)]
        best = weights.index(min(weights))
        telling, lines = sources[best]
        if (sentence := next(lines, None)) is None:
            del sources[best], taken[best]
            continue
        taken[best] += 1
        chosen.append((telling, sentence))
    return (*first, *_in_order(chosen))


def _in_order(chosen: Sequence[tuple[Telling, str]]) -> tuple[str, ...]:
    """The sentences; those of an article that is alone with its story change places until they follow its text."""
    following: dict[int, Iterator[str]] = {}
    for telling in {id(telling): telling for telling, _ in chosen if telling.is_of_one_article}.values():
        index_of = telling.similarity.index_of
        own = sorted((sentence for other, sentence in chosen if other is telling), key=index_of.__getitem__)
        following[id(telling)] = iter(own)
    return tuple(next(following[id(t)]) if id(t) in following else sentence for t, sentence in chosen)


def _order(telling: Telling) -> tuple[int, bool, tuple[int, ...], str]:
    newest = tuple(-ord(character) for character in telling.newest)
    return (-telling.weight, not newest, newest, min(telling.articles))


@dataclass(frozen=True, slots=True)
class _Turn:
    """All that decides which line of a story comes next, beside the options."""

    id: str
    """First article of the story, and how many of its lines stand before this one."""
    analyses: tuple[Analysis, ...]
    """Of its affair."""
    similar: SimilarOptions
    decided: tuple[StatementDecision, ...]
    gone: frozenset[str]
    """As the similarity of the affair has them."""
    articles: frozenset[str]
    statements: tuple[Statement, ...]
    topics: Mapping[str, Set[str]]
    printed: tuple[int, ...]
    """The lines of the affair before this one, by index."""
    chosen: tuple[Statement, ...]
    """Those of this story."""
    ranking: "_Ranking" = field(compare=False)
    """How it is found: what follows from the rest."""


class _Ranking:
    """The statements of a story, ranked when they are first asked for."""

    def __init__(self, telling: Telling, options: SummaryOptions) -> None:
        self.telling = telling
        self._options = options

    @cached_property
    def merits(self) -> Merits:
        return Merits(self.telling.similarity, self._options, self.telling.articles)

    @cached_property
    def best(self) -> list[tuple[float, Statement]]:
        """The best of those that are fit, with their merits."""
        ranked = self.merits.rank(self.telling.statements, frozenset())
        return [item for item in ranked if self.merits.is_fit(item[1])][: self._options.tried]

    def forget(self) -> None:
        """Let go of all of it: what is remembered of a turn must not hold the words of an affair."""
        self.__dict__.clear()


def _lines(telling: Telling, printed: list[int], options: SummaryOptions, each: Each) -> Iterator[str]:
    """The lines of one story: each time the statement that is best after those before it. `printed`: the lines of the
    affair, by index; those of this story are added; `each`: who chooses a line."""
    similarity, ranking = telling.similarity, _Ranking(telling, options)
    length = sum(line.article in telling.articles for line in similarity.corpus.lines)
    chosen: tuple[Statement, ...] = ()
    try:
        for number in range(int(options.share * length) or 1):
            turn = _Turn(
                id=f"{min(telling.articles)} {number}",
                analyses=similarity.corpus.analyses,
                similar=similarity.options,
                decided=similarity.decided,
                gone=similarity.gone,
                articles=telling.articles,
                statements=telling.statements,
                topics=telling.topics,
                printed=tuple(printed),
                chosen=chosen,
                ranking=ranking,
            )
            for found in surely(each, partial(_next_line, options=options), [turn]):
                if not found:
                    return
                chosen += found
            printed.append(similarity.index_of[chosen[-1].sentence])
            yield chosen[-1].sentence
    finally:
        ranking.forget()


def _next_line(turn: _Turn, options: SummaryOptions) -> tuple[Statement, ...]:
    """The statement that is best after those before it; empty: none is left.

    It costs to be like a line of another article and to come from an article that has one, and it counts to name a
    topic that no line names yet. In an article alone, a line before it is what it may lean on.
    """
    telling, merits = turn.ranking.telling, turn.ranking.merits
    similarity = telling.similarity
    lines = similarity.corpus.lines
    chosen = [similarity.index_of[statement.sentence] for statement in turn.chosen]
    articles = Counter(statement.sources[0] for statement in turn.chosen)
    named = {topic for statement in turn.chosen for topic in turn.topics.get(statement.sentence, ())}
    left = [item for item in turn.ranking.best if not _repeats(similarity, turn.printed, item[1].sentence, options)]

    def worth(item: tuple[float, Statement]) -> tuple[bool, float]:
        merit, statement = item
        index = similarity.index_of[statement.sentence]
        if telling.is_of_one_article:
            has_context = bool(chosen) and min(chosen) < index
            return True, merit + merits.leaning(lines[index]) * has_context
        others = (other for other in turn.printed if lines[other].article != lines[index].article)
        merit -= options.novelty * max((similarity.score(index, other) for other in others), default=0.0)
        is_new = bool(turn.topics.get(statement.sentence, frozenset()) - named)
        merit += options.fresh * is_new - options.spread * articles[statement.sources[0]]
        return merits.is_clear(statement), merit

    return (max(left, key=worth)[1],) if left else ()


def _repeats(similarity: Similarity, chosen: Sequence[int], sentence: str, options: SummaryOptions) -> bool:
    index = similarity.index_of[sentence]
    lines = similarity.corpus.lines
    return any(
        index == other
        or similarity.score(index, other)
        >= (options.repeats_within if lines[index].article == lines[other].article else options.repeats)
        for other in chosen
    )


def _turns(lines: Sequence[Line]) -> list[int]:
    """For each sentence how many of its article stand before it."""
    seen: Counter[str] = Counter()
    turns: list[int] = []
    for line in lines:
        turns.append(seen[line.article])
        seen[line.article] += 1
    return turns


def _last_names(similarity: Similarity) -> frozenset[tuple[str, str]]:
    """Articles with the last names of those whom they name in full, save those of whom their title speaks."""
    titles = {analysis.article.id: analysis.article.title or "" for analysis in similarity.corpus.analyses}
    return frozenset(
        (line.article, last)
        for line in similarity.corpus.lines
        for mention in line.mentions
        if mention.kind == "person" and " " in mention.text
        if (last := mention.text.rpartition(" ")[2]) not in titles[line.article]
    )


def _title_weights(similarity: Similarity, articles: Set[str] | None) -> dict[str, float]:
    """Stem → its share in the titles of the articles; of one article alone, in its title."""
    corpus = similarity.corpus
    total: dict[str, float] = {}
    for analysis in corpus.analyses:
        if articles is not None and analysis.article.id not in articles:
            continue
        for stem in sorted({token.stem for token in corpus.words_of_title(analysis.article) if token.stem}):
            total[stem] = total.get(stem, 0.0) + similarity.weight(stem)
    whole = math.fsum(total.values())
    return {stem: weight / whole for stem, weight in total.items()} if whole else {}
