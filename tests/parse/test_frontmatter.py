"""Front matter: split off strictly, read into metadata, refused with line and remedy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Metadata
from sitegen.parse.frontmatter import FrontMatter, read_front_matter, split
from tests.effort import bounded_effort


def read(head: str) -> FrontMatter:
    """The front matter of an article that has these lines between its fences."""
    outcome = read_front_matter(f"---\n{head}\n---\nWords.", path="a.md")
    assert outcome.value is not None, outcome.problems
    assert not outcome.problems
    return outcome.value


def problems(text: str) -> list[tuple[str, str, str, str]]:
    return [(p.where, p.level, p.message, p.remedy) for p in read_front_matter(text, path="a.md").problems]


@pytest.mark.parametrize(
    ("text", "head", "body"),
    [
        ("---\na: 1\n---\nBody", "a: 1\n", "Body"),
        ("---  \na: 1\n---\t\nBody", "a: 1\n", "Body"),
        ("---\na: 1\n...\nBody", "a: 1\n", "Body"),
        ("---\n---\nBody", "", "Body"),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\na: |\n  ---\n---\n---\nBody", "a: |\n  ---\n", "---\nBody"),
        ("---\na: b\u2028---\n---\nBody", "a: b\u2028---\n", "Body"),
        ("---\na: b\x0c---\n---\nBody", "a: b\x0c---\n", "Body"),
    ],
)
def test_front_matter_ends_at_the_next_fence_alone_on_its_line(text: str, head: str, body: str) -> None:
    found, offset = split(text)
    assert (found, text[offset:]) == (head, body)


@pytest.mark.parametrize(
    "text",
    [
        *("", "---", "---\n\nA rule stands above.\n\n---\n", "Body\n---\nMore\n---\n", " ---\na: 1\n---\n"),
        *("----\na: 1\n----\n", "- --\n", "# Title\n\n---\n\nBody", "***\na: 1\n***\n"),
    ],
)
def test_a_rule_in_a_body_is_no_front_matter(text: str) -> None:
    assert split(text) == (None, 0)


def test_front_matter_that_is_not_closed_is_refused_at_its_first_line() -> None:
    outcome = read_front_matter("---\ntitle: A\n\nBody --- goes on.\n", path="a.md")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert (problem.code, problem.where) == ("front-matter-unclosed", "a.md:1")
    assert problem.message == 'the front matter that begins with "---" is not closed'
    assert problem.remedy == 'write "---" alone on the line below the last key'


@pytest.mark.parametrize(
    ("head", "code", "where"),
    [
        ("- a\n- b", "yaml-not-a-mapping", "a.md:2"),
        ("just words", "yaml-not-a-mapping", "a.md:2"),
        ("~", "yaml-not-a-mapping", "a.md:2"),
        ("title: x\n\ttags: y", "yaml-broken", "a.md:3:1"),
        ("publisher: P\ntitle: Talks: more", "yaml-broken", "a.md:3:13"),
        ("title: a\npublisher: b\ntitle: c", "key-twice", "a.md:4:1"),
        ("date: 2024-02-30", "date-impossible", "a.md:2:7"),
        ("title: [a]", "value-wrong", "a.md:2:8"),
        ("author: {a: b}", "value-wrong", "a.md:2:9"),
        ("rights: none", "value-wrong", "a.md:2:9"),
        ("url: javascript:alert(1)", "value-wrong", "a.md:2:6"),
        ("language: en us", "value-wrong", "a.md:2:11"),
        ("title: !!python/object/apply:os.system [ls]", "yaml-broken", "a.md:2:8"),
        ("title: &a x\nauthor: *a", "yaml-broken", "a.md:3:9"),
        ("[" * 50_000, "yaml-too-deep", "a.md:2:65"),
        ("x" * 70_000, "yaml-too-large", "a.md:2"),
    ],
)
@pytest.mark.timeout(900)  # by the clock, which tells little of a busy machine: for what would not end
def test_front_matter_that_cannot_be_relied_on_is_refused(head: str, code: str, where: str) -> None:
    with bounded_effort(5):
        outcome = read_front_matter(f"---\n{head}\n---\nWords.", path="a.md")
        assert outcome.value is None
        assert [(problem.code, problem.where, problem.level) for problem in outcome.problems] == [
            (code, where, "error")
        ]


def test_every_field_is_read() -> None:
    found = read(
        "title: 'Tram: 9'\npublished: 2024-05-12\nupdated: 2024-05-13 08:30\npublisher: The  Harbour\u00ad Post\n"
        "author: [A. Lee, ~, 'B.  Ray']\nurl: https://post.example/1\nlanguage: no\nrights: cited\n"
        "document: seeds/1.txt\ndocument_sha256: abc\nimported_sha256: def"
    )
    assert (found.title, found.imported_sha256) == ("Tram: 9", "def")
    metadata = found.metadata
    assert (metadata.published, metadata.updated) == ("2024-05-12", "2024-05-13T08:30")
    assert (metadata.publisher, metadata.author) == ("The Harbour Post", "A. Lee, B. Ray")
    assert (metadata.url, metadata.language, metadata.rights) == ("https://post.example/1", "no", "cited")
    assert (metadata.document, metadata.document_sha256) == ("seeds/1.txt", "abc")


@pytest.mark.parametrize("title", ["no", "1.10", "0123", "12:30:45", "2024-02-30", "0x1F", "off"])
def test_a_title_is_the_words_that_are_written(title: str) -> None:
    assert read(f"title: {title}").title == title


def test_a_title_has_no_character_that_is_not_seen() -> None:
    assert read(r'title: "Tr\u202eam\u200b \a9\n\nfast"').title == "Tram 9 fast"


def test_the_name_that_other_generators_use_for_the_date_is_read() -> None:
    assert read("date: 2024-05-12").metadata.published == "2024-05-12"
    assert read("date: 2024-05-12\npublished: 2024-05-11").metadata.published == "2024-05-11"


def test_rights_hold_where_the_article_states_none() -> None:
    outcome = read_front_matter("---\ntitle: x\n---\n", path="a.md", rights="cited")
    assert outcome.value is not None
    assert outcome.value.metadata.rights == "cited"


def test_no_front_matter_states_nothing() -> None:
    outcome = read_front_matter("Words.", path="a.md")
    assert outcome.value is not None
    assert (outcome.value.title, outcome.value.body, outcome.value.metadata) == (None, 0, Metadata())


def test_unknown_keys_are_warnings_with_the_closest_one() -> None:
    text = "---\ntitel: x\ndrafts: 'false'\ntags: 5\n---\nWords."
    assert read_front_matter(text, path="a.md").value is not None
    found = problems(text)
    assert [(where, level, message) for where, level, message, _ in found] == [
        ("a.md:2", "warning", 'key "titel" is not known'),
        ("a.md:3", "warning", 'key "drafts" is not known'),
        ("a.md:4", "warning", 'key "tags" is not known'),
    ]
    assert found[0][3] == 'did you mean "title"?'


def test_all_faults_are_named_at_once() -> None:
    found = problems("---\ndate: 13:61\nurl: x\nrights: some\ntitle: a\ntitle: b\n---\n")
    assert [where for where, *_ in found] == ["a.md:6:1", "a.md:2:7", "a.md:3:6", "a.md:4:9"]


LINES = [
    "---",
    "--- ",
    "...",
    "",
    "title: x",
    "title: 'x",
    "- a",
    "date: 2024-05-12",
    "date: no",
    "\ttab: 1",
    "url: http://a",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*LINES, "a: [", "a: &b [*b]", "# c", "é: 🎉", "x\u2028---"]), max_size=9).map("\n".join)
    | st.text()
)
def test_any_text_has_front_matter_or_is_refused(text: str) -> None:
    outcome = read_front_matter(text, path="a.md")
    has_errors = any(problem.level == "error" for problem in outcome.problems)
    assert (outcome.value is None) == has_errors
    if outcome.value is not None:
        assert 0 <= outcome.value.body <= len(text)
