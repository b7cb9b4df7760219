"""Mixed articles: Markdown, plain text, saved pages and feeds, and names that a disk may take for one."""

import html
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from random import Random

from benchmarks.generate import write_down
from benchmarks.invented import told
from benchmarks.newsstream import Told, stream
from benchmarks.scale import front_matter, real_articles

_ITEMS = 10
"""Of a feed."""
_TRAMS = "Trams in Vessel ran {} minutes late on Monday. A crane in the harbour of Vessel stands in their way.\n"
_ODD: dict[str, str] = {
    "Trams.md": f"# Trams run late\n\n{_TRAMS.format('twenty')}",
    "trams.md": f"# Trams run late\n\n{_TRAMS.format('thirty')}",
    "stadt/Überblick.txt": "Überblick\n\nDie Straßenbahn in Vessel fuhr am Montag zu spät, sagte die Leiterin.\n",
    "stadt/İstanbul.txt": "Trams in İstanbul\n\nTrams in İstanbul ran on Monday. ISTANBUL was told at 12:30.\n",
    "unclosed.md": "---\ntitle: Never closed\n",
}
"""Articles beside the others: names that differ in case or need a locale to fold, another language, a refused file."""


def mixed_articles(articles: int, corpora: Path | None = None) -> dict[str, bytes]:
    """Path below `content/` → bytes: `articles` articles, and those of `_ODD`. The same arguments give the same.

    A third are texts of `corpora`, if there is such a folder; of the others one half are stories of `invented.py`, as
    Markdown, the other notices of `newsstream.py`, as text, saved pages and items of feeds in turn.
    """
    texts = {f"corpora/{n:05}.md": text for n, text in enumerate(islice(_real(corpora), articles // 3))}
    stories = (articles - len(texts)) // 2
    drafts = chain.from_iterable(drafts for _, drafts in told(Random(1), stories))
    for number, draft in enumerate(islice(drafts, stories)):
        texts[f"stories/{number:05}.md"] = write_down(draft, plain=False)[0]
    notices = list(stream(articles - len(texts), are_short=True))
    third = len(notices) // 3
    texts |= {f"texts/{one.id}.txt": "\n\n".join((one.title, *one.paragraphs)) + "\n" for one in notices[:third]}
    texts |= {f"pages/{one.id}.html": _page(one) for one in notices[third : 2 * third]}
    for start in range(2 * third, len(notices), _ITEMS):
        texts[f"feeds/{start:05}.xml"] = _feed(notices[start : start + _ITEMS])
    return {path: text.encode() for path, text in (texts | _ODD).items()}


def _real(corpora: Path | None) -> Iterator[str]:
    for one in real_articles(corpora) if corpora else ():
        facts = {"title": one.title, "published": one.published, "publisher": one.outlet}
        yield f"{front_matter(facts)}{one.text.strip()}\n"


def _page(one: Told) -> str:
    paragraphs = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in one.paragraphs)
    head = f'<title>{one.title}</title><meta property="article:published_time" content="{one.published}">'
    return f"<html><head>{head}</head><body><article><h1>{one.title}</h1>\n{paragraphs}</article></body></html>\n"


def _feed(notices: list[Told]) -> str:
    items = "".join(
        f"<item><title>{one.title}</title><guid>{one.id}</guid><pubDate>{one.published:%d %b %Y} 08:00:00 GMT</pubDate>"
        f"<description>{html.escape(' '.join(f'<p>{words}</p>' for words in one.paragraphs))}</description></item>\n"
        for one in notices
    )
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Notices</title>\n{items}</channel></rss>\n'
