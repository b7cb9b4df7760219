import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from sitegen.cli import COMMANDS, load_command, main
from sitegen.ownership import MANIFEST
from tests.project import HARBOUR, TRAMS, make_project, sitegen, stamps, tree

GOOD = {"content/harbour.md": HARBOUR, "content/trams.md": TRAMS}


def _process(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A real run, from another folder than the tests'."""
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", GOOD)


@pytest.fixture
def built(project: Path) -> Path:
    assert sitegen(project, "build").status == 0
    return project


# Commands


def test_misspelt_command_is_told_with_the_closest(tmp_path: Path) -> None:
    assert "No such command 'biuld'. Did you mean build?" in sitegen(tmp_path, "biuld").err
    assert sitegen(tmp_path, "zzz").err.endswith("No such command 'zzz'.\n")


# Building


def test_build_says_what_it_made_and_where_to_look(project: Path) -> None:
    run = sitegen(project, "build")
    assert (run.status, run.err) == (0, "")
    first, second = run.out.splitlines()
    assert re.fullmatch(r"2 articles, \d topics?; \d+ files written or removed", first)
    assert second == "Open file://site/index.html"
    assert (project / "site" / "articles" / "harbour.html").is_file()


def test_second_build_says_that_nothing_changed_and_writes_nothing(built: Path) -> None:
    before = stamps(built / "site")
    run = sitegen(built, "build")
    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[0].endswith("; nothing changed")
    assert stamps(built / "site") == before


def test_serial_work_is_done_by_this_process_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.workers.ProcessPool", None)
    monkeypatch.setattr("sitegen.forks.Forks", None)
    assert sitegen(project, "build", "--executor", "serial").status == 0


def test_no_articles_make_a_site_that_says_so(tmp_path: Path) -> None:
    (make_project(tmp_path, {}) / "content").mkdir()
    run = sitegen(tmp_path, "build")
    assert (run.status, "[nothing-to-show]" in run.err) == (0, True)
    assert (tmp_path / "site" / "index.html").is_file()


BAD = {
    "empty": "",
    "blank": "\ufeff \n\t\n",
    "unclosed": "---\ntitle: Trams\n\nThe tram runs late.\n",
    "colon": "---\ntitle: Trams: late\n---\n\nThe tram runs late.\n",
    "list": "---\n- a\n---\n\nThe tram runs late.\n",
    "alias": "---\ntitle: &a [*a]\n---\n\nThe tram runs late.\n",
    "python": "---\ntitle: !!python/object/apply:os.system [echo]\n---\n\nThe tram runs late.\n",
    "brackets": "---\ntitle: " + "[" * 50_000 + "\n---\n\nThe tram runs late.\n",
    "picture": "\x89PNG\r\n\x1a\n\0",
    "title-only": "# Trams\n",
    "date": "---\npublished: 12/5/24\n---\n\nThe tram runs late.\n",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_one_bad_article_costs_that_article_alone(project: Path, name: str) -> None:
    data = b"\x89PNG\r\n\x1a\n\0" if name == "picture" else BAD[name].encode()
    make_project(project, {f"content/{name}.md": data})
    run = sitegen(project, "build")
    assert run.status == 1
    said = [line for line in run.err.splitlines() if not line.startswith("    ")]
    assert len(said) == 1
    assert re.match(rf"content/{name}\.md(:\d+)*: error: .+  \[[a-z-]+\]$", said[0])
    assert re.match(r"    \S", run.err.splitlines()[1]), "a remedy"
    assert {path.stem for path in (project / "site" / "articles").iterdir()} == {"harbour", "trams"}


def test_article_of_front_matter_with_an_unknown_key_is_built_with_a_warning(project: Path) -> None:
    make_project(project, {"content/trams.md": f"---\npublishd: 2024-05-12\n---\n\n{TRAMS}"})
    run = sitegen(project, "build")
    assert (run.status, run.err) == (
        0,
        'content/trams.md:2: warning: key "publishd" is not known  [key-unknown]\n    did you mean "published"?\n',
    )


@pytest.mark.parametrize(
    ("written", "key"), [("outlet", "publisher"), ("Source", "publisher"), ("pubDate", "published")]
)
def test_a_key_of_another_program_is_told_with_ours(project: Path, written: str, key: str) -> None:
    make_project(project, {"content/trams.md": f"---\n{written}: 2024-05-12\n---\n\n{TRAMS}"})
    assert f'did you mean "{key}"?' in sitegen(project, "build").err


def test_two_articles_with_one_address_are_a_warning_and_strictly_an_error(project: Path) -> None:
    make_project(project, {"content/Trams.md": HARBOUR.replace("crane", "bridge")})
    run = sitegen(project, "build")
    assert (run.status, run.err.count("warning: would have the same address as")) == (0, 2)
    assert len(list((project / "site" / "articles").iterdir())) == 3
    run = sitegen(project, "build", "--strict")
    assert (run.status, run.err.count("error: would have the same address as")) == (1, 2)


def test_bad_settings_are_all_reported_and_nothing_is_built(project: Path) -> None:
    make_project(project, {"sitegen.yml": "titel: x\nrights: mine\n"})
    run = sitegen(project, "build")
    assert run.status == 2
    assert 'sitegen.yml:1: error: key "titel" is not known  [key-unknown]\n    did you mean "title"?\n' in run.err
    assert 'sitegen.yml:2:9: error: "rights"' in run.err
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"title: a\nlanguage: \xff\n", "sitegen.yml:2: error: byte 19 is not UTF-8  [yaml-broken]\n"),
        (None, "sitegen.yml: error: can't be read: Is a directory  [yaml-broken]\n"),
    ],
)
def test_settings_that_can_not_be_read_are_named(project: Path, data: bytes | None, said: str) -> None:
    if data is None:
        (project / "sitegen.yml").unlink()
        (project / "sitegen.yml").mkdir()
    else:
        (project / "sitegen.yml").write_bytes(data)
    run = sitegen(project, "build")
    assert run.status == 2
    assert run.err.startswith(said)


