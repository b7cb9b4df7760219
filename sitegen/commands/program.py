"""The program: all that makes a site of its inputs."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
_COMPILED = ".pyc"


def installed() -> str:
    """A digest of what is installed where modules are found, as the folders that installers leave say: names and
    versions."""
    found: list[str] = []
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112
            found += (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()


@cache
def program_digest() -> str:
    """A digest of our code, Python, and what is installed."""
    digest = hashlib.sha256(f"{sys.version}\0{installed()}".encode())
    for path in sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != _COMPILED):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(PACKAGE)}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
