"""The key of a user, without which no cache is believed."""

import os
from pathlib import Path

import pytest

from sitegen.cache import make_cache
from tests.project import HARBOUR, make_project, sitegen


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it lies, once there is one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    assert make_cache(tmp_path) is not None
    return tmp_path / "user" / "sitegen" / "key"


@pytest.mark.parametrize("torn", [b"", b"torn", b"\0" * 32])
def test_a_key_that_a_power_cut_tore_is_made_anew(tmp_path: Path, key: Path, torn: bytes) -> None:
    project = make_project(tmp_path / "project", {"content/a.md": HARBOUR})
    assert sitegen(project, "build").status == 0
    key.write_bytes(torn)
    assert sitegen(project, "build").status == 0
    assert "nothing changed" in sitegen(project, "build").out
    assert key.read_bytes() != torn
    assert [path.name for path in key.parent.iterdir() if path.name.startswith("key")] == ["key"]


def test_a_key_is_kept_and_nobody_else_reads_it(tmp_path: Path, key: Path) -> None:
    before = key.read_bytes()
    cache = make_cache(tmp_path)
    assert cache is not None
    assert cache.key == before
    if os.name == "posix":
        assert key.stat().st_mode & 0o777 == 0o600