def test_settings_file_that_is_named_and_missing_is_wrong_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--config", str(tmp_path / "nowhere.yml")])
    assert result.exit_code == 2
    assert "there is no file" in result.stderr
    assert "--config" in result.stderr


@pytest.mark.parametrize("output", [".", "content", "content/site", "seeds", "templates", "..", "/"])
def test_output_where_no_site_may_be_is_refused_untouched(project: Path, output: str) -> None:
    before = tree(project)
    run = sitegen(project, "build", "--output", project / output)
    assert (run.status, "[output-not-ours]" in run.err) == (2, True)
    assert tree(project) == before


def test_missing_content_does_not_touch_the_site(built: Path) -> None:
    for path in (built / "content").iterdir():
        path.unlink()
    (built / "content").rmdir()
    before = tree(built)
    run = sitegen(built, "build")
    assert (run.status, "content: error: there is no such folder  [content-missing]" in run.err) == (2, True)
    assert tree(built) == before


def test_disk_that_is_full_is_status_three_with_the_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = sitegen(project, "build")
    assert run.status == 3
    assert re.match(r"\S+: error: can't be written: No space left on device  \[output-failed\]\n    \S", run.err)


def test_timings_name_every_stage(project: Path) -> None:
    run = sitegen(project, "build", "--timings")
    for stage in ("read", "parse", "analyse", "link", "compose", "render", "write"):
        assert re.search(rf"^{stage} +\d+\.\d+ s$", run.out, re.MULTILINE)


# Checking and verifying


def test_check_of_a_fresh_build_is_clean_and_writes_nothing(built: Path) -> None:
    before = stamps(built)
    run = sitegen(built, "build", "--check")
    assert (run.status, run.out, run.err) == (0, "site/ is what would be built\n", "")
    assert stamps(built) == before


