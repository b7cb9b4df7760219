"""Writes the reference pages from the code: `python docs/make_reference.py`. A test fails while they are stale."""

import ast
import dataclasses
import inspect
import sys
import typing
from pathlib import Path

import click

from sitegen.cli import main
from sitegen.config import Config
from sitegen.errors import CODES

FOLDER = Path(__file__).parent / "reference"
_SECTIONS = {"read": "limits", "link": "method"}
"""Fields of `Config` that have another name in sitegen.yml."""
_NOT_KEYS = {"parse", "suffixes", "strict"}


def pages() -> dict[str, str]:
    """Name of a reference page → its text."""
    return {"commands.md": _commands(), "configuration.md": _configuration(), "problems.md": _problems()}


def _commands() -> str:
    parts = ["# Commands\n\nMade from `--help` by `docs/make_reference.py`.\n"]
    group = main
    for name in ("", *sorted(group.commands)):
        command = group.commands[name] if name else group
        title = f"sitegen {name}".strip()
        with click.Context(command, info_name=title, terminal_width=100) as context:
            parts.append(f"## {title}\n\n```\n{command.get_help(context)}\n```\n")
    parts.append(
        "## Exit status\n\n| status | meaning |\n|---|---|\n"
        "| 0 | fine |\n| 1 | findings: built, with refused articles; or differences |\n"
        "| 2 | wrong usage or configuration |\n| 3 | nothing built |\n| 130 | interrupted |\n"
    )
    return "\n".join(parts)


def _configuration() -> str:
    lines = [
        "# sitegen.yml",
        "",
        "Made from the code by `docs/make_reference.py`. Every key has a default; an unknown one is an error that names "
        "the closest. Folders are relative to the file.",
        "",
        "| key | default | meaning |",
        "|---|---|---|",
        *_rows(Config(), ""),
        "| `headings.ROLE` |  | Headings whose section has that role (`lead`, `why-it-matters`, `key-developments`, "
        "`full-report`, `context`), added to the built-in ones. |",
        "| `rights` | `full` | Of articles that state none: `full` or `cited`. |",
        "",
    ]
    return "\n".join(lines)


def _rows(options: typing.Any, prefix: str) -> typing.Iterator[str]:
    meanings = _field_docs(type(options))
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if field.name in _NOT_KEYS:
            continue
        name = prefix + _SECTIONS.get(field.name, field.name)
        if dataclasses.is_dataclass(value):
            yield from _rows(value, f"{name}.")
        elif not prefix or field.type in (int, float):
            shown = "" if value in ("", None) else f"`{value}`"
            yield f"| `{name}` | {shown} | {meanings.get(field.name, '')} |"


def _field_docs(cls: type) -> dict[str, str]:
    """The docstrings under the fields of a dataclass, on one line each."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    docs: dict[str, str] = {}
    for field, below in zip(body, body[1:], strict=False):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_text:
            docs[field.target.id] = " ".join(str(below.value.value).split())  # type: ignore[attr-defined]
    return docs


def _problems() -> str:
    rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(CODES.items())]
    head = "# Problem codes\n\nMade from `sitegen/errors.py` by `docs/make_reference.py`.\n\n| code | meaning |\n|---|---|\n"
    return head + "\n".join(rows) + "\n"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")
        print(FOLDER / name)
