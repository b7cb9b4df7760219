import os
from pathlib import Path

import pytest

from sitegen.file_digests import DiskDigests, MadeDigests, sha256_of

LONG_AGO = 1_000_000_000_000_000_000


def written(path: Path, data: bytes) -> str:
    """A file that was last changed long ago, as far as its times tell."""
    path.write_bytes(data)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return str(path)


def test_the_digest_of_the_same_object_is_worked_out_once() -> None:
    made, data = MadeDigests(), b"page"
    first = made.sha256("a.html", data)
    assert first == sha256_of(b"page")
    assert made.sha256("a.html", data) is first


def test_other_bytes_at_a_path_have_their_own_digest() -> None:
    made = MadeDigests()
    assert [made.sha256("a.html", data) for data in (b"one", b"two", b"one")] == list(
        map(sha256_of, (b"one", b"two", b"one"))
    )


def test_a_page_that_a_build_did_not_ask_for_is_let_go() -> None:
    made, data = MadeDigests(), b"page"
    first = made.sha256("a.html", data)
    made.forget_unused()
    assert made.sha256("a.html", data) is first
    made.forget_unused()
    made.forget_unused()
    assert made.sha256("a.html", data) is not first


def test_a_file_that_a_build_asked_for_is_not_read_by_the_next_and_one_that_it_did_not_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = DiskDigests()
    path = written(tmp_path / "a.html", b"one")
    there.time = 2 * Path(path).stat().st_ctime_ns
    digest = there.sha256(path)
    there.forget_unused()
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"two")
    assert there.sha256(path) == digest
    there.forget_unused()
    there.forget_unused()
    assert there.sha256(path) == sha256_of(b"two")


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    there = DiskDigests()
    there.time = 2 * (tmp_path.stat().st_ctime_ns)  # so late that all stamps are settled
    path = written(tmp_path / "a.html", b"one")
    assert there.sha256(path) == sha256_of(b"one")
    written(tmp_path / "a.html", b"three")
    assert there.sha256(path) == sha256_of(b"three")


def test_a_settled_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = DiskDigests()
    path = written(tmp_path / "a.html", b"one")
    there.time = 2 * Path(path).stat().st_ctime_ns
    digest = there.sha256(path)
    monkeypatch.delattr(Path, "read_bytes")
    assert there.sha256(path) == digest == sha256_of(b"one")


def test_a_file_that_was_just_written_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = DiskDigests()
    path = written(tmp_path / "a.html", b"one")
    there.time = Path(path).stat().st_ctime_ns
    there.sha256(path)
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"two")  # changed within the tick: no stamp tells
    assert there.sha256(path) == sha256_of(b"two")


def test_a_link_and_a_folder_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(written(tmp_path / "a.html", b"one"))
    assert [DiskDigests().sha256(str(path)) for path in (tmp_path / "link", tmp_path)] == [None, None]


def test_of_what_is_not_there_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DiskDigests().sha256(str(tmp_path / "a.html"))
