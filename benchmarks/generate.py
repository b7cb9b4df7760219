"""Writes a folder of invented news: stories told by several outlets, with the truth beside.

    python benchmarks/generate.py DIR --articles N [--seed S] [--plain]

DIR becomes a project: `content/` with the articles, `sitegen.yml`, and `truth.json`: a story a line, with its facts and
the sentences that state them as `[article, start, end, value]` (path below `content/`; offsets in characters into
the file; the number that the sentence gives, or null), its copies and its contradictions. The same arguments give
the same bytes.
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.invented import Draft, Part, Said, Story, told


@dataclass(slots=True)
class Written:
    """What the truth says of a story, gathered while its articles are written."""

    articles: list[str] = field(default_factory=list)
    facts: dict[str, list[tuple[str, int, int, int | None]]] = field(default_factory=dict)


def generate(folder: Path, *, articles: int, seed: int = 1, plain: bool = False) -> None:
    """Write `articles` articles and their truth into `folder`, which must be empty or missing.

    `plain`: text files without markup or front matter, as pasted.
    Raises: FileExistsError if the folder holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "sitegen.yml").write_text(
        f"title: Invented news\nlimits:\n  most_files: {max(articles * 2, 1000)}\n", "utf-8"
    )
    written = 0
    with (folder / "truth.json").open("w", encoding="utf-8", newline="\n") as truth:
        truth.write(f'{{"seed": {seed}, "articles": {articles}, "stories": [\n')
        for story, drafts in told(Random(seed), articles):
            made = Written()
            for draft in drafts:
                path = _path(draft, written, plain=plain)
                text, places = write_down(draft, plain=plain)
                target = content / path
                target.parent.mkdir(exist_ok=True)
                target.write_text(text, "utf-8", newline="\n")
                made.articles.append(path)
                for said, start, end in places:
                    if said.fact:
                        made.facts.setdefault(said.fact, []).append((path, start, end, said.value))
                written += 1
            line = json.dumps(_truth(story, drafts, made), ensure_ascii=False)
            truth.write(line + (",\n" if written < articles else "\n"))
        truth.write("]}\n")


def write_down(draft: Draft, *, plain: bool) -> tuple[str, list[tuple[Said, int, int]]]:
    """The text of an article, and each sentence with its span there."""
    pieces: list[str] = [] if plain else [_front_matter(draft)]
    length = sum(map(len, pieces))
    places: list[tuple[Said, int, int]] = []
    before = ""
    for part in draft.parts:
        if before:
            gap = "\n" if before == part.kind == "list_item" else "\n\n"
            pieces.append(gap)
            length += len(gap)
        mark = _mark(part, plain=plain)
        pieces.append(mark)
        length += len(mark)
        for index, said in enumerate(part.sentences):
            if index:
                pieces.append(" ")
                length += 1
            pieces.append(said.text)
            places.append((said, length, length + len(said.text)))
            length += len(said.text)
        before = part.kind
    return "".join(pieces) + "\n", places


def _mark(part: Part, *, plain: bool) -> str:
    if part.kind == "list_item":
        return "- "
    if plain:
        return ""
    return {"heading": "#" * part.level + " ", "quotation": "> "}.get(part.kind, "")


def _front_matter(draft: Draft) -> str:
    if draft.published is None:
        return ""
    return f"---\npublisher: {draft.outlet}\npublished: {draft.published.isoformat()}\n---\n\n"


def _path(draft: Draft, serial: int, *, plain: bool) -> str:
    title = draft.parts[0].sentences[0].text
    return f"{_slug(draft.outlet)}/{serial:06}-{_slug(title)[:60].strip('-')}.{'txt' if plain else 'md'}"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _truth(story: Story, drafts: list[Draft], made: Written) -> dict[str, Any]:
    """What `truth.json` says of a story."""
    contradictions = [
        {"fact": name, "values": sorted(values)}
        for name, places in made.facts.items()
        if len(values := {value for *_, value in places if value is not None}) > 1
    ]
    return {
        "id": story.id,
        "affair": story.affair,
        "round": story.round,
        "kind": story.kind,
        "day": story.day.isoformat(),
        "articles": made.articles,
        "facts": made.facts,
        "copies": [
            {"article": made.articles[place], "of": made.articles[draft.copy_of], "kind": draft.copy_kind}
            for place, draft in enumerate(drafts)
            if draft.copy_of is not None
        ],
        "contradictions": contradictions,
    }


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0; 2 when the folder is not empty."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--articles", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--plain", action="store_true", help="text files without markup or front matter")
    options = parser.parse_args(arguments)
    try:
        generate(options.folder, articles=options.articles, seed=options.seed, plain=options.plain)
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
