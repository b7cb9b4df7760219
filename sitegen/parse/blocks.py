"""From the blocks that a format's parser found to those of an article: words, ids, roles, headings above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Block, BlockKind, Edit, Role
from sitegen.text import distinct_ids, normalise, project


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as a format's parser sees it: where, what, and why it thinks so."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Headings only: 1 is the title, 2 a section, 3 a subsection."""
    reasons: tuple[str, ...] = ()
    """In words, for `explain`; empty where the markup says it."""


def make_blocks(
    article: str, text: str, raw: Sequence[RawBlock], edits: Sequence[Edit], roles: Mapping[str, Role]
) -> tuple[Block, ...]:
    """The blocks of an article, in order; those without a printed word are left out.

    `roles` maps the normalised words of a heading to what its section is for. A section whose heading it does not
    name takes the role of the section around it, else `other`; a paragraph before the first section is the lead if
    it is the first one.
    """
    words = [project(text, block.start, block.end, edits) for block in raw]
    kept = [(block, printed) for block, printed in zip(raw, words, strict=True) if printed]
    ids = distinct_ids(f"{article}.b", [printed for _, printed in kept])
    blocks: list[Block] = []
    above: list[Block] = []  # the open headings, outermost first
    lead_seen = False
    for id_, (block, printed) in zip(ids, kept, strict=True):
        role: Role
        if block.kind == "heading":
            while above and above[-1].level >= block.level:
                above.pop()
            enclosing: Role = above[-1].role if above else "other"
            role = (
                "title"
                if block.level == 1
                else roles.get(normalise(printed), "other" if enclosing == "title" else enclosing)
            )
        elif above and above[-1].level > 1:
            role = above[-1].role
        else:
            role = "other" if lead_seen or block.kind != "paragraph" else "lead"
            lead_seen = lead_seen or block.kind == "paragraph"
        under = above[-1].id if above else None
        made = Block(id_, block.kind, role, block.start, block.end, printed, block.level, under, block.reasons)
        blocks.append(made)
        if block.kind == "heading":
            above.append(made)
    return tuple(blocks)
