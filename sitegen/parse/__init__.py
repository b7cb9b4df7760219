"""Parse: a source in, the articles that it holds out. One parser for each format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from sitegen.errors import Outcome, Problem
from sitegen.model import Article, Block, Edit, Metadata, Rights, Role, Source
from sitegen.text import digest, slug

from .as_markdown import as_markdown
from .blocks import RawBlock, make_blocks
from .credits import find_credits
from .decode import decode
from .extract import Extract, TextBlock
from .formats import BINARY, FEEDS, LETTERS, MARKDOWN, PAGES, PDF, PLAIN, SUFFIXES, WORD, is_text
from .frontmatter import read_front_matter
from .headings import DEFAULT_ROLES
from .markdown import read_markdown
from .outlets import Registry, make_registry, with_outlet
from .plain import quotation_edits, recover_blocks
from .visible import visible_words

__all__ = [
    "BINARY",
    "FEEDS",
    "MARKDOWN",
    "PAGES",
    "PLAIN",
    "SUFFIXES",
    "Articles",
    "ParseOptions",
    "is_text",
    "parse",
    "visible_words",
]

Articles = Outcome[tuple[Article, ...]]
_TAG_STARTS = ("<", "&lt;", "\\u003c", "\\u003C")
"""Of markup, and of the markup that the items of a feed hold."""


@dataclass(frozen=True, slots=True)
class ParseOptions:
    roles: Mapping[str, Role] = field(default_factory=lambda: DEFAULT_ROLES)
    """Normalised words of a heading → what its section is for."""
    rights: Rights = "full"
    """Of an article that states none."""
    recurring: frozenset[str] = frozenset()
    """Normalised lines that recur across the documents of one import: headings of a template."""
    registry: Registry = field(default_factory=lambda: make_registry(()))
    """The outlets that the desk knows."""
    most_lines: int = 50_000
    """Of a text or Markdown file: a long novel has as many."""
    most_tags: int = 100_000
    """Of a page or feed, opening and closing: the largest pages that people read have half of that."""


def parse(source: Source, options: ParseOptions) -> Articles:
    """The articles that a source holds: one, or those of a feed; none, with an error among the problems, if refused.

    The text of an article is the decoded source if that is Markdown or plain text, else the Markdown that `import`
    would write of it.
    Problems: those of `decode` and of the format's parser; `article-draft`, a note, for one that is to stay out of the
    site; `article-empty` when there is nothing but headings.
    """
    read = _reader(source.path)
    if source.path.lower().endswith(BINARY):
        outcome = read(source, "", options)
    else:
        decoded = decode(source)
        if decoded.value is None:
            return Outcome((), decoded.problems)
        if too_much := _over_limit(source.path, decoded.value, options):
            return Outcome((), (*decoded.problems, too_much))
        read_outcome = read(source, decoded.value, options)
        outcome = Outcome(read_outcome.value, (*decoded.problems, *read_outcome.problems))
    return Outcome(tuple(_with_facts(article, options) for article in outcome.value), outcome.problems)


def _over_limit(path: str, text: str, options: ParseOptions) -> Problem | None:
    """Why a text is refused before any parser sees it: what they do grows with lines and tags more than with bytes."""
    is_markup = path.lower().endswith(PAGES + FEEDS + LETTERS)
    count = sum(map(text.count, _TAG_STARTS)) if is_markup else 0
    name, key, most = "tags", "most_tags", options.most_tags
    if count <= most and not path.lower().endswith(PAGES + FEEDS):
        count, name, key, most = text.count("\n"), "lines", "most_lines", options.most_lines
    if count <= most:
        return None
    remedy = f"split it, or raise limits.{key} in sitegen.yml"
    return Problem("article-large", "error", f"{count:,} {name}; at most {most:,} are read", path, remedy=remedy)


def _reader(path: str) -> Callable[[Source, str, ParseOptions], Articles]:
    suffixes = {_markdown: MARKDOWN, _page: PAGES, _feed: FEEDS, _letter: LETTERS, _word: WORD, _pdf: PDF}
    return next((read for read, ends in suffixes.items() if path.lower().endswith(ends)), _plain)


def _markdown(source: Source, text: str, options: ParseOptions) -> Articles:
    read = read_front_matter(text, path=source.path, rights=options.rights)
    if read.value is None:
        return Outcome((), read.problems)
    if read.value.is_draft:
        draft = Problem("article-draft", "note", "a draft", source.path, remedy="to publish it, take `draft: true` out")
        return Outcome((), (*read.problems, draft))
    raw, edits = read_markdown(text, read.value.body)
    made = _article(source, text, raw, edits, read.value.metadata, read.value.title, options)
    return Outcome(made.value, (*read.problems, *made.problems))


def _plain(source: Source, text: str, options: ParseOptions) -> Articles:
    raw = recover_blocks(text, roles=options.roles, recurring=options.recurring)
    return _article(source, text, raw, quotation_edits(text, raw), Metadata(rights=options.rights), None, options)


def _page(source: Source, text: str, options: ParseOptions) -> Articles:
    from .html import read_html  # only where there is HTML: its libraries take a second to load

    read = read_html(text, path=source.path, rights=options.rights)
    if read.value is None:
        return Outcome((), read.problems)
    made = _extracted(source, source.id, read.value, options)
    return Outcome(made.value, (*read.problems, *made.problems))


def _feed(source: Source, text: str, options: ParseOptions) -> Articles:
    from .feeds import read_feed

    read = read_feed(text)
    problems = [replace(problem, path=source.path) for problem in read.problems]
    articles: list[Article] = []
    for extract in read.value:
        made = _extracted(source, item_id(source.id, extract), extract, options)
        articles += made.value
        problems += (_of_item(problem, extract) for problem in made.problems)
    if read.value and not articles:
        remedy = "save the pages that it leads to, or remove the file"
        problems.append(Problem("article-empty", "error", "no item of the feed has text", source.path, remedy=remedy))
    return Outcome(tuple(articles), tuple(problems))


def item_id(feed: str, extract: Extract) -> str:
    """The id of a feed's item. The digest is of what the item calls itself, so that no other item can move it."""
    return f"{feed}/{slug(extract.title or 'item')}--{digest(extract.name)}"


