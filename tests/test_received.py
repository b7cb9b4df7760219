"""Saved pages, feeds and letters through the whole pipe: imported or built as they are, and proven."""

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.importing import import_documents
from sitegen.model import Source
from sitegen.parse import ParseOptions, parse, visible_words
from sitegen.parse.frontmatter import read_front_matter
from sitegen.text import fold
from tests.documents import FEED, LETTER, feed, page
from tests.effort import bounded_effort
from tests.inspector import foreign
from tests.project import make_project, sitegen, stamps, tree

TABLE = (
    "<table><tr><th>Day</th><th>Trams</th></tr><tr><td>Sunday</td><td>9</td></tr><tr><td>Monday</td><td>12</td></tr>"
    "</table><pre>if trams:\n```\n    run()</pre>"
)
PAGE = page("Harbour bridge reopens", body=TABLE)
DOCUMENTS = {
    "bridge.html": (PAGE, "forty people", "fifty people"),
    "sea.xml": (FEED, "Gulls sit on it", "Gulls stand on it"),
    "coast.eml": (LETTER, "since Monday", "since Sunday"),
}
"""Name → document, words in it, and what they are changed to."""


def _project(folder: Path, below: str, *names: str) -> Path:
    return make_project(folder, {f"{below}/{name}": DOCUMENTS[name][0] for name in names or DOCUMENTS})


def _articles(project: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((project / "content").glob("*.md"))}


def _head(text: str) -> list[str]:
    """The front matter, digests left out."""
    return re.sub("[0-9a-f]{8,}", "…", text).split("\n---\n")[0].split("\n")[1:]


# Import


def test_a_saved_page_becomes_an_article_that_says_where_each_fact_stood(tmp_path: Path) -> None:
    _project(tmp_path, "seeds", "bridge.html")
    run = sitegen(tmp_path, "import", tmp_path / "seeds")
    assert (run.status, run.err) == (0, "")
    assert run.out == "written    seeds/bridge.html → content/harbour-bridge-reopens.md\n"
    (text,) = _articles(tmp_path).values()
    assert _head(text) == [
        'published: "2024-05-12T08:30:00+02:00"  # meta article:published_time',
        'publisher: "Harbour Gazette"  # meta og:site_name',
        'url: "https://gazette.example/bridge"  # link canonical',
        "language: en-GB  # html lang",
        "document: seeds/bridge.html",
        "document_sha256: …",
        "imported_sha256: …",
    ]
    assert "```table\nDay\tTrams\nSunday\t9\nMonday\t12\n```\n\n````\nif trams:\n```\n    run()\n````\n" in text
    assert "Home" not in text
    assert "fell down" not in text


def test_a_feed_becomes_an_article_an_item(tmp_path: Path) -> None:
    _project(tmp_path, "seeds", "sea.xml")
    run = sitegen(tmp_path, "import", "--report", tmp_path / "seeds")
    assert "3 articles: 3 written" in run.out.splitlines()[-1]
    articles = _articles(tmp_path)
    assert list(articles) == ["ferry.md", "gulls.md", "the-pier-is-shut.md"]
    assert _head(articles["gulls.md"]) == [
        'published: "2024-05-13T08:30:00+02:00"  # feed item <pubdate>',
        'publisher: "Harbour & Sea"  # feed <title>',
        "document: seeds/sea.xml",
        "document_sha256: …",
        "item: …",
        "imported_sha256: …",
    ]
    assert "Gulls sit on it. They don’t care, AT&T said.\n\n- They eat.\n" in articles["gulls.md"]


def test_a_letter_becomes_an_article(tmp_path: Path) -> None:
    _project(tmp_path, "seeds", "coast.eml")
    assert sitegen(tmp_path, "import", tmp_path / "seeds").status == 0
    ((name, text),) = _articles(tmp_path).items()
    assert name == "pier-shut-for-now.md"
    assert _head(text)[:3] == [
        'published: "2024-05-13T08:30:00+02:00"  # e-mail Date',
        'publisher: "The Coast"  # e-mail From',
        'author: "Ann Roe"  # e-mail From',
    ]
    assert "The pier of Vessel is shut since Monday." in text
    assert "Piles rot & nobody paid." in text


