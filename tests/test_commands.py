"""Settings shown, sites removed, codes explained; and one form of problems for all commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import COMMANDS, main
from sitegen.errors import CODES
from sitegen.problem_help import HELP
from tests.project import HARBOUR, TRAMS, make_project, sitegen, tree

GOOD = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", GOOD)
    assert sitegen(project, "build").status == 0
    return project


# Settings

SETTINGS = """\
title: Harbour
rights: cited
ignore: [notes/]
limits:
  most_page_bytes: 5
headings:
  context: [How we got here]
method:
  topics: {smallest: 4}
"""


def shown(project: Path, *arguments: str) -> dict[str, tuple[str, str]]:
    """Key → where it comes from, and the value."""
    run = sitegen(project, "config", *arguments)
    assert (run.status, run.err) == (0, "")
    rows = (line.split(maxsplit=2) for line in run.out.partition("\n\n")[0].splitlines())
    return {key: (origin, value) for key, origin, value in rows}


def test_settings_are_shown_with_the_line_that_they_come_from(tmp_path: Path) -> None:
    found = shown(make_project(tmp_path, {"sitegen.yml": SETTINGS}))
    assert found["title"] == ("sitegen.yml:1", "Harbour")
    assert found["language"] == ("default", "en")
    assert found["site_url"] == ("default", "(none)")
    assert found["limits.most_files"] == ("default", "50000")
    assert {key: value for key, value in found.items() if value[0] != "default"} == shown(tmp_path, "--changed")
    assert set(shown(tmp_path, "--changed")) == {
        "title",
        "rights",
        "ignore",
        "limits.most_page_bytes",
        "headings.context",
        "method.topics.smallest",
    }
    assert found["method.topics.smallest"] == ("sitegen.yml:9", "4")
    assert found["headings.context"] == ("sitegen.yml:7", "How we got here")


def test_every_key_of_the_reference_is_shown(tmp_path: Path) -> None:
    reference = (Path(__file__).parents[1] / "docs" / "reference" / "configuration.md").read_text("utf-8")
    table = reference.partition("## sources.yml")[0]
    keys = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")} - {"headings.ROLE"}
    assert set(shown(make_project(tmp_path, {}))) == keys


def test_options_stand_above_the_file(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"sitegen.yml": "output: public\n"})
    assert shown(project)["output"] == ("sitegen.yml:1", "public")
    run = sitegen(project, "config", "--output", project / "out")
    assert "--output" in run.out


def test_settings_as_json_are_one_object(tmp_path: Path) -> None:
    run = sitegen(make_project(tmp_path, {"sitegen.yml": SETTINGS}), "config", "--format", "json")
    settings = json.loads(run.out)
    assert settings["ignore"] == {"value": ["notes/"], "origin": "sitegen.yml:3"}
    assert settings["site_url"] == {"value": None, "origin": "default"}


# Removing


def test_what_was_built_is_removed_and_nothing_else(built: Path) -> None:
    inputs = {name: data for name, data in tree(built).items() if name.split("/")[0] != "site"}
    before = tree(built)
    run = sitegen(built, "clean", "--dry-run")
    assert (run.status, tree(built)) == (0, before)
    assert "would remove  site/index.html\n" in run.out
    run = sitegen(built, "clean")
    assert (run.status, run.err, tree(built)) == (0, "", inputs)
    assert sitegen(built, "clean").status == 2  # there is no site any more
    assert sitegen(built, "build").status == 0
    assert tree(built) == before


def test_what_others_wrote_or_changed_is_kept_and_named(built: Path) -> None:
    (built / "site" / "CNAME").write_text("desk.example")
    (built / "site" / "index.html").write_text("mine")
    for arguments in (["--dry-run"], []):
        run = sitegen(built, "clean", *arguments)
        assert run.status == 1
        assert run.err.count("[page-edited]") == 1
        assert "1 changed file kept" in run.out
    left = {path.name for path in (built / "site").rglob("*") if path.is_file()}
    assert left == {"CNAME", "index.html", ".sitegen-manifest.json"}


def test_a_folder_that_no_build_wrote_is_not_touched(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"site/index.html": "mine"})
    before = tree(project)
    for arguments in (["--dry-run"], []):
        run = sitegen(project, "clean", *arguments)
        assert (run.status, "[output-missing]" in run.err, tree(project)) == (2, True, before)


# Codes


def test_help_is_about_every_code() -> None:
    assert HELP.keys() == CODES.keys()
    for code, help_ in HELP.items():
        assert help_.why.endswith("."), code
        assert help_.mend.endswith("."), code


@pytest.mark.parametrize("code", ["link-dead", "decision-stale"])
def test_a_code_is_explained_anywhere(tmp_path: Path, code: str) -> None:
    run = sitegen(tmp_path / "nowhere", "explain", code)
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"{code}: {CODES[code]}\n\nWhy it matters: {HELP[code].why}\nWhat to do:     ")
    run = sitegen(tmp_path / "nowhere", "explain", code, "--format", "json")
    assert json.loads(run.out)["mend"] == HELP[code].mend


def test_a_misspelt_code_is_answered_with_the_closest(built: Path, tmp_path: Path) -> None:
    for project in (built, make_project(tmp_path / "empty", {})):
        run = sitegen(project, "explain", "link-daed")
        assert (run.status, "[place-missing]\n    did you mean link-dead?\n" in run.err) == (2, True)
    assert "[content-missing]" in sitegen(tmp_path / "empty", "explain", "content/link-dead.md").err


def test_an_article_is_found_by_an_id_that_looks_like_a_code(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/link-daed.md": HARBOUR})
    assert sitegen(project, "explain", "link-daed").status == 0


def test_a_draft_is_explained_as_one(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/trams.md": f"---\ndraft: true\n---\n\n{TRAMS}"})
    run = sitegen(project, "explain", project / "content" / "trams.md:7")
    assert (run.status, "draft: a draft" in run.err) == (1, True)


# One form of problems

ARGUMENTS = {
    "import": ["seeds"],
    "explain": ["x.md"],
    "new": ["x"],
    "diff": ["HEAD"],
    "edition": ["list"],
    "init": [],
    "sign": ["--key", __file__],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["json", "github"])
def test_every_command_writes_its_problems_in_the_form_asked_for(tmp_path: Path, command: str, form: str) -> None:
    project = make_project(tmp_path, {"sitegen.yml": "titel: x\n"})
    arguments = [str(project)] if command == "init" else ARGUMENTS.get(command, [])
    line = [command, "--config", str(project / "sitegen.yml"), "--format", form, *arguments]
    result = CliRunner().invoke(main, line)
    assert (result.exit_code, result.stderr) == (2, "")
    (said,) = result.stdout.splitlines()
    if form == "json":
        assert set(json.loads(said)) == {"code", "level", "message", "path", "line", "column", "remedy"}
    else:
        assert said.startswith("::error file=")
