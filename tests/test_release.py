"""What a release is made of: locks that agree with what is asked for, licences and bill of materials that are fresh."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release import make_inventory
from release.audit import verdict
from release.packages import EXTRAS, NAME, needed, read_lock

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = read_lock((ROOT / "release/requirements.txt").read_text("utf-8"))
BUILD_LOCK = read_lock((ROOT / "release/build-requirements.txt").read_text("utf-8"))
CONSTRAINTS: dict[str, str] = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
}
ASKED = [
    *PROJECT["project"]["dependencies"],
    *(line for extra in EXTRAS for line in PROJECT["project"]["optional-dependencies"][extra]),
]


@pytest.mark.parametrize("line", ASKED)
def test_what_the_package_asks_for_is_locked_in_a_version_that_it_takes(line: str) -> None:
    requirement = Requirement(line)
    assert LOCK[canonicalize_name(requirement.name)].version in requirement.specifier


@pytest.mark.parametrize("line", PROJECT["build-system"]["requires"])
def test_what_builds_the_package_is_locked(line: str) -> None:
    requirement = Requirement(line)
    assert BUILD_LOCK[canonicalize_name(requirement.name)].version in requirement.specifier


def test_the_locks_and_what_is_tested_are_the_same_versions() -> None:
    pinned = {name: pin.version for name, pin in (LOCK | BUILD_LOCK).items()}
    # Only where the tests do not run may there be a package that they did not see.
    assert pinned.keys() - CONSTRAINTS.keys() == {*make_inventory.ELSEWHERE}
    assert pinned.items() - CONSTRAINTS.items() == {(name, pinned[name]) for name in make_inventory.ELSEWHERE}
    assert all(LOCK[name].version == pin.version for name, pin in BUILD_LOCK.items() if name in LOCK)


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_nothing_is_needed_that_is_not_locked(extra: str) -> None:
    found = needed(extra)
    assert len(found) > 10
    assert found.keys() - {NAME} <= LOCK.keys()


def test_each_pin_has_digests() -> None:
    assert [pin.name for lock in (LOCK, BUILD_LOCK) for pin in lock.values() if not pin.digests] == []


def test_licences_and_bill_of_materials_are_what_the_lock_says() -> None:
    made = make_inventory.pages()
    assert {path: path.read_text("utf-8") for path in made} == made, "run: python -m release.make_inventory"


def test_each_part_of_the_bill_of_materials_is_named_once_and_only_parts_are_needed() -> None:
    bill = json.loads((ROOT / "release/sbom.cdx.json").read_text("utf-8"))
    parts = [bill["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in bill["components"])]
    assert len(parts) == len({*parts}) == len(LOCK) + 1
    assert [one["ref"] for one in bill["dependencies"]] == parts
    assert {on for one in bill["dependencies"] for on in one["dependsOn"]} <= {*parts}


def test_a_licence_that_nobody_looked_at_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_inventory, "stated_licence", lambda _: "AGPL-3.0-only")
    with pytest.raises(ValueError, match=r"^babel has a licence that nobody looked at: 'AGPL-3\.0-only'"):
        make_inventory.licence_of("babel")


def test_no_file_of_the_package_is_marked_as_somebody_elses() -> None:
    marks = re.compile(
        r"@license|@preserve|^/\*!|SPDX-License-Identifier|Copyright \(c\)", re.MULTILINE | re.IGNORECASE
    )
    files = [path for name in ("sitegen", "templates", "themes") for path in (ROOT / name).rglob("*") if path.is_file()]
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in files if "__pycache__" not in path.parts}
    assert len(texts) > 200
    foreign = [path for path, text in texts.items() if ".min." in path.name or marks.search(text)]
    assert foreign == [], "name it in docs/licences.md, by release/make_inventory.py"


def test_no_lock_names_a_host() -> None:
    for name in ("requirements.txt", "build-requirements.txt"):
        assert not re.search(r"://|--index|--find-links|--trusted", (ROOT / "release" / name).read_text("utf-8"))


@pytest.mark.parametrize("line", ["babel>=2", "babel", "    --hash=sha256:00", "-r other.txt", "babel @ file:///x"])
def test_what_is_no_pin_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no line of a lock"):
        read_lock(f"{line}\n")


# The audit


def audited(*packages: Mapping[str, object]) -> tuple[list[str], bool]:
    return verdict(json.dumps({"dependencies": packages, "fixes": []}))


def test_a_vulnerability_is_named_and_fails() -> None:
    known = {"id": "X-1", "fix_versions": ["2.0", "1.9"], "aliases": [], "description": ""}
    package = {"name": "reader", "version": "1.0", "vulns": [known]}
    assert audited(package) == (["reader 1.0: X-1, mended in 2.0, 1.9", "1 packages audited"], True)


def test_a_package_that_could_not_be_audited_is_named() -> None:
    fine = {"name": "reader", "version": "1.0", "vulns": []}
    assert audited(fine, {"name": "writer", "skip_reason": "unknown"}) == (
        ["1 packages audited", "not audited: writer"],
        False,
    )


@pytest.mark.parametrize("report", ["", "{}", "[]", '{"dependencies": [{"name": "reader", "skip_reason": "x"}]}'])
def test_without_an_answer_nothing_is_said_to_be_audited(report: str) -> None:
    (line,), found = verdict(report)
    assert line.startswith("not audited: ")
    assert not found
