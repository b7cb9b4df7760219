"""What must hold of any input, by the part of the program that reads it: for tests, and for `benchmarks/fuzz.py`.

Each target takes bytes, as they may lie in a folder or come over a connection, and fails with an exception.
"""

import contextlib
import hashlib
import json
import re
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from sitegen import diff_words
from sitegen.analyse import AnalyseOptions, analyse
from sitegen.build import build_site, gather
from sitegen.built import read_page
from sitegen.check import check_site
from sitegen.config import Config, read_config, read_outlets
from sitegen.diff import diff
from sitegen.each import here
from sitegen.editions import edition_bytes, read_edition, read_either
from sitegen.editorial import read_editorial
from sitegen.errors import Outcome, worst
from sitegen.lock import lock_text, read_lock
from sitegen.model import Article, DateExpression, Mention, NumberExpression, Quote, Source
from sitegen.parse import ParseOptions, parse, visible_words
from sitegen.parse.citations import read_citations
from sitegen.parse.formats import is_text
from sitegen.parse.frontmatter import read_front_matter
from sitegen.parse.outlets import make_registry
from sitegen.proof import read_inputs
from sitegen.published import read_published
from sitegen.read import article_ids
from sitegen.serve.page import with_reload
from sitegen.serve.server import Screen, Server, Shown
from sitegen.terminal import visible, visible_json
from sitegen.text import fold, project
from sitegen.theme import load_theme
from sitegen.verify import verify
from tests.documents import FEED, LETTER, page
from tests.inspector import foreign
from tests.parse.test_office import pdf, word
from tests.project import HARBOUR, TRAMS

ROOT = Path(__file__).parents[1]
_FILE = re.compile(rb"^=== ([^\n]{1,200})\n", re.MULTILINE)
"""The head of a file in an input that is a whole project."""
_LARGEST_SEED = 4_000
"""Bytes: what is larger is tried less often."""
RENDERED = 10
"""Of so many inputs of the pipe one is made to a site, which takes forty times as long as all before."""
_SETTINGS = ("sitegen.yml", "sources.yml", "editorial.yml", "topics.lock.yml")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_REFUSED = (ValueError, RecursionError)
"""By which what reads a `briefing.json` or an edition says that it is none."""


class Target(NamedTuple):
    """Something that reads what others write."""

    holds: Callable[[bytes], object]
    """Raises whatever is wrong."""
    seeds: Callable[[], Sequence[bytes]]
    """Inputs to begin with."""
    is_json: bool = False
    """Its inputs are best changed value by value."""


# Articles


def _parsed(path: str, data: bytes) -> None:
    """An outcome; articles whose every span says what it is said to; words that stand in what was received."""
    source = Source("a", path, data, hashlib.sha256(data).hexdigest())
    outcome = parse(source, ParseOptions())
    assert (outcome.value == ()) == (worst(outcome.problems) in ("error", "note") and not outcome.value)
    assert all(problem.path == path for problem in outcome.problems)
    assert len({article.id for article in outcome.value}) == len(outcome.value)
    received = visible_words(source)
    for article in outcome.value:
        _sound(article)
        if not is_text(path):
            assert received is not None
            _received(article, fold(received))


def _sound(article: Article) -> None:
    article.text.encode()
    for spans in ([(b.start, b.end) for b in article.blocks], [(e.start, e.end) for e in article.edits]):
        edges = [0, *(edge for span in spans for edge in span), len(article.text)]
        assert edges == sorted(edges), "spans overlap, or leave the text"
    shown = [article.title, article.metadata.author, article.metadata.publisher, article.metadata.section]
    assert not any(_CONTROLS.search(words or "") for words in shown)
    for block in article.blocks:
        assert block.text == project(article.text, block.start, block.end, article.edits)
        assert not _CONTROLS.search(block.text)
    blocks = {block.id: block for block in article.blocks}
    analysis = analyse(article, AnalyseOptions()).value
    sentences = {sentence.id: sentence for sentence in analysis.sentences}
    for sentence in analysis.sentences:
        block = blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.text == project(article.text, sentence.start, sentence.end, article.edits)
    slices: list[Mention | Quote | DateExpression | NumberExpression] = []
    slices += (*analysis.mentions, *analysis.quotes, *analysis.dates, *analysis.numbers)
    for found in slices:
        assert found.text == sentences[found.sentence].text[found.start : found.end]


