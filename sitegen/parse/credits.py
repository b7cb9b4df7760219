"""What the first line of a report says of itself: the place it is filed from, and the agency it is credited to."""

import re
from dataclasses import replace

from sitegen.model import Metadata
from sitegen.reasons import worded

_DATELINE = re.compile(
    r"""
    (?P<place> [A-Z\u00C0-\u00DE][\w.'’-]* (?:[ /][A-Z\u00C0-\u00DE][\w.'’-]*){0,3}  # KYIV   Washington   NEW YORK
        (?: ,\ [A-Z][\w.]* (?:\ [A-Z][\w.]*){0,2} )? )                              # KYIV, Ukraine
    (?: ,\ (?:[A-Z][a-z]{2,8}\.?\ \d{1,2} | \d{1,2}\ [A-Z][a-z]{2,8}\.?) (?:,?\ \d{4})? )?  # , Dec. 14   , 14 December
    (?: ,? \ \( (?P<agency> [^()]{2,40} ) \) )?                                   # (Reuters)
    (?: \ ?(?: -- | [–—] )\ ? | \ -\  )                                             # — or " - ", not COVID-19
    """,
    re.VERBOSE,
)
_AGENCY_ALONE = re.compile(r"\((?P<agency>[^()]{2,40})\) ?(?:--?|[–—]) ?")
_SHORTEST = 3
"""Letters of a place in capitals; `I –` and `EU –` begin sentences."""
_LABELS = frozenset(
    "ANALYSIS BREAKING COMMENT CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE INTERVIEW LIVE NATO NEWS NOTE "
    "OPINION REVIEW UPDATE URGENT USA VIDEO WATCH WRAPUP".split()
)
"""Words in capitals that stand before a dash and are no place a report is filed from."""
_LONGEST = 100
"""Characters, in which a dateline must have ended."""

AGENCIES = frozenset(
    name.casefold()
    for name in (
        "AAP, AFP, Agence France-Presse, Anadolu, Anadolu Agency, ANI, ANSA, AP, APA, Associated Press, The Associated "
        "Press, Belga, BNO News, CP, The Canadian Press, Canadian Press, CTK, dpa, EFE, IANS, Interfax, "
        "Interfax-Ukraine, Jiji Press, Kyodo, Kyodo News, LUSA, MTI, NTB, PA, PA Media, PAP, Press Association, PTI, "
        "Reuters, RIA Novosti, Ritzau, TASS, Thomson Reuters, TT, Ukrinform, UNIAN, UPI, Xinhua, Yonhap"
    ).split(", ")
)
"""News agencies by the names that credits give them."""


_FIRST_LINE = worded("the first line of the text")


def find_credits(first_paragraph: str, metadata: Metadata) -> Metadata:
    """`metadata` with the dateline and the agency of a report's first paragraph, where they are not known already.

    A place counts only if it is written in capitals or stands before an agency: "Paris — city of light" is a sentence.

    Known failure: other words in capitals before a dash ("GDP — the sum of all …") are taken for a place.
    """
    head = first_paragraph[:_LONGEST]
    match = _DATELINE.match(head)
    agency = _agency(match["agency"] if match else None)
    place = match["place"] if match and (agency or _is_capitals(match["place"].partition(",")[0])) else None
    if not agency and (alone := _AGENCY_ALONE.match(head)):
        agency = _agency(alone["agency"])
    basis = dict(metadata.basis)
    if place and not metadata.dateline:
        metadata = replace(metadata, dateline=place)
        basis["dateline"] = _FIRST_LINE
    if agency and not metadata.agency:
        metadata = replace(metadata, agency=agency)
        basis["agency"] = _FIRST_LINE
    return replace(metadata, basis=tuple(sorted(basis.items())))


def _is_capitals(place: str) -> bool:
    letters = sum(character.isalpha() for character in place)
    return place.isupper() and letters >= _SHORTEST and place.split(maxsplit=1)[0] not in _LABELS


def _agency(credit: str | None) -> str | None:
    return credit if credit and credit.casefold() in AGENCIES else None
