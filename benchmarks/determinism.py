"""Whether one folder of mixed articles gives one site, whatever the machine: it is built in twelve environments.

    python -m benchmarks.determinism [--articles N] [--corpora DIR] [--python PROGRAM ...] [--together K]

They differ in hash seed, time zone, locale, folder, order in which files are made and listed, time stamps of the files,
number of workers, umask, and in what earlier builds left: nothing, or the site and the memory of a build of fewer
articles. Each `--python` is a program that has sitegen's packages; environments take them in turn. A digest is of every
path, mode and byte of the site, and of the problems that were reported.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build_as import in_order
from benchmarks.mixed import mixed_articles

ROOT = Path(__file__).parents[1]
SETTINGS = "title: Mixed\nsite_url: https://desk.example/\nlimits:\n  most_files: 50000\n"
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Environment:
    """What a machine may have otherwise."""

    hash_seed: str
    zone: str
    locale: str
    folder: str
    order: str
    """In which files are made and listed, and so of their time stamps."""
    workers: int
    umask: str
    is_warm: bool = False
    """Whether a build of nine tenths of the articles came before."""
    is_ahead: bool = False
    """Whether the files are from a day that is still to come."""


ENVIRONMENTS = (
    Environment("0", "UTC", "C.UTF-8", "a", "forwards", 2, "022"),
    Environment("1", "Pacific/Kiritimati", "C", "a folder with blanks", "backwards", 1, "077"),
    Environment("2", "America/Los_Angeles", "tr_TR.UTF-8", "Ordner für é", "shuffled", 8, "002"),
    Environment("3", "Asia/Kathmandu", "ar_EG.UTF-8", "a", "forwards", 1, "027", is_warm=True),
    Environment("4", "Europe/Berlin", "de_DE.UTF-8", "content", "backwards", 8, "022", is_ahead=True),
    Environment("5", "America/St_Johns", "ja_JP.UTF-8", "日本", "shuffled", 2, "077", is_warm=True),
    Environment("6", "Africa/Casablanca", "C.UTF-8", "-rf", "forwards", 8, "000"),
    Environment("7", "Antarctica/Troll", "tr_TR.UTF-8", "a/b/c/d/e/f", "backwards", 2, "077", is_warm=True),
    Environment("8", "Asia/Tehran", "fa_IR.UTF-8", "a'b", "shuffled", 1, "022", is_ahead=True),
    Environment("9", "Australia/Lord_Howe", "de_DE.UTF-8", "a%20b", "backwards", 1, "002"),
    Environment("4711", "Pacific/Chatham", "C", "Straße", "shuffled", 8, "077", is_warm=True, is_ahead=True),
    Environment("random", "America/Caracas", "ar_EG.UTF-8", "a.b", "forwards", 2, "022"),
)

LOCALES = sorted({one.locale for one in ENVIRONMENTS} - {"C", "C.UTF-8"})


@dataclass(frozen=True, slots=True)
class Site:
    """What a build made."""

    digest: str
    files: int
    seconds: float
    python: str
    """The version that made it."""


def build(
    environment: Environment,
    articles: Mapping[str, bytes],
    room: Path,
    *,
    locales: Path,
    python: str = sys.executable,
) -> Site:
    """Write the articles below `room`, and build them in an environment. `locales`: where `make_locales` made them.

    Raises: RuntimeError if the program came to grief.
    """
    project = room / environment.folder
    paths = in_order(sorted(articles), environment.order)
    first = paths[: len(paths) * 9 // 10] if environment.is_warm else []
    project.mkdir(parents=True)
    (project / "sitegen.yml").write_text(SETTINGS, "utf-8")
    command = [python, "-m", "benchmarks.build_as", environment.umask, str(environment.workers), environment.order]
    variables = {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": environment.hash_seed,
        "TZ": environment.zone,
        "LC_ALL": environment.locale,
        "LOCPATH": str(locales),
        "HOME": str(room),
        "XDG_CACHE_HOME": str(room / "cache"),
        "PATH": os.environ["PATH"],
    }
    start = time.perf_counter()
    for made in filter(None, (first, paths)):
        for path in made:
            _put(project / "content" / path, articles[path], environment)
        run = subprocess.run(command, cwd=project, env=variables, capture_output=True, check=False)
        if run.returncode not in (0, 1):
            raise RuntimeError(f"{environment}: {run.stderr.decode(errors='replace')[-2000:]}")
    files = {path.relative_to(project / "site"): path for path in (project / "site").rglob("*")}
    version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    digest = hashlib.sha256(run.stderr)
    for path in sorted(files):
        found = files[path]
        digest.update(f"\0{path}\0{found.stat().st_mode:o}\0".encode())
        digest.update(found.read_bytes() if found.is_file() else b"")
    return Site(digest.hexdigest(), sum(map(Path.is_file, files.values())), time.perf_counter() - start, version)


def _put(path: Path, data: bytes, environment: Environment) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if environment.is_ahead:
        os.utime(path, (time.time() + _DAY, time.time() + _DAY))


def make_locales(folder: Path, names: Iterable[str]) -> list[str]:
    """Make locales in a folder for `LOCPATH`; the names of those that this machine can't make."""
    folder.mkdir()
    return [name for name in names if not _make_locale(folder, name)]


def _make_locale(folder: Path, name: str) -> bool:
    language, _, letters = name.partition(".")
    command = ["localedef", "-i", language, "-f", letters, str(folder / name)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def as_markdown(sites: Mapping[Environment, Site]) -> str:
    """A table: a row an environment."""
    lines = [
        "| hash seed | zone | locale | folder | files | workers | umask | before | Python | s | digest |",
        "|---|---|---|---|---|--:|---|---|---|--:|---|",
    ]
    for one, site in sites.items():
        order = one.order + (", of tomorrow" if one.is_ahead else "")
        before = "nine tenths" if one.is_warm else "nothing"
        where = f"{one.zone} | {one.locale} | {one.folder} | {order} | {one.workers} | {one.umask} | {before}"
        lines.append(f"| {one.hash_seed} | {where} | {site.python} | {site.seconds:.0f} | `{site.digest[:16]}` |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0; 1 if sites differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000, metavar="N")
    parser.add_argument("--corpora", type=Path, metavar="DIR")
    parser.add_argument("--python", nargs="+", default=[sys.executable], metavar="PROGRAM")
    parser.add_argument("--together", type=int, default=1, metavar="K", help="builds at a time")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there as well")
    options = parser.parse_args(arguments)
    articles = mixed_articles(options.articles, options.corpora)
    with TemporaryDirectory() as folder, ThreadPoolExecutor(options.together) as pool:
        locales = Path(folder) / "locales"
        if lacking := make_locales(locales, LOCALES):
            print(f"this machine can't make the locales {' '.join(lacking)}: C takes their place", file=sys.stderr)
        asked = [replace(one, locale="C") if one.locale in lacking else one for one in ENVIRONMENTS]
        pythons = list(islice(cycle(options.python), len(asked)))

        def made(number: int) -> Site:
            room = Path(folder) / str(number)
            site = build(asked[number], articles, room, locales=locales, python=pythons[number])
            shutil.rmtree(room)
            print(f"{site.digest[:16]} {site.seconds:.0f} s {asked[number]}", file=sys.stderr)
            return site

        sites = dict(zip(asked, pool.map(made, range(len(asked))), strict=True))
    digests = {site.digest for site in sites.values()}
    text = as_markdown(sites) + f"\n{len(articles):,} files, {len(sites)} environments: digests {len(digests)}\n"
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0 if len(digests) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
