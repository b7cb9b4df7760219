"""A project each of whose fields holds vectors, in every format; and the same with words in their place."""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice

from tests.documents import feed, page

_SUBJECTS = ("harbour crane", "night ferry", "tram line", "council vote", "old lighthouse")
_NAMES = ("Ada Lindmark", "Bo Hansen", "Ingrid Moe", "Olav Berg", "Tora Vik")
_MOST_OF_DESK = 40
"""Vectors that one value of the desk holds."""
_NAME = 60
"""Characters of a vector in the name of a file."""


def hostile_project(vectors: Sequence[str], *, together: int) -> dict[str, str]:
    """The files of a project: each article has `together` vectors in each of its fields. Path → text."""
    groups = [vectors[start : start + together] for start in range(0, len(vectors), together)]
    chunks = [vectors[start : start + _MOST_OF_DESK] for start in range(0, len(vectors), _MOST_OF_DESK)]
    files = {
        "sitegen.yml": _settings(vectors),
        "sources.yml": _sources(groups),
        "editorial.yml": _editorial(chunks, len(groups)),
        "content/citations.json": json.dumps(
            [{"title": vector, "URL": f"https://a.example/{vector}"} for vector in vectors]
        ),
    }
    for number, group in enumerate(groups):
        line, body = _lines(group), "\n\n".join(group)
        said, day = _said(number), 1 + number % 28
        files[f"content/md/{number}.md"] = _markdown(line, body, said, day, group[0])
        files[f"content/txt/{number}.txt"] = f"{line}\n\n{said}\n\n{line}\n\n{body}\n"
        files[f"content/html/{number}.html"] = _page(line, body, said)
        files[f"content/mail/{number}.eml"] = _letter(line, "".join(f"<p>{vector}</p>" for vector in group))
    items = [
        (_lines(group), f"https://a.example/{_lines(group)}", "".join(f"<p>{v}</p>" for v in group)) for group in groups
    ]
    files["content/feed.xml"] = feed(*map(_as_xml, items))
    for vector in vectors:
        files[f"content/names/{_as_name(vector)}.csv"] = ""  # no article: the page on what arrived names it
    for vector in vectors[::_MOST_OF_DESK]:
        files[f"content/names/{_as_name(vector)}.md"] = f"# {_lines([vector])}\n\n{_said(0)}\n"
    return files


def harmless(count: int) -> tuple[str, ...]:
    """Words in place of so many vectors; among them each kind of block that Markdown and HTML have."""
    kinds = (
        "plain words",
        "*starred* **words**",
        "> quoted words",
        "- listed words\n- more",
        "## Words at the head\n\nwords",
        "```\nwords of code\n```",
        "| a |\n|---|\n| words |",
        "<p>words <b>of</b> HTML</p>",
        "<ul><li>words</li></ul>",
        "<blockquote>words</blockquote>",
        "<h2>Words at the head</h2><p>words</p>",
        "<table><tr><th>a</th></tr><tr><td>words</td></tr></table>",
        "<pre>words</pre>",
    )
    return tuple(f"{kind} {number}" for number, kind in enumerate(islice(cycle(kinds), count)))


def _said(number: int) -> str:
    """Sentences that a few articles share, so that there are topics, names, quotations and differences."""
    if number % 8 > 2:
        return f"Nothing happened to quay {number} on that day."
    subject, name = _SUBJECTS[number // 8 % 5], _NAMES[number // 8 % 5]
    return (
        f"The {subject} of Vessel closed on {1 + number % 3} May 2024 for {20 + number % 4} days, {name} said on "
        f"Sunday. “The {subject} is unsafe,” {name} told the harbour council. "
        f"The {subject} of Vessel was built in 1931."
    )


def _lines(group: Sequence[str]) -> str:
    return " ".join(" ".join(vector.split()) for vector in group)


def _quoted(words: str) -> str:
    """As YAML takes any words: JSON, in ASCII."""
    return json.dumps(words)


def _markdown(line: str, body: str, said: str, day: int, first: str) -> str:
    keys = ("title", "author", "publisher", "section", "agency", "dateline")
    head = "\n".join(f"{key}: {_quoted(line)}" for key in keys)
    return (
        f"---\n{head}\npublished: 2024-05-{day:02}\n---\n\n{said}\n\nThe tram {line} ran, Ada Lindmark said.\n\n"
        f"## {line}\n\n"
        f"- The list {line} ended.\n\n> “The quay {line} held,” said Olav Berg.\n\n"
        f'![{line}](x.png) ![x]({first} "{line}")\n\n'
        f"```table\n{line}\n```\n\n[{line}]({first})\n\n{body}\n"
    )


def _page(line: str, body: str, said: str) -> str:
    quoted = html.escape(line)
    return page(
        quoted,
        url=f"https://a.example/{quoted}",
        body=f"<p>{said}</p><img src=x alt=\"{quoted}\"><p title='{quoted}'>{quoted}</p>{body}",
    ).replace(
        "</head>", f'<meta name="author" content="{quoted}"><meta property="article:section" content="{quoted}"></head>'
    )


def _letter(line: str, body: str) -> str:
    return (
        f"From: {line} at {line} <a@b.example>\nSubject: {line}\nContent-Type: text/html; charset=utf-8\n\n"
        f"<p>The plane flies.</p>{body}"
    )


def _as_xml(item: tuple[str, str, str]) -> tuple[str, str, str]:
    """What XML can't hold is left out, as the feed would be refused."""
    title, link, words = ("".join(sign for sign in text if sign >= " " or sign in "\t\n") for text in item)
    return title, link, words


def _as_name(vector: str) -> str:
    return vector.replace("/", "∕").replace("\0", "␀")[:_NAME].encode()[:200].decode("utf-8", "ignore")


def _settings(vectors: Sequence[str]) -> str:
    few, many = _lines(vectors[::200]), _lines(vectors[::20])
    return f"title: {_quoted(few)}\ndescription: {_quoted(many)}\nsite_url: https://desk.example/\n"


def _sources(groups: Sequence[Sequence[str]]) -> str:
    facts = ("owner", "agency", "country", "kind", "rating")
    return "outlets:\n" + "".join(
        f"  {_quoted(_lines(group))}:\n" + "".join(f"    {fact}: {_quoted(_lines(group))}\n" for fact in facts)
        for group in groups
    )


def _editorial(chunks: Sequence[Sequence[str]], articles: int) -> str:
    """Decisions of each kind, whose words are vectors."""

    def because(chunk: Sequence[str]) -> str:
        return f"why: {_quoted(_lines(chunk))}, by: {_quoted(_lines(chunk))}"

    names = (
        f"  {name}: {{display_name: {_quoted(_lines(chunk))}, {because(chunk)}}}"
        for name, chunk in zip(_NAMES, chunks, strict=False)
    )
    topics = (
        f"  topic-{number}: {{pin: true, title: {_quoted(_lines(chunk))}, "
        f"terms: [{_SUBJECTS[number % 5].split()[-1]}], {because(chunk)}}}"
        for number, chunk in enumerate(chunks)
    )
    statuses = (
        f"  md/{number}: {{status: {('corrected', 'withdrawn')[number % 2]}, "
        f"note: {_quoted(_lines(chunk))}, {because(chunk)}}}"
        for number, chunk in zip(range(0, articles, 3), chunks, strict=False)
    )
    sections: Mapping[str, Iterator[str]] = {"names": names, "topics": topics, "articles": statuses}
    return "".join(f"{section}:\n" + "\n".join(lines) + "\n" for section, lines in sections.items())
