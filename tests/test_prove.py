"""A site in the hands of its readers: what was changed after building is found, by itself or by digest or signature."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import starting
from sitegen.cli import main
from sitegen.ownership import MANIFEST, added_files, digest_of, manifest_digests
from tests.project import Run, sitegen

needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH signs")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an edition, and its site, which tells changes since; nothing here writes to it."""
    project = tmp_path_factory.mktemp("desk")
    shutil.copytree(Path(__file__).parent / "former", project, dirs_exist_ok=True)
    assert sitegen(project, "build").status == 0
    return project


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built / "site", tmp_path / "copy")
    return tmp_path / "copy"


def verify(*arguments: str | Path) -> Run:
    """As a reader types it, in a folder without a project."""
    result = CliRunner().invoke(main, ["verify", *map(str, arguments)], catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr)


def site_digest(site: Path) -> str:
    return digest_of((site / MANIFEST).read_bytes())


def codes(run: Run) -> set[tuple[str, str]]:
    """(name of the file, code) of each problem."""
    lines = [line for line in run.err.splitlines() if line.endswith("]")]
    return {
        (line.partition(": ")[0].rpartition("/")[2].partition(":")[0], line.rpartition("[")[2][:-1]) for line in lines
    }


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, "utf-8")


def adjust_manifest(site: Path) -> None:
    """What somebody does who knows of the manifest: it has the digests of the files as they are now."""

    def adjusted(text: str) -> str:
        manifest: dict[str, Any] = json.loads(text)
        for path in manifest["files"]:
            manifest["files"][path] = hashlib.sha256((site / path).read_bytes()).hexdigest()
        return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"

    edit(site / MANIFEST, adjusted)


# Without a digest from elsewhere


def test_a_site_alone_has_no_problem_and_says_its_digest(copy: Path) -> None:
    run = verify(copy)
    assert (run.status, run.err) == (0, "")
    assert site_digest(copy) in run.out
    assert verify(copy, "--digest").out == f"{site_digest(copy)}\n"


def test_the_digest_is_what_sha256sum_gives_of_the_manifest(copy: Path) -> None:
    expected = hashlib.sha256((copy / MANIFEST).read_bytes()).hexdigest()
    assert site_digest(copy) == f"sha256:{expected}"


