"""A new project, and a new article in it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from sitegen.cli import load_command, main
from sitegen.editorial import read_editorial
from sitegen.errors import SitegenError
from sitegen.starting import project_files, start_project
from tests.project import make_project, sitegen, tree

FILES = project_files("1.2.3")


@pytest.fixture(params=["desk", "a desk für é"])
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder: Path = tmp_path / request.param
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert (result.exit_code, result.stderr) == (0, "")
    return folder


def _uncommented(name: str) -> str:
    """A file of examples, with the examples as somebody would have them."""
    lines = FILES[name].decode().splitlines()
    return "\n".join(line.removeprefix("# ").removeprefix("#") for line in lines[lines.index("") + 1 :])


def test_a_new_project_builds_and_has_all_that_a_site_shows(project: Path) -> None:
    for command in (["build"], ["check", "--strict"], ["verify"], ["build", "--check"]):
        run = sitegen(project, *command)
        assert (run.status, run.err) == (0, ""), command
    pages = {path.stem for path in (project / "site").glob("topics/*.html")}
    assert pages
    differences = (project / "site" / "differences.html").read_text("utf-8")
    assert "40,000 crowns" in differences
    assert "55,000 crowns" in differences
    assert '"origins": 2' in (project / "site" / "briefing.json").read_text("utf-8")


def test_next_commands_are_told_with_a_folder_that_a_shell_takes(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "a b")])
    assert f"cd '{tmp_path / 'a b'}'" in result.stdout
    assert "sitegen build" in result.stdout


def test_examples_of_the_desk_files_are_those_of_the_reference_and_can_be_read() -> None:
    for name in ("editorial.yml", "sources.yml"):
        assert all(line.startswith("#") or not line for line in FILES[name].decode().splitlines())
    assert read_editorial(_uncommented("editorial.yml"), "editorial.yml").problems == ()
    reference = Path(__file__).parents[1] / "docs" / "reference"
    assert _uncommented("editorial.yml").strip() in (reference / "editorial.md").read_text("utf-8")
    assert _uncommented("sources.yml").strip() in (reference / "configuration.md").read_text("utf-8")


def test_every_setting_that_is_offered_is_known(project: Path) -> None:
    text = (project / "sitegen.yml").read_text("utf-8")
    offered = re.sub(r"^# (?=[a-z_]+:|  [a-z])", "", text, flags=re.MULTILINE)
    assert "site_url: https" in offered
    (project / "sitegen.yml").write_text(offered, "utf-8")
    run = sitegen(project, "config", "--changed")
    assert (run.status, run.err) == (0, "")
    assert "limits.most_page_bytes" in run.out


def test_editors_find_the_schemas(project: Path) -> None:
    for name in ("sitegen", "editorial", "sources"):
        first = (project / f"{name}.yml").read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schemas/{name}.schema.json"
        assert (project / "schemas" / f"{name}.schema.json").is_file()
    settings = yaml.safe_load((project / ".vscode" / "settings.json").read_text("utf-8"))
    assert all((project / schema).is_file() for schema in settings["yaml.schemas"])


def test_the_workflow_asks_for_no_more_than_it_needs() -> None:
    workflow = yaml.load(FILES[".github/workflows/briefing.yml"], Loader=yaml.BaseLoader)
    assert workflow["on"] == {"push": {"branches": ["main"]}, "pull_request": "", "workflow_dispatch": ""}
    assert workflow["permissions"] == {}
    asked = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert asked == {
        "build": {"contents": "read"},
        "changes": {"contents": "read", "pull-requests": "write"},
        "publish": {"contents": "read", "pages": "write", "id-token": "write"},
    }
    systems = workflow["jobs"]["build"]["strategy"]["matrix"]["os"]
    assert systems == ["ubuntu-latest", "macos-latest", "windows-latest"]
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    # A branch's name is anybody's: it reaches the shell as a variable, never as text.
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]


def test_what_runs_on_windows_is_one_command_a_step() -> None:
    """There it is PowerShell that runs a step."""
    workflow = yaml.safe_load(FILES[".github/workflows/briefing.yml"])
    commands = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert commands
    assert not [command for command in commands if re.search(r"[$|&;<>\n]", command)]


def _sitegen_lines() -> Iterator[str]:
    for name in (".github/workflows/briefing.yml", ".pre-commit-config.yaml"):
        for line in FILES[name].decode().splitlines():
            if match := re.search(r"(?:run:|entry:|^\s*) ?sitegen ([^|#]+)", line):
                yield match[1].replace('"$BASE"', "origin/main").strip()


@pytest.mark.parametrize("line", sorted(set(_sitegen_lines())))
def test_the_commands_that_are_run_by_others_exist(line: str) -> None:
    command, *arguments = line.split()
    load_command(command).make_context(command, arguments)


def test_git_takes_the_files_as_they_are(project: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=True).stdout

    git("init", "--quiet")
    git("add", ".")
    listed = git("ls-files").splitlines()
    assert {".gitattributes", ".github/workflows/briefing.yml", "seeds/.gitkeep"} <= set(listed)
    assert "eol: lf" in git("check-attr", "eol", "site/index.html")
    assert "text: unset" in git("check-attr", "text", "seeds/a.html")


@pytest.mark.parametrize(
    ("present", "named"),
    [
        (["notes.txt"], "notes.txt"),
        ([".env"], ".env"),
        ([".git/HEAD", "README.md"], "README.md"),
        ([f"{n}.txt" for n in range(8)], "0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more"),
    ],
)
def test_a_folder_in_use_is_refused_and_stays_as_it_is(tmp_path: Path, present: list[str], named: str) -> None:
    for name in present:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine")
    before = tree(tmp_path)
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 2
    assert f"it is in use: it holds {named}  [folder-in-use]\n" in result.stderr
    assert tree(tmp_path) == before


def test_a_repository_without_files_is_free_and_a_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert CliRunner().invoke(main, ["init", str(tmp_path / "repository")]).exit_code == 0
    (tmp_path / "file").write_text("mine")
    result = CliRunner().invoke(main, ["init", str(tmp_path / "file")])
    assert (result.exit_code, "that is a file  [folder-in-use]" in result.stderr) == (2, True)


@pytest.mark.parametrize("after", [1, 5, len(FILES) - 1])
@pytest.mark.parametrize("exists", [True, False])
def test_a_disk_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, exists: bool
) -> None:
    written = 0
    write = Path.write_bytes

    def failing(self: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written > after:
            raise OSError(28, "No space left on device", str(self))
        return write(self, data)

    folder = tmp_path / "new" / "desk"
    if exists:
        folder.mkdir(parents=True)
    before = tree(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", failing)
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert (result.exit_code, "[output-failed]" in result.stderr) == (3, True)
    assert tree(tmp_path) == before


def test_an_interruption_while_files_are_moved_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = 0
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        nonlocal moved
        moved += 1
        if moved == 4:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        start_project(tmp_path / "desk", FILES)
    assert tree(tmp_path) == {}


# New articles


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Trams run late", "trams-run-late.md"),
        ('  A "quoted": title # with\nall  ', "a-quoted-title-with-all.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("Поезда опаздывают", "поезда-опаздывают.md"),
        ("CON", "article-con.md"),
        ("x" * 300, "x" * 80 + ".md"),
    ],
)
def test_a_new_article_is_a_draft_under_the_name_of_its_title(tmp_path: Path, title: str, file: str) -> None:
    make_project(tmp_path, {})
    run = sitegen(tmp_path, "new", title)
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"content/{file}: a draft")
    path = tmp_path / "content" / file
    run = sitegen(tmp_path, "build")
    assert (run.status, f"content/{file}: note: a draft  [article-draft]" in run.err) == (0, True)
    text = path.read_text("utf-8")
    path.write_text(
        re.sub("^# (?=[a-z])", "", text.replace("draft: true", ""), flags=re.M).replace("…", "x") + "Words.\n"
    )
    run = sitegen(tmp_path, "build")
    assert (run.status, run.err) == (0, "")
    assert " ".join(title.split()) in (tmp_path / "site" / "briefing.json").read_text("utf-8").replace('\\"', '"')


def test_a_title_needs_no_quotes(tmp_path: Path) -> None:
    assert sitegen(make_project(tmp_path, {}), "new", "Trams", "run", "late").status == 0
    assert 'title: "Trams run late"\n' in (tmp_path / "content" / "trams-run-late.md").read_text("utf-8")


@pytest.mark.parametrize("present", ["trams-run-late.md", "Trams run late.txt"])
def test_no_article_is_overwritten_nor_pushed_aside(tmp_path: Path, present: str) -> None:
    make_project(tmp_path, {f"content/{present}": "Mine.\n"})
    before = tree(tmp_path)
    run = sitegen(tmp_path, "new", "Trams run LATE")
    assert (run.status, f"content/{present}: error: there is such an article already  [article-exists]" in run.err) == (
        2,
        True,
    )
    assert tree(tmp_path) == before


def test_a_folder_of_the_name_is_not_overwritten(tmp_path: Path) -> None:
    (make_project(tmp_path, {}) / "content" / "trams.md").mkdir(parents=True)
    before = tree(tmp_path)
    run = sitegen(tmp_path, "new", "Trams")
    assert (run.status, "a folder has that name  [article-exists]" in run.err) == (2, True)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("title", ["", " ", "!?", "\n"])
def test_a_title_without_a_word_is_refused(tmp_path: Path, title: str) -> None:
    run = sitegen(make_project(tmp_path, {}), "new", title)
    assert (run.status, "[title-unusable]" in run.err) == (2, True)


def _killed_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that comes no further than to its fourth rename, and takes nothing back."""
    with monkeypatch.context() as patch:
        moved = iter(range(4))
        rename = Path.rename
        patch.setattr(Path, "rename", lambda path, target: rename(path, target) if next(moved) < 3 else _end())
        patch.setattr("sitegen.starting._take_away", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            start_project(folder, FILES)


def _end() -> Path:
    raise KeyboardInterrupt


def test_what_a_killed_start_left_is_no_bar_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _killed_start(tmp_path / "desk", monkeypatch)
    assert tree(tmp_path / "desk")
    start_project(tmp_path / "desk", FILES)
    start_project(tmp_path / "new", FILES)
    assert tree(tmp_path / "desk") == tree(tmp_path / "new")


@pytest.mark.parametrize("name", [".github/workflows/briefing.yml", ".github/workflows/mine.yml", "mine.md"])
def test_what_somebody_wrote_after_a_killed_start_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "desk"
    _killed_start(folder, monkeypatch)
    (folder / name).write_text("mine")
    before = tree(folder)
    with pytest.raises(SitegenError) as caught:
        start_project(folder, FILES)
    assert caught.value.problem.message == f"it is in use: it holds {name.split('/', maxsplit=1)[0]}"
    assert tree(folder) == before