def test_check_names_what_a_build_would_change_and_writes_nothing(built: Path) -> None:
    (built / "content" / "trams.md").unlink()
    (built / "site" / "about.html").write_text("mine")
    (built / "site" / "404.html").unlink()
    before, times = tree(built), stamps(built)
    run = sitegen(built, "build", "--check")
    assert run.status == 1
    assert "added    site/404.html\n" in run.out
    assert "removed  site/articles/trams.html\n" in run.out
    assert run.out.endswith("site/ is not what would be built\n")
    assert run.err.startswith("site/about.html: error: somebody changed this file")
    assert (tree(built), stamps(built)) == (before, times)


def test_check_before_any_build_says_that_there_is_no_site(project: Path) -> None:
    run = sitegen(project, "build", "--check")
    assert (run.status, run.out) == (1, "site/ is not what would be built\n")
    assert "[output-missing]" in run.err
    assert not (project / "site").exists()


def test_links_of_a_fresh_build_are_alive(built: Path) -> None:
    run = sitegen(built, "check", "--quiet")
    assert (run.status, run.err) == (0, "")
    (built / "site" / "about.html").unlink()
    run = sitegen(built, "check")
    assert run.status == 1
    assert re.search(
        r"^site/index.html:\d+: error: \"about.html\" leads nowhere  \[link-dead\]$", run.err, re.MULTILINE
    )


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", {"seeds/harbour.txt": HARBOUR.replace("#", "").replace("# ", "")})
    assert sitegen(project, "import", project / "seeds").status == 0
    assert sitegen(project, "build").status == 0
    return project


def test_verify_proves_a_fresh_build(imported: Path) -> None:
    run = sitegen(imported, "verify")
    assert (run.status, run.err) == (0, "")


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("site/articles/harbour-crane-stands-still.html", "site/articles/harbour-crane-stands-still.html:"),
        ("site/briefing.json", "site/briefing.json: error"),
        ("content/harbour-crane-stands-still.md", "content/harbour-crane-stands-still.md: error"),
        ("seeds/harbour.txt", "seeds/harbour.txt: error"),
    ],
)
def test_verify_names_a_changed_character(imported: Path, file: str, named: str) -> None:
    path = imported / file
    path.write_text(path.read_text("utf-8").replace("Monday", "Sunday", 1), "utf-8")
    run = sitegen(imported, "verify")
    assert run.status == 1
    assert any(line.startswith(named) for line in run.err.splitlines())


def test_verify_names_a_file_of_the_site_that_is_missing(imported: Path) -> None:
    (imported / "site" / "about.html").unlink()
    run = sitegen(imported, "verify")
    assert run.status == 1
    assert "site/about.html: error: this file of the site is missing  [file-changed]" in run.err


@pytest.mark.parametrize("command", ["verify", "check"])
def test_what_is_not_built_can_not_be_proved(project: Path, command: str) -> None:
    run = sitegen(project, command)
    assert (run.status, run.err) == (
        2,
        "site: error: holds no site that sitegen built  [output-missing]\n    build the site: sitegen build\n",
    )


# Importing


def test_import_says_what_became_of_each_document(tmp_path: Path) -> None:
    make_project(tmp_path, {"seeds/harbour.txt": HARBOUR.replace("#", ""), "seeds/photo.png": b"x"})
    named = [tmp_path / "seeds" / name for name in ("harbour.txt", "photo.png")]
    run = sitegen(tmp_path, "import", *named)
    assert run.status == 1
    assert run.out == (
        "written    seeds/harbour.txt → content/harbour-crane-stands-still.md\nrefused    seeds/photo.png\n"
    )
    assert run.err.startswith("seeds/photo.png: error: this kind of document can't be imported  [format-unknown]\n")


def test_import_of_nothing_is_wrong_usage(tmp_path: Path) -> None:
    assert sitegen(make_project(tmp_path, {}), "import").status == 2
    run = sitegen(tmp_path, "import", tmp_path / "nowhere.txt")
    assert (run.status, "nowhere.txt: error: there is no such file  [document-missing]" in run.err) == (2, True)


# How problems are written


