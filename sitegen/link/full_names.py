"""Names in full that are one: the same words, more of them, or another spelling."""

from collections import defaultdict
from collections.abc import Mapping

from sitegen.each import Each, here, surely

from .form_words import FullName, read_meeting
from .name_book import Name, NameBook, Why
from .name_forms import Likeness, likeness


def merge_full_names(book: NameBook, each: Each = here) -> None:
    """Names in full: the same words, more of them, or another spelling. `each`: who reads names."""
    meeting: defaultdict[str, list[Name]] = defaultdict(list)
    members: defaultdict[str, list[Name]] = defaultdict(list)
    names = [name for name in book.names.values() if not name.key.startswith("country ")]
    names.sort(key=lambda name: (-name.count, name.key))
    read = surely(each, read_meeting, [FullName(name.key, name.main, name.kind) for name in names])
    for name, found in zip(names, read, strict=True):
        points = found.points
        near = {other.key: other for point in points if point in meeting for other in meeting[point]}
        if near:
            _join(book, name, near, members)
        members[book.root(name.key)].append(name)
        for point in points:
            meeting[point].append(name)


def _join(book: NameBook, name: Name, near: Mapping[str, Name], members: Mapping[str, list[Name]]) -> None:
    """Let a name be another form of the one group of names that it is alike to, each of them."""
    found: dict[str, tuple[int, Why]] = {}
    for root in sorted({book.root(key) for key in near}):
        group = members[root]
        alike = [(other, how) for other in group if (how := _alike(book, name, other))]
        if alike and (len(alike) == len(group) or any(how.strength == 3 for _, how in alike)):
            other, how = max(alike, key=lambda pair: (pair[1].strength, pair[0].count, pair[0].key))
            found[root] = how.strength, Why(other.main, how.reason)
    best = max((strength for strength, _ in found.values()), default=0)
    roots = [root for root, (strength, _) in found.items() if strength == best]
    if len(roots) == 1:
        book.target[name.key] = roots[0], found[roots[0]][1]


def _alike(book: NameBook, name: Name, other: Name) -> Likeness | None:
    if name.kind != other.kind:
        return None
    alike = likeness(name.main, other.main, name.kind)
    if not alike or alike.strength > 1:
        return alike
    # One article spells one name in one way, and unrelated ones may well name two people with similar names.
    if not name.articles.isdisjoint(other.articles):
        return None
    near = any(not book.affair_of[article].isdisjoint(other.articles) for article in name.articles)
    return alike if near and not (name.kind == "other" and " " not in name.main) else None
