"""Languages: what differs between them, as data, and which one a text is in.

To add one: a module like `german.py` with a `Language`, its entry in `LANGUAGES`, and labelled sentences in its test.
"""

from collections.abc import Mapping
from types import MappingProxyType

from .english import ENGLISH
from .german import GERMAN
from .recognise import Recognised, recognise
from .tables import (
    DateTable,
    Language,
    LinkTable,
    MarkTable,
    NameTable,
    NumberTable,
    PositionTable,
    ReportTable,
    SentenceTable,
)

__all__ = [
    "ENGLISH",
    "GERMAN",
    "LANGUAGES",
    "DateTable",
    "Language",
    "LinkTable",
    "MarkTable",
    "NameTable",
    "NumberTable",
    "PositionTable",
    "Recognised",
    "ReportTable",
    "SentenceTable",
    "has_tables",
    "language_for",
    "recognise",
]

LANGUAGES: Mapping[str, Language] = MappingProxyType({language.tag: language for language in (ENGLISH, GERMAN)})
"""By tag."""


def language_for(tag: str | None) -> Language:
    """The language of a BCP 47 tag; English for one without tables: its abbreviations do little harm elsewhere."""
    return LANGUAGES.get(_primary(tag or ""), ENGLISH)


def has_tables(tag: str) -> bool:
    """Whether the language of a BCP 47 tag has tables of its own."""
    return _primary(tag) in LANGUAGES


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
