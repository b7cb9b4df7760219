from textwrap import dedent

import pytest

from sitegen.config import Config, read_config, read_outlets
from sitegen.model import Outlet


def _config(text: str) -> Config:
    outcome = read_config(dedent(text), "sitegen.yml")
    assert outcome.problems == ()
    return outcome.value


def _said(text: str) -> list[str]:
    """Each problem as `code line: message (remedy)`; every one an error."""
    problems = read_config(dedent(text), "sitegen.yml").problems
    assert {problem.level for problem in problems} <= {"error"}
    assert {problem.path for problem in problems} <= {"sitegen.yml"}
    return [f"{problem.code} {problem.line}: {problem.message} ({problem.remedy})" for problem in problems]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "{}", "title:\n"])
def test_every_setting_has_a_default(text: str) -> None:
    assert _config(text) == Config()


def test_all_settings_are_read() -> None:
    config = _config("""\
        title: "Harbour: a briefing"
        description: What is said about the harbour.
        language: no
        site_url: https://desk.example/briefing
        content: articles/checked
        output: public/
        documents: received
        templates: theme
        rights: cited
        limits: {most_bytes: 1000, most_files: 7}
        headings:
          context: [Hintergrund, Vorgeschichte!]
        ignore: ["*.bak", drafts/]
        method:
          similar: {floor: 0.2, keys: 12}
        """)
    assert (config.title, config.description) == ("Harbour: a briefing", "What is said about the harbour.")
    assert config.language == "no"
    assert config.site_url == "https://desk.example/briefing/"
    assert (config.content, config.output, config.documents, config.templates) == (
        "articles/checked",
        "public",
        "received",
        "theme",
    )
    assert config.parse.rights == "cited"
    assert (config.read.most_bytes, config.read.most_files) == (1000, 7)
    assert config.read.ignore == ("*.bak", "drafts/")
    assert {config.parse.roles[name] for name in ("hintergrund", "vorgeschichte")} == {"context"}
    assert (config.link.similar.floor, config.link.similar.keys) == (0.2, 12)


def test_headings_are_added_to_the_built_in_ones() -> None:
    roles = _config("headings: {context: Hintergrund}").parse.roles
    assert roles["hintergrund"] == "context"
    assert roles["why it matters"] == "why-it-matters"


def test_option_that_is_not_named_keeps_its_default() -> None:
    config = _config("method: {similar: {keys: 12}}")
    assert config.link.similar.floor == Config().link.similar.floor
    assert config.link.statements == Config().link.statements
    assert config.read.suffixes == Config().read.suffixes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: x", 'key-unknown 1: key "titel" is not known (did you mean "title"?)'),
        (
            "\nlimits: {most_byte: 3}",
            'key-unknown 2: key "limits.most_byte" is not known (did you mean "limits.most_bytes"?)',
        ),
        (
            "method:\n  similar:\n    flor: 1",
            'key-unknown 3: key "method.similar.flor" is not known (did you mean "method.similar.floor"?)',
        ),
        (
            "headings: {contxt: x}",
            'key-unknown 1: key "headings.contxt" is not known (did you mean "headings.context"?)',
        ),
        ("title: a\ntitle: b", 'key-twice 2: key "title" stands here and on line 1 (keep one of them)'),
        ("title: [a, b]", 'value-wrong 1: "title": expected text, found a list (correct the value)'),
        ("limits: 5", 'value-wrong 1: "limits": expected `key: value` lines below it, found "5" (correct the value)'),
        (
            "limits: {most_bytes: many}",
            'value-wrong 1: "limits.most_bytes": expected a number from 1 to 1e+12, found "many" (correct the value)',
        ),
        (
            "limits: {most_bytes: .nan}",
            'value-wrong 1: "limits.most_bytes": expected a number from 1 to 1e+12, found ".nan" (correct the value)',
        ),
        (
            "limits:\n  most_files: 2.5",
            'value-wrong 2: "limits.most_files": expected a whole number, found 2.5 (correct it)',
        ),
        ("\nignore: {a: b}", 'value-wrong 2: "ignore": expected text, found `key: value` lines (correct the value)'),
        (
            "\nignore: [a, '!']",
            'value-wrong 2: "ignore": expected a pattern as in a .gitignore, found "!" (write it as drafts/ or *.bak)',
        ),
        ("ignor: a", 'key-unknown 1: key "ignor" is not known (did you mean "ignore"?)'),
        ("rights: mine", 'value-wrong 1: "rights": expected one of full, cited, found "mine" (correct the value)'),
        (
            "site_url: javascript:alert(1)",
            'value-wrong 1: "site_url": expected an address such as https://example.org/page, '
            'found "javascript:alert(1)" (correct the value)',
        ),
        (
            "site_url: https://desk.example/?page=1",
            'value-wrong 1: "site_url": expected an address without ? and #, '
            'found "https://desk.example/?page=1" (name the folder that the site stands in)',
        ),
        ("- a\n- b", "yaml-not-a-mapping 1: expected `key: value` lines, found a list (write `key: value` lines)"),
        (
            "title: a: b",
            "yaml-broken 1: this can't be read as YAML: mapping values are not allowed in this context "
            "(put quotes round a value that holds a colon)",
        ),
    ],
)
def test_fault_is_an_error_with_line_and_remedy(text: str, said: str) -> None:
    assert _said(text) == [said]


