"""The first page."""

from dataclasses import dataclass, field
from typing import ClassVar

from .desk import FlagItem
from .lines import Line
from .news import Fresh
from .notes import SourceNote
from .pictures import BarChart, TopicMap
from .positions import PositionsInShort
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class SummaryItem:
    line: Line
    support: str
    """Empty where the folder holds one article."""
    more: Link
    """The statement on the page of its topic; if it is in none, its passage in the article."""
    flags: tuple[FlagItem, ...] = ()
    is_pinned: bool = False
    """It stands here by decision of the desk."""
    fresh: Fresh | None = None
    differs: tuple[Link, ...] = ()
    """Where reports differ on it, by what differs."""
    is_corroborated: bool = True
    """More than one origin carries it."""


@dataclass(frozen=True, slots=True)
class TopicCard:
    topic: Link
    lead: Line | None
    counts: str
    """`23 statements · 5 of 5 articles`."""
    is_desks: bool = False
    """The title is the desk's wording."""
    news: Link | None = None
    """As that of its page."""


@dataclass(frozen=True, slots=True)
class StorySection:
    """One of several stories of a folder, with its topics."""

    id: str
    """Anchor."""
    title: str
    headline_of: Link | None
    """The article whose title it is; None: it is the title of a topic."""
    outlet: str
    """Who published that article, if it is stated; else empty."""
    counts: str
    """`12 articles, 17 topics`."""
    topics: tuple[TopicCard, ...]
    """The first ones; a further story has none here."""
    more: tuple[Link, ...]
    """The next ones."""


@dataclass(frozen=True, slots=True)
class ArticleCard:
    article: Link
    is_derived: bool
    publisher: str | None
    published: str | None
    counts: str
    """`24 sentences, 20 in topics`."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the folder says, in a screen."""

    template: ClassVar[str] = "index.html"
    path: str
    title: str
    site: Site
    counts: str
    """`5 articles, 107 sentences, 11 topics; 23 statements are carried by more than one article.`"""
    summary: tuple[SummaryItem, ...]
    topics: tuple[TopicCard, ...]
    """The first ones; empty where `stories` holds them."""
    articles: tuple[ArticleCard, ...]
    """The newest ones."""
    sources: tuple[SourceNote, ...]
    stories: tuple[StorySection, ...] = ()
    """The largest ones, where several have topics."""
    further: tuple[StorySection, ...] = ()
    """The next ones; their topics are only linked."""
    all_stories: Link | None = field(default=None, repr=False)
    """Where all stories stand; None: here. Kept out of the digest of a page."""
    all_topics: Link | None = field(default=None, repr=False)
    """Where all topics stand; None: each has a card here. Kept out of the digest of a page."""
    all_articles: Link | None = None
    """Where all articles stand; None: here."""
    behind: tuple[str, ...] = ()
    """What it rests on, in lines of counts."""
    news: Link | None = None
    """What is new since the last edition; None without one."""
    structured: str = ""
    """JSON-LD."""
    reported: BarChart | None = None
    """When the articles were published."""
    ties: TopicMap | None = None
    """Which topics share statements."""
    positions: PositionsInShort | None = None
    """None: no party takes any."""
