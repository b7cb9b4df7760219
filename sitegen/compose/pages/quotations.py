"""Quotations: by who says them, and as several articles print them."""

from dataclasses import dataclass, field
from typing import ClassVar

from .desk import Decided
from .lines import Line
from .notes import SourceNote
from .paging import Paging
from .site import Link, Site


@dataclass(frozen=True, slots=True)
class VariantItem:
    """Where an article prints other words than the fullest wording of a quotation. Both are a source's."""

    here: str
    """Empty: it prints none."""
    there: str
    """Empty: the fullest has none."""
    is_marked: bool
    """It leaves them out, and says so by an ellipsis or in brackets."""


@dataclass(frozen=True, slots=True)
class RenderingItem:
    """How an article prints words that others quote as well."""

    article: Link
    outlet: str
    lines: tuple[Line, ...]
    """Its sentences, the quoted words marked, those of `variants` as others."""
    variants: tuple[VariantItem, ...]
    relation: str
    """To the fullest: `the fullest`, `the same words`, `part of it`, `other words`, `part of it, other words`."""


@dataclass(frozen=True, slots=True)
class UtteranceItem:
    """Words that several articles quote, and how each of them prints them."""

    id: str
    """Anchor."""
    speakers: tuple[Link, ...]
    """Whoever is given as the speaker; more than one where articles name different ones. Without a page: no address."""
    carried: str
    """`3 articles`, with the origins where copies are among them."""
    renderings: tuple[RenderingItem, ...]
    """The fullest first."""


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """What one speaker says."""

    id: str
    speaker: str
    href: str
    """Of the speaker's page; empty without a name."""
    lines: tuple[Line, ...]
    more: int = 0
    """Sentences that only the speaker's page has, or those of their articles."""
    is_desks: bool = False
    """`speaker` is the desk's wording: no article spells it so."""
    decisions: tuple[Decided, ...] = ()
    """On whose words some of these are."""


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """Every quotation, by who says it."""

    template: ClassVar[str] = "quotes.html"
    path: str
    title: str
    site: Site
    counts: str
    named: tuple[QuoteGroup, ...]
    """Speakers whose name is known, by name."""
    elsewhere: tuple[QuoteGroup, ...]
    """Others whose words stand on their own pages only, as they would be too many here."""
    described: tuple[QuoteGroup, ...]
    """Speakers as the sentences put them, without a name."""
    hidden: int
    """Sentences of others without a name, which only the articles have."""
    unclear: QuoteGroup | None
    left_out: int
    """Quotations too short to be one when nobody speaks them."""
    sources: tuple[SourceNote, ...]
    stated: tuple[QuoteGroup, ...] = ()
    """Speakers as the desk states them, without a page."""
    utterances: tuple[UtteranceItem, ...] = ()
    """What several articles quote, most articles first."""
    more_utterances: int = 0
    """How many more there are."""
    paging: Paging | None = field(default=None, repr=False)
    """To the other pages of a list too long for one. Kept out of the digest of a page."""