def test_problems_as_json_are_one_object_a_line_and_all_of_standard_output(project: Path) -> None:
    make_project(project, {"content/empty.md": "", "content/Trams.md": TRAMS, "content/photo.png": b"\x89PNG"})
    run = sitegen(project, "build", "--format", "json")
    problems = [json.loads(line) for line in run.out.splitlines()]
    assert {problem["code"] for problem in problems} == {"article-empty", "id-clash", "file-ignored"}
    assert set(problems[0]) == {"code", "level", "message", "path", "line", "column", "remedy"}
    assert "Open file://" in run.err


def test_problems_as_annotations_of_github(project: Path) -> None:
    make_project(project, {"content/a,b: 100%.md": "---\ntitle: Trams: late\n---\n\nThe tram runs late.\n"})
    run = sitegen(project, "build", "--format", "github", "--quiet")
    assert run.status == 1
    assert run.out == (
        "::error file=content/a%2Cb%3A 100%25.md,line=2,col=13,title=yaml-broken::"
        "this can't be read as YAML: mapping values are not allowed in this context [yaml-broken] "
        "put quotes round a value that holds a colon\n"
    )


def test_quiet_says_nothing_but_warnings_and_errors(project: Path) -> None:
    make_project(project, {"content/photo.png": b"\x89PNG"})
    run = sitegen(project, "build", "--quiet")
    assert (run.status, run.out, run.err) == (0, "", "")
    make_project(project, {"content/empty.md": ""})
    run = sitegen(project, "build", "--quiet")
    assert (run.status, run.out, run.err.count("\n")) == (1, "", 2)


def test_verbose_says_what_was_read_what_became_of_each_file_and_how_long_it_took(project: Path) -> None:
    (project / "content" / "draft.md").write_text("---\ndraft: true\n---\n\n# Later\n", "utf-8")
    (project / "sitegen.yml").write_text("title: Vessel\n", "utf-8")
    plain = sitegen(project, "build")
    (project / "site" / "index.html").unlink()
    run = sitegen(project, "build", "--verbose")
    assert run.out.startswith(plain.out.partition(";")[0])
    assert run.err.startswith("read       sitegen.yml\nwithout    sources.yml\n")
    assert re.search(r"^used +content/harbour\.md → harbour \(\d sentences\)", run.err, re.MULTILINE)
    assert "draft      content/draft.md: a draft\n" in run.err
    assert "added      site/index.html\n" in run.err
    assert re.search(r"^ +\d+\.\d{3} s  link$", run.err, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], ["read       site: ", "s  links\n"]),
        (["diff", "site"], ["read       site: 2 articles, ", "s  compare\n"]),
        (["import", "trams.txt"], ["undated; outlet not stated\n", "s  import\n"]),
        (["publish"], ["used       content/harbour.md", "s  verify\n"]),
    ],
)
def test_what_verbose_adds_is_on_standard_error(built: Path, arguments: list[str], said: list[str]) -> None:
    (built / "trams.txt").write_text("Trams run late\n\nTrams ran late on Monday.\n", "utf-8")
    command, *others = (str(built / word) if (built / word).exists() else word for word in arguments)
    quiet = sitegen(built, command, *others)
    assert not [words for words in said if words in quiet.err]
    run = sitegen(built, command, *others, "-v")
    assert [words for words in said if words not in run.err] == []
    assert not [words for words in said if words in run.out]


def test_quiet_and_verbose_exclude_each_other(project: Path) -> None:
    assert sitegen(project, "build", "-q", "-v").status == 2


