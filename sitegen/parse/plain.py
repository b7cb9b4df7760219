"""Plain text that lost its formatting → blocks: title, headings and their levels, lists, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sitegen.model import BlockKind, Edit, Role
from sitegen.text import normalise

from .blocks import RawBlock
from .heading_rules import why_headings
from .lines import COLONS, FULL_STOPS, PAUSES, Group, Mark, end_mark, group_lines

_KINDS: Mapping[Mark, BlockKind] = {
    "": "paragraph",
    "bullet": "list_item",
    "number": "list_item",
    "quote": "quotation",
}
_LONGEST_TEMPLATE = 60
"""Characters, of a heading that recurs."""
_LONGEST_ITEM = 160
"""Characters, of an item of a list that lost its marks."""
_ROW = 4
"""So many lines in a row without a full stop are a list that lost its marks; three may be part, chapter, section."""
_ROW_AFTER_COLON = 2
_REPEATED_MARK = re.compile(r"\n[^\S\n]*>[>\s]*")


def recover_blocks(
    text: str, *, roles: Mapping[str, Role], recurring: frozenset[str] = frozenset()
) -> tuple[RawBlock, ...]:
    """The blocks of a plain text, in order; headings and guessed list items with their reasons.

    `roles` names section headings, `recurring` lines that other documents of the same import share; both normalised
    (`sitegen.text.normalise`). These template headings are sections, level 2. Another heading is level 3 if it stands
    directly under a section's, or follows such a one in the same section; else 2. The title, level 1, is a heading
    in the first line, or in the second below a line that recurs; none is made up.

    Known failures: headings that end in a full stop; captions, slogans and fragments in the shape of a heading; lists
    without marks whose items are sentences.
    Method: scored rules (`heading_rules`) over lines that were unwrapped first (`lines`).
    """
    groups = group_lines(text)
    names = ["" if end_mark(group.words) in PAUSES else normalise(group.words) for group in groups]
    is_known = [name in roles for name in names]
    recurs = [name in recurring for name in names]
    is_template = [known or shared for known, shared in zip(is_known, recurs, strict=True)]
    reasons = why_headings(groups, is_known=is_known, recurs=recurs)
    title = _title(reasons, is_known, recurs)
    items = _unmarked_items(groups, reasons, is_template, title)
    is_heading = [bool(why) and index not in items for index, why in enumerate(reasons)]
    levels = _levels(is_heading, is_template, title)
    return tuple(
        _block(group, level, why, items.get(index))
        for index, (group, level, why) in enumerate(zip(groups, levels, reasons, strict=True))
    )


def recurring_lines(texts: Iterable[str]) -> frozenset[str]:
    """The template headings of documents made alike: short lines above longer ones, normalised, in two or more.

    Equal documents count once. Known failure: a byline or slogan that stands above the text in each.
    Method: document frequency, no list of words.
    """
    counts: Counter[str] = Counter()
    for text in set(texts):
        counts.update(
            {
                normalise(line.words)
                for line, below in pairwise(group_lines(text))
                if not line.mark and len(line.words) <= _LONGEST_TEMPLATE
                if below.mark or len(below.words) > len(line.words)
            }
        )
    return frozenset(name for name, count in counts.items() if name and count > 1)


def quotation_edits(text: str, blocks: Iterable[RawBlock]) -> tuple[Edit, ...]:
    """The edits that take out of print the marks which a wrapped quotation repeats on each line, by start."""
    return tuple(
        Edit(match.start(), match.end(), " ")
        for block in blocks
        if block.kind == "quotation"
        for match in _REPEATED_MARK.finditer(text, block.start, block.end)
    )


def _block(group: Group, level: int, why_heading: tuple[str, ...], why_item: str | None) -> RawBlock:
    if level:
        return RawBlock("heading", group.start, group.end, level, why_heading)
    if why_item:
        return RawBlock("list_item", group.start, group.end, reasons=(why_item,))
    return RawBlock(_KINDS[group.mark], group.start, group.end)


def _title(reasons: Sequence[tuple[str, ...]], is_known: Sequence[bool], recurs: Sequence[bool]) -> int | None:
    """The index of the title; "Press release" above the titles of many documents is none of theirs."""
    if not reasons or not reasons[0] or is_known[0]:
        return None
    is_banner = recurs[0] and len(reasons) > 1 and reasons[1] and not (is_known[1] or recurs[1])
    return 1 if is_banner else 0


def _levels(is_heading: Sequence[bool], is_template: Sequence[bool], title: int | None) -> list[int]:
    """The level of each heading, 0 of all else."""
    levels: list[int] = []
    here = 2
    for index, (heading, template) in enumerate(zip(is_heading, is_template, strict=True)):
        if not heading or index == title:
            levels.append(int(heading))
            continue
        if template:
            here = 2
        elif levels and levels[-1] > 1:
            here = 3
        levels.append(here)
    return levels


def _unmarked_items(
    groups: Sequence[Group], reasons: Sequence[tuple[str, ...]], is_template: Sequence[bool], title: int | None
) -> dict[int, str]:
    """Lists that lost their marks: the indexes of their items, and why.

    Method: rows of lines without a full stop: long rows, or such as a colon leads in to. Commas or semicolons
    at its lines' ends take the next line in. The last line of another may be the heading of what follows.
    """
    may_be_item = [_may_be_item(group) and not template for group, template in zip(groups, is_template, strict=True)]
    items: dict[int, str] = {}
    start = 1 + (title or 0)
    while start < len(groups):
        stop = start
        while stop < len(groups) and may_be_item[stop]:
            stop += 1
        above = groups[start - 1]
        led_in = not above.mark and end_mark(above.words) in COLONS
        is_row = stop - start >= (_ROW_AFTER_COLON if led_in else _ROW)
        if is_row and stop < len(groups):
            if any(end_mark(group.words) in PAUSES for group in groups[start:stop]):
                stop += not (groups[stop].mark or is_template[stop] or len(groups[stop].words) > _LONGEST_ITEM)
            elif reasons[stop - 1] and not led_in:
                stop -= 1
        if is_row:
            why = "follows a colon" if led_in else "in a row of lines without a full stop"
            items.update(dict.fromkeys(range(start, stop), why))
        start = max(stop, start + 1)
    return items


def _may_be_item(group: Group) -> bool:
    return (
        not (group.mark or group.underlined)
        and len(group.words) <= _LONGEST_ITEM
        and end_mark(group.words) not in FULL_STOPS | COLONS
    )