def test_what_was_found_is_read_back_from_the_article(tmp_path: Path) -> None:
    _project(tmp_path, "seeds")
    for name, (document, *_) in DOCUMENTS.items():
        found = {
            made.title: made.metadata for made in parse(Source("x", name, document.encode(), ""), ParseOptions()).value
        }
        import_documents([tmp_path / "seeds" / name], tmp_path, Config())
        for path, text in _articles(tmp_path).items():
            read = read_front_matter(text, path=path)
            assert read.value is not None
            assert read.problems == ()
            title = next(line[2:] for line in text.split("\n") if line.startswith("# "))
            if title in found:
                for field in ("published", "publisher", "author", "url", "language", "section", "rights"):
                    assert getattr(read.value.metadata, field) == getattr(found[title], field)


@pytest.mark.parametrize(
    "stated",
    [
        "null",
        "Null",
        "~",
        "no",
        "1.10",
        "a: b",
        "# a",
        "'a",
        '"',
        "a\\b",
        "- a",
        "[a",
        "{a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "a #b",
    ],
)
def test_any_name_is_read_back_as_it_was(tmp_path: Path, stated: str) -> None:
    letter = f"From: {stated} at {stated} <a@b.example>\nSubject: T\n\nThe pier is shut since Monday.\n"
    (article,) = parse(Source("a", "a.eml", letter.encode(), ""), ParseOptions()).value
    make_project(tmp_path, {"seeds/a.eml": letter})
    import_documents([tmp_path / "seeds"], tmp_path, Config())
    (text,) = _articles(tmp_path).values()
    read = read_front_matter(text, path="a.md")
    assert read.value is not None, read.problems
    assert (read.value.metadata.author, read.value.metadata.publisher) == (
        article.metadata.author,
        article.metadata.publisher,
    )


def test_an_address_that_front_matter_would_refuse_is_written_as_browsers_write_it(tmp_path: Path) -> None:
    make_project(tmp_path, {"seeds/a.xml": feed(("T", "https://sea.example/a|b{c}?q=\"<x>'", "Words."))})
    import_documents([tmp_path / "seeds"], tmp_path, Config())
    assert sitegen(tmp_path, "build").status == 0
    (text,) = _articles(tmp_path).values()
    assert '"https://sea.example/a%7Cb%7Bc%7D?q=%22%3Cx%3E\'"' in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_importing_twice_changes_nothing(tmp_path: Path, name: str) -> None:
    _project(tmp_path, "seeds", name)
    import_documents([tmp_path / "seeds"], tmp_path, Config())
    before = tree(tmp_path), stamps(tmp_path)
    outcome = import_documents([tmp_path / "seeds"], tmp_path, Config())
    assert {imported.fate for imported in outcome.value} == {"unchanged"}
    assert (tree(tmp_path), stamps(tmp_path)) == before


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_article_that_a_person_edited_is_kept(tmp_path: Path, name: str) -> None:
    _project(tmp_path, "seeds", name)
    import_documents([tmp_path / "seeds"], tmp_path, Config())
    article = min((tmp_path / "content").iterdir())
    article.write_text(article.read_text("utf-8").replace("---\n", "---\nsection: Port\n", 1), "utf-8")
    before = tree(tmp_path)
    outcome = import_documents([tmp_path / "seeds"], tmp_path, Config())
    fates = {imported.article: imported.fate for imported in outcome.value}
    assert fates.pop(f"content/{article.name}") == "edited"
    assert set(fates.values()) <= {"unchanged"}
    assert tree(tmp_path) == before


def test_items_keep_their_articles_when_others_come_go_and_change_their_titles(tmp_path: Path) -> None:
    one, two = ("Storm", "https://sea.example/1", "A storm."), ("Storm", "https://sea.example/2", "Another storm.")
    make_project(tmp_path, {"seeds/a.xml": _feed_by_link(one)})
    import_documents([tmp_path / "seeds"], tmp_path, Config())
    (article,) = (tmp_path / "content").iterdir()
    article.write_text(article.read_text("utf-8") + "\nA note.\n", "utf-8")
    make_project(tmp_path, {"seeds/a.xml": _feed_by_link(two, ("Big storm", *one[1:]))})
    fates = {(one.article, one.fate) for one in import_documents([tmp_path / "seeds"], tmp_path, Config()).value}
    assert ("content/storm.md", "edited") in fates
    assert len(fates) == 2


