"""A saved web page → the article in it, or the reason why there is none."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.errors import Outcome, Problem
from sitegen.model import BlockKind, Rights
from sitegen.text import normalise

from .extract import Extract, TextBlock
from .html_body import article_passages
from .html_page import DEEPEST, Box, Passage, over_limit, read_page
from .html_title import headline
from .html_walls import is_wall
from .pagefacts import page_facts

_DEEPEST_LEVEL = 3
_LONGEST_BOLD_HEADING = 80
"""Characters of a bold line that stands for a heading."""
_MOST_IN_ITEM = 2
"""Passages of a list item; one with more is a section that the page numbers."""
_MOSTLY = 0.5
"""Share of an article's characters in quotations above which the page uses their tag for something else."""


def read_html(text: str, *, path: str = "", rights: Rights = "full") -> Outcome[Extract | None]:
    """The article of a saved page: title, blocks and facts; None, with an error, if the page holds none.

    The words of the title and of each block stand in `visible_text` of the page. Any text gives an outcome.

    Problems: `html-too-deep`; `no-article-text`, for a page that asks for consent, a login, a subscription or scripts,
    or says that there is no such page.
    """
    simplify = "save its article as text"
    if reason := over_limit(text):
        return _refused("html-too-deep", reason, path, simplify)
    page = read_page(text)
    if page.depth > DEEPEST:
        return _refused("html-too-deep", f"its elements nest more than {DEEPEST} deep", path, simplify)
    passages = article_passages(page)
    title = headline(page, passages)
    blocks = _blocks(passages, title)
    if not any(block.kind != "heading" for block in blocks) or is_wall(page.name, passages):
        remedy = "open the page in a browser, wait until the article shows, and save it again"
        return _refused("no-article-text", "no article text found", path, remedy)
    first = next(passage for passage in passages if passage.kind != "heading")
    facts = page_facts(page, title=title, start=page.passages.index(first), rights=rights)
    return Outcome(Extract(title, blocks, facts))


def _refused(code: str, message: str, path: str, remedy: str) -> Outcome[Extract | None]:
    return Outcome(None, (Problem(code, "error", message, path, remedy=remedy),))


def _blocks(passages: Sequence[Passage], title: str | None) -> tuple[TextBlock, ...]:
    """The passages as blocks, without the title and without headings that nothing follows."""
    words = [passage for passage in passages if not _is_title(passage, title) and normalise(passage.text)]
    kinds = list(_kinds(words))
    while kinds and kinds[-1] == "heading":
        kinds.pop()
    return tuple(
        TextBlock(kind, passage.text, _level(passage) if kind == "heading" else 0)
        for kind, passage in zip(kinds, words, strict=False)
    )


def _is_title(passage: Passage, title: str | None) -> bool:
    return passage.kind == "heading" and title is not None and normalise(passage.text) == normalise(title)


def _level(passage: Passage) -> int:
    """1 and 2 are sections; the title is not among the blocks. A bold line ranks below all headings."""
    return min(max(passage.level, 2), _DEEPEST_LEVEL) if passage.level else _DEEPEST_LEVEL


def _kinds(passages: Sequence[Passage]) -> Iterator[BlockKind]:
    """The kind of each passage: that of its tags, unless the page uses them for looks."""
    in_items = Counter(item for passage in passages if (item := _item(passage.box)))
    numbered = {item for passage in passages if passage.kind == "heading" and (item := _item(passage.box))}
    numbered |= {item for item, count in in_items.items() if count > _MOST_IN_ITEM}
    quoted = sum(len(passage.text) for passage in passages if passage.kind == "quotation")
    all_quoted = quoted > _MOSTLY * sum(len(passage.text) for passage in passages)
    for index, passage in enumerate(passages):
        below = passages[index + 1] if index + 1 < len(passages) else None
        if _is_bold_heading(passage, below):
            yield "heading"
        elif (passage.kind == "list_item" and _item(passage.box) in numbered) or (
            passage.kind == "quotation" and all_quoted
        ):
            yield "paragraph"
        else:
            yield passage.kind


def _item(box: Box) -> Box | None:
    return next((around for around in box.boxes() if around.tag in ("li", "dd")), None)


def _is_bold_heading(passage: Passage, below: Passage | None) -> bool:
    """Whether a paragraph is a heading in looks: one bold line, no sentence, above plain words."""
    return (
        passage.kind == "paragraph"
        and passage.is_bold
        and not passage.in_links
        and len(passage.text) <= _LONGEST_BOLD_HEADING
        and passage.text[-1].isalnum() | (passage.text[-1] in "?’”\"')")
        and below is not None
        and below.kind != "heading"
        and not below.is_bold
    )
