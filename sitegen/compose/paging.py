"""Long lists on several pages: which items stand on which page, and the way from page to page.

A list that is too long for one page is split by the first step of its items (a letter, an outlet, a year), what is
still too long by the second, and so on. The address of a page is that of the list with the key of its step
(`names.sa.html`), whatever else the list holds: a new item moves no page, and one that makes a page too long leaves
that page to lead to those that its items stand on from then on.

Source: a trie, its levels without a choice left out (D. R. Morrison, PATRICIA, Journal of the ACM 15/4, 1968).
Known failure: each letter has a page, however little stands there; pages that join some would change addresses.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, overload

from sitegen.interface import Translator
from sitegen.iso_dates import first_day

from . import urls
from .pages import Link, Paging, Tally

Item = TypeVar("Item")
_LETTERS = 32
"""Of a text: items that have so many in common stay together."""


@dataclass(frozen=True, slots=True)
class Step:
    """What some items have in common, and with it all those before it in their steps."""

    key: str
    """In the address; the same for all of them. Letters, digits, `-` and `.`, small. An `_` behind a word
    tells it from an item's own letters: `same_`."""
    words: str
    """What they are called; those of the first item stand for all."""
    after: "Step | None" = None
    """Without whose words these say too little: `2018` of an outlet."""

    @property
    def whole(self) -> tuple["Step", ...]:
        """It, and before it those that it comes after."""
        return (*(self.after.whole if self.after else ()), self)

    @property
    def title(self) -> str:
        """What it is called where nothing around it is said."""
        return _joined(self.whole)


def step_after(after: Step | None, key: str, words: str) -> Step:
    return Step(f"{after.key}.{key}" if after else key, words, after)


