"""Names: the page of each, and the list of them."""

from dataclasses import dataclass, field
from typing import ClassVar

from .counts import Tally
from .desk import Decided
from .lines import Line
from .notes import SourceNote
from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class CarriedLine:
    line: Line
    support: str
    """`3 articles`, or `3 articles, 2 origins`; empty for one article only."""


@dataclass(frozen=True, slots=True)
class NamedIn:
    """The statements of one topic that name somebody."""

    topic: Link
    items: tuple[CarriedLine, ...]
    """Most corroborated first."""
    more: int
    """How many others of that topic are not shown."""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A time at which sentences name somebody or something."""

    value: str
    """ISO 8601, its first day if it is a span."""
    words: str
    articles: tuple[Link, ...]
    """To the first such sentence of each article."""
    decisions: tuple[Decided, ...] = ()
    """On the date of some of these."""


@dataclass(frozen=True, slots=True)
class SideLine:
    """Whom somebody or something stands for."""

    text: str
    href: str
    """Of its page; empty when it has none."""
    reason: str


@dataclass(frozen=True, slots=True)
class NamePage:
    """A person, an organisation or a place: what the articles call it, and say of it."""

    template: ClassVar[str] = "name.html"
    path: str
    title: str
    site: Site
    counts: str
    """`Person, named in 26 sentences of 5 articles.`"""
    forms: tuple[str, ...]
    """The spellings besides the title, commonest first."""
    reasons: tuple[tuple[str, str], ...]
    """Spellings, and why each is taken for this name."""
    side: SideLine | None
    """Whom it stands for where it acts."""
    who: tuple[Line, ...]
    """Sentences that say who or what it is; if there are none, the first that names it."""
    is_described: bool
    """`who` says it."""
    said: tuple[Line, ...]
    """Sentences with its own words, marked."""
    quotes: str
    """Address of these among all quotations; empty when there are none."""
    statements: tuple[NamedIn, ...]
    """What else is said of it, each statement once."""
    topics: tuple[Tally, ...]
    """Further topics that name it, with the statements."""
    articles: tuple[Tally, ...]
    """The first place in articles that name it, with the sentences there that do."""
    sources: tuple[SourceNote, ...]
    dates: tuple[NamedDate, ...] = ()
    """Oldest first."""
    later_dates: int = 0
    """How many more there are."""
    is_desks: bool = False
    """The title is the desk's wording: no article spells it so."""
    decisions: tuple[Decided, ...] = ()
    """On the name."""
    speaks: tuple[Decided, ...] = ()
    """On whose words those in `said` are."""
    kind: str = field(default="", repr=False)
    """`person`: beside the name. Kept out of the digest of a page: `counts` says it."""
    told_apart: str = ""
    """From another of this name and kind: the title of the first article that has it."""
    sentences: int = field(default=0, repr=False)
    """How many name it. Kept out of the digest of a page: `counts` says it."""
    paging: Paging | None = field(default=None, repr=False)
    """To its other pages, where one does not hold all. Kept out of the digest of a page."""


@dataclass(frozen=True, slots=True)
class NameCard:
    name: Link
    forms: tuple[str, ...]
    counts: str
    """`5 articles`, `5 articles, 3 quotations`."""
    is_desks: bool = False
    """The name is the desk's wording."""


@dataclass(frozen=True, slots=True)
class NameRange:
    initial: str
    """Empty where there are too few names for letters."""
    names: tuple[NameCard, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    id: str
    title: str
    """`People`."""
    ranges: tuple[NameRange, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """Everyone and everything that has a page of its own."""

    template: ClassVar[str] = "names.html"
    path: str
    title: str
    site: Site
    counts: str
    groups: tuple[NameGroup, ...]
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
