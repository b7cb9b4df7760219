"""A project each of whose fields holds vectors, in every format; and the same with words in their place."""

import html
import json
from collections.abc import Mapping, Sequence
from itertools import cycle, islice

from sitegen.text import digest, normalise
from tests.documents import feed, page

_SUBJECTS = ("harbour crane", "night ferry", "tram line", "council vote", "old lighthouse")
_NAMES = ("Ada Lindmark", "Bo Hansen", "Ingrid Moe", "Olav Berg", "Tora Vik")
FIELDS = 4
"""Formats that have other vectors than one another in their fields."""
_MOST_OF_DESK = 40
"""Vectors that one value of the desk holds."""
_ARTICLES = 8
"""Those of each subject and name, as far as there are so many."""
_NAME = 60
"""Characters of a vector in the name of a file."""


_LOST = "The storm killed 12 fishermen off Skarne harbour on Monday."
_OTHER = "The storm killed 15 fishermen off Skarne harbour on Monday."
_DARK = "“It was dark,” she said."
_OPEN = "The harbour will open in May 2026."
_SHUT = "The harbour will not open in May 2026, Ada Reed said."
_DROPPED = "Some 40 boats sank in the 1990s."
_OF_CRANE = """was built by two brothers from the north|needs new cables before the winter
turned once around itself last summer|has a cabin for one driver|belongs to the town and not to the port
can be heard in the old market|carried timber for a sawmill|stands on a wall of granite|was painted red by its owners
lost its hook in a gale|casts a shadow over the fish hall|is older than the railway|draws visitors with cameras
was drawn by an unknown artist|gave its name to a street""".replace("\n", "|").split("|")
_DATED = "---\npublished: 2024-05-{day}\npublisher: {outlet}\nlanguage: {language}\n---\n\n"
STAGE: Mapping[str, str] = {
    "stage/storm.md": _DATED.format(day="07", outlet="Post", language="en")
    + f"# Storm kills 12 fishermen off Skarne harbour\n\n{_LOST} {_OPEN} "
    f"Ada Reed rejected the toll on the harbour. Bo Eng offered to buy two boats. {_DARK} {_DROPPED}\n\n"
    "“The wall is weak and must be mended before the winter comes,” Bo Eng said.\n",
    "stage/boats.md": _DATED.format(day="08", outlet="Wire", language="en")
    + f"# Storm kills 15 fishermen off Skarne harbour\n\n{_OTHER} {_SHUT} "
    "Ada Reed rejected the toll on the old harbour. Bo Eng offered to buy three boats.\n\n"
    "“The wall is old and must be mended before the winter comes,” Bo Eng said.\n",
    "stage/crane.md": _DATED.format(day="09", outlet="Post", language="en")
    + "# Of the harbour crane\n\n"
    + "\n\n".join(f"The harbour crane {words}." for words in _OF_CRANE)
    + "\n",
    "stage/kran.md": _DATED.format(day="10", outlet="Bote", language="de")
    + "# Der Kran steht still\n\nDer Kran im Hafen von Skarne steht seit Montag still.\n\n#### Die Kosten\n\n"
    "- Die Stadt zahlt 3 Millionen Euro.\n\n> „Es ist der Rost“, sagte Ada Reed am Dienstag.\n\n"
    "Die Arbeiter warten auf einen neuen Haken, und der Hafen bleibt bis zum Herbst geschlossen.\n",
    "stage/homograph.md": "---\npublished: 2024-05-11\nurl: https://аpple.example/x\n---\n\n"
    "# Of the harbour crane\n\nThe harbour crane of Skarne is made of iron.\n",
}
"""Articles without a vector, for the pages and marks that vectors alone do not make. Path below the content → text."""


