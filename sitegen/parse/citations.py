"""A file of citations, as reference managers export it (CSL-JSON) → facts to be joined to articles."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from sitegen.errors import Outcome, Problem
from sitegen.model import Metadata
from sitegen.reasons import worded
from sitegen.text import fold, normalise

from .html_dates import iso_date
from .pagefacts import web_address

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|smid|cmpid", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]*>")
"""Markup that CSL-JSON allows in titles."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a file of citations says of one article, and what that article is known by."""

    title: str
    """Empty when it has none."""
    url: str
    """As `address_key`; empty when it has none."""
    doi: str
    """Lower case, without a resolver; empty when it has none."""
    metadata: Metadata
    """With `basis` for every field that is set."""


def read_citations(text: str, *, name: str) -> Outcome[tuple[Citation, ...]]:
    """The citations of a CSL-JSON file, in order. `name` is what the bases call the file.

    An item without title, address and DOI belongs to no article and is left out; a date without its day is no date of
    an article.
    Problems: `citations-broken`; `date-impossible`.
    Method: the CSL-JSON schema 1.0; `container-title` is the outlet, as Zotero writes it.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        return _broken("this is not JSON", name, line)
    items = data.get("items") if isinstance(data, dict) else data
    if not isinstance(items, list):
        return _broken("expected a list of citations", name)
    citations: list[Citation] = []
    problems: list[Problem] = []
    for item in items:
        if not isinstance(item, dict):
            continue
        citation = _citation(item, name)
        if citation.title or citation.url or citation.doi:
            citations.append(citation)
        stated = _as_written(item.get("issued"))
        if stated and not citation.metadata.published:
            message = f'"{citation.title[:60]}": issued "{stated[:40]}" is not a whole date'
            problems.append(Problem("date-impossible", "warning", message, name, remedy="state year, month and day"))
    return Outcome(tuple(citations), tuple(problems))


def find_citation(citations: Iterable[Citation], *, url: str | None, title: str | None) -> Citation | None:
    """The citation of an article: by its address or the DOI in it, else by its title if only one has that."""
    known = tuple(citations)
    if url:
        key, doi = address_key(url), _doi(url)
        for citation in known:
            if (key and citation.url == key) or (doi and citation.doi == doi):
                return citation
    words = normalise(title or "")
    alike = [citation for citation in known if words and normalise(citation.title) == words]
    return alike[0] if len(alike) == 1 else None


def fill_in(metadata: Metadata, citation: Citation) -> Metadata:
    """`metadata` with what it lacks and the citation states; nothing that is known is replaced."""
    names = (field.name for field in fields(Metadata) if field.name not in ("rights", "basis"))
    lacking = [
        name for name in names if getattr(metadata, name) is None and getattr(citation.metadata, name) is not None
    ]
    basis = dict(metadata.basis) | {name: where for name, where in citation.metadata.basis if name in lacking}
    values = {name: getattr(citation.metadata, name) for name in lacking}
    return replace(metadata, **values, basis=tuple(sorted(basis.items())))


def address_key(url: str) -> str:
    """What the addresses of one page share: no scheme, `www.`, fragment, tracking, last slash; empty if it is none."""
    if web_address(url) is None:
        return ""
    parts = urlsplit(url.strip())
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)])
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def _broken(message: str, path: str, line: int = 0) -> Outcome[tuple[Citation, ...]]:
    problem = Problem("citations-broken", "error", message, path, line, remedy="export the citations again as CSL-JSON")
    return Outcome((), (problem,))


def _citation(item: dict[str, Any], name: str) -> Citation:
    address = _text(item.get("URL"))
    found = dict(_facts(item, address))
    basis = tuple((field, worded("citations file %(file)s", file=name)) for field in sorted(found))
    doi = _doi(_text(item.get("DOI"))) or _doi(address)
    return Citation(_text(item.get("title")), address_key(address), doi, Metadata(**found, basis=basis))  # type: ignore[arg-type]  # none of these is `rights`


def _facts(item: dict[str, Any], address: str) -> Iterator[tuple[str, str]]:
    """Field of `Metadata` and value, where one is stated."""
    language = _text(item.get("language")).replace("_", "-")
    facts = {
        "published": _issued(item.get("issued")),
        "publisher": _text(item.get("container-title")) or _text(item.get("publisher")),
        "author": ", ".join(_people(item.get("author"))),
        "url": web_address(address),
        "language": language if _LANGUAGE_TAG.fullmatch(language) else None,
        "section": _text(item.get("section")),
    }
    return ((field, value) for field, value in facts.items() if value)


def _text(value: Any) -> str:
    """A value's words; of a list, which Crossref writes, its first."""
    if isinstance(value, list) and value:
        value = value[0]
    return fold(_TAG.sub("", value)) if isinstance(value, str) else ""


def _people(value: Any) -> Iterator[str]:
    for person in value if isinstance(value, list) else []:
        if isinstance(person, dict):
            parts = (person.get(key) for key in ("given", "non-dropping-particle", "family", "suffix"))
            name = _text(person.get("literal")) or " ".join(filter(None, map(_text, parts)))
            if name:
                yield name


def _issued(value: Any) -> str | None:
    """A date by its parts, which may be words, or as it was typed in."""
    parts = _parts(value)
    if len(parts) == 3:
        try:
            return date(*(int(part) for part in parts)).isoformat()
        except (ValueError, OverflowError):
            return None
    return iso_date(_as_written(value)) if not parts else None


def _parts(value: Any) -> list[str]:
    dates = value.get("date-parts") if isinstance(value, dict) else None
    first = dates[0] if isinstance(dates, list) and dates else None
    if not isinstance(first, list):
        return []
    return [str(part)[:8] for part in first if isinstance(part, int | str) and not isinstance(part, bool)]


def _as_written(value: Any) -> str:
    if not isinstance(value, dict):
        return _text(value)
    return "-".join(_parts(value)) or _text(value.get("raw")) or _text(value.get("literal"))


def _doi(text: str) -> str:
    found = _DOI.search(text)
    return found[0].lower().rstrip(".,;)") if found else ""
