"""Which sentences stand for a topic, and which for the whole folder."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sitegen.model import Statement

from .corpus import Line
from .similar import Similarity, dot, unit
from .statements import is_clear_alone
from .words import COMMON_STEMS


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """What a sentence needs to head a topic or the index page.

    `central`, `prominent` and `long_from` are those of decision 0006, summary; the others were set by judgement.
    """

    sentences: int = 6
    """On the index page; fewer when there are fewer topics."""
    fewest: int = 4
    """Under it, topics are asked a second time."""
    tried: int = 4
    """Statements of a topic; when all of them repeat what was chosen, the topic has had its say."""
    central: float = 2.2
    """Weight of the closeness to the topic's other statements."""
    prominent: float = 0.9
    """Weight of the place: lead, list of key points, body."""
    naming: float = 1.0
    """For naming the topic itself."""
    long_from: int = 26
    """Words; each one more costs `per_word`."""
    per_word: float = 0.03
    """Points."""
    short_to: int = 8
    """Words; a sentence of fewer says too little."""
    vague: float = 0.65
    """Share of common words from which a sentence is filler ("could shape the future")."""
    repeats: float = 0.28
    """Score of a pair from which the second says the first again: the one from which statements are joined."""


def rank_for_summary(
    statements: Sequence[Statement],
    naming: Set[str],
    similarity: Similarity,
    options: SummaryOptions,
) -> list[Statement]:
    """The statements of one topic, the one that best stands for it first. `naming`: sentences that name it."""
    total: dict[str, float] = {}
    for statement in statements:
        for stem, value in similarity.vectors[similarity.index_of[statement.sentence]].items():
            total[stem] = total.get(stem, 0.0) + value
    centre = unit(total)

    def merit(statement: Statement) -> tuple[bool, float, str]:
        index = similarity.index_of[statement.sentence]
        line = similarity.corpus.lines[index]
        value = min(3, statement.origins - 1) + options.prominent * line.prominence
        value += options.central * dot(similarity.vectors[index], centre)
        value -= options.per_word * max(0, len(line.tokens) - options.long_from)
        value += options.naming * (statement.sentence in naming)
        return (not is_fit(line, options), -value, statement.id)

    return sorted(statements, key=merit)


def is_fit(line: Line, options: SummaryOptions) -> bool:
    """Whether a sentence can head a page: clear alone, no question, no fragment, no filler."""
    common = sum(stem in COMMON_STEMS for stem in line.stems) / max(1, len(line.stems))
    asks = line.sentence.text.rstrip("\"”’'").endswith("?")
    return is_clear_alone(line) and not asks and len(line.tokens) >= options.short_to and common < options.vague


def choose_leads(ranked_by_topic: Sequence[Sequence[Statement]]) -> list[str]:
    """For each topic the sentence that heads it: among its best three, the first that heads none before it."""
    leads: list[str] = []
    for ranked in ranked_by_topic:
        fresh = (statement.sentence for statement in ranked[:3] if statement.sentence not in leads)
        leads.append(next(fresh, ranked[0].sentence))
    return leads


def choose_summary(
    ranked_by_topic: Sequence[tuple[Similarity, Sequence[Statement]]],
    options: SummaryOptions,
    pinned: Sequence[tuple[Similarity, int]] = (),
) -> tuple[str, ...]:
    """Sentence ids for the index page: one a topic, in the order of topics, none that says another again.

    Each topic comes with the similarity of its affair. With few topics, a second and a third round, until there are
    `options.fewest`. `pinned`: those that stand there in any case, before the others.
    """
    chosen: list[tuple[Similarity, int]] = list(pinned)
    for wanted in (options.sentences, options.fewest, options.fewest):
        for similarity, ranked in ranked_by_topic:
            if len(chosen) >= wanted:
                break
            if (index := _fresh(ranked[: options.tried], chosen, similarity, options)) is not None:
                chosen.append((similarity, index))
    return tuple(similarity.corpus.lines[index].sentence.id for similarity, index in chosen)


def _fresh(
    statements: Sequence[Statement],
    chosen: Sequence[tuple[Similarity, int]],
    similarity: Similarity,
    options: SummaryOptions,
) -> int | None:
    """Index of the first sentence that is fit and says nothing again that is chosen."""
    others = [index for affair, index in chosen if affair is similarity]
    for statement in statements:
        index = similarity.index_of[statement.sentence]
        is_new = index not in others and all(similarity.score(index, o) < options.repeats for o in others)
        if is_new and is_fit(similarity.corpus.lines[index], options):
            return index
    return None
