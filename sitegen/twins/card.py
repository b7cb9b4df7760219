"""Cards: the picture that a link to a page is previewed with. Bars without words: a font for all scripts is no small
thing, and the words stand beside the picture in any preview.
"""

from collections import Counter
from collections.abc import Sequence

from sitegen.compose.pages import TopicPage

from .png import Canvas

WIDTH, HEIGHT = 1200, 630
_PALETTE = ((0xFD, 0xFC, 0xF9), (0x0B, 0x4F, 0x9E), (0xB9, 0xCD, 0xE6), (0x1B, 0x1B, 0x1B))
_PAPER, _DARK, _PALE, _INK = range(4)
_MARGIN = 80
_TOP = 230
_MOST = 7
_STEP = 46
_BAR = 30


def topic_card(page: TopicPage) -> bytes:
    """A PNG with a bar an article, those with the most statements first: dark what others carry too, pale the rest."""
    marks = [(item.is_corroborated, _article(mark.number)) for item in page.statements for mark in item.line.notes]
    shared, alone = (
        Counter(article for is_shared, article in marks if is_shared is wanted) for wanted in (True, False)
    )
    return _card([(shared[source.number], alone[source.number]) for source in page.sources])


def site_card(topics: Sequence[tuple[int, int]]) -> bytes:
    """The same with a bar a topic: those of `topic_bar`."""
    return _card(topics)


def topic_bar(page: TopicPage) -> tuple[int, int]:
    """How many statements of a topic others carry too, and how many not."""
    shared = sum(item.is_corroborated for item in page.statements)
    return shared, len(page.statements) - shared


def _article(number: str) -> int:
    return int(number.partition(".")[0])


def _card(bars: Sequence[tuple[int, int]]) -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, _PALETTE)
    canvas.fill(0, 0, WIDTH, 16, _DARK)
    canvas.fill(_MARGIN, 80, 96, 96, _DARK)  # the site's icon
    for place, width in enumerate((48, 48, 30)):
        canvas.fill(_MARGIN + 24, 80 + 25 + 18 * place, width, 9, _PAPER)
    canvas.fill(_MARGIN + 124, 167, WIDTH - 2 * _MARGIN - 124, 9, _INK)
    shown = sorted(bars, key=lambda bar: (-sum(bar), -bar[0]))[:_MOST]
    longest = max(map(sum, shown), default=0)
    for place, (shared, alone) in enumerate(shown):
        full = (WIDTH - 2 * _MARGIN) * (shared + alone) // longest if longest else 0
        dark = full * shared // (shared + alone) if full else 0
        canvas.fill(_MARGIN, _TOP + place * _STEP, full, _BAR, _PALE)
        canvas.fill(_MARGIN, _TOP + place * _STEP, dark, _BAR, _DARK)
    return canvas.png()
