"""What the formats that are not text hand over: an article's blocks and facts, before it has a text to point into."""

from dataclasses import dataclass

from sitegen.model import BlockKind, Metadata


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block by its words alone."""

    kind: BlockKind
    text: str
    """Folded (`sitegen.text.fold`); of tables and code, lines as they are."""
    level: int = 0
    """Headings only: 1 is the title, 2 a section, 3 a subsection."""


@dataclass(frozen=True, slots=True)
class Extract:
    """An article taken out of a page, a feed or a letter."""

    title: str | None
    blocks: tuple[TextBlock, ...]
    """The body in order; the title is not among them."""
    metadata: Metadata
    """With `basis` for every field that is set."""
    name: str = ""
    """What tells it apart from others of the same source, such as a feed's item id; empty if it is alone."""
