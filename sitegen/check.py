"""Check: every link of a built site leads somewhere, every id stands once, and pages are named and light."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sitegen.built import BuiltPage, read_page
from sitegen.errors import Problem


@dataclass(frozen=True, slots=True)
class CheckOptions:
    most_page_bytes: int = 1_000_000
    """A page of the built site that is heavier, before a host packs it, is named by `check`: it is slow on a phone."""


def check_pages(files: Mapping[str, bytes], options: CheckOptions) -> tuple[Problem, ...]:
    """What is wanting in the titles, descriptions and sizes of a site's pages. `files`: path below the site → bytes.

    Names are not asked of pages that search engines are told to leave out.
    Problems: `title-missing`, a warning; `title-twice`, `description-missing`, `description-twice`, `page-heavy`,
    notes.
    """
    pages = {path: read_page(data) for path, data in sorted(files.items()) if path.endswith(".html")}
    problems: list[Problem] = []
    for path in pages:
        size = len(files[path])
        if size > options.most_page_bytes:
            message = f"{size:,} bytes; at most {options.most_page_bytes:,} are light"
            remedy = "split what it shows into several topics, or raise limits.most_page_bytes in sitegen.yml"
            problems.append(Problem("page-heavy", "note", message, path, remedy=remedy))
    listed = {path: page for path, page in pages.items() if page.is_listed}
    problems += _named({path: page.title for path, page in listed.items()}, "title")
    problems += _named({path: page.description for path, page in listed.items()}, "description")
    return tuple(problems)


def _named(names: Mapping[str, str], kind: str) -> Iterator[Problem]:
    """Pages that lack a name of this kind, and those that share one."""
    template = "give its template a block"
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        if name:
            paths[name].append(path)
        elif kind == "title":
            yield Problem("title-missing", "warning", "it has no title", path, remedy=f"{template} `title`")
        else:
            yield Problem("description-missing", "note", "it has no description", path, remedy=f"{template} `{kind}`")
    for name, sharing in paths.items():
        for path in sharing[1:]:
            shown = name if len(name) <= 60 else f"{name[:60]}…"
            message = f"its {kind} “{shown}” is that of {sharing[0]} too"
            remedy = "tell them apart: search engines and tabs show no more than this"
            code = "title-twice" if kind == "title" else "description-twice"
            yield Problem(code, "note", message, path, remedy=remedy)


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
