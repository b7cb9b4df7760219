"""Ownership: whose an output folder is, and which files in it a build wrote: the manifest that each build leaves.

Touches the disk, to look.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from sitegen.disk import disk_errors
from sitegen.errors import Problem, SitegenError

MANIFEST = ".sitegen-manifest.json"
"""Lists the files that builds wrote, with digests of their bytes."""
JOURNAL = ".sitegen-journal.json"
"""The manifest to be, of a build in progress."""
CNAME = "CNAME"
"""Holds the domain of a site of GitHub Pages, which sets it there."""
NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are."""
_HOSTS = frozenset({CNAME})
"""Files that a host wants in the folder; they and hidden ones may stand in it before the first build."""


def require_output(output: Path, project: Path | None = None, inputs: Iterable[Path] = ()) -> None:
    """Do nothing if a build may write to the folder: it is new, empty or ours, and far from what is not.

    It may neither be nor hold the `project`; nor be, hold or lie in one of the `inputs`, folders that a build reads.
    Raises: SitegenError `output-not-ours`, `output-failed`.
    """
    with disk_errors(output, "written", "build"):
        _refuse_dangerous(output, project, inputs)
        if output.exists() and read_manifest(output / MANIFEST) is None and read_manifest(output / JOURNAL) is None:
            strangers = sorted(p.name for p in output.iterdir() if not p.name.startswith(".") and p.name not in _HOSTS)
            if strangers and (output / MANIFEST).exists():
                raise _not_ours(
                    output,
                    f"its list of what sitegen wrote, {MANIFEST}, is damaged",
                    f"bring the list back as it was: git checkout -- {output / MANIFEST}; or name another folder",
                )
            if strangers:
                raise _not_ours(
                    output,
                    f"it holds {strangers[0]}, which sitegen did not write",
                    "name an empty folder, or move what is in it away",
                )


def _refuse_dangerous(output: Path, project: Path | None, inputs: Iterable[Path]) -> None:
    if output.is_symlink() and not output.exists():
        raise _not_ours(output, "that is a link that leads nowhere")
    real = output.resolve()
    if real == Path(real.anchor) or _is_home(real):
        raise _not_ours(output, "that is no folder for a site")
    for folder in filter(None, (project, *inputs)):
        other = folder.resolve()
        if real == other or real in other.parents:
            raise _not_ours(output, f"it holds {other}, which a build must not touch")
        if folder is not project and other in real.parents:
            raise _not_ours(output, f"it lies in {other}, which a build reads")
    if output.exists() and not output.is_dir():
        raise _not_ours(output, "that is a file")


def _not_ours(
    output: Path, message: str, remedy: str = "name another folder: sitegen build --output FOLDER"
) -> SitegenError:
    return SitegenError(Problem("output-not-ours", "error", message, str(output), remedy=remedy))


def _is_home(folder: Path) -> bool:
    """Whether it is the home of whoever builds, or holds it; or is the home of its owner: `sudo` builds as another."""
    try:
        home = Path.home().resolve()
    except RuntimeError:  # nobody's: a container's user without a name
        pass
    else:
        if folder == home or folder in home.parents:
            return True
    try:
        return folder.exists() and Path(f"~{folder.owner()}").expanduser().resolve() == folder
    except (KeyError, RuntimeError, NotImplementedError):  # an owner without a name or a home; Windows tells of none
        return False


def manifest_bytes(digests: Mapping[str, str], writer: str) -> bytes:
    """A manifest. `digests`: path → SHA-256; `writer`: the program and its version."""
    content = {"format": "sitegen-manifest/1", "writer": writer, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def manifest_digests(data: bytes) -> dict[str, str] | None:
    """Path → SHA-256 of the files that a manifest lists; None if it is broken."""
    try:
        files = json.loads(data)["files"]
        fine = all(isinstance(path, str) and isinstance(digest, str) for path, digest in files.items())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return dict(files) if fine else None


def digest_of(data: bytes) -> str:
    """SHA-256, as it is told to people. That of a manifest is of all of a site, since it has those of the files."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def added_files(output: Path, listed: Iterable[str]) -> tuple[str, ...]:
    """What stands in the folder of a site beside the files `listed` in its manifest, sorted; links too, as no build
    makes one.

    Left out are the folder of git, and what hosts of sites want in it.
    """
    known = {MANIFEST, *listed, *_HOSTS, NO_JEKYLL}
    found: list[str] = []
    with disk_errors(output, "read", "sitegen verify"):
        for folder, folders, files in os.walk(output, onerror=_raise):
            here = Path(folder)
            links = [name for name in folders if (here / name).is_symlink()]
            found += ((here / name).relative_to(output).as_posix() for name in (*files, *links))
            if here == output and ".git" in folders:
                folders.remove(".git")
    return tuple(sorted(path for path in found if path not in known or (output / path).is_symlink()))


def _raise(error: OSError) -> NoReturn:
    raise error


def read_manifest(path: Path) -> dict[str, str] | None:
    """The digests of a manifest; None if it is missing or broken. Paths that lead out of the folder are left out.

    Raises: OSError if it is there and can't be read: taken for missing, all pages would be somebody else's for good.
    """
    try:
        digests = manifest_digests(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    if digests is None:
        return None
    return {path: digest for path, digest in digests.items() if _is_inside(path)}


def _is_inside(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return not re.search(r"[\0\\]", path) and not any(part in ("", ".", "..") for part in path.split("/"))
