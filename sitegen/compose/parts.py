"""Parts of a topic: which of its statements stand together, in which section, and on which page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitegen.model import Block, Member, Role, Sentence, Statement, Topic

Section = Literal["corroborated", "matters", "background", "copied", "single"]
SECTIONS: tuple[Section, ...] = ("corroborated", "matters", "background", "copied", "single")
"""In the order of the page."""
WHOLE = 12
"""Statements of a topic that stands on one page: so many are read at once."""
FIRST = 8
"""Statements of the first page of a larger topic: about 6 KiB (gzip). It has more where several origins carry more:
all of these, but at most `MOST`."""
MOST = 32
"""Statements of any page: about 12 KiB (gzip), and what a reader may be asked to go through."""
_BY_ROLE: Mapping[Role, Section] = {"why-it-matters": "matters", "context": "background"}


@dataclass(frozen=True, slots=True)
class Group:
    """A statement, and those that put it otherwise."""

    first: Member
    together: tuple[Member, ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        return (self.first, *self.together)


class Parts:
    """How the statements of topics are spread over sections and pages."""

    def __init__(
        self,
        statements: Mapping[str, Statement],
        sentences: Mapping[str, Sentence],
        blocks: Mapping[str, Block],
        oldest_first: Callable[[str], tuple[str, str, int]],
    ):
        """`oldest_first`: sort key of a sentence."""
        self._statements = statements
        self._sentences = sentences
        self._blocks = blocks
        self._oldest_first = oldest_first

    def pages(self, topic: Topic) -> list[list[Group]]:
        """The groups of each page. The first has what several origins carry, up to `MOST` statements, and of the rest
        what fills it; the others go on with the oldest reports, so that what a new report says comes last and moves no
        address before it.
        """
        groups = sorted(self._groups(topic.members), key=lambda group: SECTIONS.index(self.section(group)))
        if len(topic.members) <= WHOLE:
            return [groups]
        shared = sum(len(group.members) for group in groups if self.section(group) == "corroborated")
        first, rest = _filled(groups, max(FIRST, min(shared, MOST)))
        pages = [first]
        rest.sort(key=lambda group: self._oldest_first(self._statements[group.first.statement].sentence))
        while rest:
            page, rest = _filled(rest, MOST)
            pages.append(page)
        return pages

    def section(self, group: Group) -> Section:
        statement = self._statements[group.first.statement]
        if statement.origins > 1:
            return "corroborated"
        role = self._blocks[self._sentences[statement.sentence].block].role
        return _BY_ROLE.get(role) or ("copied" if len(statement.sources) > 1 else "single")

    def _groups(self, members: Sequence[Member]) -> Iterator[Group]:
        """Of statements that put each other otherwise the first, with the others behind it."""
        printing = {self._statements[member.statement].sentence: member for member in members}
        placed: set[str] = set()
        for member in members:
            if member.statement in placed:
                continue
            placed.add(member.statement)
            also = (printing.get(companion.sentence) for companion in self._statements[member.statement].also)
            together = tuple(other for other in also if other and other.statement not in placed)
            placed.update(other.statement for other in together)
            yield Group(member, together)


def _filled(groups: Iterable[Group], most: int) -> tuple[list[Group], list[Group]]:
    """As many groups as a page holds, one at least, and the rest."""
    rest = list(groups)
    count = 0
    for place, group in enumerate(rest):
        count += len(group.members)
        if count > most and place:
            return rest[:place], rest[place:]
    return rest, []
