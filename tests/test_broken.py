"""Every problem code that an input can cause has a folder in `broken/`: a faulty project, and what is said of it.

`expected.txt` begins with the command, ends with the exit status, and has in between what stands on standard error.
"""

import ast
import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from sitegen.errors import CODES, Problem
from tests.project import make_project, sitegen

TESTS = Path(__file__).parent
BROKEN = TESTS / "broken"
PACKAGE = TESTS.parent / "sitegen"

ELSEWHERE = {
    # Faults of a built site, made by building one and spoiling it:
    "anchor-dead": "test_check.py",
    "id-twice": "test_check.py",
    "link-dead": "test_check.py",
    "article-changed": "test_verify.py",
    "briefing-broken": "test_verify.py",
    "document-changed": "test_verify.py",
    "file-changed": "test_verify.py",
    "note-broken": "test_verify.py",
    "words-changed": "test_verify.py",
    "words-not-in-document": "test_verify.py",
    "digest-other": "test_prove.py",
    "file-added": "test_prove.py",
    "signature-wrong": "test_prove.py",
    "ssh-failed": "test_prove.py",
    # Advice on a built site:
    "contrast-low": "test_contrast.py",
    "decision-unused": "test_advice.py",
    "outlet-unstated": "test_advice.py",
    "topic-one-origin": "test_advice.py",
    "description-missing": "test_check.py",
    "description-twice": "test_check.py",
    "page-heavy": "test_check.py",
    "title-missing": "test_check.py",
    "title-twice": "test_check.py",
    "external-dead": "test_external.py",
    "external-unchecked": "test_external.py",
    # What stands in the way of new files:
    "article-exists": "test_starting.py",
    "folder-in-use": "test_starting.py",
    "title-unusable": "test_starting.py",
    # Editions of a built site:
    "edition-saved": "test_editions.py",
    "edition-undated": "test_editions.py",
    # A branch to publish to:
    "branch-moved": "test_publish.py",
    "branch-not-ours": "test_publish.py",
    "git-failed": "test_publish.py",
    "rights-unstated": "test_publish.py",
    "site-heavy": "test_publish.py",
    "site-empty": "test_publish.py",
    "site-unfit": "test_publish.py",
    # What git does not keep: a disk or a system that fails, a link, a large file:
    "output-failed": "test_write.py",
    "file-unreadable": "test_up_to_date.py",
    "template-outside": "test_theme.py",
    "yaml-too-large": "test_broken.py",
    "watch-failed": "serve/test_watch.py",
    # Parsers that fail:
    "article-crashed": "test_workers.py",
    "article-heavy": "test_workers.py",
    "article-slow": "test_workers.py",
    # A network:
    "cluster-unfit": "long/test_cluster.py",
    "cluster-unreachable": "long/test_cluster.py",
    # Documents that are made where they are tested, and an extra that is missing:
    "document-broken": "parse/test_office.py",
    "extra-missing": "parse/test_office.py",
}
"""Codes without a folder, and where they are tested."""


@pytest.mark.parametrize("code", sorted(path.name for path in BROKEN.iterdir()))
def test_faulty_input_is_told_where_it_is_and_how_to_mend_it(
    code: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    expected = BROKEN / code / "expected.txt"
    command = expected.read_text("utf-8").splitlines()[0]
    make_project(tmp_path, {})
    shutil.copytree(BROKEN / code, tmp_path, dirs_exist_ok=True)
    (tmp_path / "expected.txt").unlink()
    words = command.removeprefix("$ sitegen ").split()
    run = sitegen(tmp_path, *(str(tmp_path / word) if "/" in word else word for word in words))
    said = f"{command}\n{run.err}exit {run.status}\n"
    assert f"[{code}]" in said
    assert re.search(r"\[[a-z-]+\]\n(?!    )", said) is None, "a problem that does not say how to mend it"
    if pytestconfig.getoption("--update-cases"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")


def test_every_problem_code_has_a_faulty_input() -> None:
    cases = {path.name for path in BROKEN.iterdir()}
    assert cases | ELSEWHERE.keys() == CODES.keys(), "add a folder to broken/, or say in ELSEWHERE where it is tested"
    assert cases & ELSEWHERE.keys() == set()


@pytest.mark.parametrize(("code", "file"), ELSEWHERE.items())
def test_code_without_a_folder_is_tested_where_it_says(code: str, file: str) -> None:
    assert re.search(rf"\b{code}\b", (TESTS / file).read_text("utf-8"))


@pytest.fixture(scope="module")
def code_beside_the_tables() -> str:
    tables = ("errors.py", "problem_help.py")
    return "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name not in tables)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_problem_code_is_reported_somewhere(code: str, code_beside_the_tables: str) -> None:
    assert f'"{code}"' in code_beside_the_tables


def _says_how_to_mend(call: ast.Call) -> bool:
    names = {word.arg for word in call.keywords}
    return len(call.args) == len(fields(Problem)) or bool(names & {"remedy", None})  # None: `**others`


def test_every_problem_says_how_to_mend_it() -> None:
    made = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}": node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"
    }
    assert made
    assert [place for place, call in made.items() if not _says_how_to_mend(call)] == []


def test_settings_over_the_limit_are_refused_unparsed(tmp_path: Path) -> None:
    make_project(tmp_path, {"sitegen.yml": "# " + "x" * 70_000})
    run = sitegen(tmp_path, "build")
    assert (run.status, run.err) == (
        2,
        "sitegen.yml:1: error: 70,002 characters of settings; at most 65,536 are read  [yaml-too-large]\n"
        "    keep settings short; text belongs into the body\n",
    )
