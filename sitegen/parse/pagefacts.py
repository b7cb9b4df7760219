"""What a page states of its article besides the text: who, when, where. Each fact with where it was found."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from sitegen.fields import ADDRESS_BREAKERS
from sitegen.model import Metadata, Rights
from sitegen.reasons import as_it_is
from sitegen.text import fold

from .html_dates import address_date, days_apart, iso_date, printed_date
from .html_json import Thing, described_article, texts
from .html_page import Page

Fact = tuple[str, str]
"""A value, and where it was found, in words."""

_LONGEST_URL = 2_000
_LONGEST_NAME = 200
_PRINTED = "printed by the headline"
_BEFORE_HEADLINE = 3
_AFTER_START = 3
"""Passages: a date is looked for from a few above the headline to the first few of the text."""
_LONGEST_DATE_LINE = 120
_LONGEST_BYLINE = 100

_PUBLISHED = """article:published_time og:article:published_time datepublished publishdate publish-date publish_date
    published_at published published_time pubdate bt:pubdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime
    dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created dcterms.created citation_publication_date
    release_date date datecreated article.published""".split()
_UPDATED = """article:modified_time og:article:modified_time og:updated_time datemodified bt:moddate last-modified
    dcterms.modified dc.date.modified lastmod updated_time article.updated""".split()
_AUTHOR = """article:author og:article:author author parsely-author bt:author sailthru.author byl dc.creator
    dcterms.creator dable:author citation_author""".split()
_PUBLISHER = "og:site_name dc.publisher dcterms.publisher application-name".split()
_LANGUAGE = "og:locale content-language dc.language language".split()
_SECTION = "article:section og:article:section parsely-section section".split()

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?", re.IGNORECASE)
_BY = re.compile(r"^(?:by|par|por|von|de|di|door|av|af|text|written by|posted by|от)\s*:?\s+(?=\S)", re.IGNORECASE)
_BYLINE_END = re.compile(
    r"\s*(?:[|•·@—–]|(?:[^\W\d_]+\.?,?\s)?\d|\b(?:updated|published|posted|follow)\b).*$", re.IGNORECASE | re.DOTALL
)
_UPDATED_WORDS = re.compile(r"updated|modified|actualis|aktualis|mise? à jour|a(?:c)?tualizado", re.IGNORECASE)
_BESIDE = "ancestor::aside|ancestor::footer|ancestor::form"
_PRINTED_BY = re.compile(
    r"(?:By|Par|Por|Von|Written by|Posted by)\s*:?\s+"
    r"(?P<name>(?!(?:The|An?|Our)\s)(?:[^\W\d_a-z][\w’'.-]*\s+(?:(?:de|da|di|la|van|von|der|den|bin|al)\s+){0,2}){1,3}[^\W\d_a-z][\w’'-]+\.?)"
)
"""A line of its own that names the writer, `By Ann de Vries`: capitals throughout, as no sentence has them."""
_NO_NAMES = frozenset("admin administrator author editor redaction staff unknown user webmaster".split())


@dataclass(frozen=True, slots=True)
class _Stated:
    """All that a page states, by where it does."""

    page: Page
    article: Thing
    metas: dict[str, list[str]]
    """Name of a `<meta>` → its values, in order."""
    window: range
    """Of the passages in which the date and the byline stand."""


def page_facts(page: Page, *, title: str | None, start: int, rights: Rights) -> Metadata:
    """The metadata of a page's article. `start`: index of the first passage of its text.

    In order: JSON-LD of the article, `<meta>` tags, microdata and `<time>` by the headline, printed words by the
    headline; last, for the date, the page's address. A value that is none (an impossible date, an address that is not
    http) is passed over. Nothing is guessed, and no clock is read.

    Known failures: a site that states the time of the last change as that of publication; bylines printed without
    any mark of their own and without a word such as "By"; in scripts without capitals, those with it.
    """
    scripts = (element.text or "" for element in page.root.iter("script") if "ld+json" in (element.get("type") or ""))
    headline = next((i for i in range(start - 1, -1, -1) if page.passages[i].level == 1), start)
    window = range(max(0, headline - _BEFORE_HEADLINE), min(len(page.passages), start + _AFTER_START))
    stated = _Stated(page, described_article(scripts, title), _metas(page.root), window)
    url = _first(_urls(stated))
    published = _published([*_published_facts(stated), *_address_facts(url)])
    updated = _first(_updated_facts(stated))
    if published and updated and (updated[0] <= published[0] or updated[0][:10] < published[0][:10]):
        updated = None
    facts: dict[str, Fact | None] = {
        "author": _first(_authors(stated)),
        "language": _first(_languages(stated)),
        "published": published,
        "publisher": _first(_publishers(stated)),
        "section": _first(_sections(stated)),
        "updated": updated,
        "url": url,
    }
    values = {name: fact[0] for name, fact in facts.items() if fact}
    basis = tuple((name, as_it_is(fact[1])) for name, fact in sorted(facts.items()) if fact)
    return Metadata(rights=rights, basis=basis, **values)


def web_address(stated: str) -> str | None:
    """`stated`, as front matter takes it, if it is an address with http or https, no name and password; else None."""
    stated = stated.strip()
    if len(stated) > _LONGEST_URL or any(character.isspace() or not character.isprintable() for character in stated):
        return None
    try:
        parts = urlsplit(stated)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    if not fine or "@" in parts.netloc or ADDRESS_BREAKERS.search(parts.netloc):
        return None
    return ADDRESS_BREAKERS.sub(lambda character: quote(character[0]), stated)


def _first(facts: Iterable[Fact]) -> Fact | None:
    return next(iter(facts), None)


def _metas(root: Any) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        value = fold(meta.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if value and meta.get(key):
                metas.setdefault(meta.get(key).strip().lower(), []).append(value)
    return metas


def _meta_facts(stated: _Stated, names: Iterable[str]) -> Iterator[Fact]:
    return ((value, f"meta {name}") for name in names for value in stated.metas.get(name, ()))


def _urls(stated: _Stated) -> Iterator[Fact]:
    links = [link for link in stated.page.root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    said = [
        *((link.get("href") or "", "link canonical") for link in links),
        *_meta_facts(stated, ["og:url"]),
        *((value, "JSON-LD url") for value in texts(stated.article.get("url"))),
    ]
    addresses = [(address, basis) for value, basis in said if (address := web_address(value))]
    yield from (fact for fact in addresses if urlsplit(fact[0]).path.strip("/") or urlsplit(fact[0]).query)
    # The home page is an address of some other page; of an article only where nothing else is stated.


def _published(facts: Sequence[Fact]) -> Fact | None:
    """The first fact; but of two days in a row, as time zones make, that of most facts, printed words counting double.

    An outlet prints the day where it is; for machines many state the moment in Greenwich.
    """
    if not facts:
        return None
    near = [fact for fact in facts if days_apart(facts[0][0], fact[0]) <= 1]
    days = Counter[str]()
    for value, basis in near:
        days[value[:10]] += 1 + basis.startswith(_PRINTED)
    return max(near, key=lambda fact: (days[fact[0][:10]], -near.index(fact)))


def _dates(facts: Iterable[Fact]) -> Iterator[Fact]:
    return ((day, basis) for value, basis in facts if (day := iso_date(value)))


def _published_facts(stated: _Stated) -> Iterator[Fact]:
    yield from _dates((value, "JSON-LD datePublished") for value in texts(stated.article.get("datePublished")))
    yield from _dates(_meta_facts(stated, _PUBLISHED))
    yield from _dates(_stamps(stated, "datePublished"))
    yield from _dates((value, "JSON-LD dateCreated") for value in texts(stated.article.get("dateCreated")))
    yield from _dates(_stamps(stated, ""))
    headline = stated.window.start + _BEFORE_HEADLINE
    for index in sorted(stated.window, key=lambda index: (index < headline, abs(index - headline))):
        words = stated.page.passages[index].text
        if len(words) <= _LONGEST_DATE_LINE and not _UPDATED_WORDS.match(words) and (day := printed_date(words)):
            yield day, f"{_PRINTED}: {words}"
            return


def _address_facts(url: Fact | None) -> Iterator[Fact]:
    if url and (day := address_date(url[0])):
        yield day, "the page's address"


def _updated_facts(stated: _Stated) -> Iterator[Fact]:
    yield from _dates((value, "JSON-LD dateModified") for value in texts(stated.article.get("dateModified")))
    yield from _dates(_meta_facts(stated, _UPDATED))
    yield from _dates(_stamps(stated, "dateModified"))


def _stamps(stated: _Stated, use: str) -> Iterator[Fact]:
    basis = f"{use} by the headline" if use else "time by the headline"
    return (
        (stamp.value, basis)
        for stamp in stated.page.stamps
        if stamp.before in stated.window and (use in stamp.use.split() if use else not stamp.use)
    )


def _authors(stated: _Stated) -> Iterator[Fact]:
    named = list(dict.fromkeys(filter(None, map(_name, texts(stated.article.get("author"))))))
    if named:
        yield ", ".join(named), "JSON-LD author"
    for name in _AUTHOR:
        named = list(dict.fromkeys(filter(None, map(_name, stated.metas.get(name, ())))))
        if named:
            yield ", ".join(named), f"meta {name}"
    yield from _marked_authors(stated)
    yield from _printed_authors(stated)


def _printed_authors(stated: _Stated) -> Iterator[Fact]:
    """The writer whom a short line by the headline names, with nothing but a date or a role behind the name."""
    for index in stated.window:
        passage = stated.page.passages[index]
        if passage.kind == "paragraph" and len(passage.text) <= _LONGEST_BYLINE:
            line = _PRINTED_BY.fullmatch(_BYLINE_END.sub("", passage.text))
            if line and (name := _name(line["name"])):
                yield name, f"{_PRINTED}: {passage.text}"


def _marked_authors(stated: _Stated) -> Iterator[Fact]:
    """Names in elements that are marked as the author's, innermost first."""
    for path, basis in (
        ('//*[contains(@itemprop, "author")]//*[@itemprop="name"]', "microdata author"),
        ('//*[contains(@itemprop, "author")]', "microdata author"),
        ('//a[contains(@rel, "author")]', "link author"),
        ('//*[contains(@class, "byline") or contains(@class, "author")]', "words marked as the byline"),
    ):
        for element in stated.page.root.xpath(path)[:20]:
            words = fold("".join(element.itertext()))
            if not words or len(words) > _LONGEST_BYLINE or element.xpath(_BESIDE):
                continue
            if name := _name(_BYLINE_END.sub("", words)):
                yield name, basis


