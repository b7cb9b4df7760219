"""Which passages of a page are the article: what trafilatura finds, and what it loses on the way.

trafilatura decides where the article is; the words come from the page's own passages, never from its output. It loses
about half of the list items and some subheadings, which stand among the passages that it kept: those are taken back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sitegen.text import normalise

from .html_page import Box, Page, Passage

_RUN = 4
"""Words in a row that tell one passage from another."""
_MOST_PASSAGES = 5_000
_MOST_ELEMENTS = 20_000
"""Above these trafilatura, whose time grows with their square, is left out: 80 000 paragraphs take over a minute."""
_MOST_KEPT = 0.6
"""Share of a passage's runs that trafilatura has to have for the passage to count as kept. Its own inner edits, such
as a dropped link, cost a few."""
_MOST_LINKED = 0.5
"""Share of characters in links above which a passage leads elsewhere."""
_ALL_LINKED = 0.85
"""The same of a paragraph among others: "Read more: …", the tags at the end. A link in a sentence stays below."""
_NEARLY_ALL = 0.9
"""Share of an article's characters that its box holds: a standfirst may stand above, a postscript below."""
_FULL_STOPS = (".", "!", "?", "…", "”", '"', "»", "。")
_LONG = 80
"""Characters of a passage that is prose rather than a label; for the fallback."""

_APART_TAGS = frozenset("aside button dialog figcaption figure footer form menu nav search select textarea".split())
_APART_NAMES = frozenset(
    """ad ads advert advertisement advertorial banner breadcrumb breadcrumbs byline caption comment comments consent
    cookie cookies copyright credit credits dialog disqus donate donation follow footer gdpr latest login menu modal
    mostread nav navbar navigation newsletter outbrain pagination paywall popular popup privacy promo promoted
    promotion recirc recirculation recommend recommendation recommendations recommended related share sharedaddy
    sharing sidebar signup social sponsor sponsored subscribe subscription taboola tags teaser toc toolbar trending
    upsell widget""".split()
)
"""Words of `class` and `id` that mark what stands apart from an article. Only looked at inside of its own box."""


def article_passages(page: Page) -> tuple[Passage, ...]:
    """The passages of a page that are its article, in order; empty if there is none.

    Tables and code are among them, captions are not. No word is changed: passages are taken whole or left.

    Known failures: an article in several boxes of which one is small; lists that consist of links; a subheading at
    the very end.
    Method: trafilatura in precision mode, without its own fallbacks (decision 0006, pages); passages found in its text
    by runs of four words; then, inside of the boxes that hold them, headings above and lists between them.
    """
    kept = _kept(page)
    if not kept:
        kept = _densest(page.passages)
    if not kept:
        return ()
    kept = _in_one_place(page.passages, kept)
    main = _main_box(page.passages, kept)
    kept = {index for index in kept if not _is_label(page.passages[index], main)}
    kept = kept | set(_lost(page.passages, kept, main))
    return tuple(passage for index, passage in enumerate(page.passages) if index in kept)


def _kept(page: Page) -> set[int]:
    """The indexes of the passages that trafilatura keeps."""
    if len(page.passages) > _MOST_PASSAGES or page.elements > _MOST_ELEMENTS:
        return set()
    lines = _main_text(page.root)
    whole = set(lines)
    runs = {run for line in lines for run in _runs(line)}
    kept = set()
    for index, passage in enumerate(page.passages):
        words = tuple(normalise(passage.text).split())
        if len(words) < _RUN:
            if words in whole:
                kept.add(index)
            continue
        own = list(_runs(words))
        if sum(run in runs for run in own) >= _MOST_KEPT * len(own):
            kept.add(index)
    return kept