def _received(article: Article, words: str) -> None:
    for block in article.blocks:
        if block.kind not in ("code", "table"):
            assert block.text in words, f"{block.text!r} does not stand in the document"


def _reader(suffix: str) -> Callable[[bytes], None]:
    return lambda data: _parsed(f"a{suffix}", data)


def _front_matter(data: bytes) -> None:
    text = f"---\n{data.decode('utf-8', 'replace')}\n---\nWords.\n"
    read = read_front_matter(text, path="a.md")
    assert (read.value is None) == (worst(read.problems) == "error")
    if read.value:
        url = read.value.metadata.url
        assert url is None or re.match("https?://", url)
    _parsed("a.md", text.encode())


def _citations(data: bytes) -> None:
    read = read_citations(data.decode("utf-8", "replace"), name="a.json")
    for citation in read.value:
        assert not _CONTROLS.search(repr(citation))


# The desk's files


def _text_file(read: Callable[[str, str], Outcome[object]]) -> Callable[[bytes], None]:
    def holds(data: bytes) -> None:
        for problem in read(data.decode("utf-8", "replace"), "a.yml").problems:
            assert problem.path == "a.yml"
            assert problem.line >= 0

    return holds


def _lock(data: bytes) -> None:
    """What the program writes of a lock that it read says the same."""
    read = read_lock(data.decode("utf-8", "replace"), "a.yml")
    if worst(read.problems) != "error":
        written = read_lock(lock_text(read.value), "a.yml")
        assert [problem.code for problem in written.problems] == []
        assert lock_text(written.value) == lock_text(read.value)


# The pipe


def _files(data: bytes) -> dict[str, bytes]:
    """The files of a project: what stands below lines `=== name`."""
    pieces = _FILE.split(data)
    names = (name.decode("utf-8", "replace") for name in pieces[1::2])
    return dict(zip(names, pieces[2::2], strict=True))


def _config(files: Mapping[str, bytes]) -> Config:
    """The settings of a project; those with an error stay as they are without."""
    texts = {name: files.get(name, b"").decode("utf-8", "replace") for name in _SETTINGS}
    config = read_config(texts["sitegen.yml"], "sitegen.yml")
    made = Config() if worst(config.problems) == "error" else config.value
    outlets = read_outlets(texts["sources.yml"], "sources.yml")
    if worst(outlets.problems) != "error":
        made = replace(made, parse=replace(made.parse, registry=make_registry(outlets.value)))
    decisions = read_editorial(texts["editorial.yml"], "editorial.yml")
    if worst(decisions.problems) != "error":
        made = replace(made, decisions=decisions.value)
    lock = read_lock(texts["topics.lock.yml"], "topics.lock.yml")
    return made if worst(lock.problems) == "error" else replace(made, lock=lock.value)


def _sources(files: Mapping[str, bytes]) -> tuple[Source, ...]:
    names = sorted(name for name in files if name not in _SETTINGS)
    ids, _ = article_ids(names)
    return tuple(Source(ids[name], name, files[name], hashlib.sha256(files[name]).hexdigest()) for name in names)


def _built(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], Config, tuple[Source, ...]]:
    config, sources = _config(files), _sources(files)
    built = build_site(Outcome(sources), config, load_theme(None, config.theme, config.language))
    return {file.path: file.data for file in built.value.files}, config, sources


def _pipe(data: bytes) -> None:
    """Findings in sentences that there are; of the example, and of one input in `RENDERED`, a site as well."""
    files = _files(data)
    briefing = gather(Outcome(_sources(files)), _config(files)).value.briefing
    known = {sentence.id for analysis in briefing.analyses for sentence in analysis.sentences}
    assert {statement.sentence for statement in briefing.statements} <= known
    assert {date.sentence for analysis in briefing.analyses for date in analysis.dates} <= known
    if data == _PROJECT or hashlib.sha256(data).digest()[0] % RENDERED == 0:
        _proved(files)


def _proved(files: Mapping[str, bytes]) -> None:
    """A site whose pages hold nothing foreign, whose links lead somewhere, and whose words are proved."""
    site, config, sources = _built(files)
    for path, written in site.items():
        _well_formed(path, written)
    assert check_site(site, config.site_url) == ()
    inputs = read_inputs(ROOT / "tests" / "none", config, sources, here)
    found = verify(site, _digests(site), inputs)
    assert [problem for problem in found if problem.code not in ("document-missing", "document-changed")] == []


