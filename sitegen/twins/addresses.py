"""Addresses for crawlers: `sitemap.xml` and `robots.txt`."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose import urls
from sitegen.compose.options import ComposeOptions
from sitegen.compose.pages import Page
from sitegen.model import Article

from .written import day, escaped, newest

_MOST = 50_000
"""Addresses in a sitemap, by its protocol."""
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def robots(options: ComposeOptions) -> bytes:
    """`robots.txt`: everything may be read. The sitemap is named by its full address or not at all."""
    sitemap = f"\nSitemap: {options.site_url}{urls.SITEMAP}\n" if options.site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def sitemap_entry(page: Page, articles: Mapping[str, Article]) -> str:
    """What a sitemap says of a page. `articles`: path of an article's page → the article.

    A page changed when the newest article that it cites was published: nobody asks the clock.
    """
    article = articles.get(page.path)
    dates = (
        [article.metadata.updated, article.metadata.published]
        if article
        else [source.published for source in getattr(page, "sources", ())]
    )
    changed = day(newest(dates))
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escaped(page.site.canonical)}</loc>{lastmod}</url>\n"


def sitemaps(entries: Sequence[str], options: ComposeOptions) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml`; of more pages than one may hold, the parts that it then lists. Nothing without `site_url`.

    Source: https://www.sitemaps.org/protocol.html.
    """
    if not options.site_url:
        return
    parts = [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
    if len(parts) == 1:
        yield urls.SITEMAP, _sitemap(parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap(part)
    listed = "".join(f"<sitemap><loc>{escaped(options.site_url + name)}</loc></sitemap>\n" for name in names)
    yield urls.SITEMAP, f"{_DECLARATION}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n".encode()


def _sitemap(entries: Sequence[str]) -> bytes:
    return f"{_DECLARATION}<urlset {_NAMESPACE}>\n{''.join(entries)}</urlset>\n".encode()
