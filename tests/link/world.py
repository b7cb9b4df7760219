"""Small literal worlds: articles written as lists of sentences, made into what `link` takes."""

from collections.abc import Mapping, Sequence

from sitegen.analyse.date_values import anchor_of
from sitegen.analyse.dates import find_dates
from sitegen.analyse.numbers import find_numbers
from sitegen.link import LinkOptions, link
from sitegen.model import (
    Analysis,
    Article,
    Block,
    Briefing,
    DateExpression,
    EntityKind,
    Mention,
    Metadata,
    NumberExpression,
    Sentence,
)
from sitegen.text import distinct_ids

World = Mapping[str, Sequence[str]]
"""Article id → its lines. `# …` is the title, `## …` a heading; `… & …` puts two sentences in one paragraph."""

TUNNEL: World = {
    "gazette": [
        "# Council backs Skarne tunnel",
        "The Harbour Council approved the Skarne tunnel on Tuesday after a debate of nine hours.",
        "Ferry crews fear for their jobs. & They marched through Marstad in heavy rain.",
        "The tunnel plan foresees two lanes and a cycle path beneath the strait.",
        "The ferry crews want a pension fund from the council.",
        "Engineers warned that flood barriers at both ends may not be high enough.",
        "A bakery in Lund won the county prize for rye bread.",
    ],
    "herald": [
        "# Tunnel vote",
        "After nine hours of debate the Harbour Council approved the Skarne tunnel on Tuesday.",
        "Hundreds of ferry crews marched through Marstad against the tunnel plan.",
        "Flood barriers are the weakest part of the design, two engineers said.",
        "The tunnel plan has two lanes and a cycle path.",
    ],
    "post": [
        "# A strait divided",
        "A pension fund for ferry crews will be debated in May, the mayor promised.",
        "Under the tunnel plan, traffic would begin to roll in eight years.",
        "The flood barriers alone cost as much as the old harbour.",
        "Storms have broken flood barriers at Marstad three times.",
        "Older ferry crews remember the winter when the strait froze over.",
    ],
}


def analyses(world: World, names: Mapping[str, EntityKind] | None = None) -> tuple[Analysis, ...]:
    """One analysis an article, in the order of `world`. `names`: words to be mentioned wherever they occur."""
    return tuple(_analysis(id_, lines, names or {}) for id_, lines in world.items())


def briefing(world: World, names: Mapping[str, EntityKind] | None = None) -> Briefing:
    """What `link` makes of a world."""
    return link(analyses(world, names), LinkOptions()).value


def texts(made: Briefing) -> dict[str, str]:
    """Sentence id → its words."""
    return {sentence.id: sentence.text for analysis in made.analyses for sentence in analysis.sentences}


def _analysis(article: str, lines: Sequence[str], names: Mapping[str, EntityKind]) -> Analysis:
    text = "\n\n".join(line.replace(" & ", " ") for line in lines)
    block_ids = distinct_ids(f"{article}.b", lines)
    sentence_ids = iter(
        distinct_ids(f"{article}.s", [s for line in lines if line[0] != "#" for s in line.split(" & ")])
    )
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    title, under, position = None, None, 0
    for id_, line in zip(block_ids, lines, strict=True):
        end = position + len(line.replace(" & ", " "))
        words = line.lstrip("# ")
        if line.startswith("#"):
            level = line.count("#", 0, 3)
            title = words if level == 1 else title
            role = "title" if level == 1 else "other"
            blocks.append(Block(id_, "heading", role, end - len(words), end, words, level))  # type: ignore[arg-type]
            under = id_
        else:
            role = "other" if any(block.kind == "paragraph" for block in blocks) else "lead"
            blocks.append(Block(id_, "paragraph", role, position, end, text[position:end], 0, under))  # type: ignore[arg-type]
            start = position
            for words in line.split(" & "):
                made = Sentence(next(sentence_ids), article, id_, start, start + len(words), words)
                sentences.append(made)
                start = made.end + 1
        position = end + 2
    undated = anchor_of(None)
    dates = tuple(
        DateExpression(sentence.id, start, end, sentence.text[start:end], reading.value, reading.basis)
        for sentence in sentences
        for start, end, reading in find_dates(sentence.text, undated)
    )
    return Analysis(
        Article(article, f"{article}.md", "0" * 64, text, (), tuple(blocks), title, Metadata()),
        tuple(sentences),
        tuple(mention for sentence in sentences for mention in _mentions(sentence, names)),
        (),
        dates,
        numbers=tuple(
            NumberExpression(sentence.id, found.start, found.end, sentence.text[found.start : found.end], *found[2:])
            for sentence in sentences
            for found in find_numbers(
                sentence.text, [(date.start, date.end) for date in dates if date.sentence == sentence.id]
            )
        ),
    )


def _mentions(sentence: Sentence, names: Mapping[str, EntityKind]) -> list[Mention]:
    found: list[Mention] = []
    for name in sorted(names, key=len, reverse=True):
        start = sentence.text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(start < other.end and other.start < end for other in found):
                found.append(Mention(sentence.id, start, end, name, names[name]))
            start = sentence.text.find(name, end)
    return sorted(found, key=lambda mention: mention.start)
