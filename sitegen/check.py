"""Check: every link of a built site leads somewhere, and every id stands once."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from sitegen.built import BuiltPage, read_page
from sitegen.errors import Problem


def check_site(files: Mapping[str, bytes], site_url: str | None = None) -> tuple[Problem, ...]:
    """What is wrong with the links and ids of a site. `files`: path below the site → bytes.

    Links to other hosts are left alone. Addresses below `site_url` are followed like relative ones.
    Problems: `link-dead`, `anchor-dead`, `id-twice`.
    """
    pages = {path: read_page(data) for path, data in sorted(files.items()) if path.endswith(".html")}
    anchors = {path: {id_ for id_, _ in page.ids} for path, page in pages.items()}
    problems: list[Problem] = []
    for path, page in pages.items():
        problems += _twice(path, page)
        for link in page.links:
            target, fragment = resolve(path, link.href, site_url)
            if target is None:
                continue
            if target not in files:
                problems.append(
                    Problem(
                        "link-dead",
                        "error",
                        f'"{link.href}" leads nowhere',
                        path,
                        link.line,
                        remedy="build the site again; if it stays, the template or theme writes a wrong address",
                    )
                )
            elif fragment and target in anchors and fragment not in anchors[target]:
                problems.append(
                    Problem(
                        "anchor-dead",
                        "error",
                        f'"{link.href}": there is no id "{fragment}" on that page',
                        path,
                        link.line,
                        remedy="build the site again; if it stays, the template or theme writes a wrong address",
                    )
                )
    return tuple(problems)


def _twice(path: str, page: BuiltPage) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for id_, line in page.ids:
        if id_ in first:
            yield Problem(
                "id-twice",
                "error",
                f'id "{id_}" stands here and on line {first[id_]}',
                path,
                line,
                remedy="give one of the two elements another id in the template",
            )
        first.setdefault(id_, line)


def resolve(page: str, href: str, site_url: str | None = None) -> tuple[str | None, str]:
    """The path and fragment that `href` on `page` leads to; (None, "") if that is not on this site."""
    if site_url and href.startswith(site_url):
        page, href = "index.html", href[len(site_url) :]
    try:
        parts = urlsplit(href)
    except ValueError:
        return href, ""
    if parts.scheme or parts.netloc:
        return None, ""
    if parts.path.startswith("/"):
        return parts.path, ""  # never right: a site must open from disk and from any sub-path
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)
