"""The page of stories."""

from dataclasses import dataclass, field
from typing import ClassVar

from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class SilenceItem:
    """A topic, and who of its story says nothing on it."""

    id: str
    """Anchor; the topic's page leads to it."""
    topic: Link
    counts: str
    """`3 of 5 articles`."""
    silent: tuple[Link, ...]
    """Articles of the same story without a statement of the topic; empty: all have some."""


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A story with its topics."""

    title: str
    headline_of: Link | None
    """The article whose title it is; None: it is the title of a topic."""
    counts: str
    """Of the whole story: `12 articles, 17 topics`."""
    topics: tuple[SilenceItem, ...]
    """Those on this page."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The stories, their topics, and which articles of a story say nothing on a topic."""

    template: ClassVar[str] = "stories.html"
    path: str
    title: str
    site: Site
    counts: str
    stories: tuple[StoryItem, ...]
    paging: Paging | None = field(default=None, repr=False)
