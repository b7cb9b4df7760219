"""EDGE: reads the catalogue of a language from disk. Babel is imported only where there is one."""

import gettext
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from sitegen.interface import ENGLISH, Message, Translator

_FOLDER = Path(__file__).parent / "interface"


@cache
def read_translator(tag: str) -> Translator:
    """The translator for a BCP 47 tag, from `interface/xx.po`; the English one for a language without.

    Numbers and dates are the CLDR's, for the region that the tag names, if it is known there.
    """
    primary = tag.partition("-")[0].lower()
    if primary == ENGLISH.language:
        return replace(ENGLISH, language=tag)
    path = _FOLDER / f"{primary}.po"
    return _read(path, tag) if path.is_file() else ENGLISH


def _read(path: Path, tag: str) -> Translator:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English does without
    from babel.dates import format_date, format_skeleton, get_month_names  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415
    from babel.numbers import format_decimal  # noqa: PLC0415

    with path.open("rb") as file:
        catalog = read_po(file)
    messages: dict[Message, tuple[str, ...]] = {}
    for message in catalog:
        one = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if one and all(forms) and not message.fuzzy:
            messages[message.context or "", one] = forms
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale(path.stem)

    @lru_cache(10_000)
    def in_words(year: int, month: int = 0, day: int = 0) -> str:
        if not month:
            return f"{year:04}"
        if not day:
            return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
        return format_date(date(year, month, day), "long", locale)

    return Translator(
        language=tag,
        messages=messages,
        plural=gettext.c2py(catalog.plural_expr),
        number=lambda number: format_decimal(number, locale=locale),
        calendar=in_words,
        short_month=get_month_names("abbreviated", "stand-alone", locale).__getitem__,
    )
