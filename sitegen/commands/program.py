"""The program: all that makes a site of its inputs."""

import hashlib
import os
import re
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
_COMPILED = ".pyc"
_DISTRIBUTION = "briefing-sitegen"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_NOT_FOR_ARTICLES = re.compile(r"extra == ['\"](?:dev|dask|print)['\"]")


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
    return _digest_with(f"{sys.version}\0{installed()}")


@cache
def portable_digest() -> str:
    """A digest of our code, and of the versions of Python and of the libraries that we use: what must be the same on
    two machines, for them to read an article alike."""
    return _digest_with("\n".join((*map(str, sys.version_info[:2]), *_versions())))


def _digest_with(circumstances: str) -> str:
    digest = hashlib.sha256(circumstances.encode())
    for path in sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != _COMPILED):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(PACKAGE)}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _versions() -> list[str]:
    """Name and version of each library that reads articles and is installed, by name."""
    from importlib.metadata import PackageNotFoundError, requires, version

    found: set[str] = set()
    for requirement in requires(_DISTRIBUTION) or ():
        if _NOT_FOR_ARTICLES.search(requirement):
            continue
        name = _NAME.match(requirement)
        try:
            found.add(f"{name[0]} {version(name[0])}" if name else "")
        except PackageNotFoundError:
            found.add(f"{name[0]} not installed" if name else "")
    return sorted(found)
