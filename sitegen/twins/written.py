"""What every twin needs: words that any format can carry, days as formats want them, JSON that reads as a diff."""

import html
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sitegen.text import fold


def clean(text: str | None) -> str:
    """`text` as print shows it, which XML can hold; nothing for None."""
    return fold(text or "")


def escaped(text: str | None) -> str:
    """Clean text for XML and HTML, in content and in attributes."""
    return html.escape(clean(text))


def instant(published: str | None) -> str | None:
    """RFC 3339 of an ISO date or date and time; None if there is none.

    A day becomes its first moment, and a time without a zone is taken as UTC: feeds know nothing less precise.
    """
    moment = _moment(published)
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def day(published: str | None) -> str | None:
    """The day of an ISO date or date and time, as it is written there; None if there is none."""
    return published[:10] if published and _moment(published) else None


def newest(published: Iterable[str | None]) -> str | None:
    """The latest of some dates, as it is written; None if none is known."""
    moments = [(moment, text) for text in published if text and (moment := _moment(text))]
    return max(moments)[1] if moments else None


def _moment(published: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def as_json(value: Any) -> str:
    """JSON on one line, in the script of its words."""
    return json.dumps(value, ensure_ascii=False)


def json_lines(values: Iterable[Any]) -> str:
    """A JSON list, one item a line."""
    return "[\n" + ",\n".join(map(as_json, values)) + "\n]"
