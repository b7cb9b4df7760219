"""Asks whether a known vulnerability is in a package of the lock: `python -m release.audit`, with pip-audit installed.

Exit status: 1 if one is, else 0. Without a network nothing is known, which is said and fails nothing; nor is a package
passed over in silence of which the service knows nothing.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent / "requirements.txt"
_SECONDS = 300


def main() -> int:
    options = ("--requirement", str(LOCK), "--disable-pip", "--progress-spinner", "off", "--format", "json")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", *options], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        print(f"not audited: no answer within {_SECONDS} s")
        return 0
    lines, found = verdict(done.stdout)
    print("\n".join(lines))
    return 1 if found else 0


def verdict(report: str) -> tuple[list[str], bool]:
    """What a report of pip-audit says, a line each, and whether it names a vulnerability."""
    try:
        packages: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return ["not audited: pip-audit is not there, or reached no service"], False
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    lines = [
        f"{one['name']} {one['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'no version'}"
        for one in packages
        for known in one.get("vulns", ())
    ]
    found = bool(lines)
    asked = len(packages) - len(skipped)
    lines.append(f"{asked} packages audited" if asked else "not audited: the service knows none of the packages")
    if skipped and asked:
        lines.append(f"not audited: {', '.join(skipped)}")
    return lines, found


if __name__ == "__main__":
    sys.exit(main())