def test_nothing_in_an_input_reaches_the_terminal_as_a_command(project: Path) -> None:
    make_project(
        project, {"content/\x1b[2Jevil\n.md": "x", "content/trams.md": '---\n"\\e[2J\\u202e": 1\n---\n\nWords.\n'}
    )
    run = sitegen(project, "build")
    assert run.status == 1
    assert "content/\\x1b[2Jevil\\x0a.md: error" in run.err
    assert re.search(r"[\x00-\x09\x0b-\x1f\u202e]", run.err) is None


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_an_example_that_it_takes(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    examples = re.findall(rf"^ +sitegen {command}(.*?)(?: {{2,}}#.*)?$", result.stdout, re.MULTILINE)
    assert examples
    for example in examples:
        load_command(command).make_context(command, shlex.split(example), resilient_parsing=False)


def test_help_names_every_command_and_no_arguments_are_a_question() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert all(command in result.stdout for command in COMMANDS)
    assert CliRunner().invoke(main, []).exit_code in (0, 2)
    assert CliRunner().invoke(main, ["bild"]).exit_code == 2
    assert CliRunner().invoke(main, ["build", "--no-such-option"]).exit_code == 2


# Interruptions and faults


def _in_the_middle(raise_: type[BaseException]) -> Callable[..., NoReturn]:
    def stage(*_: object, **__: object) -> NoReturn:
        raise raise_

    return stage


@pytest.mark.parametrize(
    ("variables", "has_colours"), [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)]
)
def test_colours_are_left_out_where_no_color_is_set(
    project: Path, variables: dict[str, str], has_colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    line = ["verify", "--config", str(project / "sitegen.yml"), "--output", "nowhere"]
    run = CliRunner(env=variables).invoke(main, line, color=True)
    assert "holds no site that sitegen built" in run.stderr
    assert ("\x1b[31m" in run.stderr) == has_colours


def test_shells_complete_commands_and_options() -> None:
    def completed(words: str) -> list[str]:
        variables = {"_SITEGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "1"}
        run = CliRunner(env=variables).invoke(main, [], prog_name="sitegen")
        return [line.partition(",")[2] for line in run.stdout.splitlines()]

    assert completed("sitegen ver") == ["verify"]
    assert "--version" in completed("sitegen --v")


@pytest.mark.parametrize(
    ("arguments", "stage"),
    [
        (["build"], "sitegen.build.build_site"),
        (["check"], "sitegen.check.check_site"),
        (["diff", "site"], "sitegen.diff.diff"),
        (["edition", "save", "2026-03-14"], "sitegen.editions.edition_bytes"),
        (["explain", "content/trams.md"], "sitegen.build.gather"),
        (["import", "content/trams.md"], "sitegen.importing.import_documents"),
        (["publish"], "sitegen.build.build_site"),
        (["serve", "--port", "0"], "sitegen.build.build_site"),
        (["topics", "--write"], "sitegen.build.gather"),
        (["verify"], "sitegen.verify.verify"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_interruption_is_status_130_without_a_traceback(
    built: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], stage: str
) -> None:
    monkeypatch.setattr(stage, _in_the_middle(KeyboardInterrupt))
    (built / "content" / "trams.md").write_text("# Trams\n\nTrams stand still in Harburg.\n", "utf-8")
    before = tree(built)
    command, *others = (str(built / word) if (built / word).exists() else word for word in arguments)
    run = sitegen(built, command, *others)
    assert (run.status, run.err) == (130, "interrupted; what is there is whole\n")
    assert tree(built) == before


def test_interruption_from_the_keyboard_ends_a_real_run(built: Path) -> None:
    (built / "content" / "trams.md").unlink()
    code = (
        "import os, signal, time, sitegen.build as build, sitegen.cli as cli\n"
        "build.build_site = lambda *_, **__: (os.kill(os.getpid(), signal.SIGINT), time.sleep(30))\n"
        "cli.main(['build'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=built, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (run.returncode, run.stderr) == (130, "interrupted; what is there is whole\n")


@pytest.mark.parametrize("module", ["click", "sitegen.commands.build", "sitegen.build"])
def test_interruption_while_the_program_is_loaded_is_one_too(built: Path, module: str) -> None:
    code = (
        "import sys\n"
        "from importlib.abc import MetaPathFinder\n"
        "from sitegen.__main__ import run\n"
        "class Interrupted(MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "sys.argv = ['sitegen', 'build']\n"
        "run()"
    )
    (built / "content" / "trams.md").unlink()
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=built, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "interrupted; what is there is whole\n")


def test_fault_of_ours_is_status_three_with_its_traceback(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.build_site", _in_the_middle(ZeroDivisionError))
    (built / "content" / "trams.md").unlink()
    run = sitegen(built, "build")
    assert run.status == 3
    assert run.err.startswith("Traceback")
    assert run.err.endswith("That is a fault of sitegen. Please report it, with the lines above.\n")


# In real life


def test_without_settings_the_folder_where_one_stands_is_the_project(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "Ordner für é", {**GOOD, "content/empty.md": ""})
    (folder / "sitegen.yml").unlink()
    run = _process("build", cwd=folder, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert run.returncode == 1
    assert run.stderr.startswith("content/empty.md: error: the article is empty  [article-empty]\n")
    assert (folder / "site" / "index.html").is_file()


def test_from_another_folder_paths_are_named_as_seen_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path / "desk", {**GOOD, "content/empty.md": "", "seeds/a.docx": ""})
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["build", "--config", "desk/sitegen.yml", "--output", "public"])
    assert run.exit_code == 1
    assert run.stderr.startswith("desk/content/empty.md: error: the article is empty  [article-empty]\n")
    assert (tmp_path / "public" / "index.html").is_file()
    assert not (tmp_path / "desk" / "site").exists()
    run = CliRunner().invoke(main, ["import", "--config", "desk/sitegen.yml", "desk/seeds/a.docx"])
    assert run.stderr.startswith("desk/seeds/a.docx: error: ")


def test_reader_who_leaves_early_sees_no_traceback(project: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "build", "--timings", "--config", str(project / "sitegen.yml")]
    line = f"{shlex.join(command)} | head -1"
    run = subprocess.run(line, shell=True, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert re.match(r"read +\d", run.stdout)
    assert run.stderr == ""
    assert (project / "site" / MANIFEST).is_file()


# Topics


_TOPICS = {
    "content/harbour.md": "# Harbour crane stands still\n\nThe harbour crane has stood still since Monday.\n\n"
    "The harbour crane was built in 1931.\n\nBakers of the old town sell rye bread.\n\n"
    "Night ferries can't be unloaded.\n",
    "content/trams.md": "# Harbour crane blocks trams\n\nThe harbour crane stands in the way of the trams.\n\n"
    "Nobody knows who will repair the harbour crane.\n\nSnow fell on the hills of Lund.\n\n"
    "Pupils walked to school along the quay.\n",
}


def test_topics_are_listed_and_pinned_and_the_site_stays(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", _TOPICS)
    assert sitegen(project, "build").status == 0
    before = tree(project / "site")
    listed = sitegen(project, "topics")
    assert listed.status == 0
    assert re.fullmatch(r"found +\d statements +2 articles  harbour-crane  Harbour crane\n", listed.out)
    assert not (project / "topics.lock.yml").exists()
    assert sitegen(project, "topics", "--check").status == 1
    written = sitegen(project, "topics", "--write")
    assert (written.status, written.out) == (0, "topics.lock.yml: 1 topic pinned, 0 as they were\n")
    assert "title: Harbour crane" in (project / "topics.lock.yml").read_text("utf-8")
    assert sitegen(project, "topics").out.startswith("pinned ")
    assert sitegen(project, "topics", "--check").out == "every topic is pinned\n"
    assert sitegen(project, "topics", "--write").out == "nothing to pin\n"
    assert sitegen(project, "build").out.startswith("2 articles, 1 topic; nothing changed")
    assert tree(project / "site") == before


def test_a_broken_lock_stops_the_build_and_names_the_line(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {**_TOPICS, "topics.lock.yml": "format: topics/1\ntopic:\n"})
    for command in ("build", "topics"):
        run = sitegen(project, command)
        assert run.status == 2
        assert run.err.startswith('topics.lock.yml:2: error: key "topic" is not known  [key-unknown]\n')
        assert 'did you mean "topics"?' in run.err


def test_topics_of_an_empty_folder_pin_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {"content/.keep": ""})
    assert sitegen(project, "topics").out == "no topics: no two articles share a subject\n"
    assert sitegen(project, "topics", "--write").out == "nothing to pin\n"
    assert not (project / "topics.lock.yml").exists()


def test_topics_cannot_be_checked_and_written_at_once(project: Path) -> None:
    assert sitegen(project, "topics", "--write", "--check").status == 2