def _joined(steps: Iterable[Step]) -> str:
    return ", ".join(step.words for step in steps)


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list."""

    path: str
    step: Step | None
    """That its items have in common; None: it is the first page."""
    items: tuple[Item, ...]
    """That stand on it."""
    parts: tuple["Part[Item]", ...] = ()
    """That it leads to."""

    @property
    def is_first(self) -> bool:
        return self.step is None

    @property
    def everything(self) -> tuple[Item, ...]:
        """The items of this page and of those that it leads to."""
        return (*self.items, *(item for part in self.parts for item in part.everything))


class Paged(Generic[Item]):
    """The pages of a list: one where all of it fits."""

    def __init__(
        self,
        path: str,
        steps: Mapping[Item, Sequence[Step]],
        most: int,
        size_of: Callable[[Item], int] = lambda _item: 1,
    ):
        """`path`: of the first page; `steps`: by item, in the order of the list; `most`: what a page may hold of
        `size_of`, unless its items have all steps in common.
        """
        self._path = path
        self._steps = steps
        self._most = most
        self._size_of = size_of
        self._above: dict[str, tuple[Part[Item], ...]] = {}
        """Path → the parts that lead to it, the first page first."""
        first = self._part(path, None, tuple(steps), 0)
        self._steps = {}  # some thirty an item, and needed no more
        self.pages: tuple[Part[Item], ...] = tuple(self._walk(first, ()))
        """All, in the order of the list."""
        self.page_of: Mapping[Item, str] = {item: part.path for part in self.pages for item in part.items}
        """Item → path of the page that it stands on."""
        self._filled = [part for part in self.pages if part.items]
        self._place = {part.path: place for place, part in enumerate(self._filled)}
        """Path → place in `_filled`."""

    @property
    def is_split(self) -> bool:
        return len(self.pages) > 1

    def _part(self, path: str, step: Step | None, items: tuple[Item, ...], depth: int) -> Part[Item]:
        if sum(map(self._size_of, items)) <= self._most:
            return Part(path, step, items)
        here: tuple[Item, ...] = ()
        groups: dict[str, tuple[Item, ...]] = {"": items}
        while len(groups) == 1 and not here:  # a level without a choice
            here, groups = self._grouped(items, depth)
            depth += 1
        parts = (
            self._part(urls.part_path(self._path, key), self._steps[found[0]][depth - 1], found, depth)
            for key, found in groups.items()
        )
        return Part(path, step, here, tuple(parts))

    def _grouped(self, items: Sequence[Item], depth: int) -> tuple[tuple[Item, ...], dict[str, tuple[Item, ...]]]:
        """Those of `items` that have no step at `depth`, and the others by its key."""
        here: list[Item] = []
        groups: dict[str, list[Item]] = {}
        for item in items:
            steps = self._steps[item]
            (groups.setdefault(steps[depth].key, []) if depth < len(steps) else here).append(item)
        return tuple(here), {key: tuple(found) for key, found in groups.items()}

    def _walk(self, part: Part[Item], above: tuple[Part[Item], ...]) -> Iterator[Part[Item]]:
        self._above[part.path] = above
        yield part
        for below in part.parts:
            yield from self._walk(below, (*above, part))

    def navigation(self, part: Part[Item], title: str) -> Paging | None:
        """From the page of `part` to the others; None: there are none. `title`: of the list."""
        if not self.is_split:
            return None

        def link(to: Part[Item]) -> Link:
            return Link(urls.link(part.path, to.path), to.step.title if to.step else title)

        filled, place = self._filled, self._place.get(part.path)
        return Paging(
            above=tuple(map(link, self._above[part.path])),
            parts=tuple(Tally(_below(part, below), len(below.everything)) for below in part.parts),
            previous=link(filled[place - 1]) if place else None,
            next=link(filled[place + 1]) if place is not None and place + 1 < len(filled) else None,
        )


def _below(part: Part[Item], below: Part[Item]) -> Link:
    """A link to a part, on the page of `part`, whose own words need no saying again."""
    said = {step.key for step in _whole(part)}
    return Link(urls.link(part.path, below.path), _joined(step for step in _whole(below) if step.key not in said))


def _whole(part: Part[Item]) -> tuple[Step, ...]:
    return part.step.whole if part.step else ()


def part_title(translator: Translator, title: str, part: Part[Item]) -> str:
    """Of a page. `title`: of the list."""
    return translator.gettext("%(list)s: %(part)s", list=title, part=part.step.title) if part.step else title


def folded(text: str) -> str:
    """As an index sorts: without case and accents, and what begins with no letter first."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    start = next((place for place, sign in enumerate(bare) if sign.isalnum()), 0)
    return bare[start:]


class Lettered(Sequence[Step]):
    """The steps `first`, then by the first letter of `text`, by the first two, and so on. Each of these is made when it
    is asked for: there are up to 32, and a list that fits on a page asks for none."""

    def __init__(self, text: str, first: Sequence[Step] = ()) -> None:
        self._text = text
        self._first = tuple(first)

    @cached_property
    def _letters(self) -> str:
        return folded(self._text)[:_LETTERS]

    def __len__(self) -> int:
        return len(self._first) + len(self._letters)

    @overload
    def __getitem__(self, place: int) -> Step: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Step]: ...

    def __getitem__(self, place: int | slice) -> Step | Sequence[Step]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if place < len(self._first):
            return self._first[place]
        number = place - len(self._first) + 1
        if number > len(self._letters):
            raise IndexError(place)
        letters = self._letters[:number]
        key = "".join(letter if letter.isalnum() else "-" for letter in letters)
        return step_after(self._first[-1] if self._first else None, key, _called(letters))


def _called(letters: str) -> str:
    """`I` of all that begins so, `I …` of the word."""
    words = letters.capitalize().strip()
    return f"{words} …" if letters.endswith(" ") else words


def date_steps(translator: Translator, value: str, after: Step | None = None) -> list[Step]:
    """By year, month and day, as far as `value`, ISO 8601, is known; of a week or a span, where it begins."""
    whole, begins = first_day(value), value.partition("/")[0]
    exact = len("2019-11") if "W" in begins else len(begins)
    return [
        step_after(after, whole[:length], translator.date(whole[:length])) for length in (4, 7, 10) if length <= exact
    ]
