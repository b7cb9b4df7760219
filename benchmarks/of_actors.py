"""Whose act or position sentences report: how the sentences labelled in `tests/labelled/actors.txt` are judged."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import analysis_of, article_of
from benchmarks.scoring import Item
from sitegen.link.corpus import make_corpus
from sitegen.link.entities import EntityOptions, merge_mentions
from sitegen.link.sides import find_actors, with_sides

FILE = Path(__file__).parents[1] / "tests" / "labelled" / "actors.txt"
NOBODY = "-"


class Labelled(NamedTuple):
    """A sentence, and the answers that are right."""

    actors: frozenset[str]
    sides: frozenset[str]
    sentence: str


class Verdict(NamedTuple):
    labelled: Labelled
    actor: str
    side: str

    @property
    def has_right_actor(self) -> bool:
        return _plain(self.actor) in {_plain(actor) for actor in self.labelled.actors}

    @property
    def has_right_side(self) -> bool:
        return self.side in self.labelled.sides


def paragraphs(text: str) -> list[list[Labelled]]:
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [[_labelled(line) for line in part.splitlines()] for part in lines.strip().split("\n\n")]


def _labelled(line: str) -> Labelled:
    actors, sides, sentence = (cell.strip() for cell in line.split(" | "))
    return Labelled(frozenset(actors.split(" / ")), frozenset(sides.split(" / ")), sentence)


def judge(paragraph: Sequence[Labelled]) -> Iterator[Verdict]:
    """What the program finds in a paragraph that is all of an article.

    Raises: ValueError if it is cut into other sentences.
    """
    analysis = analysis_of(article_of("a", " ".join(item.sentence for item in paragraph), whole=True))
    corpus = make_corpus([analysis])
    entities = with_sides(merge_mentions(corpus, EntityOptions()), corpus)
    found = {actor.sentence: actor for actor in find_actors(entities, corpus.analyses)}
    for sentence, labelled in zip(analysis.sentences, paragraph, strict=True):
        actor = found.get(sentence.id)
        side = (actor.side if actor else None) or NOBODY
        yield Verdict(labelled, actor.text if actor else NOBODY, side)


def actors(_: list[Item], __: Path) -> Iterator[Item]:
    """`{outcome}` for each sentence of this project's own sample: `right`, or what is wrong."""
    for paragraph in paragraphs(FILE.read_text("utf-8")):
        for verdict in judge(paragraph):
            wrong = "side wrong" if verdict.has_right_actor else "actor wrong"
            is_right = verdict.has_right_actor and verdict.has_right_side
            yield {"sentence": verdict.labelled.sentence, "outcome": "right" if is_right else wrong}


def _plain(words: str) -> str:
    return words.replace("'", "’").removeprefix("The ").removeprefix("the ").removesuffix("’s").casefold()
