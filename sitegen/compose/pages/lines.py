"""Sentences of sources on pages, with the marks of the notes behind them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark behind a line."""

    id: str
    """Anchor of the mark, for the way back."""
    href: str
    """Of the note, on the same page."""
    number: str
    """`3.1`: article 3 of this page, its first passage."""
    label: str
    """`Source 3.1: OUTLET`; empty where no outlet is stated."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a sentence."""

    text: str
    href: str = ""
    """Of the page of the name that the words are; empty: no link."""
    is_marked: bool = False
    """The words are what the page is about: those quoted, those that name a date."""
    is_other: bool = False
    """Marked, and not what others print there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a source, word for word, with the marks of the notes behind it."""

    sentence: str
    """Sentence id."""
    text: str
    notes: tuple[NoteMark, ...]
    pieces: tuple[Piece, ...] = ()
    """Together exactly `text`; empty where none of them is linked or marked."""
    language: str = field(default="", repr=False)
    """BCP 47 tag of the words, if it is not that of the interface. Kept out of the digest of a page."""
