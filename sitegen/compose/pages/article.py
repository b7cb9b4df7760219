"""The page of an article, and what stands for one that was withdrawn."""

from dataclasses import dataclass
from typing import ClassVar

from sitegen.model import BlockKind, FateKind, Role

from .desk import Decided
from .lines import Piece
from .site import Link, Site
from .topic import Carrier


@dataclass(frozen=True, slots=True)
class Use:
    """A statement that rests on a sentence, and why it is in its topic."""

    statement: Link
    why: str
    """Empty on the index page, and where rights withhold what it may quote."""


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """A sentence on its article's page."""

    id: str
    """Anchor."""
    sentence: str
    """Sentence id."""
    text: str
    fate: FateKind
    fate_words: str
    """What became of it: `printed on 2 topic pages`, `printed in short on the first page`, `said by another article`,
    `left out of topics: …`."""
    uses: tuple[Use, ...]
    """The statements that rest on it, on their topic pages; of one that is in no topic, on the index page;
    of a sentence that is left out, where else it is printed."""
    pieces: tuple[Piece, ...] = ()
    """As those of a `Line`."""


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A block on its article's page."""

    id: str
    """Anchor."""
    block: str
    """Block id."""
    kind: BlockKind
    level: int
    role: Role
    text: str
    """The block's words; empty where `sentences` hold them."""
    sentences: tuple[SentenceItem, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row about an article."""

    name: str
    value: str
    href: str | None = None
    basis: str = ""
    """Where it was found, in words; empty where that goes without saying."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article, whole, and what the site makes of each of its sentences."""

    template: ClassVar[str] = "article.html"
    path: str
    title: str
    site: Site
    is_derived: bool
    """The article has no title: the words are the first of its text."""
    facts: tuple[Fact, ...]
    blocks: tuple[BlockItem, ...]
    topics: tuple[Carrier, ...]
    """The topics that it speaks of, with how many statements there rest on it."""
    used: int
    said_by_another: int
    left_out: int
    """With the two above: all its sentences."""
    origin: str
    """Evidence that it goes back to a text that others share; empty when there is none."""
    copies: tuple[Link, ...]
    """The others of its origin."""
    perhaps_copies: tuple[Link, ...] = ()
    """Articles that may go back to the same text as it: it can't be told."""
    language: str | None = None
    """BCP 47 tag of its text, when it is stated."""
    told_apart: str = ""
    """From other articles of its title: `Harbour Post, 2024-05-12`, and its file where these are not enough."""
    is_restricted: bool = False
    """Its rights allow to show cited passages only; what lies between them is left out."""
    decisions: tuple[Decided, ...] = ()
    """On the article: what was corrected."""
    published: str | None = None
    """ISO 8601."""
    structured: str = ""
    """JSON-LD."""


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """At the address of an article that was withdrawn: that it was, and what of it others say."""

    template: ClassVar[str] = "withdrawn.html"
    path: str
    title: str
    site: Site
    decision: Decided
    facts: tuple[Fact, ...]
    counts: str
    """What became of its sentences, in words."""
    still: tuple[Link, ...]
    """Statements that it made too and others make."""
