"""Compiled templates, kept for other processes."""

from pathlib import Path

import pytest

from sitegen.cache import Cache, open_user_cache
from sitegen.compiled_templates import CompiledTemplates
from sitegen.theme import DEFAULT, Theme, load_theme, shipped_folder

SHIPPED = [shipped_folder(DEFAULT)]
NAME = "about.html"


def loaded(
    folder: Path, *, key: bytes = b"k", language: str = "en", program: str = "1", own: Path | None = None
) -> tuple[Theme, list[str | None]]:
    """A theme as another process would load it, and the templates that it compiles from now on."""
    theme = load_theme(
        own, "wire", language, CompiledTemplates(Cache(folder, key), SHIPPED, language=language, program=program)
    )
    compiled: list[str | None] = []
    compile_ = theme.environment._generate

    def noting(source: object, name: str | None, *rest: object, **options: object) -> object:
        compiled.append(name)
        return compile_(source, name, *rest, **options)  # type: ignore[arg-type]

    theme.environment._generate = noting  # type: ignore[method-assign,assignment]
    return theme, compiled


def compiled_again(folder: Path, **circumstances: object) -> bool:
    """Whether a template that another process compiled is compiled again."""
    first, _ = loaded(folder)
    first.environment.get_template(NAME)
    theme, compiled = loaded(folder, **circumstances)  # type: ignore[arg-type]
    theme.environment.get_template(NAME)
    return NAME in compiled


def test_what_one_process_compiled_is_not_compiled_again(tmp_path: Path) -> None:
    assert not compiled_again(tmp_path)


@pytest.mark.parametrize(
    "circumstances", [{"language": "de"}, {"program": "2"}, {"key": b"another"}], ids=lambda found: next(iter(found))
)
def test_another_language_program_or_key_compiles_its_own(tmp_path: Path, circumstances: dict[str, object]) -> None:
    assert compiled_again(tmp_path, **circumstances)


def test_what_was_kept_of_another_text_is_not_used(tmp_path: Path) -> None:
    compiled = CompiledTemplates(Cache(tmp_path, b"k"), SHIPPED, language="en", program="1")
    assert compiled.get_source_checksum("<p>") != compiled.get_source_checksum("<b>")


def test_what_is_damaged_is_compiled_again(tmp_path: Path) -> None:
    assert not compiled_again(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    theme, compiled = loaded(tmp_path)
    theme.environment.get_template(NAME)
    assert NAME in compiled


def test_templates_of_a_project_are_not_kept(tmp_path: Path) -> None:
    kept, own = tmp_path / "kept", tmp_path / "templates"
    kept.mkdir()
    own.mkdir()
    (own / NAME).write_text("<p>{{ page.path }}\n")
    theme, _ = loaded(kept, own=own)
    theme.environment.get_template(NAME)
    assert not list(kept.iterdir())
    theme.environment.get_template(f"{DEFAULT}/{NAME}")
    assert list(kept.iterdir())


def test_a_disk_that_takes_nothing_is_done_without(tmp_path: Path) -> None:
    theme, compiled = loaded(tmp_path / "none")
    theme.environment.get_template(NAME)
    assert NAME in compiled


@pytest.mark.parametrize("name", ["sitegen", "sitegen/templates", "sitegen/key"])
def test_where_others_can_write_no_code_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert open_user_cache("templates") is not None
    path = tmp_path / name
    path.chmod(path.stat().st_mode | 0o020)
    assert open_user_cache("templates") is None
