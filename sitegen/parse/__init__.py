"""Parse: a source in, the article that it holds out. One parser for each format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.errors import Outcome, Problem
from sitegen.model import Article, Metadata, Rights, Role, Source

from .blocks import make_blocks
from .decode import decode
from .frontmatter import read_front_matter
from .headings import DEFAULT_ROLES
from .markdown import read_markdown
from .plain import quotation_edits, recover_blocks

MARKDOWN = (".md", ".markdown")
PLAIN = (".txt",)
SUFFIXES = MARKDOWN + PLAIN
"""What `parse` reads, by the end of a file's name in lower case."""


@dataclass(frozen=True, slots=True)
class ParseOptions:
    roles: Mapping[str, Role] = field(default_factory=lambda: DEFAULT_ROLES)
    """Normalised words of a heading → what its section is for."""
    rights: Rights = "full"
    """Of an article that states none."""
    recurring: frozenset[str] = frozenset()
    """Normalised lines that recur across the documents of one import: headings of a template."""


def parse(source: Source, options: ParseOptions) -> Outcome[Article | None]:
    """The article that a source holds; None, with an error among the problems, when it is refused.

    Problems: those of `decode` and `read_front_matter`; `article-empty` when nothing is left below the front matter.
    """
    decoded = decode(source)
    text = decoded.value
    if text is None:
        return Outcome(None, decoded.problems)
    title: str | None = None
    metadata = Metadata(rights=options.rights)
    problems = decoded.problems
    if source.path.lower().endswith(MARKDOWN):
        read = read_front_matter(text, path=source.path, rights=options.rights)
        problems += read.problems
        if read.value is None:
            return Outcome(None, problems)
        title, metadata = read.value.title, read.value.metadata
        raw, edits = read_markdown(text, read.value.body)
    else:
        raw = recover_blocks(text, roles=options.roles, recurring=options.recurring)
        edits = quotation_edits(text, raw)
    blocks = make_blocks(source.id, text, raw, edits, options.roles)
    if not any(block.kind != "heading" for block in blocks):
        empty = Problem(
            "article-empty",
            "error",
            "the article has no text",
            source.path,
            0,
            0,
            "write the article below its title, or remove the file",
        )
        return Outcome(None, (*problems, empty))
    headline = next((block.text for block in blocks if block.role == "title"), None)
    article = Article(source.id, source.path, source.sha256, text, edits, blocks, title or headline, metadata)
    return Outcome(article, problems)