def hostile_project(vectors: Sequence[str], *, together: int) -> dict[str, str]:
    """The files of a project whose fields hold `together` vectors each, and whose bodies `FIELDS` times as many.

    Each format has others of them in its fields, so that each vector stands in a title, an author and an outlet.
    Path → text.
    """
    most = together * FIELDS
    groups = [vectors[start : start + most] for start in range(0, len(vectors), most)]
    files = {
        "sitegen.yml": _settings(vectors),
        "sources.yml": _sources([vectors[start : start + together] for start in range(0, len(vectors), together)]),
        "editorial.yml": _editorial(vectors, len(groups)),
        "content/citations.json": json.dumps(
            [{"title": vector, "URL": f"https://a.example/{vector}"} for vector in vectors]
        ),
        **{f"content/{path}": text for path, text in STAGE.items()},
    }
    items = []
    for number, group in enumerate(groups):
        md, page_, letter, item = (_lines(group[start::FIELDS] or group[:1]) for start in range(FIELDS))
        said, day = _said(number), 1 + number % 28
        paragraphs = "".join(f"<p>{vector}</p>" for vector in group)
        body = "\n\n".join(group)
        files[f"content/md/{number}.md"] = _markdown(md, body, said, day, group[0])
        files[f"content/txt/{number}.txt"] = f"{md}\n\n{said}\n\n{_lines(group)}\n\n{body}\n"
        files[f"content/html/{number}.html"] = _page(page_, body, said)
        files[f"content/mail/{number}.eml"] = _letter(letter, paragraphs)
        items.append((item, f"https://a.example/{item}", paragraphs))
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
        "## Words at the head\n\nwords\n\n### Words below it\n\nwords",
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
    if number % _ARTICLES > 2:
        return f"Nothing happened to quay {number} on that day."
    subject, name = _SUBJECTS[number // _ARTICLES % 5], _NAMES[number // _ARTICLES % 5]
    return (
        f"The {subject} of Vessel closed on {1 + number % 3} May 2024 for {20 + number % 4} days, {name} said on "
        f"Sunday. “The {subject} is unsafe,” {name} told the harbour council. "
        f"The {subject} of Vessel was built in 1931."
    )


def _lines(group: Sequence[str]) -> str:
    return " ".join(" ".join(vector.split()) for vector in group)


def _quoted(words: str) -> str:
    """As YAML takes any words: a string of JSON in ASCII, but for signs that JSON writes as two."""
    return '"' + "".join(f"\\U{ord(sign):08x}" if sign > "\uffff" else json.dumps(sign)[1:-1] for sign in words) + '"'


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
    """Outlets with one fact each: with all of them the file would be too large to be read."""
    facts = cycle(("owner", "agency", "country", "kind", "rating"))
    pairs = zip(groups[::2], [*groups[1::2], *groups[:1]], facts, strict=False)
    return "outlets:\n" + "".join(
        f"  {_quoted(_lines(name))}:\n    {fact}: {_quoted(_lines(words))}\n" for name, words, fact in pairs
    )


def _editorial(vectors: Sequence[str], articles: int) -> str:
    """Decisions of each kind, whose words are vectors."""
    chunks = [vectors[start : start + _MOST_OF_DESK] for start in range(0, len(vectors), _MOST_OF_DESK)]
    lines = map(_lines, cycle(chunks))

    def decided(**values: str) -> str:
        """A decision in one line of YAML, with its reason and its author."""
        line = _quoted(next(lines))
        return "{" + ", ".join(f"{key}: {value}" for key, value in {**values, "why": line, "by": line}.items()) + "}"

    def words() -> str:
        return _quoted(next(lines))

    storm, boats = (_sentence(article, words) for article, words in (("stage/storm", _LOST), ("stage/boats", _OTHER)))
    opens, shuts = (_sentence(article, words) for article, words in (("stage/storm", _OPEN), ("stage/boats", _SHUT)))
    subjects = cycle(subject.split()[-1] for subject in _SUBJECTS)
    sections = {
        "names": [
            f"{name}: {decided(display_name=_quoted(_lines(chunk)))}"
            for name, chunk in zip(("Ada Reed", "Bo Eng", *_NAMES[: 1 + articles // _ARTICLES]), chunks, strict=False)
        ],
        "speakers": [f"- {decided(sentence=_sentence('stage/storm', _DARK), words='It was dark', speaker=words())}"],
        "dates": [f"- {decided(sentence=storm, words='on Monday', value='2024-05-06')}"],
        "topics": [
            *(
                f"topic-{number}: {decided(pin='true', title=_quoted(_lines(chunk)), terms=f'[{next(subjects)}]')}"
                for number, chunk in enumerate(chunks)
            ),
            f"crane: {decided(pin='true', title='The crane', terms='[harbour crane]')}",
            f"ropes: {decided(pin='true', title='Ropes', terms='[cables]', id='cables')}",
        ],
        "statements": [
            f"- {decided(pin=storm)}",
            f"- {decided(drop=_sentence('stage/storm', _DROPPED))}",
            f"- {decided(not_same=f'[{opens}, {shuts}]')}",
        ],
        "differences": [f"- {decided(dismiss=f'[{storm}, {boats}]')}"],
        "articles": [
            f"md/{number}: {decided(status=('corrected', 'withdrawn')[number % 2], note=words())}"
            for number in range(0, articles, 3)
        ],
    }
    return "".join(f"{section}:\n" + "".join(f"  {line}\n" for line in lines) for section, lines in sections.items())


def _sentence(article: str, words: str) -> str:
    return f"{article}.s{digest(normalise(words))}"
