"""The pages of a topic."""

from dataclasses import dataclass, field
from typing import ClassVar

from .desk import Decided
from .differences import DifferenceItem
from .lines import Line
from .news import HistoryRow, Tombstone
from .notes import SourceNote
from .pictures import BarChart, Matrix
from .quotations import UtteranceItem
from .site import Link, Site
from .statements import PeriodChoice, StatementItem, VoiceChoice
from .timeline import TimelineDate


@dataclass(frozen=True, slots=True)
class RelatedItem:
    topic: Link
    reason: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article and how much of a topic it carries."""

    article: Link
    statements: int


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One subject: everything the articles say about it."""

    template: ClassVar[str] = "topic.html"
    path: str
    title: str
    site: Site
    aliases: tuple[str, ...]
    counts: str
    """`23 statements from 5 articles; 9 are carried by more than one.` Nothing that an unrelated article changes."""
    summary: tuple[Line, ...]
    """Empty when the first of the statements says it."""
    corroborated: tuple[StatementItem, ...]
    """Carried by more than one origin, most first."""
    single: tuple[StatementItem, ...]
    """Carried by one article only."""
    voices: tuple[VoiceChoice, ...]
    """Whose claims the statements are; empty where all are of one kind."""
    carriers: tuple[Carrier, ...]
    related: tuple[RelatedItem, ...]
    sources: tuple[SourceNote, ...]
    names: tuple[Link, ...] = ()
    """Whom and what its statements name most, most first."""
    story: Link | None = None
    """To its place among the topics of its story; None where the folder has one article only."""
    copied: tuple[StatementItem, ...] = ()
    """Carried by more than one article, all of one origin as far as can be told."""
    behind: tuple[str, ...] = ()
    """What it rests on, in lines of counts."""
    utterances: tuple[UtteranceItem, ...] = ()
    """Quotations of its statements that several articles print."""
    dates: tuple[TimelineDate, ...] = ()
    """What its statements date, oldest first."""
    is_desks: bool = False
    """The title is the desk's wording."""
    decisions: tuple[Decided, ...] = ()
    """On the topic."""
    twins: tuple[Link, ...] = ()
    """The page for programs and for those who cite: `plain text`, `BibTeX`, `CSL-JSON`."""
    news: Link | None = None
    """`2 new, 1 changed since 12 March 2026`; None: nothing is new, or there is no edition."""
    history: tuple[HistoryRow, ...] = ()
    """Editions in which something came or went, oldest first; empty where there are none."""
    tombstones: tuple[Tombstone, ...] = ()
    """Statements that it printed in an edition."""
    structured: str = ""
    """JSON-LD."""
    reported: BarChart | None = None
    """When its articles were published."""
    matrix: Matrix | None = None
    """Which of them carries which statement."""
    newest: str = ""
    """Day of its newest article, and whether the folder has much newer ones; empty if none is dated."""
    contents: tuple[Link, ...] = ()
    """Its sections, where they are many."""
    differences: tuple[DifferenceItem, ...] = ()
    """Where articles differ on it."""
    more_differences: Link | None = None
    """To those that do not stand here."""
    matters: tuple[StatementItem, ...] = ()
    """Carried by one origin, under a heading that says why it matters."""
    background: tuple[StatementItem, ...] = ()
    """Carried by one origin, under a heading that says it is background."""
    periods: tuple[PeriodChoice, ...] = ()
    """Days of reports; empty where all are of one day."""
    further: tuple[Link, ...] = ()
    """All its pages, where its statements are too many for one."""
    further_counts: str = ""
    """`11 more, those of the oldest reports first.`"""
    language: str = field(default="", repr=False)
    """BCP 47 tag of the title, if it is not that of the interface. Kept out of the digest of a page."""

    @property
    def statements(self) -> tuple[StatementItem, ...]:
        """All of this page, in its order; those that stand under another behind it."""
        listed = (*self.corroborated, *self.matters, *self.background, *self.copied, *self.single)
        return tuple(item for first in listed for item in (first, *first.together))


@dataclass(frozen=True, slots=True)
class TopicPartPage:
    """More statements of a topic that has too many for one page; oldest reports first, so that new ones come last."""

    template: ClassVar[str] = "topic_part.html"
    path: str
    title: str
    """`Peace plan, page 2`."""
    site: Site
    topic: Link
    """Its first page."""
    counts: str
    items: tuple[StatementItem, ...]
    voices: tuple[VoiceChoice, ...]
    periods: tuple[PeriodChoice, ...]
    pages: tuple[Link, ...]
    """All pages of the topic, by number; this one too."""
    sources: tuple[SourceNote, ...]
    news: Link | None = None
    """Of the statements here: `2 new since 12 March 2026`, as on the first page."""

    @property
    def statements(self) -> tuple[StatementItem, ...]:
        """Those that stand under another behind it."""
        return tuple(item for first in self.items for item in (first, *first.together))