def test_any_byte_of_any_file_that_is_changed_is_named(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "copy"
    shutil.copytree(built / "site", site)
    digest = site_digest(site)
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert {"search.js", "briefing.json", "feed.json", "changes.html", MANIFEST} <= {*paths}

    @settings(max_examples=60, deadline=None)
    @given(st.sampled_from(paths), st.data())
    def one_byte(path: str, data: st.DataObject) -> None:
        whole = (site / path).read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
        (site / path).write_bytes(whole[:at] + bytes([other]) + whole[at + 1 :])
        run = verify(site, "--expect", digest)
        (site / path).write_bytes(whole)
        assert run.status != 0
        assert f"{site / path}" in run.err or path == MANIFEST

    one_byte()
    assert verify(site, "--expect", digest).status == 0


@pytest.mark.parametrize("path", ["search.js", "style.css", "feed.json", "topics/harbour-crane.html", "briefing.json"])
def test_a_file_that_is_gone_is_named(copy: Path, path: str) -> None:
    (copy / path).unlink()
    assert (Path(path).name, "file-changed") in codes(verify(copy))


@pytest.mark.parametrize("path", ["new.html", "topics/new.html", ".hidden", "deep/er/x.js", ".well-known/x"])
def test_a_file_that_was_added_is_named(copy: Path, path: str) -> None:
    (copy / path).parent.mkdir(parents=True, exist_ok=True)
    (copy / path).write_text("Trams never run.")
    run = verify(copy)
    assert run.status == 1
    assert codes(run) == {(Path(path).name, "file-added")}


def test_a_link_that_was_added_is_named_and_not_followed(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.html").write_text("")
    (copy / "more").symlink_to(tmp_path / "elsewhere")
    assert codes(verify(copy)) == {("more", "file-added")}


def test_a_link_in_the_place_of_a_file_is_named(copy: Path, tmp_path: Path) -> None:
    (copy / "style.css").rename(tmp_path / "style.css")
    (copy / "style.css").symlink_to(tmp_path / "style.css")
    assert codes(verify(copy)) == {("style.css", "file-added")}


def test_what_git_and_hosts_keep_in_the_folder_is_not_added(copy: Path) -> None:
    (copy / ".git").mkdir()
    (copy / ".git/config").write_text("")
    (copy / ".nojekyll").write_text("")
    (copy / "CNAME").write_text("news.example\n")
    assert verify(copy).status == 0
    (copy / "topics/.git").mkdir()
    (copy / "topics/.git/config").write_text("")
    assert added_files(copy, manifest_digests((copy / MANIFEST).read_bytes()) or {}) == ("topics/.git/config",)


def test_a_changed_word_is_named_though_the_manifest_was_changed_too(copy: Path) -> None:
    page = copy / "articles/crane-lifts-again.html"
    edit(page, lambda text: text.replace("built in 1931", "built in 1913"))
    adjust_manifest(copy)
    found = codes(verify(copy))
    assert (page.name, "words-changed") in found
    assert "file-changed" not in {code for _, code in found}


def test_a_copy_without_its_manifest_is_told_so(copy: Path) -> None:
    (copy / MANIFEST).unlink()
    run = verify(copy)
    assert (run.status, codes(run)) == (2, {("copy", "output-missing")})
    assert "begins with a dot" in run.err


def test_a_broken_manifest_is_told(copy: Path) -> None:
    (copy / MANIFEST).write_text("{")
    assert verify(copy).status == 2


def test_no_digest_is_printed_of_a_site_that_was_changed(copy: Path) -> None:
    edit(copy / "index.html", lambda text: text + "<!-- -->")
    run = verify(copy, "--digest")
    assert (run.status, run.out) == (1, "")


# With one


def test_a_count_that_was_changed_with_the_manifest_is_found_by_the_digest_alone(copy: Path) -> None:
    digest = site_digest(copy)
    edit(copy / "index.html", lambda text: text.replace("2 articles", "9 articles"))
    adjust_manifest(copy)
    assert verify(copy).status == 0
    run = verify(copy, "--expect", digest)
    assert (run.status, codes(run)) == (1, {(MANIFEST, "digest-other")})


def test_each_file_that_was_changed_with_the_manifest_is_found(copy: Path) -> None:
    digest = site_digest(copy)
    listed = manifest_digests((copy / MANIFEST).read_bytes()) or {}
    whole = {path: (copy / path).read_bytes() for path in (MANIFEST, *listed)}
    for path in listed:
        (copy / path).write_bytes(whole[path] + b"\n")
        adjust_manifest(copy)
        assert (MANIFEST, "digest-other") in codes(verify(copy, "--expect", digest)), path
        for one in (path, MANIFEST):
            (copy / one).write_bytes(whole[one])
    assert verify(copy, "--expect", digest).status == 0


def test_building_and_saving_tell_the_digest_on_demand(built: Path) -> None:
    for _ in range(2):
        assert site_digest(built / "site") in sitegen(built, "build", "--verbose").err
    verbose = sitegen(built, "edition", "save", "2026-03-20", "--verbose")
    saved = built / "editions/2026-03-20.json"
    assert digest_of(saved.read_bytes()) in verbose.err
    saved.unlink()


def test_the_workflow_of_a_new_project_publishes_the_manifest() -> None:
    path = Path(starting.__file__).parent / "starter/dot-github/workflows/briefing.yml"
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    (upload,) = (step for job in jobs for step in job["steps"] if "upload-pages-artifact" in step.get("uses", ""))
    assert upload["with"] == {"path": "site", "include-hidden-files": True}


def test_the_expected_digest_may_be_written_without_its_method(copy: Path) -> None:
    digest = site_digest(copy)
    assert verify(copy, "--expect", digest.removeprefix("sha256:").upper()).status == 0
    assert verify(copy, "--expect", digest[:-1]).status == 2


def test_the_project_is_held_against_a_digest_too(built: Path) -> None:
    assert sitegen(built, "verify", "--expect", site_digest(built / "site")).status == 0
    run = sitegen(built, "verify", "--expect", "0" * 64)
    assert (run.status, codes(run)) == (1, {(MANIFEST, "digest-other")})


def test_an_edition_has_a_digest(built: Path, tmp_path: Path) -> None:
    edition = tmp_path / "2026-03-13.json"
    edition.write_bytes((built / "editions/2026-03-13.json").read_bytes())
    digest = verify(edition, "--digest").out.strip()
    assert digest == f"sha256:{hashlib.sha256(edition.read_bytes()).hexdigest()}"
    edit(edition, lambda text: text.replace("40,000", "90,000"))
    run = verify(edition, "--expect", digest)
    assert (run.status, codes(run)) == (2, {(edition.name, "edition-broken")})


# Signatures


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path / "key")


def make_key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def signers_of(key: Path, options: str = 'namespaces="sitegen"') -> Path:
    signers = key.with_name("signers")
    signers.write_text(f"desk@example.org {options} {key.with_suffix('.pub').read_text()}")
    return signers


@pytest.fixture
def signed(built: Path, key: Path, tmp_path: Path) -> Path:
    """The signature of the built site."""
    assert sitegen(built, "sign", "--key", key, "--to", tmp_path / "site.sig").status == 0
    return tmp_path / "site.sig"


@needs_ssh
def test_a_signature_tells_who_signed(copy: Path, signed: Path, key: Path) -> None:
    run = verify(copy, "--signature", signed, "--signers", signers_of(key))
    assert (run.status, run.err) == (0, "")
    assert "signed by desk@example.org" in run.out


@needs_ssh
def test_ssh_keygen_alone_checks_the_signature(copy: Path, signed: Path, key: Path) -> None:
    command = ["ssh-keygen", "-Y", "verify", "-n", "sitegen", "-I", "desk@example.org", "-s", str(signed), "-f"]
    manifest = (copy / MANIFEST).read_bytes()
    done = subprocess.run([*command, str(signers_of(key))], input=manifest, check=False, capture_output=True)
    assert done.returncode == 0


@needs_ssh
def test_a_site_that_was_changed_with_its_manifest_has_no_signature(copy: Path, signed: Path, key: Path) -> None:
    edit(copy / "search.js", lambda text: text + "\n")
    adjust_manifest(copy)
    assert verify(copy).status == 0
    run = verify(copy, "--signature", signed, "--signers", signers_of(key))
    assert (run.status, codes(run)) == (1, {(MANIFEST, "signature-wrong")})


@needs_ssh
def test_the_signature_of_a_stranger_is_none(copy: Path, signed: Path, tmp_path: Path) -> None:
    run = verify(copy, "--signature", signed, "--signers", signers_of(make_key(tmp_path / "other")))
    assert codes(run) == {(MANIFEST, "signature-wrong")}


@needs_ssh
@pytest.mark.parametrize("options", ['namespaces="git"', 'valid-before="20200101"'])
def test_a_key_that_may_not_sign_sites_signs_none(copy: Path, signed: Path, key: Path, options: str) -> None:
    run = verify(copy, "--signature", signed, "--signers", signers_of(key, options))
    assert codes(run) == {(MANIFEST, "signature-wrong")}


@needs_ssh
def test_a_signature_for_something_else_is_none(copy: Path, key: Path, tmp_path: Path) -> None:
    manifest = copy / MANIFEST
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", str(key), str(manifest)], check=True)
    signature = manifest.with_name(f"{MANIFEST}.sig").rename(tmp_path / "file.sig")
    signers = signers_of(key, 'namespaces="sitegen,file"')
    assert codes(verify(copy, "--signature", signature, "--signers", signers)) == {(MANIFEST, "signature-wrong")}


@needs_ssh
@pytest.mark.parametrize("garbage", [b"", b"\xff", b"-----BEGIN SSH SIGNATURE-----\n"])
def test_a_signature_that_is_none_is_told(copy: Path, key: Path, tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / "site.sig").write_bytes(garbage)
    run = verify(copy, "--signature", tmp_path / "site.sig", "--signers", signers_of(key))
    assert codes(run) == {(MANIFEST, "signature-wrong")}


@needs_ssh
def test_an_edition_is_signed_beside_its_file(built: Path, key: Path, tmp_path: Path) -> None:
    edition = tmp_path / "2026-03-13.json"
    edition.write_bytes((built / "editions/2026-03-13.json").read_bytes())
    assert sitegen(tmp_path, "sign", "--key", key, edition).status == 0
    signature = tmp_path / "2026-03-13.json.sig"
    assert verify(edition, "--signature", signature, "--signers", signers_of(key)).status == 0


@needs_ssh
def test_what_does_not_hold_is_not_signed(copy: Path, key: Path) -> None:
    edit(copy / "index.html", lambda text: text + "<!-- -->")
    run = sitegen(copy.parent, "sign", "--key", key, copy)
    assert (run.status, codes(run)) == (1, {("index.html", "file-changed")})
    assert not (copy.parent / "copy.sig").exists()


@needs_ssh
def test_signing_again_replaces_a_signature_and_nothing_else(copy: Path, key: Path) -> None:
    for _ in range(2):
        assert sitegen(copy.parent, "sign", "--key", key, copy).status == 0
    mine = copy.parent / "mine.txt"
    mine.write_text("notes")
    assert sitegen(copy.parent, "sign", "--key", key, copy, "--to", mine).status == 2
    assert mine.read_text() == "notes"


@needs_ssh
def test_the_folder_one_stands_in_is_signed_beside_it(copy: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    assert sitegen(copy.parent, "sign", "--key", key, ".").status == 0
    assert (copy.parent / "copy.sig").exists()
    assert verify(copy).status == 0


@needs_ssh
def test_a_key_that_is_none_is_told(copy: Path) -> None:
    (copy.parent / "key").write_text("no key")
    run = sitegen(copy.parent, "sign", "--key", copy.parent / "key", copy)
    assert run.status == 2
    assert "[ssh-failed]" in run.err


def test_without_ssh_keygen_one_is_told_so(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PATH", "")
    run = verify(copy, "--signature", tmp_path / "file", "--signers", tmp_path / "file")
    assert run.status == 2
    assert "ssh-keygen is not installed  [ssh-failed]" in run.err


@pytest.mark.parametrize("options", [["gone"], ["--signature", "gone"], ["--signature", "gone", "--signers", "gone"]])
def test_what_is_not_there_is_told(copy: Path, options: list[str]) -> None:
    run = verify(*([copy] if options[0].startswith("--") else []), *options)
    assert run.status == 2
    assert "Usage: " in run.err
