"""The notes of a page: the articles that it cites, and their passages."""

from dataclasses import dataclass

from .site import Link


@dataclass(frozen=True, slots=True)
class BackLink:
    href: str
    text: str
    """`a`, `b`, `c`."""
    label: str
    """`a: “First words of the line…”`."""


@dataclass(frozen=True, slots=True)
class ContextItem:
    """A sentence of a passage in its context: the one that is cited, the one before it, or the one after it."""

    sentence: str
    """Sentence id."""
    text: str
    is_cited: bool


@dataclass(frozen=True, slots=True)
class PassageNote:
    """A note: one passage of one article."""

    id: str
    number: str
    href: str
    """The passage on the article page."""
    where: str
    """Where in the article: the words of the headings above it, or `lead`; then `line 23`."""
    back: tuple[BackLink, ...]
    context: tuple[ContextItem, ...] = ()
    """The passage among its neighbours in its paragraph, as far as they may be shown; where notes are many, alone."""
    original: str = ""
    """Address of the passage in the original; of the original, where no address is proven to lead to the passage;
    empty where the article states none."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """An article that this page cites, and its passages."""

    id: str
    number: int
    article: Link
    """The words of the title are the source's, unless `is_derived`."""
    is_derived: bool
    """The article has no title: the words are the first of its text."""
    publisher: str | None
    published: str | None
    document: str | None
    url: str | None
    host: str
    """Of `url`; beside a name that is not ASCII what it is registered as. Empty without one."""
    passages: tuple[PassageNote, ...]
    citation: str = ""
    """What stands behind its words where they are cited: author, title, outlet, day, address."""
    correction: str = ""
    """What was corrected in the article since, in the desk's words; empty: nothing."""
