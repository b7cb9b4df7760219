"""A source in, its article out: whatever the bytes."""

import hashlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import worst
from sitegen.model import Article, Source
from sitegen.parse import SUFFIXES, Articles, ParseOptions, parse
from sitegen.text import project


def parsed(path: str, data: bytes | str, options: ParseOptions | None = None) -> Articles:
    data = data.encode() if isinstance(data, str) else data
    source = Source("a", path, data, hashlib.sha256(data).hexdigest())
    return parse(source, options or ParseOptions())


def article(path: str, data: bytes | str) -> Article:
    outcome = parsed(path, data)
    assert outcome.value, outcome.problems
    (made,) = outcome.value
    return made


def codes(path: str, data: bytes | str) -> list[str]:
    outcome = parsed(path, data)
    assert outcome.value == ()
    assert all(problem.path == path for problem in outcome.problems)
    return [problem.code for problem in outcome.problems]


MARKDOWN = "---\npublished: 2024-05-12\n---\n# The *bridge*\n\nIt opened. Trams &amp; bicycles cross.\n\n- One\n"


def test_a_markdown_article_has_its_metadata_blocks_and_edits() -> None:
    made = article("a.md", MARKDOWN)
    assert (made.title, made.metadata.published, made.text) == ("The bridge", "2024-05-12", MARKDOWN)
    assert [(block.kind, block.role, block.text) for block in made.blocks] == [
        ("heading", "title", "The bridge"),
        ("paragraph", "lead", "It opened. Trams & bicycles cross."),
        ("list_item", "other", "One"),
    ]
    assert [made.text[edit.start : edit.end] for edit in made.edits] == ["*", "*", "&amp;"]


def test_a_plain_article_is_no_markdown_and_has_no_front_matter() -> None:
    made = article(
        "a.TXT", "The *bridge* opened\n\nTrams &amp; bicycles crossed it at noon, the mayor of the town said.\n"
    )
    assert made.title == "The *bridge* opened"
    assert made.blocks[-1].text.startswith("Trams &amp; bicycles")


def test_a_wrapped_quotation_of_plain_text_prints_without_its_marks() -> None:
    made = article("a.txt", "He said it.\n\n> We are late, and we know it, and\n> nobody is to blame.\n")
    assert made.blocks[-1].text == "We are late, and we know it, and nobody is to blame."


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_newlines_and_byte_order_marks_change_nothing_but_the_digest(newline: str, mark: str) -> None:
    plain, other = article("a.md", MARKDOWN), article("a.md", mark + MARKDOWN.replace("\n", newline))
    assert (other.text, other.blocks, other.edits, other.metadata) == (
        plain.text,
        plain.blocks,
        plain.edits,
        plain.metadata,
    )
    assert other.sha256 != plain.sha256


def test_the_title_of_the_front_matter_stands_above_the_heading() -> None:
    assert article("a.md", "---\ntitle: Desk's\n---\n# Heading\n\nWords.").title == "Desk's"
    assert article("a.md", "---\nauthor: A\n---\n# Heading\n\nWords.").title == "Heading"
    assert article("a.md", "Words.").title is None


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.md", b"", ["article-empty"]),
        ("a.txt", b" \n\xef\xbb\xbf", ["article-empty"]),
        ("a.md", b"---\ntitle: x\n---\n", ["article-empty"]),
        ("a.md", b"---\ntitel: x\n---\n# Title\n\n![](a.png)\n", ["key-unknown", "article-empty"]),
        ("a.md", b"[a]: https://a.example\n\n***\n", ["article-empty"]),
        ("a.md", b"---\ntitle: x\n\nWords.\n", ["front-matter-unclosed"]),
        ("a.md", b"PK\x03\x04rest", ["not-text"]),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(path: str, data: bytes, expected: list[str]) -> None:
    assert codes(path, data) == expected


def test_an_article_without_words_says_how_to_mend_it() -> None:
    (problem,) = parsed("b/a.md", "# Title").problems
    assert (problem.level, problem.where, problem.message) == ("error", "b/a.md", "the article has no text")
    assert problem.remedy == "write the article below its title, or remove the file"


