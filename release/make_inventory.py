"""Writes the licences and the bill of materials of a release: `python -m release.make_inventory`.

A test fails while they are stale: a package that came, another version, another licence is seen in a diff.
"""

import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from release.packages import EXTRAS, NAME, licence_expression, needed, read_lock, stated_licence

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "release" / "requirements.txt"
KINDS = {
    "permissive": (
        "0BSD",
        "Apache-2.0",
        "Apache-2.0 AND CNRI-Python",
        "BSD License",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "MIT",
        "BSD",
        "Apache 2.0",
        "Apache-2.0 OR BSD-2-Clause",
        "MIT License",
        "MIT-0",
        "MIT-CMU",
        "PSF-2.0",
        "The BSD 2-Clause License",
    ),
    "weak copyleft": ("LGPL", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"),
    "at choice": (
        "Artistic License",
        "GNU General Public License v2 or later (GPLv2+) or GNU Lesser General Public License v2 or later (LGPLv2+) "
        "or Mozilla Public License 1.1 (MPL 1.1)",
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
    ),
}
"""What a licence asks → licences as packages state them. One that is not here was looked at by nobody."""
ELSEWHERE = {"brotlicffi": "MIT"}
"""Packages that are not installed on CPython, and their licences, looked up by hand."""

_HEAD = """\
# Licences

Made by `python -m release.make_inventory` from the lock of a release and what the packages state; a test fails while it
is stale. sitegen itself is under the [MIT licence](../LICENSE).

No package is part of sitegen: they are installed beside it, unchanged. No foreign code lies in this repository or on a
built site: the script of the search page is our own ([0024](decisions/0024-search.md)), and pages load no fonts. Words
of articles are their publishers'; `rights` says what may be printed.

*Weak copyleft* asks that changes of that package itself be published, and nothing of programs that import it. *At
choice* offers several licences, one of which is of that kind or permissive.

| package | version | licence, as it states | kind | asked for by |
|---|---|---|---|---|
"""


def licence_of(name: str) -> str:
    """As the package states it. Raises: ValueError if nobody looked at that licence."""
    try:
        licence = stated_licence(name)
    except PackageNotFoundError:
        licence = ELSEWHERE.get(name, "")
    if not any(licence in known for known in KINDS.values()):
        raise ValueError(f"{name} has a licence that nobody looked at: {licence!r}; see KINDS in {__file__}")
    return licence


def pages() -> dict[Path, str]:
    """Each file → its text."""
    return {ROOT / "docs" / "licences.md": _licences(), ROOT / "release" / "sbom.cdx.json": _bill_of_materials()}


def _wanted_by() -> dict[str, str]:
    """Package → the extra that asks for it; empty: sitegen itself does."""
    found: dict[str, str] = {}
    for extra in ("", *EXTRAS):
        for name in needed(extra):
            found.setdefault(name, extra)
    return found


def _licences() -> str:
    wanted = _wanted_by()
    rows = []
    for pin in read_lock(LOCK.read_text("utf-8")).values():
        licence = licence_of(pin.name)
        kind = next(kind for kind, known in KINDS.items() if licence in known)
        by = wanted.get(pin.name, f"only where {pin.marker}").replace("'", "") or "sitegen"
        rows.append(f"| {pin.name} | {pin.version} | {licence} | {kind} | {by} |")
    return _HEAD + "\n".join(rows) + "\n"


def _bill_of_materials() -> str:
    """CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), without time and number: the same lock gives the same."""
    pins = read_lock(LOCK.read_text("utf-8"))
    wanted = _wanted_by()
    own = {"type": "application", **_component(NAME, version(NAME))}
    needs: dict[str, set[str]] = {}
    for extra in EXTRAS:
        for name, on in needed(extra).items():
            needs.setdefault(name, set()).update(on)
    refs = {NAME: own["bom-ref"], **{pin.name: _purl(pin.name, pin.version) for pin in pins.values()}}
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": [
            {
                "type": "library",
                **_component(pin.name, pin.version),
                "scope": "required" if wanted.get(pin.name) == "" else "optional",
            }
            for pin in pins.values()
        ],
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(refs[on] for on in needs.get(name, ()))} for name, ref in refs.items()
        ],
    }
    return json.dumps(bill, indent=1) + "\n"


def _component(name: str, of_version: str) -> dict[str, Any]:
    try:
        expression = licence_expression(name)
    except PackageNotFoundError:
        expression = ELSEWHERE[name]
    stated = {"expression": expression} if expression else {"license": {"name": licence_of(name)}}
    purl = _purl(name, of_version)
    return {"bom-ref": purl, "name": name, "version": of_version, "licenses": [stated], "purl": purl}


def _purl(name: str, of_version: str) -> str:
    return f"pkg:pypi/{name}@{of_version}"


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT), file=sys.stderr)


if __name__ == "__main__":
    main()
