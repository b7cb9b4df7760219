"""Words that break out of formats, in every field that reaches a page: none comes to life, in any page or twin.

Some of the vectors here; others in `tests/long/test_more_vectors.py`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from sitegen.serve.server import Screen, Server, Shown
from sitegen.text import fold
from tests.browser import browser, require_browser
from tests.hostile import harmless, hostile_project
from tests.injection import Seen, look_at, pages_of
from tests.project import Run, make_project, sitegen
from tests.vectors import RUN, VECTORS

FEW = VECTORS[::24]
LOST = ("articles/md/1.html", "articles/html/2.html")
"""Pages that an edition has, and the site no longer."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SERVED = 10
"""Pages that are looked at as they are served."""
_IN_FEEDS = "html body p blockquote,lang ul li br small span,lang a,href"
"""Elements that the content of an entry may have, and their attributes."""
_OF_TITLES = {"h3 lang"}
"""What no harmless title here brings: the language that a hostile one is taken for."""
_ALARM = re.compile(
    r"content/feed\.xml:\d+: error: these words do not stand in content/feed\.xml: “<a id=\".*"
    r"  \[words-not-in-document\]"
)
"""Known failure: what stands in a `<title>` in `<svg>` or `<math>` of a feed is text to its parser, and an attribute to
`verify`. Of the vectors that the suite takes none is such a one; of more of them nothing else is let pass."""
_KINDS = (
    "index about timeline quotes differences sources coverage changes corrections stories intake search 404 names "
    "positions topics/* topics/crane.2 topics/cables topics/ropes articles/md/* articles/txt/* articles/html/* "
    "articles/feed/* articles/mail/* names/*"
).split()


class Site(NamedTuple):
    """A site whose every field holds vectors, and what was said while it was made."""

    project: Path
    runs: tuple[Run, ...]

    @property
    def folder(self) -> Path:
        return self.project / "site"

    def texts(self, pattern: str) -> Iterator[tuple[str, str]]:
        for path in sorted(self.folder.rglob(pattern)):
            yield path.relative_to(self.folder).as_posix(), path.read_text("utf-8")


def made(project: Path, vectors: tuple[str, ...], *, together: int) -> Site:
    """The site of these vectors, as it is after an edition was saved and some articles were taken away."""
    make_project(project, hostile_project(vectors, together=together))
    runs = [sitegen(project, "build"), sitegen(project, "edition", "save", "2024-06-01")]
    for page in LOST:
        lost = project / "content" / page.removeprefix("articles/")
        next(lost.parent.glob(f"{lost.stem}.*")).unlink()
    runs.append(sitegen(project, "build"))
    return Site(project, tuple(runs))


@pytest.fixture(scope="module")
def vectors() -> tuple[str, ...]:
    return FEW


@pytest.fixture(scope="module")
def together() -> int:
    """Vectors in one field."""
    return 3


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, vectors: tuple[str, ...], together: int) -> Site:
    return made(tmp_path_factory.mktemp("hostile") / "project", vectors, together=together)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    require_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Seen:
    """What a browser sees of the same site with harmless words."""
    harmless_site = made(tmp_path_factory.mktemp("harmless") / "project", harmless(len(FEW)), together=3)
    seen = look_at(chromium, pages_of(harmless_site.folder), harmless_site.folder.as_uri(), guarded=True)
    assert seen.alive == []
    return seen


def test_there_are_many_vectors_and_each_once() -> None:
    assert len(set(VECTORS)) == len(VECTORS) >= 500


def test_the_site_is_made_checked_and_proved(site: Site) -> None:
    assert {run.status for run in site.runs} <= {0, 1}
    assert sitegen(site.project, "check", "--quiet").err == ""
    said = sitegen(site.project, "verify").err.splitlines()
    assert [line for line in said if not line.startswith(" ") and not _ALARM.fullmatch(line)] == []
    for kind in _KINDS:
        assert list(site.folder.glob(f"{kind}.html")), kind
    assert all((site.folder / page).exists() for page in LOST)


def test_vectors_stand_in_decisions_of_each_kind(site: Site) -> None:
    """A decision that is carried out is printed with its reason; what is said of one names where it is about."""
    briefing = json.loads((site.folder / "briefing.json").read_text("utf-8"))
    about = {decision["about"] for decision in briefing["decisions"]}
    assert about == {"name", "speaker", "date", "topic", "statement", "difference", "article"}
    assert [line for line in site.runs[0].err.splitlines() if "[decision-" in line and "stage/" in line] == []
    assert any(conflict["dismissed"] for conflict in briefing["conflicts"])
    assert briefing["redirects"] == {"ropes": "cables"}