def _name(words: str) -> str | None:
    """A name as a byline gives it, without the word that leads in."""
    words = _BY.sub("", fold(words)).strip(" ,;|/")
    if not words or len(words) > _LONGEST_NAME or "://" in words or words.casefold() in _NO_NAMES:
        return None
    return words if re.search(r"[^\W\d_]", words) else None


def _publishers(stated: _Stated) -> Iterator[Fact]:
    yield from _meta_facts(stated, _PUBLISHER[:1])
    yield from ((name, "JSON-LD publisher") for name in texts(stated.article.get("publisher")))
    yield from _meta_facts(stated, _PUBLISHER[1:])


def _languages(stated: _Stated) -> Iterator[Fact]:
    root = stated.page.root
    said = [
        (root.get("lang") or "", "html lang"),
        (root.get("xml:lang") or "", "html lang"),
        *((value, "JSON-LD inLanguage") for value in texts(stated.article.get("inLanguage"))),
        *_meta_facts(stated, _LANGUAGE),
    ]
    for value, basis in said:
        tag = value.strip().replace("_", "-")
        if _LANGUAGE_TAG.fullmatch(tag):
            yield tag, basis


def _sections(stated: _Stated) -> Iterator[Fact]:
    yield from ((words, "JSON-LD articleSection") for words in texts(stated.article.get("articleSection")))
    yield from _meta_facts(stated, _SECTION)
