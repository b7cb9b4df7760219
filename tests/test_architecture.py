"""The arrows of the design, and what the middle may not touch, read from the source with `ast`."""

import ast
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"
TOP = frozenset(
    """
    .ci .gitattributes .gitignore CHANGELOG.md CONTRIBUTING.md LICENSE README.md SECURITY.md benchmarks constraints.txt
    content docs pyproject.toml release run.py seeds site sitegen sitegen.yml templates tests themes
    """.split()
)
"""What stands at the top of the repository: more by decision record."""
STAGES = ("parse", "analyse", "link", "compose")
NOUNS = ("model", "reasons", "errors", "text", "fields", "languages", "iso_dates")

ARROWS: dict[str, tuple[str, ...]] = {
    "__init__": (),
    "reasons": (),
    "model": ("reasons",),
    "errors": (),
    "text": ("model",),
    "languages": ("reasons",),
    "iso_dates": (),
    "interface": ("iso_dates", "reasons"),
    "fields": ("errors", "text"),
    "each": ("errors",),
    "workers": ("each",),
    "forks": ("workers",),
    "executors": ("each", "workers"),
    "cluster": ("each", "errors", "executors"),
    "rights": ("model",),
    **dict.fromkeys(STAGES, NOUNS),
    "link": (*NOUNS, "each"),
    "speakers": ("each", "model", "text"),
    "concordance": ("each", "languages", "model", "text"),
    "events": ("each", "iso_dates", "model"),
    "stances": ("languages", "model"),
    "positions": ("each", "languages", "model", "speakers", "stances"),
    "views": ("concordance", "each", "events", "model", "positions"),
    "editorial": (*NOUNS, "editorial_parts", "editorial_clashes"),
    "editorial_parts": NOUNS,
    "editorial_clashes": ("errors", "model", "text"),
    "desk": ("desk_places", "errors", "model", "reasons", "text"),
    "desk_places": ("errors", "model", "text"),
    "compose": (*NOUNS, "each", "interface", "rights", "speakers", "diff", "diff_words", "history", "published"),
    "catalogue": ("interface", "iso_dates"),
    "sandbox": ("interface",),
    "theme": ("catalogue", "errors", "interface", "model", "sandbox", "text"),
    "compiled_templates": ("cache", "theme"),
    "render": ("compose.pages", "errors", "model", "theme"),
    "twins": (*NOUNS, "compose", "each", "interface"),
    "export": ("each", "model", "reasons", "rights", "speakers"),
    "read": ("errors", "model", "text"),
    "disk": ("errors",),
    "path_lock": ("disk", "errors"),
    "ownership": ("disk", "errors"),
    "write": ("disk", "errors", "file_digests", "model", "ownership"),
    "file_digests": ("kept", "stamps"),
    "kept": (),
    "config": (*NOUNS, "parse", "analyse", "link", "compose", "check", "each", "read"),
    "lock": ("errors", "fields", "model", "text"),
    "intake": ("each", "errors", "model", "parse", "reasons", "rights", "text"),
    "build": (
        *NOUNS,
        *STAGES,
        "config",
        "each",
        "intake",
        "editorial",
        "desk",
        "interface",
        "theme",
        "render",
        "rights",
        "views",
        "export",
        "twins",
        "editions",
        "history",
        "published",
    ),
    "memo": ("compose", "each", "errors", "kept", "model", "render", "stored_values", "theme"),
    "stored_values": (),
    "store": ("cache",),
    "serve": ("compose.urls", "errors", "file_digests", "theme"),
    "importing": (*NOUNS, "parse", "config", "disk", "each", "intake", "read"),
    "explain": ("errors", "model", "speakers", "text"),
    "explain_words": ("explain", "model"),
    "document": ("compose",),
    "epub": ("document",),
    "printing": ("compose", "disk", "document", "epub", "errors"),
    "json_values": (),
    "built": ("json_values",),
    "check": ("built", "errors"),
    "contrast": ("errors",),
    "advice": ("errors", "json_values", "model", "text"),
    "external": ("built", "errors"),
    "problem_help": ("errors",),
    "effective": ("config", "fields"),
    "starting": ("disk", "errors", "text"),
    "verify": ("built", "check", "editions", "errors", "json_values", "model", "text"),
    "published": ("json_values",),
    "diff": ("published", "reasons"),
    "diff_words": ("diff", "interface"),
    "editions": ("json_values", "published"),
    "edition_files": ("disk", "editions", "errors"),
    "history": ("diff", "editions", "published"),
    "git": ("errors",),
    "signatures": ("errors",),
    "revisions": ("edition_files", "editions", "errors", "git", "published"),
    "publication": ("editions", "errors", "ownership", "published", "write"),
    "branches": ("disk", "errors", "git", "ownership", "publication", "revisions"),
    "proof": ("config", "each", "editions", "intake", "model", "parse", "read", "verify"),
    "terminal": ("errors",),
    "cache": ("disk",),
    "stamps": (),
    "last_build": ("errors", "stamps"),
    "cli": ("commands", "terminal"),
    "commands": ("*",),
    "__main__": ("cli",),
}
"""Module → what of `sitegen` it may import, each with what is below it. A stage may also import itself, relatively."""

