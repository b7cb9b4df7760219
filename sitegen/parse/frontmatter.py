"""Front matter: the `---` block above a Markdown article, split off strictly and read into metadata."""

from dataclasses import dataclass
from typing import cast

from sitegen.errors import Outcome, Problem
from sitegen.fields import read_mapping
from sitegen.model import Metadata, Rights
from sitegen.text import fold

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article, and where its body begins."""

    title: str | None
    metadata: Metadata
    imported_sha256: str | None
    """Of the file as `import` wrote it, less the line with this digest."""
    body: int
    """Offset of the first character after the front matter."""


def split(text: str) -> tuple[str | None, int]:
    """The front matter of a Markdown text and the offset of its body; (None, 0) if there is none.

    Front matter begins with `---` alone on the first line and ends at the next such line. A first line `---` with an
    empty line below it is a rule, not front matter. An unclosed one gives ("", -1).
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE or len(lines) < 2 or not lines[1].strip():
        return None, 0
    start = offset = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() in (FENCE, "..."):
            return text[start:offset], min(offset + len(line) + 1, len(text))
        offset += len(line) + 1
    return "", -1


def read_front_matter(text: str, *, path: str, rights: Rights = "full") -> Outcome[FrontMatter | None]:
    """The front matter of a Markdown text; None, with an error among the problems, when it can't be relied on.

    `rights` holds where the article states none.
    Problems: `front-matter-unclosed`, those of `sitegen.fields`.
    """
    yaml_text, body = split(text)
    if body < 0:
        unclosed = Problem(
            "front-matter-unclosed",
            "error",
            'the front matter that begins with "---" is not closed',
            path,
            1,
            0,
            'write "---" alone on the line below the last key',
        )
        return Outcome(None, (unclosed,))
    read = read_mapping(yaml_text or "", path=path, first_line=2)
    fields = read.value
    if fields is None:
        return Outcome(None, read.problems)
    title = fields.text("title")
    published = fields.date("published")
    date = fields.date("date")  # the name that most generators use
    metadata = Metadata(
        published=published or date,
        updated=fields.date("updated"),
        publisher=_clean(fields.text("publisher")),
        author=", ".join(filter(None, map(_clean, fields.texts("author")))) or None,
        url=fields.url("url"),
        language=fields.language("language"),
        rights=cast(Rights, fields.choice("rights", ("full", "cited")) or rights),
        document=fields.text("document"),
        document_sha256=fields.text("document_sha256"),
    )
    front_matter = FrontMatter(_clean(title), metadata, fields.text("imported_sha256"), body)
    problems = fields.finish(unknown="warning")
    broken = any(problem.level == "error" for problem in problems)
    return Outcome(None if broken else front_matter, problems)


def _clean(value: str | None) -> str | None:
    return (fold(value) or None) if value else None