def _of_item(problem: Problem, extract: Extract) -> Problem:
    """What is an error of a file is a warning about an item: the others are there."""
    message = f'"{(extract.title or extract.name)[:60]}": {problem.message}'
    return replace(problem, level="warning", message=message, remedy="save the page that it leads to")


def _letter(source: Source, _text: str, options: ParseOptions) -> Articles:
    from .mail import letter_texts, read_letter

    if too_much := _over_limit(source.path, "\n".join(letter_texts(source.data)), options):
        return Outcome((), (too_much,))
    read = read_letter(source.data, path=source.path, roles=options.roles, recurring=options.recurring)
    if read.value is None:
        return Outcome((), read.problems)
    made = _extracted(source, source.id, read.value, options)
    return Outcome(made.value, (*read.problems, *made.problems))


def _word(source: Source, _text: str, options: ParseOptions) -> Articles:
    from .office import read_word

    read = read_word(source.data, path=source.path)
    return _extracted(source, source.id, read.value, options) if read.value else Outcome((), read.problems)


def _pdf(source: Source, _text: str, options: ParseOptions) -> Articles:
    from .office import read_pdf

    read = read_pdf(source.data, path=source.path, roles=options.roles)
    return _extracted(source, source.id, read.value, options) if read.value else Outcome((), read.problems)


def _extracted(source: Source, id_: str, extract: Extract, options: ParseOptions) -> Articles:
    """The article of an extract: its text is written as Markdown, and read back."""
    title = [TextBlock("heading", extract.title, 1)] if extract.title else []
    text = as_markdown([*title, *extract.blocks])
    raw, edits = read_markdown(text)
    metadata = extract.metadata
    if "rights" not in dict(metadata.basis):
        metadata = replace(metadata, rights=options.rights)
    return _article(replace(source, id=id_), text, raw, edits, metadata, extract.title, options)


def _article(
    source: Source,
    text: str,
    raw: tuple[RawBlock, ...],
    edits: tuple[Edit, ...],
    metadata: Metadata,
    title: str | None,
    options: ParseOptions,
) -> Articles:
    blocks = make_blocks(source.id, text, raw, edits, options.roles)
    if not any(block.kind != "heading" for block in blocks):
        remedy = "write the article below its title, or remove the file"
        return Outcome((), (Problem("article-empty", "error", "the article has no text", source.path, remedy=remedy),))
    title = title or next((block.text for block in blocks if block.role == "title"), None)
    return Outcome((Article(source.id, source.path, source.sha256, text, edits, blocks, title, metadata),))


def _with_facts(article: Article, options: ParseOptions) -> Article:
    """What the text itself and the desk's registry say of an article, added to what its file says."""
    metadata = find_credits(_first_paragraph(article.blocks), article.metadata)
    return replace(article, metadata=with_outlet(metadata, options.registry))


def _first_paragraph(blocks: tuple[Block, ...]) -> str:
    return next((block.text for block in blocks if block.kind == "paragraph"), "")
