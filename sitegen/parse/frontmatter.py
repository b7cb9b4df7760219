"""Front matter: the `---` block above a Markdown article, split off strictly and read into metadata."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple, cast, get_args

from sitegen.errors import Outcome, Problem
from sitegen.fields import Fields, read_mapping
from sitegen.model import Metadata, Rights
from sitegen.reasons import worded
from sitegen.text import fold

FENCE = "---"

KeyKind = Literal["words", "list of words", "text", "date", "url", "language", "rights", "flag"]


class Key(NamedTuple):
    """A key of front matter."""

    kind: KeyKind
    meaning: str


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "title": Key("words", "Title of the article; its first heading, if there is none."),
        "published": Key("date", "When it was published: 2024-05-12, or 2024-05-12T08:30:00+02:00."),
        "date": Key("date", "The same, by the name that other generators use; `published` stands above it."),
        "updated": Key("date", "When it was last changed by its outlet."),
        "publisher": Key("words", "The outlet: looked up in sources.yml by name or alias."),
        "author": Key("list of words", "Who wrote it: a name, or a list of names."),
        "url": Key("url", "Where it stands on the web."),
        "language": Key("language", "BCP 47 tag of its language, such as en or pt-BR."),
        "section": Key("words", "Section of the outlet, such as World."),
        "agency": Key("words", "News agency that the text is credited to."),
        "dateline": Key("words", "Place that the report is filed from, as printed."),
        "rights": Key("rights", "`full`, or `cited`: the site shows only the passages that it cites."),
        "draft": Key("flag", "`true`: it is kept out of the site, and stays in its folder."),
        "document": Key("text", "The original it was imported from: path below the project folder."),
        "document_sha256": Key("text", "Digest of the original's bytes; written by `import`."),
        "item": Key("text", "Which of the original's articles it is, if that is a feed; written by `import`."),
        "imported_sha256": Key("text", "Digest of what `import` wrote, by which it knows an edited article."),
    }
)
"""All keys that are read, in the order in which people write them."""

_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("outlet", "source", "site", "site_name", "newspaper", "medium"), "publisher"),
        **dict.fromkeys(("authors", "byline", "creator"), "author"),
        **dict.fromkeys(("link", "address", "canonical", "source_url", "permalink"), "url"),
        **dict.fromkeys(("publishdate", "pubdate", "datepublished", "created"), "published"),
        **dict.fromkeys(("lastmod", "modified", "datemodified"), "updated"),
        **dict.fromkeys(("headline", "heading"), "title"),
        **dict.fromkeys(("lang", "locale"), "language"),
    }
)
"""What generators, feeds and collectors of articles call these keys, in small letters. They are named, not read: each
has other meanings too."""

_ABOUT_THE_ARTICLE = tuple(
    name for name, key in KEYS.items() if key.kind not in ("text", "flag") and name not in ("title", "date")
)
"""Keys that are fields of `Metadata` and come with a basis."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article, and where its body begins."""

    title: str | None
    metadata: Metadata
    imported_sha256: str | None
    """Of the file as `import` wrote it, less the line with this digest."""
    item: str | None
    """Which of its document's articles it is, where that holds several."""
    is_draft: bool
    """The site is to be built without it."""
    body: int
    """Offset of the first character after the front matter."""


def split(text: str) -> tuple[str | None, int]:
    """The front matter of a Markdown text and the offset of its body; (None, 0) if there is none.

    Front matter begins with `---` alone on the first line and ends at the next such line. A first line `---` with an
    empty line below it is a rule, not front matter. An unclosed one gives ("", -1).
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE or len(lines) < 2 or not lines[1].strip():
        return None, 0
    start = offset = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() in (FENCE, "..."):
            return text[start:offset], min(offset + len(line) + 1, len(text))
        offset += len(line) + 1
    return "", -1


def read_front_matter(text: str, *, path: str, rights: Rights = "full") -> Outcome[FrontMatter | None]:
    """The front matter of a Markdown text; None, with an error among the problems, when it can't be relied on.

    `rights` holds where the article states none.
    Problems: `front-matter-unclosed`, those of `sitegen.fields`.
    """
    yaml_text, body = split(text)
    if body < 0:
        unclosed = Problem(
            "front-matter-unclosed",
            "error",
            'the front matter that begins with "---" is not closed',
            path,
            1,
            0,
            'write "---" alone on the line below the last key',
        )
        return Outcome(None, (unclosed,))
    read = read_mapping(yaml_text or "", path=path, first_line=2)
    fields = read.value
    if fields is None:
        return Outcome(None, read.problems)
    stated = {name: _READ[key.kind](fields, name) for name, key in KEYS.items()}
    stated["published"] = stated["published"] or stated["date"]
    found = {name: value for name in _ABOUT_THE_ARTICLE if (value := stated[name])}
    metadata = Metadata(
        published=found.get("published"),
        updated=found.get("updated"),
        publisher=found.get("publisher"),
        author=found.get("author"),
        url=found.get("url"),
        language=found.get("language"),
        rights=cast(Rights, found.get("rights", rights)),
        document=stated["document"],
        document_sha256=stated["document_sha256"],
        section=found.get("section"),
        agency=found.get("agency"),
        dateline=found.get("dateline"),
        basis=tuple((name, worded("front matter")) for name in sorted(found)),
    )
    front_matter = FrontMatter(
        title=stated["title"],
        metadata=metadata,
        imported_sha256=stated["imported_sha256"],
        item=stated["item"],
        is_draft=stated["draft"] is not None,
        body=body,
    )
    problems = fields.finish(unknown="warning", elsewhere=_ELSEWHERE)
    broken = any(problem.level == "error" for problem in problems)
    return Outcome(None if broken else front_matter, problems)


def _words(fields: Fields, name: str) -> str | None:
    return fold(fields.text(name) or "") or None


def _list_of_words(fields: Fields, name: str) -> str | None:
    return ", ".join(filter(None, map(fold, fields.texts(name)))) or None


def _rights(fields: Fields, name: str) -> str | None:
    return fields.choice(name, get_args(Rights))


def _flag(fields: Fields, name: str) -> str | None:
    return "true" if fields.flag(name) else None


_READ: Mapping[KeyKind, Callable[[Fields, str], str | None]] = MappingProxyType(
    {
        "words": _words,
        "list of words": _list_of_words,
        "text": Fields.text,
        "date": Fields.date,
        "url": Fields.url,
        "language": Fields.language,
        "rights": _rights,
        "flag": _flag,
    }
)