def _feed_by_link(*items: tuple[str, str, str]) -> str:
    return re.sub(r"<guid .*?</guid>", "", feed(*items))


def test_ids_of_items_do_not_move_when_another_is_added() -> None:
    def ids(*items: tuple[str, str, str]) -> list[str]:
        data = _feed_by_link(*items).encode()
        return [article.id for article in parse(Source("sea", "sea.xml", data, ""), ParseOptions()).value]

    storm, again = ("Storm", "https://sea.example/1", "A storm."), ("Storm", "https://sea.example/2", "Another storm.")
    (alone,) = ids(storm)
    assert ids(again, storm)[1] == alone
    assert re.fullmatch(r"sea/storm--[0-9a-f]{8}", alone)


def test_an_item_without_words_is_named_and_costs_itself_alone(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/a.xml": feed(("Gallery", "https://sea.example/g", ""), ("B", "", "Words of B."))})
    run = sitegen(tmp_path, "build")
    assert run.status == 0
    assert 'content/a.xml: warning: "Gallery": the article has no text  [article-empty]' in run.err
    make_project(tmp_path, {"content/a.xml": feed(("Gallery", "https://sea.example/g", ""))})
    run = sitegen(tmp_path, "build")
    assert run.status == 1
    assert "content/a.xml: error: no item of the feed has text  [article-empty]" in run.err


# Build and verify


@pytest.mark.parametrize("below", ["seeds", "content"])
def test_what_was_received_is_proven_and_every_file_is_on_the_intake_page(tmp_path: Path, below: str) -> None:
    _project(tmp_path, below)
    if below == "seeds":
        assert sitegen(tmp_path, "import", tmp_path / "seeds").status == 0
    for command in ("build", "verify", "check"):
        run = sitegen(tmp_path, command)
        assert (run.status, run.err) == (0, "")
    intake = (tmp_path / "site" / "intake.html").read_text("utf-8")
    files = [path.name for path in (tmp_path / "content").iterdir()]
    assert f'<p class="counts">{len(files)} files: {len(files)} used.</p>' in intake
    assert all(f'<td class="path">{name}</td>' in intake for name in files)


def _one_changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_one_changed_word_of_a_document_is_named(tmp_path: Path, name: str) -> None:
    _project(tmp_path, "seeds", name)
    sitegen(tmp_path, "import", tmp_path / "seeds")
    sitegen(tmp_path, "build")
    _one_changed(tmp_path / "seeds" / name, *DOCUMENTS[name][1:])
    run = sitegen(tmp_path, "verify")
    assert run.status == 1
    assert f"seeds/{name}: error: the document changed since" in run.err
    assert re.search(rf"these words do not stand in seeds/{name}: “[^”]*{DOCUMENTS[name][1]}", run.err)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_one_changed_word_of_an_article_is_named(tmp_path: Path, name: str) -> None:
    _project(tmp_path, "seeds", name)
    sitegen(tmp_path, "import", tmp_path / "seeds")
    _, old, new = DOCUMENTS[name]
    article = next(path for path in (tmp_path / "content").iterdir() if old in path.read_text("utf-8"))
    _one_changed(article, old, new)
    sitegen(tmp_path, "build")
    run = sitegen(tmp_path, "verify")
    assert run.status == 1
    found = re.findall(r"content/(.*?):\d+: error: these words do not stand in (\S+): “([^”]*)”", run.err)
    assert {(path, document) for path, document, _ in found} == {(article.name, f"seeds/{name}")}
    assert all(new in words for *_, words in found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_that_changed_after_it_was_built_from_is_named(tmp_path: Path, name: str) -> None:
    _project(tmp_path, "content", name)
    sitegen(tmp_path, "build")
    _one_changed(tmp_path / "content" / name, *DOCUMENTS[name][1:])
    run = sitegen(tmp_path, "verify")
    assert run.status == 1
    assert f"content/{name}: error: the article changed since the site was built" in run.err


# What a reader sees

BASE64 = base64.encodebytes(b"<p>The pier <b>is</b> shut &amp; dark.</p><p>Gulls sit on it, and stay.</p>").decode()


@pytest.mark.parametrize(
    ("name", "document", "seen"),
    [
        (
            "a.xml",
            "<rss><title>A &amp; B</title><a>x &lt;b&gt;y&lt;/b&gt;z&lt;/p&gt;w &amp;amp;lt;</a></rss>",
            "x yz w <",
        ),
        ("a.xml", "<rss><![CDATA[<p>One <i>t</i>wo</p><p>Three]]></rss>", "One two Three"),
        ("a.json", r'{"a": [{"b": "<p>D\u00e9j\u00e0 <b>vu</b></p>"}]}', "Déjà vu"),
        ("a.eml", LETTER, "The pier of Vessel is shut since Monday."),
        # A feed that carries its items as bytes: Atom's own way, that of Atom 0.3, and with a prefix.
        (
            "a.xml",
            f"<feed><entry><content type='application/octet-stream'>\n{BASE64}\n</content></entry></feed>",
            "The pier is shut & dark.",
        ),
        (
            "a.xml",
            f'<feed><content type="text/html" mode="base64">{BASE64}</content></feed>',
            "Gulls sit on it, and stay.",
        ),
        ("a.xml", f"<a:feed><a:content mode='base64'><![CDATA[{BASE64}]]></a:content></a:feed>", "shut & dark."),
        ("a.md", "The *pier*.\n\nIs shut.", "The *pier*. Is shut."),
        ("a.html", "<title>T</title><p>The <b>pi</b>er<script>was</script> is shut.", "The pier is shut."),
    ],
)
def test_visible_words_are_those_of_the_whole_document(name: str, document: str, seen: str) -> None:
    words = visible_words(Source("a", name, document.encode(), ""))
    assert words is not None
    assert seen in " ".join(words.split())


def test_bytes_that_a_feed_does_not_mark_as_such_are_not_decoded() -> None:
    words = visible_words(Source("a", "a.xml", f"<feed><content>{BASE64}</content></feed>".encode(), ""))
    assert words is not None
    assert "pier" not in words


def test_a_feed_of_items_as_bytes_is_verified_without_an_alarm(tmp_path: Path) -> None:
    document = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sea</title>
    <entry><title>The pier</title><id>urn:1</id>
    <content type="application/octet-stream">{BASE64}</content></entry></feed>"""
    make_project(tmp_path, {"content/sea.xml": document})
    assert sitegen(tmp_path, "build").status == 0
    assert "The pier is shut" in (tmp_path / "site/briefing.json").read_text("utf-8")
    run = sitegen(tmp_path, "verify")
    assert (run.status, run.err) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        "One</div>Two and more",
        "<ul><li>One</ul>and</li>Two and more",
        "<b><div>One</b>Two</div>and more",
        "One</br>Two and more",
        "One<!-- no -->Two<script>no</script> and more",
        "One <video src=x>no</video><iframe src=x></iframe>two",
        "&lt;img src=x onerror=x&gt; and more",
        "&lt;!-- and more",
        "<svg><noembed><img src=x></noembed></svg> and more",
        "1 < 2 and more",
        "x <![CDATA[<script>ran=1</script>]]&gt; and more",
    ],
)
@pytest.mark.parametrize("before", ["The pier", "<script>", "<!--", "<style>a", "<a title='", '<b x="'])
def test_words_that_look_like_markup_raise_no_alarm(words: str, before: str) -> None:
    """`before`: the item that stands above, which hides nothing of the next."""
    made = feed((before, "", f"<p>It is shut.</p>{before}"), (words, "", words))
    letter = f"From: Ann <a@b.example>\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n{words}"
    for name, document in (("a.xml", made), ("a.eml", letter)):
        source = Source("a", name, document.encode(), "")
        received = fold(visible_words(source) or "")
        printed = [block.text for article in parse(source, ParseOptions()).value for block in article.blocks]
        assert printed
        assert [text for text in printed if text not in received] == []


@pytest.mark.parametrize("name", ["a.xml", "a.eml"])
def test_scripts_and_comments_are_not_seen(name: str) -> None:
    hidden = "&lt;script&gt;secret&lt;/script&gt;&lt;!-- secret --&gt;&lt;a title='secret'&gt;"
    document = f"Subject: x\n\n<item>{hidden}</item>" if name == "a.eml" else f"<item>{hidden}</item>"
    words = visible_words(Source("a", name, document.encode(), ""))
    assert words is not None
    assert "secret" not in words.split("\n")[-1]


@pytest.mark.parametrize("name", ["a.md", "a.eml", "a.html", "a.xml"])
def test_what_is_no_text_has_no_visible_words(name: str) -> None:
    assert not visible_words(Source("a", name, b"\x89PNG\r\n\x1a\n\0\0\0\0", ""))


# Hostile documents

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt/src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg><svg onload=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>go</a><a href='JaVa&#x73;cript:alert(1)'>go</a><a href='data:text/html,x'>go</a>",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'><link rel=stylesheet href=//e>",
    "<iframe src=//evil.example></iframe><object data=x></object><embed src=x><form action=x><input name=body></form>",
    "<style>@import '//evil.example'</style><p style='position:fixed' id=top onclick=alert(1)>words</p>",
    "<p id='content' name='body' class='skip'>words</p><template><img src=x></template><noscript><img></noscript>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "</title></script></style></textarea>--><script>alert(1)</script>",
    "[a](javascript:alert(1)) [b](<x\"onclick=alert(1)>) ![x](x 'a\"onerror=alert(1)') [r][1]\n\n[1]: javascript:x()",
    '<https://a.example/"onclick=alert(1)> <javascript:alert(1)>',
    "{{ 7*7 }} {% include '/etc/passwd' %} {{ site.__class__ }} {# no #}",
    "\u202eevil\u200b \x1b[31m \x00",
)


def hostile_documents(payload: str) -> dict[str, str]:
    """A document of each format with the payload in body, title, author, section and address."""
    line = " ".join(payload.split())
    quoted = line.replace("'", "''").replace("\x00", "").replace("\x1b", "")
    keys = ("title", "author", "publisher", "section", "agency", "dateline")
    head = "\n".join(f"{key}: '{quoted}'" for key in keys)
    return {
        "content/a.md": f"---\n{head}\n---\n\nThe tram {line} runs.\n\n{payload}\n\n## {line}\n\n"
        f"```table\n{line}\n```\n",
        "content/b.txt": f"{line}\n\nThe bus {line} runs late again today, the council said.\n\n{payload}\n",
        "content/c.html": page(line, body=f"{payload}<p>The ferry runs.</p>").replace(
            "</head>",
            f"<meta name='author' content='{line}'><meta property='article:section' content=\"{line}\"></head>",
        ),
        "content/d.xml": feed(
            (line, f"https://sea.example/{line}", f"{payload}<p>The ship sails.</p>"), ("Two", line, line)
        ),
        "content/e.eml": f"From: {line} at {line} <a@b.example>\nSubject: {line}\nContent-Type: text/html\n\n"
        f"<p>The plane flies.</p>{payload}",
        "content/f.json": '[{"title": "Two", "container-title": "<script>alert(1)</script>"}]',
    }


def test_the_inspector_finds_what_has_no_place() -> None:
    for bad in (
        "<script>",
        "<p onclick=x>",
        '<a href="javascript:x">',
        "<svg>",
        '<meta http-equiv="refresh">',
        "<p style=x>",
    ):
        assert foreign(bad), bad
    assert foreign('<a href="https://a.example/">x</a><p id="x" class="y">z</p>') == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_hostile_document_comes_to_life(tmp_path: Path, payload: str) -> None:
    title = " ".join(payload.split()).replace("'", "''").replace("\x00", "").replace("\x1b", "")
    settings = f"title: '{title}'\ndescription: '{title}'\nsite_url: https://desk.example/\n"
    sources = f"outlets:\n  '{title}':\n    agency: '{title}'\n    home: https://sea.example\n"
    make_project(tmp_path, {"sitegen.yml": settings, "sources.yml": sources, **hostile_documents(payload)})
    run = sitegen(tmp_path, "build")
    assert run.status in (0, 1), run.err
    pages = list((tmp_path / "site").rglob("*.html"))
    assert (tmp_path / "site" / "articles" / "b.html") in pages
    for path in pages:
        text = path.read_text("utf-8")
        assert foreign(text) == [], path
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", text)
        assert "root:" not in text
    assert sitegen(tmp_path, "check", "--quiet").err == ""
    assert sitegen(tmp_path, "verify").err == ""


def test_hostile_names_of_files_are_printed_as_words(tmp_path: Path) -> None:
    names = ["<img src=x onerror=alert(1)>.md", '"onclick="alert(1).md', "javascript:alert(1).html", "{{ 7*7 }}.xml"]
    documents = ["# A\n\nWords of A.\n", "# B\n\nWords of B.\n", PAGE, FEED]
    make_project(tmp_path, {f"content/{name}": text for name, text in zip(names, documents, strict=True)})
    assert sitegen(tmp_path, "build").status == 0
    for path in (tmp_path / "site").rglob("*.html"):
        assert foreign(path.read_text("utf-8")) == []
    intake = (tmp_path / "site" / "intake.html").read_text("utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt;.md" in intake
    assert "{{ 7*7 }}.xml" in intake
    assert sitegen(tmp_path, "check", "--quiet").err == ""
    assert sitegen(tmp_path, "verify").err == ""


BOMBS: dict[str, Callable[[], str]] = {
    "tags.html": lambda: "<div>" * 100_000 + "x",
    "bold.html": lambda: "<b>" * 20_000 + "x",
    "unclosed.html": lambda: "<p><i><u><b>x" * 20_000,
    "attributes.html": lambda: "<p " + "a=b " * 200_000 + ">x",
    "tags.xml": lambda: "<rss>" + "<a>" * 100_000,
    "laughs.xml": lambda: (
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>'
    ),
    "deep.json": lambda: "[" * 100_000,
    "boundaries.eml": lambda: "From: a@b.example\n" + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 20_000,
    "emphasis.md": lambda: "*a " * 20_000 + "**" * 20_000,
    "brackets.md": lambda: "[" * 20_000 + "[a](" * 10_000,
    "quotes.md": lambda: "> " * 20_000 + "a",
    "references.md": lambda: "".join(f"[a{n}]: b\n" for n in range(10_000)) + "x",
    "lines.txt": lambda: "word\n" * 20_000,
    "lines.md": lambda: "word\n" * 50_000,
    "line.txt": lambda: "word " * 100_000,
    "long.txt": lambda: "x" * 500_000,
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.timeout(900)  # by the clock, which tells little of a busy machine: for what would not end
def test_a_bomb_is_read_or_refused_in_time(name: str) -> None:
    source = Source("a", name, BOMBS[name]().encode(), "")
    with bounded_effort():
        outcome = parse(source, ParseOptions())
        visible_words(source)
    assert outcome.value or outcome.problems


def test_a_file_over_the_limit_is_refused_unread_and_the_intake_page_says_so(tmp_path: Path) -> None:
    make_project(tmp_path, {"content/big.html": "x" * 5_000_001, "content/a.md": "Words of A.\n"})
    run = sitegen(tmp_path, "build")
    assert (run.status, "5,000,001 bytes; at most 5,000,000 are read" in run.err) == (1, True)
    intake = (tmp_path / "site" / "intake.html").read_text("utf-8")
    assert "2 files: 1 used, 1 refused." in intake
    assert "5,000,001 bytes" in intake


def test_visible_words_are_found_in_time_that_grows_with_the_markup() -> None:
    """With the square of their number, so many tags would take minutes."""
    document = "<rss><channel><item><description>" + "<div>" * 50_000 + "</p>" * 50_000
    assert visible_words(Source("feed", "feed.xml", document.encode(), "")) is not None
