"""Small articles, one block a line, built without a parser."""

import re

from sitegen.model import Article, Block, Edit, Metadata
from sitegen.text import project


def article_of(text: str, *, published: str | None = None, language: str | None = None) -> Article:
    """An article whose lines are blocks: `# ` opens a heading, `- ` an item. `*` and `&amp;` are edited away."""
    edits = tuple(
        Edit(match.start(), match.end(), {"*": ""}.get(match.group(), "&")) for match in re.finditer(r"\*|&amp;", text)
    )
    blocks: list[Block] = []
    for match in re.finditer(r"^(# |- )?(.*\S.*)$", text, re.MULTILINE):
        kind = {"# ": "heading", "- ": "list_item"}.get(match[1] or "", "paragraph")
        words = project(text, match.start(2), match.end(2), edits)
        if words:
            blocks.append(
                Block(f"a.b{len(blocks)}", kind, "other", match.start(2), match.end(2), words)  # type: ignore[arg-type]
            )
    return Article("a", "a.md", "0", text, edits, tuple(blocks), None, Metadata(published=published, language=language))
