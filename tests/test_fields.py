"""Typed values out of YAML: exact messages with line and column, and nothing that harms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import Problem
from sitegen.fields import MOST_CHARACTERS, MOST_DEPTH, Fields, read_mapping
from tests.effort import bounded_effort


def fields_of(text: str) -> Fields:
    outcome = read_mapping(text, path="a.yml")
    assert outcome.value is not None, outcome.problems
    return outcome.value


def refusal(text: str) -> Problem:
    outcome = read_mapping(text, path="a.yml")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.level == "error"
    return problem


def only_problem(fields: Fields) -> tuple[str, str, str]:
    (problem,) = fields.problems
    return problem.where, problem.code, problem.message


@pytest.mark.parametrize(
    ("text", "where", "message", "remedy"),
    [
        (
            "a: 1\ntitle: Talks: more",
            "a.yml:2:13",
            "this can't be read as YAML: mapping values are not allowed in this context",
            "put quotes round a value that holds a colon",
        ),
        (
            "title: Ä𝒳: more",
            "a.yml:1:10",
            "this can't be read as YAML: mapping values are not allowed in this context",
            "put quotes round a value that holds a colon",
        ),
        (
            "a:\n\tb: 1",
            "a.yml:2:1",
            "this can't be read as YAML: found character that cannot start any token",
            "indent with spaces, not with tabs",
        ),
        (
            "a: b\n\tc: d",
            "a.yml:2:1",
            "this can't be read as YAML: found a tab character that violates indentation",
            "indent with spaces, not with tabs",
        ),
        (
            "a: 1\nby: @desk",
            "a.yml:2:5",
            "this can't be read as YAML: found character that cannot start any token",
            "put quotes round a value that begins with @",
        ),
        (
            'a: 1\nb: "no end\nc: 2\n',
            "a.yml:2:4",
            "this can't be read as YAML: while scanning a quoted scalar: found unexpected end of stream",
            "close what is opened here",
        ),
        (
            "a: [1, 2\nb: 3\n",
            "a.yml:1:4",
            "this can't be read as YAML: while parsing a flow sequence: did not find expected ',' or ']'",
            "close what is opened here",
        ),
        ("a: 1\nb: x\x00y", "a.yml:2:5", "a character that can't be seen: '\\x00'", "delete it"),
        ("a: &x 1\nb: *x", "a.yml:2:4", "aliases such as *x are not read", "write the value itself"),
        (
            "a: 1\nb: !!python/object/apply:os.system [ls]",
            "a.yml:2:4",
            "tags such as !!python/object/apply:os.system are not read",
            "write the plain value",
        ),
        (
            "!!python/object:x.Y\na: 1",
            "a.yml:1:1",
            "tags such as !!python/object:x.Y are not read",
            None,
        ),
    ],
)
def test_what_is_broken_is_named_by_line_and_column(text: str, where: str, message: str, remedy: str | None) -> None:
    problem = refusal(text)
    assert (problem.code, problem.where, problem.message) == ("yaml-broken", where, message)
    assert remedy in (None, problem.remedy)


@pytest.mark.parametrize(
    ("text", "found"), [("- a\n- b", "a list"), ("words", "a single value"), ("[]", "a list"), ("~", "a single value")]
)
def test_what_is_no_mapping_is_named_for_what_it_is(text: str, found: str) -> None:
    problem = refusal(text)
    assert (problem.code, problem.where) == ("yaml-not-a-mapping", "a.yml:1")
    assert problem.message == f"expected `key: value` lines, found {found}"


def test_nothing_and_comments_alone_are_an_empty_mapping() -> None:
    assert fields_of("").names() == fields_of("# nothing\n").names() == ()


def test_lines_count_from_the_line_of_the_file_and_only_at_newlines() -> None:
    outcome = read_mapping("a: one\u2028two\u2029three\x85four\nb: c: d", path="a.md", first_line=2)
    assert outcome.problems[0].where == "a.md:3:5"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 50_000, "yaml-too-deep"),
        ("{a: " * 16_000, "yaml-too-deep"),
        ('a: "' + "]" * 500 + '"\nb: ' + "[" * 500, "yaml-too-deep"),  # closed in a text, and so not closed
        ('["]", ' * 10_000, "yaml-too-deep"),
        ("- " * 30_000, "yaml-too-deep"),
        ("".join(" " * depth + "a:\n" for depth in range(300)), "yaml-too-deep"),
        ("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)), "yaml-broken"),
        ("a: &a [*a]", "yaml-broken"),
        ("a: &a {b: 1}\nc:\n  <<: [*a, *a]", "yaml-broken"),
        ("a: 1\n" * 15_000, "yaml-too-large"),
    ],
)
@pytest.mark.timeout(900)  # by the clock, which tells little of a busy machine: for what would not end
def test_bombs_are_refused_at_once(text: str, code: str) -> None:
    with bounded_effort():
        assert refusal(text).code == code


def test_limits_are_named() -> None:
    assert refusal("x" * (MOST_CHARACTERS + 1)).message == "65,537 characters of settings; at most 65,536 are read"
    assert refusal("[" * (MOST_DEPTH + 1)).message == "settings nest deeper than 64 levels"
    assert read_mapping("a: " + "[" * 63 + "]" * 63, path="").value is not None


def test_a_key_that_is_given_twice_is_named_with_both_lines() -> None:
    fields = fields_of("a: 1\nb: 2\na: 3\n")
    assert only_problem(fields) == ("a.yml:3:1", "key-twice", 'key "a" stands here and on line 1')
    assert fields.text("a") == "1"


def test_merge_keys_and_keys_that_are_no_words_are_refused() -> None:
    assert only_problem(fields_of("<<: {a: 1}")) == ("a.yml:1:1", "yaml-broken", "merge keys are not read")
    assert only_problem(fields_of("a: 1\n[b]: 2")) == ("a.yml:2:1", "yaml-broken", "a key must be a word")


@pytest.mark.parametrize(
    "written", ["no", "yes", "1.10", "0123", "12:30:45", "2024-02-30", "=", "<<", "0x10", "1e3", "on"]
)
def test_values_are_read_as_they_are_written(written: str) -> None:
    assert fields_of(f"a: {written}").text("a") == written


@pytest.mark.parametrize("written", ["", "~", "null", '""', '" "', "|\n"])
def test_nothing_is_none(written: str) -> None:
    fields = fields_of(f"a: {written}")
    assert (fields.text("a"), fields.texts("a"), fields.date("a"), fields.url("a")) == (None, (), None, None)
    assert fields.problems == []


def test_a_list_where_a_text_belongs_is_named() -> None:
    fields = fields_of("a: [b]\nc: {d: e}")
    assert (fields.text("a"), fields.text("c")) == (None, None)
    assert [problem.message for problem in fields.problems] == [
        '"a": expected text, found a list',
        '"c": expected text, found `key: value` lines',
    ]


def test_texts_are_a_list_or_one_alone_without_the_empty_ones() -> None:
    fields = fields_of("a: b, c\nd: [e, 5, ~, '', no]\nf: [[g]]")
    assert (fields.texts("a"), fields.texts("d"), fields.texts("f")) == (("b, c",), ("e", "5", "no"), ())
    assert only_problem(fields) == ("a.yml:3:4", "value-wrong", '"f": expected a list of texts, found a list')


@pytest.mark.parametrize("written", ["5", "0", "10", "2.5", "1_0"])
def test_a_number_within_its_bounds_is_read(written: str) -> None:
    assert fields_of(f"a: {written}").number("a", least=0, most=10) == float(written)


@pytest.mark.parametrize("written", ["-1", "10.1", "nan", "inf", "five", "9" * 400, "1e999"])
def test_a_number_out_of_its_bounds_is_named(written: str) -> None:
    fields = fields_of(f"a: {written}")
    assert fields.number("a", least=0, most=10) is None
    assert only_problem(fields)[2] == f'"a": expected a number from 0 to 10, found "{written[:40]}"'


def test_one_of_a_closed_list_of_words() -> None:
    fields = fields_of("a: full\nb: Full")
    assert fields.choice("a", ("full", "cited")) == "full"
    assert fields.choice("b", ("full", "cited")) is None
    assert only_problem(fields) == ("a.yml:2:4", "value-wrong", '"b": expected one of full, cited, found "Full"')


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-12", "2024-05-12"),
        ("'2024-05-12'", "2024-05-12"),
        ("2024-05-12T08:30", "2024-05-12T08:30"),
        ("2024-05-12 08:30:00", "2024-05-12T08:30:00"),
        ("2024-05-12T08:30:00.25Z", "2024-05-12T08:30:00.25Z"),
        ("2024-05-12T08:30:00-05:30", "2024-05-12T08:30:00-05:30"),
        ("2024-05-12 08:30:00 +0200", "2024-05-12T08:30:00+02:00"),
        ("0001-01-01", "0001-01-01"),
    ],
)
def test_a_date_that_exists_is_read(written: str, read: str) -> None:
    assert fields_of(f"a: {written}").date("a") == read


@pytest.mark.parametrize(
    "written",
    [
        *("2024-02-30", "2023-02-29", "0000-00-00", "0000-01-01", "10000-01-01", "2024-13-01", "12/5/24", "13:61"),
        *("2024-05-12T24:00", "2024-05-12T08:61", "2024-05-12x08:30", "2024-05-12T08", "20240512", "2024-W19-7"),
        *("2024-05", "yesterday", "1715500000", "２０２４-05-12", "2024-05-12T08:30+99:00", "2024-05-12 08:30 CET"),
    ],
)
def test_a_date_that_does_not_exist_is_named(written: str) -> None:
    fields = fields_of(f"a: 1\npublished: {written}")
    assert fields.date("published") is None
    (problem,) = fields.problems
    assert (problem.where, problem.code) == ("a.yml:2:12", "date-impossible")
    assert problem.message == f'"published": "{written}" is not a date'
    assert problem.remedy == "write it as 2024-05-12, or 2024-05-12T08:30:00+02:00"


@pytest.mark.parametrize(
    "written", ["https://example.org/a?b=1&c#d", "http://x", "https://bücher.example/ä", "http://[::1]/"]
)
def test_an_address_is_read(written: str) -> None:
    assert fields_of(f"a: '{written}'").url("a") == written


@pytest.mark.parametrize(
    "written",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "/a", "a.html", "https://"),
        *(
            "https://u:p@x.example/",
            "http://x/<b>",
            "http://[::1",
            "http://x/ y",
            "http://x/\\u202e",
            "mailto:a@b.example",
        ),
    ],
)
def test_an_address_that_is_none_is_named(written: str) -> None:
    fields = fields_of(f'a: "{written}"')
    assert fields.url("a") is None
    assert only_problem(fields)[1] == "value-wrong"
    assert only_problem(fields)[2].startswith('"a": expected an address such as https://example.org/page, found "')


def test_a_language_is_a_tag() -> None:
    fields = fields_of('a: no\nb: pt-BR\nc: "en\\" onload=x"')
    assert (fields.language("a"), fields.language("b"), fields.language("c")) == ("no", "pt-BR", None)
    assert only_problem(fields)[2] == '"c": expected a language tag such as en or pt-BR, found "en" onload=x"'


def test_a_mapping_below_names_its_keys_in_full() -> None:
    fields = fields_of("limits:\n  files: five\n  fils: 5\nnone:\nwords: text")
    below = fields.mapping("limits")
    assert below is not None
    assert below.number("files", least=0, most=9) is None
    assert [(problem.where, problem.message, problem.remedy) for problem in below.finish(unknown="error")] == [
        ("a.yml:2:10", '"limits.files": expected a number from 0 to 9, found "five"', "correct the value"),
        ("a.yml:3", 'key "limits.fils" is not known', 'did you mean "limits.files"?'),
    ]
    assert (fields.mapping("none"), fields.mapping("absent"), fields.mapping("words")) == (None, None, None)
    assert only_problem(fields)[2] == '"words": expected `key: value` lines below it, found "text"'


def test_unknown_keys_are_named_with_the_closest_one() -> None:
    fields = fields_of("titel: x\nzzz: y\ntitle: z")
    fields.text("title")
    fields.text("author")
    assert [(p.where, p.level, p.message, p.remedy) for p in fields.finish(unknown="warning")] == [
        ("a.yml:1", "warning", 'key "titel" is not known', 'did you mean "title"?'),
        ("a.yml:2", "warning", 'key "zzz" is not known', "known: author, title"),
    ]


def test_thousands_of_unknown_keys_are_counted() -> None:
    fields = fields_of("".join(f"k{number}: 1\n" for number in range(5_000)))
    problems = fields.finish(unknown="error")
    assert len(problems) == 21
    assert (problems[-1].where, problems[-1].message) == ("a.yml:21", "4980 more keys are not known")


# Lists of mappings


def test_a_list_of_mappings_gives_each_with_its_line() -> None:
    fields = fields_of("a:\n- b: 1\n- c: 2\n  b: 3\nd: {b: 4}\ne:\n")
    assert [(item.begins, item.text("b")) for item in fields.mappings("a")] == [(2, "1"), (3, "3")]
    assert [item.text("b") for item in fields.mappings("d")] == ["4"]
    assert (fields.mappings("e"), fields.mappings("f"), fields.problems) == ((), (), [])


@pytest.mark.parametrize("value", ["x", "[x]", "[[]]"])
def test_a_list_of_something_else_is_wrong(value: str) -> None:
    fields = fields_of(f"a: {value}")
    assert fields.mappings("a") == ()
    (problem,) = fields.problems
    assert problem.message.startswith('"a": expected a list of `- key: value` lines, found ')


@pytest.mark.parametrize("text", ["b: 1", "a:", "a: ''"])
def test_a_key_that_is_needed_is_missed(text: str) -> None:
    fields = fields_of(text)
    fields.require("a", "the words")
    (problem,) = fields.problems
    assert (problem.code, problem.line, problem.message) == ("key-missing", 1, '"a" is missing')
    assert problem.remedy == "add it: the words"


def test_a_key_with_a_value_that_is_wrong_is_not_missed() -> None:
    fields = fields_of("a: [x]")
    fields.require("a", "the words")
    assert fields.problems == []


def test_a_flag_is_true_or_false_or_absent() -> None:
    fields = fields_of("a: true\nb: false\nc:\nd: yes")
    assert [fields.flag(name) for name in "abcde"] == [True, False, False, False, False]
    assert [problem.line for problem in fields.problems] == [4]


def test_more_can_be_read_where_more_is_expected() -> None:
    text = "# " + "x" * MOST_CHARACTERS
    assert read_mapping(text, path="a.yml").value is None
    assert read_mapping(text, path="a.yml", most=2 * MOST_CHARACTERS).value is not None


PIECES = [
    "a",
    "b: ",
    ": ",
    "\n",
    "  ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "&x ",
    "*x",
    "!!str ",
    "!y ",
    "|\n",
    ">\n",
]
YAML = st.lists(
    st.sampled_from([*PIECES, "#", "%", "@", "`", "\t", "---\n", "...\n", "<<: ", "2024-05-12", "ä", "🎉", "\\u00"])
)


@settings(max_examples=200, deadline=None)
@given(YAML.map("".join) | st.text())
def test_any_text_is_a_mapping_or_refused_with_a_place(text: str) -> None:
    outcome = read_mapping(text, path="a.yml", first_line=2)
    fields = outcome.value
    problems = outcome.problems
    if fields is not None:
        for take in (fields.text, fields.texts, fields.date, fields.url, fields.language, fields.mapping):
            for name in (*fields.names(), "absent"):
                take(name)
        fields.number("a", least=0, most=1)
        for name in (*fields.names(), "absent"):
            fields.flag(name)
            for item in fields.mappings(name):
                item.require("a", "x")
                problems = (*problems, *item.finish(unknown="error"))
        problems = (*problems, *fields.finish(unknown="error"))
    for problem in problems:
        assert 2 <= problem.line <= 2 + text.count("\n")
        assert problem.remedy
