"""Statements, as the pages of topics show them, and the choices among them."""

from dataclasses import dataclass

from sitegen.model import Voice

from .desk import Decided, FlagItem
from .lines import Line
from .news import Fresh
from .site import Link


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """Whose claim a sentence is."""

    kind: Voice
    words: str
    """`said by Ada Reed`, `denied by the ministry`, `the article’s own words`."""
    is_plain: bool = False
    """Nothing but an article’s own words, which pages say of no single statement."""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A choice of whose claims are shown."""

    kind: Voice
    words: str
    count: int
    """Statements of the page."""


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A choice of the reports whose statements are shown, by their days."""

    number: str
    """`1` is the oldest."""
    words: str
    """`4 March 2024`, `4 March 2024 to 6 March 2024`."""
    count: int
    """Statements of the page."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How another article puts a statement."""

    line: Line
    voice: VoiceMark
    relation: str
    """In words: `says the same`, `says more`, `says less`, `says part of it`."""
    article: Link
    """To the passage; its words are the outlet, or the first of the title where none is stated."""


@dataclass(frozen=True, slots=True)
class StatementItem:
    """A statement as a topic page shows it."""

    id: str
    """Anchor."""
    line: Line
    voice: VoiceMark
    support: str
    """`3 of 5 articles`, `3 of 5 articles, 2 original reports`, or `1 article in these words`."""
    is_corroborated: bool
    """More than one origin carries it."""
    wordings: tuple[Wording, ...]
    also_in: tuple[Link, ...]
    """Other topics that hold it."""
    differs: tuple[Link, ...] = ()
    """Where reports differ on it, by what differs."""
    like: Link | None = None
    """The statement of another article to compare it with, by the number of its note: it shares many words, and may
    tell the same. None: no such one is near, or others carry it."""
    silent: tuple[Link, ...] = ()
    """Articles of the topic that do not carry it though most do, by their outlets."""
    flags: tuple[FlagItem, ...] = ()
    decisions: tuple[Decided, ...] = ()
    """On its sentences."""
    fresh: Fresh | None = None
    """None: nothing is new of it, or there is no edition."""
    since: str = ""
    """Day of the first report that carries it; empty where that is no news, as all reports are of one day."""
    periods: tuple[str, ...] = ()
    """Numbers of the page's `PeriodChoice`s whose reports carry it."""
    relation: str = ""
    """Of one that stands under another: what it says of that one's words."""
    together: tuple["StatementItem", ...] = ()
    """Statements of the page that put the same otherwise: printed once, under this one."""