MIDDLE = (
    *NOUNS,
    *STAGES,
    "interface",
    "sandbox",
    "rights",
    "speakers",
    "concordance",
    "events",
    "views",
    "editorial",
    "editorial_parts",
    "editorial_clashes",
    "desk",
    "desk_places",
    "each",
    "config",
    "render",
    "twins",
    "export",
    "intake",
    "kept",
    "memo",
    "stored_values",
    "lock",
    "build",
    "built",
    "document",
    "epub",
    "check",
    "contrast",
    "advice",
    "problem_help",
    "effective",
    "verify",
    "json_values",
    "published",
    "diff",
    "diff_words",
    "editions",
    "history",
    "publication",
    "explain",
    "explain_words",
)
"""Takes values and gives values: no disk, clock, network, chance, environment or terminal."""

FORBIDDEN_MODULES = frozenset(
    "os io pathlib shutil tempfile glob time random secrets uuid socket ssl http urllib.request ftplib subprocess "
    "multiprocessing threading asyncio sys locale getpass platform logging importlib click".split()
)
PURE_NAMES = frozenset({("pathlib", "PurePosixPath"), ("io", "BytesIO")})
FORBIDDEN_CALLS = frozenset("open print input exec eval compile __import__ hash breakpoint".split())
FORBIDDEN_METHODS = frozenset("now today utcnow fromtimestamp".split())
"""Of `datetime` and `date`: the clock, and the time zone of the machine."""