def _well_formed(path: str, data: bytes) -> None:
    if path.endswith(".png"):
        return
    text = data.decode()
    if path.endswith(".html"):
        assert foreign(text) == [], path
    elif path.endswith(".json"):
        json.loads(text)
    elif path.endswith((".xml", ".svg")):
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    assert not _CONTROLS.search(text), path


def _digests(site: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in site.items()}


# A site that was built


@cache
def _example() -> tuple[dict[str, bytes], Config, tuple[Source, ...]]:
    return _built(_files(_PROJECT))


def _verified(data: bytes) -> None:
    """`verify` and `check` answer, whatever `briefing.json` and a page hold."""
    site, config, sources = _example()
    inputs = read_inputs(ROOT / "tests" / "none", config, sources, here)
    changed = {**site, "briefing.json": data}
    assert bool(verify(changed, _digests(site), inputs)) == (data != site["briefing.json"])
    read_page(data)
    check_site({**site, "index.html": data})
    with_reload(data, "script", "0")


def _differ(data: bytes) -> None:
    """`diff` of any `briefing.json` and a good one, both ways and in every form; nothing that a terminal obeys."""
    known = read_published(_example()[0]["briefing.json"])
    try:
        given = read_either(data)
    except _REFUSED:
        return
    assert diff(given, given) == ()
    for changes in (diff(known, given), diff(given, known)):
        for text in (*map(visible, diff_words.as_text(changes)), diff_words.as_markdown(changes)):
            text.encode()
        written = visible_json(diff_words.as_json(changes))
        assert not _CONTROLS.search(written)
        json.loads(written.encode())
        diff_words.as_html(changes).encode()


def _edition(data: bytes) -> None:
    """An edition that is read is written so that it is read as the same."""
    with contextlib.suppress(*_REFUSED):
        edition = read_edition(data)
        written = edition_bytes(edition.published, edition.date)
        assert read_edition(written).published == edition.published


# The server


class _Gone(Screen):
    """Of a browser that hears what is shown, and then goes."""

    def after(self, seen: Shown, seconds: float) -> Shown | None:
        raise ConnectionResetError


@cache
def _server() -> Server:
    server = Server("127.0.0.1", 0)
    server.screen = _Gone(Shown(_example()[0], "0"))
    return server


def _request(data: bytes) -> None:
    """An answer of HTTP, or none; a file only to who asks by a name of this machine."""
    server = _server()
    data = data.replace(b"PORT", str(server.port).encode())
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for one in (ours, theirs):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        server.finish_request(ours, ("127.0.0.1", 1))
        ours.shutdown(socket.SHUT_WR)
        answered = b"".join(iter(lambda: theirs.recv(1 << 16), b""))
    status = re.match(rb"HTTP/1\.[01] (\d{3}) ", answered)
    if status is None:  # nothing, or the answer to HTTP/0.9, which names no host
        assert answered not in server.screen.shown.files.values()
        return
    assert int(status[1]) in _STATUSES
    if status[1] == b"200":
        names = "|".join(map(re.escape, server.names)).encode()
        assert re.search(rb"(?im)^host:[ \t]*(" + names + rb")\s*$", data), "a file to somebody else"


_STATUSES = (200, 400, 404, 408, 414, 421, 431, 501, 505)


# Inputs to begin with

_PAGE = page("Harbour bridge reopens", body="<ul><li>A <b>tram</b></ul><blockquote>“Rust,” said Ada Lind.</blockquote>")
_MARKDOWN = f"---\ntitle: 'Crane: still'\npublished: 2024-05-12\npublisher: Post\nauthor: [A, B]\n---\n{HARBOUR}"
_PROJECT = f"""=== sitegen.yml
title: Desk
site_url: https://desk.example/
=== sources.yml
outlets:
  Post:
    aliases: [P]
    home: https://post.example
=== editorial.yml
names:
  Vessel:
    kind: place
=== topics.lock.yml
=== a.md
{_MARKDOWN}
=== b.md
---
published: 2024-05-13
publisher: Wire
language: en
url: https://wire.example/x
---
{TRAMS}
=== c.txt
The crane stands still

The crane in the harbour of Vessel has stood still since Monday. “It is rust,” Mayor Ada Lind said on Tuesday.
=== d.html
{_PAGE}
=== e.xml
{FEED}
""".encode()

