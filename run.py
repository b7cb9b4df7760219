#!/usr/bin/env python3
"""The two commands that need nothing but Python: build the site, and pass the tests.

    python3 run.py          build the site, and say where to open it
    python3 run.py test     pass the tests

Makes `.venv` beside this file once, with the pinned versions of `constraints.txt`; a second run installs nothing.
Whatever follows `build` or `test` is handed on: `python3 run.py build --check`, `python3 run.py test -k notes`.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")


def main(arguments: list[str]) -> int:
    """Run `build` or `test` with what follows; the exit status is that of the command."""
    if sys.version_info < (3, 11):
        print(f"sitegen needs Python 3.11 or newer; this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    verb, *rest = arguments or ["build"]
    if verb not in ("build", "test"):
        print(__doc__, file=sys.stderr)
        return 2
    prepare("dev" if verb == "test" else "")
    tool = ["-m", "pytest"] if verb == "test" else ["-m", "sitegen", "build"]
    return subprocess.call([str(BIN / "python"), *tool, *rest], cwd=ROOT)


def prepare(extra: str) -> None:
    """Make the environment hold the package, editable, with an extra; a stamp says that it does."""
    pins = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes()
    wanted = hashlib.sha256(pins + sys.version.encode() + str(ROOT).encode()).hexdigest()
    stamps = {name: ENVIRONMENT / f"sitegen-{name or 'run'}.stamp" for name in ("", "dev")}
    enough = [stamps["dev"]] if extra else list(stamps.values())
    if any(stamp.is_file() and stamp.read_text() == wanted for stamp in enough):
        return
    print(f"preparing {ENVIRONMENT} (once; about half a minute)", file=sys.stderr)
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        try:
            venv.create(ENVIRONMENT, with_pip=True)
        except (subprocess.CalledProcessError, ModuleNotFoundError):
            sys.exit("this Python can't make environments: install its venv package (Debian: apt install python3-venv)")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    install = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.call([*install, "-c", "constraints.txt", "-e", target], cwd=ROOT)
    if done != 0:
        sys.exit("the packages could not be installed: see above; with a network, run this again")
    stamps[extra].write_text(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
