"""Starting: a new project, and a new article in one. EDGE: writes to disk.

The files of a new project lie in `sitegen/starter`, and can be read there; a name that begins with `dot-` begins with a
dot in the project. The schemas for editors are those of the reference.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.disk import TEMPORARY, disk_errors, made_folder, replace_file
from sitegen.errors import Problem, SitegenError
from sitegen.text import fold, normalise, slug

_NO_USE = frozenset({".git", ".DS_Store"})
"""What a folder may hold and be free all the same."""
_GATHERED = f".init{TEMPORARY}"
"""A folder for the files until all are written. While it is there, a start is unfinished."""
_SHOWN = 5
_PACKAGE = Path(__file__).parent
_DOT = "dot-"
_EXAMPLES = ("editorial.yml", "sources.yml")


def project_files(version: str) -> dict[str, bytes]:
    """Path → bytes of a new project. `version`: of this program, which the project asks for."""
    starter = _PACKAGE / "starter"
    files: dict[str, bytes] = {}
    for path in sorted(starter.rglob("*")):
        parts = path.relative_to(starter).parts
        if path.is_file() and parts[0] != "examples" and not path.name.endswith(".head.yml"):
            files["/".join(_dotted(part) for part in parts)] = _bytes(path)
    for name in _EXAMPLES:
        head = _bytes(starter / name.replace(".yml", ".head.yml"))
        files[name] = head + _commented(_bytes(starter / "examples" / name))
    files["requirements.txt"] = files["requirements.txt"].replace(b"VERSION", version.encode())
    for path in sorted(_schemas_folder().glob("*.schema.json")):
        files[f"schemas/{path.name}"] = _bytes(path)
    return files


def start_project(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a project into a folder that is not there yet, is empty, or holds a `.git` alone: all of it, or nothing.

    What another start left that was killed is taken away first, as far as it is as it was written. No other process may
    do the same at once: `path_lock`.
    Raises: SitegenError `folder-in-use`, which names what is in the way; `output-failed`. Nothing was changed then.
    """
    with disk_errors(folder, "written", "sitegen init"):
        gathered = folder / _GATHERED
        left_behind = _left_behind(folder, files)
        _require_free(folder, left_behind)
        moved = list(left_behind)
        with made_folder(folder):
            try:
                _take_away([*moved, gathered])
                for name, data in files.items():
                    path = gathered / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
                for entry in sorted(gathered.iterdir()):
                    entry.rename(folder / entry.name)
                    moved.append(folder / entry.name)
                gathered.rmdir()
            except BaseException:
                with contextlib.suppress(OSError):
                    _take_away([*moved, gathered])
                raise


def start_article(title: str, content: Path, shown: str) -> Path:
    """Write the beginning of an article, a draft, and give its path. `shown`: the folder as a user would write it.

    Raises: SitegenError `article-exists` if a file has that name, or would have the same address; `title-unusable`;
    `output-failed`.
    """
    title = fold(title.encode("utf-8", "replace").decode())
    name = slug(title)
    if not normalise(title):
        raise _problem("title-unusable", "a title needs a letter or a digit", "", 'sitegen new "Trams run late"')
    with disk_errors(content, "written", "sitegen new"):
        for entry in sorted(content.iterdir()) if content.exists() else ():
            if entry.is_file() and not entry.name.startswith(".") and slug(entry.stem) == name:
                remedy = "edit that one, or give the new one another title"
                raise _problem("article-exists", "there is such an article already", f"{shown}/{entry.name}", remedy)
        path = content / f"{name}.md"
        if path.exists():  # a folder of that name
            raise _problem("article-exists", "a folder has that name", f"{shown}/{path.name}", "give another title")
        with made_folder(content):
            replace_file(path, article_text(title).encode())
    return path


def article_text(title: str) -> str:
    """A draft with this title: front matter, and an empty body."""
    return (
        "---\n"
        f"title: {json.dumps(title, ensure_ascii=False)}\n"
        "draft: true                       # take this line out to have it on the site\n"
        "# publisher: The Harbour Gazette  # the outlet, as it calls itself\n"
        "# published: 2026-03-14           # or 2026-03-14T08:30:00+01:00\n"
        "# author: Ada Lind                # or a list: [Ada Lind, Bo Lind]\n"
        "# url: https://gazette.example/…  # where it stands on the web\n"
        "---\n\n"
    )


def _left_behind(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """What a start that was killed had put in its place, and nobody changed since."""
    if not (folder / _GATHERED).is_dir():
        return []
    first = {name.split("/")[0] for name in files}
    written = {folder / name: data for name, data in files.items()}
    return sorted(entry for entry in folder.iterdir() if entry.name in first and _is_as_written(entry, written))


def _is_as_written(path: Path, written: Mapping[Path, bytes]) -> bool:
    """Whether there is nothing else than what is `written`; it may be less. A folder is gone through."""
    if path.is_dir() and not path.is_symlink():
        return all(_is_as_written(entry, written) for entry in path.iterdir())
    return path in written and path.is_file() and not path.is_symlink() and path.read_bytes() == written[path]


def _require_free(folder: Path, left_behind: Iterable[Path]) -> None:
    remedy = "name a new folder: sitegen init my-briefing"
    if folder.exists() and not folder.is_dir():
        raise _problem("folder-in-use", "that is a file", str(folder), remedy)
    if folder.is_symlink() and not folder.exists():
        raise _problem("folder-in-use", "that is a link that leads nowhere", str(folder), remedy)
    inside = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    no_use = _NO_USE.union(path.name for path in left_behind)
    in_the_way = [name for name in inside if name not in no_use and not name.endswith(TEMPORARY)]
    if in_the_way:
        more = f" and {len(in_the_way) - _SHOWN} more" if len(in_the_way) > _SHOWN else ""
        message = f"it is in use: it holds {', '.join(in_the_way[:_SHOWN])}{more}"
        raise _problem("folder-in-use", message, str(folder), f"{remedy}; nothing was changed")


def _take_away(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _dotted(name: str) -> str:
    return f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name


def _bytes(path: Path) -> bytes:
    """The same on every system: git may have written the file with other line ends."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _commented(yaml: bytes) -> bytes:
    lines = yaml.decode().splitlines()
    return "".join(f"# {line}".rstrip() + "\n" for line in lines).encode()


def _schemas_folder() -> Path:
    """In an installed package beside the code, in a checkout in the reference."""
    installed = _PACKAGE / "_schemas"
    return installed if installed.is_dir() else _PACKAGE.parent / "docs" / "reference"


def _problem(code: str, message: str, path: str, remedy: str) -> SitegenError:
    return SitegenError(Problem(code, "error", message, path, remedy=remedy))