@pytest.mark.parametrize("name", ["content", "output", "documents", "templates"])
@pytest.mark.parametrize("folder", ["/etc", "..", "a/../../b", ".", "./", "'a\\b'", '"a\\0b"', '"a\\nb"'])
def test_folder_that_is_not_below_the_project_is_an_error(name: str, folder: str) -> None:
    [said] = _said(f"{name}: {folder}")
    assert said.startswith(f'value-wrong 1: "{name}": expected a folder below this file, found ')
    assert getattr(read_config(f"{name}: {folder}", "sitegen.yml").value, name) == getattr(Config(), name)


def test_every_fault_is_reported_at_once() -> None:
    said = _said("titel: x\nrights: mine\nlimits: {most_files: x}\noutput: ..\n")
    assert sorted(line.split()[1] for line in said) == ["1:", "2:", "3:", "4:"]


@pytest.mark.parametrize("key", ["strict", "suffixes", "ignore"])
def test_options_of_the_command_line_are_no_settings(key: str) -> None:
    [said] = _said(f"limits: {{{key}: 1}}")
    assert said.startswith("key-unknown")


def test_characters_that_reorder_text_are_no_part_of_a_title() -> None:
    config = _config('title: "a\\u202eb \\n c"\ndescription: "d\\u200be"')
    assert (config.title, config.description) == ("ab c", "de")


# sources.yml


def test_outlets_are_listed_by_name_with_what_the_desk_knows() -> None:
    outcome = read_outlets(
        dedent("""\
        outlets:
          The  Gazette:
            aliases: [Gazette, gazette.example]
            owner: Harbour Press
            agency: AFP
            country: NO
            kind: newspaper
            home: https://gazette.example/
            rights: cited
            rating: careful
          Wire:
          Coast: {aliases: The Coast}
        """),
        "sources.yml",
    )
    assert outcome.problems == ()
    assert outcome.value == (
        Outlet(
            "The Gazette",
            aliases=("Gazette", "gazette.example"),
            owner="Harbour Press",
            agency="AFP",
            country="NO",
            kind="newspaper",
            home="https://gazette.example/",
            rights="cited",
            rating="careful",
        ),
        Outlet("Wire"),
        Outlet("Coast", aliases=("The Coast",)),
    )


@pytest.mark.parametrize("text", ["", "outlets:", "outlets: {}", "# none yet\n"])
def test_there_need_be_no_outlets(text: str) -> None:
    assert read_outlets(text, "sources.yml") == read_outlets("", "sources.yml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlet: {}", 'key-unknown 1: key "outlet" is not known (did you mean "outlets"?)'),
        (
            "outlets:\n  Gazette:\n    alias: x",
            'key-unknown 3: key "outlets.Gazette.alias" is not known (did you mean "outlets.Gazette.aliases"?)',
        ),
        (
            "outlets:\n  Gazette: newspaper",
            'value-wrong 2: "outlets.Gazette": expected `key: value` lines below it, found "newspaper" '
            "(correct the value)",
        ),
        (
            "outlets: {Gazette: {rights: mine}}",
            'value-wrong 1: "outlets.Gazette.rights": expected one of full, cited, found "mine" (correct the value)',
        ),
        (
            "outlets:\n  Gazette:\n    home: gazette.example",
            'value-wrong 3: "outlets.Gazette.home": expected an address such as https://example.org/page, '
            'found "gazette.example" (correct the value)',
        ),
        ("outlets:\n  A:\n  A:", 'key-twice 3: key "A" stands here and on line 2 (keep one of them)'),
        (
            "outlets: [A]",
            'value-wrong 1: "outlets": expected `key: value` lines below it, found a list (correct the value)',
        ),
        ("- A", "yaml-not-a-mapping 1: expected `key: value` lines, found a list (write `key: value` lines)"),
    ],
)
def test_fault_of_an_outlet_is_an_error_with_line_and_remedy(text: str, said: str) -> None:
    (problem,) = read_outlets(text, "sources.yml").problems
    assert (problem.level, problem.path) == ("error", "sources.yml")
    assert f"{problem.code} {problem.line}: {problem.message} ({problem.remedy})" == said


def test_every_fault_of_the_outlets_is_reported_at_once() -> None:
    text = "outlet: x\noutlets:\n  A: {alias: x}\n  B: {rights: mine, home: x}\n"
    assert sorted(problem.line for problem in read_outlets(text, "sources.yml").problems) == [1, 3, 4, 4]
