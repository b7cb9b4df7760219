"""The tutorial, typed: its commands are run in order, and print what it shows. How-tos: `tests/long/test_typed.py`."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from tests.demands import give_up

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
HOW_TOS = {
    "how-to/check.md": "former",
    "how-to/correct.md": "former",
    "how-to/decide.md": "former",
    "how-to/editions.md": "former",
    "how-to/import.md": "tutorial",
    "how-to/prove.md": "former",
    "how-to/review.md": "former",
    "how-to/upgrade.md": "former",
}
"""A page whose commands are run → the folder of `tests/` that it begins in."""
_BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<file>\S*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…"
"""A line of it stands for any lines; inside a line, it stands for any characters."""


class Step(NamedTuple):
    """A command and what it shows, or a file and its content."""

    command: str
    """Empty: a file is written."""
    file: str
    text: str


def steps(page: str) -> Iterator[Step]:
    for block in _BLOCK.finditer(page):
        if block["kind"] == "console":
            for typed in block["body"].split("$ ")[1:]:
                command, _, shown = typed.partition("\n")
                yield Step(command, "", shown)
        elif block["file"]:
            yield Step("", block["file"], block["body"])


def is_shown(printed: str, shown: str) -> bool:
    lines = (
        r"(?:.*\n)*" if line == _LEFT_OUT else ".*".join(map(re.escape, line.split(_LEFT_OUT))) + r"\n"
        for line in shown.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints, on both streams."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    if program == "sitegen":
        return CliRunner().invoke(main, arguments, catch_exceptions=False).output
    done = subprocess.run(
        ["sh", "-c", command], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.stdout


def test_left_out_lines_and_words_match_and_others_do_not() -> None:
    assert is_shown("a\nb\nc\n", "a\n…\n")
    assert is_shown("in /tmp/x/site\n", "in …/site\n")
    assert not is_shown("a\nb\n", "a\n")
    assert not is_shown("a\n", "b\n…\n")


def type_page(page: str, start: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what a page says, in an empty folder that begins as `start` of `tests/`."""
    if shutil.which("sh") is None:
        give_up("the pages are typed into a shell")
    if "ssh-keygen" in (DOCS / page).read_text("utf-8") and shutil.which("ssh-keygen") is None:
        give_up("OpenSSH is not here")
    shutil.copytree(TESTS / start, folder, dirs_exist_ok=True)
    (folder / "gitconfig").write_text("[user]\n\tname = Desk\n\temail = desk@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(folder)
    typed = list(steps((DOCS / page).read_text("utf-8")))
    assert typed
    for step in typed:
        if step.command:
            printed = run(step.command, monkeypatch)
            assert is_shown(printed, step.text), f"$ {step.command}\n{printed}"
        else:
            Path(step.file).write_text(step.text, "utf-8")


def test_the_commands_of_the_tutorial_print_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    type_page("tutorial.md", "tutorial", tmp_path, monkeypatch)


def test_every_page_that_shows_what_commands_print_is_typed() -> None:
    shown = {
        path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if "```console" in path.read_text("utf-8")
    }
    assert shown == {"tutorial.md", *HOW_TOS}