def _main_text(root: Any) -> list[tuple[str, ...]]:
    """The main text in trafilatura's eyes: the words of each of its elements, normalised."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - costs a third of a second

    found = bare_extraction(root, fast=True, favor_precision=True, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    lines = ["".join(element.itertext()) for element in body.iter() if element is not body]
    lines.append(" ".join(body.itertext()))  # of tables and broken lines: words stand apart that are joined above
    return [tuple(words) for line in lines if (words := normalise(line).split())]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def _densest(passages: Sequence[Passage]) -> set[int]:
    """The fallback: the passages of the box that holds most prose.

    Method: each long passage with few links gives its length to its box's parent, and half to the one above
    (Readability's scoring, without its names).
    """
    scores: Counter[Box] = Counter()
    for passage in passages:
        if len(passage.text) < _LONG or passage.in_links > _MOST_LINKED or _stands_apart(passage.box, None):
            continue
        above = [box for box in passage.box.boxes() if box.tag not in ("p", "li", "ul", "ol", "blockquote")][:2]
        for share, box in zip((2, 1), above, strict=False):
            scores[box] += share * len(passage.text)
    if not scores:
        return set()
    best = max(scores, key=lambda box: scores[box])
    return {
        index
        for index, passage in enumerate(passages)
        if passage.in_links <= _MOST_LINKED and best in passage.box.boxes() and not _stands_apart(passage.box, best)
    }


def _in_one_place(passages: Sequence[Passage], kept: set[int]) -> set[int]:
    """`kept` without second copies elsewhere: words that stand in the article and in a teaser beside it."""
    weights = _weights(passages[index] for index in kept)
    copies: dict[str, list[int]] = {}
    for index in sorted(kept):
        if _is_caption(passages[index]):
            continue
        copies.setdefault(normalise(passages[index].text), []).append(index)
    best: set[int] = set()
    for indexes in copies.values():
        heaviest = max(_weight_around(passages[index].box, weights) for index in indexes)
        best.update(index for index in indexes if _weight_around(passages[index].box, weights) == heaviest)
    return best


def _weights(passages: Iterable[Passage]) -> Counter[Box]:
    """Box → characters of the passages in it, at any depth."""
    weights: Counter[Box] = Counter()
    for passage in passages:
        for box in passage.box.boxes():
            weights[box] += len(passage.text)
    return weights


def _weight_around(box: Box, weights: Counter[Box]) -> int:
    """Characters in the first box that holds more than this passage."""
    own = weights[box]
    return next((weights[around] for around in box.boxes() if weights[around] > own), own)


def _main_box(passages: Sequence[Passage], kept: set[int]) -> Box:
    """The innermost box that holds nearly all of the article."""
    weights = _weights(passages[index] for index in kept)
    least = _NEARLY_ALL * sum(len(passages[index].text) for index in kept)
    return min((box for box in weights if weights[box] >= least), key=lambda box: (weights[box], -_depth(box)))


def _depth(box: Box) -> int:
    return sum(1 for _ in box.boxes())


def _is_label(passage: Passage, main: Box) -> bool:
    """Whether a passage that trafilatura keeps is a caption, a button, a teaser all the same."""
    if passage.kind == "paragraph" and passage.in_links > _ALL_LINKED:
        return True
    if not _stands_apart(passage.box, main):
        return False
    return _is_caption(passage) or len(passage.text) < _LONG or passage.in_links > _MOST_LINKED


def _is_caption(passage: Passage) -> bool:
    return any(box.tag == "figcaption" or "caption" in box.names for box in passage.box.boxes())


def _lost(passages: Sequence[Passage], kept: set[int], main: Box) -> Iterator[int]:
    """Passages that belong between those kept: subheadings, list items, tables, short paragraphs."""
    prose = [index for index in kept if passages[index].kind != "heading"]
    if not prose:
        return
    beside = _beside(passages[index].box for index in prose)
    taken = set(kept)
    for index, passage in enumerate(passages):
        if index in kept or passage.kind == "heading" or passage.in_links > _MOST_LINKED:
            continue
        if not _is_beside(passage, beside) or _stands_apart(passage.box, main):
            continue
        if passage.kind == "list_item" or min(prose) < index < max(prose) or passage.text.endswith(_FULL_STOPS):
            taken.add(index)
            yield index
    for index in reversed(range(len(passages) - 1)):
        passage = passages[index]
        if index in kept or passage.kind != "heading" or index + 1 not in taken or _stands_apart(passage.box, main):
            continue
        if passage.in_links <= _MOST_LINKED or _is_beside(passage, beside):
            taken.add(index)
            yield index


def _is_beside(passage: Passage, beside: set[Box]) -> bool:
    return passage.box.parent in beside or _list_box(passage.box).parent in beside


def _beside(boxes: Iterable[Box]) -> set[Box]:
    """The boxes that hold kept passages directly: paragraphs' parents."""
    return {box.parent for inner in boxes if (box := _list_box(inner)).parent is not None}


def _list_box(box: Box) -> Box:
    """The outermost list around a passage; its own box if there is none."""
    outermost = box
    for around in box.boxes():
        if around.tag in ("ul", "ol", "dl"):
            outermost = around
        elif around.tag not in ("li", "dd", "dt", "p", "div"):
            break
    return outermost


def _stands_apart(box: Box, main: Box | None) -> bool:
    """Whether one of the boxes around a passage, inside of `main`, says that it is no part of an article."""
    for around in box.boxes():
        if around is main:
            return False
        if around.tag in ("html", "body", "main", "article"):
            continue
        if around.tag in _APART_TAGS or around.names & _APART_NAMES:
            return True
    return False