_SMALL = f"""=== a.md
{HARBOUR}
=== b.txt
The crane stands still

The crane of Vessel has stood still since Monday, Ada Lind said.
""".encode()


def _texts(*below: str) -> Iterator[bytes]:
    """Those of files of ours, and the inputs of the cases among them."""
    for pattern in below:
        for path in sorted(ROOT.glob(pattern)):
            text = path.read_bytes()
            yield text[:_LARGEST_SEED]
            if path.suffix == ".md":  # the inputs of cases, and what stands in docs to be copied
                yield from re.findall(rb"^```\w*\n(.*?)^(?:\.|```)$", text, re.MULTILINE | re.DOTALL)


def _seeds(*given: str | bytes, below: Iterable[str] = ()) -> Callable[[], Sequence[bytes]]:
    inputs = [one.encode() if isinstance(one, str) else one for one in given]
    return lambda: (*inputs, *_texts(*below))


def _briefings() -> Sequence[bytes]:
    return (_example()[0]["briefing.json"],)


def _editions() -> Sequence[bytes]:
    published = read_published(_example()[0]["briefing.json"])
    return (edition_bytes(published, "2024-05-13"), *_texts("tests/former/editions/*.json"))


def _requests() -> Sequence[bytes]:
    lines = [
        "GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
        "GET /%2e%2e/etc/passwd?q#f HTTP/1.0\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT\r\n\r\n",
        "HEAD /topics/ HTTP/1.1\r\nHost: evil.example\r\nX: y\r\n z\r\n\r\n",
        "GET /.sitegen/events HTTP/1.1\r\nHost: [::1]:PORT\r\n\r\n",
        "POST /style.css HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\nx",
    ]
    return [line.encode() for line in lines]


_JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Sea", "items": [{"id": "1", "title": "Pier", '
    '"content_html": "<p>The pier is <b>shut</b>.</p>", "date_published": "2024-05-12T08:00:00Z", "authors": []}]}'
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Sea</title><entry><title type="html">A &amp;lt; B</title>'
    '<link href="https://a.example/x"/><id>1</id><content type="xhtml"><div>The pier is shut.</div></content>'
    "</entry></feed>"
)

TARGETS: Mapping[str, Target] = {
    "text": Target(_reader(".txt"), _seeds(HARBOUR, below=("seeds/*.txt", "tests/cases/plain/*.md"))),
    "markdown": Target(_reader(".md"), _seeds(_MARKDOWN, below=("tests/cases/markdown/*.md", "content/*.md"))),
    "page": Target(_reader(".html"), _seeds(_PAGE, below=("tests/pages/*.html", "tests/cases/html/*.md"))),
    "feed": Target(_reader(".xml"), _seeds(FEED, _ATOM)),
    "json-feed": Target(_reader(".json"), _seeds(_JSON_FEED), is_json=True),
    "letter": Target(_reader(".eml"), _seeds(LETTER)),
    "word": Target(_reader(".docx"), _seeds(word("# Bridge", "The bridge is shut.", "Trams stop."))),
    "pdf": Target(_reader(".pdf"), _seeds(pdf("The bridge", "is shut since Monday."))),
    "citations": Target(
        _citations,
        _seeds(
            '[{"title": "A", "URL": "https://a.example", "author": [{"family": "B"}], '
            '"issued": {"date-parts": [[2024, 5, 1]]}, "container-title": "Post"}]'
        ),
        is_json=True,
    ),
    "front-matter": Target(_front_matter, _seeds(_MARKDOWN.split("---\n")[1])),
    "sitegen.yml": Target(
        _text_file(read_config), _seeds(below=("sitegen.yml", "tests/former/sitegen.yml", "benchmarks/newsroom.yml"))
    ),
    "sources.yml": Target(
        _text_file(read_outlets),
        _seeds("outlets:\n  Post:\n    aliases: [P]\n    home: https://post.example\n    rights: cited\n"),
    ),
    "editorial.yml": Target(_text_file(read_editorial), _seeds(below=("docs/reference/editorial.md",))),
    "topics.lock.yml": Target(_lock, _seeds(below=("tests/former/topics.lock.yml",))),
    "verify": Target(_verified, _briefings, is_json=True),
    "diff": Target(_differ, _briefings, is_json=True),
    "edition": Target(_edition, _editions, is_json=True),
    "serve": Target(_request, _requests),
    "pipe": Target(_pipe, _seeds(_PROJECT, _SMALL)),
}