def test_each_vector_reaches_a_page(site: Site, vectors: tuple[str, ...]) -> None:
    articles = json.loads((site.folder / "briefing.json").read_text("utf-8"))["articles"]
    blocks = [
        block["text"] for article in articles if article["file"].startswith("txt/") for block in article["blocks"]
    ]
    printed = _letters("".join(blocks))
    assert [vector for vector in vectors if _letters(vector) not in printed] == []


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def test_host_that_looks_like_another_is_shown_as_it_is_registered(site: Site) -> None:
    assert "original at аpple.example (xn--pple-43d.example)" in (site.folder / "topics/crane.2.html").read_text(
        "utf-8"
    )


# In a browser


def test_a_browser_tells_what_comes_to_life(chromium: Browser, tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "a.html").write_text(f"{policy}<p onclick=x>a</p><img src=x onerror={RUN}><a href='javascript:x'>x</a>")
    home = tmp_path.as_uri()
    guarded = look_at(chromium, pages_of(tmp_path), home, guarded=True)
    assert {"img", "img onerror", "p onclick"} <= guarded.shapes
    assert "javascript:" in guarded.schemes
    assert any("Content Security Policy" in said for said in guarded.alive)
    assert any("a script ran" in said for said in look_at(chromium, pages_of(tmp_path), home, guarded=False).alive)


@pytest.mark.parametrize("guarded", [True, False], ids=["with its policy", "without its policy"])
def test_nothing_comes_to_life_on_a_page_from_disk(
    site: Site, plain: Seen, chromium: Browser, *, guarded: bool
) -> None:
    seen = look_at(chromium, pages_of(site.folder), site.folder.as_uri(), guarded=guarded)
    assert seen.alive == []
    assert seen.schemes <= {"https:", "http:", "file:", "data:"}
    assert seen.shapes - plain.shapes <= _OF_TITLES


