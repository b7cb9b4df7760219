"""References: the articles as CSL-JSON and BibTeX, for those who cite them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.compose import urls
from sitegen.model import Briefing, Metadata

from .written import clean, day, json_lines

Item = dict[str, Any]
"""A reference: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html."""

_TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # BibTeX counts a brace behind a backslash too: one alone would end the entry elsewhere
    "}": "\\textbraceright{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_NO_KEY = re.compile(r"[^A-Za-z0-9/.:-]+")
_IN_ADDRESS = re.compile(r"[\\{}\s]")


def csl_items(briefing: Briefing, titles: Mapping[str, str]) -> dict[str, Item]:
    """The reference of each article, by its anchor among the sources of a page, in the order of the briefing.

    `titles`: path of an article's page → what it is headed with: the title, or what stands in for one.
    """
    found = ((analysis.article.id, analysis.article.metadata) for analysis in briefing.analyses)
    return {urls.source_anchor(id_): _item(id_, titles[urls.article_path(id_)], known) for id_, known in found}


def _item(id_: str, title: str, known: Metadata) -> Item:
    published = day(known.published)
    outlet, author = clean(known.publisher), clean(known.author)
    facts: Item = {
        "id": id_,
        "type": "article-newspaper" if outlet else "document",
        "title": clean(title),
        # Names are as the article prints them: who is a person, and which part is the family's, is not stated.
        "author": [{"literal": author}] if author else None,
        "container-title": outlet,
        "issued": {"date-parts": [[int(part) for part in published.split("-")]]} if published else None,
        "section": clean(known.section),
        "source": clean(known.agency),
        "language": known.language,
        "URL": clean(known.url),
    }
    return {name: value for name, value in facts.items() if value}


def csl_json(items: Iterable[Item]) -> bytes:
    """CSL-JSON, one reference a line."""
    return f"{json_lines(items)}\n".encode()


def bibtex(items: Iterable[Item]) -> bytes:
    """BibTeX, in UTF-8 as biber and newer tools read it; signs that TeX would obey are escaped."""
    return "\n".join(map(_entry, items)).encode()


def _entry(item: Item) -> str:
    year, month, day_ = (*item.get("issued", {"date-parts": [[]]})["date-parts"][0], None, None, None)[:3]
    facts = {
        "title": f"{{{_tex(item['title'])}}}",  # in braces of its own: no style changes its capitals
        "author": f"{{{_tex(item['author'][0]['literal'])}}}" if "author" in item else "",  # one name, whatever it is
        "journal": _tex(item.get("container-title", "")),
        "date": f"{year:04}-{month:02}-{day_:02}" if year else "",
        "year": f"{year:04}" if year else "",
        "url": _IN_ADDRESS.sub("", item.get("URL", "")),
        "langid": item.get("language", ""),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in facts.items() if value)
    kind = "article" if "container-title" in item else "misc"
    return f"@{kind}{{{_key(item['id'])},\n{lines}}}\n"


def _key(id_: str) -> str:
    """Of an article; what keys can't hold is told apart by its code points."""
    return _NO_KEY.sub(lambda found: "".join(f"u{ord(sign):x}" for sign in found[0]), id_)


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)