def test_warnings_travel_with_the_article() -> None:
    outcome = parsed("a.md", "---\ntitel: x\n---\nWords.")
    assert len(outcome.value) == 1
    assert [(problem.code, problem.where) for problem in outcome.problems] == [("key-unknown", "a.md:2")]


def test_a_warning_about_bytes_travels_with_the_article() -> None:
    outcome = parsed("a.md", "Größe, Maß, Löß und Straße: ".encode() + b"caf\xe9.")
    assert len(outcome.value) == 1
    assert [problem.code for problem in outcome.problems] == ["bytes-damaged"]


def test_rights_and_roles_are_options() -> None:
    options = ParseOptions(roles={"am kai": "context"}, rights="cited")
    (made,) = parsed("a.md", "# T\n\n## Am Kai\n\nWorte.", options).value
    assert (made.metadata.rights, made.blocks[-1].role) == ("cited", "context")


def test_templates_are_text() -> None:
    words = "{{ 7*7 }} {% include '/etc/passwd' %}"
    made = article("a.md", f"---\ntitle: '{words.replace(chr(39), chr(39) * 2)}'\n---\n{words}")
    assert (made.title, made.blocks[0].text) == (words, words)


PIECES = [
    *(
        "---\n",
        "title: x\n",
        "date: 2024-05-12\n",
        "# ",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "*",
        "**",
        "`",
        "[a](b)",
        "&amp;",
        "\\",
    ),
    *(
        "![a](b)",
        "<b>",
        "|",
        "\n===\n",
        "\n---\n",
        "```\n",
        "    ",
        "\t",
        "\r",
        "\r\n",
        "\x00",
        "\x1b",
        "\u202e",
        "\u200b",
        "\u2028",
    ),
    *("Words and words. ", "Was? ", "港口", "🎉", "e\u0301", "A heading\n", "Background\n"),
]
CONTENT = st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "".join(pieces).encode()) | st.binary(
    max_size=80
)

WRAPPED = st.tuples(
    st.sampled_from(
        [
            "<article><p>{}</p></article>",
            "<rss><channel><item><title>{}</title><description>{}</description></item></channel></rss>",
            "<feed><entry><id>1</id><content>&lt;p&gt;{}</content></entry><entry><summary>{}</summary></entry></feed>",
            '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "x \\ud800 "}]}',
            "From: A <a@a.example>\nSubject: {}\nContent-Type: text/html; charset=utf-8\n\n{}",
        ]
    ),
    st.lists(st.sampled_from([*PIECES, "<p>", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "<pre>a\n```\nb</pre>"])),
).map(lambda made: made[0].replace("{}", "".join(made[1])).encode())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SUFFIXES), CONTENT | WRAPPED | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_articles_that_keep_their_promises_or_are_refused(suffix: str, data: bytes) -> None:
    outcome = parsed(f"a{suffix}", data)
    assert (outcome.value == ()) == (worst(outcome.problems) == "error")
    assert all(problem.path == f"a{suffix}" for problem in outcome.problems)
    assert len({made.id for made in outcome.value}) == len(outcome.value)
    for made in outcome.value:
        assert_sound(made)


def assert_sound(made: Article) -> None:
    made.text.encode()
    for spans in ([(b.start, b.end) for b in made.blocks], [(e.start, e.end) for e in made.edits]):
        edges = [0, *(edge for span in spans for edge in span), len(made.text)]
        assert edges == sorted(edges)
    assert len({block.id for block in made.blocks}) == len(made.blocks)
    above: set[str | None] = {None}
    for block in made.blocks:
        assert block.text == project(made.text, block.start, block.end, made.edits)
        assert block.text
        assert (block.level in (1, 2, 3)) == (block.kind == "heading")
        assert block.under in above
        above.add(block.id)
        for character in block.text + (made.title or ""):
            assert unicodedata.category(character) != "Cc"
            assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