def test_nothing_comes_to_life_on_a_page_that_is_served(site: Site, chromium: Browser) -> None:
    files = {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*.*")}
    home = site.folder.as_uri() + "/"
    pages = [address.removeprefix(home) for address, markup in pages_of(site.folder).items() if markup is None]
    some = pages[:: len(pages) // SERVED]
    with Server("127.0.0.1", 0) as server, server.showing(Screen(Shown(files, "0"))):
        seen = look_at(chromium, dict.fromkeys(server.url + path for path in some), server.url, guarded=True)
    assert seen.alive == []


# Twins


def test_every_json_and_xml_is_one(site: Site) -> None:
    for path, text in (*site.texts("*.json"), *site.texts("*.xml"), *site.texts("*.svg")):
        if path.endswith(".json"):
            json.loads(text)
        else:
            etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    feed = etree.fromstring((site.folder / "feed.xml").read_bytes())
    assert {etree.QName(element).namespace for element in feed.iter()} == {"http://www.w3.org/2005/Atom"}


def _shapes(markup: str) -> set[str]:
    """The elements and attributes that readers of feeds make of the content of an entry."""
    root = etree.fromstring(markup, etree.HTMLParser())
    return {f"{element.tag} {name}" for element in root.iter() for name in ("", *element.attrib)}


def test_content_in_feeds_holds_elements_of_ours_alone(site: Site) -> None:
    items = json.loads((site.folder / "feed.json").read_text("utf-8"))["items"]
    entries = etree.fromstring((site.folder / "feed.xml").read_bytes()).iterfind("{*}entry/{*}content")
    ours = {f"{tag} {name}" for tag, *names in (part.split(",") for part in _IN_FEEDS.split()) for name in ("", *names)}
    found = set().union(*map(_shapes, [*(item["content_html"] for item in items), *(entry.text for entry in entries)]))
    assert {"li ", "a href"} <= found <= ours


def test_structured_data_say_the_words_of_the_source(site: Site) -> None:
    briefing = json.loads((site.folder / "briefing.json").read_text("utf-8"))
    stated = {f"articles/{article['id']}.html": article for article in briefing["articles"]}
    blocks = 0
    for path, text in site.texts("articles/**/*.html"):
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        if path in stated and found:
            blocks += 1
            thing = json.loads(found[0])
            article = stated[path]
            if article["title"]:
                assert thing["headline"] == article["title"]
            assert thing.get("creditText") == article["author"]
            assert (thing.get("publisher") or {}).get("name") == article["publisher"]
    assert blocks > len(stated) // 2


def test_the_index_of_the_search_is_lists_of_words(site: Site) -> None:
    parts = [*site.texts("search/*.js")]
    assert parts
    for path, text in parts:
        call = re.fullmatch(r"searchEntries\((\d+), (\[.*\])\);\n", text, re.DOTALL)
        assert call, path
        for kind, address, *words in json.loads(call[2]):
            assert kind in ("topic", "name", "statement", "article")
            assert re.match(r"(topics|names|articles)/", address)
            assert all(word == fold(word) for word in words if isinstance(word, str))


def test_markdown_shows_words_and_holds_no_markup_of_theirs(site: Site) -> None:
    reader = MarkdownIt("commonmark", {"html": True})
    texts = [*site.texts("topics/*.md"), ("llms.txt", (site.folder / "llms.txt").read_text("utf-8"))]
    briefing = json.loads((site.folder / "briefing.json").read_text("utf-8"))
    titles = {topic["id"]: topic["title"] for topic in briefing["topics"]}
    for path, text in texts:
        tokens = reader.parse(text)
        inner = [child for token in tokens for child in token.children or ()]
        kinds = {token.type for token in (*tokens, *inner)}
        assert not kinds & {"html_block", "html_inline", "image", "code_block", "fence", "hr"}, path
        links = [str(token.attrGet("href")) for token in inner if token.type == "link_open"]
        assert all(re.match(r"https?://|(\.\./)?[\w./%#:-]+\.(md|html|json)", link) for link in links), path
        if (id_ := path.removeprefix("topics/").removesuffix(".md")) in titles:
            (head,) = [token for token in tokens if token.type == "inline"][:1]
            assert "".join(child.content for child in head.children or ()) == titles[id_]


def test_bibtex_holds_the_entries_of_its_json_twin(site: Site) -> None:
    seen = 0
    for path, text in site.texts("topics/*.bib"):
        entries = [*_bibtex(text)]
        items = json.loads((site.folder / path).with_suffix(".json").read_text("utf-8"))
        assert [_untexed(entry["title"]) for entry in entries] == [item["title"] for item in items], path
        seen += len(entries)
    assert seen


def _bibtex(text: str) -> Iterator[dict[str, str]]:
    """Fields of each entry, as BibTeX reads them: it counts every brace, be there a backslash before it or not."""
    position = 0
    while (start := text.find("@", position)) >= 0:
        position = _closed(text, text.index("{", start))
        inner = text[text.index("{", start) + 1 : position - 1]
        fields: dict[str, str] = {}
        at = inner.index(",")
        while field := re.compile(r",?\s*(\w+) = (?={)").match(inner, at):
            at = _closed(inner, field.end())
            fields[field[1]] = inner[field.end() + 1 : at - 1]
        assert inner[at:].strip() == ",", inner
        yield fields
    assert text[position:].strip() == ""


def _closed(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    raise AssertionError("a brace is not closed")


_OF_TEX = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciicircum{}": "^",
    "\\textasciitilde{}": "~",
}


def _untexed(value: str) -> str:
    names = "|".join(map(re.escape, _OF_TEX))
    inner = value.removeprefix("{").removesuffix("}")
    return re.sub(rf"{names}|\\([#$%&_])", lambda found: found[1] or _OF_TEX[found[0]], inner)


# The terminal


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "--format", "github", "--why"],
        ["build", "--format", "json"],
        ["build", "--verbose"],
        ["check"],
        ["verify"],
        ["topics"],
        ["edition", "list"],
        ["diff", "PROJECT/editions/2024-06-01.json"],
        ["diff", "PROJECT/editions/2024-06-01.json", "--format", "json"],
        ["explain", "content/md/0.md:10"],
        ["explain", "content/md/3.md:16", "--format", "json"],
        ["config"],
    ],
    ids=" ".join,
)
def test_no_command_says_what_a_terminal_obeys(site: Site, arguments: list[str]) -> None:
    if arguments[0] == "build":
        _harm(site.project / "content" / "md" / "0.md")
    run = sitegen(site.project, *(argument.replace("PROJECT", str(site.project)) for argument in arguments))
    assert not _CONTROLS.search(run.out + run.err)
    for line in run.out.splitlines():
        assert not line.startswith("::") or re.match(r"::(error|warning|notice) ", line), line


def _harm(article: Path) -> None:
    article.write_text(article.read_text("utf-8") + "\n\x1b[31m words \x9b2J\n", "utf-8")


def test_importing_says_nothing_that_a_terminal_obeys(tmp_path: Path, vectors: tuple[str, ...]) -> None:
    names = [name for vector in vectors if (name := re.sub("[/\0]", "_", vector)[:60])]
    make_project(
        tmp_path, {f"seeds/{name}.txt": f"{name}\n\nWords of it.\n" for name in names if len(name.encode()) < 250}
    )
    run = sitegen(tmp_path, "import", "--report", tmp_path / "seeds")
    assert not _CONTROLS.search(run.out + run.err)
