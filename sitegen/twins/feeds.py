"""Feeds: the topics, those with the newest sources first, as Atom and as JSON Feed.

Ids are UUIDs made of the site's address and the path of the page (RFC 9562, version 5), dates those of the newest
article that a topic cites: building again changes neither.
"""

import hashlib
from collections.abc import Iterator, Sequence
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


def json_feed(topics: Sequence[TopicPage], options: ComposeOptions) -> bytes | None:
    """`feed.json`; None without topics. Addresses only where the site has one; no date where no source has any.

    Source: https://www.jsonfeed.org/version/1.1/.
    """
    if not topics:
        return None
    url = options.site_url
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(topics[0], options.translator),
        **({"home_page_url": url, "feed_url": url + urls.FEED} if url else {}),
        **({"description": clean(options.description)} if clean(options.description) else {}),
        "language": options.language,
        "authors": [{"name": _title(topics[0], options.translator)}],
    }
    items = [
        {
            "id": _id(page.path, options),
            **({"url": page.site.canonical} if url else {}),
            "title": clean(page.title),
            "content_html": _content(page, options.translator),
            **({"date_modified": updated} if (updated := _updated(page)) else {}),
            "tags": [clean(link.text) for link in page.names],
        }
        for page in newest_first(topics)
    ]
    lines = ",\n".join(f"{as_json(name)}: {as_json(value)}" for name, value in facts.items())
    return f'{{\n{lines},\n"items": {json_lines(items)}\n}}\n'.encode()


def atom_feed(topics: Sequence[TopicPage], options: ComposeOptions) -> bytes | None:
    """`feed.xml`; None without `site_url`, or if no topic has a dated source: an entry must have a link and a date.

    Source: RFC 4287.
    """
    dated = [(page, updated) for page in newest_first(topics) if (updated := _updated(page))]
    if not dated or not options.site_url:
        return None
    url = escaped(options.site_url)
    subtitle = f"<subtitle>{escaped(options.description)}</subtitle>\n" if clean(options.description) else ""
    entries = "".join(
        "<entry>\n"
        f"<id>{_id(page.path, options)}</id>\n"
        f"<title>{escaped(page.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{escaped(page.site.canonical)}"/>\n'
        f"<updated>{updated}</updated>\n"
        f"{''.join(_category(link.text) for link in page.names)}"
        f'<content type="html">{_escaped_lines(_content(page, options.translator))}</content>\n'
        "</entry>\n"
        for page, updated in dated
    )
    title = escaped(_title(topics[0], options.translator))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escaped(options.language)}">\n'
        f"<id>{_id(urls.INDEX, options)}</id>\n"
        f"<title>{title}</title>\n"
        f"{subtitle}"
        f'<link rel="self" type="application/atom+xml" href="{url}{urls.ATOM}"/>\n'
        f'<link rel="alternate" type="text/html" href="{url}"/>\n'
        f"<updated>{dated[0][1]}</updated>\n"
        f"<author><name>{title}</name></author>\n"
        f"{entries}</feed>\n"
    ).encode()


def _escaped_lines(markup: str) -> str:
    """Markup as the text of an XML element: its lines stay."""
    return "\n".join(map(escaped, markup.split("\n")))


def _title(page: TopicPage, translator: Translator) -> str:
    return clean(page.site.title) or translator.gettext("Briefing")


def _category(name: str) -> str:
    return f'<category term="{escaped(name)}"/>\n' if clean(name) else ""


def _updated(page: TopicPage) -> str | None:
    return instant(newest(source.published for source in page.sources))


def newest_first(topics: Sequence[TopicPage]) -> list[TopicPage]:
    """The topics of a feed, undated ones last; of one moment, in the order of the index page, as `topics` are."""
    dates = {page.path: newest([_updated(page)]) or "" for page in topics}
    return sorted(topics, key=lambda page: dates[page.path], reverse=True)[:ENTRIES]


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
