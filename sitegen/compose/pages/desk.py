"""What the desk decided, as pages say it."""

from dataclasses import dataclass

from .site import Link


@dataclass(frozen=True, slots=True)
class Decided:
    """What the desk decided, in words that are no source's."""

    about: str
    """Words of a source: a name, a quotation, an expression of time, a title; empty where it is shown there, or
    `to` leads to it."""
    what: str
    """`the same as “Lind”; shown as “Ada Lind”`."""
    why: str
    """The desk's reason; may be empty."""
    signed: str
    """`A. Lee, 14 March 2026`; empty if neither is stated."""
    to: Link | None = None
    """Where what it is about stands."""


@dataclass(frozen=True, slots=True)
class FlagItem:
    """That an article that says so, or said so, was corrected or withdrawn."""

    words: str
    """`was withdrawn`, `was corrected`: behind the article’s title."""
    article: Link
    note: str
    """The desk's words; may be empty."""
