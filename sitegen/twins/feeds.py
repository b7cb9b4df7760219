"""Feeds: the topics, those with the newest sources first, as Atom and as JSON Feed.

Ids are UUIDs made of the site's address and the path of the page (RFC 9562, version 5), dates those of the newest
article that a topic cites: building again changes neither.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import StatementItem, TopicPage
from sitegen.interface import Translator
from sitegen.interface.direction import attributes

from .cited import Citations, Cited, outlet_and_day
from .written import as_json, clean, escaped, instant, json_lines, newest

ENTRIES = 100
"""More topics than that are news to nobody; readers fetch the whole feed each time."""
_STATEMENTS = 20
"""Of a topic, the most corroborated first: the page has the rest."""
_URL_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""Of RFC 9562, for names that are addresses."""


class Entry(NamedTuple):
    """What a feed says of a topic."""

    path: str
    """Of its page below the site."""
    address: str | None
    """Of its page on the web."""
    title: str
    updated: str | None
    """RFC 3339, of the newest dated source; None without one."""
    content: str
    """HTML."""
    names: tuple[str, ...]
    """That its statements speak of."""
    site_title: str


def entry(page: TopicPage, options: ComposeOptions) -> Entry:
    """The entry of a topic."""
    return Entry(
        page.path,
        page.site.canonical,
        page.title,
        instant(newest(source.published for source in page.sources)),
        _content(page, options.translator),
        tuple(link.text for link in page.names),
        page.site.title,
    )


def json_feed(entries: Sequence[Entry], options: ComposeOptions) -> bytes | None:
    """`feed.json`; None without topics. Addresses only where the site has one; no date where no source has any.

    `entries`: in the order of the index page. Source: https://www.jsonfeed.org/version/1.1/.
    """
    if not entries:
        return None
    url = options.site_url
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(entries[0], options.translator),
        **({"home_page_url": url, "feed_url": url + urls.FEED} if url else {}),
        **({"description": clean(options.description)} if clean(options.description) else {}),
        "language": options.language,
        "authors": [{"name": _title(entries[0], options.translator)}],
    }
    items = [
        {
            "id": _id(topic.path, options),
            **({"url": topic.address} if url else {}),
            "title": clean(topic.title),
            "content_html": topic.content,
            **({"date_modified": topic.updated} if topic.updated else {}),
            "tags": [clean(name) for name in topic.names],
        }
        for topic in newest_first(entries)
    ]
    lines = ",\n".join(f"{as_json(name)}: {as_json(value)}" for name, value in facts.items())
    return f'{{\n{lines},\n"items": {json_lines(items)}\n}}\n'.encode()


def atom_feed(entries: Sequence[Entry], options: ComposeOptions) -> bytes | None:
    """`feed.xml`; None without `site_url`, or if no topic has a dated source: an entry must have a link and a date.

    `entries`: in the order of the index page. Source: RFC 4287.
    """
    dated = [topic for topic in newest_first(entries) if topic.updated]
    if not dated or not options.site_url:
        return None
    url = escaped(options.site_url)
    subtitle = f"<subtitle>{escaped(options.description)}</subtitle>\n" if clean(options.description) else ""
    written = "".join(
        "<entry>\n"
        f"<id>{_id(topic.path, options)}</id>\n"
        f"<title>{escaped(topic.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{escaped(topic.address)}"/>\n'
        f"<updated>{topic.updated}</updated>\n"
        f"{''.join(map(_category, topic.names))}"
        f'<content type="html">{_escaped_lines(topic.content)}</content>\n'
        "</entry>\n"
        for topic in dated
    )
    title = escaped(_title(entries[0], options.translator))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escaped(options.language)}">\n'
        f"<id>{_id(urls.INDEX, options)}</id>\n"
        f"<title>{title}</title>\n"
        f"{subtitle}"
        f'<link rel="self" type="application/atom+xml" href="{url}{urls.ATOM}"/>\n'
        f'<link rel="alternate" type="text/html" href="{url}"/>\n'
        f"<updated>{dated[0].updated}</updated>\n"
        f"<author><name>{title}</name></author>\n"
        f"{written}</feed>\n"
    ).encode()


def _escaped_lines(markup: str) -> str:
    """Markup as the text of an XML element: its lines stay."""
    return "\n".join(map(escaped, markup.split("\n")))


def _title(topic: Entry, translator: Translator) -> str:
    return clean(topic.site_title) or translator.gettext("Briefing")


def _category(name: str) -> str:
    return f'<category term="{escaped(name)}"/>\n' if clean(name) else ""


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The topics of a feed, undated ones last; of one moment, in the order of the index page, as `entries` are."""
    dates = {topic.path: newest([topic.updated]) or "" for topic in entries}
    return sorted(entries, key=lambda topic: dates[topic.path], reverse=True)[:ENTRIES]


def _id(path: str, options: ComposeOptions) -> str:
    """`urn:uuid:…` of a page."""
    name = (options.site_url or "sitegen:") + path
    made = bytearray(hashlib.sha1(_URL_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    digits = made.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _content(page: TopicPage, translator: Translator) -> str:
    """The first statements of a topic, each with who stands behind it, as HTML without markup of its own."""
    citations = Citations(page)
    items = page.statements
    shown = items[:_STATEMENTS]
    lines = [f"<p>{escaped(page.counts)}</p>"]
    lines += (
        f"<blockquote{attributes(clean(line.language), translator.language)}><p>{escaped(line.text)}</p></blockquote>"
        for line in page.summary
    )
    lines += ["<ul>", *(line for item in shown for line in _statement(item, citations, page, translator)), "</ul>"]
    if more := len(items) - len(shown):
        words = translator.ngettext("%(n)s more on the page.", "%(n)s more on the page.", more)
        lines.append(f"<p>{escaped(words)}</p>")
    return "\n".join(lines)


def _statement(item: StatementItem, citations: Citations, page: TopicPage, translator: Translator) -> Iterator[str]:
    sources = "; ".join(_linked(cited, page, translator) for cited in citations.of(item.line))
    words = escaped(item.line.text)
    if item.line.language:
        words = f"<span{attributes(clean(item.line.language), translator.language)}>{words}</span>"
    yield f"<li>{words}<br>"
    yield f"<small>{escaped(item.support)}. {escaped(item.voice.words)}. {sources}</small></li>"


def _linked(cited: Cited, page: TopicPage, translator: Translator) -> str:
    """Who says it and when; where the site has an address, with the way to the passage."""
    words = escaped(outlet_and_day(cited.source, translator))
    if not page.site.canonical:
        return words
    return f'<a href="{escaped(urljoin(page.site.canonical, cited.passage.href))}">{words}</a>'