@cache
def imports_and_calls(source: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Of a module, at its top or anywhere inside: line and full name of all that it imports, with `.` before relative
    ones; line and name of all that it calls, with `.` before methods."""
    imported: list[tuple[int, str]] = []
    called: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported += ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            before = "." * node.level + (f"{node.module}." if node.module else "")
            imported += ((node.lineno, before + alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.append((node.lineno, node.func.id))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called.append((node.lineno, f".{node.func.attr}"))
    return imported, called


def wrong_arrows(source: str, allowed: tuple[str, ...], stage: str = "") -> list[str]:
    """Imports from `sitegen` that are not `allowed`; relative ones only inside of a stage, and not out of it."""
    wrong: list[str] = []
    for line, name in imports_and_calls(source)[0]:
        if name.startswith("."):
            if not stage or name.startswith(".."):
                wrong.append(f"{line}: {name}")
        elif name == "sitegen" or name.startswith("sitegen."):
            inside = name.removeprefix("sitegen").removeprefix(".")
            if not any(permitted == "*" or f"{inside}.".startswith(f"{permitted}.") for permitted in allowed):
                wrong.append(f"{line}: {name}")
    return wrong


def impurities(source: str) -> list[str]:
    """What a module does that reaches out of it: imports and calls of what the middle may not touch."""
    imported, called = imports_and_calls(source)
    found: list[str] = []
    for line, name in imported:
        module, _, last = name.rpartition(".")
        if (module, last) in PURE_NAMES:
            continue
        parts = name.split(".")
        if any(".".join(parts[:end]) in FORBIDDEN_MODULES for end in range(1, len(parts) + 1)):
            found.append(f"{line}: imports {name}")
    forbidden = FORBIDDEN_CALLS | {f".{method}" for method in FORBIDDEN_METHODS}
    return found + [f"{line}: calls {name}" for line, name in called if name in forbidden]


def _modules() -> list[tuple[str, Path]]:
    """The part of the design that each file of the package belongs to, and the file."""
    return [(path.relative_to(PACKAGE).with_suffix("").parts[0], path) for path in sorted(PACKAGE.rglob("*.py"))]


@pytest.mark.parametrize(
    ("part", "path"), _modules(), ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_arrows_go_one_way(part: str, path: Path) -> None:
    assert part in ARROWS, "say in ARROWS what this module may import"
    stage = part if part in (*STAGES, "interface", "languages", "twins", "serve") else ""
    assert wrong_arrows(path.read_text("utf-8"), ARROWS[part], stage) == []


@pytest.mark.parametrize(
    ("part", "path"),
    [(part, path) for part, path in _modules() if part in MIDDLE],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_middle_touches_no_disk_clock_network_chance_or_terminal(part: str, path: Path) -> None:
    assert impurities(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "compose/pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_kind_is_made_of_page_kinds_and_nouns(path: Path) -> None:
    assert wrong_arrows(path.read_text("utf-8"), ("model",), "pages") == []


def test_only_the_command_line_prints_or_exits() -> None:
    speaking = set()
    for part, path in _modules():
        source = path.read_text("utf-8")
        imported, _ = imports_and_calls(source)
        if any(name.split(".")[0] in ("click", "sys") for _, name in imported) or "print(" in source:
            speaking.add(part)
    assert speaking == {"__main__", "cli", "commands", "terminal"}


# The checks themselves can fail


@pytest.mark.parametrize(
    "planted",
    [
        "from sitegen.link import link",
        "import sitegen.link",
        "import sitegen.link.topics as topics",
        "from sitegen import cli",
        "from sitegen import *",
        "import sitegen",
        "def f():\n    from sitegen.build import build_site",
        "from ..link import link",
        "from .. import link",
        "from sitegen.model_of_another import Article",
    ],
)
def test_planted_arrow_is_found(planted: str) -> None:
    assert len(wrong_arrows(planted, ("model", "errors"), "parse")) == 1


@pytest.mark.parametrize(
    "planted", ["from sitegen.model import Article", "from sitegen import errors", "from .lines import x", "import re"]
)
def test_arrow_of_the_design_is_not_found(planted: str) -> None:
    assert wrong_arrows(planted, ("model", "errors"), "parse") == []


def test_relative_import_outside_of_a_stage_is_found() -> None:
    assert wrong_arrows("from .model import Article", ("model",)) == ["1: .model.Article"]


@pytest.mark.parametrize(
    "planted",
    [
        "import os",
        "import os.path",
        "from os import environ",
        "from pathlib import Path",
        "import time",
        "import random",
        "import secrets",
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import subprocess",
        "import io",
        "from io import open",
        "import sys",
        "import click",
        "def f():\n    import os",
        "open('x')",
        "print('x')",
        "input()",
        "hash('x')",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
    ],
)
def test_planted_impurity_is_found(planted: str) -> None:
    assert len(impurities(planted)) == 1


@pytest.mark.parametrize(
    "planted",
    [
        "from pathlib import PurePosixPath",
        "import re, json, hashlib",
        "from urllib.parse import urlsplit",
        "from datetime import date\ndate.fromisoformat('2024-05-12')",
        "re.compile('x')",
        "ordering = 1",
    ],
)
def test_pure_code_is_not_found(planted: str) -> None:
    assert impurities(planted) == []


@pytest.mark.skipif(
    shutil.which("git") is None or not (PACKAGE.parent / ".git").exists(), reason="this is no clone of the repository"
)
def test_nothing_else_stands_at_the_top() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PACKAGE.parent, check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    assert {path.split("/")[0] for path in listed.split("\0")} - {""} - TOP == set()
