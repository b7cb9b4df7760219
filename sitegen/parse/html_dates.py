"""Dates as pages state them → ISO 8601, or nothing: what has two readings has none here."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

EARLIEST = date(1970, 1, 2)
"""Systems that know no date write the first day of their calendar, 1 January 1970 or year 1."""

_STAMP = re.compile(
    r"""(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)         # 2024-05-12, 20240512
        (?:(?:T|\s{1,3})(?P<hour>\d\d?):?(?P<minute>\d\d)       # T09:51, 9:53
           (?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?              # :07.746
           \s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$            # Z, +0200
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero janvier januar gennaio janeiro januari",
            "february feb febrero février fevrier februar febbraio fevereiro februari",
            "march mar marzo mars märz março maart",
            "april apr abril avril aprile",
            "may mayo mai maggio maio mei maj",
            "june jun junio juin juni giugno junho",
            "july jul julio juillet juli luglio julho",
            "august aug agosto août aout augustus augusti",
            "september sept sep septiembre septembre settembre setembro",
            "october oct octubre octobre oktober ottobre outubro okt",
            "november nov noviembre novembre novembro",
            "december dec diciembre décembre decembre dezember dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
"""English, Spanish, French, German, Italian, Portuguese, Dutch; a short form that means other things is left out."""

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_PRINTED = (
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),  # 2024-05-12
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<number>\d\d?)/(?P<day>\d\d?)(?![\d/])"),  # 2024/05/12
    # 2024年5月12日, 2024년 5월 12일
    re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"),
    re.compile(rf"(?<![\d.])(?P<day>\d\d?)\.(?P<number>\d\d?)\.{_YEAR}"),  # 12.5.2024: never month first
    re.compile(rf"(?<!\w){_MONTH}\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}"),  # May 12, 2024
    # 12 May 2024, 12th of May, 2024; 12. Mai 2024; 12 de mayo de 2024
    re.compile(rf"(?<![\d.])(?P<day>\d\d?)(?:st|nd|rd|th|º|er|\.)?\s(?:de\s|of\s)?{_MONTH}(?:,|\sde|\sdel)?\s{_YEAR}"),
)
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?!\d)")


def iso_date(stated: str) -> str | None:
    """A date written for machines, as ISO 8601 with the precision that it has; None: it is none, or does not exist.

    Fractions of seconds are dropped, zones kept. Read are ISO 8601, whole or without its marks, and the dates of
    letters (RFC 5322).
    """
    stated = stated.strip()[:80]
    found = _STAMP.match(stated)
    if found is None:
        return _letter_date(stated)
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    if found["hour"] is None:
        return _day(year, month, day)
    try:
        moment = datetime(year, month, day, int(found["hour"]), int(found["minute"]), int(found["second"] or 0))  # noqa: DTZ001
    except ValueError:
        return None
    zone = (found["zone"] or "").upper()
    if zone in ("UTC", "GMT"):
        zone = "Z"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return _sane(moment.isoformat() + zone)


def printed_date(words: str) -> str | None:
    """The one day that words for readers name: `12 May 2024`, `May 12, 2024`, `2024年5月12日`, `12.5.2024`.

    None if they name none, or two. Never read: 5/12/2024, which is May or December.
    """
    days = {day for form in _PRINTED for found in form.finditer(words) if (day := _printed_day(found))}
    return days.pop() if len(days) == 1 else None


def address_date(address: str) -> str | None:
    """The day in a page's address: `/2024/05/12/`, `/20240512/`, `-2024-05-12`."""
    days = (_day(int(found[1]), int(found[3]), int(found[4])) for found in _ADDRESS.finditer(address))
    return next(filter(None, days), None)


def days_apart(one: str, other: str) -> int:
    """Days between two ISO dates as written, whatever their zones."""
    return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])) // timedelta(days=1)


def _printed_day(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    month = int(parts["number"]) if "number" in parts else _MONTHS.get(parts["month"].casefold(), 0)
    return _day(int(parts["year"]), month, int(parts["day"]))


def _letter_date(stated: str) -> str | None:
    try:
        return _sane(parsedate_to_datetime(stated).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return _sane(date(year, month, day).isoformat())
    except ValueError:
        return None


def _sane(iso: str) -> str | None:
    try:
        datetime.fromisoformat(iso)  # a zone of 99 hours
    except ValueError:
        return None
    return iso if date.fromisoformat(iso[:10]) >= EARLIEST else None
