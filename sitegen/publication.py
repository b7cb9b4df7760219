"""Publication: a built site → the files of a branch that a host serves, and what they change there. Pure."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.editions import day_of
from sitegen.errors import Problem
from sitegen.ownership import CNAME, MANIFEST, NO_JEKYLL, manifest_digests
from sitegen.published import Published
from sitegen.write import Change

FILE_MODE = "100644"
"""Of each file: no programs, no links, no submodules."""
MOST_SITE_BYTES = 1_000_000_000
"""Of a site of GitHub Pages: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits."""
MOST_FILE_BYTES = 100 * 1024 * 1024
"""Of a file that GitHub takes: https://docs.github.com/en/repositories/working-with-files/managing-large-files."""
_NEAR = 0.5
"""Share of a limit from which on it is named. GitHub warns of files from half of its limit on."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as its remote has it."""

    commit: str
    """Its newest; empty: there is no such branch."""
    tree: Mapping[str, tuple[str, str]]
    """Path → mode and id of the object there."""
    kept: Mapping[str, bytes]
    """Path → bytes, of the manifest, `briefing.json` and `CNAME`, those that are there."""
    object_format: str
    """By which git names objects: `sha1` or `sha256`."""


def files_to_publish(site: Mapping[str, bytes], own_cname: bytes | None, branch: Branch) -> dict[str, bytes]:
    """All that the branch is to hold, by path.

    `site`: the files of a built site; `own_cname`: of a file that somebody put into its folder, which stands above that
    of the branch.
    """
    cname = branch.kept.get(CNAME) if own_cname is None else own_cname
    return {**site, NO_JEKYLL: b"", **({CNAME: cname} if cname is not None else {})}


def object_id(data: bytes, object_format: str) -> str:
    """How git names a file with these bytes (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects)."""
    return hashlib.new(object_format, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def changes_on(branch: Branch, files: Mapping[str, bytes]) -> dict[str, Change]:
    """Path → what becomes of it on the branch, sorted. A file whose mode alone differs is changed."""
    wanted = {path: (FILE_MODE, object_id(data, branch.object_format)) for path, data in files.items()}
    changes: dict[str, Change] = {}
    for path in sorted({*wanted, *branch.tree}):
        if path not in branch.tree:
            changes[path] = "added"
        elif path not in wanted:
            changes[path] = "removed"
        elif wanted[path] != branch.tree[path]:
            changes[path] = "changed"
    return changes


def strangers_on(branch: Branch) -> tuple[str, ...]:
    """Paths on the branch that no build put there, sorted: publishing would remove them."""
    listed = manifest_digests(branch.kept.get(MANIFEST, b"")) or {}
    return tuple(sorted(branch.tree.keys() - {*listed, MANIFEST, NO_JEKYLL, CNAME}))


def size_problems(sizes: Mapping[str, int]) -> Iterator[Problem]:
    """What is over a limit of GitHub Pages, or near it. `sizes`: path → bytes.

    Problems: `site-heavy`, warnings: other hosts have other limits.
    """
    total = sum(sizes.values())
    if total > MOST_SITE_BYTES * _NEAR:
        message = f"the site has {total:,} bytes; GitHub Pages publishes at most {MOST_SITE_BYTES:,}"
        yield _heavy(message, "", "split the folder into several sites, or use another host")
    for path, size in sorted(sizes.items()):
        if size > MOST_FILE_BYTES * _NEAR:
            message = f"{size:,} bytes; GitHub takes files of at most {MOST_FILE_BYTES:,}"
            yield _heavy(message, path, "split the folder into several sites")


def publication_message(published: Published) -> str:
    """What a commit of the site says: the day of its newest source."""
    day = day_of(published)
    return f"Publish the briefing of {day}" if day else "Publish the briefing"


def some_of(paths: tuple[str, ...]) -> str:
    """`a.html, b.html, c.html and 4 more`."""
    more = f" and {len(paths) - _SHOWN:,} more" if len(paths) > _SHOWN else ""
    return ", ".join(paths[:_SHOWN]) + more


def _heavy(message: str, path: str, remedy: str) -> Problem:
    return Problem("site-heavy", "warning", message, path, remedy=remedy)
